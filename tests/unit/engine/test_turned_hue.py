"""Another hue of a body is another article; other light, strength or stray colour is none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.tone import tone_look
from dedup_desk.engine.turned_hue import turned_bodies

SIDE = 320
LIME, ORANGE = (170, 200, 28), (201, 130, 28)
COLOURS = {
    "lime to orange": (LIME, ORANGE),
    "orange to lime": (ORANGE, LIME),
    "azure to violet": ((28, 101, 198), (61, 29, 198)),
    "violet to azure": ((61, 29, 198), (28, 101, 198)),
    "bottle green to leaf green": ((26, 84, 52), (26, 84, 30)),
    "plum to aubergine": ((80, 24, 84), (54, 25, 84)),
}


def article(
    body: tuple[int, int, int], backdrop: tuple[int, int, int] = (248, 248, 248)
) -> np.ndarray:
    """A bag of one colour with a darker flap and a pale label with words, before a backdrop."""
    picture = np.full((SIDE, SIDE, 3), backdrop, np.uint8)
    picture[100:270, 50:270] = body
    picture[100:170, 50:270] = [part // 2 for part in body]
    picture[190:250, 110:210] = (240, 240, 236)
    cv2.putText(picture, "NAME", (118, 228), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2)
    return picture


def gained(picture: np.ndarray, *gains: float) -> np.ndarray:
    """The same in light of another colour."""
    lit: np.ndarray = np.clip(picture * np.array(gains) + 0.5, 0, 255).astype(np.uint8)
    return lit


def turned_share(a: np.ndarray, b: np.ndarray) -> float:
    shown = np.ones(a.shape[:2], np.bool_)
    return float(turned_bodies(a.astype(np.float32), b.astype(np.float32), shown, shown).mean())


def recoloured_share(a: np.ndarray, b: np.ndarray) -> float:
    extent, shown = Extent(SIDE, SIDE), np.ones((SIDE, SIDE), np.bool_)
    laid = Laid(a, b, shown, np.eye(3), np.eye(3), extent, extent)
    return float(tone_look(laid).recoloured.mean())


@pytest.mark.parametrize("names", COLOURS)
def test_another_hue_of_one_bag_is_seen_either_way(names: str) -> None:
    one, other = COLOURS[names]
    assert recoloured_share(article(one), article(other)) > 0.1


def test_another_hue_in_other_light_is_seen() -> None:
    other = gained(article(LIME), 1.0, 0.96, 0.86)
    assert turned_share(article(ORANGE), other) > 0.1


@pytest.mark.parametrize("body", [LIME, ORANGE, (28, 101, 198), (26, 84, 52)])
@pytest.mark.parametrize("gains", [(1.0, 0.97, 0.86), (0.88, 0.97, 1.0)], ids=["warm", "cool"])
def test_other_light_on_the_same_bag_is_tone(
    body: tuple[int, int, int], gains: tuple[float, float, float]
) -> None:
    bag = article(body)
    lit = gained(bag, *gains)
    for pair in ((bag, lit), (lit, bag)):
        assert turned_share(*pair) == 0
        assert recoloured_share(*pair) < 0.003


@pytest.mark.parametrize("strength", [0.5, 1.3])
def test_paler_and_stronger_colours_keep_their_hue(strength: float) -> None:
    bag = article((120, 150, 60))
    grey = (bag @ np.array([0.299, 0.587, 0.114]))[..., None]
    assert turned_share(bag, np.clip(grey + strength * (bag - grey), 0, 255)) == 0


def test_a_grey_copy_has_no_hue_that_could_have_turned() -> None:
    grey = cv2.cvtColor(cv2.cvtColor(article(LIME), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    assert turned_share(article(LIME), grey) == 0


def test_without_neutrals_nothing_tells_the_cast() -> None:
    red, rose = article(LIME, (200, 60, 60)), article(ORANGE, (200, 60, 60))
    assert turned_share(red, rose) == 0


def test_neutrals_of_two_tints_tell_of_no_one_cast() -> None:
    other = article(ORANGE)
    other[:90] = (248, 236, 214)
    assert turned_share(article(LIME), other) == 0


def test_a_fringe_is_no_body() -> None:
    other = article(LIME)
    other[100:106, 50:270] = ORANGE
    assert turned_share(article(LIME), other) == 0
