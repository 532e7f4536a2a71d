"""What an original of the sample is; `catalogue` lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.engine.sample.labels import EVERY_BLOCK, Block
from dedup_desk.engine.sample.painting import Painting
from dedup_desk.engine.sample.storing import Stored

ONLY_EXIF = frozenset((Block.EXIF,))
WIDE, LARGE, TALL = (1200, 900), (1350, 900), (900, 1200)

JPEG, PNG, TIFF = Stored("jpeg", 93), Stored("png", 6), Stored("tiff", 6)


@dataclass(frozen=True, slots=True)
class Original:
    """One picture, where it is, what it says, which copies it has.

    Attributes:
        key: its name in the truth; also the seed of its chance, unless `chance` says another.
        scene: draws it.
        size_px: width and height.
        stored: form and quality.
        place: path in the collection.
        facts: its metadata.
        copies: rows of `VARIANTS`.
        blocks: where its metadata stands.
        grain: film grain or scanner noise.
        chance: the key whose chance it shares, so that only what shall differ differs.
        sidecar: name of its companion file, if it has one.
    """

    key: str
    scene: Callable[[Painting], None]
    size_px: tuple[int, int]
    stored: Stored
    place: bytes
    facts: MetadataFacts
    copies: tuple[str, ...]
    blocks: frozenset[Block] = EVERY_BLOCK
    grain: float = 0.011
    chance: str | None = None
    sidecar: bytes | None = None


def taken(when: str, byline: str, camera: str, caption: str) -> MetadataFacts:
    """Return the facts of a photograph of the house; `replace` adds what is rarer."""
    return MetadataFacts(
        captured=when,
        byline=byline,
        camera=camera,
        caption=caption,
        credit="North Point Pictures",
        rights="(c) North Point Pictures",
        country="Hong Kong",
    )


LEUNG, HO, WU = "Leung Siu Kei", "Ho Mei Lin", "Wu Tak Shing"
NIKON, LEICA, PHASE = "NIKON F", "LEICA M3", "PHASE One P45"


def agency_facts(facts: MetadataFacts) -> MetadataFacts:
    """Return the facts as a wire agency rewrites them: its credit, its caption, its own numbers."""
    return replace(
        facts,
        caption=f"{(facts.caption or '').rstrip('.')} (Peak Press / {facts.byline})",
        credit="Peak Press",
        source="Peak Press Agency",
        instructions="One use only.",
        rights="(c) Peak Press Agency",
        software="PressDesk 4.1",
        item_number=None,
    )
