"""A receipt of the decision history: one sheet that tells later whether anything was taken away."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from dedup_desk.core.errors import UsageError
from dedup_desk.core.ledger import Actor, printable_head
from dedup_desk.services.projects import Access, Project, open_folder, open_project
from dedup_desk.services.receipts import check_receipt, receipt_text, write_receipt
from dedup_desk.services.saving import save_as
from tests.helpers.command_line import Person

WHO = Actor("Wong Siu-ming\u202e", "wong", "desk-1")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


@pytest.fixture
def project(tmp_path: Path, person: Person) -> Project:
    folder = tmp_path / "stills"
    folder.mkdir()
    Image.radial_gradient("L").save(folder / "1.png")
    draft = open_folder(os.fsencode(folder), WHO, person.places)
    with save_as(draft, tmp_path / "stills.ddesk") as made:
        yield made


def test_the_sheet_says_in_both_languages_what_the_history_holds(project: Project):
    sheet = receipt_text(project, NOON)
    digits = printable_head(project.file.heads()).partition(" (")[0]
    assert sheet.count(digits) == 2
    assert sheet.count(project.file.uuid) == 3, "once in each language, once for the program"
    assert f"Entries: {len(project.file.events())}\n" in sheet
    assert "Receipt of the decision history" in sheet
    assert "決定紀錄冊收據" in sheet
    assert "2026-11-21" in sheet
    assert sheet.count("--receipt SHEET") == 2


def test_a_name_cannot_hide_in_it(project: Project):
    assert "\u202e" not in receipt_text(project)
    assert "\\u{202E}" in receipt_text(project)


def test_what_is_added_later_is_in_order_and_what_is_gone_is_named(
    project: Project, tmp_path: Path, person: Person
):
    before = tmp_path / "older.ddesk"
    project.file.copy_to(before)
    project.file.set_setting("a", 1)
    sheet = receipt_text(project).encode()
    project.file.set_setting("a", 2)
    assert check_receipt(project, sheet, b"sheet.txt") == ()
    with open_project(before, Access.READ, WHO, person.places) as older:
        (told,) = check_receipt(older, sheet, b"sheet.txt")
    assert "Entries were removed or changed" in told.template


@pytest.mark.parametrize(
    "data",
    [b"", b"no sheet", b"\n{", b"\n{}", b"\n\xff", b"\n" + b'{"a":' * 100_000],
    ids=["empty", "text", "cut", "bare", "bytes", "deep"],
)
def test_what_is_no_receipt_is_refused(project: Project, data: bytes):
    with pytest.raises(UsageError, match="no receipt"):
        check_receipt(project, data, b"sheet.txt")


def test_the_receipt_of_another_project_is_refused(project: Project):
    sheet = receipt_text(project).replace(project.file.uuid, "0" * 32).encode()
    with pytest.raises(UsageError, match="no receipt"):
        check_receipt(project, sheet, b"sheet.txt")


def test_no_sheet_is_written_into_the_collection(project: Project, tmp_path: Path):
    with pytest.raises(UsageError):
        write_receipt(project, tmp_path / "stills" / "sheet.txt")
    assert write_receipt(project, tmp_path / "sheet.txt") == (tmp_path / "sheet.txt").stat().st_size


def test_the_command_line_writes_it_and_compares_with_it(
    project: Project, tmp_path: Path, person: Person
):
    sheet, path, kept = tmp_path / "sheet.txt", project.path, tmp_path / "kept.ddesk"
    project.file.copy_to(kept)
    project.file.set_setting("a", 1)
    project.close()
    written = person.says("verify", path, "--write-receipt", sheet).row("receipt")
    assert written["size_bytes"] == sheet.stat().st_size
    assert person.says("verify", path, "--receipt", sheet).row("verify")["findings"] == 0
    path.unlink()
    shutil.copy(kept, path)
    found = person.says("verify", path, "--receipt", sheet, code=1)
    assert [one["subject"] for one in found.all("finding")] == ["ledger"]
    person.says("verify", path, "--receipt", tmp_path / "missing.txt", code=2)
