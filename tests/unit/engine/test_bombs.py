"""Small files that claim to be enormous: each gets a result, and soon."""

import os
import struct
import time
import zlib

import pytest
from PIL import Image

from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.records import FilePlace, FileStamp, Unreadable
from dedup_desk.engine.measure import measure_work, read_measured
from dedup_desk.engine.pool import WorkerPool
from tests.helpers.made_pictures import encoded, photo

SIGNATURE = b"\x89PNG\r\n\x1a\n"
ZEROS = zlib.compress(bytes(100_000_000), 9)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width, height, *more, body=ZEROS):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return SIGNATURE + head + b"".join(more) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def entry(tag, kind, count, value):
    return struct.pack("<HHII", tag, kind, count, value)


def tiff(*entries, tail=b""):
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + b"".join(entries) + bytes(4) + tail


SMALL = [entry(256, 4, 1, 8), entry(257, 4, 1, 8), entry(258, 3, 1, 8), entry(262, 3, 1, 1)]


def endless_pages():
    page = struct.pack("<H", 5) + b"".join([*SMALL, entry(273, 4, 1, 8)])
    size = len(page) + 4
    chain = [page + struct.pack("<I", 8 + (number + 1) * size) for number in range(200_000)]
    return b"II*\0" + struct.pack("<I", 8) + b"".join(chain) + bytes(size)


BOMBS = {
    "a PNG of 50,000 x 50,000": png(50_000, 50_000),
    "a PNG just above the limit": png(14_143, 14_143),
    "text that unpacks to 100 MB": png(8, 8, chunk(b"zTXt", b"a\0\0" + ZEROS), body=b""),
    "a profile that unpacks to 100 MB": png(8, 8, chunk(b"iCCP", b"a\0\0" + ZEROS), body=b""),
    "a TIFF of two billion strips": tiff(
        *SMALL, entry(273, 4, 2**31 - 1, 200), entry(279, 4, 2**31 - 1, 200), tail=bytes(400)
    ),
    "a TIFF of sixty thousand tags": tiff(
        *SMALL, *(entry(33_000 + number % 15_000, 3, 1, 0) for number in range(60_000))
    ),
    "a TIFF of two hundred thousand pages": endless_pages(),
    "a GIF whose frame is larger than its screen": b"GIF89a\x01\0\x01\0\x80\0\0"
    + bytes(6)
    + b"\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;",
}


def measured(pool, folder, data):
    path = folder / "bomb"
    path.write_bytes(data)
    info = path.stat()
    place = FilePlace("r", b"bomb")
    stamp = FileStamp(place, info.st_size, info.st_mtime_ns, info.st_dev, info.st_ino)
    work = measure_work(stamp, os.fsencode(folder))
    return read_measured(work, pool.ask(work))


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as made:
        yield made


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_gets_a_result_within_ten_seconds_of_processor_time(pool, tmp_path, data):
    started = time.process_time()
    result = measured(pool, tmp_path, data)
    assert time.process_time() - started < 2  # the parent only waits
    assert isinstance(result, Unreadable | MeasuredImage)
    assert isinstance(measured(pool, tmp_path, encoded(photo(40, 30))), MeasuredImage)


def test_pages_are_counted_without_following_a_loop(pool, tmp_path):
    first = tiff(*SMALL, entry(273, 4, 1, 8), entry(279, 4, 1, 64), tail=bytes(200))
    looped = first[: 10 + 6 * 12] + struct.pack("<I", 8) + first[14 + 6 * 12 :]
    result = measured(pool, tmp_path, looped)
    assert isinstance(result, MeasuredImage)
    assert result.picture.page_count == 1


@pytest.mark.slow
def test_the_largest_picture_allowed_is_measured(pool, tmp_path):
    Image.new("RGB", (14_000, 14_000), (200, 10, 10)).save(tmp_path / "large.png", compress_level=1)
    result = measured(pool, tmp_path, (tmp_path / "large.png").read_bytes())
    assert isinstance(result, MeasuredImage)
    assert result.picture.pixel_count == 196_000_000
