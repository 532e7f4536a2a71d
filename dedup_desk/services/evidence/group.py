"""The group a page is about: who is who by letter, and who is compared with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dedup_desk.core.compare import Link
from dedup_desk.core.decision_history import Standing
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, RecordId
from dedup_desk.core.verdict_words import verdict_words
from dedup_desk.services.links import link_between
from dedup_desk.services.review_views import ClusterView, MemberView, Proposed, RowState
from dedup_desk.services.reviewing import ReviewSession

_ALPHABET: Final = 26


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group with its images in the order of the page.

    Attributes:
        session: for comparisons and alignments.
        view: the group as it stands.
        members: the one that the others are compared with first.
        letters: what the page calls each image.
    """

    session: ReviewSession
    view: ClusterView
    members: tuple[MemberView, ...]
    letters: Mapping[RecordId, str]

    @classmethod
    def of(cls, session: ReviewSession, view: ClusterView) -> Grouped:
        """Put the kept copy first: as decided, else as proposed, else the fullest picture."""
        first = _first(view)
        members = (first, *(one for one in view.members if one is not first))
        letters = {one.record.id: letter_at(at) for at, one in enumerate(members)}
        return cls(session, view, members, letters)

    def letter_of(self, place: FilePlace) -> str | None:
        """Return what the page calls the image at a place; None where it is none of the group."""
        found = (one.record.id for one in self.members if one.record.place == place)
        at = next(found, None)
        return None if at is None else self.letters[at]

    def letters_of(self, digest: Digest) -> tuple[str, ...]:
        """Return what the page calls the group's images of one content."""
        return tuple(
            self.letters[one.record.id] for one in self.members if one.record.digest == digest
        )

    def pairs_without_first(self) -> Iterator[VerifiedPair]:
        """Yield the comparisons between the other images, as far as they were made."""
        for one, other in combinations(self.members[1:], 2):
            pair = self.session.pair(one.record.id, other.record.id)
            if pair is not None:
                yield pair

    def link(self, other: MemberView) -> Link:
        """Return how another image lies on the first: as a person said, else as was measured."""
        left, right = self.members[0].record, other.record
        said = self.session.alignments.of(left.digest, right.digest)
        if said is not None:
            return Link(said.matrix, is_by_hand=True)
        direct = self.session.pair(left.id, right.id)
        return link_between(self.view, left.id, right.id, direct)


def letter_at(at: int) -> str:
    """Return A to Z, then AA, AB ..."""
    head, last = divmod(at, _ALPHABET)
    return (letter_at(head - 1) if head else "") + chr(ord("A") + last)


def standing_words(member: MemberView) -> Message:
    """Return what was decided about one image, or that nothing was."""
    if member.is_stale:
        return message(_STALE)
    if member.verdict is not None:
        kind = member.decision.variant_kind if member.decision is not None else None
        return verdict_words(member.verdict, kind)
    return message(_OPEN[member.proposed])


def state_words(group: Grouped, held: Mapping[FilePlace, Standing]) -> Message:
    """Return how far the group is decided, and where people contradict each other."""
    view = group.view
    waiting = sum(1 for one in view.members if one.verdict is None)
    said = message(_STATES[view.state], open=waiting, all=len(view.members))
    letters = contradicted(group, held)
    return message(_CONTRADICTED, state=said, letters=letters) if letters else said


def contradicted(group: Grouped, held: Mapping[FilePlace, Standing]) -> str:
    """Return the letters of the images about which people decided differently; "" for none."""
    places = ((group.letters[one.record.id], one.record.place) for one in group.members)
    return ", ".join(letter for letter, at in places if at in held and held[at].others)


def _first(view: ClusterView) -> MemberView:
    decided = (one for one in view.members if one.verdict is Verdict.CANONICAL)
    proposed = (one for one in view.members if one.proposed is Proposed.CANONICAL)
    return next(decided, None) or next(proposed, view.members[0])


_STALE = QT_TRANSLATE_NOOP("Messages", "Changed since: decide again")
_OPEN: Final[Mapping[Proposed | None, str]] = {
    None: QT_TRANSLATE_NOOP("Messages", "Undecided"),
    Proposed.CANONICAL: QT_TRANSLATE_NOOP("Messages", "Undecided; proposed: keep"),
    Proposed.RETIRE: QT_TRANSLATE_NOOP("Messages", "Undecided; proposed: set aside"),
}
_CONTRADICTED = QT_TRANSLATE_NOOP(
    "Messages",
    "{state} People who did not know of each other decided differently about {letters}: until "
    "somebody who has seen both decides again, nothing is carried out.",
)
_STATES: Final[Mapping[RowState, str]] = {
    RowState.UNDECIDED: QT_TRANSLATE_NOOP(
        "Messages", "Undecided: nobody has decided about any of these {all} images."
    ),
    RowState.PARTLY: QT_TRANSLATE_NOOP(
        "Messages", "Partly decided: {open} of {all} images have no decision."
    ),
    RowState.DECIDED: QT_TRANSLATE_NOOP(
        "Messages", "Decided: each of the {all} images has its decision."
    ),
    RowState.UNSURE: QT_TRANSLATE_NOOP(
        "Messages", "Passed to a second person: not decided until somebody answers."
    ),
}
