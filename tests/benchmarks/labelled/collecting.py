"""Draws a labelled collection into a folder, in several processes, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.labelled.canvas import Pixels, Sheet
from tests.benchmarks.labelled.classes import FAMILIES, Variant
from tests.benchmarks.labelled.plain import PLAIN
from tests.benchmarks.labelled.rendering import Negative, negatives, plain_frame, rendered
from tests.benchmarks.labelled.sources import SEED, Source, catalogue
from tests.benchmarks.labelled.storing import Stored, commented, decoded, file_bytes
from tests.benchmarks.labelled.truth import (
    LABELS,
    Half,
    Kind,
    Label,
    Rect,
    read_labels,
    write_labels,
)

RECIPE = "labelled-5"
"""Changes whenever a file would have other bytes."""

BLIND_EACH = 2
"""Variants of every family that a blind original gets; a fitting one gets one of every second."""

PLAIN_EACH = 5
_MASTER = Stored("jpeg", 93, 0)
_STATE = "recipe.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to draw.

    Attributes:
        folder: where.
        scale: about how many originals; None for all.
        jobs: processes.
    """

    folder: Path
    scale: int | None = None
    jobs: int = 2


def collection(plan: Plan) -> list[Label]:
    """Return the labels of a collection, drawing it unless it is there already.

    Raises:
        ValueError: the folder holds a collection of another recipe or scale.
    """
    state = json.dumps({"recipe": RECIPE, "scale": plan.scale, "seed": SEED})
    marker = plan.folder / _STATE
    if marker.exists() and marker.read_text("utf-8") != state:
        raise ValueError(f"{plan.folder} holds another collection; empty it or name another folder")
    if (plan.folder / LABELS).exists():
        return read_labels(plan.folder)
    plan.folder.mkdir(parents=True, exist_ok=True)
    marker.write_text(state, "utf-8")
    sources = catalogue(plan.scale)
    with multiprocessing.get_context("spawn").Pool(plan.jobs) as pool:
        drawn = list(pool.imap_unordered(partial(draw_family, plan.folder), sources, 2))
    labels = [*chain.from_iterable(drawn), *_draw_plain(plan)]
    write_labels(plan.folder, labels)
    return read_labels(plan.folder)


def labels_at_hand(plan: Plan) -> list[Label]:
    """Return the labels of the folder as it is, whatever recipe and seed drew it, or draw it.

    For whoever judges a collection and says what was judged (`drawn_as`). A plan with a scale wants
    just that one.

    Raises:
        ValueError: the folder holds part of another collection, or one of another scale.
    """
    is_any = plan.scale is None and (plan.folder / LABELS).exists()
    return read_labels(plan.folder) if is_any else collection(plan)


def drawn_as(folder: Path) -> dict[str, Any]:
    """Return the recipe, scale and seed of the collection in a folder; nothing if untold."""
    marker = folder / _STATE
    state: dict[str, Any] = json.loads(marker.read_text("utf-8")) if marker.exists() else {}
    return state


def draw_family(folder: Path, source: Source) -> list[Label]:
    """Draw one original with everything that belongs to it, and return the labels."""
    place = Path(source.half.value) / source.key
    (folder / place).mkdir(parents=True, exist_ok=True)
    original = rendered(source)
    data = file_bytes(original.pixels, _MASTER)
    (folder / place / "original.jpg").write_bytes(data)
    shown = decoded(data)
    here = folder / place
    return [
        _original_label(source, place, shown),
        *(_draw_copy(here, source, variant, (shown, data)) for variant in wanted(source)),
        *(_draw_negative(here, source, one) for one in negatives(source, original, shown)),
    ]


def wanted(source: Source) -> Iterator[Variant]:
    """Yield the variants that an original gets: a wheel over the classes of each family."""
    for number, family in enumerate(FAMILIES.values()):
        if source.half is Half.BLIND:
            for step in range(BLIND_EACH):
                yield family[(source.ordinal * BLIND_EACH + step) % len(family)]
        elif (number + source.ordinal) % 2:
            yield family[source.ordinal // 2 % len(family)]


def varied(pixels: Pixels, variant: Variant, source: Source) -> Sheet:
    """Return what a variant makes of an original's pixels."""
    chance = np.random.default_rng([source.seed, *variant.name.encode("ascii")])
    sheet = Sheet.of(pixels)
    for step in variant.steps:
        sheet = step(sheet, chance)
    return sheet


def _draw_copy(
    place: Path, source: Source, variant: Variant, original: tuple[Pixels, bytes]
) -> Label:
    pixels, data = original
    sheet = varied(pixels, variant, source)
    path = place / f"{variant.name}{variant.stored.suffix}"
    path.write_bytes(_bytes_of(sheet, variant, data, source))
    width, height = sheet.size
    return Label(
        path=str(path.relative_to(place.parents[1])),
        kind=Kind.COPY,
        family=variant.family,
        name=variant.name,
        source=source.key,
        group=source.group,
        series=source.series,
        half=source.half,
        width_px=width,
        height_px=height,
        matrix=tuple(sheet.matrix.reshape(-1).tolist()),
        kept=sheet.kept,
        shown_share=_area(sheet.kept) / (pixels.shape[0] * pixels.shape[1]),
        relations=variant.accepted(is_grey=_is_grey(pixels)),
        boxes=sheet.boxes,
    )


def _bytes_of(sheet: Sheet, variant: Variant, data: bytes, source: Source) -> bytes:
    if variant.stored.form == "same":
        return data
    if variant.stored.form == "comment":
        return commented(data, f"copied from {source.key}")
    return file_bytes(sheet.pixels, variant.stored)


def _draw_negative(place: Path, source: Source, one: Negative) -> Label:
    path = place / f"no-{one.name}.jpg"
    path.write_bytes(file_bytes(one.pixels, Stored("jpeg", 91, 0)))
    height, width = one.pixels.shape[:2]
    is_trap = one.kind is Kind.CONTENT
    return Label(
        path=str(path.relative_to(place.parents[1])),
        kind=one.kind,
        family=one.kind.value,
        name=one.name,
        source=source.key,
        group=source.group,
        series=source.series,
        half=source.half,
        width_px=width,
        height_px=height,
        matrix=tuple(np.eye(3).reshape(-1).tolist()) if is_trap else (),
        kept=(0.0, 0.0, float(width), float(height)) if is_trap else None,
        boxes=one.boxes,
    )


def _original_label(source: Source, place: Path, pixels: Pixels) -> Label:
    height, width = pixels.shape[:2]
    return Label(
        path=str(place / "original.jpg"),
        kind=Kind.ORIGINAL,
        family="original",
        name=source.kind,
        source=source.key,
        group=source.group,
        series=source.series,
        half=source.half,
        width_px=width,
        height_px=height,
    )


def _draw_plain(plan: Plan) -> Iterator[Label]:
    each = PLAIN_EACH if plan.scale is None else 1
    for number, name in enumerate(list(PLAIN) * each * len(Half)):
        half = tuple(Half)[number // (len(PLAIN) * each)]
        key = f"plain-{name}-{number:03d}"
        path = Path(half.value) / "plain" / f"{key}.jpg"
        (plan.folder / path).parent.mkdir(parents=True, exist_ok=True)
        pixels = plain_frame(name, number)
        (plan.folder / path).write_bytes(file_bytes(pixels, _MASTER))
        height, width = pixels.shape[:2]
        yield Label(str(path), Kind.PLAIN, "plain", name, key, key, half, width, height)


def _area(rect: Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _is_grey(pixels: Pixels) -> bool:
    small = pixels[::4, ::4].astype(np.int16)
    return float((small.max(axis=2) - small.min(axis=2)).mean()) < 3


def digest_of(folder: Path) -> str:
    """Return one digest over every file of a collection: equal collections have equal ones."""
    digest = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.name != LABELS):
        digest.update(str(path.relative_to(folder)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
