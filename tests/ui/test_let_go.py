"""What was closed is let go: a review holds tens of megabytes of pictures."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from dedup_desk.core.compare import Side
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.views.review_view import ReviewView
from tests.helpers.review_fakes import a_review


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
