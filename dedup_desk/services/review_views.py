"""What a reviewer is shown, as values: rows of the queue, a group with its members, steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dedup_desk.core.canonical import Proposal
from dedup_desk.core.clusters import Cluster
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import Relation, Sureness, VerifiedPair
from dedup_desk.core.records import Digest, ImageRecord, RecordId
from dedup_desk.core.void_proposals import Void, void_words


class RowState(StrEnum):
    """How far a group has been decided."""

    UNDECIDED = "undecided"
    PARTLY = "partly"
    DECIDED = "decided"
    UNSURE = "unsure"


class RowKind(StrEnum):
    """What a row of the queue stands for; counts of the two are never mixed."""

    CLUSTER = "cluster"
    PAIR = "pair"


class Proposed(StrEnum):
    """What the keeping rules propose for one member."""

    CANONICAL = "canonical"
    RETIRE = "retire"


class QueueOrder(StrEnum):
    """Orders that keep the eye in one place."""

    LANE = "lane"
    FOLDER = "folder"
    TRANSFORMATION = "transformation"
    LARGEST = "largest"
    LEAST_CERTAIN = "least-certain"


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One line of the queue; cheap enough for a hundred thousand of them.

    Attributes:
        id: cluster id, or for a pair the two content digests' beginnings.
        kind: a group of copies, or a pair that needs a look.
        lane: 0 to 5.
        member_count: images in it.
        relation: the most demanding relation among its edges.
        sureness: of its weakest edge.
        state: how far it is decided.
        title: file name of the centre, as bytes.
        folder: folder of the centre, as bytes.
        redundant_bytes: bytes of every member but the centre.
        thumbnails: digests of the centre and of the last other member.
        root: label of the collection that the centre is in.
        number: place in the whole queue, from 1; the same through a sitting.
        score: of the weakest edge, 0 to 1; never shown bare.
        is_chained: a member hangs on another member, not on the centre.
    """

    id: str
    kind: RowKind
    lane: int
    member_count: int
    relation: Relation
    sureness: Sureness
    state: RowState
    title: bytes
    folder: bytes
    redundant_bytes: int
    thumbnails: tuple[Digest, Digest]
    root: str = ""
    number: int = 0
    score: float = 0.0
    is_chained: bool = False


@dataclass(frozen=True, slots=True)
class MemberView:
    """One image of the group on the table.

    Attributes:
        record: what is known of it.
        relation: what it is of the centre (or of the member it joined through); None: the centre.
        pair: the edge that joined it; None for the centre.
        verdict: the person's answer, None while undecided.
        decision: the whole decision behind the verdict.
        is_stale: decided on other content than is there now; must be decided again.
        proposed: what stands of the rules' proposal, None where they propose nothing or it is void.
        through: the member it joined through when that is not the centre.
        is_by_hand: a person joined it, nothing measured did.
    """

    record: ImageRecord
    relation: Relation | None
    pair: VerifiedPair | None
    verdict: Verdict | None
    decision: Decision | None
    is_stale: bool
    proposed: Proposed | None
    through: RecordId | None = None
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class ClusterView:
    """One group, or one look pair, as it lies on the table.

    Attributes:
        proposal: what the rules propose, whatever was answered.
        void: why the answers leave nothing standing of that; None where they do not.
    """

    id: str
    kind: RowKind
    lane: int
    members: tuple[MemberView, ...]
    proposal: Proposal
    state: RowState
    cluster: Cluster
    void: Void | None = None

    @property
    def why_void(self) -> Message | None:
        """Why nothing stands of the proposal, in words; None where it is not void."""
        if self.void is None:
            return None
        named = (one.record for one in self.members if one.record.id == self.proposal.canonical)
        return void_words(self.void, next(named).place.name)


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which rows, in which order; empty sets mean "all".

    Attributes:
        lanes, relations, states, sureness, kinds: wanted values.
        roots: labels of collections; a row is in one if any of its images is.
        folder: root label and path; a row is in it if any of its images is, or below it.
        least_bytes: of the images beside the centre.
        text: words that names or captions hold, all of them; matches any member, see
            `core/folding.py`.
        is_chained: only groups of which a member hangs on another member.
        only: ids of the only rows wanted; None for all.
        order: how the rows are sorted.
    """

    lanes: frozenset[int] = field(default_factory=frozenset)
    relations: frozenset[Relation] = field(default_factory=frozenset)
    states: frozenset[RowState] = field(default_factory=frozenset)
    sureness: frozenset[Sureness] = field(default_factory=frozenset)
    kinds: frozenset[RowKind] = field(default_factory=frozenset)
    roots: frozenset[str] = field(default_factory=frozenset)
    folder: tuple[str, bytes] | None = None
    least_bytes: int = 0
    text: str = ""
    is_chained: bool = False
    only: frozenset[str] | None = None
    order: QueueOrder = QueueOrder.LANE


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many rows a filter shows, and would show with another value of one kind.

    Each mapping counts what all the other parts of the query let through, so that a filter says
    beside each value how many rows it stands for; values of no row are left out.

    Attributes:
        rows: rows shown.
        open_rows: of them, rows that still need a person.
        by_relation, by_lane, by_state, by_sureness: rows by value.
        open_by_relation: of `by_relation`, rows that still need a person.
    """

    rows: int
    open_rows: int
    by_relation: dict[Relation, int]
    by_lane: dict[int, int]
    by_state: dict[RowState, int]
    by_sureness: dict[Sureness, int]
    open_by_relation: dict[Relation, int]
