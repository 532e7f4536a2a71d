"""What a sitting at the review desk needs, opened and let go of together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dedup_desk.core.decision_history import Step
from dedup_desk.engine.pool import SCREEN_NICENESS, WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.reviewing import ReviewSession

if TYPE_CHECKING:
    from dedup_desk.services.projects import Project

SCREEN_PROCESSES = 2
"""Children that decode for the screen: the pair on the table; reading has its own."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A review session and the pictures for it.

    Attributes:
        session: queue, groups, decisions.
        comparing: renderings and differences.
        queue: the queue as it stood at the opening.
        steps: the undo stack as it stood at the opening.
        project: uuid of the project.
    """

    session: ReviewSession
    comparing: Comparing
    queue: QueueContents
    steps: tuple[Step, ...]
    project: str
    _pool: WorkerPool

    def close(self) -> None:
        """End the child processes; whoever still waits for a picture is told that it failed."""
        self._pool.close()


def open_desk(project: Project) -> Desk:
    """Begin a sitting over what the index holds now.

    Queue and steps are read here, where a window may wait.
    """
    session = project.sitting()
    pool = WorkerPool(SCREEN_PROCESSES, SCREEN_NICENESS)
    folders = {root.label: root.folder for root in project.roots()}
    comparing, uuid = Comparing(pool, folders), project.file.uuid
    return Desk(session, comparing, session.whole_queue(), session.history(), uuid, pool)
