"""Taking back one earlier act that stands in the decision history: whether it can be, and as what.

What is taken back is said anew, as an entry of its own: nothing in the history is changed. Where
something was built on the act meanwhile, it stays, and a sentence says what to take back first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dedup_desk.core.chronicle import Chronicle
from dedup_desk.core.decision_events import DecisionEvent, read_decision
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.hand_alignment import AlignmentEvent, HandAlignment, read_alignment
from dedup_desk.core.joins import Join, JoinEvent, read_join
from dedup_desk.core.ledger import Event, EventKind
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import FilePlace, SeenFile
from dedup_desk.core.whereabouts import Whereabouts
from dedup_desk.services.reviewing import ReviewSession

LABEL: Final = "take_back"
"""What such a step is called in the ledger."""

_AWAY: Final = (Whereabouts.SET_ASIDE, Whereabouts.ON_ITS_WAY)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What is to be said so that an earlier act holds no more; exactly one of three is there.

    Attributes:
        decisions: answers taken back: the chosen one first, then those of the same act that set
            copies aside in favour of it.
        join, alignment: what is said instead.
        cluster: the group that was on the table, where that is known.
    """

    decisions: tuple[Decision, ...] = ()
    join: Join | None = None
    alignment: HandAlignment | None = None
    cluster: str | None = None

    def because(self, reason: str) -> TakeBack:
        """Return the same with a person's reason; a join and the answers carry it themselves."""
        join = None if self.join is None else replace(self.join, note=reason)
        answers = tuple(replace(one, note=reason) for one in self.decisions)
        return replace(self, decisions=answers, join=join)


class TakingBack:
    """Judges entries of one history by what holds now.

    Args:
        session: what holds.
        chronicle: the history, as it stands now.
    """

    def __init__(self, session: ReviewSession, chronicle: Chronicle) -> None:
        self._session, self._chronicle = session, chronicle

    def of(self, event: Event) -> TakeBack:
        """Return what takes an entry back.

        Raises:
            RefusedError: it cannot be taken back; why, and what to do.
        """
        if (made := read_decision(event)) is not None:
            return self._decision(made)
        if (joined := read_join(event)) is not None:
            return self._join(joined)
        if (aligned := read_alignment(event)) is not None:
            return self._alignment(aligned)
        raise RefusedError(message(_NO_ACT.get(event.kind, _NOTHING_DECIDED)))

    # Decisions ------------------------------------------------------------------------------------

    def _decision(self, made: DecisionEvent) -> TakeBack:
        decision = made.decision
        self._check_holds(made)
        depending = self._depending(made) if decision.verdict is Verdict.CANONICAL else ()
        for one in (decision, *depending):
            self._check_here(one.subject.place)
        taken = tuple(
            Decision(one.subject, None, cluster=one.cluster) for one in (decision, *depending)
        )
        return TakeBack(taken, cluster=decision.cluster)

    def _check_holds(self, made: DecisionEvent) -> None:
        decision = made.decision
        file, place = decision.subject.place.name, decision.subject.place
        holds = self._session.answers.of(place)
        if decision.verdict is None:
            raise RefusedError(message(_TAKES_BACK_ITSELF, file=file))
        if holds is None:
            raise RefusedError(message(_TAKEN_BACK_ALREADY, file=file))
        if holds != decision or self._said_last(place, decision) != made.event.uuid:
            raise RefusedError(message(_REPLACED, file=file))

    def _said_last(self, place: FilePlace, decision: Decision) -> str | None:
        """Return the newest entry that gave this very answer about a file."""
        for event in reversed(self._chronicle.about(place)):
            made = read_decision(event)
            if made is not None and made.decision == decision:
                return event.uuid
        return None

    def _depending(self, made: DecisionEvent) -> tuple[Decision, ...]:
        """Return what the same act set aside in favour of a kept copy."""
        kept = made.decision.subject
        found = self._session.answers.in_favour_of(kept)
        own = self._of_step(made)
        for one in found:
            if one.subject not in own:
                other = one.subject.place.name
                raise RefusedError(message(_DEPENDS, file=kept.place.name, other=other))
        return found

    def _of_step(self, made: DecisionEvent) -> set[SeenFile]:
        """Return what the same key press was about, as far as it still holds as it was said."""
        about = self._chronicle.about(made.decision.subject.place)
        mates = (read_decision(event) for event in about)
        return {
            one.decision.subject
            for one in mates
            if one is not None
            and one.mark.step == made.mark.step
            and self._session.answers.of(one.decision.subject.place) == one.decision
        }

    def _check_here(self, place: FilePlace) -> None:
        story = self._chronicle.story(place)
        if story is not None and story.now in _AWAY:
            template = _CARRIED_OUT if story.now is Whereabouts.SET_ASIDE else _ON_ITS_WAY
            raise RefusedError(message(template, file=place.name))

    # What was said of two -------------------------------------------------------------------------

    def _join(self, made: JoinEvent) -> TakeBack:
        about = made.said.about
        if not made.said.is_set:
            raise RefusedError(message(_PARTS_ITSELF))
        if not self._session.joins.holds(about):
            raise RefusedError(message(_PARTED_ALREADY))
        if self._session.joins.of(about) != made.said:
            raise RefusedError(message(_JOINED_ANEW))
        self._check_seam(made)
        return TakeBack(join=Join(about, is_set=False), cluster=made.cluster)

    def _check_seam(self, made: JoinEvent) -> None:
        """Refuse where an answer compares pictures of two groups that would come apart."""
        parts = self._session.joins.parted_by(made.said.about)
        whole = frozenset().union(*parts)
        for one in self._session.answers.within(whole):
            kept = one.canonical
            both = {one.subject.place} | ({kept.place} if kept is not None else set())
            if one.verdict is not Verdict.NOT_DUPLICATE and not any(both <= part for part in parts):
                names = (one.subject.place.name, kept.place.name if kept is not None else b"")
                raise RefusedError(message(_ACROSS, file=names[0], kept=names[1]))

    def _alignment(self, made: AlignmentEvent) -> TakeBack:
        said = made.said
        if said.matrix is None:
            raise RefusedError(message(_MEASURED_ITSELF))
        if not self._session.alignments.holds(said):
            raise RefusedError(message(_ALIGNED_ANEW))
        return TakeBack(alignment=replace(said, matrix=None), cluster=made.cluster)


_TAKES_BACK_ITSELF = QT_TRANSLATE_NOOP(
    "Messages",
    "This entry itself took an answer about {file} back, so there is nothing to take back. To "
    "answer again, go to its group on the review screen.",
)
_TAKEN_BACK_ALREADY = QT_TRANSLATE_NOOP(
    "Messages",
    "This answer about {file} was taken back already: nothing is decided about it now. To answer "
    "again, go to its group on the review screen.",
)
_REPLACED = QT_TRANSLATE_NOOP(
    "Messages",
    "This answer about {file} does not hold any more: a later entry replaced it. Search for the "
    "file and take that later entry back.",
)
_DEPENDS = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} stays the kept copy: {other} was set aside in favour of it by another decision. Take "
    "that one back first, or make another image the kept copy on the review screen.",
)
_CARRIED_OUT = QT_TRANSLATE_NOOP(
    "Messages",
    "The decision was carried out: {file} is in quarantine. Put it back first (the screen Set "
    "aside), then take the decision back.",
)
_ON_ITS_WAY = QT_TRANSLATE_NOOP(
    "Messages",
    "The decision was being carried out: {file} is on its way to or from quarantine. Recover first "
    "(the screen Set aside), then take the decision back.",
)
_PARTS_ITSELF = QT_TRANSLATE_NOOP(
    "Messages",
    "This entry itself took a join back, so there is nothing to take back. To join the groups "
    "again, go to them on the review screen.",
)
_PARTED_ALREADY = QT_TRANSLATE_NOOP(
    "Messages", "This join was taken back already: the groups stand by themselves."
)
_JOINED_ANEW = QT_TRANSLATE_NOOP(
    "Messages",
    "These groups were joined anew later, or a note was put to the join. Take that later entry "
    "back.",
)
_ACROSS = QT_TRANSLATE_NOOP(
    "Messages",
    "The groups stay joined: an answer about {file} compares it with {kept} of the other group. "
    "Take that answer back first.",
)
_MEASURED_ITSELF = QT_TRANSLATE_NOOP(
    "Messages",
    "This entry itself took an alignment by hand back, so there is nothing to take back. To align "
    "the two again, go to them on the review screen.",
)
_ALIGNED_ANEW = QT_TRANSLATE_NOOP(
    "Messages",
    "This alignment does not hold any more: the two were aligned anew later, or as measured. Take "
    "the later entry back.",
)
_NOTHING_DECIDED = QT_TRANSLATE_NOOP(
    "Messages",
    "This entry says what happened, not what somebody decided: there is nothing to take back. "
    "Decisions, joins and alignments by hand can be.",
)
_MOVED = QT_TRANSLATE_NOOP(
    "Messages",
    "A move is not taken back here: put the file back on the screen Set aside; that is an entry of "
    "its own.",
)
_MARKED = QT_TRANSLATE_NOOP(
    "Messages",
    "A bookmark is not taken back here: go to its group on the review screen and press its key.",
)
_ERASED = QT_TRANSLATE_NOOP(
    "Messages",
    "Which file this was about was erased, so it cannot be taken back.",
)
_NO_ACT: Final[Mapping[str, str]] = {
    **dict.fromkeys((EventKind.DECISION_MADE, EventKind.DECISION_REVOKED), _ERASED),
    **dict.fromkeys(
        (
            EventKind.OPERATION_INTENT,
            EventKind.OPERATION_DONE,
            EventKind.RESTORE_INTENT,
            EventKind.RESTORE_DONE,
        ),
        _MOVED,
    ),
    EventKind.BOOKMARK_SET: _MARKED,
}
"""Kinds that are no act of deciding -> what to do instead."""
