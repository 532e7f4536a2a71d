"""Finds the keypoints of a picture and describes them, so that parts of it can be found again.

SIFT on the grey proxy, RootSIFT descriptors. What a mirrored or a negative picture would give
follows by permuting the bins of a descriptor: neither is ever computed a second time.

Sources: D. Lowe, "Distinctive image features from scale-invariant keypoints", IJCV 60 (2004),
91-110; R. Arandjelovic, A. Zisserman, "Three things everyone should know to improve object
retrieval", CVPR 2012, 2911-2918.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.features import DESCRIPTOR_BINS, Features
from dedup_desk.engine import cv
from dedup_desk.engine.keypoint_choice import chosen
from dedup_desk.engine.measure import PROXY_PX
from dedup_desk.engine.measure import RECIPE as PROXY_RECIPE
from dedup_desk.engine.packing import PackingError, Parcel
from dedup_desk.engine.pool import Answer, Work, WorkFailed

MOST_KEYPOINTS: Final = 250
MOST_PROXIES: Final = 32
"""As many as one work may carry."""

_DETECTED: Final = 1500
_CONTRAST: Final = 0.02
_EDGE_RATIO: Final = 12.0
_DESCRIPTOR_SCALE: Final = 512
_FEATURES_S: Final = 0.03
_WORKING_BYTES: Final = 60_000_000

FEATURES_RECIPE: Final = (
    f"sift-2 {_DETECTED} {_CONTRAST} {_EDGE_RATIO:g}, root {_DESCRIPTOR_SCALE}, "
    f"{MOST_KEYPOINTS} chosen, OpenCV {cv.VERSION}; proxy: {PROXY_RECIPE}"
)
"""What made the features; those of another recipe are never compared with them."""

_BINS: Final = np.arange(DESCRIPTOR_BINS).reshape(4, 4, 8)  # rows, columns, directions
_MIRRORED_BINS: Final = _BINS[::-1][:, :, -np.arange(8) % 8].reshape(-1)
_INVERTED_BINS: Final = _BINS[::-1, ::-1].reshape(-1)

_MAGIC: Final = b"DDF1"
_HEAD: Final = struct.Struct("<4sHHH")  # magic, keypoints, width, height
_POINT_BYTES: Final = 16


def find_features(grey: NDArray[np.uint8]) -> Features:
    """Return the keypoints of a picture: the same picture always gives the same ones.

    At most `MOST_KEYPOINTS` are kept; which, see `engine/keypoint_choice.py`.

    Args:
        grey: (H, W) uint8, the luma of the proxy.
    """
    found = cv.sift(grey, _DETECTED, _CONTRAST, _EDGE_RATIO)
    kept = chosen(found, grey, MOST_KEYPOINTS)
    points = np.ascontiguousarray(found.points[kept])
    descriptors = _root(found.descriptors[kept])
    return Features(points, descriptors, grey.shape[1], grey.shape[0])


def mirrored(features: Features) -> Features:
    """Return what the picture mirrored left to right would give."""
    points = features.points.copy()
    points[:, 0] = features.width_px - 1 - points[:, 0]
    points[:, 3] = (180 - points[:, 3]) % 360
    descriptors = features.descriptors[:, _MIRRORED_BINS]
    return Features(points, descriptors, features.width_px, features.height_px)


def inverted(features: Features) -> Features:
    """Return what the negative of the picture would give: every gradient points the other way."""
    points = features.points.copy()
    points[:, 3] = (points[:, 3] + 180) % 360
    descriptors = features.descriptors[:, _INVERTED_BINS]
    return Features(points, descriptors, features.width_px, features.height_px)


def packed_features(features: Features) -> bytes:
    """Return the features as bytes, 144 for each keypoint, little-endian."""
    head = _HEAD.pack(_MAGIC, len(features), features.width_px, features.height_px)
    return head + features.points.astype("<f4").tobytes() + features.descriptors.tobytes()


def read_features(data: bytes) -> Features:
    """Read what `packed_features` wrote.

    Raises:
        PackingError: it is something else, cut off, or holds numbers that no picture gives.
    """
    if len(data) < _HEAD.size or data[:4] != _MAGIC:
        raise PackingError("these are no packed features")
    _magic, count, width, height = _HEAD.unpack_from(data)
    split = _HEAD.size + count * _POINT_BYTES
    if len(data) != split + count * DESCRIPTOR_BINS or count > MOST_KEYPOINTS:
        raise PackingError(f"{len(data)} bytes are not {count} keypoints")
    points = np.frombuffer(data[_HEAD.size : split], "<f4").reshape(count, 4).astype(np.float32)
    if not _is_sound(points, width, height):
        raise PackingError("keypoints outside of their picture")
    descriptors = np.frombuffer(data[split:], np.uint8).reshape(count, DESCRIPTOR_BINS)
    return Features(points, descriptors, width, height)


def features_work(proxies: Sequence[bytes], tag: object = None) -> Work:
    """Return the work of finding the features of pictures that were measured before.

    Args:
        proxies: their stored proxies (JPEG), at most `MOST_PROXIES`; no original file is opened.
        tag: handed back untouched with the answer.

    Raises:
        ValueError: none, or too many.
    """
    if not 0 < len(proxies) <= MOST_PROXIES:
        raise ValueError(f"want 1 to {MOST_PROXIES} proxies, got {len(proxies)}")
    return Work(
        task="features",
        parcel=Parcel({}, tuple(proxies)),
        cost=_FEATURES_S * len(proxies),
        decoded_bytes=_WORKING_BYTES,
        tag=tag,
    )


def read_features_answer(work: Work, answer: Answer) -> tuple[bytes, ...]:
    """Return packed features, one for each proxy of the work.

    Empty where the work failed as a whole or its answer is not what was agreed: nothing is known
    then of any of the pictures. A proxy that cannot be read has features without keypoints.
    """
    if isinstance(answer, WorkFailed) or len(answer.blobs) != len(work.parcel.blobs):
        return ()
    try:
        for blob in answer.blobs:
            read_features(blob)
    except PackingError:
        return ()
    return answer.blobs


def features_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:  # noqa: ARG001 - every task takes files; this one needs none
    """In the child: find the features of each proxy."""
    return Parcel({}, tuple(packed_features(_features_of(proxy)) for proxy in question.blobs))


def _features_of(proxy: bytes) -> Features:
    grey = cv.grey_of_jpeg(proxy)
    if grey is None or max(grey.shape) > PROXY_PX:
        return _no_features()
    return find_features(grey)


def _no_features() -> Features:
    points, descriptors = np.zeros((0, 4), np.float32), np.zeros((0, DESCRIPTOR_BINS), np.uint8)
    return Features(points, descriptors, 0, 0)


def _root(descriptors: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return RootSIFT: Euclidean distances of it are Hellinger distances of the histograms."""
    total = np.maximum(descriptors.sum(axis=1, keepdims=True), 1e-6)
    scaled = np.sqrt(descriptors / total) * _DESCRIPTOR_SCALE
    root: NDArray[np.uint8] = np.clip(scaled, 0, 255).astype(np.uint8)
    return root


def _is_sound(points: NDArray[np.float32], width: int, height: int) -> bool:
    x, y, size, angle = points.T
    return bool(
        np.isfinite(points).all()
        and ((x >= -1) & (x <= width) & (y >= -1) & (y <= height)).all()
        and ((size > 0) & (angle >= 0) & (angle <= 360)).all()
    )
