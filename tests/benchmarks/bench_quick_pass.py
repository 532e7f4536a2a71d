"""The quick pass against its limit, in one process: a ratio, so that a busy machine cannot lie.

LIMIT is read + SHA-256 + grey decode at an eighth; entropy decoding is nine tenths of it and no
pipeline can avoid it. Bars: .80 at 12 MP, .40 at 1 MP. Also: what a second process gains.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import FilePlace, FileStamp
from dedup_desk.engine.measure import measure_work
from dedup_desk.engine.pool import Parcel, WorkerPool
from tests.helpers.quick_pass import camera_file, counted, limit, quick_pass

SIZES = (((4000, 3000), 0.80), ((1200, 840), 0.40))
ROUNDS = 15


def cpu_s(work: Callable[[Path], object], path: Path) -> float:
    """Return the processor seconds of one run."""
    started = time.process_time()
    work(path)
    return time.process_time() - started


def share_of_limit(path: Path) -> tuple[float, float, float]:
    """Return the limit and the quick pass in milliseconds, interleaved, and their ratio."""
    limit(path)
    quick_pass(path)
    limits, passes = [], []
    for _ in range(ROUNDS):
        limits.append(cpu_s(limit, path))
        passes.append(cpu_s(quick_pass, path))
    best, ours = min(limits) * 1e3, min(passes) * 1e3
    return best, ours, best / ours


def wall_s(path: Path, processes: int, count: int) -> float:
    """Return the wall seconds of measuring one file `count` times in so many children."""
    info = path.stat()
    root, name = os.fsencode(path.parent), os.fsencode(path.name)
    stamp = FileStamp(
        FilePlace("r", name), info.st_size, info.st_mtime_ns, info.st_dev, info.st_ino
    )
    works = [measure_work(stamp, root) for _ in range(count)]
    with WorkerPool(processes) as pool:
        list(pool.run(works[: 4 * processes], CancelToken()))  # children are up and warm
        started = time.perf_counter()
        answers = [answer for _work, answer in pool.run(works, CancelToken())]
        taken = time.perf_counter() - started
    assert all(isinstance(one, Parcel) for one in answers)
    return taken


def main() -> None:
    """Print every figure with its bar."""
    with tempfile.TemporaryDirectory() as folder:
        for (width, height), bar in SIZES:
            path = camera_file(Path(folder), width, height)
            counts = counted(path)
            assert counts.bytes_read == path.stat().st_size
            best, ours, share = share_of_limit(path)
            print(
                f"quick pass {width * height / 1e6:4.1f} MP, {path.stat().st_size / 1e6:.1f} MB:"
                f" limit {best:.2f} ms, ours {ours:.2f} ms, share {share:.2f} (bar {bar:.2f});"
                f" decoded {counts.decoded_pixels:,} px, {counts.resizes} resizes"
            )
            # The best of three: other programs can only make a run slower.
            one, two = (min(wall_s(path, count, 60) for _ in range(3)) for count in (1, 2))
            print(f"  two processes are {one / two:.2f} times one (bar 1.80)")


if __name__ == "__main__":
    main()
