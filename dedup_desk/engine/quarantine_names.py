"""How the quarantine and the files in it are called: plainly, for every system and every reader."""

from __future__ import annotations

import re

SUFFIX = b".dedup-quarantine"

_WINDOWS_DEVICE = re.compile(rb"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST_NAME = 120


def quarantine_beside(root: bytes, *, is_mount_point: bool) -> bytes:
    """Return where a collection root's quarantine stands.

    A sibling of the root is on the same file system, and nothing is added below the root; a mount
    point has its siblings on another file system, so there it is a folder inside, which scanning
    never enters.
    """
    stripped = root.rstrip(b"/")
    return stripped + b"/" + SUFFIX if is_mount_point else stripped + SUFFIX


def safe_name(name: bytes) -> bytes:
    """Return a name for quarantine: at most 120 of `A-Z a-z 0-9 . _ -`, harmless on any system.

    No `%` (readers of bag manifests disagree on it), no Windows device name, no leading or
    trailing dot. The true name stands in the record.
    """
    plain = re.sub(rb"[^A-Za-z0-9._-]", b"_", name)
    stem, dot, suffix = plain.rpartition(b".")
    if dot and len(suffix) <= 10:
        plain = stem[: _LONGEST_NAME - len(suffix) - 1] + dot + suffix
    plain = plain[:_LONGEST_NAME].strip(b".") or b"file"
    return b"_" + plain if _WINDOWS_DEVICE.fullmatch(plain) else plain


def safe_path(batch: str, number: int, name: bytes) -> bytes:
    """Return an item's path inside the quarantine."""
    return b"batch-%s/data/%06d/%s" % (batch.encode("ascii"), number, safe_name(name))
