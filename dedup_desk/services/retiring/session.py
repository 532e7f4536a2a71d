"""One writing run over quarantines: locked, settled first, then ready to move files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from dedup_desk.core.errors import DedupError, RefusedError, SurroundingsError
from dedup_desk.core.journal import Operation
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.engine.files import FsOps
from dedup_desk.engine.mover import BatchStoppedError, Mover, Surroundings
from dedup_desk.engine.quarantine import Holder, Quarantine, make_quarantine, open_quarantine
from dedup_desk.engine.recovery import Ground
from dedup_desk.services.retiring.ground import RetiringProject
from dedup_desk.store.operations import OperationsJournal


@dataclass(frozen=True, slots=True)
class Tools:
    """What every run is made with.

    Attributes:
        project: file, index, roots and person.
        journal: the project's operations.
        fs: the disk.
        around: clock and chance.
    """

    project: RetiringProject
    journal: OperationsJournal
    fs: FsOps
    around: Surroundings

    def new_batch(self) -> str:
        """Return a fresh batch id: when, and something that no other run has."""
        now = datetime.fromtimestamp(self.around.now_ns() // 1_000_000_000, tz=UTC)
        return f"{now:%Y%m%dT%H%M%SZ}-{self.around.new_uuid()[:8]}"


@dataclass(frozen=True, slots=True)
class Session:
    """An open, locked run.

    Attributes:
        mover: moves one file at a time.
        quarantines: open and locked, by absolute path.
        recovered: what was settled at the start.
    """

    mover: Mover
    quarantines: Mapping[bytes, Quarantine]
    recovered: tuple[MoveResult, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """How one file of a run ended, and whether the run must end with it."""

    result: MoveResult | None
    stopped: Message | None = None


def system_surroundings() -> Surroundings:
    """Return this machine's clock and chance."""
    return Surroundings(
        now_ns=time.time_ns,
        now_text=lambda: f"{datetime.now(tz=UTC):%Y-%m-%dT%H:%M:%SZ}",
        new_uuid=lambda: uuid4().hex,
    )


@contextmanager
def session(
    tools: Tools, wanted: Sequence[bytes], known: Sequence[bytes] = ()
) -> Iterator[Session]:
    """Lock the quarantines, settle what was interrupted, and hand out a mover.

    Args:
        tools: project, journal, disk, clock.
        wanted: quarantines to use, made where they are missing.
        known: quarantines to use that must exist.

    Raises:
        BusyError: another run holds one of them; says who.
        SurroundingsError: one of them cannot be used.
    """
    unsettled = tools.journal.open_operations()
    with ExitStack() as held:
        quarantines: dict[bytes, Quarantine] = {}
        for path in sorted({*wanted, *known, *(one.quarantine for one in unsettled)}):
            opened = _opened(tools, path, is_wanted=path in wanted, is_known=path in known)
            if opened is not None:
                quarantines[path] = held.enter_context(opened)
                opened.lock(_holder(tools))
        roots = {root.label: root.folder for root in tools.project.roots()}
        mover = Mover(Ground(tools.fs, roots, quarantines), tools.journal, tools.around)
        ready = [
            one
            for one in unsettled
            if one.quarantine in quarantines and one.item.place.root in roots
        ]
        settled = mover.recover(ready)
        waiting = tuple(_waiting(one) for one in unsettled if one not in ready)
        yield Session(mover, quarantines, (*settled, *waiting))


def moved_one(tools: Tools, run: Session, operation_of: Callable[[], MoveResult]) -> Moved:
    """Move one file; a stop is followed by one attempt to settle it with fresh descriptors."""
    try:
        return Moved(operation_of())
    except BatchStoppedError as error:
        return Moved(_settled_again(tools, run), error.message)
    except DedupError as error:
        return Moved(None, error.message)


def adopted(
    tools: Tools, quarantine: bytes, records: Mapping[str, Operation]
) -> tuple[MoveResult, ...]:
    """Take items of a quarantine into the journal that it does not know.

    Args:
        tools: project, journal, disk, clock.
        quarantine: where it is now; the records may have been written when it was elsewhere.
        records: operations of the records whose file is there, by uuid.
    """
    met = {row.operation.uuid for row in tools.journal.operations()}
    return tuple(
        _adopt(tools, replace(operation, quarantine=quarantine))
        for uuid, operation in records.items()
        if uuid not in met
    )


def _adopt(tools: Tools, operation: Operation) -> MoveResult:
    file = operation.item.place.path
    try:
        tools.journal.intent([operation])
    except RefusedError as error:
        return MoveResult(operation.item, Outcome.OPEN, error.message, operation)
    told = message(_ADOPTED, file=file)
    tools.journal.done(operation, told)
    return MoveResult(operation.item, Outcome.MOVED, told, operation)


def _settled_again(tools: Tools, run: Session) -> MoveResult | None:
    """Settle what a stop left open; what cannot be settled now waits for the next start."""
    try:
        results = run.mover.recover(tools.journal.open_operations())
    except DedupError:  # the project file's disk failed as well
        return None
    return results[-1] if results else None


def _opened(tools: Tools, path: bytes, *, is_wanted: bool, is_known: bool) -> Quarantine | None:
    if is_wanted:
        return make_quarantine(tools.fs, path, tools.around.new_uuid(), tools.project.file.uuid)
    try:
        return open_quarantine(tools.fs, path)
    except SurroundingsError:
        if is_known:
            raise
        return None


def _holder(tools: Tools) -> Holder:
    actor = tools.project.actor
    return Holder(actor.host, actor.account, os.getpid())


def _waiting(operation: Operation) -> MoveResult:
    told = message(_WAITING, file=operation.item.place.path, quarantine=operation.quarantine)
    return MoveResult(operation.item, Outcome.OPEN, told, operation)


_WAITING = QT_TRANSLATE_NOOP(
    "Messages",
    "An interrupted move of {file} is not settled: its folder or the quarantine {quarantine} is "
    "not there. Nothing was touched; connect the disk or open the folder, then recover.",
)
_ADOPTED = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was found in quarantine without being in this project; it is now, and can be put back.",
)
