"""What was closed is let go: a review holds tens of megabytes of pictures."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from dedup_desk.core.compare import Side
from dedup_desk.ui.actions import REVIEW_ACTIONS, ActionSet
from dedup_desk.ui.views.review_view import ReviewView
from tests.helpers.review_fakes import MemoryStore, a_review


def test_a_closed_review_leaves_memory_with_its_pictures(qtbot):
    kept = closed_review(qtbot, with_view=False)
    assert [one() for one in kept] == [None, None]


def test_a_closed_desk_leaves_memory_too(qtbot):
    kept = closed_review(qtbot, with_view=True)
    assert [one() for one in kept] == [None, None]


def closed_review(qtbot, *, with_view):
    """Show a review until its pictures are there, close it, and return what watches over it."""
    model, owner = a_review(1), QObject()
    view = ReviewView(model, ActionSet(owner)) if with_view else None
    watched = weakref.ref(model), weakref.ref(model.compare)
    qtbot.wait_until(lambda: watched[1]().image(Side.LEFT) is not None)
    model.close()
    if view is not None:
        view.close()
        view.deleteLater()
    owner.deleteLater()
    del model, view, owner
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return watched


@pytest.fixture
def actions(qtbot):
    """The window's actions, which outlive every desk."""
    owner = QObject()
    yield ActionSet(owner)
    owner.deleteLater()


def a_desk(actions, store):
    model = a_review(2, store)
    view = ReviewView(model, actions)
    view.resize(1280, 720)
    view.show()
    return model, view


@pytest.mark.parametrize("id_", [one.id for one in REVIEW_ACTIONS])
def test_no_key_reaches_a_desk_that_was_closed_whether_or_not_it_is_gone(qtbot, actions, id_):
    old_store, new_store = MemoryStore(), MemoryStore()
    old, old_view = a_desk(actions, old_store)
    said = []
    for signal in (old.told, old.failed, old.note_wanted, old.joining.asked):
        signal.connect(lambda *_args: said.append(id_))
    before = (old.queue.selected, old.table.left, old.table.right, old.compare.state)
    old.close()
    old_view.deleteLater()  # not yet done when the next key comes
    new, new_view = a_desk(actions, new_store)
    actions[id_].trigger()
    assert (old_store.written, said) == (0, [])
    assert (old.queue.selected, old.table.left, old.table.right, old.compare.state) == before
    new.close()
    new_view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_closed_desk_writes_nothing_whoever_asks_it(qtbot, actions):
    store = MemoryStore()
    model, view = a_desk(actions, store)
    model.keep_left()
    assert store.written == 1
    model.close()
    for verb in (model.keep_left, model.accept, model.unsure, model.undo, model.redo):
        verb()
    assert store.written == 1
    view.deleteLater()


def test_a_closed_desk_leaves_memory_although_the_actions_stay(qtbot, actions):
    model, view = a_desk(actions, MemoryStore())
    watched = weakref.ref(model), weakref.ref(model.compare)
    model.close()
    view.close()
    view.deleteLater()
    del model, view
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one() for one in watched] == [None, None]
