"""Every task of the child processes: found by its name, light to load, and hard to upset."""

import pytest

from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import Work, WorkerPool, WorkFailed
from dedup_desk.engine.tasks import TASKS, task_named

pytestmark = pytest.mark.timeout(60)
EVERY_TASK = pytest.mark.parametrize("name", sorted(TASKS))
NONSENSE = {
    "empty": Parcel(),
    "of other types": Parcel({"act": 7, "paths": "no list", "width": "wide", "left": None}),
    "with a stray blob": Parcel({}, (b"\x00\xff",)),
}


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as made:
        yield made


@EVERY_TASK
def test_it_is_a_function_that_can_be_found(name):
    assert callable(task_named(name))
    assert task_named(name).__doc__


@EVERY_TASK
@pytest.mark.parametrize("question", NONSENSE.values(), ids=NONSENSE.keys())
def test_a_question_that_makes_no_sense_costs_only_its_own_answer(pool, name, question):
    answer = pool.ask(Work(name, question))
    assert isinstance(answer, WorkFailed)
    assert answer.reason.english()
    again = pool.ask(Work("probe", Parcel({"act": "tell"})))
    assert not isinstance(again, WorkFailed)


def test_no_task_loads_the_window_or_the_database(pool):
    for name in sorted(TASKS):
        pool.ask(Work(name, Parcel()))
    loaded = set(pool.ask(Work("probe", Parcel({"act": "tell"}))).header["modules"])
    assert not loaded & {"PySide6", "shiboken6", "sqlalchemy", "sqlite3"}
