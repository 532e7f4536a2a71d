"""Groups that people joined, over a generation of the index: what holds now, and saying it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.joined_groups import Joint, joined_cluster, joints
from dedup_desk.core.joins import Join, Rejoined, join_draft, keep_join, set_apart_between
from dedup_desk.core.lanes import DOUBTFUL_LANE
from dedup_desk.core.ledger import EventDraft
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import Digest, RecordId
from dedup_desk.services.joined_table import JoinedRow, pairs_within, row_with, with_joined
from dedup_desk.services.stock import Stock

LABEL = "join"
"""What such a step is called in the ledger."""


class JoinStore(Protocol):
    """What is needed of a project file."""

    def append(self, drafts: Sequence[EventDraft]) -> object:
        """Append events in one transaction; durable on return."""
        ...

    def joins(self) -> frozenset[ContentPair]:
        """Return the pairs of contents that people called the same picture."""
        ...

    def not_duplicates(self) -> frozenset[ContentPair]:
        """Return the pairs of contents that a person called not duplicates."""
        ...


class JoinedShelf:
    """A generation of the index, with the groups that a person joined as one.

    Attributes:
        table: the queue; another one whenever other groups are joined.
    """

    def __init__(self, base: Stock) -> None:
        self._base = base
        self._plain = self.table = base.table
        self._homes: dict[Digest, Cluster | None] = {}
        self._joined: dict[str, Cluster] = {}
        self._joints: tuple[Joint, ...] = ()
        self.records, self.pairs = base.records, base.pairs
        self.at, self.having, self.bound = base.at, base.having, base.bound

    def cluster(self, row_id: str) -> Cluster:
        """Return a row's cluster; raises KeyError if this generation has none."""
        found = self._joined.get(row_id)
        return self._base.cluster(row_id) if found is None else found

    def join(self, joins: Iterable[ContentPair], apart: Collection[ContentPair]) -> bool:
        """Lay joined groups together, and all others as they were found.

        Returns:
            Whether that made any difference.
        """
        found = joints(joins, apart, self._home, self.records)
        if found == self._joints:
            return False
        self._joints, self._joined = found, {}
        self.table = with_joined(self._plain, [row for one in found for row in self._row(one)])
        return True

    def whole(self, digest: Digest) -> Cluster | None:
        """Return the group, joined ones as one, that has a content; None where it is not here."""
        part = self._home(digest)
        if part is None:
            return None
        inside = (one for one in self._joined.values() if _has(one, part.centre))
        return next(inside, part)

    def row_of(self, digest: Digest) -> str | None:
        """Return the row of the group that has a content, or None."""
        whole = self.whole(digest)
        at = None if whole is None else row_with(self.table, whole.centre)
        return None if at is None else self.table.ids[at]

    def contents(self, cluster: Cluster) -> frozenset[Digest]:
        """Return the contents of a group."""
        return frozenset(self.records[one.record].digest for one in cluster.members)

    def _home(self, digest: Digest) -> Cluster | None:
        if digest not in self._homes:
            self._homes[digest] = self._found(digest)
        return self._homes[digest]

    def _found(self, digest: Digest) -> Cluster | None:
        """Return the group as it was found; an image in none is a group of itself."""
        here = sorted(self.having(digest), key=lambda one: one.place)
        rows = (row_with(self._plain, one.id) for one in here)
        at = next((row for row in rows if row is not None), None)
        if at is not None:
            return self._base.cluster(self._plain.ids[at])
        return Cluster("", (Member(here[0].id),), DOUBTFUL_LANE) if here else None

    def _row(self, joint: Joint) -> list[JoinedRow]:
        """Return the row of joined groups; none where nothing of them is in the queue any more."""
        records = {member.record for part in joint.parts for member in part.members}
        groups = [self._plain.place[part.id] for part in joint.parts if part.id]
        rows = [*groups, *pairs_within(self._plain, records)]
        if not rows:
            return []
        cluster = joined_cluster(self._plain.ids[rows[0]], joint, self.pairs)
        self._joined[cluster.id] = cluster
        members = [self.records[one.record] for one in cluster.members]
        is_chained = any(one.through is not None for one in cluster.members)
        return [JoinedRow(rows[0], members, rows, is_chained)]


class GroupJoins:
    """What is joined now, and saying that two contents show the same picture.

    Args:
        base: the generation as it was found.
        store: the project file.
        now: the wall clock.

    Attributes:
        shelf: the same, with joined groups as one.
    """

    def __init__(self, base: Stock, store: JoinStore, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._present: set[ContentPair] = set()
        self.shelf = JoinedShelf(base)

    def reload(self) -> None:
        """Read from the project again."""
        self._present = set(self._store.joins())
        self.follow()

    def follow(self) -> None:
        """Let groups come apart that a person called no duplicates, and together again."""
        apart = self._store.not_duplicates() if self._present else frozenset()
        self.shelf.join(self._present, apart)

    def holds(self, about: ContentPair) -> bool:
        """Say whether two contents are joined."""
        return about in self._present

    def check(self, about: ContentPair) -> None:
        """Say whether two contents may be joined.

        Raises:
            RefusedError: they are in one group already, or somebody called a picture of the one
                group and one of the other no duplicates.
        """
        one, other = (self.shelf.whole(each) for each in (about.low, about.high))
        if one is None or other is None or one == other:
            raise RefusedError(message(_ONE_ALREADY))
        some, others = self.shelf.contents(one), self.shelf.contents(other)
        found = set_apart_between(some, others, self._store.not_duplicates())
        if found is not None:
            names = [self._name(each) for each in (found.low, found.high)]
            raise RefusedError(message(_SET_APART, one=names[0], other=names[1]))

    def say(self, said: Join, cluster: str | None = None, undoes: str | None = None) -> Step:
        """Keep a join, or take one back; durable on return.

        Args:
            said: what holds from now on.
            cluster: the row on the table.
            undoes: id of the step that this one takes back or brings back.

        Raises:
            RefusedError: see `check`.
            ProjectError, BusyError: the project cannot be written; nothing was changed.
        """
        if said.is_set and undoes is None:
            self.check(said.about)
        mark = StepMark(uuid.uuid4().hex, undoes, LABEL)
        turned = Rejoined(Join(said.about, said.about in self._present), said, cluster)
        self._store.append((join_draft(said, mark, cluster),))
        keep_join(self._present, said)
        self.follow()
        return Step(mark.step, LABEL, (), (), self._now().isoformat(), joined=turned)

    def _name(self, digest: Digest) -> bytes:
        return min(one.place.name for one in self.shelf.having(digest))


def _has(cluster: Cluster, record: RecordId) -> bool:
    return any(one.record == record for one in cluster.members)


_ONE_ALREADY = QT_TRANSLATE_NOOP(
    "Messages", "Nothing was joined: the two are in one group already."
)
_SET_APART = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was joined: {one} and {other} were called not duplicates. Take that answer back first"
    " (Y), then join the groups.",
)
