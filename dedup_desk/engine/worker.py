"""The main loop of a child process: take a question, do the task, answer, until the pipe closes.

The child opens no file by name: the parent passes descriptors. It can write no file (FSIZE 0),
leaves no core, and where the kernel has Landlock it can read only the program itself. Ctrl-C is the
parent's business, so it is ignored here; when the parent dies, the kernel kills the child (Linux)
or the closed pipe ends it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import sys
import warnings
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.engine.confinement import confine
from dedup_desk.engine.packing import (
    Letter,
    PackingError,
    Parcel,
    receive_with_descriptors,
    send,
)
from dedup_desk.engine.tasks import task_named

_PR_SET_PDEATHSIG: Final = 1
_LOADED_AT_START: Final = ("measure",)
"""Brings in numpy and the codecs, so that the memory limit counts pictures and not libraries."""

_TOO_MUCH_MEMORY: Final = QT_TRANSLATE_NOOP(
    "Messages", "Reading it needs more memory than a picture of its size may take."
)
_BUG: Final = QT_TRANSLATE_NOOP("Messages", "Reading it failed inside the program: {error}.")


def worker_main(pipe: socket.socket, parent: int, niceness: int) -> None:
    """Serve questions until the pipe closes; never returns.

    Args:
        pipe: one end of a socket pair; the parent holds the other.
        parent: process id of the parent.
        niceness: how far it steps back behind the window's own thread, 0 to 19.
    """
    os.nice(niceness)
    _settle_in(parent)
    try:
        send(pipe, Letter("ready", Parcel()))
        while True:
            _serve_one(pipe)
    except (EOFError, OSError, PackingError):
        pass
    os._exit(0)  # nothing here needs a tidy end, and codecs have hung in theirs


def _settle_in(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hush()
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")  # a damaged picture warns about itself; we report it ourselves
    if sys.platform == "linux":
        # The signal is sent when the *thread* that started us ends: the pool keeps that thread
        # for as long as it keeps the child.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as many children as processors are enough
    for name in _LOADED_AT_START:
        task_named(name)
    confine()


def _hush() -> None:
    """Send what codecs print about damaged files nowhere; the reason comes back in the answer."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _serve_one(pipe: socket.socket) -> None:
    letter, descriptors = receive_with_descriptors(pipe)
    answer = _answer(letter, descriptors)
    try:
        send(pipe, answer)
    except PackingError as error:
        send(pipe, _failed(message(_BUG, error=str(error))))


def _answer(letter: Letter, descriptors: Sequence[int]) -> Letter:
    with ExitStack() as open_files:
        files = [
            open_files.enter_context(os.fdopen(descriptor, "rb", buffering=0))
            for descriptor in descriptors
        ]
        try:
            parcel = task_named(letter.word)(letter.parcel, tuple(files))
        except MemoryError:
            return _failed(message(_TOO_MUCH_MEMORY))
        except Exception as error:  # noqa: BLE001 - one file's failure must not end the child
            return _failed(message(_BUG, error=repr(error)[:500]))
    return Letter("done", parcel)


def _failed(reason: Message) -> Letter:
    return Letter("failed", Parcel({"reason": reason.as_json()}))
