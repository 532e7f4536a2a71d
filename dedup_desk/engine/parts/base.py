"""What a picture that is too large to be held whole must offer: bands of rows of any box of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Protocol

from numpy.typing import NDArray

BAND_BYTES: Final = 8_000_000
"""About as many decoded bytes are held at a time."""

ONE_PIECE_BYTES: Final = 256_000_000
"""A strip or tile that decodes to more than this is as bad as the whole picture."""


NOTHING_MORE: Final[Mapping[str, bytes]] = MappingProxyType({})
"""Of a format whose metadata Pillow reads without decoding."""


@dataclass(frozen=True, slots=True)
class PixelBox:
    """A box of whole pixels, as the file stores them (before its orientation is applied)."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column behind it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.top + self.height


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Some rows of a box.

    Attributes:
        samples: (rows, width) or (rows, width, channels) as stored: uint8, uint16 or float32.
        mode: what the channels are: L, LA, RGB, RGBA, CMYK or LAB, at any depth.
        by: how much the decoder shrank it; above 1, this band is the whole box.
    """

    samples: NDArray[Any]
    mode: str
    by: int = 1


class Parts(Protocol):
    """A picture read in parts; one row of `parts.PARTS` makes it."""

    @property
    def width_px(self) -> int:
        """Stored width."""
        ...

    @property
    def height_px(self) -> int:
        """Stored height."""
        ...

    @property
    def info(self) -> Mapping[str, bytes]:
        """What Pillow would find behind the samples, by its own names."""
        ...

    @property
    def shrinks_by(self) -> int:
        """1: every pixel can be had. 2, 4 or 8: the finest this file allows in bounded memory."""
        ...

    def bands(self, box: PixelBox, at_most: int) -> Iterator[Band]:
        """Yield the rows of a box from the top, without gap.

        Args:
            box: inside the picture.
            at_most: the decoder may shrink by up to this much (1, 2, 4 or 8) where it is cheaper;
                the box then comes as one band, its edges rounded outwards.
        """
        ...
