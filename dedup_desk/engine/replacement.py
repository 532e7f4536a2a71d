"""The replacement record: one JSON file for each retired image, written before the image moves.

It says what left, what replaces it, why, who decided, and what was checked, so that the quarantine
explains itself without the project file. Names stand twice: as text for a person and as base64 for
a program. The record carries the SHA-256 of its own canonical form, so a torn or edited record is
known as one. The relation is worded in the archive's sense: only equal bytes are "exact-bytes" and
only equal pixels "exact-pixels"; everything else is a near-duplicate, never "identical".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from dedup_desk import __version__
from dedup_desk.core.journal import FileIdentity, Operation
from dedup_desk.core.operation_text import (
    Json,
    identity_values,
    operation_values,
    read_operation,
    seen_values,
)
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import ImageRecord, SeenFile
from dedup_desk.engine.files import Digests

FORMAT = "dedup-desk replacement record"
VERSION = 1

REFERENCES_NOT_CHECKED = "NOT CHECKED"

_EXACT = {Relation.SAME_BYTES: "exact-bytes", Relation.SAME_PIXELS: "exact-pixels"}


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an image is retired and who answers for it.

    Attributes:
        decided_by: the person's declared name.
        decided_at: ISO 8601, UTC.
        method: "person", or the rule with its version.
        note: the person's words.
        references: what is known of references to the image; `REFERENCES_NOT_CHECKED` until a
            source is configured.
        references_acknowledged_by: who took that on themselves for this batch.
    """

    decided_by: str
    decided_at: str
    method: str = "person"
    note: str | None = None
    references: str = REFERENCES_NOT_CHECKED
    references_acknowledged_by: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One of the two copies as it was read to its end in this run.

    Attributes:
        seen: place and recorded content.
        identity: from `fstat`.
        digests: of the bytes read.
        image: what the index knows of it, where it knows it.
    """

    seen: SeenFile
    identity: FileIdentity
    digests: Digests
    image: ImageRecord | None = None


def record_bytes(
    operation: Operation, checked: tuple[Checked, Checked], reasons: Reasons, checked_at: str
) -> bytes:
    """Return the record of one retirement, ready to be written.

    Args:
        operation: the move.
        checked: the copy that leaves and the copy that stays, as they were read.
        reasons: why, and who.
        checked_at: when both were read, ISO 8601, UTC.
    """
    values: dict[str, Json] = {
        "format": FORMAT,
        "version": VERSION,
        "software": f"Dedup Desk {__version__}",
        "operation": operation_values(operation),
        "retired": _file_values(checked[0]),
        "canonical": _file_values(checked[1]),
        "relation": _EXACT.get(operation.relation, "near-duplicate"),
        "relation_found": operation.relation.value,
        "decided_by": reasons.decided_by,
        "decided_at": reasons.decided_at,
        "identity_of_person": "self-declared",
        "decided_how": reasons.method,
        "note": reasons.note,
        "references": reasons.references,
        "references_acknowledged_by": reasons.references_acknowledged_by,
        "bytes_checked_at": checked_at,
    }
    values["record_sha256"] = _own_digest(values)
    return json.dumps(values, indent=1, sort_keys=True).encode("ascii") + b"\n"


def read_record(data: bytes) -> Operation:
    """Return the operation of a record, checked against the record's own digest.

    Raises:
        ValueError: not a record, torn, edited, newer, or with a path that could leave its folder.
    """
    try:
        values = json.loads(data)
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise ValueError("not a replacement record")
        told = values.pop("record_sha256", None)
        if told != _own_digest(values):
            raise ValueError("the record was changed after it was written")
        if values["version"] > VERSION:
            raise ValueError("the record was written by a newer version")
        return read_operation(values["operation"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"not a replacement record: {error}") from error


def _own_digest(values: Mapping[str, Json]) -> str:
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(canonical).hexdigest()


def _file_values(checked: Checked) -> Json:
    seen = checked.seen
    values: dict[str, Json] = {
        **seen_values(seen),
        "sha256": checked.digests.sha256.hex(),
        "sha512": checked.digests.sha512.hex(),
        **identity_values(checked.identity),
    }
    if checked.image is not None:
        values.update(_image_values(checked.image))
    return values


def _image_values(image: ImageRecord) -> dict[str, Json]:
    facts = image.facts
    return {
        "image_format": image.picture.format_name,
        "width_px": image.picture.width_px,
        "height_px": image.picture.height_px,
        "document_id": facts.document_id,
        "instance_id": facts.instance_id,
        "original_document_id": facts.original_document_id,
        "item_number": facts.item_number,
    }
