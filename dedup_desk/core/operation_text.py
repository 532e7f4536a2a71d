"""An operation as plain JSON values and back: in the project file and in the quarantine alike.

Paths are bytes and travel as base64, digests as hexadecimal, times and inodes as decimal text
(JSON readers keep only 53 bits of a number, and RFC 8785 allows no more). What was written is
checked before it is believed, because a quarantine can be handed over by anybody: a path that could
leave its folder is refused here, before any system call sees it.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import TypeAlias

from dedup_desk.core.journal import FileIdentity, FolderState, Operation, OperationKind
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, FilePlace, SeenFile

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def operation_values(operation: Operation) -> dict[str, Json]:
    """Return everything of an operation as JSON values; `read_operation` turns them back."""
    return {
        "uuid": operation.uuid,
        "batch": operation.batch,
        "number": operation.number,
        "kind": operation.kind.value,
        "item": seen_values(operation.item),
        "canonical": seen_values(operation.canonical),
        "relation": operation.relation.value,
        "identity": identity_values(operation.identity),
        "quarantine_b64": base64_text(operation.quarantine),
        "safe_path_b64": base64_text(operation.safe_path),
        "restores": operation.restores,
        "folders": [_folder_values(folder) for folder in operation.folders],
    }


def operation_json(operation: Operation) -> str:
    """Return an operation as one line of canonical JSON (sorted keys, ASCII, no floats)."""
    return json.dumps(operation_values(operation), sort_keys=True, separators=(",", ":"))


def read_operation_json(text: str) -> Operation:
    """Read what `operation_json` wrote; raises ValueError for anything else."""
    return read_operation(json.loads(text))


def read_operation(values: object) -> Operation:
    """Read what `operation_values` wrote.

    Raises:
        ValueError: a field is missing, of the wrong kind, or a path that could leave its folder.
    """
    try:
        return _operation(_mapping(values))
    except (KeyError, TypeError, binascii.Error) as error:
        raise ValueError(f"not an operation: {error}") from error


def seen_values(seen: SeenFile) -> dict[str, Json]:
    """Return a place and its content as JSON values."""
    return {
        "root": seen.place.root,
        "path_b64": base64_text(seen.place.path),
        "path_text": seen.place.shown(),
        "sha256": seen.digest.hex(),
    }


def identity_values(identity: FileIdentity) -> dict[str, Json]:
    """Return what `fstat` said as JSON values."""
    return {
        "dev": str(identity.dev),
        "inode": str(identity.inode),
        "size_bytes": identity.size_bytes,
        "mtime_ns": str(identity.mtime_ns),
        "mode": identity.mode,
    }


def base64_text(path: bytes) -> str:
    """Return bytes as base64 text."""
    return base64.b64encode(path).decode("ascii")


def is_safe_relative(path: bytes) -> bool:
    """Tell whether a path stays below the folder it is joined to: relative, no `..`, no NUL."""
    return b"\0" not in path and all(part not in {b"", b".", b".."} for part in path.split(b"/"))


def _operation(values: Mapping[str, object]) -> Operation:
    restores = values["restores"]
    return Operation(
        uuid=_text(values["uuid"]),
        batch=_batch(values["batch"]),
        number=_number(values["number"]),
        kind=OperationKind(_text(values["kind"])),
        item=_seen(values["item"]),
        canonical=_seen(values["canonical"]),
        relation=Relation(_text(values["relation"])),
        identity=_identity(values["identity"]),
        quarantine=_absolute(values["quarantine_b64"]),
        safe_path=_relative(values["safe_path_b64"]),
        restores=None if restores is None else _text(restores),
        folders=tuple(_folder(folder) for folder in _list(values["folders"])),
    )


def _seen(value: object) -> SeenFile:
    values = _mapping(value)
    digest = bytes.fromhex(_text(values["sha256"]))
    if len(digest) != 32:
        raise ValueError("a SHA-256 has 32 bytes")
    place = FilePlace(_text(values["root"]), _relative(values["path_b64"]))
    return SeenFile(place, Digest(digest))


def _identity(value: object) -> FileIdentity:
    values = _mapping(value)
    return FileIdentity(
        dev=_long(values["dev"]),
        inode=_long(values["inode"]),
        size_bytes=_number(values["size_bytes"]),
        mtime_ns=_long(values["mtime_ns"]),
        mode=_number(values["mode"]),
    )


def _folder_values(folder: FolderState) -> Json:
    return {
        "path_b64": base64_text(folder.path),
        "mode": folder.mode,
        "found_ns": str(folder.found_ns),
        "origin_ns": str(folder.origin_ns),
        "left_ns": None if folder.left_ns is None else str(folder.left_ns),
        "is_missing": folder.is_missing,
    }


def _folder(value: object) -> FolderState:
    values = _mapping(value)
    path = _bytes(values["path_b64"])
    if path and not is_safe_relative(path):
        raise ValueError(f"an unsafe folder: {path!r}")
    left, is_missing = values["left_ns"], values["is_missing"]
    if not isinstance(is_missing, bool):
        raise TypeError("is_missing is not a truth value")
    return FolderState(
        path=path,
        mode=_number(values["mode"]),
        found_ns=_long(values["found_ns"]),
        origin_ns=_long(values["origin_ns"]),
        left_ns=None if left is None else _long(left),
        is_missing=is_missing,
    )


def _relative(value: object) -> bytes:
    path = _bytes(value)
    if not is_safe_relative(path):
        raise ValueError(f"an unsafe path: {path!r}")
    return path


def _absolute(value: object) -> bytes:
    path = _bytes(value)
    if not path.startswith(b"/") or b"\0" in path:
        raise ValueError(f"not an absolute path: {path!r}")
    return path


def _batch(value: object) -> str:
    text = _text(value)
    if "/" in text or "\0" in text or text in {"", ".", ".."}:
        raise ValueError(f"not a batch id: {text!r}")
    return text


def _bytes(value: object) -> bytes:
    return base64.b64decode(_text(value), validate=True)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"want text, got {type(value).__name__}")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"want a whole number, got {type(value).__name__}")
    return value


def _long(value: object) -> int:
    return int(_text(value), 10)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"want an object, got {type(value).__name__}")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"want a list, got {type(value).__name__}")
    return value
