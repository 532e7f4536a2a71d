"""The stills, press photographs and posters of the sample."""

from __future__ import annotations

from dataclasses import replace

from dedup_desk.engine.sample import film, posters, press
from dedup_desk.engine.sample.labels import Block
from dedup_desk.engine.sample.originals import (
    HO,
    JPEG,
    LARGE,
    LEICA,
    NIKON,
    PHASE,
    PNG,
    TALL,
    TIFF,
    WIDE,
    WU,
    Original,
    taken,
)

FILM: tuple[Original, ...] = (
    Original(
        "doorway",
        film.doorway,
        (1300, 948),
        JPEG,
        "stills/山中人/still 01.jpg".encode(),
        replace(
            taken(
                "1958-02-16 00:00:00",
                "Unit photographer",
                "MITCHELL BNC",
                "Scene 14: the doorway. 山中人劇照",
            ),
            keywords="still; 山中人",
        ),
        ("identical", "big5", "negative", "crop-85"),
    ),
    Original(
        "blinds",
        film.blinds,
        (1300, 948),
        JPEG,
        "stills/山中人/still 02.jpg".encode(),
        taken(
            "1958-02-18 00:00:00", "Unit photographer", "MITCHELL BNC", "Scene 20: at the window."
        ),
        ("identical", "q60", "mirror"),
    ),
    Original(
        "steam_train",
        film.steam_train,
        (1300, 948),
        TIFF,
        "stills/山中人/still 03.tif".encode(),
        taken(
            "1958-02-20 00:00:00", "Unit photographer", "MITCHELL BNC", "Scene 31: the night train."
        ),
        ("jpeg", "letterbox", "cooler"),
        sidecar=b"still 03.xmp",
    ),
    Original(
        "film_strip",
        film.film_strip,
        WIDE,
        JPEG,
        b"stills/frames/14A.jpg",
        taken(
            "2003-11-20 10:00:00",
            "Scanning room",
            "KODAK HR500",
            "Frame 14A, whole width with perforations.",
        ),
        ("half", "rotated-180"),
    ),
    Original(
        "first_print",
        film.first_print,
        WIDE,
        JPEG,
        b"stills/prints/net 1.jpg",
        replace(
            taken(
                "2003-11-21 10:00:00",
                "Scanning room",
                "EPSON 1680",
                "Print from negative 77-3, first copy.",
            ),
            item_number="NP-P-0773a",
        ),
        ("q85",),
    ),
    Original(
        "second_print",
        film.second_print,
        (1172, 880),
        JPEG,
        b"stills/prints/net 2.jpg",
        replace(
            taken(
                "2003-11-21 10:20:00",
                "Scanning room",
                "EPSON 1680",
                "Print from negative 77-3, second copy.",
            ),
            item_number="NP-P-0773b",
        ),
        (),
        chance="first_print",
    ),
)

PRESS: tuple[Original, ...] = (
    Original(
        "football",
        press.football,
        LARGE,
        JPEG,
        b"press/1974/sport/cup final.jpg",
        replace(
            taken("1974-05-12 16:05:00", WU, NIKON, "Cup final, second half."),
            headline="Nine scores",
            instructions="No use before 13 May 1974",
        ),
        ("caption", "screen", "crop-63"),
    ),
    Original(
        "press_conference",
        press.press_conference,
        WIDE,
        JPEG,
        b"press/1974/works/podium.jpg",
        taken(
            "1974-06-03 11:00:00", WU, NIKON, "The director of works announces the second tunnel."
        ),
        ("logo", "grey-1", "identical-2", "half"),
    ),
    Original(
        "dragon_boats",
        press.dragon_boats,
        LARGE,
        JPEG,
        b"press/1974/sport/dragon boats.jpg",
        replace(
            taken("1974-06-23 15:00:00", HO, LEICA, "Three boats at the finish."),
            source="Victoria Courier",
        ),
        ("contrast", "burnt-in", "exif-6"),
    ),
)

POSTERS: tuple[Original, ...] = (
    Original(
        "mountain_film",
        posters.mountain_film,
        TALL,
        PNG,
        "posters/山中人_海報.png".encode(),
        taken("2004-02-02 10:00:00", "Scanning room", PHASE, "Film poster, 1958. 山中人電影海報"),
        ("identical", "faded", "numbered"),
        blocks=frozenset((Block.XMP,)),
    ),
    Original(
        "harbour_line",
        posters.harbour_line,
        (960, 1280),
        JPEG,
        b"posters/harbour line.jpg",
        taken("2004-02-02 10:10:00", "Scanning room", PHASE, "Harbour Line, about 1936."),
        ("identical", "cmyk", "thumb", "grey"),
    ),
    Original(
        "night_music",
        posters.night_music,
        TALL,
        TIFF,
        b"posters/night music.tif",
        taken("2004-02-02 10:20:00", "Scanning room", PHASE, "Concert poster, 1974."),
        ("as-png", "jpeg", "rotated-90"),
    ),
    Original(
        "tea_house",
        posters.tea_house,
        (960, 1280),
        JPEG,
        b"posters/tea house.jpg",
        taken("2004-02-02 10:30:00", "Scanning room", PHASE, "Advertisement, about 1950."),
        ("stripped", "white-border", "darker"),
    ),
)
