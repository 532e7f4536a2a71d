"""How long the window takes to answer a key while the deep pass works behind the reviewer.

Run as `python -m tests.benchmarks.bench_beside_deep_pass [--small]`. The drawn sample, the real
services, the real window, offscreen. Somebody reviews with the keyboard, a key every third of a
second, first while the deep pass works and then for as many keys without it. A turn is the key
with the paint after it; what it spent its time on is told apart, because each part has another
remedy: less work, fewer neighbours, shorter holds. Bar: no turn above 50 ms. Printed, not
asserted: the clock belongs to the machine; the story of a review by keyboard asserts the thread's
own work.
"""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from dedup_desk.ui.app import Window, make_application
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.review_robot import KEYS
from tests.helpers.sample_truth import written_sample
from tests.helpers.turns import Turns, told

SMALL = (
    "",
    "sea_cliffs",
    "moonlit_sea",
    "stone_bridge",
    "tower_block",
    "tram",
    "doorway",
    "camera",
    "teapot",
)
LOOK_S = 0.33
SIZE = (1920, 1080)
FEWEST_KEYS, MOST_KEYS = 40, 240
DECIDING = frozenset({"A", "D", "V", "Enter", "Z"})
"""Keys whose answer is on the disk before the paint: the disk's time is theirs as well."""

KEYS_USED = ("PgDown", "Right", "A", "PgDown", "Enter", "PgDown", "D", "Left", "V", "PgUp", "Z")


def run_events(until: Callable[[], bool], at_most_s: float) -> None:
    """Run the event loop until something is true."""
    end_s = time.monotonic() + at_most_s
    while not until() and time.monotonic() < end_s:
        QCoreApplication.processEvents()
        time.sleep(0.002)


def press(window: Window, turns: Turns, key: str) -> None:
    """Press one key, paint, look at what came."""
    undo = key == "Z"
    code = KEYS.get(key) or Qt.Key(ord(key))
    held = Qt.KeyboardModifier.ControlModifier if undo else Qt.KeyboardModifier.NoModifier
    with turns.turn(key):
        QTest.keyClick(window.frame.windowHandle(), code, held)
        QCoreApplication.processEvents()
    run_events(lambda: False, LOOK_S)


def review(window: Window, goes_on: Callable[[], bool]) -> Turns:
    """Use the keys as long as `goes_on` says so."""
    turns = Turns()
    for key in itertools.islice(itertools.cycle(KEYS_USED), MOST_KEYS):
        if not goes_on():
            break
        press(window, turns, key)
    return turns


def tell(when: str, turns: Turns) -> None:
    """Print the keys that only look and those that decide apart."""
    looking = [one for one in turns.all if one.key not in DECIDING]
    deciding = [one for one in turns.all if one.key in DECIDING]
    print(f"{when}, looking: {told(looking)}")
    print(f"{when}, deciding: {told(deciding)}")


def main() -> None:
    """Draw, open, review beside the deep pass, review without it, print."""
    with tempfile.TemporaryDirectory(prefix="dedup-desk-bench-") as name:
        live_in(Path(name))
        measure(Path(name))


def live_in(home: Path) -> None:
    """Use no screen and none of the person's own settings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home / name.lower())


def measure(home: Path) -> None:
    """Do it in a folder of its own."""
    folder = home / "collection"
    written_sample(folder, *(SMALL if "--small" in sys.argv else ()))
    application = make_application()
    window = Window(application, Preferences(home / "window.ini"), os.fsencode(home))
    with window.sweeper:
        review_twice(window, folder)


def review_twice(window: Window, folder: Path) -> None:
    """Review beside the deep pass, and as long without it."""
    shell = window.shell
    window.frame.resize(*SIZE)
    window.show()
    window.frame.activateWindow()
    shell.open(os.fsencode(folder))
    run_events(lambda: shell.screen is Screen.AUDIT and shell.review is not None, 300)
    run_events(lambda: shell.deep.is_running, 5)
    shell.show(Screen.REVIEW)
    run_events(lambda: False, 0.5)
    begun_s = time.monotonic()
    beside = review(window, lambda: shell.deep.is_running)
    tell("beside the deep pass", beside)
    run_events(lambda: not shell.deep.is_running, 300)
    print(f"deep pass took {time.monotonic() - begun_s:.1f} s in all")
    alone = review(window, iter([True] * max(FEWEST_KEYS, len(beside.all)) + [False]).__next__)
    tell("without it", alone)
    window.frame.close()


if __name__ == "__main__":
    main()
