"""A file of arrays says what it holds, and nothing is believed that does not add up."""

import json
import struct

import numpy as np
import pytest

from dedup_desk.core.array_file import ArrayFileError, ArrayPlan, Layout, read_arrays, read_layout

PLANS = (ArrayPlan("cells", "<u4", 5), ArrayPlan("empty", "<u8", 0), ArrayPlan("bits", "<u8", 3))


def a_file(recipe="r"):
    layout = Layout.of(recipe, PLANS)
    data = bytearray(layout.size_bytes)
    data[: len(layout.head)] = layout.head
    for name, start, values in (
        ("bits", 1, np.array([2**64 - 1, 7], np.uint64)),
        ("cells", 0, np.arange(5, dtype=np.uint32)),
        ("bits", 0, np.array([1], np.uint64)),
    ):
        offset, block = layout.placed(name, start, values)
        data[offset : offset + len(block)] = block
    return bytes(data)


def test_arrays_come_back_wherever_their_parts_were_written_from():
    arrays = read_arrays(a_file(), "r")
    assert arrays["cells"].tolist() == [0, 1, 2, 3, 4]
    assert arrays["bits"].tolist() == [1, 2**64 - 1, 7]
    assert arrays["empty"].tolist() == []


def test_they_lie_where_they_can_be_mapped():
    layout = Layout.of("r", PLANS)
    assert [layout.offset(plan.name) % 64 for plan in PLANS] == [0, 0, 0]


def test_they_share_the_memory_of_the_file():
    data = a_file()
    assert np.shares_memory(read_arrays(data, "r")["cells"], np.frombuffer(data, np.uint8))


def test_a_file_of_nothing_is_its_head():
    layout = Layout.of("r", (ArrayPlan("cells", "<u4", 0),))
    assert layout.size_bytes == len(layout.head)
    assert read_arrays(layout.head, "r")["cells"].size == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: data[:20],
        lambda data: b"",
        lambda data: b"rubbish " * 100,
    ],
    ids=["short", "long", "torn head", "empty", "rubbish"],
)
def test_what_does_not_add_up_is_refused(spoil):
    with pytest.raises(ArrayFileError):
        read_arrays(spoil(a_file()), "r")


def test_another_recipe_is_refused():
    with pytest.raises(ArrayFileError, match="made by r"):
        read_arrays(a_file(), "s")


@pytest.mark.parametrize(
    "head",
    [
        {"recipe": "r", "arrays": [["cells", "O", 5]]},
        {"recipe": "r", "arrays": [["cells", "<u4", -1]]},
        {"recipe": "r", "arrays": [["cells", "<u4"]]},
        {"arrays": []},
        [],
    ],
)
def test_a_head_that_says_nonsense_is_refused(head):
    text = json.dumps(head).encode()
    with pytest.raises(ArrayFileError):
        read_layout(struct.pack("<8sI", b"DDarray1", len(text)) + text)
