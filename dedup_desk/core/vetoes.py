"""VETOES: why a member stays although another one is kept; they come before any rule.

Each looks at one member and the copy that would be kept for it. What a retirement could lose (a
caption, depth, pages), what the pair does not prove (a look, a mirror image, another scan), and
what a project protects is told in one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.metadata import IDENTIFYING, PRECIOUS, Presence, presence
from dedup_desk.core.pairs import Finding, Relation, VerifiedPair
from dedup_desk.core.records import FilePlace, ImageRecord

PROPOSABLE: Final = frozenset(
    (
        Relation.SAME_BYTES,
        Relation.SAME_PIXELS,
        Relation.RE_ENCODED,
        Relation.RESIZED,
        Relation.CROPPED,
        Relation.TONE,
        Relation.ROTATED,
    )
)
"""Kinds that a rule may ever propose to retire.

Not among them: what may be another picture (look, same form, another scan, changed areas, other
goods turned left to right), what carries more than the kept one (borders with captions, overlays),
and black-and-white versions: of a hand-coloured print they are the original.
"""

_TINTED_BELOW: Final = 0.25
_WITHDRAWN: Final = ("kill", "embargo", "withdraw", "do not use")


@dataclass(frozen=True, slots=True)
class Case:
    """One member that might be retired.

    Attributes:
        record: the member.
        kept: the copy that would be kept for it.
        pair: what is known between the two contents; None for identical bytes, where nothing has
            to be, and where the two were never compared.
        protected: (root label, folder) whose files stay.
    """

    record: ImageRecord
    kept: ImageRecord
    pair: VerifiedPair | None
    protected: tuple[tuple[str, bytes], ...] = ()

    @property
    def is_identical(self) -> bool:
        """The two files have the same bytes."""
        return self.record.digest == self.kept.digest


_PROTECTED = QT_TRANSLATE_NOOP("Messages", "{file} stays: its folder is protected.")
_NOT_COMPARED = QT_TRANSLATE_NOOP(
    "Messages", "{file} stays: it was not compared with the kept copy itself."
)
_NOT_FOR_RULES = QT_TRANSLATE_NOOP(
    "Messages", "{file} stays: it is more than a plain copy, so a person has to decide."
)
_COVERS_MORE = QT_TRANSLATE_NOOP("Messages", "{file} stays: it shows more than the kept copy.")
_LARGER = QT_TRANSLATE_NOOP("Messages", "{file} stays: it has more pixels than the kept copy.")
_DEEPER = QT_TRANSLATE_NOOP("Messages", "{file} stays: it has more levels than the kept copy.")
_PAGES = QT_TRANSLATE_NOOP(
    "Messages", "{file} stays: of several pages only the first was compared."
)
_ALPHA = QT_TRANSLATE_NOOP("Messages", "{file} stays: it has transparency.")
_TOO_SMALL = QT_TRANSLATE_NOOP(
    "Messages", "{file} stays: too small to see whether every word is the same."
)
_TINTED = QT_TRANSLATE_NOOP("Messages", "{file} stays: one of the two is tinted.")
_ONLY_HERE = QT_TRANSLATE_NOOP(
    "Messages", "{file} stays: it carries something the kept copy has not ({field})."
)
_DIFFERS = QT_TRANSLATE_NOOP(
    "Messages", "{file} stays: it says something else than the kept copy ({field})."
)

FIELD_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "caption": QT_TRANSLATE_NOOP("Messages", "caption"),
        "headline": QT_TRANSLATE_NOOP("Messages", "headline"),
        "credit": QT_TRANSLATE_NOOP("Messages", "credit"),
        "byline": QT_TRANSLATE_NOOP("Messages", "byline"),
        "rights": QT_TRANSLATE_NOOP("Messages", "rights"),
        "keywords": QT_TRANSLATE_NOOP("Messages", "keywords"),
        "gps": QT_TRANSLATE_NOOP("Messages", "place on the map"),
        "captured": QT_TRANSLATE_NOOP("Messages", "date taken"),
        "item_number": QT_TRANSLATE_NOOP("Messages", "item number"),
        "created": QT_TRANSLATE_NOOP("Messages", "date of the picture"),
        "document_id": QT_TRANSLATE_NOOP("Messages", "document number"),
    }
)
"""What precious and identifying fields are called inside a sentence."""


def veto(case: Case) -> Message | None:
    """Return the first reason why a member stays; None where nothing speaks against retiring it."""
    for check in VETOES.values():
        reason = check(case)
        if reason is not None:
            return reason
    return None


def never_canonical(record: ImageRecord) -> bool:
    """Say whether a picture was killed or embargoed: it is never the one to keep."""
    words = (record.facts.instructions or "").casefold()
    return any(word in words for word in _WITHDRAWN)


def lies_in(place: FilePlace, folder: tuple[str, bytes]) -> bool:
    """Say whether a file lies in a folder (root label, path below it; empty is the whole root)."""
    root, path = folder
    return place.root == root and (not path or place.path.startswith(path.rstrip(b"/") + b"/"))


Check = Callable[[Case], "Message | None"]


def _where(template: str, applies: Callable[[Case], bool]) -> Check:
    """Make a check that says `template` about the member where `applies` says so."""

    def check(case: Case) -> Message | None:
        return message(template, file=case.record.place.name) if applies(case) else None

    return check


def _is_protected(case: Case) -> bool:
    return any(lies_in(case.record.place, folder) for folder in case.protected)


def _is_uncompared(case: Case) -> bool:
    return case.pair is None and not case.is_identical


def _is_not_for_rules(case: Case) -> bool:
    if case.pair is None:
        return False
    return case.pair.finding is not Finding.COPY or not PROPOSABLE.issuperset(case.pair.relations)


def _covers_more(case: Case) -> bool:
    """The pair's side a is the fuller one: a crop must not be kept for what it was cut from."""
    pair = case.pair
    return pair is not None and pair.key.a == case.record.id and Relation.CROPPED in pair.relations


def _is_larger(case: Case) -> bool:
    mine, kept = case.record.picture.pixel_count, case.kept.picture.pixel_count
    return not case.is_identical and mine > kept * 1.005


def _is_deeper(case: Case) -> bool:
    return case.record.picture.bit_depth > case.kept.picture.bit_depth


def _has_more_pages(case: Case) -> bool:
    pages = (case.record.picture.page_count, case.kept.picture.page_count)
    return not case.is_identical and max(pages) > 1


def _has_alpha(case: Case) -> bool:
    return case.record.picture.has_alpha and not case.kept.picture.has_alpha


def _is_too_small(case: Case) -> bool:
    return case.pair is not None and "small-page" in case.pair.evidence.notes


def _is_tinted(case: Case) -> bool:
    tone = case.pair.evidence.tone if case.pair else None
    return tone is not None and tone.saturation < _TINTED_BELOW


def _only_here(case: Case) -> Message | None:
    return _about_field(case, (*PRECIOUS, "item_number", "created"), Presence.ONLY_LEFT, _ONLY_HERE)


def _says_otherwise(case: Case) -> Message | None:
    """Editors number every saved version anew: that counts for equal pixels only."""
    is_same = case.pair is None or case.pair.relation is Relation.SAME_PIXELS
    names = tuple(name for name in IDENTIFYING if is_same or name != "document_id")
    return _about_field(case, names, Presence.DIFFERS, _DIFFERS)


def _about_field(
    case: Case, names: tuple[str, ...], wanted: Presence, template: str
) -> Message | None:
    for name in names:
        mine, kept = getattr(case.record.facts, name), getattr(case.kept.facts, name)
        if presence(mine, kept) is wanted:
            field = message(FIELD_NAMES[name])
            return message(template, file=case.record.place.name, field=field)
    return None


VETOES: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "protected-folder": _where(_PROTECTED, _is_protected),
        "not-compared": _where(_NOT_COMPARED, _is_uncompared),
        "not-for-rules": _where(_NOT_FOR_RULES, _is_not_for_rules),
        "covers-more": _where(_COVERS_MORE, _covers_more),
        "more-pixels": _where(_LARGER, _is_larger),
        "more-levels": _where(_DEEPER, _is_deeper),
        "pages": _where(_PAGES, _has_more_pages),
        "transparency": _where(_ALPHA, _has_alpha),
        "small-page": _where(_TOO_SMALL, _is_too_small),
        "tinted": _where(_TINTED, _is_tinted),
        "only-here": _only_here,
        "says-otherwise": _says_otherwise,
    }
)
"""Veto id -> check, in the order in which they are told."""
