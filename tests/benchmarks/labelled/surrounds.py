"""Steps that put something round a picture: borders, mattes, captions, whole pages."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from dedup_desk.engine.sample.lettering import Lettering
from tests.benchmarks.labelled.canvas import (
    Chance,
    Colour,
    Sheet,
    Step,
    between,
    padded,
    shift,
    sized,
)
from tests.benchmarks.labelled.words import sentence


def border(share: float, fill: Colour) -> Step:
    """Put an even border round the picture; the share is of the longer edge."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        edge = round(share * max(sheet.size))
        return padded(sheet, (edge, edge, edge, edge), fill)

    return step


def letterbox(share: float, *, is_upright: bool = False) -> Step:
    """Put black bars above and below, or left and right."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        width, height = sheet.size
        bars = (round(share * width), 0) if is_upright else (0, round(share * height))
        return padded(sheet, (bars[0], bars[1], bars[0], bars[1]), (3, 3, 4))

    return step


def matte(sheet: Sheet, chance: Chance) -> Sheet:
    """Frame the picture with a bevelled mount, wider below."""
    side = round(between(chance, 0.07, 0.11) * max(sheet.size))
    thin = max(2, side // 14)
    inner = padded(sheet, (thin, thin, thin, thin), (150, 140, 125))
    inner = padded(inner, (thin, thin, thin, thin), (245, 242, 235))
    paper = tuple(int(value) for value in chance.integers(190, 240, 3))
    return padded(inner, (side, side, side, round(side * 1.4)), paper)


def polaroid(sheet: Sheet, chance: Chance) -> Sheet:
    """Frame the picture white, thick below, with a handwritten-looking line."""
    side = round(0.05 * max(sheet.size))
    framed = padded(sheet, (side, side, side, side * 4), (246, 245, 240))
    return _line(framed, sentence(chance, 4), (0.08, 1 - side * 2.4 / framed.size[1]), 0.03)


def caption_below(lines: int) -> Step:
    """Add a white strip below with so many lines of caption."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        height = sheet.size[1]
        strip = round(height * (0.03 + 0.045 * lines))
        result = padded(sheet, (0, 0, 0, strip), (255, 255, 255))
        for number in range(lines):
            y = (height * (1.015 + 0.045 * number)) / result.size[1]
            result = _line(result, sentence(chance, 9), (0.02, y), 0.026)
        return result

    return step


def title_above(sheet: Sheet, chance: Chance) -> Sheet:
    """Add a black strip above with a title, and a thin line round all."""
    strip = round(sheet.size[1] * 0.11)
    framed = padded(sheet, (6, strip, 6, 6), (15, 15, 18))
    return _line(framed, sentence(chance, 3).upper(), (0.04, 0.025), 0.05, (240, 240, 235))


def page(area_share: float, *, columns: int = 2) -> Step:
    """Set the picture, smaller, into a page of text; the share is of the page's area."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        wide, tall = (1120, 1500) if chance.integers(3) else (1500, 1120)
        width, height = sheet.size
        factor = np.sqrt(area_share * wide * tall / (width * height))
        factor = min(factor, 0.92 * wide / width, 0.86 * tall / height)
        small = sized(sheet, round(width * factor), round(height * factor))
        x = int(chance.integers(round(wide * 0.04), wide - small.size[0] - round(wide * 0.03)))
        y = int(chance.integers(round(tall * 0.1), tall - small.size[1] - round(tall * 0.03)))
        paper = _text_page(wide, tall, chance, columns)
        box = (x, y, x + small.size[0], y + small.size[1])
        clear = ImageDraw.Draw(paper)
        clear.rectangle((box[0] - 10, box[1] - 10, box[2] + 9, box[3] + 9), fill=(247, 246, 242))
        paper.paste(small.image(), (x, y))
        return small.moved(paper, shift(x, y))

    return step


def screenshot(sheet: Sheet, chance: Chance) -> Sheet:
    """Show the picture in a window of a browser, as on a screen."""
    wide, tall = 1440, 900
    factor = min(0.62 * wide / sheet.size[0], 0.76 * tall / sheet.size[1])
    small = sized(sheet, *(round(edge * factor) for edge in sheet.size))
    screen = Image.new("RGB", (wide, tall), (250, 250, 251))
    pen = ImageDraw.Draw(screen)
    pen.rectangle((0, 0, wide, 64), fill=(58, 62, 70))
    pen.rounded_rectangle((150, 16, 1100, 48), 14, fill=(235, 236, 238))
    for number, colour in enumerate(((230, 90, 80), (235, 190, 70), (90, 190, 90))):
        pen.ellipse((20 + 34 * number, 22, 40 + 34 * number, 42), fill=colour)
    _paragraphs(screen, (1010, 100, 1410, 860), chance, 15)
    x, y = 40 + int(chance.integers(0, 40)), 84 + int(chance.integers(0, 30))
    screen.paste(small.image(), (x, y))
    return small.moved(screen, shift(x, y))


def _line(
    sheet: Sheet,
    text: str,
    where: tuple[float, float],
    height: float,
    colour: Colour = (25, 25, 28),
) -> Sheet:
    """Write on a border: outside the picture, so no local change of it."""
    width, tall = sheet.size
    mask = Lettering(text, height).mask(width, tall)
    mask = mask.crop((0, 0, min(mask.width, round(width * (0.98 - where[0]))), mask.height))
    image = sheet.image()
    image.paste(colour, (round(where[0] * width), round(where[1] * tall)), mask)
    return sheet.with_pixels(image)


def _text_page(wide: int, tall: int, chance: Chance, columns: int) -> Image.Image:
    paper = Image.new("RGB", (wide, tall), (247, 246, 242))
    title = Lettering(sentence(chance, 3), 0.034, weight=0.03).mask(wide, tall)
    paper.paste((20, 20, 22), (round(wide * 0.05), round(tall * 0.03)), title)
    each = wide * 0.9 / columns
    for column in range(columns):
        left = round(wide * 0.05 + column * each)
        _paragraphs(
            paper, (left, round(tall * 0.1), left + round(each * 0.94), tall - 40), chance, 17
        )
    return paper


def _paragraphs(
    paper: Image.Image, box: tuple[int, int, int, int], chance: Chance, size_px: int
) -> None:
    left, top, right, bottom = box
    y = top
    while y + size_px < bottom:
        line = sentence(chance, 14)
        mask = Lettering(line, size_px / paper.height).mask(paper.width, paper.height)
        length = right - left if chance.integers(6) else (right - left) * 2 // 3
        mask = mask.crop((0, 0, min(mask.width, length), mask.height))
        paper.paste((45, 45, 48), (left, y), mask)
        y += round(size_px * (1.5 if chance.integers(8) else 2.6))


def shadowed(sheet: Sheet, _chance: Chance) -> Sheet:
    """Lay the print on a table: a dark cloth round it and a soft shadow."""
    edge = round(0.08 * max(sheet.size))
    framed = padded(sheet, (edge, edge, edge, edge), (72, 66, 60))
    mask = Image.new("L", framed.size)
    box = (edge + 8, edge + 10, framed.size[0] - edge + 8, framed.size[1] - edge + 10)
    ImageDraw.Draw(mask).rectangle(box, fill=150)
    cloth = Image.new("RGB", framed.size, (72, 66, 60))
    cloth.paste((30, 27, 25), (0, 0), mask.filter(ImageFilter.GaussianBlur(9)))
    cloth.paste(sheet.image(), (edge, edge))
    return framed.with_pixels(cloth)
