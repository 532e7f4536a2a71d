"""The line under a pair: what is shown, what was done, in words and figures that multiply out."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.doubts import DOUBT_WORDS
from dedup_desk.core.geometry import Extent, after, scaling
from dedup_desk.core.naming import DOUBTS
from dedup_desk.core.overlap import loss
from dedup_desk.core.pairs import (
    Box,
    ChangedRegion,
    Evidence,
    Matrix,
    Registration,
    RegistrationMethod,
    Relation,
    ToneFit,
    VerifiedPair,
)
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.statements import statement
from tests.helpers.builders import a_pair, a_record

WIDTH_PX, HEIGHT_PX = 1000, 500
CROP: Matrix = (1, 0, -210, 0, 1, 0, 0, 0, 1)
LEFT_RIGHT: Matrix = (-1, 0, WIDTH_PX, 0, 1, 0, 0, 0, 1)
TOP_BOTTOM: Matrix = (1, 0, 0, 0, -1, HEIGHT_PX, 0, 0, 1)
CLOCKWISE: Matrix = (0, -1, HEIGHT_PX, 1, 0, 0, 0, 0, 1)
UPSIDE_DOWN: Matrix = (-1, 0, WIDTH_PX, 0, -1, HEIGHT_PX, 0, 0, 1)
SHOWS_63 = "D shows 63 % of A: 21 % cut at left, 0 % at right, 0 % at top, 20 % at bottom"


def picture(
    number: int, width_px: float = WIDTH_PX, height_px: float = HEIGHT_PX, **facts: object
) -> ImageRecord:
    """An image of that size; a JPEG of quality 70 unless told otherwise."""
    made = a_record(number)
    size = {"width_px": int(width_px), "height_px": int(height_px), "jpeg_quality": 70}
    return replace(made, picture=replace(made.picture, **{**size, **facts}))


A, B = picture(1), picture(2)
CROPPED_B = picture(2, 790, 400)


def pair_of(
    *relations: Relation,
    matrix: Matrix = (1, 0, 0, 0, 1, 0, 0, 0, 1),
    overlap_b: float = 1.0,
    content_b: Box | None = None,
    **evidence: object,
) -> VerifiedPair:
    """A pair of relations, laid by a matrix, with some evidence."""
    laid = Registration(
        matrix, RegistrationMethod.FEATURES, overlap_b=overlap_b, content_b=content_b
    )
    return replace(
        a_pair(1, 2, relations[0]),
        relations=relations,
        registration=laid,
        evidence=Evidence(**evidence),
    )


def told(pair: VerifiedPair, b: ImageRecord = B, a: ImageRecord = A) -> str:
    return statement(pair, a, b, ("A", "D")).english()


def region(width_px: float) -> ChangedRegion:
    box = Box(10, 10, width_px, 20)
    return ChangedRegion(box, box, width_px * 20 / (WIDTH_PX * HEIGHT_PX))


WARMER = ToneFit(warmth=0.1)
R = Relation

SPEC = [
    (pair_of(R.SAME_BYTES), B, "Every byte is the same."),
    (pair_of(R.SAME_PIXELS), B, "Every pixel is the same; format or metadata differ."),
    (
        pair_of(R.RE_ENCODED),
        B,
        "D is the same picture as A, compressed again; JPEG quality about 70.",
    ),
    (
        pair_of(R.RE_ENCODED),
        picture(2, format_name="PNG", is_lossless=True, jpeg_quality=None),
        "D is the same picture as A, saved again; PNG instead of JPEG.",
    ),
    (
        pair_of(R.CROPPED, R.RE_ENCODED, matrix=CROP),
        CROPPED_B,
        f"{SHOWS_63}; JPEG quality about 70.",
    ),
    (
        pair_of(R.CROPPED, R.RETOUCHED, R.TONE, matrix=CROP, tone=WARMER, regions=(region(40),)),
        CROPPED_B,
        f"{SHOWS_63}; warmer; one changed area 4.0 % wide; JPEG quality about 70.",
    ),
    (
        pair_of(R.NEGATIVE, R.CROPPED, matrix=CROP),
        CROPPED_B,
        f"{SHOWS_63}; a negative: light and dark exchanged; JPEG quality about 70.",
    ),
    (
        pair_of(R.NEGATIVE, R.TONE, tone=ToneFit(gamma=0.3)),
        B,
        "D shows the whole of A; a negative: light and dark exchanged; other tones; "
        "JPEG quality about 70.",
    ),
    (
        pair_of(R.LOOK, R.CROPPED, matrix=CROP, notes=("partly-overlapping",)),
        CROPPED_B,
        f"A person decides: D also shows what A does not; {SHOWS_63}; JPEG quality about 70.",
    ),
    (
        pair_of(R.SAME_LAYOUT, R.LOOK, matrix=CROP, regions=(region(40),) * 3, notes=("page",)),
        CROPPED_B,
        f"The form is the same; what is written differs in 3 places; {SHOWS_63}.",
    ),
    (
        pair_of(R.SAME_LAYOUT, R.LOOK, regions=(region(40),), notes=("page",)),
        B,
        "The form is the same; what is written differs in one place.",
    ),
    (
        pair_of(R.SAME_LAYOUT, R.LOOK, regions=(region(40),) * 5),
        B,
        "Laid out alike, but not the same thing: 5 places differ.",
    ),
    (
        pair_of(R.MIRRORED, matrix=LEFT_RIGHT),
        B,
        "D shows the whole of A; left and right exchanged; JPEG quality about 70.",
    ),
    (
        pair_of(R.MIRRORED, matrix=TOP_BOTTOM),
        B,
        "D shows the whole of A; top and bottom exchanged; JPEG quality about 70.",
    ),
    (
        pair_of(R.MIRRORED, matrix=after(CLOCKWISE, LEFT_RIGHT)),
        picture(2, HEIGHT_PX, WIDTH_PX),
        "D shows the whole of A; left and right exchanged; turned by 90° clockwise; "
        "JPEG quality about 70.",
    ),
    (
        pair_of(R.ROTATED, matrix=UPSIDE_DOWN),
        B,
        "D shows the whole of A; turned by 180°; JPEG quality about 70.",
    ),
    (
        pair_of(R.BORDERED, overlap_b=0.8),
        B,
        "D shows the whole of A; a border or caption, 20 % of its area; JPEG quality about 70.",
    ),
    (
        pair_of(R.OVERLAID, regions=(region(180), region(20))),
        B,
        "D shows the whole of A; 2 marks or logos laid over, the widest 18 % wide; "
        "JPEG quality about 70.",
    ),
    (
        pair_of(R.RETOUCHED, regions=(region(20), region(40))),
        B,
        "D shows the whole of A; 2 changed areas, the widest 4.0 % wide; JPEG quality about 70.",
    ),
    (
        pair_of(R.RETOUCHED),
        B,
        "D shows the whole of A; changed in places; JPEG quality about 70.",
    ),
    (
        pair_of(R.RESCAN, R.GREYSCALE, tone=ToneFit(gamma=1.335, gain=0.917, saturation=0)),
        B,
        "D shows the whole of A; another scan, perhaps of another print; black and white; "
        "12 % darker; JPEG quality about 70.",
    ),
    (
        pair_of(R.RESIZED, matrix=scaling(0.5, 0.5)),
        picture(2, 500, 250),
        "D shows the whole of A; resized to 500 x 250 pixels (50 %); JPEG quality about 70.",
    ),
    (
        pair_of(R.LOOK, R.RESIZED, matrix=scaling(0.2, 0.2), notes=("lettering-too-small",)),
        picture(2, 200, 100),
        "A person decides: the lettering is too small to tell another page; "
        "D: resized to 200 x 100 pixels (20 %); JPEG quality about 70.",
    ),
    (
        pair_of(R.LOOK, hue_share=0.36, notes=("unlikely", "recoloured")),
        B,
        "A person decides: the colour differs in places only, 36 % of the area; "
        "D: JPEG quality about 70.",
    ),
    (
        pair_of(R.RE_ENCODED, notes=("small-page", "page")),
        B,
        "D shows the whole of A; small lettering: another word may not show; "
        "JPEG quality about 70.",
    ),
]


@pytest.mark.parametrize(("pair", "b", "line"), SPEC, ids=[line[:60] for _p, _b, line in SPEC])
def test_a_pair_is_told_in_one_line(pair: VerifiedPair, b: ImageRecord, line: str):
    assert told(pair, b) == line


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_is_told_in_one_sentence(relation: Relation):
    line = told(pair_of(relation))
    assert line.endswith(".")
    assert ". " not in line


def test_two_that_could_not_be_compared_are_said_so():
    pair = replace(pair_of(R.LOOK), registration=None)
    assert told(pair) == "The two could not be compared; look at them yourself."


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        (ToneFit(gamma=0.705), "10 % lighter"),
        (ToneFit(gain=0.94, warmth=-0.12), "3 % darker; cooler"),
        (
            ToneFit(gain=0.732, gamma=0.569, saturation=0.424),
            "less contrast; colour saturation 42 %",
        ),
        (ToneFit(gain=1.7, gamma=1.74), "5 % lighter; more contrast"),
        (ToneFit(saturation=1.47), "colour saturation 147 %"),
        (ToneFit(saturation=3.0), "tones slightly different"),
        (ToneFit(gain=10.4, gamma=3.5, residual=0.08, warmth=0.1), "warmer"),
    ],
)
def test_tones_are_told_as_a_person_sees_them(fit: ToneFit, words: str):
    line = told(pair_of(R.TONE, tone=fit))
    assert line == f"D shows the whole of A; {words}; JPEG quality about 70."


def test_of_files_with_more_pages_it_is_said_which_were_compared():
    many = replace(A, picture=replace(A.picture, page_count=12))
    assert told(pair_of(Relation.RESIZED), a=many).endswith(" Only page 1 of each was compared.")
    assert "page 1" not in told(pair_of(Relation.RESIZED))
    assert told(pair_of(Relation.SAME_BYTES), a=many) == "Every byte is the same."


def test_what_a_letterbox_covers_is_not_shown():
    """750 px high, 60 of them a bar above and 90 one below: 600 px of picture."""
    boxed = pair_of(R.CROPPED, matrix=(1, 0, 0, 0, 1, 10, 0, 0, 1), content_b=Box(0, 60, 1000, 600))
    high = picture(1, 1000, 750)
    assert told(boxed, picture(2, 1000, 750), high).startswith(
        "D shows 80 % of A: 0 % cut at left, 0 % at right, 6.7 % at top, 13 % at bottom;"
    )


def test_every_doubt_has_a_reason_that_is_said():
    assert DOUBTS.keys() == DOUBT_WORDS.keys()
    for note in DOUBTS:
        line = told(pair_of(R.LOOK, notes=(note,)))
        reason = DOUBT_WORDS[note].format(a="A", b="D", share="0")
        assert line.startswith(f"A person decides: {reason}; D: ")


def test_several_doubts_are_joined_and_vague_ones_left_out():
    line = told(pair_of(R.LOOK, notes=("unlikely", "partly-overlapping", "mostly-changed")))
    assert line.startswith(
        "A person decides: much of the picture differs, and D also shows what A does not; D: "
    )


def test_the_sides_are_called_what_the_reader_calls_them():
    pair = pair_of(R.CROPPED, matrix=CROP)
    assert statement(pair, A, CROPPED_B).english().startswith("B shows 63 % of A: ")
    assert statement(pair, A, CROPPED_B, ("D", "A")).english().startswith("A shows 63 % of D: ")


FIGURE = r"([\d.]+) %"
SIDES = re.compile(
    rf"shows {FIGURE} of A: {FIGURE} cut at left, {FIGURE} at right, {FIGURE} at top, "
    rf"{FIGURE} at bottom(?:, {FIGURE} of the rest at the corners)?"
)

shares = st.floats(0.0, 0.45)


def half_a_digit(figure: str) -> float:
    return 0.05 if "." in figure else 0.5


def assert_multiplies_out(line: str, shown: float) -> None:
    """The four sides as written give the share as written, and that is the true one."""
    found = SIDES.search(line)
    assert found is not None, line
    share, *sides = (text or "0" for text in found.groups())
    left, right, top, bottom, corners = (float(text) / 100 for text in sides)
    product = (1 - left - right) * (1 - top - bottom) * (1 - corners) * 100
    assert abs(float(share) - product) <= half_a_digit(share) + 1e-9, line
    assert abs(float(share) - shown * 100) <= 0.76, line


@given(left=shares, right=shares, top=shares, bottom=shares, scale=st.floats(0.3, 3.0))
def test_the_four_sides_of_any_crop_multiply_out_as_written(left, right, top, bottom, scale):
    wide, high = WIDTH_PX * (1 - left - right) * scale, HEIGHT_PX * (1 - top - bottom) * scale
    matrix = after(scaling(scale, scale), (1, 0, -left * WIDTH_PX, 0, 1, -top * HEIGHT_PX, 0, 0, 1))
    box = Box(0, 0, wide, high)
    line = told(pair_of(R.CROPPED, matrix=matrix, content_b=box))
    assert_multiplies_out(line, (1 - left - right) * (1 - top - bottom))


@given(degrees=st.floats(-12, 12), part=st.floats(0.3, 1.0))
def test_so_do_those_of_a_crop_that_lies_askew(degrees, part):
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    to_middle: Matrix = (1, 0, -WIDTH_PX / 2, 0, 1, -HEIGHT_PX / 2, 0, 0, 1)
    wide, high = WIDTH_PX * part, HEIGHT_PX * part
    turned = after((cos, -sin, wide / 2, sin, cos, high / 2, 0, 0, 1), to_middle)
    pair = pair_of(R.CROPPED, matrix=turned, content_b=Box(0, 0, wide, high))
    assert_multiplies_out(told(pair), _shown(pair))


def _shown(pair: VerifiedPair) -> float:
    assert pair.registration is not None
    content = pair.registration.content_b
    assert content is not None
    other = Extent(content.width_px, content.height_px)
    return loss(pair.registration.matrix, Extent(WIDTH_PX, HEIGHT_PX), other).shown
