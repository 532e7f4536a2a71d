"""How soon a person sees the window after the program was started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass

import pytest

LIMIT_S = 2.0
"""From the start of the interpreter until the window is painted; held in CPU time, because a busy
machine makes every start wait, and printed by the clock."""

TRIES = 3
"""The quickest start counts: what a busy machine adds to the others is not ours."""

_START = """
import gc, json, sys, time
from PySide6.QtCore import QTimer
from dedup_desk.ui import app

shown = app.Window.show

def show_and_tell(window):
    shown(window)
    tell(window)

def tell(window):
    handle = window.frame.windowHandle()
    if handle is None or not handle.isExposed():
        QTimer.singleShot(1, lambda: tell(window))
        return
    window.frame.repaint()
    heavy = ("cv2", "PIL", "scipy", "sqlalchemy", "alembic", "xlsxwriter")
    loaded = [name for name in heavy if name in sys.modules]
    spent = {"at_s": time.time(), "cpu_s": time.process_time()}
    print(json.dumps(spent | {"heavy": loaded, "collects": gc.isenabled()}))
    QTimer.singleShot(0, window.frame.close)

app.Window.show = show_and_tell
sys.argv = ["dedup-desk"]
from dedup_desk.__main__ import main
sys.exit(main())
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the program: seconds by the clock, of CPU time, what it loaded.

    `collects`: Python collects garbage whenever and wherever it likes.
    """

    wall_s: float
    cpu_s: float
    heavy: tuple[str, ...]
    collects: bool


@pytest.fixture(scope="module")
def starts() -> list[Start]:
    """Start the program by its real entry point, each time in a process of its own."""
    return [_started() for _ in range(TRIES)]


def test_the_window_is_on_the_screen_after_two_seconds_of_work(starts):
    best = min(starts, key=lambda one: one.wall_s)
    print(f"window painted after {best.wall_s:.2f} s, {best.cpu_s:.2f} s of it CPU")  # noqa: T201 - a figure
    assert best.cpu_s < LIMIT_S


def test_neither_codecs_nor_the_database_are_loaded_before_the_window_is_there(starts):
    assert starts[0].heavy == ()


def test_garbage_is_collected_when_the_window_says_so(starts):
    assert not starts[0].collects


def _started() -> Start:
    at_s = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _START],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return Start(told["at_s"] - at_s, told["cpu_s"], tuple(told["heavy"]), told["collects"])
