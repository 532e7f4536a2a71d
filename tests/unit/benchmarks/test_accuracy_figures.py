"""Figures of made-up outcomes: precision by row, crossed pairs, rivals, and reading them again."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from tests.benchmarks import accuracy
from tests.benchmarks.judging import rivals
from tests.benchmarks.judging.asked import PairKind
from tests.benchmarks.judging.outcome import Outcome, read_outcomes, write_outcomes
from tests.benchmarks.judging.provenance import provenance_of, read_provenance, write_provenance
from tests.benchmarks.judging.report import report
from tests.benchmarks.judging.rival_report import rival_report
from tests.benchmarks.judging.rivals import hashed_files, making, sampled
from tests.benchmarks.labelled.truth import Half


def a_pair(name, *, kind=PairKind.COPY, family="crop", is_copy=True, source="x"):
    """An original and a file beside it, as the program judged them."""
    original, other = f"fit/{source}/original.jpg", f"fit/{source}/{name}.jpg"
    finding, relation = ("copy", "cropped") if is_copy else ("look", "look")
    told = {"finding": finding, "relation": relation, "relations": (relation,)}
    return Outcome(original, other, kind, family, name, "photo", **told, is_named_right=True)


def row(text, name):
    """The columns of the first row of that name."""
    return next(line.split()[1:] for line in text.splitlines() if line.split()[:1] == [name])


@pytest.fixture
def outcomes():
    """Three crops of four found, one border; one burst of two taken for a copy, one crossed."""
    crops = [a_pair(f"crop-{number}", is_copy=number < 3) for number in range(4)]
    burst = [
        a_pair(f"no-burst-{number}", kind=PairKind.DIFFERENT, family="different", is_copy=is_copy)
        for number, is_copy in enumerate((True, False))
    ]
    border = a_pair("white", family="border")
    crossed = a_pair("crossed", kind=PairKind.CROSSED, family="different")
    trap = a_pair("stamp", kind=PairKind.CONTENT, family="content")
    return [*crops, border, *burst, crossed, trap]


def test_every_row_has_all_false_pairs_held_against_it(outcomes):
    text = report(outcomes)
    assert "prec.: all 1 accepted of 2 false pairs held against each row alone" in text
    crop, border = row(text, "crop"), row(text, "border")
    assert (crop[0], crop[1], crop[4]) == ("4", "0.750", "0.750")
    assert (border[0], border[1], border[4]) == ("1", "1.000", "0.500")
    assert row(text, "crop/crop-0")[4] == "0.500"


def test_a_row_that_found_nothing_among_no_false_pairs_has_no_precision():
    assert row(report([a_pair("crop-1", is_copy=False)]), "crop")[4] == "-"


def test_precision_is_told_without_and_with_crossed_pairs(outcomes):
    text = report(outcomes)
    assert "pair precision with hard negatives: 0.8000" in text
    assert "1 pairs of a copy and a hard negative of its original in: 0.6667" in text
    assert "(2 false of 6 accepted)" in text


def test_crossed_pairs_are_not_spoken_of_where_none_was_judged(outcomes):
    some = [one for one in outcomes if one.kind is not PairKind.CROSSED]
    hashes = {path: {"phash<=8": "00"} for one in some for path in (one.one, one.other)}
    assert "of its original in" not in report(some) + rival_report(some, hashes)


def test_rivals_are_told_by_family_and_class_beside_the_program(outcomes):
    near = {"phash<=8": "00", "dhash<=8": "00"}
    far = {"phash<=8": "ffff", "dhash<=8": "ffff"}
    paths = {one.other: far for one in outcomes}
    hashes = {**paths, "fit/x/original.jpg": near, "fit/x/crop-3.jpg": near}
    phash = rival_report(outcomes, hashes).split("dhash<=8:")[0]
    assert "phash<=8: 1 originals, 5 copies, 2 pairs that are none (0 of them accepted" in phash
    assert row(phash, "crop") == ["4", "0.250", "1.000", "0.750", "0.750"]
    assert row(phash, "crop/crop-3") == ["1", "1.000", "1.000", "0.000", "0.000"]
    assert row(phash, "border") == ["1", "0.000", "-", "1.000", "0.500"]
    assert "hard negative of its original in: 1.000, program 0.667" in phash


def test_the_head_says_on_how_many_originals_a_slow_hash_ran(outcomes):
    slow = {"crop_resistant_hash": "0000000000000000"}
    others = [a_pair("crop-0", source="y"), a_pair("crop-0", source="z")]
    some = [*outcomes, *others]
    sample = sampled(some, 2)
    assert {path.split("/")[1] for path in sample} == {"x", "y"}
    text = rival_report(some, dict.fromkeys(sample, slow))
    assert "crop_resistant_hash: 2 originals, 6 copies" in text
    assert "phash<=8: no pairs" in text


@pytest.fixture
def collection(tmp_path):
    """A folder with one drawn picture, and the recipe of the collection it belongs to."""
    chance = np.random.default_rng(5)
    (tmp_path / "recipe.json").write_text(json.dumps({"recipe": "drawn-1", "seed": 7}), "utf-8")
    (tmp_path / "fit" / "x").mkdir(parents=True)
    path = "fit/x/original.png"
    Image.fromarray(chance.integers(0, 255, (60, 80, 3), np.uint8)).save(tmp_path / path)
    return tmp_path, path


def spoilt(folder, path, made_by):
    """Put a wrong hash into the kept ones."""
    hashes = {path: {"phash<=8": "spoilt", "dhash<=8": "spoilt"}}
    kept = {"made by": made_by, "hashes": hashes}
    (folder / rivals.KEPT).write_text(json.dumps(kept), "utf-8")


def test_hashes_of_an_earlier_run_are_taken_again(collection):
    folder, path = collection
    spoilt(folder, path, making(folder))
    assert hashed_files(folder, [path], 1, with_crops=frozenset())[path]["phash<=8"] == "spoilt"


@pytest.mark.parametrize("change", [{"ImageHash": "0.1"}, {"labelled set": {"recipe": "drawn-0"}}])
def test_hashes_of_another_library_or_collection_are_made_anew(collection, change):
    folder, path = collection
    spoilt(folder, path, {**making(folder), **change})
    fresh = hashed_files(folder, [path], 1, with_crops=frozenset())
    assert fresh[path]["phash<=8"] != "spoilt"
    kept = json.loads((folder / rivals.KEPT).read_text("utf-8"))
    assert kept == {"made by": making(folder), "hashes": fresh}


def test_hashes_that_do_not_say_what_made_them_are_made_anew(collection):
    folder, path = collection
    (folder / rivals.KEPT).write_text(json.dumps({path: {"phash<=8": "spoilt"}}), "utf-8")
    assert hashed_files(folder, [path], 1, with_crops=frozenset())[path]["phash<=8"] != "spoilt"


def test_outcomes_are_read_as_they_were_written(outcomes, tmp_path):
    write_outcomes(tmp_path / "out.jsonl", outcomes)
    assert read_outcomes(tmp_path / "out.jsonl") == outcomes


def test_what_outcomes_were_measured_on_and_with_stands_beside_them(collection):
    folder, _ = collection
    out = folder / "out.jsonl"
    assert read_provenance(out) is None
    write_provenance(out, provenance_of(folder, Half.FIT))
    told = read_provenance(out)
    assert told["labelled set"] == {"recipe": "drawn-1", "seed": 7, "half": "fit"}
    assert "decision" not in told["measured by"]
    assert told["decided by"].startswith("decision-")


def test_the_command_prints_the_figures_of_a_file_again(outcomes, tmp_path, monkeypatch, capsys):
    out = tmp_path / "out.jsonl"
    write_outcomes(out, outcomes)
    monkeypatch.setattr("sys.argv", ["accuracy", "--read", str(out)])
    accuracy.main()
    told = capsys.readouterr().out
    assert "9 pairs" in told
    assert report(outcomes) in told
    assert "phash" not in told
    assert list(tmp_path.iterdir()) == [out]


def test_printed_again_with_the_collection_the_hashes_stand_beside(
    outcomes, collection, monkeypatch, capsys
):
    folder, path = collection
    copy = a_pair("crop-0")
    pair = Outcome(path, path, copy.kind, copy.family, copy.name, copy.original)
    out = folder / "out.jsonl"
    write_outcomes(out, [pair])
    command = ["accuracy", str(folder), "--read", str(out), "--jobs", "1"]
    monkeypatch.setattr("sys.argv", command)
    accuracy.main()
    told = capsys.readouterr().out
    assert "phash<=8: 1 originals, 1 copies" in told
    assert "crop_resistant_hash: 1 originals" in told
