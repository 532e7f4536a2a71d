"""One file, one read: what the quick pass makes of it."""

import hashlib
import io
import os

import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.fingerprints import distance_bits
from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import FilePlace, FileStamp, Unreadable
from dedup_desk.engine.measure import (
    MAX_FILE_BYTES,
    RECIPE,
    measure_task,
    measure_work,
    read_measured,
    small_pictures,
)
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import WorkerPool, WorkFailed
from tests.helpers.made_pictures import CORPUS, corpus_files, encoded, oriented, photo, turned_away

NAME = b"\xbb\xe4\xa4\xd1.jpg"  # Big5


class CountingFile(io.FileIO):
    """An ordinary file that remembers how much was read from it."""

    def __init__(self, path):
        super().__init__(path)
        self.bytes_read = 0

    def read(self, size=-1):
        data = super().read(size)
        self.bytes_read += len(data)
        return data


def stamp_of(path, root):
    info = path.stat()
    place = FilePlace("root", os.fsencode(path.relative_to(root)))
    return FileStamp(place, info.st_size, info.st_mtime_ns, info.st_dev, info.st_ino)


def measured_here(folder, data, name=NAME, sidecars=None):
    """Measure in this process, as a child does it."""
    for one, content in {name: data, **(sidecars or {})}.items():
        (folder / os.fsdecode(one)).write_bytes(content)
    stamp = stamp_of(folder / os.fsdecode(name), folder)
    work = measure_work(stamp, os.fsencode(folder), tuple(sidecars or ()))
    files = tuple(CountingFile(path) for path in work.files)
    try:
        answer = measure_task(work.parcel, files)
    finally:
        for file in files:
            file.close()
    assert [file.bytes_read for file in files][:1] == [len(data)]  # 1.0 times its size
    return read_measured(work, answer)


def test_everything_the_quick_pass_wants_comes_from_one_read(tmp_path):
    data = encoded(photo(1200, 900), quality=90)
    image = measured_here(tmp_path, data)
    assert isinstance(image, MeasuredImage)
    assert image.digest == hashlib.sha256(data).digest()
    assert image.stamp.place == FilePlace("root", NAME)
    assert image.stamp.size_bytes == len(data)
    assert (image.picture.width_px, image.picture.height_px) == (1200, 900)
    assert image.picture.jpeg_quality == 90
    assert Image.open(io.BytesIO(image.proxy)).size == (512, 384)
    assert Image.open(io.BytesIO(image.thumbnail)).size == (256, 192)
    assert image.fingerprints.recipe == RECIPE
    assert image.fingerprints.phash64.shape == (8,)
    assert image.fingerprints.phash256.shape == (4,)
    assert not image.is_blank


def test_a_small_picture_is_not_enlarged(tmp_path):
    image = measured_here(tmp_path, encoded(photo(90, 60), "PNG"))
    assert Image.open(io.BytesIO(image.proxy)).size == (90, 60)
    assert Image.open(io.BytesIO(image.thumbnail)).size == (90, 60)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_fingerprints_and_pictures_are_upright_whatever_the_orientation(tmp_path, orientation):
    picture = photo(640, 480, seed=12)
    straight = measured_here(tmp_path, encoded(picture, quality=92))
    stored = turned_away(picture, orientation)
    turned = measured_here(tmp_path, encoded(stored, quality=92, exif=oriented(orientation)))
    apart = distance_bits(
        straight.fingerprints.phash64[:, None], turned.fingerprints.phash64[:, None]
    )
    assert apart.max() <= 6
    assert Image.open(io.BytesIO(turned.proxy)).size == (512, 384)
    assert turned.picture.orientation == orientation
    assert (turned.picture.width_px, turned.picture.height_px) == (640, 480)


@pytest.mark.parametrize(
    ("pixels", "is_blank"),
    [
        (np.full((300, 400, 3), 240, dtype=np.uint8), True),
        (np.random.default_rng(1).integers(120, 136, (600, 800, 3)).astype(np.uint8), True),
        (np.tile(np.arange(400, dtype=np.uint8)[None, :, None] // 16, (300, 1, 3)), False),
        (photo(400, 300), False),
    ],
)
def test_a_picture_without_detail_is_blank(pixels, is_blank):
    assert small_pictures(pixels).is_blank is is_blank


def test_a_damaged_file_keeps_its_digest_and_says_why(tmp_path):
    data = encoded(photo(400, 300))[:-900]
    image = measured_here(tmp_path, data)
    assert isinstance(image, Unreadable)
    assert image.digest == hashlib.sha256(data).digest()
    assert "end of the picture is missing" in image.reason.english()


@pytest.mark.parametrize("name", [b"IMG_1.dng", b"IMG_1.NEF"])
def test_camera_raw_is_not_taken_for_the_small_tiff_inside_it(tmp_path, name):
    image = measured_here(tmp_path, encoded(photo(60, 40), "TIFF"), name)
    assert isinstance(image, Unreadable)
    assert "camera raw" in image.reason.english()


def test_a_wrong_suffix_does_not_hide_a_picture(tmp_path):
    image = measured_here(tmp_path, encoded(photo(60, 40), "PNG"), b"IMG_1.heic")
    assert image.picture.format_name == "PNG"


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(photo(40, 30)))
    work = measure_work(stamp_of(path, tmp_path), os.fsencode(tmp_path))

    class Growing(io.FileIO):
        def read(self, size=-1):
            data = super().read(size)
            with path.open("ab") as other:
                other.write(b"more")
            return data

    with Growing(path) as file:
        image = read_measured(work, measure_task(work.parcel, (file,)))
    assert isinstance(image, Unreadable)
    assert "changed" in image.reason.english()


def test_a_file_too_large_for_memory_is_digested_and_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("dedup_desk.engine.measure.MAX_FILE_BYTES", 1000)
    data = encoded(photo(400, 300))
    image = measured_here(tmp_path, data)
    assert isinstance(image, Unreadable)
    assert "too large" in image.reason.english()
    assert image.digest == hashlib.sha256(data).digest()
    assert MAX_FILE_BYTES == 2_000_000_000


PACKET = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Hong Kong"/>
</rdf:RDF></x:xmpmeta>"""


def test_companion_files_add_fields_and_are_named(tmp_path):
    sidecars = {b"a.xmp": PACKET, b"a.aae": b"not read"}
    image = measured_here(tmp_path, encoded(photo(40, 30)), b"a.jpg", sidecars)
    assert image.facts.city == "Hong Kong"
    assert image.facts.sidecar_fields == ("city",)
    assert image.sidecars == (b"a.aae", b"a.xmp")


def a_work():
    return measure_work(FileStamp(FilePlace("r", b"a.jpg"), 10, 0, 1, 1), b"/nowhere")


STAT = {"size_bytes": 10, "mtime_ns": 0, "dev": 1, "inode": 1}


@pytest.mark.parametrize(
    "answer",
    [
        Parcel({}),
        Parcel({"stat": STAT}),
        Parcel({"stat": STAT, "digest": "00"}),
        Parcel({"stat": STAT, "digest": "00" * 32}, (b"", b"")),
        Parcel({"stat": STAT, "digest": None, "unreadable": "not a message"}),
        Parcel({"stat": {**STAT, "size_bytes": -1}, "digest": None}),
        Parcel({"stat": STAT, "digest": "00" * 32, "picture": {"width_px": 1e9}}, (b"", b"")),
    ],
)
def test_an_answer_that_is_not_what_was_agreed_counts_as_unreadable(answer):
    image = read_measured(a_work(), answer)
    assert isinstance(image, Unreadable)
    assert "nonsense" in image.reason.english()


def test_a_failed_work_hands_its_reason_on():
    reason = read_measured(a_work(), measure_failure()).reason
    assert reason == measure_failure().reason


def measure_failure():
    return WorkFailed(Message("gone"))


def measure_all(paths):
    root = os.fsencode(CORPUS)
    works = [measure_work(stamp_of(path, CORPUS), root) for path in paths]
    with WorkerPool(2) as pool:
        results = [read_measured(*pair) for pair in pool.run(works, CancelToken())]
    assert len(results) == len(works)
    return results


@pytest.mark.corpus
def test_the_photographs_of_the_corpus_hold_exactly_two_broken_files():
    results = measure_all(corpus_files("photos"))
    broken = {one.stamp.place.name: one for one in results if isinstance(one, Unreadable)}
    assert set(broken) == {
        b"32d08f4a5eb10332506ebedbb9bc7257.jpg",
        b"40bb78b1ac031125a6d8466b374962a8.jpg",
    }
    assert all("damaged" in one.reason.english() for one in broken.values())


@pytest.mark.corpus
def test_every_hostile_and_odd_file_gets_a_result_and_the_parent_lives():
    results = measure_all(corpus_files("hostile", "odd"))
    assert len(results) == len(corpus_files("hostile", "odd"))
    assert sum(isinstance(one, MeasuredImage) for one in results) > 120
    assert all(one.reason.english() for one in results if isinstance(one, Unreadable))
