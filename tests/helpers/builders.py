"""Records, pairs and clusters in one line each, so that a test says only what matters to it."""

from __future__ import annotations

import hashlib

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import (
    IDENTITY,
    Evidence,
    Finding,
    PairKey,
    Registration,
    RegistrationMethod,
    Relation,
    VerifiedPair,
)
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)


def a_digest(content: str) -> Digest:
    """The digest of some content."""
    return Digest(hashlib.sha256(content.encode()).digest())


def a_record(
    number: int,
    path: bytes | None = None,
    *,
    content: str | None = None,
    size_bytes: int = 1000,
    facts: MetadataFacts | None = None,
    width_px: int = 1200,
    root: str = "masters",
) -> ImageRecord:
    """An image called after its number, with content of its own unless told otherwise."""
    place = FilePlace(root, path if path is not None else b"folder/%04d.jpg" % number)
    stamp = FileStamp(place, size_bytes, 1_000_000_000 + number, 1, 5000 + number)
    picture = PictureFacts("JPEG", width_px, width_px * 3 // 4, jpeg_quality=90)
    digest = a_digest(content if content is not None else f"content {number}")
    return ImageRecord(RecordId(number), stamp, digest, picture, facts or MetadataFacts())


def a_pair(
    a: int,
    b: int,
    relation: Relation = Relation.RE_ENCODED,
    *,
    finding: Finding = Finding.COPY,
    score: float = 0.98,
) -> VerifiedPair:
    """A verified pair of records by number, laid on each other as they are."""
    return VerifiedPair(
        key=PairKey(RecordId(a), RecordId(b)),
        relation=relation,
        relations=(relation,),
        finding=finding,
        score=score,
        registration=Registration(IDENTITY, RegistrationMethod.WHOLE_IMAGE),
        evidence=Evidence(correlation=score),
        recipe="test",
    )


def a_cluster(*numbers: int, relation: Relation = Relation.RE_ENCODED, lane: int = 2) -> Cluster:
    """A star: the first number in the centre, the others joined to it."""
    centre, *others = (RecordId(number) for number in numbers)
    edges = (Member(other, PairKey(centre, other), relation) for other in others)
    return Cluster(f"{centre:012x}", (Member(centre), *edges), lane)
