"""The facts of two images: rows that never move, and how they compare."""

from dataclasses import replace

import pytest

from dedup_desk.core.canonical import DEFAULT_RULES
from dedup_desk.core.compare import Side
from dedup_desk.core.fact_judgement import ROW_RULES, preferred
from dedup_desk.core.fact_rows import (
    FACTS,
    ORDERS,
    Order,
    Seen,
    judged,
    only_here_line,
    only_here_words,
)
from dedup_desk.core.fact_rows import fact_rows as rows_of
from dedup_desk.core.messages import Message
from dedup_desk.core.metadata import MetadataFacts, Presence
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)
from dedup_desk.core.surroundings import InFolder, Surroundings


def an_image(**facts):
    stamp = FileStamp(FilePlace("stills", b"a/b.tif"), 1000, 10**18, 1, 1)
    picture = PictureFacts("TIFF", 6000, 4000, bit_depth=16, is_lossless=True)
    return ImageRecord(RecordId(1), stamp, Digest(b"\x01" * 32), picture, MetadataFacts(**facts))


def fact_rows(left, right):
    return rows_of(Seen(left), Seen(right))


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
    assert rows["pixels"].left == "6000\u00d74000"
    assert rows["megapixels"].left == "24.0 MP"


def cells(record, order=Order.PICTURES, around=None):
    rows = rows_of(Seen(record, around), Seen(record, around), order)
    return {row.id: row for row in rows}


def with_picture(record, **changes):
    return replace(record, picture=replace(record.picture, **changes))


def test_technical_rows_stand_last():
    assert [fact.id for fact in FACTS][-2:] == ["bytes", "content"]


def test_pages_of_documents_have_the_same_rows_with_their_number_page_and_date_first():
    ids = [fact.id for fact in ORDERS[Order.DOCUMENTS]]
    assert ids[:4] == ["document", "page", "created", "created_from"]
    assert sorted(ids) == sorted(fact.id for fact in FACTS)


@pytest.mark.parametrize("field", ["caption", "credit", "byline", "rights", "keywords", "gps"])
def test_what_only_one_side_has_of_the_words_people_wrote_is_told_by_name(field):
    rows = fact_rows(an_image(), an_image(**{field: "something"}))
    names = {row.id: row.name for row in rows}
    assert only_here_words(rows, Side.RIGHT) == (names[field],)
    assert only_here_words(rows, Side.LEFT) == ()


def test_a_name_that_ends_with_a_full_stop_brings_no_second_one():
    assert only_here_line("D", "GPS, Item no.").english() == "Only D has: GPS, Item no."
    assert only_here_line("D", "GPS").english() == "Only D has: GPS."


def test_a_companion_and_a_raw_file_that_only_one_side_has_are_told_as_well():
    one = replace(an_image(), sidecars=(b"b.xmp",))
    folder = InFolder(at=1, count=2, raw_partners=(b"b.CR2",))
    rows = rows_of(Seen(one, Surroundings(folder)), Seen(an_image(), Surroundings(InFolder())))
    ids = {row.name: row.id for row in rows}
    told = [ids[name] for name in only_here_words(rows, Side.LEFT)]
    assert {"sidecars", "raw"} <= set(told)


def test_what_is_looked_up_waits_in_its_row_and_fills_it_without_moving_any():
    before, after = cells(an_image()), cells(an_image(), around=Surroundings(InFolder((), 3, 40)))
    assert list(before) == list(after)
    assert before["position"].is_waiting
    assert not after["position"].is_waiting
    assert after["position"].left.arguments == (("at", 3), ("count", 40))
    assert before["caption"] == after["caption"]


def test_a_folder_that_cannot_be_read_is_said_and_not_taken_for_an_empty_one():
    row = cells(an_image(), around=Surroundings())["raw"]
    assert row.left.template == "not known"


def test_the_date_of_a_scan_is_called_the_scans_and_the_prints_own_stands_beside_it():
    scan = an_image(
        captured="2009-03-04",
        captured_source="EXIF DateTimeOriginal",
        device="print scanner",
        created="1966-05-02",
        created_source="IPTC DateCreated",
    )
    rows = cells(scan)
    assert (rows["captured"].left, rows["created"].left) == ("2009-03-04", "1966-05-02")
    assert dict(rows["captured_from"].left.arguments)["kind"].template == "date of the print's scan"
    assert rows["created_from"].left == "IPTC DateCreated"


def test_a_date_that_people_wrote_is_not_shown_as_the_cameras():
    written = an_image(
        captured="1966-05-02", captured_source="XMP", created="1966-05-02", created_source="XMP"
    )
    rows = cells(written)
    assert (rows["captured"].left, rows["captured_from"].left) == (None, None)


def test_sampling_and_coding_are_said_of_a_jpeg_only():
    jpeg = with_picture(
        an_image(), jpeg_quality=92, jpeg_sampling="4:2:0", is_lossless=False, is_progressive=True
    )
    rows = cells(jpeg)
    assert rows["sampling"].left.template == "4:2:0, a quarter of the colour"
    assert rows["coding"].left.template == "progressive"
    assert (cells(an_image())["sampling"].left, cells(an_image())["coding"].left) == (None, None)


def test_a_fact_that_only_the_companion_gives_says_so():
    row = cells(an_image(caption="a", sidecar_fields=("caption",)))["caption"]
    assert row.sources[0].template == "Read from the companion file alone"


def preferences_of(left, right, rules=DEFAULT_RULES):
    return {row: side for row, (side, _) in preferred(left, right, {}, rules).items()}


def test_a_rule_in_force_says_which_side_of_a_row_it_prefers():
    small = with_picture(an_image(), width_px=600, height_px=400)
    assert preferences_of(an_image(), small)["pixels"] is Side.LEFT
    assert preferences_of(small, an_image())["pixels"] is Side.RIGHT


def test_without_a_rule_about_it_a_row_takes_no_side():
    small = with_picture(an_image(), width_px=600, height_px=400)
    assert "pixels" not in preferences_of(an_image(), small, rules=("lossless",))


def test_a_near_tie_takes_no_side():
    nearly = with_picture(an_image(), width_px=5999)
    assert "pixels" not in preferences_of(an_image(), nearly)


def test_an_equal_row_is_never_marked_as_better():
    rows = judged(fact_rows(an_image(), an_image()), {"pixels": (Side.LEFT, Message("x"))})
    assert [row.better for row in rows if row.better] == []


@pytest.mark.parametrize("row", ROW_RULES)
def test_every_direction_belongs_to_a_row_and_to_rules_that_exist(row):
    assert row in {fact.id for fact in FACTS}
    assert set(ROW_RULES[row]) <= set(DEFAULT_RULES)


def test_a_date_from_an_unknown_field_has_no_source_rather_than_an_empty_one():
    assert cells(an_image(captured="1966-05-02"))["captured_from"].left is None


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_cell_holds_something_or_nothing_but_never_an_empty_word(fact):
    for around in (None, Surroundings(), Surroundings(InFolder())):
        assert fact.value(Seen(an_image(captured="1966"), around)) != ""


def test_what_a_program_wrote_by_itself_is_no_loss_to_be_named():
    rows = fact_rows(an_image(), an_image(software="Scan 2.1", resolution_dpi="300 x 300"))
    assert marks(an_image(), an_image(software="Scan 2.1"))["software"] is Presence.ONLY_RIGHT
    assert only_here_words(rows, Side.RIGHT) == ()
