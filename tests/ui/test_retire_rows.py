"""Lines of the plan: what a cell has room for."""

import pytest

from dedup_desk.ui.viewmodels.retire_rows import Mark, PlanLine


@pytest.mark.parametrize(
    ("told", "brief"),
    [
        ("not read yet", "not read yet"),
        ("\u2713 bytes of both copies", "\u2713 bytes of both copies"),
        ("\u2717 a/b.jpg will not move: it has changed.", "\u2717 it has changed."),
        (
            "\u2717 a/b.jpg \u4e0d\u6703\u79fb\u52d5\uff1a\u5df2\u6539\u52d5\u3002",
            "\u2717 \u5df2\u6539\u52d5\u3002",
        ),
        ("\u2717 a/b.jpg is not there.", "\u2717 is not there."),
        ("\u2717 It has changed.", "\u2717 It has changed."),
    ],
)
def test_a_reason_does_not_begin_with_the_name_that_begins_the_line(told, brief):
    assert PlanLine("a/b.jpg", "", "", "", told, Mark.STAYS).brief == brief
