"""Which companion files belong to which picture.

Two naming schemes are in use for one image, `a.xmp` (Adobe) and `a.jpg.xmp` (darktable, digiKam);
both are recognised, without regard to case. A companion travels with its picture and its fields
count as the picture's own, marked as coming from a sidecar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

SIDECAR_SUFFIXES = frozenset({b".xmp", b".aae", b".thm", b".json", b".wav"})


def is_sidecar(name: bytes) -> bool:
    """Say whether a file name (last part of a path) is that of a companion file."""
    return _suffix(name) in SIDECAR_SUFFIXES


def sidecars_by_image(
    images: Iterable[bytes], companions: Iterable[bytes]
) -> Mapping[bytes, tuple[bytes, ...]]:
    """Return, for the file names of one folder, the companions of each image.

    Args:
        images: names of images.
        companions: names of companion files; one may belong to several images (`a.xmp` to `a.jpg`
            and `a.tif`).

    Returns:
        image name -> its companions, sorted; images without any are left out.
    """
    by_stem: dict[bytes, list[bytes]] = defaultdict(list)
    for companion in companions:
        by_stem[_stem(companion).lower()].append(companion)
    found: dict[bytes, tuple[bytes, ...]] = {}
    for image in images:
        own = by_stem.get(image.lower(), []) + by_stem.get(_stem(image).lower(), [])
        if own:
            found[image] = tuple(sorted(set(own)))
    return found


def _suffix(name: bytes) -> bytes:
    at = name.rfind(b".")
    return name[at:].lower() if at > 0 else b""


def _stem(name: bytes) -> bytes:
    at = name.rfind(b".")
    return name[:at] if at > 0 else name
