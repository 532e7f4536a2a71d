"""Two pair reports side by side: words and places must be equal, figures nearly so.

Sums of floats depend on where an array happens to lie in memory (vector instructions start at
aligned addresses), so the last digits of a measured figure may differ from one process to another;
what is found, how it is named and on which files may not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

import pytest

Row = Mapping[str, str]

_WRITTEN_FIGURE = re.compile(r"\d[\d,.]*(?<=\d)")


def assert_same_pairs(mine: Sequence[Row], theirs: Sequence[Row]) -> None:
    """Fail at the first pair that two reports tell differently."""
    assert len(mine) == len(theirs)
    for one, other in zip_longest(sorted(mine, key=_place), sorted(theirs, key=_place)):
        assert _words(one) == _words(other)
        assert _figures(one) == pytest.approx(_figures(other), abs=3e-3, rel=3e-3), _words(one)


def _place(row: Row) -> tuple[str, str]:
    return row["path_a_b64"], row["path_b_b64"]


def _words(row: Row) -> list[object]:
    words = [cell for name, cell in row.items() if name not in ("score", "evidence", "statement")]
    words.append(_WRITTEN_FIGURE.sub("#", row.get("statement", "")))
    return [*words, *(one for one in _leaves(json.loads(row["evidence"])) if not _is_number(one))]


def _figures(row: Row) -> list[float]:
    numbers = [one for one in _leaves(json.loads(row["evidence"])) if _is_number(one)]
    return [float(row["score"]), *numbers]


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for key in sorted(value) for leaf in (key, *_leaves(value[key]))]
    if isinstance(value, list):
        return [leaf for one in value for leaf in _leaves(one)]
    return [value]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
