"""What the queue can be narrowed to, in words: the entries of its menus, and what is on now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dedup_desk.core.display import display_text, size_text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import Sureness
from dedup_desk.services.review_views import QueueOrder, RowKind, RowState
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.wording import sureness_words

SIZES_BYTES: Final = (10**6, 10**7, 10**8, 10**9)
"""Least sizes that are offered: what a group holds beside its kept copy."""

FOLDERS_COUNTED: Final = 5_000
"""With more, every entry of the menu would hold the window up for milliseconds."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a menu.

    Attributes:
        words: what it shows.
        changes: parts of the query that it changes, see `QueueViewModel.narrow`.
        rows: how many rows it stands for, None where that is not counted.
        is_on: it is in force now.
    """

    words: str
    changes: Mapping[str, Any]
    rows: int | None = None
    is_on: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind, under a title."""

    title: str
    choices: tuple[Choice, ...] = field(default_factory=tuple)


def sections(queue: QueueViewModel) -> tuple[Section, ...]:
    """Return everything that the filter menu offers now; values of no row are left out."""
    made = (
        Section(_say(_LANE), tuple(_lanes(queue))),
        Section(_say(_STATE), tuple(_states(queue))),
        Section(_say(_SURENESS), tuple(_sureness(queue))),
        Section(_say(_FOLDER), tuple(_folders(queue))),
        Section(_say(_COLLECTION), tuple(_collections(queue))),
        Section(_say(_SIZE), tuple(_sizes(queue))),
        Section(_say(_MORE), tuple(_more(queue))),
    )
    return tuple(one for one in made if one.choices)


def orders(queue: QueueViewModel) -> tuple[Choice, ...]:
    """Return the orders that the queue can have."""
    return tuple(
        Choice(_say(words), {"order": order}, is_on=queue.query.order is order)
        for order, words in ORDER_WORDS.items()
    )


def in_force(queue: QueueViewModel) -> tuple[Choice, ...]:
    """Return what hides rows now, kinds of copy left aside; `changes` lets go of it."""
    query = queue.query
    found: list[Choice] = []
    if query.text:
        found.append(Choice(f"“{query.text}”", {"text": ""}))
    if query.folder is not None:
        found.append(Choice(_folder_words(query.folder), {"folder": None}))
    if query.least_bytes:
        found.append(Choice(_size_words(query.least_bytes), {"least_bytes": 0}))
    found += [
        Choice(one.words, {name: frozenset()})
        for name, choices in (
            ("lanes", _lanes(queue)),
            ("states", _states(queue)),
            ("sureness", _sureness(queue)),
            ("roots", _collections(queue)),
        )
        for one in choices
        if one.is_on
    ]
    return (*found, *(Choice(one.words, _off(one)) for one in _more(queue) if one.is_on))


def _off(choice: Choice) -> dict[str, object]:
    nothing = {"kinds": frozenset(), "is_chained": False, "only": None}
    return {name: nothing[name] for name in choice.changes}


def _lanes(queue: QueueViewModel) -> Iterator[Choice]:
    wanted, counts = queue.query.lanes, queue.counts().by_lane
    for lane, words in enumerate(LANE_WORDS):
        if lane in wanted or lane in counts:
            yield Choice(
                _say(words), {"lanes": wanted ^ {lane}}, counts.get(lane, 0), lane in wanted
            )


def _states(queue: QueueViewModel) -> Iterator[Choice]:
    wanted, counts = queue.query.states, queue.counts().by_state
    for one, words in STATE_WORDS.items():
        if one in wanted or one in counts:
            yield Choice(_say(words), {"states": wanted ^ {one}}, counts.get(one, 0), one in wanted)


def _sureness(queue: QueueViewModel) -> Iterator[Choice]:
    wanted, counts = queue.query.sureness, queue.counts().by_sureness
    for one in Sureness:
        if one in wanted or one in counts:
            words = worded(sureness_words(one))
            yield Choice(words, {"sureness": wanted ^ {one}}, counts.get(one, 0), one in wanted)


def _folders(queue: QueueViewModel) -> Iterator[Choice]:
    """Offer the folder of the group on the table and those above it, and the one in force."""
    row, wanted = queue.current(), queue.query.folder
    offered = [] if row is None else [(row.root, path) for path in _upwards(row.folder)]
    if wanted is not None and wanted not in offered:
        offered.insert(0, wanted)
    for one in offered:
        is_on, rows = one == wanted, _in_place(queue, folder=one)
        yield Choice(_folder_words(one), {"folder": None if is_on else one}, rows, is_on)


def _in_place(queue: QueueViewModel, **place: Any) -> int | None:
    """Return how many rows lie in a place; of very many folders that is not counted."""
    return queue.count_with(**place) if len(queue.folders()) <= FOLDERS_COUNTED else None


def _upwards(folder: bytes) -> Iterator[bytes]:
    while folder:
        yield folder
        folder = folder.rpartition(b"/")[0]


def _collections(queue: QueueViewModel) -> Iterator[Choice]:
    labels = sorted({folder.root for folder in queue.folders()})
    wanted = queue.query.roots
    for label in labels if len(labels) > 1 else ():
        words = display_text(label.encode("utf-8", "replace"))
        rows = _in_place(queue, roots=frozenset({label}))
        yield Choice(words, {"roots": wanted ^ {label}}, rows, label in wanted)


def _sizes(queue: QueueViewModel) -> Iterator[Choice]:
    wanted = queue.query.least_bytes
    for size in SIZES_BYTES:
        is_on, rows = size == wanted, queue.count_with(least_bytes=size)
        yield Choice(_size_words(size), {"least_bytes": 0 if is_on else size}, rows, is_on)


def _more(queue: QueueViewModel) -> Iterator[Choice]:
    query, marked = queue.query, queue.marked
    for kind, words in ((RowKind.CLUSTER, _GROUPS), (RowKind.PAIR, _PAIRS)):
        rows = queue.count_with(kinds=frozenset({kind}))
        yield Choice(_say(words), {"kinds": query.kinds ^ {kind}}, rows, kind in query.kinds)
    is_on, rows = query.is_chained, queue.count_with(is_chained=True)
    yield Choice(_say(_CHAINED), {"is_chained": not is_on}, rows, is_on)
    is_on = query.only is not None and query.only == marked
    if marked or is_on:
        rows = queue.count_with(only=marked)
        yield Choice(_say(_MARKED), {"only": None if is_on else marked}, rows, is_on)


def _folder_words(folder: tuple[str, bytes]) -> str:
    return display_text(folder[1]) if folder[1] else folder[0]


def _size_words(size_bytes: int) -> str:
    return worded(message(_AT_LEAST, size=size_text(size_bytes)))


def _say(template: str) -> str:
    return worded(message(template))


def joined(words: Iterable[str]) -> str:
    """Return words in one line, as facts of one thing."""
    return " \u00b7 ".join(words)


LANE_WORDS: Final = (
    QT_TRANSLATE_NOOP("Messages", "Identical files"),
    QT_TRANSLATE_NOOP("Messages", "Same picture, other data"),
    QT_TRANSLATE_NOOP("Messages", "Recompressed or resized"),
    QT_TRANSLATE_NOOP("Messages", "Crops and borders"),
    QT_TRANSLATE_NOOP("Messages", "Changed tone, position or content"),
    QT_TRANSLATE_NOOP("Messages", "Needs a person"),
)
STATE_WORDS: Final[Mapping[RowState, str]] = {
    RowState.UNDECIDED: QT_TRANSLATE_NOOP("Messages", "Undecided"),
    RowState.PARTLY: QT_TRANSLATE_NOOP("Messages", "Partly decided"),
    RowState.DECIDED: QT_TRANSLATE_NOOP("Messages", "Decided"),
    RowState.UNSURE: QT_TRANSLATE_NOOP("Messages", "Passed to a second person"),
}
ORDER_WORDS: Final[Mapping[QueueOrder, str]] = {
    QueueOrder.LANE: QT_TRANSLATE_NOOP("Messages", "Work pile by work pile"),
    QueueOrder.FOLDER: QT_TRANSLATE_NOOP("Messages", "Same folder together"),
    QueueOrder.TRANSFORMATION: QT_TRANSLATE_NOOP("Messages", "Same change together"),
    QueueOrder.LARGEST: QT_TRANSLATE_NOOP("Messages", "Largest first"),
    QueueOrder.LEAST_CERTAIN: QT_TRANSLATE_NOOP("Messages", "Least certain first"),
}
_LANE = QT_TRANSLATE_NOOP("Messages", "Work pile")
_STATE = QT_TRANSLATE_NOOP("Messages", "State")
_SURENESS = QT_TRANSLATE_NOOP("Messages", "How certain")
_FOLDER = QT_TRANSLATE_NOOP("Messages", "Folder and below")
_COLLECTION = QT_TRANSLATE_NOOP("Messages", "Collection")
_SIZE = QT_TRANSLATE_NOOP("Messages", "Size of the copies")
_MORE = QT_TRANSLATE_NOOP("Messages", "Show only")
_GROUPS = QT_TRANSLATE_NOOP("Messages", "Groups")
_PAIRS = QT_TRANSLATE_NOOP("Messages", "Pairs")
_CHAINED = QT_TRANSLATE_NOOP("Messages", "Joined only through another image")
_MARKED = QT_TRANSLATE_NOOP("Messages", "Bookmarked")
_AT_LEAST = QT_TRANSLATE_NOOP("Messages", "{size} or more")
