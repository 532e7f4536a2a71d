"""What somebody needs who keeps large files of the program's own, and may not touch the disk.

The store names files in its tables and reads them; writing and removing goes through one door of
the engine, which the services hand in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dedup_desk.core.array_file import Block


class OwnFiles(Protocol):
    """Writes and removes files that the program made; never files of a collection."""

    def write(self, path: bytes, blocks: Iterable[Block]) -> None:
        """Make a file that is whole and durable under its name, or not there at all.

        Raises:
            OSError: it cannot be written; what stood there before still does.
        """
        ...

    def discard(self, paths: Iterable[bytes]) -> None:
        """Remove files; one that is gone already is no trouble.

        Raises:
            OSError: a folder cannot be written.
        """
        ...
