"""The members of the group on the table, each with its state and the panes it is shown in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, ImageRecord, RecordId
from dedup_desk.core.verdict_words import verdict_words
from dedup_desk.core.winner_stays import Round, Standing
from dedup_desk.services.review_views import ClusterView, MemberView, Proposed
from dedup_desk.ui.viewmodels.verbs import answer


class Badge(StrEnum):
    """How a member stands; each has a letter or shape of its own beside its colour."""

    KEPT = "kept"
    RETIRED = "retired"
    SETTLED = "settled"
    UNSURE = "unsure"
    STALE = "stale"
    KEEP_PROPOSED = "keep-proposed"
    RETIRE_PROPOSED = "retire-proposed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the filmstrip."""

    record: RecordId
    digest: Digest
    name: bytes
    size: str
    side: Side | None
    badge: Badge
    words: Message
    relation: Relation | None
    through: bytes | None
    is_by_hand: bool = False
    standing: Standing | None = None


def frames(
    view: ClusterView, left: RecordId, right: RecordId, round_: Round | None = None
) -> tuple[Frame, ...]:
    """Return the filmstrip of a group.

    Args:
        view: the group.
        left: who is in pane A.
        right: who is in pane D.
        round_: the round of winner stays that is on.
    """
    names = {one.record.id: one.record.place.name for one in view.members}
    made = (_frame(one, left, right, names) for one in view.members)
    if round_ is None:
        return tuple(made)
    return tuple(replace(one, standing=round_.standing(one.record)) for one in made)


def badge_of(member: MemberView) -> Badge:
    """Return how a member stands: the person's answer, else what is proposed."""
    if member.is_stale:
        return Badge.STALE
    verdict = answer(member)
    if verdict is not None:
        return _DECIDED[verdict]
    return _PROPOSED[member.proposed]


def words_of(member: MemberView) -> Message:
    """Return the same in words."""
    verdict = answer(member)
    if verdict is not None:
        kind = member.decision.variant_kind if member.decision is not None else None
        return verdict_words(verdict, kind)
    return message(_BADGE_WORDS[badge_of(member)])


def _frame(
    member: MemberView, left: RecordId, right: RecordId, names: dict[RecordId, bytes]
) -> Frame:
    record = member.record
    side = Side.LEFT if record.id == left else Side.RIGHT if record.id == right else None
    return Frame(
        record=record.id,
        digest=record.digest,
        name=record.place.name,
        size=size_words(record),
        side=side,
        badge=badge_of(member),
        words=words_of(member),
        relation=member.relation,
        through=names.get(member.through) if member.through is not None else None,
        is_by_hand=member.is_by_hand,
    )


def size_words(record: ImageRecord) -> str:
    """Return width and height in pixels."""
    return f"{record.picture.width_px} \u00d7 {record.picture.height_px}"


_DECIDED = {
    Verdict.CANONICAL: Badge.KEPT,
    Verdict.RETIRE: Badge.RETIRED,
    Verdict.VARIANT: Badge.SETTLED,
    Verdict.NOT_DUPLICATE: Badge.SETTLED,
    Verdict.SAME_QUALITY: Badge.SETTLED,
    Verdict.UNSURE: Badge.UNSURE,
}
_PROPOSED = {
    Proposed.CANONICAL: Badge.KEEP_PROPOSED,
    Proposed.RETIRE: Badge.RETIRE_PROPOSED,
    None: Badge.OPEN,
}

STANDING_WORDS = {
    Standing.PLAYING: QT_TRANSLATE_NOOP("Messages", "Compared now in the round"),
    Standing.WAITING: QT_TRANSLATE_NOOP("Messages", "Waits in the round"),
    Standing.LEFT: QT_TRANSLATE_NOOP("Messages", "Left the round"),
    Standing.STAYED: QT_TRANSLATE_NOOP("Messages", "Stayed to the end"),
}
"""How a member stands in the round that is on."""

BY_HAND = QT_TRANSLATE_NOOP("Messages", "Joined by hand")
"""What is said of a member, or of a pair, that a person joined."""

_BADGE_WORDS = {
    Badge.STALE: QT_TRANSLATE_NOOP("Messages", "Changed since: decide again"),
    Badge.KEEP_PROPOSED: QT_TRANSLATE_NOOP("Messages", "Keep (proposed)"),
    Badge.RETIRE_PROPOSED: QT_TRANSLATE_NOOP("Messages", "Set aside (proposed)"),
    Badge.OPEN: QT_TRANSLATE_NOOP("Messages", "Undecided"),
}
