"""What ImageHash says of the same pairs: pHash, dHash and its crop-resistant hash."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import imagehash
from PIL import Image, ImageOps

from tests.benchmarks.judging.asked import PairKind
from tests.benchmarks.judging.outcome import Outcome
from tests.benchmarks.labelled.collecting import drawn_as

MOST_BITS = 8
KEPT = "rivals.json"
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
    folder: Path, paths: Collection[str], jobs: int, *, with_crops: frozenset[str]
) -> Hashes:
    """Return every file's hashes by its path.

    Those of an earlier run are taken again if the same libraries made them of the same collection.

    Args:
        folder: of the collection; hashes are kept in it.
        paths: files wanted.
        jobs: processes.
        with_crops: paths for which the slow crop-resistant hash is wanted too.
    """
    kept = folder / KEPT
    made_by = making(folder)
    known = _kept(kept, made_by)
    todo = [
        (path, path in with_crops)
        for path in sorted(paths)
        if path not in known or (path in with_crops and _CROP_RESISTANT not in known[path])
    ]
    if todo:
        with multiprocessing.get_context("spawn").Pool(jobs) as pool:
            known.update(pool.imap_unordered(partial(_hashed, folder), todo, 8))
        kept.write_text(json.dumps({"made by": made_by, "hashes": known}), "utf-8")
    return known


def making(folder: Path) -> dict[str, Any]:
    """Return what the hashes of a collection depend on: how it was drawn, and the libraries."""
    libraries = {name: version(name) for name in ("ImageHash", "pillow")}
    return {"labelled set": drawn_as(folder), **libraries}


def rival_says(rival: Rival, pair: Outcome, hashes: Hashes) -> bool | None:
    """Say whether a rival calls a pair a match; None where its hash was not made."""
    one, other = (hashes.get(path, {}).get(rival.name) for path in (pair.one, pair.other))
    return None if one is None or other is None else rival.is_match(one, other)


def sampled(outcomes: Sequence[Outcome], originals: int) -> frozenset[str]:
    """Return the paths of all that belongs to so many originals, evenly chosen."""
    folders = sorted({Path(one.one).parent for one in outcomes if one.kind is PairKind.COPY})
    chosen = set(folders[:: max(1, len(folders) // max(originals, 1))][:originals])
    paths = {path for one in outcomes for path in (one.one, one.other)}
    return frozenset(path for path in paths if Path(path).parent in chosen)


def _kept(path: Path, made_by: dict[str, Any]) -> dict[str, dict[str, Any]]:
    data: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    known: dict[str, dict[str, Any]] = data["hashes"] if data.get("made by") == made_by else {}
    return known


def _hashed(folder: Path, todo: tuple[str, bool]) -> tuple[str, dict[str, Any]]:
    path, with_crops = todo
    with Image.open(folder / path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    kinds = RIVALS if with_crops else RIVALS[:-1]
    return path, {one.name: str(one.hashed(upright)) for one in kinds}
