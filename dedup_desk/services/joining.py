"""Groups that people joined, over a generation of the index: what holds now, and saying it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.event_texts import NOTE_LABEL
from dedup_desk.core.joined_groups import Joint, joined_cluster, joints, part_of
from dedup_desk.core.joins import (
    Join,
    Part,
    Rejoined,
    join_draft,
    joined,
    keep_join,
    set_apart_between,
)
from dedup_desk.core.lanes import DOUBTFUL_LANE
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import Digest, FilePlace, RecordId
from dedup_desk.services.joined_table import JoinedRow, pairs_within, row_with, with_joined
from dedup_desk.services.recording import Recorder
from dedup_desk.services.stock import Stock

LABEL = "join"
"""What such a step is called in the ledger."""


class JoinStore(Recorder, Protocol):
    """What is needed of a project file."""

    def joins(self) -> Mapping[ContentPair, Join]:
        """Return the pairs of contents that people called the same picture, and their words."""
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
        found = joints(joins, apart, self.home, self.records)
        if found == self._joints:
            return False
        self._joints, self._joined = found, {}
        self.table = with_joined(self._plain, [row for one in found for row in self._row(one)])
        return True

    def whole(self, digest: Digest) -> Cluster | None:
        """Return the group, joined ones as one, that has a content; None where it is not here."""
        part = self.home(digest)
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

    def parts_of(
        self, whole: Cluster, joins: Iterable[ContentPair], apart: Collection[ContentPair]
    ) -> tuple[frozenset[FilePlace], ...]:
        """Return the files of each group that a joined one would fall into under other joins."""
        members = {one.record for one in whole.members}
        homes = {centre for one in members if (centre := part_of(whole, one)) == one}
        groups = [
            {part.centre for part in one.parts} & homes
            for one in joints(joins, apart, self.home, self.records)
        ]
        held = set().union(*groups)
        groups = [one for one in groups if one] + [{one} for one in homes - held]
        return tuple(
            frozenset(self.records[one].place for one in members if part_of(whole, one) in centres)
            for centres in groups
        )

    def home(self, digest: Digest) -> Cluster | None:
        """Return the group as it was found that has a content, or an image alone; or None."""
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
        saved: told whenever something was committed; returns the moment.

    Attributes:
        shelf: the same, with joined groups as one.
    """

    def __init__(self, base: Stock, store: JoinStore, saved: Callable[[], datetime]) -> None:
        self._store, self._saved = store, saved
        self._present: dict[ContentPair, Join] = {}
        self.shelf = JoinedShelf(base)

    def reload(self) -> None:
        """Read from the project again."""
        self._present = dict(self._store.joins())
        self.follow()

    def follow(self) -> None:
        """Let groups come apart that a person called no duplicates, and together again."""
        self.shelf.join(self._present, self._apart())

    def holds(self, about: ContentPair) -> bool:
        """Say whether two contents are joined."""
        return about in self._present

    def of(self, about: ContentPair) -> Join:
        """Return what holds about two contents."""
        return joined(self._present, about)

    def between(self, some: Collection[Digest], others: Collection[Digest]) -> Join | None:
        """Return the join that holds two sets of contents together; None where there is none."""
        both = (
            one
            for about, one in sorted(self._present.items())
            if (about.low in some and about.high in others)
            or (about.low in others and about.high in some)
        )
        return next(both, None)

    def parted_by(self, about: ContentPair) -> tuple[frozenset[FilePlace], ...]:
        """Return the files of each group that would be left, were a join taken back."""
        whole = self.shelf.whole(about.low)
        rest = {one: said for one, said in self._present.items() if one != about}
        return () if whole is None else self.shelf.parts_of(whole, rest, self._apart())

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
        if said.is_set and undoes is None and not self.holds(said.about):
            self.check(said.about)
        is_note = said.is_set and self.holds(said.about)
        mark = StepMark(uuid.uuid4().hex, undoes, NOTE_LABEL if is_note else LABEL)
        turned = Rejoined(self.of(said.about), said, cluster)
        parts = tuple(self._part(one) for one in (said.about.low, said.about.high))
        self._store.append((join_draft(said, mark, cluster, (parts[0], parts[1])),))
        at_utc = self._saved().isoformat()
        keep_join(self._present, said)
        self.follow()
        person = self._store.actor
        return Step(mark.step, mark.label, (), (), at_utc, joined=turned, person=person)

    def _apart(self) -> frozenset[ContentPair]:
        return self._store.not_duplicates() if self._present else frozenset()

    def _part(self, digest: Digest) -> Part:
        """Return the group as it was found, for whoever reads the history later."""
        home = self.shelf.home(digest)
        if home is None:
            return Part()
        records = [self.shelf.records[one.record] for one in home.members]
        records.sort(key=lambda one: one.digest != digest)  # the others stay in their order
        return Part(home.id, len(records), tuple(one.place for one in records))

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
