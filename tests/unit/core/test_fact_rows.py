"""The facts of two images: rows that never move, and how they compare."""

from dataclasses import replace

import pytest

from dedup_desk.core.fact_rows import FACTS, fact_rows
from dedup_desk.core.metadata import MetadataFacts, Presence
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)


def an_image(**facts):
    stamp = FileStamp(FilePlace("stills", b"a/b.tif"), 1000, 10**18, 1, 1)
    picture = PictureFacts("TIFF", 6000, 4000, bit_depth=16, is_lossless=True)
    return ImageRecord(RecordId(1), stamp, Digest(b"\x01" * 32), picture, MetadataFacts(**facts))


def marks(left, right):
    return {row.id: row.mark for row in fact_rows(left, right)}


def test_every_row_is_there_in_the_tables_order_whatever_is_known():
    rows = fact_rows(an_image(), an_image(caption="By the river"))
    assert [row.id for row in rows] == [fact.id for fact in FACTS]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_an_image_is_equal_to_itself_in_every_row(fact):
    image = an_image(caption="By the river", credit="Shaw Bros.")
    mark = marks(image, image)[fact.id]
    assert mark in (Presence.EQUAL, Presence.BOTH_EMPTY)


def test_a_caption_that_only_one_side_carries_is_marked_with_its_side():
    with_caption, without = an_image(caption="By the river"), an_image(caption="  ")
    assert marks(with_caption, without)["caption"] is Presence.ONLY_LEFT
    assert marks(without, with_caption)["caption"] is Presence.ONLY_RIGHT


def test_one_byte_more_is_a_difference_that_can_be_seen():
    image = an_image()
    larger = replace(image, stamp=replace(image.stamp, size_bytes=1001))
    rows = {row.id: row for row in fact_rows(image, larger)}
    assert (rows["bytes"].left, rows["bytes"].right) == ("1,000", "1,001")
    assert rows["bytes"].mark is Presence.DIFFERS


def test_names_stay_bytes_until_they_are_shown():
    image = an_image()
    odd = replace(image, stamp=replace(image.stamp, place=FilePlace("stills", b"a/\xff\n.tif")))
    rows = {row.id: row for row in fact_rows(image, odd)}
    assert rows["file"].right == b"\xff\n.tif"


def test_pixels_are_the_upright_size():
    rows = {row.id: row for row in fact_rows(an_image(), an_image())}
    assert rows["pixels"].left == "6000 \u00d7 4000"
    assert rows["megapixels"].left == "24.0 MP"
