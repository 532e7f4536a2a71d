"""When a person's answers leave nothing standing of what the keeping rules propose.

What was proposed for one kept copy is never offered for another one: once another copy is kept,
or the proposed one has another answer, the whole proposal is void.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from dedup_desk.core.canonical import Proposal
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import RecordId


class Void(StrEnum):
    """Why nothing stands of a proposal."""

    OTHER_KEPT = "other-kept"
    OTHER_ANSWER = "other-answer"


def void_of(proposal: Proposal, verdicts: Mapping[RecordId, Verdict | None]) -> Void | None:
    """Return why a proposal is void; None where it stands, or where nothing was proposed.

    Args:
        proposal: what the rules propose for a group.
        verdicts: the answers in force about its members.
    """
    if proposal.canonical is None or verdicts.get(proposal.canonical) is Verdict.CANONICAL:
        return None
    if Verdict.CANONICAL in verdicts.values():
        return Void.OTHER_KEPT
    return Void.OTHER_ANSWER if verdicts.get(proposal.canonical) is not None else None


def void_words(void: Void, file: bytes) -> Message:
    """Return why a proposal is void; `file` is the name of the copy that was to be kept."""
    return message(_WORDS[void], file=file)


_WORDS = {
    Void.OTHER_KEPT: QT_TRANSLATE_NOOP(
        "Messages",
        "It was proposed to keep {file}; that stands no more, because another copy was made the "
        "kept one.",
    ),
    Void.OTHER_ANSWER: QT_TRANSLATE_NOOP(
        "Messages",
        "It was proposed to keep {file}; that stands no more, because it has another answer.",
    ),
}
