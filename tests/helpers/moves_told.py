"""Events of moves as the ledger tells them, without a disk."""

from __future__ import annotations

from dedup_desk.core.canonical_json import bytes_text
from dedup_desk.core.decision_events import place_json
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import FilePlace

QUARANTINE = b"/mnt/quarantine"
KEPT = FilePlace("masters", b"kept.jpg")


def announced(operation: str, path: bytes, kind: EventKind = EventKind.OPERATION_INTENT):
    """Announce that a file goes away, or that it comes back."""
    pieces = {
        "item": place_json(FilePlace("masters", path)),
        "canonical": place_json(KEPT),
        "quarantine": {
            "path": bytes_text(QUARANTINE),
            "safe_path": bytes_text(b"batch-1/data/000001/" + path.rpartition(b"/")[2]),
        },
    }
    body = {"operation": operation, "relation": Relation.RESIZED.value}
    return EventDraft(kind, body, pieces)


def ended(operation: str, kind: EventKind = EventKind.OPERATION_DONE, restores: str | None = None):
    """Close an operation."""
    return EventDraft(kind, {"operation": operation, "restores": restores})


def moved(operation: str, path: bytes) -> tuple[EventDraft, ...]:
    """Set a file aside."""
    return announced(operation, path), ended(operation)


def brought_back(operation: str, path: bytes, restores: str) -> tuple[EventDraft, ...]:
    """Put it back."""
    return (
        announced(operation, path, EventKind.RESTORE_INTENT),
        ended(operation, EventKind.RESTORE_DONE, restores),
    )
