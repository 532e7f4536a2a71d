"""The files of the sample are what the truth says they are."""

from __future__ import annotations

import io
import os
import re
import stat
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageOps, IptcImagePlugin

from dedup_desk.core.sidecars import sidecars_by_image
from dedup_desk.engine.sample.catalogue import ORIGINALS
from dedup_desk.engine.sample.collection import (
    LAST_NS,
    DrawnFile,
    Role,
    draw_collection,
    original_pixels,
)
from dedup_desk.engine.sample.names import plain_name
from dedup_desk.engine.sample.papers import STAMP_BOX
from dedup_desk.engine.sample.variants import VARIANTS
from dedup_desk.engine.sample.writing import SampleWriter
from tests.helpers.sample_truth import drawn, written_sample


def upright(data: bytes) -> np.ndarray:
    """A file as a viewer shows it: turned by its tag, in sRGB."""
    picture = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    profile = picture.info.get("icc_profile")
    if profile:
        picture = ImageCms.profileToProfile(
            picture, io.BytesIO(profile), ImageCms.createProfile("sRGB")
        )
    return np.asarray(picture.convert("RGB"), np.int16)


def copy_of(key: str, variant: str) -> DrawnFile:
    return next(one for one in drawn(key) if one.truth and one.truth.variant == variant)


def difference(left: np.ndarray, right: np.ndarray) -> float:
    return float(np.abs(left - right).mean())


@pytest.mark.parametrize(
    "key", ["harbour_junk", "mountain_lake", "gorge_waterfall", "roof_laundry"]
)
def test_a_picture_turned_by_its_tag_looks_like_the_original(key):
    original = upright(drawn(key)[0].data)
    turned = [one for one in drawn(key) if one.truth and one.truth.orientation > 1]
    assert turned
    for one in turned:
        shown = upright(one.data)
        assert shown.shape == original.shape
        assert difference(shown, original) < 5
        assert difference(shown[::-1, ::-1], original) > 12


def test_a_turned_tag_alone_turns_the_picture():
    original, turned = drawn("moonlit_sea")[0], copy_of("moonlit_sea", "tag-turned")
    assert np.array_equal(upright(turned.data), upright(original.data)[::-1, ::-1])
    assert coded(turned.data) == coded(original.data)


@pytest.mark.parametrize("key", ["harbour_junk", "doorway", "tea_house"])
def test_metadata_only_copies_keep_the_coded_picture(key):
    files = [one for one in drawn(key) if one.truth and one.truth.pixels == key]
    assert len({one.truth.digest for one in files if one.truth}) >= 2
    assert len({coded(one.data) for one in files}) == 1


@pytest.mark.parametrize("key", ["birch_wood", "snow_peaks", "spiral_stairs", "ledger_page"])
def test_lossless_copies_have_every_pixel(key):
    files = [one for one in drawn(key) if one.truth and one.truth.pixels == key]
    assert len(files) >= 2
    original = upright(files[0].data)
    assert all(np.array_equal(upright(one.data), original) for one in files)
    assert len({one.data for one in files}) == len(files)


def test_deep_originals_have_sixteen_bits_that_eight_would_lose():
    for original in ORIGINALS:
        if original.stored.is_deep:
            samples = original_pixels(original)
            assert samples.dtype == np.uint16
            assert len(np.unique(samples)) > 10_000


def test_a_wide_gamut_copy_looks_the_same_and_without_its_profile_it_does_not():
    original = upright(drawn("long_road")[0].data)
    assert difference(upright(copy_of("long_road", "wide-gamut").data), original) < 4
    lost = copy_of("long_road", "profile-lost").data
    assert "icc_profile" not in Image.open(io.BytesIO(lost)).info
    assert 4 < difference(upright(lost), original) < 25


def test_a_crop_shows_the_part_it_says():
    crop = copy_of("sea_cliffs", "crop-63")
    whole = upright(drawn("sea_cliffs")[0].data)
    left, top, right, bottom = crop.truth.change.kept
    height, width = whole.shape[:2]
    part = whole[round(top * height) : round(bottom * height), round(left * width) : width]
    assert right == 1.0
    assert difference(upright(crop.data), part) < 5
    assert (right - left) * (bottom - top) == pytest.approx(0.63, abs=0.005)


def test_a_retouch_changes_one_place_only():
    original = upright(drawn("stone_bridge")[0].data)
    changed = np.abs(upright(copy_of("stone_bridge", "cloned").data) - original).max(axis=2) > 40
    rows, columns = np.nonzero(changed)
    share = np.ptp(rows) * np.ptp(columns) / changed.size
    assert 0.005 < share < 0.06


def test_two_handbags_differ_in_colour_only():
    red, blue = (upright(drawn(key)[0].data) for key in ("red_handbag", "blue_handbag"))
    edges = [np.abs(np.diff(one.max(axis=2), axis=1)) > 30 for one in (red, blue)]
    assert (edges[0] & edges[1]).sum() > 0.8 * edges[0].sum()
    assert difference(red[:, :, 0], blue[:, :, 0]) > 15


def test_a_stamp_is_all_that_a_registered_deed_adds():
    plain, stamped = (upright(drawn(key)[0].data) for key in ("first_deed", "stamped_deed"))
    rows, columns = np.nonzero(np.abs(plain - stamped).max(axis=2) > 60)
    height, width = plain.shape[:2]
    found = (columns.min() / width, rows.min() / height, columns.max() / width, rows.max() / height)
    assert found == pytest.approx(STAMP_BOX, abs=0.01)


def test_iptc_of_an_old_desk_is_big5_and_does_not_say_so():
    datasets = IptcImagePlugin.getiptcinfo(Image.open(io.BytesIO(copy_of("doorway", "big5").data)))
    assert (1, 90) not in datasets
    assert datasets[(2, 120)].decode("big5") == "Scene 14: the doorway. 山中人劇照"


def test_labels_are_where_the_truth_says():
    data = drawn("harbour_junk")[0].data
    picture = Image.open(io.BytesIO(data))
    facts = drawn("harbour_junk")[0].truth.facts
    assert picture.getexif()[0x010E] == facts.caption
    assert picture.getexif().get_ifd(0x8769)[0x9003] == "1966:08:14 07:30:00"
    assert IptcImagePlugin.getiptcinfo(picture)[(2, 110)] == facts.credit.encode()
    assert facts.document_id.encode() in picture.info["xmp"]
    north = picture.getexif().get_ifd(0x8825)[2]
    assert north[0] + north[1] / 60 + north[2] / 3600 == pytest.approx(22.2936, abs=1e-4)


def test_companion_files_belong_to_their_pictures():
    for key in ("mountain_lake", "harbour_junk", "steam_train"):
        picture = drawn(key)[0].place.rpartition(b"/")[2]
        companions = [one.place for one in drawn(key) if one.role is Role.COMPANION]
        names = [place.rpartition(b"/")[2] for place in companions]
        assert sidecars_by_image([picture], names) == {picture: tuple(names)}


def test_every_kind_of_copy_is_used_and_no_place_twice():
    used = {name for original in ORIGINALS for name in original.copies}
    assert used <= set(VARIANTS)
    places = [one.place for key in ("tram", "tower_block", "survey", "") for one in drawn(key)]
    assert len(set(places)) == len(places)


def test_odd_files_cannot_be_read_as_pictures():
    broken = [one for one in drawn("") if one.role is Role.UNREADABLE]
    assert len(broken) == 2
    for one in broken:
        with pytest.raises(OSError, match=r"truncated|cannot identify"):
            Image.open(io.BytesIO(one.data)).load()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    keys = ("lone_tree", "doorway", "red_handbag", "tea_house")
    first, again, other = (
        [one.data for _, files in draw_collection(seed, keys) for one in files]
        for seed in (1966, 1966, 7)
    )
    assert first == again
    assert not set(first) & set(other)


def test_files_get_their_dates_and_modes_and_folders_a_fixed_date(tmp_path):
    written_sample(tmp_path / "sample", "tower_block", "")
    for one in (*drawn("tower_block"), *drawn("")):
        path = tmp_path / "sample" / os.fsdecode(one.place)
        assert path.read_bytes() == one.data
        assert path.stat().st_mtime_ns == one.mtime_ns
        assert stat.S_IMODE(path.stat().st_mode) == one.mode
    assert (tmp_path / "sample" / "import").stat().st_mtime_ns == LAST_NS
    assert (tmp_path / "sample").stat().st_mtime_ns == LAST_NS


def test_names_are_written_byte_for_byte(tmp_path):
    truth = written_sample(tmp_path / "sample", "stone_bridge", "moonlit_sea", "tram")
    assert not truth.replaced
    folder = tmp_path / "sample" / "import" / "DVD-07"
    names = [os.fsencode(path.name) for path in folder.iterdir()]
    assert b"bridge \xff\xfe 1970.jpg" in names
    assert "天上月.jpg".encode("big5") in names
    assert b"tram\nHappy Valley.jpg" in names


def test_a_name_that_the_disk_refuses_is_replaced_and_told(tmp_path):
    writer = SampleWriter(os.fsencode(tmp_path), 1966)
    wanted = b"a/" + "長".encode() * 100 + b".jpg"
    writer.write(DrawnFile(wanted, b"data", LAST_NS, 0o644))
    truth = writer.finish()
    assert truth.replaced == ((wanted, plain_name(wanted)),)
    assert (tmp_path / os.fsdecode(plain_name(wanted))).read_bytes() == b"data"


def test_an_interrupted_file_is_finished_and_a_foreign_one_left_alone(tmp_path):
    (tmp_path / "half.jpg").write_bytes(b"the first ha")
    (tmp_path / "foreign.jpg").write_bytes(b"somebody's own")
    writer = SampleWriter(os.fsencode(tmp_path), 1966)
    writer.write(DrawnFile(b"half.jpg", b"the first half and the rest", LAST_NS, 0o644))
    with pytest.raises(FileExistsError):
        writer.write(DrawnFile(b"foreign.jpg", b"ours", LAST_NS, 0o644))
    assert (tmp_path / "half.jpg").read_bytes() == b"the first half and the rest"
    assert (tmp_path / "foreign.jpg").read_bytes() == b"somebody's own"


def test_the_sample_uses_no_installed_font():
    sources = Path(__file__).parents[3] / "dedup_desk" / "engine" / "sample"
    text = "".join(path.read_text(encoding="utf-8") for path in sources.glob("*.py"))
    assert not re.search(r"truetype|\.ttf|\.otf|\.ttc", text)


def coded(jpeg: bytes) -> bytes:
    """The part of a JPEG from its quantisation tables on: the picture without any label."""
    return jpeg[jpeg.index(b"\xff\xdb") :]
