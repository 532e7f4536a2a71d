"""The images of the index: what was measured, what could not be read, what was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    RecordId,
    SkipReason,
    Unreadable,
)
from dedup_desk.store.database import AnyRow
from dedup_desk.store.index_tables import FINGERPRINT, IMAGE, PIXEL_DIGEST, SKIPPED, UNREADABLE
from dedup_desk.store.index_values import (
    facts_text,
    names_text,
    picture_text,
    read_facts,
    read_names,
    read_picture,
    signed,
    unsigned,
)

Key = TypeVar("Key")

_A_STATEMENT = 400
"""Keys that one statement asks for."""

_WORDS = 12
"""uint64 words of a fingerprint row: 8 of phash64, 4 of phash256."""


@dataclass(frozen=True, slots=True)
class KnownStamp:
    """What the index knows of a file, to tell whether it must be read again.

    Attributes:
        stamp: as it was when the file was read.
        record: its row; None for a file that could not be read.
        recipe: what its fingerprints were made with; None for a file that could not be read.
        sidecars_stamp: state of the companions that were read with it.
        is_final: False where reading failed before the end of the file: it may go better now.
    """

    stamp: FileStamp
    record: RecordId | None
    recipe: str | None
    sidecars_stamp: int = 0
    is_final: bool = True


class FingerprintTable(NamedTuple):
    """The fingerprints of all images, one row each, by growing id.

    Attributes:
        ids: (N,) int64.
        phash64: (N, 8) uint64, the 8 symmetries.
        phash256: (N, 4) uint64.
    """

    ids: NDArray[np.int64]
    phash64: NDArray[np.uint64]
    phash256: NDArray[np.uint64]


def put_measured(connection: Connection, images: Sequence[MeasuredImage]) -> None:
    """Write what was measured; a file whose content changed becomes a new image."""
    if not images:
        return
    rows = [_row_of(image) for image in images]
    places = [{"at_root": row["root"], "at_path": row["path"]} for row in rows]
    changed = [{**at, "now": row["digest"]} for at, row in zip(places, rows, strict=True)]
    connection.execute(
        delete(IMAGE).where(*_at(IMAGE), IMAGE.c.digest != bindparam("now")), changed
    )
    into = upsert(IMAGE)
    update = {name: into.excluded[name] for name in rows[0] if name not in ("root", "path")}
    connection.execute(into.on_conflict_do_update(("root", "path"), set_=update), rows)
    connection.execute(delete(UNREADABLE).where(*_at(UNREADABLE)), places)
    bits = [_fingerprint_of(image) for image in images]
    connection.execute(
        insert(FINGERPRINT)
        .prefix_with("OR REPLACE")
        .from_select(
            ("image", "recipe", "bits"),
            select(IMAGE.c.id, bindparam("made_by"), bindparam("packed")).where(*_at(IMAGE)),
        ),
        [{**at, **one} for at, one in zip(places, bits, strict=True)],
    )


def put_unreadable(connection: Connection, files: Sequence[Unreadable]) -> None:
    """Write files that could not be decoded; they are no images any more."""
    if not files:
        return
    forget(connection, [one.stamp.place for one in files])
    connection.execute(
        insert(UNREADABLE),
        [
            {**_stamp_row(one.stamp), "reason": one.reason.as_json(), "digest": one.digest}
            for one in files
        ],
    )


def forget(connection: Connection, places: Iterable[FilePlace]) -> None:
    """Remove files that are gone, with everything computed from them."""
    rows = [{"at_root": place.root, "at_path": place.path} for place in places]
    if rows:
        connection.execute(delete(IMAGE).where(*_at(IMAGE)), rows)
        connection.execute(delete(UNREADABLE).where(*_at(UNREADABLE)), rows)


def stamps(connection: Connection) -> dict[FilePlace, KnownStamp]:
    """Return every file that is known, readable or not."""
    columns = ("root", "path", "size_bytes", "mtime_ns", "dev", "inode")
    of_images = select(
        *(IMAGE.c[name] for name in columns), IMAGE.c.id, IMAGE.c.recipe, IMAGE.c.sidecars_stamp
    )
    of_others = select(*(UNREADABLE.c[name] for name in columns), UNREADABLE.c.digest)
    known = [
        KnownStamp(_stamp_of(row), RecordId(row.id), row.recipe, row.sidecars_stamp)
        for row in connection.execute(of_images)
    ]
    known += [
        KnownStamp(_stamp_of(row), None, None, is_final=row.digest is not None)
        for row in connection.execute(of_others)
    ]
    return {one.stamp.place: one for one in known}


def records(
    connection: Connection, only: RecordId | None = None, check: Check = unasked
) -> dict[RecordId, ImageRecord]:
    """Return all images, or one, by id."""
    query = select(IMAGE).order_by(IMAGE.c.id)
    if only is not None:
        query = query.where(IMAGE.c.id == only)
    rows = checked(connection.execute(query), check)
    return {RecordId(row.id): _record_of(row) for row in rows}


def records_by_id(connection: Connection, ids: Iterable[RecordId]) -> dict[RecordId, ImageRecord]:
    """Return some images by id; those that are gone are left out."""
    return _some(connection, [IMAGE.c.id.in_(some) for some in _batches(ids)])


def records_at(connection: Connection, places: Iterable[FilePlace]) -> dict[RecordId, ImageRecord]:
    """Return the images at some places.

    Asked root by root: for a list of pairs SQLite goes through the whole table, 30 ms of 300,000.
    """
    paths: dict[str, list[bytes]] = {}
    for place in places:
        paths.setdefault(place.root, []).append(place.path)
    wanted = (
        and_(IMAGE.c.root == root, IMAGE.c.path.in_(some))
        for root, listed in paths.items()
        for some in _batches(listed)
    )
    return _some(connection, wanted)


def records_of(connection: Connection, digests: Iterable[Digest]) -> dict[RecordId, ImageRecord]:
    """Return all images of some contents."""
    return _some(connection, [IMAGE.c.digest.in_(some) for some in _batches(digests)])


def one_of_each_root(connection: Connection) -> dict[RecordId, ImageRecord]:
    """Return one image of every root."""
    firsts = select(func.min(IMAGE.c.id)).group_by(IMAGE.c.root)
    return _some(connection, [IMAGE.c.id.in_(firsts)])


def unreadable(connection: Connection) -> tuple[Unreadable, ...]:
    """Return the files that could not be decoded, by place."""
    query = select(UNREADABLE).order_by(UNREADABLE.c.root, UNREADABLE.c.path)
    return tuple(
        Unreadable(
            _stamp_of(row),
            Message.from_json(row.reason),
            None if row.digest is None else Digest(row.digest),
        )
        for row in connection.execute(query)
    )


def set_skipped(connection: Connection, root: str, counts: Mapping[SkipReason, int]) -> None:
    """Note how many entries of a root scan passed over, and why."""
    connection.execute(delete(SKIPPED).where(SKIPPED.c.root == root))
    rows = [
        {"root": root, "reason": reason.value, "count": count} for reason, count in counts.items()
    ]
    if rows:
        connection.execute(insert(SKIPPED), rows)


def skipped(connection: Connection) -> dict[str, Counter[SkipReason]]:
    """Return root label -> how many entries were passed over, and why."""
    counts: dict[str, Counter[SkipReason]] = {}
    query = select(SKIPPED.c.root, SKIPPED.c.reason, SKIPPED.c["count"])
    for root, reason, count in connection.execute(query):
        counts.setdefault(root, Counter())[SkipReason(reason)] = count
    return counts


def fingerprints(connection: Connection, recipe: str | None = None) -> FingerprintTable:
    """Return the fingerprints as arrays; those of one recipe, or all."""
    query = select(FINGERPRINT.c.image, FINGERPRINT.c.bits).order_by(FINGERPRINT.c.image)
    if recipe is not None:
        query = query.where(FINGERPRINT.c.recipe == recipe)
    rows = connection.execute(query).all()
    packed = b"".join(row[1] for row in rows)
    words = np.frombuffer(packed, dtype="<u8").astype(np.uint64).reshape(len(rows), _WORDS)
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    split = np.ascontiguousarray
    return FingerprintTable(ids, split(words[:, :8]), split(words[:, 8:]))


def put_pixel_digests(
    connection: Connection, found: Mapping[Digest, bytes | None], recipe: str
) -> None:
    """Note the pixel digests of contents; None for one that has none at full depth."""
    rows = [
        {"digest": digest, "recipe": recipe, "pixels": pixels} for digest, pixels in found.items()
    ]
    if rows:
        connection.execute(insert(PIXEL_DIGEST).prefix_with("OR REPLACE"), rows)


def pixel_digests(connection: Connection, recipe: str) -> dict[Digest, bytes | None]:
    """Return the pixel digests made with `recipe`, by the SHA-256 of the file."""
    query = select(PIXEL_DIGEST).where(PIXEL_DIGEST.c.recipe == recipe)
    return {Digest(row.digest): row.pixels for row in connection.execute(query)}


def _some(
    connection: Connection, wanted: Iterable[ColumnElement[bool]]
) -> dict[RecordId, ImageRecord]:
    rows = (row for one in wanted for row in connection.execute(select(IMAGE).where(one)))
    return {RecordId(row.id): _record_of(row) for row in rows}


def _batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Cut keys into lists that one statement takes."""
    left = iter(keys)
    while some := list(islice(left, _A_STATEMENT)):
        yield some


def _at(table: Table) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.root == bindparam("at_root"), table.c.path == bindparam("at_path")


def _row_of(image: MeasuredImage) -> dict[str, object]:
    return {
        **_stamp_row(image.stamp),
        "digest": image.digest,
        "picture": picture_text(image.picture),
        "facts": facts_text(image.facts),
        "sidecars": names_text(image.sidecars),
        "sidecars_stamp": image.sidecars_stamp,
        "is_blank": int(image.is_blank),
        "recipe": image.fingerprints.recipe,
    }


def _fingerprint_of(image: MeasuredImage) -> dict[str, object]:
    made = image.fingerprints
    words = np.concatenate((made.phash64, made.phash256)).astype("<u8")
    if words.shape != (_WORDS,):
        raise ValueError(f"a fingerprint has {_WORDS} words, not {words.shape}")
    return {"made_by": made.recipe, "packed": words.tobytes()}


def _stamp_row(stamp: FileStamp) -> dict[str, object]:
    return {
        "root": stamp.place.root,
        "path": stamp.place.path,
        "size_bytes": stamp.size_bytes,
        "mtime_ns": stamp.mtime_ns,
        "dev": signed(stamp.dev),
        "inode": signed(stamp.inode),
    }


def _stamp_of(row: AnyRow) -> FileStamp:
    place = FilePlace(row.root, row.path)
    return FileStamp(place, row.size_bytes, row.mtime_ns, unsigned(row.dev), unsigned(row.inode))


def _record_of(row: AnyRow) -> ImageRecord:
    return ImageRecord(
        RecordId(row.id),
        _stamp_of(row),
        Digest(row.digest),
        read_picture(row.picture),
        read_facts(row.facts),
        read_names(row.sidecars),
        bool(row.is_blank),
    )
