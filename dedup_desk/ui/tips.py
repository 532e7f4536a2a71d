"""Tool tips that show text as it is: Qt takes what looks like markup for markup."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """Return `text` for `setToolTip`: lines kept, nothing in it read as markup.

    A file may be called `<img src=...>`; QToolTip would render it.
    """
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""
