"""Messages are worded in the language in force, or in English, never not at all."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from dedup_desk.core.messages import Message, message
from dedup_desk.ui import resources
from dedup_desk.ui.text import Catalogues, worded
from dedup_desk.ui.viewmodels.amounts import counted_text


@pytest.fixture
def catalogues(qapp):
    made = Catalogues(qapp, resources.folder() / "i18n")
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


def test_hong_kong_speaks_in_our_words_and_in_qts_dialogs(catalogues):
    catalogues.install("zh_HK")
    assert catalogues.missing == ()
    assert QCoreApplication.translate("Actions", "&Set aside") == "撤下"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QCoreApplication.translate("QFileDialog", "Files of type:").startswith("檔案類型")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 image"), (1204, "1,204 images"), (0, "0 images")]
)
def test_one_and_many_have_their_own_words(count, words):
    assert counted_text(count, "{count} image", "{count} images") == words


def test_no_text_leaves_the_plural_to_the_reader():
    hedged = re.compile(r"\w\(s\)")
    tree = ElementTree.parse(resources.folder() / "i18n" / "dedup_desk_en.ts")
    texts = [one.findtext("source") for one in tree.iter("message")]
    assert [text for text in texts if hedged.search(text)] == []
