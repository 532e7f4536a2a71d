"""A small collection on disk, its quarantine beside it, and the one checker of all crash tests."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dedup_desk.core.journal import Journal, Operation
from dedup_desk.core.move_results import MoveResult
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, FilePlace, SeenFile
from dedup_desk.engine.files import FsOps
from dedup_desk.engine.mover import Mover, RetireRequest, Surroundings
from dedup_desk.engine.quarantine import Holder, Quarantine, make_quarantine
from dedup_desk.engine.recovery import Ground
from dedup_desk.engine.replacement import Reasons, read_record
from tests.helpers.durable_journal import DurableJournal

ROOT = "masters"
BATCH = "20261121T023000Z-1a2b3c4d"
HOLDER = Holder("host", "user", 1)
LONG_AGO_NS = 1_400_000_000_123_456_789
ITEMS = (
    b"shoot/day 1\n/IMG \xff\xfe.jpg",
    b"shoot/day 1\n/CON",
    b"plain.jpg",
)
"""Names with a newline, of no encoding, of a Windows device; two in one folder, one at the root."""

Entry = tuple[str, int, int, bytes, tuple[tuple[str, bytes], ...]]


@dataclass
class Scene:
    """One collection root with items and kept copies, a quarantine path and a journal path."""

    base: Path
    items: tuple[bytes, ...] = ITEMS[:1]
    before: dict[bytes, Entry] = field(default_factory=dict)

    @property
    def root(self) -> bytes:
        return os.fsencode(self.base / "collection")

    @property
    def quarantine(self) -> bytes:
        return self.root + b".dedup-quarantine"

    def build(self) -> Scene:
        """Write the files, with old times and odd modes, and remember all of it."""
        for number, path in enumerate(self.items):
            self._write(path, b"copy %d " % number * 40, 0o640)
            self._write(self.kept(path), b"kept %d " % number * 50, 0o604)
        folders = sorted(_folders(self.root), key=len, reverse=True)
        for at, folder in enumerate(folders):
            os.chmod(folder, 0o751)
            os.utime(folder, ns=(LONG_AGO_NS, LONG_AGO_NS + at))
        self.before = snapshot(self.root)
        return self

    def kept(self, path: bytes) -> bytes:
        return b"keep/" + hashlib.md5(path, usedforsecurity=False).hexdigest().encode() + b".tif"

    def folders(self) -> frozenset[bytes]:
        """Paths of all folders as they were built; b"" is the root."""
        return frozenset(path for path, entry in self.before.items() if entry[0] == "folder")

    def absolute(self, path: bytes) -> bytes:
        return self.root + b"/" + path

    def journal(self) -> DurableJournal:
        return DurableJournal(self.base / "journal.sqlite")

    def seen(self, path: bytes) -> SeenFile:
        data = self.before[path][3]
        return SeenFile(FilePlace(ROOT, path), Digest(hashlib.sha256(data).digest()))

    def request(self, path: bytes, number: int, batch: str = BATCH) -> RetireRequest:
        return RetireRequest(
            item=self.seen(path),
            canonical=self.seen(self.kept(path)),
            relation=Relation.RE_ENCODED,
            batch=batch,
            number=number,
            quarantine=self.quarantine,
            reasons=Reasons("Ada", "2026-11-21T02:30:00Z"),
        )

    def retire_all(self, fs: FsOps, journal: Journal) -> list[MoveResult]:
        with self.mover(fs, journal) as (mover, quarantine):
            quarantine.prepare_batch(BATCH)
            return [
                mover.retire(self.request(path, number))
                for number, path in enumerate(self.items, start=1)
            ]

    def restore_all(self, fs: FsOps, journal: Journal) -> list[MoveResult]:
        with self.mover(fs, journal) as (mover, _):
            return [mover.restore(operation) for operation in journal.retired()]

    def recover(self, fs: FsOps, journal: Journal) -> tuple[MoveResult, ...]:
        with self.mover(fs, journal) as (mover, _):
            return mover.recover()

    @contextmanager
    def mover(self, fs: FsOps, journal: Journal) -> Iterator[tuple[Mover, Quarantine]]:
        with make_quarantine(fs, self.quarantine, "c" * 32, "p" * 32) as quarantine:
            quarantine.lock(HOLDER)
            ground = Ground(fs, {ROOT: self.root}, {self.quarantine: quarantine})
            yield Mover(ground, journal, surroundings()), quarantine

    def _write(self, path: bytes, data: bytes, mode: int) -> None:
        absolute = self.absolute(path)
        os.makedirs(os.path.dirname(absolute), exist_ok=True)
        with open(absolute, "wb") as out:
            out.write(data)
        os.setxattr(absolute, "user.note", b"seen " + str(mode).encode())
        os.chmod(absolute, mode)
        os.utime(absolute, ns=(LONG_AGO_NS, LONG_AGO_NS + len(data)))


def surroundings() -> Surroundings:
    """A standing clock, and uuids from the system."""
    return Surroundings(
        now_ns=lambda: 1_795_228_200_987_654_321,
        now_text=lambda: "2026-11-21T02:30:00Z",
        new_uuid=lambda: os.urandom(16).hex(),
    )


@contextmanager
def a_fast_folder() -> Iterator[Path]:
    """A folder for one test, in memory where the system has one: thousands of cases fsync."""
    memory = Path("/dev/shm")
    base = Path(tempfile.mkdtemp(prefix="dedup-", dir=memory if memory.is_dir() else None))
    try:
        yield base
    finally:
        shutil.rmtree(base)


def snapshot(root: bytes) -> dict[bytes, Entry]:
    """Return everything below a folder: kind, mode, mtime_ns, bytes and attributes by path."""
    found: dict[bytes, Entry] = {b"": _entry(root)}
    for folder, folders, files in os.walk(root):
        for name in folders + files:
            absolute = os.path.join(folder, name)
            found[os.path.relpath(absolute, root)] = _entry(absolute)
    return found


def check_nothing_lost(scene: Scene, journal: Journal, show: Callable[[], str]) -> None:
    """The invariants after a recovery: nothing lost, nothing twice, no stray, the journal true.

    Args:
        scene: the collection, built.
        journal: recovered.
        show: says which case this is, for replay.
    """
    assert journal.open_operations() == (), show()
    inside, outside = snapshot(scene.quarantine), snapshot(scene.root)
    retired = {operation.item.place.path: operation for operation in journal.retired()}
    for path in scene.items:
        entry = scene.before[path]
        at_home = path in outside
        stands = [name for name, other in inside.items() if other[3] == entry[3] and entry[3]]
        assert at_home + len(stands) == 1, f"{show()}: {path!r} home={at_home} quarantine={stands}"
        assert (path in retired) != at_home, f"{show()}: the journal is wrong about {path!r}"
        if at_home:
            assert outside[path] == entry, f"{show()}: {path!r} differs"
        else:
            _check_quarantined(inside, retired[path], entry, show)
    for path, entry in scene.before.items():
        if path not in scene.items and entry[0] == "file":
            assert outside[path] == entry, f"{show()}: kept {path!r} differs"
    assert set(outside) <= set(scene.before), f"{show()}: stray {set(outside) - set(scene.before)}"
    _check_no_stray(inside, journal, show)


def check_all_come_back(
    scene: Scene, journal: Journal, show: Callable[[], str], but_times_of: Container[bytes] = ()
) -> None:
    """Restore everything and compare the whole tree: bytes, modes, times, attributes, folders.

    Args:
        but_times_of: folders whose time somebody else has changed.
    """
    scene.restore_all(FsOps(), journal)
    before = _without_times_of(but_times_of, scene.before)
    after = _without_times_of(but_times_of, snapshot(scene.root))
    different = {
        path: (before.get(path), after.get(path))
        for path in set(before) | set(after)
        if before.get(path) != after.get(path)
    }
    assert different == {}, f"{show()}: {different}"
    assert journal.retired() == (), show()


def _without_times_of(folders: Container[bytes], entries: dict[bytes, Entry]) -> dict[bytes, Entry]:
    return {
        path: (entry[0], entry[1], 0 if path in folders else entry[2], *entry[3:])
        for path, entry in entries.items()
    }


def _check_quarantined(
    inside: dict[bytes, Entry], operation: Operation, entry: Entry, show: Callable[[], str]
) -> None:
    assert inside[operation.safe_path] == entry, f"{show()}: {operation.safe_path!r} differs"
    batch = operation.safe_path.split(b"/")[0]
    record = inside[b"%s/records/%06d.json" % (batch, operation.number)][3]
    assert read_record(record) == operation, f"{show()}: the record is not the journal's"


def _check_no_stray(inside: dict[bytes, Entry], journal: Journal, show: Callable[[], str]) -> None:
    expected = {b"", b"LOCK", b"dedup-quarantine.json"}
    if b"dedup-quarantine.json" not in inside:  # died while it was made; the next run goes on
        expected.add(b".dedup-quarantine.json.part")
    held = {operation.safe_path for operation in journal.retired()}
    for path, entry in inside.items():
        parts = path.split(b"/")
        if entry[0] == "file" and len(parts) == 4:
            assert path in held, f"{show()}: stray {path!r}"
        elif len(parts) == 1:
            assert path in expected or path.startswith(b"batch-"), f"{show()}: stray {path!r}"
        elif entry[0] == "file":
            is_ours = parts[1] in {b"README.txt", b"checkpoint.json", b"records"}
            assert is_ours and not parts[-1].endswith(b".part"), f"{show()}: stray {path!r}"


def _entry(path: bytes) -> Entry:
    facts = os.lstat(path)
    kind = "folder" if stat.S_ISDIR(facts.st_mode) else "file"
    data, attributes = b"", ()
    if stat.S_ISREG(facts.st_mode):
        with open(path, "rb") as opened:
            data = opened.read()
        attributes = tuple((name, os.getxattr(path, name)) for name in sorted(os.listxattr(path)))
    elif stat.S_ISLNK(facts.st_mode):
        kind, data = "link", os.readlink(path)
    return kind, stat.S_IMODE(facts.st_mode), facts.st_mtime_ns, data, attributes


def _folders(root: bytes) -> list[bytes]:
    return [folder for folder, _, _ in os.walk(root)]
