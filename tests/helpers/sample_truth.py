"""The sample collection for acceptance tests: drawn once a session, with what is true of it.

`whole_sample()` gives the folder (do not write in it; `copied_sample` makes one of your own) and
the truth. Of the truth, `copies()` yields (original, copy, expectation), `pairs()` every two files
that should be found; `expectation(a, b)` is what is true of any two files.
`Expectation.accepts(relation)` says whether an answer is right; None means "must not be found".
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from dedup_desk.engine.sample.collection import SEED, DrawnFile, draw_collection
from dedup_desk.engine.sample.truth import (
    Expectation,
    SampleFile,
    SampleTruth,
    expectation,
)
from dedup_desk.engine.sample.writing import SampleWriter

__all__ = [
    "Expectation",
    "SampleFile",
    "SampleTruth",
    "copied_sample",
    "drawn",
    "expectation",
    "whole_sample",
    "written_sample",
]


@cache
def whole_sample() -> tuple[Path, SampleTruth]:
    """The whole sample in a folder that lives as long as the test session (about 12 s)."""
    home = Path(tempfile.mkdtemp(prefix="dedup-desk-sample-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home / "sample", written_sample(home / "sample")


def written_sample(folder: Path, *keys: str, seed: int = SEED) -> SampleTruth:
    """Write the families of these originals ("" for the odd files; none: all) into a new folder."""
    folder.mkdir(parents=True)
    writer = SampleWriter(os.fsencode(folder), seed)
    writer.begin()
    for _, files in draw_collection(seed, keys or None):
        for one in files:
            writer.write(one)
    return writer.finish()


def copied_sample(folder: Path) -> SampleTruth:
    """Copy the whole sample with its dates and modes to `folder`, to be moved about in."""
    source, truth = whole_sample()
    shutil.copytree(source, folder)
    return truth


@cache
def drawn(key: str) -> tuple[DrawnFile, ...]:
    """The files of one original, as they would be written: the original first."""
    ((_, files),) = draw_collection(SEED, (key,))
    return files
