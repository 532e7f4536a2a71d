"""`dedup-desk sample DIR`."""

from __future__ import annotations

import argparse
import io
import json
from functools import partial

import pytest

from dedup_desk.cli.commands import sample
from dedup_desk.cli.output import Output
from dedup_desk.core.progress import CancelToken
from dedup_desk.engine.sample.collection import draw_collection
from dedup_desk.services import sampling


@pytest.fixture
def ask(monkeypatch):
    """Run the command with arguments on three families and return (exit code, stdout)."""
    few = partial(draw_collection, only=("bottle", "wristwatch", ""))
    monkeypatch.setattr(sampling, "draw_collection", few)

    def run(*words: str, as_json: bool = False) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        sample.add_arguments(parser)
        args = parser.parse_args(words)
        args.cancel = CancelToken()
        output = Output(as_json=as_json, stdout=io.StringIO(), stderr=io.StringIO())
        return sample.run(args, output), output.stdout.getvalue()

    return run


def test_it_says_what_it_drew_and_the_second_time_that_it_is_there(ask, tmp_path):
    code, text = ask(str(tmp_path / "sample"))
    assert code == 0
    assert "2 pictures and 6 copies of them, 2 unreadable files" in text
    code, text = ask(str(tmp_path / "sample"))
    assert code == 0
    assert "already in" in text


def test_with_json_it_gives_one_object(ask, tmp_path):
    code, text = ask(str(tmp_path / "sample"), as_json=True)
    answer = json.loads(text)
    assert (code, answer["kind"], answer["originals"]) == (0, "sample", 2)
    assert answer["was_there"] is False


def test_it_writes_the_truth_when_asked(ask, tmp_path):
    ask(str(tmp_path / "sample"), "--truth", str(tmp_path / "truth.json"))
    assert len(json.loads((tmp_path / "truth.json").read_text())["files"]) == 8
