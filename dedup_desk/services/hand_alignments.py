"""Alignments that people made by hand: read once with a sitting, each new one committed at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.hand_alignment import (
    HandAlignment,
    Realigned,
    alignment_draft,
    held,
    keep_alignment,
)
from dedup_desk.core.ledger import EventDraft
from dedup_desk.core.records import Digest


class AlignmentStore(Protocol):
    """What is needed of a project file."""

    def append(self, drafts: Sequence[EventDraft]) -> object:
        """Append events in one transaction; durable on return."""
        ...

    def alignments(self) -> Mapping[ContentPair, HandAlignment]:
        """Return the alignment by hand that holds for each pair of contents."""
        ...


LABEL = "align"
"""What such a step is called in the ledger."""


class HandAlignments:
    """What holds now, by pair of contents.

    Args:
        store: the project file.
        now: the wall clock.
    """

    def __init__(self, store: AlignmentStore, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._present: dict[ContentPair, HandAlignment] = {}
        self.reload()

    def reload(self) -> None:
        """Read from the project again."""
        self._present = dict(self._store.alignments())

    def of(self, left: Digest, right: Digest) -> HandAlignment | None:
        """Return how a person laid two contents on each other, seen from the left one."""
        if left == right or ContentPair.of(left, right) not in self._present:
            return None
        return held(self._present, HandAlignment(left, right, None))

    def say(
        self, said: HandAlignment, cluster: str | None = None, undoes: str | None = None
    ) -> Step:
        """Keep an alignment, or take one back; durable on return.

        Args:
            said: without a matrix it takes back what was said before.
            cluster: the group on the table.
            undoes: id of the step that this one takes back or brings back.

        Raises:
            ProjectError, BusyError: the project cannot be written; nothing was changed.
        """
        mark = StepMark(uuid.uuid4().hex, undoes, LABEL)
        before = held(self._present, said)
        self._store.append((alignment_draft(said, mark, cluster),))
        keep_alignment(self._present, said)
        turned = Realigned(before, said, cluster)
        return Step(mark.step, LABEL, (), (), self._now().isoformat(), aligned=turned)
