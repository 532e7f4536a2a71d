"""Two pages of files that have more than one, compared when somebody looks at them.

Reading compares the first page of a file and no other. What is found of later pages is for the
eye: it is shown, and nothing is decided from it or kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.statements import statement

Pages: TypeAlias = "tuple[int, int]"
"""The page of the left file and that of the right one, from 0."""

FIRST: Pages = (0, 0)


@dataclass(frozen=True, slots=True)
class TwoPages:
    """What comparing two pages found.

    Attributes:
        left, right: the two files, their pictures those of the pages; page counts of the files.
        pair: what was found; None where the two have nothing to do with each other.
        is_blank: too little is on one of them to be compared.
    """

    left: ImageRecord
    right: ImageRecord
    pair: VerifiedPair | None = None
    is_blank: bool = False


def pages_statement(two: TwoPages, pair: VerifiedPair, letters: tuple[str, str]) -> Message:
    """Return what the one page is of the other.

    Args:
        two: the pages.
        pair: what was found of them.
        letters: what the reader knows the left and the right file by.
    """
    left, right = _alone(two.left), _alone(two.right)
    if pair.key.a == left.id:
        return statement(pair, left, right, letters)
    return statement(pair, right, left, letters[::-1])


def _alone(record: ImageRecord) -> ImageRecord:
    """Return a page as if its file had no other: the statement is about it."""
    return replace(record, picture=replace(record.picture, page_count=1))
