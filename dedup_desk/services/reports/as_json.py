"""JSON for other programs: facts by name, tables as lists of objects, exact paths in base64."""

from __future__ import annotations

import json
from collections.abc import Callable

from dedup_desk.core.messages import Message
from dedup_desk.services.reports.as_csv import with_exact_bytes
from dedup_desk.services.reports.tables import Report


def write_json(report: Report, word: Callable[[Message], str]) -> bytes:
    """Return the report as one UTF-8 JSON object, two spaces indented."""
    document: dict[str, object] = {"title": word(report.title)}
    document["facts"] = {
        fact.name: word(fact.value) if isinstance(fact.value, Message) else fact.value
        for fact in report.facts
    }
    for table in report.tables:
        columns, rows = with_exact_bytes(table)
        document[table.name] = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
