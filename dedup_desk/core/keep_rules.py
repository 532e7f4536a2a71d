"""RULES: by what one copy is better than another; a new rule is a row here.

A rule turns a member into a number, larger is better, and says how much less still counts as
equally good (a near tie): two JPEGs of quality 92 and 91 are no reason to prefer either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dedup_desk.core.contents import Contents
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, SizeBytes, message
from dedup_desk.core.metadata import PRECIOUS
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import ImageRecord

_MADE = (Relation.BORDERED, Relation.OVERLAID, Relation.GREYSCALE, Relation.NEGATIVE)
_CHANNELS: Final = {"grey": 1, "bilevel": 1}
_COPY_MARK: Final = re.compile(rb"(\(\d+\)|[ _-]cop(y|ie)( ?\d+)?|~\d*)$", re.IGNORECASE)
_NS_PER_S: Final = 1e9


@dataclass(frozen=True, slots=True)
class Standing:
    """One member and what is known between the members."""

    record: ImageRecord
    contents: Contents


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `RULES`.

    Attributes:
        value: member -> number; larger is better.
        near: best number -> how much less is as good.
        reason: the kept member -> the sentence a reviewer reads.
    """

    value: Callable[[Standing], float]
    near: Callable[[float], float]
    reason: Callable[[Standing], Message]


_WHOLE = QT_TRANSLATE_NOOP("Messages", "It shows the most of the picture.")
_CLEAN = QT_TRANSLATE_NOOP("Messages", "It has its colours, and nothing was added to it.")
_PIXELS = QT_TRANSLATE_NOOP("Messages", "It has the most pixels: {width} x {height}.")
_DEPTH = QT_TRANSLATE_NOOP("Messages", "It has the most levels: {bits} bits a sample.")
_LOSSLESS = QT_TRANSLATE_NOOP("Messages", "It is stored without loss ({format}).")
_QUALITY = QT_TRANSLATE_NOOP("Messages", "It is the least compressed: {size} in the file.")
_FACTS = QT_TRANSLATE_NOOP("Messages", "It carries the most facts: caption, credit, rights ...")
_SIDECAR = QT_TRANSLATE_NOOP("Messages", "It has a companion file.")
_NAME = QT_TRANSLATE_NOOP("Messages", "Its name has no mark of a copy: {name}.")
_OLDER = QT_TRANSLATE_NOOP("Messages", "Its file is the oldest.")
_SHALLOW = QT_TRANSLATE_NOOP("Messages", "It lies nearest to the top of the collection.")


def _plain(template: str) -> Callable[[Standing], Message]:
    return lambda _one: message(template)


def _exactly(_best: float) -> float:
    return 0.0


def _within(share: float) -> Callable[[float], float]:
    return lambda best: abs(best) * share


def _fixed(amount: float) -> Callable[[float], float]:
    return lambda _best: amount


def _is_clean(one: Standing) -> float:
    return -float(one.contents.is_made_from_another(one.record, _MADE))


def _levels(one: Standing) -> float:
    picture = one.record.picture
    return float(picture.bit_depth * _CHANNELS.get(picture.colour_model, 3))


def _is_lossless(one: Standing) -> float:
    """A lossless file made from a lossy one of the same pixels holds no more than that one."""
    is_hollow = one.contents.lossy_twin(one.record) is not None
    return float(one.record.picture.is_lossless and not is_hollow)


def _bytes_a_pixel(one: Standing) -> float:
    record = one.record
    if record.picture.is_lossless:
        record = one.contents.lossy_twin(record) or record
    return record.stamp.size_bytes / max(record.picture.pixel_count, 1)


def _fact_count(one: Standing) -> float:
    return float(sum(bool((getattr(one.record.facts, name) or "").strip()) for name in PRECIOUS))


def _has_plain_name(one: Standing) -> float:
    stem = one.record.place.name.rsplit(b".", 1)[0]
    return -float(_COPY_MARK.search(stem) is not None)


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "covers-most": Rule(
            lambda one: one.contents.shown_share(one.record), _fixed(0.004), _plain(_WHOLE)
        ),
        "nothing-added": Rule(_is_clean, _exactly, _plain(_CLEAN)),
        "most-pixels": Rule(
            lambda one: float(one.record.picture.pixel_count),
            _within(0.005),
            lambda one: message(
                _PIXELS,
                width=one.record.picture.width_px,
                height=one.record.picture.height_px,
            ),
        ),
        "most-levels": Rule(
            _levels, _exactly, lambda one: message(_DEPTH, bits=one.record.picture.bit_depth)
        ),
        "lossless": Rule(
            _is_lossless,
            _exactly,
            lambda one: message(_LOSSLESS, format=one.record.picture.format_name),
        ),
        "least-compressed": Rule(
            _bytes_a_pixel,
            _within(0.03),
            lambda one: message(_QUALITY, size=SizeBytes(one.record.stamp.size_bytes)),
        ),
        "most-facts": Rule(_fact_count, _exactly, _plain(_FACTS)),
        "has-sidecar": Rule(
            lambda one: float(bool(one.record.sidecars)), _exactly, _plain(_SIDECAR)
        ),
        "plain-name": Rule(
            _has_plain_name, _exactly, lambda one: message(_NAME, name=one.record.place.name)
        ),
        "oldest": Rule(
            lambda one: -one.record.stamp.mtime_ns / _NS_PER_S, _fixed(2.0), _plain(_OLDER)
        ),
        "nearest-to-the-top": Rule(
            lambda one: -float(one.record.place.path.count(b"/")), _exactly, _plain(_SHALLOW)
        ),
    }
)
"""Rule id -> rule, in the order of the default policy."""
