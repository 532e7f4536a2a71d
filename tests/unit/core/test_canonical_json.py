"""One value has one spelling, and what has none is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.canonical_json import (
    EXACT_INTEGER,
    bytes_text,
    canonical_json,
    parsed_object,
    text_bytes,
)

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
VALUES = st.recursive(
    st.none() | st.booleans() | TEXTS | st.integers(-EXACT_INTEGER, EXACT_INTEGER),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=5)


@given(OBJECTS)
def test_reading_and_writing_again_changes_no_byte(value):
    spelled = canonical_json(value)
    assert canonical_json(parsed_object(spelled.decode())) == spelled
    assert json.loads(spelled) == value


@given(st.lists(st.tuples(TEXTS, VALUES), unique_by=lambda pair: pair[0], max_size=6), st.randoms())
def test_the_order_in_which_keys_were_set_does_not_matter(pairs, chance):
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert canonical_json(dict(shuffled)) == canonical_json(dict(pairs))


def test_keys_are_ordered_by_utf_16_as_the_standard_says():
    # The example of RFC 8785, section 3.2.3: by code point the last two would change places.
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    spelled = canonical_json(dict.fromkeys(keys))
    assert list(json.loads(spelled)) == [
        "\r",
        "1",
        "\x80",
        "\xf6",
        "\u20ac",
        "\U0001f600",
        "\ufb33",
    ]


def test_escapes_are_the_shortest_and_in_lower_case():
    assert (
        canonical_json("\u20ac$\x0f\nA'\x42\x22\\\x7f")
        == b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\x7f"'
    )


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), 2**53, -(2**53), "\ud800", b"bytes", {1: 2}, {"a": {2}}, [object()]],
)
def test_what_has_no_one_spelling_is_refused(value):
    with pytest.raises(ValueError, match=r"."):
        canonical_json(value)


@pytest.mark.parametrize("text", ["[]", "1", '{"a":1.5}', '{"a":NaN}', "{", "{} {}"])
def test_texts_that_are_no_object_of_ours_are_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parsed_object(text)


@given(st.binary())
def test_bytes_survive_as_text(data):
    assert text_bytes(bytes_text(data)) == data


@pytest.mark.parametrize("text", [None, 7, "no base64!", "\xe9", "YQ"])
def test_other_texts_are_not_taken_for_bytes(text):
    with pytest.raises(ValueError, match=r"."):
        text_bytes(text)
