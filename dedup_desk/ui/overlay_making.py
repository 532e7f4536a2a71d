"""What is made of two renderings for the panes: differences, and D as it lies on A.

All of it runs on a maker's thread; what comes out is ready to be painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from dedup_desk.core.geometry import Extent, Span
from dedup_desk.core.overlays import Difference, TwoPictures
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.picture_loader import image_of, pixels_of


class OverlaySource(Protocol):
    """Whoever can compare and lay renderings; `services/comparing.Comparing` is one."""

    def difference(self, two: TwoPictures) -> Difference:
        """Return where two renderings differ; may block."""
        ...

    def laid(
        self, picture: NDArray[np.uint8], to_picture: Matrix, size: tuple[int, int]
    ) -> NDArray[np.uint8]:
        """Return a rendering as it lies in a pane of that size; may block."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Two renderings to be compared."""

    left: QImage
    right: QImage
    left_full: Extent
    right_full: Extent
    link: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A difference ready to be painted.

    Attributes:
        overlay: premultiplied ARGB picture that covers the whole left picture.
        tone: the same for the layer of tone and colour.
        regions: changed regions in full pixels of the left picture, largest first.
        found: the figures behind it.
    """

    overlay: QImage
    tone: QImage | None
    regions: tuple[Span, ...]
    found: Difference


@dataclass(frozen=True, slots=True, eq=False)
class Laying:
    """A rendering of the right picture to be laid in a pane.

    Attributes:
        image: the rendering.
        to_image: pane pixels to its pixels.
        size: width and height of the pane in pixels.
    """

    image: QImage
    to_image: Matrix
    size: tuple[int, int]


def compared(source: OverlaySource, question: Question) -> Answer:
    """Return the difference of two renderings."""
    left, right = pixels_of(question.left), pixels_of(question.right)
    two = TwoPictures(left, right, question.left_full, question.right_full, question.link)
    found = source.difference(two)
    high, wide = found.overlay.shape[:2]
    across, down = question.left_full.width / wide, question.left_full.height / high
    regions = tuple(
        Span(one.left * across, one.top * down, one.right * across, one.bottom * down)
        for one in found.regions
    )
    tone = image_of(found.tone.overlay) if found.tone is not None else None
    return Answer(image_of(found.overlay), tone, regions, found)


def laid(source: OverlaySource, laying: Laying) -> QImage:
    """Return the right picture as it lies in the pane, clear where it has nothing to show."""
    image = laying.image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    bytes_a_row = image.bytesPerLine()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), bytes_a_row)
    pixels = rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)
    made = np.ascontiguousarray(source.laid(pixels, laying.to_image, laying.size))
    width, height = laying.size
    wrapped = QImage(made.data, width, height, width * 4, image.format())
    return wrapped.copy()  # owns its pixels
