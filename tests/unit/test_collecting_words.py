"""What lupdate would misread in silence is said aloud: it does not know Python, it guesses."""

import importlib.util
import sys

import pytest

from tests.helpers.source_tree import CHECKOUT


@pytest.fixture(scope="module")
def translate():
    place = CHECKOUT / "packaging" / "translate.py"
    spec = importlib.util.spec_from_file_location("dedup_desk_translate", place)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def collected(translate, tmp_path, monkeypatch):
    """Return a function: source text -> what is marked in it, as (context, text, comment)."""
    monkeypatch.setattr(translate, "CHECKOUT", tmp_path)

    def collect(source):
        (tmp_path / "probe.py").write_text(source, "utf-8")
        found = translate.marked_texts(tmp_path / "probe.py")
        return [(key.context, key.source, key.comment) for key in found]

    return collect


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('A = QT_TRANSLATE_NOOP("Messages", "one {x}")', ("Messages", "one {x}", "")),
        ('A = QT_TRANSLATE_NOOP("Messages", "two " "parts")', ("Messages", "two parts", "")),
        ('class W:\n    def f(self): self.tr("hello")', ("W", "hello", "")),
        ('class W:\n    def f(self): self.tr("%n files", "", 3)', ("W", "%n files", "")),
        ('class W:\n    def f(self): self.tr("open", "verb")', ("W", "open", "verb")),
        ('QCoreApplication.translate("Keys", "Space")', ("Keys", "Space", "")),
    ],
)
def test_a_plain_literal_is_collected(collected, source, wanted):
    assert collected(source) == [wanted]


@pytest.mark.parametrize(
    "source",
    [
        'QT_TRANSLATE_NOOP("Messages", f"{count} files")',
        'QT_TRANSLATE_NOOP("Messages", text)',
        'class W:\n    def f(self): self.tr("a %s" % name)',
    ],
)
def test_a_computed_text_is_refused(translate, collected, source):
    with pytest.raises(translate.UnreadableMarkError, match=r"probe\.py:\d: mark a plain literal"):
        collected(source)


def test_looking_up_what_was_marked_elsewhere_is_no_mark(collected):
    assert collected('QCoreApplication.translate("Messages", message.template)') == []


@pytest.mark.parametrize(
    ("source", "translation", "is_right"),
    [
        ("{count} files in {folder}", "{folder} 有 {count} 個檔案", True),
        ("{count} files", "{number} 個檔案", False),
        ("{count} files", "個檔案", False),
        ("%1 of %2", "%2 之 %1", True),
        ("%n file(s)", "%n 個檔案", True),
        ("{count} files", "{count 個檔案", False),
    ],
)
def test_a_translation_fills_in_the_same_fields(translate, source, translation, is_right):
    entries = {translate.Key("Messages", source): translate.Entry((translation,), is_finished=True)}
    faults = list(translate._wrong_texts("zh_HK", entries))
    assert (faults == []) is is_right


def test_a_missing_word_is_named(translate):
    entries = {translate.Key("Messages", "Stop"): translate.Entry(("",), is_finished=False)}
    assert list(translate._wrong_texts("zh_HK", entries)) == [
        "zh_HK has no finished text for Key(context='Messages', source='Stop', comment='')"
    ]
    assert list(translate._wrong_texts("en", entries)) == []
