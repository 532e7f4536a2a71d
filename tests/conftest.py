"""Every test runs without a screen and without the user's own settings, and leaves nothing behind.

A test fails when something was logged at WARNING or above that it did not expect
(`expected_logs.append("part of the text")`), and when a window outlived it.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest

# A busy machine makes an example slow, not wrong; pytest's own timeout still holds.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

# Before anything imports Qt: without a platform and without a display Qt aborts the process.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("DEDUP_TEST_QPA", "offscreen")
_HOME = Path(tempfile.mkdtemp(prefix="dedup-desk-test-home-"))
_PRIVATE = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
os.environ["HOME"] = str(_HOME)
for _name in _PRIVATE:
    os.environ[_name] = str(_HOME / _name.lower())
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--sample",
        type=int,
        metavar="N",
        help="of each parametrised test run only N cases, spread evenly",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    count = config.getoption("--sample")
    if count is None:
        return
    kept = {id(item) for item in _sampled(items, count)}
    config.hook.pytest_deselected(items=[item for item in items if id(item) not in kept])
    items[:] = [item for item in items if id(item) in kept]


def pytest_collection_finish() -> None:
    """Take what collecting the tests left out of every later collection of garbage."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


def _sampled(items: list[pytest.Item], count: int) -> list[pytest.Item]:
    """Return at most `count` cases of each test function, first and last, none for by hand."""
    kept = []
    short = [item for item in items if item.get_closest_marker("by_hand") is None]
    for _, group in itertools.groupby(short, key=lambda item: item.nodeid.partition("[")[0]):
        cases = list(group)
        last = len(cases) - 1
        steps = max(min(count, len(cases)) - 1, 1)
        chosen = {round(step * last / steps) for step in range(min(count, len(cases)))}
        kept += [cases[place] for place in sorted(chosen)]
    return kept


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def private_settings(tmp_path_factory, monkeypatch):
    """Give the test a user's folders of its own, so that no test sees what another one kept."""
    home = tmp_path_factory.mktemp("home")
    for name in _PRIVATE:
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture
def expected_logs() -> list[str]:
    """Parts of the warnings and errors that this test is about; each must be logged."""
    return []


@pytest.fixture(autouse=True)
def _nothing_is_logged_by_surprise(expected_logs):
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield
    root.removeHandler(listener)
    surprises = [text for text in listener.heard if not any(part in text for part in expected_logs)]
    unheard = [part for part in expected_logs if not any(part in text for text in listener.heard)]
    if surprises:
        pytest.fail("logged by surprise:\n" + "\n".join(surprises), pytrace=False)
    if unheard:
        pytest.fail(f"expected in the log, but not there: {unheard}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test(request):
    before = _windows()
    yield
    if _windows().keys() <= before.keys():
        return
    _let_go()
    left = [name for address, name in _windows().items() if address not in before]
    if left:
        pytest.fail(f"windows left alive: {', '.join(left)}", pytrace=False)


def _windows() -> dict[int, str]:
    """Name the top-level widgets alive; Qt is not imported for a test that does not use it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    import shiboken6

    return {
        shiboken6.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in widgets.QApplication.topLevelWidgets()
    }


def _let_go() -> None:
    """Delete what was asked to be deleted, and what only Python's cycles keep."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(2):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
