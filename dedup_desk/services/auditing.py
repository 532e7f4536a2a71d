"""The read-only pass in numbers: what was found, what it is, and that nothing was changed.

The counts add up on every line: found = read + unreadable + skipped; the kinds sum to the redundant
copies; items, pairs and groups are never mixed. Look pairs and same layouts stand beside the
headline, never in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.pairs import Finding, Relation, Sureness, VerifiedPair
from dedup_desk.core.records import ImageRecord, RecordId, SkipReason, Unreadable
from dedup_desk.core.storage import Holdings, count_holdings

SCORE_BINS = 20


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
    """What an audit counts; read from index and project by `Project.audit`."""

    records: Mapping[RecordId, ImageRecord]
    unreadable: tuple[Unreadable, ...]
    skipped: Mapping[SkipReason, int]
    clusters: tuple[Cluster, ...]
    pairs: Iterable[VerifiedPair]
    verdicts: Mapping[RecordId, Verdict]
    depth: DepthCount = DepthCount()


def make_audit(sources: AuditSources) -> Audit:
    """Count; pure, the same numbers for the same sources."""
    kept = {one for one, verdict in sources.verdicts.items() if verdict in _KEEPS_APART}
    looks: Counter[Relation] = Counter()
    sureness: Counter[Sureness] = Counter()
    bins = [[0, 0] for _ in range(SCORE_BINS)]
    for pair in sources.pairs:
        is_look = pair.finding is Finding.LOOK
        bins[min(SCORE_BINS - 1, int(pair.score * SCORE_BINS))][is_look] += 1
        if is_look:
            looks[pair.relation] += 1
        else:
            sureness[pair.sureness] += 1
    records = sources.records
    same_layout = looks.pop(Relation.SAME_LAYOUT, 0)
    return Audit(
        found=len(records) + len(sources.unreadable) + sum(sources.skipped.values()),
        read=len(records),
        unreadable=sources.unreadable,
        skipped=sources.skipped,
        holdings=count_holdings(records, sources.clusters, kept),
        look_pairs=looks.total(),
        same_layout_pairs=same_layout,
        sureness=sureness,
        scores=tuple((copies, pairs) for copies, pairs in bins),
        blank=sum(one.is_blank for one in records.values()),
        limited=sum(_is_limited(one) for one in records.values()),
        groups_decided=sum(_is_decided(one, sources.verdicts) for one in sources.clusters),
        depth=sources.depth,
    )


_KEEPS_APART = {Verdict.VARIANT, Verdict.NOT_DUPLICATE}


def _is_limited(record: ImageRecord) -> bool:
    return record.picture.compared_at_8_bit or record.picture.page_count > 1


def _is_decided(cluster: Cluster, verdicts: Mapping[RecordId, Verdict]) -> bool:
    answers = [verdicts.get(member.record) for member in cluster.members]
    return all(one is not None and one is not Verdict.UNSURE for one in answers)
