"""Comma-separated values for spreadsheets: RFC 4180, every cell quoted, UTF-8 with a BOM.

A cell that a spreadsheet would run as a formula gets an apostrophe in front; since that text is
then no longer the name, the exact bytes of every path stand in a column of their own, in base64.
Source: Y. Shafranovich, RFC 4180 (2005); OWASP, CSV Injection.
"""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable, Sequence

from dedup_desk.core.display import display_text
from dedup_desk.core.messages import Message
from dedup_desk.services.reports.tables import Cell, Report, Table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(report: Report, _word: Callable[[Message], str]) -> bytes:
    """Return the report's first table as CSV; machine column names, so no wording is needed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table = report.tables[0]
    named, data_rows = with_exact_bytes(table)
    writer.writerow(named)
    writer.writerows([_neutral(cell) for cell in row] for row in data_rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def with_exact_bytes(table: Table) -> tuple[list[str], list[list[str | int | float | None]]]:
    """Return columns and rows in which each bytes cell is shown text and base64 beside it.

    The columns are the same whatever is in the rows, and when there are none.
    """
    rows = [list(row) for row in table.rows]
    is_bytes = ["path" in name.split("_") for name in table.columns]
    columns: list[str] = []
    for name, exact in zip(table.columns, is_bytes, strict=True):
        columns += [name, f"{name}_b64"] if exact else [name]
    return columns, [_spread(row, is_bytes) for row in rows]


def _spread(row: Sequence[Cell], is_bytes: Sequence[bool]) -> list[str | int | float | None]:
    cells: list[str | int | float | None] = []
    for value, exact in zip(row, is_bytes, strict=True):
        if isinstance(value, bytes):
            cells += [display_text(value), base64.b64encode(value).decode("ascii")]
        else:
            cells += [value, ""] if exact else [value]
    return cells


def _neutral(cell: str | int | float | None) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return "'" + cell
    return cell
