"""Every row of TASKS: it exists, answers with a parcel, and survives a file that is rubbish."""

import hashlib
import os

import pytest

from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import Work, WorkerPool, WorkFailed
from dedup_desk.engine.tasks import TASKS, task_named
from tests.helpers.made_pictures import encoded, photo

NAMES = pytest.mark.parametrize("name", TASKS)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as made:
        yield made


@NAMES
def test_a_task_is_a_function_of_a_question_and_its_files(name):
    assert callable(task_named(name))


@NAMES
@pytest.mark.parametrize("content", [b"", b"rubbish" * 100, encoded(photo(40, 30))[:-200]])
def test_rubbish_and_a_question_without_fields_get_an_answer(pool, tmp_path, name, content):
    path = tmp_path / "file.jpg"
    path.write_bytes(content)
    answer = pool.ask(Work(name, Parcel({}), (os.fsencode(path),)))
    assert isinstance(answer, Parcel | WorkFailed)
    assert isinstance(pool.ask(Work("probe", Parcel({"act": "tell"}))), Parcel)


def test_a_task_nobody_wrote_fails_by_name(pool):
    answer = pool.ask(Work("no-such-task", Parcel()))
    assert "no-such-task" in answer.reason.english()


def test_the_digest_is_asked_for_with_the_content_it_was_made_of(pool, tmp_path):
    data = encoded(photo(40, 30))
    path = tmp_path / "file.jpg"
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    answer = pool.ask(Work("pixels", Parcel({"digest": digest}), (os.fsencode(path),)))
    assert len(answer.header["pixels"]) == 64
