"""What ImageHash says of the same pairs: pHash, dHash and its crop-resistant hash."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import imagehash
from PIL import Image, ImageOps

from tests.benchmarks.judging.asked import Asked
from tests.benchmarks.labelled.truth import Label

MOST_BITS = 8
_CROP_RESISTANT = "crop_resistant_hash"
Hashes: TypeAlias = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Rival:
    """One kind of hash: its name, how two hashes read from text are compared, how it is made."""

    name: str
    is_match: Callable[[str, str], bool]
    hashed: Callable[[Image.Image], object]


def _near(one: str, other: str) -> bool:
    return (int(one, 16) ^ int(other, 16)).bit_count() <= MOST_BITS


def _crops_match(one: str, other: str) -> bool:
    left, right = (imagehash.hex_to_multihash(text) for text in (one, other))
    return bool(left.matches(right))


RIVALS = (
    Rival("phash<=8", _near, imagehash.phash),
    Rival("dhash<=8", _near, imagehash.dhash),
    Rival(_CROP_RESISTANT, _crops_match, imagehash.crop_resistant_hash),
)
"""The hashes that are compared with."""


def hashed_files(
    folder: Path, labels: Sequence[Label], jobs: int, *, with_crops: frozenset[str]
) -> Hashes:
    """Return every file's hashes by its path; those of the last run are taken again.

    Args:
        folder: of the collection; hashes are kept in it.
        labels: files wanted.
        jobs: processes.
        with_crops: paths for which the slow crop-resistant hash is wanted too.
    """
    kept = folder / "rivals.json"
    known: dict[str, dict[str, Any]] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    todo = [
        (one.path, one.path in with_crops)
        for one in labels
        if one.path not in known
        or (one.path in with_crops and _CROP_RESISTANT not in known[one.path])
    ]
    if todo:
        with multiprocessing.get_context("spawn").Pool(jobs) as pool:
            known.update(pool.imap_unordered(partial(_hashed, folder), todo, 8))
        kept.write_text(json.dumps(known), "utf-8")
    return known


def rival_says(rival: Rival, asked: Asked, hashes: Hashes) -> bool | None:
    """Say whether a rival calls a pair a match; None where its hash was not made."""
    one, other = (hashes[label.path].get(rival.name) for label in (asked.one, asked.other))
    return None if one is None or other is None else rival.is_match(one, other)


def sampled(asked: Iterable[Asked], originals: int) -> frozenset[str]:
    """Return the paths of the pairs of so many originals, evenly chosen."""
    pairs = list(asked)
    sources = sorted({one.one.source for one in pairs if one.one.kind.value == "original"})
    chosen = set(sources[:: max(1, len(sources) // max(originals, 1))][:originals])
    labels = (label for one in pairs for label in (one.one, one.other))
    return frozenset(one.path for one in labels if one.source in chosen)


def _hashed(folder: Path, todo: tuple[str, bool]) -> tuple[str, dict[str, Any]]:
    path, with_crops = todo
    with Image.open(folder / path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    kinds = RIVALS if with_crops else RIVALS[:-1]
    return path, {one.name: str(one.hashed(upright)) for one in kinds}
