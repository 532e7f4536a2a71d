"""What one person prefers survives a restart, odd names and damaged files included."""

import pytest
from PySide6.QtCore import QByteArray

from dedup_desk.ui.preferences import Preferences, Recent
from dedup_desk.ui.theme import Scheme

ODD_NAMES = [b"/a/\xff\xfe.ddesk", "/港/劇照".encode("big5hkscs"), b"/line\nbreak", "/é é".encode()]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "window.ini"


@pytest.mark.parametrize("name", ODD_NAMES, ids=repr)
def test_names_come_back_byte_for_byte(path, name):
    first = Preferences(path)
    first.remember(Recent(name, is_folder=True, at_utc="2026-11-21T08:00:00Z"))
    first.save()
    assert Preferences(path).recents == (Recent(name, True, "2026-11-21T08:00:00Z"),)


def test_the_newest_place_stands_first_and_only_once(path):
    preferences = Preferences(path)
    for name in (b"/a", b"/b", b"/a"):
        preferences.remember(Recent(name, is_folder=True))
    assert [one.path for one in preferences.recents] == [b"/a", b"/b"]


def test_the_list_does_not_grow_for_ever(path):
    preferences = Preferences(path)
    for number in range(40):
        preferences.remember(Recent(b"/%d" % number, is_folder=True))
    assert len(preferences.recents) == 12


def test_a_forgotten_place_is_off_the_list(path):
    preferences = Preferences(path)
    preferences.remember(Recent(b"/a", is_folder=True))
    preferences.forget(b"/a")
    assert preferences.recents == ()


def test_a_damaged_file_counts_as_an_empty_one(path):
    path.write_text(
        '[General]\nrecents="[{\\"path\\": \\"!!\\"}]"\nscheme=purple\nprice_per_gb=x\n'
    )
    preferences = Preferences(path)
    assert (preferences.recents, preferences.scheme) == ((), Scheme.SYSTEM)
    assert preferences.price_per_gb == 0.0


def test_language_theme_price_and_window_come_back(path):
    first = Preferences(path)
    first.language, first.scheme, first.price_per_gb = "zh_HK", Scheme.LIGHT, 0.22
    first.set_state("window", QByteArray(b"\x00\x01geometry"))
    first.save()
    again = Preferences(path)
    assert (again.language, again.scheme, again.price_per_gb) == ("zh_HK", Scheme.LIGHT, 0.22)
    assert again.state("window") == QByteArray(b"\x00\x01geometry")
