"""From decisions to a retirement plan: what would move, and what will not, each with its reason.

Pure: what stands on the disk comes in as `Candidate`s. Nothing moves unless a person decided it;
a copy moves only while the copy to keep stands; a refusal is a full sentence. `CHECKS` is the
table: a function for each reason, the first that speaks decides. The mover checks everything that
can change in between once more, with the files open.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dedup_desk.core.decisions import DecidedBy, Decision
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.operation_text import seen_values
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import FilePlace, SeenFile

NEVER_BY_RULE = frozenset(
    {Relation.LOOK, Relation.SAME_LAYOUT, Relation.RETOUCHED, Relation.RESCAN}
)
"""Relations that only a person who looked at this very pair may retire on."""


class FileState(StrEnum):
    """What stands where a decision expects a file."""

    AS_SEEN = "as-seen"
    CHANGED = "changed"
    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    OUT_OF_REACH = "out-of-reach"
    """Its root is not known on this machine, or not connected."""


class References(StrEnum):
    """What is known of references to the images that would move (web pages, catalogues)."""

    NOT_CHECKED = "not-checked"
    """No source of references is configured; a named person has to take that on themselves."""


class Reason(StrEnum):
    """Why a decided image will not move."""

    CONFLICT = "conflict"
    OUT_OF_REACH = "out-of-reach"
    MISSING = "missing"
    CHANGED = "changed"
    NOT_A_FILE = "not-a-file"
    NO_CANONICAL = "no-canonical"
    CANONICAL_GONE = "canonical-gone"
    CANONICAL_CHANGED = "canonical-changed"
    CANONICAL_RETIRED = "canonical-retired"
    KEPT_FOR_ANOTHER = "kept-for-another"
    SAME_FILE = "same-file"
    HARD_LINK = "hard-link"
    NEEDS_A_PERSON = "needs-a-person"
    ROOT_CANNOT = "root-cannot"
    UNDER_WAY = "under-way"
    LAST_COPY = "last-copy"


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file of a decision as it stands now.

    Attributes:
        seen: place today and the content that was decided on.
        state: whether it is still that.
        file: device and inode, or None where nothing was found.
        links: how many names it has.
        size_bytes: its size.
    """

    seen: SeenFile
    state: FileState
    file: tuple[int, int] | None = None
    links: int = 1
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One decision to retire, with both files as they stand.

    Attributes:
        decision: what was decided.
        item: the copy that would leave.
        canonical: the copy that would stay; None where the decision names none.
        decided_by: the person's declared name.
        decided_at: when, ISO 8601, UTC.
        is_disputed: another person who had not seen this decision answered differently.
    """

    decision: Decision
    item: OnDisk
    canonical: OnDisk | None
    decided_by: str = ""
    decided_at: str = ""
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """What else a plan must heed.

    Attributes:
        away: places whose file is in quarantine now.
        under_way: places of open operations.
        kept: places that are the kept copy of something in quarantine.
        groups: the clusters, as places.
        cannot: why a root cannot be retired from, by label.
    """

    away: frozenset[FilePlace] = frozenset()
    under_way: frozenset[FilePlace] = frozenset()
    kept: frozenset[FilePlace] = frozenset()
    groups: Sequence[frozenset[FilePlace]] = ()
    cannot: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """One image that would move.

    Attributes:
        item, canonical: the copy that leaves, the copy that stays.
        relation: what the item is of the canonical.
        size_bytes: of the item.
        decision: why; with `decided_by` and `decided_at`.
    """

    item: SeenFile
    canonical: SeenFile
    relation: Relation
    size_bytes: int
    decision: Decision
    decided_by: str
    decided_at: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """One decided image that will not move.

    Attributes:
        item: the image.
        reason: for counting and testing.
        told: the sentence.
    """

    item: SeenFile
    reason: Reason
    told: Message


@dataclass(frozen=True, slots=True)
class RetirementPlan:
    """What would happen and what will not; frozen, and known by its digest.

    Attributes:
        moves: in the order of their places.
        refusals: likewise.
        references: what is known of references to what moves.
    """

    moves: tuple[PlannedMove, ...]
    refusals: tuple[Refusal, ...] = ()
    references: References = References.NOT_CHECKED

    @property
    def size_bytes(self) -> int:
        """Bytes that would move; none of them is freed before they are destroyed."""
        return sum(move.size_bytes for move in self.moves)

    def digest(self) -> str:
        """Return the SHA-256, 64 hex digits, of everything that would move."""
        values = [[seen_values(one.item), seen_values(one.canonical)] for one in self.moves]
        text = json.dumps(values, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def plan_retirement(candidates: Sequence[Candidate], situation: Situation) -> RetirementPlan:
    """Decide for every candidate whether it moves; never the last copy of a group.

    Args:
        candidates: decisions to retire whose file is not in quarantine already.
        situation: what else must be heeded.
    """
    leaving = frozenset(one.item.seen.place for one in candidates)
    moves: list[PlannedMove] = []
    refusals: list[Refusal] = []
    for candidate in sorted(candidates, key=lambda one: one.item.seen):
        reason = _reason(candidate, situation, leaving)
        if reason is None:
            moves.append(_move(candidate))
        else:
            refusals.append(_refusal(candidate, reason, situation))
    last = _last_copies(moves, situation)
    refusals += [_last_copy(move) for move in moves if move.item.place in last]
    staying = tuple(move for move in moves if move.item.place not in last)
    return RetirementPlan(staying, tuple(sorted(refusals, key=lambda one: one.item)))


def _reason(
    candidate: Candidate, situation: Situation, leaving: frozenset[FilePlace]
) -> Reason | None:
    for check in CHECKS:
        reason = check(candidate, situation, leaving)
        if reason is not None:
            return reason
    return None


def _disputed(candidate: Candidate, _around: Situation, _go: frozenset[FilePlace]) -> Reason | None:
    return Reason.CONFLICT if candidate.is_disputed else None


def _item_state(
    candidate: Candidate, around: Situation, _go: frozenset[FilePlace]
) -> Reason | None:
    if candidate.item.seen.place in around.under_way:
        return Reason.UNDER_WAY
    return {
        FileState.OUT_OF_REACH: Reason.OUT_OF_REACH,
        FileState.MISSING: Reason.MISSING,
        FileState.CHANGED: Reason.CHANGED,
        FileState.NOT_A_FILE: Reason.NOT_A_FILE,
    }.get(candidate.item.state)


def _canonical_state(
    candidate: Candidate, around: Situation, leaving: frozenset[FilePlace]
) -> Reason | None:
    canonical = candidate.canonical
    if canonical is None:
        return Reason.NO_CANONICAL
    place = canonical.seen.place
    if place in leaving or place in around.away or place in around.under_way:
        return Reason.CANONICAL_RETIRED
    if canonical.state is FileState.AS_SEEN:
        return None
    changed = canonical.state is FileState.CHANGED
    return Reason.CANONICAL_CHANGED if changed else Reason.CANONICAL_GONE


def _one_file(candidate: Candidate, around: Situation, _go: frozenset[FilePlace]) -> Reason | None:
    canonical, item = candidate.canonical, candidate.item
    if canonical is not None and (
        item.seen.place == canonical.seen.place or item.file == canonical.file
    ):
        return Reason.SAME_FILE
    if item.links > 1:
        return Reason.HARD_LINK
    return Reason.KEPT_FOR_ANOTHER if item.seen.place in around.kept else None


def _person(candidate: Candidate, _around: Situation, _go: frozenset[FilePlace]) -> Reason | None:
    by_rule = candidate.decision.decided_by is DecidedBy.RULE
    return Reason.NEEDS_A_PERSON if by_rule and _relation(candidate) in NEVER_BY_RULE else None


def _root(candidate: Candidate, around: Situation, _go: frozenset[FilePlace]) -> Reason | None:
    return Reason.ROOT_CANNOT if candidate.item.seen.place.root in around.cannot else None


Check = Callable[[Candidate, Situation, frozenset[FilePlace]], Reason | None]

CHECKS: tuple[Check, ...] = (_disputed, _item_state, _canonical_state, _one_file, _person, _root)
"""Asked in this order; the first reason is the one to tell."""


def _relation(candidate: Candidate) -> Relation:
    """The relation the person saw; equal bytes need none; anything else was a look."""
    canonical = candidate.canonical
    if candidate.decision.relation is not None:
        return candidate.decision.relation
    same = canonical is not None and canonical.seen.digest == candidate.item.seen.digest
    return Relation.SAME_BYTES if same else Relation.LOOK


def _move(candidate: Candidate) -> PlannedMove:
    if candidate.canonical is None:
        raise AssertionError("a move without a kept copy passed the checks")
    return PlannedMove(
        item=candidate.item.seen,
        canonical=candidate.canonical.seen,
        relation=_relation(candidate),
        size_bytes=candidate.item.size_bytes,
        decision=candidate.decision,
        decided_by=candidate.decided_by,
        decided_at=candidate.decided_at,
    )


def _last_copies(moves: Sequence[PlannedMove], situation: Situation) -> frozenset[FilePlace]:
    """Places of groups of which nothing would stand any more."""
    going = {move.item.place for move in moves}
    last: set[FilePlace] = set()
    for group in situation.groups:
        standing = group - situation.away
        if standing and standing <= going:
            last |= standing
    return frozenset(last)


def _refusal(candidate: Candidate, reason: Reason, situation: Situation) -> Refusal:
    item = candidate.item.seen
    cannot = situation.cannot.get(item.place.root)
    if reason is Reason.ROOT_CANNOT and cannot is not None:
        return Refusal(item, reason, cannot)
    kept = candidate.canonical.seen.place.path if candidate.canonical else b""
    return Refusal(item, reason, message(SENTENCES[reason], file=item.place.path, kept=kept))


def _last_copy(move: PlannedMove) -> Refusal:
    told = message(SENTENCES[Reason.LAST_COPY], file=move.item.place.path)
    return Refusal(move.item, Reason.LAST_COPY, told)


SENTENCES: Mapping[Reason, str] = {
    Reason.CONFLICT: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: two people decided differently about it. Look at both answers and "
        "decide again.",
    ),
    Reason.OUT_OF_REACH: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: its folder is not open on this machine. Connect the disk or open "
        "the folder, then plan again.",
    ),
    Reason.MISSING: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: it is not where it was reviewed. Index the folder again.",
    ),
    Reason.CHANGED: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: it has changed since it was decided. Index the folder again and "
        "decide anew.",
    ),
    Reason.NOT_A_FILE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: a link, a folder or a device has its name now. Look at it there.",
    ),
    Reason.NO_CANONICAL: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: no copy was named that stays. Decide which copy to keep.",
    ),
    Reason.CANONICAL_GONE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: the copy to keep, {kept}, is not there. Find it or decide anew.",
    ),
    Reason.CANONICAL_CHANGED: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: the copy to keep, {kept}, has changed since it was decided. Index "
        "the folder again and decide anew.",
    ),
    Reason.CANONICAL_RETIRED: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: the copy to keep, {kept}, is itself to be set aside or in "
        "quarantine. Decide which of them stays.",
    ),
    Reason.KEPT_FOR_ANOTHER: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: it is the kept copy of an image in quarantine. Put that image back "
        "first, or keep this one.",
    ),
    Reason.SAME_FILE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: it and the copy to keep are one and the same file on the disk.",
    ),
    Reason.HARD_LINK: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: it has a second name (a hard link), so moving it would free "
        "nothing.",
    ),
    Reason.NEEDS_A_PERSON: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: a rule decided it, and this kind needs a person. Look at the pair "
        "and decide.",
    ),
    Reason.ROOT_CANNOT: QT_TRANSLATE_NOOP(
        "Messages", "{file} will not move: nothing can be moved out of its folder."
    ),
    Reason.UNDER_WAY: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move now: an earlier move of it is not settled. Recover first.",
    ),
    Reason.LAST_COPY: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} will not move: nothing of its group would stay. Decide which copy to keep.",
    ),
}
