"""Every command explains itself, refuses nonsense and is what the entry point takes it for."""

import importlib

import pytest

from dedup_desk import __main__ as entry
from dedup_desk.cli.commands import COMMANDS
from dedup_desk.cli.main import main

USAGE = 2


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_it_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"dedup-desk {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_it_refuses_an_option_it_does_not_know(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--no-such-option"])
    assert ended.value.code == USAGE
    assert "usage: dedup-desk" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_it_is_a_module_with_the_two_functions(name):
    module = importlib.import_module(f"dedup_desk.cli.commands.{name}")
    assert callable(module.add_arguments)
    assert callable(module.run)
    assert module.__doc__


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_entry_point_takes_it_for_a_command(name, monkeypatch):
    asked = []
    monkeypatch.setattr("dedup_desk.cli.main.main", lambda words: asked.append(words) or 0)
    assert entry.run([name, "x"]) == 0
    assert asked == [[name, "x"]]
