"""Which pairs are judged, and what kind of pair any two files of a labelled collection are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np
from PIL import Image

from dedup_desk.core.fingerprints import distance_bits
from tests.benchmarks.judging.measuring import Measured
from tests.benchmarks.labelled.canvas import Pixels
from tests.benchmarks.labelled.traps import is_seen
from tests.benchmarks.labelled.truth import Half, Kind, Label

NEAREST = 2
_LEAST_SHOWN = 0.6
"""A smaller part of a form may be the same on another form of its kind, and a smaller part of a
product on another of its series: nobody could tell."""


class PairKind(StrEnum):
    """What two files are to each other, by their labels."""

    COPY = "copy"
    CONTENT = "content"
    DIFFERENT = "different"
    NEIGHBOUR = "neighbour"
    PLAIN = "plain"
    UNRELATED = "unrelated"
    CROSSED = "crossed"
    """A copy of an original and a hard negative of the same one, or two hard negatives of it."""
    SISTER = "sister"
    """Two articles of one series: an original, or what was made of it, and a sister's."""
    UNTELLABLE = "untellable"


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair to judge: an original (or whatever comes first) and another file."""

    one: Label
    other: Label
    kind: PairKind


def kind_of(one: Label, other: Label) -> PairKind:
    """Say what two files are to each other."""
    kinds = {one.kind, other.kind}
    if one.source != other.source:
        return _sisters(one, other) or _apart(one, other)
    if kinds <= {Kind.ORIGINAL, Kind.COPY}:
        return PairKind.COPY
    if Kind.UNSEEN in kinds:
        return PairKind.UNTELLABLE
    if min(one.shown_share, other.shown_share) < _LEAST_SHOWN:
        return PairKind.UNTELLABLE
    return PairKind.DIFFERENT if Kind.DIFFERENT in kinds else PairKind.CONTENT


def with_unseen(folder: Path, labels: Sequence[Label], half: Half) -> list[Label]:
    """Return the labels; traps of a half that cannot be seen in the files are told apart.

    Args:
        folder: of the collection.
        labels: of the whole collection.
        half: whose files are looked at.
    """
    originals = {one.source: one for one in labels if one.kind is Kind.ORIGINAL}

    def _told(one: Label) -> Label:
        if one.kind is not Kind.CONTENT or one.half is not half:
            return one
        sides = (_decoded(folder / side.path) for side in (originals[one.source], one))
        return one if is_seen(*sides) else replace(one, kind=Kind.UNSEEN)

    return [_told(one) for one in labels]


def asked_pairs(
    labels: Sequence[Label], half: Half, measured: Measured, families: frozenset[str]
) -> list[Asked]:
    """Return the pairs of a half: every original with all that was made of it, and strangers.

    Args:
        labels: of the whole collection.
        half: which side of the split.
        measured: for the strangers that look nearest.
        families: only these families of copies, and all hard negatives; empty for all.
    """
    mine = [one for one in labels if one.half is half]
    originals = {one.source: one for one in mine if one.kind is Kind.ORIGINAL}
    made = [
        Asked(originals[one.source], one, kind_of(originals[one.source], one))
        for one in mine
        if one.kind in (Kind.COPY, Kind.DIFFERENT, Kind.CONTENT, Kind.UNSEEN)
        and (not families or one.kind is not Kind.COPY or one.family in families)
    ]
    loose = [one for one in mine if one.kind in (Kind.ORIGINAL, Kind.PLAIN)]
    wanted = {one.other.path for one in made} | {one.path for one in originals.values()}
    return [
        *made,
        *_of_sisters(originals.values(), [one for one in mine if one.path in wanted]),
        *_strangers(loose, measured),
    ]


def _decoded(path: Path) -> Pixels:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def nearest_bits(measured: Measured, one: str, other: str) -> tuple[int, int]:
    """Return the least distance of two files' fingerprints over the symmetries, and which."""
    left, right = measured.phash64[one], measured.phash64[other]
    distances = distance_bits(left[None, :1], right[:, None])
    symmetry = int(np.argmin(distances))
    return int(distances[symmetry]), symmetry


def _strangers(loose: Sequence[Label], measured: Measured) -> Iterator[Asked]:
    """Yield for every loose picture the other ones whose fingerprints are nearest."""
    seen: set[frozenset[str]] = set()
    for one in loose:
        others = [other for other in loose if not _is_kin(one, other)]
        others.sort(key=lambda other: (nearest_bits(measured, one.path, other.path), other.path))
        for other in others[:NEAREST]:
            key = frozenset((one.path, other.path))
            if key not in seen:
                seen.add(key)
                yield Asked(one, other, kind_of(one, other))


def _of_sisters(originals: Iterable[Label], labels: Sequence[Label]) -> Iterator[Asked]:
    """Yield every original with its sister and with all that was made of the sister."""
    for one in originals:
        for other in labels:
            is_apart = one.source != other.source and bool(one.series)
            is_new = other.kind is not Kind.ORIGINAL or one.path < other.path
            if is_apart and is_new and one.series == other.series:
                yield Asked(one, other, kind_of(one, other))


def _is_kin(one: Label, other: Label) -> bool:
    return one.source == other.source or _sisters(one, other) is not None


def _sisters(one: Label, other: Label) -> PairKind | None:
    if not one.series or one.series != other.series:
        return None
    is_part = min(one.shown_share, other.shown_share) < _LEAST_SHOWN
    return PairKind.UNTELLABLE if is_part else PairKind.SISTER


def _apart(one: Label, other: Label) -> PairKind:
    if Kind.PLAIN in (one.kind, other.kind):
        return PairKind.PLAIN
    return PairKind.NEIGHBOUR if one.group == other.group else PairKind.UNRELATED
