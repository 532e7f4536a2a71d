"""The queue as it is kept in the index: made with the groups, read when somebody opens them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from dedup_desk.core.array_file import ArrayFileError
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.core.twins import derived_pairs
from dedup_desk.services.queue_table import Columns, QueueTable
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.tallying import Tally
from dedup_desk.store.index_file import IndexFile


def keep_queue(index: IndexFile, records: Mapping[RecordId, ImageRecord]) -> QueueTable:
    """Make the queue of the groups that the index holds, and keep it there.

    Args:
        index: a generation that is formed.
        records: all its images.
    """
    table = _made(index, records)
    index.put_queue(table.columns.packed())
    return table


def stored_queue(index: IndexFile, *, read_only: bool) -> QueueTable:
    """Return the queue as it was kept; it is made where there is none, and kept if it may be.

    None is there while pictures are being compared, and in an index of an earlier version.
    """
    data = index.queue()
    if data is not None:
        try:
            columns = Columns.read(data)
            Tally.read(columns.tally)
            return QueueTable(columns)
        except ArrayFileError:
            pass  # of another version: made anew
    if read_only or index.finished() is None:
        return _made(index, index.records())
    return keep_queue(index, index.records())


def _made(index: IndexFile, records: Mapping[RecordId, ImageRecord]) -> QueueTable:
    compared = index.verified(with_evidence=False)
    pairs = chain(compared, derived_pairs(records, compared))
    table = Shelf.of(records, index.clusters(), pairs).table
    return table.with_tally(Tally.of(records, compared).packed())
