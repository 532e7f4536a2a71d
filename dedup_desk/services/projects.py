"""A project as this user has it open: the file, its index, its roots on this machine.

Everything a person made is in the project file; everything the machine computed is in the index
beside it and can be computed again. Which folder a root label means is decided by this user on
this machine and kept in the user's state folder; what the project file says is a hint only.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from dedup_desk.core.canonical import Policy
from dedup_desk.core.display import display_text
from dedup_desk.core.errors import UsageError
from dedup_desk.core.ledger import Actor
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.records import FilePlace
from dedup_desk.core.twins import derived_pairs
from dedup_desk.engine.pool import Spare, nobody_waits
from dedup_desk.services.auditing import KEEPS_APART, Audit, AuditSources, make_audit
from dedup_desk.services.bench import Depth
from dedup_desk.services.deepening import count_depth
from dedup_desk.services.indexing import IndexJob
from dedup_desk.services.persons import this_actor
from dedup_desk.services.places import UserPlaces, user_places
from dedup_desk.services.receiving import is_from_elsewhere, received_file
from dedup_desk.services.retiring import Retirement
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.services.roots import Root, check_apart, check_folder, free_label
from dedup_desk.services.stock import Stock
from dedup_desk.services.stored_queue import stored_queue
from dedup_desk.services.stored_shelf import StoredShelf
from dedup_desk.services.tallying import Tally
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.operations import OperationsJournal
from dedup_desk.store.pictures import PictureKind
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.store.trusted_roots import TrustedRoot, TrustedRoots

SUFFIX = ".ddesk"


class Access(StrEnum):
    """What an opener wants to do."""

    READ = "read"
    WRITE = "write"
    """Where the project is this user's own; one that came from elsewhere is only read."""
    ADOPT = "adopt"
    """Write in any case: a person says now where one of its folders is."""


class Project:
    """One open project; made by the functions below, ended with `close`.

    Attributes:
        file: the precious part.
        index: the part that can be computed again.
        places: where this user's own files lie.
    """

    def __init__(
        self,
        file: ProjectFile,
        index: IndexFile,
        places: UserPlaces,
        scratch: tempfile.TemporaryDirectory[str] | None = None,
    ) -> None:
        self._scratch = scratch
        self.file = file
        self.index = index
        self.places = places
        self._trusted = TrustedRoots(places.trusted_roots)

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self.file.path

    @property
    def name(self) -> str:
        """The file's name without its suffix, for a title bar."""
        return display_text(os.fsencode(self.path.stem))

    @property
    def read_only(self) -> bool:
        """True where no decision can be written."""
        return self.file.read_only

    @property
    def is_draft(self) -> bool:
        """True while the project lies in the user's data folder and was never saved by name."""
        return self.path.parent == self.places.drafts

    @property
    def actor(self) -> Actor:
        """Who is working."""
        return self.file.actor

    def roots(self) -> tuple[Root, ...]:
        """Return the roots that this user opened on this machine, by label."""
        trusted = self._trusted.of(self.file.uuid)
        known = (trusted[label] for label in sorted(trusted))
        return tuple(Root(one.label, one.folder, one.inode) for one in known)

    def unknown_roots(self) -> dict[str, bytes]:
        """Return labels the project names that this user never opened here, with its hints."""
        known = {root.label for root in self.roots()}
        return {one: hint for one, hint in self.file.roots().items() if one not in known}

    def add_root(self, folder: bytes, label: str | None = None) -> Root:
        """Open a folder as a root; the same folder again is the same root.

        Args:
            folder: path bytes of an existing folder.
            label: the root's name; else the folder's own name, made unique.

        Raises:
            UsageError: not a folder, a label that means another folder, or a folder inside
                (or around) another root.
        """
        real = os.path.realpath(folder)
        check_folder(real, folder)
        roots = {root.label: root for root in self.roots()}
        same = next((one for one in roots.values() if one.folder == real), None)
        if same is not None and label in (None, same.label):
            if os.listdir(real):  # noqa: PTH208 - bytes path
                self.trust_root(same)  # it may have been made anew; an empty mount point is none
            return same
        if same is not None:
            raise UsageError(message(_KNOWN, folder=real, known=same.label, label=label or ""))
        check_apart(real, roots)
        root = Root(label or free_label(real, set(roots)), real)
        if label in roots and roots[label].folder != real:
            raise UsageError(
                message(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "The label {label} already stands for {known}. Nothing was changed; give "
                        "the folder {folder} another label.",
                    ),
                    label=label,
                    known=roots[label].folder,
                    folder=real,
                )
            )
        self.trust_root(root)
        if self.file.roots().get(root.label) != real:
            self.file.set_root(root.label, real)
        return root

    def trust_root(self, root: Root) -> None:
        """Remember that this user opened `root` for this project on this machine."""
        known = os.stat(root.folder)  # noqa: PTH116 - bytes path
        self._trusted.trust(
            TrustedRoot(self.file.uuid, root.label, root.folder, known.st_dev, known.st_ino)
        )

    def place_of(self, absolute: bytes) -> FilePlace | None:
        """Return the place of a file below one of the roots, or None."""
        folder, name = os.path.split(os.path.abspath(absolute))  # noqa: PTH100 - bytes path
        real = os.path.realpath(folder).rstrip(b"/") + b"/" + name
        for root in self.roots():
            start = root.folder.rstrip(b"/") + b"/"
            if real.startswith(start):
                return FilePlace(root.label, real.removeprefix(start))
        return None

    def absolute(self, place: FilePlace) -> bytes | None:
        """Return where a place is on this machine, or None while its root is unknown."""
        for root in self.roots():
            if root.label == place.root:
                return root.absolute(place)
        return None

    @property
    def was_read(self) -> bool:
        """True where the last reading came to its end: its groups can be reviewed at once."""
        return self.index.finished() is not None

    def indexing(
        self,
        processes: int | None = None,
        depth: Depth = Depth.QUICK,
        spare: Spare = nobody_waits,
    ) -> IndexJob:
        """Return the job that reads the roots and finds copies.

        Args:
            processes: child processes, or None for one a core.
            depth: how thoroughly to look.
            spare: see `deepening`.
        """
        return IndexJob(self, processes, depth, spare)

    def deepening(self, spare: Spare = nobody_waits) -> IndexJob:
        """Return the same job, looking for crops, borders, re-scans and parts as well.

        Args:
            spare: how many processes are to rest now, because somebody works at the window; what
                is found does not depend on it.
        """
        return IndexJob(self, depth=Depth.DEEP, spare=spare)

    def audit(self, session: ReviewSession | None = None) -> Audit:
        """Count what the index and the decisions say now; reads no picture.

        Args:
            session: a sitting that was just begun, so that decisions are not read twice.
        """
        return _audit(self, session or self.sitting())

    def pairs(self) -> tuple[VerifiedPair, ...]:
        """Return every pair of the generation: compared ones, and what follows for twins."""
        compared = self.index.verified()
        return (*compared, *derived_pairs(self.index.records(), compared))

    def carried_out(self) -> frozenset[FilePlace]:
        """Return the places whose file is in quarantine: their decision moves to no twin."""
        return frozenset(one.item.place for one in OperationsJournal(self.file).retired())

    def review(self, policy: Policy | None = None) -> ReviewSession:
        """Begin a sitting with the whole generation in memory, to go through all of it."""
        shelf = Shelf.of(
            self.index.records(), self.index.clusters(), self.pairs(), self.carried_out()
        )
        return _session(self, shelf, policy)

    def sitting(self, policy: Policy | None = None) -> ReviewSession:
        """Begin a sitting that reads of the generation what somebody looks at."""
        table = stored_queue(self.index, read_only=self.read_only)
        return _session(self, StoredShelf(self.index, table, self.carried_out()), policy)

    def retirement(self) -> Retirement:
        """Return the service that sets copies aside and puts them back."""
        return Retirement(self)

    def close(self) -> None:
        """Let go of both files."""
        self._trusted.close()
        self.index.close()
        self.file.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()


def _audit(project: Project, session: ReviewSession) -> Audit:
    queue = session.whole_queue()
    answers = session.answers.verdicts().items()
    return make_audit(
        AuditSources(
            queue=queue,
            tally=Tally.read(queue.table.columns.tally),
            kept=frozenset(one for one, verdict in answers if verdict in KEEPS_APART),
            unreadable=tuple(project.index.unreadable()),
            skipped=sum(project.index.skipped().values(), Counter()),
            depth=count_depth(project.index),
        )
    )


def _session(project: Project, shelf: Stock, policy: Policy | None) -> ReviewSession:
    return ReviewSession(
        shelf,
        project.file,
        lambda digest: project.index.picture(digest, PictureKind.THUMBNAIL),
        policy or Policy(),
        lambda: datetime.now(tz=UTC).astimezone(),
    )


def create_project(
    path: Path, actor: Actor | None = None, places: UserPlaces | None = None
) -> Project:
    """Make a new project file and its index beside it.

    Raises:
        UsageError: the name is taken, has no `.ddesk` suffix, or its folder cannot be used.
    """
    _check_suffix(path)
    file = ProjectFile.create(path, actor or this_actor())
    return _with_index(file, places)


def open_project(
    path: Path,
    access: Access = Access.WRITE,
    actor: Actor | None = None,
    places: UserPlaces | None = None,
) -> Project:
    """Open a project; one of whose folders this user opened none here is only read.

    Raises:
        UsageError, BusyError, ProjectError: see `ProjectFile.open`.
    """
    _check_suffix(path)
    known, who = places or user_places(), actor or this_actor()
    if access is not Access.ADOPT and is_from_elsewhere(path, known):
        file, scratch = received_file(path, who)
        return _with_index(file, known, scratch)
    file = ProjectFile.open(path, who, read_only=access is Access.READ)
    return _with_index(file, known)


def open_folder(
    folder: bytes, actor: Actor | None = None, places: UserPlaces | None = None
) -> Project:
    """Open a folder as a draft project in the user's data folder; nothing is written below it.

    The same folder finds its draft again, with everything decided in it.
    """
    known = places or user_places()
    real = os.path.realpath(folder)
    check_folder(real, folder)
    path = known.draft_for(real)
    path.parent.mkdir(parents=True, exist_ok=True)
    project = (open_project if path.exists() else create_project)(path, actor=actor, places=known)
    project.add_root(real)
    return project


def index_folder(path: Path) -> Path:
    """Return where the index of a project lies: `NAME.ddesk-index` beside it."""
    return path.with_name(path.name + "-index")


def _with_index(
    file: ProjectFile,
    places: UserPlaces | None,
    scratch: tempfile.TemporaryDirectory[str] | None = None,
) -> Project:
    try:
        index = IndexFile.open(index_folder(file.path))
    except BaseException:
        file.close()
        if scratch is not None:
            scratch.cleanup()
        raise
    return Project(file, index, places or user_places(), scratch)


def _check_suffix(path: Path) -> None:
    if path.suffix != SUFFIX:
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{name} is no name for a project. Nothing was changed; choose a name that ends "
                    "in .ddesk.",
                ),
                name=os.fsencode(path),
            )
        )


def require_writable(project: Project) -> None:
    """Refuse before long work where nothing could be written at its end.

    Raises:
        UsageError: it came from elsewhere, and nobody said yet where its folders are.
    """
    if project.read_only:
        labels = ", ".join(sorted(project.unknown_roots()))
        name = os.fsencode(project.path)
        raise UsageError(message(_FROM_ELSEWHERE, name=name, labels=labels))


_FROM_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} came from elsewhere: you never opened its folders ({labels}) on this machine, so it is "
    "only read. Nothing was changed; say where they are (retire, restore and recover take --root "
    "LABEL=DIR), or index one of them with --label.",
)
_KNOWN = QT_TRANSLATE_NOOP(
    "Messages",
    "{folder} is in this project already, with the label {known}. Nothing was changed; decisions "
    "know it by that label, so leave {label} away.",
)
