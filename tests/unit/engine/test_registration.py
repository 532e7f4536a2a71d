"""How one picture lies on another: right way round, and within two pixels of the truth."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.fingerprints import under_symmetry
from dedup_desk.engine.laying import View, lay
from dedup_desk.engine.register import align, refined, reversed_way
from dedup_desk.engine.whole_image import degrees_beyond, stretch, unit_square
from tests.helpers.made_pictures import photo

FULL_PX = (3000, 2000)


def view(pixels: np.ndarray, longest_px: int) -> View:
    """A picture as the proxy or the fine decode of it: smaller, with its full size known."""
    height, width = pixels.shape[:2]
    scale = min(1.0, longest_px / max(width, height))
    size = (round(width * scale), round(height * scale))
    small = Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS)
    return View(np.asarray(small).copy(), width, height)


def warped(pixels: np.ndarray, to_source: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """A picture whose point p shows `to_source` p; Pillow's own warp, not the one under test."""
    data = tuple(to_source[:2].ravel())
    image = Image.fromarray(pixels)
    return np.asarray(image.transform(size, Image.Transform.AFFINE, data, Image.Resampling.BICUBIC))


@pytest.fixture(scope="module")
def original() -> np.ndarray:
    return photo(*FULL_PX, seed=11)


def found_between(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    a, b = view(one, 512), view(other, 512)
    alignment = align(a, b)
    assert alignment is not None
    laid = lay(view(one, 1280), view(other, 1280), alignment.matrix, 1280)
    return refined(alignment, laid).matrix


def median_error_px(found: np.ndarray, truth: np.ndarray, width: int, height: int) -> float:
    x, y = np.meshgrid(np.linspace(0, width, 9), np.linspace(0, height, 9))
    points = np.stack([x.ravel(), y.ravel(), np.ones(x.size)])
    return float(np.median(np.hypot(*((found - truth) @ points)[:2])))


CROPS = {
    "a little cut at left": (1.0, 0.0, 60.0, 0.0, (2940, 2000)),
    "a quarter of the area cut": (1.0, 0.0, 300.0, 200.0, (2600, 1730)),
    "cut and shrunk": (1.6, 0.0, 150.0, 100.0, (1700, 1150)),
    "turned by one degree": (1.0, 1.0, 40.0, 20.0, (2800, 1850)),
    "enlarged": (0.7, 0.0, 100.0, 60.0, (4000, 2700)),
}


@pytest.mark.parametrize("name", CROPS)
def test_known_transforms_are_found_within_two_pixels(original, name):
    scale, degrees, left, top, size = CROPS[name]
    cos, sin = (f(np.radians(degrees)) * scale for f in (np.cos, np.sin))
    to_source = np.array([[cos, -sin, left], [sin, cos, top], [0, 0, 1]])
    copy = warped(original, to_source, size)
    truth = np.linalg.inv(to_source)
    error = median_error_px(found_between(original, copy), truth, *FULL_PX)
    scale_of_b = 1 / scale
    assert error < max(2.0, 0.0005 * max(FULL_PX)) * max(scale_of_b, 1.0)


@pytest.mark.parametrize("symmetry", range(8))
def test_each_symmetry_is_found_and_the_frame_is_exact(original, symmetry):
    """The copy, put under the symmetry that is reported, is the original again."""
    copy = np.ascontiguousarray(under_symmetry(original[:, ::-1], symmetry))
    small = copy[::2, ::2]
    alignment = align(view(original, 512), view(small, 512))
    assert alignment is not None
    assert alignment.is_plain
    restored = under_symmetry(small, alignment.symmetry)
    assert np.abs(restored.astype(int) - original[:, :, :][::2, ::2].astype(int)).mean() < 12
    expected = stretch(view(original, 512), view(small, 512), alignment.symmetry)
    assert np.array_equal(alignment.matrix, expected)


def test_a_smaller_copy_keeps_the_exact_stretch(original):
    copy = np.asarray(Image.fromarray(original).resize((1001, 667), Image.Resampling.BICUBIC))
    matrix = found_between(original, copy)
    assert matrix[0, 0] == pytest.approx(1001 / 3000)
    assert matrix[1, 1] == pytest.approx(667 / 2000)
    assert (matrix[0, 2], matrix[1, 2]) == (0, 0)


def test_the_way_back_undoes_the_way(original):
    copy = np.ascontiguousarray(np.rot90(original, 1))
    alignment = align(view(original, 512), view(copy, 512))
    assert alignment is not None
    back = reversed_way(alignment)
    assert np.allclose(back.matrix @ alignment.matrix, np.eye(3), atol=1e-9)
    other = align(view(copy, 512), view(original, 512))
    assert other is not None
    assert other.symmetry == back.symmetry


def test_other_pictures_do_not_agree():
    one, other = photo(900, 600, seed=1), photo(900, 600, seed=2)
    alignment = align(view(one, 512), view(other, 512))
    assert alignment is None or alignment.agreement.mean < 0.5


def test_both_sides_are_laid_on_the_coarser_ones_scale(original):
    tiny = view(original[::10, ::10], 512)
    laid = lay(view(original, 1280), tiny, stretch(view(original, 1280), tiny, 0), 1280)
    assert laid.longest_px == 300
    assert laid.shown.all()
    assert laid.a.shape == laid.b.shape


@pytest.mark.parametrize("symmetry", range(8))
@pytest.mark.parametrize("degrees", [-3.0, 0.0, 0.4])
def test_a_small_turn_is_told_beside_each_of_the_symmetries(symmetry, degrees):
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn = np.array([[0.4 * cos, -0.4 * sin, 70], [0.4 * sin, 0.4 * cos, -9], [0, 0, 1]])
    assert degrees_beyond(unit_square(symmetry) @ turn, symmetry) == pytest.approx(degrees)
