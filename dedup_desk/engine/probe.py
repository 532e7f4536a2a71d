"""The task that tells what a child process is, and can misbehave on demand.

Diagnostics ask it for versions and limits; the tests ask it to crash, to hang and to eat memory,
because a pool that survives a hostile picture must be seen to do so without waiting for one.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final

from dedup_desk.engine.packing import Fields, Json, Parcel


def probe_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """Do what the question's `act` says and tell about this process.

    Returns:
        pid, names of loaded top-level modules, soft limits, and the bytes of every file in `blobs`.
    """
    _ACTS[Fields(question.header).text("act", 20)]()
    loaded: list[Json] = [*sorted({name.partition(".")[0] for name in sys.modules})]
    header: dict[str, Json] = {
        "pid": os.getpid(),
        "modules": loaded,
        "address_space_bytes": resource.getrlimit(resource.RLIMIT_AS)[0],
        "cpu_s": resource.getrlimit(resource.RLIMIT_CPU)[0],
        "file_size_bytes": resource.getrlimit(resource.RLIMIT_FSIZE)[0],
        "refused": [name for name, act in _FORBIDDEN.items() if _is_refused(act)],
        "core_bytes": resource.getrlimit(resource.RLIMIT_CORE)[0],
    }
    return Parcel(header, tuple(file.read() for file in files))


def _is_refused(act: Callable[[], object]) -> bool:
    try:
        act()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


_FORBIDDEN: Final[Mapping[str, Callable[[], object]]] = MappingProxyType(
    {
        "read": lambda: os.close(os.open("/etc/passwd", os.O_RDONLY)),
        "list": lambda: os.listdir("/"),  # noqa: PTH208 - the plain call is what is tried
        "make": lambda: os.close(os.open("/tmp/dedup-desk-probe", os.O_CREAT | os.O_WRONLY)),  # noqa: S108 - must be refused
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1).close(),
    }
)
"""What a confined child may not do, though the person may."""


def _nothing() -> None:
    """Answer at once."""


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _spin() -> None:
    while True:
        pass


def _sleep() -> None:
    time.sleep(3600)


def _eat() -> None:
    bytearray(64 << 30)


def _fail() -> None:
    raise ValueError("asked to fail")


_ACTS: Final[Mapping[str, Callable[[], None]]] = MappingProxyType(
    {
        "tell": _nothing,
        "crash": _crash,
        "spin": _spin,
        "sleep": _sleep,
        "eat": _eat,
        "fail": _fail,
    }
)
