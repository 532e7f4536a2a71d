"""On what kind of file system a path lies, as far as it matters to a database.

SQLite's locks and its write-ahead log need a local disk: on network shares locks are emulated or
missing, and shared memory does not exist (sqlite.org/wal.html, sqlite.org/howtocorrupt.html).
"""

from __future__ import annotations

import os
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")

_NETWORK = frozenset(
    {"9p", "afs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"}
    | {"orangefs", "smb3", "smbfs"}
    | {"fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"}
)


def network_file_system(path: Path) -> str | None:
    """Return the kind of network file system that `path` is on ("nfs4"), or None for a local one.

    Where the system does not tell (no mount table), the answer is None.
    """
    kind = file_system(path)
    return kind if kind in _NETWORK else None


def file_system(path: Path) -> str | None:
    """Return the kind of file system of the nearest existing folder, or None where not told."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return None
    here = path.absolute()
    while not here.exists() and here != here.parent:
        here = here.parent
    device = os.stat(here).st_dev  # noqa: PTH116 - beside os.major, which has no Path form
    wanted = f"{os.major(device)}:{os.minor(device)}".encode()
    kinds = [line.split(b" - ", 1)[1].split()[0] for line in lines if line.split()[2] == wanted]
    return kinds[-1].decode("ascii", "replace") if kinds else None
