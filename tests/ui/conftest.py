"""A review to sit down before, and what it has decided so far."""

import pytest

from tests.helpers.review_fakes import MemoryStore
from tests.helpers.review_robot import ReviewRobot


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def sit(qtbot):
    """Sit down before a review; the robot lives as long as its window."""
    kept = []

    def made(model):
        kept.append(ReviewRobot(qtbot, model))
        return kept[-1]

    return made
