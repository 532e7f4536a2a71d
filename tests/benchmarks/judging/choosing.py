"""Which candidates that nobody asked for are compared: of thousands of strangers an even share."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tests.benchmarks.judging.asked import Asked, PairKind, kind_of
from tests.benchmarks.labelled.truth import Kind, Label


@dataclass(frozen=True, slots=True)
class Most:
    """At most so many pairs of a kind are compared; of all other kinds every pair.

    Attributes:
        strangers: pairs of unrelated files.
        sisters: of two articles of one series.
        crossed: of a copy with a hard negative of its own original, or of two of these.
    """

    strangers: int = 6000
    sisters: int = 2000
    crossed: int = 600


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pairs to compare, and how many there were of each kind."""

    pairs: list[Asked]
    of: Counter[PairKind]

    def counts(self) -> dict[str, str]:
        """Return "compared of found" by kind."""
        compared = Counter(one.kind for one in self.pairs)
        return {kind.value: f"{compared[kind]} of {self.of[kind]}" for kind in sorted(self.of)}


def strange_pairs(labels: Sequence[Label], found: Iterable[frozenset[str]], most: Most) -> Chosen:
    """Return pairs that were found though they are no copies of each other.

    Args:
        labels: of one half.
        found: pairs of paths that nobody asked for.
        most: how many.
    """
    by_path = {one.path: one for one in labels}
    both = [sorted((by_path[path] for path in key), key=_copies_first) for key in found]
    by_kind: dict[PairKind, list[Asked]] = defaultdict(list)
    for one, other in both:
        pair = _as_found(one, other)
        by_kind[pair.kind].append(pair)
    for kind in (PairKind.COPY, PairKind.CONTENT, PairKind.UNTELLABLE):
        by_kind.pop(kind, None)
    bounds = {
        PairKind.UNRELATED: most.strangers,
        PairKind.SISTER: most.sisters,
        PairKind.CROSSED: most.crossed,
    }
    chosen = [one for kind, some in by_kind.items() for one in evenly(some, bounds.get(kind))]
    of = Counter({kind: len(some) for kind, some in by_kind.items()})
    return Chosen(sorted(chosen, key=_paths), of)


def evenly(pairs: Sequence[Asked], most: int | None) -> list[Asked]:
    """Return at most so many pairs, spread over the pairs of originals behind them.

    Every pair of originals gives a first one; after that each gives by how many it has, so that
    neither a look-alike pair is left out nor one that looks alike a hundred times counted once. Are
    there more pairs of originals than that, those with most candidates come first.

    Args:
        pairs: of one kind.
        most: how many; None for all.
    """
    if most is None or len(pairs) <= most:
        return list(pairs)
    families: dict[frozenset[str], list[Asked]] = defaultdict(list)
    for one in pairs:
        families[frozenset((one.one.source, one.other.source))].append(one)
    turns = [
        (place / len(some), -len(some), _paths(one), one)
        for some in families.values()
        for place, one in enumerate(sorted(some, key=_shuffled))
    ]
    return [one for *_, one in sorted(turns, key=lambda turn: turn[:3])[:most]]


def _as_found(one: Label, other: Label) -> Asked:
    pair = Asked(one, other, kind_of(one, other))
    return replace(pair, kind=PairKind.CROSSED) if pair.kind is PairKind.DIFFERENT else pair


def _paths(pair: Asked) -> tuple[str, str]:
    return pair.one.path, pair.other.path


def _shuffled(pair: Asked) -> tuple[int, tuple[str, str]]:
    """Order pairs by chance, the same every time and not in step with the names of variants."""
    return zlib.crc32("|".join(_paths(pair)).encode()), _paths(pair)


def _copies_first(label: Label) -> tuple[bool, str]:
    return label.kind is not Kind.COPY, label.path
