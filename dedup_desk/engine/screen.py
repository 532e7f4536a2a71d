"""A picture for the screen, decoded in a child process into memory that the parent made.

A decoder that crashes costs one picture, never the window. The memory is a file without a name
whose descriptor travels with the question; the child cannot make it larger.
"""

from __future__ import annotations

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
from dedup_desk.engine import showing
from dedup_desk.engine.decode import MAX_PIXELS, decoder_errors
from dedup_desk.engine.desk import on_the_desk
from dedup_desk.engine.limits import DECODED_FACTOR
from dedup_desk.engine.packing import Fields, Json, PackingError, Parcel
from dedup_desk.engine.parts.base import PixelBox
from dedup_desk.engine.pool import Answer, Work, WorkerPool, WorkFailed
from dedup_desk.engine.unreadable import UnreadableImage

_MOST: Final = 1 << 31
LONGEST_EDGE_PX: Final = 20_000
_CHANNELS: Final = (3, 4)
_COST_S: Final = 5.0
_MOST_SAID: Final = 8
_PROFILES: Final = ("screen", "inks")

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
        screen: ICC profile of the screen; None: sRGB.
        inks: ICC profile that CMYK without one is taken as; None: the plain formula.
        size_bytes: of the file, where it is known: mapping it takes as much address space.
    """

    absolute: bytes
    digest: Digest
    max_edge_px: int
    region: Box | None = None
    page: int = 0
    screen: bytes | None = None
    inks: bytes | None = None
    size_bytes: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Rendering:
    """A picture, or a part of it, for the screen.

    Attributes:
        pixels: (H, W, 3) uint8 in the screen's colours, or (H, W, 4) with premultiplied opacity;
            upright; it belongs to the caller.
        full_width_px, full_height_px: upright size of the whole page.
        said: what a person should know of how it was made; a sentence each.
        limit: why finer pixels than these cannot be had; None where they can.
    """

    pixels: NDArray[np.uint8]
    full_width_px: int
    full_height_px: int
    said: tuple[Message, ...] = ()
    limit: Message | None = None


def screen_rendering(pool: WorkerPool, request: ScreenRequest) -> Rendering:
    """Decode a picture in a child process; safe from any thread.

    Raises:
        UnreadableImage: it cannot be decoded, or is not the file that was indexed.
        ValueError: the edge is not 1 to 20,000.
    """
    if not 1 <= request.max_edge_px <= LONGEST_EDGE_PX:
        raise ValueError(f"an edge of {request.max_edge_px} px cannot be shown")
    size_bytes = _CHANNELS[-1] * request.max_edge_px**2
    with _nameless_memory(size_bytes) as memory:
        answer = pool.ask(_work(request, memory))
        fields, shape = _answered(answer, request.max_edge_px)
        count = shape[0] * shape[1] * shape[2]
        with mmap.mmap(memory, count, prot=mmap.PROT_READ) as shared:
            pixels = np.frombuffer(shared, dtype=np.uint8, count=count).copy()
    most = 1 << 32
    return Rendering(
        pixels.reshape(shape),
        fields.integer("full_width_px", 1, most),
        fields.integer("full_height_px", 1, most),
        tuple(Message.from_json(one) for one in fields.texts("said", _MOST_SAID)),
        Message.from_json(fields.text("limit", 10_000)) if fields.has("limit") else None,
    )


def screen_picture(pool: WorkerPool, request: ScreenRequest) -> NDArray[np.uint8]:
    """Return the pixels of a rendering, transparency laid on white: (H, W, 3) uint8.

    Raises:
        UnreadableImage: it cannot be decoded, or is not the file that was indexed.
        ValueError: the edge is not 1 to 20,000.
    """
    return showing.on_white(screen_rendering(pool, request).pixels)


def screen_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: decode and write the samples into the last descriptor's memory."""
    fields = Fields(question.header)
    digest, page = fields.hex_bytes("digest", 32), fields.integer("page", 0, _MOST)
    try:
        view = _view(fields, question.blobs)
        with decoder_errors(), on_the_desk(files[0], digest, page) as desk:
            inks = _profile(fields, question.blobs, "inks")
            made = desk.shown(view, inks)
            said: list[Json] = [one.as_json() for one in desk.said(made, inks)]
            limit = desk.limit(made)
            full_wide, full_high = desk.size
    except UnreadableImage as refusal:
        return Parcel({"unreadable": refusal.message.as_json()})
    pixels = made.pixels
    # Only what is needed is mapped: the rest would count against this child's memory.
    with mmap.mmap(files[-1].fileno(), pixels.nbytes) as shared:
        shared[:] = pixels.reshape(-1).data
    height, width, channels = pixels.shape
    return Parcel(
        {
            "height_px": height,
            "width_px": width,
            "channels": channels,
            "full_width_px": full_wide,
            "full_height_px": full_high,
            "said": said,
            "limit": limit.as_json() if limit is not None else None,
        }
    )


def _work(request: ScreenRequest, memory: int) -> Work:
    region = request.region
    header: dict[str, Json] = {
        "digest": request.digest.hex(),
        "max_edge_px": request.max_edge_px,
        "page": request.page,
        "profiles": [name for name in _PROFILES if getattr(request, name)],
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
        parcel=Parcel(header, tuple(one for one in (request.screen, request.inks) if one)),
        files=(request.absolute,),
        cost=_COST_S,
        decoded_bytes=MAX_PIXELS * 4 + request.size_bytes // DECODED_FACTOR,
        descriptors=(memory,),
    )


def _answered(answer: Answer, max_edge_px: int) -> tuple[Fields, tuple[int, int, int]]:
    if isinstance(answer, WorkFailed):
        raise UnreadableImage(answer.reason)
    fields = Fields(answer.header)
    try:
        if fields.has("unreadable"):
            raise UnreadableImage(Message.from_json(fields.text("unreadable", 10_000)))
        height = fields.integer("height_px", 1, max_edge_px)
        width = fields.integer("width_px", 1, max_edge_px)
        return fields, (height, width, fields.integer("channels", *_CHANNELS))
    except (PackingError, ValueError, KeyError, TypeError) as error:
        raise UnreadableImage(message(_NO_PICTURE)) from error


def _view(fields: Fields, blobs: tuple[bytes, ...]) -> showing.View:
    edge = fields.integer("max_edge_px", 1, LONGEST_EDGE_PX)
    part = _box(fields.part("region")) if fields.has("region") else None
    return showing.View(edge, part, _profile(fields, blobs, "screen"))


def _profile(fields: Fields, blobs: tuple[bytes, ...], name: str) -> bytes | None:
    names = fields.texts("profiles", len(_PROFILES))
    return blobs[names.index(name)] if name in names else None


def _box(region: Fields) -> PixelBox:
    left, top = round(region.number("x")), round(region.number("y"))
    right = round(region.number("x") + region.number("width"))
    bottom = round(region.number("y") + region.number("height"))
    return PixelBox(left, top, right - left, bottom - top)


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
