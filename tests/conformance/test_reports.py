"""Every report in every format: it opens, its counts agree, odd names come back exactly."""

import base64
import csv
import io
import json
import os
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dedup_desk.core.errors import UsageError
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import create_project
from dedup_desk.services.reports import FORMATS, REPORTS, write_report
from dedup_desk.services.reviewing import QueueQuery
from tests.helpers.made_pictures import encoded, photo

pytestmark = pytest.mark.timeout(120)
EVERY_REPORT = pytest.mark.parametrize("kind", sorted(REPORTS))
EVERY_FORMAT = pytest.mark.parametrize("suffix", sorted(FORMATS))

ORIGINAL = encoded(photo(640, 480, seed=11), quality=95)
COPIES = {
    b"harbour.jpg": ORIGINAL,
    b"two\nlines.jpg": ORIGINAL,
    b"\xff\xfe.jpg": encoded(photo(640, 480, seed=11), quality=60),
    b"=1+1.jpg": encoded(photo(640, 480, seed=11), quality=80),
    "<script>\u202e香港.jpg".encode(): encoded(photo(640, 480, seed=11), "PNG"),
}
BROKEN = b"-broken\xff.jpg"
NAMES = {
    "pairs": set(COPIES),
    "clusters": set(COPIES),
    "members": set(COPIES),
    "decisions": set(COPIES),
    "unreadable": {BROKEN},
    "audit": {BROKEN},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small collection of odd names, indexed, with the proposal of its one group accepted."""
    home = tmp_path_factory.mktemp("reports")
    (home / "collection").mkdir()
    for name, data in {**COPIES, BROKEN: ORIGINAL[:900]}.items():
        Path(os.fsdecode(os.fsencode(home / "collection") + b"/" + name)).write_bytes(data)
    places = UserPlaces(data=home, state=home)
    with create_project(home / "made.ddesk", places=places) as made:
        made.add_root(os.fsencode(home / "collection"), "pictures")
        run_inline(made.indexing())
        session = made.review()
        for row in session.queue(QueueQuery()):
            session.decide(session.accept(row.id))
        yield made


@pytest.fixture
def written(project, tmp_path):
    """Return a function: kind and suffix -> the report's file."""

    def write(kind, suffix):
        output = tmp_path / f"{kind}{suffix}"
        assert write_report(project, kind, output) == output.stat().st_size
        return output

    return write


def csv_rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def json_tables(path):
    told = json.loads(path.read_text("utf-8"))
    return [table for table in told.values() if isinstance(table, list)]


def json_rows(path):
    return [row for table in json_tables(path) for row in table]


def exact_names(rows):
    """Every path of some rows, from the exact bytes beside the shown text."""
    columns = [(row, name) for row in rows for name in row if name.endswith("_b64")]
    return {base64.b64decode(row[name]) for row, name in columns if row[name]}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.attributes = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


@EVERY_REPORT
def test_its_json_has_every_name_exactly(written, kind):
    rows = json_rows(written(kind, ".json"))
    assert rows
    assert exact_names(rows) <= NAMES[kind]
    assert exact_names(rows)


@EVERY_REPORT
def test_csv_has_the_rows_of_the_first_table(written, kind):
    rows = json_tables(written(kind, ".json"))[0]
    from_csv = csv_rows(written(kind, ".csv"))
    assert len(from_csv) == len(rows)
    assert exact_names(from_csv) == exact_names(rows)


@EVERY_REPORT
def test_a_spreadsheet_finds_no_formula(written, kind):
    shown = [value for row in csv_rows(written(kind, ".csv")) for value in row.values() if value]
    begins = [value for value in shown if value[0] in "=+-@\t\r" and not is_number(value)]
    assert begins == []


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


@EVERY_REPORT
def test_its_page_runs_nothing(written, kind):
    text = written(kind, ".html").read_text("utf-8")
    page = Page()
    page.feed(text)
    assert "table" in page.tags
    assert "script" not in page.tags
    assert [name for name in page.attributes if name.startswith("on")] == []
    assert "\u202e" not in text


@EVERY_REPORT
@EVERY_FORMAT
def test_it_is_the_same_every_time(written, kind, suffix):
    assert written(kind, suffix).read_bytes() == written(kind, suffix).read_bytes()


@EVERY_REPORT
@EVERY_FORMAT
def test_it_is_never_written_into_the_collection(project, kind, suffix):
    inside = Path(os.fsdecode(project.roots()[0].folder)) / f"report{suffix}"
    with pytest.raises(UsageError, match="never written to"):
        write_report(project, kind, inside)
    assert not inside.exists()


@EVERY_REPORT
def test_a_suffix_that_names_no_format_is_refused(project, tmp_path, kind):
    with pytest.raises(UsageError, match=r"choose one of .*\.csv"):
        write_report(project, kind, tmp_path / "report.doc")
    assert list(tmp_path.iterdir()) == []


def test_the_kinds_agree_on_how_many_there_are(written):
    pairs, clusters = json_rows(written("pairs", ".json")), json_rows(written("clusters", ".json"))
    members, decisions = (json_rows(written(kind, ".json")) for kind in ("members", "decisions"))
    assert len(clusters) == 1
    assert clusters[0]["members"] == len(members) == len(decisions) == len(COPIES)
    assert {pair["finding"] for pair in pairs} == {"copy"}
    assert sorted(row["verdict"] for row in members) == sorted(row["verdict"] for row in decisions)


def test_every_pair_is_told_in_one_line_whatever_the_format(written):
    rows = csv_rows(written("pairs", ".csv"))
    told = [row["statement"] for row in rows]
    assert "B is the same picture as A, compressed again; JPEG quality about 60." in told
    assert told.count("Every byte is the same.") == 1
    assert [row["statement"] for row in json_rows(written("pairs", ".json"))] == told
    page = written("pairs", ".html").read_text("utf-8")
    assert all(line in page for line in told)
