"""Extension is a row in a table; every table has one file of tests that runs each of its rows."""

import ast
import re

import pytest

from tests.helpers.source_tree import CHECKOUT, read_source, source_names

TABLES = {
    "ACTIONS": "keys and menu entries",
    "ADAPTERS": "kinds of catalogues that refer to pictures",
    "COMMANDS": "commands",
    "FORMATS": "file formats",
    "HASHES": "perceptual hashes",
    "OVERLAYS": "compare modes",
    "REPORTS": "reports",
    "RULES": "rules that propose a canonical image",
    "TASKS": "what a child process can do",
}


def assigned_names(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.AnnAssign):
        return {getattr(statement.target, "id", "")}
    if isinstance(statement, ast.Assign):
        return {getattr(target, "id", "") for target in statement.targets}
    return set()


def tables_in_the_package() -> list[str]:
    names = source_names("dedup_desk")
    assigned = (assigned_names(line) for name in names for line in read_source(name).tree.body)
    return sorted(TABLES.keys() & set().union(*assigned))


@pytest.mark.parametrize("table", tables_in_the_package())
def test_every_row_of_a_table_is_tested(table):
    named_for_it = CHECKOUT / "tests" / "conformance" / f"test_{table.lower()}.py"
    # Or anywhere else: parametrize("row", TABLE...), over its .values(), .items(), sorted keys.
    over_the_rows = re.compile(rf'parametrize\(\s*"[^"]+",\s*(?:\w+\()*{table}\b')
    elsewhere = [path.read_text("utf-8") for path in (CHECKOUT / "tests").rglob("test_*.py")]
    if named_for_it.is_file():
        assert "parametrize" in named_for_it.read_text("utf-8")
    else:
        assert any(map(over_the_rows.search, elsewhere)), (
            f"{TABLES[table]}: write {named_for_it.relative_to(CHECKOUT)}"
        )


def test_the_tables_are_found():
    statement = ast.parse("COMMANDS: dict[str, str] = {}").body[0]
    assert assigned_names(statement) == {"COMMANDS"}
