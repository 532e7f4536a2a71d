"""The sample's truth against what indexing makes of it: everything found, named right, no more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest

from dedup_desk.core.canonical import Policy, propose
from dedup_desk.core.pairs import Finding, Relation, VerifiedPair
from dedup_desk.core.records import RecordId
from dedup_desk.engine.sample.truth import SampleFile, expectation
from dedup_desk.engine.sample.variants import VariantKind
from tests.stories.conftest import IndexedSample

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

MUST_BE_FOUND = (
    VariantKind.SAME_BYTES,
    VariantKind.SAME_PIXELS,
    VariantKind.METADATA_ONLY,
    VariantKind.OTHER_FORMAT,
    VariantKind.ROTATED_BY_EXIF,
    VariantKind.RE_ENCODED,
    VariantKind.RESIZED,
    VariantKind.TONE,
    VariantKind.GREYSCALE,
    VariantKind.ROTATED,
    VariantKind.MIRRORED,
)
"""Kinds of copies of which none may be missed or called by another name."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the project says, by places."""

    pairs: dict[frozenset[bytes], VerifiedPair]
    proposed: dict[bytes, str]
    homes: dict[bytes, str]


@pytest.fixture(scope="module")
def told(indexed_sample: IndexedSample) -> Told:
    records = indexed_sample.records
    pairs = indexed_sample.project.pairs()
    by_key = {pair.key: pair for pair in pairs}
    proposed: dict[bytes, str] = {}
    homes: dict[bytes, str] = {}
    for cluster in indexed_sample.project.index.clusters():
        members = {one.record: records[one.record] for one in cluster.members}
        proposal = propose(cluster, members, by_key, Policy())
        homes |= {record.place.path: cluster.id for record in members.values()}
        proposed |= {records[one].place.path: "retire" for one in proposal.retire}
    return Told(_by_places(pairs, indexed_sample), proposed, homes)


def _by_places(
    pairs: tuple[VerifiedPair, ...], sample: IndexedSample
) -> dict[frozenset[bytes], VerifiedPair]:
    places = {one: record.place.path for one, record in sample.records.items()}
    return {frozenset((places[pair.key.a], places[pair.key.b])): pair for pair in pairs}


def test_what_was_found_adds_up(indexed_sample: IndexedSample):
    summary, truth = indexed_sample.summary, indexed_sample.truth
    assert summary.found == summary.read + summary.unreadable + summary.skipped
    assert summary.read == len(truth.files)
    assert summary.unreadable == len(truth.unreadable) == 2
    assert summary.skipped == len(truth.companions) + len(truth.others)


def test_every_copy_that_whole_images_show_is_found_and_named_right(
    indexed_sample: IndexedSample, told: Told
):
    wrong: list[str] = []
    seen: Counter[VariantKind] = Counter()
    for original, copy, wanted in indexed_sample.truth.copies():
        if copy.kind not in MUST_BE_FOUND:
            continue
        seen[copy.kind] += 1
        pair = told.pairs.get(frozenset((original.place, copy.place)))
        if pair is None or pair.finding is not Finding.COPY or pair.relation is not wanted.relation:
            wrong.append(f"{copy.place!r}: want {wanted.relation}, got {_said(pair)}")
    assert wrong == []
    assert set(seen) == set(MUST_BE_FOUND)


def test_whatever_else_is_found_of_one_original_is_named_right_or_left_to_a_person(
    indexed_sample: IndexedSample, told: Told
):
    files = indexed_sample.truth.by_place()
    wrong: list[str] = []
    for places, pair in told.pairs.items():
        left, right = (files[place] for place in places)
        wanted = expectation(left, right)
        if left.original == right.original and not _is_right(pair, wanted.relation, wanted.also):
            wrong.append(f"{left.place!r} {right.place!r}: want {wanted.relation}, {_said(pair)}")
    assert wrong == []


def test_different_originals_make_no_pair_but_the_kin_that_resemble_each_other(
    indexed_sample: IndexedSample, told: Told
):
    files = indexed_sample.truth.by_place()
    wrong = [
        f"{sorted(places)}: {_said(pair)}"
        for places, pair in told.pairs.items()
        if _expected(files, places) is None
    ]
    assert wrong == []


def test_two_deeds_of_one_form_are_the_same_layout(indexed_sample: IndexedSample, told: Told):
    pair = _pair_of(indexed_sample, told, "first_deed", "second_deed")
    assert (pair.relation, pair.finding) == (Relation.SAME_LAYOUT, Finding.LOOK)


def test_a_stamped_page_is_retouched_and_its_stamp_is_boxed(
    indexed_sample: IndexedSample, told: Told
):
    pair = _pair_of(indexed_sample, told, "first_deed", "stamped_deed")
    assert pair.relation is Relation.RETOUCHED
    assert pair.evidence.regions
    assert pair.evidence.regions[0].share_of_a > 0.001


def test_a_recoloured_product_is_not_a_copy(indexed_sample: IndexedSample, told: Told):
    pair = _pair_of(indexed_sample, told, "red_handbag", "blue_handbag", is_needed=False)
    assert pair is None or pair.finding is Finding.LOOK


def test_two_scans_of_two_prints_are_not_for_a_rule(indexed_sample: IndexedSample, told: Told):
    pair = _pair_of(indexed_sample, told, "first_print", "second_print")
    assert pair.relation is Relation.RESCAN or pair.finding is Finding.LOOK


def test_nothing_is_proposed_that_a_rule_may_not_propose(indexed_sample: IndexedSample, told: Told):
    """A retire proposal must be right about some file that stays in the same group."""
    files = indexed_sample.truth.by_place()
    for place in told.proposed:
        stays = [
            one for one, home in told.homes.items()
            if home == told.homes[place] and one not in told.proposed
        ]  # fmt: skip
        assert any(expectation(files[one], files[place]).may_be_proposed for one in stays), place
    for original in ("second_deed", "stamped_deed", "blue_handbag", "second_print"):
        mine = _original(indexed_sample, original)
        assert mine.place not in told.proposed, original


def _expected(files: dict[bytes, SampleFile], places: frozenset[bytes]) -> Relation | None:
    left, right = (files[place] for place in places)
    return expectation(left, right).relation


def _original(sample: IndexedSample, key: str) -> SampleFile:
    return next(one for one in sample.truth.files if one.original == key and one.variant is None)


def _pair_of(
    sample: IndexedSample, told: Told, left: str, right: str, *, is_needed: bool = True
) -> VerifiedPair | None:
    places = frozenset((_original(sample, left).place, _original(sample, right).place))
    pair = told.pairs.get(places)
    assert pair is not None or not is_needed, f"{left} and {right} were not found as a pair"
    return pair


def _is_right(pair: VerifiedPair, wanted: Relation | None, also: tuple[Relation, ...]) -> bool:
    # Asking a person is never wrong of one original, only slow; and without local features a logo
    # on a picture that changed otherwise too is a changed area, which no rule proposes either.
    accepted = {wanted, Relation.LOOK, Relation.SAME_LAYOUT, *also}  # the latter two ask a person
    if wanted is Relation.OVERLAID:
        accepted.add(Relation.RETOUCHED)
    return pair.relation in accepted


def _said(pair: VerifiedPair | None) -> str:
    if pair is None:
        return "nothing"
    return f"{pair.finding} {pair.relation} {[one.value for one in pair.relations]}"


def test_groups_name_no_image_twice(indexed_sample: IndexedSample):
    members: list[RecordId] = [
        member.record
        for cluster in indexed_sample.project.index.clusters()
        for member in cluster.members
    ]
    assert len(members) == len(set(members))


def test_every_pair_is_known_under_one_key(indexed_sample: IndexedSample):
    keys = [pair.key for pair in indexed_sample.project.pairs()]
    assert len({frozenset((key.a, key.b)) for key in keys}) == len(keys)
