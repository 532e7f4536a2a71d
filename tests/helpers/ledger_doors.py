"""A window whose reviews write into a real project file."""

from __future__ import annotations

from datetime import UTC, datetime

from dedup_desk.core.canonical import Policy
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from tests.helpers.drawn_pictures import DrawnPictures
from tests.helpers.review_fakes import a_scene
from tests.helpers.scenes import SceneDoors


class LedgerDoors(SceneDoors):
    """A review desk of drawn pictures over a project file on the disk."""

    def __init__(self, ledger):
        super().__init__()
        self.ledger, self.scene = ledger, a_scene(2)
        self.read_only = False

    def open(self, path):
        project = super().open(path)
        project.file, project.read_only = self.ledger, self.read_only
        return project

    def review(self, _counted):
        now = lambda: datetime.now(UTC)  # noqa: E731
        thumbnail = self.scene.thumbnails.get
        session = ReviewSession(self.scene.shelf, self.ledger, thumbnail, Policy(), now)
        model = ReviewViewModel(session, DrawnPictures(self.scene.pictures))
        model.load()
        return model
