"""The journal of a real project file, for the crash matrix."""

from __future__ import annotations

from dedup_desk.store.operations import OperationsJournal
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.collections_on_disk import Scene
from tests.helpers.ledgers import ANN


class ProjectJournal(OperationsJournal):
    """Opens the project of a scene; checks its ledger whenever it is let go."""

    def __init__(self, file: ProjectFile) -> None:
        super().__init__(file)
        self.file = file

    def close(self) -> None:
        assert self.file.verify_chain() == ()
        assert self.file.verify_state() == ()
        self.file.close()


def project_journal(scene: Scene) -> ProjectJournal:
    """Open the project file of a scene, or make it."""
    path = scene.base / "sample.ddesk"
    made = ProjectFile.open(path, ANN) if path.exists() else ProjectFile.create(path, ANN)
    return ProjectJournal(made)
