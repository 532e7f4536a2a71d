"""Messages are worded in the language in force, or in English, never not at all."""

import pytest

from dedup_desk.core.messages import Message, message
from dedup_desk.ui.text import Catalogues, worded


@pytest.fixture
def catalogues(qapp):
    made = Catalogues(qapp)
    yield made
    made.install("en")


def test_a_message_without_a_translation_is_english(qapp):
    assert worded(message("3 of {count} files", count=1234)) == "3 of 1,234 files"


def test_a_translation_with_a_wrong_field_falls_back_to_english(qapp, monkeypatch):
    monkeypatch.setattr(
        "dedup_desk.ui.text.QCoreApplication.translate", lambda _context, _text: "{nobody}"
    )
    assert worded(message("{count} files", count=2)) == "2 files"


def test_a_message_inside_a_message_is_worded_too(qapp):
    inner = Message("the disk is full")
    assert worded(message("Stopped: {why}.", why=inner)) == "Stopped: the disk is full."


def test_another_language_takes_the_old_one_out(catalogues):
    catalogues.install("zh_HK")
    catalogues.install("en")
    assert catalogues.language == "en"
    assert worded(Message("Project")) == "Project"
