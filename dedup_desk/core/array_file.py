"""Named arrays in one file, laid out so that they can be used where they lie (memory-mapped).

A short head says which arrays follow, of which type and length; each begins at a multiple of 64
bytes. The head is written by the program that reads it, but the file lay on somebody's disk in
between: nothing in it is believed that does not add up to the size of the file.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

MOST_HEAD_BYTES: Final = 64_000

_MAGIC: Final = b"DDarray1"
_PREFIX: Final = struct.Struct("<8sI")  # magic, bytes of the head
_ALIGNED_BYTES: Final = 64
_TYPES: Final = frozenset({"<u1", "<u2", "<u4", "<u8", "<f4"})

Block: TypeAlias = tuple[int, bytes]
"""Some bytes, and the offset in the file at which they belong."""


class ArrayFileError(ValueError):
    """The file is not one of these, is cut off, or was made by another recipe."""


@dataclass(frozen=True, slots=True)
class ArrayPlan:
    """One array: its name, its little-endian type ("<u4") and how many numbers it has."""

    name: str
    type: str
    count: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything in a file is.

    Attributes:
        recipe: what made the arrays.
        plans: the arrays in their order.
        head: the first bytes of the file.
    """

    recipe: str
    plans: tuple[ArrayPlan, ...]
    head: bytes

    @classmethod
    def of(cls, recipe: str, plans: Sequence[ArrayPlan]) -> Layout:
        """Plan a file that is to hold these arrays."""
        listed = [[plan.name, plan.type, plan.count] for plan in plans]
        text = json.dumps({"recipe": recipe, "arrays": listed}, sort_keys=True).encode("ascii")
        return cls(recipe, tuple(plans), _PREFIX.pack(_MAGIC, len(text)) + text)

    @property
    def size_bytes(self) -> int:
        """Size of the whole file."""
        ends = [offset + _byte_count(plan) for plan, offset in self._placed() if plan.count]
        return max((len(self.head), *ends))

    def offset(self, name: str) -> int:
        """Return at which byte an array begins."""
        return next(offset for plan, offset in self._placed() if plan.name == name)

    def placed(self, name: str, start: int, values: NDArray[Any]) -> Block:
        """Return a part of an array, from its element `start` on, ready to be written."""
        plan = next(one for one in self.plans if one.name == name)
        data = np.ascontiguousarray(values, dtype=plan.type)
        return self.offset(name) + start * data.itemsize, data.tobytes()

    def _placed(self) -> Iterator[tuple[ArrayPlan, int]]:
        offset = len(self.head)
        for plan in self.plans:
            offset = -(-offset // _ALIGNED_BYTES) * _ALIGNED_BYTES
            yield plan, offset
            offset += _byte_count(plan)


def read_layout(data: bytes) -> Layout:
    """Read the head of a file.

    Args:
        data: the first bytes of it, at least the whole head.

    Raises:
        ArrayFileError: it is not the head of such a file.
    """
    try:
        magic, count = _PREFIX.unpack_from(data)
        if magic != _MAGIC or count > MOST_HEAD_BYTES or len(data) < _PREFIX.size + count:
            raise ArrayFileError("this is no file of arrays")
        head = data[: _PREFIX.size + count]
        known = json.loads(head[_PREFIX.size :])
        plans = tuple(ArrayPlan(str(name), str(kind), int(n)) for name, kind, n in known["arrays"])
        layout = Layout(str(known["recipe"]), plans, head)
    except (struct.error, ValueError, KeyError, TypeError) as error:
        raise ArrayFileError(f"the head of the file says nothing usable: {error}") from error
    if any(plan.type not in _TYPES or plan.count < 0 for plan in plans):
        raise ArrayFileError("the file announces arrays of an unknown kind")
    return layout


def read_arrays(buffer: bytes | memoryview, recipe: str) -> Mapping[str, NDArray[Any]]:
    """Return the arrays of a whole file; they share its memory.

    Args:
        buffer: the file, as bytes or as the memory it is mapped to.
        recipe: what must have made it.

    Raises:
        ArrayFileError: another recipe, another size, or not such a file at all.
    """
    layout = read_layout(bytes(buffer[: _PREFIX.size + MOST_HEAD_BYTES]))
    if layout.recipe != recipe:
        raise ArrayFileError(f"made by {layout.recipe}, not by {recipe}")
    if layout.size_bytes != len(buffer):
        raise ArrayFileError(f"{len(buffer)} bytes where {layout.size_bytes} are announced")
    return {plan.name: _array(buffer, plan, layout.offset(plan.name)) for plan in layout.plans}


def _array(buffer: bytes | memoryview, plan: ArrayPlan, offset: int) -> NDArray[Any]:
    if not plan.count:
        return np.zeros(0, plan.type)
    return np.frombuffer(buffer, plan.type, plan.count, offset)


def _byte_count(plan: ArrayPlan) -> int:
    return plan.count * np.dtype(plan.type).itemsize
