"""Rows of the queue that one can come back to: by id, by content, or as near as a filter lets."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dedup_desk.core.records import Digest
from dedup_desk.services.queue_table import QueueTable
from dedup_desk.ui.viewmodels.queue_rows import QueueRows


class ReturnableRows(QueueRows):
    """Rows that find one of them again."""

    def _row_of(self, row_id: str, contents: Sequence[Digest]) -> int | None:
        """Return the row of an id, or of contents where nothing has the id any more."""
        table = self._of.table
        found = [table.place.get(row_id, -1), *(_row_with(table, one) for one in contents)]
        return next((at for at in found if at >= 0 and table.is_shown(at)), None)

    def _filter_near(self, at: int) -> None:
        """Filter and select a row, or the next in order where the filter hides it."""
        self._filter(keep=self._of.table.ids[at])
        if self.count and self._shown_at[at] < 0:
            order = self._of.table.ordered(self._query.order)
            rank = np.empty(len(order), np.int64)
            rank[order] = np.arange(len(order))
            later = np.flatnonzero(rank[self._shown] > rank[at])
            self.selected = int(later[0]) if len(later) else max(self.next_open(), 0)


def _row_with(table: QueueTable, digest: Digest) -> int:
    """Return the first row whose centre or last member has a content; -1 without any."""
    contents = table.columns.digests.tobytes()
    at = contents.find(digest)
    while at >= 0 and at % len(digest):
        at = contents.find(digest, at + 1)
    return at // (2 * len(digest)) if at >= 0 else -1
