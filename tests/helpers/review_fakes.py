"""A small collection drawn in memory, and a review of it: no files, no database, no processes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF

from dedup_desk.core.bookmarks import bookmark_of
from dedup_desk.core.canonical import Policy
from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decision_history import Step, content_pair
from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.hand_alignment import (
    HandAlignment,
    Realigned,
    alignment_of,
    held,
    keep_alignment,
)
from dedup_desk.core.joins import Join, Rejoined, join_of, joined, keep_join
from dedup_desk.core.ledger import Actor, EventDraft
from dedup_desk.core.messages import message
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import (
    IDENTITY,
    Evidence,
    Finding,
    Matrix,
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
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from tests.helpers.asked_desktop import AskedDesktop
from tests.helpers.drawn_pictures import DrawnPictures, resized, rgb_of

WIDE, HIGH = 1800, 1200
CROP = (360, 120, 1260, 840)
"""Left, top, width and height of the crop in the full frame."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Pictures by digest, and the group they form."""

    pictures: Mapping[Digest, NDArray[np.uint8]]
    shelf: Shelf
    thumbnails: Mapping[Digest, bytes]


def draw_landscape(seed: int = 7) -> NDArray[np.uint8]:
    """Return (1200, 1800, 3): hills, trees and signs; the same for one seed."""
    rng = np.random.default_rng(seed)
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, HIGH)
    hue = int(rng.integers(0, 360))
    sky.setColorAt(0, QColor.fromHsv(hue, 120, 220))
    sky.setColorAt(1, QColor.fromHsv((hue + 40) % 360, 60, 250))
    painter.fillRect(0, 0, WIDE, HIGH, sky)
    painter.setPen(Qt.PenStyle.NoPen)
    for layer in range(4):
        _hills(painter, rng, layer, hue)
    _trees(painter, rng)
    _signs(painter, rng)
    painter.end()
    return rgb_of(image)


def _hills(painter: QPainter, rng: np.random.Generator, layer: int, hue: int) -> None:
    xs = np.linspace(0, WIDE, 40)
    base = 380 + layer * 190
    ys = base + 70 * np.sin(xs / (170 + 60 * layer) + rng.uniform(0, 6)) + rng.uniform(-14, 14, 40)
    points = [QPointF(x, y) for x, y in zip(xs, ys, strict=True)]
    shape = QPolygonF([*points, QPointF(WIDE, HIGH), QPointF(0, HIGH)])
    painter.setBrush(QColor.fromHsv((hue + 120 + 25 * layer) % 360, 110, 190 - 35 * layer))
    painter.drawPolygon(shape)


def _trees(painter: QPainter, rng: np.random.Generator) -> None:
    for _ in range(260):
        x, y, size = rng.uniform(0, WIDE), rng.uniform(560, 1150), rng.uniform(8, 34)
        painter.setBrush(QColor.fromHsv(int(rng.uniform(20, 130)), 160, int(rng.uniform(60, 200))))
        painter.drawEllipse(QRectF(x, y, size, size * 1.3))


def _signs(painter: QPainter, rng: np.random.Generator) -> None:
    """Strokes like lettering; text itself would need an application for its fonts."""
    painter.setBrush(QColor(250, 245, 235))
    for letter in range(9):
        left = 1180 + 56 * letter
        for _ in range(3):
            x, y = left + rng.uniform(0, 24), 1080 + rng.uniform(0, 40)
            upright = rng.random() < 0.5
            painter.drawRect(QRectF(x, y, 8 if upright else 30, 44 if upright else 8))


def jpeg(pixels: NDArray[np.uint8]) -> bytes:
    """Return an encoded JPEG."""
    high, wide = pixels.shape[:2]
    image = QImage(np.ascontiguousarray(pixels).data, wide, high, wide * 3,
                   QImage.Format.Format_RGB888)  # fmt: skip
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 90)
    return bytes(data.data())


def a_record(
    number: int, path: bytes, pixels: NDArray[np.uint8], facts: MetadataFacts | None = None
) -> ImageRecord:
    """Return a record of drawn pixels; its digest is of the pixels and the path."""
    high, wide = pixels.shape[:2]
    digest = Digest(hashlib.sha256(path + pixels.tobytes()[:4096]).digest())
    is_tiff = path.endswith(b".tif")
    picture = PictureFacts(
        "TIFF" if is_tiff else "JPEG",
        wide,
        high,
        bit_depth=16 if is_tiff else 8,
        icc_name="Adobe RGB (1998)" if is_tiff else "sRGB",
        is_lossless=is_tiff,
        jpeg_quality=None if is_tiff else 70,
        compared_at_8_bit=is_tiff,
    )
    stamp = FileStamp(
        FilePlace("stills", path), 1000 + wide * high, 1_100_000_000_000_000_000 + number, 1, number
    )
    return ImageRecord(RecordId(number), stamp, digest, picture, facts or MetadataFacts())


def a_pair(
    a: ImageRecord,
    b: ImageRecord,
    relation: Relation,
    matrix: Matrix | None = IDENTITY,
    finding: Finding = Finding.COPY,
) -> VerifiedPair:
    """Return a verified pair of one relation."""
    registration = None
    if matrix is not None:
        registration = Registration(matrix, RegistrationMethod.WHOLE_IMAGE, 812, 0.4)
    return VerifiedPair(
        PairKey(a.id, b.id), relation, (relation,), finding, 0.97, registration, Evidence(), "test"
    )


def a_group(base: int, seed: int) -> tuple[dict[Digest, NDArray[np.uint8]], list[ImageRecord],
                                           list[VerifiedPair], Cluster]:  # fmt: skip
    """Draw one landscape, its crop, its toned copy and its smaller copy with a changed spot."""
    full = draw_landscape(seed)
    left, top, wide, high = CROP
    crop = resized(full[top : top + high, left : left + wide], wide // 2, high // 2)
    toned = np.clip(full.astype(np.float32) * 0.86 + (18, 8, 0), 0, 255).astype(np.uint8)
    small = resized(full, 900, 600)
    small[280:330, 500:590] = small[280:330, 500:590][:, ::-1] // 2 + 30
    name = f"HKFA-1966-{400 + seed:04d}".encode()
    facts = MetadataFacts(
        captured="1966-05-02 10:11:12", caption="By the river", credit="Shaw Bros."
    )
    uncredited = replace(facts, credit=None)
    records = [
        a_record(base, b"masters/1966/" + name + b"_scan.tif", full, facts),
        a_record(base + 1, b"press/2004/" + name + b"-web.jpg", crop),
        a_record(base + 2, b"press/2004/" + name + b"_warm.jpg", toned, uncredited),
        a_record(base + 3, b"work/" + name + b"_thumb.jpg", small),
    ]
    links: list[Matrix] = [
        (0.5, 0, -left / 2, 0, 0.5, -top / 2, 0, 0, 1),
        IDENTITY,
        (0.5, 0, 0, 0, 0.5, 0, 0, 0, 1),
    ]
    relations = [Relation.CROPPED, Relation.TONE, Relation.RETOUCHED]
    pairs = [
        a_pair(records[0], record, relation, link)
        for record, relation, link in zip(records[1:], relations, links, strict=True)
    ]
    members = [Member(records[0].id)] + [
        Member(pair.key.b, pair.key, pair.relation) for pair in pairs
    ]
    cluster = Cluster(records[0].digest.hex()[:12], tuple(members), 4)
    drawn = [full, crop, toned, small]
    pictures = {one.digest: pixels for one, pixels in zip(records, drawn, strict=True)}
    return pictures, records, pairs, cluster


def a_scene(groups: int = 3) -> Scene:
    """Return `groups` groups of four, and one look pair between the first two."""
    pictures: dict[Digest, NDArray[np.uint8]] = {}
    records: list[ImageRecord] = []
    pairs: list[VerifiedPair] = []
    clusters: list[Cluster] = []
    for at in range(groups):
        drawn, found, linked, cluster = a_group(at * 10 + 1, at + 12)
        pictures |= drawn
        records += found
        pairs += linked
        clusters.append(cluster)
    if groups > 1:
        pairs.append(a_pair(records[0], records[4], Relation.LOOK, None, Finding.LOOK))
    thumbnails = {digest: jpeg(_thumbnail(pixels)) for digest, pixels in pictures.items()}
    shelf = Shelf.of({one.id: one for one in records}, clusters, pairs)
    return Scene(pictures, shelf, thumbnails)


class MemoryStore:
    """A project file that lives in memory; `fail_with` makes the next writing fail."""

    def __init__(self) -> None:
        self.present: dict[FilePlace, Decision] = {}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.fail_with: str | None = None
        self.written = 0
        self.aligned: dict[ContentPair, HandAlignment] = {}
        self.marked: set[ContentPair] = set()
        self.joined: dict[ContentPair, Join] = {}
        self.actor = Actor("Ann Archivist", "ann", "desk-1")

    def append(self, drafts: Sequence[EventDraft]) -> object:
        """Refuse if told so; the session tells `remember` what was decided."""
        if self.fail_with is not None:
            reason, self.fail_with = self.fail_with, None
            raise SurroundingsError(message(reason))
        self.written += 1
        for draft in drafts:
            if (said := alignment_of(draft)) is not None:
                self._align(draft, said)
            if (mark := bookmark_of(draft)) is not None:
                (self.marked.add if mark.is_set else self.marked.discard)(mark.about)
            if (join := join_of(draft)) is not None:
                self._join(draft, join)
        return tuple(drafts)

    def alignments(self) -> Mapping[ContentPair, HandAlignment]:
        """Return what was aligned by hand."""
        return dict(self.aligned)

    def _align(self, draft: EventDraft, said: HandAlignment) -> None:
        body = draft.body
        turned = Realigned(held(self.aligned, said), said, body["cluster"])
        keep_alignment(self.aligned, said)
        mark = StepMark(body["step"], body["undoes"], body["label"])
        _turn(self, Step(mark.step, mark.label, (), (), "", aligned=turned), mark)

    def joins(self) -> dict[ContentPair, Join]:
        """Return what was joined."""
        return dict(self.joined)

    def not_duplicates(self) -> frozenset[ContentPair]:
        """Return what was called not duplicates."""
        apart = (one for one in self.present.values() if one.verdict is Verdict.NOT_DUPLICATE)
        return frozenset(pair for one in apart if (pair := content_pair(one)) is not None)

    def _join(self, draft: EventDraft, said: Join) -> None:
        body = draft.body
        turned = Rejoined(joined(self.joined, said.about), said, body["cluster"])
        keep_join(self.joined, said)
        mark = StepMark(body["step"], body["undoes"], body["label"])
        _turn(self, Step(mark.step, mark.label, (), (), "", joined=turned), mark)

    def bookmarks(self) -> frozenset[ContentPair]:
        """Return what is marked."""
        return frozenset(self.marked)

    def decisions(self) -> Mapping[FilePlace, Decision]:
        """Return the answers in force."""
        return self.present

    def steps(self) -> tuple[Step, ...]:
        """Return the undo stack."""
        return (*self.done, *reversed(self.undone))


class RememberingSession(ReviewSession):
    """A real session whose memory store also keeps answers and steps over a restart."""

    def decide(
        self, decisions: Sequence[Decision], undoes: str | None = None, label: str = ""
    ) -> Step:
        """Commit, then remember as a project file would."""
        step = super().decide(decisions, undoes, label)
        store = self._store
        assert isinstance(store, MemoryStore)
        for one in decisions:
            if one.verdict is None:
                store.present.pop(one.subject.place, None)
            else:
                store.present[one.subject.place] = one
        _turn(store, step, StepMark(step.id, undoes, label))
        self.joins.follow()  # the session asked before the store knew
        return step


def _turn(store: MemoryStore, step: Step, mark: StepMark) -> None:
    if mark.undoes is None:
        store.done.append(step)
        store.undone.clear()
        return
    ways = ((store.done, store.undone, True), (store.undone, store.done, False))
    for source, target, flag in ways:
        found = next((one for one in source if one.id == mark.undoes), None)
        if found is not None:
            source.remove(found)
            target.append(replace(found, is_undone=flag))
            return


def a_session(scene: Scene, store: MemoryStore | None = None) -> RememberingSession:
    """Return a review of the scene."""
    return RememberingSession(
        scene.shelf,
        store or MemoryStore(),
        scene.thumbnails.get,
        Policy(),
        lambda: datetime(2026, 11, 21, 12, 3, 41, tzinfo=UTC),
    )


def a_review(
    groups: int = 3, store: MemoryStore | None = None, broken: bytes = b"nothing"
) -> ReviewViewModel:
    """Return a loaded review of drawn pictures; close it at the end.

    Args:
        groups: how many groups of four.
        store: what was decided before.
        broken: files whose path ends so cannot be shown.
    """
    scene = _scene(groups)
    pictures = DrawnPictures(scene.pictures)
    records = scene.shelf.records.values()
    pictures.broken |= {one.digest for one in records if one.place.path.endswith(broken)}
    model = ReviewViewModel(a_session(scene, store), pictures)  # type: ignore[arg-type]
    model.files.desktop = AskedDesktop()  # no test opens a window of somebody's desktop
    model.load()
    return model


@lru_cache(maxsize=4)
def _scene(groups: int) -> Scene:
    return a_scene(groups)


def _thumbnail(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = 256 / max(pixels.shape[:2])
    return resized(pixels, round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
