"""Disks on which something happens while one image moves."""

from __future__ import annotations

import os
from dataclasses import replace

from dedup_desk.engine.files import FsOps
from tests.helpers.collections_on_disk import BATCH
from tests.helpers.faulty_disk import Fault, FaultyDisk, Points

BOTH_READ = 5
"""Reads until both copies are known: the quarantine's description, then two for each copy."""


def retire(scene, journal, fs=None, **changes):
    with scene.mover(fs or FsOps(), journal) as (mover, quarantine):
        quarantine.prepare_batch(BATCH)
        return mover.retire(replace(scene.request(scene.items[0], 1), **changes))


def failing(call, code, reads=2, times=99):
    """A disk on which a call fails once so many reads were made (the quarantine's own is one)."""
    points = Points(fault=Fault.ERROR, errno=code)
    left = iter(range(times))

    def aim(number, name):
        is_due = name == call and points.calls.count("pread") >= reads
        points.at = number if is_due and next(left, None) is not None else 0

    points.on_call = aim
    return FaultyDisk(points)


class TracingDisk(FsOps):
    """Writes down what changes a disk, by path."""

    def __init__(self, scene):
        self.trace = []
        self._short = [(scene.quarantine, "Q"), (scene.root, "R")]

    def sync(self, descriptor):
        self.trace.append(f"fsync {self._of(descriptor)}")
        super().sync(descriptor)

    def make_folder(self, folder, name, mode):
        self.trace.append(f"mkdir {self._of(folder, name)}")
        super().make_folder(folder, name, mode)

    def rename(self, from_folder, name, to_folder, new):
        self.trace.append(f"rename {self._of(from_folder, name)} -> {self._of(to_folder, new)}")
        super().rename(from_folder, name, to_folder, new)

    def set_mtime(self, descriptor, mtime_ns):
        self.trace.append(f"utime {self._of(descriptor)}")
        super().set_mtime(descriptor, mtime_ns)

    def _of(self, descriptor, name=b""):
        path = os.readlink(b"/proc/self/fd/%d" % descriptor) + (b"/" + name if name else b"")
        for long, short in self._short:
            if path == long or path.startswith(long + b"/"):
                path = short.encode() + path[len(long) :]
        return path.replace(b"\n", b"").replace(b" \xff\xfe", b"").decode()


PREPARING_RENAMES = 3
"""The quarantine's description, the batch's README, the record: then the image itself."""


def meddling(scene, call, act, count=0):
    """A disk on which somebody acts once, before a call after both copies were read."""
    points, left = Points(), [act]

    def on_call(number, name):
        is_due = points.calls.count("pread") >= BOTH_READ and name == call
        if is_due and points.calls.count(call) >= count and left:
            left.pop()()

    points.on_call = on_call
    return FaultyDisk(points)


def replace_file(path):
    with open(path + b".new", "wb") as out:
        out.write(b"newcomer")
    os.rename(path + b".new", path)
