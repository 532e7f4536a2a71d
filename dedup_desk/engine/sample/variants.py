"""The kinds of copy the sample has: a row says what is done, how it is stored and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.engine.sample.changes import Change
from dedup_desk.engine.sample.labels import Block
from dedup_desk.engine.sample.storing import Stored

AS_IT_WAS = Change()
"""Nothing was done to the picture."""


class VariantKind(StrEnum):
    """What a file of the sample is, in a newcomer's words."""

    ORIGINAL = "original"
    SAME_BYTES = "same-bytes"
    METADATA_ONLY = "metadata-only"
    SAME_PIXELS = "same-pixels"
    RE_ENCODED = "re-encoded"
    OTHER_FORMAT = "other-format"
    RESIZED = "resized"
    TONE = "tone"
    GREYSCALE = "greyscale"
    NEGATIVE = "negative"
    CROPPED = "cropped"
    BORDERED = "bordered"
    OVERLAID = "overlaid"
    RETOUCHED = "retouched"
    ROTATED_BY_EXIF = "rotated-by-exif"
    ROTATED = "rotated"
    MIRRORED = "mirrored"
    COMBINED = "combined"


class Labelling(StrEnum):
    """Which metadata a copy carries."""

    KEPT = "kept"
    NONE = "none"
    AGENCY = "agency"
    CAPTION_LOST = "caption-lost"


@dataclass(frozen=True, slots=True)
class Variant:
    """One kind of copy.

    Attributes:
        kind: its class.
        place: where it goes; `%b` is the original's name without suffix.
        change: what is done to the upright picture.
        stored: form and quality; None means the original's coded picture, byte for byte.
        labelling: which metadata it carries; without `stored`, KEPT means the original's bytes.
        orientation: EXIF orientation written; the pixels are turned so that it shows upright,
            unless the original's coded picture is kept.
        is_wide_gamut: stored in the wide-gamut profile.
        loses_profile: its numbers are wide-gamut, but nothing says so.
        blocks: where the metadata stands, if not where the original has it.
    """

    kind: VariantKind
    place: bytes
    change: Change = AS_IT_WAS
    stored: Stored | None = None
    labelling: Labelling = Labelling.KEPT
    orientation: int = 1
    is_wide_gamut: bool = False
    loses_profile: bool = False
    blocks: frozenset[Block] | None = None


def _jpeg(quality: int) -> Stored:
    return Stored("jpeg", quality)


def _toned(name: str, place: bytes) -> Variant:
    return Variant(VariantKind.TONE, place, Change(tone=name), _jpeg(87))


def _turned(turns: int, place: bytes) -> Variant:
    return Variant(VariantKind.ROTATED, place, Change(turns=turns), _jpeg(87), Labelling.NONE)


def _by_exif(orientation: int, place: bytes) -> Variant:
    return Variant(VariantKind.ROTATED_BY_EXIF, place, stored=_jpeg(87), orientation=orientation)


def _wide(place: bytes, *, lost: bool) -> Variant:
    kind = VariantKind.TONE if lost else VariantKind.RE_ENCODED
    change = Change(tone="profile-lost") if lost else Change()
    return Variant(kind, place, change, _jpeg(90), is_wide_gamut=True, loses_profile=lost)


VARIANTS: dict[str, Variant] = {
    "identical": Variant(VariantKind.SAME_BYTES, b"import/DVD-07/%b (1)"),
    "identical-2": Variant(VariantKind.SAME_BYTES, b"press/2004/layout/%b copy"),
    "agency": Variant(
        VariantKind.METADATA_ONLY,
        b"press/wire/PP_%b",
        labelling=Labelling.AGENCY,
        blocks=frozenset((Block.IPTC, Block.XMP)),
    ),
    "stripped": Variant(VariantKind.METADATA_ONLY, b"web/stripped/%b", labelling=Labelling.NONE),
    "big5": Variant(
        VariantKind.METADATA_ONLY,
        b"import/DVD-07/%b_tc",
        labelling=Labelling.KEPT,
        blocks=frozenset((Block.IPTC_BIG5,)),
    ),
    "repacked": Variant(
        VariantKind.METADATA_ONLY,
        b"press/2004/%b",
        stored=Stored("png", 9),
        labelling=Labelling.AGENCY,
        blocks=frozenset((Block.XMP,)),
    ),
    "as-tiff": Variant(VariantKind.SAME_PIXELS, b"masters/tiff/%b", stored=Stored("tiff", 6)),
    "as-lzw": Variant(VariantKind.SAME_PIXELS, b"import/DVD-07/%b", stored=Stored("tiff-lzw")),
    "as-png": Variant(
        VariantKind.SAME_PIXELS,
        b"import/DVD-07/%b",
        stored=Stored("png", 6),
        labelling=Labelling.NONE,
    ),
    "q85": Variant(VariantKind.RE_ENCODED, b"press/2004/%b", stored=_jpeg(85)),
    "q60": Variant(
        VariantKind.RE_ENCODED, b"web/%b_q60", stored=_jpeg(60), labelling=Labelling.CAPTION_LOST
    ),
    "q30": Variant(
        VariantKind.RE_ENCODED, b"web/old/%b", stored=_jpeg(30), labelling=Labelling.NONE
    ),
    "jpeg": Variant(VariantKind.OTHER_FORMAT, b"press/2004/%b", stored=_jpeg(90)),
    "webp": Variant(VariantKind.OTHER_FORMAT, b"web/%b", stored=Stored("webp", 82)),
    "cmyk": Variant(
        VariantKind.OTHER_FORMAT, b"press/print/%b_cmyk", stored=Stored("jpeg-cmyk", 88)
    ),
    "wide-gamut": _wide(b"press/print/%b_wide", lost=False),
    "profile-lost": _wide(b"web/%b_dull", lost=True),
    "half": Variant(VariantKind.RESIZED, b"web/%b_half", Change(scale=0.5), _jpeg(85)),
    "screen": Variant(
        VariantKind.RESIZED, b"web/%b_screen", Change(scale=0.7), _jpeg(88), Labelling.CAPTION_LOST
    ),
    "thumb": Variant(
        VariantKind.RESIZED, b"web/thumbs/%b", Change(scale=0.27), _jpeg(80), Labelling.NONE
    ),
    "brighter": _toned("brighter", b"press/2004/corrected/%b"),
    "darker": _toned("darker", b"press/2004/corrected/%b_dark"),
    "warmer": _toned("warmer", b"press/2004/corrected/%b_warm"),
    "cooler": _toned("cooler", b"press/2004/corrected/%b_cool"),
    "contrast": _toned("contrast", b"press/2004/corrected/%b_hc"),
    "faded": _toned("faded", b"import/DVD-07/prints/%b"),
    "grey": Variant(VariantKind.GREYSCALE, b"press/print/%b_bw", Change(is_grey=True), _jpeg(87)),
    "grey-1": Variant(
        VariantKind.GREYSCALE, b"press/print/%b_k", Change(is_grey=True), Stored("jpeg-grey", 88)
    ),
    "negative": Variant(
        VariantKind.NEGATIVE, b"masters/negatives/%b_neg", Change(is_negative=True), _jpeg(90)
    ),
    "crop-63": Variant(
        VariantKind.CROPPED,
        b"press/2004/layout/%b_crop",
        Change(kept=(0.21, 0.0, 1.0, 0.8)),
        _jpeg(87),
    ),
    "crop-85": Variant(
        VariantKind.CROPPED,
        b"press/2004/layout/%b_trim",
        Change(kept=(0.05, 0.04, 0.98, 0.95)),
        _jpeg(87),
    ),
    "crop-40": Variant(
        VariantKind.CROPPED,
        b"web/%b_detail",
        Change(kept=(0.24, 0.2, 0.88, 0.825)),
        _jpeg(88),
        Labelling.NONE,
    ),
    "white-border": Variant(
        VariantKind.BORDERED, b"press/print/%b_border", Change(border="white"), _jpeg(87)
    ),
    "letterbox": Variant(
        VariantKind.BORDERED, b"web/%b_tv", Change(border="letterbox"), _jpeg(85), Labelling.NONE
    ),
    "caption": Variant(
        VariantKind.BORDERED,
        b"press/wire/%b_captioned",
        Change(border="caption-strip"),
        _jpeg(88),
        Labelling.AGENCY,
    ),
    "watermark": Variant(
        VariantKind.OVERLAID,
        b"web/preview/%b",
        Change(overlay="watermark"),
        _jpeg(85),
        Labelling.AGENCY,
    ),
    "logo": Variant(
        VariantKind.OVERLAID, b"web/%b_logo", Change(overlay="logo"), _jpeg(88), Labelling.AGENCY
    ),
    "burnt-in": Variant(
        VariantKind.OVERLAID,
        b"press/wire/%b_tv",
        Change(overlay="burnt-in"),
        _jpeg(85),
        Labelling.NONE,
    ),
    "cloned": Variant(
        VariantKind.RETOUCHED, b"press/2004/layout/%b_clean", Change(retouch="cloned"), _jpeg(90)
    ),
    "numbered": Variant(
        VariantKind.RETOUCHED, b"masters/registered/%b", Change(retouch="numbered"), _jpeg(90)
    ),
    "exif-3": _by_exif(3, b"import/phone/%b_3"),
    "exif-6": _by_exif(6, b"import/phone/%b_6"),
    "exif-8": _by_exif(8, b"import/phone/%b_8"),
    "exif-5": _by_exif(5, b"import/phone/%b_5"),
    "tag-turned": Variant(
        VariantKind.ROTATED, b"import/phone/%b_upside_down", Change(turns=2), orientation=3
    ),
    "rotated-90": _turned(1, b"import/scans/%b_r90"),
    "rotated-180": _turned(2, b"import/scans/%b_r180"),
    "rotated-270": _turned(3, b"import/scans/%b_r270"),
    "mirror": Variant(
        VariantKind.MIRRORED,
        b"import/scans/%b_flip",
        Change(is_mirrored=True),
        _jpeg(87),
        Labelling.NONE,
    ),
    "wire": Variant(
        VariantKind.COMBINED,
        b"press/wire/%b_wire",
        Change(tone="brighter", kept=(0.06, 0.08, 0.94, 0.92), scale=0.75),
        _jpeg(60),
        Labelling.AGENCY,
    ),
    "tabloid": Variant(
        VariantKind.COMBINED,
        b"press/wire/%b_front",
        Change(is_grey=True, kept=(0.1, 0.05, 0.9, 0.95), overlay="logo", border="caption-strip"),
        _jpeg(70),
        Labelling.NONE,
    ),
    "small-grey": Variant(
        VariantKind.COMBINED,
        b"web/old/%b_bw",
        Change(is_grey=True, scale=0.5),
        _jpeg(70),
        Labelling.NONE,
    ),
    "warm-mirror": Variant(
        VariantKind.COMBINED,
        b"import/scans/%b_flip_warm",
        Change(tone="warmer", is_mirrored=True),
        _jpeg(85),
        Labelling.NONE,
    ),
}
"""The kinds of copy, by name."""
