"""Which modification time a folder has after a move out of it or back into it.

Taking a file out of a folder changes the folder's modification time, and that stays visible: the
folder gets the moment of the move, in whole even seconds (FAT keeps no finer time), written down
beforehand. When files come back, the folder's time goes back with them: to that of the latest move
still standing, and with the last file to the time before the first move. All this only while the
folder has exactly the time that we left; if anybody else changed it since, its time is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dedup_desk.core.journal import FolderState, Operation

_EVEN_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class SeenFolder:
    """A folder above a file as it is now.

    Attributes:
        path: relative to the collection root; b"" is the root itself.
        mode: permission bits.
        mtime_ns: modification time, or None where the folder is missing.
    """

    path: bytes
    mode: int
    mtime_ns: int | None


class Outstanding:
    """The retirements that have not been restored, by the folder that they took a file out of."""

    def __init__(self, retired: Iterable[Operation]) -> None:
        self._by_folder: dict[tuple[str, bytes], dict[str, FolderState]] = {}
        for operation in retired:
            self.add(operation)

    def add(self, operation: Operation) -> None:
        """Take in an operation that was done: a retirement stands until it is restored."""
        for folder in operation.folders[:1]:
            there = self._by_folder.setdefault((operation.item.place.root, folder.path), {})
            if operation.restores is None:
                there[operation.uuid] = folder
            else:
                there.pop(operation.restores, None)

    def others(self, root: str, path: bytes, but: str | None = None) -> tuple[FolderState, ...]:
        """Return what standing retirements left in a folder, one operation excepted."""
        found = self._by_folder.get((root, path), {})
        return tuple(folder for uuid, folder in found.items() if uuid != but)


def folders_of_retirement(
    root: str, seen: Sequence[SeenFolder], outstanding: Outstanding, now_ns: int
) -> tuple[FolderState, ...]:
    """Return what a retirement writes down of the folders above its file, the nearest first.

    Args:
        root: label of the collection root.
        seen: the folders as they are, the nearest first; none is missing.
        outstanding: retirements that have not been restored.
        now_ns: the moment of the move.
    """
    left_ns = now_ns // _EVEN_NS * _EVEN_NS
    states = []
    for at, folder in enumerate(seen):
        found_ns = folder.mtime_ns or 0
        origin_ns = _origin(found_ns, outstanding.others(root, folder.path))
        left = left_ns if at == 0 else None
        states.append(FolderState(folder.path, folder.mode, found_ns, origin_ns, left))
    return tuple(states)


def folders_of_restore(
    retired: Operation, seen: Sequence[SeenFolder], outstanding: Outstanding
) -> tuple[FolderState, ...]:
    """Return what a restore does to the folders above its file, the nearest first.

    Args:
        retired: the retirement that is turned round.
        seen: the same folders as they are now, the nearest first.
        outstanding: retirements that have not been restored, `retired` among them.
    """
    states = []
    for at, (folder, then) in enumerate(zip(seen, retired.folders, strict=True)):
        mates = outstanding.others(retired.item.place.root, folder.path, retired.uuid)
        left = [mate.left_ns or 0 for mate in mates if mate.origin_ns == then.origin_ns]
        expected_ns = max([*left, then.left_ns or 0]) or then.origin_ns
        wanted_ns = max(left) if left else then.origin_ns
        if folder.mtime_ns is None:
            state = FolderState(
                folder.path, then.mode, expected_ns, then.origin_ns, wanted_ns, is_missing=True
            )
        else:
            makes_inside = at > 0 and seen[at - 1].mtime_ns is None
            after_ns = _after(folder.mtime_ns, expected_ns, wanted_ns) if at == 0 else None
            if makes_inside:
                after_ns = folder.mtime_ns
            state = FolderState(folder.path, folder.mode, folder.mtime_ns, then.origin_ns, after_ns)
        states.append(state)
    return tuple(states)


def _origin(found_ns: int, others: Sequence[FolderState]) -> int:
    """The time before our first move, if the folder still has the time that we left."""
    for other in sorted(others, key=lambda folder: folder.left_ns or 0, reverse=True):
        if other.left_ns == found_ns:
            return other.origin_ns
    return found_ns


def _after(found_ns: int, expected_ns: int, wanted_ns: int) -> int | None:
    return wanted_ns if found_ns == expected_ns else None
