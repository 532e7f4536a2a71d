"""Every relation has a name, a lane and one line that says what is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedup_desk.core.lanes import LANES, lane_of
from dedup_desk.core.pairs import Relation
from dedup_desk.core.relations import RELATION_NAMES
from dedup_desk.core.statements import statement
from tests.helpers.builders import a_pair, a_record


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_name_a_lane_and_a_statement(relation):
    assert RELATION_NAMES[relation]
    assert 0 <= LANES[relation] <= 5
    line = statement(a_pair(1, 2, relation), a_record(1), a_record(2)).english()
    assert line.endswith(".")
    assert ". " not in line


def test_lanes_go_by_proof():
    assert lane_of((Relation.SAME_BYTES,)) == 0
    assert lane_of((Relation.RESIZED, Relation.RE_ENCODED)) == 2
    assert lane_of((Relation.CROPPED, Relation.TONE)) == 4
    assert lane_of((Relation.LOOK,)) == lane_of(()) == 5


def test_two_that_could_not_be_compared_are_said_so():
    pair = replace(a_pair(1, 2, Relation.LOOK), registration=None)
    line = statement(pair, a_record(1), a_record(2)).english()
    assert line == "The two could not be compared; look at them yourself."
