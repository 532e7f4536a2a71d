"""The sample goes to disk: exact names, fixed dates and modes, nothing of anybody's overwritten.

A page that explains the sample is written first, saying "unfinished", and last, saying what is
there: so an interrupted run can go on, and a finished sample is known as one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dedup_desk.engine.sample.collection import LAST_NS, RECIPE, DrawnFile, Role
from dedup_desk.engine.sample.names import plain_name
from dedup_desk.engine.sample.truth import SampleFile, SampleTruth

_REFUSED_NAME = frozenset((errno.EILSEQ, errno.EINVAL, errno.ENAMETOOLONG, errno.EEXIST))


PAGE = b"READ ME.txt"
FINISHED, UNFINISHED = "complete", "unfinished"

PAGE_TEXT = """
These pictures were drawn by the program; nobody's rights are touched. Do with them what you like.

masters/    originals, one folder a year; each file is read-only, as masters should be
stills/     film stills; two prints of one negative are in stills/prints
press/      what a picture desk makes of originals: corrected, cropped, captioned, sent by wire
web/        smaller copies, previews, watermarks
import/     discs, phones and scans that nobody has sorted; mind the names
posters/    posters with lettering
products/   goods on white; two handbags differ in their colour only
documents/  two deeds of one form, one of them also with a stamp; a letter, a newspaper, a map

Look for: a copy that is the only one with a caption; a cropped copy; a mirrored one; a retouched
one; two deeds that look alike and are not copies; a stamped page; a file that cannot be read.

這些圖片全部由程式繪畫，可隨意使用。試找出：唯一附有圖片說明的副本、裁切、左右反轉、
局部改動、版面相同而內容不同的契約、蓋了印的頁，以及無法讀取的檔案。
"""  # noqa: RUF001 - Chinese text has Chinese punctuation


def first_line(seed: int, state: str) -> str:
    """Return the first line of the page; it tells a finished sample from an unfinished one."""
    return f"Dedup Desk sample collection, recipe {RECIPE}, seed {seed}, {state}.\n"


def page_state(folder: bytes, seed: int) -> str | None:
    """Return how far the sample in `folder` is, or None if it has none of this seed.

    A finished sample of an earlier recipe counts as finished: it teaches as well, and its folder
    is a person's by now. An unfinished one can be gone on with by its own recipe only.
    """
    page = Path(os.fsdecode(folder)) / os.fsdecode(PAGE)
    if not page.is_file():
        return None
    with page.open(encoding="utf-8", errors="replace") as text:
        begins = text.readline()
    if begins == first_line(seed, UNFINISHED):
        return UNFINISHED
    start, _, end = first_line(seed, FINISHED).partition(RECIPE)
    return FINISHED if begins.startswith(start) and begins.endswith(end) else None


class SampleWriter:
    """Writes drawn files below one folder and remembers what is true of them.

    Args:
        folder: an existing folder, empty or with an unfinished sample of the same seed.
        seed: of all chance; only for the page that explains the sample.
    """

    def __init__(self, folder: bytes, seed: int) -> None:
        self._folder = Path(os.fsdecode(folder))
        self._seed = seed
        self._files: list[SampleFile] = []
        self._places: dict[Role, list[bytes]] = {role: [] for role in Role}
        self._replaced: list[tuple[bytes, bytes]] = []
        self.size_bytes = 0

    def begin(self) -> None:
        """Say that a sample is being drawn here."""
        self._explain(UNFINISHED)

    def write(self, drawn: DrawnFile) -> None:
        """Write one file under its own name, or under a plain one where the disk refuses it.

        Raises:
            OSError: the disk is full, or the folder does not allow writing.
        """
        place = self._written_as(drawn)
        if place != drawn.place:
            self._replaced.append((drawn.place, place))
        self.size_bytes += len(drawn.data)
        if drawn.truth is not None:
            self._files.append(replace(drawn.truth, place=place))
        else:
            self._places[drawn.role].append(place)

    def finish(self) -> SampleTruth:
        """Write the page that explains the sample, date every folder, return the truth."""
        self._explain(FINISHED)
        for folder in self._folders():
            folder.chmod(0o755)
            os.utime(folder, ns=(LAST_NS, LAST_NS))
        return SampleTruth(
            files=tuple(sorted(self._files, key=lambda one: one.place)),
            unreadable=tuple(sorted(self._places[Role.UNREADABLE])),
            companions=tuple(sorted(self._places[Role.COMPANION])),
            others=tuple(sorted([*self._places[Role.OTHER], PAGE])),
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
        _fill(target, drawn.data)
        target.chmod(drawn.mode)
        os.utime(target, ns=(drawn.mtime_ns, drawn.mtime_ns))

    def _explain(self, state: str) -> None:
        page = self._folder / os.fsdecode(PAGE)
        page.write_text(first_line(self._seed, state) + PAGE_TEXT, encoding="utf-8")
        os.utime(page, ns=(LAST_NS, LAST_NS))

    def _folders(self) -> Iterator[Path]:
        """Yield the folders, deepest first."""
        below = [path for path in self._folder.rglob("*") if path.is_dir()]
        yield from sorted(below, key=lambda path: len(path.parts), reverse=True)
        yield self._folder


def _fill(target: Path, data: bytes) -> None:
    """Write a new file; one that an interrupted run left is finished, any other is refused."""
    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        there = target.read_bytes()
        if not data.startswith(there):
            raise
        if there != data:
            target.write_bytes(data)
