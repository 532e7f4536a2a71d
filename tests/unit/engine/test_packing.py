"""Letters between processes: whole, capped, never trusted."""

import json
import os
import socket
import struct

import pytest

from dedup_desk.engine.packing import (
    MAX_HEADER_BYTES,
    Fields,
    Letter,
    PackingError,
    Parcel,
    receive,
    receive_with_descriptors,
    send,
)


@pytest.fixture
def pipe():
    left, right = socket.socketpair()
    left.settimeout(5)
    right.settimeout(5)
    with left, right:
        yield left, right


def raw(head, blobs=(), magic=b"DDP1", descriptors=0):
    lengths = b"".join(struct.pack(">I", len(blob)) for blob in blobs)
    prefix = struct.pack(">4sHHI", magic, descriptors, len(blobs), len(head))
    return prefix + lengths + head + b"".join(blobs)


def test_a_letter_arrives_as_it_was_sent(pipe):
    header = {"name": "香港 \udcff"[:2], "count": 3, "share": 0.5, "none": None, "list": [1, "a"]}
    letter = Letter("measure", Parcel(header, (b"", b"\x00\xff" * 1000)))
    send(pipe[0], letter)
    assert receive(pipe[1]) == letter


def test_descriptors_travel_with_a_letter(pipe, tmp_path):
    (tmp_path / "a").write_bytes(b"inside")
    descriptor = os.open(tmp_path / "a", os.O_RDONLY)
    send(pipe[0], Letter("x", Parcel()), [descriptor])
    os.close(descriptor)
    _letter, [arrived] = receive_with_descriptors(pipe[1])
    with os.fdopen(arrived, "rb") as file:
        assert file.read() == b"inside"


def test_an_answer_brings_no_descriptors(pipe):
    pipe[0].sendall(raw(json.dumps(["done", {}]).encode(), descriptors=1))
    with pytest.raises(PackingError, match="descriptors"):
        receive(pipe[1])


@pytest.mark.parametrize(
    "sent",
    [
        raw(b'["done", {}]', magic=b"DDP2"),
        raw(b"not json"),
        raw(b'{"done": 1}'),
        raw(b'["done", []]'),
        raw(b"[1, {}]"),
        raw(b'["done", {"a": NaN}]'),
        raw(b'["done", {"a": Infinity}]'),
        raw(b'["done", ' + b"[" * 100_000),
        raw(b'["\xff", {}]'),
        struct.pack(">4sHHI", b"DDP1", 0, 0, MAX_HEADER_BYTES + 1),
        struct.pack(">4sHHI", b"DDP1", 0, 65, 2),
        struct.pack(">4sHHI", b"DDP1", 99, 0, 2),
        struct.pack(">4sHHIII", b"DDP1", 0, 2, 2, 2**31, 2**31),
    ],
)
def test_nonsense_is_refused_before_memory_is_taken_for_it(pipe, sent):
    pipe[0].sendall(sent)
    with pytest.raises(PackingError):
        receive(pipe[1])


def test_a_closed_pipe_is_the_end_not_a_letter(pipe):
    pipe[0].sendall(raw(b'["done", {}]')[:-3])
    pipe[0].close()
    with pytest.raises(EOFError):
        receive(pipe[1])


def test_what_the_other_side_would_refuse_is_not_sent(pipe):
    with pytest.raises(PackingError):
        send(pipe[0], Letter("x", Parcel({}, (b"",) * 65)))


FIELDS = Fields(
    {"text": "abc", "whole": 7, "part": 0.5, "yes": True, "hex": "00ff", "list": ["a"], "in": {}}
)


def test_fields_give_what_was_agreed():
    assert FIELDS.text("text") == "abc"
    assert FIELDS.text_or_none("absent") is None
    assert FIELDS.integer("whole", 0, 7) == 7
    assert FIELDS.number("part") == 0.5
    assert FIELDS.number("whole") == 7.0
    assert FIELDS.flag("yes") is True
    assert FIELDS.hex_bytes("hex") == b"\x00\xff"
    assert FIELDS.texts("list") == ("a",)
    assert not FIELDS.part("in").has("anything")


@pytest.mark.parametrize(
    "read",
    [
        lambda fields: fields.text("whole"),
        lambda fields: fields.text("text", 2),
        lambda fields: fields.text("absent"),
        lambda fields: fields.integer("yes", 0, 1),
        lambda fields: fields.integer("part", 0, 1),
        lambda fields: fields.integer("whole", 0, 6),
        lambda fields: fields.number("text"),
        lambda fields: fields.number("yes"),
        lambda fields: fields.flag("whole"),
        lambda fields: fields.hex_bytes("text"),
        lambda fields: fields.texts("text"),
        lambda fields: Fields({"list": [1]}).texts("list"),
        lambda fields: fields.texts("list", 0),
        lambda fields: fields.part("list"),
        lambda fields: Fields({"n": float("inf")}).number("n"),
    ],
)
def test_fields_refuse_anything_else(read):
    with pytest.raises(PackingError):
        read(FIELDS)
