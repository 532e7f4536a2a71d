"""What a child holds while it reads a scan that would take gigabytes: the kernel's own count."""

import hashlib
import os
import re
from pathlib import Path

import numpy as np
import pytest

from dedup_desk.core.pairs import Box
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import Work, WorkerPool
from dedup_desk.engine.screen import ScreenRequest, screen_rendering
from tests.helpers.large_files import stripped
from tests.helpers.made_pictures import encoded, photo

SIDE = 8_400
"""Just above what is decoded whole: 71 megapixels, 282 MB as Pillow holds them, and a copy."""

MOST_BYTES = 200_000_000


@pytest.fixture(scope="module")
def scan():
    motif = photo(600, 400, seed=8)
    return np.tile(motif, (SIDE // 400, SIDE // 600, 1))


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel counts on Linux")
@pytest.mark.parametrize("kind", ["strips", "PNG", "JPEG"])
def test_a_child_reads_it_in_a_bounded_memory(scan, kind, tmp_path):
    data = {
        "strips": lambda: stripped(scan, 40),
        "PNG": lambda: encoded(scan, "PNG", compress_level=1),
        "JPEG": lambda: encoded(scan, "JPEG", restart_marker_rows=4),
    }[kind]()
    path = tmp_path / "scan"
    path.write_bytes(data)
    request = {"absolute": os.fsencode(path), "digest": hashlib.sha256(data).digest()}
    with WorkerPool(1) as pool:
        pid = probed(pool)["pid"]
        before = peak_bytes(pid)
        whole = screen_rendering(pool, ScreenRequest(**request, max_edge_px=1_024))
        part = screen_rendering(
            pool, ScreenRequest(**request, max_edge_px=600, region=Box(7_800, 8_000, 600, 400))
        )
        assert probed(pool)["pid"] == pid
        grown = peak_bytes(pid) - before
    motif = scan[:400, :600].astype(int)
    assert whole.pixels.shape == (1_024, 1_024, 3)
    assert np.abs(part.pixels - motif).mean() < (8 if kind == "JPEG" else 0.01)
    assert grown - len(data) < MOST_BYTES, f"{grown / 1e6:.0f} MB"


def probed(pool):
    return pool.ask(Work("probe", Parcel({"act": "tell"}))).header


def peak_bytes(pid):
    """Return the most memory that a process ever held."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024
