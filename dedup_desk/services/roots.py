"""A collection root as this machine knows it: a label and a folder."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core.records import FilePlace


@dataclass(frozen=True, slots=True)
class Root:
    """One collection folder.

    Attributes:
        label: the name by which decisions and reports know it.
        folder: absolute path bytes on this machine.
    """

    label: str
    folder: bytes

    def absolute(self, place: FilePlace) -> bytes:
        """Return the absolute path of a place below this root."""
        return self.folder.rstrip(b"/") + b"/" + place.path
