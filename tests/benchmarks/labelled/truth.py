"""What is known of every file of a labelled collection, as one line of JSON each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]
Rect: TypeAlias = tuple[float, float, float, float]

LABELS = "labels.jsonl"


class Kind(StrEnum):
    """What a file is for."""

    ORIGINAL = "original"
    COPY = "copy"
    DIFFERENT = "different"
    CONTENT = "content"
    PLAIN = "plain"
    UNSEEN = "unseen"
    """Was to be `CONTENT`, but nobody could see the change."""


class Half(StrEnum):
    """Which side of the split: models are fitted on one and judged on the other."""

    FIT = "fit"
    BLIND = "blind"


@dataclass(frozen=True, slots=True)
class Label:
    """One file and what is true of it.

    Attributes:
        path: below the collection's folder.
        kind: a copy of `source`; a different picture; the same picture with other content (may be
            shown, must never be proposed); or a frame without much to see.
        family, name: class of the variant or kind of the hard negative.
        source: key of its original.
        group: key of the photograph or drawing that the original was taken from.
        half: of the split, which goes by `group`.
        width_px, height_px: as displayed.
        matrix: 3x3 row by row, original to this file, upright pixels, (0, 0) the outer corner.
        kept: part of the original that is shown: left, top, right, bottom in its pixels.
        shown_share: how much of the original's area that is.
        relations: principal relations that are right for (original, this file).
        boxes: local changes, in the original's pixels: left, top, right, bottom.
        series: key of the elder of two sisters, originals of one design with other content, and of
            all that was made of either; "" for an original without.
    """

    path: str
    kind: Kind
    family: str
    name: str
    source: str
    group: str
    half: Half
    width_px: int
    height_px: int
    matrix: tuple[float, ...] = ()
    kept: Rect | None = None
    shown_share: float = 1.0
    relations: tuple[str, ...] = ()
    boxes: tuple[Rect, ...] = ()
    series: str = ""

    @property
    def transform(self) -> Matrix:
        """The matrix as (3, 3) float64."""
        return np.asarray(self.matrix, np.float64).reshape(3, 3)


def write_labels(folder: Path, labels: Iterable[Label]) -> None:
    """Write the labels, in the order of their paths."""
    lines = [json.dumps(asdict(one)) for one in sorted(labels, key=lambda one: one.path)]
    (folder / LABELS).write_text("\n".join(lines) + "\n", "utf-8")


def read_labels(folder: Path) -> list[Label]:
    """Read what `write_labels` wrote."""
    return [_label(json.loads(line)) for line in (folder / LABELS).read_text("utf-8").splitlines()]


def _label(fields: dict[str, object]) -> Label:
    tuples = {name: tuple(fields[name]) for name in ("matrix", "relations")}
    kept = tuple(fields["kept"]) if fields["kept"] else None
    boxes = tuple(tuple(box) for box in fields["boxes"])
    kinds = {"kind": Kind(fields["kind"]), "half": Half(fields["half"])}
    return Label(**{**fields, **tuples, **kinds, "kept": kept, "boxes": boxes})
