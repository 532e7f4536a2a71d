"""Measured values as a parcel's header and back, every field checked on the way in."""

from __future__ import annotations

from typing import Final

from dedup_desk.core.metadata import TEXT_FIELDS, MetadataFacts
from dedup_desk.core.records import PictureFacts
from dedup_desk.engine.packing import Fields, Json, PackingError
from dedup_desk.engine.texts import GUESSED, LONGEST_TEXT

_MOST_PIXELS_AN_EDGE: Final = 1 << 31
_LONGEST: Final = LONGEST_TEXT + len(GUESSED)


def packed_picture(picture: PictureFacts) -> dict[str, Json]:
    """Return `PictureFacts` as JSON."""
    return {
        "format_name": picture.format_name,
        "width_px": picture.width_px,
        "height_px": picture.height_px,
        "orientation": picture.orientation,
        "bit_depth": picture.bit_depth,
        "colour_model": picture.colour_model,
        "has_alpha": picture.has_alpha,
        "page_count": picture.page_count,
        "icc_name": picture.icc_name,
        "is_lossless": picture.is_lossless,
        "jpeg_quality": picture.jpeg_quality,
        "compared_at_8_bit": picture.compared_at_8_bit,
        "jpeg_sampling": picture.jpeg_sampling,
        "is_progressive": picture.is_progressive,
    }


def read_picture(fields: Fields) -> PictureFacts:
    """Read what `packed_picture` wrote; raises PackingError for anything else."""
    return PictureFacts(
        format_name=fields.text("format_name", 40),
        width_px=fields.integer("width_px", 1, _MOST_PIXELS_AN_EDGE),
        height_px=fields.integer("height_px", 1, _MOST_PIXELS_AN_EDGE),
        orientation=fields.integer("orientation", 1, 8),
        bit_depth=fields.integer("bit_depth", 1, 64),
        colour_model=fields.text("colour_model", 20),
        has_alpha=fields.flag("has_alpha"),
        page_count=fields.integer("page_count", 1, 1 << 31),
        icc_name=fields.text_or_none("icc_name", 200),
        is_lossless=fields.flag("is_lossless"),
        jpeg_quality=fields.integer("jpeg_quality", 1, 100) if fields.has("jpeg_quality") else None,
        compared_at_8_bit=fields.flag("compared_at_8_bit"),
        jpeg_sampling=fields.text_or_none("jpeg_sampling", 10),
        is_progressive=fields.flag("is_progressive"),
    )


def packed_facts(facts: MetadataFacts) -> dict[str, Json]:
    """Return `MetadataFacts` as JSON, absent fields left out."""
    packed: dict[str, Json] = {
        name: text for name in TEXT_FIELDS if (text := getattr(facts, name)) is not None
    }
    packed["sidecar_fields"] = list(facts.sidecar_fields)
    return packed


def read_facts(fields: Fields) -> MetadataFacts:
    """Read what `packed_facts` wrote; raises PackingError for anything else."""
    texts = {name: fields.text_or_none(name, _LONGEST) for name in TEXT_FIELDS}
    from_sidecars = fields.texts("sidecar_fields", len(TEXT_FIELDS))
    if not set(from_sidecars) <= set(TEXT_FIELDS):
        raise PackingError("a field that does not exist comes from a companion file")
    if any(text is not None and _has_surrogate(text) for text in texts.values()):
        raise PackingError("a text is not Unicode")
    return MetadataFacts(**texts, sidecar_fields=from_sidecars)


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
