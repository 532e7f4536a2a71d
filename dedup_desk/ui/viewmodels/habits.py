"""How one person likes the desk, and where they were in each project; kept in the preferences.

Nothing of it is in the project's file: two people at one project have two places. What is damaged,
or was written by another version, counts as never said.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dedup_desk.core.blending import Blend, Layer
from dedup_desk.core.compare import ORIGIN, CompareMode
from dedup_desk.core.geometry import Point
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.viewmodels.panels import Panel

MOST_PROJECTS: Final = 40
"""Whose places are known; the one that was left longest ago is forgotten first."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What stays the same from project to project.

    Attributes:
        mode, blend: how a pair is shown.
        folded: panels that are not shown.
        widths_px: of queue and facts, None while nobody drew them.
    """

    mode: CompareMode = CompareMode.SIDE_BY_SIDE
    blend: Blend = field(default_factory=Blend)
    folded: frozenset[Panel] = frozenset()
    widths_px: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was in a project.

    Attributes:
        row: id of the group on the table.
        contents: digests of the pictures in pane A and pane D, in hexadecimal.
        query: what the queue was narrowed to, see `narrowing`.
        zoom: pane units for a pixel of A; None where the pair was shown whole.
        centre: the point of A in the middle of its pane.
    """

    row: str
    contents: tuple[str, str]
    query: Mapping[str, Any] = field(default_factory=dict)
    zoom: float | None = None
    centre: Point = ORIGIN


class Memory:
    """Reads and writes habits and places."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def habits(self) -> Habits:
        """How this person left the desk."""
        try:
            return _habits(json.loads(self._preferences.text("habits")))
        except (ValueError, TypeError, KeyError):
            return Habits()

    @habits.setter
    def habits(self, habits: Habits) -> None:
        blend = habits.blend
        said = {
            "mode": habits.mode.value,
            "blend": [blend.divider, blend.is_upright, blend.opacity, blend.layer.value],
            "folded": sorted(habits.folded),
            "widths": habits.widths_px,
        }
        self._preferences.set_text("habits", json.dumps(said))

    def place(self, project: str) -> Place | None:
        """Return where this person was in a project; None where that is not known."""
        try:
            return _place(self._places()[project])
        except (ValueError, TypeError, KeyError):
            return None

    def remember(self, project: str, place: Place) -> None:
        """Keep where this person is in a project."""
        said = {
            "row": place.row,
            "contents": place.contents,
            "query": dict(place.query),
            "zoom": place.zoom,
            "centre": [place.centre.x, place.centre.y],
        }
        others = {one: was for one, was in self._places().items() if one != project}
        places = dict([(project, said), *others.items()][:MOST_PROJECTS])
        self._preferences.set_text("places", json.dumps(places))

    def _places(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._preferences.text("places")))
        except (ValueError, TypeError):
            return {}


def _habits(said: dict[str, Any]) -> Habits:
    divider, is_upright, opacity, layer = said["blend"]
    widths = said["widths"]
    return Habits(
        CompareMode(said["mode"]),
        Blend(_share(divider), bool(is_upright), _share(opacity), Layer(layer)),
        frozenset(Panel(one) for one in said["folded"]),
        None if widths is None else (int(widths[0]), int(widths[1])),
    )


def _place(said: dict[str, Any]) -> Place:
    left, right = said["contents"]
    zoom, (x, y) = said["zoom"], said["centre"]
    return Place(
        str(said["row"]),
        (str(left), str(right)),
        dict(said["query"]),
        None if zoom is None else _finite(zoom),
        Point(_finite(x), _finite(y)),
    )


def _finite(value: object) -> float:
    number = float(str(value))
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _share(value: object) -> float:
    return min(max(_finite(value), 0.0), 1.0)
