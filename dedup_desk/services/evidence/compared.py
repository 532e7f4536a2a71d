"""What a page says of two images: the statement, the pictures, the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dedup_desk.core.fact_cells import Seen
from dedup_desk.core.fact_rows import FactRow, fact_rows
from dedup_desk.core.joined_groups import are_joined_by_hand
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.metadata import Presence
from dedup_desk.core.overlays import Difference
from dedup_desk.core.pairs import Relation, VerifiedPair
from dedup_desk.core.picture_words import aligned_words, difference_found
from dedup_desk.core.relations import RELATION_NAMES
from dedup_desk.core.statements import statement
from dedup_desk.core.verdict_words import SURENESS_WORDS
from dedup_desk.services.evidence.group import Grouped
from dedup_desk.services.evidence.page import FactLine, PairPart, Picture
from dedup_desk.services.evidence.pictures import Darkroom, Laid, Print, regions_on
from dedup_desk.services.review_views import MemberView

Look = Callable[[Print], Seen]
"""Looks up what stands around an image on its disk."""

DIFFERS: Final = "\u2260"
EQUAL: Final = "="


class Comparison:
    """Makes the parts of a page that are about two images.

    Args:
        group: whom it is about.
        darkroom: makes the pictures.
        look: see `Look`.
    """

    def __init__(self, group: Grouped, darkroom: Darkroom, look: Look) -> None:
        self._group, self._darkroom, self._look = group, darkroom, look

    def part(self, first: Print, member: MemberView, other: Print) -> PairPart:
        """Return what is said of the first image and another one."""
        group = self._group
        letters = (group.letters[first.record.id], group.letters[other.record.id])
        pair = group.session.pair(first.record.id, other.record.id)
        laid = self._laid(first, member, other, pair, letters)
        found = None if _is_exact(pair) else self._darkroom.difference(laid)
        rows = fact_rows(self._look(first), self._look(other))
        return PairPart(
            title=message(_PAIR, a=letters[0], b=letters[1]),
            letters=letters,
            said=tuple(self._said(member, pair, laid, found)),
            crop=self._darkroom.crop(laid),
            difference=found[1] if found is not None else None,
            regions=_regions(found[0], first, letters[0]) if found is not None else (),
            facts=tuple(_line(row, letters) for row in rows if row.mark is not _NEITHER),
            unsaid=tuple(row.name for row in rows if row.mark is _NEITHER),
        )

    def pair_words(self, pair: VerifiedPair) -> Message:
        """Return relation, sureness and statement of a comparison, by the letters of the page."""
        session, letters = self._group.session, self._group.letters
        a, b = session.record(pair.key.a), session.record(pair.key.b)
        return message(
            _COMPARED,
            a=letters[a.id],
            b=letters[b.id],
            relation=message(RELATION_NAMES[pair.relation]),
            sureness=message(SURENESS_WORDS[pair.sureness]),
            statement=statement(pair, a, b, (letters[a.id], letters[b.id])),
        )

    def _laid(
        self,
        first: Print,
        member: MemberView,
        other: Print,
        pair: VerifiedPair | None,
        letters: tuple[str, str],
    ) -> Laid:
        link = self._group.link(member)
        if pair is None:
            return Laid(first, other, letters, link)
        content = pair.registration.content_b if pair.registration is not None else None
        return Laid(first, other, letters, link, content, pair.key.a == first.record.id)

    def _said(
        self,
        member: MemberView,
        pair: VerifiedPair | None,
        laid: Laid,
        found: tuple[Difference, Picture] | None,
    ) -> Iterator[Message]:
        (a, b), cluster = laid.letters, self._group.view.cluster
        is_by_hand = are_joined_by_hand(cluster, laid.left.record.id, member.record.id)
        if is_by_hand:
            yield message(_BY_HAND, a=a, b=b)
        if pair is not None:
            yield self.pair_words(pair)
        elif is_by_hand:
            yield message(_NOTHING_MEASURED)
        else:
            yield message(_NOT_COMPARED, a=a, b=b)
            if member.pair is not None:
                yield self.pair_words(member.pair)
        if _is_exact(pair):
            return
        yield message(_ENDED, statement=aligned_words(laid.link))
        yield (
            message(_ENDED, statement=difference_found(found[0]))
            if found is not None
            else message(_NO_DIFFERENCE)
        )


def _is_exact(pair: VerifiedPair | None) -> bool:
    return pair is not None and pair.relation in (Relation.SAME_BYTES, Relation.SAME_PIXELS)


def _regions(found: Difference, first: Print, letter: str) -> tuple[Message, ...]:
    return tuple(
        message(
            _REGION,
            number=at,
            wide=round(one.right - one.left),
            high=round(one.bottom - one.top),
            left=round(one.left),
            top=round(one.top),
            letter=letter,
        )
        for at, one in enumerate(regions_on(found, first.extent), start=1)
    )


def _line(row: FactRow, letters: tuple[str, str]) -> FactLine:
    marks = {
        Presence.EQUAL: EQUAL,
        Presence.DIFFERS: DIFFERS,
        Presence.ONLY_LEFT: letters[0],
        Presence.ONLY_RIGHT: letters[1],
    }
    is_lost = row.is_precious and row.mark in (Presence.ONLY_LEFT, Presence.ONLY_RIGHT)
    mark = f"{marks[row.mark]} !" if is_lost else marks[row.mark]
    return FactLine(row.name, row.left, row.right, mark, row.mark is Presence.EQUAL)


_NEITHER = Presence.BOTH_EMPTY
_PAIR = QT_TRANSLATE_NOOP("Messages", "{b} compared with {a}")
_COMPARED = QT_TRANSLATE_NOOP("Messages", "{b} and {a}: {relation} ({sureness}). {statement}")
_NOT_COMPARED = QT_TRANSLATE_NOOP(
    "Messages", "{b} and {a} were not compared with each other, only through another image."
)
_BY_HAND = QT_TRANSLATE_NOOP(
    "Messages",
    "{b} and {a} are in one group because a person says that they show the same picture.",
)
_NOTHING_MEASURED = QT_TRANSLATE_NOOP("Messages", "No comparison found that; nothing is measured.")
_ENDED = QT_TRANSLATE_NOOP("Messages", "{statement}.")
_NO_DIFFERENCE = QT_TRANSLATE_NOOP(
    "Messages", "No picture of the difference: one of the two is not there or not aligned."
)
_REGION = QT_TRANSLATE_NOOP(
    "Messages",
    "{number}: {wide} by {high} px, {left} px from the left and {top} px down on {letter}",
)
