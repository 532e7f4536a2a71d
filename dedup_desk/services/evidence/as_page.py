"""A page of evidence as HTML: one self-contained file, for a browser or to be laid out on paper.

Nothing in it runs and nothing is fetched. Every text that is not ours (names, captions, notes) is
one line without control or bidirectional characters, escaped, and isolated from its neighbours. The
mark-up is plain tables and paragraphs: what lays it out for paper knows little more.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

from dedup_desk.core.display import display_text
from dedup_desk.core.fact_cells import Cell
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.services.evidence.page import Evidence, Picture
from dedup_desk.services.reports.as_html import template_named
from dedup_desk.services.reports.languages import LANGUAGE_TAG

Word = Callable[[Message], str]

_NOTHING = "\u2014"


def evidence_page(evidence: Evidence, word: Word, *, is_paper: bool = False) -> str:
    """Return the page in the language that `word` speaks.

    Args:
        evidence: what it says.
        word: words messages.
        is_paper: in the style sheet that Qt's rich text understands.
    """

    def said(cell: Cell) -> str:
        if cell is None:
            return _NOTHING
        if isinstance(cell, bytes):
            return display_text(cell)
        return one_line(word(cell) if isinstance(cell, Message) else cell)

    names = {name: one_line(word(message(text))) for name, text in _HEADINGS.items()}
    return template_named("evidence.html").render(
        page=evidence,
        said=said,
        data=_as_data,
        fitted=_fitted,
        names=names,
        language=word(message(LANGUAGE_TAG)),
        is_paper=is_paper,
    )


def page_as_html(evidence: Evidence, word: Word) -> bytes:
    """Return the page as a self-contained UTF-8 file for a browser."""
    return evidence_page(evidence, word).encode("utf-8")


def one_line(text: str) -> str:
    """Return a text as one line that fools nobody: no control, bidi or lone surrogate left."""
    line = " ".join(text.split())
    return display_text(line.encode("utf-8", "backslashreplace")) if line else ""


def _as_data(picture: Picture) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(picture.jpeg).decode("ascii")


def _fitted(picture: Picture, wide_px: int, high_px: int) -> tuple[int, int]:
    """Return the size at which a picture fits a box, never enlarged."""
    share = min(wide_px / picture.width_px, high_px / picture.height_px, 1.0)
    return max(round(picture.width_px * share), 1), max(round(picture.height_px * share), 1)


_HEADINGS = {
    "state": QT_TRANSLATE_NOOP("Messages", "State"),
    "images": QT_TRANSLATE_NOOP("Messages", "Images"),
    "compared": QT_TRANSLATE_NOOP("Messages", "Compared"),
    "others": QT_TRANSLATE_NOOP("Messages", "Compared with each other"),
    "no_picture": QT_TRANSLATE_NOOP("Messages", "No picture: the file cannot be shown."),
    "regions": QT_TRANSLATE_NOOP("Messages", "Where they differ"),
    "facts": QT_TRANSLATE_NOOP("Messages", "Facts"),
    "fact": QT_TRANSLATE_NOOP("Messages", "Fact"),
    "mark": QT_TRANSLATE_NOOP("Messages", "Mark"),
    "legend": QT_TRANSLATE_NOOP(
        "Messages",
        "= equal, ≠ differs, a letter: only that image has it, !: it would be lost with it.",
    ),
    "unsaid": QT_TRANSLATE_NOOP("Messages", "Neither has:"),
    "proposal": QT_TRANSLATE_NOOP("Messages", "Proposal"),
    "acts": QT_TRANSLATE_NOOP("Messages", "Decisions and moves"),
    "no_acts": QT_TRANSLATE_NOOP("Messages", "Nobody has decided anything about these images."),
    "when": QT_TRANSLATE_NOOP("Messages", "When"),
    "who": QT_TRANSLATE_NOOP("Messages", "Who"),
    "what": QT_TRANSLATE_NOOP("Messages", "What"),
    "about": QT_TRANSLATE_NOOP("Messages", "Image"),
    "reason": QT_TRANSLATE_NOOP("Messages", "Reason"),
    "erased": QT_TRANSLATE_NOOP("Messages", "(erased)"),
    "hash": QT_TRANSLATE_NOOP("Messages", "Hash"),
    "ledger": QT_TRANSLATE_NOOP("Messages", "Decision history"),
    "limits": QT_TRANSLATE_NOOP("Messages", "What this page does not prove"),
}
