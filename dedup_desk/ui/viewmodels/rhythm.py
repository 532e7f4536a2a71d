"""Flipping by itself: calm enough for every eye, calmer still for those who ask for it.

Three flashes a second and more can bring on a seizure (WCAG 2.3.1); a flash is one picture and back
again. Half a second a picture is one flash a second.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dedup_desk.core.compare import CompareMode
from dedup_desk.ui.viewmodels.compare import CompareViewModel

EACH_MS = 500
REDUCED_EACH_MS = 2000
"""How long each picture stays; the second where a person wants less flashing."""


class Rhythm(QObject):
    """Flips for as long as it is on, another mode is chosen or another pair is shown.

    Signals:
        changed: it began or ended.
    """

    changed = Signal()

    def __init__(self, compare: CompareViewModel) -> None:
        super().__init__()
        self._compare = compare
        self.beat = QTimer(self)
        self.beat.timeout.connect(compare.flip)
        self.set_reduced(is_reduced=False)
        compare.pair_changed.connect(self.stop)
        compare.mode_changed.connect(self._on_mode)

    @property
    def is_on(self) -> bool:
        """True while it flips."""
        return self.beat.isActive()

    def set_reduced(self, *, is_reduced: bool) -> None:
        """Flip slowly, or at the ordinary pace; also while it flips."""
        self.beat.setInterval(REDUCED_EACH_MS if is_reduced else EACH_MS)

    def toggle(self) -> None:
        """Begin flipping, or stop."""
        if self.is_on:
            self.stop()
        elif self._compare.state is not None:
            self._compare.set_mode(CompareMode.BLINK)
            self.beat.start()
            self.changed.emit()

    def stop(self) -> None:
        """Leave the picture that is on top there."""
        if self.is_on:
            self.beat.stop()
            self.changed.emit()

    def _on_mode(self) -> None:
        if self._compare.mode is not CompareMode.BLINK:
            self.stop()
