"""Seven kinds of paper: how each is filled in from a seed, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tests.helpers.document_pen import BLUE, INK, RED, Pen

Entries = Mapping[str, str]

GIVEN = ("Wing Fat", "Sau Ying", "Kam Tong", "Chi Ming", "Yuk Lan", "Siu Hung", "Wai Man")
FAMILY = ("Chan", "Ho", "Lee", "Wong", "Cheung", "Ng", "Lam", "Tsang", "Yip")
TRADES = ("merchant", "widow", "clerk", "shipwright", "tailor", "printer", "teacher")
MONTHS = ("January", "March", "April", "June", "August", "October", "December")
GOODS = ("tea, first grade", "rice, white", "sugar", "soy sauce", "cotton cloth", "lamp oil")
_SENTENCE = (
    "the said parcel of ground together with all messuages erections and buildings thereon and"
    " every right of way water light and drainage now enjoyed with it shall remain subject to"
    " payment of the rent hereby reserved and to the covenants on the part of the lessee"
)
WORDS = _SENTENCE.split()


@dataclass(frozen=True, slots=True)
class Form:
    """Paper size in millimetres, what a clerk writes on it, and how it is printed."""

    width_mm: float
    height_mm: float
    filled: Callable[[np.random.Generator], dict[str, str]]
    draw: Callable[[Pen, Entries, int], None]


def _name(chance: np.random.Generator) -> str:
    return f"{chance.choice(FAMILY)} {chance.choice(GIVEN)}"


def _date(chance: np.random.Generator) -> str:
    return f"{chance.integers(1, 29)} {chance.choice(MONTHS)} 19{chance.integers(21, 69)}"


def _number(chance: np.random.Generator, figures: int = 5) -> str:
    digits = "".join(str(one) for one in chance.integers(0, 10, figures))
    return f"{digits[:2]} {digits[2:]}"


def _amount(chance: np.random.Generator, most: int = 90_000) -> str:
    return f"{chance.integers(most // 10, most):,}.{chance.integers(0, 100):02d}"


def _prose(chance: np.random.Generator, words: int) -> str:
    return " ".join(str(one) for one in chance.choice(WORDS, words))


def _deed_entries(chance: np.random.Generator) -> dict[str, str]:
    return {
        "number": _number(chance),
        "date": _date(chance),
        "name": f"{_name(chance)}, {chance.choice(TRADES)}",
        "second": f"{_name(chance)}, {chance.choice(TRADES)}",
        "parcel": f"Inland Lot {_number(chance, 4)}, section {chance.choice(list('ABCD'))}",
        "amount": _amount(chance),
    }


def _deed(pen: Pen, entries: Entries, seed: int) -> None:
    pen.text((82, 18), "LAND OFFICE", 20)
    pen.text((70, 29), "Assignment of Leasehold", 13)
    pen.line([(20, 39), (190, 39)], 0.4)
    pen.text((20, 43), "Memorial No.", 8)
    pen.text((42, 42.5), entries["number"], 9, BLUE)
    chance = np.random.default_rng(1951)
    for line in range(16):
        pen.text((20, 56 + line * 5.2), _prose(chance, 13), 10)
    labels = ("Date", "First part", "Second part", "Parcel", "Sum")
    for at, (label, field) in enumerate(zip(labels, list(entries)[1:], strict=True)):
        y = 150 + at * 13
        pen.text((20, y), label, 8)
        pen.line([(50, y + 5), (185, y + 5)])
        pen.text((54, y - 0.5), entries[field], 11, BLUE)
    for x in (25, 115):
        pen.scrawl((x, 240), seed * 2 + (x > 50))
        pen.line([(x, 246), (x + 65, 246)])
    pen.text((20, 250), "Signed, first part", 8)
    pen.text((115, 250), "Signed, second part", 8)
    pen.text((80, 283), "Form L.O. 12   (5,000)   3/49", 7)


def _receipt_entries(chance: np.random.Generator) -> dict[str, str]:
    rows = {
        f"item {row}": f"{chance.integers(1, 40)} {chance.choice(GOODS)}|{_amount(chance, 900)}"
        for row in range(8)
    }
    return {
        "number": _number(chance),
        "date": _date(chance),
        "name": _name(chance),
        **rows,
        "amount": _amount(chance, 9000),
    }


def _receipt(pen: Pen, entries: Entries, seed: int) -> None:
    pen.text((38, 12), "WING LOK PROVISIONS", 15)
    pen.text((45, 20), "118 Queen's Road West, Hong Kong", 8)
    pen.text((15, 32), "Receipt No.", 8)
    pen.text((36, 32), entries["number"], 8)
    pen.text((95, 32), entries["date"], 8)
    pen.text((15, 40), "Received from", 8)
    pen.text((40, 39.5), entries["name"], 9, BLUE)
    pen.line([(15, 48), (133, 48)], 0.4)
    rows = [text for field, text in entries.items() if field.startswith("item")]
    for at, row in enumerate(rows):
        what, price = row.split("|")
        pen.text((18, 52 + at * 8), what, 8)
        pen.figures((130, 52 + at * 8), price, 8)
    pen.line([(15, 120), (133, 120)], 0.4)
    pen.text((80, 124), "Total HK$", 9)
    pen.figures((130, 124), entries["amount"], 9)
    pen.scrawl((70, 160), seed)
    pen.text((15, 190), "Goods once sold are not taken back. E. & O. E.", 7)


def _table_entries(chance: np.random.Generator) -> dict[str, str]:
    rows = {
        f"row {row}": f"{_name(chance)}|{_date(chance)}|{_number(chance)}|{_amount(chance)}"
        for row in range(40)
    }
    return {
        **rows,
        "name": _name(chance),
        "amount": _amount(chance),
        "number": _number(chance),
        "date": _date(chance),
    }


def _table(pen: Pen, entries: Entries, seed: int) -> None:
    pen.text((20, 15), "Rent roll of Crown leases", 14)
    pen.text((20, 23), "Sheet No.", 8)
    pen.text((36, 23), entries["number"], 8)
    pen.text((70, 23), f"kept by {entries['name']}", 8)
    pen.text((140, 23), entries["date"], 8)
    for x in (18, 72, 108, 148, 192):
        pen.line([(x, 30), (x, 275)])
    for at, heading in enumerate(("Lessee", "Date of lease", "Lot", "Rent, HK$")):
        pen.text(((20, 74, 110, 152)[at], 31), heading, 8)
    rows = [text for field, text in entries.items() if field.startswith("row")]
    for at, row in enumerate(rows):
        y = 37 + at * 5.7
        pen.line([(18, y), (192, y)], 0.12)
        name, date, lot, rent = row.split("|")
        for x, words in ((20, name), (74, date), (110, lot)):
            pen.text((x, y + 1), words, 8)
        pen.figures((190, y + 1), rent, 8)
    pen.text((150, 278), "Sum", 8)
    pen.figures((190, 278), entries["amount"], 8)


def _form_entries(chance: np.random.Generator) -> dict[str, str]:
    return {
        "number": _number(chance, 6),
        "name": _name(chance),
        "born": _date(chance),
        "trade": str(chance.choice(TRADES)),
        "address": f"{chance.integers(1, 400)} Des Voeux Road, {chance.integers(1, 9)}th floor",
        "date": _date(chance),
        "amount": _amount(chance, 2000),
        "ticks": "".join(str(one) for one in chance.integers(0, 2, 8)),
    }


def _form(pen: Pen, entries: Entries, seed: int) -> None:
    pen.box((15, 15, 195, 282), 0.5)
    pen.text((20, 20), "APPLICATION FOR REGISTRATION", 14)
    pen.text((150, 21), "No.", 8)
    pen.text((157, 21), entries["number"], 9)
    labels = ("Name in full", "Date of birth", "Occupation", "Address", "Date", "Fee paid")
    fields = ("name", "born", "trade", "address", "date", "amount")
    for at, (label, field) in enumerate(zip(labels, fields, strict=True)):
        y = 34 + at * 20
        pen.box((20, y, 190, y + 14))
        pen.text((22, y + 1), label, 7)
        pen.text((26, y + 6.5), entries[field], 10, BLUE)
    for at, tick in enumerate(entries["ticks"]):
        x, y = 24 + 84 * (at % 2), 160 + 9 * (at // 2)
        pen.box((x, y, x + 4, y + 4))
        pen.text((x + 7, y), f"Paragraph {at + 1} applies", 8)
        if tick == "1":
            pen.line([(x + 0.7, y + 2), (x + 1.8, y + 3.4), (x + 4.2, y - 0.6)], 0.4, BLUE)
    chance = np.random.default_rng(7)
    for line in range(9):
        pen.text((20, 202 + line * 4), _prose(chance, 16), 8)
    pen.scrawl((110, 262), seed)
    pen.line([(105, 269), (180, 269)])


def _card_entries(chance: np.random.Generator) -> dict[str, str]:
    return {
        "number": f"N {chance.integers(1000, 9999)} / {chance.integers(10, 99)}",
        "name": _name(chance),
        "title": _prose(chance, 5).capitalize(),
        "date": _date(chance),
        "place": _prose(chance, 3),
        "amount": f"{chance.integers(2, 400)} sheets",
        "note": _prose(chance, 9),
    }


def _card(pen: Pen, entries: Entries, seed: int) -> None:
    pen.ring((70, 93, 78, 101), 0.3, INK)
    pen.line([(4, 22), (144, 22)], 0.3, RED)
    for line in range(8):
        pen.line([(4, 31 + line * 8), (144, 31 + line * 8)], 0.12, (120, 150, 190))
    pen.text((8, 8), "PHOTOGRAPHIC ARCHIVE", 9)
    pen.text((108, 8), entries["number"], 10)
    for at, field in enumerate(("name", "title", "date", "place", "amount", "note")):
        pen.text((8, 25 + at * 8), f"{field.capitalize()}:", 8)
        pen.text((30, 24.6 + at * 8), entries[field], 9)


def _letter_entries(chance: np.random.Generator) -> dict[str, str]:
    return {
        "number": f"L/{chance.integers(100, 999)}/{chance.integers(10, 99)}",
        "date": _date(chance),
        "name": _name(chance),
        **{f"line {line}": _prose(chance, 13) for line in range(24)},
        "amount": _amount(chance),
    }


def _letter(pen: Pen, entries: Entries, seed: int) -> None:
    pen.ring((20, 15, 40, 35), 1.2, RED)
    pen.text((26, 19), "H", 30, RED)
    pen.text((46, 17), "North Point Pictures Ltd.", 18, RED)
    pen.text((46, 26), "338 King's Road, Hong Kong     Telephone 70 214", 8)
    pen.text((20, 50), "Our reference", 8)
    pen.text((42, 49.6), entries["number"], 10)
    pen.text((150, 49.6), entries["date"], 10)
    pen.text((20, 66), f"Dear {entries['name']},", 10.5)
    lines = [text for field, text in entries.items() if field.startswith("line")]
    for at, words in enumerate(lines):
        pen.text((20, 76 + at * 5.4 + 4 * (at // 8)), words, 10.5)
    pen.text((20, 224), f"We remit the sum of HK$ {entries['amount']} by cheque.", 10.5)
    pen.text((120, 236), "Yours faithfully,", 10.5)
    pen.scrawl((118, 250), seed)


def _clipping_entries(chance: np.random.Generator) -> dict[str, str]:
    return {
        "headline": _prose(chance, 3).upper(),
        "date": _date(chance),
        "name": _name(chance),
        **{f"line {line}": _prose(chance, 6) for line in range(84)},
        "amount": _amount(chance),
        "number": _number(chance),
    }


def _clipping(pen: Pen, entries: Entries, seed: int) -> None:
    pen.text((8, 8), "The Victoria Courier", 11)
    pen.text((85, 9), entries["date"], 8)
    pen.text((110, 9), f"No. {entries['number']}", 8)
    pen.line([(8, 15), (140, 15)], 0.4)
    pen.text((8, 18), entries["headline"], 22)
    pen.text((8, 30), f"By {entries['name']}", 9)
    lines = [text for field, text in entries.items() if field.startswith("line")]
    for at, words in enumerate(lines):
        pen.text((8 + 68 * (at // 42), 37 + 3.6 * (at % 42)), words, 8)
    pen.text((8, 194), f"Estimated damage: HK$ {entries['amount']}", 8)


FORMS: Mapping[str, Form] = {
    "deed": Form(210, 297, _deed_entries, _deed),
    "receipt": Form(148, 210, _receipt_entries, _receipt),
    "table": Form(210, 297, _table_entries, _table),
    "form": Form(210, 297, _form_entries, _form),
    "card": Form(148, 105, _card_entries, _card),
    "letter": Form(210, 297, _letter_entries, _letter),
    "clipping": Form(148, 205, _clipping_entries, _clipping),
}
"""Kind of page -> how it is filled in and drawn."""
