"""A decision binds to a place and to contents; it is found again, is stale, or is asked again."""

from dataclasses import replace

import pytest

from dedup_desk.core.decisions import (
    ContentPair,
    Decision,
    FoundBy,
    Verdict,
    bind,
    present_pairs,
)
from dedup_desk.core.records import FilePlace
from tests.helpers.builders import a_digest, a_record


def decide(subject, canonical=None, verdict=Verdict.RETIRE):
    return Decision(subject.seen, verdict, None if canonical is None else canonical.seen)


def moved(record, path=None, root=None, number=None):
    place = FilePlace(root or record.place.root, path or record.place.path)
    stamp = replace(record.stamp, place=place)
    return replace(record, id=number or record.id, stamp=stamp)


def changed(record):
    return replace(record, digest=a_digest("something else"))


KEPT, COPY = a_record(1, b"kept.jpg"), a_record(2, b"copy.jpg")
DECIDED = [decide(COPY, KEPT)]


def test_a_file_at_its_place_with_its_content_is_bound():
    bound = bind(DECIDED, [KEPT, COPY])
    assert set(bound) == {COPY.id}
    assert bound[COPY.id].how is FoundBy.PLACE
    assert bound[COPY.id].canonical == KEPT.id
    assert not bound[COPY.id].is_stale


def test_the_index_may_have_numbered_everything_anew():
    again = [replace(KEPT, id=70), replace(COPY, id=30)]
    assert bind(DECIDED, again)[30].canonical == 70


@pytest.mark.parametrize("which", ["copy", "kept"])
def test_it_is_stale_when_one_of_the_two_contents_changed(which):
    now = [changed(KEPT), COPY] if which == "kept" else [KEPT, changed(COPY)]
    assert bind(DECIDED, now)[COPY.id].is_stale


def test_a_kept_copy_that_is_not_there_is_no_change_of_content():
    bound = bind(DECIDED, [COPY])[COPY.id]
    assert (bound.is_stale, bound.canonical) == (False, None)


def test_under_another_root_the_same_path_and_content_is_found():
    now = [moved(KEPT, root="new"), moved(COPY, root="new")]
    bound = bind(DECIDED, now)[COPY.id]
    assert (bound.how, bound.canonical, bound.is_stale) == (FoundBy.RELOCATED, KEPT.id, False)


def test_the_path_decides_among_twins_under_a_relocated_root():
    twin = a_record(3, b"twin.jpg", content="content 2", root="new")
    now = [moved(KEPT, root="new"), moved(COPY, root="new"), twin]
    assert set(bind(DECIDED, now)) == {COPY.id}


def test_under_a_relocated_root_another_content_at_the_path_is_asked_again():
    assert bind(DECIDED, [moved(KEPT, root="new"), changed(moved(COPY, root="new"))]) == {}


def test_a_moved_file_is_found_by_content_if_no_other_has_it():
    now = [KEPT, moved(COPY, path=b"sorted/copy.jpg")]
    assert bind(DECIDED, now)[COPY.id].how is FoundBy.CONTENT


def test_with_two_files_of_that_content_it_is_asked_again():
    elsewhere = moved(COPY, path=b"one.jpg")
    twin = moved(COPY, path=b"two.jpg", number=9)
    assert bind(DECIDED, [KEPT, elsewhere, twin]) == {}


def test_the_kept_copy_is_never_taken_for_the_retired_one():
    twin = a_record(2, b"twin.jpg", content="content 1")
    decided = [decide(twin, KEPT)]
    assert bind(decided, [KEPT]) == {}


def test_a_kept_copy_that_moved_is_not_confused_with_its_twin():
    twin = a_record(2, b"twin.jpg", content="content 1")
    decided = [decide(twin, KEPT)]
    assert bind(decided, [twin])[twin.id].canonical is None


def test_a_file_that_was_decided_itself_is_not_bound_to_another_ones_decision():
    gone = a_record(3, b"gone.jpg", content="content 2")
    own = decide(COPY, verdict=Verdict.VARIANT)
    bound = bind([decide(gone, KEPT), own], [KEPT, COPY])
    assert bound[COPY.id].decision == own


def test_a_decision_that_was_carried_out_moves_to_no_twin():
    twin = moved(COPY, path=b"twin.jpg", number=9)
    assert bind(DECIDED, [KEPT, twin], carried_out={COPY.place}) == {}


def test_twins_of_one_content_stay_apart():
    composed = a_record(1, "caf\u00e9.jpg".encode(), content="same")
    decomposed = a_record(2, "cafe\u0301.jpg".encode(), content="same")
    bound = bind([decide(composed, decomposed)], [composed, decomposed])
    assert set(bound) == {composed.id}
    assert bound[composed.id].canonical == decomposed.id


def test_names_that_are_no_text_are_found():
    odd = a_record(2, b"\xff\xfe\n.jpg")
    assert set(bind([decide(odd, KEPT)], [KEPT, odd])) == {odd.id}


def test_not_a_duplicate_binds_to_the_two_contents_wherever_they_lie():
    pair = ContentPair.of(COPY.digest, KEPT.digest)
    assert pair == ContentPair.of(KEPT.digest, COPY.digest)
    twin = moved(COPY, path=b"twin.jpg", number=9)
    far = [moved(KEPT, root="new", path=b"x"), COPY, twin]
    assert present_pairs([pair], far) == {(1, 2), (1, 9)}
    assert present_pairs([pair], [changed(KEPT), COPY]) == frozenset()


def test_a_changed_file_at_the_place_wins_over_its_content_elsewhere():
    fled = moved(COPY, path=b"elsewhere.jpg", number=9)
    bound = bind([decide(COPY, verdict=Verdict.UNSURE)], [changed(COPY), fled])
    assert set(bound) == {COPY.id}
    assert bound[COPY.id].is_stale
