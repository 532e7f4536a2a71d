"""Which file system a folder is on, as far as moving without copying is concerned.

A rename works only inside one mount: even two mounts of one disk refuse it (EXDEV). Linux tells its
mounts in /proc/self/mountinfo (see proc(5)); elsewhere only the device number is known.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")

NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "fuse.sshfs"})


@dataclass(frozen=True, slots=True)
class Mount:
    """The mount that a folder is in.

    Attributes:
        point: absolute path of where it is mounted.
        kind: "ext4", "nfs4", "fuseblk" ...; empty where the system does not tell.
        is_read_only: nothing can be written.
    """

    point: bytes
    kind: str
    is_read_only: bool

    @property
    def is_network(self) -> bool:
        """The disk is in another machine."""
        return self.kind in NETWORK


def real_path(path: bytes) -> bytes:
    """Return an absolute path with every link followed."""
    return os.fsencode(Path(os.fsdecode(path)).resolve())


def mount_of(folder: bytes) -> Mount:
    """Return the mount that an existing folder is in.

    Raises:
        OSError: the folder cannot be reached.
    """
    real = os.fsencode(Path(os.fsdecode(folder)).resolve(strict=True))
    is_read_only = bool(os.statvfs(real).f_flag & os.ST_RDONLY)
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return Mount(_point_by_device(real), "", is_read_only)
    around = [mount for mount in map(_read, lines) if _is_above(mount.point, real)]
    if not around:
        return Mount(_point_by_device(real), "", is_read_only)
    nearest = max(reversed(around), key=lambda mount: len(mount.point))  # the last one covers
    return Mount(nearest.point, nearest.kind, is_read_only)


def can_write(folder: bytes) -> bool:
    """Tell whether this account may add and remove names in a folder."""
    return os.access(folder, os.W_OK | os.X_OK)


def _read(line: bytes) -> Mount:
    fields, _, behind = line.partition(b" - ")
    point = re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8)]), fields.split(b" ")[4])
    return Mount(point, behind.split(b" ")[0].decode("ascii", "replace"), is_read_only=False)


def _is_above(point: bytes, path: bytes) -> bool:
    return path == point or path.startswith(point.rstrip(b"/") + b"/")


def _point_by_device(path: bytes) -> bytes:
    """Walk up to where the device changes."""
    here = Path(os.fsdecode(path))
    while here != here.parent and here.stat().st_dev == here.parent.stat().st_dev:
        here = here.parent
    return os.fsencode(here)
