"""Two drawn pictures in, a name out: what is a copy, what is not, and where they differ."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from dedup_desk.core.pairs import Finding, Relation
from dedup_desk.core.records import PictureFacts
from dedup_desk.engine import examine as examining
from dedup_desk.engine.decode import decode
from dedup_desk.engine.examine import Examined, examine
from dedup_desk.engine.laying import View
from dedup_desk.engine.subject import Subject
from tests.helpers.builders import a_record
from tests.helpers.made_pictures import encoded, photo

SIZE_PX = (1200, 800)


def subject(number: int, data: bytes, *, can_be_decoded: bool = True) -> Subject:
    """A file under comparison, decoded as the workers do it."""
    image = decode(data, None)
    full = (image.full_width_px, image.full_height_px)
    proxy = Image.fromarray(image.pixels)
    proxy.thumbnail((512, 512))
    record = a_record(number, size_bytes=len(data))
    fine = View(image.pixels, *full) if can_be_decoded else None
    facts = PictureFacts("JPEG", *full, jpeg_quality=image.picture.jpeg_quality)
    return Subject(
        replace(record, picture=facts),
        View(np.asarray(proxy).copy(), *full),
        lambda _longest_px: fine,
    )


def compared(one: np.ndarray, other: np.ndarray, quality: int = 88) -> Examined | None:
    """Side a first: `one` is stored better than `other`."""
    left = subject(1, encoded(one, quality=95))
    return examine(left, subject(2, encoded(other, quality=quality)))


def named(one: np.ndarray, other: np.ndarray, quality: int = 88) -> Relation | None:
    found = compared(one, other, quality)
    return found.naming.relation if found else None


@cache
def scene(seed: int = 5) -> np.ndarray:
    """Soft ground with some hundred sharp things on it."""
    image = Image.fromarray(photo(*SIZE_PX, seed=seed))
    pen, chance = ImageDraw.Draw(image), np.random.default_rng(seed)
    for _ in range(260):
        x, y = (int(chance.integers(0, edge)) for edge in SIZE_PX)
        wide, high = (int(chance.integers(6, 70)) for _ in range(2))
        colour = tuple(int(part) for part in chance.integers(0, 255, 3))
        shape = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        shape((x, y, x + wide, y + high), outline=colour, width=int(chance.integers(2, 6)))
    return np.asarray(image)


@cache
def goods(red: int, green: int, blue: int) -> np.ndarray:
    """A shaded bag on white."""
    image = Image.new("RGB", SIZE_PX, (250, 250, 250))
    pen = ImageDraw.Draw(image)
    for step in range(60):
        shade = 1 - step / 120
        colour = tuple(round(part * shade) for part in (red, green, blue))
        pen.rounded_rectangle((350 + 2 * step, 250, 850, 650), 30, fill=colour)
    pen.arc((450, 100, 750, 400), 180, 360, fill=(90, 60, 30), width=18)
    for x in range(380, 840, 20):
        pen.line((x, 270, x, 280), fill=(240, 230, 200), width=3)
    return np.asarray(image)


LINES = "the said parcel of ground with all rights of way, water and light now enjoyed with it"


@cache
def deed(number: str, name: str, *, is_stamped: bool = False) -> np.ndarray:
    """A page of a form, filled in."""
    image = Image.new("RGB", (1000, 1400), (242, 236, 214))
    pen = ImageDraw.Draw(image)
    font, small = ImageFont.load_default(26), ImageFont.load_default(20)
    pen.text((360, 70), "LAND OFFICE", fill=(30, 28, 40), font=ImageFont.load_default(44))
    for line in range(14):
        pen.text((100, 220 + 34 * line), LINES[line:], fill=(30, 28, 40), font=small)
    for line, written in enumerate((number, name, name[::-1], number * 2, name.upper(), number)):
        pen.text((100, 760 + 80 * line), f"Field {line}", fill=(30, 28, 40), font=small)
        pen.text((300, 755 + 80 * line), written, fill=(20, 20, 60), font=font)
    if is_stamped:
        pen.ellipse((620, 900, 900, 1080), outline=(170, 30, 40), width=9)
        pen.text((670, 965), "REGISTERED", fill=(170, 30, 40), font=font)
    return np.asarray(image)


FIRST, SECOND = ("No. 48 213", "Chan Wing Fat, merchant"), ("No. 51 706", "Lee Kam Tong, clerk")


@pytest.mark.parametrize("quality", [85, 40, 15])
def test_a_recompressed_copy(quality):
    assert named(scene(), scene(), quality) is Relation.RE_ENCODED


@pytest.mark.parametrize("scale", [0.6, 0.25])
def test_a_smaller_copy(scale):
    size = tuple(round(edge * scale) for edge in SIZE_PX)
    small = np.asarray(Image.fromarray(scene()).resize(size, Image.Resampling.LANCZOS))
    assert named(scene(), small) is Relation.RESIZED


def test_tones_greys_turns_and_mirrors():
    brighter = (255 * (scene() / 255) ** 0.7).astype(np.uint8)
    assert named(scene(), brighter) is Relation.TONE
    grey = np.repeat(np.asarray(Image.fromarray(scene()).convert("L"))[..., None], 3, axis=2)
    assert named(scene(), grey) is Relation.GREYSCALE
    assert named(scene(), np.rot90(scene(), 1)) is Relation.ROTATED
    assert named(scene(), scene()[:, ::-1]) is Relation.MIRRORED


def test_a_crop_and_a_border_lie_on_the_right_sides():
    cut = compared(scene(), np.ascontiguousarray(scene()[40:, 90:]))
    assert cut is not None
    assert (cut.naming.relation, cut.is_swapped) == (Relation.CROPPED, False)
    assert cut.registration.overlap_a == pytest.approx(0.95 * 0.925, abs=0.003)
    framed = np.pad(scene(), ((14, 14), (18, 18), (0, 0)), constant_values=252)
    border = compared(framed, scene())
    assert border is not None
    assert (border.naming.relation, border.is_swapped) == (Relation.BORDERED, True)


def test_another_picture_is_no_pair():
    assert compared(scene(5), scene(6)) is None


def test_what_is_ruled_out_is_no_pair_and_is_not_looked_at_closely(monkeypatch):
    def unexpected(*_):
        raise AssertionError("nobody needs to look")

    monkeypatch.setattr(examining, "is_ruled_out", lambda _aligned, _grid: True)
    monkeypatch.setattr(examining, "confirmed_look", unexpected)
    assert compared(scene(), scene()) is None


def test_a_changed_place_is_boxed():
    changed = scene().copy()
    changed[300:420, 700:860] = scene(6)[300:420, 700:860]
    found = compared(scene(), changed)
    assert found is not None
    assert (found.naming.relation, found.naming.finding) == (Relation.RETOUCHED, Finding.COPY)
    (region,) = found.evidence.regions
    box = region.in_a
    assert abs(box.x_px - 700) < 20
    assert abs(box.y_px - 300) < 20
    assert abs(box.x_px + box.width_px - 860) < 20
    assert abs(box.y_px + box.height_px - 420) < 20


def test_goods_in_another_colour_are_no_copy():
    found = compared(goods(190, 40, 45), goods(40, 60, 190))
    assert found is not None
    assert (found.naming.relation, found.naming.finding) == (Relation.LOOK, Finding.LOOK)
    assert "recoloured" in found.naming.notes
    assert found.evidence.hue_share > 0.05
    assert found.evidence.regions


def test_goods_in_better_light_are_a_copy():
    lighter = (255 * (goods(190, 40, 45) / 255) ** 0.8).astype(np.uint8)
    assert named(goods(190, 40, 45), lighter) is Relation.TONE


@pytest.mark.parametrize("scale", [1.0, 0.6])
def test_two_deeds_of_one_form_are_the_same_form_only(scale):
    other = Image.fromarray(deed(*SECOND))
    other = other.resize((round(1000 * scale), round(1400 * scale)), Image.Resampling.LANCZOS)
    found = compared(deed(*FIRST), np.asarray(other))
    assert found is not None
    assert (found.naming.relation, found.naming.finding) == (Relation.SAME_LAYOUT, Finding.LOOK)


def test_a_stamp_on_a_deed_is_an_area_changed_with_its_box():
    found = compared(deed(*FIRST), deed(*FIRST, is_stamped=True))
    assert found is not None
    assert found.naming.relation is Relation.RETOUCHED
    box = found.evidence.regions[0].in_a
    assert abs(box.x_px - 620) < 25
    assert abs(box.y_px + box.height_px - 1080) < 25


def test_a_deed_too_small_to_read_is_for_a_person():
    small = Image.fromarray(deed(*SECOND)).resize((250, 350), Image.Resampling.LANCZOS)
    found = compared(deed(*FIRST), np.asarray(small))
    assert found is not None
    assert found.naming.finding is Finding.LOOK


def test_without_a_fine_check_nothing_is_a_copy():
    data = encoded(scene(), quality=90)
    found = examine(subject(1, data), subject(2, data, can_be_decoded=False))
    assert found is not None
    assert found.naming.finding is Finding.LOOK
    assert "fine-check-not-made" in found.naming.notes


def test_which_comes_first_does_not_matter():
    small = np.asarray(Image.fromarray(scene()).resize((600, 400), Image.Resampling.LANCZOS))
    large, little = subject(1, encoded(scene())), subject(2, encoded(small))
    one, other = examine(large, little), examine(little, large)
    assert one is not None
    assert other is not None
    assert (one.is_swapped, other.is_swapped) == (False, True)
    assert one.naming == other.naming
    assert np.allclose(one.registration.matrix, other.registration.matrix, atol=1e-6)
