"""What is proposed for a group of which a person joined parts: nothing across the seam."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dedup_desk.core.canonical import Policy, Proposal, Veto, propose
from dedup_desk.core.clusters import Cluster
from dedup_desk.core.joined_groups import is_joined, part_of
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import PairKey, VerifiedPair
from dedup_desk.core.records import ImageRecord, RecordId


def propose_within(
    cluster: Cluster,
    records: Mapping[RecordId, ImageRecord],
    pairs: Mapping[PairKey, VerifiedPair],
    policy: Policy,
) -> Proposal:
    """Propose what to keep; leave to a person what only a person joined, whatever was measured.

    Args:
        cluster: the group, joined or as it was found.
        records: see `propose`.
        pairs: see `propose`.
        policy: the rules in force.
    """
    proposal = propose(cluster, records, pairs, policy)
    if proposal.canonical is None or not is_joined(cluster):
        return proposal
    kept = part_of(cluster, proposal.canonical)
    across = [one for one in proposal.retire if part_of(cluster, one) != kept]
    retire = tuple(one for one in proposal.retire if one not in across)
    vetoes = (*proposal.vetoes, *(Veto(one, message(_BY_HAND)) for one in across))
    if not retire:
        return Proposal(None, vetoes=vetoes)
    return replace(proposal, retire=retire, vetoes=vetoes)


_BY_HAND = QT_TRANSLATE_NOOP("Messages", "It was joined by hand: a person decides.")
