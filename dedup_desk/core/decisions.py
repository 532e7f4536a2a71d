"""What a person decided, and how the ledger's history folds into the present state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import SeenFile


class Verdict(StrEnum):
    """A person's answer about one image; no verdict yet is `None`."""

    CANONICAL = "canonical"
    RETIRE = "retire"
    VARIANT = "variant"
    NOT_DUPLICATE = "not-duplicate"
    SAME_QUALITY = "same-quality"
    UNSURE = "unsure"


class DecidedBy(StrEnum):
    """Whether a person judged this very image, or approved a rule's preview that contained it."""

    PERSON = "person"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict about one file, bound to what was seen.

    Attributes:
        subject: the file decided on (place and digest).
        verdict: the answer, or None when an earlier answer is taken back (undo).
        canonical: the kept copy this one was judged against: place and digest; None where the
            verdict needs none (canonical itself, unsure).
        relation: the machine's relation that the person saw, or None.
        cluster: the cluster id shown, for orientation only.
        variant_kind: for `VARIANT`: crop, tone, format, frame, other.
        note: the person's words; personal text, kept beside the chain.
        decided_by: person or rule; `rule` names rule and version then.
    """

    subject: SeenFile
    verdict: Verdict | None
    canonical: SeenFile | None = None
    relation: Relation | None = None
    cluster: str | None = None
    variant_kind: str | None = None
    note: str | None = None
    decided_by: DecidedBy = DecidedBy.PERSON
    rule: str | None = None
