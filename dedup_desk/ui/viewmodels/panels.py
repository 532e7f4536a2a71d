"""Which panels stand round the pictures, how wide, and the keys that fold them away.

The pictures themselves never fold. A key that is about a folded panel shows it first.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.page_keys import PageKeys


class Panel(StrEnum):
    """What can be folded away."""

    QUEUE = "queue"
    FACTS = "facts"
    STRIP = "strip"
    OVERVIEW = "overview"


class Panels(QObject):
    """Says which panels are folded.

    Attributes:
        folded: those that are not shown.
        widths_px: of queue and facts, as somebody drew them; None while nobody did.

    Signals:
        changed: another panel is folded or shown.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folded: frozenset[Panel] = frozenset()
        self.widths_px: tuple[int, int] | None = None

    def is_shown(self, panel: Panel) -> bool:
        """Say whether a panel has its room."""
        return panel not in self.folded

    def turn(self, panel: Panel) -> None:
        """Fold a panel, or show it again."""
        self.folded = self.folded ^ {panel}
        self.changed.emit()

    def unfold(self, panel: Panel) -> bool:
        """Show a panel; False where it was shown already."""
        if self.is_shown(panel):
            return False
        self.turn(panel)
        return True


class PanelKeys(PageKeys):
    """Folds panels; slots are called like rows of the actions.

    Attributes:
        panels: which are folded.
    """

    def __init__(self, compare: CompareViewModel) -> None:
        super().__init__(compare)
        self.panels = Panels(self)

    @Slot()
    def fold_queue(self) -> None:
        """Give the queue's room to the panes, or take it back."""
        self.panels.turn(Panel.QUEUE)

    @Slot()
    def fold_facts(self) -> None:
        """Give the room of the facts to the panes, or take it back."""
        self.panels.turn(Panel.FACTS)

    @Slot()
    def fold_filmstrip(self) -> None:
        """Give the filmstrip's room to the panes, or take it back."""
        self.panels.turn(Panel.STRIP)

    @Slot()
    def fold_overview(self) -> None:
        """Take the overview out of the panes, or show it again."""
        self.panels.turn(Panel.OVERVIEW)
