"""What a page of evidence says, as values: nothing is worded and nothing is laid out yet."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core.fact_cells import Cell
from dedup_desk.core.messages import Message


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said under its name.

    Attributes:
        label: what it is called.
        value: what it is.
        is_exact: digits or bytes, for comparing letter by letter.
    """

    label: Message
    value: Cell
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the page.

    Attributes:
        jpeg: encoded, sRGB.
        width_px, height_px: its size.
        caption: what it shows, and how it was made.
    """

    jpeg: bytes
    width_px: int
    height_px: int
    caption: Message


@dataclass(frozen=True, slots=True)
class MemberPart:
    """One image of the group.

    Attributes:
        letter: what the page calls it; A is the one that the others are compared with.
        standing: what was decided about it, or that nothing was.
        picture: None where neither the file nor a stored preview can be shown.
        lines: where it is, what its content is, its dates.
    """

    letter: str
    standing: Message
    picture: Picture | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """One row of the facts of two images; `mark` is a letter or a shape, never a colour alone."""

    name: Message
    left: Cell
    right: Cell
    mark: str
    is_equal: bool


@dataclass(frozen=True, slots=True)
class PairPart:
    """A compared with another image of the group.

    Attributes:
        title: what stands above it.
        letters: what the page calls the two.
        said: relation, statement, alignment, what the difference found: a sentence each.
        crop: the fuller picture with the frame of the other one on it.
        difference: where they differ, in numbered frames.
        regions: where each numbered frame is.
        facts: rows of which either has something.
        unsaid: names of the rows of which neither has anything.
    """

    title: Message
    letters: tuple[str, str]
    said: tuple[Message, ...]
    crop: Picture | None
    difference: Picture | None
    regions: tuple[Message, ...]
    facts: tuple[FactLine, ...]
    unsaid: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of the ledger about an image of the group.

    Attributes:
        at_utc: when, as the ledger has it.
        who: the declared name with account and machine; None where it was erased.
        what: what happened.
        about: which image, by letter or, where it is none of the group, by path.
        reason: the person's words, and by which rule where it was one.
        entry: number in its chain and the chain.
        hash: of the entry, all 64 digits.
    """

    at_utc: str
    who: str | None
    what: Message
    about: Message
    reason: tuple[Cell, ...]
    entry: Message
    hash: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A whole page.

    Attributes:
        title: what stands above it.
        group: id of the group or pair, for file names and page footers.
        about: group, project, time, program, person.
        state: how far the group is decided, in a sentence.
        members: every image, A first.
        pairs: every other one with A.
        others: statements of pairs without A.
        proposal: what the keeping rules propose and why.
        acts: what the ledger says, oldest first.
        ledger: head, count, and whether the chains agree.
        limits: what the page does not prove.
    """

    title: Message
    group: str
    about: tuple[Line, ...]
    state: Message
    members: tuple[MemberPart, ...]
    pairs: tuple[PairPart, ...]
    others: tuple[Message, ...]
    proposal: tuple[Message, ...]
    acts: tuple[Act, ...]
    ledger: tuple[Line, ...]
    limits: tuple[Message, ...]
