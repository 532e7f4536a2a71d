"""A comparison's outcome as a parcel and back, every field checked on the way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.naming import Naming
from dedup_desk.core.pairs import (
    Box,
    ChangedRegion,
    Evidence,
    Finding,
    Registration,
    RegistrationMethod,
    Relation,
    ToneFit,
)
from dedup_desk.engine.examine import Examined
from dedup_desk.engine.matrices import as_matrix
from dedup_desk.engine.packing import Fields, Json, PackingError, Parcel

Floats: TypeAlias = NDArray[np.float64]

_Word = TypeVar("_Word", bound=StrEnum)

_REGION_NUMBERS: Final = 9
_MOST_REGIONS: Final = 200
_TONE_NUMBERS: Final = 5
_MOST_INLIERS: Final = 100_000
_MOST_BLOCKS: Final = 10_000_000
_NUMBERS: Final = ("correlation", "quartile", "bad_share", "fine_bad_share")


def packed_finding(examined: Examined | None, decodes: int) -> Parcel:
    """Pack what a comparison found, and how many pictures have been decoded for it so far."""
    if examined is None:
        return Parcel({"is_related": False, "decodes": decodes})
    evidence, registration = examined.evidence, examined.registration
    header: dict[str, Json] = {
        "is_related": True,
        "decodes": decodes,
        "is_swapped": examined.is_swapped,
        "relations": [relation.value for relation in examined.naming.relations],
        "finding": examined.naming.finding.value,
        "notes": list(examined.naming.notes),
        "score": examined.score,
        "method": registration.method.value,
        "inliers": registration.inliers,
        "error_px": registration.error_px,
        "overlap_a": registration.overlap_a,
        "overlap_b": registration.overlap_b,
        "content_b": None if registration.content_b is None else asdict(registration.content_b),
        "fine_blocks": evidence.fine_blocks,
        "fine_size_px": evidence.fine_size_px,
        "hue_share": evidence.hue_share,
        **{name: getattr(evidence, name) for name in _NUMBERS},
    }
    return Parcel(header, (_bytes(registration.matrix), _regions(evidence), _tone(evidence.tone)))


def read_finding(parcel: Parcel) -> Examined | None:
    """Read what `packed_finding` wrote.

    Raises:
        PackingError: it is something else.
    """
    fields = Fields(parcel.header)
    if not fields.flag("is_related"):
        return None
    if len(parcel.blobs) != 3:
        raise PackingError("a finding has three blobs")
    matrix, regions, tone = (_floats(blob) for blob in parcel.blobs)
    if len(matrix) != 9 or len(tone) not in (0, _TONE_NUMBERS) or len(regions) % _REGION_NUMBERS:
        raise PackingError("the numbers of a finding are not what was agreed")
    naming = _naming(fields)
    return Examined(
        is_swapped=fields.flag("is_swapped"),
        naming=naming,
        registration=_registration(fields, matrix),
        evidence=replace(
            _evidence(fields),
            tone=ToneFit(*(float(value) for value in tone)) if len(tone) else None,
            regions=_regions_of(regions),
            notes=naming.notes,
        ),
        score=min(max(fields.number("score"), 0.0), 1.0),
    )


def _registration(fields: Fields, matrix: Floats) -> Registration:
    return Registration(
        matrix=as_matrix(matrix),
        method=_word(RegistrationMethod, fields.text("method", 20)),
        inliers=fields.integer("inliers", 0, _MOST_INLIERS),
        error_px=fields.number("error_px"),
        overlap_a=fields.number("overlap_a"),
        overlap_b=fields.number("overlap_b"),
        content_b=_content(fields),
    )


def _content(fields: Fields) -> Box | None:
    if not fields.has("content_b"):
        return None
    part = fields.part("content_b")
    return Box(*(part.number(name) for name in ("x_px", "y_px", "width_px", "height_px")))


def _evidence(fields: Fields) -> Evidence:
    has_blocks = fields.has("fine_blocks")
    return Evidence(
        correlation=_number_or_none(fields, "correlation"),
        quartile=_number_or_none(fields, "quartile"),
        bad_share=_number_or_none(fields, "bad_share"),
        fine_bad_share=_number_or_none(fields, "fine_bad_share"),
        fine_blocks=fields.integer("fine_blocks", 0, _MOST_BLOCKS) if has_blocks else None,
        fine_size_px=fields.integer("fine_size_px", 0, 1 << 20),
        hue_share=fields.number("hue_share"),
    )


def _regions_of(numbers: Floats) -> tuple[ChangedRegion, ...]:
    rows = numbers.reshape(-1, _REGION_NUMBERS)[:_MOST_REGIONS]
    return tuple(_region(row) for row in rows)


def _word(kind: type[_Word], text: str) -> _Word:
    try:
        return kind(text)
    except ValueError as error:
        raise PackingError(f"{text!r} is no {kind.__name__}") from error


def _number_or_none(fields: Fields, name: str) -> float | None:
    return fields.number(name) if fields.has(name) else None


def _bytes(numbers: Sequence[float]) -> bytes:
    return np.array(numbers, np.float64).tobytes()


def _floats(blob: bytes) -> Floats:
    if len(blob) % 8:
        raise PackingError("a blob does not hold whole numbers of 8 bytes")
    numbers = np.frombuffer(blob, np.float64)
    if not np.isfinite(numbers).all():
        raise PackingError("a number of a finding is not finite")
    return numbers


def _regions(evidence: Evidence) -> bytes:
    boxes = [
        (*_edges(region.in_a), *_edges(region.in_b), region.share_of_a)
        for region in evidence.regions
    ]
    return np.array(boxes, np.float64).tobytes()


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x_px, box.y_px, box.width_px, box.height_px


def _region(row: Floats) -> ChangedRegion:
    numbers = [float(value) for value in row]
    return ChangedRegion(Box(*numbers[:4]), Box(*numbers[4:8]), numbers[8])


def _tone(fit: ToneFit | None) -> bytes:
    if fit is None:
        return b""
    return _bytes((fit.gain, fit.gamma, fit.saturation, fit.warmth, fit.residual))


def _naming(fields: Fields) -> Naming:
    relations = tuple(_word(Relation, text) for text in fields.texts("relations", len(Relation)))
    if not relations:
        raise PackingError("a finding has no relation")
    return Naming(relations, _word(Finding, fields.text("finding", 20)), fields.texts("notes", 20))
