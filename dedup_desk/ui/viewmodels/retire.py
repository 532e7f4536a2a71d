"""The "Set aside" screen: plan, rehearse, move, and put back; nothing is claimed before a look.

What happened is told from the results of the service, which re-reads the disk after every move;
this screen counts them and adds nothing of its own. Words are made in `retire_words`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.errors import DedupError
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import CancelToken, Job, Progress
from dedup_desk.ui.job_runner import Died, Done, Ending, Failed, JobRunner
from dedup_desk.ui.viewmodels.errands import Errands
from dedup_desk.ui.viewmodels.notices import Notice, Tone

if TYPE_CHECKING:
    from dedup_desk.core.journal import Operation
    from dedup_desk.core.plan import RetirementPlan
    from dedup_desk.services.retiring import Retirement
    from dedup_desk.services.retiring.outcomes import BatchOutcome, Selection


class Doing(Enum):
    """What the screen is busy with."""

    NOTHING = auto()
    PLANNING = auto()
    REHEARSING = auto()
    MOVING = auto()
    PUTTING_BACK = auto()


@dataclass(frozen=True, slots=True)
class RetireState:
    """Everything the screen shows; a new one for each change.

    Attributes:
        doing: what runs.
        plan: what would move, None while it is not made.
        cannot, notes: why nothing can be moved out of a root; what else to know of roots.
        held: the retirements that stand: what can be put back.
        rehearsal: results of the last rehearsal of this plan.
        outcome: results of the last move or putting back; `was` says which.
        was: what `outcome` came from.
        progress: of what runs.
        acknowledged_by: who takes on that references were not checked; "" for nobody.
    """

    doing: Doing = Doing.NOTHING
    plan: RetirementPlan | None = None
    cannot: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    held: tuple[Operation, ...] = ()
    rehearsal: BatchOutcome | None = None
    outcome: BatchOutcome | None = None
    was: Doing = Doing.NOTHING
    progress: Progress | None = None
    acknowledged_by: str = ""

    @property
    def can_rehearse(self) -> bool:
        """True when there is something to move and nothing runs."""
        return self.doing is Doing.NOTHING and self.plan is not None and bool(self.plan.moves)

    @property
    def can_move(self) -> bool:
        """True when it can be rehearsed and a person answers for the references."""
        return self.can_rehearse and bool(self.acknowledged_by)


class RetireViewModel(QObject):
    """What the "Set aside" screen does; what it shows is `state`.

    Signals:
        changed(): another state.
        noticed(Notice): one sentence for the message bar.
        died(Exception): a fault of ours.
        left(): the person pressed Cancel while nothing ran.

    Attributes:
        has_moved_files: files are at other places than the index knows.
    """

    changed = Signal()
    noticed = Signal(object)
    died = Signal(object)
    left = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._errands = Errands(runner, self)
        self._errands.noticed.connect(self._fail)
        self._errands.died.connect(self.died)
        self._token: CancelToken | None = None
        self._retirement: Retirement | None = None
        self.name = ""
        self.has_moved_files = False
        self.state = RetireState()

    def set_retirement(self, retirement: Retirement | None, name: str = "") -> None:
        """Work for another project, or for none; `name` is who works here, self-declared."""
        self._errands.forget()
        self._retirement, self.name, self.has_moved_files = retirement, name, False
        self._become(RetireState())

    def prepare(self) -> None:
        """Make the plan of this moment; what was rehearsed for an older one is forgotten."""
        retirement = self._retirement
        if retirement is not None and self.state.doing is Doing.NOTHING:
            self._become(
                RetireState(Doing.PLANNING, outcome=self.state.outcome, was=self.state.was)
            )
            self._errands.run(lambda: _prepared(retirement), self._planned)

    def acknowledge(self, name: str) -> None:
        """Take on, by name, that references were not checked; an empty name takes it back."""
        self._become(replace(self.state, acknowledged_by=name.strip()))

    def rehearse(self) -> None:
        """Read both copies of every planned move and say what would happen; nothing moves."""
        retirement, plan = self._retirement, self.state.plan
        if retirement is not None and plan is not None and self.state.can_rehearse:
            self._start(Doing.REHEARSING, retirement.retire_job(plan, dry_run=True))

    def move(self) -> None:
        """Move what is planned to quarantine; the plan must be acknowledged."""
        retirement, plan = self._retirement, self.state.plan
        if retirement is not None and plan is not None and self.state.can_move:
            self._start(
                Doing.MOVING,
                retirement.retire_job(plan, acknowledged_by=self.state.acknowledged_by),
            )

    def put_back_one(self, operation: Operation) -> None:
        """Put one image back where it was."""
        from dedup_desk.services.retiring.outcomes import Selection

        self._put_back(Selection(operation.batch, frozenset({operation.item.place})))

    def put_back_batch(self, batch: str) -> None:
        """Put a whole batch back where it was."""
        from dedup_desk.services.retiring.outcomes import Selection

        self._put_back(Selection(batch))

    def put_back_all(self) -> None:
        """Put everything back where it was."""
        from dedup_desk.services.retiring.outcomes import EVERYTHING

        self._put_back(EVERYTHING)

    def cancel(self) -> None:
        """Stop what runs after the file in hand; with nothing running, leave the screen."""
        if self._token is not None:
            self._token.cancel()
        elif self.state.doing is Doing.NOTHING:
            self.left.emit()

    def _put_back(self, selection: Selection) -> None:
        retirement = self._retirement
        if retirement is None or self.state.doing is not Doing.NOTHING:
            return
        try:
            self._start(Doing.PUTTING_BACK, retirement.restore_job(selection))
        except DedupError as error:
            self._fail(Notice(error.message, Tone.PROBLEM))

    def _start(self, doing: Doing, job: Job[BatchOutcome]) -> None:
        self._become(replace(self.state, doing=doing, progress=None))
        self._token = self._runner.start(job, self._ended, self._moved_on)

    def _moved_on(self, progress: Progress) -> None:
        self._become(replace(self.state, progress=progress))

    def _ended(self, ending: Ending) -> None:
        doing, self._token = self.state.doing, None
        self._become(replace(self.state, doing=Doing.NOTHING, progress=None))
        if isinstance(ending, Done):
            self._take(doing, cast("BatchOutcome", ending.result))
        elif isinstance(ending, Failed):
            self.noticed.emit(Notice(ending.message, Tone.PROBLEM))
        elif isinstance(ending, Died):
            self.died.emit(ending.bug)
        if doing is not Doing.REHEARSING:
            self.has_moved_files = True
            self.prepare()

    def _take(self, doing: Doing, outcome: BatchOutcome) -> None:
        if doing is Doing.REHEARSING:
            self._become(replace(self.state, rehearsal=outcome))
        else:
            self._become(replace(self.state, outcome=outcome, was=doing))

    def _planned(self, made: RetireState) -> None:
        self._become(replace(made, outcome=self.state.outcome, was=self.state.was))

    def _fail(self, notice: Notice) -> None:
        self._become(replace(self.state, doing=Doing.NOTHING))
        self.noticed.emit(notice)

    def _become(self, state: RetireState) -> None:
        self.state = state
        self.changed.emit()


def _prepared(retirement: Retirement) -> RetireState:  # on the background thread
    abilities = retirement.abilities()
    return RetireState(
        plan=retirement.plan(),
        cannot=tuple(one.cannot for one in abilities if one.cannot is not None),
        notes=tuple(one.note for one in abilities if one.note is not None),
        held=retirement.quarantined(),
    )
