"""What each key of the reviewer means, as decisions: pure functions over the group on the table.

A retired copy is always judged against a kept one. When another member becomes the kept copy, every
copy that was set aside in favour of the former one is bound to the new one in the same step, so no
chain "A replaced by B, B replaced by C" can arise. The last image of a group is never set aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import RecordId, SeenFile
from dedup_desk.core.variant_kinds import VariantKind
from dedup_desk.services.review_views import ClusterView, MemberView


def kept(view: ClusterView) -> MemberView | None:
    """Return the member a person made the kept copy, if any."""
    found = (one for one in view.members if answer(one) is Verdict.CANONICAL)
    return next(found, None)


def answer(member: MemberView) -> Verdict | None:
    """Return the person's answer, or None where it was given on other content than is there now."""
    return None if member.is_stale else member.verdict


def member_of(view: ClusterView, record: RecordId) -> MemberView:
    """Return the member with that record; raises KeyError for a stranger."""
    for one in view.members:
        if one.record.id == record:
            return one
    raise KeyError(record)


def keep(view: ClusterView, winner: MemberView, loser: MemberView) -> tuple[Decision, ...]:
    """Keep one of the two shown and set the other aside."""
    bound = winner.record.seen
    others = _rebound(view, bound, {winner.record.id, loser.record.id})
    return (
        _decision(view, winner, Verdict.CANONICAL),
        _decision(view, loser, Verdict.RETIRE, bound),
        *others,
    )


def make_canonical(view: ClusterView, member: MemberView) -> tuple[Decision, ...]:
    """Make a member the kept copy and set nothing aside; the former one becomes undecided."""
    former = kept(view)
    steps = [_decision(view, member, Verdict.CANONICAL)]
    if former is not None and former.record.id != member.record.id:
        steps.append(_decision(view, former, None))
    return (*steps, *_rebound(view, member.record.seen, {member.record.id}))


def retire(view: ClusterView, member: MemberView, beside: MemberView) -> tuple[Decision, ...]:
    """Set a member aside in favour of the kept copy, or of the picture shown beside it.

    Raises:
        RefusedError: it is the kept copy, or nothing of the group would be left.
    """
    keeper = kept(view) or beside
    if keeper.record.id == member.record.id:
        raise RefusedError(message(_IS_KEPT, file=member.record.place.name))
    if answer(keeper) is Verdict.RETIRE or not _left_without(view, member):
        raise RefusedError(message(_NOTHING_LEFT, file=member.record.place.name))
    return (_decision(view, member, Verdict.RETIRE, keeper.record.seen),)


def undecided(view: ClusterView, member: MemberView) -> tuple[Decision, ...]:
    """Take a member's answer back; copies set aside in favour of it become undecided with it."""
    if member.verdict is None:
        return ()
    depending = [
        _decision(view, one, None)
        for one in view.members
        if answer(one) is Verdict.RETIRE and _judged_against(one) == member.record.seen
    ]
    return (_decision(view, member, None), *depending)


def version(
    view: ClusterView, member: MemberView, beside: MemberView, kind: VariantKind
) -> tuple[Decision, ...]:
    """Keep a member as a version of its own; raises RefusedError as `judged` does."""
    return tuple(
        replace(one, variant_kind=kind.value)
        for one in judged(view, Verdict.VARIANT, member, beside)
    )


def judged(
    view: ClusterView, verdict: Verdict, member: MemberView, beside: MemberView
) -> tuple[Decision, ...]:
    """Answer about a member, compared with the picture beside it (version, not a duplicate ...).

    Raises:
        RefusedError: it is the kept copy, in favour of which others were set aside.
    """
    if verdict is not Verdict.UNSURE and any(
        answer(one) is Verdict.RETIRE and _judged_against(one) == member.record.seen
        for one in view.members
    ):
        raise RefusedError(message(_OTHERS_DEPEND, file=member.record.place.name))
    against = None if verdict is Verdict.UNSURE else beside.record.seen
    return (_decision(view, member, verdict, against),)


def split(view: ClusterView, member: MemberView) -> tuple[Decision, ...]:
    """Take a member out of the group, with those that are in it only through that member.

    They are no duplicates of the kept copy, or of the fullest picture of the rest. What a person
    said about one that hangs on the member stays as it is.
    """
    leaving = hanging_on(view, member)
    rest = [one for one in view.members if one not in leaving]
    keeper = kept(view)
    against = keeper if keeper is not None and keeper not in leaving else rest[0]
    if member.is_by_hand:  # what a person joined is parted from what it was joined to
        against = next((one for one in rest if one.record.id == member.through), rest[0])
    asked = [one for one in leaving if one is member or answer(one) is None]
    return tuple(
        decision for one in asked for decision in judged(view, Verdict.NOT_DUPLICATE, one, against)
    )


def hanging_on(view: ClusterView, member: MemberView) -> tuple[MemberView, ...]:
    """Return a member and all that joined the group only through it, one after another."""
    found, fresh = {member.record.id}, {member.record.id}
    while fresh:
        fresh = {one.record.id for one in view.members if one.through in fresh} - found
        found |= fresh
    return tuple(one for one in view.members if one.record.id in found)


def accepting(view: ClusterView, offered: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return what Enter decides: the proposal, as far as the person has not answered.

    A void proposal is not accepted: what was proposed against one picture holds of no other.
    """
    if view.void is not None:
        return ()
    answered = {one.record.seen for one in view.members if answer(one) is not None}
    return tuple(one for one in offered if one.subject not in answered)


def noted(member: MemberView, text: str) -> tuple[Decision, ...]:
    """Put a person's words to the answer in force.

    Raises:
        RefusedError: there is no answer yet to put them to.
    """
    if member.decision is None or answer(member) is None:
        raise RefusedError(message(_NO_ANSWER, file=member.record.place.name))
    return (replace(member.decision, note=text.strip() or None),)


def left_undecided(view: ClusterView, decisions: Iterable[Decision]) -> int:
    """Count the members that would still be undecided after `decisions`."""
    answered = {one.subject: one.verdict for one in decisions}
    states = (answered.get(one.record.seen, answer(one)) for one in view.members)
    return sum(1 for verdict in states if verdict is None)


def _rebound(view: ClusterView, keeper: SeenFile, apart: set[RecordId]) -> tuple[Decision, ...]:
    return tuple(
        _decision(view, one, Verdict.RETIRE, keeper)
        for one in view.members
        if one.record.id not in apart
        and answer(one) is Verdict.RETIRE
        and _judged_against(one) != keeper
    )


def _judged_against(member: MemberView) -> SeenFile | None:
    return member.decision.canonical if member.decision is not None else None


def _left_without(view: ClusterView, member: MemberView) -> bool:
    return any(
        answer(one) is not Verdict.RETIRE
        for one in view.members
        if one.record.id != member.record.id
    )


def _decision(
    view: ClusterView,
    member: MemberView,
    verdict: Verdict | None,
    canonical: SeenFile | None = None,
) -> Decision:
    return Decision(
        subject=member.record.seen,
        verdict=verdict,
        canonical=canonical,
        relation=_relation(view, member, canonical),
        cluster=view.id,
        note=member.decision.note if member.decision is not None else None,
    )


def _relation(view: ClusterView, member: MemberView, canonical: SeenFile | None) -> Relation | None:
    """Return what was seen between the two, or None where they were never compared.

    A member's own relation is to the image that its pair names, mostly the centre; the centre has
    the relation of its counterpart.
    """
    if canonical is None:
        return member.relation
    kept = next((one for one in view.members if one.record.seen == canonical), None)
    if kept is None:
        return None
    both = {member.record.id, kept.record.id}
    pairs = (one.pair for one in (member, kept) if one.pair is not None)
    return next((one.relation for one in pairs if {one.key.a, one.key.b} == both), None)


_IS_KEPT = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} is the kept copy of this group, so it was not set aside. Make another image the kept"
    " copy first (K).",
)
_NOTHING_LEFT = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was not set aside: nothing of this group would be left. Keep one of them first"
    " (A, D or K).",
)
_OTHERS_DEPEND = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} is the kept copy in favour of which others were set aside, so its answer stays. Make"
    " another image the kept copy first (K).",
)
_NO_ANSWER = QT_TRANSLATE_NOOP(
    "Messages",
    "The note was not kept: {file} has no answer yet. Answer first, then press ; again.",
)
