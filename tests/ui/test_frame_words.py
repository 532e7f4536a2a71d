"""The Chinese catalogue uses the words of Hong Kong's archives, and none that read foreign."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from dedup_desk.ui import resources
from dedup_desk.ui.text import Catalogues

AVOIDED = [
    "正本",
    "冗餘",
    "重覆",
    "叢集",
    "聚類",
    "登記",
    "註冊",
    "配準",
    "內點",
    "浮水印",
    "造假",
    "變體",
    "審查",
    "四眼",
    "車道",
    "通道",
    "採樣",
    "審計",
    "政策",
    "否決權",
    "退役",
    "註銷",
    "恢復",
    "撤銷",
    "清除",
    "凍結",
    "帳本",
    "記錄",
    "哈希",
    "中繼資料",
    "後設資料",
    "洋蔥",
    "分辨率",
    "解析度",
    "軟體",
    "數位",
    "網路",
]

CODE_WORDS = ["ledger", "canonical", "retire", "inlier", "registered", "cluster"]
TYPED = re.compile(r"\{\w+\}|--\w+|`[^`]*`|\(retire, restore and recover ")

SETTLED = {
    "Kept copy": "主檔",
    "Redundant copies": "多餘副本",
    "Identical file": "檔案完全相同",
    "Colour corrected": "調色",
    "Another scan": "另一掃描本",
    "Watermark or logo": "加上水印或標誌",
    "Needs a person": "待人手判斷",
    "Same form, other content": "版面相同，內容不同",  # noqa: RUF001 - Chinese comma
    "Not a duplicate": "並非重複",
}

QT_WORDS = {
    "QFileDialog": ("Look in:", "Parent Directory", "Files of type:", "&New Folder", "Directory:"),
    "QFileSystemModel": ("Name", "Size", "Type", "Date Modified"),
    "QPlatformTheme": ("OK", "Cancel", "Close", "Discard", "Restore Defaults", "&Yes", "&No"),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Select All"),
}


def translations():
    """Return (English, Chinese) of every text of ours and of the overlay."""
    folder = resources.folder() / "i18n"
    for name in ("dedup_desk_zh_HK.ts", "qtbase_overlay_zh_HK.ts"):
        tree = ElementTree.parse(folder / name)
        for message in tree.iter("message"):
            text = "".join(message.find("translation").itertext()).strip()
            yield message.findtext("source"), text


def test_no_word_reads_foreign():
    odd = [(word, text) for _, text in translations() for word in AVOIDED if word in text]
    assert odd == []


def test_in_english_too_the_words_of_the_code_stay_in_the_code():
    """What is typed stands as it is typed: options, commands, values of a list, names of fields."""
    odd = [
        (word, source)
        for source, _ in translations()
        for word in CODE_WORDS
        if word in TYPED.sub("", source).lower()
    ]
    assert odd == []


def test_nothing_is_left_untranslated():
    assert [source for source, text in translations() if not text] == []


@pytest.mark.parametrize(("english", "chinese"), SETTLED.items(), ids=str)
def test_settled_terms_stand(english, chinese):
    assert {text for source, text in translations() if source == english} == {chinese}


def test_qts_own_dialogs_use_them_too(qapp):
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    catalogues.install("zh_HK")
    try:
        said = [
            QCoreApplication.translate(context, text)
            for context, texts in QT_WORDS.items()
            for text in texts
        ]
    finally:
        catalogues.install("en")
    assert [text for text in said if any(word in text for word in AVOIDED)] == []
    assert all(any("\u4e00" <= char <= "\u9fff" for char in text) for text in said)
