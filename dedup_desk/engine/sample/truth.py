"""What is true of the sample: what every file is, and what one file is of another.

The truth follows from the same `Change` values that drew the files, never from looking at them, so
that a detector can be measured against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest
from dedup_desk.engine.sample.changes import WHOLE, Change, Kept
from dedup_desk.engine.sample.variants import VariantKind


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One readable picture of the sample.

    Attributes:
        place: path below the sample's folder, as it was written.
        original: key of the picture it shows.
        variant: row of `VARIANTS`, or None for the original itself.
        kind: its class.
        change: how its upright picture differs from the original's.
        pixels: equal texts mean that every stored sample is equal (depth and profile included).
        orientation: EXIF orientation as stored.
        facts: metadata that the file itself carries.
        digest: SHA-256 of the bytes.
        size_bytes: length.
    """

    place: bytes
    original: str
    variant: str | None
    kind: VariantKind
    change: Change
    pixels: str
    orientation: int
    facts: MetadataFacts
    digest: Digest
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a detector should say about two files.

    Attributes:
        relation: the principal relation; None when the two must not be found as a pair at all.
        relations: all that apply, in order of precedence.
        also: answers that are acceptable in its place.
        may_be_proposed: whether a rule may ever propose to retire one for the other.
    """

    relation: Relation | None
    relations: tuple[Relation, ...] = ()
    also: tuple[Relation, ...] = ()
    may_be_proposed: bool = True

    def accepts(self, found: Relation | None) -> bool:
        """Say whether an answer is right."""
        return found == self.relation or found in self.also


@dataclass(frozen=True, slots=True)
class SampleTruth:
    """Everything that is true of one drawn sample.

    Attributes:
        files: the readable pictures, sorted by place.
        unreadable: places of files that have an image's suffix and cannot be decoded.
        companions: places of sidecars.
        others: places of files that are no images by their name.
        replaced: (wanted, written) names that this file system refused.
    """

    files: tuple[SampleFile, ...]
    unreadable: tuple[bytes, ...] = ()
    companions: tuple[bytes, ...] = ()
    others: tuple[bytes, ...] = ()
    replaced: tuple[tuple[bytes, bytes], ...] = ()

    def by_place(self) -> dict[bytes, SampleFile]:
        """Return the readable pictures by their place."""
        return {one.place: one for one in self.files}

    def pairs(self) -> Iterator[tuple[SampleFile, SampleFile, Expectation]]:
        """Yield every two files that a detector should find, with what it should say."""
        for left, right in combinations(self.files, 2):
            wanted = expectation(left, right)
            if wanted.relation is not None:
                yield left, right, wanted

    def copies(self) -> Iterator[tuple[SampleFile, SampleFile, Expectation]]:
        """Yield (original, copy, expectation) for every copy."""
        originals = {one.original: one for one in self.files if one.variant is None}
        for one in self.files:
            if one.variant is not None:
                original = originals[one.original]
                yield original, one, expectation(original, one)


KINSHIPS: dict[frozenset[str], tuple[Relation, tuple[Relation, ...]]] = {
    frozenset(("first_deed", "second_deed")): (Relation.SAME_LAYOUT, ()),
    frozenset(("stamped_deed", "second_deed")): (Relation.SAME_LAYOUT, ()),
    frozenset(("first_deed", "stamped_deed")): (Relation.RETOUCHED, (Relation.LOOK,)),
    frozenset(("red_handbag", "blue_handbag")): (Relation.LOOK, (Relation.RETOUCHED,)),
    frozenset(("first_print", "second_print")): (Relation.RESCAN, (Relation.LOOK,)),
}
"""Different originals that resemble each other on purpose: what the pair is, what else will do."""

_NOT_FOR_RULES = frozenset(
    (Relation.SAME_LAYOUT, Relation.RETOUCHED, Relation.RESCAN, Relation.LOOK)
)


def expectation(left: SampleFile, right: SampleFile) -> Expectation:
    """Return what a detector should say about two files of one sample."""
    if left.digest == right.digest:
        return _found([Relation.SAME_BYTES])
    if left.pixels == right.pixels:
        return _found([Relation.SAME_PIXELS])
    if left.original == right.original:
        return _found(_differences(left.change, right.change), _doubts(left, right))
    return _between_kin(left, right)


def _between_kin(left: SampleFile, right: SampleFile) -> Expectation:
    kin = KINSHIPS.get(frozenset((left.original, right.original)))
    if kin is None:
        return Expectation(None, may_be_proposed=False)
    relation, also = kin
    if relation is Relation.LOOK:
        return Expectation(relation, (relation,), also, may_be_proposed=False)
    applying = _differences(left.change, right.change)
    applying = [*(one for one in applying if one is not Relation.RE_ENCODED), relation]
    return _found(applying, also)


def _found(applying: list[Relation], also: tuple[Relation, ...] = ()) -> Expectation:
    order = tuple(one for one in Relation if one in applying)
    safe = not _NOT_FOR_RULES.intersection(order)
    return Expectation(order[0], order, also, safe)


def _differences(left: Change, right: Change) -> list[Relation]:
    """Return the relations that two changes of one picture make, re-encoded if there are none."""
    if not _nested(left.kept, right.kept):
        return [Relation.LOOK]
    checks = {
        Relation.NEGATIVE: left.is_negative != right.is_negative,
        Relation.CROPPED: left.kept != right.kept,
        Relation.BORDERED: left.border != right.border,
        Relation.OVERLAID: left.overlay != right.overlay,
        Relation.RETOUCHED: left.retouch != right.retouch,
        Relation.MIRRORED: left.is_mirrored != right.is_mirrored,
        Relation.ROTATED: _turned(left, right),
        Relation.GREYSCALE: left.is_grey != right.is_grey,
        Relation.TONE: left.tone != right.tone,
        Relation.RESIZED: left.scale != right.scale,
    }
    return [relation for relation, applies in checks.items() if applies] or [Relation.RE_ENCODED]


def _turned(left: Change, right: Change) -> bool:
    """Say whether one is a quarter turn of the other; a mirror and a half turn is a mirror."""
    return left.turns % 4 != right.turns % 4


def _nested(left: Kept, right: Kept) -> bool:
    return _inside(left, right) or _inside(right, left)


def _inside(inner: Kept, outer: Kept) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _doubts(left: SampleFile, right: SampleFile) -> tuple[Relation, ...]:
    """Return what will also do where several structural changes came together."""
    structural = sum(
        (
            left.change.kept != right.change.kept
            or WHOLE not in (left.change.kept, right.change.kept),
            left.change.border != right.change.border,
            left.change.overlay != right.change.overlay,
            left.change.retouch != right.change.retouch,
            left.change.is_negative != right.change.is_negative,
        )
    )
    combined = VariantKind.COMBINED in (left.kind, right.kind)
    return (Relation.LOOK,) if combined or structural > 1 else ()
