"""What a picture's metadata says: EXIF, IPTC-IIM and XMP, embedded and beside it.

Where two blocks give the same field, XMP wins over IPTC over EXIF for what people wrote, and EXIF
wins for what the camera wrote. A companion file only adds. Nothing here raises: damaged metadata
is metadata that is not there.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PIL import Image, TiffImagePlugin

from dedup_desk.core.metadata import TEXT_FIELDS, MetadataFacts
from dedup_desk.engine.exif import exif_fields, resolution
from dedup_desk.engine.iptc import iptc_fields
from dedup_desk.engine.texts import LONGEST_TEXT, tidy
from dedup_desk.engine.xmp import xmp_fields

_CAMERA_FIELDS: Final = frozenset(
    {"captured", "captured_source", "camera", "serial", "software", "device"}
)
_CAPTURE_SOURCES: Final = {"xmp": "XMP", "iptc": "IPTC DateCreated", "sidecar": "companion file"}
_IPTC_RESOURCE: Final = 0x0404


def facts_of(image: Image.Image, sidecars: Sequence[bytes] = ()) -> MetadataFacts:
    """Read everything that an opened, not yet loaded image says about itself.

    Args:
        image: Pillow's image; a TIFF gives its tags only before it is loaded.
        sidecars: contents of the XMP files beside it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged tags warn about themselves
        return _merged(image, sidecars)


def _merged(image: Image.Image, sidecars: Sequence[bytes]) -> MetadataFacts:
    camera = _safely(exif_fields, image)
    written = {
        **_safely(lambda one: _sourced(iptc_fields(_iptc_block(one)), "iptc"), image),
        **_safely(lambda one: _sourced(xmp_fields(_xmp_packet(one)), "xmp"), image),
    }
    found = {**camera, **written, **{k: v for k, v in camera.items() if k in _CAMERA_FIELDS}}
    found["resolution_dpi"] = _safely(_resolution, image).get("dpi", "")
    beside = _beside(sidecars)
    added = tuple(sorted(name for name in beside if not found.get(name)))
    found = {**beside, **{name: text for name, text in found.items() if text}}
    kept = {name: found[name][:LONGEST_TEXT] if name in found else None for name in TEXT_FIELDS}
    return MetadataFacts(**kept, sidecar_fields=added)


def _safely(read: Callable[[Any], Mapping[str, str]], source: Any) -> Mapping[str, str]:
    try:
        return read(source)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - parsers of strangers' metadata raise whatever they like
        return {}


def _beside(sidecars: Sequence[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for content in sidecars:
        fields = _safely(lambda one: _sourced(xmp_fields(one), "sidecar"), content)
        found = {**fields, **found}
    return found


def _sourced(fields: dict[str, str], block: str) -> dict[str, str]:
    for name in ("captured", "created"):
        if name in fields:
            fields[name] = tidy(fields[name].replace("T", " "))[:40]
            fields[f"{name}_source"] = _CAPTURE_SOURCES[block]
    return fields


def _resolution(image: Image.Image) -> Mapping[str, str]:
    return {"dpi": resolution(image) or ""}


def _xmp_packet(image: Image.Image) -> bytes:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return packet.encode() if isinstance(packet, str) else bytes(packet)


def _iptc_block(image: Image.Image) -> bytes:
    """Find the IIM block: in Photoshop's resources of a JPEG, in a tag of its own in a TIFF."""
    resources = image.info.get("photoshop")
    if isinstance(resources, dict):
        block = resources.get(_IPTC_RESOURCE, b"")
        return block if isinstance(block, bytes) else b""
    tags: Any = getattr(image, "tag_v2", {})
    block = tags.get(TiffImagePlugin.IPTC_NAA_CHUNK, b"")
    return block if isinstance(block, bytes) else b""
