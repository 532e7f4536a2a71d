"""Alignments that people made by hand: read once with a sitting, each new one committed at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.hand_alignment import HandAlignment, alignment_draft
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


class HandAlignments:
    """What holds now, by pair of contents."""

    def __init__(self, store: AlignmentStore) -> None:
        self._store = store
        self._present: dict[ContentPair, HandAlignment] = {}
        self.reload()

    def reload(self) -> None:
        """Read from the project again."""
        self._present = dict(self._store.alignments())

    def of(self, left: Digest, right: Digest) -> HandAlignment | None:
        """Return how a person laid two contents on each other, seen from the left one."""
        said = self._present.get(ContentPair.of(left, right))
        if said is None or left == right:
            return None
        return replace(said, left=left, right=right, matrix=said.seen_from(left))

    def say(self, said: HandAlignment) -> HandAlignment:
        """Keep an alignment, or take one back; durable on return.

        Returns:
            What held before, to be said again by an undo.

        Raises:
            ProjectError, BusyError: the project cannot be written; nothing was changed.
        """
        before = self.of(said.left, said.right) or replace(said, matrix=None)
        self._store.append((alignment_draft(said),))
        if said.matrix is None:
            self._present.pop(said.pair, None)
        else:
            self._present[said.pair] = said
        return before
