"""Landlock: a child process may read the program's own files and nothing else, where Linux can.

A decoder that a hostile picture took over could otherwise read, rename or delete what the person
may. After this call the child can open nothing outside the interpreter, its libraries and this
package, can change nothing anywhere, and (from kernel 6.7) can open no TCP connection. Descriptors
that the parent passes keep working: they are rights already granted.

Source: Linux, Documentation/userspace-api/landlock.rst (system calls 444 to 446 on every
architecture, ABI 1 since 5.13).
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_CREATE_RULESET: Final = 444
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_ASK_VERSION: Final = 1
_PATH_BENEATH: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38

_EXECUTE: Final = 1 << 0
_READ_FILE: Final = 1 << 2
_READ_FOLDER: Final = 1 << 3
_FILE_RIGHTS: Final = ((1, 13), (2, 14), (3, 15), (5, 16))
"""(since ABI, how many of the file rights exist): all that exist are denied."""

_NETWORK_SINCE: Final = 4
_BIND_AND_CONNECT: Final = 0b11


def confine() -> bool:
    """Confine this process for good; False where the kernel cannot (then the limits alone hold)."""
    if sys.platform != "linux":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    version = system.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    ruleset = _ruleset(system, version)
    if ruleset < 0:
        return False
    try:
        for folder in _readable():
            _allow_reading(system, ruleset, folder)
        if system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return bool(system.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _ruleset(system: ctypes.CDLL, version: int) -> int:
    rights = max(count for since, count in _FILE_RIGHTS if since <= version)
    denied = struct.pack("=Q", (1 << rights) - 1)
    if version >= _NETWORK_SINCE:
        denied += struct.pack("=Q", _BIND_AND_CONNECT)
    return int(system.syscall(_CREATE_RULESET, denied, len(denied), 0))


def _allow_reading(system: ctypes.CDLL, ruleset: int, folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = _EXECUTE | _READ_FILE | _READ_FOLDER
        rule = struct.pack("=Qi", allowed, descriptor)
        system.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def _readable() -> Iterator[Path]:
    """Name the folders from which Python still imports, and the process's own numbers."""
    package = Path(__file__).resolve().parents[1]
    paths = sysconfig.get_paths()
    yield package
    yield from {Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    yield Path(sys.base_prefix, "lib")
    yield from (Path(name) for name in ("/lib", "/lib64", "/usr/lib", "/usr/lib64"))
    yield Path("/proc", str(os.getpid()))
    if bundle := getattr(sys, "_MEIPASS", None):  # a frozen application unpacks itself here
        yield Path(bundle)
