"""Sentences that travel without words, and names that are bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.display import display_text, size_text
from dedup_desk.core.messages import (
    QT_TRANSLATE_NOOP,
    Message,
    SizeBytes,
    counted,
    message,
)

leaves = (
    st.text(max_size=20)
    | st.integers()
    | st.binary(max_size=20)
    | st.builds(SizeBytes, st.integers(0, 10**15))
)
messages = st.recursive(
    st.builds(lambda value: message("a {x}", x=value), leaves),
    lambda inner: st.builds(lambda value: message("b {x}", x=value), inner),
    max_leaves=4,
)


def test_a_message_words_its_arguments():
    told = message("{n} of {size} in {path}", n=1234, size=SizeBytes(9_600_000), path=b"a/\xff.jpg")
    assert told.english() == "1,234 of 9.6 MB in a/\\xff.jpg"


def test_a_message_words_the_messages_inside_it():
    inner = message("the disk is full")
    assert message("Stopped: {why}", why=inner).english() == "Stopped: the disk is full"


def test_one_and_many_have_templates_of_their_own():
    one, many = "{count} file", "{count} files"
    assert [counted(n, one, many).english() for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


@given(messages)
def test_a_message_survives_being_kept(told: Message):
    assert Message.from_json(told.as_json()) == told


@pytest.mark.parametrize("text", ["[1]", "3", '{"bytes": "00"}', '"x"'])
def test_what_is_no_message_is_refused(text: str):
    with pytest.raises(ValueError, match="not a message"):
        Message.from_json(text)


def test_templates_have_one_context():
    with pytest.raises(ValueError, match="one context"):
        QT_TRANSLATE_NOOP("Elsewhere", "text")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"plain.jpg", "plain.jpg"),
        ("香港 1966.tif".encode(), "香港 1966.tif"),
        ("香港.tif".encode("big5hkscs"), "香港.tif (guessed)"),
        (b"two\nlines.jpg", "two\\u{000A}lines.jpg"),
        ("evil\u202egpj.exe".encode(), "evil\\u{202E}gpj.exe"),
        (b"\xff\xfe.jpg", "\\xff\\xfe.jpg"),
        (b"", "(empty)"),
    ],
)
def test_a_name_is_shown_on_one_line_as_what_it_is(name: bytes, shown: str):
    assert display_text(name) == shown


@given(st.binary(max_size=60))
def test_no_name_can_break_a_screen(name: bytes):
    shown = display_text(name)
    assert shown
    assert shown.isprintable()
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("size_bytes", "shown"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (214_000, "214 kB"), (999_600, "1.0 MB"),
     (278 * 10**9, "278 GB"), (1_840 * 10**9, "1.8 TB")],
)  # fmt: skip
def test_sizes_are_read_in_powers_of_ten(size_bytes: int, shown: str):
    assert size_text(size_bytes) == shown
