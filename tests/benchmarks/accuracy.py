"""How many copies are found, how many others are taken for copies, and what they are called.

Run as `python -m tests.benchmarks.accuracy [FOLDER] [--scale 24] [--jobs 2] [--half blind]`. The
labelled collection is drawn into FOLDER unless it is there (see `variants.py`). By default the
program's own candidates are compared, in rounds of a few copies each; `--pairs truth` compares the
labelled pairs whether or not they were found, and looks closely at all that are aligned, for a fit;
`--pairs whole` runs the indexing job on the half.
Of the candidates that nobody asked for, pairs of unrelated files above all, an even share is
compared (`--strangers`, `--sisters`, `--cross`); how many of how many stands beside the outcomes.
Every figure comes with its 95 % bounds; ImageHash's hashes are judged on the same pairs. All pairs
go to a file of JSON lines, with the numbers on which the verifier decided, and what they were
measured on and with goes to a small file beside it. `--read OUTCOMES.jsonl` prints the figures of
such a file again without measuring; with FOLDER, the hashes beside them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dedup_desk.services.bench import Depth
from tests.benchmarks.judging.asked import Asked, asked_pairs, with_unseen
from tests.benchmarks.judging.candidates import found_candidates
from tests.benchmarks.judging.choosing import Most, strange_pairs
from tests.benchmarks.judging.measuring import Measured, measured
from tests.benchmarks.judging.outcome import Outcome, outcome, read_outcomes, write_outcomes
from tests.benchmarks.judging.pipeline import Opened, index_half, judged
from tests.benchmarks.judging.provenance import (
    CANDIDATES,
    provenance_of,
    read_provenance,
    write_provenance,
)
from tests.benchmarks.judging.report import report
from tests.benchmarks.judging.rival_report import rival_report
from tests.benchmarks.judging.rivals import hashed_files, sampled
from tests.benchmarks.judging.verifying import Question, Verified, as_candidate, verified
from tests.benchmarks.labelled.classes import FAMILIES
from tests.benchmarks.labelled.collecting import Plan, labels_at_hand
from tests.benchmarks.labelled.truth import Half, Label

_SAID_EVERY_SECONDS = 120.0


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
    if given.read:
        _print_again(given)
    else:
        _measure(given)


def _print_again(given: argparse.Namespace) -> None:
    outcomes = read_outcomes(given.read)
    made = read_provenance(given.read)
    print(f"{len(outcomes)} pairs of {given.read}; {json.dumps(made) if made else 'making untold'}")
    _print(outcomes, given.folder, given)


def _measure(given: argparse.Namespace) -> None:
    folder = given.folder or Path(tempfile.mkdtemp(prefix="dedup-desk-accuracy-"))
    labels = some_of(labels_at_hand(Plan(folder, given.scale, given.jobs)), given.originals)
    half = Half(given.half)
    labels = with_unseen(folder, labels, half)
    run = Run(folder, half, labels, given.jobs, frozenset(given.family or ()))
    counts: dict[str, str] = {}
    begun = time.perf_counter()
    facts = measured(folder, run.half, labels, run.jobs)
    asked = asked_pairs(labels, run.half, facts, run.families)
    _told(f"{len(run.mine)} files measured, {len(asked)} pairs asked", begun)
    if given.pairs == "whole":
        outcomes = _index(run, asked, facts, Depth(given.depth))
    elif given.pairs == "truth":
        questions = [(one, as_candidate(one, facts)) for one in asked]
        outcomes = _compare(run, questions, facts, is_whole=True)
    else:
        most = Most(given.strangers, given.sisters, given.cross)
        outcomes, counts = _find(run, asked, facts, most)
    _told(f"{len(outcomes)} pairs judged, {run.half.value} half of {folder}", begun)
    out = given.out or folder / f"outcomes-{run.half.value}-{given.pairs}.jsonl"
    write_outcomes(out, outcomes)
    write_provenance(
        out, {**provenance_of(folder, half), **({CANDIDATES: counts} if counts else {})}
    )
    _print(outcomes, folder, given)


def _print(outcomes: Sequence[Outcome], folder: Path | None, given: argparse.Namespace) -> None:
    print(report(outcomes))
    if given.rivals and folder:
        paths = {path for one in outcomes for path in (one.one, one.other)}
        crops = sampled(outcomes, given.rivals)
        hashes = hashed_files(folder, paths, given.jobs, with_crops=crops)
        print("\n" + rival_report(outcomes, hashes))


def some_of(labels: list[Label], originals: int | None) -> list[Label]:
    """Return the labels of so many originals of each half, evenly chosen, and all plain frames."""
    if originals is None:
        return labels
    kept: set[str] = set()
    for half in Half:
        keys = sorted({one.source for one in labels if one.half is half and one.family != "plain"})
        kept.update(keys[:: max(1, -(-len(keys) // originals))])
    return [one for one in labels if one.source in kept or one.family == "plain"]


def _compare(
    run: Run, questions: Sequence[Question], facts: Measured, *, is_whole: bool = False
) -> list[Outcome]:
    compared = verified(questions, facts, run.jobs, is_whole=is_whole)
    return [
        replace(
            outcome(one.asked, one.pair, facts, one.observed),
            distance_bits=one.candidate.distance_bits,
            votes=one.candidate.votes,
        )
        for one in told_on_the_way(compared, len(questions), time.perf_counter)
    ]


def told_on_the_way(
    compared: Iterable[Verified], count: int, clock: Callable[[], float]
) -> Iterator[Verified]:
    """Pass pairs on as they come, and every two minutes say how far it is."""
    begun = said = clock()
    for number, one in enumerate(compared, 1):
        yield one
        if clock() - said > _SAID_EVERY_SECONDS:
            said = clock()
            print(f"  {number} of {count} pairs compared: {said - begun:.0f} s", flush=True)


def _find(
    run: Run, asked: Sequence[Asked], facts: Measured, most: Most
) -> tuple[list[Outcome], dict[str, str]]:
    """Compare what the program would compare: of the asked pairs, and of those nobody asked for.

    Returns:
        the outcomes; "compared of found" by kind, of the candidates that nobody asked for.
    """
    begun = time.perf_counter()
    found = found_candidates(run.mine, facts, run.jobs)
    _told(f"{len(found)} candidates", begun)
    keys = [frozenset((one.one.path, one.other.path)) for one in asked]
    others = strange_pairs(run.mine, found.keys() - set(keys), most)
    counts = others.counts()
    _told(f"to compare, of the candidates that nobody asked for: {json.dumps(counts)}", begun)
    every = [*asked, *others.pairs]
    keys += [frozenset((one.one.path, one.other.path)) for one in others.pairs]
    tried = [(one, found[key]) for one, key in zip(every, keys, strict=True) if key in found]
    compared = {(one.one, one.other): one for one in _compare(run, tried, facts)}
    outcomes = [
        compared.get((one.one.path, one.other.path))
        or replace(outcome(one, None, facts, {}), is_candidate=False)
        for one in every
    ]
    return outcomes, counts


def _index(run: Run, asked: Sequence[Asked], facts: Measured, depth: Depth) -> list[Outcome]:
    project = index_half(run.folder, run.half, run.jobs, depth)
    return judged(project, asked, run.mine, placed_in(project, facts))


def placed_in(project: Opened, facts: Measured) -> Measured:
    """Return what was measured with the records of another index of the same files."""
    by_place = {one.place: one for one in project.index.records().values()}
    records = {path: by_place[one.place] for path, one in facts.records.items()}
    return replace(facts, records=records)


def _told(text: str, begun: float) -> None:
    print(f"{text}: {time.perf_counter() - begun:.0f} s", flush=True)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__)
    add = options.add_argument
    add("folder", nargs="?", type=Path, help="of the collection; a temporary one by default")
    add("--scale", type=int, help="about how many originals (all by default)")
    add("--originals", type=int, help="judge so many of the originals (all by default)")
    add("--jobs", type=int, default=2, help="processes")
    add("--half", choices=[half.value for half in Half], default=Half.BLIND.value)
    add("--pairs", choices=("found", "truth", "whole"), default="found", help="whose candidates")
    add("--strangers", type=int, default=6000, help="candidates of unrelated files, at most")
    add(
        "--sisters",
        type=int,
        default=2000,
        help="candidates of one series that go unasked, at most",
    )
    add("--cross", type=int, default=600, help="pairs of copies and hard negatives, at most")
    add("--depth", choices=[depth.value for depth in Depth], default=Depth.DEEP.value)
    add("--family", action="append", choices=list(FAMILIES), help="only these copies; repeatable")
    add("--rivals", type=int, default=24, help="originals for the slow rival; 0 for no rivals")
    add("--read", type=Path, help="print the figures of a file of JSON lines, measure nothing")
    add("--out", type=Path, help="where the JSON lines go")
    return options


if __name__ == "__main__":
    main()
