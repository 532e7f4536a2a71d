"""Measures an array once and keeps the answer for as long as the array itself is kept.

A picture on the shelf of a worker meets many others; what is measured on it alone is the same each
time. The answer goes by which array it is, not by what is in it: looking at every pixel to find
that out would cost as much as some measurements. So what is measured here is never written to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import finalize

from dedup_desk.engine.cv import Picture

_Answer = TypeVar("_Answer")


def measured_once(measure: Callable[[Picture], _Answer]) -> Callable[[Picture], _Answer]:
    """Return the measurement, made once for every array; no array is kept alive for it."""
    known: dict[int, _Answer] = {}

    @wraps(measure)
    def found(picture: Picture) -> _Answer:
        key = id(picture)
        if key not in known:
            known[key] = measure(picture)
            # Another array may have the same address later, but not before this one is gone.
            finalize(picture, known.pop, key, None)
        return known[key]

    return found
