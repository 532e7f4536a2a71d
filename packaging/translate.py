"""The catalogues: collect the words from the source, check them, build what Qt reads.

    python packaging/translate.py update    collect new words, drop gone ones, keep translations
    python packaging/translate.py release   build the .qm files that are older than their .ts
    python packaging/translate.py check     is everything collected, translated and the same?

A person edits only the `<translation>` of `resources/i18n/*.ts`, after `update`.
"""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
CATALOGUES = CHECKOUT / "resources" / "i18n"
LANGUAGES = ("en", "zh_HK")
COMPLETE = ("zh_HK",)
"""Languages in which no word may be missing."""

TOOLS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What Qt looks a translation up by."""

    context: str
    source: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalogue; a plural has one text per form."""

    texts: tuple[str, ...]
    is_finished: bool


class UnreadableMarkError(Exception):
    """A marked text that lupdate would miss or misread."""


def catalogue(language: str, folder: Path = CATALOGUES) -> Path:
    """Return where the words of `language` are kept."""
    return folder / f"dedup_desk_{language}.ts"


def update(folder: Path = CATALOGUES) -> None:
    """Bring every catalogue in `folder` up to date with the source; translations are kept."""
    files = [str(path.relative_to(CHECKOUT)) for path in _sources()]
    for language in LANGUAGES:
        _run(
            "pyside6-lupdate",
            *files,
            *("-ts", str(catalogue(language, folder))),
            *("-source-language", "en", "-target-language", language),
            *("-locations", "none", "-no-obsolete", "-sort-messages", "-silent"),
        )


def release() -> None:
    """Build the .qm of every catalogue that changed since, Qt's mended words among them."""
    for words in sorted(catalogue("en").parent.glob("*.ts")):
        built = words.with_suffix(".qm")
        if built.is_file() and built.stat().st_mtime_ns > words.stat().st_mtime_ns:
            continue
        _run("pyside6-lrelease", "-silent", str(words), "-qm", str(built))
        print(f"[translate] built {built.relative_to(CHECKOUT)}")


def check() -> list[str]:
    """Return what is wrong with the catalogues, one sentence each."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for language in LANGUAGES:
            catalogue(language, fresh).write_bytes(catalogue(language).read_bytes())
        update(fresh)
        faults = [
            f"{catalogue(language).name} is behind the source: run packaging/translate.py update"
            for language in LANGUAGES
            if catalogue(language).read_bytes() != catalogue(language, fresh).read_bytes()
        ]
        faults += _misread(set(_entries(catalogue(LANGUAGES[0], fresh))))
    entries = {language: _entries(catalogue(language)) for language in LANGUAGES}
    for language in LANGUAGES[1:]:
        odd = set(entries[language]) ^ set(entries[LANGUAGES[0]])
        faults += [f"only one of {LANGUAGES[0]} and {language} has {key}" for key in sorted(odd)]
    for language, found in entries.items():
        faults += _wrong_texts(language, found)
    return faults


def marked_texts(path: Path) -> Iterator[Key]:
    """Yield every text of a Python file that is marked for translation, as Python reads it.

    Raises:
        UnreadableMarkError: lupdate would collect something else (an f-string, a variable).
    """
    tree = ast.parse(path.read_bytes(), str(path))
    yield from _marks_below(tree, "", path)


def _marks_below(node: ast.AST, class_name: str, path: Path) -> Iterator[Key]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call):
            yield from _mark(child, inside, path)
        yield from _marks_below(child, inside, path)


def _mark(call: ast.Call, class_name: str, path: Path) -> Iterator[Key]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "tr" and isinstance(call.func, ast.Attribute):
        yield Key(class_name, *_literals(call.args[:2], path, call.lineno))
    elif name == "QT_TRANSLATE_NOOP" or (name == "translate" and _is_qt(call)):
        if name == "translate" and not isinstance(call.args[1], ast.Constant):
            return  # looks up a text that was marked elsewhere
        yield Key(*_literals(call.args[:3], path, call.lineno))


def _is_qt(call: ast.Call) -> bool:
    owner = getattr(call.func, "value", None)
    return getattr(owner, "id", "") == "QCoreApplication"


def _literals(nodes: list[ast.expr], path: Path, line: int) -> list[str]:
    values = [node.value for node in nodes if isinstance(node, ast.Constant)]
    if len(values) != len(nodes) or not all(isinstance(value, str) for value in values):
        place = path.relative_to(CHECKOUT)
        raise UnreadableMarkError(f"{place}:{line}: mark a plain literal, nothing computed")
    return [str(value) for value in values]


def _sources() -> list[Path]:
    return sorted((CHECKOUT / "dedup_desk").rglob("*.py"))


def _misread(collected: set[Key]) -> Iterator[str]:
    """Compare what lupdate collects with what Python itself reads: lupdate guesses."""
    try:
        marked = {key for path in _sources() for key in marked_texts(path)}
    except UnreadableMarkError as unreadable:
        yield str(unreadable)
        return
    for key in sorted(marked - collected):
        yield f"lupdate misses it (extra parentheses, or a nested class?): {key}"
    for key in sorted(collected - marked):
        yield f"lupdate reads it otherwise than Python (a nested class?): {key}"


def _entries(path: Path) -> dict[Key, Entry]:
    found: dict[Key, Entry] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for item in context.iter("message"):
            key = Key(name, item.findtext("source", ""), item.findtext("comment", ""))
            found[key] = _entry(item)
    return found


def _entry(item: ET.Element) -> Entry:
    words = item.find("translation")
    if words is None:
        return Entry((), is_finished=False)
    forms = [form.text or "" for form in words.iter("numerusform")]
    return Entry(tuple(forms or [words.text or ""]), words.get("type") != "unfinished")


def _wrong_texts(language: str, entries: dict[Key, Entry]) -> Iterator[str]:
    for key, entry in sorted(entries.items(), key=lambda pair: pair[0]):
        is_plural = "%n" in key.source
        if (language in COMPLETE or is_plural) and not (entry.is_finished and all(entry.texts)):
            yield f"{language} has no finished text for {key}"
        for text in filter(None, entry.texts):
            if _fields(text) != _fields(key.source):
                yield f"{language} fills in other fields than {key}: {text!r}"


def _fields(text: str) -> list[str]:
    """Return what a text leaves to be filled in: {name}, %1, %n."""
    try:
        braces = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        braces = ["unbalanced braces"]
    return sorted({*braces, *re.findall(r"%(?:L?\d+|n)", text)} - {"%n"})


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], cwd=CHECKOUT, check=True)


def main(arguments: list[str]) -> int:
    """Run one of the three verbs."""
    verb = arguments[0] if len(arguments) == 1 else ""
    if verb == "check":
        faults = check()
        for line in faults or ["every word is collected and translated"]:
            print(f"[translate] {line}")
        return 1 if faults else 0
    if verb not in {"update", "release"}:
        print(__doc__)
        return 2
    (update if verb == "update" else release)()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
