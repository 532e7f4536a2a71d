"""How many copies are found, how many others are taken for copies, and what they are called.

Run as `python -m tests.benchmarks.accuracy [FOLDER] [--scale 24] [--jobs 2] [--half blind]`. The
labelled collection is drawn into FOLDER unless it is there (see `variants.py`). By default the
whole program runs on the half, candidates included; `--pairs truth` compares labelled pairs only,
and also listens to the numbers on which the verifier decides. Every figure comes with its 95 %
bounds; ImageHash's hashes are judged on the same pairs. All pairs go to a file of JSON lines.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dedup_desk.services.bench import Depth
from tests.benchmarks.judging.asked import Asked, asked_pairs
from tests.benchmarks.judging.measuring import Measured, measured
from tests.benchmarks.judging.outcome import Outcome, outcome, write_outcomes
from tests.benchmarks.judging.pipeline import index_half, judged
from tests.benchmarks.judging.report import report
from tests.benchmarks.judging.rival_report import rival_report
from tests.benchmarks.judging.rivals import hashed_files, sampled
from tests.benchmarks.judging.verifying import verified
from tests.benchmarks.labelled.classes import FAMILIES
from tests.benchmarks.labelled.collecting import Plan, collection
from tests.benchmarks.labelled.truth import Half, Label


@dataclass(frozen=True, slots=True)
class Run:
    """What is to be judged, and how."""

    folder: Path
    half: Half
    labels: list[Label]
    jobs: int
    families: frozenset[str]

    @property
    def mine(self) -> list[Label]:
        """Labels of the half."""
        return [one for one in self.labels if one.half is self.half]


def main() -> None:
    """Judge and print."""
    given = _options().parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="dedup-desk-accuracy-"))
    labels = collection(Plan(folder, given.scale, given.jobs))
    run = Run(folder, Half(given.half), labels, given.jobs, frozenset(given.family or ()))
    begun = time.perf_counter()
    facts = measured(folder, run.half, labels, run.jobs)
    asked = asked_pairs(labels, run.half, facts, run.families)
    _told(f"{len(run.mine)} files measured, {len(asked)} pairs asked", begun)
    if given.pairs == "truth":
        outcomes = _compare(run, asked, facts)
    else:
        asked, outcomes = _index(run, asked, facts, Depth(given.depth))
    _told(f"{len(outcomes)} pairs judged, {run.half.value} half of {folder}", begun)
    write_outcomes(given.out or folder / f"outcomes-{run.half.value}-{given.pairs}.jsonl", outcomes)
    print(report(outcomes))
    if given.rivals:
        print("\n" + _rivals(run, asked, outcomes, given.rivals))


def _compare(run: Run, asked: Sequence[Asked], facts: Measured) -> list[Outcome]:
    return [
        replace(
            outcome(one.asked, one.pair, facts, one.observed),
            distance_bits=one.candidate.distance_bits,
        )
        for one in verified(asked, facts, run.jobs)
    ]


def _index(
    run: Run, asked: Sequence[Asked], facts: Measured, depth: Depth
) -> tuple[list[Asked], list[Outcome]]:
    project = index_half(run.folder, run.half, run.jobs, depth)
    by_place = {one.place: one for one in project.index.records().values()}
    records = {path: by_place[one.place] for path, one in facts.records.items()}
    outcomes = judged(project, asked, run.mine, replace(facts, records=records))
    return list(asked), outcomes


def _rivals(run: Run, asked: Sequence[Asked], outcomes: Sequence[Outcome], originals: int) -> str:
    paths = {label.path for one in asked for label in (one.one, one.other)}
    labels = [one for one in run.mine if one.path in paths]
    crops = sampled(asked, originals)
    hashes = hashed_files(run.folder, labels, run.jobs, with_crops=crops)
    return rival_report(list(zip(asked, outcomes, strict=False)), hashes)


def _told(text: str, begun: float) -> None:
    print(f"{text}: {time.perf_counter() - begun:.0f} s", flush=True)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__)
    add = options.add_argument
    add("folder", nargs="?", type=Path, help="of the collection; a temporary one by default")
    add("--scale", type=int, help="about how many originals (all by default)")
    add("--jobs", type=int, default=2, help="processes")
    add("--half", choices=[half.value for half in Half], default=Half.BLIND.value)
    add("--pairs", choices=("found", "truth"), default="found", help="whose candidates")
    add("--depth", choices=[depth.value for depth in Depth], default=Depth.DEEP.value)
    add("--family", action="append", choices=list(FAMILIES), help="only these copies; repeatable")
    add("--rivals", type=int, default=24, help="originals for the slow rival; 0 for no rivals")
    add("--out", type=Path, help="where the JSON lines go")
    return options


if __name__ == "__main__":
    main()
