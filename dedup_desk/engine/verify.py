"""Verifies a candidate pair in a child process: question, work, answer.

The parent packs both proxies, the keypoints of both where they are known, and what it knows of both
files; the pool opens the files; the child compares (see `engine/examine.py`), cheapest first: a
pair that only keypoints suggested costs nothing but those if they agree on no geometry, and what
the proxies rule out is not decoded at up to 1,280 px, or, if it is a page, at up to 2,560 px; what
no close look could make a pair (`engine/ruled_out.py`) is not looked at closely; the parent reads
the answer and makes the `VerifiedPair`. Same bytes and same pixels are known from digests: no
picture is touched for them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO, Final

import PIL

from dedup_desk.core.pairs import (
    IDENTITY,
    CandidatePair,
    Evidence,
    Finding,
    PairKey,
    Registration,
    RegistrationMethod,
    Relation,
    VerifiedPair,
)
from dedup_desk.core.records import Digest, FilePlace, FileStamp, ImageRecord, RecordId
from dedup_desk.core.search import MAX_DISTANCE_BITS
from dedup_desk.engine import cv
from dedup_desk.engine.answers import packed_picture, read_picture
from dedup_desk.engine.decision import decision_model
from dedup_desk.engine.decode import decode
from dedup_desk.engine.examine import examine
from dedup_desk.engine.features import read_features
from dedup_desk.engine.findings import packed_finding, read_finding
from dedup_desk.engine.fine_shelf import FineShelf, shelf_of_this_process
from dedup_desk.engine.formats import format_by_name
from dedup_desk.engine.laying import View
from dedup_desk.engine.packing import Fields, Json, PackingError, Parcel
from dedup_desk.engine.placing import placed_by_features
from dedup_desk.engine.pool import Answer, Work, WorkFailed
from dedup_desk.engine.subject import Subject, worth

MEASURING_RECIPE: Final = f"verify-16; Pillow {PIL.__version__}, OpenCV {cv.VERSION}"
"""What measured a pair; what is decided on those measures is a fit of its own."""

VERIFY_RECIPE: Final = f"{MEASURING_RECIPE}; {decision_model().version}"
"""What made a finding; another recipe means "compare again"."""

NOT_COMPARED: Final = "not-compared"
"""Note of a pair whose comparison failed: it is shown, because nobody can say it is nothing."""

_LEAST_INLIERS: Final = 4
"""With fewer, keypoints alone are no reason to look at two pictures."""

_COMPARING_S: Final = 0.2
_DECODING_S_A_PIXEL: Final = 1e-8
_WORKING_BYTES: Final = 60_000_000
_LONGEST_PATH: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class VerifySide:
    """One file of a pair, as the parent knows it.

    Attributes:
        record: the index's row.
        absolute: where the file is on this machine.
        proxy: its 512 px JPEG.
        pixel_digest: 32 bytes, or None where it is not known or cannot be had.
        features: packed keypoints of the proxy, or None where they are not known.
    """

    record: ImageRecord
    absolute: bytes
    proxy: bytes
    pixel_digest: bytes | None
    features: bytes | None = None


def known_pair(
    left: VerifySide, right: VerifySide, candidate: CandidatePair
) -> VerifiedPair | None:
    """Return the pair if digests already say what it is; None if pictures have to be compared."""
    relations = _known_relations(left, right)
    if not relations:
        return None
    is_swapped = worth(right.record) < worth(left.record)
    return _exact(candidate, relations, is_swapped=is_swapped)


def verify_work(left: VerifySide, right: VerifySide, candidate: CandidatePair) -> Work:
    """Return the work of comparing two files; its tag is the candidate pair.

    Pairs that `known_pair` knows make work that costs next to nothing.
    """
    known = known_pair(left, right, candidate)
    if known is not None:
        header: dict[str, Json] = {
            "known": [relation.value for relation in known.relations],
            "is_swapped": known.key.a == right.record.id,
        }
        return Work("verify", Parcel(header), cost=0.001, tag=candidate)
    # Which record has the lower number depends on which child was quicker; what is found must not.
    is_turned = worth(right.record) < worth(left.record)
    sides = (right, left) if is_turned else (left, right)
    pixels = sum(side.record.picture.pixel_count for side in sides)
    return Work(
        task="verify",
        parcel=Parcel(
            {
                "left": _packed(sides[0].record),
                "right": _packed(sides[1].record),
                "is_turned": is_turned,
                "is_near": candidate.distance_bits <= MAX_DISTANCE_BITS,
            },
            (sides[0].proxy, sides[1].proxy, *_features(sides)),
        ),
        files=(sides[0].absolute, sides[1].absolute),
        cost=_COMPARING_S + pixels * _DECODING_S_A_PIXEL + sum(_reading_s(side) for side in sides),
        decoded_bytes=pixels * 4 + _WORKING_BYTES,
        tag=candidate,
        needed_files=0,
    )


def read_verified(work: Work, answer: Answer) -> VerifiedPair | None:
    """Return the verified pair; None where the two have nothing to do with each other.

    A comparison that failed (a child killed by its file, an answer that is not what was agreed)
    makes a pair to look at: it is neither a copy nor nothing.
    """
    candidate = work.tag
    if not isinstance(candidate, CandidatePair):
        raise TypeError("this work is not a verification")
    known = work.parcel.header.get("known")
    if isinstance(known, list):
        relations = tuple(Relation(str(text)) for text in known)
        return _exact(candidate, relations, is_swapped=bool(work.parcel.header["is_swapped"]))
    is_turned = bool(work.parcel.header["is_turned"])
    if isinstance(answer, WorkFailed):
        return _not_compared(candidate, is_swapped=is_turned)
    try:
        return _read(candidate, answer, is_turned=is_turned)
    except PackingError:
        return _not_compared(candidate, is_swapped=is_turned)


def decodes_so_far(answer: Answer) -> int:
    """Return how many pictures the answering worker had decoded for fine checks, 0 if untold."""
    count = None if isinstance(answer, WorkFailed) else answer.header.get("decodes")
    return count if isinstance(count, int) else 0


def verify_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: compare two files."""
    if "known" in question.header:
        return Parcel()
    shelf = shelf_of_this_process()
    proxies, features = question.blobs[:2], question.blobs[2:]
    placed = placed_by_features(*map(read_features, features)) if features else None
    is_placed = placed is not None and placed.inliers >= _LEAST_INLIERS
    if not (is_placed or Fields(question.header).flag("is_near")):
        return packed_finding(None, shelf.decodes)
    sides = zip(("left", "right"), proxies, files, strict=True)
    left, right = (_subject(question, name, proxy, (shelf, file)) for name, proxy, file in sides)
    return packed_finding(examine(left, right, placed), shelf.decodes)


def _features(sides: tuple[VerifySide, VerifySide]) -> tuple[bytes, ...]:
    """Return the keypoints of both sides, or nothing where those of one are not known."""
    known = tuple(side.features for side in sides if side.features is not None)
    return known if len(known) == len(sides) else ()


def _known_relations(left: VerifySide, right: VerifySide) -> tuple[Relation, ...]:
    if left.record.digest == right.record.digest:
        return (Relation.SAME_BYTES,)
    if left.pixel_digest is not None and left.pixel_digest == right.pixel_digest:
        return (Relation.SAME_PIXELS,)
    return ()


def _reading_s(side: VerifySide) -> float:
    kind = format_by_name(side.record.place.name)
    per_megabyte = kind.cost_s_per_megabyte if kind else 0.1
    return side.record.stamp.size_bytes / 1e6 * per_megabyte


def _packed(record: ImageRecord) -> dict[str, Json]:
    return {
        "digest": record.digest.hex(),
        "path": record.place.path.hex(),
        "size_bytes": record.stamp.size_bytes,
        "picture": packed_picture(record.picture),
    }


def _subject(
    question: Parcel, name: str, proxy: bytes, source: tuple[FineShelf, BinaryIO]
) -> Subject:
    fields = Fields(question.header).part(name)
    shelf, file = source
    digest = Digest(fields.hex_bytes("digest", 32))
    place = FilePlace("", fields.hex_bytes("path", _LONGEST_PATH))
    stamp = FileStamp(place, fields.integer("size_bytes", 0, 1 << 62), 0, 0, 0)
    record = ImageRecord(RecordId(0), stamp, digest, read_picture(fields.part("picture")))
    small = decode(proxy, None).pixels
    view = View(small, record.picture.width_px, record.picture.height_px)
    return Subject(record, view, lambda longest_px: shelf.view(digest, file, longest_px))


def _read(candidate: CandidatePair, answer: Parcel, *, is_turned: bool) -> VerifiedPair | None:
    found = read_finding(answer)
    if found is None:
        return None
    return VerifiedPair(
        key=_key(candidate, is_swapped=found.is_swapped != is_turned),
        relation=found.naming.relation,
        relations=found.naming.relations,
        finding=found.naming.finding,
        score=found.score,
        registration=found.registration,
        evidence=replace(found.evidence, distance_bits=candidate.distance_bits),
        recipe=VERIFY_RECIPE,
    )


def _exact(
    candidate: CandidatePair, relations: tuple[Relation, ...], *, is_swapped: bool
) -> VerifiedPair:
    return VerifiedPair(
        key=_key(candidate, is_swapped=is_swapped),
        relation=relations[0],
        relations=relations,
        finding=Finding.COPY,
        score=1.0,
        registration=Registration(IDENTITY, RegistrationMethod.IDENTITY),
        evidence=Evidence(distance_bits=candidate.distance_bits),
        recipe=VERIFY_RECIPE,
    )


def _not_compared(candidate: CandidatePair, *, is_swapped: bool) -> VerifiedPair:
    return VerifiedPair(
        key=_key(candidate, is_swapped=is_swapped),
        relation=Relation.LOOK,
        relations=(Relation.LOOK,),
        finding=Finding.LOOK,
        score=0.0,
        registration=None,
        evidence=Evidence(distance_bits=candidate.distance_bits, notes=(NOT_COMPARED,)),
        recipe=VERIFY_RECIPE,
    )


def _key(candidate: CandidatePair, *, is_swapped: bool) -> PairKey:
    if is_swapped:
        return PairKey(candidate.right, candidate.left)
    return PairKey(candidate.left, candidate.right)
