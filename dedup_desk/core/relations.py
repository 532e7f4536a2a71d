"""What a relation is called, and the one line that says what a copy loses.

The words are marked for translation here and shown by the front ends. Every figure of a statement
comes from the pair's own registration and evidence, so that what is said multiplies out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from dedup_desk.core.geometry import Extent, after
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, counted, message
from dedup_desk.core.overlap import Loss, loss
from dedup_desk.core.pairs import Registration, Relation, VerifiedPair
from dedup_desk.core.records import ImageRecord

RELATION_NAMES: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.SAME_BYTES: QT_TRANSLATE_NOOP("Messages", "Identical file"),
        Relation.SAME_PIXELS: QT_TRANSLATE_NOOP("Messages", "Same picture, other data"),
        Relation.SAME_LAYOUT: QT_TRANSLATE_NOOP("Messages", "Same form, other content"),
        Relation.NEGATIVE: QT_TRANSLATE_NOOP("Messages", "Negative"),
        Relation.CROPPED: QT_TRANSLATE_NOOP("Messages", "Crop"),
        Relation.BORDERED: QT_TRANSLATE_NOOP("Messages", "Border or caption added"),
        Relation.OVERLAID: QT_TRANSLATE_NOOP("Messages", "Watermark or logo"),
        Relation.RETOUCHED: QT_TRANSLATE_NOOP("Messages", "Area changed"),
        Relation.RESCAN: QT_TRANSLATE_NOOP("Messages", "Another scan"),
        Relation.MIRRORED: QT_TRANSLATE_NOOP("Messages", "Mirrored"),
        Relation.ROTATED: QT_TRANSLATE_NOOP("Messages", "Rotated"),
        Relation.GREYSCALE: QT_TRANSLATE_NOOP("Messages", "Black and white"),
        Relation.TONE: QT_TRANSLATE_NOOP("Messages", "Colour corrected"),
        Relation.RESIZED: QT_TRANSLATE_NOOP("Messages", "Resized"),
        Relation.RE_ENCODED: QT_TRANSLATE_NOOP("Messages", "Recompressed"),
        Relation.LOOK: QT_TRANSLATE_NOOP("Messages", "Needs a person"),
    }
)
"""Relation -> its name, marked for translation."""

_SAME_BYTES = QT_TRANSLATE_NOOP("Messages", "Every byte is the same.")
_SAME_PIXELS = QT_TRANSLATE_NOOP("Messages", "Every pixel is the same; format or metadata differ.")
_SAME_LAYOUT = QT_TRANSLATE_NOOP(
    "Messages", "The form is the same; what is written differs in {count} places."
)
_CROPPED = QT_TRANSLATE_NOOP(
    "Messages",
    "Shows {shown} % of the fuller picture: {left} % cut at left, {right} % at right, "
    "{top} % at top, {bottom} % at bottom.",
)
_CROPPED_ASKEW = QT_TRANSLATE_NOOP(
    "Messages",
    "Shows {shown} % of the fuller picture: {left} % cut at left, {right} % at right, "
    "{top} % at top, {bottom} % at bottom, and {corners} % of the rest in the corners.",
)
_BORDERED = QT_TRANSLATE_NOOP(
    "Messages",
    "Shows the whole picture; the border or caption is {added} % of its area.",
)
_OVERLAID_ONE = QT_TRANSLATE_NOOP("Messages", "Something lies over the picture in one place.")
_OVERLAID = QT_TRANSLATE_NOOP("Messages", "Something lies over the picture in {count} places.")
_RETOUCHED_ONE = QT_TRANSLATE_NOOP("Messages", "One place differs: {share} % of the area.")
_RETOUCHED = QT_TRANSLATE_NOOP("Messages", "{count} places differ: {share} % of the area.")
_RESCAN = QT_TRANSLATE_NOOP(
    "Messages", "Another scan: of the same print or of another one, that is not known."
)
_MIRRORED = QT_TRANSLATE_NOOP("Messages", "Left and right are exchanged.")
_ROTATED = QT_TRANSLATE_NOOP("Messages", "The same picture, turned.")
_GREYSCALE = QT_TRANSLATE_NOOP("Messages", "The colours are gone.")
_TONE = QT_TRANSLATE_NOOP(
    "Messages", "Tones differ: gain {gain}, gamma {gamma}, saturation {saturation}."
)
_TONE_ONLY = QT_TRANSLATE_NOOP("Messages", "Tones differ.")
_NEGATIVE = QT_TRANSLATE_NOOP("Messages", "Light and dark are exchanged.")
_RESIZED = QT_TRANSLATE_NOOP(
    "Messages", "{width} x {height} pixels instead of {full_width} x {full_height}."
)
_RE_ENCODED = QT_TRANSLATE_NOOP("Messages", "The same picture, compressed again.")
_RE_ENCODED_AS = QT_TRANSLATE_NOOP(
    "Messages", "The same picture as {format_b} instead of {format_a}."
)
_NOT_COMPARED = QT_TRANSLATE_NOOP(
    "Messages", "The two could not be compared; look at them yourself."
)
_RECOLOURED = QT_TRANSLATE_NOOP(
    "Messages", "The colour differs in places: {share} % of the area. That is not a copy."
)
_LOOK = QT_TRANSLATE_NOOP("Messages", "They look alike; a person has to say what they are.")
_TWO = QT_TRANSLATE_NOOP("Messages", "{first} {second}")


def statement(pair: VerifiedPair, a: ImageRecord, b: ImageRecord) -> Message:
    """Return one line: what side b is of side a, and what it loses.

    Args:
        pair: the verified pair.
        a: the record of `pair.key.a`, the fuller picture.
        b: the record of `pair.key.b`.
    """
    first = _STATEMENTS[pair.relation](pair, a, b)
    if Relation.RESIZED in pair.relations[1:] and pair.relation is not Relation.LOOK:
        return message(_TWO, first=first, second=_resized(pair, a, b))
    return first


def _plain(template: str) -> _Stating:
    return lambda _pair, _a, _b: message(template)


def _cropped(pair: VerifiedPair, a: ImageRecord, b: ImageRecord) -> Message:
    if pair.registration is None:
        return message(_LOOK)
    lost = _loss(pair.registration, _extent(a), _extent(b))
    sides = {
        "shown": _percent(lost.shown),
        "left": _percent(lost.left),
        "right": _percent(lost.right),
        "top": _percent(lost.top),
        "bottom": _percent(lost.bottom),
    }
    if lost.corners < 0.005:
        return message(_CROPPED, **sides)
    return message(_CROPPED_ASKEW, corners=_percent(lost.corners), **sides)


def _loss(registration: Registration, a: Extent, b: Extent) -> Loss:
    """Say what b does not show of a; what lies under a letterbox of b is not shown."""
    content = registration.content_b
    if content is None:
        return loss(registration.matrix, a, b)
    to_content = after((1, 0, -content.x_px, 0, 1, -content.y_px, 0, 0, 1), registration.matrix)
    return loss(to_content, a, Extent(content.width_px, content.height_px))


def _bordered(pair: VerifiedPair, _a: ImageRecord, _b: ImageRecord) -> Message:
    shown = pair.registration.overlap_b if pair.registration else 1.0
    return message(_BORDERED, added=_percent(1 - shown))


def _overlaid(pair: VerifiedPair, _a: ImageRecord, _b: ImageRecord) -> Message:
    return counted(max(len(pair.evidence.regions), 1), _OVERLAID_ONE, _OVERLAID)


def _retouched(pair: VerifiedPair, _a: ImageRecord, _b: ImageRecord) -> Message:
    regions = pair.evidence.regions
    share = _percent(sum(region.share_of_a for region in regions))
    return counted(max(len(regions), 1), _RETOUCHED_ONE, _RETOUCHED, share=share)


def _toned(pair: VerifiedPair, _a: ImageRecord, _b: ImageRecord) -> Message:
    fit = pair.evidence.tone
    if fit is None:
        return message(_TONE_ONLY)
    figures = {"gain": fit.gain, "gamma": fit.gamma, "saturation": fit.saturation}
    return message(_TONE, **{name: f"{value:.2f}" for name, value in figures.items()})


def _resized(_pair: VerifiedPair, a: ImageRecord, b: ImageRecord) -> Message:
    return message(
        _RESIZED,
        width=b.picture.width_px,
        height=b.picture.height_px,
        full_width=a.picture.width_px,
        full_height=a.picture.height_px,
    )


def _re_encoded(_pair: VerifiedPair, a: ImageRecord, b: ImageRecord) -> Message:
    format_a, format_b = a.picture.format_name, b.picture.format_name
    if format_a == format_b:
        return message(_RE_ENCODED)
    return message(_RE_ENCODED_AS, format_a=format_a, format_b=format_b)


def _same_layout(pair: VerifiedPair, _a: ImageRecord, _b: ImageRecord) -> Message:
    return message(_SAME_LAYOUT, count=len(pair.evidence.regions))


def _look(pair: VerifiedPair, _a: ImageRecord, _b: ImageRecord) -> Message:
    if pair.registration is None:
        return message(_NOT_COMPARED)
    if "recoloured" in pair.evidence.notes:
        return message(_RECOLOURED, share=_percent(pair.evidence.hue_share))
    return message(_LOOK)


def _extent(record: ImageRecord) -> Extent:
    return Extent(float(record.picture.width_px), float(record.picture.height_px))


def _percent(share: float) -> str:
    """Return a share as a person reads it: whole per cent, tenths below ten."""
    value = max(share, 0.0) * 100
    return f"{value:.1f}" if 0.05 <= value < 9.95 else f"{value:.0f}"


_Stating = Callable[[VerifiedPair, ImageRecord, ImageRecord], Message]

_STATEMENTS: Final[Mapping[Relation, _Stating]] = MappingProxyType(
    {
        Relation.SAME_BYTES: _plain(_SAME_BYTES),
        Relation.SAME_PIXELS: _plain(_SAME_PIXELS),
        Relation.SAME_LAYOUT: _same_layout,
        Relation.NEGATIVE: _plain(_NEGATIVE),
        Relation.CROPPED: _cropped,
        Relation.BORDERED: _bordered,
        Relation.OVERLAID: _overlaid,
        Relation.RETOUCHED: _retouched,
        Relation.RESCAN: _plain(_RESCAN),
        Relation.MIRRORED: _plain(_MIRRORED),
        Relation.ROTATED: _plain(_ROTATED),
        Relation.GREYSCALE: _plain(_GREYSCALE),
        Relation.TONE: _toned,
        Relation.RESIZED: _resized,
        Relation.RE_ENCODED: _re_encoded,
        Relation.LOOK: _look,
    }
)
