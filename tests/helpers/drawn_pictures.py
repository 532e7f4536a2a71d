"""Stands in for the service that renders pictures: drawn ones, no files, no processes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import message
from dedup_desk.core.overlays import Difference, TwoPictures
from dedup_desk.core.pairs import Box, Matrix
from dedup_desk.core.records import Digest, ImageRecord
from dedup_desk.core.surroundings import InFolder, NearFile, Surroundings
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.renderings import Cut, Rendered


class DrawnPictures:
    """Stands in for `Comparing`: renders the drawn pictures, on whatever thread asks."""

    def __init__(self, pictures: Mapping[Digest, NDArray[np.uint8]]) -> None:
        self._pictures = pictures
        self.asked: list[tuple[Digest, int]] = []
        self.cuts: list[Cut] = []
        self.profiles: list[bytes | None] = []
        self.inks: list[bytes | None] = []
        self.broken: set[Digest] = set()

    def picture(self, record: ImageRecord, max_edge_px: int) -> NDArray[np.uint8]:
        """Return a rendering, or fail for a digest in `broken`."""
        self.asked.append((record.digest, max_edge_px))
        if record.digest in self.broken:
            raise SurroundingsError(
                message("{file} cannot be shown: it cannot be reached.", file=record.place.path)
            )
        pixels = self._pictures[record.digest]
        scale = min(1.0, max_edge_px / max(pixels.shape[:2]))
        return resized(pixels, round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))

    def rendering(self, record: ImageRecord, cut: Cut) -> Rendered:
        """Return a rendering and its halvings, or one part of it."""
        self.cuts.append(cut)
        if cut.box is not None:
            box, whole = cut.box, self._pictures[record.digest]
            return Rendered((_part(whole, box),))
        made = [self.picture(record, cut.edge_px)]
        while max(made[-1].shape[:2]) >= 256:
            made.append(resized(made[-1], made[-1].shape[1] // 2, made[-1].shape[0] // 2))
        high, wide = self._pictures[record.digest].shape[:2]
        return Rendered(tuple(made), wide, high)

    def show_through(self, profile: bytes | None) -> None:
        """Note the profile asked for."""
        self.profiles.append(profile)

    def take_inks_as(self, profile: bytes | None) -> None:
        """Note the profile of inks."""
        self.inks.append(profile)

    def around(self, record: ImageRecord) -> Surroundings:
        """Return a folder of two files."""
        name = record.place.name
        files = (NearFile(b"0.txt", 5), NearFile(name, record.stamp.size_bytes, is_it=True))
        return Surroundings(InFolder(files, 2, 2, (name.rpartition(b".")[0] + b".CR2",)))

    def path(self, record: ImageRecord) -> bytes:
        """Return where the file would lie."""
        return b"/holdings/" + record.place.path

    def reached(self, record: ImageRecord) -> bytes:
        """Return it, or fail for a digest in `broken`."""
        if record.digest in self.broken:
            raise SurroundingsError(message("{file} is not there.", file=record.place.path))
        return self.path(record)

    def difference(self, two: TwoPictures) -> Difference:
        """Return the real difference."""
        return _comparing().difference(two)

    def laid(
        self, picture: NDArray[np.uint8], to_picture: Matrix, size: tuple[int, int]
    ) -> NDArray[np.uint8]:
        """Return the real laying."""
        return _comparing().laid(picture, to_picture, size)


def _comparing() -> Comparing:
    """Return the real service for what needs no file and no child process."""
    return Comparing(None, {})  # type: ignore[arg-type] # nothing is decoded here


def _part(whole: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    top, left = int(box.y_px), int(box.x_px)
    return whole[top : top + int(box.height_px), left : left + int(box.width_px)]


def resized(pixels: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """Return a smooth rendering at another size."""
    high, wide = pixels.shape[:2]
    image = QImage(np.ascontiguousarray(pixels).data, wide, high, wide * 3,
                   QImage.Format.Format_RGB888)  # fmt: skip
    return rgb_of(
        image.scaled(
            width,
            height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )


def rgb_of(image: QImage) -> NDArray[np.uint8]:
    """Return (H, W, 3) uint8 RGB of an image."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3).copy()
