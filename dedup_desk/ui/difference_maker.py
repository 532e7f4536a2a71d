"""Differences of the pair shown, computed off the GUI thread, latest question first."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from dedup_desk.core.geometry import Extent, Span
from dedup_desk.core.overlays import Difference, TwoPictures
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.picture_loader import image_of, pixels_of

LOG = logging.getLogger(__name__)


class DifferenceSource(Protocol):
    """Whoever can compare two renderings; `services/comparing.Comparing` is one."""

    def difference(self, two: TwoPictures) -> Difference:
        """Return where two renderings differ; may block."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Two renderings to be compared; `key` tells whose answer it is."""

    key: object
    left: QImage
    right: QImage
    left_full: Extent
    right_full: Extent
    link: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A difference ready to be painted.

    Attributes:
        key: of its question.
        overlay: premultiplied ARGB picture that covers the whole left picture.
        regions: changed regions in full pixels of the left picture, largest first.
        found: the figures behind it.
    """

    key: object
    overlay: QImage
    regions: tuple[Span, ...]
    found: Difference


class DifferenceMaker(QObject):
    """Answers the latest question; older ones that have not begun are dropped.

    Signals:
        arrived: Answer.
        failed: key of a question that has no answer, because of an error of ours.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, source: DifferenceSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="difference")
        self._lock = Lock()
        self._latest: Question | None = None
        self._closed = False

    def ask(self, question: Question) -> None:
        """Compare two renderings soon."""
        with self._lock:
            if self._closed:  # a picture that came late asks once more
                return
            self._latest = question
        self._thread.submit(self._answer)

    def close(self) -> None:
        """Begin nothing more, whoever still asks, and wait for what has begun."""
        with self._lock:
            self._closed = True
            self._latest = None
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _answer(self) -> None:  # on the difference thread
        with self._lock:
            question, self._latest = self._latest, None
        if question is None:
            return
        try:
            answer = _compared(self._source, question)
        except Exception:
            LOG.exception("the difference could not be computed")
            self.failed.emit(question.key)
            return
        self.arrived.emit(answer)


def _compared(source: DifferenceSource, question: Question) -> Answer:
    left, right = pixels_of(question.left), pixels_of(question.right)
    two = TwoPictures(left, right, question.left_full, question.right_full, question.link)
    found = source.difference(two)
    high, wide = found.overlay.shape[:2]
    across, down = question.left_full.width / wide, question.left_full.height / high
    regions = tuple(
        Span(one.left * across, one.top * down, one.right * across, one.bottom * down)
        for one in found.regions
    )
    return Answer(question.key, image_of(found.overlay), regions, found)
