"""Only `engine/files.py` renames, unlinks or removes: one door, watched by the crash tests.

The linter bans `os.rename` and its kin by import; it cannot see `Path.unlink()`, so calls are read
here by name. (`replace` is also a string method, too common to ban by name.)
"""

import ast

import pytest

from tests.helpers.source_tree import SourceFile, read_source, source_names

DOOR = "dedup_desk/engine/files.py"
BANNED = frozenset({"unlink", "rename", "renames", "rmtree", "rmdir", "hardlink_to", "symlink_to"})

SEAM = frozenset({"fs", "_fs"})
"""What the engine calls its `FsOps`, whose every call passes through the door."""

NAMES = [name for name in source_names("dedup_desk") if name != DOOR]


@pytest.mark.parametrize("name", NAMES)
def test_no_other_module_moves_or_removes(name):
    assert moving_calls(read_source(name)) == []


@pytest.mark.parametrize("call", ["path.unlink()", "os.rename(a, b)", "shutil.rmtree(folder)"])
def test_a_moving_call_is_seen(call):
    assert moving_calls(SourceFile("probe.py", 1, ast.parse(call))) == [
        f"probe.py:1: {call.partition('(')[0].partition('.')[2]}"
    ]


@pytest.mark.parametrize("call", ["fs.unlink(folder, name)", "self._fs.unlink(folder, name)"])
def test_the_engine_may_call_the_door_itself(call):
    tree = ast.parse(call)
    assert moving_calls(SourceFile("dedup_desk/engine/mover.py", 1, tree)) == []
    assert moving_calls(SourceFile("dedup_desk/ui/app.py", 1, tree)) != []


def moving_calls(source: SourceFile) -> list[str]:
    calls = [node for node in source.nodes(ast.Call) if isinstance(node.func, ast.Attribute)]
    moving = [call for call in calls if call.func.attr in BANNED]
    if source.name.startswith("dedup_desk/engine/"):
        moving = [call for call in moving if receiver(call) not in SEAM]
    return [f"{source.name}:{call.lineno}: {call.func.attr}" for call in moving]


def receiver(call: ast.Call) -> str:
    owner = call.func.value
    return getattr(owner, "attr", getattr(owner, "id", ""))
