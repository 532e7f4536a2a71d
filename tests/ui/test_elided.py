"""Words that have to fit: whole where there is room, cut in the middle where there is none."""

import pytest

from dedup_desk.ui.views.parts import Elided

LOSS = (
    "D shows 85 % of A: 5.0 % cut at left, 2.0 % at right, 4.0 % at top, 5.0 % at bottom; "
    "warmer; one changed area 4.0 % wide; JPEG quality about 70."
)


@pytest.fixture
def two_lines(qtbot):
    label = Elided(lines=2)
    qtbot.addWidget(label)
    label.show()
    return label


def test_a_loss_of_four_sides_is_told_whole_on_two_lines(two_lines):
    advance = two_lines.fontMetrics().horizontalAdvance(LOSS)
    two_lines.resize(int(advance * 0.62), two_lines.height())
    two_lines.setWhole(LOSS)
    assert two_lines.text() == LOSS


def test_what_does_not_fit_is_cut_in_the_middle_and_told_by_the_tool_tip(two_lines):
    advance = two_lines.fontMetrics().horizontalAdvance(LOSS)
    two_lines.resize(int(advance * 0.4), two_lines.height())
    two_lines.setWhole(LOSS)
    shown = two_lines.text()
    assert shown.startswith("D shows 85 %")
    assert shown.endswith("about 70.")
    assert "…" in shown
    assert two_lines.heightForWidth(two_lines.width()) <= two_lines.height() + 2
    assert two_lines.toolTip() == LOSS


def test_the_height_does_not_depend_on_the_words(two_lines):
    before = two_lines.height()
    for text in ("", "Recompressed.", LOSS, LOSS * 3):
        two_lines.setWhole(text)
        assert two_lines.height() == before
