"""A clock that a test sets itself."""

from __future__ import annotations


class Clock:
    """Tells the time it was given.

    Attributes:
        now_s: add to it to let time go by; monotonic seconds, from no particular moment.
    """

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now_s
