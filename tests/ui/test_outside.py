"""The desktop outside: what a file manager is told, and what is done where none answers."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from dedup_desk.ui import outside
from dedup_desk.ui.outside import SystemDesktop, reveal_command, uri_of


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (b"/holdings/a b.jpg", "file:///holdings/a%20b.jpg"),
        (b"/h/two\nlines#1?.jpg", "file:///h/two%0Alines%231%3F.jpg"),
        (b"/h/\xad\xbb 50%.jpg", "file:///h/%AD%BB%2050%25.jpg"),
        ("/館".encode(), "file:///%E9%A4%A8"),
    ],
)
def test_an_address_is_plain_ascii_and_names_the_bytes(path, uri):
    assert uri_of(path) == uri


def test_windows_and_macos_are_asked_by_their_documented_commands():
    assert reveal_command(b"C:/a b/c.jpg", "win32") == 'explorer /select,"C:\\a b\\c.jpg"'
    assert reveal_command(b"/a b/c.jpg", "darwin") == ("open", "-R", "/a b/c.jpg")
    assert reveal_command(b"/a b/c.jpg", "linux") is None


@pytest.fixture
def opened(monkeypatch):
    """What the desktop was asked to open; it does as its `answer` says."""
    asked = []
    monkeypatch.setattr(
        QDesktopServices,
        "openUrl",
        lambda url: asked.append(bytes(url.toEncoded().data()).decode()) or True,
    )
    return asked


def test_a_file_is_opened_by_its_bytes_also_where_they_are_no_text(qapp, opened):
    refused = []
    SystemDesktop("linux").open(b"/h/\xad\xbb\n 50%.jpg", lambda: refused.append(1))
    assert (opened, refused) == (["file:///h/%AD%BB%0A%2050%25.jpg"], [])


def test_a_desktop_without_a_program_is_told(qapp, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    refused = []
    SystemDesktop("linux").open(b"/h/a.jpg", lambda: refused.append(1))
    assert refused == [1]


def test_a_command_that_is_not_there_opens_the_folder(qapp, opened, monkeypatch):
    def fail(*_):
        raise FileNotFoundError

    monkeypatch.setattr(outside.subprocess, "Popen", fail)
    refused = []
    SystemDesktop("darwin").reveal(b"/h/a.jpg", lambda: refused.append(1))
    assert (opened, refused) == (["file:///h"], [])


def test_words_go_to_the_clipboard(qapp):
    SystemDesktop().copy("/館藏/a.jpg")
    assert QGuiApplication.clipboard().text() == "/館藏/a.jpg"


# A bus of our own ----------------------------------------------------------------------------

ASK = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QDesktopServices
from dedup_desk.ui.outside import SystemDesktop

@ClassInfo({"D-Bus Interface": "org.freedesktop.FileManager1"})
class FileManager(QObject):
    @Slot("QStringList", str)
    def ShowItems(self, uris, startup_id):
        print("shown", uris, repr(startup_id), flush=True)
        QTimer.singleShot(0, application.quit)

def opened(url):
    print("opened", url.toString(), flush=True)
    QTimer.singleShot(0, application.quit)
    return True

application = QCoreApplication(sys.argv)
QDesktopServices.openUrl = opened
if sys.argv[1] == "answers":
    # A connection of its own, as another program would have: a call to oneself is no call.
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "manager")
    manager = FileManager()
    path = "/org/freedesktop/FileManager1"
    assert bus.registerObject(path, manager, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService("org.freedesktop.FileManager1")
desktop = SystemDesktop("linux")
desktop.reveal(b"/h/two\\nlines \\xad.jpg", lambda: print("refused", flush=True))
QTimer.singleShot(8000, application.quit)
application.exec()
"""
HAS_BUS = shutil.which("dbus-run-session") is not None


def asked(*arguments, bus=("dbus-run-session", "--")):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [*bus, sys.executable, "-c", textwrap.dedent(ASK), *arguments],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return ended.stdout.decode().splitlines()


@pytest.mark.skipif(not HAS_BUS, reason="no dbus-run-session here")
def test_a_file_manager_is_given_the_address_of_the_file():
    assert asked("answers") == ["shown ['file:///h/two%0Alines%20%AD.jpg'] ''"]


@pytest.mark.skipif(not HAS_BUS, reason="no dbus-run-session here")
def test_where_no_file_manager_answers_the_folder_is_opened():
    assert asked("none") == ["opened file:///h"]


def test_without_a_bus_the_folder_is_opened():
    none = ("env", "-u", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere")
    assert asked("none", bus=none) == ["opened file:///h"]
