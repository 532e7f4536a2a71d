"""Compares two pages of files with more than one in a child process: question, work, answer.

They are looked at as the verifier looks at two files (`engine/verify.py`), except that nothing of
a later page is stored: both pages are decoded once, and their keypoints are found on the spot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
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
from dedup_desk.core.records import Digest, FilePlace, FileStamp, ImageRecord, RecordId
from dedup_desk.core.two_pages import TwoPages
from dedup_desk.engine import cv
from dedup_desk.engine.answers import packed_picture, read_picture
from dedup_desk.engine.content import content_of, digest_of
from dedup_desk.engine.decode import (
    MAX_PIXELS,
    DecodedImage,
    decode_fitting,
    decoder_errors,
    fitted,
    need_not_be_held,
    opened,
)
from dedup_desk.engine.desk import OTHER_CONTENT
from dedup_desk.engine.examine import examine
from dedup_desk.engine.features import find_features
from dedup_desk.engine.findings import packed_finding, read_finding
from dedup_desk.engine.laying import View
from dedup_desk.engine.limits import DECODED_FACTOR
from dedup_desk.engine.measure import BLANK_DEVIATION, PROXY_PX
from dedup_desk.engine.packing import Fields, Json, PackingError, Parcel
from dedup_desk.engine.placing import placed_by_features
from dedup_desk.engine.pool import Answer, Work, WorkerPool, WorkFailed
from dedup_desk.engine.subject import Subject, worth
from dedup_desk.engine.unreadable import UnreadableImage
from dedup_desk.engine.verify import VERIFY_RECIPE

_FINEST_PX: Final = 2560
"""As fine as pages are ever compared; every coarser view is made of this one."""

_BLANK_AT_PX: Final = 64
_COST_S: Final = 5.0
_MOST_PAGES: Final = 1 << 31
_LONGEST_PATH: Final = 1 << 16
_LONGEST_REASON: Final = 10_000
_SIDES: Final = ("left", "right")

_NOT_COMPARED: Final = QT_TRANSLATE_NOOP("Messages", "These pages could not be compared.")


@dataclass(frozen=True, slots=True)
class PageSide:
    """One page of a file.

    Attributes:
        record: the file.
        absolute: where it is on this machine.
        page: which page, from 0.
    """

    record: ImageRecord
    absolute: bytes
    page: int


def compared_pages(pool: WorkerPool, left: PageSide, right: PageSide) -> TwoPages:
    """Compare two pages in a child process; blocks for a moment, safe from any thread.

    Raises:
        UnreadableImage: a page cannot be decoded, a file is not the one that was indexed, or
            the child failed.
    """
    return _read(left, right, pool.ask(_work(left, right)))


def pages_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: decode both pages and compare them."""
    try:
        sides = [
            _opened(Fields(question.header).part(name), file)
            for name, file in zip(_SIDES, files, strict=True)
        ]
    except UnreadableImage as refusal:
        return Parcel({"unreadable": refusal.message.as_json()})
    header: dict[str, Json] = {
        name: packed_picture(one.record.picture) for name, one in zip(_SIDES, sides, strict=True)
    }
    header["is_blank"] = any(_is_blank(one) for one in sides)
    # What is found must not depend on which of the two is in the left pane.
    is_turned = worth(sides[1].record) < worth(sides[0].record)
    header["is_turned"] = is_turned
    if header["is_blank"] or question.header["is_same"]:
        return Parcel(header)
    a, b = sides[::-1] if is_turned else sides
    placed = placed_by_features(*(find_features(cv.grey(one.proxy.pixels)) for one in (a, b)))
    found = packed_finding(examine(a, b, placed), 0)
    return Parcel({**found.header, **header}, found.blobs)


def _work(left: PageSide, right: PageSide) -> Work:
    sides, stored = (left, right), sum(one.record.stamp.size_bytes for one in (left, right))
    header: dict[str, Json] = {
        name: {
            "digest": one.record.digest.hex(),
            "path": one.record.place.path.hex(),
            "size_bytes": one.record.stamp.size_bytes,
            "page": one.page,
        }
        for name, one in zip(_SIDES, sides, strict=True)
    }
    header["is_same"] = _is_same(left, right)
    return Work(
        task="pages",
        parcel=Parcel(header),
        files=(left.absolute, right.absolute),
        cost=_COST_S,
        decoded_bytes=MAX_PIXELS * 4 + stored // DECODED_FACTOR,
    )


def _is_same(left: PageSide, right: PageSide) -> bool:
    return (left.record.digest, left.page) == (right.record.digest, right.page)


def _opened(fields: Fields, file: BinaryIO) -> Subject:
    """Decode a page once, as fine as it may be wanted; what is coarser is made of that."""
    digest = Digest(fields.hex_bytes("digest", 32))
    data = content_of(file, may_map=need_not_be_held(file))
    if digest_of(file, data) != digest:
        raise UnreadableImage(message(OTHER_CONTENT))
    with (
        decoder_errors(),
        opened(data, fields.integer("page", 0, _MOST_PAGES), in_parts=True) as it,
    ):
        made = decode_fitting(it, _FINEST_PX)
    place = FilePlace("", fields.hex_bytes("path", _LONGEST_PATH))
    stamp = FileStamp(place, fields.integer("size_bytes", 0, 1 << 62), 0, 0, 0)
    record = ImageRecord(RecordId(0), stamp, digest, made.picture)
    grey = cv.grey(made.pixels)
    return Subject(record, _view(made, made.pixels, PROXY_PX), lambda px: _view(made, grey, px))


def _view(made: DecodedImage, pixels: cv.Picture, longest_px: int) -> View:
    high, wide = pixels.shape[:2]
    small = cv.shrunk(pixels, *fitted(wide, high, longest_px))
    return View(small, made.full_width_px, made.full_height_px)


def _is_blank(side: Subject) -> bool:
    """Say whether a page has too little on it, as reading says it of a file."""
    small = cv.shrunk(cv.grey(side.proxy.pixels), _BLANK_AT_PX, _BLANK_AT_PX)
    return float(small.std()) < BLANK_DEVIATION


def _read(left: PageSide, right: PageSide, answer: Answer) -> TwoPages:
    if isinstance(answer, WorkFailed):
        raise UnreadableImage(answer.reason)
    try:
        return _checked(left, right, answer)
    except (PackingError, ValueError, KeyError, TypeError) as error:
        raise UnreadableImage(message(_NOT_COMPARED)) from error


def _checked(left: PageSide, right: PageSide, answer: Parcel) -> TwoPages:
    fields = Fields(answer.header)
    if fields.has("unreadable"):
        raise UnreadableImage(Message.from_json(fields.text("unreadable", _LONGEST_REASON)))
    pages = [
        replace(one.record, picture=read_picture(fields.part(name)))
        for name, one in zip(_SIDES, (left, right), strict=True)
    ]
    two = TwoPages(pages[0], pages[1])
    if _is_same(left, right):
        return replace(two, pair=_same(left.record.id, right.record.id))
    if fields.flag("is_blank"):
        return replace(two, is_blank=True)
    found = read_finding(answer)
    if found is None:
        return two
    is_swapped = found.is_swapped != fields.flag("is_turned")
    ids = (left.record.id, right.record.id)
    pair = VerifiedPair(
        key=PairKey(*(ids[::-1] if is_swapped else ids)),
        relation=found.naming.relation,
        relations=found.naming.relations,
        finding=found.naming.finding,
        score=found.score,
        registration=found.registration,
        evidence=found.evidence,
        recipe=VERIFY_RECIPE,
    )
    return replace(two, pair=pair)


def _same(left: RecordId, right: RecordId) -> VerifiedPair:
    """Return the pair of one and the same page: nothing had to be measured."""
    return VerifiedPair(
        key=PairKey(left, right),
        relation=Relation.SAME_BYTES,
        relations=(Relation.SAME_BYTES,),
        finding=Finding.COPY,
        score=1.0,
        registration=Registration(IDENTITY, RegistrationMethod.IDENTITY),
        evidence=Evidence(),
        recipe=VERIFY_RECIPE,
    )
