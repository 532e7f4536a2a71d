"""A job runs off the GUI thread; everything it says arrives in the GUI thread, and in order."""

import threading

import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import Progress
from dedup_desk.ui.job_runner import Died, Done, Failed, JobRunner, Stopped
from dedup_desk.ui.viewmodels.errands import Errands


class Work:
    """Runs a function as a job."""

    def __init__(self, function):
        self.function = function

    def run(self, report, cancel):
        return self.function(report, cancel)


@pytest.fixture
def runner(qapp):
    made = JobRunner()
    yield made
    made.shut_down()


def ending_of(qtbot, runner, function):
    endings = []
    with qtbot.waitSignal(runner.ended):
        runner.start(Work(function), endings.append)
    return endings


def test_a_job_runs_elsewhere_and_ends_here(qtbot, runner):
    threads = []

    def work(_report, _cancel):
        threads.append(threading.current_thread())
        return 42

    def ended(_ending):
        threads.append(threading.current_thread())

    with qtbot.waitSignal(runner.ended):
        runner.start(Work(work), ended)
    assert threads[0] is not threads[1] is threading.main_thread()


def test_the_ending_carries_the_result(qtbot, runner):
    assert ending_of(qtbot, runner, lambda _report, _cancel: 42) == [Done(42)]


def test_a_trouble_of_the_surroundings_ends_with_its_sentence(qtbot, runner):
    def work(_report, _cancel):
        raise SurroundingsError(Message("The disk is full."))

    assert ending_of(qtbot, runner, work) == [Failed(Message("The disk is full."))]


def test_a_fault_of_ours_ends_the_job_and_is_logged(qtbot, runner, expected_logs):
    expected_logs.append("job died")

    def work(_report, _cancel):
        raise ZeroDivisionError("ours")

    (ending,) = ending_of(qtbot, runner, work)
    assert isinstance(ending, Died)
    assert isinstance(ending.bug, ZeroDivisionError)


def test_a_cancelled_job_says_that_it_stopped(qtbot, runner):
    begun = threading.Event()
    endings = []

    def work(_report, cancel):
        begun.set()
        while True:
            cancel.check()

    token = runner.start(Work(work), endings.append)
    assert begun.wait(5)
    with qtbot.waitSignal(runner.ended):
        token.cancel()
    assert endings == [Stopped()]


def test_a_paused_job_goes_on_when_asked(qtbot, runner):
    endings = []
    begun, go = threading.Event(), threading.Event()

    def work(_report, cancel):
        begun.set()
        go.wait(5)
        cancel.check()
        return "went on"

    token = runner.start(Work(work), endings.append)
    assert begun.wait(5)
    token.pause()
    go.set()
    qtbot.wait(120)
    assert endings == []
    with qtbot.waitSignal(runner.ended):
        token.resume()
    assert endings == [Done("went on")]


def test_every_new_stage_is_reported_and_others_are_thinned(qtbot, runner):
    heard = []

    def work(report, _cancel):
        for number in range(500):
            report(Progress(Message("one"), done_items=number))
        report(Progress(Message("two")))

    with qtbot.waitSignal(runner.ended):
        runner.start(Work(work), lambda _ending: None, heard.append)
    stages = [progress.stage.template for progress in heard]
    assert stages[0] == "one"
    assert stages[-1] == "two"
    assert len(stages) < 50


def test_two_jobs_at_a_time_are_refused(qtbot, runner):
    go = threading.Event()
    with qtbot.waitSignal(runner.ended):
        runner.start(Work(lambda _report, _cancel: go.wait(5)), lambda _ending: None)
        with pytest.raises(RuntimeError):
            runner.start(Work(lambda _report, _cancel: None), lambda _ending: None)
        go.set()
    assert not runner.busy


def test_errands_are_run_one_after_the_other(qtbot, runner):
    errands, done = Errands(runner), []
    errands.run(lambda: 1, done.append)
    errands.run(lambda: 2, done.append)
    qtbot.waitUntil(lambda: done == [1, 2])


def test_a_failed_errand_becomes_one_sentence(qtbot, runner):
    errands, said = Errands(runner), []
    errands.noticed.connect(said.append)

    def work():
        raise SurroundingsError(Message("The disk is full."))

    errands.run(work, lambda _result: said.append("never"))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert said[0].text == "The disk is full."
