"""The small pictures of the index: thumbnails and proxies, by the digest of the file they show.

They stand in a database of their own, so that reading a thousand rows never drags pictures along,
and so that erasing them is erasing here: `secure_delete` overwrites what is removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.records import Digest
from dedup_desk.store.index_tables import FEATURE, PICTURE


class PictureKind(StrEnum):
    """Which small picture: 256 px for lists, or 512 px for comparing."""

    THUMBNAIL = "thumbnail"
    PROXY = "proxy"


def put_pictures(connection: Connection, images: Sequence[MeasuredImage]) -> None:
    """Keep both small pictures of each image."""
    rows = [
        {"digest": image.digest, "kind": kind.value, "data": data}
        for image in images
        for kind, data in (
            (PictureKind.THUMBNAIL, image.thumbnail),
            (PictureKind.PROXY, image.proxy),
        )
    ]
    if rows:
        connection.execute(insert(PICTURE).prefix_with("OR REPLACE"), rows)


def picture(connection: Connection, digest: Digest, kind: PictureKind) -> bytes | None:
    """Return one small picture as an encoded file, or None where there is none."""
    found = connection.execute(
        select(PICTURE.c.data).where(PICTURE.c.digest == digest, PICTURE.c.kind == kind.value)
    ).scalar()
    return None if found is None else bytes(found)


def digests(connection: Connection) -> frozenset[Digest]:
    """Return the digests of all files that have a small picture."""
    found = connection.execute(select(PICTURE.c.digest).distinct()).scalars()
    return frozenset(Digest(one) for one in found)


def remove_pictures(connection: Connection, of: Collection[Digest]) -> None:
    """Remove the small pictures of files, and the features: a picture can be guessed from them."""
    for batch in _batches(of):
        for table in (PICTURE, FEATURE):
            connection.execute(delete(table).where(table.c.digest.in_(batch)))


def _batches(of: Iterable[Digest]) -> list[list[Digest]]:
    listed = sorted(of)
    return [listed[at : at + 500] for at in range(0, len(listed), 500)]
