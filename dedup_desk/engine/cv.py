"""The only door to OpenCV: thin functions with typed arrays.

OpenCV's own threads are switched off: there is one child process per processor already.

Coordinates are those of the rest of the program: (0, 0) is the outer corner of the first pixel.
OpenCV counts from the centre of the first pixel, half a pixel away; that is made good here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Grey: TypeAlias = NDArray[np.float32]
Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
Affine: TypeAlias = NDArray[np.float64]

cv2.setNumThreads(1)
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)  # damaged files are our report

VERSION: str = cv2.__version__

_TO_CORNERS = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]], np.float64)
_QUARTER = 4
_TO_CENTRES = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]], np.float64)


@dataclass(frozen=True, slots=True)
class Blob:
    """A connected area of a mask: its size in cells and its box in cells."""

    cells: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, eq=False)
class Keypoints:
    """Keypoints as OpenCV finds them; n of them, in its order.

    Attributes:
        points: (n, 4) float32: x_px, y_px, size_px, angle_degrees; (0, 0) is the centre of the
            first pixel.
        responses: (n,) float32, how much each stands out.
        descriptors: (n, 128) float32.
    """

    points: NDArray[np.float32]
    responses: NDArray[np.float32]
    descriptors: NDArray[np.float32]


def resized(pixels: NDArray[np.uint8], width_px: int, height_px: int) -> NDArray[np.uint8]:
    """Shrink (H, W) or (H, W, C) uint8 by averaging, or enlarge it linearly.

    Up to a factor of two, linear interpolation reads every source pixel that averaging would, at
    an eighth of the cost; beyond that it would skip pixels.
    """
    height, width = pixels.shape[:2]
    is_small_step = width <= 2 * width_px and height <= 2 * height_px
    how = cv2.INTER_LINEAR if is_small_step else cv2.INTER_AREA
    out: NDArray[np.uint8] = cv2.resize(pixels, (width_px, height_px), interpolation=how)  # type: ignore[assignment]  # OpenCV's stub says "any number"
    return out


def grey_as_rgb(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Repeat (H, W) into (H, W, 3)."""
    rgb: NDArray[np.uint8] = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)  # type: ignore[assignment]  # OpenCV's stub says "any number"
    return rgb


def encoded_jpeg(rgb: NDArray[np.uint8], quality: int) -> bytes:
    """Encode (H, W, 3) RGB; the same bytes as Pillow's for a fifth less time."""
    blue_first = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
    is_made, encoded = cv2.imencode(".jpg", blue_first, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not is_made:
        raise ValueError(f"a picture of shape {rgb.shape} could not be encoded")
    return encoded.tobytes()


def grey_of_jpeg(data: bytes) -> NDArray[np.uint8] | None:
    """Decode the luma (BT.601) of a JPEG as (H, W) uint8; None where it cannot be read."""
    if not data:
        return None
    try:
        luma = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    except cv2.error:
        return None
    return None if luma is None else np.asarray(luma, np.uint8)


def native_samples(data: bytes) -> NDArray[np.generic] | None:
    """Decode a file at its own depth: (H, W), (H, W, 3) RGB or (H, W, 4) RGBA; None if it cannot.

    Orientation is not applied. OpenCV hands out blue first; the channels are put in order here.
    """
    try:
        samples = cv2.imdecode(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        return None
    if samples is None or samples.size == 0:
        return None
    if samples.ndim == 3 and samples.shape[2] >= 3:
        order = [2, 1, 0, 3][: samples.shape[2]]
        return np.ascontiguousarray(samples[..., order])
    return samples


def shrunk(picture: NDArray[np.uint8], width_px: int, height_px: int) -> NDArray[np.uint8]:
    """Return the picture at another size, each new pixel the mean of the area it covers.

    Unlike `resized` this averages for small steps too: pictures that are to be compared must not
    differ in sharpness.

    Args:
        picture: (H, W) or (H, W, 3) uint8.
        width_px: new width, at least 1.
        height_px: new height, at least 1.
    """
    if picture.shape[1] == width_px and picture.shape[0] == height_px:
        return picture
    shrinks = width_px <= picture.shape[1] and height_px <= picture.shape[0]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(picture, (width_px, height_px), interpolation=how), np.uint8)


def averaged_across(samples: NDArray[np.float32], width_px: int) -> NDArray[np.float32]:
    """Return (rows, W) or (rows, W, up to 4) float32 at a smaller width, each the mean it covers.

    Unlike OpenCV, one channel keeps its axis where it came with one.
    """
    if samples.shape[1] == width_px:
        return samples
    size = (width_px, samples.shape[0])
    made = np.asarray(cv2.resize(samples, size, interpolation=cv2.INTER_AREA), np.float32)
    return made.reshape(samples.shape[0], width_px, *samples.shape[2:])


def rounded(samples: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    """Return samples of any shape as the nearest of 0 to 255."""
    nearest = np.rint(samples)
    np.clip(nearest, 0, 255, out=nearest)
    made: NDArray[np.uint8] = nearest.astype(np.uint8)
    return made


def grey(picture: Picture) -> NDArray[np.uint8]:
    """Return the luma (BT.601) of an (H, W, 3) sRGB picture as (H, W) uint8; of luma, itself."""
    if picture.ndim == 2:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def blurred(picture: Grey, sigma_px: float) -> Grey:
    """Return a Gaussian blur of an (H, W) or (H, W, C) float32 picture."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma_px), np.float32)


def blurred_widely(picture: Grey, sigma_px: float) -> Grey:
    """Return about what `blurred` does with a wide Gaussian, at a sixth of the cost.

    A quarter of the size holds everything that a blur of several pixels leaves.
    """
    height, width = picture.shape[:2]
    size = (max(width // _QUARTER, 1), max(height // _QUARTER, 1))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    smooth = cv2.GaussianBlur(small, (0, 0), sigma_px / _QUARTER)
    return np.asarray(cv2.resize(smooth, (width, height)), np.float32)


def halved(picture: Grey) -> Grey:
    """Return an (H, W) float32 picture at half its size, each pixel the mean of four."""
    height, width = picture.shape
    size = (max(width // 2, 1), max(height // 2, 1))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


def box_mean(picture: Grey, side_px: int) -> Grey:
    """Return the mean of the square of `side_px` round every pixel of a float32 picture."""
    return np.asarray(cv2.boxFilter(picture, -1, (side_px, side_px)), np.float32)


def pulled(source: NDArray[np.uint8], to_source: Affine, width_px: int, height_px: int) -> Picture:
    """Lay `source` on a grid: grid pixel p shows `source` at `to_source` p.

    Args:
        source: (H, W) or (H, W, 3) uint8, already about as fine as the grid.
        to_source: 3x3 float64, grid to source; (0, 0) is the outer corner of a pixel.
        width_px: of the grid.
        height_px: of the grid.

    Returns:
        uint8 of the grid's size; outside the source its edge is repeated.
    """
    return _warped(source, to_source, (width_px, height_px), cv2.BORDER_REPLICATE)


def pulled_or_zero(
    source: NDArray[np.uint8], to_source: Affine, width_px: int, height_px: int
) -> NDArray[np.uint8]:
    """Lay `source` on a grid like `pulled`, with zeros outside of it."""
    return _warped(source, to_source, (width_px, height_px), cv2.BORDER_CONSTANT)


def affine_by_ecc(template: Grey, moving: Grey) -> tuple[float, Affine] | None:
    """Align two pictures of one size by the enhanced correlation coefficient.

    Returns:
        The coefficient and the 3x3 affine from `template` to `moving`, corner coordinates; None
        where it does not converge.

    Source: G. D. Evangelidis, E. Z. Psarakis, "Parametric image alignment using enhanced
    correlation coefficient maximization", IEEE TPAMI 30 (2008), 1858-1865.
    """
    warp = np.eye(2, 3, dtype=np.float32)
    everywhere = np.full(moving.shape, 255, np.uint8)
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 1e-5)
    try:
        agreement, found = cv2.findTransformECC(
            template, moving, warp, cv2.MOTION_AFFINE, stop, everywhere, 5
        )
    except cv2.error:
        return None
    matrix = np.vstack([np.asarray(found, np.float64), [0.0, 0.0, 1.0]])
    return float(agreement), _TO_CORNERS @ matrix @ _TO_CENTRES


def blobs(mask: Mask) -> tuple[NDArray[np.int32], tuple[Blob, ...]]:
    """Return the labels (0 = none) and the 8-connected areas of a mask; blob i has label i + 1."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    found = tuple(
        Blob(int(row[cv2.CC_STAT_AREA]), *(int(value) for value in row[:4])) for row in stats[1:]
    )
    return np.asarray(labels, np.int32), found


def grown(mask: Mask, reach: int) -> Mask:
    """Return the mask grown by `reach` cells to all sides."""
    kernel = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    return np.asarray(cv2.dilate(mask.astype(np.uint8), kernel), np.uint8) > 0


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a part fits a picture best: the left upper corner, and the mean squared difference."""

    left: int
    top: int
    misfit: float


def best_fit(picture: Grey, part: Grey, mask: Mask) -> Fit:
    """Return where a part differs least from a picture.

    Args:
        picture: (H, W) float32, at least as large as the part.
        part: (h, w) float32.
        mask: (h, w) bool, what of the part counts.
    """
    sums = cv2.matchTemplate(picture, part, cv2.TM_SQDIFF, mask=mask.astype(np.float32))
    top, left = (int(at) for at in np.unravel_index(sums.argmin(), sums.shape))
    return Fit(left, top, max(float(sums[top, left]), 0.0) / max(int(mask.sum()), 1))


def sift(grey: NDArray[np.uint8], most: int, contrast: float, edge_ratio: float) -> Keypoints:
    """Find and describe the `most` strongest keypoints of an (H, W) uint8 picture.

    Args:
        grey: (H, W) uint8.
        most: how many at the most; ties with the last may add a few.
        contrast: a weaker extremum (as a share of the full range) is no keypoint.
        edge_ratio: an extremum more drawn out than this is an edge, no keypoint.
    """
    finder = cv2.SIFT.create(nfeatures=most, contrastThreshold=contrast, edgeThreshold=edge_ratio)
    found, descriptors = finder.detectAndCompute(grey, None)
    points = [(*one.pt, one.size, one.angle) for one in found]
    return Keypoints(
        np.array(points, np.float32).reshape(-1, 4),
        np.array([one.response for one in found], np.float32),
        np.asarray(descriptors if points else np.zeros((0, 128)), np.float32),
    )


def likeness(picture: Grey, patch: Grey) -> Grey:
    """Correlate a patch with every place of a picture.

    Args:
        picture: (H, W) float32.
        patch: (h, w) float32, no larger.

    Returns:
        (H - h + 1, W - w + 1) float32, -1 to 1, by the place of the patch's left upper corner.
    """
    return np.asarray(cv2.matchTemplate(picture, patch, cv2.TM_CCOEFF_NORMED), np.float32)


def closed(luma: NDArray[np.uint8], reach_px: int) -> NDArray[np.uint8]:
    """Return an (H, W) uint8 picture without what is dark and thinner than twice `reach_px`."""
    kernel = np.ones((2 * reach_px + 1, 2 * reach_px + 1), np.uint8)
    return np.asarray(cv2.morphologyEx(luma, cv2.MORPH_CLOSE, kernel), np.uint8)


def _warped(
    source: NDArray[np.uint8], to_source: Affine, size: tuple[int, int], border: int
) -> NDArray[np.uint8]:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    if source.shape[1::-1] == size and np.allclose(to_source, np.eye(3), rtol=0, atol=1e-9):
        return source
    matrix = _TO_CENTRES @ to_source @ _TO_CORNERS
    if to_source[2, 0] == 0 and to_source[2, 1] == 0:
        out = cv2.warpAffine(source, matrix[:2], size, flags=flags, borderMode=border)
    else:
        out = cv2.warpPerspective(source, matrix, size, flags=flags, borderMode=border)
    return np.asarray(out, np.uint8)
