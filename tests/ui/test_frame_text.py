"""Messages are worded in the language in force, or in English, never not at all."""

import pytest
from PySide6.QtCore import QCoreApplication

from dedup_desk.core.messages import Message, message
from dedup_desk.ui import resources
from dedup_desk.ui.text import Catalogues, worded


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


def test_english_knows_one_and_many(catalogues):
    catalogues.install("en")
    panel = "QuarantinePanel"
    one, many = (
        QCoreApplication.translate(panel, "%Ln image(s) in quarantine", None, count)
        for count in (1, 1204)
    )
    assert (one, many) == ("1 image in quarantine", "1,204 images in quarantine")
