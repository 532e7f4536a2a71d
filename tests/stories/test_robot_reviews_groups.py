"""A robot reviews a whole queue by keys alone and is killed again and again; nothing is lost.

The reviewer is a process of its own with the real window; `kill -9` comes at random moments, while
it opens the project or between any two instructions of a review at zero thinking time. After each
death the project is opened from outside: whatever the footer had claimed to be saved is there, at
most the one step that was under way is there as well, and the chain of the ledger holds. The next
life begins with an undo of what the one before decided last.

The whole, with its figures: `pytest -s -m by_hand tests/stories/test_robot_reviews_groups.py`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import pytest

from dedup_desk.core.decision_events import DecisionEvent, read_decision
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.projects import create_project
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.command_line import Person
from tests.helpers.detailed_pictures import detailed, smaller
from tests.helpers.ledgers import ANN
from tests.helpers.reviewing_process import START
from tests.helpers.source_tree import CHECKOUT

Answers = dict[str, tuple[str, str | None]]
"""Path in hexadecimal digits -> verdict and note."""

OPENING_EVERY = 5
"""One death of so many comes before the review has begun."""


@dataclass
class Story:
    """What the reviewer claimed so far, over all lives.

    Attributes:
        person: whose home and window it is.
        project: what is reviewed.
        answers: what is claimed to hold.
        claims: every line about an answer.
        extra: steps that were durable when nobody could claim them any more.
        is_done: the reviewer said that nothing is open.
    """

    person: Person
    project: Path
    answers: Answers = field(default_factory=dict)
    claims: list[dict[str, object]] = field(default_factory=list)
    extra: int = 0
    is_done: bool = False

    def live(self, death: Death | None, *wishes: str) -> None:
        """Let the reviewer work until the end, or until death; note the claims."""
        command = [sys.executable, "-c", START, str(self.project), str(self.person.home), *wishes]
        with subprocess.Popen(
            command, cwd=CHECKOUT, env=self._surroundings(), stdout=subprocess.PIPE, text=True,
            start_new_session=True,
        ) as child:  # fmt: skip
            lines = self._told(child, death)
            child.wait(120)
        assert child.returncode == (0 if death is None else -signal.SIGKILL)
        nobody_is_left(child.pid)
        for line in lines:
            self._note(json.loads(line))

    def check(self) -> None:
        """Hold the project to every claim."""
        with ProjectFile.open(self.project, ANN, read_only=True) as project:
            assert project.verify_chain() == ()
            assert project.verify_state() == ()
            made = [found for one in project.events() if (found := read_decision(one)) is not None]
            present = {place.path.hex(): (str(held.verdict), held.note)
                       for place, held in project.decisions().items()}  # fmt: skip
        steps = list(dict.fromkeys(one.mark.step for one in made))
        assert folded(made, steps) == present
        unclaimed = len(steps) - len(self.claims) - self.extra
        assert 0 <= unclaimed <= 1, "a step that was claimed is not there"
        assert self.answers == folded(made, steps[: len(steps) - unclaimed])
        self.extra, self.answers = self.extra + unclaimed, present

    def _told(self, child: subprocess.Popen[str], death: Death | None) -> list[str]:
        assert child.stdout is not None
        if death is None:
            return child.stdout.read().splitlines()
        lines = [child.stdout.readline() for _ in range(death.after_lines)]
        time.sleep(death.then_s)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().splitlines(keepends=True)
        return [line for line in (*lines, *rest) if line.endswith("\n")]

    def _note(self, line: dict[str, object]) -> None:
        self.is_done |= "done" in line
        if "answers" not in line:
            return
        self.claims.append(line)
        for path, verdict, note in line["answers"]:
            if verdict is None:
                self.answers.pop(path, None)
            else:
                self.answers[path] = (verdict, note)

    def _surroundings(self) -> dict[str, str]:
        home = {f"XDG_{name}_HOME": str(self.person.home / name) for name in
                ("DATA", "STATE", "CONFIG", "CACHE")}  # fmt: skip
        return os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, slots=True)
class Death:
    """When the reviewer dies: so many lines and seconds after the beginning."""

    after_lines: int
    then_s: float


def deaths(count: int, groups: int, chance: random.Random) -> Iterator[Death]:
    """Yield random moments, such that the last one finds something left to do."""
    most = max(2 * groups // (3 * count), 2)
    for number in range(count):
        if number % OPENING_EVERY == OPENING_EVERY - 1:
            yield Death(1, chance.uniform(0, 2.0))  # the window is shown, the project opens
        else:
            yield Death(2 + chance.randint(1, most), chance.uniform(0, 0.12))


def folded(made: list[DecisionEvent], steps: list[str]) -> Answers:
    """Return what the decisions of some steps add up to."""
    kept, answers = set(steps), {}
    for one in made:
        if one.mark.step not in kept:
            continue
        path, held = one.decision.subject.place.path.hex(), one.decision
        answers.pop(path, None)
        if held.verdict is not None:
            answers[path] = (str(held.verdict), held.note)
    return answers


def nobody_is_left(session: int) -> None:
    """Wait until no process of a session is left: children end with whom they worked for."""
    end_s = time.monotonic() + 20
    while time.monotonic() < end_s:
        if session not in sessions():
            return
        time.sleep(0.02)
    raise AssertionError("child processes outlived the window")


def sessions() -> set[int]:
    """Return the sessions that have a living process."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, _group, session = stat.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if state != "Z":
            found.add(int(session))
    return found


def drawn(folder: Path, groups: int) -> None:
    """Draw so many pictures, each with a copy, and every third with a smaller one as well."""
    for name in ("masters", "web", "small"):
        (folder / name).mkdir(parents=True)
    quality = cv2.IMWRITE_JPEG_QUALITY
    for number in range(groups):
        picture = detailed(number)
        assert cv2.imwrite(str(folder / "masters" / f"{number:04}.jpg"), picture, [quality, 92])
        assert cv2.imwrite(str(folder / "web" / f"{number:04}.jpg"), picture, [quality, 60])
        if number % 3 == 0:
            shrunk = smaller(picture)
            assert cv2.imwrite(str(folder / "small" / f"{number:04}.jpg"), shrunk, [quality, 85])


def begun(folder: Path, groups: int) -> Story:
    """Draw a collection and read it into a project of somebody."""
    drawn(folder / "collection", groups)
    story = Story(Person(folder / "home"), folder / "work.ddesk")
    with create_project(story.project, places=story.person.places) as project:
        project.add_root(os.fsencode(folder / "collection"))
        assert run_inline(project.indexing()).groups >= groups
    return story


def reviewed(story: Story, groups: int, kills: int, seed: int = 2026) -> None:
    """Let the robot review everything, killed so often on the way; then undo after a restart."""
    chance = random.Random(seed)  # noqa: S311 - the moments of death must repeat
    for death in deaths(kills, groups, chance):
        story.live(death)
        story.check()
        assert not story.is_done
    story.live(None)
    story.check()
    assert story.is_done
    last = story.claims[-1]
    story.live(None, "--only-undo")
    story.check()
    undone = story.claims[-1]
    assert undone["key"] == "Ctrl+Z"
    assert [path for path, *_ in undone["answers"]] == [path for path, *_ in last["answers"]]
    assert undone["answers"] != last["answers"]


def told(story: Story) -> str:
    """Return the figures: what was decided, with how many keys, how fast."""
    own = [one for one in story.claims if one["key"] not in ("Ctrl+Z", "Ctrl+Shift+Z")]
    steps, keys, typed = len(own), *(sum(one[what] for one in own) for what in ("keys", "typed"))
    images = sum(len(one["answers"]) for one in own)
    groups = len({one["group"] for one in own})
    turns_s = sum(one["turns_ms"] for one in own) / 1e3
    seen_s = turns_s + sum(one["seen_ms"] for one in own) / 1e3
    return (
        f"{groups} groups, {len(story.answers)} images with an answer in the end; {steps} steps"
        f" with {images} answers by {keys} keys and {typed} more for typing notes:"
        f" {keys / steps:.2f} keys a step, {keys / images:.2f} an answer, {keys / groups:.2f} a"
        f" group. At zero thinking time {60 * steps / turns_s:.0f} steps a minute by the keys"
        f" alone; {60 * steps / seen_s:.0f} steps, {60 * images / seen_s:.0f} answers,"
        f" {60 * groups / seen_s:.0f} groups a minute with both pictures painted sharp before the"
        f" next key. Steps durable, but not yet claimed at a death: {story.extra}"
    )


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_forty_groups_and_three_deaths(tmp_path):
    story = begun(tmp_path, 40)
    reviewed(story, 40, 3)
    assert any(note for _, note in story.answers.values())
    print(told(story))  # noqa: T201 - the figures are asked for


@pytest.mark.slow
@pytest.mark.by_hand
@pytest.mark.timeout(1800)
def test_five_hundred_groups_and_twenty_deaths(tmp_path):
    story = begun(tmp_path, 500)
    reviewed(story, 500, 20)
    print(told(story))  # noqa: T201 - the figures are asked for
