"""Files with several pages on disk, and a review of two of them that reads them for real."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.pairs import Matrix, Relation, VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, FileStamp, ImageRecord, RecordId
from dedup_desk.engine.decode import opened
from dedup_desk.services.review_queue import Shelf
from tests.helpers.made_pictures import photo
from tests.helpers.review_fakes import Scene, a_pair

ROOT = "masters"
WIDE, HIGH = 900, 600
HALVED: Matrix = (0.5, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 1.0)

Pixels = NDArray[np.uint8]


def page(seed: int) -> Pixels:
    """Return a page that looks like no other seed's."""
    return photo(WIDE, HIGH, seed=seed)


def halved(pixels: Pixels) -> Pixels:
    """Return a page at half its size."""
    small = Image.fromarray(pixels).resize((pixels.shape[1] // 2, pixels.shape[0] // 2))
    return np.asarray(small)


def write_tiff(path: Path, pages: Sequence[Pixels], compression: str = "tiff_lzw") -> Path:
    """Write a TIFF with these pages."""
    first, *more = (Image.fromarray(one) for one in pages)
    first.save(path, save_all=True, append_images=more, compression=compression)
    return path


def spoil_page(path: Path, number: int) -> None:
    """Overwrite most of the samples of one page (from 0); all others stay as they are."""
    with Image.open(path) as image:
        image.seek(number)
        at, length = image.tag_v2[273][0], sum(image.tag_v2[279])
    data = bytearray(path.read_bytes())
    data[at : at + length] = b"\xff" * length
    path.write_bytes(data)


def record_of(path: Path, number: int) -> ImageRecord:
    """Return a file as the index would know it."""
    data, stat = path.read_bytes(), path.stat()
    with opened(data) as source:
        picture = source.picture
    place = FilePlace(ROOT, os.fsencode(path.name))
    stamp = FileStamp(place, stat.st_size, stat.st_mtime_ns, stat.st_dev, stat.st_ino)
    return ImageRecord(RecordId(number), stamp, Digest(hashlib.sha256(data).digest()), picture)


def two_files(left: Path, right: Path, link: Matrix = HALVED) -> Scene:
    """Return a group of two files whose first pages were compared."""
    records = record_of(left, 1), record_of(right, 2)
    pair: VerifiedPair = a_pair(*records, Relation.RESIZED, link)
    members = (Member(records[0].id), Member(records[1].id, pair.key, pair.relation))
    cluster = Cluster(records[0].digest.hex()[:12], members, 2)
    shelf = Shelf.of({one.id: one for one in records}, [cluster], [pair])
    return Scene({}, shelf, {})
