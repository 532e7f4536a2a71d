"""Bookmarks: bound to contents, the newest word about one holds."""

from dedup_desk.core.bookmarks import Bookmark, bookmark_draft, bookmark_of
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.ledger import EventDraft, EventKind
from tests.helpers.builders import a_digest
from tests.helpers.projects import a_project

ONE, OTHER = a_digest("one"), a_digest("other")
GROUP, PAIR = ContentPair.of(ONE, ONE), ContentPair.of(OTHER, ONE)


def test_a_bookmark_is_read_as_it_was_written():
    for said in (Bookmark(GROUP), Bookmark(PAIR, is_set=False)):
        assert bookmark_of(bookmark_draft(said)) == said
    assert bookmark_of(EventDraft(EventKind.AUDIT_RUN, {})) is None


def test_the_project_keeps_them_and_forgets_what_is_taken_away(tmp_path):
    with a_project(tmp_path) as project:
        for said in (Bookmark(GROUP), Bookmark(PAIR), Bookmark(GROUP, is_set=False)):
            project.append((bookmark_draft(said),))
        assert project.bookmarks() == {PAIR}
        assert project.verify_chain() == ()
