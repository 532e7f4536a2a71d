"""Values of the index to the text of a row, and back.

The index is read by the program that wrote it (another version is made anew), so this is plain
JSON with floats that Python reads back bit for bit. ASCII only: a caption may hold half a
surrogate pair, which SQLite's UTF-8 would refuse.
"""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import (
    Box,
    ChangedRegion,
    Evidence,
    Matrix,
    Registration,
    RegistrationMethod,
    Relation,
    ToneFit,
    VerifiedPair,
)
from dedup_desk.core.records import PictureFacts

_SIGN = 1 << 63
_ALL = 1 << 64

_NO_EVIDENCE = Evidence()


def signed(number: int) -> int:
    """Return a 64-bit number without a sign as SQLite's integer."""
    return number - _ALL if number >= _SIGN else number


def unsigned(number: int) -> int:
    """Return what `signed` packed."""
    return number + _ALL if number < 0 else number


def names_text(names: tuple[bytes, ...]) -> str:
    """Return file names as text."""
    return json.dumps([base64.b64encode(name).decode() for name in names])


@lru_cache(maxsize=4096)
def read_names(text: str) -> tuple[bytes, ...]:
    """Read what `names_text` wrote."""
    return tuple(base64.b64decode(name) for name in json.loads(text))


def picture_text(picture: PictureFacts) -> str:
    """Return picture facts as text, what is as usual left out."""
    return _text(_unusual(picture, PictureFacts("", 0, 0)))


@lru_cache(maxsize=4096)
def read_picture(text: str) -> PictureFacts:
    """Read what `picture_text` wrote; equal texts give one shared value."""
    return PictureFacts(**json.loads(text))


def facts_text(facts: MetadataFacts) -> str:
    """Return metadata facts as text, absent ones left out."""
    return _text(_unusual(facts, MetadataFacts()))


@lru_cache(maxsize=4096)
def read_facts(text: str) -> MetadataFacts:
    """Read what `facts_text` wrote; equal texts give one shared value."""
    known = json.loads(text)
    known["sidecar_fields"] = tuple(known.get("sidecar_fields", ()))
    return MetadataFacts(**known)


def details_text(pair: VerifiedPair) -> str:
    """Return what has no column of its own: all relations, registration, evidence."""
    registration = None if pair.registration is None else asdict(pair.registration)
    return _text(
        {
            "relations": list(pair.relations),
            "registration": registration,
            "evidence": asdict(pair.evidence),
        }
    )


def read_details(
    text: str, *, with_evidence: bool = True
) -> tuple[tuple[Relation, ...], Registration | None, Evidence]:
    """Read what `details_text` wrote; evidence that is not wanted is left empty."""
    known = json.loads(text)
    relations = tuple(Relation(word) for word in known["relations"])
    evidence = _evidence(known["evidence"]) if with_evidence else _NO_EVIDENCE
    return relations, _registration(known["registration"]), evidence


def _registration(known: dict[str, Any] | None) -> Registration | None:
    if known is None:
        return None
    a, b, c, d, e, f, g, h, i = known.pop("matrix")
    matrix: Matrix = (a, b, c, d, e, f, g, h, i)
    method, content = RegistrationMethod(known.pop("method")), known.pop("content_b", None)
    return Registration(matrix, method, **known, content_b=Box(**content) if content else None)


def _evidence(known: dict[str, Any]) -> Evidence:
    tone, regions, notes = known.pop("tone"), known.pop("regions"), known.pop("notes")
    return Evidence(
        **known,
        tone=None if tone is None else ToneFit(**tone),
        regions=tuple(_region(one) for one in regions),
        notes=tuple(notes),
    )


def _region(known: dict[str, Any]) -> ChangedRegion:
    return ChangedRegion(Box(**known["in_a"]), Box(**known["in_b"]), known["share_of_a"])


def _unusual(value: PictureFacts | MetadataFacts, usual: object) -> dict[str, object]:
    needed = {"format_name", "width_px", "height_px"}
    return {
        one.name: found
        for one in fields(value)
        if (found := getattr(value, one.name)) != getattr(usual, one.name) or one.name in needed
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
