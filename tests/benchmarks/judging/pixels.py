"""Pixel digests of files of one size, as the program computes them for candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from dedup_desk.core.records import Digest, ImageRecord
from dedup_desk.engine.pixels import PIXELS_RECIPE, pixels_work, read_pixel_digest
from dedup_desk.services.bench import Bench

Digests: TypeAlias = Mapping[Digest, "bytes | None"]


def pixel_digests(bench: Bench) -> Digests:
    """Return the digests of all contents that share folder and size with another one."""
    known = bench.index.pixel_digests(PIXELS_RECIPE)
    like: dict[tuple[bytes, int, int], list[ImageRecord]] = defaultdict(list)
    for one in bench.index.records().values():
        folder = one.place.path.rpartition(b"/")[0]
        like[folder, one.picture.width_px, one.picture.height_px].append(one)
    wanted = {
        one.digest: one
        for some in like.values()
        for one in some
        if len({other.digest for other in some}) > 1 and one.digest not in known
    }
    works = [pixels_work(one, bench.absolute(one)) for one in wanted.values()]
    found = {
        work.tag: read_pixel_digest(answer) for work, answer in bench.pool.run(works, bench.cancel)
    }
    bench.index.put_pixel_digests(found, PIXELS_RECIPE)
    return {**known, **found}
