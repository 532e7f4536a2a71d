"""Every relation has a name and a lane."""

from __future__ import annotations

import pytest

from dedup_desk.core.lanes import LANES, lane_of
from dedup_desk.core.pairs import Relation
from dedup_desk.core.relations import RELATION_NAMES


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_name_and_a_lane(relation):
    assert RELATION_NAMES[relation]
    assert 0 <= LANES[relation] <= 5


def test_lanes_go_by_proof():
    assert lane_of((Relation.SAME_BYTES,)) == 0
    assert lane_of((Relation.RESIZED, Relation.RE_ENCODED)) == 2
    assert lane_of((Relation.CROPPED, Relation.TONE)) == 4
    assert lane_of((Relation.LOOK,)) == lane_of(()) == 5
