"""The read-only pass in numbers: what was found, what it is, and that nothing was changed.

The counts add up on every line: found = read + unreadable + skipped; the kinds sum to the redundant
copies; items, pairs and groups are never mixed. Look pairs and same layouts stand beside the
headline, never in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.records import RecordId, SkipReason, Unreadable
from dedup_desk.core.storage import Holdings, KindCount
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.queue_table import RELATIONS, STATES, QueueTable, joined_code
from dedup_desk.services.review_views import RowState
from dedup_desk.services.tallying import Tally

KEEPS_APART = frozenset({Verdict.VARIANT, Verdict.NOT_DUPLICATE})
"""Answers after which an image is no redundant copy, whatever group it is in."""


@dataclass(frozen=True, slots=True)
class DepthCount:
    """How many images the deep pass has looked through for parts of others.

    Attributes:
        searched: whose details were found and looked for in the others'.
        missing: that a deep pass would look through.
        faint: with too few details for it: compared as whole pictures only.
    """

    searched: int = 0
    missing: int = 0
    faint: int = 0


@dataclass(frozen=True, slots=True)
class Audit:
    """A collection as the audit screen, the terminal and the report show it.

    Attributes:
        found: directory entries seen: read + unreadable + skipped.
        read: readable images (the same number as `holdings.images`).
        unreadable: files taken for images that could not be decoded, with reasons.
        skipped: what scan passed over, by reason.
        holdings: images, groups and redundant copies by kind.
        look_pairs, same_layout_pairs: shown one by one, never counted as redundant.
        sureness: copies by how sure the finding is.
        scores: 20 equal bins of pair scores from 0 to 1, (copies, looks) in each.
        blank: images with too little detail, compared by exact content only.
        limited: images compared at fewer bits than they hold, or one page of several.
        groups_decided: clusters in which nothing is left to decide.
        depth: how far the deep pass has come.
    """

    found: int
    read: int
    unreadable: tuple[Unreadable, ...]
    skipped: Mapping[SkipReason, int]
    holdings: Holdings
    look_pairs: int
    same_layout_pairs: int
    sureness: Mapping[Sureness, int]
    scores: tuple[tuple[int, int], ...]
    blank: int
    limited: int
    groups_decided: int
    depth: DepthCount = DepthCount()

    @property
    def skipped_total(self) -> int:
        """Everything that is no image, ignored or a link."""
        return sum(self.skipped.values())


@dataclass(frozen=True, slots=True)
class AuditSources:
    """What an audit counts; read from index and project by `Project.audit`.

    Attributes:
        queue: the rows, joined groups as one, and how far each is decided.
        tally: what no decision changes.
        kept: images that a person keeps as versions of their own, or calls no copies.
        unreadable, skipped, depth: see `Audit`.
    """

    queue: QueueContents
    tally: Tally
    kept: Collection[RecordId] = ()
    unreadable: tuple[Unreadable, ...] = ()
    skipped: Mapping[SkipReason, int] = field(default_factory=dict)
    depth: DepthCount = DepthCount()


def make_audit(sources: AuditSources) -> Audit:
    """Count; pure, the same numbers for the same sources."""
    tally, unreadable = sources.tally, sources.unreadable
    looks = Counter(tally.looks) - _settled(sources.queue.table)
    same_layout = looks.pop(Relation.SAME_LAYOUT, 0)
    return Audit(
        found=tally.images + len(unreadable) + sum(sources.skipped.values()),
        read=tally.images,
        unreadable=unreadable,
        skipped=sources.skipped,
        holdings=count_holdings(sources.queue.table, tally, sources.kept),
        look_pairs=sum(looks.values()),
        same_layout_pairs=same_layout,
        sureness={one: count for one, count in tally.sureness.items() if count},
        scores=tally.scores,
        blank=tally.blank,
        limited=tally.limited,
        groups_decided=_decided(sources.queue),
        depth=sources.depth,
    )


def count_holdings(table: QueueTable, tally: Tally, kept: Collection[RecordId] = ()) -> Holdings:
    """Count what a collection holds: every member of a group but its centre is redundant."""
    known, counts = table.columns, table.member_counts()
    row = np.repeat(np.arange(len(table)), counts)
    redundant = table.is_group()[row] & (known.joined_as > 0)
    if kept:
        redundant &= ~np.isin(known.member, np.fromiter(kept, np.uint64, len(kept)))
    kinds = []
    for relation in Relation:
        of_it = redundant & (known.joined_as == joined_code(relation))
        copies = int(np.count_nonzero(of_it))
        if copies:
            kinds.append(KindCount(relation, copies, int(known.member_bytes[of_it].sum())))
    is_counted = np.zeros(len(table), np.bool_) if table.joined is None else table.joined.copy()
    joined = int(np.count_nonzero(is_counted))
    is_counted[row[redundant]] = True
    groups = int(np.count_nonzero(is_counted))
    return Holdings(tally.images, tally.size_bytes, tally.folders, groups, tuple(kinds), joined)


def _settled(table: QueueTable) -> Counter[Relation]:
    """Count the look pairs within joined groups: nobody is asked about them any more.

    A pair that follows for identical files is not counted beside the one that was compared.
    """
    if table.hidden is None or table.joined is None:
        return Counter()
    seen = table.columns.seen.reshape(-1, 2)
    rows = np.flatnonzero((table.hidden | table.joined) & seen.any(axis=1))
    _, first = np.unique(seen[rows], axis=0, return_index=True)
    return Counter(RELATIONS[at] for at in table.found_as[rows[first]].tolist())


def _decided(queue: QueueContents) -> int:
    is_done = queue.states == STATES.index(RowState.DECIDED)
    return int(np.count_nonzero(queue.table.is_group() & is_done))
