"""Measures the files of one half with the program's own workers; kept, so that it is done once."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import FilePlace, FileStamp, ImageRecord
from dedup_desk.engine.features import FEATURES_RECIPE
from dedup_desk.engine.measure import RECIPE, measure_work, read_measured
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.engine.verify import VerifySide
from dedup_desk.services.bench import Bench
from dedup_desk.services.deepening import describe
from dedup_desk.services.roots import Root
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.pictures import PictureKind
from tests.benchmarks.judging.pixels import Digests, pixel_digests
from tests.benchmarks.labelled.truth import Half, Label

LABEL = "set"
_AT_ONCE = 64


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What is known of every file of a half, by its label's path.

    Attributes:
        records: as the index keeps them.
        phash64: (8,) uint64 each.
        digests: of the pixels, by content.
        index: holds the small pictures and the features.
        root: the half's folder.
    """

    records: Mapping[str, ImageRecord]
    phash64: Mapping[str, NDArray[np.uint64]]
    digests: Digests
    index: IndexFile
    root: Root

    def side(self, label: Label) -> VerifySide:
        """Return a file as the verifier wants it."""
        record = self.records[label.path]
        proxy = self.index.picture(record.digest, PictureKind.PROXY)
        if proxy is None:
            raise LookupError(f"{label.path} was measured but has no small picture")
        features = self.index.features.features(record.digest, FEATURES_RECIPE)
        digest = self.digests.get(record.digest)
        return VerifySide(record, self.root.absolute(record.place), proxy, digest, features)


def measured(folder: Path, half: Half, labels: Sequence[Label], jobs: int) -> Measured:
    """Return what the program measures on the files of a half.

    Args:
        folder: of the collection; what was measured is kept in it.
        half: which side.
        labels: of the whole collection.
        jobs: child processes.

    Raises:
        LookupError: a drawn file could not be read.
    """
    root = Root(LABEL, os.fsencode((folder / half.value).resolve()))
    index = IndexFile.open(folder / f"measured-{half.value}")
    paths = [one.path.removeprefix(f"{half.value}/") for one in labels if one.half is half]
    with WorkerPool(jobs) as pool:
        bench = Bench(index, {LABEL: root}, pool, lambda _progress: None, CancelToken())
        _measure(bench, root, paths)
        records = bench.index.records()
        describe(bench, {one.digest for one in records.values() if not one.is_blank})
        digests = pixel_digests(bench)
    table = index.fingerprints(RECIPE)
    if len(table.ids) < len(records):
        raise LookupError(f"{folder} was measured by another recipe: remove its measured-* folders")
    rows = {int(which): row for row, which in enumerate(table.ids)}
    by_path = {f"{half.value}/{os.fsdecode(one.place.path)}": one for one in records.values()}
    phash64 = {path: table.phash64[rows[int(one.id)]] for path, one in by_path.items()}
    missing = {one.path for one in labels if one.half is half} - by_path.keys()
    if missing:
        raise LookupError(f"{len(missing)} drawn files could not be read, {min(missing)} first")
    return Measured(by_path, phash64, digests, index, root)


def _measure(bench: Bench, root: Root, paths: Sequence[str]) -> None:
    known = bench.index.stamps()
    stamps = (_stamp(root, path) for path in sorted(paths))
    works = (measure_work(one, root.folder) for one in stamps if one.place not in known)
    answers = bench.pool.run(works, bench.cancel)
    while some := list(islice(answers, _AT_ONCE)):
        read = [read_measured(work, answer) for work, answer in some]
        bench.index.put_measured([one for one in read if isinstance(one, MeasuredImage)])


def _stamp(root: Root, path: str) -> FileStamp:
    name = os.fsencode(path)
    info = Path(os.fsdecode(root.folder), path).stat()
    place = FilePlace(LABEL, name)
    return FileStamp(place, info.st_size, info.st_mtime_ns, info.st_dev, info.st_ino)
