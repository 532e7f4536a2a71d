"""One event of the ledger as a line for eyes: what happened, and to which file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from dedup_desk.core.canonical_json import JsonObject
from dedup_desk.core.decision_events import read_place
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.ledger import Event, EventKind
from dedup_desk.core.pairs import Relation
from dedup_desk.ui.text import QT_TRANSLATE_NOOP
from dedup_desk.ui.viewmodels.amounts import count_text
from dedup_desk.ui.viewmodels.relation_words import relation_word

KIND_WORDS: Mapping[str, str] = {
    EventKind.PROJECT_CREATED: QT_TRANSLATE_NOOP("History", "Project made"),
    EventKind.PROJECT_MIGRATED: QT_TRANSLATE_NOOP("History", "Project brought to a newer form"),
    EventKind.PROJECT_MERGED: QT_TRANSLATE_NOOP("History", "Two projects joined"),
    EventKind.RUN_STARTED: QT_TRANSLATE_NOOP("History", "Work began"),
    EventKind.ROOT_SET: QT_TRANSLATE_NOOP("History", "Folder added or moved"),
    EventKind.SETTING_SET: QT_TRANSLATE_NOOP("History", "Setting changed"),
    EventKind.INDEX_STARTED: QT_TRANSLATE_NOOP("History", "Reading began"),
    EventKind.INDEX_FINISHED: QT_TRANSLATE_NOOP("History", "Reading finished"),
    EventKind.AUDIT_RUN: QT_TRANSLATE_NOOP("History", "Read-only audit"),
    EventKind.DECISION_MADE: QT_TRANSLATE_NOOP("History", "Decided"),
    EventKind.DECISION_REVOKED: QT_TRANSLATE_NOOP("History", "Decision taken back"),
    EventKind.ALIGNMENT_SET: QT_TRANSLATE_NOOP("History", "Aligned by hand"),
    EventKind.BOOKMARK_SET: QT_TRANSLATE_NOOP("History", "Bookmark set or removed"),
    EventKind.JOIN_SET: QT_TRANSLATE_NOOP("History", "Groups joined or parted"),
    EventKind.APPROVAL_GIVEN: QT_TRANSLATE_NOOP("History", "Approved"),
    EventKind.APPROVAL_REFUSED: QT_TRANSLATE_NOOP("History", "Approval refused"),
    EventKind.HOLD_SET: QT_TRANSLATE_NOOP("History", "Legal hold set"),
    EventKind.HOLD_RELEASED: QT_TRANSLATE_NOOP("History", "Legal hold released"),
    EventKind.BATCH_FROZEN: QT_TRANSLATE_NOOP("History", "Plan fixed"),
    EventKind.BATCH_CLOSED: QT_TRANSLATE_NOOP("History", "Batch closed"),
    EventKind.OPERATION_INTENT: QT_TRANSLATE_NOOP("History", "Setting aside announced"),
    EventKind.OPERATION_DONE: QT_TRANSLATE_NOOP("History", "Set aside"),
    EventKind.OPERATION_ABORTED: QT_TRANSLATE_NOOP("History", "Not set aside"),
    EventKind.OPERATION_RECOVERED: QT_TRANSLATE_NOOP("History", "Settled after an interruption"),
    EventKind.RESTORE_INTENT: QT_TRANSLATE_NOOP("History", "Putting back announced"),
    EventKind.RESTORE_DONE: QT_TRANSLATE_NOOP("History", "Put back"),
    EventKind.RESTORE_ABORTED: QT_TRANSLATE_NOOP("History", "Not put back"),
    EventKind.PERSONAL_ERASED: QT_TRANSLATE_NOOP("History", "Personal text erased"),
    EventKind.OVERRIDE: QT_TRANSLATE_NOOP("History", "Rule overridden"),
}
"""Kinds a person meets; another one is shown by its own word."""

VERDICT_WORDS: Mapping[str, str] = {
    Verdict.CANONICAL: QT_TRANSLATE_NOOP("History", "kept copy"),
    Verdict.RETIRE: QT_TRANSLATE_NOOP("History", "set aside"),
    Verdict.VARIANT: QT_TRANSLATE_NOOP("History", "version: keep both"),
    Verdict.NOT_DUPLICATE: QT_TRANSLATE_NOOP("History", "not a duplicate"),
    Verdict.SAME_QUALITY: QT_TRANSLATE_NOOP("History", "same quality"),
    Verdict.UNSURE: QT_TRANSLATE_NOOP("History", "passed to a second person"),
}

COUNT_WORDS: Mapping[str, str] = {
    "found": QT_TRANSLATE_NOOP("History", "found"),
    "read": QT_TRANSLATE_NOOP("History", "read"),
    "unreadable": QT_TRANSLATE_NOOP("History", "unreadable"),
    "skipped": QT_TRANSLATE_NOOP("History", "passed over"),
    "groups": QT_TRANSLATE_NOOP("History", "groups"),
    "to_measure": QT_TRANSLATE_NOOP("History", "to read"),
    "looked_through": QT_TRANSLATE_NOOP("History", "looked through for parts"),
    "planned": QT_TRANSLATE_NOOP("History", "planned"),
    "moved": QT_TRANSLATE_NOOP("History", "moved"),
    "failed": QT_TRANSLATE_NOOP("History", "not moved"),
    "left": QT_TRANSLATE_NOOP("History", "not reached"),
}
"""Facts of events that are counts, in the order they are shown."""

ERASED = QT_TRANSLATE_NOOP("History", "(erased)")
_PLACES = ("subject", "item")


def who(event: Event) -> str:
    """Return the declared name, or that it was erased."""
    person = event.person()
    return person.name if person else _word(ERASED)


def what(event: Event) -> str:
    """Return what happened; a verdict is part of it."""
    template = KIND_WORDS.get(event.kind)
    said = _word(template) if template else event.kind
    verdict = VERDICT_WORDS.get(str(event.body.get("verdict")))
    return f"{said}: {_word(verdict)}" if verdict else said


def about(event: Event) -> str:
    """Return the file it was about, its kind, and counts."""
    return "  ·  ".join((*_files(event), *_relations(event.body), *_counts(event.body)))


def _files(event: Event) -> Iterator[str]:
    for key in _PLACES:
        piece = event.personal(key)
        if piece is not None:
            yield _path(piece)
    label = event.body.get("label")
    if event.kind == EventKind.ROOT_SET and isinstance(label, str):
        yield label


def _path(piece: JsonObject) -> str:
    try:
        return read_place(piece).shown()
    except (ValueError, KeyError):  # a newer program writes places differently
        return "?"


def _relations(body: JsonObject) -> Iterator[str]:
    relation = body.get("relation")
    if relation in set(Relation):
        yield relation_word(Relation(str(relation)))


def _counts(body: JsonObject) -> Iterator[str]:
    for key, template in COUNT_WORDS.items():
        count = body.get(key)
        if isinstance(count, int) and not isinstance(count, bool):
            yield f"{_word(template)} {count_text(count)}"


def _word(template: str) -> str:
    return QCoreApplication.translate("History", template)
