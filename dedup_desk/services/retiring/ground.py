"""What stands on the disk before a retirement: where to, whether at all, and what is still there.

Everything here only looks. Whether a folder can be retired from is told when it is opened, not when
a person has decided for a day; the files of every decision are looked at (not read) for the plan.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dedup_desk.core.decision_history import Standing
from dedup_desk.core.decisions import BoundDecision, Verdict, bind
from dedup_desk.core.ledger import Actor
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.plan import Candidate, FileState, OnDisk
from dedup_desk.core.records import FilePlace, ImageRecord, RecordId, SeenFile
from dedup_desk.engine.mounts import Mount, can_write, mount_of, real_path
from dedup_desk.engine.quarantine_names import quarantine_beside
from dedup_desk.services.roots import Root
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.project_file import ProjectFile


class RetiringProject(Protocol):
    """What retiring needs of an open project."""

    @property
    def file(self) -> ProjectFile:
        """The precious part."""
        ...

    @property
    def index(self) -> IndexFile:
        """The part that can be computed again."""
        ...

    @property
    def actor(self) -> Actor:
        """Who is working."""
        ...

    def roots(self) -> tuple[Root, ...]:
        """Return the folders that this user opened on this machine."""
        ...


@dataclass(frozen=True, slots=True)
class RootAbility:
    """Whether images can be set aside from one root.

    Attributes:
        root: the collection folder.
        quarantine: where they would go.
        cannot: why not, and which ways remain; None where it is possible.
        note: what else to know; None where there is nothing.
    """

    root: Root
    quarantine: bytes
    cannot: Message | None = None
    note: Message | None = None

    @property
    def can_retire(self) -> bool:
        """True where nothing speaks against it."""
        return self.cannot is None


def ability(root: Root, roots: Sequence[Root], chosen: bytes | None = None) -> RootAbility:
    """Tell whether images can be set aside from `root`; looks only.

    Args:
        root: the collection folder.
        roots: all collection folders; a quarantine stands in none of them.
        chosen: a quarantine folder that a person chose, else the usual one.
    """
    try:
        mount = mount_of(root.folder)
        is_mount_point = mount.point == real_path(root.folder)
        usual = quarantine_beside(root.folder, is_mount_point=is_mount_point)
        quarantine = real_path(chosen) if chosen else usual
        cannot = _trouble(root.folder, mount, quarantine)
        around = [one.folder for one in roots if _is_inside(quarantine, one.folder)]
        if around and quarantine != usual:
            cannot = message(_INSIDE, folder=around[0], quarantine=quarantine)
    except OSError:
        return RootAbility(root, chosen or b"", message(_GONE, folder=root.folder))
    note = message(_NETWORK, folder=root.folder) if mount.is_network and cannot is None else None
    return RootAbility(root, quarantine, cannot, note)


def _trouble(folder: bytes, mount: Mount, quarantine: bytes) -> Message | None:
    above = _existing(quarantine)
    if mount.is_read_only:
        return message(_READ_ONLY, folder=folder)
    if mount_of(above).point != mount.point:
        return message(_ELSEWHERE, folder=folder, quarantine=quarantine)
    if not can_write(above):
        return message(_NO_PERMISSION, folder=folder, above=above)
    return None


def candidates(
    standing: Mapping[FilePlace, Standing],
    records: Mapping[RecordId, ImageRecord],
    roots: Sequence[Root],
    away: frozenset[FilePlace],
) -> tuple[Candidate, ...]:
    """Look at both files of every decision to retire that is not carried out yet.

    Args:
        standing: what holds about each file, from the ledger.
        records: the index.
        roots: the folders known on this machine.
        away: places whose file is in quarantine.
    """
    decisions = [one.decision for one in standing.values()]
    bound = bind(decisions, records.values(), away)
    by_place = {root.label: root for root in roots}
    look = _Look(records, by_place)
    found = [
        look.candidate(standing[held.decision.subject.place], records[one], held)
        for one, held in bound.items()
        if held.decision.verdict is Verdict.RETIRE and records[one].place not in away
    ]
    met = {held.decision.subject.place for held in bound.values()}
    found += [
        look.missing(one)
        for place, one in standing.items()
        if one.decision.verdict is Verdict.RETIRE and place not in met and place not in away
    ]
    return tuple(found)


class _Look:
    """Looks at the files of decisions."""

    def __init__(self, records: Mapping[RecordId, ImageRecord], roots: Mapping[str, Root]) -> None:
        self._records = records
        self._roots = roots

    def candidate(self, one: Standing, record: ImageRecord, held: BoundDecision) -> Candidate:
        """Describe a decision whose image the index knows."""
        decision = one.decision
        kept = decision.canonical
        canonical = None
        if kept is not None:
            known = None if held.canonical is None else self._records[held.canonical]
            canonical = self._on_disk(kept, known)
        item = self._on_disk(decision.subject, record)
        return _candidate(one, item, canonical)

    def missing(self, one: Standing) -> Candidate:
        """Describe a decision whose image the index does not know (any more)."""
        known = one.decision.subject.place.root in self._roots
        state = FileState.MISSING if known else FileState.OUT_OF_REACH
        kept = one.decision.canonical
        canonical = None if kept is None else OnDisk(kept, FileState.MISSING)
        return _candidate(one, OnDisk(one.decision.subject, state), canonical)

    def _on_disk(self, seen: SeenFile, record: ImageRecord | None) -> OnDisk:
        """Compare what was decided on, what the index knows and what `lstat` says."""
        if record is None:
            return OnDisk(seen, FileState.MISSING)
        now = SeenFile(record.place, seen.digest)
        root = self._roots.get(record.place.root)
        if root is None or not Path(os.fsdecode(root.folder)).is_dir():
            return OnDisk(now, FileState.OUT_OF_REACH)
        try:
            facts = Path(os.fsdecode(root.absolute(record.place))).lstat()
        except (FileNotFoundError, NotADirectoryError):
            return OnDisk(now, FileState.MISSING)
        except OSError:
            return OnDisk(now, FileState.OUT_OF_REACH)
        return OnDisk(
            now,
            _state(facts, record, seen),
            (facts.st_dev, facts.st_ino),
            facts.st_nlink,
            facts.st_size,
        )


def _state(facts: os.stat_result, record: ImageRecord, seen: SeenFile) -> FileState:
    if not stat.S_ISREG(facts.st_mode):
        return FileState.NOT_A_FILE
    stamp = record.stamp
    untouched = (facts.st_size, facts.st_mtime_ns) == (stamp.size_bytes, stamp.mtime_ns)
    return FileState.AS_SEEN if untouched and record.digest == seen.digest else FileState.CHANGED


def _candidate(one: Standing, item: OnDisk, canonical: OnDisk | None) -> Candidate:
    return Candidate(
        decision=one.decision,
        item=item,
        canonical=canonical,
        decided_by=one.person.name if one.person else "",
        decided_at=one.at_utc,
        is_disputed=bool(one.others),
    )


def _existing(folder: bytes) -> bytes:
    """Return a folder, or the nearest one above it that exists."""
    here = Path(os.fsdecode(folder))
    while not here.is_dir() and here != here.parent:
        here = here.parent
    return os.fsencode(here)


def _is_inside(path: bytes, folder: bytes) -> bool:
    return path == folder or path.startswith(folder.rstrip(b"/") + b"/")


_GONE = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing can be set aside from {folder} now: it cannot be reached. Connect the disk; what was "
    "decided is kept.",
)
_READ_ONLY = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing can be set aside from {folder}: it is read-only. Reviewing and reports work; to set "
    "copies aside, open it where it can be written.",
)
_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing can be set aside from {folder} into {quarantine}: that is another disk, and this "
    "program moves without copying. Choose a quarantine folder on the same disk.",
)
_INSIDE = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing can be set aside into {quarantine}: it lies inside the collection {folder}. Choose a "
    "folder outside it, on the same disk.",
)
_NO_PERMISSION = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing can be set aside from {folder}: this account may not write in {above}. Ask for "
    "permission, or choose a quarantine folder of your own on the same disk.",
)
_NETWORK = QT_TRANSLATE_NOOP(
    "Messages",
    "{folder} is on another machine. Setting aside is tried there with the safe calls it offers; "
    "where it offers none, each image is refused and stays.",
)
