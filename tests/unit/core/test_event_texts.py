"""Everything a person recorded is in the history: by kind, by its words, and by the files named."""

import pytest

from dedup_desk.core.bookmarks import Bookmark, bookmark_draft
from dedup_desk.core.chronicle import Chronicle, HistoryQuery, choose
from dedup_desk.core.decision_events import StepMark, decision_drafts
from dedup_desk.core.decisions import ContentPair, DecidedBy
from dedup_desk.core.event_texts import EventGroup
from dedup_desk.core.hand_alignment import HandAlignment, alignment_draft
from dedup_desk.core.joins import Join, Part, join_draft, read_join
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.named_files import MOST_NAMED, file_pieces
from dedup_desk.core.pairs import IDENTITY
from dedup_desk.core.records import Digest, FilePlace
from tests.helpers.ledgers import Scribe, keep, retire

ONE, OTHER = Digest(b"1" * 32), Digest(b"2" * 32)
ABOUT = ContentPair.of(ONE, OTHER)
PARTS = (
    Part("3f2a91bc0d44", 2, (FilePlace("masters", b"a.tif"), FilePlace("masters", b"b.jpg"))),
    Part("", 1, (FilePlace("press", "街景.jpg".encode()),)),
)


@pytest.fixture
def told():
    """A decision, a note to it, a rule, a join, an alignment, a bookmark and a batch."""
    scribe = Scribe("chain")
    scribe.decide(retire("x.jpg"))
    noted = retire("x.jpg", note="see the letter of 3 May")
    scribe.write(*decision_drafts([noted], StepMark("n", label="note")))
    scribe.decide(retire("y.jpg", decided_by=DecidedBy.RULE, rule="proposals 1"))
    scribe.write(
        join_draft(Join(ABOUT, note="one print"), StepMark("j", label="join"), "row", PARTS),
        alignment_draft(
            HandAlignment(ONE, OTHER, IDENTITY), StepMark("a"), "row",
            file_pieces("left", PARTS[0].places),
        ),
        bookmark_draft(Bookmark(ABOUT), "row-7", PARTS[1].places[0]),
        EventDraft(EventKind.BATCH_FROZEN, {"batch": "batch-2026"}),
    )  # fmt: skip
    return Chronicle.of(scribe.events)


def kinds(told, text="", group=None):
    return [told.events[at].kind for at in choose(told, HistoryQuery(text, group=group)).events]


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        (EventGroup.DECISIONS, EventKind.DECISION_MADE),
        (EventGroup.NOTES, EventKind.DECISION_MADE),
        (EventGroup.RULES, EventKind.DECISION_MADE),
        (EventGroup.JOINS, EventKind.JOIN_SET),
        (EventGroup.ALIGNMENTS, EventKind.ALIGNMENT_SET),
        (EventGroup.BOOKMARKS, EventKind.BOOKMARK_SET),
        (EventGroup.MOVES, EventKind.BATCH_FROZEN),
    ],
)
def test_each_kind_of_act_has_its_own_entry_in_the_filter(told, group, kind):
    assert kinds(told, group=group) == [kind]


def test_every_kind_that_is_counted_sums_to_all_events(told):
    assert sum(choose(told, HistoryQuery()).by_group.values()) == len(told.events)
    assert EventGroup.OTHER not in choose(told, HistoryQuery()).by_group


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LETTER may", EventKind.DECISION_MADE),
        ("x.jpg letter", EventKind.DECISION_MADE),
        ("proposals", EventKind.DECISION_MADE),
        ("one print", EventKind.JOIN_SET),
        ("3f2a91bc", EventKind.JOIN_SET),
        ("batch-2026", EventKind.BATCH_FROZEN),
        ("row-7", EventKind.BOOKMARK_SET),
    ],
)
def test_notes_rules_groups_and_batches_are_found_by_their_words(told, text, kind):
    assert kinds(told, text) == [kind]


def test_words_that_no_event_says_itself_find_only_whole_paths(told):
    assert kinds(told, "x.jpg kept") == [], "two files of one event are not one path"


@pytest.mark.parametrize("text", ["a.tif", "b.jpg"])
def test_a_join_and_an_alignment_are_found_by_every_file_they_name(told, text):
    assert kinds(told, text) == [EventKind.ALIGNMENT_SET, EventKind.JOIN_SET]
    assert len(choose(told, HistoryQuery(text)).files) == 1


def test_a_bookmark_is_found_by_the_file_it_stands_at(told):
    assert kinds(told, "街景") == [EventKind.BOOKMARK_SET, EventKind.JOIN_SET]


def test_a_join_reads_as_it_was_said_groups_files_and_words():
    event = Scribe("c").write(join_draft(Join(ABOUT, note="one print"), StepMark("j"), "r", PARTS))
    made = read_join(event[0])
    assert (made.low, made.high) == PARTS
    assert made.said == Join(ABOUT, note="one print")


def test_a_join_of_an_older_program_that_named_no_files_still_reads():
    draft = join_draft(Join(ABOUT), StepMark("j"))
    body = {key: value for key, value in draft.body.items() if key not in ("groups", "images")}
    made = read_join(Scribe("c").write(EventDraft(draft.kind, body))[0])
    assert (made.low, made.high, made.said) == (Part(), Part(), Join(ABOUT))


def test_of_a_huge_group_so_many_files_are_named_in_order_and_the_count_is_true():
    places = tuple(FilePlace("masters", b"%04d.jpg" % n) for n in range(353))
    draft = join_draft(Join(ABOUT), StepMark("j"), None, (Part("g", 353, places), Part()))
    made = read_join(Scribe("c").write(draft)[0])
    assert made.low.places == places[:MOST_NAMED]
    assert made.low.images == 353


def test_a_decision_is_about_its_file_and_the_file_it_was_judged_against(told):
    place = retire("x.jpg").subject.place
    assert [event.kind for event in told.about(place)] == [EventKind.DECISION_MADE] * 2
    assert told.about(FilePlace("masters", b"nobody.jpg")) == ()
    assert told.story(FilePlace("masters", b"nobody.jpg")) is None
    assert len(told.about(keep("kept.jpg").subject.place)) == 3
