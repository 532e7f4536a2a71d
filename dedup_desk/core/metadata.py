"""What a picture's metadata says, and how two pictures' metadata differ.

Facts are read by `engine/facts.py` from EXIF, IPTC-IIM and XMP, embedded or in a sidecar. They are
data: text from a file is never markup, never a path, never a number we trust. What only one copy
carries (a caption, a credit, rights) is what a retirement could lose, so it has a name here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Presence(StrEnum):
    """How one field of two pictures compares."""

    BOTH_EMPTY = "both-empty"
    EQUAL = "equal"
    DIFFERS = "differs"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True)
class MetadataFacts:
    """Metadata of one picture; every value is display text as found, None where absent.

    Attributes:
        captured: capture time as written ("1966-05-02 10:11:12"); of a scan the scanning time.
        captured_source: which field it is from ("EXIF DateTimeOriginal", "IPTC DateCreated").
        camera, serial: make and model; body serial number.
        caption, headline, credit, byline, source, rights, keywords: IPTC/XMP descriptive facts.
        instructions: special instructions (embargo, kill).
        city, country, gps: where ("22.28, 114.16").
        document_id, instance_id, original_document_id: XMP media management identifiers.
        item_number: IPTC job id / transmission reference, or a catalogue's number.
        resolution_dpi: as stored ("300 x 300"), or None.
        software: the program that wrote it.
        created: the date of the picture itself as people wrote it down; of a scan the print's.
        created_source: which field that is from ("IPTC DateCreated", "XMP").
        device: what made it ("camera", "scanner", "film scanner", "print scanner"), where told.
        document_number: number or name of the document that it is a page of.
        page: which page of how many it says it is ("3 / 12").
        saves: how many savings its own editing history lists.
        sidecar_fields: names of the fields above that only a sidecar gave.
    """

    captured: str | None = None
    captured_source: str | None = None
    camera: str | None = None
    serial: str | None = None
    caption: str | None = None
    headline: str | None = None
    credit: str | None = None
    byline: str | None = None
    source: str | None = None
    rights: str | None = None
    keywords: str | None = None
    instructions: str | None = None
    city: str | None = None
    country: str | None = None
    gps: str | None = None
    document_id: str | None = None
    instance_id: str | None = None
    original_document_id: str | None = None
    item_number: str | None = None
    resolution_dpi: str | None = None
    software: str | None = None
    created: str | None = None
    created_source: str | None = None
    device: str | None = None
    document_number: str | None = None
    page: str | None = None
    saves: str | None = None
    sidecar_fields: tuple[str, ...] = ()


PRECIOUS = ("caption", "headline", "credit", "byline", "rights", "keywords", "gps", "captured")
"""Fields whose loss a reviewer must see before the only copy that carries them is retired."""

IDENTIFYING = ("caption", "captured", "rights", "item_number", "document_id")
"""Fields that keep a pair of equal pixels from being decided by a rule when they differ."""

TEXT_FIELDS = tuple(
    one.name for one in fields(MetadataFacts) if one.name not in ("sidecar_fields",)
)


def presence(left: str | None, right: str | None) -> Presence:
    """Say how one field of two pictures compares; blank text counts as absent."""
    here, there = (left or "").strip(), (right or "").strip()
    if not here and not there:
        return Presence.BOTH_EMPTY
    if not there:
        return Presence.ONLY_LEFT
    if not here:
        return Presence.ONLY_RIGHT
    return Presence.EQUAL if here == there else Presence.DIFFERS


def only_here(one: MetadataFacts, others: tuple[MetadataFacts, ...]) -> tuple[str, ...]:
    """Return the precious fields that `one` carries and none of `others` does."""
    return tuple(
        name
        for name in PRECIOUS
        if (getattr(one, name) or "").strip()
        and not any((getattr(other, name) or "").strip() for other in others)
    )
