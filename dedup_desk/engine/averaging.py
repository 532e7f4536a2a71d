"""Exact averages over areas, made row by row: nothing is ever skipped, so nothing aliases."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv

_ROWS = 64


class AreaAverage:
    """Shrinks a picture that comes in bands of rows; each pixel is the mean of what it covers.

    Args:
        width_px, height_px: of the whole that comes.
        to_width_px, to_height_px: of the result, not larger.
    """

    def __init__(self, width_px: int, height_px: int, to_width_px: int, to_height_px: int) -> None:
        self._size = (width_px, height_px)
        self._to = (to_width_px, to_height_px)
        self._step = height_px / to_height_px
        self._rows_in = 0
        self._made: NDArray[np.float32] | None = None

    def push(self, samples: NDArray[Any]) -> None:
        """Take the next rows, (rows, width) or (rows, width, channels)."""
        for at in range(0, len(samples), _ROWS):
            self._push(samples[at : at + _ROWS])

    def result(self) -> NDArray[np.float32]:
        """Return the means, float32 in the samples' own unit.

        Raises:
            ValueError: fewer or more rows came than the picture has.
        """
        if self._made is None or self._rows_in != self._size[1]:
            raise ValueError(f"{self._rows_in} rows came of {self._size[1]}")
        return self._made

    def _push(self, samples: NDArray[Any]) -> None:
        narrow = cv.averaged_across(samples.astype(np.float32), self._to[0])
        if self._made is None:
            self._made = np.zeros((self._to[1], *narrow.shape[1:]), np.float32)
        top, bottom = self._rows_in, self._rows_in + len(narrow)
        first = int(top / self._step)
        behind = min(int(np.ceil(bottom / self._step)), self._to[1])
        edges = np.arange(first, behind + 1) * self._step
        begins = np.maximum(edges[:-1, None], np.arange(top, bottom)[None, :])
        ends = np.minimum(edges[1:, None], np.arange(top, bottom)[None, :] + 1)
        shares = np.maximum(ends - begins, 0.0).astype(np.float32) / np.float32(self._step)
        flat = narrow.reshape(len(narrow), -1)
        self._made[first:behind].reshape(behind - first, -1)[:] += shares @ flat
        self._rows_in = bottom
