"""Text as a search compares it: case, width, and traditional, simplified or variant characters.

Folded text is for finding only; what is shown is never folded.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from dedup_desk.core.han_variants import ALIKE


def folded(text: str) -> str:
    """Return `text` so that what a person takes for the same is the same.

    Upper and lower case, full and half width, composed and decomposed accents, and Chinese
    characters that stand for one another are one.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return plain.translate(_variants())


@lru_cache(maxsize=1)
def _variants() -> dict[int, str]:
    return {ord(other): word[0] for word in ALIKE.split() for other in word[1:]}
