"""One picture under comparison, and what it is worth beside another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dedup_desk.core.geometry import Extent
from dedup_desk.core.records import ImageRecord
from dedup_desk.engine.laying import View, negative_of
from dedup_desk.engine.tone import colour_levels, colour_variety

_COLOURED, _COLOURLESS = 5.0, 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One picture under comparison.

    Attributes:
        record: what the index knows of it.
        proxy: the picture at about 512 px.
        fine: decodes it in levels of grey, so long at most (px); None where that fails.
    """

    record: ImageRecord
    proxy: View
    fine: Callable[[int], View | None]

    @property
    def extent(self) -> Extent:
        """Full size."""
        return self.proxy.extent

    def as_negative(self) -> Subject:
        """Return the picture with light and dark exchanged."""

        def fine(longest_px: int) -> View | None:
            view = self.fine(longest_px)
            return None if view is None else negative_of(view)

        return Subject(self.record, negative_of(self.proxy), fine)


def has_lost_colour(a: Subject, b: Subject) -> bool:
    """Say whether a has colour and b has none."""
    return _colour(a.proxy) > _COLOURED and _colour(b.proxy) < _COLOURLESS


def is_the_coloured_one(a: Subject, b: Subject) -> bool:
    """Say whether a has colours and b has none; a tint over a grey picture is no more than tone."""
    return has_lost_colour(a, b) and colour_variety(a.proxy.pixels) > _COLOURED


@lru_cache(maxsize=2)  # the two pictures in hand: it is asked more than once about each
def _colour(proxy: View) -> float:
    return colour_levels(proxy.pixels)


def worth(record: ImageRecord) -> tuple[object, ...]:
    """Sort key: the fuller picture first."""
    picture = record.picture
    return (
        -picture.pixel_count,
        -picture.bit_depth,
        not picture.is_lossless,
        -record.stamp.size_bytes,
        record.place.path,
        record.place.root,
    )
