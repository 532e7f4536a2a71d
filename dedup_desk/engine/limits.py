"""A child's own limits, once it has read how large a picture is.

The parent limits a child before each file by what it can know: the file's size. The header says
more. Memory may then only become tighter and processor time only as much longer as so many pixels
take; a process that is no child of ours is left alone.
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import time
from pathlib import Path
from typing import Final

DECODED_FACTOR: Final = 6
SPARE_MEMORY_BYTES: Final = 256_000_000
SPARE_CPU_S: Final = 5.0
_BYTES_A_PIXEL: Final = 4
_DEEP_BYTES_A_PIXEL: Final = 8
_SECONDS_A_PIXEL: Final = 1e-7


def expect_pixels(count: int, bit_depth: int) -> None:
    """Set this child's limits for decoding a picture of so many pixels."""
    if sys.platform != "linux" or multiprocessing.parent_process() is None:
        return
    each = _DEEP_BYTES_A_PIXEL if bit_depth > 8 else _BYTES_A_PIXEL
    _tighten(DECODED_FACTOR * each * count, count)


def expect_parts(most_bytes: int, count: int) -> None:
    """Set this child's limits for reading a picture of so many pixels in parts of so many bytes."""
    if sys.platform == "linux" and multiprocessing.parent_process() is not None:
        _tighten(most_bytes, count)


def _tighten(most_bytes: int, count: int) -> None:
    ceiling = address_space_bytes("self") + SPARE_MEMORY_BYTES + most_bytes
    memory, hard_memory = resource.getrlimit(resource.RLIMIT_AS)
    if memory == resource.RLIM_INFINITY or ceiling < memory:
        resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard_memory))
    needed_s = math.ceil(time.process_time() + SPARE_CPU_S + count * _SECONDS_A_PIXEL)
    cpu_s, hard_cpu_s = resource.getrlimit(resource.RLIMIT_CPU)
    if cpu_s != resource.RLIM_INFINITY and needed_s > cpu_s:
        resource.setrlimit(resource.RLIMIT_CPU, (needed_s, hard_cpu_s))


def address_space_bytes(pid: int | str) -> int:
    """Return how much address space a process of this machine holds now."""
    pages = Path(f"/proc/{pid}/statm").read_bytes().split()[0]
    return int(pages) * resource.getpagesize()
