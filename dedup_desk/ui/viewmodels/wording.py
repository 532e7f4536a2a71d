"""Sentences of the review screen: what Enter would do, how sure the machine is."""

from __future__ import annotations

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Sureness
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.verdict_words import SURENESS_WORDS
from dedup_desk.core.void_proposals import Void
from dedup_desk.services.review_views import ClusterView
from dedup_desk.ui.viewmodels.verbs import kept, left_undecided


def accept_words(view: ClusterView, decisions: tuple[Decision, ...], left: ImageRecord) -> Message:
    """Return exactly what Enter will do; the button shows it."""
    if not decisions:
        return message(_no_offer(view))
    retired = sum(1 for one in decisions if one.verdict is Verdict.RETIRE)
    keeper = _keeper(view, decisions)
    is_left = keeper is not None and keeper.id == left.id
    name: str | bytes = Side.LEFT.value if is_left or keeper is None else keeper.place.name
    rest = left_undecided(view, decisions)
    template = _ACCEPT_AND_LEAVE if rest else _ACCEPT
    return message(template, kept=name, retired=retired, rest=rest)


def sureness_words(sureness: Sureness) -> Message:
    """Return the score as a word; the figure belongs in a tool tip."""
    return message(SURENESS_WORDS[sureness])


def _keeper(view: ClusterView, decisions: tuple[Decision, ...]) -> ImageRecord | None:
    named = {one.subject for one in decisions if one.verdict is Verdict.CANONICAL}
    found = (one.record for one in view.members if one.record.seen in named)
    standing = kept(view)
    return next(found, standing.record if standing is not None else None)


def _no_offer(view: ClusterView) -> str:
    if view.proposal.canonical is None:
        return _NOTHING_PROPOSED
    if view.void is None or not left_undecided(view, ()):
        return _ALL_DECIDED
    return _VOID[view.void]


_ACCEPT = QT_TRANSLATE_NOOP("Messages", "Keep {kept}, set aside {retired}")
_ACCEPT_AND_LEAVE = QT_TRANSLATE_NOOP(
    "Messages", "Keep {kept}, set aside {retired}, leave {rest} undecided"
)
_NOTHING_PROPOSED = QT_TRANSLATE_NOOP("Messages", "Nothing is proposed: decide with a key")
_VOID = {
    Void.OTHER_KEPT: QT_TRANSLATE_NOOP(
        "Messages", "You kept another copy than proposed: use the keys"
    ),
    Void.OTHER_ANSWER: QT_TRANSLATE_NOOP(
        "Messages", "The copy proposed has another answer: use the keys"
    ),
}
_ALL_DECIDED = QT_TRANSLATE_NOOP("Messages", "Nothing left to accept here")
