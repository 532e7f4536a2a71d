"""What a person decided, and how a decision is found again after files moved or changed.

How decisions are written into the ledger: `decision_events`; how its history becomes the present
state and the undo stack: `decision_history`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, FilePlace, ImageRecord, RecordId, SeenFile


class Verdict(StrEnum):
    """A person's answer about one image; no verdict yet is `None`."""

    CANONICAL = "canonical"
    RETIRE = "retire"
    VARIANT = "variant"
    NOT_DUPLICATE = "not-duplicate"
    SAME_QUALITY = "same-quality"
    UNSURE = "unsure"


class DecidedBy(StrEnum):
    """Whether a person judged this very image, or approved a rule's preview that contained it."""

    PERSON = "person"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict about one file, bound to what was seen.

    Attributes:
        subject: the file decided on (place and digest).
        verdict: the answer, or None when an earlier answer is taken back (undo).
        canonical: the kept copy this one was judged against: place and digest; None where the
            verdict needs none (canonical itself, unsure).
        relation: the machine's relation that the person saw, or None.
        cluster: the cluster id shown, for orientation only.
        variant_kind: for `VARIANT`: see `core/variant_kinds.py`.
        note: the person's words; personal text, kept beside the chain.
        decided_by: person or rule; `rule` names rule and version then.
    """

    subject: SeenFile
    verdict: Verdict | None
    canonical: SeenFile | None = None
    relation: Relation | None = None
    cluster: str | None = None
    variant_kind: str | None = None
    note: str | None = None
    decided_by: DecidedBy = DecidedBy.PERSON
    rule: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class ContentPair:
    """Two contents, wherever they lie; "not a duplicate" binds to them. `low <= high`."""

    low: Digest
    high: Digest

    @classmethod
    def of(cls, one: Digest, other: Digest) -> ContentPair:
        """Return the pair of two contents, whichever is named first."""
        return cls(min(one, other), max(one, other))


class FoundBy(StrEnum):
    """How the file of a decision was found again."""

    PLACE = "place"
    RELOCATED = "relocated"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class BoundDecision:
    """A decision and the image it is about today.

    Attributes:
        decision: as it was made.
        is_stale: one of the two contents changed since; it cannot be carried out.
        how: how the subject was found.
        canonical: the kept copy as it is today; None where the decision names none, or where it is
            not in the index now.
    """

    decision: Decision
    is_stale: bool
    how: FoundBy
    canonical: RecordId | None = None


def bind(
    decisions: Iterable[Decision],
    records: Iterable[ImageRecord],
    carried_out: Collection[FilePlace] = frozenset(),
) -> dict[RecordId, BoundDecision]:
    """Find again what each decision is about; what is not in the answer is asked again.

    A file is found by its exact place; else by the same path below another root, where the root
    it was decided in is gone and the content is equal; else by content, if exactly one file has it
    and nobody decided about that file itself. The copy that a decision keeps is never taken for
    the copy it retires.

    Args:
        decisions: the present ones, at most one a place.
        records: all images of the index.
        carried_out: places whose file was retired: their decision is done and moves to no twin.
    """
    search = _Search(records)
    bound: dict[RecordId, BoundDecision] = {}
    homeless: list[Decision] = []
    for decision in decisions:
        exact = search.by_place.get(decision.subject.place)
        if exact is None:
            homeless.append(decision)
        else:
            bound[exact.id] = search.bound(decision, exact, FoundBy.PLACE)
    for decision in homeless:
        found = search.elsewhere(decision) if decision.subject.place not in carried_out else None
        if found is not None and found[0].id not in bound:
            bound[found[0].id] = search.bound(decision, *found)
    return bound


class _Search:
    """The images by place, by path and by content."""

    def __init__(self, records: Iterable[ImageRecord]) -> None:
        self.by_place: dict[FilePlace, ImageRecord] = {}
        self._by_content: dict[Digest, list[ImageRecord]] = defaultdict(list)
        for record in records:
            self.by_place[record.place] = record
            self._by_content[record.digest].append(record)
        self._roots = {place.root for place in self.by_place}

    def elsewhere(self, decision: Decision) -> tuple[ImageRecord, FoundBy] | None:
        """Find the subject away from its place, or not at all."""
        kept = decision.canonical.place if decision.canonical else None
        return self._moved(decision.subject, kept)

    def bound(self, decision: Decision, record: ImageRecord, how: FoundBy) -> BoundDecision:
        """Say how the decision stands about `record`."""
        changed = record.digest != decision.subject.digest
        canonical, canonical_changed = self._canonical(decision.canonical, record)
        return BoundDecision(decision, changed or canonical_changed, how, canonical)

    def _canonical(
        self, seen: SeenFile | None, subject: ImageRecord
    ) -> tuple[RecordId | None, bool]:
        if seen is None:
            return None, False
        exact = self.by_place.get(seen.place)
        if exact is not None:
            return exact.id, exact.digest != seen.digest
        found = self._moved(seen, subject.place)
        return (found[0].id if found else None), False

    def _moved(self, seen: SeenFile, never: FilePlace | None) -> tuple[ImageRecord, FoundBy] | None:
        same = self._by_content.get(seen.digest, [])
        if seen.place.root not in self._roots:
            at_path = [one for one in same if one.place.path == seen.place.path]
            if len(at_path) == 1 and at_path[0].place != never:
                return at_path[0], FoundBy.RELOCATED
        if len(same) == 1 and same[0].place != never:
            return same[0], FoundBy.CONTENT
        return None


def present_pairs(
    pairs: Iterable[ContentPair], records: Iterable[ImageRecord]
) -> frozenset[tuple[RecordId, RecordId]]:
    """Return the record pairs (smaller id first) whose contents were called not duplicates."""
    by_content: Mapping[Digest, list[RecordId]] = defaultdict(list)
    for record in records:
        by_content[record.digest].append(record.id)
    return frozenset(
        (min(one, other), max(one, other))
        for pair in pairs
        for one in by_content.get(pair.low, ())
        for other in by_content.get(pair.high, ())
        if one != other
    )
