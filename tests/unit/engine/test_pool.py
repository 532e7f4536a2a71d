"""The pool of child processes: what one file does to its child is that file's affair."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dedup_desk.core.progress import Cancelled, CancelToken
from dedup_desk.engine.pool import Parcel, Work, WorkerPool, WorkFailed

pytestmark = pytest.mark.timeout(60)
AT_ONCE = -4.0
"""Takes most of the 5 spare seconds away again, so that a test need not wait for them."""


def probe(act, *files, **more):
    return Work("probe", Parcel({"act": act}), files, **more)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(2) as made:
        yield made


def is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def pids_of_children(pool):
    """The pool's own children, looked up where the pool keeps them."""
    return {child._process.pid for child in pool._children if child._process is not None}


def test_a_child_reads_what_the_parent_opened(pool, tmp_path):
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"two")
    answer = pool.ask(probe("tell", os.fsencode(tmp_path / "a"), os.fsencode(tmp_path / "b")))
    assert answer.blobs == (b"one", b"two")


def test_a_child_knows_no_window_and_no_database(pool):
    modules = set(pool.ask(probe("tell")).header["modules"])
    if "coverage" in modules:
        modules.discard("sqlite3")  # in which coverage keeps what it saw
    assert {"dedup_desk", "PIL", "numpy"} <= modules
    assert not modules & {"PySide6", "shiboken6", "sqlalchemy", "sqlite3", "alembic"}


def test_a_child_may_read_only_the_program_itself(pool):
    if ctypes.CDLL(None).syscall(444, None, 0, 1) < 4:
        pytest.skip("this kernel has no Landlock, or one that knows no network")
    refused = pool.ask(probe("tell")).header["refused"]
    assert set(refused) == {"read", "list", "make", "connect"}


def test_a_file_that_ran_out_of_time_is_not_tried_again():
    """A killed child's time is ours once it was waited for: about 2 s once, 4 s if tried twice."""
    before = os.times()
    with WorkerPool(1) as pool:
        pool.ask(probe("tell"))
        pool.ask(probe("spin", cost=AT_ONCE))
    assert os.times().children_user - before.children_user < 3.5


def test_limits_are_set_before_each_question(pool):
    small = pool.ask(probe("tell", cost=1.0, decoded_bytes=1_000_000)).header
    large = pool.ask(probe("tell", cost=90.0, decoded_bytes=100_000_000)).header
    assert small["file_size_bytes"] == small["core_bytes"] == 0
    assert 6 <= small["cpu_s"] <= 12
    assert 95 <= large["cpu_s"] <= 101
    grown = large["address_space_bytes"] - small["address_space_bytes"]
    assert 400_000_000 < grown < 800_000_000


@pytest.mark.parametrize(
    ("act", "words"),
    [("crash", "SIGSEGV"), ("eat", "memory"), ("fail", "ValueError"), ("spin", "processor time")],
)
def test_a_file_that_misbehaves_fails_alone_and_says_why(pool, act, words):
    works = [probe("tell", tag=0), probe(act, cost=AT_ONCE, tag="bad"), probe("tell", tag=2)]
    answers = {work.tag: answer for work, answer in pool.run(works, CancelToken())}
    assert isinstance(answers["bad"], WorkFailed)
    assert words in answers["bad"].reason.english()
    assert isinstance(answers[0], Parcel)
    assert isinstance(answers[2], Parcel)


def test_a_child_that_never_answers_is_stopped(monkeypatch):
    monkeypatch.setattr("dedup_desk.engine.child.SPARE_WALL_S", 1.0)
    with WorkerPool(1) as pool:
        pool.ask(probe("tell"))
        answer = pool.ask(probe("sleep", cost=0.0))
        assert "no answer within 1 seconds" in answer.reason.english()
        assert isinstance(pool.ask(probe("tell")), Parcel)


def test_a_killed_child_is_replaced_and_leaves_no_zombie(pool):
    before = pool.ask(probe("tell")).header["pid"]
    os.kill(before, signal.SIGKILL)
    after = {pool.ask(probe("tell")).header["pid"] for _ in range(6)}
    assert before not in after
    assert not Path(f"/proc/{before}").exists()


def test_the_file_after_a_damaged_child_gets_a_second_chance():
    with WorkerPool(1) as pool:
        os.kill(pool.ask(probe("tell")).header["pid"], signal.SIGKILL)
        assert isinstance(pool.ask(probe("tell")), Parcel)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "No such file"),
        (lambda path: path.mkdir(), "not an ordinary file"),
        (lambda path: os.mkfifo(path), "not an ordinary file"),
        (lambda path: path.symlink_to("/etc/hostname"), "symbolic links"),
    ],
)
def test_only_ordinary_files_are_opened(pool, tmp_path, make, words):
    path = tmp_path / "entry"
    make(path)
    answer = pool.ask(probe("tell", os.fsencode(path)))
    assert isinstance(answer, WorkFailed)
    assert words in answer.reason.english()


def test_names_are_bytes(pool, tmp_path):
    path = tmp_path / os.fsdecode(b"new\nline \xff\xfe \xe2\x80\xae")
    path.write_bytes(b"found")
    assert pool.ask(probe("tell", os.fsencode(path))).blobs == (b"found",)


def test_a_companion_that_is_gone_comes_empty(pool, tmp_path):
    (tmp_path / "a").write_bytes(b"one")
    files = (os.fsencode(tmp_path / "a"), os.fsencode(tmp_path / "gone"))
    assert pool.ask(probe("tell", *files, needed_files=1)).blobs == (b"one", b"")


def test_works_are_taken_only_as_they_are_needed(pool):
    taken = []

    def works():
        for number in range(200):
            taken.append(number)
            yield probe("tell", tag=number)

    run = pool.run(works(), CancelToken())
    for _ in range(3):
        next(run)
    assert len(taken) < 30
    run.close()


def test_every_work_comes_back_once(pool):
    works = [probe("tell", tag=number) for number in range(60)]
    tags = [work.tag for work, _answer in pool.run(works, CancelToken())]
    assert sorted(tags) == list(range(60))


def test_a_run_stops_when_asked(pool):
    token = CancelToken()
    run = pool.run((probe("tell") for _ in range(1000)), token)
    next(run)
    token.cancel()
    with pytest.raises(Cancelled):
        list(run)


def test_a_picture_somebody_waits_for_goes_before_bulk_work():
    with WorkerPool(1) as pool:
        pool.ask(probe("tell"))
        order = []

        def bulk():
            for work, _answer in pool.run(
                (probe("tell", tag=n) for n in range(400)), CancelToken()
            ):
                order.append(work.tag)

        thread = threading.Thread(target=bulk)
        thread.start()
        while len(order) < 5:
            time.sleep(0.001)
        pool.ask(probe("tell"))
        order.append("asked")
        thread.join()
        assert order.index("asked") < 350


def test_a_closed_pool_ends_its_children_and_refuses_work():
    pool = WorkerPool(2)
    list(pool.run([probe("tell") for _ in range(8)], CancelToken()))
    children = pids_of_children(pool)
    assert children
    pool.close()
    pool.close()
    assert not any(is_running(pid) for pid in children)
    assert isinstance(pool.ask(probe("tell")), WorkFailed)
    with pytest.raises(Cancelled):
        list(pool.run([probe("tell")], CancelToken()))


def test_closing_does_not_wait_for_a_slow_file():
    pool = WorkerPool(1)
    answers = []
    thread = threading.Thread(target=lambda: answers.append(pool.ask(probe("sleep", cost=100.0))))
    thread.start()
    time.sleep(0.3)
    started = time.monotonic()
    pool.close()
    thread.join()
    assert time.monotonic() - started < 10
    assert isinstance(answers[0], WorkFailed)


SCRIPT = """
import signal, sys, time
from dedup_desk.engine.pool import Parcel, Work, WorkerPool
if __name__ == "__main__":
    # A shell without a terminal starts what it puts in the background deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pool = WorkerPool(2)
    works = [Work("probe", Parcel({"act": "tell"})) for _ in range(20)]
    from dedup_desk.core.progress import CancelToken
    print(*{answer.header["pid"] for _work, answer in pool.run(works, CancelToken())}, flush=True)
    busy = [Work("probe", Parcel({"act": "sleep"})) for _ in sys.argv[1:]]
    list(pool.run(busy, CancelToken()))
    time.sleep(60)
"""


@pytest.fixture(params=["idle", "busy"])
def other_program(tmp_path, request):
    script = tmp_path / "program.py"
    script.write_text(SCRIPT)
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, str(script), *(["work", "work"] if request.param == "busy" else [])],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        start_new_session=True,
    ) as program:
        children = [int(pid) for pid in program.stdout.readline().split()]
        yield program, children
        program.kill()


def all_gone(children):
    until = time.monotonic() + 10
    while any(is_running(pid) for pid in children):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def test_children_die_with_a_killed_parent(other_program):
    program, children = other_program
    assert children
    time.sleep(0.2)
    program.kill()
    assert all_gone(children)


def test_ctrl_c_is_the_parents_business(other_program):
    program, children = other_program
    for pid in children:
        os.kill(pid, signal.SIGINT)
    time.sleep(0.2)
    assert all(is_running(pid) for pid in children)
    os.killpg(program.pid, signal.SIGINT)
    _out, error = program.communicate(timeout=20)
    assert all_gone(children)
    assert error.count(b"KeyboardInterrupt") == 1
