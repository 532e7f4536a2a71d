"""Two themes of neutral greys that can be read, and icons in the palette's ink."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from dedup_desk.ui import resources
from dedup_desk.ui.theme import CONTRAST, DARK, LIGHT, Scheme, colours, palette_of, scheme_in_force

THEMES = pytest.mark.parametrize("inks", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
GREYS = ("window", "panel", "sunken", "canvas", "raised", "line", "text", "muted")
WORDS = ("text", "muted", "accent_ink", "left", "right", "keep", "retire", "good", "danger", "info")


@THEMES
def test_greys_have_no_hue(inks):
    for name in GREYS:
        grey = getattr(inks, name)
        assert grey.red() == grey.green() == grey.blue(), name


@THEMES
def test_words_can_be_read_on_window_and_panel(inks):
    # WCAG 2.1, 1.4.3: 4.5 to 1 for text of ordinary size.
    for name in WORDS:
        for ground in (inks.window, inks.panel):
            assert contrast(getattr(inks, name), ground) >= 4.5, name
    assert contrast(inks.on_accent, inks.accent) >= 4.5


def test_words_and_frames_of_high_contrast_stand_out():
    # WCAG 2.1, 1.4.6: 7 to 1 for words; 1.4.11 asks 3 to 1 of what shows where a control is.
    for name in WORDS:
        for ground in (CONTRAST.window, CONTRAST.panel, CONTRAST.raised):
            assert contrast(getattr(CONTRAST, name), ground) >= 7, name
    assert contrast(CONTRAST.line, CONTRAST.panel) >= 7


@pytest.mark.parametrize(("scheme", "inks"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK),
                                               (Scheme.CONTRAST, CONTRAST)])  # fmt: skip
def test_a_palette_leads_back_to_its_colours(scheme, inks):
    assert colours(palette_of(scheme)) is inks


def test_a_wish_for_light_or_dark_is_heeded_whatever_the_desktop_says(qapp):
    assert scheme_in_force(Scheme.LIGHT) is Scheme.LIGHT
    assert scheme_in_force(Scheme.SYSTEM) in (Scheme.LIGHT, Scheme.DARK)


def test_an_icon_is_drawn_in_the_ink_asked_for(qapp):
    drawn = resources.drawing("keep_left", "#ff8000", 32)
    inks = {
        QColor(drawn.pixel(x, y)).name()
        for x in range(32)
        for y in range(32)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff8000"}


def test_a_name_without_a_drawing_gives_an_empty_picture_not_a_crash(qapp):
    drawn = resources.drawing("no such icon", "#ffffff", 16)
    assert all(drawn.pixelColor(x, 8).alpha() == 0 for x in range(16))


def test_every_colour_is_a_colour():
    themes = (LIGHT, DARK, CONTRAST)
    assert all(getattr(inks, f.name).isValid() for inks in themes for f in fields(inks))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
