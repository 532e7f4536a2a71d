"""Plan, retire, restore, recover and verify from the command line."""

import json
import os

import pytest

from dedup_desk.cli.main import main
from dedup_desk.services.projects import open_project
from dedup_desk.services.roots import Root
from tests.helpers.collections_on_disk import ITEMS, ROOT, a_fast_folder, snapshot
from tests.helpers.retiring_projects import a_decided_project

A, B, PLAIN = ITEMS


@pytest.fixture
def scene():
    with a_fast_folder() as folder:
        with a_decided_project(folder) as made:
            scene = made.scene
        with open_project(folder / "sample.ddesk") as project:
            project.trust_root(Root(ROOT, scene.root))
        yield scene


@pytest.fixture
def run(scene, capsys):
    """Run a command on the project; returns exit code, JSON answers by kind, and stderr."""

    def command(name, *args, project="sample.ddesk"):
        code = main([name, str(scene.base / project), *args, "--json"])
        shown = capsys.readouterr()
        answers = {}
        for line in shown.out.splitlines():
            row = json.loads(line)
            answers.setdefault(row["kind"], []).append(row)
        return code, answers, shown.err

    return command


def test_a_plan_lists_what_would_move_and_says_what_was_not_checked(run, scene):
    code, answers, _ = run("plan")
    assert code == 0
    assert len(answers["move"]) == 3
    (summary,) = answers["plan"]
    assert (summary["moves"], summary["refusals"]) == (3, 0)
    assert summary["references"] == "not-checked"
    assert snapshot(scene.root) == scene.before


def test_a_plan_with_refusals_is_a_finding(run, scene):
    os.unlink(scene.absolute(A))
    code, answers, _ = run("plan")
    assert code == 1
    (refusal,) = answers["refusal"]
    assert refusal["reason"] == "missing"
    assert refusal["text"].endswith(".")


def test_a_rehearsal_moves_nothing(run, scene):
    code, answers, _ = run("retire", "--dry-run")
    assert (code, answers["rehearsal"][0]["moved"]) == (0, 3)
    assert snapshot(scene.root) == scene.before


def test_there_and_back_and_verified(run, scene):
    code, answers, told = run("retire")
    assert (code, answers["retire"][0]["moved"], answers["retire"][0]["left"]) == (0, 3, 0)
    assert "References: NOT CHECKED" in told
    code, answers, _ = run("verify")
    assert (code, answers["verify"][0]["quarantined"]) == (0, 3)
    code, answers, _ = run("restore", "--path", os.fsdecode(scene.absolute(PLAIN)))
    assert (code, answers["restore"][0]["moved"]) == (0, 1)
    code, answers, _ = run("restore", "--all")
    assert (code, answers["restore"][0]["moved"]) == (0, 2)
    assert snapshot(scene.root) == scene.before
    assert run("verify")[0] == 0
    assert run("recover")[0] == 0


def test_a_batch_comes_back_by_its_id(run):
    _, answers, _ = run("retire")
    code, answers, _ = run("restore", "--batch", answers["retire"][0]["batches"])
    assert (code, answers["restore"][0]["moved"]) == (0, 3)


def test_a_taken_name_is_a_finding_with_a_sentence(run, scene):
    run("retire")
    with open(scene.absolute(PLAIN), "wb") as out:
        out.write(b"newcomer")
    code, answers, _ = run("restore", "--all")
    assert code == 1
    (failed,) = [row for row in answers["file"] if row["outcome"] == "not-moved"]
    assert "nothing is ever overwritten" in failed["text"]


def test_a_spoilt_quarantine_is_a_finding(run, scene):
    run("retire")
    (held,) = [path for path in snapshot(scene.quarantine) if path.endswith(b"plain.jpg")]
    with open(scene.quarantine + b"/" + held, "ab") as out:
        out.write(b"!")
    code, answers, _ = run("verify")
    assert code == 1
    assert answers["finding"][0]["subject"] == "quarantine"


def test_a_lost_project_is_made_again_from_the_quarantine(run, scene):
    run("retire")
    quarantine, root = os.fsdecode(scene.quarantine), f"{ROOT}={os.fsdecode(scene.root)}"
    where = ("--quarantine", quarantine, "--root", root)
    code, answers, _ = run("recover", *where, project="new.ddesk")
    assert (code, answers["recover"][0]["adopted"]) == (0, 3)
    assert run("restore", "--all", project="new.ddesk")[0] == 0
    assert snapshot(scene.root) == scene.before


@pytest.mark.parametrize(
    "args",
    [
        ("restore", "--batch", "none"),
        ("restore", "--path", "/nowhere/x.jpg"),
        ("retire", "--root", "no-equals-sign"),
    ],
)
def test_a_question_put_wrongly_is_told_and_nothing_moves(run, scene, args):
    code, answers, _ = run(*args)
    assert code == 2
    assert "Nothing was" in answers["error"][0]["text"]
    assert snapshot(scene.root) == scene.before
