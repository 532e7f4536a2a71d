"""Draws a labelled collection: originals, their variants with truth, hard negatives, traps.

Run as `python -m tests.benchmarks.variants FOLDER [--scale 24] [--jobs 2]`. The files go to
`FOLDER/fit` and `FOLDER/blind`, the truth to `FOLDER/labels.jsonl`; a folder that is complete is
left as it is. `labelled/classes.py` is the table of variants, `labelled/sources.py` says where the
originals come from and on which side of the split they are. Its `SEED` turns all that is drawn, the
originals too; only the split of what is not drawn, the photographs above all, is the same for every
seed. Some goods and papers are sisters: originals of one form with other content.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from tests.benchmarks.labelled.classes import FAMILIES, VARIANTS
from tests.benchmarks.labelled.collecting import Plan, collection
from tests.benchmarks.labelled.truth import Label


def main() -> None:
    """Draw and count."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="where the collection is kept")
    options.add_argument("--scale", type=int, help="about how many originals (all by default)")
    options.add_argument("--jobs", type=int, default=2, help="processes")
    given = options.parse_args()
    begun = time.perf_counter()
    labels = collection(Plan(given.folder, given.scale, given.jobs))
    print(f"{len(VARIANTS)} classes of {len(FAMILIES)} families")
    print(counted(labels))
    print(f"{time.perf_counter() - begun:.0f} s")


def counted(labels: list[Label]) -> str:
    """Return how many files of each family there are on both sides."""
    counts = Counter((one.half.value, one.family) for one in labels)
    return "\n".join(f"{half:6} {family:14} {count:5}" for (half, family), count in counts.items())


if __name__ == "__main__":
    main()
