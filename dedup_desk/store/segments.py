"""The inverted file of the index: sorted postings in large files beside the database.

A file is written under another name, flushed to the disk, renamed, read back, and only then named
in a table, with its size and SHA-256. What no row names is an orphan and is removed; what does not
look as its row says is forgotten and made anew: nothing here is precious. Files are never changed
once they have their name, so that they may be memory-mapped, on a network share too.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, insert, select

from dedup_desk.core.array_file import MOST_HEAD_BYTES, ArrayPlan, Block, Layout, read_layout
from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.features import Postings
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.own_files import OwnFiles
from dedup_desk.core.posting_merge import Run, chosen_postings, merged_rows
from dedup_desk.core.progress import Check, unasked
from dedup_desk.store.database import AnyRow, Database
from dedup_desk.store.index_tables import SEGMENT

_COLUMNS: Final = {"cells": "<u4", "images": "<u4", "signatures": "<u8", "shapes": "<u4"}
_READ_BYTES: Final = 1 << 20
_NAME: Final = re.compile(r"postings-(\d{6,})\.arrays")
_PART: Final = re.compile(r"\.postings-\d{6,}\.arrays\.\d+\.part")
_NOT_WRITTEN: Final = QT_TRANSLATE_NOOP(
    "Messages",
    "The index {folder} could not be written ({error}). What was finished before is kept; make "
    "room or mend the disk, then go on.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """One finished file of postings.

    Attributes:
        id: its row.
        path: where it is.
        size_bytes: of the file.
        members: (n,) uint32, the contents that are in it, growing.
    """

    id: int
    path: bytes
    size_bytes: int
    members: NDArray[np.uint32]


class SegmentStore:
    """The segments that one recipe made.

    Args:
        rows: the database that names them.
        files: the door to the disk.
        recipe: of the features and of the index; segments of another are forgotten.
    """

    def __init__(self, rows: Database, files: OwnFiles, recipe: str) -> None:
        self._rows = rows
        self._folder = rows.path.parent
        self._files = files
        self._recipe = recipe

    def sound(self, check: Check) -> tuple[Segment, ...]:
        """Return the segments that are whole to the last byte; clear everything else away.

        Args:
            check: called at least every MiB that is read.
        """
        with self._rows.reading() as connection:
            known = connection.execute(select(SEGMENT).order_by(SEGMENT.c.id)).all()
        sound = [self._segment(row) for row in known if self._is_sound(row, check)]
        self._forget({row.id for row in known} - {one.id for one in sound})
        self._clear(sound)
        return tuple(sound)

    def add(self, rows: Postings, members: NDArray[np.uint32], check: Check = unasked) -> Segment:
        """Keep new postings, sorted by cell, then image.

        Args:
            rows: the postings.
            members: the contents they are of.
            check: called at least every MiB that is read back.

        Raises:
            SurroundingsError: the disk is full or broken.
        """
        layout = self._layout(len(rows))
        return self._put(layout, _blocks(layout, [rows]), members, check)

    def merge(
        self, segments: Sequence[Segment], alive: NDArray[np.bool_], check: Check
    ) -> Segment | None:
        """Make one of several, in little memory, without the contents that are gone.

        Args:
            segments: sound ones, which are removed.
            alive: by content number, whether it is still wanted; all others are dropped.
            check: called for every piece.

        Returns:
            The new one; None where nothing was left.

        Raises:
            SurroundingsError: the disk is full or broken; the old ones are still there.
        """
        members = np.unique(np.concatenate([one.members for one in segments]))
        members = members[_are(members, alive)]
        if not len(members):
            self._forget({one.id for one in segments})
            self._clear_files(one.path for one in segments)
            return None
        with self._opened(segments) as runs:
            count = sum(_kept_count(run, alive, check) for run in runs)
            layout = self._layout(count)
            pieces = _wanted(merged_rows(runs), alive, check)
            return self._put(layout, _blocks(layout, pieces), members, check, segments)

    def _put(
        self,
        layout: Layout,
        blocks: Iterable[Block],
        members: NDArray[np.uint32],
        check: Check,
        instead_of: Sequence[Segment] = (),
    ) -> Segment:
        number = self._next_number()
        path = self._path(number)
        try:
            self._files.write(path, blocks)
            size_bytes, sha256 = _read_back(path, check)
        except OSError as error:
            raise self._trouble(error) from error
        if size_bytes != layout.size_bytes:
            raise self._trouble(OSError("the file came out too short"))
        row = {
            "id": number,
            "recipe": self._recipe,
            "size_bytes": size_bytes,
            "sha256": sha256,
            "members": members.astype("<u4").tobytes(),
        }
        with self._rows.writing() as connection:
            connection.execute(delete(SEGMENT).where(SEGMENT.c.id.in_([x.id for x in instead_of])))
            connection.execute(insert(SEGMENT), row)
        self._clear_files(one.path for one in instead_of)
        return Segment(number, path, size_bytes, members)

    def _is_sound(self, row: AnyRow, check: Check) -> bool:
        if row.recipe != self._recipe:
            return False
        try:
            return _read_back(self._path(row.id), check) == (row.size_bytes, row.sha256)
        except OSError:
            return False

    def _segment(self, row: AnyRow) -> Segment:
        members = np.frombuffer(row.members, "<u4").astype(np.uint32)
        return Segment(row.id, self._path(row.id), row.size_bytes, members)

    def _forget(self, ids: Iterable[int]) -> None:
        gone = list(ids)
        if gone:
            with self._rows.writing() as connection:
                connection.execute(delete(SEGMENT).where(SEGMENT.c.id.in_(gone)))

    def _clear(self, sound: Iterable[Segment]) -> None:
        """Remove files of ours that no row names: a run was killed, or a row was forgotten."""
        named = {one.path for one in sound}
        ours = [
            os.fsencode(one)
            for one in self._folder.iterdir()
            if _NAME.fullmatch(one.name) or _PART.fullmatch(one.name)
        ]
        self._clear_files(path for path in ours if path not in named)

    def _clear_files(self, paths: Iterable[bytes]) -> None:
        try:
            self._files.discard(paths)
        except OSError as error:
            raise self._trouble(error) from error

    def _next_number(self) -> int:
        names = [_NAME.fullmatch(one.name) for one in self._folder.iterdir()]
        return 1 + max((int(name[1]) for name in names if name), default=0)

    def _path(self, number: int) -> bytes:
        return os.fsencode(self._folder / f"postings-{number:06}.arrays")

    def _layout(self, count: int) -> Layout:
        plans = [ArrayPlan(name, kind, count) for name, kind in _COLUMNS.items()]
        return Layout.of(self._recipe, plans)

    def _trouble(self, error: OSError) -> SurroundingsError:
        said = error.strerror or str(error)
        return SurroundingsError(
            message(_NOT_WRITTEN, folder=os.fsencode(self._folder), error=said)
        )

    @contextmanager
    def _opened(self, segments: Sequence[Segment]) -> Iterator[list[Run]]:
        with ExitStack() as opened:
            try:
                runs = []
                for one in segments:
                    descriptor = os.open(one.path, os.O_RDONLY | os.O_CLOEXEC)
                    opened.callback(os.close, descriptor)
                    runs.append(_run(descriptor))
                yield runs
            except OSError as error:
                raise self._trouble(error) from error


def _read_back(path: bytes, check: Check) -> tuple[int, bytes]:
    """Return size and SHA-256 of a file, read without mapping it.

    A mapped file whose disk goes away kills the process that touches it; this may be the window.
    """
    digest, size_bytes = hashlib.sha256(), 0
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        while block := os.read(descriptor, _READ_BYTES):
            check()
            digest.update(block)
            size_bytes += len(block)
    finally:
        os.close(descriptor)
    return size_bytes, digest.digest()


def _run(descriptor: int) -> Run:
    layout = read_layout(os.pread(descriptor, MOST_HEAD_BYTES, 0))

    def column(name: str, start: int, end: int) -> NDArray[Any]:
        each = np.dtype(_COLUMNS[name]).itemsize
        data = os.pread(descriptor, (end - start) * each, layout.offset(name) + start * each)
        return np.frombuffer(data, _COLUMNS[name])

    def read(start: int, end: int) -> Postings:
        return Postings(**{name: column(name, start, end) for name in _COLUMNS})

    return Run(read, layout.plans[0].count)


def _kept_count(run: Run, alive: NDArray[np.bool_], check: Check) -> int:
    step, kept = _READ_BYTES, 0
    for start in range(0, run.count, step):
        check()
        images = run.read(start, min(run.count, start + step)).images
        kept += int(_are(images, alive).sum())
    return kept


def _wanted(
    pieces: Iterable[Postings], alive: NDArray[np.bool_], check: Check
) -> Iterator[Postings]:
    for rows in pieces:
        check()
        yield chosen_postings(rows, _are(rows.images, alive))


def _are(images: NDArray[np.uint32], alive: NDArray[np.bool_]) -> NDArray[np.bool_]:
    known = images < len(alive)
    return known & alive[np.where(known, images, 0)]


def _blocks(layout: Layout, pieces: Iterable[Postings]) -> Iterator[Block]:
    yield 0, layout.head
    at = 0
    for rows in pieces:
        for name in _COLUMNS:
            yield layout.placed(name, at, getattr(rows, name))
        at += len(rows)
