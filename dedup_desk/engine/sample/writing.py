"""The sample goes to disk: exact names, fixed dates and modes, nothing overwritten."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dedup_desk.engine.sample.collection import DrawnFile
from dedup_desk.engine.sample.names import plain_name
from dedup_desk.engine.sample.truth import SampleFile, SampleTruth

_REFUSED_NAME = frozenset((errno.EILSEQ, errno.EINVAL, errno.ENAMETOOLONG, errno.EEXIST))


class SampleWriter:
    """Writes drawn files below one folder and remembers what is true of them.

    Args:
        folder: an existing, empty folder.
    """

    def __init__(self, folder: bytes) -> None:
        self._folder = Path(os.fsdecode(folder))
        self._files: list[SampleFile] = []
        self._places: dict[str, list[bytes]] = {"companion": [], "unreadable": [], "other": []}
        self._replaced: list[tuple[bytes, bytes]] = []
        self.size_bytes = 0
        self._latest_ns = 0

    def write(self, drawn: DrawnFile) -> None:
        """Write one file under its own name, or under a plain one where the disk refuses it.

        Raises:
            OSError: the disk is full, or the folder does not allow writing.
        """
        place = self._written_as(drawn)
        if place != drawn.place:
            self._replaced.append((drawn.place, place))
        self.size_bytes += len(drawn.data)
        self._latest_ns = max(self._latest_ns, drawn.mtime_ns)
        if drawn.truth is not None:
            self._files.append(replace(drawn.truth, place=place))
        else:
            self._places[drawn.role].append(place)

    def finish(self) -> SampleTruth:
        """Give every folder a fixed date and return the truth."""
        for folder in self._folders():
            os.utime(folder, ns=(self._latest_ns, self._latest_ns))
        return SampleTruth(
            files=tuple(sorted(self._files, key=lambda one: one.place)),
            unreadable=tuple(sorted(self._places["unreadable"])),
            companions=tuple(sorted(self._places["companion"])),
            others=tuple(sorted(self._places["other"])),
            replaced=tuple(self._replaced),
        )

    def _written_as(self, drawn: DrawnFile) -> bytes:
        try:
            self._put(drawn.place, drawn)
        except OSError as refusal:
            if refusal.errno not in _REFUSED_NAME:
                raise
        else:
            return drawn.place
        plain = plain_name(drawn.place)
        self._put(plain, drawn)
        return plain

    def _put(self, place: bytes, drawn: DrawnFile) -> None:
        target = self._folder / os.fsdecode(place)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(drawn.data)
        target.chmod(drawn.mode)
        os.utime(target, ns=(drawn.mtime_ns, drawn.mtime_ns))

    def _folders(self) -> Iterator[Path]:
        """Yield the folders, deepest first."""
        below = [path for path in self._folder.rglob("*") if path.is_dir()]
        yield from sorted(below, key=lambda path: len(path.parts), reverse=True)
        yield self._folder
