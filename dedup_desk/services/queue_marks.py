"""Bookmarks of the queue: read once with a sitting, each new one committed at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from dedup_desk.core.bookmarks import Bookmark, bookmark_draft
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.records import Digest, FilePlace
from dedup_desk.services.queue_table import KINDS, QueueTable
from dedup_desk.services.recording import Recorder
from dedup_desk.services.review_views import ClusterRow, RowKind


class MarkStore(Recorder, Protocol):
    """What is needed of a project file."""

    def bookmarks(self) -> frozenset[ContentPair]:
        """Return what is marked now."""
        ...


class QueueMarks:
    """What is marked now.

    Args:
        store: the project file.
        saved: told whenever something was committed; returns the moment.
    """

    def __init__(self, store: MarkStore, saved: Callable[[], datetime]) -> None:
        self._store, self._saved = store, saved
        self._present = set(store.bookmarks())

    def ids(self, table: QueueTable) -> frozenset[str]:
        """Return the rows of a queue that are marked."""
        if not self._present:
            return frozenset()
        return frozenset(
            row_id
            for at, row_id in enumerate(table.ids)
            if _about(KINDS[table.columns.kind[at]], *table.digests(at)) in self._present
        )

    def turn(self, row: ClusterRow) -> bool:
        """Mark a row, or take its mark away; durable on return.

        Returns:
            Whether it is marked now.

        Raises:
            ProjectError, BusyError: the project cannot be written; nothing was changed.
        """
        about = _about(row.kind, *row.thumbnails)
        is_set = about not in self._present
        place = FilePlace(row.root, b"/".join(one for one in (row.folder, row.title) if one))
        self._store.append((bookmark_draft(Bookmark(about, is_set), row.id, place),))
        self._saved()
        (self._present.add if is_set else self._present.discard)(about)
        return is_set


def _about(kind: RowKind, centre: Digest, other: Digest) -> ContentPair:
    return ContentPair.of(centre, other if kind is RowKind.PAIR else centre)
