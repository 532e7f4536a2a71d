"""Where a file lies on this machine, and the sentence where it cannot be reached."""

import os
from pathlib import Path

import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.records import FilePlace
from dedup_desk.services.reaching import path_of, reached_at

ODD = b"two\nlines \xad\xbb.jpg"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "disc"
    made.mkdir()
    (made / os.fsdecode(ODD)).write_bytes(b"x")
    return os.fsencode(made)


def test_a_file_that_is_there_is_found_by_its_bytes(folder):
    place = FilePlace("disc", ODD)
    assert reached_at({"disc": folder}, place) == path_of({"disc": folder}, place)
    assert Path(os.fsdecode(path_of({"disc": folder}, place))).exists()


def test_a_file_that_is_gone_is_told_with_its_place_and_the_reason(folder):
    with pytest.raises(SurroundingsError, match=r"disc/gone\.jpg cannot be reached \(No such file"):
        reached_at({"disc": folder}, FilePlace("disc", b"gone.jpg"))


def test_a_drive_that_is_not_connected_is_told_as_such(folder):
    with pytest.raises(SurroundingsError, match="Connect its drive"):
        reached_at({"disc": folder + b"-off"}, FilePlace("disc", ODD))


def test_a_collection_that_this_machine_does_not_know_is_told(folder):
    with pytest.raises(SurroundingsError, match="folder of other is not known"):
        path_of({"disc": folder}, FilePlace("other", ODD))
