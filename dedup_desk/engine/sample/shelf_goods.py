"""The products and papers of the sample."""

from __future__ import annotations

from dataclasses import replace

from dedup_desk.engine.sample import papers, products
from dedup_desk.engine.sample.labels import Block
from dedup_desk.engine.sample.originals import (
    JPEG,
    LARGE,
    ONLY_EXIF,
    PHASE,
    PNG,
    TALL,
    TIFF,
    WIDE,
    Original,
    taken,
)

PRODUCTS: tuple[Original, ...] = (
    Original(
        "bottle",
        products.bottle,
        TALL,
        JPEG,
        b"products/ginger-beer-500.jpg",
        replace(
            taken("2019-03-14 10:01:00", "Studio 2", PHASE, "Ginger beer, 500 ml."),
            item_number="SKU 10031",
        ),
        ("identical", "webp", "screen"),
        grain=0.004,
    ),
    Original(
        "red_handbag",
        products.red_handbag,
        WIDE,
        JPEG,
        b"products/handbag-red.jpg",
        replace(
            taken("2019-03-14 11:20:00", "Studio 2", PHASE, "Handbag, red."),
            item_number="SKU 20417-R",
        ),
        ("half", "q60"),
        grain=0.004,
    ),
    Original(
        "blue_handbag",
        products.blue_handbag,
        WIDE,
        JPEG,
        b"products/handbag-blue.jpg",
        replace(
            taken("2019-03-14 11:24:00", "Studio 2", PHASE, "Handbag, blue."),
            item_number="SKU 20417-B",
        ),
        ("half",),
        grain=0.004,
        chance="red_handbag",
    ),
    Original(
        "teapot",
        products.teapot,
        WIDE,
        PNG,
        b"products/teapot.png",
        taken("2019-03-15 09:30:00", "Studio 2", PHASE, "Teapot, blue and white."),
        ("jpeg", "webp", "identical"),
        blocks=ONLY_EXIF,
        grain=0.003,
    ),
    Original(
        "chair",
        products.chair,
        WIDE,
        JPEG,
        b"products/chair.jpg",
        taken("2019-03-15 10:10:00", "Studio 2", PHASE, "Bentwood chair."),
        ("mirror", "screen"),
        grain=0.004,
    ),
    Original(
        "wristwatch",
        products.wristwatch,
        WIDE,
        JPEG,
        b"products/watch.jpg",
        taken("2019-03-15 11:00:00", "Studio 2", PHASE, "Wristwatch."),
        ("identical", "grey", "rotated-90"),
        grain=0.004,
    ),
    Original(
        "desk_lamp",
        products.desk_lamp,
        TALL,
        JPEG,
        b"products/lamp.jpg",
        taken("2019-03-15 12:00:00", "Studio 2", PHASE, "Desk lamp."),
        ("q85", "thumb"),
        grain=0.004,
    ),
    Original(
        "leather_shoe",
        products.leather_shoe,
        WIDE,
        JPEG,
        b"products/shoe.jpg",
        taken("2019-03-15 14:00:00", "Studio 2", PHASE, "Shoe, brown."),
        ("logo", "webp"),
        grain=0.004,
    ),
    Original(
        "camera",
        products.camera,
        WIDE,
        JPEG,
        b"products/camera.jpg",
        taken("2019-03-15 15:00:00", "Studio 2", PHASE, "Camera with 45 mm lens."),
        ("identical", "crop-85"),
        grain=0.004,
    ),
)

PAPERS: tuple[Original, ...] = (
    Original(
        "first_deed",
        papers.first_deed,
        (1050, 1400),
        JPEG,
        b"documents/deeds/048213.jpg",
        replace(
            taken(
                "2005-06-01 09:00:00", "Land registry scan", "FUJITSU fi-5530", "Memorial 48213."
            ),
            item_number="48213",
        ),
        ("half", "q85"),
        grain=0.008,
    ),
    Original(
        "second_deed",
        papers.second_deed,
        (1050, 1400),
        JPEG,
        b"documents/deeds/051706.jpg",
        replace(
            taken(
                "2005-06-01 09:02:00", "Land registry scan", "FUJITSU fi-5530", "Memorial 51706."
            ),
            item_number="51706",
        ),
        ("identical",),
        grain=0.008,
    ),
    Original(
        "stamped_deed",
        papers.stamped_deed,
        (1050, 1400),
        JPEG,
        b"documents/deeds/048213 registered.jpg",
        replace(
            taken(
                "2005-06-14 09:00:00",
                "Land registry scan",
                "FUJITSU fi-5530",
                "Memorial 48213, registered.",
            ),
            item_number="48213",
        ),
        (),
        grain=0.008,
        chance="first_deed",
    ),
    Original(
        "letter",
        papers.letter,
        TALL,
        JPEG,
        b"documents/letters/1957-11-04.jpg",
        taken(
            "2005-06-02 09:00:00", "Registry scan", "FUJITSU fi-5530", "Letter about the stills."
        ),
        ("q60", "rotated-180"),
    ),
    Original(
        "newspaper",
        papers.newspaper,
        TALL,
        TIFF,
        b"documents/courier 1966-09-03.tif",
        taken("2005-06-03 09:00:00", "Registry scan", "FUJITSU fi-5530", "Front page."),
        ("jpeg", "half"),
        grain=0.006,
    ),
    Original(
        "survey",
        papers.survey,
        LARGE,
        JPEG,
        b"documents/maps/sheet 7.jpg",
        taken("2005-06-04 09:00:00", "Registry scan", "FUJITSU fi-5530", "Sheet 7, Sheung Shan."),
        ("identical", "rotated-270"),
        grain=0.006,
    ),
    Original(
        "ledger_page",
        papers.ledger_page,
        TALL,
        PNG,
        b"documents/day book 1938-06.png",
        taken("2005-06-05 09:00:00", "Registry scan", "FUJITSU fi-5530", "Day book, June 1938."),
        ("as-tiff", "jpeg"),
        blocks=frozenset((Block.XMP,)),
        grain=0.004,
    ),
)
