"""A page a person can read and file: headline, tables, groups with small pictures.

Nothing in it runs and nothing is fetched: no script, pictures as data, and a content policy that
says so. Every text from a disk is escaped and stands in a `bdi`, so that it cannot turn its
neighbours around.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, Template

from dedup_desk.core.messages import Message, message
from dedup_desk.services.reports.as_csv import with_exact_bytes
from dedup_desk.services.reports.languages import LANGUAGE_TAG
from dedup_desk.services.reports.tables import Report


def write_html(report: Report, word: Callable[[Message], str]) -> bytes:
    """Return the report as one self-contained UTF-8 page."""
    tables = [(word(table.title), *with_exact_bytes(table)) for table in report.tables]
    facts = [
        (word(fact.label), word(fact.value) if isinstance(fact.value, Message) else fact.value)
        for fact in report.facts
    ]
    groups = [
        (
            group.title,
            [(base64.b64encode(jpeg).decode("ascii"), word(text)) for jpeg, text in group.pictures],
        )
        for group in report.groups
    ]
    page = template_named("report.html").render(
        title=word(report.title),
        language=word(message(LANGUAGE_TAG)),
        facts=facts,
        tables=tables,
        groups=groups,
    )
    return page.encode("utf-8")


@cache
def template_named(name: str) -> Template:
    """Return a page's template; every text put into it is escaped."""
    environment = Environment(
        loader=PackageLoader("dedup_desk.services.reports", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["thousands"] = _thousands
    return environment.get_template(name)


def _thousands(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)
