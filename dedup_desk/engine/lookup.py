"""Asks the inverted file in a child process: packed features and segment files in, hits out.

The parent opens the segments and passes descriptors; the child maps them, so that children share
one copy in memory and read only the postings that a question touches. A disk that goes away under
a mapped file kills whoever touches it, which is why no other process maps one.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Sequence
from functools import cache
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.array_file import read_arrays
from dedup_desk.core.features import Postings
from dedup_desk.core.suggestions import HIT, LEAST_SCORE, REACH
from dedup_desk.engine.feature_index import INDEX_RECIPE, FeatureIndex
from dedup_desk.engine.features import FEATURES_RECIPE, read_features
from dedup_desk.engine.limits import DECODED_FACTOR
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import Answer, Work, WorkFailed

LOOKUP_RECIPE: Final = f"{INDEX_RECIPE}; {FEATURES_RECIPE}"
"""What made a segment and an answer."""

MOST_QUESTIONS: Final = 32
"""As many as one work may carry."""

_LOOKUP_S: Final = 0.02
_OPENING_S: Final = 0.5
_WORKING_BYTES: Final = 60_000_000


def lookup_work(
    features: Sequence[bytes], segments: Sequence[bytes], segment_bytes: int, tag: object = None
) -> Work:
    """Return the work of asking for several contents.

    Args:
        features: packed, at most `MOST_QUESTIONS`.
        segments: absolute paths of sound segments.
        segment_bytes: size of them all, which the child maps.
        tag: handed back untouched with the answer.
    """
    return Work(
        task="lookup",
        parcel=Parcel({}, tuple(features)),
        files=tuple(segments),
        cost=_OPENING_S + _LOOKUP_S * len(features),
        decoded_bytes=segment_bytes // DECODED_FACTOR + _WORKING_BYTES,
        tag=tag,
    )


def read_lookup(work: Work, answer: Answer) -> tuple[NDArray[np.void], ...]:
    """Return the hits (`HIT`, best first) of every question; empty where the work failed."""
    if isinstance(answer, WorkFailed) or len(answer.blobs) != len(work.parcel.blobs):
        return ()
    if any(len(blob) % HIT.itemsize for blob in answer.blobs):
        return ()
    hits = tuple(np.frombuffer(blob, HIT) for blob in answer.blobs)
    return hits if all(np.isfinite(one["score"]).all() for one in hits) else ()


def lookup_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: ask for each content."""
    index = _shelf_of_this_process().index(files)
    return Parcel({}, tuple(_hits(index, packed) for packed in question.blobs))


class _Shelf:
    """The index that was asked last: mapping it anew for every question would cost more."""

    def __init__(self) -> None:
        self._which: tuple[tuple[int, ...], ...] = ()
        self._index = FeatureIndex(())

    def index(self, files: Sequence[BinaryIO]) -> FeatureIndex:
        which = tuple(_identity(file) for file in files)
        if which != self._which:
            self._which = ()
            self._index = FeatureIndex([_mapped(file) for file in files])
            self._which = which
        return self._index


@cache
def _shelf_of_this_process() -> _Shelf:
    return _Shelf()


def _identity(file: BinaryIO) -> tuple[int, ...]:
    facts = os.fstat(file.fileno())
    return facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns


def _mapped(file: BinaryIO) -> Postings:
    memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return Postings(**read_arrays(memoryview(memory), LOOKUP_RECIPE))


def _hits(index: FeatureIndex, packed: bytes) -> bytes:
    found = index.query(read_features(packed), REACH + 1, LEAST_SCORE)
    return np.array([(one.image, one.score) for one in found], HIT).tobytes()
