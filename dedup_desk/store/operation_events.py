"""One operation of the mover as the ledger keeps it: digests chained, places beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dedup_desk.core.canonical_json import (
    Json,
    JsonObject,
    bytes_text,
    text_bytes,
    text_in,
    text_or_none,
)
from dedup_desk.core.decision_events import place_json, read_place
from dedup_desk.core.journal import FileIdentity, FolderState, Operation, OperationKind
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, SeenFile

DONE = {
    OperationKind.RETIRE: EventKind.OPERATION_DONE,
    OperationKind.RESTORE: EventKind.RESTORE_DONE,
}
ABORTED = {
    OperationKind.RETIRE: EventKind.OPERATION_ABORTED,
    OperationKind.RESTORE: EventKind.RESTORE_ABORTED,
}
_INTENT = {
    OperationKind.RETIRE: EventKind.OPERATION_INTENT,
    OperationKind.RESTORE: EventKind.RESTORE_INTENT,
}
_NUMBERS: tuple[tuple[str, Callable[[FileIdentity], int]], ...] = (
    ("dev", lambda one: one.dev),
    ("inode", lambda one: one.inode),
    ("size_bytes", lambda one: one.size_bytes),
    ("mtime_ns", lambda one: one.mtime_ns),
    ("mode", lambda one: one.mode),
)


def announcement(operation: Operation) -> EventDraft:
    """Return the event that announces an operation."""
    identity: dict[str, Json] = {  # as texts: inodes and times are beyond what JSON keeps exactly
        name: str(value(operation.identity)) for name, value in _NUMBERS
    }
    body: dict[str, Json] = {
        "operation": operation.uuid,
        "batch": operation.batch,
        "number": operation.number,
        "direction": operation.kind.value,
        "item": operation.item.digest.hex(),
        "canonical": operation.canonical.digest.hex(),
        "relation": operation.relation.value,
        "identity": identity,
        "restores": operation.restores,
    }
    pieces: dict[str, JsonObject] = {
        "item": place_json(operation.item.place),
        "canonical": place_json(operation.canonical.place),
        "quarantine": {
            "path": bytes_text(operation.quarantine),
            "safe_path": bytes_text(operation.safe_path),
        },
    }
    if operation.folders:
        pieces["folders"] = {"folders": [_folder_json(one) for one in operation.folders]}
    return EventDraft(_INTENT[operation.kind], body, pieces)


def read_operation(event: Event) -> Operation:
    """Return the operation that an event announced.

    Raises:
        ValueError: the event does not read as an announcement, or its places were erased.
    """
    body = event.body
    identity, number = body["identity"], body["number"]
    quarantine = event.personal("quarantine") or {}
    if not isinstance(identity, Mapping) or not isinstance(number, int):
        raise ValueError("an announcement names number and identity")  # noqa: TRY004 - file's data
    return Operation(
        uuid=text_in(body, "operation"),
        batch=text_in(body, "batch"),
        number=number,
        kind=OperationKind(text_in(body, "direction")),
        item=_seen(event, "item"),
        canonical=_seen(event, "canonical"),
        relation=Relation(text_in(body, "relation")),
        identity=FileIdentity(*(int(text_in(identity, name)) for name, _ in _NUMBERS)),
        quarantine=text_bytes(quarantine.get("path")),
        safe_path=text_bytes(quarantine.get("safe_path")),
        restores=text_or_none(body, "restores"),
        folders=_folders(event.personal("folders")),
    )


def _seen(event: Event, key: str) -> SeenFile:
    place = read_place(event.personal(key) or {})
    return SeenFile(place, Digest(bytes.fromhex(text_in(event.body, key))))


def read_note(event: Event | None) -> Message | None:
    """Return what the mover said when it closed an operation."""
    note = None if event is None else event.personal("note")
    return None if note is None else Message.from_json(text_in(note, "message"))


def _folder_json(folder: FolderState) -> JsonObject:
    return {
        "path": bytes_text(folder.path),
        "mode": folder.mode,
        "found_ns": str(folder.found_ns),
        "origin_ns": str(folder.origin_ns),
        "left_ns": None if folder.left_ns is None else str(folder.left_ns),
        "is_missing": folder.is_missing,
    }


def _folders(known: JsonObject | None) -> tuple[FolderState, ...]:
    listed = None if known is None else known.get("folders")
    if not isinstance(listed, list):
        return ()
    return tuple(_folder(one) for one in listed)


def _folder(known: JsonObject) -> FolderState:
    mode, left = known["mode"], text_or_none(known, "left_ns")
    if not isinstance(mode, int):
        raise ValueError("the mode of a folder is a number")  # noqa: TRY004 - the file's data
    return FolderState(
        path=text_bytes(known["path"]),
        mode=mode,
        found_ns=int(text_in(known, "found_ns")),
        origin_ns=int(text_in(known, "origin_ns")),
        left_ns=None if left is None else int(left),
        is_missing=bool(known["is_missing"]),
    )
