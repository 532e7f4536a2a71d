"""Where this user's own files lie on this machine: drafts, state, cache.

A draft project and its index live in the data folder, never in a collection; which folders this
user trusts as roots of which project is kept in the state folder.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from dedup_desk.core.display import display_text

_APP = "dedup-desk"


@dataclass(frozen=True, slots=True)
class UserPlaces:
    """The folders of this user.

    Attributes:
        data: drafts live below it.
        state: trusted roots, logs.
    """

    data: Path
    state: Path

    @property
    def drafts(self) -> Path:
        """Where projects that were never saved by a person live."""
        return self.data / "drafts"

    @property
    def trusted_roots(self) -> Path:
        """The file that remembers which folders this user opened as roots."""
        return self.state / "trusted-roots.sqlite"

    def draft_for(self, folder: bytes) -> Path:
        """Return the path of the draft project of a folder: the same folder, the same draft."""
        digest = hashlib.sha256(folder).hexdigest()[:10]
        name = re.sub(r"[^\w-]+", "-", display_text(os.path.basename(folder))).strip("-")[:40]  # noqa: PTH119 - bytes path
        return self.drafts / f"{name or 'folder'}-{digest}.ddesk"


def user_places() -> UserPlaces:
    """Return the places of the user who runs this; the environment's XDG variables are heeded."""
    return UserPlaces(
        data=Path(platformdirs.user_data_dir(_APP)), state=Path(platformdirs.user_state_dir(_APP))
    )
