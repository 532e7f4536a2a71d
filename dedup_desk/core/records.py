"""A file on disk and what the project knows of it.

`FilePlace` says where (root label and path *bytes*), `FileStamp` says whether it changed,
`SeenFile` says what was seen there (place and digest): decisions bind to it, never to a row
number. `ImageRecord` is the index's row: everything measured in the quick pass but the
fingerprints and the small pictures, which are kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from dedup_desk.core.display import display_text
from dedup_desk.core.messages import Message
from dedup_desk.core.metadata import MetadataFacts

RecordId = NewType("RecordId", int)
"""Row of an image in the index. Good for one index only; never written to a project file."""

Digest = NewType("Digest", bytes)
"""SHA-256 of a file's bytes: 32 bytes."""


@dataclass(frozen=True, slots=True, order=True)
class FilePlace:
    """Where a file is: the label of its collection root and its path below it.

    Attributes:
        root: the root's label ("masters"); the project maps labels to folders of this machine.
        path: relative path as the file system spells it, parts joined by b"/".
    """

    root: str
    path: bytes

    @property
    def name(self) -> bytes:
        """The last part of the path."""
        return self.path.rsplit(b"/", 1)[-1]

    @property
    def folder(self) -> bytes:
        """The path without its last part; empty for a file directly below the root."""
        return self.path.rsplit(b"/", 1)[0] if b"/" in self.path else b""

    def shown(self) -> str:
        """The path for eyes, root label not included."""
        return display_text(self.path)


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What `stat` said: equal stamps mean that a file need not be read again.

    Attributes:
        place: where.
        size_bytes, mtime_ns: as `st_size` and `st_mtime_ns`.
        dev, inode: identity on this machine; two places of one inode are hard links.
    """

    place: FilePlace
    size_bytes: int
    mtime_ns: int
    dev: int
    inode: int


class SkipReason(StrEnum):
    """Why scan passed a directory entry over."""

    NOT_AN_IMAGE = "not-an-image"
    IGNORED = "ignored"
    LINK = "link"
    NOT_A_FILE = "not-a-file"
    OTHER_FILE_SYSTEM = "other-file-system"
    NO_ACCESS = "no-access"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A directory entry that is not part of the collection, and why."""

    place: FilePlace
    reason: SkipReason


@dataclass(frozen=True, slots=True, order=True)
class SeenFile:
    """A place and the content that was seen there; what a decision binds to."""

    place: FilePlace
    digest: Digest


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """How the picture itself is stored, read from its own bytes.

    Attributes:
        format_name: "JPEG", "TIFF", "PNG" ... (a row of `engine/formats`).
        width_px, height_px: upright (orientation applied), page 1.
        orientation: EXIF orientation 1 to 8 as stored; 1 where absent.
        bit_depth: bits a sample as stored (8, 16, 32, 1).
        colour_model: "RGB", "grey", "CMYK", "Lab", "palette", "bilevel", "YCbCr".
        has_alpha: the file carries transparency.
        page_count: pages or frames.
        icc_name: description of the embedded profile, or None.
        is_lossless: stored without loss (PNG, most TIFF, lossless WebP ...).
        jpeg_quality: estimated from the quantisation tables, 1 to 100, or None.
        compared_at_8_bit: the compared rendering has fewer bits than the file.
        jpeg_sampling: how colour is thinned out ("4:4:4", "4:2:0"), or None.
        is_progressive: a JPEG written in several passes.
    """

    format_name: str
    width_px: int
    height_px: int
    orientation: int = 1
    bit_depth: int = 8
    colour_model: str = "RGB"
    has_alpha: bool = False
    page_count: int = 1
    icc_name: str | None = None
    is_lossless: bool = False
    jpeg_quality: int | None = None
    compared_at_8_bit: bool = False
    jpeg_sampling: str | None = None
    is_progressive: bool = False

    @property
    def pixel_count(self) -> int:
        """Width times height."""
        return self.width_px * self.height_px


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """One readable image as the index knows it.

    Attributes:
        id: its row in the index.
        stamp: place, size, time, identity when it was read.
        digest: SHA-256 of the bytes.
        picture: how the picture is stored.
        facts: what its metadata says.
        sidecars: names of companion files in the same folder (bytes), sorted.
        is_blank: too little detail to compare; takes part in exact matching only.
    """

    id: RecordId
    stamp: FileStamp
    digest: Digest
    picture: PictureFacts
    facts: MetadataFacts = field(default_factory=MetadataFacts)
    sidecars: tuple[bytes, ...] = ()
    is_blank: bool = False

    @property
    def place(self) -> FilePlace:
        """Where the file is."""
        return self.stamp.place

    @property
    def seen(self) -> SeenFile:
        """What a decision about this image binds to."""
        return SeenFile(self.stamp.place, self.digest)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file taken for an image that could not be decoded, and why.

    Attributes:
        stamp: the file as it was when reading was tried.
        reason: one sentence.
        digest: SHA-256 where the bytes could be read to the end, else None.
    """

    stamp: FileStamp
    reason: Message
    digest: Digest | None = None
