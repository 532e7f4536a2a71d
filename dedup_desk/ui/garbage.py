"""Garbage is collected by the GUI thread alone, in pauses.

Left to itself, Python collects in whatever thread happens to make the object too many. That is bad
here twice: a full collection of everything that the services bring along takes 40 to 60 ms and
holds the interpreter's lock, so that one in a job's thread holds a key press up as well; and one
that runs off the GUI thread may destroy Qt objects there, which Qt forbids.

So the collector is switched off and asked by a timer instead. What the services brought along lives
as long as the process and is taken out of every later collection.
"""

from __future__ import annotations

import gc
from types import TracebackType
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

from dedup_desk.ui.presence import Presence

GLANCE_MS: Final = 200
YOUNG: Final = 2_000
"""So many new objects are looked through at a glance: well below a millisecond of work."""

YOUNG_A_MIDDLE: Final = 10
"""After so many collections of new objects the middle-aged are looked through with them."""

WORTH_A_PAUSE: Final = 10_000
"""Objects that outlived their youth before a pause is used to look through everything."""

MOST_UNSWEPT: Final = 200_000
"""As many may outlive their youth before everything is looked through, pause or none."""


class Collector(Protocol):
    """What of the module `gc` is used."""

    def enable(self) -> None:
        """Collect by itself."""
        ...

    def disable(self) -> None:
        """Collect when asked only."""
        ...

    def get_count(self) -> tuple[int, int, int]:
        """Return new objects, and collections since those of the two older generations."""
        ...

    def collect(self, generation: int = 2, /) -> int:
        """Look a generation and all younger ones through."""
        ...

    def freeze(self) -> None:
        """Take what is there out of later collections."""
        ...

    def unfreeze(self) -> None:
        """Let later collections look through what was frozen."""
        ...


class Sweeper(QObject):
    """A context manager: inside, this object's thread alone collects garbage.

    Args:
        presence: whether somebody would feel it.
        collector: the interpreter's own.
    """

    def __init__(
        self, presence: Presence, collector: Collector = gc, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._presence, self._gc = presence, collector
        self._unswept = 0
        self._is_settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(GLANCE_MS)
        self._timer.timeout.connect(self.glance)

    def __enter__(self) -> Sweeper:
        self._gc.disable()
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.stop()
        if self._is_settled:
            self._gc.unfreeze()
        self._gc.enable()

    def settle(self) -> None:
        """Take everything loaded so far out of later collections; the first call counts."""
        if not self._is_settled and self._timer.isActive():
            self._is_settled = True
            self._sweep()
            self._gc.freeze()

    def glance(self) -> None:
        """Collect what is due."""
        new, young, _ = self._gc.get_count()
        if new >= YOUNG:
            self._unswept += new - self._gc.collect(1 if young >= YOUNG_A_MIDDLE else 0)
        is_quiet = not self._presence.is_somebody_there
        if self._unswept >= (WORTH_A_PAUSE if is_quiet else MOST_UNSWEPT):
            self._sweep()

    def _sweep(self) -> None:
        self._gc.collect(2)
        self._unswept = 0
