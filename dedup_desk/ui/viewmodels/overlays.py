"""What is computed of the pair shown: where it differs, and D as it lies on A.

Made off the GUI thread, dropped when another pair is shown. The difference is made before anybody
asks for it, once a pair has been looked at for a moment: its key then finds it there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from dedup_desk.core.compare import CompareMode, CompareState, Side, view_matrix
from dedup_desk.core.geometry import after, inverted, scaling
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.latest_maker import Errand, LatestMaker, Made
from dedup_desk.ui.overlay_making import Answer, Laying, OverlaySource, Question, compared, laid
from dedup_desk.ui.viewmodels.pictures import Pictures
from dedup_desk.ui.viewmodels.sight import DIFFERENCE_EDGE_PX, PairShown, Sight, is_straight


@dataclass(frozen=True, slots=True)
class Laid:
    """The right picture as it lay in the pane at some moment.

    Attributes:
        image: as large as the pane was, in screen pixels.
        view: left picture -> pane units, at that moment.
        state: what was shown.
    """

    image: QImage
    view: Matrix
    state: CompareState


_Way: TypeAlias = tuple[PairShown, Matrix]
"""A pair, and how its pictures lie on each other: a difference is of both."""

CALM_S = 0.25
"""A pair looked at for so long has its difference made; whoever leafs on has none made."""


class Overlays(QObject):
    """Holds what came of the latest questions about one pair.

    Attributes:
        laid: the right picture as it lay on the left one a moment ago, where it has to be turned.

    Signals:
        changed: something of it is new.
    """

    changed = Signal()

    def __init__(self, source: OverlaySource, pictures: Pictures) -> None:
        super().__init__()
        self._source, self._pictures = source, pictures
        self._differences = LatestMaker("difference", self)
        self._layings = LatestMaker("laying", self)
        self._asked: _Way | None = None
        self._found: tuple[_Way, Answer | None] | None = None
        self._laying: tuple[object, ...] | None = None
        self.laid: Laid | None = None
        self._differences.arrived.connect(self._on_answer)
        self._differences.failed.connect(self._on_no_answer)
        self._layings.arrived.connect(self._on_laid)

    def clear(self) -> None:
        """Another pair, or none, is shown."""
        self._found, self._asked = None, None
        self.laid, self._laying = None, None
        self._differences.forget()

    def answer(self, sight: Sight) -> Answer | None:
        """Return the difference of this pair as it lies now; None until it is here."""
        found = self._found
        return found[1] if found is not None and found[0] == _way(sight) else None

    def has_no_answer(self, sight: Sight) -> bool:
        """Say whether an error of ours left this pair, as it lies now, without a difference."""
        return self._found == (_way(sight), None)

    def follow(self, sight: Sight) -> None:
        """Ask for what this sight needs and nobody asked for yet."""
        mode = sight.state.mode
        self._ask_difference(sight)
        if mode is CompareMode.DIFFERENCE:
            self._differences.hurry()
        if mode is not CompareMode.SIDE_BY_SIDE:
            self._ask_laying(sight)

    def close(self) -> None:
        """Stop both threads."""
        self._differences.close()
        self._layings.close()

    def _ask_difference(self, sight: Sight) -> None:
        """Ask once for each pair and alignment, when both renderings are as fine as they will be.

        Pictures that are not aligned differ everywhere; nothing is computed of them.
        """
        state = sight.state
        key = _way(sight)
        if self._asked == key or not state.is_aligned:
            return
        left, right = (self._pictures.finest(sight, side) for side in Side)
        if left is None or right is None:
            return
        self._asked = key
        images = (left.level_for(DIFFERENCE_EDGE_PX), right.level_for(DIFFERENCE_EDGE_PX))
        question = Question(*images, state.left, state.right, state.link)
        self._differences.ask(Errand(key, lambda: compared(self._source, question)), CALM_S)

    def _ask_laying(self, sight: Sight) -> None:
        """Have the right picture laid, unless Qt lays it as well by stretching alone."""
        state = sight.state
        if is_straight(state.link):
            self.laid, self._laying = None, None
            return
        image = self._pictures.image(sight, Side.RIGHT)
        if image is None:
            return
        view = view_matrix(state, Side.RIGHT)
        key = (sight.pair, view, state.pane, sight.unit_px, image.cacheKey())
        if key == self._laying:
            return
        self._laying = key
        errand = _laying_of(sight, image)
        shown = view_matrix(state, Side.LEFT)
        source = self._source
        self._layings.ask(Errand(sight.pair, lambda: Laid(laid(source, errand), shown, state)))

    @Slot(object)
    def _on_answer(self, made: Made) -> None:
        if self._asked is not None and made.key == self._asked and isinstance(made.found, Answer):
            self._found = (self._asked, made.found)
            self.changed.emit()

    @Slot(object)
    def _on_no_answer(self, key: object) -> None:
        if self._asked is not None and key == self._asked:
            self._found = (self._asked, None)
            self.changed.emit()

    @Slot(object)
    def _on_laid(self, made: Made) -> None:
        """Take what was made of the pair shown, also of where it lay a moment ago."""
        is_of_this_pair = self._laying is not None and made.key == self._laying[0]
        if is_of_this_pair and isinstance(made.found, Laid):
            self.laid = made.found
            self.changed.emit()


def _way(sight: Sight) -> _Way:
    return (sight.pair, sight.state.link)


def _laying_of(sight: Sight, image: QImage) -> Laying:
    state, unit = sight.state, sight.unit_px
    to_picture = after(inverted(view_matrix(state, Side.RIGHT)), scaling(1 / unit, 1 / unit))
    shrunk = scaling(image.width() / state.right.width, image.height() / state.right.height)
    size = (max(round(state.pane.width * unit), 1), max(round(state.pane.height * unit), 1))
    return Laying(image, after(shrunk, to_picture), size)
