"""Where a file is now, in words: the answer to a search for the path it once had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dedup_desk.core.chronicle import name_of
from dedup_desk.core.display import display_text
from dedup_desk.core.whereabouts import FileStory, Whereabouts
from dedup_desk.ui.text import QT_TRANSLATE_NOOP
from dedup_desk.ui.viewmodels.amounts import moment_text
from dedup_desk.ui.viewmodels.event_words import who


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file as a line.

    Attributes:
        path: collection and path, as it was.
        now: where it is.
        kept: collection and path of the copy kept in its stead, or "".
        when, who: of the event that says so; of a file that never moved, of its last mention.
        whereabouts: the same as a mark.
    """

    path: str
    now: str
    kept: str
    when: str
    who: str
    whereabouts: Whereabouts


def file_row(story: FileStory) -> FileRow:
    """Return a file as a line."""
    return FileRow(
        name_of(story.place),
        _now(story),
        "" if story.kept is None else name_of(story.kept),
        moment_text(story.event.at_utc),
        who(story.event),
        story.now,
    )


def _now(story: FileStory) -> str:
    if story.now is Whereabouts.SET_ASIDE and not story.quarantine:
        return _word(_SOMEWHERE)
    said = _word(NOW_WORDS[story.now])
    return said.format(path=display_text(story.quarantine)) if story.quarantine else said


def _word(template: str) -> str:
    return QCoreApplication.translate("History", template)


NOW_WORDS: Mapping[Whereabouts, str] = {
    Whereabouts.NEVER_MOVED: QT_TRANSLATE_NOOP(
        "History", "At its place: never moved by this program"
    ),
    Whereabouts.ON_ITS_WAY: QT_TRANSLATE_NOOP("History", "Interrupted on its way: recover first"),
    Whereabouts.SET_ASIDE: QT_TRANSLATE_NOOP("History", "Set aside: {path}"),
    Whereabouts.PUT_BACK: QT_TRANSLATE_NOOP("History", "At its place again: put back"),
}
_SOMEWHERE = QT_TRANSLATE_NOOP("History", "Set aside; the path in quarantine was erased")
