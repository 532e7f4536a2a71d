"""Saying that two groups show the same picture: the one marked, and the one on the table.

On a group the key marks it; on another one the same key asks whether the two are to be one group.
A look pair has both its pictures on the table, so there the key asks at once, unless a group is
marked. Nothing is written before a person agreed.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.joined_groups import part_of
from dedup_desk.core.joins import Join
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import Digest
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.review_views import ClusterView, RowKind
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.viewmodels import verbs
from dedup_desk.ui.viewmodels.numbered import NumberedViewModel
from dedup_desk.ui.viewmodels.table import TableViewModel


@dataclass(frozen=True, slots=True)
class Party:
    """One of two groups that may become one.

    Attributes:
        digest: content of the picture that stands for it.
        name: that picture's file name.
        count: images in the group.
    """

    digest: Digest
    name: bytes
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Two groups that a person may join.

    Attributes:
        one, other: the two; the marked one first.
        cluster: the row on the table.
    """

    one: Party
    other: Party
    cluster: str

    @property
    def about(self) -> ContentPair:
        """The two contents that are said to be the same picture."""
        return ContentPair.of(self.one.digest, self.other.digest)


class Joining(QObject):
    """Remembers the marked group, asks, and hands on what was agreed to.

    Signals:
        asked: Asked; somebody is to agree.
        agreed: Join and str; these two are one, and the row on the table.
        said: Message; what happened, or why nothing did.
        refused: Message; why the two cannot be joined.
    """

    asked = Signal(object)
    agreed = Signal(object, str)
    said = Signal(object)
    refused = Signal(object)

    def __init__(self, table: TableViewModel, session: ReviewSession) -> None:
        super().__init__()
        self._table, self._session = table, session
        self.marked: Party | None = None

    def press(self) -> None:
        """Mark the group on the table, or ask whether it and the marked one are to be one."""
        view = self._table.view
        if view is None:
            return
        here = self._here(view)
        if self.marked is not None and self.marked.digest == here.digest:
            self.marked = None
            self.said.emit(message(_UNMARKED))
        elif self.marked is not None:
            self._ask(Asked(self.marked, here, view.id))
        elif view.kind is RowKind.PAIR:
            self._ask(Asked(*self._sides(view), view.id))
        else:
            self.marked = here
            self.said.emit(message(_MARKED, name=here.name))

    @Slot(object, str)
    def agree(self, asked: Asked, note: str = "") -> None:
        """Join the two, with a person's words about it where there are any."""
        self.marked = None
        self.agreed.emit(Join(asked.about, note=note.strip() or None), asked.cluster)

    def _ask(self, asked: Asked) -> None:
        try:
            self._session.joins.check(asked.about)
        except RefusedError as error:
            self.marked = None
            self.refused.emit(error.message)
        else:
            self.asked.emit(asked)

    def _here(self, view: ClusterView) -> Party:
        """Return the group on the table; a look pair is named by the picture in pane D."""
        right = next((one for one in view.members if one.record.id == self._table.right), None)
        is_pair = view.kind is RowKind.PAIR and right is not None
        record = right.record if is_pair and right is not None else view.members[0].record
        return self._party(record.digest, record.place.name)

    def _sides(self, view: ClusterView) -> tuple[Party, Party]:
        one, other = (member.record for member in view.members[:2])
        return (
            self._party(one.digest, one.place.name),
            self._party(other.digest, other.place.name),
        )

    def _party(self, digest: Digest, name: bytes) -> Party:
        whole = self._session.joins.shelf.whole(digest)
        return Party(digest, name, 0 if whole is None else len(whole.members))


class JoiningViewModel(NumberedViewModel):
    """Adds the key that joins groups; what was agreed to is written by whoever listens.

    Attributes:
        joining: the marked group, and the question.
    """

    def __init__(
        self, session: ReviewSession, comparing: Comparing, contents: QueueContents | None = None
    ) -> None:
        super().__init__(session, comparing, contents)
        self.joining = Joining(self.table, session)
        self.joining.said.connect(self._tell)

    @Slot()
    def join_groups(self) -> None:
        """Mark this group, or join it with the marked one."""
        if not self._round_forbids():
            self.joining.press()

    def join_to_note(self) -> Join | None:
        """Return the join that a note is about: where D has no answer and was joined by hand."""
        view, right = self.table.view, self.table.member(Side.RIGHT)
        if view is None or right is None or verbs.answer(right) is not None:
            return None
        if not any(one.is_by_hand for one in view.members):
            return None
        own = part_of(view.cluster, right.record.id)
        inside: set[Digest] = set()
        outside: set[Digest] = set()
        for one in view.members:
            is_own = part_of(view.cluster, one.record.id) == own
            (inside if is_own else outside).add(one.record.digest)
        return self.session.joins.between(inside, outside)

    def _regroup(self, about: ContentPair | None, cluster: str | None) -> None:
        """Show the queue as groups are joined now, and the row of the two, or the one left."""
        view = self.table.view
        row = None if about is None else self.session.joins.shelf.row_of(about.low)
        keep = row or cluster or (view.id if view is not None else "")
        contents = self.session.whole_queue()
        self.queue.regroup(contents, self.session.marks.ids(contents.table), keep)

    def _follow_groups(self) -> bool:
        """Show the queue anew where an answer parted a joined group, or joined it again."""
        if self.queue.is_of(self.session.joins.shelf.table):
            return False
        self._regroup(None, None)
        return True


_MARKED = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is marked for joining. Go to the group that shows the same picture and press the same"
    " key.",
)
_UNMARKED = QT_TRANSLATE_NOOP("Messages", "The group is no longer marked for joining.")
