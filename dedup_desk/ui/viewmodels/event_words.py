"""One event of the ledger as a line for eyes: what happened, and to which file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from dedup_desk.core.canonical_json import JsonObject
from dedup_desk.core.decision_events import read_place
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.display import display_text
from dedup_desk.core.event_texts import EventGroup, group_of, note_of
from dedup_desk.core.ledger import Event, EventKind
from dedup_desk.core.named_files import SIDES, named_files
from dedup_desk.core.pairs import Relation
from dedup_desk.core.variant_kinds import kind_words
from dedup_desk.ui.text import QT_TRANSLATE_NOOP, worded
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
    EventKind.BOOKMARK_SET: QT_TRANSLATE_NOOP("History", "Bookmark set"),
    EventKind.JOIN_SET: QT_TRANSLATE_NOOP("History", "Groups joined"),
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

UNDONE_WORDS: Mapping[str, str] = {
    EventKind.JOIN_SET: QT_TRANSLATE_NOOP("History", "Join taken back"),
    EventKind.ALIGNMENT_SET: QT_TRANSLATE_NOOP("History", "Alignment by hand taken back"),
    EventKind.BOOKMARK_SET: QT_TRANSLATE_NOOP("History", "Bookmark removed"),
}
"""The same kinds where they say that something holds no more."""

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
    words = UNDONE_WORDS if _takes_back(event.body) else KIND_WORDS
    template = _ACT_WORDS.get(group_of(event), words.get(event.kind, KIND_WORDS.get(event.kind)))
    said = _word(template) if template else event.kind
    verdict = VERDICT_WORDS.get(str(event.body.get("verdict")))
    kind = event.body.get("variant_kind")
    of_kind = f" ({worded(kind_words(kind))})" if isinstance(kind, str) else ""
    return f"{said}: {_word(verdict)}{of_kind}" if verdict else said


def _takes_back(body: JsonObject) -> bool:
    return body.get("set") is False or ("matrix" in body and body["matrix"] is None)


def about(event: Event) -> str:
    """Return the files and groups it was about, kind, rule, counts, and the person's words."""
    told = (*_files(event), *_sides(event), *_relations(event.body), *_rules(event.body))
    return "  ·  ".join((*told, *_counts(event.body), *_note(event)))


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


def _sides(event: Event) -> Iterator[str]:
    """Yield the two groups that were joined, or the two pictures that were aligned."""
    for at, side in enumerate(SIDES):
        digest = event.body.get(side)
        if isinstance(digest, str) and event.kind in _OF_TWO:
            yield _side(event, at % 2, side, digest)


def _side(event: Event, at: int, side: str, digest: str) -> str:
    named = [one.shown() for one in named_files(event, side)]
    files = ", ".join(named[:_FILES_NAMED]) or _word(_CONTENT).format(digest=digest[:_DIGITS])
    left = max(_images(event.body, at), len(named)) - len(named[:_FILES_NAMED])
    if named and left > 0:
        files = _word(_AND_MORE).format(files=files, count=count_text(left))
    groups = event.body.get("groups")
    group = groups[at] if isinstance(groups, list) and len(groups) == 2 else ""
    return _word(_OF_GROUP).format(files=files, group=group) if group else files


def _images(body: JsonObject, at: int) -> int:
    images = body.get("images")
    count = images[at] if isinstance(images, list) and len(images) == 2 else 0
    return count if isinstance(count, int) else 0


def _rules(body: JsonObject) -> Iterator[str]:
    rule = body.get("rule")
    if isinstance(rule, str):
        yield _word(_RULE).format(rule=rule)


def _note(event: Event) -> Iterator[str]:
    text = note_of(event)
    if text:
        yield _word(_SAID).format(note=display_text(text.encode("utf-8", "replace")))


def _relations(body: JsonObject) -> Iterator[str]:
    relation = body.get("relation")
    if relation in set(Relation):
        yield relation_word(Relation(str(relation)))


def _counts(body: JsonObject) -> Iterator[str]:
    for key, template in COUNT_WORDS.items():
        count = body.get(key)
        if isinstance(count, int) and not isinstance(count, bool):
            yield f"{_word(template)} {count_text(count)}"


_ACT_WORDS: Mapping[EventGroup, str] = {
    EventGroup.NOTES: QT_TRANSLATE_NOOP("History", "Note"),
    EventGroup.RULES: QT_TRANSLATE_NOOP("History", "Decided by a rule"),
}
"""Acts that are not called by the kind of their event."""

_OF_TWO = (EventKind.JOIN_SET, EventKind.ALIGNMENT_SET)
_FILES_NAMED = 12
_DIGITS = 12
_CONTENT = QT_TRANSLATE_NOOP("History", "content {digest}")
_AND_MORE = QT_TRANSLATE_NOOP("History", "{files} and {count} more")
_OF_GROUP = QT_TRANSLATE_NOOP("History", "{files} (group {group})")
_RULE = QT_TRANSLATE_NOOP("History", "rule: {rule}")
_SAID = QT_TRANSLATE_NOOP("History", "“{note}”")


def _word(template: str) -> str:
    return QCoreApplication.translate("History", template)
