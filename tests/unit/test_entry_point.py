"""One entry point: a command's name is a command, anything else is something to open."""

import socket
import sys
import threading

import pytest

from dedup_desk import __main__ as entry
from dedup_desk.ui import desktop


@pytest.fixture
def opened(monkeypatch):
    """Stand in for the window and tell what it was asked to open."""
    asked = []
    window = type(sys)("dedup_desk.ui.app")
    window.main = lambda words: asked.append(words) or 0
    monkeypatch.setitem(sys.modules, "dedup_desk.ui.app", window)
    monkeypatch.setattr(desktop, "has_desktop", lambda environment: True)
    return asked


@pytest.mark.parametrize("words", [[], ["My pictures"], ["./audit"], ["work.ddesk"]])
def test_what_is_no_command_opens_in_the_window(opened, words):
    assert entry.run(words) == 0
    assert opened == [words]


def test_without_a_display_it_says_so_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(desktop, "has_desktop", lambda environment: False)
    assert entry.run([]) == entry.EXIT_SURROUNDINGS
    said = capsys.readouterr().err
    assert "No display answers" in said
    assert "dedup-desk audit FOLDER" in said


def test_a_system_library_that_is_missing_is_named(monkeypatch, capsys):
    monkeypatch.setattr(desktop, "has_desktop", lambda environment: True)
    broken = type(sys)("dedup_desk.ui.app")
    monkeypatch.setitem(sys.modules, "dedup_desk.ui.app", broken)
    broken.__getattr__ = lambda name: raise_missing_library()
    assert entry.run([]) == entry.EXIT_SURROUNDINGS
    assert "libEGL.so.1" in capsys.readouterr().err


def raise_missing_library():
    raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")


@pytest.fixture
def door(tmp_path):
    """A socket that answers, as a Wayland compositor's would."""
    path = tmp_path / "wayland-7"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        yield path


def test_a_wayland_compositor_that_answers_is_a_desktop(door):
    environment = {"XDG_RUNTIME_DIR": str(door.parent), "WAYLAND_DISPLAY": door.name}
    assert desktop.has_desktop(environment, "linux")


def test_a_stale_wayland_name_is_no_desktop(tmp_path):
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}
    assert not desktop.has_desktop(environment, "linux")


def test_an_x_server_on_a_port_that_answers_is_a_desktop(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(desktop, "X11_PORT", server.getsockname()[1] - 3)
        answering = threading.Thread(target=lambda: server.accept()[0].close())
        answering.start()
        assert desktop.has_desktop({"DISPLAY": "127.0.0.1:3.0"}, "linux")
        answering.join()


@pytest.mark.parametrize("display", ["", "nonsense", ":54321", "127.0.0.1:54321"])
def test_a_display_that_does_not_answer_is_no_desktop(display):
    assert not desktop.has_desktop({"DISPLAY": display}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(platform):
    assert desktop.has_desktop({}, platform)


def test_a_platform_that_somebody_named_is_taken_at_their_word():
    assert desktop.has_desktop({"QT_QPA_PLATFORM": "offscreen"}, "linux")
