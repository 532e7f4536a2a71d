"""How two members of a group lie on each other, also where only their centre links them."""

from __future__ import annotations

from dedup_desk.core.compare import Link, link_of
from dedup_desk.core.pairs import IDENTITY, VerifiedPair
from dedup_desk.core.records import RecordId
from dedup_desk.services.review_views import ClusterView, MemberView


def link_between(
    view: ClusterView, left: RecordId, right: RecordId, direct: VerifiedPair | None
) -> Link:
    """Return the link from `left` to `right`: measured directly, else through the centre.

    Two members that were never compared with each other were both compared with the centre (or
    with a member that was), so their links can be followed one after the other.
    """
    if direct is not None and direct.registration is not None:
        return link_of(direct, left)
    if view.members[0].pair is None and len(view.members) > 2:
        return _to_centre(view, left).then(_to_centre(view, right).turned_round())
    return Link()


def _to_centre(view: ClusterView, record: RecordId) -> Link:
    """Follow the edges by which a member joined, up to the centre."""
    by_record = {one.record.id: one for one in view.members}
    centre = view.members[0].record.id
    link, at = Link(IDENTITY), record
    for _ in view.members:  # a chain cannot be longer than the group
        if at == centre:
            return link
        member = by_record[at]
        onward = member.through if member.through is not None else centre
        link, at = link.then(_edge(member)), onward
    return Link()


def _edge(member: MemberView) -> Link:
    return link_of(member.pair, member.record.id) if member.pair is not None else Link()
