"""Stored thumbnails as QImages: read and decoded on a thread of their own, painted when they came.

A list that scrolls asks for twenty at once; reading and decoding them while it paints held the
window up for 40 ms. So a list paints what is here and is told when more arrived; only the pair on
the table, two pictures at most, is read on the spot where it was not fetched ahead.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from dedup_desk.core.errors import DedupError
from dedup_desk.core.records import Digest

LOG = logging.getLogger(__name__)

CAPACITY = 1500
"""Some 1,500 thumbnails of 256 px take about 250 MB at most."""

_WAITING = 256
"""Asked for and not begun; what was scrolled past longest ago is dropped first."""

_BATCH = 8
"""Kept and told together: one repaint for a few pictures."""


class Thumbnails(QObject):
    """Fetches stored thumbnails when they are first looked at, and remembers the latest ones.

    Args:
        stored: returns the encoded thumbnail of a content, or None where there is none; called
            from another thread.

    Signals:
        arrived: some that were asked for can be painted now.
    """

    arrived = Signal()

    def __init__(
        self, stored: Callable[[Digest], bytes | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stored = stored
        self._lock = Lock()
        self._kept: OrderedDict[Digest, QImage | None] = OrderedDict()
        self._waiting: OrderedDict[Digest, None] = OrderedDict()
        self._is_fetching = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="thumbnail")
        self._closed = False

    @property
    def is_fetching(self) -> bool:
        """True while something asked for has not arrived."""
        with self._lock:
            return self._is_fetching

    def image(self, digest: Digest) -> QImage | None:
        """Return the thumbnail in Format_RGB32 if it is here; else ask for it and return None."""
        with self._lock:
            if digest in self._kept:
                self._kept.move_to_end(digest)
                return self._kept[digest]
        self.want([digest])
        return None

    def image_now(self, digest: Digest) -> QImage | None:
        """Return the thumbnail, read on the spot if need be; None where none is stored."""
        with self._lock:
            if digest in self._kept:
                return self._kept[digest]
        made = self._decoded(digest)
        self._keep({digest: made})
        return made

    def want(self, digests: Iterable[Digest]) -> None:
        """Ask for thumbnails that will be looked at; the latest asked for come first."""
        with self._lock:
            for digest in digests:
                if digest not in self._kept:
                    self._waiting[digest] = None
                    self._waiting.move_to_end(digest)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            if self._is_fetching or self._closed or not self._waiting:
                return
            self._is_fetching = True
        self._thread.submit(self._fetch)

    def close(self) -> None:
        """Fetch nothing more and wait for the one that is being read."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _fetch(self) -> None:  # on the thread
        while True:
            with self._lock:
                batch = [*self._waiting][-_BATCH:]
                for digest in batch:
                    del self._waiting[digest]
                self._is_fetching = bool(batch)
            if not batch:
                return
            self._keep({digest: self._decoded(digest) for digest in reversed(batch)})
            self.arrived.emit()

    def _keep(self, made: dict[Digest, QImage | None]) -> None:
        with self._lock:
            self._kept |= made
            while len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)

    def _decoded(self, digest: Digest) -> QImage | None:
        try:
            encoded = self._stored(digest)
        except DedupError as error:
            LOG.info("no thumbnail: %s", error)
            return None
        except Exception:
            LOG.exception("a stored thumbnail could not be read")
            return None
        if encoded is None:
            return None
        image = QImage.fromData(encoded)
        return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)
