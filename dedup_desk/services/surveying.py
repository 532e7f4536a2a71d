"""From folders to a work list: what is new, what changed, what is gone, what is no image.

Scan says what is there; the index says what was there; the difference is the work. A root that
cannot be reached stops the survey before anything is compared: an unplugged disk must never look
like a thousand deleted files.
"""

from __future__ import annotations

import os
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import FilePlace, FileStamp, Skipped, SkipReason
from dedup_desk.core.sidecars import is_sidecar, sidecars_by_image
from dedup_desk.engine.scan import IgnoreRules, scan
from dedup_desk.services.roots import Root
from dedup_desk.store.images import KnownStamp


@dataclass(frozen=True, slots=True)
class ToMeasure:
    """One file to read: its stamp, its root, its companions' names and their state."""

    stamp: FileStamp
    root: Root
    sidecars: tuple[bytes, ...]
    sidecars_stamp: int = 0


@dataclass(slots=True)
class Survey:
    """What a walk through the roots found.

    Attributes:
        to_measure: new and changed files, in place order.
        gone: places the index knows and the disk no longer has.
        stamps: every file taken for an image.
        skipped: per root label, what was passed over, by reason.
    """

    to_measure: list[ToMeasure] = field(default_factory=list)
    gone: list[FilePlace] = field(default_factory=list)
    stamps: list[FileStamp] = field(default_factory=list)
    skipped: dict[str, Counter[SkipReason]] = field(default_factory=dict)


def survey_roots(
    roots: Sequence[Root],
    known: dict[FilePlace, KnownStamp],
    recipe: str,
    cancel: CancelToken,
) -> Survey:
    """Walk every root and compare with what the index knows.

    Args:
        roots: collection roots of this machine, all of which must be reachable.
        known: the index's stamps; only those below `roots` can be found gone.
        recipe: how files are measured today; what was measured otherwise is measured again.
        cancel: asked between files.

    Raises:
        SurroundingsError: a root is not a folder that can be read now.
    """
    survey = Survey()
    for root in roots:
        cancel.check()
        _check_reachable(root)
        _survey_root(root, known, recipe, survey, cancel)
    labels = {root.label for root in roots}
    seen = {stamp.place for stamp in survey.stamps}
    survey.gone = sorted(one for one in known if one.root in labels and one not in seen)
    return survey


def stamps_below(roots: Iterable[Root], cancel: CancelToken) -> dict[FilePlace, FileStamp]:
    """Walk again and return every stamp: what an audit compares to prove it changed nothing."""
    return {
        entry.place: entry
        for root in roots
        for entry in scan(root.folder, root.label, IgnoreRules(), cancel)
        if isinstance(entry, FileStamp)
    }


def _survey_root(
    root: Root,
    known: dict[FilePlace, KnownStamp],
    recipe: str,
    survey: Survey,
    cancel: CancelToken,
) -> None:
    skipped: Counter[SkipReason] = Counter()
    companions: dict[bytes, list[bytes]] = defaultdict(list)
    images: dict[bytes, list[FileStamp]] = defaultdict(list)
    for entry in scan(root.folder, root.label, IgnoreRules(), cancel):
        if isinstance(entry, Skipped):
            skipped[entry.reason] += 1
            if is_sidecar(entry.place.name):
                companions[entry.place.folder].append(entry.place.name)
        else:
            images[entry.place.folder].append(entry)
    survey.skipped[root.label] = skipped
    for folder in sorted(images):
        names = (stamp.place.name for stamp in images[folder])
        sidecars = sidecars_by_image(names, companions[folder])
        for stamp in images[folder]:
            survey.stamps.append(stamp)
            own = sidecars.get(stamp.place.name, ())
            one = ToMeasure(stamp, root, own, _sidecars_stamp(root, folder, own))
            if not _is_known(one, known.get(stamp.place), recipe):
                survey.to_measure.append(one)


def _is_known(one: ToMeasure, known: KnownStamp | None, recipe: str) -> bool:
    stamp = one.stamp
    if known is None or not known.is_final:
        return False
    measured = (known.recipe, known.sidecars_stamp)
    if known.record is not None and measured != (recipe, one.sidecars_stamp):
        return False
    before = known.stamp
    # The device number changes when a disk is plugged in again; the inode does not.
    return (before.size_bytes, before.mtime_ns, before.inode) == (
        stamp.size_bytes,
        stamp.mtime_ns,
        stamp.inode,
    )


def _sidecars_stamp(root: Root, folder: bytes, names: tuple[bytes, ...]) -> int:
    """Return a number that changes when a companion comes, goes or is written; 0 without any."""
    seen = b""
    for name in names:
        path = b"/".join(part for part in (root.folder.rstrip(b"/"), folder, name) if part)
        with suppress(OSError):  # gone since the scan: another number, so it is read again
            known = os.stat(path)  # noqa: PTH116 - bytes path
            seen += name + b"\0%d\0%d\n" % (known.st_size, known.st_mtime_ns)
    return zlib.crc32(seen)


def _check_reachable(root: Root) -> None:
    """Refuse a root that is away; the empty folder in which a disk is mounted is not that disk."""
    try:
        facts = os.stat(root.folder)  # noqa: PTH116 - bytes path
        is_there = bool(os.listdir(root.folder)) or facts.st_ino == root.inode or not root.inode  # noqa: PTH208 - bytes path
    except OSError:
        is_there = False
    if not is_there:
        raise SurroundingsError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "The folder {folder} ({label}) cannot be reached. Nothing was forgotten: what "
                    "is known of it stays. Connect the disk or correct the folder, then try again.",
                ),
                folder=root.folder,
                label=root.label,
            )
        )
