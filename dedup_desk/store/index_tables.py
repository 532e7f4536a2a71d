"""The tables of the index, in parts with a version each: another version is made anew, empty.

A part lists the parts it was computed from: when one of them is made anew, so is this one.
Whole numbers of 64 bits without a sign (inodes, devices) are stored as SQLite's signed ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

INDEX = MetaData()
PICTURES = MetaData()


@dataclass(frozen=True, slots=True)
class Part:
    """Tables that are made and made anew together.

    Attributes:
        name, version: what the index remembers.
        tables: parents first.
        needs: names of the parts that this one is computed from.
    """

    name: str
    version: int
    tables: tuple[Table, ...]
    needs: tuple[str, ...] = ()


PART = Table(
    "part",
    INDEX,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    sqlite_strict=True,
)

IMAGE = Table(
    "image",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("root", Text, nullable=False),
    Column("path", LargeBinary, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("dev", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("picture", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("sidecars", Text, nullable=False),
    Column("sidecars_stamp", Integer, nullable=False),
    Column("is_blank", Integer, nullable=False),
    Column("recipe", Text, nullable=False),
    UniqueConstraint("root", "path"),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # an id names one image for ever, also after it is gone
)

IMAGE_BY_CONTENT = Index("image_by_content", IMAGE.c.digest)
"""Made with the table; an index that is older gets it when its queue is made."""

FINGERPRINT = Table(
    "fingerprint",
    INDEX,
    Column("image", Integer, ForeignKey("image.id", ondelete="CASCADE"), primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("bits", LargeBinary, nullable=False),  # 12 little-endian uint64: 8 of phash64, then 4
    sqlite_strict=True,
)

UNREADABLE = Table(
    "unreadable",
    INDEX,
    Column("root", Text, primary_key=True),
    Column("path", LargeBinary, primary_key=True),
    Column("size_bytes", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("dev", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("digest", LargeBinary),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

SKIPPED = Table(
    "skipped",
    INDEX,
    Column("root", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

PIXEL_DIGEST = Table(
    "pixel_digest",
    INDEX,
    Column("digest", LargeBinary, primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("pixels", LargeBinary),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

PAIR = Table(
    "pair",
    INDEX,
    Column("left", Integer, ForeignKey("image.id", ondelete="CASCADE"), primary_key=True),
    Column("right", Integer, ForeignKey("image.id", ondelete="CASCADE"), primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("a_is_left", Integer),  # from here on NULL where the two are unrelated
    Column("relation", Text),
    Column("finding", Text),
    Column("score", REAL),
    Column("details", Text),
    Index("pair_right", "right"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

CONTENT = Table(
    "content",
    INDEX,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # postings name contents by number: one number, one content
)

SEGMENT = Table(
    "segment",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("members", LargeBinary, nullable=False),  # little-endian uint32, growing
    sqlite_strict=True,
)

ANSWER = Table(
    "answer",
    INDEX,
    Column("content", Integer, ForeignKey("content.number", ondelete="CASCADE"), primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("hits", LargeBinary, nullable=False),  # (uint32 content, float32 score), best first
    sqlite_strict=True,
)

CLUSTER = Table(
    "cluster",
    INDEX,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("member_count", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

CLUSTER_MEMBER = Table(
    "cluster_member",
    INDEX,
    Column("cluster", Text, ForeignKey("cluster.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("record", Integer, ForeignKey("image.id", ondelete="CASCADE"), nullable=False),
    Column("edge_a", Integer),
    Column("edge_b", Integer),
    Column("relation", Text),
    Column("through", Integer),
    Index("cluster_member_record", "record"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

MARKER = Table(
    "marker",
    INDEX,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

QUEUE = Table(
    "queue",
    INDEX,
    Column("columns", LargeBinary, nullable=False),  # one row: see services/queue_table.py
    sqlite_strict=True,
)

PICTURE = Table(
    "picture",
    PICTURES,
    Column("digest", LargeBinary, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    sqlite_strict=True,
)

FEATURE = Table(
    "feature",
    PICTURES,
    Column("digest", LargeBinary, primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("keypoints", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("feature_made", "recipe", "digest", "keypoints"),  # so that counting reads no data
    sqlite_strict=True,
)

PICTURE_PART = Table(
    "part",
    PICTURES,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    sqlite_strict=True,
)

INDEX_PARTS = (
    Part("images", 3, (IMAGE, FINGERPRINT, UNREADABLE, SKIPPED, PIXEL_DIGEST)),
    Part("pairs", 1, (PAIR,), needs=("images",)),
    Part("details", 1, (CONTENT, SEGMENT, ANSWER)),
    Part("clusters", 1, (CLUSTER, CLUSTER_MEMBER, MARKER), needs=("images", "pairs")),
    Part("queue", 1, (QUEUE,), needs=("clusters",)),
)

PICTURE_PARTS = (Part("pictures", 1, (PICTURE,)), Part("features", 1, (FEATURE,)))
