"""Drawn pages: forms of seven kinds, filled in with whatever a seed says, at true type sizes.

A page is drawn as a scanner would deliver it: what is 8 point type on paper is 8 point type here,
whatever the dpi. `scanned` lays a page on a scanner's glass: turned a little, on toned paper, with
the sensor's noise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import cv2
import numpy as np

from tests.helpers.document_forms import FORMS
from tests.helpers.document_pen import Pen, Picture

_PRINTED_DPI = 300


@dataclass(frozen=True, slots=True)
class Page:
    """A form and what was written on it.

    Attributes:
        form: row of `FORMS`.
        entries: (field, text) in order.
        seed: shapes what has no text: signatures, a running hand.
    """

    form: str
    entries: tuple[tuple[str, str], ...]
    seed: int

    def but(self, field: str, text: str) -> Page:
        """Return the same page with one entry changed."""
        changed = {**dict(self.entries), field: text}
        return replace(self, entries=tuple(changed.items()))


@cache
def page(form: str, seed: int) -> Page:
    """Fill in a form as a seed says."""
    entries = FORMS[form].filled(np.random.default_rng(seed))
    return Page(form, tuple(entries.items()), seed)


def drawn(one: Page, dpi: int) -> Picture:
    """Return a page as (H, W, 3), clean, at 300 dpi or less."""
    fine = _printed(one)
    height, width = (round(edge * dpi / _PRINTED_DPI) for edge in fine.shape[:2])
    return cv2.resize(fine, (width, height), interpolation=cv2.INTER_AREA)


@lru_cache(maxsize=4)
def _printed(one: Page) -> Picture:
    """Set type once: at every size a font rounds its widths anew, a scanner does not."""
    form = FORMS[one.form]
    pen = Pen(form.width_mm, form.height_mm, _PRINTED_DPI)
    form.draw(pen, dict(one.entries), one.seed)
    return pen.pixels()


def scanned(clean: Picture, seed: int, turn_degrees: float = 1.0) -> Picture:
    """Scan a page: turned, moved by a few pixels, on its own paper, lit unevenly, with noise."""
    chance = np.random.default_rng(seed)
    height, width = clean.shape[:2]
    paper = np.array(
        [chance.uniform(0.93, 1), chance.uniform(0.91, 0.97), chance.uniform(0.8, 0.93)]
    )
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn_degrees, 1.0)
    matrix[:, 2] += chance.uniform(-0.004, 0.004, 2) * width
    soft = cv2.GaussianBlur(clean, (0, 0), float(chance.uniform(0.4, 0.8)))
    laid = cv2.warpAffine(
        soft, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(240, 240, 240)
    )
    across = np.linspace(1, float(chance.uniform(0.94, 1.0)), width, dtype=np.float32)
    light = laid * paper.astype(np.float32) * across[None, :, None]
    black = float(chance.uniform(0, 18))
    light = black + light * (255 - black) / 255
    light += cv2.randn(np.zeros((height, width), np.float32), 0, 2.5)[..., None]
    return np.clip(light, 0, 255).astype(np.uint8)


def smallest_change(one: Page, field: str) -> Page:
    """Change what is easily overlooked: a single figure (3 to 8 ...), or one letter of a name."""
    text = dict(one.entries)[field]
    swaps = _LETTERS if field == "name" else _FIGURES
    at = max(place for place, sign in enumerate(text) if sign in swaps)
    return one.but(field, text[:at] + swaps[text[at]] + text[at + 1 :])


_FIGURES = dict(zip("0123456789", "6738965130", strict=True))
_LETTERS = dict(zip("aeioungthlmr", "ouaeihpfkdnt", strict=True))
SMALL_CHANGES = ("name", "amount", "date", "number")
