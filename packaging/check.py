"""Every check of this project, by name; `.ci/run` calls nothing else.

    python packaging/check.py lint               style, types, layers, dead code, words
    python packaging/check.py test [--coverage]  the tests; what follows goes to pytest
    python packaging/check.py slow [--sample]    crash matrix, soak and size tests, or some of each
    python packaging/check.py bench              the benchmarks; they print, they do not judge

It prints each command it runs, so that any of them can be repeated by hand.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
COVERAGE = CHECKOUT / "build" / "coverage"

RATCHET = {
    "dedup_desk/core/": 98.5,
    "dedup_desk/engine/files.py": 97.0,
    "dedup_desk/engine/mover.py": 98.5,
}
"""Percent of lines and branches that tests must reach below a path; these only grow."""

_SHARES = (
    ("tests/ui", "tests/stories", "tests/conformance"),
    ("tests/unit", "tests/crash", "tests/architecture"),
)
"""All tests, in two shares that take about as long: one for each of two processors."""

LINT = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("vulture",),
    ("python", "packaging/translate.py", "check"),
)
SAMPLED = ("--sample", "2")


def lint(_arguments: list[str]) -> bool:
    """Run every linter, also after one of them failed."""
    failed = [command for command in LINT if not _run(*command)]
    for command in failed:
        _say(f"to mend: {shlex.join(command)}")
    return not failed


def test(arguments: list[str]) -> bool:
    """Run the tests that are not slow, on request with coverage and its limits."""
    rest = [word for word in arguments if word != "--coverage"]
    tests = ("-m", "pytest", "-q", "-m", "not slow", *rest)
    tool = ("python",) if rest == arguments else ("coverage", "run")
    if rest != arguments:
        COVERAGE.mkdir(parents=True, exist_ok=True)
        _run("coverage", "erase")
    shares = [(*tool, *tests, *share) for share in ([()] if rest else _SHARES)]
    with ThreadPoolExecutor(len(shares)) as pool:  # each waits for a process of its own
        passed = all(list(pool.map(lambda share: _run(*share), shares)))
    if rest == arguments:
        return passed
    return all([passed, _run("coverage", "combine", "-q"), _covered_enough()])


def slow(arguments: list[str]) -> bool:
    """Run the slow tests, or with `--sample` a few cases of each."""
    rest = [word for word in arguments if word != "--sample"]
    sample = SAMPLED if rest != arguments else ()
    return _run("python", "-m", "pytest", "-q", "-m", "slow", *sample, *rest)


def bench(arguments: list[str]) -> bool:
    """Run every benchmark, or those whose names contain one of the words given."""
    names = [path.stem for path in sorted((CHECKOUT / "tests" / "benchmarks").glob("bench_*.py"))]
    wanted = [name for name in names if not arguments or any(word in name for word in arguments)]
    if not wanted:
        _say(f"no benchmark of that name; there are: {', '.join(names)}")
        return False
    failed = [name for name in wanted if not _run("python", "-m", f"tests.benchmarks.{name}")]
    return not failed


def _covered_enough() -> bool:
    summary = COVERAGE / "coverage.json"
    total = _run("coverage", "report")
    if not _run("coverage", "json", "-q", "-o", str(summary), "--fail-under", "0"):
        return False
    files = json.loads(summary.read_text("utf-8"))["files"]
    return all([total, *(_reached(path, least, files) for path, least in RATCHET.items())])


def _reached(path: str, least: float, files: dict[str, dict[str, dict[str, float]]]) -> bool:
    summaries = [entry["summary"] for name, entry in files.items() if name.startswith(path)]
    share = _percent(summaries)
    _say(f"coverage of {path}: {share:.1f} %, at least {least:.1f} % wanted")
    return share >= least


def _percent(summaries: Iterable[dict[str, float]]) -> float:
    seen, all_of_them = 0.0, 0.0
    for summary in summaries:
        seen += summary["covered_lines"] + summary["covered_branches"]
        all_of_them += summary["num_statements"] + summary["num_branches"]
    return 100 * seen / all_of_them if all_of_them else 100.0


def _run(tool: str, *arguments: str) -> bool:
    """Run a tool of this environment in the checkout; tell what ran, how long, and whether well."""
    _say(shlex.join([tool, *arguments]))
    path = os.pathsep.join((str(TOOLS), os.environ.get("PATH", "")))
    began_s = time.monotonic()
    ended = subprocess.run(
        [str(TOOLS / tool), *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "PATH": path},
        check=False,
    )
    verdict = "ok" if ended.returncode == 0 else f"FAILED with exit code {ended.returncode}"
    _say(f"{tool}: {verdict}, {time.monotonic() - began_s:.1f} s")
    return ended.returncode == 0


def _say(text: str) -> None:
    print(f"[check] {text}", flush=True)


JOBS: dict[str, Callable[[list[str]], bool]] = {
    "lint": lint,
    "test": test,
    "slow": slow,
    "bench": bench,
}


def main(arguments: list[str]) -> int:
    """Run one job; return 0 when everything in it passed."""
    job = JOBS.get(arguments[0]) if arguments else None
    if job is None:
        print(__doc__)
        return 2
    return 0 if job(arguments[1:]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
