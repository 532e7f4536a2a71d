"""Every fingerprint of HASHES: repeatable, as wide as it says, and ImageHash's to the last bit."""

import imagehash
import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.fingerprints import distance_bits, hex_text, under_symmetry, unpacked_bits
from dedup_desk.engine.decode import decode, decode_fitting, opened
from dedup_desk.engine.hashes import HASHES
from dedup_desk.engine.measure import (
    PROXY_ENOUGH_PX,
    PROXY_PX,
    fingerprint_source,
    fingerprints_of,
    grey_reductions,
)
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.made_pictures import corpus_files, encoded, photo

KINDS = pytest.mark.parametrize("kind", HASHES.values(), ids=lambda kind: kind.id)
SYMMETRIES = pytest.mark.parametrize("symmetry", range(8))


def flat(level):
    return np.full((60, 90, 3), level, dtype=np.uint8)


def ramp():
    return np.tile(np.arange(256, dtype=np.uint8)[None, :, None], (100, 1, 3))


MADE = {
    "photo": photo(256, 171, seed=3),
    "tall": photo(97, 256, seed=4),
    "tiny": photo(7, 5, seed=5),
    "one pixel": flat(9)[:1, :1],
    "white": flat(255),
    "grey": flat(128),
    "black": flat(0),
    "ramp": ramp(),
    "noise": np.random.default_rng(6).integers(0, 256, (256, 256, 3)).astype(np.uint8),
    "thin": photo(256, 1, seed=7),
}
PICTURES = pytest.mark.parametrize("pixels", MADE.values(), ids=MADE.keys())


def computed(kind, pixels):
    return kind.compute(grey_reductions(pixels)[kind.edge_px])


def of_imagehash(kind, pixels):
    """ImageHash, asked directly: hash_size squared bits."""
    return imagehash.phash(Image.fromarray(pixels), hash_size=round(kind.bits**0.5))


@KINDS
@PICTURES
def test_the_bits_are_those_of_imagehash(kind, pixels):
    assert hex_text(computed(kind, pixels)) == str(of_imagehash(kind, pixels))


@KINDS
def test_a_stack_gives_the_same_bits_as_one_by_one(kind):
    stack = np.stack([grey_reductions(pixels)[kind.edge_px] for pixels in MADE.values()])
    one_by_one = np.stack([computed(kind, pixels) for pixels in MADE.values()])
    assert np.array_equal(kind.compute(stack), one_by_one)


@KINDS
def test_it_is_as_wide_as_it_says_and_repeatable(kind):
    words = computed(kind, MADE["photo"])
    assert words.dtype == np.uint64
    assert words.shape == (kind.bits // 64,)
    assert np.array_equal(words, computed(kind, MADE["photo"].copy()))


@KINDS
def test_it_tells_a_mirror_image_from_its_original(kind):
    mirrored = np.ascontiguousarray(MADE["photo"][:, ::-1])
    assert distance_bits(computed(kind, MADE["photo"]), computed(kind, mirrored)) > kind.bits / 8


@KINDS
def test_it_survives_recompression(kind):
    original = photo(800, 600, seed=8)
    again = decode(encoded(original, quality=80), None).pixels
    assert distance_bits(computed(kind, original), computed(kind, again)) <= kind.bits / 16


@SYMMETRIES
@pytest.mark.parametrize("name", ["photo", "tall", "noise"])
def test_a_turned_picture_has_the_fingerprint_that_its_symmetry_promised(name, symmetry):
    """The promise is exact for the turned reduction, and near for the turned picture itself."""
    pixels = MADE[name]
    reductions = grey_reductions(pixels)
    promised = fingerprints_of(reductions).phash64[symmetry]
    turned = under_symmetry(reductions[32], symmetry)
    assert promised == HASHES["phash64"].compute(np.ascontiguousarray(turned))[0]
    picture = np.ascontiguousarray(under_symmetry(pixels, symmetry))
    own = fingerprints_of(grey_reductions(picture)).phash64[0]
    assert distance_bits(np.array([promised]), np.array([own])) <= 4


def test_the_symmetries_of_a_photograph_are_far_apart():
    words = fingerprints_of(grey_reductions(MADE["photo"])).phash64
    apart = [distance_bits(words[i : i + 1], words[j : j + 1]) for i in range(8) for j in range(i)]
    assert min(apart) > 10


@pytest.mark.corpus
@KINDS
def test_the_bits_are_those_of_imagehash_on_every_picture_of_the_corpus(kind):
    compared = 0
    for path in corpus_files("photos", "orientation", "same-scene", "documents", "odd"):
        try:
            with opened(path.read_bytes()) as source:
                decoded = decode_fitting(source, PROXY_PX, PROXY_ENOUGH_PX).pixels
        except UnreadableImage:
            continue
        pixels = fingerprint_source(decoded)
        ours = unpacked_bits(computed(kind, pixels))
        assert np.array_equal(ours, of_imagehash(kind, pixels).hash.reshape(-1)), path.name
        compared += 1
    assert compared > 200
