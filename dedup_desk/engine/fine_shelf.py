"""Keeps the last few fine-size decodes of one worker, so that a star costs one decode a member.

Pairs come sorted by their first record, and a group of n images has n - 1 pairs for each: without a
shelf every member would be decoded n - 1 times. What is kept is bounded in number; a picture in
levels of grey takes about 1.2 MB at 1,280 px and 4.6 MB at 2,560, as pages are compared.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import cache
from typing import BinaryIO

from dedup_desk.core.records import Digest
from dedup_desk.engine import cv
from dedup_desk.engine.decode import decode, fitted
from dedup_desk.engine.laying import View
from dedup_desk.engine.unreadable import UnreadableImage

FINE_PX = 1280
_KEPT = 24


class FineShelf:
    """Fine-size pictures by content, the least recently used leaving first.

    Attributes:
        decodes: how many pictures were decoded so far.
    """

    def __init__(self, kept: int = _KEPT) -> None:
        self.decodes = 0
        self._kept = kept
        self._views: OrderedDict[tuple[Digest, int], View | None] = OrderedDict()

    def view(self, digest: Digest, file: BinaryIO, longest_px: int = FINE_PX) -> View | None:
        """Return the picture of that content in levels of grey.

        Args:
            digest: of the bytes that are meant.
            file: where they should be; read only if they are not on the shelf.
            longest_px: its longer side at most.

        Returns:
            None where the file holds other bytes now, or cannot be decoded.
        """
        key = (digest, longest_px)
        if key not in self._views:
            self._views[key] = self._decoded(digest, file, longest_px)
            if len(self._views) > self._kept:
                self._views.popitem(last=False)
        self._views.move_to_end(key)
        return self._views[key]

    def _decoded(self, digest: Digest, file: BinaryIO, longest_px: int) -> View | None:
        data = file.read()
        if hashlib.sha256(data).digest() != digest:
            return None
        self.decodes += 1
        try:
            image = decode(data, longest_px)
        except UnreadableImage:
            return None
        height, width = image.pixels.shape[:2]
        pixels = cv.shrunk(cv.grey(image.pixels), *fitted(width, height, longest_px))
        return View(pixels, image.full_width_px, image.full_height_px)


@cache
def shelf_of_this_process() -> FineShelf:
    """Return the one shelf of a worker process; a worker does one pair at a time."""
    return FineShelf()
