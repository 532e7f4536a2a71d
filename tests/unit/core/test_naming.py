"""From what was measured to a name: precedence, doubts, the strict rule for pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedup_desk.core.naming import named
from dedup_desk.core.observed import Observed
from dedup_desk.core.pairs import Finding, Relation

SAME = Observed(mean=0.98, median=0.99)
PAGE = replace(SAME, is_page=True)


def principal(observed: Observed) -> Relation:
    naming = named(observed)
    assert naming is not None
    return naming.relation


@pytest.mark.parametrize(
    ("changes", "relation"),
    [
        ({}, Relation.RE_ENCODED),
        ({"size_ratio": 0.5}, Relation.RESIZED),
        ({"tone_changed": True}, Relation.TONE),
        ({"tone_changed": True, "lost_colour": True}, Relation.GREYSCALE),
        ({"symmetry": 1}, Relation.ROTATED),
        ({"symmetry": 4}, Relation.MIRRORED),
        ({"symmetry": 5}, Relation.MIRRORED),
        ({"is_plain": False, "turn_degrees": 2.0}, Relation.ROTATED),
        ({"grain": 0.1}, Relation.RESCAN),
        ({"blocks": 2, "regions": 1}, Relation.RETOUCHED),
        ({"blocks": 2, "regions": 1, "overlaid_b": True}, Relation.OVERLAID),
        ({"relit_share": 0.05}, Relation.RETOUCHED),
        ({"is_plain": False, "shown_a": 0.8}, Relation.CROPPED),
        ({"is_plain": False, "has_border_b": True}, Relation.BORDERED),
        ({"shown_a": 0.8, "blocks": 1, "size_ratio": 0.5}, Relation.CROPPED),
    ],
)
def test_each_kind_has_its_name(changes, relation):
    naming = named(replace(SAME, **changes))
    assert naming is not None
    assert (naming.relation, naming.finding) == (relation, Finding.COPY)


def test_all_that_apply_are_told_in_order_of_precedence():
    naming = named(replace(SAME, size_ratio=0.5, tone_changed=True, symmetry=2))
    assert naming is not None
    assert naming.relations == (
        Relation.ROTATED,
        Relation.TONE,
        Relation.RESIZED,
        Relation.RE_ENCODED,
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"median": 0.7},
        {"fine_px": 0},
        {"shown_a": 0.9, "shown_b": 0.9},
        {"shown_b": 0.9},
        {"has_border_a": True},
        {"recoloured_share": 0.02},
        {"changed_share": 0.6, "blocks": 9, "regions": 3},
        {"regions": 30, "blocks": 30},
    ],
)
def test_where_there_is_doubt_a_person_looks(changes):
    naming = named(replace(SAME, **changes))
    assert naming is not None
    assert (naming.relation, naming.finding) == (Relation.LOOK, Finding.LOOK)
    assert naming.notes


def test_pictures_that_do_not_agree_at_all_are_no_pair():
    assert named(replace(SAME, mean=0.5)) is None


def test_another_page_of_one_form_is_no_copy():
    naming = named(replace(PAGE, blocks=14, regions=6))
    assert naming is not None
    assert (naming.relation, naming.finding) == (Relation.SAME_LAYOUT, Finding.LOOK)


def test_a_stamp_on_a_page_is_an_area_changed():
    assert principal(replace(PAGE, blocks=4, regions=1)) is Relation.RETOUCHED


def test_many_changes_in_a_photograph_are_not_a_form():
    assert principal(replace(SAME, blocks=14, regions=6)) is Relation.RETOUCHED


def test_a_page_too_small_to_read_is_for_a_person():
    small = replace(PAGE, fine_px=300, lost_detail_share=0.5)
    assert principal(small) is Relation.LOOK
    goods_on_white = replace(small, lost_detail_share=0.05, size_ratio=0.3)
    naming = named(goods_on_white)
    assert naming is not None
    assert (naming.relation, "small-page" in naming.notes) == (Relation.RESIZED, True)


def test_a_small_crop_of_a_page_may_show_large_letters():
    crop = replace(PAGE, fine_px=534, lost_detail_share=0.5, letter_px=9.0, shown_a=0.7)
    assert principal(crop) is Relation.CROPPED
    assert principal(replace(crop, letter_px=3.0)) is Relation.LOOK


def test_a_change_among_letters_that_are_hardly_readable_may_be_another_page():
    changed = replace(PAGE, letter_px=4.5, blocks=2, regions=1)
    assert principal(changed) is Relation.LOOK
    assert principal(replace(changed, letter_px=5.5)) is Relation.RETOUCHED
    assert principal(replace(changed, letter_px=5.5, regions=2)) is Relation.LOOK
    assert principal(replace(changed, letter_px=8.0, regions=2)) is Relation.RETOUCHED
    assert principal(replace(changed, blocks=0, regions=0)) is Relation.RE_ENCODED


def test_a_large_change_on_a_page_is_retouched_where_it_was_cloned_from_the_page_itself():
    changed = replace(PAGE, letter_px=11.0, blocks=10, regions=1, largest_region_share=0.13)
    assert principal(changed) is Relation.SAME_LAYOUT
    assert principal(replace(changed, is_cloned=True)) is Relation.RETOUCHED


def test_points_on_bare_paper_are_no_entries_of_a_form():
    scan = replace(PAGE, letter_px=11.0, blocks=9, regions=9, grain=0.1)
    assert principal(scan) is Relation.SAME_LAYOUT
    dusty = named(replace(scan, dust_blocks=6, dust_regions=6))
    assert dusty is not None
    assert (dusty.relation, dusty.finding) == (Relation.RETOUCHED, Finding.COPY)
    assert principal(replace(scan, dust_blocks=3, dust_regions=3)) is Relation.SAME_LAYOUT


def test_a_scan_of_a_page_that_differs_in_dust_alone_is_another_scan():
    dusty = replace(PAGE, letter_px=11.0, blocks=9, regions=9, dust_blocks=9, dust_regions=9)
    assert principal(replace(dusty, grain=0.1)) is Relation.RESCAN
    assert principal(dusty) is Relation.RETOUCHED
    assert principal(replace(dusty, grain=0.1, relit_share=0.05)) is Relation.RETOUCHED


def test_a_strongly_compressed_copy_may_stray_a_little_in_hue():
    assert principal(replace(SAME, recoloured_share=0.005)) is Relation.LOOK
    assert principal(replace(SAME, recoloured_share=0.005, is_coarse=True)) is Relation.RE_ENCODED
    assert principal(replace(SAME, recoloured_share=0.05, is_coarse=True)) is Relation.LOOK


def test_other_words_on_a_body_of_another_hue_are_another_article():
    other = replace(SAME, blocks=3, regions=3, bad_share=0.13, recoloured_share=0.22, grain=0.1)
    assert principal(other) is Relation.LOOK
    assert principal(replace(other, recoloured_share=0.02)) is not Relation.LOOK


def test_another_article_before_the_same_backdrop_is_no_copy_but_dust_is_no_article():
    other = replace(SAME, is_pale=True, blocks=6, regions=4, changed_share=0.22)
    assert principal(other) is Relation.SAME_LAYOUT
    assert principal(replace(other, is_pale=False)) is Relation.RETOUCHED
    dusty = replace(other, changed_share=0.015, grain=0.1, is_plain=False)
    assert principal(dusty) is Relation.RESCAN


def test_compression_is_no_other_scan():
    assert principal(replace(SAME, grain=0.1, is_coarse=True)) is Relation.RE_ENCODED


def test_two_scans_are_neither_a_crop_nor_retouched_for_their_frames_and_dust():
    scans = replace(SAME, grain=0.1, is_plain=False, shown_a=0.97, shown_b=0.98)
    assert principal(scans) is Relation.RESCAN
    assert principal(replace(scans, blocks=1, regions=1, changed_share=0.003)) is Relation.RESCAN
    assert principal(replace(scans, blocks=5, regions=1, changed_share=0.04)) is Relation.RETOUCHED


def test_tiny_specks_on_plain_goods_are_dust_even_where_they_are_much_of_the_detail():
    scans = replace(SAME, grain=0.1, is_plain=False, shown_a=0.97, shown_b=0.98)
    specks = replace(scans, blocks=18, regions=30, changed_share=0.04, largest_region_share=0.003)
    assert principal(specks) is Relation.RESCAN
    assert principal(replace(specks, largest_region_share=0.02)) is Relation.LOOK
    assert principal(replace(specks, is_page=True)) is Relation.SAME_LAYOUT


def test_dots_of_a_printing_screen_are_another_print():
    dots = replace(SAME, grain=0.5, noise=8.0, recoloured_share=0.05)
    assert principal(dots) is Relation.RESCAN
    assert principal(replace(dots, noise=5.0)) is Relation.LOOK
    assert principal(replace(dots, grain=0.8)) is Relation.LOOK


def test_light_from_one_side_is_no_change_of_a_photographed_print():
    lit = replace(SAME, relit_share=0.06)
    assert principal(lit) is Relation.RETOUCHED
    assert principal(replace(lit, is_tilted=True, is_plain=False, inliers=30)) is Relation.RESCAN


def test_a_caption_over_half_of_all_detail_leaves_the_other_half_to_tell():
    captioned = replace(SAME, mean=0.55, elsewhere=0.95, blocks=4, regions=1)
    assert principal(captioned) is Relation.RETOUCHED
    assert named(replace(captioned, elsewhere=0.8)) is None
    assert named(replace(captioned, median=0.8)) is None


def test_one_large_clone_on_plain_goods_is_an_area_changed():
    clone = replace(PAGE, blocks=2, regions=1, changed_share=0.5, largest_region_share=0.07)
    assert principal(clone) is Relation.RETOUCHED
    assert principal(replace(clone, regions=3)) is Relation.LOOK


def test_lettering_that_meets_other_lettering_is_another_content_of_one_layout():
    label = replace(SAME, blocks=2, regions=1, changed_share=0.13, largest_region_share=0.02)
    assert principal(label) is Relation.RETOUCHED
    other = named(replace(label, is_rewritten=True))
    assert other is not None
    assert (other.relation, other.finding) == (Relation.SAME_LAYOUT, Finding.LOOK)


def test_a_third_of_a_picture_replaced_at_once_is_for_a_person_unless_it_lies_over_it():
    replaced = replace(SAME, blocks=18, regions=1, changed_share=0.2, largest_region_share=0.34)
    naming = named(replaced)
    assert naming is not None
    assert (naming.finding, naming.notes) == (Finding.LOOK, ("mostly-changed",))
    assert principal(replace(replaced, largest_region_share=0.22)) is Relation.RETOUCHED
    assert principal(replace(replaced, overlaid_b=True)) is Relation.OVERLAID


@pytest.mark.parametrize(
    "changes", [{"noise": 28.0, "grain": 0.0}, {"left_px": 3.6, "inliers": 20}]
)
def test_two_articles_whose_outlines_lie_on_each_other_are_for_a_person(changes):
    naming = named(replace(SAME, tone_changed=True, is_pale=True, **changes))
    assert naming is not None
    assert naming.finding is Finding.LOOK
    assert "weak-correlation" in naming.notes


def test_a_coarse_print_of_a_picture_is_still_a_copy():
    naming = named(replace(SAME, noise=10.5, left_px=0.5, grain=0.1, inliers=60))
    assert naming is not None
    assert naming.finding is Finding.COPY


def test_another_thing_in_the_place_is_no_other_colour_of_it():
    recoloured = replace(SAME, recoloured_share=0.1, relit_share=0.1)
    assert principal(recoloured) is Relation.LOOK
    assert principal(replace(recoloured, bad_share=0.2)) is Relation.RETOUCHED


def test_colours_of_scans_tilted_prints_and_film_base_are_their_own():
    strange = replace(SAME, recoloured_share=0.04)
    assert principal(strange) is Relation.LOOK
    assert principal(replace(strange, grain=0.1)) is Relation.RESCAN
    tilted = replace(strange, is_tilted=True, is_plain=False, inliers=40)
    assert principal(tilted) is Relation.RESCAN
    assert principal(replace(strange, is_inverted=True)) is Relation.NEGATIVE


def test_only_the_dots_of_a_printing_screen_recolour_much_of_a_picture():
    other = replace(SAME, grain=0.3, recoloured_share=0.4)
    assert principal(other) is Relation.LOOK
    dots = replace(other, noise=8.0)
    assert principal(dots) is Relation.RESCAN
    assert principal(replace(dots, fine_px=200)) is Relation.LOOK


def test_a_thumbnail_leaves_less_in_its_windows_than_a_whole_picture():
    rough = replace(SAME, noise=9.7, grain=0.4)
    assert principal(rough) is Relation.RESCAN
    assert principal(replace(rough, fine_px=200)) is Relation.LOOK
    assert principal(replace(rough, fine_px=200, noise=8.5)) is Relation.RESCAN


def test_a_change_on_a_thumbnail_is_for_a_person():
    small = replace(SAME, blocks=1, regions=1, changed_share=0.08)
    assert principal(small) is Relation.RETOUCHED
    assert principal(replace(small, fine_px=200)) is Relation.LOOK


def test_a_negative_in_other_colours_is_another_article_only_where_something_changed():
    negative = replace(SAME, is_inverted=True, recoloured_share=0.2)
    assert principal(negative) is Relation.NEGATIVE
    assert principal(replace(negative, blocks=2, regions=1)) is Relation.LOOK
    assert principal(replace(negative, blocks=2, regions=1, recoloured_share=0.05)) is (
        Relation.NEGATIVE
    )


def test_a_tilt_that_no_keypoint_confirms_is_for_a_person():
    tilted = replace(SAME, is_tilted=True, is_plain=False)
    assert principal(tilted) is Relation.LOOK
    assert principal(replace(tilted, inliers=12)) is Relation.RESCAN


def test_few_keypoints_and_a_changed_place_are_for_a_person():
    crop = replace(SAME, is_plain=False, shown_a=0.14, inliers=5, matches=13)
    assert principal(crop) is Relation.CROPPED
    assert principal(replace(crop, blocks=1, regions=1)) is Relation.LOOK
    assert principal(replace(crop, blocks=1, regions=1, inliers=7)) is Relation.CROPPED


def test_what_the_model_finds_unlikely_is_looked_at_or_not_shown():
    assert principal(replace(SAME, likelihood=0.3)) is Relation.LOOK
    assert named(replace(SAME, likelihood=0.001)) is None


def test_a_veil_in_many_places_is_still_one_mark():
    tiled = replace(SAME, blocks=40, regions=40, overlaid_b=True)
    assert principal(tiled) is Relation.OVERLAID
    assert principal(replace(tiled, overlaid_b=False)) is Relation.LOOK


def test_a_page_laid_on_the_glass_twice_is_another_scan():
    twice = replace(PAGE, is_plain=False, shown_a=0.97, shown_b=0.98, turn_degrees=1.0)
    assert principal(twice) is Relation.RESCAN
    assert principal(replace(twice, has_border_b=True)) is Relation.RESCAN
    assert principal(replace(twice, is_coarse=True)) is Relation.RESCAN


def test_a_changed_figure_on_a_page_is_no_dust():
    twice = replace(PAGE, is_plain=False, shown_a=0.97, shown_b=0.98)
    assert principal(replace(twice, blocks=1, regions=1, changed_share=0.0004)) is (
        Relation.RETOUCHED
    )


@pytest.mark.parametrize(
    ("letter_px", "relation", "notes"),
    [
        (11.0, Relation.RE_ENCODED, ("page",)),
        (6.0, Relation.RE_ENCODED, ("small-page", "page")),
        (4.0, Relation.RE_ENCODED, ("small-page", "page")),
        (3.9, Relation.LOOK, ("lettering-too-small", "small-page", "page")),
    ],
)
def test_letters_say_whether_a_page_is_too_small_to_tell(letter_px, relation, notes):
    naming = named(replace(PAGE, letter_px=letter_px))
    assert naming is not None
    assert (naming.relation, naming.notes) == (relation, notes)
