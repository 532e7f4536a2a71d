"""The queue as columns: a hundred thousand rows in a few arrays, made once for each generation.

What of a row never changes while one generation of the index is reviewed stands here; how far it is
decided stands in an array beside it. A filter is then a handful of array operations, an order is an
array that was sorted once, and a `ClusterRow` is made for a row that somebody looks at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.array_file import ArrayPlan, Layout, read_arrays
from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.records import Digest, RecordId
from dedup_desk.services.review_views import ClusterRow, QueueOrder, RowKind, RowState

RECIPE: Final = "queue 2"

KINDS: Final = tuple(RowKind)
RELATIONS: Final = tuple(Relation)
SURENESS: Final = (Sureness.CERTAIN, Sureness.LIKELY, Sureness.CHECK)
STATES: Final = tuple(RowState)
ORDERS: Final = tuple(QueueOrder)

Codes = NDArray[np.uint8]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that holds images of the queue.

    Attributes:
        root: label of its collection.
        path: bytes below the root; empty for the root itself.
    """

    root: str
    path: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One array for each fact; n rows, m members in all, f folders.

    Attributes:
        kind, lane, relation, sureness, is_chained: (n,) uint8; codes of the tables above.
        score: (n,) float32, of the weakest edge, 0 to 1.
        redundant_bytes: (n,) uint64.
        folder: (n,) uint32, the centre's folder.
        digests: (64 * n,) uint8, of the centre and of the last member.
        member_end: (n,) uint32, where the members of a row end.
        member: (m,) uint64, record ids; member_folder: (m,) uint32; member_bytes: (m,) uint64, the
            sizes of the files.
        joined_as: (m,) uint8, 0 for the centre, else 1 + the code of the relation that joined it.
        tally: uint64, the numbers of the whole collection, see `tallying`; empty if never counted.
        seen: (2 * n,) uint64; of a look pair, the records that were compared, which differ from its
            members where those are identical files of them.
        orders: (k * n,) uint32, the rows in each of the k orders.
        ids, titles, texts, folders, roots: (bytes,) uint8, one after the other; texts are folded
            and end in a line feed each, the others are told apart by their ends.
        id_end, title_end, text_end, folder_end, root_end: uint64, where each ends.
        folder_root: (f,) uint32, which root a folder is in.
    """

    kind: Codes
    lane: Codes
    relation: Codes
    sureness: Codes
    is_chained: Codes
    score: NDArray[np.float32]
    redundant_bytes: NDArray[np.uint64]
    folder: NDArray[np.uint32]
    digests: Codes
    member_end: NDArray[np.uint32]
    member: NDArray[np.uint64]
    member_folder: NDArray[np.uint32]
    member_bytes: NDArray[np.uint64]
    joined_as: Codes
    tally: NDArray[np.uint64]
    seen: NDArray[np.uint64]
    orders: NDArray[np.uint32]
    ids: Codes
    id_end: NDArray[np.uint64]
    titles: Codes
    title_end: NDArray[np.uint64]
    texts: Codes
    text_end: NDArray[np.uint64]
    folders: Codes
    folder_end: NDArray[np.uint64]
    folder_root: NDArray[np.uint32]
    roots: Codes
    root_end: NDArray[np.uint64]

    def packed(self) -> bytes:
        """Return all columns as one piece of bytes."""
        named = {one.name: np.ascontiguousarray(getattr(self, one.name)) for one in fields(self)}
        plans = [ArrayPlan(name, one.dtype.str.replace("|", "<"), one.size)
                 for name, one in named.items()]  # fmt: skip
        layout = Layout.of(RECIPE, plans)
        made = bytearray(layout.size_bytes)
        made[: len(layout.head)] = layout.head
        for name, one in named.items():
            at, data = layout.placed(name, 0, one)
            made[at : at + len(data)] = data
        return bytes(made)

    @classmethod
    def read(cls, data: bytes) -> Columns:
        """Read what `packed` made.

        Raises:
            ArrayFileError: it is no such thing, or of another version.
        """
        return cls(**read_arrays(data, RECIPE))


class QueueTable:
    """The rows of one generation, groups first, each under the number it has in the queue.

    Attributes:
        columns: what is known of all rows.
        ids: row ids; place: id -> row.
        folders: by the code that columns use.
        member_start: (n,) int64, where the members of a row begin.
        text: the folded text of all rows, UTF-8.
        hidden: (n,) bool, rows that another row stands for; None where there are none.
        joined: (n,) bool, rows that stand for groups a person joined; None likewise.
        found_as: (n,) uint8, codes of the relations as they were before anything was joined.
    """

    def __init__(self, columns: Columns) -> None:
        self.hidden: NDArray[np.bool_] | None = None
        self.joined: NDArray[np.bool_] | None = None
        self.ids = [one.decode("ascii") for one in _pieces(columns.ids, columns.id_end)]
        self.place = {one: at for at, one in enumerate(self.ids)}
        roots = [one.decode() for one in _pieces(columns.roots, columns.root_end)]
        paths = _pieces(columns.folders, columns.folder_end)
        labels = columns.folder_root.tolist()
        self.folders = tuple(Folder(roots[at], one) for at, one in zip(labels, paths, strict=True))
        self.found_as = columns.relation
        self._orders = columns.orders.reshape(len(ORDERS), -1)
        self._take(columns)

    def _take(self, columns: Columns) -> None:
        self.columns = columns
        ends = columns.member_end.astype(np.int64)
        self.member_start = np.concatenate((ends[:0], [0], ends[:-1])) if len(ends) else ends
        self.text = columns.texts.tobytes()
        self._titles = columns.titles.tobytes()
        self._digests = columns.digests.tobytes()

    def changed(
        self, columns: Columns, hidden: NDArray[np.bool_], joined: NDArray[np.bool_]
    ) -> QueueTable:
        """Return the same rows under the same ids, in the same orders, with other facts."""
        made = copy(self)
        made.hidden, made.joined, made.found_as = hidden, joined, self.columns.relation
        made._take(columns)  # noqa: SLF001 - of this very class
        return made

    def with_tally(self, numbers: NDArray[np.uint64]) -> QueueTable:
        """Return the same table with the numbers of the whole collection."""
        made = copy(self)
        made.columns = replace(self.columns, tally=numbers)
        return made

    def __len__(self) -> int:
        return len(self.ids)

    def is_group(self) -> NDArray[np.bool_]:
        """Say of every row whether it is a group that stands for itself; (n,)."""
        groups: NDArray[np.bool_] = self.columns.kind == KINDS.index(RowKind.CLUSTER)
        return groups if self.hidden is None else groups & ~self.hidden

    def member_counts(self) -> Rows:
        """Return how many members every row has; (n,)."""
        return self.columns.member_end.astype(np.int64) - self.member_start

    def is_shown(self, at: int) -> bool:
        """Say whether a row stands for itself."""
        return self.hidden is None or not self.hidden[at]

    def words(self, at: int) -> bytes:
        """Return what a search looks through of a row, with the line feed at its end."""
        begin = int(self.columns.text_end[at - 1]) if at else 0
        return self.text[begin : int(self.columns.text_end[at])]

    def row(self, at: int, state: RowState) -> ClusterRow:
        """Make the row number `at`, from 0."""
        known = self.columns
        folder = self.folders[known.folder[at]]
        begin = int(known.title_end[at - 1]) if at else 0
        return ClusterRow(
            id=self.ids[at],
            kind=KINDS[known.kind[at]],
            lane=int(known.lane[at]),
            member_count=int(known.member_end[at]) - int(self.member_start[at]),
            relation=RELATIONS[known.relation[at]],
            sureness=SURENESS[known.sureness[at]],
            state=state,
            title=self._titles[begin : int(known.title_end[at])],
            folder=folder.path,
            redundant_bytes=int(known.redundant_bytes[at]),
            thumbnails=self.digests(at),
            root=folder.root,
            number=at + 1,
            score=float(known.score[at]),
            is_chained=bool(known.is_chained[at]),
        )

    def digests(self, at: int) -> tuple[Digest, Digest]:
        """Return the contents of a row's centre and of its last member."""
        both = self._digests[64 * at : 64 * at + 64]
        return Digest(both[:32]), Digest(both[32:])

    def members(self, at: int) -> tuple[RecordId, ...]:
        """Return the images of a row, the centre first."""
        found = self.columns.member[self.member_start[at] : self.columns.member_end[at]]
        return tuple(RecordId(one) for one in found.tolist())

    def seen(self, at: int) -> tuple[RecordId, RecordId]:
        """Return the two images of a look pair that were compared."""
        a, b = self.columns.seen[2 * at : 2 * at + 2].tolist()
        return RecordId(a), RecordId(b)

    def ordered(self, order: QueueOrder) -> NDArray[np.uint32]:
        """Return all rows in an order."""
        found: NDArray[np.uint32] = self._orders[ORDERS.index(order)]
        return found


@dataclass(frozen=True, slots=True)
class Entry:
    """A row to be put into a table.

    Attributes:
        row: its facts; number and state do not matter.
        members: its images, the centre first.
        places: the folder of each.
        sizes: bytes of each.
        relations: what joined each; None for the centre.
        text: what a search looks through, folded.
        seen: of a look pair, the images that were compared.
    """

    row: ClusterRow
    members: Sequence[RecordId] = ()
    places: Sequence[Folder] = ()
    sizes: Sequence[int] = ()
    relations: Sequence[Relation | None] = ()
    text: str = ""
    seen: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Pieces:
    """Texts one after the other, and where each ends."""

    parts: list[bytes] = field(default_factory=list)

    @property
    def columns(self) -> tuple[Codes, NDArray[np.uint64]]:
        ends = np.cumsum([len(one) for one in self.parts], dtype=np.uint64)
        return np.frombuffer(b"".join(self.parts), np.uint8), ends


def table_of(entries: Iterable[Entry]) -> QueueTable:
    """Put rows into a table, in their order."""
    listed = list(entries)
    folders = _folders(listed)
    code = {folder: at for at, folder in enumerate(folders)}
    known = {
        **_codes(listed, code),
        **_member_columns(listed, code),
        **_texts(listed),
        **_folder_columns(folders),
    }
    known["tally"] = np.zeros(0, np.uint64)
    known["orders"] = _orders(known, [one.row for one in listed]).ravel()
    return QueueTable(Columns(**known))


def _folders(listed: Sequence[Entry]) -> list[Folder]:
    """Return all folders, in the order in which the queue shows them."""
    found = {Folder(one.row.root, one.row.folder) for one in listed}
    found.update(place for one in listed for place in one.places)
    return sorted(found, key=lambda one: (one.path, one.root))


def _codes(listed: Sequence[Entry], code: Mapping[Folder, int]) -> dict[str, NDArray[Any]]:
    rows = [one.row for one in listed]

    def codes(values: Iterator[int]) -> Codes:
        return np.fromiter(values, np.uint8, len(rows))

    return {
        "kind": codes(KINDS.index(row.kind) for row in rows),
        "lane": codes(row.lane for row in rows),
        "relation": codes(_RELATION[row.relation] for row in rows),
        "sureness": codes(SURENESS.index(row.sureness) for row in rows),
        "is_chained": codes(row.is_chained for row in rows),
        "score": np.array([row.score for row in rows], np.float32),
        "redundant_bytes": np.array([row.redundant_bytes for row in rows], np.uint64),
        "folder": np.array([code[Folder(row.root, row.folder)] for row in rows], np.uint32),
        "digests": np.frombuffer(b"".join(b"".join(row.thumbnails) for row in rows), np.uint8),
        "seen": np.array([one.seen for one in listed], np.uint64).ravel(),
    }


def _member_columns(listed: Sequence[Entry], code: Mapping[Folder, int]) -> dict[str, NDArray[Any]]:
    counts = [one.row.member_count for one in listed]
    flat = [
        which for one in listed for which in one.members or [RecordId(0)] * one.row.member_count
    ]
    places = [
        code[place]
        for one in listed
        for place in one.places or [Folder(one.row.root, one.row.folder)] * one.row.member_count
    ]
    sizes = [size for one in listed for size in one.sizes or [0] * one.row.member_count]
    joined = [
        relation for one in listed for relation in one.relations or [None] * one.row.member_count
    ]
    return {
        "member_end": np.cumsum(counts, dtype=np.uint32),
        "member": np.array(flat, np.uint64),
        "member_folder": np.array(places, np.uint32),
        "member_bytes": np.array(sizes, np.uint64),
        "joined_as": np.array([joined_code(one) for one in joined], np.uint8),
    }


def joined_code(relation: Relation | None) -> int:
    """Return how `Columns.joined_as` writes what joined a member."""
    return 0 if relation is None else 1 + _RELATION[relation]


def _texts(listed: Sequence[Entry]) -> dict[str, NDArray[Any]]:
    ids, id_end = _Pieces([one.row.id.encode("ascii") for one in listed]).columns
    titles, title_end = _Pieces([one.row.title for one in listed]).columns
    lines = [one.text.replace("\n", " ").encode("utf-8", "replace") + b"\n" for one in listed]
    texts, text_end = _Pieces(lines).columns
    return {
        "ids": ids, "id_end": id_end, "titles": titles, "title_end": title_end,
        "texts": texts, "text_end": text_end,
    }  # fmt: skip


def _folder_columns(folders: Sequence[Folder]) -> dict[str, NDArray[Any]]:
    labels = sorted({folder.root for folder in folders})
    roots, root_end = _Pieces([label.encode() for label in labels]).columns
    paths, folder_end = _Pieces([folder.path for folder in folders]).columns
    which = [labels.index(folder.root) for folder in folders]
    return {
        "roots": roots, "root_end": root_end, "folders": paths, "folder_end": folder_end,
        "folder_root": np.array(which, np.uint32),
    }  # fmt: skip


def _orders(known: Mapping[str, NDArray[Any]], rows: Sequence[ClusterRow]) -> NDArray[np.uint32]:
    """Sort the rows in every order; ties always end at the id."""
    ids = _ranks([row.id for row in rows])
    titles = _ranks([row.title for row in rows])
    lane, folder, relation = known["lane"], known["folder"], known["relation"]
    largest = -known["redundant_bytes"].astype(np.int64)
    ends = known["member_end"].astype(np.int64)
    other = known["member_folder"][ends - 1] if len(ends) else folder
    least = -known["sureness"].astype(np.int64)
    keys: Mapping[QueueOrder, tuple[NDArray[Any], ...]] = {
        QueueOrder.LANE: (lane, folder, relation, largest, titles, ids),
        QueueOrder.FOLDER: (folder, titles, ids),
        QueueOrder.TRANSFORMATION: (relation, folder, other, titles, ids),
        QueueOrder.LARGEST: (largest, lane, ids),
        QueueOrder.LEAST_CERTAIN: (least, known["score"], lane, folder, ids),
    }
    return np.array([np.lexsort(keys[order][::-1]) for order in ORDERS], np.uint32)


def _ranks(values: Sequence[Any]) -> NDArray[np.int64]:
    """Return each value's place among the others, equal ones at one place."""
    places = {value: at for at, value in enumerate(sorted(set(values)))}
    return np.array([places[value] for value in values], np.int64)


def _pieces(data: Codes, ends: NDArray[np.uint64]) -> list[bytes]:
    whole, last, found = data.tobytes(), 0, []
    for end in ends.tolist():
        found.append(whole[last:end])
        last = end
    return found


_RELATION: Final = {relation: at for at, relation in enumerate(RELATIONS)}
