"""Sentences that the layers below the front ends hand up without wording them for a screen.

The core, the engine, the store and the services speak to a person only through a `Message`: a
template marked with `QT_TRANSLATE_NOOP` (so that lupdate collects it) and its arguments. The
command line prints `message.english()`; `ui/text.py` looks the template up in the catalogue and
fills in the same arguments; reports do either. No translated text is ever stored.
"""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from dedup_desk.core.display import display_text, size_text

Argument: TypeAlias = "str | int | float | bytes | SizeBytes | Message"

CONTEXT = "Messages"
"""The one lupdate context of every template below the front ends."""


@dataclass(frozen=True, slots=True)
class SizeBytes:
    """A number of bytes that a person reads as "1.2 GB" (1 GB = 10^9 bytes)."""

    value: int


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate knows this name only
    """Mark `text` for lupdate and hand it back unchanged; `context` is always "Messages"."""
    if context != CONTEXT:
        raise ValueError(f"messages have one context, {CONTEXT!r}, not {context!r}")
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: an English template with `{name}` fields, and what goes into them.

    Attributes:
        template: English text marked with `QT_TRANSLATE_NOOP`; also the catalogue's key.
        arguments: (name, value) pairs; bytes are file names and are shown with `display_text`,
            integers get thousands separators, messages are filled in recursively.
    """

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def english(self) -> str:
        """Return the sentence in English, arguments filled in."""
        return self.filled(self.template, lambda inner: inner.english())

    def filled(self, template: str, word: Wording) -> str:
        """Return `template` (this one or its translation) with the arguments filled in.

        Args:
            template: text with the same fields as `self.template`.
            word: words a nested message, in the language of `template`.
        """
        fields = {name: _shown(value, word) for name, value in self.arguments}
        return string.Formatter().vformat(template, (), fields)

    def as_json(self) -> str:
        """Return a text that `from_json` turns back into an equal message."""
        return json.dumps(_packed(self), ensure_ascii=True, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Message:
        """Read what `as_json` wrote; raises ValueError for anything else."""
        unpacked = _unpacked(json.loads(text))
        if not isinstance(unpacked, Message):
            raise ValueError("not a message")  # noqa: TRY004 - the text is wrong, not a type
        return unpacked


class Wording(Protocol):
    """Words one message in some language."""

    def __call__(self, message: Message, /) -> str:
        """Return the sentence."""
        ...


def message(template: str, **arguments: Argument) -> Message:
    """Build a `Message` from a marked template and its named arguments."""
    return Message(template, tuple(sorted(arguments.items())))


def counted(count: int, one: str, many: str, **arguments: Argument) -> Message:
    """Build a message from the template for one or for many; `{count}` is filled in.

    Args:
        count: the number that decides, and that fills `{count}`.
        one: the marked template for exactly one.
        many: the marked template for every other number.
        **arguments: the other fields.
    """
    return message(one if count == 1 else many, count=count, **arguments)


def _shown(value: Argument, word: Wording) -> str:
    if isinstance(value, Message):
        return word(value)
    if isinstance(value, bytes):
        return display_text(value)
    if isinstance(value, SizeBytes):
        return size_text(value.value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _packed(value: Argument) -> object:
    if isinstance(value, Message):
        fields = {name: _packed(inner) for name, inner in value.arguments}
        return {"template": value.template, "arguments": fields}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, SizeBytes):
        return {"size_bytes": value.value}
    return value


def _unpacked(value: object) -> Argument:
    if isinstance(value, str | int | float):
        return value
    if not isinstance(value, Mapping):
        raise ValueError("not a message argument")  # noqa: TRY004 - the text is wrong, not a type
    if "bytes" in value:
        return bytes.fromhex(value["bytes"])
    if "size_bytes" in value:
        return SizeBytes(int(value["size_bytes"]))
    fields = value["arguments"]
    return Message(value["template"], tuple((name, _unpacked(fields[name])) for name in fields))
