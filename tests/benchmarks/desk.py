"""A review desk to be timed: drawn pairs on a real disk, decoded by real child processes.

Switches read from the command line, by whoever opens a desk: `--4k` (1920x1080 at scale 2) and
`--24mp` (12 megapixels otherwise).
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.compare import Side
from dedup_desk.core.pairs import IDENTITY, Matrix, Relation
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)
from dedup_desk.engine.pool import SCREEN_NICENESS, WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.desks import SCREEN_PROCESSES
from dedup_desk.services.review_queue import Shelf
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.picture_loader import PictureLoader
from dedup_desk.ui.theme import Scheme, fonts_of, palette_of
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.review_view import ReviewView
from tests.helpers.drawn_pictures import resized
from tests.helpers.review_fakes import Scene, a_pair, a_session, draw_landscape, jpeg

GROUPS = 20
WIDTH, HEIGHT = 1920, 1080
_WARMER = np.array((12, 9, 4), np.uint16)
_12_MP, _24_MP = (4000, 3000), (5656, 4242)


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """A review screen with a queue of pairs.

    Attributes:
        model: what the keys act on.
        view: the widget, shown.
        loader: what brings the pictures.
        size: what is shown on what, in words.
    """

    model: ReviewViewModel
    view: ReviewView
    loader: PictureLoader
    size: str

    def first(self) -> None:
        """Go to the first group and wait until the pictures round it were fetched."""
        while self.model.queue.selected > 0:
            self.model.previous_group()
        run_events(lambda: False, 2.5)

    def is_sharp(self) -> bool:
        """Say whether both pictures have all the pixels that the panes can show."""
        return not any(self.model.compare.is_loading(side) for side in Side)


@contextmanager
def open_desk(*, is_turned: bool = False, groups: int = GROUPS, members: int = 2) -> Iterator[Desk]:
    """Open the review screen over drawn groups of JPEGs, all but the first in warmer light.

    Args:
        is_turned: those are upside down, too.
        groups: how many groups.
        members: how many pictures in each.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    application.setFont(fonts_of("en"))
    application.setPalette(palette_of(Scheme.DARK))
    size = _24_MP if "--24mp" in sys.argv else _12_MP
    pool = WorkerPool(SCREEN_PROCESSES, SCREEN_NICENESS)
    with tempfile.TemporaryDirectory(prefix="dedup-desk-bench-") as name, pool:
        folder = Path(name)
        link = (-1.0, 0.0, float(size[0]), 0.0, -1.0, float(size[1]), 0.0, 0.0, 1.0)
        scene = _made_scene(folder, size, (groups, members), link if is_turned else IDENTITY)
        model = ReviewViewModel(a_session(scene), Comparing(pool, {"stills": os.fsencode(folder)}))
        owner = QObject()
        view = ReviewView(model, ActionSet(owner))
        view.resize(WIDTH, HEIGHT)
        view.show()
        megapixels = round(size[0] * size[1] / 1e6)
        scale = f"{WIDTH}x{HEIGHT} at scale {view.devicePixelRatioF():g}"
        yield Desk(model, view, model.pictures.loader, f"{scale}, {megapixels} MP JPEGs")
        model.close()
        view.close()


def run_events(until: Callable[[], bool], at_most_s: float) -> float:
    """Run the event loop until something is true; returns the seconds it took."""
    begun = time.perf_counter()
    while not until() and time.perf_counter() - begun < at_most_s:
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - begun


def _made_scene(
    folder: Path, size: tuple[int, int], counts: tuple[int, int], link: Matrix
) -> Scene:
    """Draw groups; `counts` are how many, and how many pictures in each."""
    records, pairs, clusters, thumbnails = {}, [], [], {}
    for group in range(counts[0]):
        drawn = resized(draw_landscape(group), *size)
        found = []
        for at in range(counts[1]):
            pixels = np.minimum(drawn.astype(np.uint16) + at * _WARMER, 255).astype(np.uint8)
            if at and link != IDENTITY:
                pixels = np.ascontiguousarray(pixels[::-1, ::-1])
            record = written(folder, counts[1] * group + at + 1, pixels)
            records[record.id] = record
            thumbnails[record.digest] = jpeg(resized(pixels, 256, 256 * size[1] // size[0]))
            found.append(record)
        edges = [a_pair(found[0], one, Relation.TONE, link) for one in found[1:]]
        pairs += edges
        joined = [Member(one.key.b, one.key, Relation.TONE) for one in edges]
        clusters.append(Cluster(found[0].digest.hex()[:12], (Member(found[0].id), *joined), 4))
    return Scene({}, Shelf.of(records, clusters, pairs), thumbnails)


def written(folder: Path, number: int, pixels: NDArray[np.uint8]) -> ImageRecord:
    """Write a JPEG and return its record, as indexing would."""
    path = folder / f"{number:04d}.jpg"
    path.write_bytes(jpeg(pixels))
    stat = path.stat()
    place = FilePlace("stills", os.fsencode(path.name))
    stamp = FileStamp(place, stat.st_size, stat.st_mtime_ns, stat.st_dev, stat.st_ino)
    digest = Digest(hashlib.sha256(path.read_bytes()).digest())
    height, width = pixels.shape[:2]
    return ImageRecord(RecordId(number), stamp, digest, PictureFacts("JPEG", width, height))
