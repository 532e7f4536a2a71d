"""The clusters of the index: replaced as a whole whenever they were formed again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.pairs import PairKey, Relation
from dedup_desk.core.records import RecordId
from dedup_desk.store.database import AnyRow
from dedup_desk.store.index_tables import CLUSTER, CLUSTER_MEMBER, IMAGE_BY_CONTENT, QUEUE


def put_clusters(connection: Connection, formed: Sequence[Cluster]) -> None:
    """Replace all clusters; their order is kept."""
    connection.execute(delete(CLUSTER_MEMBER))
    connection.execute(delete(CLUSTER))
    if not formed:
        return
    connection.execute(
        insert(CLUSTER),
        [
            {"id": one.id, "position": at, "lane": one.lane, "member_count": len(one.members)}
            for at, one in enumerate(formed)
        ],
    )
    connection.execute(
        insert(CLUSTER_MEMBER),
        [
            _row_of(one.id, position, member)
            for one in formed
            for position, member in enumerate(one.members)
        ],
    )


def clusters(connection: Connection) -> tuple[Cluster, ...]:
    """Return the clusters as they were formed, without those of which an image is gone."""
    members: dict[str, list[Member]] = defaultdict(list)
    order = (CLUSTER_MEMBER.c.cluster, CLUSTER_MEMBER.c.position)
    for row in connection.execute(select(CLUSTER_MEMBER).order_by(*order)):
        members[row.cluster].append(_member_of(row))
    return tuple(
        Cluster(row.id, tuple(members[row.id]), row.lane)
        for row in connection.execute(select(CLUSTER).order_by(CLUSTER.c.position))
        if len(members[row.id]) == row.member_count
    )


def cluster(connection: Connection, id_: str) -> Cluster:
    """Return one cluster.

    Raises:
        KeyError: there is none of that id, or an image of it is gone.
    """
    of_it = CLUSTER_MEMBER.c.cluster == id_
    rows = connection.execute(
        select(CLUSTER_MEMBER).where(of_it).order_by(CLUSTER_MEMBER.c.position)
    )
    members = tuple(_member_of(row) for row in rows)
    known = connection.execute(select(CLUSTER).where(CLUSTER.c.id == id_)).first()
    if known is None or known.member_count != len(members):
        raise KeyError(id_)
    return Cluster(id_, members, known.lane)


def put_queue(connection: Connection, columns: bytes) -> None:
    """Keep the queue that the clusters make, as columns."""
    IMAGE_BY_CONTENT.create(connection, checkfirst=True)
    connection.execute(delete(QUEUE))
    connection.execute(insert(QUEUE), {"columns": columns})


def queue(connection: Connection) -> bytes | None:
    """Return the columns of the queue; None where groups were not formed since anything changed."""
    found = connection.execute(select(QUEUE.c.columns)).scalar()
    return None if found is None else bytes(found)


def _row_of(cluster: str, position: int, member: Member) -> dict[str, object]:
    edge = member.joined_by
    return {
        "cluster": cluster,
        "position": position,
        "record": member.record,
        "edge_a": None if edge is None else edge.a,
        "edge_b": None if edge is None else edge.b,
        "relation": None if member.relation is None else member.relation.value,
        "through": member.through,
    }


def _member_of(row: AnyRow) -> Member:
    edge = None if row.edge_a is None else PairKey(RecordId(row.edge_a), RecordId(row.edge_b))
    return Member(
        RecordId(row.record),
        edge,
        None if row.relation is None else Relation(row.relation),
        None if row.through is None else RecordId(row.through),
    )
