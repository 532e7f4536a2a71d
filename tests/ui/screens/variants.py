"""One photograph for each kind of variant, and one with all of them; drawn from the corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageOps

from tests.benchmarks.labelled import geometry, overlays, tones
from tests.benchmarks.labelled.canvas import Pixels, Sheet, Step
from tests.helpers.made_pictures import CORPUS


@dataclass(frozen=True, slots=True)
class Kind:
    """A variant and the photograph it is drawn from.

    Attributes:
        photograph: its path below the corpus.
        step: what was done to it.
    """

    photograph: str
    step: Step


KINDS: Final[Mapping[str, Kind]] = {
    "crop": Kind("photos/Olympus C720UZ.jpg", geometry.crop(0.45)),
    "rotation": Kind("photos/Canon PowerShot A560.jpg", geometry.rotate_cut(7.0)),
    "mirror": Kind("photos/Olympus S760.jpg", geometry.mirror),
    "perspective": Kind("photos/Sony DCR-PC120E.jpg", geometry.tilt(0.1, (255, 255, 255))),
    "scale": Kind("photos/Canon EOS 1000D.jpg", geometry.scale(0.3)),
    "colour": Kind("photos/Panasonic DMC-LC40.jpg", tones.curve((1.12, 1.0, 0.78), 0.9)),
    "retouch": Kind("photos/Canon PowerShot S40 (1).jpg", overlays.retouch(0.02)),
}
"""What was done -> the two pictures that show it."""

ALL: Final = "all"
_OF_ALL: Final = "same-scene/IMG_1040.JPG"


def write_variants(folder: Path) -> Path | None:
    """Write a folder for each kind, and one that has all of one photograph.

    Returns:
        The folder; None where the corpus is not there.
    """
    if not CORPUS.is_dir():
        return None
    for name, kind in KINDS.items():
        original = _opened(CORPUS / kind.photograph)
        _write(folder / name / "original.jpg", original)
        _write(folder / name / f"{name}.jpg", _varied(original, kind.step))
    original = _opened(CORPUS / _OF_ALL)
    _write(folder / ALL / "original.jpg", original)
    for name, kind in KINDS.items():
        _write(folder / ALL / f"{name}.jpg", _varied(original, kind.step))
    return folder


def _opened(path: Path) -> Pixels:
    with Image.open(path) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))


def _varied(pixels: Pixels, step: Step) -> Pixels:
    return step(Sheet.of(pixels), np.random.default_rng(3)).pixels


def _write(path: Path, pixels: Pixels) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, "JPEG", quality=90)
