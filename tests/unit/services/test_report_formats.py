"""Report formats: exact names survive, nothing runs, counts agree."""

from __future__ import annotations

import base64
import csv
import io
import json
from html.parser import HTMLParser

import pytest

from dedup_desk.core.messages import Message, message
from dedup_desk.services.reports.as_csv import write_csv
from dedup_desk.services.reports.as_html import write_html
from dedup_desk.services.reports.as_json import write_json
from dedup_desk.services.reports.languages import words_in
from dedup_desk.services.reports.tables import Fact, Group, Report, Table

NAMES = [
    b"plain.jpg",
    b"=1+1.jpg",
    b"-rf",
    b"@cmd.png",
    b"two\nlines.jpg",
    b"\xff\xfe.jpg",
    b"</td><script>alert(1)</script>.jpg",
    "evil\u202egpj.exe".encode(),
    '香港, "quoted".tif'.encode(),
]


@pytest.fixture
def report() -> Report:
    rows = [(name, number, None) for number, name in enumerate(NAMES)]
    table = Table("files", message("Files <all>"), ("path", "number", "note"), rows)
    facts = (Fact("rows", message("Rows"), len(rows)), Fact("x", message("X"), message("y <b>")))
    groups = (Group("<i>group</i>", ((b"\xff\xd8jpeg", message("caption <u>")),)),)
    return Report(message("Title & more"), facts, (table,), groups)


def test_csv_keeps_the_exact_bytes_beside_a_neutral_text(report: Report):
    text = write_csv(report, Message.english).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [base64.b64decode(row["path_b64"]) for row in rows] == NAMES
    assert not any(row["path"].startswith(("=", "+", "-", "@")) for row in rows)
    assert rows[0]["path"] == "plain.jpg"


def test_json_keeps_them_too(report: Report):
    told = json.loads(write_json(report, Message.english))
    assert [base64.b64decode(row["path_b64"]) for row in told["files"]] == NAMES
    assert told["facts"] == {"rows": len(NAMES), "x": "y <b>"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_html_says_in_which_language_it_is(report: Report):
    assert b'<html lang="en">' in write_html(report, Message.english)
    assert b'<html lang="zh-Hant-HK">' in write_html(report, words_in("zh_HK"))


def test_html_shows_names_and_runs_none_of_them(report: Report):
    page = write_html(report, Message.english).decode("utf-8")
    tags = _Tags()
    tags.feed(page)
    assert "script" not in tags.seen
    assert not {"i", "u", "b"} & set(tags.seen)
    assert "default-src 'none'" in page
    assert "\u202e" not in page
    assert tags.seen.count("tr") == len(NAMES) + 1
    assert any("<script>" in text for text in tags.text)
