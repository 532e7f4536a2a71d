"""A person's answers in memory: what holds about each file, and which image it is about today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dedup_desk.core.decisions import BoundDecision, Decision, Verdict, bind
from dedup_desk.core.records import FilePlace, RecordId, SeenFile
from dedup_desk.services.stock import Stock


class Answers:
    """What holds now; whoever commits an answer tells it here afterwards.

    Args:
        shelf: the generation that is reviewed.
    """

    def __init__(self, shelf: Stock) -> None:
        self._shelf = shelf
        self.present: dict[FilePlace, Decision] = {}
        self._bound: dict[RecordId, BoundDecision] = {}

    def reload(self, present: Mapping[FilePlace, Decision]) -> None:
        """Take over what a project says."""
        self.present = dict(present)
        self._bound = self._shelf.bound(self.present.values())

    def bound(self, record: RecordId) -> BoundDecision | None:
        """Return the answer about one image, a stale one too."""
        return self._bound.get(record)

    def verdict(self, record: RecordId) -> Verdict | None:
        """Return the answer in force about one image; a stale one is no answer."""
        bound = self._bound.get(record)
        return None if bound is None or bound.is_stale else bound.decision.verdict

    def verdicts(self) -> dict[RecordId, Verdict]:
        """Return every answer in force."""
        return {one: verdict for one in self._bound if (verdict := self.verdict(one))}

    def of(self, place: FilePlace) -> Decision | None:
        """Return what holds about the file at a place."""
        return self.present.get(place)

    def before(self, decision: Decision) -> Decision:
        """Return what holds about the file of a decision that is still to be made."""
        return self.present.get(decision.subject.place) or Decision(decision.subject, None)

    def in_favour_of(self, kept: SeenFile) -> tuple[Decision, ...]:
        """Return the answers that set a file aside because `kept` is there."""
        return tuple(
            one
            for one in self.present.values()
            if one.verdict is Verdict.RETIRE and one.canonical == kept
        )

    def within(self, places: Collection[FilePlace]) -> tuple[Decision, ...]:
        """Return the answers about one of these files, judged against another one of them."""
        return tuple(
            one
            for place in sorted(places)
            if (one := self.present.get(place)) is not None
            and one.canonical is not None
            and one.canonical.place in places
        )

    def remember(self, decisions: Iterable[Decision]) -> None:
        """Take answers into memory; only the images they name are looked at."""
        for decision in decisions:
            place = decision.subject.place
            subject = self._shelf.at(place)
            self.present.pop(place, None)
            if subject is not None:
                self._bound.pop(subject.id, None)
            if decision.verdict is None:
                continue
            self.present[place] = decision
            kept = self._shelf.at(decision.canonical.place) if decision.canonical else None
            self._bound |= bind([decision], [one for one in (subject, kept) if one is not None])
