"""Whether ledger, project, index, quarantine and disk tell the same story; changes nothing.

"Verified" always says what: the ledger's hashes, the project's tables against its events, the
bytes of every image in quarantine against the digest of its decision, its record against the
journal, and the copy that was kept. A quarantine can be read without its project as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dedup_desk.core.errors import DedupError
from dedup_desk.core.journal import Operation
from dedup_desk.core.ledger import Head
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import FilePlace
from dedup_desk.engine.files import FsOps, digests_of
from dedup_desk.engine.held import ChangedError, held_file
from dedup_desk.engine.quarantine import ABOUT, FoundRecord, Quarantine, open_quarantine
from dedup_desk.engine.replacement import read_record
from dedup_desk.services.retiring.ground import RetiringProject, ability
from dedup_desk.services.retiring.outcomes import read_checkpoint
from dedup_desk.store.operations import OperationsJournal


class Subject(StrEnum):
    """What a finding is about."""

    LEDGER = "ledger"
    PROJECT = "project"
    INDEX = "index"
    QUARANTINE = "quarantine"
    KEPT_COPY = "kept-copy"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class VerificationFinding:
    """One disagreement.

    Attributes:
        subject: where.
        told: the sentence.
        file: the file, where it is about one.
    """

    subject: Subject
    told: Message
    file: bytes | None = None


@dataclass(slots=True)
class Verification:
    """What was compared, and in what it disagrees.

    Attributes:
        findings: every disagreement.
        events: entries of the ledger whose hashes were computed again.
        quarantined: images in quarantine that were read to the end.
        kept: kept copies of those that were read to the end.
        indexed: files of the index whose stamp was compared with the disk.
        bytes_read: how much was read for it.
    """

    findings: list[VerificationFinding] = field(default_factory=list)
    events: int = 0
    quarantined: int = 0
    kept: int = 0
    indexed: int = 0
    bytes_read: int = 0

    @property
    def agrees(self) -> bool:
        """True where nothing disagrees."""
        return not self.findings

    def add(self, subject: Subject, told: Message, file: bytes | None = None) -> None:
        """Note a disagreement."""
        self.findings.append(VerificationFinding(subject, told, file))


@dataclass(frozen=True, slots=True)
class HeldItem:
    """One record of a quarantine whose file is there.

    Attributes:
        operation: what the record says.
        is_intact: the file's bytes are those of the record.
    """

    operation: Operation
    is_intact: bool


def verify(project: RetiringProject, journal: OperationsJournal, fs: FsOps) -> Verification:
    """Compare everything; read-only."""
    found = Verification()
    check = _Check(project, journal, fs, found)
    check.ledger()
    check.open_operations()
    check.quarantines()
    check.kept_copies()
    check.index()
    return found


def held_items(
    fs: FsOps, quarantine: Quarantine, found: Verification | None = None
) -> Iterator[HeldItem]:
    """Walk what a quarantine holds, by its own records; needs no project.

    Args:
        fs: the disk.
        quarantine: open.
        found: gets a finding for every record that cannot be believed, and the bytes read.
    """
    for record in quarantine.records():
        operation = _operation(quarantine, record, found)
        if operation is not None and record.holds:
            digest = _digest(fs, quarantine.descriptor, operation.safe_path, found)
            yield HeldItem(operation, digest == operation.item.digest)


class _Check:
    """One verification under way."""

    def __init__(
        self,
        project: RetiringProject,
        journal: OperationsJournal,
        fs: FsOps,
        found: Verification,
    ) -> None:
        self._project, self._journal, self._fs, self._found = project, journal, fs, found
        self._roots = {root.label: root for root in project.roots()}
        self._retired = {one.uuid: one for one in journal.retired()}

    def ledger(self) -> None:
        """The chain, and the tables against the events."""
        file = self._project.file
        self._found.events = len(file.events())
        for problem in file.verify_chain():
            told = message(_CHAIN, kind=problem.kind.value, chain=problem.chain, seq=problem.seq)
            self._found.add(Subject.LEDGER, told)
        for table in file.verify_state():
            self._found.add(Subject.PROJECT, message(_STATE, table=table))

    def open_operations(self) -> None:
        """What was interrupted and not settled."""
        for one in self._journal.open_operations():
            file = one.item.place.path
            self._found.add(Subject.OPEN, message(_OPEN, file=file), file)

    def quarantines(self) -> None:
        """Every item of the journal against the quarantine, every record against the journal."""
        missing = set(self._retired)
        for path in self._quarantine_paths():
            try:
                opened = open_quarantine(self._fs, path)
            except DedupError as error:
                self._found.add(Subject.QUARANTINE, error.message, path)
                continue
            with opened as quarantine:
                self._checkpoints(quarantine)
                for item in held_items(self._fs, quarantine, self._found):
                    missing.discard(item.operation.uuid)
                    self._item(item)
        for uuid in sorted(missing):
            one = self._retired[uuid]
            told = message(_GONE, file=one.item.place.path, quarantine=one.quarantine)
            self._found.add(Subject.QUARANTINE, told, one.item.place.path)

    def kept_copies(self) -> None:
        """The copies that stand for what is in quarantine are there and unchanged."""
        for seen in sorted({one.canonical for one in self._retired.values()}):
            root = self._roots.get(seen.place.root)
            if root is None:
                told = message(_NOT_SEEN, file=seen.place.path, root=seen.place.root)
                self._found.add(Subject.KEPT_COPY, told, seen.place.path)
                continue
            digest = None
            with suppress(OSError), self._fs.opened(self._fs.open_root(root.folder)) as folder:
                digest = _digest(self._fs, folder, seen.place.path, self._found)
            self._found.kept += 1
            if digest != seen.digest:
                told = message(_KEPT, file=seen.place.path)
                self._found.add(Subject.KEPT_COPY, told, seen.place.path)

    def index(self) -> None:
        """Every file of the index that should be there has the stamp it was measured with."""
        away = {one.item.place for one in self._retired.values()}
        for record in self._project.index.records().values():
            if record.place in away or record.place.root not in self._roots:
                continue
            self._found.indexed += 1
            stamp = record.stamp
            if self._stamp(record.place) != (stamp.size_bytes, stamp.mtime_ns):
                told = message(_STAMP, file=record.place.path)
                self._found.add(Subject.INDEX, told, record.place.path)

    def _quarantine_paths(self) -> list[bytes]:
        """Those of the journal, and the usual ones where they exist."""
        roots = tuple(self._roots.values())
        usual = {ability(root, roots).quarantine for root in roots} - {b""}
        exist = {path for path in usual if (Path(os.fsdecode(path)) / os.fsdecode(ABOUT)).exists()}
        return sorted({one.quarantine for one in self._retired.values()} | exist)

    def _item(self, item: HeldItem) -> None:
        operation, file = item.operation, item.operation.item.place.path
        self._found.quarantined += 1
        known = self._retired.get(operation.uuid)
        if known is None:
            self._found.add(Subject.QUARANTINE, message(_FOREIGN, file=file), file)
        elif known != operation:
            self._found.add(Subject.QUARANTINE, message(_RECORD, file=file), file)
        if not item.is_intact:
            self._found.add(Subject.QUARANTINE, message(_CHANGED, file=file), file)

    def _checkpoints(self, quarantine: Quarantine) -> None:
        """The ledger still contains what it contained when a batch ended."""
        heads: dict[str, Head] = {}
        for data in quarantine.checkpoints():
            try:
                found = read_checkpoint(data, self._project.file.uuid)
            except ValueError:
                told = message(_CHECKPOINT, quarantine=quarantine.path)
                self._found.add(Subject.QUARANTINE, told)
                continue
            for chain, head in found.items():
                if chain not in heads or heads[chain].seq < head.seq:
                    heads[chain] = head
        for problem in set(self._project.file.verify_chain(heads)) - set(
            self._project.file.verify_chain()
        ):
            told = message(_CHAIN, kind=problem.kind.value, chain=problem.chain, seq=problem.seq)
            self._found.add(Subject.LEDGER, told)

    def _stamp(self, place: FilePlace) -> tuple[int, int] | None:
        try:
            facts = Path(os.fsdecode(self._roots[place.root].absolute(place))).lstat()
        except OSError:
            return None
        return facts.st_size, facts.st_mtime_ns


def _operation(
    quarantine: Quarantine, record: FoundRecord, found: Verification | None
) -> Operation | None:
    """Believe a record only where it is whole and lies where it says."""
    try:
        operation = read_record(record.data)
        where = b"%s/data/%06d/" % (record.batch, operation.number)
        if not operation.safe_path.startswith(where) or record.name != b"%06d.json" % (
            operation.number
        ):
            raise ValueError("it lies elsewhere than it says")
    except ValueError as error:
        if found is not None:
            path = quarantine.path + b"/" + record.batch + b"/records/" + record.name
            found.add(Subject.QUARANTINE, message(_TORN, file=path, why=str(error)), path)
        return None
    return operation


def _digest(fs: FsOps, root: int, path: bytes, found: Verification | None) -> bytes | None:
    try:
        with held_file(fs, root, path) as held:
            digests = digests_of(fs, held.descriptor)
    except (ChangedError, OSError):
        return None
    if found is not None:
        found.bytes_read += digests.size_bytes
    return digests.sha256


_CHAIN = QT_TRANSLATE_NOOP(
    "Messages",
    "The decision history was changed after it was written ({kind}, chain {chain}, entry {seq}). "
    "Keep this file, compare it with its backups, and ask who changed it.",
)
_STATE = QT_TRANSLATE_NOOP(
    "Messages",
    "The table {table} of the project is not what the decision history adds up to. Keep this file "
    "and compare it with its backups.",
)
_OPEN = QT_TRANSLATE_NOOP(
    "Messages", "A move of {file} was interrupted and is not settled. Recover the project."
)
_GONE = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} should be in the quarantine {quarantine} and is not. Look for it in your backups; the "
    "copy that was kept is listed in its decision.",
)
_KEPT = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was kept for images in quarantine, and is gone or changed. Put those images back "
    "before anything else.",
)
_NOT_SEEN = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was kept for images in quarantine, and could not be checked: its folder {root} was "
    "never opened on this machine.",
)
_STAMP = QT_TRANSLATE_NOOP(
    "Messages", "{file} has changed or gone since it was indexed. Index its folder again."
)
_FOREIGN = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} is in quarantine and this project does not know it. It is not lost: recover takes it "
    "into the project, then it can be put back.",
)
_RECORD = QT_TRANSLATE_NOOP(
    "Messages",
    "The record beside {file} in quarantine differs from the project. Keep both, and ask who "
    "changed it.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was changed in quarantine: its bytes are not those that were set aside. Look for the "
    "original in your backups.",
)
_CHECKPOINT = QT_TRANSLATE_NOOP(
    "Messages", "A checkpoint in the quarantine {quarantine} cannot be read. Keep it as it is."
)
_TORN = QT_TRANSLATE_NOOP(
    "Messages",
    "The record {file} cannot be believed ({why}). Keep it; the project file holds the same facts.",
)
