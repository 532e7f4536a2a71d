"""One file, one read, everything the quick pass wants: the whole work of a child on one file.

bytes -> SHA-256 -> one reduced decode -> a picture of 512 px -> fingerprints, thumbnail, proxy.
The decode is the cost: nine tenths of it is entropy decoding, which no shortcut avoids, so the rest
is kept below a fifth.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import BinaryIO, Final

import numpy as np
import PIL
import scipy
from numpy.typing import NDArray
from PIL import Image, features

from dedup_desk.core.fingerprints import SYMMETRY_COUNT, under_symmetry
from dedup_desk.core.measured import Fingerprints, MeasuredImage
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, SizeBytes, message
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.records import Digest, FileStamp, Unreadable
from dedup_desk.engine import cv
from dedup_desk.engine.answers import packed_facts, packed_picture, read_facts, read_picture
from dedup_desk.engine.content import Content, content_of, digest_of
from dedup_desk.engine.decode import (
    MAX_PIXELS,
    OpenedImage,
    decode_fitting,
    expect,
    fitted,
    kind_not_read,
    need_not_be_held,
    opened,
)
from dedup_desk.engine.facts import facts_of
from dedup_desk.engine.formats import HEAD_BYTES, format_by_name, format_of, suffix_of
from dedup_desk.engine.hashes import HASHES
from dedup_desk.engine.limits import DECODED_FACTOR
from dedup_desk.engine.packing import Fields, Json, PackingError, Parcel
from dedup_desk.engine.pool import Answer, Work, WorkFailed
from dedup_desk.engine.unreadable import UnreadableImage

PROXY_PX: Final = 512
PROXY_ENOUGH_PX: Final = 480
"""4000 x 3000 at an eighth is 500 x 375: good enough, and a tenth of the whole work cheaper."""
THUMBNAIL_PX: Final = 256
PROXY_QUALITY: Final = 85
THUMBNAIL_QUALITY: Final = 82
BLANK_DEVIATION: Final = 4.0
MAX_FILE_BYTES: Final = 2_000_000_000
MAX_MAPPED_BYTES: Final = 64_000_000_000
"""Of a file that is read in parts, and so never held."""
MAX_SIDECAR_BYTES: Final = 1_000_000
_MOST_SIDECARS: Final = 4
_BLANK_AT_PX: Final = 64
_CHUNK_BYTES: Final = 1 << 22
_BYTES_A_PIXEL: Final = 4
_MOST_INFLATED: Final = 12_000  # GIF's coder makes at most 2,700 pixels of one byte

_NONSENSE: Final = QT_TRANSLATE_NOOP(
    "Messages", "The process that read it answered with nonsense ({error})."
)
_CHANGED: Final = QT_TRANSLATE_NOOP("Messages", "It changed while it was being read.")
_TOO_LARGE: Final = QT_TRANSLATE_NOOP("Messages", "It is too large: {size}; the limit is {limit}.")

RECIPE: Final = (
    f"fit {PROXY_ENOUGH_PX}-{PROXY_PX} linear<=2 area>2, fit {THUMBNAIL_PX}, L, lanczos, "
    + ", ".join(f"{kind.id}-{kind.version}" for kind in HASHES.values())
    + f"; Pillow {PIL.__version__}, jpeg-turbo {features.version('libjpeg_turbo')},"
    f" OpenCV {cv.VERSION}, scipy {scipy.__version__}"
)
"""What made the fingerprints; those of another recipe are never compared with them in silence."""


@dataclass(frozen=True, slots=True, eq=False)
class SmallPictures:
    """What is made of one decoded picture.

    Attributes:
        proxy, thumbnail: encoded JPEGs.
        fingerprints: perceptual bits of the thumbnail's pixels before it was encoded.
        is_blank: too little detail to compare.
    """

    proxy: bytes
    thumbnail: bytes
    fingerprints: Fingerprints
    is_blank: bool


def measure_work(stamp: FileStamp, root: bytes, sidecars: Sequence[bytes] = ()) -> Work:
    """Return the work of measuring one image.

    Args:
        stamp: the file as scan saw it.
        root: absolute path of its root.
        sidecars: names of its companion files, in the same folder.
    """
    image = os.path.join(root, stamp.place.path)  # noqa: PTH118 - names are bytes
    folder = os.path.dirname(image)  # noqa: PTH120 - names are bytes
    packets = [name for name in sidecars if suffix_of(name) == b".xmp"][:_MOST_SIDECARS]
    names: list[Json] = [name.hex() for name in sidecars]
    kind = format_by_name(stamp.place.name)
    return Work(
        task="measure",
        parcel=Parcel({"name": stamp.place.name.hex(), "sidecars": names}),
        files=(image, *(os.path.join(folder, name) for name in packets)),  # noqa: PTH118 - bytes
        cost=expected_cost_s(stamp.size_bytes, kind.cost_s_per_megabyte if kind else 0.1),
        decoded_bytes=min(MAX_PIXELS * _BYTES_A_PIXEL, stamp.size_bytes * _MOST_INFLATED)
        + stamp.size_bytes // DECODED_FACTOR,
        tag=stamp,
        needed_files=1,
    )


def expected_cost_s(size_bytes: int, cost_s_per_megabyte: float) -> float:
    """Return the processor seconds that measuring a file of this size and kind takes."""
    return 0.003 + size_bytes / 1e6 * cost_s_per_megabyte


def read_measured(work: Work, answer: Answer) -> MeasuredImage | Unreadable:
    """Check a child's answer and put the values together; nonsense counts as unreadable.

    Raises:
        TypeError: the work was not made by `measure_work`.
    """
    if not isinstance(work.tag, FileStamp):
        raise TypeError("this work carries no file stamp")
    if isinstance(answer, WorkFailed):
        return Unreadable(work.tag, answer.reason)
    try:
        return _checked(work, work.tag, answer)
    except (PackingError, ValueError) as error:
        return Unreadable(work.tag, message(_NONSENSE, error=str(error)[:300]))


def measure_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: read the file once and measure it."""
    fields = Fields(question.header)
    file, before = files[0], os.fstat(files[0].fileno())
    stat = _packed_stat(before)
    digest: bytes | None = None
    try:
        may_map = need_not_be_held(file)
        most_bytes = MAX_MAPPED_BYTES if may_map else MAX_FILE_BYTES
        if before.st_size > most_bytes:
            digest = _digest_in_chunks(file)
            size, limit = SizeBytes(before.st_size), SizeBytes(most_bytes)
            raise UnreadableImage(message(_TOO_LARGE, size=size, limit=limit))
        data = content_of(file, may_map=may_map)
        after = os.fstat(file.fileno())
        if len(data) != before.st_size or _packed_stat(after) != stat:
            raise UnreadableImage(message(_CHANGED))
        digest = digest_of(file, data)
        header, blobs = _measured(data, fields.hex_bytes("name"), files[1:])
    except UnreadableImage as refusal:
        header, blobs = {"unreadable": refusal.message.as_json()}, ()
    return Parcel({"stat": stat, "digest": digest.hex() if digest else None, **header}, blobs)


def small_pictures(pixels: NDArray[np.uint8]) -> SmallPictures:
    """Make thumbnail, proxy and fingerprints of a picture that fits `PROXY_PX`.

    Args:
        pixels: (H, W, 3) uint8, sRGB, upright.
    """
    small = fingerprint_source(pixels)
    reductions = grey_reductions(small)
    return SmallPictures(
        proxy=cv.encoded_jpeg(pixels, PROXY_QUALITY),
        thumbnail=cv.encoded_jpeg(small, THUMBNAIL_QUALITY),
        fingerprints=fingerprints_of(reductions),
        is_blank=float(reductions[_BLANK_AT_PX].std()) < BLANK_DEVIATION,
    )


def fingerprint_source(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what fingerprints are taken from: the picture at thumbnail size, not yet encoded."""
    height, width = pixels.shape[:2]
    return cv.resized(pixels, *fitted(width, height, THUMBNAIL_PX))


def grey_reductions(pixels: NDArray[np.uint8]) -> dict[int, NDArray[np.uint8]]:
    """Return the square grey reductions that `HASHES` read, by edge, as ImageHash makes them."""
    grey = Image.fromarray(pixels).convert("L")
    edges = {kind.edge_px for kind in HASHES.values()} | {_BLANK_AT_PX}
    return {edge: np.asarray(grey.resize((edge, edge), Image.Resampling.LANCZOS)) for edge in edges}


def fingerprints_of(reductions: dict[int, NDArray[np.uint8]]) -> Fingerprints:
    """Return the fingerprints; those of the symmetries are of the turned and mirrored reduction."""
    quick, fine = HASHES["phash64"], HASHES["phash256"]
    square = reductions[quick.edge_px]
    turned = square.reshape(-1)[_turned_places(quick.edge_px)]
    return Fingerprints(
        recipe=RECIPE,
        phash64=quick.compute(turned)[:, 0],
        phash256=fine.compute(reductions[fine.edge_px]),
    )


def _checked(work: Work, asked: FileStamp, answer: Parcel) -> MeasuredImage | Unreadable:
    fields = Fields(answer.header)
    stamp = _stamp_as_read(asked, fields.part("stat"))
    digest = _digest(fields)
    if fields.has("unreadable"):
        return Unreadable(stamp, _reason(fields), digest)
    if digest is None or len(answer.blobs) != 2:
        raise PackingError("a measured image lacks its digest or its pictures")
    names = Fields(work.parcel.header).texts("sidecars")
    return MeasuredImage(
        stamp=stamp,
        digest=digest,
        picture=read_picture(fields.part("picture")),
        facts=read_facts(fields.part("facts")),
        sidecars=tuple(sorted(bytes.fromhex(name) for name in names)),
        is_blank=fields.flag("is_blank"),
        fingerprints=_read_fingerprints(fields),
        thumbnail=answer.blobs[0],
        proxy=answer.blobs[1],
    )


@cache
def _turned_places(edge: int) -> NDArray[np.intp]:
    """Return where each pixel of the 8 turned squares comes from, (8, edge, edge)."""
    places = np.arange(edge * edge, dtype=np.intp).reshape(edge, edge)
    return np.stack([under_symmetry(places, number) for number in range(SYMMETRY_COUNT)])


def _measured(
    data: Content, name: bytes, sidecars: Sequence[BinaryIO]
) -> tuple[dict[str, Json], tuple[bytes, ...]]:
    kind = format_of(name, data[:HEAD_BYTES])
    if kind is not None and len(data) and not kind.plugin:
        raise UnreadableImage(kind_not_read(kind))
    with opened(data, in_parts=True) as source:
        expect(source)
        facts = facts_of(source.image, [one.read(MAX_SIDECAR_BYTES) for one in sidecars])
        return _packed(
            source, small_pictures(decode_fitting(source, PROXY_PX, PROXY_ENOUGH_PX).pixels), facts
        )


def _packed(
    source: OpenedImage, small: SmallPictures, facts: MetadataFacts
) -> tuple[dict[str, Json], tuple[bytes, ...]]:
    prints = small.fingerprints
    header: dict[str, Json] = {
        "picture": {**packed_picture(source.picture)},
        "facts": packed_facts(facts),
        "is_blank": small.is_blank,
        "recipe": prints.recipe,
        "phash64": prints.phash64.astype(">u8").tobytes().hex(),
        "phash256": prints.phash256.astype(">u8").tobytes().hex(),
    }
    return header, (small.thumbnail, small.proxy)


def _digest_in_chunks(file: BinaryIO) -> bytes:
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK_BYTES):
        digest.update(chunk)
    return digest.digest()


def _packed_stat(stat: os.stat_result) -> dict[str, Json]:
    return {
        "size_bytes": stat.st_size,
        "mtime_ns": stat.st_mtime_ns,
        "dev": stat.st_dev,
        "inode": stat.st_ino,
    }


def _stamp_as_read(stamp: FileStamp, stat: Fields) -> FileStamp:
    most = 1 << 64
    return replace(
        stamp,
        size_bytes=stat.integer("size_bytes", 0, most),
        mtime_ns=stat.integer("mtime_ns", -most, most),
        dev=stat.integer("dev", 0, most),
        inode=stat.integer("inode", 0, most),
    )


def _digest(fields: Fields) -> Digest | None:
    if not fields.has("digest"):
        return None
    digest = fields.hex_bytes("digest", 32)
    if len(digest) != 32:
        raise PackingError("a digest has 32 bytes")
    return Digest(digest)


def _reason(fields: Fields) -> Message:
    try:
        return Message.from_json(fields.text("unreadable", 10_000))
    except (ValueError, KeyError, TypeError) as error:
        raise PackingError("a refusal without a reason") from error


def _read_fingerprints(fields: Fields) -> Fingerprints:
    quick, fine = fields.hex_bytes("phash64", 64), fields.hex_bytes("phash256", 32)
    if len(quick) != 64 or len(fine) != 32:
        raise PackingError("fingerprints of the wrong width")
    return Fingerprints(
        recipe=fields.text("recipe", 500),
        phash64=np.frombuffer(quick, dtype=">u8").astype(np.uint64),
        phash256=np.frombuffer(fine, dtype=">u8").astype(np.uint64),
    )
