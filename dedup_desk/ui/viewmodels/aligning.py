"""Aligning by hand: nudges that are kept once the hand rests, and the same things clicked twice."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dedup_desk.core.compare import Link, Side, picture_point
from dedup_desk.core.geometry import Point
from dedup_desk.core.hand_alignment import Hand, HandAlignment, Picks, nudged
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Matrix
from dedup_desk.core.two_pages import FIRST
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.sight import PairShown

REST_MS = 900
"""Nudges closer together than this are one step of the history."""

COARSE = 10
"""How much farther Shift nudges."""


class Aligning(QObject):
    """Moves D on A by hand, and says what should be kept.

    Attributes:
        picks: what was clicked so far; None while nobody aligns by clicking.

    Signals:
        changed: something was clicked, or clicking began or ended.
        said: HandAlignment; to be kept with the pair.
        refused: Message; why nothing was done.
    """

    changed = Signal()
    said = Signal(object)
    refused = Signal(object)

    def __init__(self, compare: CompareViewModel) -> None:
        super().__init__()
        self._compare = compare
        self._pending: HandAlignment | None = None
        self._before = Link()
        self.picks: Picks | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.settle)
        compare.pair_changed.connect(self._on_pair)
        compare.page_turned.connect(self._on_pair)

    # Nudging ----------------------------------------------------------------------------------

    def nudge(self, across: int, down: int) -> None:
        """Move D by so many pixels of the screen; kept as soon as the hand rests."""
        state, pair = self._compare.state, self._compare.pair
        if state is None or pair is None or self.picks is not None or self._refuses(pair):
            return
        if not state.is_aligned:
            self.refused.emit(message(_NOT_ALIGNED))
            return
        step = 1 / (state.zoom * self._compare.unit_px)
        self._lay(nudged(state.link, across * step, down * step), Hand.NUDGE)
        self.rest.start()

    def settle(self) -> None:
        """Say now what the nudges so far came to."""
        self.rest.stop()
        said, self._pending = self._pending, None
        if said is not None:
            self.said.emit(said)

    def measured_again(self) -> None:
        """Take back what was aligned by hand; the measured alignment holds again."""
        self.cancel()
        self._pending = None
        self.rest.stop()
        pair = self._compare.pair
        if pair is None or self._refuses(pair):
            return
        if not pair.link.is_by_hand:
            self.refused.emit(message(_NOT_BY_HAND))
            return
        self.said.emit(HandAlignment(pair.left.digest, pair.right.digest, None))

    # Clicking ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin clicking; pressed again after two things, those two are taken; else it ends."""
        if self.picks is not None:
            self._finish_or_cancel(self.picks)
            return
        pair = self._compare.pair
        if pair is None or self._refuses(pair):
            return
        if pair.left.digest == pair.right.digest:
            self.refused.emit(message(_IDENTICAL))
            return
        self.settle()
        self._before = pair.link
        self.picks = Picks()
        self._compare.set_apart()
        self.changed.emit()

    def take(self, side: Side, at: Point) -> None:
        """Take a click in the pane of `side`."""
        state = self._compare.state
        if self.picks is None or state is None:
            return
        point = picture_point(state, side, at)
        extent = state.extent(side)
        if not (0 <= point.x <= extent.width and 0 <= point.y <= extent.height):
            return
        self.picks = self.picks.with_point(side, point)
        if self.picks.is_complete:
            self._finish_or_cancel(self.picks)
        else:
            self.changed.emit()

    def take_back(self) -> None:
        """Forget the latest click; without one, stop clicking."""
        if self.picks is None:
            return
        if self.picks.left:
            self.picks = self.picks.without_last()
            self.changed.emit()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Stop clicking; the pair lies as it lay before."""
        if self.picks is not None:
            self.picks = None
            self._compare.relink(self._before)
            self._compare.fit()
            self.changed.emit()

    @property
    def words(self) -> Message | None:
        """What to do next; None while nobody clicks."""
        if self.picks is None:
            return None
        number, side = self.picks.awaits
        template = _CLICK_OR_ENOUGH if self.picks.pairs >= 2 else _CLICK
        return message(template, number=number, letter=side.value)

    # Inside -----------------------------------------------------------------------------------

    def _refuses(self, pair: PairShown) -> bool:
        """Say no to pages after the first: what is kept with a pair is about its first pages."""
        if pair.pages == FIRST:
            return False
        self.refused.emit(message(_OTHER_PAGES))
        return True

    def _finish_or_cancel(self, picks: Picks) -> None:
        matrix = picks.matrix()
        if matrix is None and picks.is_complete:
            self.picks = picks.without_last().without_last()
            self.refused.emit(message(_ON_A_LINE))
            self.changed.emit()
        elif matrix is None:
            self.cancel()
        else:
            self.picks = None
            self._lay(matrix, Hand.POINTS)
            self._compare.fit()
            self.settle()
            self.changed.emit()

    def _lay(self, matrix: Matrix, hand: Hand) -> None:
        pair = self._compare.pair
        if pair is not None:
            self._pending = HandAlignment(pair.left.digest, pair.right.digest, matrix, hand)
            self._compare.relink(Link(matrix, is_by_hand=True))

    def _on_pair(self) -> None:
        """Another pair or page: what was nudged of the one before is kept, clicks are not."""
        self.settle()
        if self.picks is not None:
            self.picks = None
            self.changed.emit()


_OTHER_PAGES = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was moved: only page 1 of each is aligned by hand, because that is kept with the"
    " pair. Turn back to it first.",
)
_NOT_ALIGNED = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was moved: these pictures are not aligned. Align them by hand first (Ctrl+L).",
)
_NOT_BY_HAND = QT_TRANSLATE_NOOP(
    "Messages", "Nothing was changed: these pictures were not aligned by hand."
)
_IDENTICAL = QT_TRANSLATE_NOOP(
    "Messages", "Nothing to align: both files hold the same bytes, so they lie on each other."
)
_ON_A_LINE = QT_TRANSLATE_NOOP(
    "Messages",
    "The three things lie on one line, which does not say how the pictures lie. Click the third"
    " one farther away from it.",
)
_CLICK = QT_TRANSLATE_NOOP("Messages", "Aligning by hand: click thing {number} in {letter}")
_CLICK_OR_ENOUGH = QT_TRANSLATE_NOOP(
    "Messages",
    "Aligning by hand: click thing {number} in {letter}, or Ctrl+L: two are enough (not where"
    " mirrored)",
)
