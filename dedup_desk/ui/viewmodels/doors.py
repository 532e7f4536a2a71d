"""The seam between the window and the services: how projects come into being.

The real doors (`ui/app.py`) import the services when they are first asked, so that a cold start
shows the window before codecs and databases are loaded; tests hand in doors of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dedup_desk.core.messages import Message
    from dedup_desk.services.auditing import Audit
    from dedup_desk.services.desks import Desk
    from dedup_desk.services.projects import Project
    from dedup_desk.services.queue_choosing import QueueContents
    from dedup_desk.services.review_views import ClusterRow
    from dedup_desk.ui.viewmodels.review import ReviewViewModel


@dataclass(frozen=True, slots=True)
class Counted:
    """What is read from a project before its screens can be shown.

    Attributes:
        audit: the numbers.
        desk: the open review desk.
        queue: the desk's rows, counted.
    """

    audit: Audit
    desk: Desk
    queue: QueueContents


@dataclass(frozen=True, slots=True)
class PageWanted:
    """A page of evidence that somebody asks for.

    Attributes:
        group: id of the group or pair.
        path: where it is to be written; the suffix says as what.
        language: of its words; need not be that of the window.
    """

    group: str
    path: bytes
    language: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """How something is to be printed.

    Attributes:
        printer: its name.
        copies: how many.
        first, last: sheets, from 1; 0 for all.
        size: of the paper, as Qt calls it.
        is_upright: not lying on its side.
        in_colour: where the printer can.
        two_sided: Qt's number of a duplex mode.
    """

    printer: str
    copies: int = 1
    first: int = 0
    last: int = 0
    size: str = "A4"
    is_upright: bool = True
    in_colour: bool = True
    two_sided: int = 0


@dataclass(frozen=True, slots=True)
class PrintWanted:
    """A page of evidence that somebody wants on paper.

    Attributes:
        group: id of the group or pair.
        language: of its words.
        sheets: where and how.
    """

    group: str
    language: str
    sheets: Sheets


class Doors(Protocol):
    """Opens, counts and saves projects. Every method may raise a `DedupError`.

    All but `review` are called off the GUI thread.
    """

    def open(self, path: bytes) -> Project:
        """Open a folder as a draft, or a project file."""
        ...

    def settle(self, project: Project) -> tuple[Message, ...]:
        """Settle interrupted moves; return what to tell: what was, and what folders forbid."""
        ...

    def count(self, project: Project) -> Counted:
        """Count the collection and open the review desk."""
        ...

    def rows(self, project: Project) -> Sequence[ClusterRow]:
        """Return the queue as the index has it now; nothing is opened for it."""
        ...

    def save_as(self, project: Project, path: bytes) -> Project:
        """Write the project to `path`, close the old one and return the new one."""
        ...

    def write_audit(self, project: Project, path: bytes) -> None:
        """Write the audit to `path`; its suffix says in which format."""
        ...

    def write_evidence(self, project: Project, wanted: PageWanted) -> None:
        """Write the page of one group, as wanted."""
        ...

    def print_evidence(self, project: Project, wanted: PrintWanted) -> None:
        """Print the same page, as wanted."""
        ...

    def receipt(self, project: Project) -> str:
        """Return the receipt of the decision history as it is now."""
        ...

    def write_receipt(self, project: Project, path: bytes) -> None:
        """Write it to `path`."""
        ...

    def review(self, counted: Counted) -> ReviewViewModel:
        """Make the review screen's view-model; called in the GUI thread."""
        ...
