"""File names that break careless programs."""

from __future__ import annotations

NAMES = (
    b"plain.jpg",
    b"new\nline",
    b"tab\t",
    b"\xff\xfe\x80",
    "\u202etxt.gpj".encode(),
    b"zero\xe2\x80\x8bwidth",
    b"=cmd",
    b"<b>tag",
    b"\"quotes'",
    b"-rf",
    b"~",
    b"$HOME",
    b"CON",
    b"trailing. ",
    b"%41",
    b"x" * 255,
    b"Case",
    b"case",
    "caf\u00e9".encode(),
    "cafe\u0301".encode(),
    b"\\..\\",
    "\u6545\u5bae.jpg".encode("big5"),
)
