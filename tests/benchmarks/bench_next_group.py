"""How soon the next group is on the screen after the key, and how often the window stalls.

Run as `python tests/benchmarks/bench_next_group.py [--4k]`. Drawn 12-megapixel JPEGs are decoded
by real child processes for a real review screen, offscreen. Two reviewers: one who looks at each
group for a while (the next groups were fetched in the meantime) and one who leafs as fast as the
screen follows. "On screen" is the end of the first paint after the key; "sharp" is the end of the
paint in which both pictures have all the pixels that the panes can show. Bar: 50 ms, p95.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--4k" in sys.argv:
    os.environ["QT_SCALE_FACTOR"] = "2"

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.compare import Side
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.review_queue import Shelf
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.stall_watch import StallWatch
from dedup_desk.ui.theme import Scheme, fonts_of, palette_of
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.review_view import ReviewView
from tests.helpers.review_fakes import Scene, a_pair, a_session, draw_landscape, jpeg, resized

GROUPS = 12
LOOK_S = 0.8
WIDTH, HEIGHT = 1920, 1080
FULL = (4000, 3000)


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds from key to paint, one a group."""

    on_screen_ms: list[float]
    sharp_ms: list[float]
    stalls: int
    longest_ms: float


def made_scene(folder: Path) -> Scene:
    """Write pairs of JPEGs and return the groups they form."""
    pictures, records, pairs, clusters, thumbnails = {}, {}, [], [], {}
    for group in range(GROUPS):
        drawn = resized(draw_landscape(group), *FULL)
        warmer = np.minimum(drawn.astype(np.uint16) + 9, 255).astype(np.uint8)
        two = [
            _written(folder, 2 * group + at + 1, pixels)
            for at, pixels in enumerate((drawn, warmer))
        ]
        for record, pixels in zip(two, (drawn, warmer), strict=True):
            records[record.id] = record
            thumbnails[record.digest] = jpeg(resized(pixels, 256, 192))
        pairs.append(a_pair(*two, Relation.TONE))
        members = (Member(two[0].id), Member(two[1].id, pairs[-1].key, Relation.TONE))
        clusters.append(Cluster(two[0].digest.hex()[:12], members, 4))
    return Scene(pictures, Shelf.of(records, clusters, pairs), thumbnails)


def _written(folder: Path, number: int, pixels: np.ndarray) -> ImageRecord:
    path = folder / f"{number:04d}.jpg"
    path.write_bytes(jpeg(pixels))
    stat = path.stat()
    stamp = FileStamp(
        FilePlace("stills", os.fsencode(path.name)),
        stat.st_size,
        stat.st_mtime_ns,
        stat.st_dev,
        stat.st_ino,
    )
    digest = Digest(hashlib.sha256(path.read_bytes()).digest())
    return ImageRecord(RecordId(number), stamp, digest, PictureFacts("JPEG", *FULL))


def run_events(until: Callable[[], bool], at_most_s: float) -> float:
    """Run the event loop until something is true; returns the seconds it took."""
    begun = time.perf_counter()
    while not until() and time.perf_counter() - begun < at_most_s:
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - begun


def leaf(model: ReviewViewModel, look_s: float) -> Timing:
    """Press "next group" through the queue and time every press."""
    while model.queue.selected > 0:
        model.previous_group()
    run_events(lambda: False, 1.5)
    watch = StallWatch()
    watch.start()
    on_screen, sharp = [], []
    for _ in range(GROUPS - 1):
        begun = time.perf_counter()
        model.next_group()
        QCoreApplication.processEvents()  # paints what changed
        on_screen.append((time.perf_counter() - begun) * 1e3)
        run_events(lambda: not any(model.compare.is_loading(side) for side in Side), 10)
        QCoreApplication.processEvents()
        sharp.append((time.perf_counter() - begun) * 1e3)
        run_events(lambda: False, look_s)
    watch.stop()
    return Timing(on_screen, sharp, len(watch.gaps_ms), watch.longest_ms)


def told(name: str, timing: Timing) -> str:
    """Return a timing in one line."""
    on_screen, sharp = np.array(timing.on_screen_ms), np.array(timing.sharp_ms)
    return (
        f"{name}: on screen p50 {np.percentile(on_screen, 50):.0f} p95"
        f" {np.percentile(on_screen, 95):.0f} ms (bar 50); sharp p50 {np.percentile(sharp, 50):.0f}"
        f" p95 {np.percentile(sharp, 95):.0f} ms; stalls over 50 ms: {timing.stalls},"
        f" longest {timing.longest_ms:.0f} ms"
    )


def main() -> None:
    """Draw, open the screen, leaf twice, print."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setFont(fonts_of("en"))
    application.setPalette(palette_of(Scheme.DARK))
    with tempfile.TemporaryDirectory(prefix="dedup-desk-bench-") as name:
        folder = Path(name)
        scene = made_scene(folder)
        with WorkerPool(2) as pool:
            comparing = Comparing(pool, {"stills": os.fsencode(folder)})
            model = ReviewViewModel(a_session(scene), comparing)
            owner = QObject()
            view = ReviewView(model, ActionSet(owner))
            view.resize(WIDTH, HEIGHT)
            view.show()
            size = f"{WIDTH}x{HEIGHT} at scale {view.devicePixelRatioF():g}, 12 MP JPEGs"
            print(told(f"next group, looking {LOOK_S} s, {size}", leaf(model, LOOK_S)))
            model._loader._cache.clear()
            print(told(f"next group, leafing, {size}", leaf(model, 0.0)))
            model.close()
            view.close()


if __name__ == "__main__":
    main()
