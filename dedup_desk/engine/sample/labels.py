"""Metadata writers: EXIF, IPTC-IIM and XMP from one value, small and the same every time.

Pillow writes EXIF; IPTC-IIM (IIM 4.2, in a Photoshop resource) and XMP (part 1, serialised RDF) are
written here because Pillow does not. Only text that fits ASCII goes into EXIF, as its standard
asks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

from dedup_desk.core.metadata import TEXT_FIELDS, MetadataFacts

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_ORIENTATION, _SERIAL, _TAKEN = 0x0112, 0xA431, 0x9003

_EXIF_TEXT = {0x010E: "caption", 0x0131: "software", 0x013B: "byline", 0x8298: "rights"}

_IIM_TEXT = {
    120: "caption",
    105: "headline",
    110: "credit",
    80: "byline",
    115: "source",
    116: "rights",
    40: "instructions",
    90: "city",
    101: "country",
    103: "item_number",
}

_XMP_TEXT = {
    "photoshop:Headline": "headline",
    "photoshop:Credit": "credit",
    "photoshop:Source": "source",
    "photoshop:City": "city",
    "photoshop:Country": "country",
    "photoshop:Instructions": "instructions",
    "photoshop:TransmissionReference": "item_number",
    "xmp:CreatorTool": "software",
    "xmpMM:DocumentID": "document_id",
    "xmpMM:InstanceID": "instance_id",
    "xmpMM:OriginalDocumentID": "original_document_id",
}

_XMP_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


class Block(StrEnum):
    """Where metadata can stand in a file."""

    EXIF = "exif"
    IPTC = "iptc"
    IPTC_BIG5 = "iptc-big5"
    XMP = "xmp"


EXIF_FIELDS = frozenset((*_EXIF_TEXT.values(), "captured", "camera", "serial", "gps"))
_IPTC_FIELDS = frozenset((*_IIM_TEXT.values(), "captured", "keywords"))
_XMP_FIELDS = frozenset(
    (*_XMP_TEXT.values(), "captured", "caption", "rights", "byline", "keywords")
)

FIELDS_OF: dict[Block, frozenset[str]] = {
    Block.EXIF: EXIF_FIELDS,
    Block.IPTC: _IPTC_FIELDS,
    Block.IPTC_BIG5: _IPTC_FIELDS,
    Block.XMP: _XMP_FIELDS,
}
"""Which facts a block can say."""

EVERY_BLOCK = frozenset((Block.EXIF, Block.IPTC, Block.XMP))


@dataclass(frozen=True, slots=True)
class Labels:
    """What is written into a file beside the picture.

    Attributes:
        facts: the facts.
        blocks: where they stand; `IPTC_BIG5` is IPTC text in Big5 without a declared charset, as
            old picture desks sent it.
        orientation: EXIF orientation 1 to 8; 1 is not written.
        icc: an ICC profile, or None.
    """

    facts: MetadataFacts
    blocks: frozenset[Block] = frozenset()
    orientation: int = 1
    icc: bytes | None = None

    def carried(self, holds: frozenset[Block], tags: frozenset[str]) -> MetadataFacts:
        """Return the facts that a file carries in the end.

        Args:
            holds: the blocks that the file's form can hold.
            tags: facts that the form has tags of its own for; they are ASCII, as EXIF is.
        """
        written = self.blocks & holds
        wide = {name for block in written - {Block.EXIF} for name in FIELDS_OF[block]}
        narrow = set(tags if self.blocks else ()) | set(
            EXIF_FIELDS if Block.EXIF in written else ()
        )
        said = {
            name: text
            for name in TEXT_FIELDS
            if (text := getattr(self.facts, name))
            and (name in wide or (name in narrow and text.isascii()))
        }
        if written == {Block.IPTC_BIG5} and "captured" in said:
            said["captured"] = said["captured"][:10]
        return replace(MetadataFacts(), **said)

    def exif(self) -> bytes | None:
        """Return the EXIF block (beginning with "Exif"), or None if there is nothing to write."""
        if Block.EXIF not in self.blocks and self.orientation == 1:
            return None
        facts = self.facts if Block.EXIF in self.blocks else MetadataFacts()
        return exif_block(facts, self.orientation)

    def iptc(self) -> bytes | None:
        """Return the IPTC-IIM datasets, or None."""
        if Block.IPTC in self.blocks:
            return iptc_datasets(self.facts, "utf-8")
        return iptc_datasets(self.facts, "big5") if Block.IPTC_BIG5 in self.blocks else None

    def xmp(self) -> bytes | None:
        """Return the XMP packet, or None."""
        return xmp_packet(self.facts) if Block.XMP in self.blocks else None


def exif_block(facts: MetadataFacts, orientation: int = 1) -> bytes:
    """Return an EXIF block, beginning with the six bytes "Exif" NUL NUL."""
    exif = Image.Exif()
    for tag, name in _EXIF_TEXT.items():
        text: str | None = getattr(facts, name)
        if text and text.isascii():
            exif[tag] = text
    if facts.camera:
        make, _, model = facts.camera.partition(" ")
        exif[0x010F], exif[0x0110] = make, model
    if orientation != 1:
        exif[_ORIENTATION] = orientation
    if facts.captured:
        exif.get_ifd(_EXIF_IFD)[_TAKEN] = facts.captured.replace("-", ":")
    if facts.serial:
        exif.get_ifd(_EXIF_IFD)[_SERIAL] = facts.serial
    if facts.gps:
        exif.get_ifd(_GPS_IFD).update(_gps(facts.gps))
    return exif.tobytes()


def iptc_datasets(facts: MetadataFacts, charset: str) -> bytes:
    """Return IPTC-IIM datasets; UTF-8 is declared in 1:90, any other charset is left undeclared."""
    parts = [_dataset(1, 90, b"\x1b%G")] if charset == "utf-8" else []
    parts.append(_dataset(2, 0, b"\x00\x04"))
    for number, name in sorted(_IIM_TEXT.items()):
        text: str | None = getattr(facts, name)
        if text:
            parts.append(_dataset(2, number, text.encode(charset, "replace")))
    if facts.captured:
        parts.append(_dataset(2, 55, facts.captured[:10].replace("-", "").encode("ascii")))
    parts += [_dataset(2, 25, word.encode(charset, "replace")) for word in _words(facts)]
    return b"".join(parts)


def photoshop_resource(iptc: bytes) -> bytes:
    """Wrap IPTC datasets as the Photoshop image resource that APP13 carries."""
    body = iptc + b"\x00" * (len(iptc) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(iptc).to_bytes(4, "big") + body


def xmp_packet(facts: MetadataFacts) -> bytes:
    """Return an XMP packet, UTF-8."""
    spaces = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _XMP_SPACES.items())
    rows = [
        f"<{tag}>{escape(getattr(facts, name))}</{tag}>"
        for tag, name in _XMP_TEXT.items()
        if getattr(facts, name)
    ]
    if facts.captured:
        rows.append(
            f"<photoshop:DateCreated>{facts.captured.replace(' ', 'T')}</photoshop:DateCreated>"
        )
    rows += _alternative("dc:description", facts.caption) + _alternative("dc:rights", facts.rights)
    rows += _list("dc:creator", "Seq", [facts.byline] if facts.byline else [])
    rows += _list("dc:subject", "Bag", _words(facts))
    body = "\n  ".join(rows)
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        f'{spaces}><rdf:Description rdf:about="">\n  {body}\n'
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return text.encode("utf-8")


def _gps(text: str) -> dict[int, object]:
    north, east = (float(part) for part in text.split(","))
    return {1: "N", 2: _sexagesimal(north), 3: "E", 4: _sexagesimal(east)}


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    hundredths = round(degrees * 360_000)
    return (hundredths // 360_000, hundredths // 6_000 % 60, hundredths % 6_000 / 100)


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def _words(facts: MetadataFacts) -> list[str]:
    return [word.strip() for word in (facts.keywords or "").split(";") if word.strip()]


def _alternative(tag: str, text: str | None) -> list[str]:
    if not text:
        return []
    item = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return [f"<{tag}><rdf:Alt>{item}</rdf:Alt></{tag}>"]


def _list(tag: str, kind: str, texts: list[str]) -> list[str]:
    if not texts:
        return []
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)
    return [f"<{tag}><rdf:{kind}>{items}</rdf:{kind}></{tag}>"]
