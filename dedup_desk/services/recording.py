"""What everything that writes a person's words needs of a project file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dedup_desk.core.ledger import Actor, EventDraft


class Recorder(Protocol):
    """Writes into the ledger, in the name of whoever works."""

    @property
    def actor(self) -> Actor:
        """Who is working."""
        ...

    def append(self, drafts: Sequence[EventDraft]) -> object:
        """Append events in one transaction; durable on return."""
        ...
