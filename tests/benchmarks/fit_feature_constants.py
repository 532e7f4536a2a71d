"""Compute the medians of `dedup_desk/engine/feature_medians.py` from pictures, and write the file.

    python tests/benchmarks/fit_feature_constants.py FOLDER...

Any photographs and pages will do: only the middle of each projection is taken, so that every bit
of a cell is set about as often as not. Run it only when descriptors or directions change: indexes
that were made with other medians are made anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from dedup_desk.engine import cv, feature_codes
from dedup_desk.engine.features import find_features
from dedup_desk.engine.measure import PROXY_PX, PROXY_QUALITY

WRITTEN = Path(feature_codes.__file__).with_name("feature_medians.py")
PARTS = 3
"""Each picture counts as a whole and in 3 x 3 parts, because keypoints are of all scales."""


def pictures(folders: list[Path]) -> Iterator[Image.Image]:
    """Yield every picture that can be read, in the order of names."""
    for path in sorted(one for folder in folders for one in folder.rglob("*") if one.is_file()):
        try:
            with Image.open(path) as opened:
                opened.draft("RGB", (PROXY_PX * PARTS, PROXY_PX * PARTS))
                yield ImageOps.exif_transpose(opened).convert("RGB")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            print(f"left out: {path.name}")


def parts(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield the picture and its parts."""
    yield picture
    width, height = picture.width // PARTS, picture.height // PARTS
    for left in range(0, width * PARTS, max(width, 1)):
        for top in range(0, height * PARTS, max(height, 1)):
            yield picture.crop((left, top, left + width, top + height))


def descriptors(picture: Image.Image) -> NDArray[np.uint8]:
    """Return the descriptors that the deep pass would find."""
    picture.thumbnail((PROXY_PX, PROXY_PX), Image.Resampling.LANCZOS)
    grey = cv.grey_of_jpeg(cv.encoded_jpeg(np.array(picture), PROXY_QUALITY))
    return np.zeros((0, 128), np.uint8) if grey is None else find_features(grey).descriptors


def medians(folders: list[Path]) -> tuple[int, list[int]]:
    """Return how many descriptors there were, and the median of each projection."""
    found = np.concatenate(
        [descriptors(part) for picture in pictures(folders) for part in parts(picture)]
    )
    middle = np.median(found.astype(np.float32) @ feature_codes.DIRECTIONS, axis=0)
    return len(found), [int(value) for value in np.floor(middle)]


def written(count: int, values: list[int]) -> str:
    """Return the file's text."""
    rows = [", ".join(map(str, values[at : at + 12])) for at in range(0, len(values), 12)]
    body = "".join(f"    {row},\n" for row in rows)
    return (
        '"""Medians of the projections of descriptors: data, written by a script.\n\n'
        f"From {count:,} descriptors; see `tests/benchmarks/fit_feature_constants.py`.\n"
        '"""\n\nfrom __future__ import annotations\n\nfrom typing import Final\n\n'
        f"MEDIANS: Final = (\n{body})\n"
    )


def main() -> None:
    """Write the file."""
    count, values = medians([Path(name) for name in sys.argv[1:]])
    WRITTEN.write_text(written(count, values), "utf-8")
    print(f"{count:,} descriptors; wrote {WRITTEN.name}")


if __name__ == "__main__":
    main()
