"""The keys that change only how the pair is shown; slots are called like rows of the actions."""

from __future__ import annotations

from PySide6.QtCore import Slot

from dedup_desk.core import blending
from dedup_desk.core.compare import CompareMode
from dedup_desk.ui.viewmodels.aligning import COARSE, Aligning
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.panels import PanelKeys
from dedup_desk.ui.viewmodels.rhythm import Rhythm


class Looking(PanelKeys):
    """Modes, scales, dividers, layers, the loupe and aligning by hand.

    Attributes:
        compare: what is shown.
        rhythm: flips by itself.
        aligning: moves D on A by hand.
    """

    def __init__(self, compare: CompareViewModel) -> None:
        super().__init__(compare)
        self.rhythm = Rhythm(compare)
        self.aligning = Aligning(compare)

    # Modes ------------------------------------------------------------------------------------

    @Slot()
    def mode_side_by_side(self) -> None:
        """Both pictures, each in its pane."""
        self.compare.set_mode(CompareMode.SIDE_BY_SIDE)

    @Slot()
    def mode_blink(self) -> None:
        """One picture on the other; Tab flips."""
        self.compare.set_mode(CompareMode.BLINK)

    @Slot()
    def mode_swipe(self) -> None:
        """A on one side of a line, D on the other."""
        self.compare.set_mode(CompareMode.SWIPE)

    @Slot()
    def mode_onion(self) -> None:
        """D shines through A."""
        self.compare.set_mode(CompareMode.ONION)

    @Slot()
    def mode_difference(self) -> None:
        """Where the pictures differ."""
        self.compare.set_mode(CompareMode.DIFFERENCE)

    @Slot()
    def blink(self) -> None:
        """Bring the other picture on top; by hand, so the rhythm ends."""
        self.rhythm.stop()
        self.compare.flip()

    @Slot()
    def blink_by_itself(self) -> None:
        """Flip in a calm rhythm, or stop."""
        self.rhythm.toggle()

    # More of one, more of the other -----------------------------------------------------------

    @Slot()
    def step_less(self) -> None:
        """Show more of A and less of D, in the overlay; the wipe's line goes left or up."""
        self._share(-1)

    @Slot()
    def step_more(self) -> None:
        """Show more of D, in the overlay; the wipe's line goes right or down."""
        self._share(+1)

    @Slot()
    def turn_divider(self) -> None:
        """Wipe down instead of across, or across again."""
        if self.compare.mode is not CompareMode.SWIPE:
            self.mode_swipe()
        else:
            self.compare.set_blend(blending.turned_divider(self.compare.blend))

    @Slot()
    def other_layer(self) -> None:
        """Change between structure and tone; from another mode, show the difference first."""
        if self.compare.mode is not CompareMode.DIFFERENCE:
            self.mode_difference()
        else:
            self.compare.set_blend(blending.other_layer(self.compare.blend))

    @Slot()
    def next_change(self) -> None:
        """Go to the next changed area; from another mode, show the difference first."""
        self._change(+1)

    @Slot()
    def previous_change(self) -> None:
        """Go to the previous changed area."""
        self._change(-1)

    # Scale ------------------------------------------------------------------------------------

    @Slot()
    def actual_pixels(self) -> None:
        """100 % at the pointer; again: fit."""
        self.compare.actual_pixels()

    @Slot()
    def true_pixels(self) -> None:
        """100 % of each picture; again: fit."""
        self.compare.actual_pixels(of_both=True)

    @Slot()
    def fit(self) -> None:
        """Show both pictures whole."""
        self.compare.fit()

    @Slot()
    def loupe(self) -> None:
        """Hold a loupe at the pointer, or put it away."""
        self.compare.set_loupe(is_on=not self.compare.has_loupe)

    # Aligning ---------------------------------------------------------------------------------

    @Slot()
    def nudge_left(self) -> None:
        """Move D a pixel to the left."""
        self.aligning.nudge(-1, 0)

    @Slot()
    def nudge_right(self) -> None:
        """Move D a pixel to the right."""
        self.aligning.nudge(1, 0)

    @Slot()
    def nudge_up(self) -> None:
        """Move D a pixel up."""
        self.aligning.nudge(0, -1)

    @Slot()
    def nudge_down(self) -> None:
        """Move D a pixel down."""
        self.aligning.nudge(0, 1)

    @Slot()
    def nudge_far_left(self) -> None:
        """Move D ten pixels to the left."""
        self.aligning.nudge(-COARSE, 0)

    @Slot()
    def nudge_far_right(self) -> None:
        """Move D ten pixels to the right."""
        self.aligning.nudge(COARSE, 0)

    @Slot()
    def nudge_far_up(self) -> None:
        """Move D ten pixels up."""
        self.aligning.nudge(0, -COARSE)

    @Slot()
    def nudge_far_down(self) -> None:
        """Move D ten pixels down."""
        self.aligning.nudge(0, COARSE)

    @Slot()
    def align_by_hand(self) -> None:
        """Click the same things in both pictures."""
        self.aligning.begin()

    @Slot()
    def align_as_measured(self) -> None:
        """Take back what was aligned by hand."""
        self.aligning.measured_again()

    # Inside -----------------------------------------------------------------------------------

    def _share(self, steps: int) -> None:
        blend, mode = self.compare.blend, self.compare.mode
        if mode is CompareMode.SWIPE:
            # The line moves the way the key points: right of it lies D.
            self.compare.set_blend(blending.stepped_divider(blend, steps))
        elif mode is CompareMode.ONION:
            self.compare.set_blend(blending.stepped_opacity(blend, steps))
        else:
            self.mode_onion()

    def _change(self, by: int) -> None:
        """Step through the numbered areas; their numbers stand in the layer of structure."""
        if self.compare.blend.layer is blending.Layer.TONE:
            self.compare.set_blend(blending.other_layer(self.compare.blend))
        if self.compare.mode is not CompareMode.DIFFERENCE:
            self.mode_difference()
        else:
            self.compare.step_change(by)
