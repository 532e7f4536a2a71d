"""Which folders this user chose: kept exactly, per project and label."""

import pytest

from dedup_desk.store.trusted_roots import TrustedRoot, TrustedRoots

MASTERS = TrustedRoot("project 1", "masters", b"/photos \xff\n", 2**64 - 1, 2**63)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "trusted-roots.sqlite"


def test_a_choice_is_remembered_exactly(file):
    TrustedRoots(file).trust(MASTERS)
    assert TrustedRoots(file).of("project 1") == {"masters": MASTERS}


def test_a_project_nobody_chose_a_folder_for_was_received(file):
    TrustedRoots(file).trust(MASTERS)
    assert TrustedRoots(file).of("project 2") == {}


def test_a_later_choice_replaces_an_earlier_one(file):
    roots = TrustedRoots(file)
    roots.trust(MASTERS)
    moved = TrustedRoot("project 1", "masters", b"/moved", 1, 2)
    roots.trust(moved)
    assert roots.of("project 1") == {"masters": moved}


def test_a_choice_can_be_taken_back(file):
    roots = TrustedRoots(file)
    roots.trust(MASTERS)
    roots.forget("project 1", "masters")
    roots.forget("project 1", "never")
    assert roots.of("project 1") == {}


def test_two_programs_may_use_the_list_at_once(file):
    one, other = TrustedRoots(file), TrustedRoots(file)
    one.trust(MASTERS)
    other.trust(TrustedRoot("project 1", "scans", b"/scans", 1, 2))
    assert set(one.of("project 1")) == {"masters", "scans"}
    one.close()
    other.close()
