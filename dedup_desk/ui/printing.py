"""A page of evidence as PDF or on a printer, made by a child process (`ui/paper.py`).

Qt has what a PDF needs (fonts embedded, Chinese among them), so nothing else is depended on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from typing import Final

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.evidence.as_page import Word, evidence_page
from dedup_desk.services.evidence.page import Evidence
from dedup_desk.services.reports.languages import LANGUAGE_TAG
from dedup_desk.ui.paper import PAGE, PAGES, PRINTED
from dedup_desk.ui.viewmodels.doors import Sheets

_PATIENCE_S: Final = 600.0
PAINTER: Final = ("-m", "dedup_desk.ui.paper")
"""What Python is told, to be the child."""

_NOT_PRINTED = QT_TRANSLATE_NOOP(
    "Messages",
    "The page was not printed: the printer {printer} did not take it. Nothing was changed. See"
    " whether it is switched on, or write the page as a PDF file (Ctrl+E).",
)
_FOOT = QT_TRANSLATE_NOOP("Messages", "{title} · page {page} of {pages}")


def page_as_pdf(evidence: Evidence, word: Word) -> bytes:
    """Return the page as a PDF with its fonts embedded; blocks for a second or so.

    Raises:
        RuntimeError: the child died; what it said is in the text.
    """
    return _asked(_document(evidence, word)).stdout


def print_page(evidence: Evidence, word: Word, sheets: Sheets) -> None:
    """Print the same page; blocks until the printer's queue has it.

    Raises:
        SurroundingsError: the printer did not take it.
        RuntimeError: the child died; what it said is in the text.
    """
    ended = _asked({**_document(evidence, word), "sheets": asdict(sheets)})
    if ended.stdout != PRINTED:
        raise SurroundingsError(message(_NOT_PRINTED, printer=sheets.printer))


def _document(evidence: Evidence, word: Word) -> dict[str, object]:
    foot = message(_FOOT, title=evidence.title, page=PAGE, pages=PAGES)
    return {
        "title": word(evidence.title),
        "foot": word(foot),
        "language": word(message(LANGUAGE_TAG)),
        "html": evidence_page(evidence, word, is_paper=True),
    }


def _asked(document: dict[str, object]) -> subprocess.CompletedProcess[bytes]:
    ended = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, *PAINTER],
        input=json.dumps(document).encode("ascii"),
        capture_output=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    if ended.returncode != 0:
        raise RuntimeError(
            f"nothing was put on paper: {ended.stderr.decode('utf-8', 'replace')[-2000:]}"
        )
    return ended
