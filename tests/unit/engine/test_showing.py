"""What is shown of a picture: no moire, no colour by chance, no depth cut off."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from dedup_desk.engine import parts
from dedup_desk.engine.decode import opened
from dedup_desk.engine.desk import OnTheDesk
from dedup_desk.engine.parts.base import PixelBox
from dedup_desk.engine.showing import View, on_white
from dedup_desk.engine.whole import WholeParts
from tests.helpers.large_files import stripped
from tests.helpers.made_pictures import encoded, photo

PHOTO = photo(120, 90, seed=5)


def desk_of(data, **view):
    with opened(data, in_parts=True) as source:
        whole = source.parts or WholeParts(source)
        orientation = getattr(whole, "orientation", source.picture.orientation)
        desk = OnTheDesk(whole, orientation, source.profile, source.picture)
        made = desk.shown(View(**{"edge_px": 10_000, **view}))
        return made.pixels, [one.template for one in desk.said(made)]


def pixels_of(data, **view):
    return desk_of(data, **view)[0]


def saved(image, kind="TIFF", **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def zone_plate(edge=1024):
    """Rings that reach the finest a picture can hold (one pixel black, one white) at its edge."""
    across = np.arange(edge) - edge / 2 + 0.5
    squared = across[None, :] ** 2 + across[:, None] ** 2
    return np.rint(127.5 + 127.5 * np.cos(np.pi * squared / edge)).astype(np.uint8)


# Shrinking ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP"])
@pytest.mark.parametrize("edge", [128, 200, 333])
def test_a_zone_plate_shrinks_to_grey_without_false_rings(kind, edge):
    """Where rings are finer than the small picture can hold, skipping pixels would draw others."""
    plate = zone_plate()
    small = pixels_of(encoded(plate, kind), edge_px=edge)[..., 0].astype(float)
    skipped = plate[:: 1024 // edge, :: 1024 // edge].astype(float)
    fine = finer_than(edge)
    assert skipped[finer_than(len(skipped))].std() > 70  # what a viewer without care shows
    assert small[fine].std() < 16
    assert abs(small[fine].mean() - 127.5) < 3


@pytest.mark.parametrize("edge", [128, 256, 333])
def test_a_large_scan_and_an_ordinary_one_shrink_alike(monkeypatch, edge):
    data = encoded(zone_plate(), "PNG")
    whole = pixels_of(data, edge_px=edge).astype(int)
    monkeypatch.setattr(parts, "FROM_PIXELS", 0)
    assert np.abs(pixels_of(data, edge_px=edge).astype(int) - whole).max() <= 1


@pytest.mark.parametrize("factor", [2, 4, 5])
def test_each_pixel_is_the_mean_of_what_it_covers(factor):
    data = encoded(PHOTO[: 80 // factor * factor, : 120 // factor * factor], "PNG")
    kept = PHOTO[: 80 // factor * factor, : 120 // factor * factor].astype(float)
    high, wide = kept.shape[0] // factor, kept.shape[1] // factor
    mean = kept.reshape(high, factor, wide, factor, 3).mean(axis=(1, 3))
    assert np.abs(pixels_of(data, edge_px=wide) - mean).max() <= 0.5 + 1e-3


def finer_than(edge):
    """Return where in a small picture of that edge the plate's rings are finer than 2.6 pixels."""
    across = (np.arange(edge) - edge / 2 + 0.5) / edge
    radius = np.sqrt(across[None, :] ** 2 + across[:, None] ** 2)
    return (radius * 1024 / edge * 2.6 > 2) & (radius < 0.5)


# Depth -------------------------------------------------------------------------------------------


def test_sixteen_bits_span_the_whole_range():
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None].repeat(4, 0)
    for data in (encoded(ramp, "PNG"), encoded(ramp, "TIFF")):
        assert pixels_of(data)[0, :, 0].tolist() == list(range(256))


@pytest.mark.parametrize(("highest", "white"), [(4095, 4095), (900, 1023), (65535, 65535)])
def test_deep_colour_of_a_narrow_range_is_not_night(highest, white):
    deep = (PHOTO.astype(np.uint32) * highest // 255).astype(np.uint16)
    deep[0, 0] = highest
    made, said = desk_of(stripped(deep, 9))
    expected = deep.astype(np.float64) * 255 / white
    assert np.abs(made - expected).max() <= 1.1
    assert said == ([] if highest == 65535 else ["white at {highest}"])


def test_deep_grey_of_a_narrow_range_is_not_black():
    deep = (PHOTO[..., 0].astype(np.uint16) * 4).astype(np.uint16)
    assert pixels_of(encoded(deep, "TIFF")).mean() > 100


def test_a_part_has_the_window_of_the_whole():
    deep = (PHOTO.astype(np.uint16) * 16).astype(np.uint16)
    deep[80:, :] = 60_000
    data = stripped(deep, 9)
    part = pixels_of(data, box=PixelBox(10, 10, 30, 20))
    assert np.array_equal(part, pixels_of(data)[10:30, 10:40])
    assert part.max() < 20  # sixteen bits, because of the bright rows elsewhere


def test_float_tiff_is_stretched_from_its_lowest_to_its_highest_value():
    for low, high in ((0.0, 1.0), (-3.0, 7.5), (0.0, 30_000.0)):
        values = np.linspace(low, high, 256, dtype=np.float32)[None].repeat(3, 0)
        data = saved(Image.fromarray(values))
        assert np.abs(pixels_of(data)[0, :, 0] - np.arange(256)).max() <= 1


# Colours -----------------------------------------------------------------------------------------


def profile_with(gamma):
    """Return an RGB profile like sRGB whose samples mean other light: made, not shipped."""
    data = bytearray(srgb())
    for tag in (b"rTRC", b"gTRC", b"bTRC"):
        entry = data.index(tag, 128)
        at = int.from_bytes(data[entry + 4 : entry + 8])
        curve = b"curv" + b"\0" * 4 + (1).to_bytes(4) + round(gamma * 256).to_bytes(2)
        data[at : at + len(curve)] = curve
        data[entry + 8 : entry + 12] = len(curve).to_bytes(4)
    return bytes(data)


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def reference(pixels, mode, source, target):
    """Convert as littleCMS does, by itself."""
    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(io.BytesIO(source)) if isinstance(source, bytes) else source,
        ImageCms.getOpenProfile(io.BytesIO(target)),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    image = Image.frombytes(mode, pixels.shape[1::-1], pixels.tobytes())
    return np.asarray(ImageCms.applyTransform(image, transform))


def is_near(made, expected):
    """Equal but for rounding: a profile's tables are rounded when they are written to a file."""
    return np.abs(made.astype(int) - expected).max() <= 1


def test_an_embedded_profile_is_converted_to_srgb():
    own = profile_with(1.2)
    data = encoded(PHOTO, "TIFF", icc_profile=own)
    assert is_near(pixels_of(data), reference(PHOTO, "RGB", own, srgb()))
    assert np.abs(pixels_of(data).astype(int) - PHOTO).mean() > 20


@pytest.mark.parametrize("own", [None, profile_with(1.2)])
def test_and_to_the_screen_where_its_profile_is_known(own):
    screen = profile_with(1.7)
    options = {"icc_profile": own} if own else {}
    made = pixels_of(encoded(PHOTO, "PNG", **options), screen=screen)
    assert np.array_equal(made, reference(PHOTO, "RGB", own or srgb(), screen))


def test_grey_goes_to_the_screen_as_well():
    grey = np.ascontiguousarray(PHOTO[..., 1])
    made = pixels_of(encoded(grey, "PNG"), screen=profile_with(1.7))
    spelled = np.dstack([grey] * 3)
    assert np.array_equal(made, reference(spelled, "RGB", srgb(), profile_with(1.7)))


@pytest.mark.parametrize("screen", [b"no profile", srgb()[:200]])
def test_a_screen_profile_that_is_none_is_as_none(screen):
    assert np.array_equal(pixels_of(encoded(PHOTO, "PNG"), screen=screen), PHOTO)


def test_lab_is_converted_from_its_own_space():
    lab = ImageCms.createProfile("LAB")
    values = np.asarray(
        ImageCms.applyTransform(
            Image.fromarray(PHOTO),
            ImageCms.buildTransform(ImageCms.createProfile("sRGB"), lab, "RGB", "LAB"),
        )
    )
    data = saved(Image.frombytes("LAB", (120, 90), values.tobytes()))
    assert is_near(pixels_of(data), reference(values, "LAB", lab, srgb()))
    screen = profile_with(1.7)
    assert is_near(pixels_of(data, screen=screen), reference(values, "LAB", lab, screen))


def test_cmyk_without_a_profile_is_shown_by_the_plain_formula_and_says_so():
    inks = np.dstack([PHOTO, PHOTO[..., :1] // 3])
    made, said = desk_of(saved(Image.frombytes("CMYK", (120, 90), inks.tobytes())))
    white, black = 255.0 - inks[..., :3], 255.0 - inks[..., 3:]
    assert np.abs(made - white * black / 255).max() <= 1
    assert said == ["CMYK without a profile: colours by the plain formula"]


def test_a_profile_of_another_kind_is_not_used_and_that_is_said():
    grey = np.ascontiguousarray(PHOTO[..., 1])
    made, said = desk_of(encoded(grey, "PNG", icc_profile=srgb()))
    assert np.array_equal(made[..., 0], grey)
    assert "not used" in said[0]


# Transparency ------------------------------------------------------------------------------------


def clear_picture():
    alpha = np.zeros((90, 120), np.uint8)
    alpha[:, 60:] = 255
    return np.dstack([PHOTO, alpha])


def test_transparent_parts_stay_transparent():
    made = pixels_of(encoded(clear_picture(), "PNG"))
    assert made.shape == (90, 120, 4)
    assert (made[:, :60] == 0).all()
    assert np.array_equal(made[:, 60:, :3], PHOTO[:, 60:])
    assert (on_white(made)[:, :60] == 255).all()


@pytest.mark.parametrize("is_large", [False, True])
def test_colours_count_by_their_opacity_when_they_are_shrunk(monkeypatch, is_large):
    """What is hidden under full transparency must not bleed into what is seen."""
    monkeypatch.setattr(parts, "FROM_PIXELS", 0 if is_large else 1 << 40)
    hidden = np.zeros((64, 64, 4), np.uint8)
    hidden[:, ::2] = (255, 0, 0, 0)
    hidden[:, 1::2] = (0, 0, 255, 255)
    made = pixels_of(encoded(hidden, "PNG"), edge_px=16)
    assert np.abs(made.astype(int) - (0, 0, 128, 128)).max() <= 1


def test_half_seen_colours_go_through_the_profile_before_they_are_weighed():
    half = np.dstack([PHOTO, np.full((90, 120), 128, np.uint8)])
    made = pixels_of(encoded(half, "PNG"), screen=profile_with(1.7)).astype(int)
    full = reference(PHOTO, "RGB", srgb(), profile_with(1.7)).astype(float)
    assert np.abs(made[..., :3] - full * 128 / 255).max() <= 1


# Pages -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "options"), [("TIFF", {}), ("GIF", {}), ("PNG", {}),
                                               ("WEBP", {"lossless": True})])  # fmt: skip
def test_every_page_and_frame_is_its_own_picture(kind, options):
    frames = [Image.new("RGB", (40, 30), (shade, shade, shade)) for shade in (10, 120, 230)]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], **options)
    for page, shade in enumerate((10, 120, 230)):
        with opened(data, page, in_parts=True) as source:
            whole = WholeParts(source)
            desk = OnTheDesk(whole, whole.orientation, source.profile, source.picture)
            seen = on_white(desk.shown(View(100)).pixels)
        assert source.picture.page_count == 3
        assert np.abs(seen.astype(int) - shade).max() <= 1


def test_pages_of_other_sizes_keep_their_shape(monkeypatch):
    pages = [Image.fromarray(PHOTO), Image.fromarray(PHOTO[:50, :30])]
    data = saved(pages[0], save_all=True, append_images=pages[1:])
    for is_large in (False, True):
        monkeypatch.setattr(parts, "FROM_PIXELS", 0 if is_large else 1 << 40)
        with opened(data, 1, in_parts=True) as source:
            whole = source.parts or WholeParts(source)
            desk = OnTheDesk(whole, 1, source.profile, source.picture)
            assert desk.size == (30, 50)
            assert np.array_equal(desk.shown(View(100)).pixels, PHOTO[:50, :30])
