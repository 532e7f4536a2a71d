"""Groups that a person joined: whatever the order, side by side, and never against an answer."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.joined_groups import joined_cluster, joints, part_of, together
from dedup_desk.core.joins import set_apart_between
from dedup_desk.core.lanes import DOUBTFUL_LANE
from dedup_desk.core.pairs import Finding, PairKey, Relation
from dedup_desk.core.records import RecordId
from tests.helpers.builders import a_cluster, a_pair, a_record

COUNT = 6
RECORDS = {RecordId(n): a_record(n, width_px=1000 + 10 * (n % 4)) for n in range(1, 2 * COUNT + 1)}
GROUPS = tuple(a_cluster(n, n + COUNT) for n in range(1, COUNT + 1))
HOMES = {RECORDS[one.record].digest: group for group in GROUPS for one in group.members}
CENTRES = st.integers(1, COUNT)
PAIRS_OF_CENTRES = st.lists(st.tuples(CENTRES, CENTRES).filter(lambda two: two[0] != two[1]))


def contents(one, other):
    return ContentPair.of(*(RECORDS[RecordId(n)].digest for n in (one, other)))


def joined(pairs, apart=()):
    return joints([contents(*two) for two in pairs], {contents(*two) for two in apart},
                  HOMES.get, RECORDS)  # fmt: skip


@given(PAIRS_OF_CENTRES, st.randoms())
def test_which_join_was_said_first_does_not_matter(pairs, chance):
    shuffled = [two[::-1] if chance.random() < 0.5 else two for two in pairs]
    chance.shuffle(shuffled)
    assert joined(pairs) == joined(shuffled)


@given(PAIRS_OF_CENTRES)
def test_every_image_is_in_exactly_one_group_and_groups_stay_whole(pairs):
    joins = {contents(*two) for two in pairs}
    found = together(GROUPS, joins, (), RECORDS)
    assert sorted(one for images in found for one in images) == sorted(RECORDS)
    for group in GROUPS:
        images = {one.record for one in group.members}
        assert sum(images <= one for one in found) == 1


@given(PAIRS_OF_CENTRES, PAIRS_OF_CENTRES)
def test_no_join_holds_against_an_answer_about_the_same_two(pairs, apart):
    pairs_left = [two for two in pairs if not {two, two[::-1]} & set(apart)]
    assert joined(pairs, apart) == joined(pairs_left)


def test_a_join_of_members_ends_with_an_answer_about_their_centres():
    assert len(joined([(1 + COUNT, 2)])) == 1
    assert joined([(1 + COUNT, 2)], apart=[(1, 2)]) == ()


def test_a_join_inside_one_group_or_about_strangers_joins_nothing():
    assert joined([(1, 1 + COUNT)]) == ()
    stranger = ContentPair.of(RECORDS[RecordId(1)].digest, a_record(99).digest)
    assert joints([stranger], (), HOMES.get, RECORDS) == ()


def test_the_fullest_group_comes_first_and_no_group_changes_inside():
    (joint,) = joined([(1, 3), (1, 2)])
    cluster = joined_cluster("name", joint, {})
    assert cluster.lane == DOUBTFUL_LANE
    assert [one.record for one in cluster.members] == [3, 9, 1, 7, 2, 8]
    by_id = {one.record: one for one in cluster.members}
    assert [one for one, member in by_id.items() if member.is_by_hand] == [1, 2]
    assert (by_id[1].joined_by, by_id[1].relation, by_id[1].through) == (None, None, None)
    assert by_id[2].through == 1  # it was joined to that one
    assert by_id[7].joined_by == PairKey(RecordId(1), RecordId(7))
    assert (by_id[7].through, by_id[8].through) == (1, 2)
    assert [part_of(cluster, one) for one in by_id] == [3, 3, 1, 1, 2, 2]


def test_what_was_measured_between_two_joined_centres_is_told():
    pair = a_pair(3, 1, Relation.LOOK, finding=Finding.LOOK)
    (joint,) = joined([(1, 3)])
    member = joined_cluster("name", joint, {pair.key: pair}).members[2]
    assert (member.joined_by, member.relation, member.is_by_hand) == (pair.key, Relation.LOOK, True)


def test_a_member_that_hangs_on_another_still_does():
    chained = Cluster("1", (*GROUPS[0].members, Member(RecordId(20), None, None, RecordId(7))), 5)
    homes = {**HOMES, RECORDS[RecordId(1)].digest: chained}
    (joint,) = joints([contents(1, 3)], (), homes.get, RECORDS)
    assert joined_cluster("name", joint, {}).members[-1].through == 7


@pytest.mark.parametrize("pair", [(1, 2), (2, 1)])
def test_an_answer_between_two_groups_is_found_from_either_side(pair):
    one, other = ({RECORDS[RecordId(n)].digest, RECORDS[RecordId(n + COUNT)].digest} for n in pair)
    said = contents(1 + COUNT, 2)
    assert set_apart_between(one, other, {said, contents(1, 3)}) == said
    assert set_apart_between(one, other, {contents(1, 1 + COUNT)}) is None
