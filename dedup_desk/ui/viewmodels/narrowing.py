"""What the queue is narrowed to, as values that can be written down and read again."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.services.review_views import QueueOrder, QueueQuery, RowKind, RowState


def written(query: QueueQuery, marked: frozenset[str]) -> dict[str, Any]:
    """Return a query as plain values.

    Args:
        query: what is shown, in which order. Rows shown because they were new are new no more.
        marked: ids of the rows with a bookmark; that only those are shown is kept as such.
    """
    folder = query.folder
    return {
        "lanes": sorted(query.lanes),
        "relations": sorted(query.relations),
        "states": sorted(query.states),
        "sureness": sorted(query.sureness),
        "kinds": sorted(query.kinds),
        "roots": sorted(query.roots),
        "folder": folder and [folder[0], base64.b64encode(folder[1]).decode("ascii")],
        "least_bytes": query.least_bytes,
        "text": query.text,
        "is_chained": query.is_chained,
        "is_marked": query.only is not None and query.only == marked,
        "order": query.order.value,
    }


def read(said: Mapping[str, Any], marked: frozenset[str]) -> QueueQuery:
    """Return the query that `written` wrote; what is damaged shows everything."""
    try:
        return _query(said, marked)
    except (ValueError, TypeError, KeyError):
        return QueueQuery()


def _query(said: Mapping[str, Any], marked: frozenset[str]) -> QueueQuery:
    folder = said["folder"]
    return QueueQuery(
        lanes=frozenset(int(one) for one in said["lanes"]),
        relations=frozenset(Relation(one) for one in said["relations"]),
        states=frozenset(RowState(one) for one in said["states"]),
        sureness=frozenset(Sureness(one) for one in said["sureness"]),
        kinds=frozenset(RowKind(one) for one in said["kinds"]),
        roots=frozenset(str(one) for one in said["roots"]),
        folder=None if folder is None else (str(folder[0]), base64.b64decode(folder[1])),
        least_bytes=int(said["least_bytes"]),
        text=str(said["text"]),
        is_chained=bool(said["is_chained"]),
        only=marked if said["is_marked"] and marked else None,
        order=QueueOrder(said["order"]),
    )
