"""Groups are stars: deterministic, free of order, free of chains; only copies join."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.clusters import form_clusters, loose_pairs
from dedup_desk.core.pairs import Finding, Registration, Relation
from dedup_desk.core.records import RecordId
from tests.helpers.builders import a_pair, a_record


def records_of(*numbers: int, **more):
    return {RecordId(one): a_record(one, **more) for one in numbers}


def groups(records, pairs) -> set[frozenset[int]]:
    return {
        frozenset(int(member.record) for member in cluster.members)
        for cluster in form_clusters(records, pairs)
    }


def crop(a: int, b: int, shown: float):
    pair = a_pair(a, b, Relation.CROPPED)
    assert isinstance(pair.registration, Registration)
    return replace(pair, registration=replace(pair.registration, overlap_a=shown))


def test_a_chain_makes_no_heap():
    """1 ~ 2 ~ 3 ~ 4 ~ 5, each a copy of the next only: nobody meets who was not compared."""
    records = {RecordId(one): a_record(one, width_px=2000 - one) for one in range(1, 6)}
    pairs = [a_pair(one, one + 1) for one in range(1, 5)]
    found = form_clusters(records, pairs)
    known = {frozenset((pair.key.a, pair.key.b)) for pair in pairs}
    for cluster in found:
        for member in cluster.members[1:]:
            assert frozenset((cluster.centre, member.record)) in known
    assert {frozenset((1, 2)), frozenset((3, 4))} == groups(records, pairs)
    loose = {(pair.key.a, pair.key.b) for pair in loose_pairs(found, pairs)}
    assert loose == {(2, 3), (4, 5)}


@given(
    edges=st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=30),
    sizes=st.lists(st.integers(100, 900), min_size=12, max_size=12),
    seed=st.randoms(use_true_random=False),
)
def test_neither_the_order_of_pairs_nor_the_ids_matter(edges, sizes, seed):
    contents = {one: a_record(one, width_px=sizes[one - 1]) for one in range(1, 13)}
    links = sorted({(min(e), max(e)) for e in edges if e[0] != e[1]})
    straight = groups(
        {RecordId(one): record for one, record in contents.items()},
        [a_pair(a, b) for a, b in links],
    )
    new_ids = list(range(101, 113))
    seed.shuffle(new_ids)
    renamed = dict(zip(range(1, 13), new_ids, strict=True))
    back = {new: old for old, new in renamed.items()}
    shuffled = [a_pair(renamed[a], renamed[b]) for a, b in links]
    seed.shuffle(shuffled)
    records = {
        RecordId(renamed[one]): replace(record, id=RecordId(renamed[one]))
        for one, record in contents.items()
    }
    turned = {frozenset(back[one] for one in group) for group in groups(records, shuffled)}
    assert turned == straight


@given(edges=st.sets(st.tuples(st.integers(1, 15), st.integers(1, 15)), max_size=40))
def test_every_image_is_in_one_group_at_most_and_has_an_edge_to_its_centre(edges):
    pairs = [a_pair(min(e), max(e)) for e in sorted(edges) if e[0] != e[1]]
    pairs = list({(pair.key.a, pair.key.b): pair for pair in pairs}.values())
    found = form_clusters(records_of(*range(1, 16)), pairs)
    members = [member.record for cluster in found for member in cluster.members]
    assert len(members) == len(set(members))
    edges_known = {frozenset((pair.key.a, pair.key.b)) for pair in pairs}
    for cluster in found:
        assert len(cluster.members) >= 2
        for member in cluster.members[1:]:
            assert member.through is None
            assert frozenset((cluster.centre, member.record)) in edges_known


def test_look_pairs_never_join():
    pairs = [a_pair(1, 2, Relation.LOOK, finding=Finding.LOOK), a_pair(3, 4)]
    assert groups(records_of(1, 2, 3, 4), pairs) == {frozenset((3, 4))}


def test_the_fullest_picture_is_the_centre():
    records = {
        RecordId(1): a_record(1, width_px=800),
        RecordId(2): a_record(2, width_px=2000),
        RecordId(3): a_record(3, width_px=1200),
    }
    pairs = [a_pair(1, 2), a_pair(2, 3), a_pair(1, 3)]
    (cluster,) = form_clusters(records, pairs)
    assert cluster.centre == 2
    assert cluster.id == records[RecordId(2)].digest.hex()[:12]


def test_a_crop_is_no_centre_however_many_pixels_it_has():
    records = {RecordId(1): a_record(1, width_px=800), RecordId(2): a_record(2, width_px=2000)}
    (cluster,) = form_clusters(records, [crop(1, 2, 0.6)])
    assert (cluster.centre, cluster.lane) == (1, 3)


def test_a_bordered_copy_is_no_centre_though_it_is_larger():
    records = {RecordId(1): a_record(1, width_px=800), RecordId(2): a_record(2, width_px=2000)}
    (cluster,) = form_clusters(records, [a_pair(1, 2, Relation.BORDERED)])
    assert cluster.centre == 1


def test_a_crop_of_a_crop_joins_through_the_crop_and_is_doubtful():
    pairs = [crop(1, 2, 0.6), crop(2, 3, 0.5)]
    (cluster,) = form_clusters(records_of(1, 2, 3), pairs)
    last = cluster.members[-1]
    assert (last.record, last.through, last.joined_by) == (3, 2, pairs[1].key)
    assert cluster.lane == 5


def test_a_copy_of_a_member_that_is_no_crop_of_it_does_not_join():
    pairs = [crop(1, 2, 0.6), a_pair(2, 3, Relation.RE_ENCODED)]
    found = form_clusters(records_of(1, 2, 3), pairs)
    assert [[member.record for member in one.members] for one in found] == [[1, 2]]


def test_an_identical_file_joins_through_its_twin_without_doubt():
    records = {
        RecordId(1): a_record(1, width_px=2000),
        RecordId(2): a_record(2),
        RecordId(3): a_record(3, content="content 2"),
    }
    pairs = [a_pair(1, 2), a_pair(2, 3, Relation.SAME_BYTES)]
    (cluster,) = form_clusters(records, pairs)
    assert [member.record for member in cluster.members] == [1, 3, 2]
    assert cluster.lane == 2


def test_groups_of_one_centre_content_are_told_apart():
    records = {
        RecordId(one): a_record(one, content="same" if one in (1, 3) else None, width_px=2000 - one)
        for one in range(1, 5)
    }
    ids = [cluster.id for cluster in form_clusters(records, [a_pair(1, 2), a_pair(3, 4)])]
    assert ids[1] == f"{ids[0]}-2"


def test_the_lane_is_the_highest_of_the_edges():
    pairs = [a_pair(1, 2, Relation.SAME_BYTES), a_pair(1, 3, Relation.TONE)]
    records = {RecordId(one): a_record(one, width_px=2000 - 100 * one) for one in (1, 2, 3)}
    (cluster,) = form_clusters(records, pairs)
    assert cluster.lane == 4
    assert [member.relation for member in cluster.members] == [
        None,
        Relation.SAME_BYTES,
        Relation.TONE,
    ]


def test_pairs_of_images_that_are_gone_are_passed_over():
    gone = a_pair(1, 99)
    (cluster,) = form_clusters(records_of(1, 2), [gone, a_pair(1, 2)])
    assert {member.record for member in cluster.members} == {1, 2}
