"""How long each turn of the GUI thread took, and what it spent the time on.

A turn is what one key leads to, with the paint after it. Its time by the clock falls into three:
the thread's own work, waiting for a processor while it was ready to run, and the rest: waiting for
the interpreter's lock, another lock or a disk. The kernel counts the second (`schedstat`, Linux).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

LIMIT_MS = 50.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn, in milliseconds.

    Attributes:
        key: what began it.
        wall_ms: by the clock.
        cpu_ms: the thread's own work.
        queue_ms: ready to run, and no processor free.
    """

    key: str
    wall_ms: float
    cpu_ms: float
    queue_ms: float

    @property
    def held_ms(self) -> float:
        """Neither working nor waiting for a processor: held up by a lock or a disk."""
        return max(0.0, self.wall_ms - self.cpu_ms - self.queue_ms)


@dataclass(slots=True)
class Turns:
    """Collects turns of the thread that made it."""

    all: list[Turn] = field(default_factory=list)
    _schedstat: Path = field(
        default_factory=lambda: Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
    )

    @contextmanager
    def turn(self, key: str) -> Iterator[None]:
        """Count what happens inside as one turn."""
        wall_ns, cpu_ns, queue_ns = self._now()
        yield
        after = self._now()
        spent = zip(after, (wall_ns, cpu_ns, queue_ns), strict=True)
        self.all.append(Turn(key, *((now - then) / 1e6 for now, then in spent)))

    def _now(self) -> tuple[int, int, int]:
        queue_ns = int(self._schedstat.read_bytes().split()[1]) if self._schedstat.exists() else 0
        return time.perf_counter_ns(), time.thread_time_ns(), queue_ns


def told(turns: Sequence[Turn]) -> str:
    """Return the figures of some turns in one line, and the longest one taken apart."""
    if not turns:
        return "no turn"
    wall = np.array([one.wall_ms for one in turns])
    cpu = np.array([one.cpu_ms for one in turns])
    longest = max(turns, key=lambda one: one.wall_ms)
    return (
        f"{len(turns)} turns: p50 {np.percentile(wall, 50):.1f} p95 {np.percentile(wall, 95):.1f}"
        f" longest {wall.max():.0f} ms by the clock, above {LIMIT_MS:.0f} ms:"
        f" {int((wall > LIMIT_MS).sum())}; mean {cpu.mean():.1f} work +"
        f" {np.mean([one.queue_ms for one in turns]):.1f} no processor +"
        f" {np.mean([one.held_ms for one in turns]):.1f} held up; longest {cpu.max():.0f} ms CPU;"
        f" the longest ({longest.key}): {longest.cpu_ms:.0f} work + {longest.queue_ms:.0f} no"
        f" processor + {longest.held_ms:.0f} held up"
    )
