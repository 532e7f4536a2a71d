"""Projects as a user has them open: drafts, roots, trust, saving under a name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import ProjectError, SurroundingsError, UsageError
from dedup_desk.core.ledger import Actor
from dedup_desk.core.records import FilePlace
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import (
    Access,
    Project,
    create_project,
    open_folder,
    open_project,
    require_writable,
)
from dedup_desk.services.roots import Root
from dedup_desk.services.saving import save_as

WHO = Actor("Wong Siu-ming", "wong", "desk-1")


@pytest.fixture
def places(tmp_path: Path) -> UserPlaces:
    return UserPlaces(data=tmp_path / "data", state=tmp_path / "state")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stills 1966"
    made.mkdir()
    for number in (1, 2):
        ramp = Image.radial_gradient("L").rotate(number * 40)
        ramp.save(made / f"{number}.png")
    return made


def opened(folder: Path, places: UserPlaces) -> Project:
    return open_folder(os.fsencode(folder), WHO, places)


def test_opening_a_folder_makes_a_draft_and_writes_nothing_below_it(
    folder: Path, places: UserPlaces
):
    before = sorted(folder.iterdir())
    with opened(folder, places) as project:
        assert project.is_draft
        assert project.name.startswith("stills-1966")
        assert [root.label for root in project.roots()] == ["stills 1966"]
    assert sorted(folder.iterdir()) == before


def test_the_same_folder_finds_its_draft_again(folder: Path, places: UserPlaces):
    with opened(folder, places) as first:
        run_inline(first.indexing(1))
        record = next(iter(first.index.records().values()))
        first.review().decide([Decision(record.seen, Verdict.UNSURE)])
        path = first.path
    with opened(folder, places) as again:
        assert again.path == path
        assert [one.verdict for one in again.file.decisions().values()] == [Verdict.UNSURE]


def test_saving_a_draft_moves_it_with_everything(folder: Path, places: UserPlaces, tmp_path: Path):
    draft = opened(folder, places)
    run_inline(draft.indexing(1))
    record = next(iter(draft.index.records().values()))
    draft.review().decide([Decision(record.seen, Verdict.UNSURE)])
    before = draft.path
    with save_as(draft, tmp_path / "named") as saved:
        assert (saved.path.name, saved.is_draft) == ("named.ddesk", False)
        assert saved.index.records().keys() == {record.id, *saved.index.records()}
        assert list(saved.file.decisions()) == [record.place]
        assert saved.file.verify_chain() == ()
        assert saved.roots() != ()
        assert run_inline(saved.indexing(1)).measured == 0
    assert not before.exists()


def test_saving_over_another_file_is_refused_and_the_draft_stays_open(
    folder: Path, places: UserPlaces, tmp_path: Path
):
    taken = tmp_path / "taken.ddesk"
    taken.write_text("mine")
    with opened(folder, places) as draft:
        with pytest.raises(UsageError, match="exists already"):
            save_as(draft, taken)
        assert draft.file.decisions() == {}
    assert taken.read_text() == "mine"


def test_a_project_is_never_saved_into_the_collection(folder: Path, places: UserPlaces):
    with (
        opened(folder, places) as draft,
        pytest.raises(UsageError, match="never written"),
    ):
        save_as(draft, folder / "mine.ddesk")


def test_roots_do_not_lie_in_one_another(folder: Path, places: UserPlaces, tmp_path: Path):
    with create_project(tmp_path / "a.ddesk", WHO, places) as project:
        project.add_root(os.fsencode(folder), "stills")
        with pytest.raises(UsageError, match="in one another"):
            project.add_root(os.fsencode(tmp_path))
        (tmp_path / "other").mkdir()
        with pytest.raises(UsageError, match="already stands for"):
            project.add_root(os.fsencode(tmp_path / "other"), "stills")


@pytest.fixture
def sent(folder: Path, places: UserPlaces, tmp_path: Path) -> Path:
    """A project that somebody else made, with its index."""
    with create_project(tmp_path / "a.ddesk", WHO, places) as project:
        project.add_root(os.fsencode(folder), "stills")
        run_inline(project.indexing(1))
    return tmp_path / "a.ddesk"


@pytest.fixture
def elsewhere(tmp_path: Path) -> UserPlaces:
    return UserPlaces(data=tmp_path / "d2", state=tmp_path / "s2")


def test_a_project_from_elsewhere_is_only_read(
    sent: Path, folder: Path, elsewhere: UserPlaces, tmp_path: Path
):
    before = sent.read_bytes(), {one.name for one in tmp_path.iterdir()} | {"s2"}
    with open_project(sent, actor=WHO, places=elsewhere) as project:
        assert project.read_only
        assert project.roots() == ()
        assert project.unknown_roots() == {"stills": os.fsencode(folder)}
        assert (project.audit().read, project.path) == (2, sent)
        record = next(iter(project.index.records().values()))
        with pytest.raises(ProjectError, match="reading only"):
            project.review().decide([Decision(record.seen, Verdict.UNSURE)])
        with pytest.raises(UsageError, match=r"came from elsewhere.*\(stills\)"):
            require_writable(project)
    assert (sent.read_bytes(), {one.name for one in tmp_path.iterdir()}) == before


def test_it_becomes_ones_own_with_the_first_folder_that_is_opened(
    sent: Path, folder: Path, elsewhere: UserPlaces
):
    with open_project(sent, Access.ADOPT, WHO, elsewhere) as project:
        project.trust_root(Root("stills", os.fsencode(folder)))
    with open_project(sent, actor=WHO, places=elsewhere) as project:
        assert not project.read_only
        assert [root.label for root in project.roots()] == ["stills"]


def test_an_unplugged_disk_does_not_empty_the_index(folder: Path, places: UserPlaces):
    with opened(folder, places) as project:
        run_inline(project.indexing(1))
        folder.rename(folder.with_name("unplugged"))
        with pytest.raises(SurroundingsError, match="cannot be reached"):
            run_inline(project.indexing(1))
        assert len(project.index.records()) == 2


def test_an_empty_mount_point_is_not_taken_for_the_disk(folder: Path, places: UserPlaces):
    with opened(folder, places) as project:
        run_inline(project.indexing(1))
        folder.rename(folder.with_name("unplugged"))
        folder.mkdir()
        with pytest.raises(SurroundingsError, match="cannot be reached"):
            run_inline(project.indexing(1))
        assert len(project.index.records()) == 2
    with opened(folder, places) as project, pytest.raises(SurroundingsError):
        run_inline(project.indexing(1))  # opening it once more makes it no disk
    (folder / "notes.txt").write_text("made anew")
    with opened(folder, places) as project:
        assert run_inline(project.indexing(1)).read == 0


def test_a_folder_that_was_emptied_is_read_as_empty(folder: Path, places: UserPlaces):
    with opened(folder, places) as project:
        run_inline(project.indexing(1))
        for picture in folder.iterdir():
            picture.unlink()
        assert run_inline(project.indexing(1)).found == 0


def test_a_place_is_found_through_links_but_not_outside(
    folder: Path, places: UserPlaces, tmp_path: Path
):
    (tmp_path / "link").symlink_to(folder)
    with opened(folder, places) as project:
        label = project.roots()[0].label
        found = project.place_of(os.fsencode(tmp_path / "link" / "1.png"))
        assert found == FilePlace(label, b"1.png")
        assert project.place_of(os.fsencode(tmp_path / "1.png")) is None
