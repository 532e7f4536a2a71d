"""Real pictures that others collected: orientations, one scene seen twice, photographs of 20 years.

Indexed through the command line into one project of three folders; judged by its reports, by what
the project says, and by what a person would see on the screen.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from dedup_desk.core.geometry import Extent
from dedup_desk.core.overlays import TwoPictures
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.records import ImageRecord
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.projects import Access, Project, open_project
from tests.helpers.command_line import Answer, Person
from tests.helpers.made_pictures import CORPUS

pytestmark = [pytest.mark.corpus, pytest.mark.timeout(600)]

FOLDERS = ("orientation", "same-scene", "photos")
MOTIFS = ("Landscape", "Portrait")

ZONES = {
    "digit": (0.50, 0.48),
    "top": (0.50, 0.05),
    "bottom": (0.50, 0.95),
    "left": (0.05, 0.49),
    "right": (0.94, 0.50),
}
"""Where the lettering stands on each motif, as shares of width and height."""

NEAR = 0.07


@dataclass(frozen=True, slots=True)
class ReadCorpus:
    """Three folders in one project, and what the command line says about them."""

    project: Project
    summary: dict[str, Any]
    pairs: list[dict[str, str]]
    members: list[dict[str, str]]
    unreadable: list[dict[str, str]]

    def found(self, folder: str) -> dict[frozenset[str], dict[str, str]]:
        """Pairs below one folder, by the two names."""
        return {
            frozenset((row["path_a"], row["path_b"])): row
            for row in self.pairs
            if Path(row["root_a"]).name == Path(row["root_b"]).name == folder
        }

    def groups(self, folder: str) -> list[list[str]]:
        """Names of the members of each group below one folder."""
        mine = [row for row in self.members if row["label"] == folder]
        clusters = sorted({row["cluster"] for row in mine})
        return [[row["path"] for row in mine if row["cluster"] == one] for one in clusters]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadCorpus]:
    if not CORPUS.is_dir():
        pytest.skip(f"no pictures to try at {CORPUS}")
    home = tmp_path_factory.mktemp("corpus")
    person, path = Person(home), home / "corpus.ddesk"
    said = person.says("index", path, *(CORPUS / name for name in FOLDERS))
    with open_project(path, Access.READ, places=person.places) as project:
        yield ReadCorpus(
            project,
            said.row("index"),
            _report(person, path, "pairs"),
            _report(person, path, "members"),
            _report(person, path, "unreadable"),
        )


@pytest.fixture(scope="module")
def screen(corpus: ReadCorpus) -> Iterator[Comparing]:
    """What draws pictures for the window."""
    folders = {root.label: root.folder for root in corpus.project.roots()}
    with WorkerPool(1) as pool:
        yield Comparing(pool, folders)


def test_what_was_found_adds_up(corpus: ReadCorpus):
    said = corpus.summary
    assert said["found"] == said["read"] + said["unreadable"] + said["skipped"]
    assert said["found"] == sum(len(list((CORPUS / name).iterdir())) for name in FOLDERS)


def test_orientations_are_two_groups_of_eight_one_a_motif(corpus: ReadCorpus):
    groups = sorted(sorted(group) for group in corpus.groups("orientation"))
    assert groups == [[f"{motif}_{number}.jpg" for number in range(1, 9)] for motif in MOTIFS]


@pytest.mark.parametrize("motif", MOTIFS)
def test_zero_with_its_words_set_otherwise_is_for_a_person(corpus: ReadCorpus, motif: str):
    found = corpus.found("orientation")
    for other in range(1, 9):
        row = found[frozenset((f"{motif}_0.jpg", f"{motif}_{other}.jpg"))]
        assert (row["relation"], row["finding"]) == ("same-layout", "look"), other


def test_each_orientation_stands_upright_on_the_screen(corpus: ReadCorpus, screen: Comparing):
    for motif in MOTIFS:
        records = [_record(corpus, f"{motif}_{number}.jpg") for number in range(9)]
        first, *others = (screen.picture(record, 800) for record in records)
        for other in others:
            assert other.shape == first.shape
            assert _unlike(first, other) < 3
        assert _unlike(first, np.rot90(first, 2)) > 20  # the motif has an upper side to tell


@pytest.mark.parametrize("motif", MOTIFS)
def test_among_one_to_eight_only_the_digit_is_boxed(corpus: ReadCorpus, motif: str):
    found = corpus.found("orientation")
    for one, other in combinations(range(1, 9), 2):
        row = found[frozenset((f"{motif}_{one}.jpg", f"{motif}_{other}.jpg"))]
        assert (row["relation"], row["finding"]) == ("retouched", "copy")
        assert _boxed(corpus, row) == Counter(["digit"]), (one, other)


@pytest.mark.parametrize("motif", MOTIFS)
def test_against_zero_the_four_shifted_words_are_boxed_too(corpus: ReadCorpus, motif: str):
    found = corpus.found("orientation")
    for other in range(1, 9):
        row = found[frozenset((f"{motif}_0.jpg", f"{motif}_{other}.jpg"))]
        assert _boxed(corpus, row) == Counter(list(ZONES)), other


@pytest.mark.parametrize("motif", MOTIFS)
def test_the_difference_view_boxes_the_same(corpus: ReadCorpus, screen: Comparing, motif: str):
    zero, three, five, six = (_record(corpus, f"{motif}_{number}.jpg") for number in (0, 3, 5, 6))
    assert _on_difference_view(screen, _pair(corpus, three, six), corpus) == {"digit"}
    assert _on_difference_view(screen, _pair(corpus, zero, five), corpus) == set(ZONES)


def test_one_scene_from_several_places_is_no_group(corpus: ReadCorpus):
    assert corpus.groups("same-scene") == []
    assert [row for row in corpus.found("same-scene").values() if row["finding"] == "copy"] == []


def test_exactly_two_photographs_are_unreadable_and_it_is_said_why(corpus: ReadCorpus):
    assert {row["path"] for row in corpus.unreadable} == {
        "32d08f4a5eb10332506ebedbb9bc7257.jpg",
        "40bb78b1ac031125a6d8466b374962a8.jpg",
    }
    for row in corpus.unreadable:
        assert "damaged" in row["reason"]
        assert len(row["reason"].split()) > 4


def test_the_near_copies_among_the_photographs_are_found_and_no_more(corpus: ReadCorpus):
    scanner = "Kodak CLAS Digital Film Scanner HR200"
    wanted = {
        frozenset(("Issue 600 (1).jpg", "Issue 600 (2).jpg")): "re-encoded",
        frozenset((f"{scanner} (1).jpg", f"{scanner} (2).jpg")): "same-bytes",
    }
    found = corpus.found("photos")
    assert {names: row["relation"] for names, row in found.items()} == wanted
    assert {row["finding"] for row in found.values()} == {"copy"}


def test_no_pair_joins_two_folders(corpus: ReadCorpus):
    assert [row for row in corpus.pairs if row["root_a"] != row["root_b"]] == []


def _report(person: Person, project: Path, kind: str) -> list[dict[str, str]]:
    output = project.with_name(f"{kind}.csv")
    answer: Answer = person.says("report", project, kind, "--output", output)
    assert answer.row("report")["size_bytes"] == output.stat().st_size
    with output.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _record(corpus: ReadCorpus, name: str) -> ImageRecord:
    records = corpus.project.index.records().values()
    return next(one for one in records if one.place.path == name.encode())


def _pair(corpus: ReadCorpus, a: ImageRecord, b: ImageRecord) -> VerifiedPair:
    wanted = {a.id, b.id}
    return next(one for one in corpus.project.pairs() if {one.key.a, one.key.b} == wanted)


def _boxed(corpus: ReadCorpus, row: dict[str, str]) -> Counter[str]:
    """What the regions of a reported pair stand on, on either side."""
    regions = json.loads(row["evidence"])["regions"]
    counts = []
    for side in ("a", "b"):
        picture = _record(corpus, row[f"path_{side}"]).picture
        centres = [(x + width / 2, y + height / 2) for x, y, width, height in _boxes(regions, side)]
        shares = [(x / picture.width_px, y / picture.height_px) for x, y in centres]
        counts.append(Counter(_zone(*share) for share in shares))
    assert counts[0] == counts[1], row
    return counts[0]


def _boxes(regions: list[dict[str, Any]], side: str) -> list[list[float]]:
    return [region[side] for region in regions]


def _zone(across: float, down: float) -> str:
    near = [
        name
        for name, (x, y) in ZONES.items()
        if abs(across - x) < NEAR and abs(down - y) < NEAR
    ]  # fmt: skip
    return near[0] if near else f"elsewhere ({across:.2f}, {down:.2f})"


def _on_difference_view(screen: Comparing, pair: VerifiedPair, corpus: ReadCorpus) -> set[str]:
    records = corpus.project.index.records()
    left, right = records[pair.key.a], records[pair.key.b]
    assert pair.registration is not None
    two = TwoPictures(
        screen.picture(left, 1600),
        screen.picture(right, 1600),
        Extent(left.picture.width_px, left.picture.height_px),
        Extent(right.picture.width_px, right.picture.height_px),
        pair.registration.matrix,
    )
    height, width = two.left.shape[:2]
    centres = [region.centre for region in screen.difference(two).regions]
    return {_zone(centre.x / width, centre.y / height) for centre in centres}


def _unlike(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Mean absolute difference in grey levels."""
    return float(np.abs(one.astype(np.int16) - other).mean())
