"""The door for large files of the program's own, for those that may not touch the disk."""

from __future__ import annotations

from collections.abc import Iterable

from dedup_desk.core.array_file import Block
from dedup_desk.engine.files import FsOps, discard_own, write_blocks_atomically


class OwnDisk:
    """An `OwnFiles` (core) on the disk.

    Args:
        fs: every system call goes through it.
    """

    def __init__(self, fs: FsOps | None = None) -> None:
        self._fs = fs or FsOps()

    def write(self, path: bytes, blocks: Iterable[Block]) -> None:
        """See `OwnFiles.write`."""
        write_blocks_atomically(path, blocks, self._fs)

    def discard(self, paths: Iterable[bytes]) -> None:
        """See `OwnFiles.discard`."""
        discard_own(paths, self._fs)
