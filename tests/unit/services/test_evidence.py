"""The page of evidence: all of a group is on it, exact, in two languages, and nothing runs."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from dedup_desk.core.decision_history import Standing
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import UsageError
from dedup_desk.core.ledger import Actor
from dedup_desk.core.messages import Message
from dedup_desk.services.bench import Depth
from dedup_desk.services.evidence import gather, write_evidence
from dedup_desk.services.evidence.acts import ledger_lines
from dedup_desk.services.evidence.as_page import evidence_page, one_line
from dedup_desk.services.evidence.group import Grouped, letter_at, state_words
from dedup_desk.services.evidence.page import Evidence, Line, PairPart
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.reports.languages import LANGUAGES, words_in
from dedup_desk.services.review_views import RowKind
from tests.helpers.review_fakes import CROP, draw_landscape, jpeg, resized

pytestmark = pytest.mark.timeout(120)

WHO = Actor("Wong <b>Siu-ming", "wong", "desk-1")
NOTE = "agreed \u202ewith the depositor, 二號膠片"
FULL = b"HKFA-1966_scan.jpg"
CROPPED = "<script>\u202e香港.jpg".encode()
CHANGED = b"two\nlines\xff.jpg"
NOW = datetime(2026, 11, 21, 8, 10, 48, tzinfo=UTC)


def drawn() -> dict[bytes, bytes]:
    """A landscape, its crop, and its smaller copy with one changed spot."""
    full = draw_landscape(19)
    left, top, wide, high = CROP
    small = resized(full, 900, 600)
    small[280:330, 500:590] = small[280:330, 500:590][:, ::-1] // 2 + 30
    crop = np.ascontiguousarray(full[top : top + high, left : left + wide])
    return {FULL: jpeg(full), CROPPED: jpeg(crop), CHANGED: jpeg(small)}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Three files of odd names, indexed; nothing is decided yet."""
    home = tmp_path_factory.mktemp("evidence")
    (home / "collection").mkdir()
    for name, data in drawn().items():
        Path(os.fsdecode(os.fsencode(home / "collection") + b"/" + name)).write_bytes(data)
    places = UserPlaces(data=home, state=home)
    with create_project(home / "made.ddesk", WHO, places) as made:
        made.add_root(os.fsencode(home / "collection"), "stills")
        run_inline(made.indexing(1, Depth.DEEP))
        yield made


@pytest.fixture(scope="module")
def group(project: Project) -> str:
    """The one group's id."""
    (row,) = (one for one in project.review().queue() if one.kind is RowKind.CLUSTER)
    assert row.member_count == len(drawn())
    return row.id


@pytest.fixture(scope="module")
def undecided(project: Project, group: str) -> Evidence:
    """The page before anybody decided."""
    return gather(project, group, NOW)


@pytest.fixture(scope="module")
def decided(project: Project, group: str, undecided: Evidence) -> Evidence:
    """The page after the proposal was accepted, with a note, and taken back for one image."""
    assert not undecided.acts
    session = project.review()
    session.decide([replace(one, note=NOTE) for one in session.accept(group)])
    return gather(project, group, NOW)


def value(lines: tuple[Line, ...], label: str) -> object:
    return next(one.value for one in lines if one.label.english() == label)


def pair_with(evidence: Evidence, project: Project, path: bytes) -> PairPart:
    paths = [value(one.lines, "Path") for one in evidence.members]
    letter = evidence.members[paths.index(path)].letter
    return next(one for one in evidence.pairs if one.letters[1] == letter)


def test_every_image_is_there_with_the_digest_of_the_index(
    undecided: Evidence, project: Project, group: str
):
    records = [one.record for one in project.review().cluster(group).members]
    told = {value(one.lines, "SHA-256") for one in undecided.members}
    assert told == {one.digest.hex() for one in records}
    assert [one.letter for one in undecided.members] == ["A", "B", "C"]
    assert value(undecided.members[0].lines, "Path") == FULL


def test_exact_bytes_of_every_path_come_back(undecided: Evidence):
    exact = [value(one.lines, "Path, exact bytes (base64)") for one in undecided.members]
    assert {base64.b64decode(str(one)) for one in exact} == {FULL, CROPPED, CHANGED}


def test_a_group_that_nobody_decided_says_so(undecided: Evidence):
    english, chinese = (evidence_page(undecided, words_in(one)) for one in LANGUAGES)
    assert "Undecided: nobody has decided about any of these 3 images." in english
    assert "Nobody has decided anything about these images." in english
    assert "未決定：這 3 張影像均未有人作出決定。" in chinese  # noqa: RUF001 - Chinese colon


def test_what_was_decided_is_there_as_the_ledger_has_it(decided: Evidence, project: Project):
    events = {one.hash: one for one in project.file.events()}
    assert len(decided.acts) == len(decided.members) - len(
        [one for one in decided.members if "Undecided" in one.standing.english()]
    )
    for act in decided.acts:
        event = events[act.hash]
        assert act.who == "Wong <b>Siu-ming (wong@desk-1)"
        assert act.at_utc[:10] == event.at_utc[:10]
        assert NOTE in act.reason
        assert act.entry.english() == f"Entry {event.seq} of chain {event.chain[:8]}"
    assert decided.members[0].standing.english() == "Kept copy"


def test_the_crop_is_framed_and_what_changed_is_numbered(undecided: Evidence, project: Project):
    crop, changed = (pair_with(undecided, project, one) for one in (CROPPED, CHANGED))
    assert crop.crop is not None
    assert "B shows: 49 %" in crop.crop.caption.english() or "49 %" in crop.crop.caption.english()
    assert changed.crop is None
    assert changed.difference is not None
    (region,) = changed.regions
    left, top = (
        int(re.search(rf"(\d+) px {one}", region.english())[1]) for one in ("from", "down")
    )
    assert abs(left - 1000) < 40
    assert abs(top - 560) < 40


def test_the_facts_mark_what_differs_by_shape(undecided: Evidence, project: Project):
    marks = {one.name.english(): one.mark for one in undecided.pairs[0].facts}
    assert marks["Pixels"] == "≠"
    assert marks["Format"] == "="
    names = {one.english() for one in undecided.pairs[0].unsaid}
    assert "Caption" in names
    assert not names & set(marks)


def test_a_proposal_that_answers_made_void_is_said_to_stand_no_more(
    decided: Evidence, project: Project, group: str
):
    assert not any("stands no more" in one.english() for one in decided.proposal)
    session = project.review()
    kept = session.cluster(group).members[0].decision
    assert kept is not None
    session.decide([replace(kept, verdict=Verdict.VARIANT)])
    said = gather(project, group, NOW).proposal
    session.decide([kept])
    assert said[-1].english().endswith("that stands no more, because it has another answer.")


def test_the_check_of_the_chain_is_said_either_way(project: Project):
    events = project.file.events()
    good = value(ledger_lines(events), "Check of the chain")
    assert isinstance(good, Message)
    assert f"all {len(events)} entries agreed" in good.english()
    forged = (*events[:-1], replace(events[-1], at_utc="2001-01-01T00:00:00.000000Z"))
    bad = value(ledger_lines(forged), "Check of the chain")
    assert isinstance(bad, Message)
    assert "disagreed with itself" in bad.english()


def test_people_who_contradict_each_other_are_told(project: Project, group: str):
    made = Grouped.of(session := project.review(), session.cluster(group))
    second = made.members[1].record
    other = Decision(second.seen, Verdict.VARIANT)
    held = Standing(Decision(second.seen, Verdict.RETIRE), "e", "2026", WHO, (other,))
    said = state_words(made, {second.place: held}).english()
    assert "decided differently about B:" in said
    assert "differently" not in state_words(made, {}).english()


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.language: str | None = None
        self.sources: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        known = dict(attrs)
        if tag == "html":
            self.language = known["lang"]
        self.sources += [str(known[name]) for name in ("src", "href") if name in known]


@pytest.mark.parametrize("is_paper", [False, True])
@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh_HK", "zh-Hant-HK")])
def test_the_page_stands_alone_and_runs_nothing(
    decided: Evidence, language: str, tag: str, *, is_paper: bool
):
    page = evidence_page(decided, words_in(language), is_paper=is_paper)
    read = _Page(page)
    assert read.language == tag
    assert not {"script", "b", "link", "iframe"} & set(read.tags)
    assert read.sources
    assert all(one.startswith("data:image/jpeg;base64,") for one in read.sources)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
    assert "&lt;script&gt;" in page
    for member in decided.members:
        assert str(value(member.lines, "SHA-256")) in page
    for act in decided.acts:
        assert act.hash in page


def test_chinese_leaves_no_english_sentence(decided: Evidence):
    page = evidence_page(decided, words_in("zh_HK"))
    words = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    runs = re.findall(r"(?:\b[a-z]{2,}\b[ ,]+){3,}", words)
    assert [one for one in runs if "depositor" not in one] == []


def test_what_it_does_not_prove_is_said(decided: Evidence):
    said = " ".join(one.english() for one in decided.limits)
    assert "renderings at 8 bits" in said
    assert "nobody checked them" in said


def test_a_file_that_is_gone_is_shown_by_its_preview_and_not_vouched_for(
    project: Project, group: str
):
    (root,) = project.roots()
    gone = Path(os.fsdecode(root.folder + b"/" + CHANGED))
    away = gone.with_name("away")
    gone.rename(away)
    try:
        page = gather(project, group, NOW)
    finally:
        away.rename(gone)
    (part,) = (one for one in page.members if value(one.lines, "Path") == CHANGED)
    assert part.picture is not None
    assert part.picture.caption.english().startswith("Stored preview")
    content = value(part.lines, "Content")
    assert isinstance(content, Message)
    assert "could not be read" in content.english()
    assert pair_with(page, project, CHANGED).difference is None


@pytest.mark.parametrize(
    ("name", "group_id", "language"),
    [
        ("page.html", "nobody", "en"),
        ("page.pdf", None, "en"),
        ("page.html", None, "fr"),
        ("collection/page.html", None, "en"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_there(
    project: Project, group: str, name: str, group_id: str | None, language: str
):
    output = project.path.parent / name
    with pytest.raises(UsageError, match="Nothing was written"):
        write_evidence(project, group_id or group, output, language)
    assert not output.exists()


def test_a_page_is_written_whole(project: Project, group: str, tmp_path: Path):
    output = tmp_path / "page.html"
    assert write_evidence(project, group, output, "zh_HK") == output.stat().st_size
    assert output.read_text("utf-8").rstrip().endswith("</html>")


def test_letters_go_on_after_z():
    assert [letter_at(at) for at in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("two\nlines\there", "two lines here"),
        ("evil\u202egpj", "evil\\u{202E}gpj"),
        ("half \ud800", "half \\ud800"),
        ("  ", ""),
    ],
)
def test_no_text_fools_a_reader(found: str, shown: str):
    assert one_line(found) == shown
