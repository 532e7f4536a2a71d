"""The real command line, in a process of its own, as a person with a home of their own types it."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from dedup_desk.services.places import UserPlaces

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE_S = 240

Word = str | bytes | Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended.

    Attributes:
        code: exit code.
        out, err: what it wrote, as text.
    """

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Every line of stdout as JSON; fails on a line that is none."""
        return [json.loads(line) for line in self.out.splitlines()]

    def row(self, kind: str) -> dict[str, Any]:
        """The one answer of a kind."""
        (found,) = self.all(kind)
        return found

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Every answer of a kind."""
        return [row for row in self.rows if row["kind"] == kind]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a terminal: a home, in which drafts and trusted folders are kept.

    Attributes:
        home: their folder; another person trusts other folders.
        before: words in front of every command (`unshare`, `setpriv`, ...).
    """

    home: Path
    before: tuple[str, ...] = ()

    @property
    def places(self) -> UserPlaces:
        """Where this person's drafts and trusted folders are, for the services."""
        return UserPlaces(self.home / "DATA" / "dedup-desk", self.home / "STATE" / "dedup-desk")

    def says(self, *words: Word, code: int | Sequence[int] = 0) -> Answer:
        """Give a command with --json, and insist on how it ends."""
        command, *rest = words
        return self.types(command, "--json", *rest, code=code)

    def types(self, *words: Word, code: int | Sequence[int] = 0) -> Answer:
        """Give a command as it is, and insist on how it ends."""
        ended = subprocess.run(
            self.command(words),
            capture_output=True,
            env=self.environment(),
            cwd=CHECKOUT,
            timeout=PATIENCE_S,
            check=False,
        )
        answer = Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
        wanted = [code] if isinstance(code, int) else list(code)
        assert answer.code in wanted, f"{words}: {answer.code}\n{answer.out}\n{answer.err}"
        assert "Traceback" not in answer.err, answer.err
        return answer

    @contextmanager
    def typing(self, *words: Word) -> Iterator[subprocess.Popen[bytes]]:
        """Give a command and do something while it runs; it is gone afterwards, with its group."""
        with subprocess.Popen(
            self.command(words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment(),
            cwd=CHECKOUT,
            start_new_session=True,
        ) as running:
            try:
                yield running
            finally:
                if running.poll() is None:
                    os.killpg(running.pid, signal.SIGKILL)

    def command(self, words: Iterable[Word]) -> list[bytes]:
        """The whole line as bytes: names on it are bytes too."""
        line = [*self.before, sys.executable, "-m", "dedup_desk", *words]
        return [os.fsencode(word) for word in line]

    def environment(self) -> dict[str, str]:
        """A plain environment: no display, no settings of whoever runs the tests.

        Which kernels the linear algebra uses stays as it is: they round differently.
        """
        kept = ("PATH", "COVERAGE_", "PYTHONPATH", "OPENBLAS_")
        own = {name: value for name, value in os.environ.items() if name.startswith(kept)}
        folders = {f"XDG_{name}_HOME": str(self.home / name) for name in ("DATA", "STATE", "CACHE")}
        return {**own, **folders, "HOME": str(self.home), "LANG": "C.UTF-8"}


def before_a_read_only_mount(person: Person, folder: Path) -> Person:
    """Let a person see one folder mounted read-only; this process sees it as ever.

    Skips the test where that cannot be done.
    """
    place = shlex.quote(str(folder))
    script = (
        f"mount --bind {place} {place} && mount -o remount,bind,ro {place} && "
        f'! touch {place}/probe 2>/dev/null && exec "$@"'
    )
    before = ("unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh")
    if shutil.which("unshare") is None:
        pytest.skip("no unshare on this system, so no mount of our own")
    tried = subprocess.run([*before, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"this account may not mount: {tried.stderr.decode().strip()}")
    return replace(person, before=before)


def ended(running: subprocess.Popen[bytes]) -> Answer:
    """Wait for a command and return what it said."""
    out, err = running.communicate(timeout=PATIENCE_S)
    return Answer(running.returncode, out.decode(), err.decode())


def children_of(pid: int) -> set[int]:
    """Return the processes that a process started and that live."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            found.add(int(status.parent.name))
    return found


def is_alive(pid: int) -> bool:
    """Say whether a process runs; one that only waits to be noticed does not."""
    try:
        fields = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return fields[0] != "Z"


def soon(is_true: Any, within_s: float = 30) -> bool:
    """Wait until something is true; say whether it became so."""
    deadline_s = time.monotonic() + within_s
    while time.monotonic() < deadline_s:
        if is_true():
            return True
        time.sleep(0.02)
    return False
