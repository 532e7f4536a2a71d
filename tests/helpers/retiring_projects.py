"""A project with decided copies on disk: file, index, roots, ready to be retired."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, FilePlace, FileStamp, SeenFile
from dedup_desk.engine.files import FsOps
from dedup_desk.services.retiring import Retirement
from dedup_desk.services.roots import Root
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.collections_on_disk import ITEMS, ROOT, Scene, snapshot
from tests.helpers.ledgers import ANN
from tests.helpers.projects import decide, measured


@dataclass
class DecidedProject:
    """Three copies of three kept images, indexed and decided; what `Retirement` asks for.

    Attributes:
        scene: the files.
        file, index: the project.
    """

    scene: Scene
    file: ProjectFile
    index: IndexFile
    is_closed: bool = False

    @property
    def actor(self):
        return self.file.actor

    def roots(self) -> tuple[Root, ...]:
        return (Root(ROOT, self.scene.root),)

    def retirement(self, fs: FsOps | None = None) -> Retirement:
        return Retirement(self, fs)

    def on_disk(self, path: bytes) -> Path:
        return Path(self.scene.absolute(path).decode("utf-8", "surrogateescape"))

    def place(self, path: bytes) -> FilePlace:
        return FilePlace(ROOT, path)

    def decide(self, *decisions: Decision, step: str = "step") -> None:
        decide(self.file, *decisions, step=step)

    def index_again(self) -> None:
        """Measure every file as it is now."""
        paths = [path for path, entry in snapshot(self.scene.root).items() if entry[0] == "file"]
        self.index.put_measured([_measured(self, path) for path in paths])

    def close(self) -> None:
        """Let go of both; harmless the second time."""
        if not self.is_closed:
            self.index.close()
            self.file.close()
        self.is_closed = True

    def __enter__(self) -> DecidedProject:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()


def a_decided_project(folder: Path, items: Sequence[bytes] = ITEMS) -> DecidedProject:
    """Write files, index them, and decide that each item is retired for its kept copy."""
    scene = Scene(folder, tuple(items)).build()
    made = DecidedProject(
        scene,
        ProjectFile.create(folder / "sample.ddesk", ANN),
        IndexFile.open(folder / "sample.ddesk-index"),
    )
    made.index_again()
    made.decide(*(a_retirement(scene, path) for path in items))
    return made


def opened_again(made: DecidedProject) -> DecidedProject:
    """Close a project and open it anew, as after a restart."""
    made.close()
    return DecidedProject(
        made.scene,
        ProjectFile.open(made.file.path, ANN),
        IndexFile.open(made.scene.base / "sample.ddesk-index"),
    )


def a_fresh_project(made: DecidedProject) -> DecidedProject:
    """Another, empty project of the same folder."""
    base = made.scene.base
    return DecidedProject(
        made.scene,
        ProjectFile.create(base / "rebuilt.ddesk", ANN),
        IndexFile.open(base / "rebuilt.ddesk-index"),
    )


def a_retirement(scene: Scene, path: bytes, **more: object) -> Decision:
    """The decision that an item is retired for its kept copy."""
    plain = Decision(
        scene.seen(path), Verdict.RETIRE, scene.seen(scene.kept(path)), Relation.RE_ENCODED
    )
    return replace(plain, **more)


def seen_now(made: DecidedProject, path: bytes) -> SeenFile:
    """The content that a file has at this moment."""
    data = made.on_disk(path).read_bytes()
    return SeenFile(made.place(path), Digest(hashlib.sha256(data).digest()))


def _measured(made: DecidedProject, path: bytes):
    facts = made.on_disk(path).stat()
    stamp = FileStamp(
        made.place(path), facts.st_size, facts.st_mtime_ns, facts.st_dev, facts.st_ino
    )
    return replace(measured(path), stamp=stamp, digest=seen_now(made, path).digest)
