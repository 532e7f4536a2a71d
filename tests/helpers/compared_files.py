"""Two files as the program compares them: measured, verified in a child's code, proposed upon."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace

from dedup_desk.core.canonical import Policy, Proposal, propose
from dedup_desk.core.clusters import form_clusters
from dedup_desk.core.pairs import CandidatePair, Finding, Relation, VerifiedPair
from dedup_desk.core.records import Digest, RecordId
from dedup_desk.engine.decode import decode_fitting, opened
from dedup_desk.engine.measure import PROXY_ENOUGH_PX, PROXY_PX, small_pictures
from dedup_desk.engine.verify import VerifySide, read_verified, verify_task, verify_work
from tests.helpers.builders import a_record


@dataclass(frozen=True)
class Compared:
    """What the machine makes of two files; without a pair they have nothing to do with each other.

    Attributes:
        pair: as it would be stored.
        proposal: what the keeping rules would propose to do with them.
    """

    pair: VerifiedPair | None
    proposal: Proposal

    @property
    def relation(self) -> Relation | None:
        return self.pair.relation if self.pair else None

    @property
    def relations(self) -> tuple[Relation, ...]:
        return self.pair.relations if self.pair else ()

    @property
    def is_copy(self) -> bool:
        return self.pair is not None and self.pair.finding is Finding.COPY

    @property
    def is_proposed(self) -> bool:
        """A rule would have one of the two retired."""
        return bool(self.proposal.retire)


def compared(one: bytes, other: bytes) -> Compared:
    """Compare two files by their bytes."""
    sides = (_side(1, one), _side(2, other))
    work = verify_work(*sides, CandidatePair(RecordId(1), RecordId(2), 4, 0))
    files = {b"/1": one, b"/2": other}
    answer = verify_task(work.parcel, tuple(io.BytesIO(files[path]) for path in work.files))
    pair = read_verified(work, answer)
    records = {side.record.id: side.record for side in sides}
    pairs = [pair] if pair else []
    clusters = form_clusters(records, pairs)
    if not clusters:
        return Compared(pair, Proposal.none())
    return Compared(pair, propose(clusters[0], records, {one.key: one for one in pairs}, Policy()))


def _side(number: int, data: bytes) -> VerifySide:
    with opened(data) as source:
        picture = source.picture
        small = small_pictures(decode_fitting(source, PROXY_PX, PROXY_ENOUGH_PX).pixels)
    record = replace(
        a_record(number, size_bytes=len(data)),
        digest=Digest(hashlib.sha256(data).digest()),
        picture=picture,
    )
    return VerifySide(record, b"/%d" % number, small.proxy, None)
