"""Which originals there are, from where, and on which side of the split they fall.

Photographs are cut into tiles that do not overlap; of photographs that look alike only one is
taken; all tiles of one photograph, and all that goes with them, stay on one side. Some drawn goods
and papers are sisters of another original: another article of its series, and no copy of it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

import imagehash
import numpy as np
from PIL import Image, ImageOps

from dedup_desk.engine.sample.originals import Original
from dedup_desk.engine.sample.shelf_pictures import FILM, PRESS
from dedup_desk.engine.sample.shelf_views import LANDSCAPES, TOWNS
from tests.benchmarks.labelled.canvas import Pixels
from tests.benchmarks.labelled.truth import Half

SEED = 20_263
"""Of all that is drawn: another one gives other drawings, other copies and other hard negatives."""

_SPLIT_SEED = 20_261
"""Deals photographs, scenes of the sample and views to the halves, whatever `SEED` is.

They are the same pictures under every seed. Were they dealt anew with it, those of the blind half
could come to the fitting half of the next set and back, and nothing would be blind any more.
"""

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"

DRAWN = {"landscape": 44, "town": 34, "film": 26, "poster": 36, "goods": 38, "paper": 44}
"""How many of each drawn kind belong to the whole set."""

SISTERS = {"goods": 4, "paper": 2}
"""How many of them are, in each half, sisters of another one of the same half."""

_VERSIONS = frozenset({"second_print", "film_strip"})
"""Pictures of the sample that repeat another one of it."""

SAMPLE: tuple[Original, ...] = tuple(
    one for one in (*LANDSCAPES, *TOWNS, *FILM, *PRESS) if one.key not in _VERSIONS
)
"""Scenes of the program's own sample: those with depth."""

_TILE_PX, _LEAST_PX = 1150, 900
_ALIKE_BITS = 14
_BUSY_SHARE, _BUSY_LEVELS = 0.35, 5.0
_SCENE = "same-scene"


@dataclass(frozen=True, slots=True)
class Source:
    """One original to be.

    Attributes:
        key: its name, a folder's name too.
        kind: "photo", "view" (one scene from many places), "sample" or a key of `DRAWN`.
        group: what it was taken from; decides the half.
        half: of the split.
        number: of its kind; a sister has its elder's.
        box: of a photograph: left, top, right, bottom of its cell, upright pixels.
        ordinal: its place in its half, which turns the wheel of variants.
        series: key of the elder, of both sisters; "" where there is none.
    """

    key: str
    kind: str
    group: str
    half: Half
    number: int
    box: tuple[int, int, int, int] | None = None
    ordinal: int = 0
    series: str = ""

    @property
    def seed(self) -> int:
        """Of its chance."""
        return _seed(self.key)

    @property
    def design_seed(self) -> int:
        """Of the chance of its size and shape, which sisters share."""
        return _seed(self.series or self.key)

    @property
    def is_sister(self) -> bool:
        """Say whether it repeats another original's design."""
        return self.series not in ("", self.key)


def _seed(key: str) -> int:
    return zlib.crc32(f"{SEED} {key}".encode("ascii"))


def catalogue(scale: int | None = None, corpus: Path = CORPUS) -> list[Source]:
    """Return the originals; with a scale about so many of them, from all kinds.

    Args:
        scale: how many; None for all.
        corpus: the folder with photographs; without it there are only drawings.
    """
    by_kind = {**_drawn(), "sample": _sample(), "photo": _tiles(corpus), "view": _views(corpus)}
    total = sum(len(sources) for sources in by_kind.values())
    chosen: list[Source] = []
    for sources in by_kind.values():
        chosen += sources if scale is None else _thinned(sources, len(sources) * scale / total)
    return _numbered(chosen)


@lru_cache(maxsize=2)
def photograph(name: str, corpus: Path = CORPUS) -> Pixels:
    """Return a photograph, upright."""
    with Image.open(corpus / name) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))


def _thinned(sources: Sequence[Source], count: float) -> list[Source]:
    each = max(1, round(count / 2))
    halves = [[one for one in sources if one.half is half] for half in Half]
    return [one for side in halves for one in side[:each]]


def _numbered(sources: Sequence[Source]) -> list[Source]:
    counts = dict.fromkeys(Half, 0)
    numbered = []
    for one in sources:
        numbered.append(replace(one, ordinal=counts[one.half]))
        counts[one.half] += 1
    return numbered


def _drawn() -> dict[str, list[Source]]:
    made: dict[str, list[Source]] = {}
    for kind, count in DRAWN.items():
        sides = _sides(count, kind, SEED)
        alone = [
            Source(f"{kind}-{number:03d}", kind, f"{kind}-{number:03d}", side, number)
            for number, side in enumerate(sides)
        ]
        made[kind] = _with_sisters(alone, SISTERS.get(kind, 0))
    return made


def _with_sisters(sources: Sequence[Source], each: int) -> list[Source]:
    """Return the sources; of every half the first ones are, two by two, elder and sister."""
    found = {one.key: one for one in sources}
    for half in Half:
        mine = [one for one in sources if one.half is half]
        for elder, sister in zip(mine[: 2 * each : 2], mine[1 : 2 * each : 2], strict=True):
            shared = {"series": elder.key, "group": elder.group, "number": elder.number}
            found[elder.key] = replace(elder, series=elder.key)
            found[sister.key] = replace(sister, **shared)
    return list(found.values())


def _sample() -> list[Source]:
    sides = _sides(len(SAMPLE), "sample", _SPLIT_SEED)
    return [
        Source(f"sample-{one.key.replace('_', '-')}", "sample", one.key, side, number)
        for number, (one, side) in enumerate(zip(SAMPLE, sides, strict=True))
    ]


def _sides(count: int, name: str, seed: int) -> list[Half]:
    sides = [tuple(Half)[number % 2] for number in range(count)]
    chance = np.random.default_rng([seed, zlib.crc32(name.encode("ascii"))])
    return [sides[at] for at in chance.permutation(count).tolist()]


def _views(corpus: Path) -> list[Source]:
    files = sorted((corpus / _SCENE).glob("*.JPG"))
    return [
        Source(f"view-{number:03d}", "view", _SCENE, Half.BLIND, number)
        for number, _ in enumerate(files)
    ]


def view(number: int, corpus: Path = CORPUS) -> Pixels:
    """Return one view of the scene that was photographed from many places, reduced."""
    path = sorted((corpus / _SCENE).glob("*.JPG"))[number]
    with Image.open(path) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGB").reduce(2))


@cache
def _tiles(corpus: Path) -> list[Source]:
    photos = _unlike(corpus)
    counts = dict.fromkeys(Half, 0)
    chance = np.random.default_rng([_SPLIT_SEED, 1])
    made: list[Source] = []
    for at in chance.permutation(len(photos)).tolist():
        name, boxes = photos[at]
        half = min(Half, key=lambda one: counts[one])
        counts[half] += len(boxes)
        stem = f"photo-{zlib.crc32(name.encode()):08x}"
        made += [
            Source(f"{stem}-{number}", "photo", name, half, number, box)
            for number, box in enumerate(boxes)
        ]
    return made


def _unlike(corpus: Path) -> list[tuple[str, list[tuple[int, int, int, int]]]]:
    """Return photographs that look like none before them, with their tiles."""
    seen: list[imagehash.ImageHash] = []
    found = []
    for path in sorted((corpus / "photos").glob("*")):
        try:
            pixels = photograph(f"photos/{path.name}", corpus)
        except OSError:
            continue  # the folder holds broken files on purpose
        hashes = _turned_hashes(pixels)
        is_like = any(one - other <= _ALIKE_BITS for one in hashes for other in seen)
        boxes = [] if is_like else _cells(pixels)
        seen.append(hashes[0])
        if boxes:
            found.append((f"photos/{path.name}", boxes))
    return found


def _turned_hashes(pixels: Pixels) -> list[imagehash.ImageHash]:
    small = Image.fromarray(pixels).resize((64, 64), Image.Resampling.BOX)
    return [imagehash.phash(small.rotate(90 * quarter)) for quarter in range(4)]


def _cells(pixels: Pixels) -> list[tuple[int, int, int, int]]:
    """Return the boxes of tiles with something to see."""
    height, width = pixels.shape[:2]
    if max(width, height) < _LEAST_PX or min(width, height) < 600:
        return []
    columns, rows = (max(1, edge // _TILE_PX) for edge in (width, height))
    wide, tall = width // columns, height // rows
    boxes = [
        (column * wide, row * tall, column * wide + wide, row * tall + tall)
        for row in range(rows)
        for column in range(columns)
    ]
    return [box for box in boxes if _is_busy(pixels[box[1] : box[3], box[0] : box[2]])]


def _is_busy(tile: Pixels) -> bool:
    grey = tile[:: max(1, tile.shape[0] // 512), :: max(1, tile.shape[1] // 512)].mean(axis=2)
    rows, columns = grey.shape[0] // 16, grey.shape[1] // 16
    blocks = grey[: rows * 16, : columns * 16].reshape(rows, 16, columns, 16).swapaxes(1, 2)
    return float((blocks.std(axis=(2, 3)) > _BUSY_LEVELS).mean()) >= _BUSY_SHARE
