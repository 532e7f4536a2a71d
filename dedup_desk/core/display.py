"""How file names and sizes, which are bytes, become text for eyes.

Names are bytes everywhere; only here do they become text, and the text is for showing only: it is
never used to find a file again. Settled: UTF-8 first, then Big5-HKSCS (old Hong Kong discs),
marked as a guess; characters that could fool a reader (control, bidi, zero width) are spelled out.
"""

from __future__ import annotations

import unicodedata

_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
_UNITS = ("B", "kB", "MB", "GB", "TB", "PB")


def display_text(name: bytes) -> str:
    r"""Return a text that shows `name` to a person; never empty, never a surrogate, one line.

    UTF-8 is tried first, then Big5-HKSCS with "(guessed)" behind it; what is neither keeps its
    readable bytes and shows the rest as `\xNN`. Control, bidi and zero-width characters are shown
    as `\u{202E}`, so that a name cannot pretend to be another.
    """
    try:
        return _spelled(name.decode("utf-8")) or "(empty)"
    except UnicodeDecodeError:
        pass
    try:
        return _spelled(name.decode("big5hkscs")) + " (guessed)"
    except UnicodeDecodeError:
        return _spelled(name.decode("utf-8", errors="backslashreplace"))


def size_text(size_bytes: int) -> str:
    """Return a size as a person reads it, in powers of ten: "214 kB", "1.8 TB"."""
    value, unit = float(size_bytes), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    digits = 0 if unit == 0 or value >= 9.95 else 1
    return f"{value:.{digits}f} {_UNITS[unit]}"


def _spelled(text: str) -> str:
    return "".join(
        f"\\u{{{ord(char):04X}}}" if unicodedata.category(char) in _UNSEEN else char
        for char in text
    )
