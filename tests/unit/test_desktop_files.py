"""The desktop files agree with each other, with the code and with the validators at hand."""

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from dedup_desk import __version__
from dedup_desk.store.schema import APPLICATION_ID
from tests.helpers.source_tree import CHECKOUT

DESKTOP = CHECKOUT / "packaging" / "desktop"
NAME = "org.dedupdesk.DedupDesk"
KIND = "application/vnd.dedup-desk.project+sqlite3"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo():
    return ET.parse(DESKTOP / f"{NAME}.metainfo.xml").getroot()


@pytest.fixture
def kind():
    return ET.parse(DESKTOP / "dedup-desk.mime.xml").getroot().find(f"{MIME}mime-type")


def test_a_project_is_told_by_the_number_in_its_header(kind):
    magic = kind.find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert (magic.get("type"), magic.get("offset")) == ("big32", "68")
    assert int(magic.get("value"), 16) == APPLICATION_ID


def test_all_three_name_the_same_kind_and_application(entry, metainfo, kind):
    assert kind.get("type") == KIND
    assert entry["MimeType"] == f"{KIND};"
    assert metainfo.findtext("provides/mediatype") == KIND
    assert metainfo.findtext("id") == entry["Icon"] == entry["StartupWMClass"] == NAME
    assert metainfo.findtext("launchable") == f"{NAME}.desktop"


def test_the_newest_release_is_this_version(metainfo):
    assert metainfo.find("releases/release").get("version") == __version__


def test_what_is_said_is_said_in_both_languages(entry, metainfo, kind):
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert all(f"{key}[zh_HK]" in entry for key in ("Name", "GenericName", "Comment", "Keywords"))
    assert [tag.get(language) for tag in metainfo.findall("summary")] == [None, "zh-HK"]
    assert [tag.get(language) for tag in kind.findall(f"{MIME}comment")] == [None, "zh_HK"]


def test_the_icon_is_there():
    assert ET.parse(CHECKOUT / "resources" / "icons" / "dedup-desk.svg").getroot().get("viewBox")


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", f"{NAME}.desktop"),
        ("appstreamcli", "validate", "--no-net", f"{NAME}.metainfo.xml"),
    ],
    ids=lambda command: command[0],
)
def test_the_validator_finds_no_fault(command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    ended = subprocess.run(command, cwd=DESKTOP, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_it_joins_and_leaves_a_users_desktop(tmp_path):
    shell = {"XDG_DATA_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    script = ["sh", str(CHECKOUT / "packaging" / "integrate.sh")]
    subprocess.run(script, env=shell, check=True, capture_output=True)
    added = (tmp_path / "applications" / f"{NAME}.desktop").read_text("utf-8")
    assert f'Exec="{CHECKOUT}/.venv/bin/dedup-desk-gui" %F' in added
    subprocess.run([*script, "--remove"], env=shell, check=True, capture_output=True)
    assert not list(tmp_path.rglob("*dedup*desk*"))
    assert not list(tmp_path.rglob(f"{NAME}*"))
