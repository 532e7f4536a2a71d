"""One writer a project: an operating-system lock, and who holds it.

The lock is on a small file beside the project (`NAME.ddesk-lock`), never on the project itself:
closing any descriptor of a database file drops the locks that SQLite holds on it in this process
(POSIX fcntl locks). The kernel lets go when the holder dies, so a crash leaves nothing to clear;
what the file says is for naming the holder only.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from dedup_desk.core.errors import BusyError, ProjectError
from dedup_desk.core.ledger import Actor
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message

_HELD = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is open for writing: {person} ({account} on {host}, process {pid}). Nothing was "
    "changed; close it there, or open it for reading only.",
)
_NO_PLACE = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} cannot be opened for writing: its folder is read-only. Nothing was changed; open it "
    "for reading only, or work on a copy.",
)
_RETRY_S = 0.1


class ProjectLock:
    """Holds the right to write one project, from construction to `release`."""

    def __init__(self, project: Path, actor: Actor, wait_s: float) -> None:
        """Wait for the lock.

        Args:
            project: the project file, which need not exist yet.
            actor: who will be named to others.
            wait_s: how long to wait for another holder.

        Raises:
            BusyError: somebody else holds it; the sentence names them.
            ProjectError: the folder cannot be written.
        """
        self._path = project.with_name(project.name + "-lock")
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise ProjectError(message(_NO_PLACE, name=os.fsencode(project))) from error
        deadline = time.monotonic() + wait_s
        while not _locked(self._descriptor):
            if time.monotonic() >= deadline:
                held = self._holder(project)
                os.close(self._descriptor)
                raise BusyError(held)
            time.sleep(_RETRY_S)
        self._sign(actor)

    def release(self) -> None:
        """Let others write."""
        os.close(self._descriptor)

    def _sign(self, actor: Actor) -> None:
        os.ftruncate(self._descriptor, 0)
        signed = json.dumps({**actor.as_json(), "pid": os.getpid()})
        os.pwrite(self._descriptor, signed.encode("ascii"), 0)

    def _holder(self, project: Path) -> Message:
        try:
            known = json.loads(os.pread(self._descriptor, 4096, 0))
            person, account = str(known["name"]), str(known["account"])
            host, pid = str(known["host"]), str(known["pid"])
        except (ValueError, KeyError, TypeError):
            person = account = host = pid = "?"
        name = os.fsencode(project)
        return message(_HELD, name=name, person=person, account=account, host=host, pid=pid)


if sys.platform == "win32":  # pragma: no cover - no Windows machine runs the tests
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # a byte that nobody reads or writes
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
