"""The figures of the audit say what they rest on: also which groups only a person made."""

import pytest

from dedup_desk.ui.viewmodels.audit_figures import AuditFigures
from tests.helpers.doors import an_audit


@pytest.mark.parametrize(
    ("joined", "said"),
    [(0, "3 of 17 decided"), (2, "3 of 17 decided; 2 joined by hand")],
)
def test_groups_joined_by_hand_are_said_beside_those_left_to_review(qapp, joined, said):
    left = AuditFigures().of(an_audit(joined=joined), 0.0)[-1]
    assert left.rests_on == said
