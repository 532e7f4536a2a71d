"""Answers questions of the compare screen off the GUI thread, the latest one first.

A question that has not begun when a newer one comes is dropped; an answer to one that was overtaken
meanwhile is dropped by whoever listens, by its key. What nobody looks at yet waits a moment, so
that it never competes with the paint after a key, and is begun at once when it is hurried.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Condition

from PySide6.QtCore import QObject, Signal

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """Something to be made.

    Attributes:
        key: tells whose answer it is.
        make: makes it; called off the GUI thread.
    """

    key: object
    make: Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What came of an errand."""

    key: object
    found: object


class LatestMaker(QObject):
    """One thread that makes what was asked for last.

    Signals:
        arrived: Made.
        failed: key of an errand that came to nothing, because of an error of ours.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._lock = Condition()
        self._latest: Errand | None = None
        self._calm_at_s = 0.0
        self._closed = False

    def ask(self, errand: Errand, calm_s: float = 0.0) -> None:
        """Make something soon, or once nothing else was asked for `calm_s` long."""
        with self._lock:
            if self._closed:  # a picture that came late asks once more
                return
            self._latest = errand
            self._calm_at_s = time.monotonic() + calm_s
            self._lock.notify_all()
        self._thread.submit(self._answer)

    def hurry(self) -> None:
        """Somebody looks for it now: what waits is begun at once."""
        with self._lock:
            self._calm_at_s = 0.0
            self._lock.notify_all()

    def forget(self) -> None:
        """What has not begun is wanted by nobody any more."""
        with self._lock:
            self._latest = None
            self._lock.notify_all()

    def close(self) -> None:
        """Begin nothing more, whoever still asks, and wait for what has begun."""
        with self._lock:
            self._closed = True
            self._latest = None
            self._lock.notify_all()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _answer(self) -> None:  # on the maker's thread
        errand = self._next()
        if errand is None:
            return
        try:
            found = errand.make()
        except Exception:
            LOG.exception("the %s could not be made", self._name)
            self.failed.emit(errand.key)
            return
        self.arrived.emit(Made(errand.key, found))

    def _next(self) -> Errand | None:
        """Take what was asked for last; one that may wait does, unless it is overtaken."""
        with self._lock:
            while self._latest is not None:
                calm_in_s = self._calm_at_s - time.monotonic()
                if calm_in_s <= 0:
                    errand, self._latest = self._latest, None
                    return errand
                self._lock.wait(calm_in_s)
            return None
