"""Every picture of the sample, in the order in which it is drawn."""

from __future__ import annotations

from dedup_desk.engine.sample.originals import Original
from dedup_desk.engine.sample.shelf_goods import PAPERS, PRODUCTS
from dedup_desk.engine.sample.shelf_pictures import FILM, POSTERS, PRESS
from dedup_desk.engine.sample.shelf_views import LANDSCAPES, TOWNS

ORIGINALS: tuple[Original, ...] = (
    *LANDSCAPES,
    *TOWNS,
    *FILM,
    *PRESS,
    *POSTERS,
    *PRODUCTS,
    *PAPERS,
)
"""Every picture of the sample."""
