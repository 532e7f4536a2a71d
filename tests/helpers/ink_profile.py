"""A colour profile of inks, made up: four inks, two grid points each, to Lab."""

from __future__ import annotations

import struct

NAME = "Made-up press"


def ink_profile(name: str = NAME) -> bytes:
    """Return an ICC profile (version 2) in which every ink is a grey of its own strength."""
    tags = {
        b"desc": _text_description(name),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": b"XYZ " + bytes(4) + _fixed(0.9642, 1.0, 0.8249),
        b"A2B0": _table(),
    }
    at, directory, body = 128 + 4 + 12 * len(tags), b"", b""
    for mark, content in tags.items():
        padded = content.ljust(-(-len(content) // 4) * 4, b"\0")
        directory += mark + struct.pack(">LL", at + len(body), len(content))
        body += padded
    size = at + len(body)
    head = struct.pack(">L4sL4s4s4s12s4s", size, bytes(4), 0x02400000, b"prtr", b"CMYK", b"Lab ",
                       struct.pack(">6H", 2026, 11, 22, 0, 0, 0), b"acsp")  # fmt: skip
    head = head.ljust(68, b"\0") + _fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + struct.pack(">L", len(tags)) + directory + body


def lightness(cyan: int, magenta: int, yellow: int, black: int) -> float:
    """Return the L* that inks at nothing (0) or full (1) have by it."""
    return max(100 - 15 * cyan - 25 * magenta - 5 * yellow - 60 * black, 0)


def _table() -> bytes:
    ramp = bytes(range(256))
    nodes = [
        (round(lightness(c, m, y, k) * 255 / 100), 128, 128)
        for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)
    ]  # fmt: skip
    clut = b"".join(bytes(node) for node in nodes)
    identity = _fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    return b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity + ramp * 4 + clut + ramp * 3


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">l", round(value * 65536)) for value in values)


def _text_description(text: str) -> bytes:
    ascii_ = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">L", len(ascii_)) + ascii_ + bytes(4 + 4 + 2 + 1 + 67)
