"""Winner stays: N pictures, N - 1 comparisons, one winner, the next one takes the loser's pane."""

import pytest

from dedup_desk.core import winner_stays
from dedup_desk.core.compare import Side
from dedup_desk.core.records import RecordId
from dedup_desk.core.winner_stays import Standing, begun, later, stayed


def entrants(count):
    return tuple(RecordId(number) for number in range(1, count + 1))


@pytest.mark.parametrize("count", [2, 3, 5, 9, 30])
@pytest.mark.parametrize("best", [1, 2, -1])
def test_the_best_of_n_is_found_in_n_minus_1_comparisons(count, best):
    best = RecordId(best if best > 0 else count)
    round_, steps = begun(entrants(count)), []
    while round_.winner is None:
        steps.append(round_.step)
        round_ = stayed(round_, Side.RIGHT if round_.right == best else Side.LEFT)
    assert round_.winner == best
    assert steps == list(range(1, count))
    assert round_.steps == count - 1


def test_the_winner_does_not_move_and_the_next_one_takes_the_losers_pane():
    round_ = stayed(begun(entrants(4)), Side.RIGHT)
    assert (round_.left, round_.right) == (3, 2)
    round_ = stayed(round_, Side.LEFT)
    assert (round_.left, round_.right) == (3, 4)


def test_every_picture_is_seen_once_as_a_newcomer():
    round_, seen = begun(entrants(6)), [1, 2]
    while round_.waiting:
        round_ = stayed(round_, Side.LEFT)
        seen.append(round_.right)
    assert seen == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("side", Side)
def test_the_newcomer_can_be_asked_about_later_whichever_pane_it_is_in(side):
    round_ = stayed(begun(entrants(5)), side)
    newcomer, stays = round_.at(side.other), round_.at(side)
    after = later(round_)
    assert newcomer not in (after.left, after.right)
    assert after.at(side) == stays
    assert after.waiting[-1] == newcomer
    assert (after.step, after.steps) == (round_.step, round_.steps)


def test_nobody_is_asked_later_where_nobody_else_waits_or_one_has_won():
    last = stayed(begun(entrants(3)), Side.LEFT)
    assert later(last) == last
    won = stayed(last, Side.RIGHT)
    assert later(won) == stayed(won, Side.LEFT) == won


@pytest.mark.parametrize("who", [(), (1,), (1, 2, 1)])
def test_a_round_needs_two_pictures_each_once(who):
    with pytest.raises(ValueError, match="each once"):
        winner_stays.begun(tuple(RecordId(one) for one in who))


def test_everybody_has_one_standing_and_who_left_is_told_in_order():
    round_ = begun(entrants(4))
    assert [round_.standing(one) for one in entrants(4)] == [
        Standing.PLAYING, Standing.PLAYING, Standing.WAITING, Standing.WAITING
    ]  # fmt: skip
    round_ = stayed(later(round_), Side.LEFT)  # 2 waits at the end, 3 leaves
    assert round_.gone == (3,)
    assert round_.standing(RecordId(2)) is Standing.WAITING
    round_ = stayed(stayed(round_, Side.RIGHT), Side.LEFT)
    assert round_.gone == (3, 1, 4)
    assert [round_.standing(one) for one in entrants(4)] == [
        Standing.LEFT, Standing.STAYED, Standing.LEFT, Standing.LEFT
    ]  # fmt: skip
    assert round_.standing(RecordId(9)) is None
