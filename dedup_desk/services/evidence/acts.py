"""What the ledger says about the images of a group, and whether it agrees with itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dedup_desk.core.decision_events import DecisionEvent, read_decision, read_place
from dedup_desk.core.decisions import DecidedBy
from dedup_desk.core.event_texts import note_of
from dedup_desk.core.fact_cells import Cell
from dedup_desk.core.hand_alignment import read_alignment
from dedup_desk.core.joins import read_join
from dedup_desk.core.ledger import Actor, Event, EventKind, ledger_head
from dedup_desk.core.ledger_check import chain_heads, verify_chains
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, counted, message
from dedup_desk.core.records import FilePlace
from dedup_desk.core.relations import RELATION_NAMES
from dedup_desk.core.verdict_words import verdict_words
from dedup_desk.services.evidence.group import Grouped
from dedup_desk.services.evidence.page import Act, Line

_DIGITS: Final = 8
_CHAIN_DIGITS: Final = 8
_DIGEST_DIGITS: Final = 12


def acts_of(group: Grouped, events: Iterable[Event]) -> tuple[Act, ...]:
    """Return every decision about the group's images, what a person said of two of them, and moves.

    Oldest first.
    """
    moved: dict[str, FilePlace] = {}
    found = []
    for event in events:
        if (made := read_decision(event)) is not None:
            if group.letter_of(made.decision.subject.place) is not None:
                found.append(_decided(group, made))
        elif (said := _said_of_two(group, event)) is not None:
            found.append(said)
        elif event.kind in _MOVES:
            place = _moved(event, moved)
            if place is not None and (letter := group.letter_of(place)) is not None:
                found.append(
                    _act(event, message(_MOVES[event.kind]), message("{letter}", letter=letter))
                )
    return tuple(found)


def person_words(person: Actor) -> str:
    """Return the declared name, and the account and the machine behind it."""
    return f"{person.name} ({person.account}@{person.host})"


def ledger_lines(events: Sequence[Event]) -> tuple[Line, ...]:
    """Return head, length and check of a whole ledger."""
    digits = ledger_head(chain_heads(events))
    parts = " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))
    problems = verify_chains(events)
    check = (
        counted(
            len(problems),
            _DISAGREES,
            _DISAGREE,
            kind=problems[0].kind.value,
            chain=problems[0].chain,
            seq=problems[0].seq,
        )
        if problems
        else message(_AGREE, entries=len(events))
    )
    return (
        Line(message(_HEAD), parts, is_exact=True),
        Line(message(_ENTRIES), f"{len(events):,}"),
        Line(message(_CHECKED), check),
    )


def _decided(group: Grouped, made: DecisionEvent) -> Act:
    decision = made.decision
    verdict = decision.verdict
    what = (
        message(_TAKEN_BACK)
        if verdict is None
        else message(_DECIDED, verdict=verdict_words(verdict, decision.variant_kind))
    )
    about = message("{letter}", letter=_named(group, decision.subject.place))
    if decision.canonical is not None:
        kept = _named(group, decision.canonical.place)
        about = message(_AGAINST, subject=about, kept=kept)
    return _act(made.event, what, about, tuple(_reasons(made)))


def _said_of_two(group: Grouped, event: Event) -> Act | None:
    """Return a join or an alignment by hand in which an image of the group takes part."""
    if (joined := read_join(event)) is not None:
        two, words = (joined.said.about.low, joined.said.about.high), _JOINED
        holds = joined.said.is_set
    elif (aligned := read_alignment(event)) is not None:
        two, words = (aligned.said.left, aligned.said.right), _ALIGNED
        holds = aligned.said.matrix is not None
    else:
        return None
    if not any(group.letters_of(one) for one in two):
        return None
    one, other = (" = ".join(group.letters_of(one)) or one.hex()[:_DIGEST_DIGITS] for one in two)
    note = note_of(event)
    reason = (note,) if note else ()
    return _act(event, message(words[holds]), message(_TWO, one=one, other=other), reason)


def _reasons(made: DecisionEvent) -> Iterator[Cell]:
    decision = made.decision
    if decision.note:
        yield decision.note
    if decision.relation is not None:
        yield message(_SEEN, relation=message(RELATION_NAMES[decision.relation]))
    if decision.decided_by is DecidedBy.RULE:
        yield message(_BY_RULE, rule=decision.rule or "?")


def _named(group: Grouped, place: FilePlace) -> str | bytes:
    return group.letter_of(place) or place.path


def _moved(event: Event, known: dict[str, FilePlace]) -> FilePlace | None:
    """Return the file that a move was about; only its announcement names it."""
    operation = str(event.body.get("operation"))
    piece = event.personal("item")
    if piece is not None:
        known[operation] = read_place(piece)
    return known.get(operation)


def _act(event: Event, what: Message, about: Message, reason: tuple[Cell, ...] = ()) -> Act:
    person = event.person()
    return Act(
        at_utc=f"{event.at_utc[:10]} {event.at_utc[11:19]} UTC",
        who=None if person is None else person_words(person),
        what=what,
        about=about,
        reason=reason,
        entry=message(_ENTRY, number=event.seq, chain=event.chain[:_CHAIN_DIGITS]),
        hash=event.hash,
    )


_JOINED: Final = (
    QT_TRANSLATE_NOOP("Messages", "Join by hand taken back"),
    QT_TRANSLATE_NOOP("Messages", "Joined by hand: they show the same picture"),
)
_ALIGNED: Final = (
    QT_TRANSLATE_NOOP("Messages", "Alignment by hand taken back"),
    QT_TRANSLATE_NOOP("Messages", "Aligned by hand"),
)
_TWO = QT_TRANSLATE_NOOP("Messages", "{one} and {other}")
_MOVES: Final[Mapping[str, str]] = {
    EventKind.OPERATION_INTENT: QT_TRANSLATE_NOOP("Messages", "Setting aside announced"),
    EventKind.OPERATION_DONE: QT_TRANSLATE_NOOP("Messages", "Moved to quarantine"),
    EventKind.OPERATION_ABORTED: QT_TRANSLATE_NOOP("Messages", "Not moved"),
    EventKind.OPERATION_RECOVERED: QT_TRANSLATE_NOOP("Messages", "Settled after an interruption"),
    EventKind.RESTORE_INTENT: QT_TRANSLATE_NOOP("Messages", "Putting back announced"),
    EventKind.RESTORE_DONE: QT_TRANSLATE_NOOP("Messages", "Put back"),
    EventKind.RESTORE_ABORTED: QT_TRANSLATE_NOOP("Messages", "Not put back"),
}
_DECIDED = QT_TRANSLATE_NOOP("Messages", "Decided: {verdict}")
_TAKEN_BACK = QT_TRANSLATE_NOOP("Messages", "Decision taken back")
_AGAINST = QT_TRANSLATE_NOOP("Messages", "{subject}, compared with {kept}")
_SEEN = QT_TRANSLATE_NOOP("Messages", "Kind shown: {relation}")
_BY_RULE = QT_TRANSLATE_NOOP("Messages", "By rule, its preview approved: {rule}")
_ENTRY = QT_TRANSLATE_NOOP("Messages", "Entry {number} of chain {chain}")
_HEAD = QT_TRANSLATE_NOOP("Messages", "Hash of the whole history")
_ENTRIES = QT_TRANSLATE_NOOP("Messages", "Entries")
_CHECKED = QT_TRANSLATE_NOOP("Messages", "Check of the chain")
_AGREE = QT_TRANSLATE_NOOP(
    "Messages",
    "When this page was made, all {entries} entries agreed with their hashes and chains.",
)
_DISAGREES = QT_TRANSLATE_NOOP(
    "Messages",
    "When this page was made, the decision history disagreed with itself: {kind}, chain {chain}, "
    "entry {seq}.",
)
_DISAGREE = QT_TRANSLATE_NOOP(
    "Messages",
    "When this page was made, the decision history disagreed with itself in {count} places; the "
    "first: {kind}, chain {chain}, entry {seq}.",
)
