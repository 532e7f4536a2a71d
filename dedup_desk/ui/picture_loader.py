"""Pictures for the screen: asked for by what is shown, decoded elsewhere, kept while useful.

The window never waits for a picture. It paints the stored thumbnail at once, and `PictureLoader`
brings the screen-size picture later: picture threads wait for a child process to decode it, wrap
it as `QImage` and build the levels below it. Every request belongs to a generation (one per pair
shown); what an older generation wanted and nobody wants any more is never started.
"""

from __future__ import annotations

import logging
import sys
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Condition
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from dedup_desk.core.errors import DedupError
from dedup_desk.core.geometry import Extent
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import Digest, ImageRecord
from dedup_desk.services.renderings import Cut, Rendered

LOG = logging.getLogger(__name__)

RUNGS_PX = (1024, 2048, 4096, 8192, 16384)
"""Longest edges that are decoded; between two rungs the view shrinks by less than two."""

CACHE_BYTES = 512 * 1024 * 1024
THREADS = 3
SWITCH_S = 0.001
"""How long a picture thread may hold the interpreter while the window waits; Python's own 5 ms
cost the paint after a key 10 ms and more."""

RETRY_S = 2.0
"""A picture that could not be shown is tried again when it is asked for so much later: the drive
may be back."""

CALM_S = 0.04
"""Fetching ahead waits this long, so that it never competes with the paint after a key."""


class PictureSource(Protocol):
    """Whoever can decode a picture for the screen; `services/comparing.Comparing` is one."""

    def rendering(self, record: ImageRecord, cut: Cut) -> Rendered:
        """Return a rendering and its halvings; may block."""
        ...


Key: TypeAlias = "tuple[Digest, Cut]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One picture, or a part of it, at one size."""

    record: ImageRecord
    cut: Cut

    @property
    def key(self) -> Key:
        """Equal content, cut alike, is one picture."""
        return (self.record.digest, self.cut)


@dataclass(frozen=True, slots=True)
class Missing:
    """A wanted picture that cannot be shown, and why."""

    wanted: Wanted
    reason: Message


class Pyramid:
    """One picture in halving sizes, so that a painter never shrinks by two or more.

    Qt's smooth shrinking looks at four pixels only: at 1/8 noise keeps sd 85 where 16 is right.

    Attributes:
        levels: QImages in Format_RGB32, or premultiplied ARGB where parts are transparent, largest
            first, each half of the one before.
        full: upright size of the whole page in pixels; None where nobody said.
        said: what a person should know of how it was made.
        limit: why finer pixels than these cannot be had; None where they can.
    """

    __slots__ = ("full", "levels", "limit", "said")

    def __init__(self, rendered: Rendered) -> None:
        self.levels = [_painted(one) for one in rendered.levels]
        size = (rendered.full_width_px, rendered.full_height_px)
        self.full = Extent(float(size[0]), float(size[1])) if all(size) else None
        self.said, self.limit = rendered.said, rendered.limit

    @property
    def size_bytes(self) -> int:
        """Memory held."""
        return sum(level.sizeInBytes() for level in self.levels)

    @property
    def edge_px(self) -> int:
        """Longest edge of the largest level."""
        return max(self.levels[0].width(), self.levels[0].height())

    def level_for(self, edge_px: float) -> QImage:
        """Return the smallest level whose longest edge reaches `edge_px`, else the largest."""
        fitting = [one for one in self.levels if max(one.width(), one.height()) >= edge_px - 1]
        return fitting[-1] if fitting else self.levels[0]


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Return an own copy of (H, W, 3) RGB or (H, W, 4) RGBA uint8 pixels as a QImage.

    Three channels become Format_RGB32, four become premultiplied ARGB: both paint without
    conversion.
    """
    if pixels.shape[2] == 3:
        return _painted(pixels)
    height, width = pixels.shape[:2]
    pixels = np.ascontiguousarray(pixels)
    wrapped = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return wrapped.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _painted(pixels: NDArray[np.uint8]) -> QImage:
    """Return (H, W, 3) RGB or (H, W, 4) premultiplied RGBA as an own QImage.

    Written by numpy, which lets go of the interpreter meanwhile; Qt's own conversion of 12
    megapixels would hold the window up for 30 ms.
    """
    height, width, channels = pixels.shape
    kinds = QImage.Format
    image = QImage(
        width, height, kinds.Format_RGB32 if channels == 3 else kinds.Format_ARGB32_Premultiplied
    )
    rows = np.frombuffer(image.bits(), np.uint8).reshape(height, image.bytesPerLine())
    bgra = rows[:, : width * 4].reshape(height, width, 4)
    bgra[:, :, :3] = pixels[:, :, 2::-1]
    bgra[:, :, 3] = 255 if channels == 3 else pixels[:, :, 3]
    return image


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """Return a (H, W, 3) uint8 RGB copy of a picture as `Pyramid` keeps it; transparency on white.

    White, whatever ground the person looks at: pictures are compared on one ground.
    """
    height, width = image.height(), image.width()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    bgra = rows[:, : width * 4].reshape(height, width, 4)
    colours = bgra[:, :, 2::-1]
    if image.hasAlphaChannel():
        return colours + (255 - bgra[:, :, 3:])
    return np.ascontiguousarray(colours)


def rung_for(edge_px: float, full_edge_px: int) -> int:
    """Return which longest edge to decode so that `edge_px` screen pixels are served."""
    for rung in RUNGS_PX:
        if rung >= edge_px:
            return min(rung, full_edge_px)
    return full_edge_px


class PictureLoader(QObject):
    """Brings wanted pictures, most urgent first; answers arrive in the GUI thread.

    Signals:
        arrived: Wanted; `pyramid(wanted)` has it now.
        missing: Missing; it cannot be shown.
    """

    arrived = Signal(object)
    missing = Signal(object)

    def __init__(self, source: PictureSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        sys.setswitchinterval(SWITCH_S)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="picture")
        self._lock = Condition()
        self._queue: list[Wanted] = []
        self._urgent: set[Key] = set()
        self._calm_at_s = 0.0
        self._running: set[Key] = set()
        self._failed: dict[Key, Missing] = {}
        self._failed_at_s: dict[Key, float] = {}
        self._cache: OrderedDict[Key, Pyramid] = OrderedDict()
        self._closed = False
        self._epoch = 0
        self.generation = 0

    def want(self, shown: Iterable[Wanted], ahead: Iterable[Wanted] = ()) -> int:
        """Begin a generation: ask for what is shown, then for what may be shown next.

        Whatever an earlier generation asked for and has not begun is forgotten.

        Returns:
            The number of the new generation.
        """
        with self._lock:
            if self._closed:
                return self.generation
            self.generation += 1
            urgent = list(shown)
            self._urgent = {one.key for one in urgent}
            self._queue = self._not_here([*urgent, *ahead])
            self._calm_at_s = time.monotonic() + CALM_S
            self._lock.notify_all()
            pulls = len(self._queue)
        for _ in range(pulls):
            self._threads.submit(self._pull)
        return self.generation

    def pyramid(self, wanted: Wanted) -> Pyramid | None:
        """Return the picture if it is here."""
        with self._lock:
            found = self._cache.get(wanted.key)
            if found is not None:
                self._cache.move_to_end(wanted.key)
            return found

    def best(self, record: ImageRecord, page: int = 0) -> Pyramid | None:
        """Return the largest rendering of a whole page that is here."""
        with self._lock:
            found = [
                one
                for (digest, cut), one in self._cache.items()
                if digest == record.digest and cut.page == page and cut.box is None
            ]
        return max(found, key=lambda one: one.edge_px, default=None)

    def why_missing(self, record: ImageRecord, page: int = 0) -> Message | None:
        """Return why a page cannot be shown, if that is so."""
        with self._lock:
            failed = self._failed.items()
            found = [
                one for (digest, cut), one in failed if digest == record.digest and cut.page == page
            ]
        return found[0].reason if found else None

    @property
    def held_bytes(self) -> int:
        """Memory that pictures take now; never more than `CACHE_BYTES` once one has come."""
        with self._lock:
            return sum(one.size_bytes for one in self._cache.values())

    @property
    def is_idle(self) -> bool:
        """True while nothing that was asked for is on its way."""
        with self._lock:
            return not self._queue and not self._running

    def forget(self) -> None:
        """Drop every picture: they are to be shown in other colours from now on."""
        with self._lock:
            self._epoch += 1
            self._cache.clear()
            self._failed.clear()
            self._failed_at_s.clear()

    def close(self) -> None:
        """Begin nothing more, whoever still asks, wait for what has begun, let every picture go."""
        with self._lock:
            self._closed = True
            self._queue = []
            self._lock.notify_all()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._cache.clear()

    def _not_here(self, asked: Sequence[Wanted]) -> list[Wanted]:
        since_s = time.monotonic() - RETRY_S
        failed = {key for key, at_s in self._failed_at_s.items() if at_s > since_s}
        have = self._cache.keys() | self._running | failed
        wanted: dict[Key, Wanted] = {}
        for one in asked:
            if one.key not in have:
                wanted.setdefault(one.key, one)
        return list(wanted.values())

    def _pull(self) -> None:  # on a picture thread
        wanted = self._next()
        if wanted is None:
            return
        try:
            outcome = self._loaded(wanted)
        finally:
            with self._lock:
                self._running.discard(wanted.key)
        if isinstance(outcome, Missing):
            self.missing.emit(outcome)
        else:
            self.arrived.emit(wanted)

    def _next(self) -> Wanted | None:
        """Take the most urgent picture; what nobody looks at yet waits until the paint is done."""
        with self._lock:
            while self._queue:
                calm_in_s = self._calm_at_s - time.monotonic()
                if self._queue[0].key in self._urgent or calm_in_s <= 0:
                    self._running.add(self._queue[0].key)
                    return self._queue.pop(0)
                self._lock.wait(calm_in_s)
            return None

    def _loaded(self, wanted: Wanted) -> Pyramid | Missing:
        try:
            epoch, pyramid = -1, None
            while pyramid is None or epoch != self._epoch:  # decoded for another screen meanwhile
                epoch = self._epoch
                pyramid = Pyramid(self._source.rendering(wanted.record, wanted.cut))
        except DedupError as error:
            return self._gave_up(Missing(wanted, error.message))
        except Exception:
            LOG.exception("picture thread failed on %s", wanted.record.place.shown())
            return self._gave_up(Missing(wanted, message(_BROKEN, file=wanted.record.place.path)))
        with self._lock:
            self._cache[wanted.key] = pyramid
            self._forget_the_oldest()
            self._forgive(wanted)
        return pyramid

    def _forgive(self, shown: Wanted) -> None:
        """A page that was shown is missing no more, however else it was asked for."""
        for key in [*self._failed]:
            if key[0] == shown.record.digest and key[1].page == shown.cut.page:
                del self._failed[key], self._failed_at_s[key]

    def _gave_up(self, missing: Missing) -> Missing:
        with self._lock:
            self._failed[missing.wanted.key] = missing
            self._failed_at_s[missing.wanted.key] = time.monotonic()
        return missing

    def _forget_the_oldest(self) -> None:
        held = sum(one.size_bytes for one in self._cache.values())
        while held > CACHE_BYTES and len(self._cache) > 1:
            _, oldest = self._cache.popitem(last=False)
            held -= oldest.size_bytes


_BROKEN = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} could not be drawn because of an error of ours; the log has the details. The file was"
    " not touched.",
)
