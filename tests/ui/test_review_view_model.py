"""The review without a window: what every key leads to, undo, restarts, refusals."""

import pytest

from dedup_desk.core.compare import CompareMode, Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.pairs import Relation
from dedup_desk.services.review_views import RowState
from dedup_desk.ui.viewmodels import decider, facts
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from tests.helpers.review_fakes import MemoryStore, a_pair, a_review


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def review(store):
    model = a_review(3, store)
    model.queue.select(first_group(model))
    yield model
    model.close()


def first_group(model):
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    return next(at for at, row in enumerate(rows) if row.member_count == 4)


def verdicts(review):
    return [one.verdict for one in review.table.view.members]


def shown(review):
    return (review.table.left, review.table.right)


def heard(review):
    said = []
    review.failed.connect(said.append)
    review.told.connect(said.append)
    return said


def test_a_group_opens_with_its_proposal_on_the_left_and_who_waits_on_the_right(review):
    members = review.table.view.members
    assert shown(review) == (members[0].record.id, members[1].record.id)


def test_a_keeps_the_left_one_and_shows_the_next_against_it(review):
    review.keep_left()
    members = review.table.view.members
    assert verdicts(review) == [Verdict.CANONICAL, Verdict.RETIRE, None, None]
    assert shown(review) == (members[0].record.id, members[2].record.id)


def test_d_keeps_the_right_one_which_then_stays_on_the_left(review):
    winner = review.table.right
    review.keep_right()
    assert verdicts(review)[:2] == [Verdict.RETIRE, Verdict.CANONICAL]
    assert review.table.left == winner


def test_k_sets_the_kept_copy_only(review):
    review.make_canonical()
    assert verdicts(review) == [None, Verdict.CANONICAL, None, None]


@pytest.mark.parametrize(
    ("verb", "verdict"),
    [
        ("retire_member", Verdict.RETIRE),
        ("variant", Verdict.VARIANT),
        ("not_duplicate", Verdict.NOT_DUPLICATE),
        ("same_quality", Verdict.SAME_QUALITY),
        ("split", Verdict.NOT_DUPLICATE),
    ],
)
def test_a_verb_answers_about_the_right_picture_only(review, verb, verdict):
    getattr(review, verb)()
    assert verdicts(review) == [None, verdict, None, None]


def test_a_group_passed_to_a_second_person_counts_as_answered_and_the_next_one_comes(review):
    here = review.table.view.id
    review.unsure()
    assert review.table.view.id != here
    assert review.session.row(here).state is RowState.UNSURE


def test_when_the_group_is_decided_the_next_one_comes(review):
    here = review.queue.selected
    for _ in range(3):
        review.keep_left()
    assert review.queue.selected != here
    assert review.queue.row(here).state is RowState.DECIDED


def test_enter_decides_what_was_offered_and_nothing_else(review):
    offered = {one.subject: one.verdict for one in review.table.offered()}
    view = review.table.view
    review.accept()
    found = {one.record.seen: one.verdict for one in review.session.cluster(view.id).members}
    assert {seen: verdict for seen, verdict in found.items() if verdict} == offered


def test_enter_without_an_offer_says_so_and_writes_nothing(review, store):
    review.keep_right()
    written, said = store.written, heard(review)
    review.accept()
    assert store.written == written
    assert said == ["Nothing was decided: nothing is proposed here that is still undecided."]


def test_next_and_previous_decide_nothing(review, store):
    review.next_group()
    review.next_group()
    review.previous_group()
    assert store.written == 0


def test_the_end_of_the_queue_is_told(review):
    said = heard(review)
    for _ in range(review.queue.count + 1):
        review.next_group()
    assert said[-1] == "This is the last group shown."


def test_back_returns_without_undo(review, store):
    first = review.table.view.id
    review.keep_left()
    review.next_group()
    review.back()
    assert review.table.view.id == first
    assert store.written == 1
    assert verdicts(review)[0] is Verdict.CANONICAL


def test_undo_brings_the_earlier_answers_back_and_shows_the_group(review):
    first = review.table.view.id
    review.keep_left()
    review.next_group()
    review.undo()
    assert review.table.view.id == first
    assert verdicts(review) == [None, None, None, None]


def test_redo_brings_them_in_force_again(review):
    review.keep_left()
    review.undo()
    review.redo()
    assert verdicts(review)[:2] == [Verdict.CANONICAL, Verdict.RETIRE]


def test_undo_is_written_as_a_step_of_its_own(review, store):
    review.keep_left()
    review.undo()
    assert store.written == 2


def test_undo_and_redo_survive_a_restart(review, store):
    first = review.table.view.id
    review.keep_left()
    review.variant()
    review.undo()
    again = a_review(3, store)
    assert again.history.count() == 2
    assert (again.history.canUndo(), again.history.canRedo()) == (True, True)
    assert again.history.undoText() == "Keep A (Ann Archivist)"
    again.redo()
    members = again.session.cluster(first).members
    assert [one.verdict for one in members][:3] == [
        Verdict.CANONICAL, Verdict.RETIRE, Verdict.VARIANT,
    ]  # fmt: skip
    again.undo()
    again.undo()
    assert [one.verdict for one in again.session.cluster(first).members] == [None] * 4
    again.close()


@pytest.mark.parametrize("verb", ["keep_left", "accept"])
def test_a_failing_disk_changes_nothing_and_says_why(review, store, verb):
    said = heard(review)
    store.fail_with = "The project could not be written: the disk is full."
    getattr(review, verb)()
    assert said == ["The project could not be written: the disk is full."]
    assert verdicts(review) == [None, None, None, None]
    assert review.history.count() == 0


def test_undo_reaches_back_so_many_steps_and_no_further(review, store, monkeypatch):
    monkeypatch.setattr(decider, "UNDO_REACH", 2)
    review.keep_left()
    review.variant()
    review.not_duplicate()
    again = a_review(3, store)
    assert (again.history.count(), again.history.index()) == (2, 2)
    again.undo()
    again.undo()
    again.undo()
    assert [one.is_undone for one in store.steps()] == [False, True, True]
    again.close()


def test_a_failing_undo_leaves_the_stack_where_it_was(review, store):
    review.keep_left()
    store.fail_with = "The project could not be written: the disk is full."
    review.undo()
    assert review.history.canUndo()
    assert verdicts(review)[0] is Verdict.CANONICAL


def test_a_note_stands_beside_the_answer(review):
    review.variant()
    review.previous_member()
    review.table.show(review.table.view.members[1].record.id)
    review.write_note("torn corner")
    assert review.table.view.members[1].decision.note == "torn corner"
    assert review.table.view.members[1].verdict is Verdict.VARIANT


def test_left_and_right_walk_through_the_members_without_the_kept_one(review):
    members = [one.record.id for one in review.table.view.members]
    seen = []
    for _ in range(3):
        seen.append(review.table.right)
        review.next_member()
    assert seen == members[1:]
    assert review.table.right == members[1]


def test_showing_the_left_one_on_the_right_changes_places(review):
    left, right = shown(review)
    review.table.show(left)
    assert shown(review) == (right, left)


def test_filters_hide_and_counts_stay_true(review):
    chips = {chip.relation: chip for chip in review.queue.chips()}
    look = next(iter(chips.keys() & {Relation.LOOK}))
    review.queue.toggle(look)
    assert review.queue.count == chips[look].rows == 1
    assert review.queue.total == 4
    review.queue.toggle(look)
    assert review.queue.count == 4


def test_a_decision_counts_down_its_chip(review):
    before = {chip.relation: chip.left for chip in review.queue.chips()}
    relation = review.queue.current().relation
    for _ in range(3):
        review.keep_left()
    after = {chip.relation: chip.left for chip in review.queue.chips()}
    assert after[relation] == before[relation] - 1


def test_undoing_a_hidden_group_lets_go_of_the_filter_that_hides_it(review):
    first = review.table.view.id
    review.keep_left()
    review.queue.toggle(Relation.LOOK)
    review.undo()
    assert review.table.view.id == first


def test_the_mode_stays_from_group_to_group(review):
    review.mode_difference()
    review.next_group()
    assert review.compare.state.mode is CompareMode.DIFFERENCE


def test_a_member_that_was_never_compared_with_the_other_is_laid_through_the_centre(review):
    review.table.put(*(one.record.id for one in review.table.view.members[1:3]))
    assert review.table.pair() is None
    assert review.compare.state.is_aligned
    point = review.compare.state.link
    assert (point[0], point[2]) == pytest.approx((2.0, 360.0))


def test_an_empty_project_has_nothing_on_the_table():
    model = a_review(0)
    assert model.table.view is None
    for verb in ("accept", "keep_left", "retire_member", "next_group", "next_member", "note"):
        getattr(model, verb)()
    assert model.table.member(Side.LEFT) is None
    model.close()


def test_no_verb_of_the_screen_can_move_or_delete(review):
    assert isinstance(review, ReviewViewModel)
    names = {name for name in dir(type(review)) if not name.startswith("_")}
    assert not names & {"retire", "delete", "purge", "remove", "move", "quarantine"}


def test_the_statement_names_the_side_it_is_about(review):
    said = facts.statement_of(review.table).text
    assert said.startswith("D shows 49 % of A: ")
    left, right = shown(review)
    review.table.put(right, left)
    turned = facts.statement_of(review.table).text
    assert turned == said.replace("D shows 49 % of A", "A shows 49 % of D")


@pytest.mark.parametrize("relation", [Relation.RETOUCHED, Relation.TONE, Relation.NEGATIVE])
def test_every_statement_about_a_copy_names_the_side_it_is_about(review, relation):
    left, right = (review.table.member(side).record for side in (Side.LEFT, Side.RIGHT))
    pair = a_pair(left, right, relation)
    review.session._shelf.pairs[pair.key] = pair
    review.table.put(left.id, right.id)
    assert facts.statement_of(review.table).text.startswith(("D shows ", "D: "))


def test_fact_rows_of_the_two_shown_change_sides_with_the_panes(review):
    captions = {row.id: row for row in review.sheet.rows}["caption"]
    assert (captions.left, captions.right) == ("By the river", None)
    left, right = shown(review)
    review.table.put(right, left)
    captions = {row.id: row for row in review.sheet.rows}["caption"]
    assert (captions.left, captions.right) == (None, "By the river")


def test_the_deciding_reason_is_marked_and_what_must_stay_is_said(review):
    weights = [reason.weight for reason in facts.reasons(review.table)]
    assert weights.count(facts.Weight.DECIDES) == 1
    review.table.show(review.table.view.members[3].record.id)
    assert facts.reasons(review.table)[-1].weight is facts.Weight.FORBIDS


def test_a_copy_set_aside_for_another_than_the_centre_is_called_what_it_is_of_that_one(
    review, store
):
    _full, crop, toned, _small = (one.record for one in review.table.view.members)
    direct = a_pair(crop, toned, Relation.CROPPED)
    review.session._shelf.pairs[direct.key] = direct
    review.table.put(crop.id, toned.id)
    review.keep_left()
    assert store.present[toned.place].canonical == crop.seen
    assert store.present[toned.place].relation is Relation.CROPPED
