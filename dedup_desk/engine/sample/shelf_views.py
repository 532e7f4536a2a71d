"""The views of the sample: landscapes and towns."""

from __future__ import annotations

from dataclasses import replace

from dedup_desk.engine.sample import landscapes, town
from dedup_desk.engine.sample.labels import Block
from dedup_desk.engine.sample.originals import (
    HO,
    JPEG,
    LARGE,
    LEICA,
    LEUNG,
    NIKON,
    ONLY_EXIF,
    PNG,
    TIFF,
    WIDE,
    WU,
    Original,
    taken,
)
from dedup_desk.engine.sample.storing import Stored

LANDSCAPES: tuple[Original, ...] = (
    Original(
        "mountain_lake",
        landscapes.mountain_lake,
        (1000, 750),
        Stored("tiff16", 6),
        b"masters/1966/0417.tif",
        replace(
            taken(
                "1966-05-02 18:41:12", LEUNG, NIKON, "The peak at dusk, mirrored in the reservoir."
            ),
            keywords="mountain; lake; dusk",
            city="Sai Kung",
            gps="22.403200, 114.311500",
            item_number="NP-1966-0417",
        ),
        ("jpeg", "screen", "brighter", "exif-6"),
        sidecar=b"0417.xmp",
    ),
    Original(
        "rice_terraces",
        landscapes.rice_terraces,
        LARGE,
        JPEG,
        b"masters/1966/0421.jpg",
        replace(
            taken("1966-06-11 09:12:40", LEUNG, NIKON, "Terraces after rain."),
            keywords="terraces; farming",
        ),
        ("identical", "q60", "agency"),
    ),
    Original(
        "sea_cliffs",
        landscapes.sea_cliffs,
        LARGE,
        JPEG,
        b"masters/1967/0503.jpg",
        replace(
            taken("1967-01-23 16:02:05", LEUNG, NIKON, "Cliffs of the east coast."),
            serial="6412345",
        ),
        ("identical", "half", "warmer", "crop-63"),
    ),
    Original(
        "birch_wood",
        landscapes.birch_wood,
        WIDE,
        PNG,
        b"masters/1967/0517.png",
        taken("1967-04-09 06:50:00", HO, LEICA, "Birches in morning mist."),
        ("as-tiff", "jpeg", "mirror", "screen"),
        blocks=frozenset((Block.EXIF, Block.XMP)),
    ),
    Original(
        "gorge_waterfall",
        landscapes.gorge_waterfall,
        (1000, 1333),
        JPEG,
        b"masters/1967/0533.jpg",
        taken("1967-07-30 11:11:11", HO, LEICA, "The lower fall."),
        ("q85", "grey", "exif-8"),
    ),
    Original(
        "moonlit_sea",
        landscapes.moonlit_sea,
        WIDE,
        JPEG,
        b"masters/1968/0604.jpg",
        taken("1968-10-06 22:15:00", LEUNG, NIKON, "Mid-autumn moon over the strait."),
        ("identical", "brighter", "webp", "tag-turned"),
    ),
    Original(
        "long_road",
        landscapes.long_road,
        LARGE,
        JPEG,
        b"masters/1968/0611.jpg",
        replace(taken("1968-12-01 12:00:00", WU, NIKON, "The road north."), keywords="road; poles"),
        ("crop-85", "wide-gamut", "profile-lost", "cooler"),
    ),
    Original(
        "dunes",
        landscapes.dunes,
        (960, 720),
        Stored("png16", 6),
        b"masters/1969/0702.png",
        taken("1969-02-17 15:31:44", WU, NIKON, "Dunes."),
        ("jpeg", "thumb", "rotated-90"),
        blocks=frozenset((Block.XMP,)),
        grain=0.004,
    ),
    Original(
        "fields_from_above",
        landscapes.fields_from_above,
        WIDE,
        JPEG,
        b"masters/1969/0715.jpg",
        replace(
            taken("1969-08-21 10:05:09", WU, "ZEISS RMK", "Fields by the river, from 900 m."),
            gps="22.513100, 114.072200",
        ),
        ("rotated-90", "rotated-270", "q30"),
    ),
    Original(
        "stone_bridge",
        landscapes.stone_bridge,
        LARGE,
        JPEG,
        b"masters/1970/0808.jpg",
        taken("1970-03-03 13:20:10", HO, LEICA, "The old bridge."),
        ("identical", "white-border", "cloned"),
    ),
    Original(
        "snow_peaks",
        landscapes.snow_peaks,
        WIDE,
        PNG,
        b"masters/1970/0819.png",
        taken("1970-11-15 08:00:30", HO, LEICA, "First snow."),
        ("repacked", "as-lzw", "half"),
        blocks=ONLY_EXIF,
    ),
    Original(
        "lone_tree",
        landscapes.lone_tree,
        WIDE,
        JPEG,
        b"masters/1971/0901.jpg",
        taken("1971-09-09 18:59:59", HO, LEICA, "Tree on the ridge."),
        ("stripped", "crop-40", "warm-mirror"),
    ),
)

TOWNS: tuple[Original, ...] = (
    Original(
        "harbour_junk",
        town.harbour_junk,
        LARGE,
        JPEG,
        b"masters/1966/0430.jpg",
        replace(
            taken("1966-08-14 07:30:00", LEUNG, NIKON, "Junk off North Point."),
            headline="Morning on the harbour",
            keywords="harbour; junk; Victoria Peak",
            city="Hong Kong",
            gps="22.293600, 114.197700",
            document_id="xmp.did:6b1f0c52-0430",
            item_number="NP-1966-0430",
        ),
        ("identical", "agency", "q60", "wire", "exif-3"),
        sidecar=b"0430.jpg.xmp",
    ),
    Original(
        "tower_block",
        town.tower_block,
        WIDE,
        JPEG,
        b"masters/1972/1004.jpg",
        taken("1972-04-04 21:40:00", WU, NIKON, "Housing estate at night."),
        ("identical", "screen"),
    ),
    Original(
        "neon_street",
        town.neon_street,
        LARGE,
        JPEG,
        b"masters/1972/1011.jpg",
        replace(
            taken("1972-06-18 22:30:00", WU, NIKON, "Neon in the rain."),
            keywords="neon; night; rain",
        ),
        ("mirror", "watermark", "small-grey"),
    ),
    Original(
        "tram",
        town.tram,
        LARGE,
        JPEG,
        b"masters/1973/1102.jpg",
        replace(
            taken("1973-02-26 14:14:14", HO, LEICA, "Tram 88 at Happy Valley."), city="Happy Valley"
        ),
        ("identical", "tabloid", "q85"),
    ),
    Original(
        "spiral_stairs",
        town.spiral_stairs,
        WIDE,
        TIFF,
        b"masters/1973/1120.tif",
        taken("1973-10-10 10:10:10", HO, LEICA, "Staircase, Central."),
        ("as-png", "rotated-270", "darker"),
    ),
    Original(
        "roof_laundry",
        town.roof_laundry,
        LARGE,
        JPEG,
        b"masters/1974/1203.jpg",
        taken("1974-05-25 09:45:00", LEUNG, NIKON, "Washing day."),
        ("exif-5", "thumb"),
    ),
)
