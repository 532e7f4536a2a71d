"""One window, driven and grabbed."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dedup_desk.ui.theme import Scheme

SIZES = {"720p": (1280, 720, "1"), "1080p": (1920, 1080, "1"), "4k": (1920, 1080, "2")}
"""Name -> width and height in points, and the scale."""

Look: TypeAlias = "tuple[str, Scheme]"
"""A language and a theme."""


class Grabber:
    """Drives one window and saves what it shows.

    Attributes:
        output: where the pictures go.
        window: the window with everything behind it.
    """

    def __init__(self, size: str, output: Path, looks: Sequence[Look]) -> None:
        from dedup_desk.ui.app import Window, make_application
        from dedup_desk.ui.preferences import Preferences

        self.output, self._size, self._looks = output, size, looks
        self._application = make_application()
        preferences = Preferences(output / "home" / f"{size}.ini")
        self.window = Window(self._application, preferences, os.fsencode(output / "log"))
        self.window.frame.resize(*SIZES[size][:2])
        self.window.show()

    def wait(self, holds: Callable[[], object], limit_s: float = 900.0) -> None:
        """Let the window work until something holds."""
        end_s = time.monotonic() + limit_s
        while not holds():
            self._application.processEvents()
            time.sleep(0.005)
            if time.monotonic() > end_s:
                raise TimeoutError("the window did not come that far")

    def rest(self, wait_s: float = 0.12) -> None:
        """Let the window work for a moment."""
        until_s = time.monotonic() + wait_s
        turns = iter(range(8))
        self.wait(lambda: next(turns, None) is None and time.monotonic() > until_s)

    def idle(self) -> None:
        """Wait until nothing runs."""
        self.wait(lambda: not self.window.runner.busy)

    def do(self, work: Callable[[], object]) -> None:
        """Begin some work and wait for its end."""
        work()
        self.idle()

    def show(self, screen: object) -> None:
        """Bring a screen to the front and wait until it rests."""
        self.window.shell.show(screen)
        self.wait(lambda: self.window.shell.screen is screen)
        self.idle()

    def grab(self, name: str, make: Callable[[], QWidget] | None = None) -> None:
        """Save the window, or the dialog that `make` opens, in every look.

        Words that do not fit are printed.
        """
        from tests.helpers.clipping import clipped

        for language, scheme in self._looks:
            self.window.set_language(language)
            self.window.set_scheme(scheme)
            self.rest()
            shown = make() if make else self.window.frame
            self.rest()
            file = self.output / f"{self._size}-{name}-{scheme}-{language}.png"
            shown.grab().save(str(file), "PNG", 70)
            for words in clipped(shown):
                print(f"{file.name}: {words}", flush=True)  # noqa: T201 - what to look at
            if make:
                shown.close()


def looks_of(size: str) -> tuple[Look, ...]:
    """Return every theme in every language; at 4K, where a picture takes a second, two of four."""
    from dedup_desk.ui.theme import Scheme

    looks = itertools.product(("en", "zh_HK"), (Scheme.LIGHT, Scheme.DARK))
    every = size == "720p"
    return tuple(one for one in looks if every or (one[0] == "en") == (one[1] is Scheme.DARK))
