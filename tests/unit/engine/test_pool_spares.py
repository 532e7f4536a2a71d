"""The pool leaves processors to somebody who needs them, and nothing is lost by it."""

import itertools
import threading
import time

import pytest

from dedup_desk.core.progress import Cancelled, CancelToken
from dedup_desk.engine.pool import Parcel, Work, WorkerPool

pytestmark = pytest.mark.timeout(60)


def tell(tag=None):
    return Work("probe", Parcel({"act": "tell"}), tag=tag)


def tags_of(pool, count):
    run = pool.run((tell(number) for number in range(count)), CancelToken())
    return sorted(work.tag for work, _answer in run)


class Watched(WorkerPool):
    """A pool whose works take a while, and that counts how many are worked on at a time."""

    def __init__(self, processes, spare):
        self.busy, self.most, self._lock = 0, 0, threading.Lock()
        super().__init__(processes, spare=spare)

    def _answered(self, child, work):
        with self._lock:
            self.busy += 1
            self.most = max(self.most, self.busy)
        time.sleep(0.01)
        answer = super()._answered(child, work)
        with self._lock:
            self.busy -= 1
        return answer


def test_all_children_work_where_nobody_waits():
    with Watched(3, lambda: 0) as pool:
        assert tags_of(pool, 30) == list(range(30))
        assert pool.most == 3


@pytest.mark.parametrize(("spare", "most"), [(1, 2), (2, 1), (3, 1), (99, 1)])
def test_spared_children_begin_nothing_and_one_always_works(spare, most):
    with Watched(3, lambda: spare) as pool:
        assert tags_of(pool, 30) == list(range(30))
        assert pool.most == most


def test_it_may_change_at_any_moment():
    spares = itertools.cycle([0, 2, 1, 0, 0, 3])
    with Watched(3, lambda: next(spares)) as pool:
        assert tags_of(pool, 120) == list(range(120))


def test_spared_children_go_on_by_themselves_when_nobody_waits_any_more():
    spare = 1
    with Watched(2, lambda: spare) as pool:
        run = pool.run(map(tell, itertools.count()), CancelToken())
        for _ in range(10):
            next(run)
        assert pool.most == 1
        spare = 0
        end_s = time.monotonic() + 5
        while pool.most < 2 and time.monotonic() < end_s:
            next(run)
        run.close()
        assert pool.most == 2


def test_a_spared_child_is_there_for_a_picture_somebody_waits_for():
    with Watched(2, lambda: 1) as pool:
        run = pool.run(map(tell, itertools.count()), CancelToken())
        next(run)
        for _ in range(5):
            pool.ask(tell())
        run.close()
        assert pool.most == 2


def test_a_run_on_one_child_stops_as_soon():
    cancel = CancelToken()
    with Watched(2, lambda: 1) as pool:
        run = pool.run(map(tell, itertools.count()), cancel)
        next(run)
        cancel.cancel()
        asked_s = time.monotonic()
        with pytest.raises(Cancelled):
            list(run)
        assert time.monotonic() - asked_s < 1


def test_a_pool_whose_children_rest_closes_at_once():
    pool = Watched(2, lambda: 1)
    next(pool.run(map(tell, itertools.count()), CancelToken()))
    asked_s = time.monotonic()
    pool.close()
    assert time.monotonic() - asked_s < 2
