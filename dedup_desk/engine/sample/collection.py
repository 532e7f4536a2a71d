"""The whole sample, file by file: draw an original, make its copies, hand up bytes and truth."""

from __future__ import annotations

import calendar
import hashlib
import zlib
from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

import numpy as np

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.records import Digest
from dedup_desk.engine.sample.catalogue import ORIGINALS
from dedup_desk.engine.sample.changes import Change, Pixels, changed
from dedup_desk.engine.sample.labels import Labels, xmp_packet
from dedup_desk.engine.sample.names import LOUD_SUFFIXES, ODD_NAMES
from dedup_desk.engine.sample.originals import Original, agency_facts
from dedup_desk.engine.sample.painting import Painting
from dedup_desk.engine.sample.profile import to_wide_gamut, wide_gamut_profile
from dedup_desk.engine.sample.storing import Samples, facts_in, file_bytes, relabelled_jpeg
from dedup_desk.engine.sample.truth import SampleFile
from dedup_desk.engine.sample.variants import VARIANTS, Labelling, Variant, VariantKind

SEED = 1966
RECIPE = "sample-1"
"""Changes whenever a file of the sample would have other bytes."""

LAST_NS = calendar.timegm((2006, 1, 1, 12, 0, 0)) * 10**9
"""The date of folders and of the page that explains the sample: later than every picture."""

_DAY_NS = 86_400 * 10**9
_FIRST_NS = calendar.timegm((2004, 2, 3, 9, 30, 0)) * 10**9
_MASTER_MODE, _FILE_MODE = 0o444, 0o644


class Role(StrEnum):
    """What a file of the sample is for."""

    PICTURE = "picture"
    COMPANION = "companion"
    UNREADABLE = "unreadable"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """One file to write.

    Attributes:
        place: path below the sample's folder, as wanted.
        data: its bytes.
        mtime_ns, mode: what it gets when written.
        truth: what it is; None for sidecars, broken files and other files.
        role: which list of the truth it belongs to.
    """

    place: bytes
    data: bytes
    mtime_ns: int
    mode: int
    truth: SampleFile | None = None
    role: Role = Role.PICTURE


def draw_collection(
    seed: int = SEED, only: Container[str] | None = None
) -> Iterator[tuple[str, tuple[DrawnFile, ...]]]:
    """Yield (original's key, its files) for every original, then ("", the odd files).

    The same seed gives the same bytes; every original has a chance of its own, so that adding one
    leaves the others as they are.

    Args:
        seed: of all chance.
        only: keys of the originals wanted ("" for the odd files); None for all.
    """
    for number, original in enumerate(ORIGINALS):
        if only is None or original.key in only:
            yield original.key, tuple(_family(original, number, seed))
    if only is None or "" in only:
        yield "", tuple(_strays(seed))


def original_pixels(original: Original, seed: int = SEED) -> Samples:
    """Draw one original: (H, W, 3) uint16 for the deep forms, uint8 for the others."""
    shared = zlib.crc32((original.chance or original.key).encode("ascii"))
    painting = Painting(*original.size_px, np.random.default_rng([seed, shared]))
    original.scene(painting)
    own = zlib.crc32(original.key.encode("ascii"))
    painting.chance = np.random.default_rng([seed, own, 2])
    painting.grain(original.grain)
    return painting.sixteen_bit() if original.stored.is_deep else painting.eight_bit()


def _family(original: Original, number: int, seed: int) -> Iterator[DrawnFile]:
    samples = original_pixels(original, seed)
    labels = Labels(original.facts, original.blocks)
    data = file_bytes(samples, original.stored, labels)
    born_ns = _FIRST_NS + number * _DAY_NS * 3 + number * 61_000_000_007
    truth = _truth(original, None, original.place, data, original.key)
    mode = _MASTER_MODE if original.place.startswith(b"masters/") else _FILE_MODE
    yield DrawnFile(original.place, data, born_ns, mode, truth)
    if original.sidecar:
        beside = original.place.rpartition(b"/")[0] + b"/" + original.sidecar
        packet = xmp_packet(_sidecar_facts(original.facts))
        yield DrawnFile(beside, packet, born_ns + 10**9, _FILE_MODE, None, Role.COMPANION)
    shown = (samples >> 8).astype(np.uint8) if original.stored.is_deep else samples.astype(np.uint8)
    for at, name in enumerate(original.copies):
        when_ns = born_ns + (20 + 7 * at) * _DAY_NS + at * 1_234_567_891
        yield _copy(original, name, (shown, data), when_ns)


def _copy(original: Original, name: str, source: tuple[Pixels, bytes], mtime_ns: int) -> DrawnFile:
    variant = VARIANTS[name]
    labels = _labels(original, variant)
    place = _place(original, name)
    if variant.stored is not None:
        data = file_bytes(_stored_pixels(source[0], variant), variant.stored, labels)
    elif variant.kind is VariantKind.SAME_BYTES:
        data = source[1]
    else:
        data = relabelled_jpeg(source[1], labels)
    truth = _truth(original, name, place, data, _pixels_key(original, name))
    return DrawnFile(place, data, mtime_ns, _FILE_MODE, truth)


def _stored_pixels(shown: Pixels, variant: Variant) -> Pixels:
    """Return the pixels as they lie in the file: changed, profiled, turned against the tag."""
    change = variant.change
    if variant.loses_profile:
        change = replace(change, tone=None)
    pixels = changed(shown, change)
    if variant.is_wide_gamut:
        pixels = to_wide_gamut(pixels)
    return np.ascontiguousarray(_UNTURNED[variant.orientation](pixels))


def _quarter_turns(pixels: Pixels, turns: int) -> Pixels:
    return np.rot90(pixels, turns)


def _transposed(pixels: Pixels) -> Pixels:
    return pixels.transpose(1, 0, 2)


_UNTURNED: dict[int, Callable[[Pixels], Pixels]] = {
    1: partial(_quarter_turns, turns=0),
    3: partial(_quarter_turns, turns=2),
    5: _transposed,
    6: partial(_quarter_turns, turns=1),
    8: partial(_quarter_turns, turns=3),
}
"""EXIF orientation -> what turns an upright picture into the stored one (EXIF 2.3, tag 274)."""


def _labels(original: Original, variant: Variant) -> Labels:
    facts = _copy_facts(original, variant)
    blocks = original.blocks if variant.blocks is None else variant.blocks
    if variant.labelling is Labelling.NONE:
        blocks = frozenset()
    icc = wide_gamut_profile() if variant.is_wide_gamut and not variant.loses_profile else None
    return Labels(facts, blocks, variant.orientation, icc)


def _copy_facts(original: Original, variant: Variant) -> MetadataFacts:
    if variant.labelling is Labelling.AGENCY:
        return agency_facts(original.facts)
    if variant.labelling is Labelling.CAPTION_LOST:
        return replace(
            original.facts, caption=None, headline=None, keywords=None, software="Photo Export 3"
        )
    return MetadataFacts() if variant.labelling is Labelling.NONE else original.facts


def _sidecar_facts(facts: MetadataFacts) -> MetadataFacts:
    """Return what only the companion file knows: what the archivist added later."""
    return MetadataFacts(
        caption=facts.caption,
        keywords=f"{facts.keywords or ''}; shown 2004",
        instructions="Kept in cold storage, box 12.",
        rights=facts.rights,
    )


def _place(original: Original, name: str) -> bytes:
    variant = VARIANTS[name]
    last = original.place.rpartition(b"/")[2]
    stem, _, suffix = last.rpartition(b".")
    wanted = ODD_NAMES.get((original.key, name), variant.place.replace(b"%b", stem))
    ending = b"." + suffix if variant.stored is None else variant.stored.suffix.encode("ascii")
    return wanted + (ending.upper() if (original.key, name) in LOUD_SUFFIXES else ending)


def _pixels_key(original: Original, name: str) -> str:
    variant = VARIANTS[name]
    own = f"{original.key}/{name}"
    if variant.change != Change():
        return own
    if variant.stored is None:
        return original.key
    lossless = variant.stored.is_lossless and original.stored.is_lossless
    return original.key if lossless and not original.stored.is_deep else own


def _truth(
    original: Original, name: str | None, place: bytes, data: bytes, pixels: str
) -> SampleFile:
    variant = VARIANTS[name] if name else None
    return SampleFile(
        place=place,
        original=original.key,
        variant=name,
        kind=variant.kind if variant else VariantKind.ORIGINAL,
        change=variant.change if variant else Change(),
        pixels=pixels,
        orientation=variant.orientation if variant else 1,
        facts=_facts(original, variant),
        digest=Digest(hashlib.sha256(data).digest()),
        size_bytes=len(data),
    )


def _facts(original: Original, variant: Variant | None) -> MetadataFacts:
    if variant is None or variant.kind is VariantKind.SAME_BYTES:
        return facts_in(original.stored, Labels(original.facts, original.blocks))
    return facts_in(variant.stored or original.stored, _labels(original, variant))


def _strays(seed: int) -> Iterator[DrawnFile]:
    """Yield what every collection has too: a cut-off upload, a text called .jpg, other files."""
    junk = next(one for one in ORIGINALS if one.key == "harbour_junk")
    whole = file_bytes(original_pixels(junk, seed), junk.stored, Labels(MetadataFacts()))
    when_ns = _FIRST_NS + 400 * _DAY_NS + 5
    texts: tuple[tuple[bytes, bytes, Role], ...] = (
        (b"import/DVD-07/0430 upload.jpg", whole[: len(whole) * 2 // 5], Role.UNREADABLE),
        (
            b"import/DVD-07/read me first.jpg",
            b"The pictures of this disc are in the folders.\r\n" * 9,
            Role.UNREADABLE,
        ),
        (b"import/DVD-07/contents.csv", b"file,title\r\n0421.jpg,Terraces\r\n", Role.OTHER),
    )
    for place, data, role in texts:
        yield DrawnFile(place, data, when_ns, _FILE_MODE, None, role)


def kinds_of_copies() -> Counter[VariantKind]:
    """Count the copies of the whole sample by kind, without drawing anything."""
    return Counter(VARIANTS[name].kind for original in ORIGINALS for name in original.copies)
