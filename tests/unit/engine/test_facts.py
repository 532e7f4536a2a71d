"""What metadata says, and that damaged or hostile metadata says nothing and does no harm."""

import pytest
from PIL import Image, TiffImagePlugin

from dedup_desk.engine import exif
from dedup_desk.engine.answers import packed_facts, read_facts
from dedup_desk.engine.decode import opened
from dedup_desk.engine.facts import facts_of
from dedup_desk.engine.iptc import iptc_fields
from dedup_desk.engine.packing import Fields
from dedup_desk.engine.texts import LONGEST_TEXT, text_from_bytes, tidy
from dedup_desk.engine.unreadable import UnreadableImage
from dedup_desk.engine.xmp import xmp_fields
from tests.helpers.made_pictures import corpus_files, encoded, photo

PIXELS = photo(16, 12)


def data_set(record, number, value):
    return bytes([0x1C, record, number]) + len(value).to_bytes(2) + value


def in_photoshop(block):
    """A JPEG APP13 segment that carries an IPTC block."""
    resource = b"8BIM" + (0x0404).to_bytes(2) + b"\0\0" + len(block).to_bytes(4) + block
    body = b"Photoshop 3.0\0" + resource + b"\0" * (len(block) % 2)
    return b"\xff\xed" + (len(body) + 2).to_bytes(2) + body


def jpeg_with(segment=b"", **options):
    plain = encoded(PIXELS, **options)
    return plain[:2] + segment + plain[2:]


def facts(data, *sidecars):
    with opened(data) as source:
        return facts_of(source.image, sidecars)


def packet(attributes="", elements=""):
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'
    )
    return (
        f'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f"<rdf:RDF {spaces}><rdf:Description {attributes}>{elements}</rdf:Description></rdf:RDF>"
        f'</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def exif_of(main=None, detail=None, gps=None):
    block = Image.Exif()
    block.update(main or {})
    block.get_ifd(0x8769).update(detail or {})
    block.get_ifd(0x8825).update(gps or {})
    return block.tobytes()


def test_a_picture_without_metadata_says_nothing():
    found = facts(encoded(PIXELS, "PNG"))
    assert found == type(found)()


def test_the_camera_tells_when_where_and_what():
    block = exif_of(
        {0x010F: "Canon", 0x0110: "Canon EOS 1000D", 0x0132: "2020:01:01 00:00:00"},
        {0x9003: "1966:05:02 10:11:12", 0xA431: "12345"},
        {1: "N", 2: (22.0, 16.0, 48.0), 3: "W", 4: (114.0, 9.0, 36.0)},
    )
    found = facts(encoded(PIXELS, exif=block, dpi=(300, 300)))
    assert (found.captured, found.captured_source) == (
        "1966-05-02 10:11:12",
        "EXIF DateTimeOriginal",
    )
    assert found.camera == "Canon EOS 1000D"
    assert found.serial == "12345"
    assert found.gps == "22.280000, -114.160000"
    assert found.resolution_dpi == "300 x 300"


def test_a_make_that_the_model_does_not_repeat_stands_before_it():
    assert (
        facts(encoded(PIXELS, exif=exif_of({0x010F: "Maker", 0x0110: "X1"}))).camera == "Maker X1"
    )


def test_a_zero_date_is_no_date():
    block = exif_of({}, {0x9003: "0000:00:00 00:00:00", 0x9004: "2001:02:03 04:05:06"})
    assert facts(encoded(PIXELS, exif=block)).captured_source == "EXIF DateTimeDigitized"


def test_what_cameras_write_into_every_picture_is_no_caption():
    assert facts(encoded(PIXELS, exif=exif_of({0x010E: "OLYMPUS DIGITAL CAMERA"}))).caption is None


IPTC = (
    data_set(1, 90, b"\x1b%G")
    + data_set(2, 120, "碼頭 一九六六".encode())
    + data_set(2, 25, b"harbour")
    + data_set(2, 25, b"ferry")
    + data_set(2, 80, b"A. Chan")
    + data_set(2, 103, b"HK-0041")
    + data_set(2, 40, b"EMBARGO")
    + data_set(2, 55, b"19660502")
    + data_set(2, 60, b"101112+0800")
)


def test_iptc_tells_what_press_people_wrote():
    found = facts(jpeg_with(in_photoshop(IPTC)))
    assert found.caption == "碼頭 一九六六"
    assert found.keywords == "harbour; ferry"
    assert found.byline == "A. Chan"
    assert found.item_number == "HK-0041"
    assert found.instructions == "EMBARGO"
    assert (found.captured, found.captured_source) == ("1966-05-02 10:11:12", "IPTC DateCreated")


def test_iptc_of_a_tiff_is_found_in_its_tag():
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[TiffImagePlugin.IPTC_NAA_CHUNK] = IPTC
    info.tagtype[TiffImagePlugin.IPTC_NAA_CHUNK] = 7
    assert facts(encoded(PIXELS, "TIFF", tiffinfo=info)).byline == "A. Chan"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("碼頭".encode("big5hkscs"), "碼頭 (guessed)"),
        ("香港仔漁港".encode("big5hkscs"), "香港仔漁港 (guessed)"),
        ("Zürich, Café".encode("cp1252"), "Zürich, Café"),
        ("碼頭".encode(), "碼頭"),
        (b"plain", "plain"),
        (b"", ""),
        (b"a\0\0", "a"),
    ],
)
def test_text_of_an_undeclared_charset_is_guessed_and_marked(raw, text):
    assert text_from_bytes(raw) == text
    assert iptc_fields(data_set(2, 120, raw)).get("caption", "") == text


def test_xmp_is_read_from_attributes_and_elements():
    block = packet(
        'photoshop:Credit="Agency" xmpMM:DocumentID="xmp.did:1"',
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Pier</rdf:li></rdf:Alt>'
        "</dc:description><dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag>"
        "</dc:subject><photoshop:DateCreated>1966-05-02T10:11:12</photoshop:DateCreated>",
    )
    found = facts(encoded(PIXELS, xmp=block))
    assert (found.credit, found.document_id, found.caption) == ("Agency", "xmp.did:1", "Pier")
    assert found.keywords == "a; b"
    assert (found.captured, found.captured_source) == ("1966-05-02 10:11:12", "XMP")


def test_people_win_for_words_and_the_camera_for_time():
    block = packet(
        "", "<dc:description><rdf:Alt><rdf:li>written</rdf:li></rdf:Alt></dc:description>"
    )
    camera = exif_of({0x010E: "camera text"}, {0x9003: "1966:05:02 10:11:12"})
    segment = in_photoshop(data_set(2, 120, b"press") + data_set(2, 55, b"20010101"))
    plain = encoded(PIXELS, xmp=block, exif=camera)
    found = facts(plain[:2] + segment + plain[2:])
    assert found.caption == "written"
    assert found.captured == "1966-05-02 10:11:12"


def test_a_companion_adds_and_never_overrides():
    inside, beside = packet('photoshop:City="Hong Kong"'), packet('photoshop:City="Macau"')
    assert facts(encoded(PIXELS, xmp=inside), beside).city == "Hong Kong"
    found = facts(encoded(PIXELS), beside)
    assert (found.city, found.sidecar_fields) == ("Macau", ("city",))


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "' + b"A" * 1000 + b'">' + b'<!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b"<x>&b;</x>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>'


@pytest.mark.parametrize("kind", ['"entity text"', 'SYSTEM "file:///etc/hostname"'])
def test_no_entity_is_ever_filled_in(kind):
    body = packet("", "<photoshop:City>&e;</photoshop:City>").partition(b"?>")[2]
    plain = body.replace(b"&e;", b"typed")
    assert xmp_fields(plain) == {"city": "typed"}
    assert xmp_fields(b"<!DOCTYPE x [<!ENTITY e " + kind.encode() + b">]>" + body) == {}


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"<",
        b"\xff\xfe\0",
        BOMB,
        OUTSIDE,
        b"<x>" * 50_000,
        b"<x a='" + b"y" * 1_000_001 + b"'/>",
        packet()[:80],
    ],
)
def test_xmp_that_is_damaged_or_hostile_says_nothing(block):
    assert xmp_fields(block) == {}


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"\x1c",
        b"\x1c\x02\x78",
        b"\x1c\x02\x78\xff\xff" + b"a" * 10,
        b"\x1c\x02\x78\x00\xffshort",
        b"rubbish without a marker",
        data_set(2, 55, b"19XX0502"),
        data_set(2, 120, b"\0\0"),
        data_set(2, 25, b"") * 100_000,
    ],
)
def test_iptc_that_is_damaged_or_endless_does_no_harm(block):
    fields = iptc_fields(block)
    assert "captured" not in fields
    assert sum(map(len, fields.values())) < 1000


@pytest.mark.parametrize(
    "options",
    [
        {"exif": b"Exif\0\0rubbish"},
        {"exif": b"Exif\0\0II*\0\xff\xff\xff\xff"},
        {"exif": exif_of({0x0112: 6})[:-4]},
        {"exif": exif_of({0x010F: "M"}, {0xA431: "1"}).replace(b"\x87\x69", b"\x88\x25")},
        {"exif": exif_of({0x010E: "x" * 60_000})},
        {"exif": exif_of({0x9C9B: b"\0\xd8"})},
        {"exif": exif_of({}, {0x9003: "yesterday", 0xA431: "\x01\x02"})},
        {"exif": exif_of({}, {}, {2: (0.0, 0.0), 4: (0.0,)})},
        {"exif": exif_of({}, {}, {2: (1e9, 0.0, 0.0), 4: (0.0, 0.0, 0.0)})},
    ],
)
def test_exif_that_is_damaged_or_hostile_does_no_harm(options):
    found = facts(encoded(PIXELS, **options))
    assert found.captured is None
    assert found.gps is None
    assert found.serial is None
    assert len(found.caption or "") <= LONGEST_TEXT


def test_many_long_texts_still_fit_into_an_answer():
    keywords = b"".join(data_set(2, 25, b"k" * 30_000) for _ in range(2))
    block = exif_of({0x010F: "m" * 20_000, 0x0110: "n" * 20_000})
    plain = encoded(PIXELS, exif=block)
    found = facts(plain[:2] + in_photoshop(keywords) + plain[2:])
    for text in (found.camera, found.keywords):
        assert len(text) == LONGEST_TEXT
    assert read_facts(Fields(packed_facts(found))) == found


def test_a_reader_that_fails_costs_only_its_own_fields(monkeypatch):
    monkeypatch.setattr(exif, "_camera", lambda *_: 1 / 0)
    found = facts(encoded(PIXELS, exif=exif_of({0x010F: "M"}), xmp=packet('photoshop:City="X"')))
    assert (found.camera, found.city) == (None, "X")


def test_text_keeps_no_controls_no_surrogates_and_an_end():
    assert tidy("a\r\nb\x00\x1b\u202e\ud800c") == "a\nb?c"
    assert len(tidy("y" * 50_000)) == LONGEST_TEXT


@pytest.mark.corpus
def test_the_corpus_tells_its_cameras_and_captions():
    found = {}
    for path in corpus_files("photos", "odd", "hostile"):
        try:
            with opened(path.read_bytes()) as source:
                found[path.name] = facts_of(source.image)
        except UnreadableImage:
            continue
    assert found["Nikon D70.jpg"].camera == "NIKON D70"
    assert found["Apple iPhone 4.jpg"].gps
    iptc = found["Nikon E995 (iptc).jpg"]
    assert "Dateigröße" in iptc.caption
    assert found["Issue 600 (1).jpg"].headline == "Collision leaves giant Jupiter bruised"
    assert found["Sanyo S1.JPG"].caption is None
    assert found["FLIR Vue Pro 640.jpg"].gps is None
    assert len(found) > 150


@pytest.mark.parametrize(
    ("subsampling", "progressive", "said"),
    [(0, False, ("4:4:4", False)), (1, False, ("4:2:2", False)), (2, True, ("4:2:0", True))],
)
def test_a_jpeg_tells_how_its_colour_is_thinned_out_and_how_it_was_written(
    subsampling, progressive, said
):
    data = encoded(PIXELS, subsampling=subsampling, progressive=progressive)
    with opened(data) as source:
        picture = source.picture
    assert (picture.jpeg_sampling, picture.is_progressive) == said


def test_a_grey_jpeg_has_no_colour_to_thin_out():
    with opened(encoded(PIXELS[:, :, 0])) as source:
        assert source.picture.jpeg_sampling is None


def test_the_date_of_a_print_and_the_date_of_its_scan_are_two_dates():
    scan = exif_of({0x010F: "EPSON", 0x0110: "Perfection V850"}, {0x9003: "2009:03:04 05:06:07"})
    segment = in_photoshop(data_set(2, 55, b"19660502"))
    plain = encoded(PIXELS, exif=scan)
    found = facts(plain[:2] + segment + plain[2:])
    assert (found.captured, found.device) == ("2009-03-04 05:06:07", "scanner")
    assert (found.created, found.created_source) == ("1966-05-02", "IPTC DateCreated")


@pytest.mark.parametrize(
    ("source", "device"),
    [(b"\x01", "film scanner"), (b"\x02", "print scanner"), (b"\x03", "camera"), (b"\x09", None)],
)
def test_what_made_a_picture_is_read_where_it_is_declared(source, device):
    found = facts(encoded(PIXELS, exif=exif_of({0x0110: "X100"}, {0xA300: source})))
    assert found.device == device


def test_a_page_says_which_of_how_many_it_is_and_of_what():
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[269], info[297] = "CSO 129/1956", (2, 12)
    found = facts(encoded(PIXELS, "TIFF", tiffinfo=info))
    assert (found.document_number, found.page) == ("CSO 129/1956", "3 / 12")


@pytest.mark.parametrize("page", [(12, 12), (0, 1), (0, 0)], ids=str)
def test_a_page_that_cannot_be_or_stands_alone_is_no_page(page):
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[297] = page
    assert facts(encoded(PIXELS, "TIFF", tiffinfo=info)).page is None


def test_savings_of_pixels_are_counted_and_those_of_words_are_not():
    event = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
    lines = "".join(
        f'<rdf:li xmlns:e="{event}" e:action="{action}" e:changed="{changed}"/>'
        for action, changed in [("created", "/"), ("saved", "/"), ("saved", "/metadata")]
    )
    history = f"<xmpMM:History><rdf:Seq>{lines}</rdf:Seq></xmpMM:History>"
    assert facts(encoded(PIXELS, xmp=packet("", history))).saves == "1"
