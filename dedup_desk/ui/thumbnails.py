"""Stored thumbnails as QImages: small, painted at once, decoded when first looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtGui import QImage

from dedup_desk.core.records import Digest

CAPACITY = 1500
"""Some 1,500 thumbnails of 256 px take about 250 MB at most."""


class Thumbnails:
    """Decodes stored thumbnails on demand and remembers the latest ones.

    Args:
        stored: returns the encoded thumbnail of a content, or None where there is none.
    """

    def __init__(self, stored: Callable[[Digest], bytes | None]) -> None:
        self._stored = stored
        self._kept: OrderedDict[Digest, QImage | None] = OrderedDict()

    def image(self, digest: Digest) -> QImage | None:
        """Return the thumbnail in Format_RGB32, or None where none is stored."""
        if digest in self._kept:
            self._kept.move_to_end(digest)
            return self._kept[digest]
        made = self._decoded(digest)
        self._kept[digest] = made
        if len(self._kept) > CAPACITY:
            self._kept.popitem(last=False)
        return made

    def _decoded(self, digest: Digest) -> QImage | None:
        encoded = self._stored(digest)
        if encoded is None:
            return None
        image = QImage.fromData(encoded)
        return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)
