"""What a reading in the background brought to the queue that somebody is reviewing meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, counted, message
from dedup_desk.services.review_views import ClusterRow, RowKind

_NOTHING = QT_TRANSLATE_NOOP("Messages", "The deep pass has ended and found no other groups.")
_FOUND = QT_TRANSLATE_NOOP(
    "Messages",
    "The deep pass has ended and found {found}. The queue stays as it is until you want to see "
    "them.",
)
_READ = QT_TRANSLATE_NOOP(
    "Messages",
    "The folders were read again: {found}. The queue stays as it is until you want to see them.",
)
_GROUP = QT_TRANSLATE_NOOP("Messages", "{count} new or larger group")
_GROUPS = QT_TRANSLATE_NOOP("Messages", "{count} new or larger groups")
_PAIR = QT_TRANSLATE_NOOP("Messages", "{count} new pair")
_PAIRS = QT_TRANSLATE_NOOP("Messages", "{count} new pairs")
_BOTH = QT_TRANSLATE_NOOP("Messages", "{groups} and {pairs}")


@dataclass(frozen=True, slots=True)
class Found:
    """Rows that one queue has more than another.

    Attributes:
        ids: rows that are new, and groups that have more images.
        groups, pairs: how many of them are which.
    """

    ids: frozenset[str] = frozenset()
    groups: int = 0
    pairs: int = 0

    @classmethod
    def between(cls, before: Iterable[ClusterRow], after: Iterable[ClusterRow]) -> Found:
        """Return what `after` has more than `before`; how far rows are decided says nothing."""
        members = {row.id: row.member_count for row in before}
        rows = [row for row in after if row.member_count > members.get(row.id, 0)]
        kinds = Counter(row.kind for row in rows)
        ids = frozenset(row.id for row in rows)
        return cls(ids, kinds[RowKind.CLUSTER], kinds[RowKind.PAIR])

    @property
    def told(self) -> Message:
        """One sentence about a deep pass; groups and pairs are never mixed in a count."""
        return message(_FOUND, found=self._counted) if self.ids else message(_NOTHING)

    @property
    def told_of_reading(self) -> Message | None:
        """One sentence about folders that were read again; None where nothing is new."""
        return message(_READ, found=self._counted) if self.ids else None

    @property
    def _counted(self) -> Message:
        groups = counted(self.groups, _GROUP, _GROUPS)
        pairs = counted(self.pairs, _PAIR, _PAIRS)
        if self.groups and self.pairs:
            return message(_BOTH, groups=groups, pairs=pairs)
        return groups if self.groups else pairs
