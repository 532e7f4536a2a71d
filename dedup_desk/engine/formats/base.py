"""What a picture format must tell: its names, its signature, its cheap load, how it stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from PIL import Image

_LONG_RUN: Final = 64

Signature: TypeAlias = tuple[tuple[int, bytes], ...]
"""(offset, bytes) parts that must all be there."""


@dataclass(frozen=True, slots=True)
class Storage:
    """How the samples of one file are stored.

    Attributes:
        bit_depth: bits a sample.
        is_lossless: stored without loss.
        jpeg_quality: estimated, 1 to 100, or None.
        jpeg_sampling: "4:2:0" and the like, or None.
        is_progressive: written in several passes.
    """

    bit_depth: int = 8
    is_lossless: bool = True
    jpeg_quality: int | None = None
    jpeg_sampling: str | None = None
    is_progressive: bool = False


def plain_storage(image: Image.Image, _data: bytes) -> Storage:
    """Return the storage of a lossless format, as its Pillow mode tells it."""
    return Storage(bit_depth=mode_bits(image.mode))


def mode_bits(mode: str) -> int:
    """Return the bits a sample of a Pillow mode."""
    return {"1": 1, "I": 32, "F": 32}.get(mode, 16 if mode.startswith("I;16") else 8)


def frame_count(image: Image.Image, _data: bytes) -> int:
    """Return the pages or frames as Pillow counts them."""
    count = getattr(image, "n_frames", 1)
    return count if isinstance(count, int) and count > 0 else 1


def load_whole(_image: Image.Image, _data: bytes, _width_px: int, _height_px: int) -> None:
    """There is no cheaper load: the whole picture is decoded."""


def nothing_wrong(_data: bytes) -> bool:
    """The decoder itself notices when the end is missing."""
    return True


def ends_in_data(data: bytes) -> bool:
    """Say no where a sixteenth of the file or more, at its end, is zeros.

    A copy that broke off may have the right size and a tail of zeros. A format without checksums
    decodes them as picture; what a coder wrote does not look like that.
    """
    if data[-_LONG_RUN:].strip(b"\0"):
        return True
    return len(data) - len(data.rstrip(b"\0")) < len(data) // 16


@dataclass(frozen=True, slots=True)
class Format:
    """One row of `FORMATS`.

    Attributes:
        name: for people and `PictureFacts.format_name`.
        plugin: Pillow's id of the only plug-in that may open it; empty where none may, and the
            file is reported as a picture that this version cannot read.
        suffixes: lower case, with the dot.
        signatures: any of them at the start of a file says that it is of this format.
        storage: reads `Storage` off an opened, not yet loaded image and the file's bytes.
        ask_reduced: asks the decoder for a smaller picture, both edges at least as given
            (in stored, not upright orientation); called before loading.
        is_whole: says whether the file's bytes run to the picture's end.
        page_count: counts pages or frames.
        cost_s_per_megabyte: processor seconds that measuring takes per megabyte of file.
        turns_itself: the decoder applies the orientation while loading.
    """

    name: str
    plugin: str
    suffixes: frozenset[bytes]
    signatures: tuple[Signature, ...] = ()
    storage: Callable[[Image.Image, bytes], Storage] = plain_storage
    ask_reduced: Callable[[Image.Image, bytes, int, int], None] = load_whole
    is_whole: Callable[[bytes], bool] = nothing_wrong
    page_count: Callable[[Image.Image, bytes], int] = frame_count
    cost_s_per_megabyte: float = 0.02
    turns_itself: bool = False

    def begins(self, head: bytes) -> bool:
        """Say whether a file that begins with `head` carries one of the signatures."""
        return any(
            all(head[at : at + len(part)] == part for at, part in signature)
            for signature in self.signatures
        )


def suffixes(*texts: str) -> frozenset[bytes]:
    """Return file name suffixes as the bytes they are compared as."""
    return frozenset(text.encode() for text in texts)


def starts(*beginnings: bytes) -> tuple[Signature, ...]:
    """Return signatures that are simply the first bytes."""
    return tuple(((0, one),) for one in beginnings)


def brands(*names: bytes) -> tuple[Signature, ...]:
    """Return signatures of ISO base media files with these major brands."""
    return tuple(((4, b"ftyp" + name),) for name in names)
