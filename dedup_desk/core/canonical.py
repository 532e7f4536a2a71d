"""Which member to keep: vetoes, ordered rules, near ties, and the reason that decided.

A policy is an ordered list of rules. Each rule ranks the members that are still in the running and
keeps the best and what is as good as the best (a near tie); the last rule that sent somebody away
is the one that decided. When the rules are through and several are left, that is a tie: it is
called a tie, and a person is asked. Nothing is picked by chance.

Then each other member is proposed for retirement only if its own pair with the kept one is of a
kind that rules may propose and no veto speaks for keeping it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.contents import Contents
from dedup_desk.core.keep_rules import RULES, Standing
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import PairKey, VerifiedPair
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.core.vetoes import Case, never_canonical, veto

DEFAULT_RULES: Final = tuple(RULES)
"""All rules, in the order of the table."""

_TIE = QT_TRANSLATE_NOOP(
    "Messages", "A tie: by every keeping rule {count} copies are equally good. Please choose."
)
_NONE_LEFT = QT_TRANSLATE_NOOP(
    "Messages", "Every copy is marked as killed or embargoed; none is proposed to be kept."
)


@dataclass(frozen=True, slots=True)
class Policy:
    """What to keep.

    Attributes:
        name, version: what it is called; they go into every decision that it proposed.
        rules: ids of `RULES`, in order.
        protected: (root label, folder bytes) whose files are never proposed for retirement.
    """

    name: str = "keep-the-fullest"
    version: int = 1
    rules: tuple[str, ...] = DEFAULT_RULES
    protected: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Veto:
    """Why a member is not proposed for retirement."""

    record: RecordId
    reason: Message


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the keeping rules propose for a cluster.

    Attributes:
        canonical: the member to keep; None where nothing is proposed.
        retire: members to retire for it, in the cluster's order.
        reasons: why that one is kept, in the order of the rules that had a say.
        deciding: the one of `reasons` that decided, or the sentence that says why there is none.
        vetoes: members that stay, each with its reason.
        is_tie: the rules could not choose.
    """

    canonical: RecordId | None
    retire: tuple[RecordId, ...] = ()
    reasons: tuple[Message, ...] = ()
    deciding: Message | None = None
    vetoes: tuple[Veto, ...] = ()
    is_tie: bool = False

    @classmethod
    def none(cls) -> Proposal:
        """Return "nothing is proposed"."""
        return cls(None)


def propose(
    cluster: Cluster,
    records: Mapping[RecordId, ImageRecord],
    pairs: Mapping[PairKey, VerifiedPair],
    policy: Policy,
) -> Proposal:
    """Propose what to keep of a cluster and what to retire for it.

    Args:
        cluster: the group.
        records: its images (others may be among them).
        pairs: verified pairs by key; those of other images do not matter.
        policy: the rules in force.

    Returns:
        A proposal that says nothing where rules may not: nobody to retire, a tie, only vetoes.
    """
    members = [records[member.record] for member in cluster.members]
    contents = Contents(members, pairs)
    running = [one for one in members if not never_canonical(one)]
    if not running:
        return Proposal(None, deciding=message(_NONE_LEFT))
    chosen = _choose(running, contents, policy)
    if len(chosen.left) > 1:
        return _tied(chosen, members, contents, policy)
    return _with_retirements(chosen, members, contents, policy)


@dataclass(frozen=True, slots=True)
class _Choice:
    left: list[ImageRecord]
    reasons: list[Message] = field(default_factory=list)


def _choose(running: list[ImageRecord], contents: Contents, policy: Policy) -> _Choice:
    """Let one rule after the other send members away until one is left or the rules are through."""
    choice = _Choice(running)
    for name in policy.rules:
        if len(choice.left) == 1:
            break
        rule = RULES[name]
        values = {one.id: rule.value(Standing(one, contents)) for one in choice.left}
        best = max(values.values())
        kept = [one for one in choice.left if best - values[one.id] <= rule.near(best)]
        if len(kept) < len(choice.left):
            reason = rule.reason(Standing(kept[0], contents))
            choice = _Choice(kept, [*choice.reasons, reason])
    return choice


def _tied(
    choice: _Choice, members: list[ImageRecord], contents: Contents, policy: Policy
) -> Proposal:
    """Say tie, unless it does not matter because nobody could be retired anyway."""
    first = min(choice.left, key=lambda one: (one.place.path, one.place.root))
    retire, vetoes = _sorted_out(first, members, contents, policy)
    if not retire:
        return Proposal(None, vetoes=vetoes)
    tie = message(_TIE, count=len(choice.left))
    return Proposal(None, reasons=tuple(choice.reasons), deciding=tie, is_tie=True)


def _with_retirements(
    choice: _Choice, members: list[ImageRecord], contents: Contents, policy: Policy
) -> Proposal:
    kept = choice.left[0]
    retire, vetoes = _sorted_out(kept, members, contents, policy)
    if not retire:
        return Proposal(None, vetoes=vetoes)
    reasons = tuple(choice.reasons)
    deciding = reasons[-1] if reasons else None
    return Proposal(kept.id, retire, reasons, deciding, vetoes)


def _sorted_out(
    kept: ImageRecord, members: list[ImageRecord], contents: Contents, policy: Policy
) -> tuple[tuple[RecordId, ...], tuple[Veto, ...]]:
    """Return who may be retired for the kept one, and who stays and why."""
    retire: list[RecordId] = []
    vetoes: list[Veto] = []
    for one in members:
        if one.id == kept.id:
            continue
        reason = veto(Case(one, kept, contents.between(one, kept), policy.protected))
        if reason is None:
            retire.append(one.id)
        else:
            vetoes.append(Veto(one.id, reason))
    return tuple(retire), tuple(vetoes)
