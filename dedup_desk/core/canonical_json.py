"""One text for one value: canonical JSON, so that a hash of it means the value.

RFC 8785 (JCS) without floats: keys sorted by UTF-16 code units, no spaces, the shortest escapes.
Numbers are integers that a double holds exactly; anything larger (a time in nanoseconds, an inode)
travels as a decimal string, bytes as base64, digests as hex.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = "Mapping[str, Json]"

EXACT_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader keeps (RFC 8785, section 3.2.2.3, and I-JSON)."""


def canonical_json(value: Json) -> bytes:
    """Return the one UTF-8 spelling of `value`.

    Raises:
        ValueError: a float, an integer beyond 2^53 - 1, a lone surrogate or a foreign type; none
            of them has one spelling that every reader keeps.

    Source: RFC 8785, JSON Canonicalization Scheme (2020).
    """
    text = json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")  # a lone surrogate raises UnicodeEncodeError, a ValueError


def parsed_object(text: str) -> JsonObject:
    """Read a JSON object; raises ValueError for anything else, floats included."""
    value = _DECODER.decode(text)
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - the text is wrong, not a type
    return cast("JsonObject", value)


def bytes_text(data: bytes) -> str:
    """Return bytes as the base64 text that events carry."""
    return base64.b64encode(data).decode("ascii")


def text_bytes(text: Json) -> bytes:
    """Read what `bytes_text` wrote; raises ValueError for anything else."""
    if not isinstance(text, str):
        raise ValueError("bytes are written as base64 text")  # noqa: TRY004 - foreign data
    return base64.b64decode(text.encode("ascii"), validate=True)


def text_in(value: JsonObject, key: str) -> str:
    """Return the text under `key`; raises ValueError where there is none."""
    found = value.get(key)
    if not isinstance(found, str):
        raise ValueError(f"{key!r} is not a text")  # noqa: TRY004 - foreign data
    return found


def text_or_none(value: JsonObject, key: str) -> str | None:
    """Return the text under `key`, or None where it is null or absent."""
    return None if value.get(key) is None else text_in(value, key)


def _ordered(value: Json) -> object:
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return _exact(value)
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("the keys of a JSON object are texts")
        return {key: _ordered(value[key]) for key in sorted(value, key=_utf16)}
    if isinstance(value, list | tuple):
        return [_ordered(one) for one in value]
    raise ValueError(f"{type(value).__name__} has no canonical JSON")


def _exact(value: int) -> int:
    if abs(value) > EXACT_INTEGER:
        raise ValueError(f"{value} is beyond what JSON keeps exactly: write it as a text")
    return int(value)


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")


def _refuse(text: str) -> object:
    raise ValueError(f"{text} is not an integer")


_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)
