"""Proof that a read-only pass was read-only: every stamp before and after, compared.

A stamp is size, time of change and identity. The proof covers files and folders below the roots,
not their access times (which a mount option decides).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, counted, message
from dedup_desk.core.progress import CancelToken


@dataclass(slots=True)
class Proof:
    """What a read-only pass can show for itself.

    Attributes:
        entries: files and folders looked at before the pass.
        changed: paths whose stamp differs afterwards, by whoever's hand.
        manifest: SHA-256 over every path and stamp before the pass, hex.
    """

    entries: int = 0
    changed: tuple[bytes, ...] = ()
    manifest: str = ""
    _before: dict[bytes, bytes] = field(default_factory=dict)

    @property
    def is_unchanged(self) -> bool:
        """True where every stamp is as it was."""
        return not self.changed

    def sentence(self) -> Message:
        """Say it to a person."""
        if self.is_unchanged:
            return message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Read-only: {entries} files and folders have the same size, times and "
                    "identity as before.",
                ),
                entries=self.entries,
            )
        return counted(
            len(self.changed),
            QT_TRANSLATE_NOOP(
                "Messages",
                "{count} file or folder changed while it was being read, not by this program: "
                "{first}",
            ),
            QT_TRANSLATE_NOOP(
                "Messages",
                "{count} files or folders changed while they were being read, not by this "
                "program; the first is {first}",
            ),
            first=self.changed[0],
        )


@contextmanager
def proving_unchanged(folders: Sequence[str | bytes], cancel: CancelToken) -> Iterator[Proof]:
    """Take every stamp below `folders`, let the pass run, and compare afterwards."""
    roots = [os.fsencode(folder) for folder in folders]
    before = _stamps(roots, cancel)
    digest = hashlib.sha256()
    for path in sorted(before):
        digest.update(path + b"\0" + before[path] + b"\n")
    proof = Proof(entries=len(before), manifest=digest.hexdigest())
    yield proof
    after = _stamps(roots, cancel)
    names = sorted(before.keys() | after.keys())
    proof.changed = tuple(name for name in names if before.get(name) != after.get(name))


def _stamps(folders: Sequence[bytes], cancel: CancelToken) -> dict[bytes, bytes]:
    stamps: dict[bytes, bytes] = {}
    for folder in folders:
        for parent, _folders, names in os.walk(folder):
            cancel.check()
            for path in [parent, *(parent + b"/" + name for name in names)]:
                stamps[path] = _stamp(path)
    return stamps


def _stamp(path: bytes) -> bytes:
    try:
        known = os.lstat(path)
    except OSError as error:
        return str(error.errno).encode()
    values = (known.st_mode, known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns)
    return b" ".join(b"%d" % value for value in values)
