"""VARIANTS: every kind of copy, its family, how it is made, and what it may be called.

A new kind is a row here. Steps run in the order given; what a copy may be called is the principal
relation by the order of precedence, or one of several where two views are equally right (a picture
turned a little and cut is a crop as much as a rotation).
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.benchmarks.labelled.canvas import Step
from tests.benchmarks.labelled.geometry import (
    crop,
    flip,
    longest,
    mirror,
    one_side,
    rotate_cut,
    rotate_filled,
    scale,
    square,
    tilt,
    turn,
)
from tests.benchmarks.labelled.overlays import (
    burnt_caption,
    corner_name,
    date_stamp,
    logo,
    retouch,
    tiled_watermark,
    watermark,
)
from tests.benchmarks.labelled.storing import Stored
from tests.benchmarks.labelled.surrounds import (
    border,
    caption_below,
    letterbox,
    matte,
    page,
    polaroid,
    screenshot,
    shadowed,
    title_above,
)
from tests.benchmarks.labelled.tones import (
    blur,
    contrast,
    curve,
    dots,
    dust,
    film_base,
    grain,
    grey,
    levels,
    negative,
    saturated,
    sharpen,
    tinted,
    uneven_light,
)


@dataclass(frozen=True, slots=True)
class Variant:
    """One kind of copy.

    Attributes:
        family, name: as they are reported.
        steps: what is done to the upright original, in order.
        stored: the file.
        relations: principal names that are right.
        of_grey: the same for an original without colour, where that makes a difference.
    """

    family: str
    name: str
    steps: tuple[Step, ...]
    stored: Stored
    relations: tuple[str, ...]
    of_grey: tuple[str, ...] | None = None

    def accepted(self, *, is_grey: bool) -> tuple[str, ...]:
        """Return the names that are right for an original with or without colour."""
        return self.of_grey if is_grey and self.of_grey is not None else self.relations


def _family(family: str, relations: tuple[str, ...], *rows: tuple[object, ...]) -> list[Variant]:
    """Make the variants of a family; a row is name, steps, file and, if need be, its own names."""
    made = []
    for name, steps, stored, *own in rows:
        names = own[0] if own else relations
        grey_names = own[1] if len(own) > 1 else None
        made.append(Variant(family, name, steps, stored, names, grey_names))
    return made


_Q = Stored("jpeg", 88)
_PNG = Stored("png")
_WHITE, _BLACK, _BED = (252, 252, 250), (4, 4, 4), (36, 35, 34)
_GREYED = ("greyscale",)
_PLAIN = ("re-encoded", "same-pixels")
_TONED = ("tone",)
_WRITTEN = ("overlaid", "retouched")
"""Words on the picture: nobody can tell a photographer's name from a registration number."""

_SCANNED = ("rescan", "cropped", "bordered", "rotated", "tone", "greyscale")

_ROWS = [
    *_family(
        "identical",
        ("same-pixels",),
        ("same-bytes", (), Stored("same"), ("same-bytes",)),
        ("comment-added", (), Stored("comment")),
        ("as-png", (), _PNG),
        ("as-tiff", (), Stored("tiff")),
    ),
    *_family(
        "re-encode",
        ("re-encoded",),
        ("jpeg-75", (), Stored("jpeg", 75)),
        ("jpeg-50", (), Stored("jpeg", 50)),
        ("jpeg-35", (), Stored("jpeg", 35)),
        ("jpeg-20", (), Stored("jpeg", 20)),
        ("webp-80", (), Stored("webp", 80)),
        ("progressive", (), Stored("jpeg", 85, 0, progressive=True)),
        ("size-70", (scale(0.7),), _Q, ("resized",)),
        ("size-50", (scale(0.5),), _Q, ("resized",)),
        ("size-130", (scale(1.3),), _Q, ("resized",)),
    ),
    *_family(
        "heavy",
        ("resized",),
        ("jpeg-8", (), Stored("jpeg", 8), ("re-encoded",)),
        ("webp-8", (), Stored("webp", 8), ("re-encoded",)),
        ("quarter", (scale(0.25),), Stored("jpeg", 45)),
        ("thumb-256", (longest(256),), Stored("jpeg", 80)),
        ("thumb-200-sharp", (longest(200), sharpen), Stored("jpeg", 75)),
        ("thumb-160", (longest(160),), Stored("jpeg", 70)),
    ),
    *_family(
        "colour",
        _TONED,
        ("brighter", (curve((1, 1, 1), 0.7),), _Q),
        ("darker", (curve((0.92, 0.92, 0.92), 1.35),), _Q),
        ("levels", (levels,), _Q, ("tone", "re-encoded")),
        ("contrast", (contrast,), _Q),
        ("warm", (curve((1.1, 1.0, 0.8), 0.97),), _Q),
        ("cool", (curve((0.86, 0.98, 1.1), 1.0),), _Q),
        ("faded", (saturated(0.5), curve((0.8, 0.76, 0.7), 0.95, 0.16)), _Q, ("tone", "greyscale")),
        ("vivid", (saturated(1.5),), _Q, _TONED, _PLAIN),
        ("grey", (grey,), _Q, _GREYED, _PLAIN),
        ("sepia", (tinted((1.07, 0.93, 0.72)),), _Q, ("tone", "greyscale")),
    ),
    *_family(
        "negative",
        ("negative",),
        ("negative", (negative,), _Q),
        ("negative-grey", (grey, negative), _Q),
        ("film-base", (film_base, grain(3)), _Q),
        ("negative-half", (negative, scale(0.5)), Stored("jpeg", 75)),
    ),
    *_family(
        "crop",
        ("cropped",),
        *((f"crop-{share}", (crop(share / 100),), _Q) for share in (5, 10, 20, 33, 50)),
        ("crop-side-12", (one_side(0.12),), _Q),
        ("crop-30-small", (crop(0.3), scale(0.6)), Stored("jpeg", 75)),
    ),
    *_family(
        "crop-70",
        ("cropped",),
        ("crop-70", (crop(0.7),), _Q),
        ("crop-70-small", (crop(0.7), scale(0.75)), Stored("jpeg", 80)),
    ),
    *_family(
        "crop-80",
        ("cropped",),
        ("crop-80", (crop(0.8),), _Q),
        ("crop-80-large", (crop(0.8), scale(1.5)), Stored("jpeg", 80)),
    ),
    *_family(
        "border",
        ("bordered",),
        ("white-border", (border(0.06, _WHITE),), _Q),
        ("black-border", (border(0.04, _BLACK),), _Q),
        ("letterbox", (letterbox(0.14),), _Q),
        ("pillarbox", (letterbox(0.18, is_upright=True),), _Q),
        ("matte", (matte,), _Q),
        ("caption-1", (caption_below(1),), _Q),
        ("caption-3", (caption_below(3),), _Q),
        ("polaroid", (polaroid,), _Q),
        ("title-above", (title_above,), _Q),
        ("on-a-table", (shadowed,), _Q),
    ),
    *_family(
        "mark",
        ("overlaid",),
        ("watermark", (watermark(0.4),), _Q),
        ("watermark-faint", (watermark(0.2),), _Q),
        ("watermark-tiled", (tiled_watermark(0.3),), _Q),
        ("logo-10", (logo(0.1),), _Q),
        ("logo-18", (logo(0.18),), _Q),
        ("name-in-corner", (corner_name(0.035),), _Q, _WRITTEN),
        ("date-stamp", (date_stamp,), _Q, _WRITTEN),
        ("burnt-caption", (burnt_caption,), _Q),
    ),
    *_family(
        "in-a-page",
        ("bordered", "cropped"),
        ("page-45", (page(0.45, columns=1),), _Q),
        ("page-25", (page(0.25),), _Q),
        ("page-12", (page(0.12, columns=3),), _Q),
        ("screenshot", (screenshot,), _PNG),
    ),
    *_family(
        "rotate-small",
        ("rotated", "cropped"),
        ("rotate-1-cut", (rotate_cut(1),), _Q),
        ("rotate-2-cut", (rotate_cut(2),), _Q),
        ("rotate-3-white", (rotate_filled(3, _WHITE),), _Q, ("rotated", "bordered")),
        ("rotate-4-black", (rotate_filled(4, _BLACK),), _Q, ("rotated", "bordered")),
        ("rotate-5-cut", (rotate_cut(5),), _Q),
    ),
    *_family(
        "turn",
        ("rotated",),
        ("turn-90", (turn(1),), _Q),
        ("turn-180", (turn(2),), _Q),
        ("turn-270", (turn(3),), _Q),
        ("exif-6", (), Stored("jpeg", 88, orientation=6), _PLAIN),
        ("exif-3", (), Stored("jpeg", 88, orientation=3), _PLAIN),
    ),
    *_family(
        "mirror",
        ("mirrored",),
        ("mirror", (mirror,), _Q),
        ("upside-down-mirror", (flip,), _Q),
        ("mirror-half", (mirror, scale(0.5)), Stored("jpeg", 75)),
    ),
    *_family(
        "rescan",
        _SCANNED,
        (
            "film",
            (
                rotate_cut(0.5),
                crop(0.05),
                curve((0.96, 0.95, 0.9), 1.25),
                blur(0.9),
                dust(140, 5),
                grain(5),
            ),
            _Q,
        ),
        (
            "film-flat",
            (
                one_side(0.03),
                curve((0.85, 0.85, 0.85), 0.8, 0.08),
                scale(0.85),
                dust(60, 2),
                grain(7),
            ),
            Stored("jpeg", 80),
        ),
        (
            "print",
            (blur(1.0), curve((0.98, 0.95, 0.88), 1.1, 0.05), grain(4), rotate_filled(0.8, _BED)),
            _Q,
        ),
        ("halftone", (dots(3.4), curve((1.0, 0.97, 0.9), 1.0)), _Q),
        ("halftone-fine", (dots(2.5), scale(0.7)), Stored("jpeg", 80)),
        (
            "photographed",
            (tilt(0.05, _BED), uneven_light(0.3), blur(0.7), grain(3)),
            Stored("jpeg", 82),
        ),
    ),
    *_family(
        "retouch",
        ("retouched",),
        *((f"retouch-{share}", (retouch(share / 100),), _Q) for share in (1, 2, 4)),
        ("retouch-2-half", (retouch(0.02), scale(0.6)), Stored("jpeg", 80)),
    ),
    *_family(
        "retouch-10",
        ("retouched",),
        ("retouch-10", (retouch(0.1),), _Q),
        ("retouch-10-twice", (retouch(0.06), retouch(0.04)), _Q),
    ),
    *_family(
        "combined",
        ("cropped", "overlaid", "bordered"),
        (
            "social",
            (square, saturated(1.35), curve((1.05, 1, 0.92), 0.92), logo(0.12), longest(1080)),
            Stored("jpeg", 60),
        ),
        (
            "wire",
            (crop(0.15), grey, corner_name(0.03), caption_below(2), longest(1024)),
            Stored("jpeg", 55),
        ),
        (
            "meme",
            (crop(0.12), title_above, caption_below(1), longest(800)),
            Stored("jpeg", 40),
        ),
        (
            "press",
            (crop(0.3), contrast, watermark(0.35), longest(900)),
            Stored("jpeg", 50),
        ),
        (
            "broadcast",
            (crop(0.12), curve((1.08, 1, 0.86), 0.95), logo(0.14), letterbox(0.12), longest(1280)),
            Stored("jpeg", 60),
        ),
        (
            "mirrored-post",
            (mirror, crop(0.15), saturated(1.3), longest(900)),
            Stored("jpeg", 60),
            ("cropped", "mirrored"),
        ),
        (
            "scanned-cutting",
            (
                grey,
                rotate_cut(1),
                crop(0.2),
                curve((1, 0.97, 0.9), 1.15, 0.06),
                grain(5),
                longest(1000),
            ),
            Stored("jpeg", 70),
            ("cropped", "rescan"),
        ),
    ),
]

VARIANTS: dict[str, Variant] = {one.name: one for one in _ROWS}
"""Every kind of copy by its name."""

FAMILIES: dict[str, tuple[Variant, ...]] = {
    family: tuple(one for one in _ROWS if one.family == family)
    for family in dict.fromkeys(one.family for one in _ROWS)
}
"""The kinds of copy by their family."""
