"""What must be read again, and what need not: the difference between a disk and an index."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dedup_desk.core.progress import Cancelled, CancelToken
from dedup_desk.core.records import FilePlace, RecordId
from dedup_desk.services.roots import Root
from dedup_desk.services.surveying import Survey, survey_roots
from dedup_desk.store.images import KnownStamp

RECIPE = "today"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.jpg", "b.jpg", "b.xmp", "notes.txt"):
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def surveyed(folder: Path, known: dict[FilePlace, KnownStamp] | None = None) -> Survey:
    root = Root("stills", os.fsencode(folder))
    return survey_roots([root], known or {}, RECIPE, CancelToken())


def as_measured(survey: Survey) -> dict[FilePlace, KnownStamp]:
    return {
        one.stamp.place: KnownStamp(one.stamp, RecordId(number), RECIPE, one.sidecars_stamp)
        for number, one in enumerate(survey.to_measure)
    }


def names(survey: Survey) -> list[bytes]:
    return [one.stamp.place.path for one in survey.to_measure]


def test_everything_is_new_at_first_and_nothing_afterwards(folder: Path):
    first = surveyed(folder)
    assert names(first) == [b"a.jpg", b"b.jpg"]
    assert [one.sidecars for one in first.to_measure] == [(), (b"b.xmp",)]
    assert first.skipped["stills"].total() == 2
    again = surveyed(folder, as_measured(first))
    assert (names(again), again.gone) == ([], [])


def test_a_changed_file_is_read_again_and_a_gone_one_is_told(folder: Path):
    known = as_measured(surveyed(folder))
    (folder / "a.jpg").write_bytes(b"other content")
    (folder / "b.jpg").unlink()
    later = surveyed(folder, known)
    assert names(later) == [b"a.jpg"]
    assert later.gone == [FilePlace("stills", b"b.jpg")]


@pytest.mark.parametrize("change", ["write", "remove", "add"])
def test_a_picture_whose_companion_changed_is_read_again(folder: Path, change: str):
    known = as_measured(surveyed(folder))
    if change == "write":
        (folder / "b.xmp").write_bytes(b"another caption")
    elif change == "remove":
        (folder / "b.xmp").unlink()
    else:
        (folder / "b.jpg.xmp").write_bytes(b"more")
    assert names(surveyed(folder, known)) == [b"b.jpg"]


def test_another_recipe_reads_everything_again(folder: Path):
    root = Root("stills", os.fsencode(folder))
    known = as_measured(surveyed(folder))
    assert len(survey_roots([root], known, "tomorrow", CancelToken()).to_measure) == 2


def test_a_damaged_file_is_not_tried_again_but_one_that_could_not_be_opened_is(folder: Path):
    stamps = {one.stamp.place: one.stamp for one in surveyed(folder).to_measure}
    known = {
        place: KnownStamp(stamp, None, None, is_final=place.name == b"a.jpg")
        for place, stamp in stamps.items()
    }
    assert names(surveyed(folder, known)) == [b"b.jpg"]


def test_files_of_another_root_are_not_taken_for_gone(folder: Path):
    elsewhere = FilePlace("deeds", b"x.jpg")
    known = as_measured(surveyed(folder))
    known[elsewhere] = next(iter(known.values()))
    assert surveyed(folder, known).gone == []


def test_a_survey_stops_when_asked(folder: Path):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        survey_roots([Root("stills", os.fsencode(folder))], {}, RECIPE, cancel)
