"""Only `engine/files.py` renames, unlinks or removes: one door, watched by the crash tests.

The linter bans `os.rename` and its kin by import; it cannot see `Path.unlink()`, so calls are read
here by name. (`replace` is also a string method, too common to ban by name.)
"""

import ast

import pytest

from tests.helpers.source_tree import SourceFile, source_files

DOOR = "dedup_desk/engine/files.py"
BANNED = frozenset({"unlink", "rename", "renames", "rmtree", "rmdir", "hardlink_to", "symlink_to"})

SOURCES = [source for source in source_files("dedup_desk") if source.name != DOOR]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_no_other_module_moves_or_removes(source):
    assert moving_calls(source) == []


@pytest.mark.parametrize("call", ["path.unlink()", "os.rename(a, b)", "shutil.rmtree(folder)"])
def test_a_moving_call_is_seen(call):
    assert moving_calls(SourceFile("probe.py", 1, ast.parse(call))) == [
        f"probe.py:1: {call.partition('(')[0].partition('.')[2]}"
    ]


def moving_calls(source: SourceFile) -> list[str]:
    calls = [node for node in source.nodes(ast.Call) if isinstance(node.func, ast.Attribute)]
    return [f"{source.name}:{c.lineno}: {c.func.attr}" for c in calls if c.func.attr in BANNED]
