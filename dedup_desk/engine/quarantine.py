"""The quarantine folder: where retired files stand, each with its record, openable by anybody.

    <quarantine>/dedup-quarantine.json        what this folder is
    <quarantine>/LOCK                         one writing run at a time
    <quarantine>/batch-<id>/README.txt        what a person with a file manager should know
    <quarantine>/batch-<id>/data/000001/name  the file, under a name that every system can hold
    <quarantine>/batch-<id>/records/000001.json  where it came from and why it is here

The record is durable before the file has its name here, so the folder explains itself even when the
project file is lost. A folder for each file: no two names can collide, whatever the file system
folds. Nothing here is ever overwritten.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType

from dedup_desk.core.errors import BusyError, SurroundingsError
from dedup_desk.core.journal import Operation
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.engine.files import FILE, FOLDER, LOCK_FILE, FsOps, put_new_file, write_all
from dedup_desk.engine.held import open_folder
from dedup_desk.engine.move_sentences import cause

FORMAT = "dedup-desk quarantine"
VERSION = 1
ABOUT = b"dedup-quarantine.json"
LOCK = b"LOCK"

_CHECKPOINT = b"checkpoint.json"
_RECORD_NAME = re.compile(rb"(\d{6})\.json")
_BATCH_NAME = re.compile(rb"batch-[A-Za-z0-9-]{1,80}")

_README = """\
These pictures were set aside by Dedup Desk, because a copy of each was kept in the collection.
Nothing here was deleted or changed: data/NNNNNN/ holds a file exactly as it was, and
records/NNNNNN.json says where it came from ("path_text", exact bytes in "path_b64"), which copy
was kept, who decided it, and the SHA-256 of both.

To put files back, open the project and choose Put back, or run: dedup-desk restore PROJECT --all
By hand, copy data/NNNNNN/<name> to the path in its record; never delete a record.
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is writing, for whoever finds the folder locked.

    Attributes:
        host, user: names of the machine and the account.
        process: process id.
    """

    host: str
    user: str
    process: int


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """One record file as it lies in a quarantine.

    Attributes:
        batch, name: its folder and file name.
        data: its bytes.
        holds: names in the item's own folder; empty where the file is not here (any more).
    """

    batch: bytes
    name: bytes
    data: bytes
    holds: tuple[bytes, ...]


class Quarantine:
    """An open quarantine folder; a context manager that closes it and lets go of its lock."""

    def __init__(self, fs: FsOps, path: bytes, descriptor: int) -> None:
        self.path = path
        self.descriptor = descriptor
        self._fs = fs
        self._lock: int | None = None

    def __enter__(self) -> Quarantine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for descriptor in (self._lock, self.descriptor):
            if descriptor is not None:
                with suppress(OSError):  # both were only read: nothing can be lost here
                    self._fs.close(descriptor)

    def lock(self, holder: Holder) -> None:
        """Become the one writer; the lock dies with the process.

        Raises:
            BusyError: somebody else writes here now; says who.
            SurroundingsError: the quarantine cannot be written.
        """
        try:
            self._lock = self._fs.open_at(self.descriptor, LOCK, LOCK_FILE, 0o666)
            if not self._fs.lock(self._lock):
                raise _busy(self._fs, self._lock, self.path)
            self._fs.empty(self._lock)
            write_all(self._fs, self._lock, _holder_text(holder))
        except OSError as error:
            raise _unusable(self.path, error) from error

    def prepare_batch(self, batch: str) -> None:
        """Make a batch's folders, durably; of a new batch.

        Raises:
            SurroundingsError: the quarantine cannot be written.
        """
        name = b"batch-" + batch.encode("ascii")
        try:
            self._make(self.descriptor, name)
            with self._fs.opened(self._fs.open_at(self.descriptor, name, FOLDER)) as folder:
                self._make(folder, b"data")
                self._make(folder, b"records")
                put_new_file(self._fs, folder, b"README.txt", _README.encode())
        except OSError as error:
            raise _unusable(self.path, error) from error

    def put_checkpoint(self, batch: str, data: bytes) -> None:
        """Write where the ledger stood when a batch ended.

        Raises:
            SurroundingsError: the quarantine cannot be written.
        """
        try:
            with self._opened(b"batch-" + batch.encode("ascii")) as folder:
                put_new_file(self._fs, folder, _CHECKPOINT, data)
        except OSError as error:
            raise _unusable(self.path, error) from error

    def checkpoints(self) -> Iterator[bytes]:
        """Return what `put_checkpoint` wrote, for every batch that ended."""
        for batch in self._fs.names(self.descriptor):
            if _BATCH_NAME.fullmatch(batch):
                with suppress(FileNotFoundError), self._opened(batch) as folder:
                    yield read_small(self._fs, folder, _CHECKPOINT)

    def tidy(self) -> None:
        """Remove what a killed `prepare_batch` left: half a file of ours."""
        for batch in self._fs.names(self.descriptor):
            if _BATCH_NAME.fullmatch(batch):
                with self._opened(batch) as folder:
                    self._remove(folder, b".README.txt.part")
                    self._remove(folder, b"." + _CHECKPOINT + b".part")

    def put_record(self, operation: Operation, data: bytes) -> None:
        """Write an item's record, whole and durable, before the item has its name here."""
        with self._opened(_batch(operation) + b"/records") as folder:
            put_new_file(self._fs, folder, _record_name(operation), data)

    def make_place(self, operation: Operation) -> None:
        """Make the item's own folder, durably."""
        with self._opened(_batch(operation) + b"/data") as folder:
            self._make(folder, b"%06d" % operation.number)

    def clear(self, operation: Operation) -> None:
        """Remove what was prepared for an item that did not come; never an item.

        The kernel refuses to remove a folder with anything in it, and then the record stays too.
        """
        try:
            with (
                suppress(FileNotFoundError),
                self._opened(_batch(operation) + b"/data") as folder,
            ):
                self._remove_folder(folder, b"%06d" % operation.number)
        except OSError as error:
            if error.errno in {errno.ENOTEMPTY, errno.EEXIST}:
                return
            raise
        with (
            suppress(FileNotFoundError),
            self._opened(_batch(operation) + b"/records") as folder,
        ):
            name = _record_name(operation)
            self._remove(folder, b"." + name + b".part")
            self._remove(folder, name)
            self._fs.sync(folder)

    def records(self) -> Iterator[FoundRecord]:
        """Walk all records of all batches, in order, reading only."""
        for batch in self._fs.names(self.descriptor):
            if _BATCH_NAME.fullmatch(batch):
                yield from self._records_of(batch)

    def _records_of(self, batch: bytes) -> Iterator[FoundRecord]:
        with suppress(FileNotFoundError), self._opened(batch + b"/records") as folder:
            for name in self._fs.names(folder):
                if match := _RECORD_NAME.fullmatch(name):
                    data = read_small(self._fs, folder, name)
                    yield FoundRecord(batch, name, data, self._held(batch, match[1]))

    def _held(self, batch: bytes, number: bytes) -> tuple[bytes, ...]:
        try:
            with self._opened(batch + b"/data/" + number) as folder:
                return tuple(self._fs.names(folder))
        except FileNotFoundError:
            return ()

    @contextmanager
    def _opened(self, path: bytes) -> Iterator[int]:
        with self._fs.opened(open_folder(self._fs, self.descriptor, path)) as descriptor:
            yield descriptor

    def _make(self, folder: int, name: bytes) -> None:
        with suppress(FileExistsError):
            self._fs.make_folder(folder, name, 0o777)
        self._fs.sync(folder)

    def _remove_folder(self, folder: int, name: bytes) -> None:
        with suppress(FileNotFoundError):
            self._fs.remove_folder(folder, name)
            self._fs.sync(folder)

    def _remove(self, folder: int, name: bytes) -> None:
        with suppress(FileNotFoundError):
            self._fs.unlink(folder, name)


def open_quarantine(fs: FsOps, path: bytes) -> Quarantine:
    """Open an existing quarantine folder and check that it is one.

    Raises:
        SurroundingsError: there is none, or it is another program's folder or a newer format.
    """
    try:
        descriptor = fs.open_root(path)
    except OSError as error:
        raise _unusable(path, error) from error
    quarantine = Quarantine(fs, path, descriptor)
    try:
        _require_ours(fs, quarantine)
    except BaseException:
        quarantine.__exit__(None, None, None)
        raise
    return quarantine


def make_quarantine(fs: FsOps, path: bytes, uuid: str, collection: str) -> Quarantine:
    """Open a quarantine folder, making it where it is missing; an empty folder may become one.

    Args:
        fs: the disk.
        path: absolute path.
        uuid: the new quarantine's identity, 32 hex digits.
        collection: identity of the project that makes it.

    Raises:
        SurroundingsError: it cannot be made, or the folder holds something else.
    """
    parent, _, name = path.rstrip(b"/").rpartition(b"/")
    about = {"format": FORMAT, "version": VERSION, "uuid": uuid, "collection": collection}
    try:
        with fs.opened(fs.open_root(parent or b"/")) as above:
            _make_inside(fs, above, name)
        with fs.opened(fs.open_root(path)) as folder:
            if all(_is_ours_unfinished(found) for found in fs.names(folder)):
                _remove_part(fs, folder)
                put_new_file(fs, folder, ABOUT, json.dumps(about, indent=1).encode() + b"\n")
    except OSError as error:
        raise _unusable(path, error) from error
    return open_quarantine(fs, path)


def read_small(fs: FsOps, folder: int, name: bytes) -> bytes:
    """Read a file of ours that is at most 1 MiB; a longer one is cut and will not parse."""
    with fs.opened(fs.open_beneath(folder, name, FILE)) as descriptor:
        return fs.read(descriptor, 0)


def _make_inside(fs: FsOps, above: int, name: bytes) -> None:
    """Make a folder and leave its parent's time as it was: the parent may be a collection."""
    if fs.stat_at(above, name) is not None:
        return
    before = fs.stat(above)
    fs.make_folder(above, name, 0o777 & before.st_mode | 0o700)
    fs.sync(above)
    with suppress(PermissionError):  # only the owner may set times; a group member may work here
        fs.set_mtime(above, before.st_mtime_ns)


def _is_ours_unfinished(name: bytes) -> bool:
    return name == b"." + ABOUT + b".part"


def _remove_part(fs: FsOps, folder: int) -> None:
    with suppress(FileNotFoundError):
        fs.unlink(folder, b"." + ABOUT + b".part")


def _require_ours(fs: FsOps, quarantine: Quarantine) -> None:
    try:
        about = json.loads(read_small(fs, quarantine.descriptor, ABOUT))
        is_ours = about["format"] == FORMAT and isinstance(about["version"], int)
        is_known = is_ours and about["version"] <= VERSION
    except FileNotFoundError:
        is_ours = is_known = False
    except OSError as error:
        raise _unusable(quarantine.path, error) from error
    except (ValueError, KeyError, TypeError):
        is_ours = is_known = False
    if is_known:
        return
    template = (
        QT_TRANSLATE_NOOP(
            "Messages",
            "The quarantine {folder} was written by a newer Dedup Desk. Nothing was moved. "
            "Update this program, then try again.",
        )
        if is_ours
        else QT_TRANSLATE_NOOP(
            "Messages",
            "{folder} is not a quarantine of Dedup Desk and is not empty. Nothing was moved. "
            "Choose another folder for the quarantine.",
        )
    )
    raise SurroundingsError(message(template, folder=quarantine.path))


def _unusable(path: bytes, error: OSError) -> SurroundingsError:
    return SurroundingsError(
        message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "The quarantine {folder} cannot be used: {why}. Nothing was moved. Make the folder "
                "accessible or choose another one, then try again.",
            ),
            folder=path,
            why=cause(error),
        )
    )


def _holder_text(holder: Holder) -> bytes:
    values = {"host": holder.host, "user": holder.user, "process": holder.process}
    return json.dumps(values, sort_keys=True).encode() + b"\n"


def _busy(fs: FsOps, descriptor: int, path: bytes) -> BusyError:
    try:
        values = json.loads(fs.read(descriptor, 0))
        host, user, process = values["host"], values["user"], values["process"]
    except (ValueError, KeyError, TypeError):  # it has locked and not yet written
        host, user, process = "?", "?", "?"
    return BusyError(
        message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "The quarantine {folder} is in use by {user} on {host} (process {process}). "
                "Nothing was moved. Wait until that run has ended, then try again.",
            ),
            folder=path,
            host=str(host),
            user=str(user),
            process=str(process),
        )
    )


def _batch(operation: Operation) -> bytes:
    return operation.safe_path.split(b"/", 1)[0]


def _record_name(operation: Operation) -> bytes:
    return b"%06d.json" % operation.number
