"""What was done to one picture of a pair, part by part: turned, lighter, bordered, resized.

A new part is one function and one row in `PARTS`. Each says only what its relation applies to, in
the figures of the pair's registration and evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from dedup_desk.core.geometry import local_scale, turn_degrees
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, counted, message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.told import Told, percent_text
from dedup_desk.core.tone_words import tone_parts

_RESCAN = QT_TRANSLATE_NOOP("Messages", "another scan, perhaps of another print")
_RESCAN_OF_PAGE = QT_TRANSLATE_NOOP("Messages", "another scan")
_MIRRORED = QT_TRANSLATE_NOOP("Messages", "left and right exchanged")
_UPENDED = QT_TRANSLATE_NOOP("Messages", "top and bottom exchanged")
_CLOCKWISE = QT_TRANSLATE_NOOP("Messages", "turned by {degrees}° clockwise")
_ANTICLOCKWISE = QT_TRANSLATE_NOOP("Messages", "turned by {degrees}° anticlockwise")
_HALF_TURN = QT_TRANSLATE_NOOP("Messages", "turned by 180°")
_NEGATIVE = QT_TRANSLATE_NOOP("Messages", "a negative: light and dark exchanged")
_BORDERED = QT_TRANSLATE_NOOP("Messages", "a border or caption, {added} % of its area")
_OVERLAID = QT_TRANSLATE_NOOP("Messages", "a mark or logo laid over")
_OVERLAID_ONE = QT_TRANSLATE_NOOP("Messages", "a mark or logo laid over, {width} % wide")
_OVERLAID_MANY = QT_TRANSLATE_NOOP(
    "Messages", "{count} marks or logos laid over, the widest {width} % wide"
)
_CHANGED = QT_TRANSLATE_NOOP("Messages", "changed in places")
_CHANGED_ONE = QT_TRANSLATE_NOOP("Messages", "one changed area {width} % wide")
_CHANGED_MANY = QT_TRANSLATE_NOOP("Messages", "{count} changed areas, the widest {width} % wide")
_SMALL_PAGE = QT_TRANSLATE_NOOP("Messages", "small lettering: another word may not show")
_RESIZED = QT_TRANSLATE_NOOP("Messages", "resized to {width} x {height} pixels ({percent} %)")
_QUALITY = QT_TRANSLATE_NOOP("Messages", "JPEG quality about {quality}")
_FORMAT = QT_TRANSLATE_NOOP("Messages", "{format_b} instead of {format_a}")

_NO_TURN_DEGREES: Final = 0.05
_LEAST_WIDTH: Final = 0.001


def changes(told: Told) -> list[Message]:
    """Return the parts of every change of the picture, in the order of `PARTS`."""
    return [part for parts in PARTS for part in parts(told)]


def encoding(told: Told) -> Iterator[Message]:
    """Yield how b is stored, where that is known or differs."""
    a, b = told.a.picture, told.b.picture
    if b.jpeg_quality is not None:
        yield message(_QUALITY, quality=b.jpeg_quality)
    elif a.format_name != b.format_name:
        yield message(_FORMAT, format_a=a.format_name, format_b=b.format_name)


def places(told: Told, none: str, one: str, many: str) -> Message:
    """Return how many areas changed, and how wide the widest is, in one of three templates.

    Args:
        told: the pair.
        none: where no areas are known.
        one: where there is one; may name `{width}`, per cent of a's width.
        many: where there are more; may name `{count}` besides.
    """
    regions = told.pair.evidence.regions
    if not regions:
        return message(none)
    widest = max(region.in_a.width_px for region in regions) / told.extent_a.width
    width = percent_text(max(widest, _LEAST_WIDTH))
    return counted(len(regions), one, many, width=width)


def _rescan(told: Told) -> Iterator[Message]:
    if told.has(Relation.RESCAN):
        yield message(_RESCAN_OF_PAGE if "page" in told.pair.evidence.notes else _RESCAN)


def _turned(told: Told) -> Iterator[Message]:
    is_mirrored = told.has(Relation.MIRRORED)
    if not is_mirrored and not told.has(Relation.ROTATED):
        return
    degrees = turn_degrees(told.registration.matrix, told.extent_a.centre)
    if is_mirrored and abs(degrees) > 135:
        yield message(_UPENDED)
        degrees -= 180 if degrees > 0 else -180
    elif is_mirrored:
        yield message(_MIRRORED)
    if abs(degrees) >= _NO_TURN_DEGREES:
        yield _turn(degrees)


def _turn(degrees: float) -> Message:
    text = f"{abs(degrees):.1f}".removesuffix(".0")
    if text == "180":
        return message(_HALF_TURN)
    return message(_CLOCKWISE if degrees > 0 else _ANTICLOCKWISE, degrees=text)


def _negative(told: Told) -> Iterator[Message]:
    if told.has(Relation.NEGATIVE):
        yield message(_NEGATIVE)


def _bordered(told: Told) -> Iterator[Message]:
    if told.has(Relation.BORDERED):
        yield message(_BORDERED, added=percent_text(max(_added(told), _LEAST_WIDTH)))


def _added(told: Told) -> float:
    """Return the border's share of b: what a does not show, where a shows all that is picture."""
    content = told.registration.content_b
    if "partly-overlapping" not in told.pair.evidence.notes or content is None:
        return 1 - told.registration.overlap_b
    return 1 - content.width_px * content.height_px / told.b.picture.pixel_count


def _overlaid(told: Told) -> Iterator[Message]:
    if told.has(Relation.OVERLAID):
        yield places(told, _OVERLAID, _OVERLAID_ONE, _OVERLAID_MANY)


def _changed(told: Told) -> Iterator[Message]:
    if told.has(Relation.RETOUCHED):
        yield places(told, _CHANGED, _CHANGED_ONE, _CHANGED_MANY)


def _small_page(told: Told) -> Iterator[Message]:
    notes = told.pair.evidence.notes
    if "small-page" in notes and "lettering-too-small" not in notes:
        yield message(_SMALL_PAGE)


def _resized(told: Told) -> Iterator[Message]:
    if not told.has(Relation.RESIZED):
        return
    scale = local_scale(told.registration.matrix, told.extent_a.centre)
    picture = told.b.picture
    yield message(
        _RESIZED,
        width=picture.width_px,
        height=picture.height_px,
        percent=percent_text(scale, tenths=0.98 < scale < 1.02),
    )


Part: TypeAlias = Callable[[Told], Iterator[Message]]

PARTS: Final[tuple[Part, ...]] = (
    _rescan,
    _turned,
    _negative,
    tone_parts,
    _bordered,
    _overlaid,
    _changed,
    _small_page,
    _resized,
)
"""What yields the parts of a statement, in the order they are read."""
