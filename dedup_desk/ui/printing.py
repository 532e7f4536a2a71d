"""A page of evidence as PDF, made by a child process (`ui/paper.py`).

Qt has what a PDF needs (fonts embedded, Chinese among them), so nothing else is depended on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.evidence.as_page import Word, evidence_page
from dedup_desk.services.evidence.page import Evidence
from dedup_desk.services.reports.languages import LANGUAGE_TAG
from dedup_desk.ui.paper import PAGE, PAGES

_PATIENCE_S: Final = 600.0
PAINTER: Final = ("-m", "dedup_desk.ui.paper")
"""What Python is told, to be the child."""

_FOOT = QT_TRANSLATE_NOOP("Messages", "{title} · page {page} of {pages}")


def page_as_pdf(evidence: Evidence, word: Word) -> bytes:
    """Return the page as a PDF with its fonts embedded; blocks for a second or so.

    Raises:
        RuntimeError: the child died; what it said is in the text.
    """
    foot = message(_FOOT, title=evidence.title, page=PAGE, pages=PAGES)
    asked = {
        "title": word(evidence.title),
        "foot": word(foot),
        "language": word(message(LANGUAGE_TAG)),
        "html": evidence_page(evidence, word, is_paper=True),
    }
    ended = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, *PAINTER],
        input=json.dumps(asked).encode("ascii"),
        capture_output=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    if ended.returncode != 0:
        raise RuntimeError(f"no PDF was made: {ended.stderr.decode('utf-8', 'replace')[-2000:]}")
    return ended.stdout
