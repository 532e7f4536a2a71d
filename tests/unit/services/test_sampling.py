"""Drawing the sample as a job: where it may be drawn, and what it reports."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from functools import partial

import pytest

from dedup_desk.core.errors import RefusedError, SurroundingsError, UsageError
from dedup_desk.core.progress import Cancelled, CancelToken, silent
from dedup_desk.engine.sample.collection import draw_collection
from dedup_desk.services import sampling
from dedup_desk.services.sampling import draw_sample, write_truth


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Two families and the odd files instead of forty-seven."""
    few = partial(draw_collection, only=("bottle", "desk_lamp", ""))
    monkeypatch.setattr(sampling, "draw_collection", few)


def run(folder, report=silent, cancel=None):
    return draw_sample(os.fsencode(folder)).run(report, cancel or CancelToken())


def test_the_summary_counts_what_lies_in_the_folder(tmp_path):
    summary = run(tmp_path / "new" / "sample")
    files = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    counts = summary.originals + summary.copies + summary.unreadable
    assert counts + summary.companions + summary.others == len(files)
    assert (summary.originals, summary.copies, summary.unreadable) == (2, 5, 2)
    assert not summary.was_there


def test_a_finished_sample_is_left_as_it_is(tmp_path):
    run(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert run(tmp_path).was_there
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_finished_sample_of_an_earlier_version_is_there_an_unfinished_one_is_not(tmp_path):
    run(tmp_path)
    page = tmp_path / "READ ME.txt"
    older = page.read_text().replace("recipe sample-1", "recipe sample-0", 1)
    page.write_text(older)
    assert run(tmp_path).was_there
    page.write_text(older.replace(", complete.", ", unfinished.", 1))
    with pytest.raises(RefusedError):
        run(tmp_path)


def test_an_interrupted_drawing_goes_on(tmp_path):
    cancel = CancelToken()

    def stop_after_the_first(progress):
        if progress.done_items == 1:
            cancel.cancel()

    with pytest.raises(Cancelled):
        run(tmp_path, stop_after_the_first, cancel)
    kept = set(tmp_path.rglob("*.jpg"))
    assert kept
    assert not run(tmp_path).was_there
    assert kept < set(tmp_path.rglob("*.jpg"))
    assert run(tmp_path).was_there


def test_a_folder_with_other_files_is_refused_untouched(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(RefusedError, match="holds other files"):
        run(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_another_seed_in_the_same_folder_is_refused(tmp_path):
    run(tmp_path)
    with pytest.raises(RefusedError):
        draw_sample(os.fsencode(tmp_path), seed=7).run(silent, CancelToken())


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        run(tmp_path / "file")


def test_a_disk_that_takes_nothing_is_told_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(SurroundingsError, match="could not be written"):
        run(tmp_path / "file" / "below")


def test_progress_ends_with_everything_done(tmp_path):
    seen = []
    run(tmp_path, seen.append)
    assert seen[0].done_items == 0
    assert all(one.total_items == 48 for one in seen)
    assert [one.done_items for one in seen] == [0, 1, 2, 3]


def test_the_truth_can_be_written_outside_and_never_inside(tmp_path):
    summary = run(tmp_path / "sample")
    target = tmp_path / "truth.json"
    write_truth(summary.truth, target, summary.folder)
    written = json.loads(target.read_text())
    places = {b64decode(one["path_b64"]) for one in written["files"]}
    assert places == {one.place for one in summary.truth.files}
    same = [one for one in written["pairs"] if one["relation"] == "same-bytes"]
    assert len(same) == 1
    assert same[0]["may_be_proposed"] is True
    with pytest.raises(UsageError, match="truth was not written"):
        write_truth(summary.truth, tmp_path / "sample" / "truth.json", summary.folder)
