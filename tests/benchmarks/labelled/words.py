"""Invented words, names and figures, from a chance alone."""

from __future__ import annotations

from tests.benchmarks.labelled.canvas import Chance

_FIRST = (
    "har",
    "bo",
    "mon",
    "ti",
    "la",
    "ver",
    "sun",
    "ker",
    "do",
    "pel",
    "ra",
    "win",
    "ca",
    "stel",
)
_LAST = ("our", "ta", "ley", "dan", "mor", "side", "ton", "ria", "ger", "wick", "lin", "sen", "der")
_SMALL = ("the", "of", "and", "in", "to", "at", "for", "with", "on", "a")
_MONTHS = ("January", "March", "April", "June", "August", "October", "November")


def word(chance: Chance) -> str:
    """Return a word that could be one."""
    middle = _FIRST[int(chance.integers(len(_FIRST)))] if chance.integers(3) == 0 else ""
    first = _FIRST[int(chance.integers(len(_FIRST)))]
    return first + middle + _LAST[int(chance.integers(len(_LAST)))]


def sentence(chance: Chance, count: int) -> str:
    """Return so many words, every third a small one, the first with a capital."""
    words = [
        _SMALL[int(chance.integers(len(_SMALL)))] if number % 3 == 2 else word(chance)
        for number in range(count)
    ]
    return " ".join(words).capitalize()


def name(chance: Chance) -> str:
    """Return a person's or a firm's name."""
    return f"{word(chance).capitalize()} {word(chance).capitalize()}"


def date(chance: Chance) -> str:
    """Return a date."""
    month = _MONTHS[int(chance.integers(len(_MONTHS)))]
    return f"{int(chance.integers(1, 29))} {month} {int(chance.integers(1921, 1999))}"


def amount(chance: Chance) -> str:
    """Return a sum of money."""
    return f"{int(chance.integers(1, 9000)):,}.{int(chance.integers(100)):02d}"


def number(chance: Chance, digits: int) -> str:
    """Return a number of so many digits."""
    return "".join(str(int(digit)) for digit in chance.integers(0, 10, digits))
