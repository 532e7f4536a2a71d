"""How much of the fuller picture the other shows, and what is cut at each of the four sides.

The figures that are said multiply out: the share is that of the sides as they are written. Where
whole per cent would make it another share than the true one, tenths are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dedup_desk.core.geometry import Extent, after
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.overlap import Loss, loss
from dedup_desk.core.pairs import Box, Matrix, Relation
from dedup_desk.core.scans import WHOLE_FROM
from dedup_desk.core.told import Told, percent_text

_CROPPED = QT_TRANSLATE_NOOP(
    "Messages",
    "{b} shows {shown} % of {a}: {left} % cut at left, {right} % at right, {top} % at top, "
    "{bottom} % at bottom",
)
_CROPPED_ASKEW = QT_TRANSLATE_NOOP(
    "Messages",
    "{b} shows {shown} % of {a}: {left} % cut at left, {right} % at right, {top} % at top, "
    "{bottom} % at bottom, {corners} % of the rest at the corners",
)
_CORNERS_FROM: Final = 0.005
_SIDES: Final = ("left", "right", "top", "bottom")
_NEARLY_ALL: Final = 0.9895


def shown_part(told: Told) -> Iterator[Message]:
    """Yield what b shows of a, where that is not the whole."""
    found = told.registration
    lost = content_loss(found.matrix, told.extent_a, told.extent_b, found.content_b)
    if lost.shown >= WHOLE_FROM and not told.has(Relation.CROPPED):
        return
    yield cut_words(lost, told.letter_a, told.letter_b)


def cut_words(lost: Loss, a: str, b: str) -> Message:
    """Return what the picture called `b` shows of the one called `a`, and what is cut of that."""
    figures = loss_figures(lost)
    return message(_CROPPED_ASKEW if "corners" in figures else _CROPPED, a=a, b=b, **figures)


def loss_figures(lost: Loss) -> dict[str, str]:
    """Return the sides, the corners where they count, and the share, as they are written."""
    whole, tenths = (_written(lost, tenths=is_fine) for is_fine in (False, True))
    is_true = whole["shown"] == _share_text(lost.shown, tenths=False)
    return whole if is_true else tenths


def _written(lost: Loss, *, tenths: bool) -> dict[str, str]:
    names = (*_SIDES, "corners") if lost.corners >= _CORNERS_FROM else _SIDES
    texts = {name: percent_text(getattr(lost, name), tenths=tenths) for name in names}
    left, right, top, bottom, *corners = (float(text) / 100 for text in texts.values())
    shown = (1 - left - right) * (1 - top - bottom) * (1 - sum(corners))
    return texts | {"shown": _share_text(shown, tenths=tenths)}


def _share_text(share: float, *, tenths: bool) -> str:
    """Nearly all is not all."""
    return percent_text(share, tenths=tenths or _NEARLY_ALL <= share < 1)


def content_loss(matrix: Matrix, a: Extent, b: Extent, content: Box | None) -> Loss:
    """Say what b does not show of a; what lies under a letterbox of b is not shown.

    Args:
        matrix: a -> b, full pixels of both.
        a: size of a.
        b: size of b.
        content: what of b is picture and no border; None for all of it.
    """
    if content is None:
        return loss(matrix, a, b)
    to_content = after((1, 0, -content.x_px, 0, 1, -content.y_px, 0, 0, 1), matrix)
    return loss(to_content, a, Extent(content.width_px, content.height_px))
