"""The group on the table: which one, which two of its members are in the panes, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.compare import Link, Side
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.hand_alignment import Realigned
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.records import Digest, ImageRecord, RecordId
from dedup_desk.services.links import link_between
from dedup_desk.services.review_views import ClusterView, MemberView, Proposed
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.viewmodels import verbs
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.sight import PairShown

AHEAD = (1, 2, -1)
"""Rows whose pictures are fetched before anybody asks: two ahead, one behind."""

NOBODY = RecordId(-1)


class TableViewModel(QObject):
    """Lays groups on the table and pictures in the panes.

    Signals:
        changed: another group, other panes or other answers.
    """

    changed = Signal()

    def __init__(
        self, session: ReviewSession, queue: QueueViewModel, compare: CompareViewModel
    ) -> None:
        super().__init__()
        self._session, self._queue, self._compare = session, queue, compare
        self._visited: list[str] = []
        self.view: ClusterView | None = None
        self.left = self.right = NOBODY
        queue.selected_changed.connect(self._on_selected)

    def member(self, side: Side) -> MemberView | None:
        """Return the member in one pane."""
        if self.view is None:
            return None
        return verbs.member_of(self.view, self.left if side is Side.LEFT else self.right)

    def pair(self) -> VerifiedPair | None:
        """Return the comparison of the two shown; None where only their group was compared."""
        return self._session.pair(self.left, self.right) if self.view is not None else None

    def offered(self) -> tuple[Decision, ...]:
        """Return exactly what Enter would decide."""
        if self.view is None:
            return ()
        return verbs.accepting(self.view, self._session.accept(self.view.id))

    def open_row(self) -> None:
        """Lay the queue's current row on the table, its proposal in the panes."""
        row = self._queue.current()
        if row is None:
            self.view, self.left, self.right = None, NOBODY, NOBODY
        else:
            self.view = self._session.cluster(row.id)
            self._queue.set_state(row.id, self.view.state)
            self.left, self.right = _first_pair(self.view)
        self._lay()

    def refresh(self) -> None:
        """Read the group's answers again; the panes stay."""
        if self.view is not None:
            self.view = self._session.cluster(self.view.id)
            self._queue.set_state(self.view.id, self._session.row(self.view.id).state)
            self.changed.emit()

    def put(self, left: RecordId, right: RecordId) -> None:
        """Put two members in the panes."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self._lay()

    def show(self, record: RecordId) -> None:
        """Show a member in pane D; the one in pane A changes places with it."""
        self.put(self.right if record == self.left else self.left, record)

    def show_realigned(self, turned: Realigned | None) -> None:
        """Lay the pair anew; first bring the two pictures that were aligned otherwise, if told."""
        if turned is not None and turned.cluster is not None:
            here = self.view.id if self.view is not None else None
            if turned.cluster == here or self._queue.select_id(turned.cluster):
                self._show_contents(turned.after.left, turned.after.right)
        self.relay()

    def _show_contents(self, one: Digest, other: Digest) -> None:
        """Show the members that have these two contents, where the group has both."""
        shown = [self.member(side) for side in Side]
        here = {member.record.digest for member in shown if member is not None}
        of = _contents(self.view)
        if one in of and other in of and here != {one, other}:
            self.put(of[one], of[other])

    def put_contents(self, left: Digest, right: Digest) -> bool:
        """Put the members with these contents in the panes; False where one is not here.

        Identical files have one content: then the two that are shown already are as good.
        """
        shown = [member.record.digest for side in Side if (member := self.member(side))]
        if shown == [left, right]:
            return True
        of = _contents(self.view)
        if left not in of or right not in of or of[left] == of[right]:
            return False
        self.put(of[left], of[right])
        return True

    def group_of(self, one: Digest, other: Digest) -> str | None:
        """Return the group on the table, or the one just left, that has both contents."""
        views = [] if self.view is None else [self.view]
        views += [self._session.cluster(row_id) for row_id in self._visited[-1:]]
        return next((view.id for view in views if {one, other} <= set(_contents(view))), None)

    def step(self, by: int) -> None:
        """Show the next (or previous) member that is not in pane A in pane D."""
        if self.view is None:
            return
        others = [one.record.id for one in self.view.members if one.record.id != self.left]
        at = others.index(self.right) if self.right in others else 0
        self.put(self.left, others[(at + by) % len(others)])

    def relay(self) -> None:
        """Lay the same pair again, as it is aligned now; mode, zoom and place stay."""
        pair = self._compare.pair
        if pair is not None:
            self._compare.relink(self._link(pair.left, pair.right))

    def next_undecided(self) -> RecordId | None:
        """Return the member after the one in pane D that still needs an answer."""
        if self.view is None:
            return None
        ids = [one.record.id for one in self.view.members]
        at = ids.index(self.right)
        waiting = {one.record.id for one in self.view.members if verbs.answer(one) is None}
        ordered = (*ids[at + 1 :], *ids[:at])
        return next((one for one in ordered if one in waiting and one != self.left), None)

    def back(self) -> bool:
        """Return to the group that was on the table before; nothing is taken back."""
        while self._visited:
            row_id = self._visited.pop()
            if self.view is None or row_id != self.view.id:
                kept = list(self._visited)
                if self._queue.select_id(row_id):
                    self._visited = kept
                    return True
        return False

    def _on_selected(self) -> None:
        if self.view is not None:
            self._visited.append(self.view.id)
        self.open_row()

    def _lay(self) -> None:
        left, right = self.member(Side.LEFT), self.member(Side.RIGHT)
        if self.view is None or left is None or right is None:
            self._compare.show(None)
        else:
            self._compare.show(self.laid(left.record, right.record), self._ahead())
        self.changed.emit()

    def laid(self, left: ImageRecord, right: ImageRecord) -> PairShown:
        """Return two members and how they lie on each other."""
        link, pair = self._link(left, right), self._session.pair(left.id, right.id)
        if pair is None:
            return PairShown(left, right, link)
        fuller = Side.LEFT if pair.key.a == left.id else Side.RIGHT
        content = pair.registration.content_b if pair.registration is not None else None
        return PairShown(left, right, link, fuller, content)

    def _link(self, left: ImageRecord, right: ImageRecord) -> Link:
        """Return how the two lie on each other: as a person said, else as was measured."""
        said = self._session.alignments.of(left.digest, right.digest)
        if said is not None:
            return Link(said.matrix, is_by_hand=True)
        if self.view is None:
            return Link()
        return link_between(self.view, left.id, right.id, self._session.pair(left.id, right.id))

    def _ahead(self) -> Sequence[ImageRecord]:
        """Pictures that are likely to be shown next: the next member, then the next groups."""
        if self.view is None:
            return ()
        after = self.next_undecided()
        found = [] if after is None else [verbs.member_of(self.view, after).record]
        for step in AHEAD:
            at = self._queue.selected + step
            if 0 <= at < self._queue.count:
                view = self._session.cluster(self._queue.row(at).id)
                found += [verbs.member_of(view, one).record for one in _first_pair(view)]
        return found


def _contents(view: ClusterView | None) -> dict[Digest, RecordId]:
    """Return content -> the first member that has it."""
    members = view.members if view is not None else ()
    return {member.record.digest: member.record.id for member in reversed(members)}


def _first_pair(view: ClusterView) -> tuple[RecordId, RecordId]:
    """Return who goes in the panes: the kept copy (chosen, else proposed), and who is waiting."""
    proposed = (one for one in view.members if one.proposed is Proposed.CANONICAL)
    left = verbs.kept(view) or next(proposed, view.members[0])
    others = [one for one in view.members if one is not left]
    open_ = (one for one in others if verbs.answer(one) is None)
    right = next(open_, others[0])
    return left.record.id, right.record.id


def is_complete(view: ClusterView) -> bool:
    """Say whether every member has an answer that counts."""
    answers = [verbs.answer(one) for one in view.members]
    return Verdict.UNSURE in answers or all(one is not None for one in answers)
