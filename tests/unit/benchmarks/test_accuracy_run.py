"""The accuracy benchmark from files to figures, on a collection of a handful of small files."""

from __future__ import annotations

import json

import numpy as np
import pytest

from dedup_desk.engine.sample.painting import Painting
from dedup_desk.services.bench import Depth
from tests.benchmarks import accuracy
from tests.benchmarks.judging.asked import PairKind, asked_pairs
from tests.benchmarks.judging.candidates import found_candidates
from tests.benchmarks.judging.measuring import measured
from tests.benchmarks.judging.pipeline import index_half, judged
from tests.benchmarks.judging.provenance import CANDIDATES
from tests.benchmarks.judging.verifying import as_candidate, verified
from tests.benchmarks.labelled.classes import VARIANTS
from tests.benchmarks.labelled.collecting import varied
from tests.benchmarks.labelled.plain import checks
from tests.benchmarks.labelled.rendering import rendered
from tests.benchmarks.labelled.sources import Source
from tests.benchmarks.labelled.storing import Stored, file_bytes
from tests.benchmarks.labelled.truth import Half, Kind, Label, write_labels

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def a_label(path, kind, pixels, source, **more):
    height, width = pixels.shape[:2]
    family = more.pop("family", kind.value)
    name = more.pop("name", source.kind)
    return Label(
        path, kind, family, name, source.key, source.key, Half.BLIND, width, height, **more
    )


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Two drawn towns of half size, two copies of each, one frame without a subject."""
    folder = tmp_path_factory.mktemp("labelled")
    labels = []
    for number in (0, 1):
        source = Source(f"town-{number}", "town", f"town-{number}", Half.BLIND, number)
        place = f"blind/{source.key}"
        (folder / place).mkdir(parents=True)
        pixels = np.ascontiguousarray(rendered(source).pixels[::2, ::2])
        (folder / place / "original.jpg").write_bytes(file_bytes(pixels, Stored("jpeg", 93, 0)))
        labels.append(a_label(f"{place}/original.jpg", Kind.ORIGINAL, pixels, source))
        for name in ("crop-33", "jpeg-50"):
            variant = VARIANTS[name]
            sheet = varied(pixels, variant, source)
            (folder / place / f"{name}.jpg").write_bytes(file_bytes(sheet.pixels, variant.stored))
            labels.append(
                a_label(
                    f"{place}/{name}.jpg",
                    Kind.COPY,
                    sheet.pixels,
                    source,
                    family=variant.family,
                    name=name,
                    matrix=tuple(sheet.matrix.reshape(-1).tolist()),
                    kept=sheet.kept,
                    relations=variant.relations,
                )
            )
    painting = Painting(500, 400, np.random.default_rng(1))
    checks(painting, np.random.default_rng(2))
    (folder / "blind" / "checks.jpg").write_bytes(file_bytes(painting.eight_bit(), Stored()))
    source = Source("checks", "plain", "checks", Half.BLIND, 0)
    labels.append(a_label("blind/checks.jpg", Kind.PLAIN, painting.eight_bit(), source))
    write_labels(folder, labels)
    return folder, labels


@pytest.fixture(scope="module")
def known(drawn):
    folder, labels = drawn
    return measured(folder, Half.BLIND, labels, 2)


def test_every_copy_and_the_nearest_strangers_are_asked_for(drawn, known):
    asked = asked_pairs(drawn[1], Half.BLIND, known, frozenset())
    kinds = [one.kind for one in asked]
    assert kinds.count(PairKind.COPY) == 4
    assert {PairKind.UNRELATED, PairKind.PLAIN} == set(kinds) - {PairKind.COPY}


def test_copies_are_candidates_and_are_found_where_they_lie(drawn, known):
    asked = asked_pairs(drawn[1], Half.BLIND, known, frozenset())
    copies = [one for one in asked if one.kind is PairKind.COPY]
    found = found_candidates(drawn[1], known, 1)
    assert all(frozenset((one.one.path, one.other.path)) in found for one in copies)
    questions = [(one, as_candidate(one, known)) for one in copies]
    compared = list(verified(questions, known, 1, is_whole=True))
    outcomes = [accuracy.outcome(one.asked, one.pair, known, one.observed) for one in compared]
    assert all(one.is_copy and one.is_named_right for one in outcomes)
    assert all(one.corner_error < 0.01 for one in outcomes)
    assert all("mean" in one.numbers["observed"] for one in outcomes)


def test_the_whole_program_is_judged_on_the_same_pairs(drawn, known):
    folder, labels = drawn
    asked = asked_pairs(labels, Half.BLIND, known, frozenset())
    project = index_half(folder, Half.BLIND, 2, Depth.DEEP)
    outcomes = judged(project, asked, labels, accuracy.placed_in(project, known))
    copies = [one for one in outcomes if one.kind is PairKind.COPY]
    assert all(one.is_copy and one.is_grouped and one.is_candidate for one in copies)
    assert not any(one.is_copy for one in outcomes if one.kind is not PairKind.COPY)


def test_the_command_prints_figures_and_leaves_every_pair(drawn, monkeypatch, capsys, tmp_path):
    folder, _ = drawn
    out = tmp_path / "pairs.jsonl"
    command = ["accuracy", str(folder), "--jobs", "1", "--rivals", "1", "--out", str(out)]
    monkeypatch.setattr("sys.argv", command)
    accuracy.main()
    told = capsys.readouterr().out
    assert "macro recall over families: 1.0000" in told
    assert "phash<=8" in told
    assert "crop_resistant_hash" in told
    assert len(out.read_text("utf-8").splitlines()) >= 4
    assert "to compare, of the candidates that nobody asked for" in told
    compared = json.loads(out.with_suffix(".about.json").read_text("utf-8"))[CANDIDATES]
    assert all(" of " in count for count in compared.values())
