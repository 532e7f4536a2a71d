"""A picture for the screen, decoded in a child process into memory that the parent made.

A decoder that crashes costs one picture, never the window. The memory is a file without a name
whose descriptor travels with the question; the child cannot make it larger.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Box
from dedup_desk.core.records import Digest
from dedup_desk.engine import cv
from dedup_desk.engine.decode import MAX_PIXELS, decode, decode_fitting, fitted, opened
from dedup_desk.engine.limits import expect_pixels
from dedup_desk.engine.packing import Fields, Json, PackingError, Parcel
from dedup_desk.engine.pool import Answer, Work, WorkerPool, WorkFailed
from dedup_desk.engine.unreadable import UnreadableImage

LONGEST_EDGE_PX: Final = 20_000
_CHANNELS: Final = 3
_COST_S: Final = 5.0

_OTHER_CONTENT: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file has changed since it was read into the project; index it again."
)
_NO_PART: Final = QT_TRANSLATE_NOOP("Messages", "The part asked for lies outside the picture.")
_NO_PICTURE: Final = QT_TRANSLATE_NOOP(
    "Messages", "The decoder answered with something that is no picture."
)


@dataclass(frozen=True, slots=True)
class ScreenRequest:
    """What somebody wants to see.

    Attributes:
        absolute: path of the file.
        digest: its content when it was indexed; another content is refused.
        max_edge_px: longest edge of the answer; a smaller picture is not enlarged.
        region: the part of the upright full-size picture, or None for all of it.
        page: page or frame.
    """

    absolute: bytes
    digest: Digest
    max_edge_px: int
    region: Box | None = None
    page: int = 0


def screen_picture(pool: WorkerPool, request: ScreenRequest) -> NDArray[np.uint8]:
    """Decode a picture in a child process; safe from any thread.

    Returns:
        (H, W, 3) uint8, sRGB, upright, transparency on white; a copy that belongs to the caller.

    Raises:
        UnreadableImage: it cannot be decoded, or is not the file that was indexed.
        ValueError: the edge is not 1 to 20,000.
    """
    if not 1 <= request.max_edge_px <= LONGEST_EDGE_PX:
        raise ValueError(f"an edge of {request.max_edge_px} px cannot be shown")
    size_bytes = _CHANNELS * request.max_edge_px**2
    with _nameless_memory(size_bytes) as memory:
        answer = pool.ask(_work(request, memory))
        height, width = _answered_size(answer, request.max_edge_px)
        count = height * width * _CHANNELS
        with mmap.mmap(memory, count, prot=mmap.PROT_READ) as shared:
            pixels = np.frombuffer(shared, dtype=np.uint8, count=count).copy()
    return pixels.reshape(height, width, _CHANNELS)


def screen_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: decode and write the samples into the last descriptor's memory."""
    fields = Fields(question.header)
    try:
        data = files[0].read()
        if hashlib.sha256(data).digest() != fields.hex_bytes("digest", 32):
            raise UnreadableImage(message(_OTHER_CONTENT))
        pixels = np.ascontiguousarray(_shown(data, fields))
    except UnreadableImage as refusal:
        return Parcel({"unreadable": refusal.message.as_json()})
    # Only what is needed is mapped: the rest would count against this child's memory.
    with mmap.mmap(files[-1].fileno(), pixels.nbytes) as shared:
        shared[:] = pixels.tobytes()
    return Parcel({"height_px": pixels.shape[0], "width_px": pixels.shape[1]})


def _work(request: ScreenRequest, memory: int) -> Work:
    region = request.region
    header: dict[str, Json] = {
        "digest": request.digest.hex(),
        "max_edge_px": request.max_edge_px,
        "page": request.page,
        "region": None
        if region is None
        else {
            "x": region.x_px,
            "y": region.y_px,
            "width": region.width_px,
            "height": region.height_px,
        },
    }
    return Work(
        task="screen",
        parcel=Parcel(header),
        files=(request.absolute,),
        cost=_COST_S,
        decoded_bytes=MAX_PIXELS * 4,
        descriptors=(memory,),
    )


def _answered_size(answer: Answer, max_edge_px: int) -> tuple[int, int]:
    if isinstance(answer, WorkFailed):
        raise UnreadableImage(answer.reason)
    fields = Fields(answer.header)
    try:
        if fields.has("unreadable"):
            raise UnreadableImage(Message.from_json(fields.text("unreadable", 10_000)))
        height = fields.integer("height_px", 1, max_edge_px)
        return height, fields.integer("width_px", 1, max_edge_px)
    except (PackingError, ValueError, KeyError, TypeError) as error:
        raise UnreadableImage(message(_NO_PICTURE)) from error


def _shown(data: bytes, fields: Fields) -> NDArray[np.uint8]:
    edge, page = (
        fields.integer("max_edge_px", 1, LONGEST_EDGE_PX),
        fields.integer("page", 0, 1 << 31),
    )
    if fields.has("region"):
        part = _part(decode(data, None, page).pixels, fields.part("region"))
        return (
            cv.resized(part, *fitted(part.shape[1], part.shape[0], edge))
            if max(part.shape) > edge
            else part
        )
    with opened(data, page) as source:
        expect_pixels(source.picture.pixel_count, source.picture.bit_depth)
        return decode_fitting(source, edge).pixels


def _part(pixels: NDArray[np.uint8], region: Fields) -> NDArray[np.uint8]:
    left, top = round(region.number("x")), round(region.number("y"))
    right = round(region.number("x") + region.number("width"))
    bottom = round(region.number("y") + region.number("height"))
    part = pixels[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    if part.size == 0:
        raise UnreadableImage(message(_NO_PART))
    return part


@contextmanager
def _nameless_memory(size_bytes: int) -> Iterator[int]:
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("picture", os.MFD_CLOEXEC)
    else:
        with tempfile.TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    try:
        os.ftruncate(descriptor, size_bytes)
        yield descriptor
    finally:
        os.close(descriptor)
