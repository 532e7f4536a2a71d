"""The finest detail: the same in copies, another one in another scan or under a screen of dots."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.engine.fine import grain
from dedup_desk.engine.laying import Laid, View, lay

SIDE_PX = 400


def laid(a: np.ndarray, b: np.ndarray) -> Laid:
    views = [View(np.clip(one, 0, 255).astype(np.uint8), SIDE_PX, SIDE_PX) for one in (a, b)]
    return lay(*views, np.eye(3), SIDE_PX)


def smooth() -> np.ndarray:
    return np.tile(np.linspace(60, 190, SIDE_PX), (SIDE_PX, 1))


def grainy(seed: int) -> np.ndarray:
    return smooth() + np.random.default_rng(seed).normal(0, 6, (SIDE_PX, SIDE_PX))


def screened() -> np.ndarray:
    y, x = np.mgrid[:SIDE_PX, :SIDE_PX] * (2 * np.pi / 3.4)
    return smooth() + 25 * np.cos(x) * np.cos(y)


def lettered() -> np.ndarray:
    page = smooth()
    page[::40, :] += 20
    return page


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (grainy(1), grainy(1), 0.99, 1.0),
        (grainy(1), grainy(2), -0.2, 0.2),
        (smooth(), smooth(), 1.0, 1.0),
        (smooth(), screened(), 0.0, 0.0),
        (smooth(), lettered(), 1.0, 1.0),
    ],
    ids=["same", "another scan", "none to compare", "a screen of dots", "lines are no screen"],
)
def test_the_finest_detail_tells(one, other, least, most):
    assert least <= grain(laid(one, other)) <= most
    assert least <= grain(laid(other, one)) <= most
