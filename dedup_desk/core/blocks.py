"""Means and counts over the whole 8 x 8 blocks of a picture; a rest at the edges is left out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BLOCK_PX = 8


def block_means(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(H, W, C) -> (H/8, W/8, C) float32 means of every whole block."""
    return _block_totals(pixels).astype(np.float32) / np.float32(BLOCK_PX * BLOCK_PX)


def block_sums(flags: NDArray[np.bool_]) -> NDArray[np.uint16]:
    """(H, W) bool -> (H/8, W/8) how many are true in every whole block."""
    return _block_totals(flags.view(np.uint8))


def _block_totals(values: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Sum every whole 8 x 8 block; 64 * 255 fits in uint16."""
    high, wide = values.shape[0] // BLOCK_PX, values.shape[1] // BLOCK_PX
    cut = values[: high * BLOCK_PX, : wide * BLOCK_PX]
    rows = np.zeros((high, *cut.shape[1:]), np.uint16)
    for one in range(BLOCK_PX):
        rows += cut[one::BLOCK_PX]
    totals = np.zeros((high, wide, *cut.shape[2:]), np.uint16)
    for one in range(BLOCK_PX):
        totals += rows[:, one::BLOCK_PX]
    return totals
