"""A finished index of tens of thousands of groups, written through the real store in a minute.

No picture is drawn or read: records, pairs and groups are made up, with names, captions, relations,
scores and folders as varied as a real collection's, and one small thumbnail for all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.lanes import lane_of
from dedup_desk.core.measured import Fingerprints, MeasuredImage
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import CandidatePair, Finding, PairKey, Relation, VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, FileStamp, PictureFacts, RecordId
from dedup_desk.store.index_file import IndexFile
from tests.helpers.builders import a_pair

SIZES = (3, 2, 4)
"""Members of one group after the other: three on the average."""

LOOK_EVERY = 20
"""After so many groups comes one pair that needs a person."""

CHAINED_EVERY = 40
"""In one group of so many the last member hangs on the one before it."""

RELATIONS = (
    Relation.RE_ENCODED,
    Relation.CROPPED,
    Relation.RESIZED,
    Relation.TONE,
    Relation.SAME_BYTES,
    Relation.RETOUCHED,
    Relation.BORDERED,
)
PLACES = ("Harbour", "Temple Street", "新界圍村", "戏院大堂", "Peak Tram", "龍舟競渡")
RECIPE = "made up"
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Made:
    """How much was written."""

    groups: int
    members: int
    looks: int


def write_groups(folder: Path, groups: int) -> Made:
    """Fill the index in `folder` with so many groups, finished and ready for a review."""
    sizes = [SIZES[at % len(SIZES)] for at in range(groups)]
    starts = np.concatenate(([0], np.cumsum(sizes)))
    members = int(starts[-1])
    with IndexFile.open(folder) as index:
        thumbnail = _thumbnail()
        for first in range(0, members, _BATCH):
            some = range(first, min(members, first + _BATCH))
            index.put_measured([_image(number, thumbnail) for number in some])
        formed: list[Cluster] = []
        pairs: list[VerifiedPair] = []
        for at in range(groups):
            made, edges = _group(at, int(starts[at]), sizes[at])
            formed.append(made)
            pairs += edges
        looks = list(_looks(groups, starts))
        for some_pairs in _batches([*pairs, *looks]):
            index.put_verified([(_candidate(one), one) for one in some_pairs], RECIPE)
        index.put_clusters(formed, "made up")
    return Made(groups, members, len(looks))


def _image(number: int, thumbnail: bytes) -> MeasuredImage:
    digest = Digest(hashlib.sha256(b"%d" % number).digest())
    words = np.frombuffer(digest * 3, dtype="<u8").astype(np.uint64)
    place = PLACES[number // 900 % len(PLACES)]
    caption = f"{place}, {1950 + number % 40}, no. {number}" if number % 3 == 0 else None
    name = b"HKFA-%d-%06d%s.jpg" % (1950 + number // 900 % 40, number, b"" if number % 3 else b"_a")
    path = b"shoot-%04d/%s" % (number // 900, name)
    return MeasuredImage(
        FileStamp(FilePlace("stills", path), 20_000 + number * 37 % 9_000_000, number, 1, number),
        digest,
        PictureFacts("JPEG", 4000 - number % 7 * 300, 3000 - number % 7 * 225, jpeg_quality=90),
        MetadataFacts(caption=caption),
        (),
        is_blank=False,
        fingerprints=Fingerprints(RECIPE, words[:8], words[8:12]),
        thumbnail=thumbnail,
        proxy=b"-",
    )


def _group(at: int, first: int, size: int) -> tuple[Cluster, list[VerifiedPair]]:
    """Return one group around its first image, ids growing from 1."""
    centre = RecordId(first + 1)
    members, edges = [Member(centre)], []
    for step in range(1, size):
        one = RecordId(first + 1 + step)
        is_chained = step == size - 1 and size > 2 and at % CHAINED_EVERY == 0
        through = RecordId(one - 1) if is_chained else None
        relation = RELATIONS[(at // 84 + step) % len(RELATIONS)]
        pair = replace(
            a_pair(through or centre, one, relation), score=0.7 + 0.3 * (at * 7 % 100) / 99
        )
        edges.append(pair)
        members.append(Member(one, pair.key, relation, through))
    lane = max(lane_of(pair.relations) for pair in edges)
    digest = hashlib.sha256(b"%d" % first).hexdigest()
    return Cluster(digest[:12], tuple(members), lane), edges


def _looks(groups: int, starts: np.ndarray) -> Iterator[VerifiedPair]:
    for at in range(0, groups - 1, LOOK_EVERY):
        one, other = int(starts[at]) + 1, int(starts[at + 1]) + 1
        yield a_pair(one, other, Relation.LOOK, finding=Finding.LOOK, score=0.6)


def _candidate(pair: VerifiedPair) -> CandidatePair:
    key: PairKey = pair.key
    return CandidatePair(min(key.a, key.b), max(key.a, key.b), 4, 0)


def _batches(pairs: list[VerifiedPair]) -> Iterator[list[VerifiedPair]]:
    for first in range(0, len(pairs), _BATCH):
        yield pairs[first : first + _BATCH]


def _thumbnail() -> bytes:
    image = QImage(256, 192, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 140, 160))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 80)
    return bytes(data.data())
