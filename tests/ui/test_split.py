"""Taking a member out of a group, with whatever is in the group only through it."""

from dataclasses import replace

import pytest

from dedup_desk.core.canonical import Policy
from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.pairs import PairKey, Relation
from dedup_desk.core.records import RecordId
from dedup_desk.services.review_queue import Shelf
from dedup_desk.ui.viewmodels import verbs
from tests.helpers.builders import a_pair, a_record
from tests.helpers.review_fakes import MemoryStore, RememberingSession

CENTRE, CROP, PART, SMALLER, TONED = (RecordId(n) for n in range(1, 6))


def joined(one, to, through=None):
    return Member(one, PairKey(to, one), Relation.CROPPED, through)


@pytest.fixture
def session():
    """The part and the smaller part are in the group only through the crop."""
    members = (
        Member(CENTRE),
        joined(CROP, CENTRE),
        joined(SMALLER, PART, PART),
        joined(TONED, CENTRE),
        joined(PART, CROP, CROP),
    )
    pairs = [a_pair(one.joined_by.a, one.record, Relation.CROPPED) for one in members[1:]]
    records = {RecordId(n): a_record(n) for n in range(1, 6)}
    shelf = Shelf.of(records, [Cluster("group", members, 5)], pairs)
    return RememberingSession(shelf, MemoryStore(), lambda _: None, Policy(), lambda: None)


def split(session, record):
    view = session.cluster("group")
    return {one.subject.place.path: one for one in verbs.split(view, verbs.member_of(view, record))}


def test_the_row_says_that_it_is_a_chain(session):
    assert session.row("group").is_chained


def test_what_hangs_on_the_member_leaves_with_it(session):
    found = split(session, CROP)
    records = session._shelf.records
    assert set(found) == {records[one].place.path for one in (CROP, PART, SMALLER)}
    assert {one.verdict for one in found.values()} == {Verdict.NOT_DUPLICATE}
    assert {one.canonical for one in found.values()} == {records[CENTRE].seen}


def test_the_last_of_a_chain_leaves_alone(session):
    assert len(split(session, SMALLER)) == 1


def test_nobody_leaves_with_the_centre(session):
    (found,) = split(session, CENTRE).values()
    assert found.canonical == session._shelf.records[CROP].seen


def test_an_answer_about_one_that_leaves_stays(session):
    view = session.cluster("group")
    answered = tuple(
        replace(one, verdict=Verdict.VARIANT) if one.record.id == PART else one
        for one in view.members
    )
    view = replace(view, members=answered)
    found = verbs.split(view, verbs.member_of(view, CROP))
    assert session._shelf.records[PART].seen not in {one.subject for one in found}
    assert len(found) == 2
