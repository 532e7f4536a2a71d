"""A queue of 100,000 groups with 300,000 images: how soon it opens, scrolls and filters.

Run as `python -m tests.benchmarks.bench_queue [--groups 100000] [--keep FOLDER]`. An index of that
size is written through the real store (a minute; `--keep` uses it again), then opened as the window
opens it and laid on a real review screen, offscreen at 1920 x 1080. "Opens" is from the project's
name to the first paint of the desk with a group on the table, the audit counted; what is measured
after it are turns of the GUI thread: what one key, click or wheel step leads to, with the paint
after it, and for words that are searched on another thread the time to the paint of the answer as
well. The pictures are no part of it: `bench_next_group` has them.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.services.desks import Desk, open_desk
from dedup_desk.services.projects import create_project, index_folder, open_project
from dedup_desk.services.review_views import QueueOrder, RowState
from dedup_desk.services.stored_queue import stored_queue
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.theme import Scheme, fonts_of, palette_of
from dedup_desk.ui.viewmodels.deciding import Known
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.review_view import ReviewView
from tests.helpers.many_groups import write_groups
from tests.helpers.turns import Turn, Turns
from tests.helpers.turns import told as told_turns

OPENS_S = 2.0
TURN_MS = 50.0
TIMES = 12


def main() -> int:
    """Write, open, scroll, filter; print figures against limits, and return 1 where one is over."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--groups", type=int, default=100_000)
    options.add_argument("--keep", type=Path, help="where the project lies, or is to be written")
    given = options.parse_args()
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setFont(fonts_of("en"))
    application.setPalette(palette_of(Scheme.DARK))
    with tempfile.TemporaryDirectory(prefix="dedup-desk-queue-") as name:
        path = (given.keep or Path(name)) / "queue.ddesk"
        _write(path, given.groups)
        verdicts = _measure(path)
    return 0 if all(verdicts) else 1


def _write(path: Path, groups: int) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        create_project(path).close()
        begun = time.perf_counter()
        made = write_groups(index_folder(path), groups)
        print(f"written: {made}, {time.perf_counter() - begun:.0f} s")
    with open_project(path) as project:
        begun = time.perf_counter()
        table = stored_queue(project.index, read_only=False)
        took_s = time.perf_counter() - begun
        size_mb = len(project.index.queue() or b"") / 1e6
        print(f"the queue's columns: {took_s:.1f} s, {size_mb:.0f} MB for {len(table):,} rows")
        del table
    gc.collect()


def _measure(path: Path) -> list[bool]:
    before = _resident_bytes()
    begun = time.perf_counter()
    project = open_project(path)
    desk = open_desk(project)
    project.audit(desk.session)  # the window shows its numbers first
    read_s = time.perf_counter() - begun
    view, model = _screen(desk)
    QCoreApplication.processEvents()
    opened_s = time.perf_counter() - begun
    held = _resident_bytes() - before
    print(f"{model.queue.total:,} rows at {view.width()}x{view.height()}")
    verdicts = [
        _told(f"opens in {opened_s:.2f} s ({read_s:.2f} s of it reading)", OPENS_S, opened_s)
    ]
    print(f"memory: {held / 1e6:.0f} MB more than before, screen and pictures included")
    for what, steps in _errands(view, model).items():
        turns = _turns(steps, model)
        p95 = float(np.percentile([one.wall_ms for one in turns], 95))
        verdicts.append(_told(f"{what}: {told_turns(turns)}", TURN_MS, p95))
    verdicts.append(_searched(model))
    model.close()
    view.close()
    desk.close()
    project.close()
    return verdicts


def _screen(desk: Desk) -> tuple[ReviewView, ReviewViewModel]:
    model = ReviewViewModel(desk.session, desk.comparing, Known(desk.queue, desk.steps))
    owner = QObject()
    view = ReviewView(model, ActionSet(owner))
    owner.setParent(view)
    view.resize(1920, 1080)
    view.show()
    return view, model


def _errands(view: ReviewView, model: ReviewViewModel) -> dict[str, list[Callable[[], object]]]:
    """Return what a person does to a queue, by name."""
    queue, bar = model.queue, view.queue.list.verticalScrollBar()
    end = bar.maximum()
    orders = [lambda one=one: queue.order_by(one) for one in (*QueueOrder, QueueOrder.LANE)]
    folders = queue.folders()[:: max(len(queue.folders()) // TIMES, 1)]
    return {
        "scrolling by a step": [lambda at=at: bar.setValue(at) for at in range(90, 90 * 30, 90)],
        "scrolling anywhere": [lambda at=at: bar.setValue(end * at // 30) for at in range(31)],
        "a kind on and off": [lambda one=one: queue.toggle(one)
                              for one in (*Relation, *Relation)],
        "a work pile": [lambda one=one: queue.narrow(lanes=frozenset({one})) for one in range(6)]
        + [lambda: queue.narrow(lanes=frozenset())],
        "how certain": [lambda one=one: queue.narrow(sureness=frozenset({one}))
                        for one in Sureness] + [lambda: queue.narrow(sureness=frozenset())],
        "a folder": [lambda one=one: queue.narrow(folder=(one.root, one.path)) for one in folders]
        + [lambda: queue.narrow(folder=None)],
        "a size": [lambda one=one: queue.narrow(least_bytes=one) for one in (10**6, 10**7, 0)],
        "a state": [lambda one=one: queue.narrow(states=frozenset({one})) for one in RowState]
        + [queue.show_all],
        "an order": orders,
        "jump to a number": [lambda at=at: queue.jump(str(1 + at * 7919 % queue.total))
                             for at in range(TIMES)],
        "a decision": [model.unsure] * TIMES,  # the one that needs no picture to be seen
        "undo": [model.decider.undo] * TIMES,
    }  # fmt: skip


def _turns(steps: list[Callable[[], object]], model: ReviewViewModel) -> list[Turn]:
    turns = Turns()
    for number, step in enumerate(steps):
        with turns.turn(str(number)):
            step()
            QCoreApplication.processEvents()
        _settle(model)
    return turns.all


def _searched(model: ReviewViewModel) -> bool:
    """Type words letter by letter; the answer to each is awaited before the next."""
    queue, turns, waits = model.queue, Turns(), []
    for words in ("hkfa-1966-0413", "戏院", "shoot-0099 1988", "no such name", "peak tram", ""):
        for end in range(min(len(words), 1), len(words) + 1):
            with _waited(waits):
                with turns.turn(words[:end]):
                    queue.search(words[:end])
                    QCoreApplication.processEvents()
                while queue.is_searching:
                    time.sleep(0.0005)
                    answer = Turns()
                    with answer.turn(f"answer to {words[:end]}"):
                        QCoreApplication.processEvents()
                    turns.all += answer.all if not queue.is_searching else []
    waited = float(np.percentile(waits, 95))
    p95 = float(np.percentile([one.wall_ms for one in turns.all], 95))
    turned = _told(f"searching, GUI thread: {told_turns(turns.all)}", TURN_MS, p95)
    asked = f"searching, from the letter to the painted answer: {len(waits)} answers,"
    p50 = float(np.percentile(waits, 50))
    return _told(f"{asked} p50 {p50:.0f} p95 {waited:.0f} ms", TURN_MS, waited) and turned


@contextmanager
def _waited(waits: list[float]) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    waits.append((time.perf_counter() - begun) * 1e3)


def _settle(model: ReviewViewModel) -> None:
    """Let thumbnails and pictures that were asked for come, outside what is measured."""
    until = time.perf_counter() + 0.15
    while time.perf_counter() < until or (
        model.thumbnails.is_fetching and time.perf_counter() < until + 2
    ):
        QCoreApplication.processEvents()
        time.sleep(0.001)


def _told(what: str, limit: float, found: float) -> bool:
    within = found <= limit
    print(f"{'ok  ' if within else 'OVER'} (limit {limit:g}) {what}", flush=True)
    return within


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main())
