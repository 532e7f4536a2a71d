"""Small pieces: a function stops at 40 lines, a class at 200, a file at 400, parameters at 5."""

import ast

import pytest

from tests.helpers.source_tree import SourceFile, read_source, source_names

FUNCTION_LINES = 40
CLASS_LINES = 200
FILE_LINES = 400
PARAMETERS = 5

NAMES = [
    name
    for name in source_names("dedup_desk", "packaging", "tests")
    # A migration is frozen history: written once, read as a whole, never grown.
    if not name.startswith("dedup_desk/store/migrations/")
]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_a_file_keeps_to_its_budget(name):
    assert too_large(read_source(name)) == []


def test_a_piece_over_its_budget_is_named():
    body = "\n".join(["def long(a, b, c, d, e, *, f):"] + ["    a += 1"] * FUNCTION_LINES)
    source = SourceFile("probe.py", FILE_LINES + 1, ast.parse(body))
    assert too_large(source) == [
        "probe.py: 401 lines, at most 400",
        "probe.py:1 long: 41 lines, at most 40",
        "probe.py:1 long: 6 parameters, at most 5",
    ]


def too_large(source: SourceFile) -> list[str]:
    functions = list(source.nodes(*FUNCTIONS))
    # A test asks for as many fixtures as it needs.
    counted = [] if source.name.startswith("tests/") else functions
    measured = [
        (source.name, source.line_count, FILE_LINES, "lines"),
        *((place(source, c), lines(c), CLASS_LINES, "lines") for c in source.nodes(ast.ClassDef)),
        *((place(source, f), lines(f), FUNCTION_LINES, "lines") for f in functions),
        *((place(source, f), parameters(f), PARAMETERS, "parameters") for f in counted),
    ]
    return [f"{where}: {n} {what}, at most {most}" for where, n, most, what in measured if n > most]


def place(source: SourceFile, node: ast.AST) -> str:
    return f"{source.name}:{node.lineno} {node.name}"


def lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def parameters(node: ast.FunctionDef) -> int:
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return sum(argument.arg not in {"self", "cls"} for argument in every)
