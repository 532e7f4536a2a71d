"""What is proposed for retirement, and what stays for which reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedup_desk.core.canonical import Policy, propose
from dedup_desk.core.clusters import form_clusters
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import Evidence, Relation, ToneFit
from dedup_desk.core.records import RecordId
from tests.helpers.builders import a_cluster, a_pair, a_record


def proposed(records, *pairs, policy=None):
    by_id = {record.id: record for record in records}
    (cluster,) = form_clusters(by_id, pairs)
    return propose(cluster, by_id, {pair.key: pair for pair in pairs}, policy or Policy())


def two(relation, **evidence):
    """A large copy 1 and a smaller copy 2 of it."""
    pair = replace(a_pair(1, 2, relation), evidence=Evidence(**evidence))
    return [a_record(1, width_px=2000), a_record(2, width_px=1000)], pair


@pytest.mark.parametrize(
    "relation",
    [
        Relation.SAME_PIXELS,
        Relation.RE_ENCODED,
        Relation.RESIZED,
        Relation.CROPPED,
        Relation.TONE,
        Relation.ROTATED,
    ],
)
def test_plain_copies_are_proposed(relation):
    records, pair = two(relation)
    found = proposed(records, pair)
    assert (found.canonical, found.retire, found.vetoes) == (1, (2,), ())
    assert found.deciding in found.reasons


@pytest.mark.parametrize(
    "relation",
    [
        Relation.RETOUCHED,
        Relation.RESCAN,
        Relation.MIRRORED,
        Relation.GREYSCALE,
        Relation.NEGATIVE,
        Relation.OVERLAID,
        Relation.BORDERED,
    ],
)
def test_what_may_be_more_than_a_copy_is_never_proposed(relation):
    records, pair = two(relation)
    found = proposed(records, pair)
    assert (found.canonical, found.retire) == (None, ())
    assert "a person has to decide" in found.vetoes[0].reason.english()


def test_a_crop_that_is_also_retouched_is_not_proposed():
    records, pair = two(Relation.CROPPED)
    both = replace(pair, relations=(Relation.CROPPED, Relation.RETOUCHED))
    assert proposed(records, both).retire == ()


def test_the_only_copy_with_a_caption_stays():
    records, pair = two(Relation.RESIZED)
    records[1] = replace(records[1], facts=MetadataFacts(caption="Harbour, 1966"))
    found = proposed(records, pair)
    assert (found.canonical, found.retire) == (None, ())
    assert "(caption)" in found.vetoes[0].reason.english()


def test_differing_item_numbers_veto_identical_bytes_too():
    """A sidecar can give two identical files different numbers: then they are two items."""
    records = [
        a_record(1, content="x", facts=MetadataFacts(item_number="7")),
        a_record(2, content="x", facts=MetadataFacts(item_number="8")),
    ]
    found = proposed(records, a_pair(1, 2, Relation.SAME_BYTES))
    assert found.retire == ()
    assert "item number" in found.vetoes[0].reason.english()


def test_pages_depth_transparency_and_tints_stay():
    records, pair = two(Relation.RE_ENCODED)
    cases = {
        "several pages": {"page_count": 3},
        "more levels": {"bit_depth": 16},
        "transparency": {"has_alpha": True},
    }
    for words, change in cases.items():
        changed = replace(records[1], picture=replace(records[1].picture, **change))
        (veto,) = proposed([records[0], changed], pair).vetoes
        assert words in veto.reason.english()
    records, pair = two(Relation.TONE, tone=ToneFit(saturation=0.0))
    assert "tinted" in proposed(records, pair).vetoes[0].reason.english()


def test_a_page_too_small_to_read_stays():
    records, pair = two(Relation.RESIZED, notes=("small-page", "page"))
    assert "too small" in proposed(records, pair).vetoes[0].reason.english()


def test_a_protected_folder_stays():
    records, pair = two(Relation.RESIZED)
    policy = Policy(protected=(("masters", b"folder"),))
    assert "protected" in proposed(records, pair, policy=policy).vetoes[0].reason.english()
    elsewhere = Policy(protected=(("masters", b"fold"),))
    assert proposed(records, pair, policy=elsewhere).retire == (2,)


def test_a_killed_picture_is_never_kept():
    records, pair = two(Relation.RESIZED)
    records[0] = replace(records[0], facts=MetadataFacts(instructions="KILL - do not use"))
    found = proposed(records, pair)
    assert found.canonical is None
    assert "more pixels" in found.vetoes[0].reason.english()


def test_a_tie_is_called_a_tie():
    records = [a_record(1, b"a.jpg", content="x"), a_record(2, b"b.jpg", content="x")]
    found = proposed(records, a_pair(1, 2, Relation.SAME_BYTES))
    assert (found.canonical, found.retire, found.is_tie) == (None, (), True)
    assert found.deciding is not None
    assert "tie" in found.deciding.english()


def test_a_near_tie_decides_nothing():
    """One per cent more bytes is no reason; the next rule decides."""
    records = [a_record(1, b"a (1).jpg", size_bytes=1010), a_record(2, b"a.jpg", size_bytes=1000)]
    found = proposed(records, a_pair(1, 2))
    assert found.canonical == 2
    assert found.deciding is not None
    assert "mark of a copy" in found.deciding.english()


def test_a_png_made_from_a_jpeg_is_not_better_than_it():
    jpeg = a_record(1, b"a.jpg", size_bytes=1000)
    png = a_record(2, b"a (2).png", size_bytes=9000)
    png = replace(png, picture=replace(png.picture, is_lossless=True, format_name="PNG"))
    assert proposed([jpeg, png], a_pair(2, 1, Relation.SAME_PIXELS)).canonical == 1


def test_a_member_never_compared_with_the_kept_copy_stays():
    records = [a_record(1, width_px=900), a_record(2, width_px=2000), a_record(3, width_px=800)]
    pairs = [a_pair(1, 2), a_pair(1, 3)]
    by_id = {record.id: record for record in records}
    found = propose(a_cluster(1, 2, 3), by_id, {pair.key: pair for pair in pairs}, Policy())
    assert (found.canonical, found.retire) == (2, (1,))
    (veto,) = found.vetoes
    assert (veto.record, "not compared" in veto.reason.english()) == (RecordId(3), True)


def test_identical_files_share_what_was_found_for_one_of_them():
    records = [
        a_record(1, width_px=2000),
        a_record(2, content="small", width_px=900),
        a_record(3, content="small", width_px=900),
    ]
    found = proposed(records, a_pair(1, 2), a_pair(2, 3, Relation.SAME_BYTES))
    assert (found.canonical, set(found.retire)) == (1, {2, 3})
