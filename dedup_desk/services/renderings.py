"""Pictures on their way to the window: what is asked for, and what comes, as values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import Box


@dataclass(frozen=True, slots=True)
class Cut:
    """Which pixels of a picture are wanted.

    Attributes:
        edge_px: longest edge of the rendering; a smaller picture is not enlarged.
        page: page or frame, from 0; beyond the last one, the last one.
        box: part of the upright page in full pixels; None: all of it.
    """

    edge_px: int
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """Pixels for the window.

    Attributes:
        levels: (H, W, 3) uint8 in the screen's colours, or (H, W, 4) with premultiplied opacity;
            upright; each half of the one before.
        full_width_px, full_height_px: size of the whole page; 0 where nobody said.
        said: what a person should know of how they were made.
        limit: why finer pixels than these cannot be had; None where they can.
    """

    levels: tuple[NDArray[np.uint8], ...]
    full_width_px: int = 0
    full_height_px: int = 0
    said: tuple[Message, ...] = ()
    limit: Message | None = None
