"""What stands around an image, looked up: its folder on the disk, and its content elsewhere.

Every method may block and is meant for a thread of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from dedup_desk.core.decisions import Decision
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import Digest, FilePlace, ImageRecord
from dedup_desk.core.surroundings import (
    EarlierAnswer,
    InFolder,
    NearFile,
    Surroundings,
    around,
    in_order,
    raw_partners,
)

_CANNOT_LOOK = QT_TRANSLATE_NOOP("Messages", "the folder cannot be read ({reason})")


def folder_of(absolute: bytes) -> Surroundings:
    """Look around a file in its folder; a folder that cannot be read is told, not raised.

    Args:
        absolute: the file's path as the file system spells it.
    """
    folder, name = os.path.split(absolute)
    try:
        with os.scandir(folder) as entries:
            names = in_order(one.name for one in entries if not one.is_dir(follow_symlinks=False))
        links = os.lstat(absolute).st_nlink if name in names else 1
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        return Surroundings(trouble=message(_CANNOT_LOOK, reason=reason))
    at, near = around(names, name)
    files = tuple(NearFile(one, _size(folder, one), one == name) for one in near)
    return Surroundings(InFolder(files, at, len(names), raw_partners(name, names), links))


def _size(folder: bytes, name: bytes) -> int | None:
    try:
        return os.lstat(os.path.join(folder, name)).st_size  # noqa: PTH118 - names are bytes
    except OSError:
        return None


class SameContent:
    """Other places of a content, and what was decided about them.

    Args:
        having: returns the images of one content.
        present: returns the answers in force by place.
    """

    def __init__(
        self,
        having: Callable[[Digest], Collection[ImageRecord]],
        present: Callable[[], Mapping[FilePlace, Decision]],
    ) -> None:
        self._having, self._present = having, present
        self._decided: dict[Digest, set[FilePlace]] | None = None

    def added(self, to: Surroundings, record: ImageRecord) -> Surroundings:
        """Return `to` with the places of the record's content and the answers there."""
        if self._decided is None:
            self._decided = self._sorted()
        standing = {one.place for one in self._having(record.digest)} - {record.place}
        others = sorted(standing | self._decided.get(record.digest, set()) - {record.place})
        present = self._present()
        answers = tuple(
            EarlierAnswer(place, decision.verdict)
            for place in others
            if (decision := present.get(place)) is not None
            and decision.verdict is not None
            and decision.subject.digest == record.digest
        )
        here = tuple(place for place in others if place in standing)
        return replace(to, copies=here, answers=answers)

    def _sorted(self) -> dict[Digest, set[FilePlace]]:
        """Sort the answers by content once: new ones are about images that stand there."""
        places: dict[Digest, set[FilePlace]] = {}
        for place, decision in list(self._present().items()):
            places.setdefault(decision.subject.digest, set()).add(place)
        return places
