"""How the window looks: two palettes of neutral greys and one accent, and the fonts.

Greys carry no hue, so that nothing on the screen tints the judgement of a picture. One accent,
amber, means "this is proposed" and nothing else. Colour never speaks alone: whoever uses `good`,
`bad` or the tints of the two panes adds a letter, a word or a shape.

`QStyleHints.setColorScheme` changes nothing on plain X11 and offscreen (QTBUG-129917), so the
palettes are our own; widgets ask `colours(palette)` when they paint and so follow every switch.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette


class Scheme(StrEnum):
    """Which palette a person wants; `SYSTEM` follows the desktop where it tells."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of the window; greys have equal parts.

    Attributes:
        window, panel, sunken: behind everything; a card on it; a track or field within a card.
        canvas: behind pictures.
        raised, line: a button or hovered row; separators and frames.
        text, muted: words; secondary words (4.5 to 1 or better on window and panel).
        accent, on_accent, accent_ink: the amber fill, words on it, amber words on a panel.
        left, right: tints of the panes A and D, always with the letter.
        keep, retire: what will stay, what will be set aside.
        good, danger, info: states; always beside a word or a shape.
    """

    window: QColor
    panel: QColor
    sunken: QColor
    canvas: QColor
    raised: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    accent_ink: QColor
    left: QColor
    right: QColor
    keep: QColor
    retire: QColor
    good: QColor
    danger: QColor
    info: QColor


DARK = Colours(
    window=QColor("#232323"),
    panel=QColor("#2d2d2d"),
    sunken=QColor("#1b1b1b"),
    canvas=QColor("#1e1e1e"),
    raised=QColor("#3a3a3a"),
    line=QColor("#464646"),
    text=QColor("#ebebeb"),
    muted=QColor("#a8a8a8"),
    accent=QColor("#f0b44c"),
    on_accent=QColor("#1c1c1c"),
    accent_ink=QColor("#f2bd62"),
    left=QColor("#f2bd62"),
    right=QColor("#c3a6f0"),
    keep=QColor("#f2bd62"),
    retire=QColor("#ee8577"),
    good=QColor("#6cc495"),
    danger=QColor("#ee8577"),
    info=QColor("#7db2ee"),
)

LIGHT = Colours(
    window=QColor("#e9e9e9"),
    panel=QColor("#f8f8f8"),
    sunken=QColor("#dedede"),
    canvas=QColor("#8a8a8a"),
    raised=QColor("#ffffff"),
    line=QColor("#c6c6c6"),
    text=QColor("#1d1d1d"),
    muted=QColor("#595959"),
    accent=QColor("#f0b44c"),
    on_accent=QColor("#1c1c1c"),
    accent_ink=QColor("#8a5300"),
    left=QColor("#8a5300"),
    right=QColor("#6a3fb0"),
    keep=QColor("#8a5300"),
    retire=QColor("#b3261e"),
    good=QColor("#1d6f42"),
    danger=QColor("#b3261e"),
    info=QColor("#1f5fa8"),
)

CONTRAST = Colours(
    window=QColor("#000000"),
    panel=QColor("#0c0c0c"),
    sunken=QColor("#000000"),
    canvas=QColor("#1e1e1e"),
    raised=QColor("#242424"),
    line=QColor("#bdbdbd"),
    text=QColor("#ffffff"),
    muted=QColor("#dcdcdc"),
    accent=QColor("#ffd44d"),
    on_accent=QColor("#000000"),
    accent_ink=QColor("#ffdb70"),
    left=QColor("#ffdb70"),
    right=QColor("#dccbff"),
    keep=QColor("#ffdb70"),
    retire=QColor("#ffb0a5"),
    good=QColor("#8fe8b7"),
    danger=QColor("#ffb0a5"),
    info=QColor("#a9d1ff"),
)
"""Words at 10 to 1 or better, and a frame that is seen round everything."""

_TOKENS = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}

_LATIN = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "Ubuntu")
_CHINESE = {"win32": "Microsoft JhengHei UI", "darwin": "PingFang HK"}
_CHINESE_ELSEWHERE = "Noto Sans CJK HK"
_LAST = "DejaVu Sans"


def colours(palette: QPalette) -> Colours:
    """Return the colours that belong to the palette a widget paints with."""
    window = palette.color(QPalette.ColorRole.Window)
    known = (one for one in _TOKENS.values() if one.window == window)
    return next(known, DARK if window.lightness() < 128 else LIGHT)


def scheme_in_force(wanted: Scheme) -> Scheme:
    """Return which palette: the wish, or what the desktop says, or dark where it is silent."""
    if wanted is not Scheme.SYSTEM:
        return wanted
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    system = hints.colorScheme()
    return Scheme.LIGHT if system is Qt.ColorScheme.Light else Scheme.DARK


def palette_of(scheme: Scheme) -> QPalette:
    """Return the palette of a scheme for the Fusion style; `SYSTEM` counts as dark."""
    tokens = _TOKENS.get(scheme, DARK)
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, colour)
    for role in _WORD_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, _faded(tokens))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, tokens.line)
    return palette


def fonts_of(language: str) -> QFont:
    """Return the application font: a real Latin family first, Hong Kong glyphs behind it.

    Without explicit families the fallback of Chinese glyphs follows the process locale and shows
    Japanese shapes under `C.UTF-8`.
    """
    chinese = _CHINESE.get(sys.platform, _CHINESE_ELSEWHERE)
    present = set(QFontDatabase.families())
    latin = [family for family in _LATIN if family in present]
    families = [*latin, chinese, _LAST] if not language.startswith("zh") else [chinese, *latin]
    font = QFont()
    font.setFamilies([family for family in families if family in present] or [_LAST])
    font.setPointSizeF(10.5)
    return font


def has_chinese_font() -> bool:
    """True where Chinese glyphs will be glyphs and not boxes."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.TraditionalChinese))


_WORD_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def _roles(tokens: Colours) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Link: tokens.info,
        role.LinkVisited: tokens.info,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Light: tokens.raised,
        role.Midlight: tokens.raised,
        role.Mid: tokens.line,
        role.Dark: tokens.line,
        role.Shadow: tokens.sunken,
    }


def _faded(tokens: Colours) -> QColor:
    words, behind = tokens.text, tokens.window
    mixed = [(3 * one + 4 * two) // 7 for one, two in zip(_rgb(words), _rgb(behind), strict=True)]
    return QColor(*mixed)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
