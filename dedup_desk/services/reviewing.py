"""Reviewing: the queue, a group on the table, and a person's answers, each committed at once.

A session looks at one finished generation of the index: groups do not move under the reviewer's
hands while another index run goes on. Every answer is appended to the ledger in a transaction of
its own before anything on the screen changes; undo appends the earlier answer again.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from dedup_desk.core.canonical import Policy, Proposal
from dedup_desk.core.clusters import Cluster
from dedup_desk.core.decision_events import StepMark, decision_drafts
from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.joined_proposals import propose_within
from dedup_desk.core.ledger import Actor
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import PairKey, Relation, VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, ImageRecord, RecordId
from dedup_desk.core.void_proposals import void_of
from dedup_desk.services.answers import Answers
from dedup_desk.services.hand_alignments import AlignmentStore, HandAlignments
from dedup_desk.services.joining import GroupJoins, JoinStore
from dedup_desk.services.queue_choosing import QueueContents, chosen, counted, states_of
from dedup_desk.services.queue_marks import MarkStore, QueueMarks
from dedup_desk.services.queue_table import KINDS
from dedup_desk.services.review_views import (
    ClusterRow,
    ClusterView,
    MemberView,
    Proposed,
    QueueCounts,
    QueueQuery,
    RowKind,
    RowState,
)
from dedup_desk.services.stock import Stock
from dedup_desk.services.surroundings import SameContent


class DecisionStore(AlignmentStore, JoinStore, MarkStore, Protocol):
    """What a session needs of a project file."""

    def decisions(self) -> Mapping[FilePlace, Decision]:
        """Return the present answer about each file."""
        ...

    def steps(self) -> tuple[Step, ...]:
        """Return the undo stack out of the ledger."""
        ...


class ReviewSession:
    """One sitting over one generation of the index.

    Args:
        shelf: records, clusters and pairs of the generation.
        store: the project file.
        thumbnail: digest -> encoded JPEG, or None.
        policy: the keeping rules in force.
        now: the wall clock, for "saved 12:03:41".

    Attributes:
        answers: what holds about each file.
        saved_at: when anything was committed last in this sitting.
    """

    def __init__(
        self,
        shelf: Stock,
        store: DecisionStore,
        thumbnail: Callable[[Digest], bytes | None],
        policy: Policy,
        now: Callable[[], datetime],
    ) -> None:
        self.thumbnail, self._now, self.policy = thumbnail, now, policy
        self.saved_at: datetime | None = None
        self.joins = GroupJoins(shelf, store, self._saved)
        self._shelf, self._store = self.joins.shelf, store
        self.answers = Answers(self._shelf)
        self.alignments = HandAlignments(store, self._saved, shelf.having)
        self.contents = SameContent(shelf.having, lambda: self.answers.present)
        self.marks = QueueMarks(store, self._saved)
        self.reload_decisions()

    def reload_decisions(self) -> None:
        """Read the present answers from the project again (after a merge, or at the start)."""
        self.answers.reload(self._store.decisions())
        self.joins.reload()

    def whole_queue(self) -> QueueContents:
        """Return the whole queue as it stands now, as columns."""
        table = self._shelf.table
        return QueueContents(table, states_of(table, self.answers.verdicts()))

    def queue(self, query: QueueQuery | None = None) -> tuple[ClusterRow, ...]:
        """Return the rows that answer a query, in its order."""
        contents = self.whole_queue()
        return tuple(map(contents.row, chosen(contents, query or QueueQuery()).tolist()))

    def counts(self, query: QueueQuery | None = None) -> QueueCounts:
        """Return how many rows a query shows, and would show with other values."""
        return counted(self.whole_queue(), query or QueueQuery())

    def row(self, row_id: str) -> ClusterRow:
        """Return one row as it stands now."""
        table = self._shelf.table
        at = table.place[row_id]
        return table.row(at, _state([self.verdict(one) for one in table.members(at)]))

    def cluster(self, row_id: str) -> ClusterView:
        """Lay one group, or one look pair, on the table.

        Raises:
            KeyError: this generation has no such row.
        """
        cluster = self._shelf.cluster(row_id)
        proposal = _proposal(self._shelf, cluster, self.policy)
        verdicts = {one.record: self.verdict(one.record) for one in cluster.members}
        void = void_of(proposal, verdicts)
        stands = proposal if void is None else Proposal.none()
        members = tuple(self._member(cluster, at, stands) for at in range(len(cluster.members)))
        row = self.row(row_id)
        return ClusterView(row_id, row.kind, row.lane, members, proposal, row.state, cluster, void)

    def pair(self, one: RecordId, other: RecordId) -> VerifiedPair | None:
        """Return the comparison of two images, or None where they were never compared."""
        pairs = self._shelf.pairs
        return pairs.get(PairKey(one, other)) or pairs.get(PairKey(other, one))

    def relation_to(self, kept: MemberView, member: MemberView) -> Relation | None:
        """Return what a member is of the copy that would be kept for it; None if never compared.

        What it is of the centre says nothing about two members that nobody laid on each other.
        """
        pair = self.pair(kept.record.id, member.record.id)
        return pair.relation if pair is not None else None

    def as_compared(self, decision: Decision) -> Decision:
        """Return a decision that says what its two files are of each other, where that was seen."""
        kept = self._shelf.at(decision.canonical.place) if decision.canonical else None
        subject = self._shelf.at(decision.subject.place)
        pair = self.pair(kept.id, subject.id) if kept and subject else None
        return replace(decision, relation=pair.relation) if pair is not None else decision

    def verdict(self, record: RecordId) -> Verdict | None:
        """Return the answer in force about one image; a stale one is no answer."""
        return self.answers.verdict(record)

    @property
    def person(self) -> Actor:
        """Who is working."""
        return self._store.actor

    def at(self, place: FilePlace) -> ImageRecord | None:
        """Return the image at a place, or None where this generation knows none."""
        return self._shelf.at(place)

    def record(self, record: RecordId) -> ImageRecord:
        """Return what is known of one image."""
        return self._shelf.records[record]

    def decide(
        self, decisions: Sequence[Decision], undoes: str | None = None, label: str = ""
    ) -> Step:
        """Commit answers as one step; durable on return.

        Args:
            decisions: at most one a file; verdict None takes an answer back.
            undoes: id of the step that this one takes back or brings back.
            label: what the step is called in a menu.

        Raises:
            RefusedError: nothing to decide, or two answers about one file.
            ProjectError, BusyError: the project cannot be written; nothing was changed.
        """
        self._check(decisions)
        mark = StepMark(uuid.uuid4().hex, undoes, label)
        before = tuple(self.answers.before(decision) for decision in decisions)
        self._store.append(decision_drafts(decisions, mark))
        at_utc = self._saved().isoformat()
        self.answers.remember(decisions)
        self.joins.follow()
        person = self._store.actor
        return Step(mark.step, label, before, tuple(decisions), at_utc, person=person)

    def accept(self, row_id: str) -> tuple[Decision, ...]:
        """Return the decisions that the proposal of a group amounts to; none where it is void.

        Nothing is committed. Members without a proposal stay undecided and have no decision here.
        """
        view = self.cluster(row_id)
        kept = next((one for one in view.members if one.proposed is Proposed.CANONICAL), None)
        if kept is None:
            return ()
        return tuple(
            Decision(
                subject=one.record.seen,
                verdict=Verdict(one.proposed.value),
                canonical=None if one is kept else kept.record.seen,
                relation=None if one is kept else self.relation_to(kept, one),
                cluster=row_id,
            )
            for one in view.members
            if one.proposed is not None
        )

    def history(self) -> tuple[Step, ...]:
        """Return the undo stack: undoable steps oldest first, then redoable ones, next first."""
        return self._store.steps()

    def _member(self, cluster: Cluster, at: int, proposal: Proposal) -> MemberView:
        member = cluster.members[at]
        bound = self.answers.bound(member.record)
        proposed = None
        if proposal.canonical == member.record:
            proposed = Proposed.CANONICAL
        elif member.record in proposal.retire:
            proposed = Proposed.RETIRE
        return MemberView(
            record=self._shelf.records[member.record],
            relation=member.relation,
            pair=self._shelf.pairs.get(member.joined_by) if member.joined_by else None,
            verdict=self.verdict(member.record),
            decision=bound.decision if bound else None,
            is_stale=bound.is_stale if bound else False,
            proposed=proposed,
            through=member.through,
            is_by_hand=member.is_by_hand,
        )

    def _saved(self) -> datetime:
        """Note that something was committed at this moment, and return the moment."""
        self.saved_at = self._now()
        return self.saved_at

    def _check(self, decisions: Sequence[Decision]) -> None:
        places = Counter(decision.subject.place for decision in decisions)
        if not places or places.most_common(1)[0][1] > 1:
            raise RefusedError(
                message(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "Nothing was decided: a step needs at least one file, and one answer for "
                        "each. Nothing was written.",
                    )
                )
            )


def _proposal(shelf: Stock, cluster: Cluster, policy: Policy) -> Proposal:
    table = shelf.table
    if KINDS[table.columns.kind[table.place[cluster.id]]] is RowKind.PAIR:
        return Proposal(None)
    members = {one.record: shelf.records[one.record] for one in cluster.members}
    return propose_within(cluster, members, shelf.pairs, policy)


def _state(verdicts: Sequence[Verdict | None]) -> RowState:
    if Verdict.UNSURE in verdicts:
        return RowState.UNSURE
    if all(verdict is not None for verdict in verdicts):
        return RowState.DECIDED
    return RowState.PARTLY if any(verdicts) else RowState.UNDECIDED
