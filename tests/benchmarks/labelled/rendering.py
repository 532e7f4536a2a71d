"""From a source to pixels: the original, the frame beside it, and its hard negatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from dedup_desk.engine.sample.collection import original_pixels
from dedup_desk.engine.sample.painting import Painting
from tests.benchmarks.labelled.canvas import Chance, Pixels, Sheet, between
from tests.benchmarks.labelled.goods import Article, article, has_hands
from tests.benchmarks.labelled.moments import burst, panorama, stereo
from tests.benchmarks.labelled.plain import PLAIN
from tests.benchmarks.labelled.sheets import PAPERS, poster
from tests.benchmarks.labelled.sources import SAMPLE, SEED, Source, photograph, view
from tests.benchmarks.labelled.traps import TRAPS, is_seen
from tests.benchmarks.labelled.truth import Kind, Rect
from tests.benchmarks.labelled.views import film_frame, landscape, town

_WIDE = ((1400, 1050), (1500, 1000), (1280, 960), (1360, 1020), (1200, 1200))
_TALL = ((1050, 1400), (1000, 1414), (960, 1280))
_LONGEST_PX = 1600
_BESIDE = 1.35
_CELL_WITH_NEIGHBOUR_PX = 1400

_PLACED_TRAPS = {
    "photo": ("recoloured", "number", "stamp"),
    "view": ("number",),
    "sample": ("recoloured", "number"),
    "landscape": ("number", "recoloured", "stamp"),
    "town": ("recoloured", "stamp", "number"),
    "film": ("hand-coloured",),
    "poster": ("recoloured", "number", "signature"),
    "paper": ("stamp", "signature"),
    "goods": (),
}
"""Which local changes suit which originals."""

_AS_DESIGNED = Article()


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """An original and, where the scene goes on, the frame beside it that overlaps."""

    pixels: Pixels
    beside: Pixels | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Negative:
    """A picture that is near its original and no copy of it.

    Attributes:
        name: which kind.
        kind: different, or the same picture with other content.
        pixels: (H, W, 3) uint8.
        boxes: where content differs, in the original's pixels.
    """

    name: str
    kind: Kind
    pixels: Pixels
    boxes: tuple[Rect, ...] = ()


def rendered(source: Source) -> Rendered:
    """Draw or cut an original."""
    if source.kind == "photo":
        return _tile(source)
    if source.kind == "view":
        return Rendered(view(source.number))
    if source.kind == "sample":
        samples = original_pixels(SAMPLE[source.number])
        return Rendered((samples >> 8).astype(np.uint8) if samples.itemsize > 1 else samples)
    if source.kind in ("landscape", "town"):
        return _with_neighbour(source)
    return Rendered(_drawn(source, 0, _article(source)))


def negatives(source: Source, original: Rendered, shown: Pixels) -> Iterator[Negative]:
    """Yield the hard negatives of an original, at least three, and those traps that can be seen.

    Args:
        source: the original's row.
        original: as rendered.
        shown: its pixels as a viewer decodes them from its file.
    """
    for name in ("burst", "stereo", "beside"):
        if source.kind not in ("poster", "paper", "goods"):
            yield _moment(name, source, original)
    if source.kind in ("poster", "paper"):
        for at in (1, 2, 3):
            yield Negative(f"other-content-{at}", Kind.DIFFERENT, _drawn(source, at))
    if source.kind == "goods":
        yield from _series(source)
    names = _PLACED_TRAPS[source.kind]
    for name in (
        names if source.kind == "paper" else names[source.ordinal % max(len(names), 1) :][:1]
    ):
        trap = TRAPS[name](Sheet.of(shown), _chance(source, name))
        if is_seen(shown, trap.pixels):
            yield Negative(name, Kind.CONTENT, trap.pixels, trap.boxes)


def plain_frame(name: str, number: int) -> Pixels:
    """Draw a frame without a subject."""
    design = np.random.default_rng([SEED, number, 5])
    painting = Painting(1280, 960, np.random.default_rng([SEED, number, 6]))
    PLAIN[name](painting, design)
    painting.grain(0.012)
    return painting.eight_bit()


def _moment(name: str, source: Source, original: Rendered) -> Negative:
    chance = _chance(source, name)
    if name == "stereo":
        return Negative("stereo", Kind.DIFFERENT, stereo(original.pixels, chance))
    if name == "beside" and original.beside is not None:
        return Negative("panorama", Kind.DIFFERENT, panorama(original.beside, chance))
    shown = "burst" if name == "burst" else "burst-later"
    return Negative(shown, Kind.DIFFERENT, burst(original.pixels, chance))


def _series(source: Source) -> Iterator[Negative]:
    """Yield other articles of the series; where only words or one colour differ, it is content."""
    own = _article(source)
    for at, hue in ((1, 0.2), (2, 0.4), (3, 0.6)):
        other = replace(own, label=source.seed + at, hue=own.hue + hue, volume=at)
        yield Negative(f"other-article-{at}", Kind.DIFFERENT, _drawn(source, at, other))
    changes = {
        "volume": replace(own, volume=2),
        "other-words": replace(own, label=source.seed + 4),
        "other-colour": replace(own, hue=own.hue + 0.4),
    }
    if has_hands(_design(source)):
        changes["other-hand"] = replace(own, is_other_hand=True)
    for at, (name, shown) in enumerate(changes.items(), 4):
        yield Negative(name, Kind.CONTENT, _drawn(source, at, shown))


def _tile(source: Source) -> Rendered:
    assert source.box is not None
    left, top, right, bottom = source.box
    cell = photograph(source.group)[top:bottom, left:right]
    if cell.shape[1] < _CELL_WITH_NEIGHBOUR_PX:
        return Rendered(_fitted(cell))
    wide = round(cell.shape[1] * 0.76)
    return Rendered(_fitted(cell[:, :wide]), _fitted(cell[:, -wide:]))


def _fitted(pixels: Pixels) -> Pixels:
    factor = _LONGEST_PX / max(pixels.shape[:2])
    if factor >= 1:
        return np.ascontiguousarray(pixels)
    size = (round(pixels.shape[1] * factor), round(pixels.shape[0] * factor))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def _with_neighbour(source: Source) -> Rendered:
    width, height = _WIDE[source.design_seed % len(_WIDE)]
    painting = Painting(round(width * _BESIDE), height, _chance(source, "texture"))
    scene = landscape if source.kind == "landscape" else town
    scene(painting, _design(source))
    painting.grain(0.01)
    pixels = painting.eight_bit()
    return Rendered(
        np.ascontiguousarray(pixels[:, :width]), np.ascontiguousarray(pixels[:, -width:])
    )


def _drawn(source: Source, sibling: int, shown: Article = _AS_DESIGNED) -> Pixels:
    sizes = _WIDE if source.kind in ("film", "goods") else _TALL
    size = sizes[source.design_seed % len(sizes)]
    painting = Painting(*size, _chance(source, f"texture {sibling}"))
    design, content = _design(source), _chance(source, f"content {sibling}")
    if source.kind == "film":
        film_frame(painting, design)
    elif source.kind == "goods":
        article(painting, design, shown)
    else:
        scene = poster if source.kind == "poster" else PAPERS[source.number % len(PAPERS)]
        scene(painting, design, content)
    painting.grain(0.006)
    return painting.eight_bit()


def _article(source: Source) -> Article:
    """Return what a product shows: a sister has her elder's shape, and nothing else of hers."""
    if not source.is_sister:
        return Article()
    chance = _chance(source, "sister")
    stripe = tuple(chance.uniform(0.1, 0.7, 3).tolist())
    return Article(hue=between(chance, 0.25, 0.75), label=source.seed, stripe=stripe)


def _design(source: Source) -> Chance:
    return np.random.default_rng([source.design_seed, *b"design"])


def _chance(source: Source, name: str) -> Chance:
    return np.random.default_rng([source.seed, *name.encode("ascii")])
