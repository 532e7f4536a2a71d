"""The one way a picture is refused: with a reason that a person can read."""

from __future__ import annotations

from dedup_desk.core.errors import DedupError


class UnreadableImage(DedupError):  # noqa: N818 - the field's word; it is the file's fault
    """A file taken for an image could not be decoded; `message` says why."""
