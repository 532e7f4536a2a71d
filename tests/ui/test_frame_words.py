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
    "Group": "群組",
    "Kind": "關係類別",
    "certain": "確定",
    "likely": "很可能",
    "check": "待核對",
    "Same picture, other data": "影像相同、資料不同",
    "Recompressed": "重新壓縮",
    "Resized": "更改尺寸",
    "Crop": "裁切",
    "Mirrored": "左右反轉",
    "Border or caption added": "加上邊框或文字",
    "Area changed": "局部改動",
    "Negative": "底片（負像）",  # noqa: RUF001 - Chinese brackets
    "Version: keep both": "屬不同版本，全部保留",  # noqa: RUF001 - Chinese comma
    "Re&view": "人手核對",
    "Read-only audit": "盤點（只讀）",  # noqa: RUF001 - Chinese brackets
    "&Undo": "復原",
    "&Redo": "重做",
    "Decision history": "決定紀錄冊",
    "Rehearsal, nothing moves": "試行（不移動檔案）",  # noqa: RUF001 - Chinese brackets
    "Caption": "圖片說明",
    "Credit": "圖片來源",
    "Byline": "攝影",
    "Rights": "版權",
    "Item no.": "藏品編號",
    "Flip": "閃動對照",
    "Wipe": "拉幕對照",
    "Overlay": "疊圖對照",
    "Difference": "差異圖",
    "Resolution": "解像度",
    "(erased)": "（已刪去）",  # noqa: RUF001 - Chinese brackets
    "&Full screen": "全屏幕",
}
"""Texts that stand on the screen exactly so."""

IN_SENTENCES = {
    r"quarantine": "隔離區",
    r"keeping rule": "保留準則",
    r"metadata": "元數據",
    r"decision history": "紀錄冊",
    r"fingerprint": "指紋",
    r"put back": "還原",
    r"kept cop(y|ies)": "主檔",
    r"redundant cop(y|ies)": "多餘副本",
    r"companion file": "附屬檔",
    r"second person": "覆核",
    r"sets? aside": "撤下",
    r"work piles?": "核對類別",
    r"panes?": "窗格",
    r"review (screen|desk)": "核對畫面",
    r"groups?": "組",
    r"matching points": "相符點",
    r"destroyed": "銷毀",
    r"near-duplicates?": "近似",
    r"bookmarks?": "書籤",
    r"watermark": "水印",
    r"aligned?": "對位",
    r"(disk|drive)s?": "磁碟",
    r"clipboard": "剪貼簿",
    r"spot check": "抽查",
    r"approver": "批核人",
    r"must-keep": "禁止撤下",
}
"""English term -> what its translation holds, wherever it stands."""

ONLY_FOR = {
    "項目": r"projects?",
    "圖片": r"captions?|credit",
    "主檔": r"kept|keep|canonical",
    "螢幕": r"(?!)",
}
"""Chinese term -> the English that it is kept for; one word never means two things."""

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


def plain(text):
    """Return a text without its menu letter."""
    return re.sub(r"\(&\w\)", "", text)


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
    assert {plain(text) for source, text in translations() if source == english} == {chinese}


@pytest.mark.parametrize(("english", "chinese"), IN_SENTENCES.items(), ids=str)
def test_a_term_is_the_same_in_every_sentence(english, chinese):
    said = re.compile(rf"\b({english})\b", re.IGNORECASE)
    odd = [
        (source, text)
        for source, text in translations()
        if said.search(re.sub(r"\{\w+\}", "", source).replace("&", "")) and chinese not in text
    ]
    assert odd == []


@pytest.mark.parametrize(("chinese", "english"), ONLY_FOR.items(), ids=str)
def test_a_chinese_term_stands_for_one_thing(chinese, english):
    meant = re.compile(rf"\b({english})\b", re.IGNORECASE | re.DOTALL)
    odd = [
        (source, text)
        for source, text in translations()
        if chinese in text and not meant.search(source.replace("&", ""))
    ]
    assert odd == []


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
