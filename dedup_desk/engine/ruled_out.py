"""Whether a close look at two pictures is still worth its time.

No term of the likelihood ever speaks for a pair, so figures that are not measured yet can only make
it less likely. Where the alignment alone, with the finest detail of both pictures, leaves next to
nothing of it, the close look is not made: it is most of what comparing two strangers costs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dedup_desk.core.observed import Observed
from dedup_desk.engine.decision import decision_model
from dedup_desk.engine.fine import grain
from dedup_desk.engine.laying import Laid

RULED_OUT_BELOW: Final = 0.002
"""A tenth of the likelihood from which on a pair is shown at all: a pair may still be turned round
by what the close look finds, and measured the other way round it is never quite the same."""


def is_ruled_out(aligned: Observed, grid: Laid) -> bool:
    """Say whether nothing that a close look finds can make two pictures a pair to show.

    Args:
        aligned: what the alignment says of them; all that is measured later as in equal pictures.
        grid: the two, finely laid.
    """

    def likeliest(grain_there: float) -> float:
        return decision_model().likelihood(replace(aligned, grain=grain_there))

    return likeliest(0.0) < RULED_OUT_BELOW and likeliest(grain(grid)) < RULED_OUT_BELOW
