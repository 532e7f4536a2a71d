"""What storage costs, and which companions belong to a picture."""

from __future__ import annotations

from dedup_desk.core.sidecars import is_sidecar, sidecars_by_image
from dedup_desk.core.storage import monthly_cost


def test_a_gigabyte_is_ten_to_the_ninth():
    assert monthly_cost(278 * 10**9, 0.25) == 69.5


def test_both_ways_of_naming_a_companion_are_known():
    images = [b"a.jpg", b"b.TIF", b"c.png"]
    companions = [b"a.xmp", b"A.JPG.xmp", b"b.tif.xmp", b"other.xmp"]
    assert sidecars_by_image(images, companions) == {
        b"a.jpg": (b"A.JPG.xmp", b"a.xmp"),
        b"b.TIF": (b"b.tif.xmp",),
    }


def test_a_hidden_file_has_no_suffix():
    assert not is_sidecar(b".xmp")
    assert is_sidecar(b"IMG_1.XMP")
