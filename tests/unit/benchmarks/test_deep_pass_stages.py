"""Every stage that the deep pass is timed by is called where the table says."""

import pytest

from tests.benchmarks.bench_deep_pass import STAGES


@pytest.mark.parametrize(("room", "name"), [(room, name) for room, name, _stage in STAGES])
def test_a_stage_timed_is_there(room, name):
    assert callable(getattr(room, name))
