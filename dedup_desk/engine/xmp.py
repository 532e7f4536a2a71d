"""XMP: the metadata packet of current programs, inside a picture or beside it.

It is XML from strangers: parsed with entities, external references and DTDs refused, at most 1 MB.
Source: ISO 16684-1 (RDF/XML serialisation; properties may be attributes or elements).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # ships no types
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]  # same

from dedup_desk.engine.texts import tidy

MAX_BYTES: Final = 1_000_000
_MOST_VALUES: Final = 200
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP: Final = "{http://ns.adobe.com/photoshop/1.0/}"
_MEDIA: Final = "{http://ns.adobe.com/xap/1.0/mm/}"
_BASIC: Final = "{http://ns.adobe.com/xap/1.0/}"
_EXIF: Final = "{http://ns.adobe.com/exif/1.0/}"
_AUX: Final = "{http://ns.adobe.com/exif/1.0/aux/}"
_EVENT: Final = "{http://ns.adobe.com/xap/1.0/sType/ResourceEvent#}"
_CORE: Final = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"

_PROPERTIES: Final[tuple[tuple[str, str], ...]] = (
    (f"{_DC}description", "caption"),
    (f"{_PHOTOSHOP}Headline", "headline"),
    (f"{_DC}title", "headline"),
    (f"{_PHOTOSHOP}Credit", "credit"),
    (f"{_DC}creator", "byline"),
    (f"{_PHOTOSHOP}Source", "source"),
    (f"{_DC}rights", "rights"),
    (f"{_DC}subject", "keywords"),
    (f"{_PHOTOSHOP}Instructions", "instructions"),
    (f"{_PHOTOSHOP}City", "city"),
    (f"{_PHOTOSHOP}Country", "country"),
    (f"{_MEDIA}DocumentID", "document_id"),
    (f"{_MEDIA}InstanceID", "instance_id"),
    (f"{_MEDIA}OriginalDocumentID", "original_document_id"),
    (f"{_PHOTOSHOP}TransmissionReference", "item_number"),
    (f"{_AUX}SerialNumber", "serial"),
    (f"{_BASIC}CreatorTool", "software"),
    (f"{_EXIF}DateTimeOriginal", "captured"),
    (f"{_PHOTOSHOP}DateCreated", "captured"),
    (f"{_PHOTOSHOP}DateCreated", "created"),
    (f"{_DC}identifier", "document_number"),
    (f"{_CORE}CountryName", "country"),
)
"""(property, field of `MetadataFacts`), in order of preference where two feed one field."""


def xmp_fields(packet: bytes) -> dict[str, str]:
    """Return the fields of an XMP packet by the names of `MetadataFacts`; {} if it is damaged."""
    if len(packet) > MAX_BYTES:
        return {}
    try:
        root = fromstring(packet.strip(b"\0 \r\n\t\xef\xbb\xbf"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return {}
    found: dict[str, str] = {}
    properties = _properties(root)
    for name, field in _PROPERTIES:
        text = properties.get(name, "")
        if text and field not in found:
            found[field] = text
    saves = sum(_is_saving(event) for event in root.iter(f"{_RDF}li"))
    return found | ({"saves": str(saves)} if saves else {})


def _is_saving(event: Element) -> bool:
    """Say whether a line of the editing history is a saving of pixels, not of words alone."""
    said = {child.tag: child.text or "" for child in event} | dict(event.attrib)
    for inner in event.findall(f"{_RDF}Description"):
        said |= dict(inner.attrib)
    return said.get(f"{_EVENT}action") == "saved" and said.get(f"{_EVENT}changed") != "/metadata"


def _properties(root: Element) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            found.setdefault(name, tidy(value))
        for child in description:
            found.setdefault(child.tag, _value(child))
    return found


def _value(element: Element) -> str:
    """Return a simple value, the default language of several, or the joined items of a list."""
    alternatives = element.find(f"{_RDF}Alt")
    if alternatives is not None:
        return tidy(next((item.text for item in alternatives if item.text), ""))
    items = list(element.iter(f"{_RDF}li"))[:_MOST_VALUES]
    if items:
        return tidy("; ".join(item.text for item in items if item.text))
    return tidy(element.text or "")
