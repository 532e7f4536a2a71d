"""A page of evidence on paper: opened again, it has all its sheets and every word can be found."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.messages import message
from dedup_desk.engine.cv import encoded_jpeg
from dedup_desk.services.evidence.page import (
    Act,
    Evidence,
    FactLine,
    Line,
    MemberPart,
    PairPart,
    Picture,
)
from dedup_desk.services.reports.languages import words_in
from dedup_desk.ui import printing
from dedup_desk.ui.printing import page_as_pdf
from tests.helpers.pdf_text import Pdf

pytestmark = pytest.mark.timeout(60)

DIGESTS = ["49279ac06130d0bc6b39" + f"{at:044x}" for at in range(5)]
HASH = "8652179a7d2dd802daebdefe52194e70209b5ab339ad9f6a0a7c6cfb9f87f215"


def a_picture() -> Picture:
    pixels = np.full((400, 600, 3), 180, np.uint8)
    return Picture(encoded_jpeg(pixels, 80), 600, 400, message("page 1 of 1"))


def a_member(at: int) -> MemberPart:
    digest = Line(message("SHA-256"), DIGESTS[at], is_exact=True)
    path = Line(message("Path"), "香港/<b>目錄 0123456789.tif".encode())
    return MemberPart("ABCDE"[at], message("Undecided"), a_picture(), (path, digest))


def evidence(members: int) -> Evidence:
    """A page of made-up values; one pair for each image but the first."""
    row = FactLine(message("Size"), "110 kB", None, "A !", is_equal=False)
    said = (message("Not aligned"),)
    pairs = tuple(
        PairPart(message("{b} compared with {a}", a="A", b="ABCDE"[at]), ("A", "ABCDE"[at]),
                 said, None, a_picture(), (), (row,) * 20, ())
        for at in range(1, members)
    )  # fmt: skip
    act = Act("2026-11-21 08:10:48 UTC", "Wong (wong@desk)", message("Not moved"),
              message("A"), ("note",), message("Entry {number}", number=3), HASH)  # fmt: skip
    return Evidence(
        message("Evidence of group {group}", group="49279ac06130"), "49279ac06130", (),
        message("Undecided"), tuple(map(a_member, range(members))), pairs, (), (), (act,), (),
        (message("nothing"),),
    )  # fmt: skip


@pytest.mark.parametrize("members", [2, 5])
def test_all_sheets_are_there_and_every_digest_can_be_found(members: int):
    pdf = Pdf.read(page_as_pdf(evidence(members), words_in("en")))
    images = 1 + (members > 2)
    assert len(pdf.sheets) == images + (members - 1) + 1
    whole = "".join(pdf.sheets)
    assert all(digest in whole for digest in DIGESTS[:members])
    assert HASH in whole
    for at, sheet in enumerate(pdf.sheets, start=1):
        assert sheet.endswith(f"page{at}of{len(pdf.sheets)}")


def test_chinese_is_found_as_it_is_typed_and_no_name_is_mark_up():
    pdf = Pdf.read(page_as_pdf(evidence(2), words_in("zh_HK")))
    whole = "".join(pdf.sheets)
    assert "香港/<b>目錄0123456789.tif" in whole
    assert "本頁不能證明的事" in whole
    assert "\ufffd" not in whole


def test_a_child_that_dies_is_told_with_its_words(monkeypatch: pytest.MonkeyPatch):
    page = "no document at all"
    monkeypatch.setattr(printing, "PAINTER", ("-c", f"raise SystemExit('{page}')"))
    with pytest.raises(RuntimeError, match=page):
        page_as_pdf(evidence(2), words_in("en"))
