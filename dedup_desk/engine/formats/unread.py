"""Pictures that this version knows by name and cannot decode: reported, never passed over."""

from __future__ import annotations

from typing import Final

from dedup_desk.engine.formats.base import Format, brands, starts, suffixes

HEIF: Final = Format(
    name="HEIF",
    plugin="",
    suffixes=suffixes(".heic", ".heif", ".hif"),
    signatures=brands(b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"),
)
JPEG_XL: Final = Format(
    name="JPEG XL",
    plugin="",
    suffixes=suffixes(".jxl"),
    signatures=starts(b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n"),
)
CAMERA_RAW: Final = Format(
    name="camera raw",
    plugin="",
    suffixes=suffixes(
        ".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".iiq", ".kdc", ".mrw",
        ".nef", ".nrw", ".orf", ".pef", ".raf", ".rw2", ".rwl", ".sr2", ".srf", ".srw", ".x3f",
    ),
    signatures=(
        *starts(b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"IIU\0", b"FOVb"),
        ((0, b"II*\0"), (8, b"CR\x02")),
        *brands(b"crx "),
    ),
)  # fmt: skip
PHOTOSHOP_LARGE: Final = Format(
    name="Photoshop (large)", plugin="", suffixes=suffixes(".psb"), signatures=starts(b"8BPS\0\2")
)
