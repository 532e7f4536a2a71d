"""Which rendering of each picture is painted: the best that is here, until a finer one comes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QImage

from dedup_desk.core.compare import Side
from dedup_desk.core.geometry import Extent
from dedup_desk.core.messages import Message
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.picture_loader import PictureLoader, Pyramid
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.viewmodels.sight import Sight, ahead_wanted


class Pictures:
    """Asks for renderings and hands out what is here; the stored thumbnail at worst.

    Attributes:
        loader: brings renderings; its signals say when.
    """

    def __init__(self, loader: PictureLoader, thumbnails: Thumbnails) -> None:
        self.loader, self._thumbnails = loader, thumbnails

    def image(self, sight: Sight, side: Side) -> QImage | None:
        """Return the best rendering that is here for the scale shown."""
        record = sight.pair.record(side)
        pyramid = self.loader.best(record)
        if pyramid is None:
            return self.thumbnail(record)
        return pyramid.level_for(sight.needed_px(side))

    def thumbnail(self, record: ImageRecord) -> QImage | None:
        """Return the stored small picture."""
        return self._thumbnails.image_now(record.digest)

    def finest(self, sight: Sight, side: Side) -> Pyramid | None:
        """Return the rendering that this sight takes, once it is here."""
        return self.loader.pyramid(sight.wanted(side))

    def is_loading(self, sight: Sight, side: Side) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        record = sight.pair.record(side)
        return self.finest(sight, side) is None and self.why_missing(record) is None

    def why_missing(self, record: ImageRecord) -> Message | None:
        """Return why a picture cannot be shown, if that is so."""
        return self.loader.why_missing(record)

    def expect(self, records: Iterable[ImageRecord]) -> None:
        """Fetch the thumbnails of what may be shown next."""
        self._thumbnails.want(record.digest for record in records)

    def want(self, sight: Sight, ahead: Iterable[ImageRecord], pane: Extent) -> None:
        """Ask for what this sight takes, then for what may be shown next."""
        coming = (ahead_wanted(one, pane, sight.unit_px) for one in ahead)
        self.loader.want([sight.wanted(side) for side in Side], coming)
