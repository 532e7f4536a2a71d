"""What a relation is called on the screen."""

from __future__ import annotations

from dedup_desk.core.messages import message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.relations import RELATION_NAMES
from dedup_desk.ui.text import worded


def relation_word(relation: Relation) -> str:
    """Return the relation's name in the language in force."""
    return worded(message(RELATION_NAMES[relation]))
