"""A desktop that only notes what it is asked."""

from __future__ import annotations

from collections.abc import Callable


class AskedDesktop:
    """Stands in for the desktop outside; while `answers` is false it does nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes]] = []
        self.copied: list[str] = []
        self.answers = True

    def reveal(self, path: bytes, otherwise: Callable[[], None]) -> None:
        """Note it."""
        self._note("reveal", path, otherwise)

    def open(self, path: bytes, otherwise: Callable[[], None]) -> None:
        """Note it."""
        self._note("open", path, otherwise)

    def copy(self, text: str) -> None:
        """Note it."""
        self.copied.append(text)

    def _note(self, what: str, path: bytes, otherwise: Callable[[], None]) -> None:
        self.asked.append((what, path))
        if not self.answers:
            otherwise()
