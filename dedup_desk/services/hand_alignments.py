"""Alignments that people made by hand: read once with a sitting, each new one committed at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Protocol

from dedup_desk.core.canonical_json import JsonObject
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
from dedup_desk.core.named_files import file_pieces
from dedup_desk.core.records import Digest, ImageRecord
from dedup_desk.services.recording import Recorder

Having = Callable[[Digest], Collection[ImageRecord]]


class AlignmentStore(Recorder, Protocol):
    """What is needed of a project file."""

    def alignments(self) -> Mapping[ContentPair, HandAlignment]:
        """Return the alignment by hand that holds for each pair of contents."""
        ...


LABEL = "align"
"""What such a step is called in the ledger."""


def _nowhere(_digest: Digest) -> Collection[ImageRecord]:
    return ()


class HandAlignments:
    """What holds now, by pair of contents.

    Args:
        store: the project file.
        saved: told whenever something was committed; returns the moment.
        having: all images of a content, to name the files of what was aligned.
    """

    def __init__(
        self, store: AlignmentStore, saved: Callable[[], datetime], having: Having = _nowhere
    ) -> None:
        self._store, self._saved, self._having = store, saved, having
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

    def holds(self, said: HandAlignment) -> bool:
        """Say whether the two lie on each other as was said."""
        return held(self._present, said).matrix == said.matrix

    def say(
        self,
        said: HandAlignment,
        cluster: str | None = None,
        undoes: str | None = None,
        note: str | None = None,
    ) -> Step:
        """Keep an alignment, or take one back; durable on return.

        Args:
            said: without a matrix it takes back what was said before.
            cluster: the group on the table.
            undoes: id of the step that this one takes back or brings back.
            note: the person's reason.

        Raises:
            ProjectError, BusyError: the project cannot be written; nothing was changed.
        """
        mark = StepMark(uuid.uuid4().hex, undoes, LABEL)
        before = held(self._present, said)
        self._store.append((alignment_draft(said, mark, cluster, self._beside(said, note)),))
        at_utc = self._saved().isoformat()
        keep_alignment(self._present, said)
        turned = Realigned(before, said, cluster)
        person = self._store.actor
        return Step(mark.step, LABEL, (), (), at_utc, aligned=turned, person=person)

    def _beside(self, said: HandAlignment, note: str | None) -> dict[str, JsonObject]:
        pieces: dict[str, JsonObject] = {} if note is None else {"note": {"text": note}}
        for side, digest in (("left", said.left), ("right", said.right)):
            pieces |= file_pieces(side, sorted(one.place for one in self._having(digest)))
        return pieces
