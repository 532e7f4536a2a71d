"""What a child has before it: a picture opened for the screen, a large one kept for the next part.

Opening a scan of a gigabyte proves its content once and remembers places in it; whoever looks
round in it asks for one part after the other, so the last ones looked at stay open.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import PictureFacts
from dedup_desk.engine import colour
from dedup_desk.engine.content import content_of, digest_of, stamp_of
from dedup_desk.engine.decode import expect, need_not_be_held, opened
from dedup_desk.engine.limits import expect_parts
from dedup_desk.engine.parts import MOST_BYTES
from dedup_desk.engine.parts.base import Parts
from dedup_desk.engine.showing import Extremes, Shown, View, shown
from dedup_desk.engine.unreadable import UnreadableImage
from dedup_desk.engine.whole import WholeParts

OTHER_CONTENT: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file has changed since it was read into the project; index it again."
)
_NO_PART: Final = QT_TRANSLATE_NOOP("Messages", "The part asked for lies outside the picture.")
_COARSER: Final = QT_TRANSLATE_NOOP(
    "Messages",
    "Not full pixels but 1/{by} along each edge: at full size this file takes more memory than a"
    " picture may.",
)
_NO_INKS: Final = QT_TRANSLATE_NOOP(
    "Messages", "CMYK without a profile: colours by the plain formula"
)
_TAKEN_AS: Final = QT_TRANSLATE_NOOP("Messages", "no profile: taken as {name}")
_UNFIT: Final = QT_TRANSLATE_NOOP("Messages", "profile damaged or of another kind, not used")
_FLOATING: Final = QT_TRANSLATE_NOOP("Messages", "black at {lowest}, white at {highest}")
_WINDOW: Final = QT_TRANSLATE_NOOP("Messages", "white at {highest}")

_KEPT: Final = 2
_MODES: Final = {"grey": "L", "bilevel": "L", "CMYK": "CMYK", "Lab": "LAB"}


@dataclass(slots=True, eq=False)
class OnTheDesk:
    """A picture opened for the screen.

    Attributes:
        parts: how it is read.
        orientation: how its stored samples are to be turned.
        profile: its own colour profile.
        picture: how it is stored.
        known: extremes of its samples, once they were looked for.
    """

    parts: Parts
    orientation: int
    profile: bytes | None
    picture: PictureFacts
    known: Shown | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Upright width and height of this page."""
        size = (self.parts.width_px, self.parts.height_px)
        return size[::-1] if self.orientation >= 5 else size

    def shown(self, view: View, inks: bytes | None = None) -> Shown:
        """Return a picture, or a part of it, for a screen.

        Args:
            view: what is wanted.
            inks: ICC profile that CMYK without one is taken as.

        Raises:
            UnreadableImage: damaged, or the part lies outside.
        """
        if self.known is not None:
            view = replace(view, extremes=self.known.extremes)
        try:
            made = shown(self.parts, self.orientation, self._taken_as(inks), view)
        except ValueError as error:
            raise UnreadableImage(message(_NO_PART)) from error
        self.known = made
        return made

    def limit(self, made: Shown) -> Message | None:
        """Return why finer pixels than these cannot be had; None where they can."""
        return message(_COARSER, by=made.coarser_by) if made.coarser_by > 1 else None

    def _taken_as(self, inks: bytes | None) -> bytes | None:
        """Return the profile that is used: its own, else for CMYK what the person prefers."""
        is_bare = self.picture.colour_model == "CMYK" and not self._is_applied
        return inks if is_bare and colour.is_applied(inks, "CMYK") else self.profile

    @property
    def _is_applied(self) -> bool:
        return colour.is_applied(self.profile, _MODES.get(self.picture.colour_model, "RGB"))

    def said(self, made: Shown, inks: bytes | None = None) -> tuple[Message, ...]:
        """Return what a person should know of how the pixels were made."""
        facts, told = self.picture, []
        if self.profile is not None and not self._is_applied:
            told.append(message(_UNFIT))
        if facts.colour_model == "CMYK" and not self._is_applied:
            is_taken = self._taken_as(inks) is not self.profile
            name = colour.profile_name(inks) or "?"
            told.append(message(_TAKEN_AS, name=name) if is_taken else message(_NO_INKS))
        if made.extremes is not None and facts.bit_depth > 8:
            told += _window(made.extremes, facts.bit_depth)
        return tuple(told)


def _window(extremes: Extremes, bits: int) -> list[Message]:
    """Return which samples are shown as black and white, where that is not all there could be."""
    if extremes.is_float:
        if extremes.lowest >= 0 and extremes.highest <= 1:
            return []
        ends = {"lowest": f"{extremes.lowest:.3g}", "highest": f"{extremes.highest:.3g}"}
        return [message(_FLOATING, **ends)]
    white = colour.white_point(extremes.highest)
    return [] if white == (1 << bits) - 1 else [message(_WINDOW, highest=white)]


_kept: OrderedDict[tuple[int, ...], OnTheDesk] = OrderedDict()


@contextmanager
def on_the_desk(file: BinaryIO, digest: bytes, page: int) -> Iterator[OnTheDesk]:
    """Open a picture, or give the one that is still open.

    Raises:
        UnreadableImage: it is not the content meant, or cannot be opened.
    """
    key = (*stamp_of(file), page)
    if (found := _kept.get(key)) is not None:
        expect_parts(MOST_BYTES, found.picture.pixel_count)
        yield found
        return
    data = content_of(file, may_map=need_not_be_held(file))
    if digest_of(file, data) != digest:
        raise UnreadableImage(message(OTHER_CONTENT))
    with opened(data, page, in_parts=True) as source:
        expect(source)
        if source.parts is None:
            whole = WholeParts(source)
            yield OnTheDesk(whole, whole.orientation, source.profile, source.picture)
            return
        yield _keep(
            key, OnTheDesk(source.parts, source.picture.orientation, source.profile, source.picture)
        )


def _keep(key: tuple[int, ...], made: OnTheDesk) -> OnTheDesk:
    _kept[key] = made
    while len(_kept) > _KEPT:
        _kept.popitem(last=False)
    return made
