"""Folding the ledger: what is decided now, what disagrees, and what can be undone or redone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from dedup_desk.core.decision_events import DecisionEvent, StepMark, read_decision
from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.hand_alignment import (
    AlignmentEvent,
    HandAlignment,
    Realigned,
    held,
    keep_alignment,
    read_alignment,
)
from dedup_desk.core.joins import Join, JoinEvent, Rejoined, joined, keep_join, read_join
from dedup_desk.core.ledger import Actor, Event
from dedup_desk.core.ledger_check import in_order, knowledge
from dedup_desk.core.records import FilePlace

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that holds now.

    Attributes:
        decision: the newest answer.
        event: uuid of the event that says so.
        at_utc, person: when, and who as far as is known.
        others: answers of people who had not seen this one, and differ; until somebody who has
            seen all of them decides again, they are a conflict and nothing may be carried out.
    """

    decision: Decision
    event: str
    at_utc: str
    person: Actor | None
    others: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """The state that the whole ledger adds up to.

    Attributes:
        places: every answer that nobody took back or replaced.
        pairs: the same for contents that are not duplicates of each other.
    """

    places: Mapping[FilePlace, tuple[DecisionEvent, ...]]
    pairs: Mapping[ContentPair, tuple[DecisionEvent, ...]]

    def standing(self) -> dict[FilePlace, Standing]:
        """Return what holds about each file."""
        return {place: standing(answers) for place, answers in self.places.items()}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did, as the undo stack holds it.

    Attributes:
        id: identity.
        label: what it is called in a menu.
        before: how each file stood; verdict None where nothing was decided.
        after: the decisions it made.
        at_utc: when.
        is_undone: it was taken back, and can be brought back.
        aligned: what it changed of how two pictures lie on each other; it decided nothing then.
        joined: what it changed of which groups are one; it decided nothing then.
        person: whose act it was, as far as is known.
    """

    id: str
    label: str
    before: tuple[Decision, ...]
    after: tuple[Decision, ...]
    at_utc: str
    is_undone: bool = False
    aligned: Realigned | None = None
    joined: Rejoined | None = None
    person: Actor | None = None


def fold(events: Iterable[Event]) -> Present:
    """Return what all decisions add up to; the order in which events are given never matters."""
    ordered = in_order(events)
    fold_state = _Fold(knowledge(ordered))
    for event in ordered:
        made = read_decision(event)
        if made is not None:
            fold_state.add(made)
    return Present(
        {place: tuple(answers) for place, answers in fold_state.places.items()},
        {pair: tuple(answers) for pair, answers in fold_state.pairs.items()},
    )


def standing(answers: Iterable[DecisionEvent]) -> Standing:
    """Return the newest of the answers that stand about one file, and those that contradict it.

    Answers that stand side by side come from people who had not seen each other's: which is newest
    goes by their clocks, and by uuid where those agree.

    Raises:
        IndexError: there is no answer.
    """
    by_age = sorted(answers, key=lambda one: (one.event.at_utc, one.event.uuid))
    newest = by_age[-1]
    others = tuple(
        one.decision for one in by_age[:-1] if answer_of(one.decision) != answer_of(newest.decision)
    )
    event = newest.event
    return Standing(newest.decision, event.uuid, event.at_utc, event.person(), others)


def answer_of(decision: Decision) -> tuple[object, ...]:
    """Return what two people must have in common to agree."""
    return (decision.verdict, decision.subject, decision.canonical, decision.variant_kind)


def superseded_pairs(decision: Decision, known: Iterable[Decision]) -> frozenset[ContentPair]:
    """Return the content pairs whose "not a duplicate" a newer decision replaces.

    These are the pair that the newer one itself is about, and those that the same file was earlier
    set apart from.

    Args:
        decision: the newer one.
        known: earlier "not a duplicate" decisions that name a canonical.
    """
    own = content_pair(decision)
    pairs = {
        pair
        for one in known
        if one.subject == decision.subject and (pair := content_pair(one)) is not None
    }
    return frozenset(pairs if own is None else pairs | {own})


def content_pair(decision: Decision) -> ContentPair | None:
    """Return the two contents a decision is about, or None where it names no second one."""
    if decision.canonical is None:
        return None
    return ContentPair.of(decision.subject.digest, decision.canonical.digest)


def steps(events: Iterable[Event]) -> tuple[Step, ...]:
    """Return the undo stack: what can be undone, oldest first, then what can be redone, next first.

    The index of an undo stack rebuilt from it is the count of steps that are not undone.

    A join is a step as well, and an alignment by hand, unless it was said before those were steps.
    """
    stack = _Stack()
    for group in _grouped(in_order(events)):
        if isinstance(group, AlignmentEvent):
            stack.take_alignment(group)
        elif isinstance(group, JoinEvent):
            stack.take_join(group)
        else:
            stack.take(group[0].mark, group)
    return (*stack.done, *reversed(stack.undone))


@dataclass(slots=True)
class _Fold:
    knowledge: Mapping[str, Mapping[str, int]]
    places: dict[FilePlace, list[DecisionEvent]] = field(default_factory=dict)
    pairs: dict[ContentPair, list[DecisionEvent]] = field(default_factory=dict)
    _apart: dict[FilePlace, set[ContentPair]] = field(default_factory=dict)

    def add(self, made: DecisionEvent) -> None:
        decision, place = made.decision, made.decision.subject.place
        answers = self._unseen(made, self.places.get(place, []))
        if decision.verdict is not None:
            answers.append(made)
        _put(self.places, place, answers)
        self._add_pairs(made)

    def _add_pairs(self, made: DecisionEvent) -> None:
        place = made.decision.subject.place
        earlier = [
            one.decision for pair in self._apart.get(place, ()) for one in self.pairs.get(pair, ())
        ]
        for pair in superseded_pairs(made.decision, earlier):
            _put(self.pairs, pair, self._unseen(made, self.pairs.get(pair, [])))
        own = content_pair(made.decision)
        if made.decision.verdict is Verdict.NOT_DUPLICATE and own is not None:
            self.pairs.setdefault(own, []).append(made)
            self._apart.setdefault(place, set()).add(own)

    def _unseen(self, made: DecisionEvent, known: Iterable[DecisionEvent]) -> list[DecisionEvent]:
        return [one for one in known if not self._saw(made.event, one.event)]

    def _saw(self, later: Event, earlier: Event) -> bool:
        if later.chain == earlier.chain:
            return later.seq > earlier.seq
        return self.knowledge.get(later.chain, {}).get(earlier.chain, 0) >= earlier.seq


def _put(into: dict[_Key, list[DecisionEvent]], key: _Key, answers: list[DecisionEvent]) -> None:
    if answers:
        into[key] = answers
    else:
        into.pop(key, None)


@dataclass(slots=True)
class _Stack:
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    _verdicts: dict[FilePlace, Decision] = field(default_factory=dict)
    _alignments: dict[ContentPair, HandAlignment] = field(default_factory=dict)
    _joins: dict[ContentPair, Join] = field(default_factory=dict)
    _origin: dict[str, str] = field(default_factory=dict)

    def take(self, mark: StepMark, group: list[DecisionEvent]) -> None:
        before = tuple(self._before(one.decision) for one in group)
        for one in group:
            self._verdicts[one.decision.subject.place] = one.decision
        after = tuple(one.decision for one in group)
        event = group[0].event
        made = Step(mark.step, mark.label, before, after, event.at_utc, person=event.person())
        self._put(mark, made)

    def take_alignment(self, made: AlignmentEvent) -> None:
        turned = Realigned(held(self._alignments, made.said), made.said, made.cluster)
        keep_alignment(self._alignments, made.said)
        if made.mark is not None:
            self._put(made.mark, replace(_bare(made.mark, made.event), aligned=turned))

    def take_join(self, made: JoinEvent) -> None:
        turned = Rejoined(joined(self._joins, made.said.about), made.said, made.cluster)
        keep_join(self._joins, made.said)
        self._put(made.mark, replace(_bare(made.mark, made.event), joined=turned))

    def _put(self, mark: StepMark, step: Step) -> None:
        if mark.undoes is None:
            self.done.append(step)
            self.undone.clear()
        else:
            self._turn(mark)

    def _before(self, decision: Decision) -> Decision:
        earlier = self._verdicts.get(decision.subject.place)
        return earlier or Decision(decision.subject, None)

    def _turn(self, mark: StepMark) -> None:
        """Undo a step, or redo it where it is undone already; `undoes` may name either."""
        undoes = mark.undoes or ""
        origin = self._origin.get(undoes, undoes)
        self._origin[mark.step] = origin
        if not _moved(origin, self.done, self.undone, is_undone=True):
            _moved(origin, self.undone, self.done, is_undone=False)


def _bare(mark: StepMark, event: Event) -> Step:
    """Return a step that decided nothing."""
    return Step(mark.step, mark.label, (), (), event.at_utc, person=event.person())


def _moved(step: str, source: list[Step], target: list[Step], *, is_undone: bool) -> bool:
    for at in range(len(source) - 1, -1, -1):
        if source[at].id == step:
            target.append(replace(source.pop(at), is_undone=is_undone))
            return True
    return False


def _grouped(events: Iterable[Event]) -> list[list[DecisionEvent] | AlignmentEvent | JoinEvent]:
    """Return the decisions of each step together, what else is a step between them as it came."""
    groups: dict[str, list[DecisionEvent]] = {}
    ordered: list[list[DecisionEvent] | AlignmentEvent | JoinEvent] = []
    for event in events:
        other = read_alignment(event) or read_join(event)
        made = read_decision(event)
        if other is not None:
            ordered.append(other)
        elif made is not None and made.mark.step in groups:
            groups[made.mark.step].append(made)
        elif made is not None:
            ordered.append(groups.setdefault(made.mark.step, [made]))
    return ordered
