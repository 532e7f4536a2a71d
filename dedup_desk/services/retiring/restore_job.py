"""The job that puts quarantined images back."""

from __future__ import annotations

from dedup_desk.core.journal import Operation
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.progress import CancelToken, Report
from dedup_desk.services.retiring.errands import Errand, Run
from dedup_desk.services.retiring.outcomes import BatchOutcome
from dedup_desk.services.retiring.session import Session, Tools, session


class RestoreJob:
    """Puts a selection of quarantined images back.

    Args:
        tools: project, journal, disk, clock.
        chosen: the retirements to turn round.
    """

    def __init__(self, tools: Tools, chosen: tuple[Operation, ...]) -> None:
        self._tools = tools
        self._chosen = chosen

    def run(self, report: Report, cancel: CancelToken) -> BatchOutcome:
        """Put file after file back.

        Raises:
            BusyError, SurroundingsError, ProjectError: nothing was begun.
        """
        roots = {root.label for root in self._tools.project.roots()}
        paths = sorted({one.quarantine for one in self._chosen})
        with session(self._tools, [], paths) as held:
            standing = {one.uuid for one in self._tools.journal.retired()}
            self._tools.project.file.backup()
            run = Run(self._tools, message(_RESTORING))
            errands = [
                self._errand(held, one, roots) for one in self._chosen if one.uuid in standing
            ]
            run.all_of(errands, held, (report, cancel))
            return run.outcome(len(errands), held.recovered)

    def _errand(self, held: Session, retired: Operation, roots: set[str]) -> Errand:
        file, size_bytes = retired.item.place.path, retired.identity.size_bytes
        if retired.item.place.root in roots:
            return Errand(file, size_bytes, lambda: held.mover.restore(retired))
        told = message(_UNKNOWN_ROOT, file=file, root=retired.item.place.root)
        return Errand(file, size_bytes, lambda: MoveResult(retired.item, Outcome.NOT_MOVED, told))


_RESTORING = QT_TRANSLATE_NOOP("Messages", "Putting back")
_UNKNOWN_ROOT = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was not put back: its folder {root} was never opened on this machine. It stays in "
    "quarantine. Say where the folder is (--root {root}=FOLDER), then put it back again.",
)
