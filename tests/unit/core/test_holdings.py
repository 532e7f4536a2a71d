"""What a collection holds: counts that add up, companions that belong."""

from __future__ import annotations

from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import RecordId
from dedup_desk.core.sidecars import is_sidecar, sidecars_by_image
from dedup_desk.core.storage import count_holdings, monthly_cost
from tests.helpers.builders import a_cluster, a_record

RECORDS = {RecordId(n): a_record(n, size_bytes=n * 100) for n in range(1, 9)}


def test_every_member_but_the_centre_is_redundant_under_its_own_kind():
    clusters = [a_cluster(1, 2, 3), a_cluster(4, 5, relation=Relation.CROPPED, lane=3)]
    holdings = count_holdings(RECORDS, clusters)
    assert [(one.relation, one.copies, one.size_bytes) for one in holdings.kinds] == [
        (Relation.CROPPED, 1, 500),
        (Relation.RE_ENCODED, 2, 500),
    ]
    assert (holdings.redundant_copies, holdings.redundant_bytes, holdings.groups) == (3, 1000, 2)
    assert (holdings.images, holdings.size_bytes, holdings.folders) == (8, 3600, 1)


def test_a_version_that_a_person_keeps_is_not_redundant():
    holdings = count_holdings(RECORDS, [a_cluster(1, 2, 3), a_cluster(4, 5)], {RecordId(5)})
    assert (holdings.redundant_copies, holdings.groups) == (2, 1)


def test_an_empty_collection_has_no_share():
    assert count_holdings({}, []).redundant_share == 0.0


def test_a_gigabyte_is_ten_to_the_ninth():
    assert monthly_cost(278 * 10**9, 0.25) == 69.5


def test_both_ways_of_naming_a_companion_are_known():
    images = [b"a.jpg", b"b.TIF", b"c.png"]
    companions = [b"a.xmp", b"A.JPG.xmp", b"b.tif.xmp", b"other.xmp"]
    assert sidecars_by_image(images, companions) == {
        b"a.jpg": (b"A.JPG.xmp", b"a.xmp"),
        b"b.TIF": (b"b.tif.xmp",),
    }


def test_a_hidden_file_has_no_suffix():
    assert not is_sidecar(b".xmp")
    assert is_sidecar(b"IMG_1.XMP")
