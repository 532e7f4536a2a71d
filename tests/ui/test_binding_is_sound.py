"""Why PySide6 stays below 6.12: its 6.12.0 loses a reference to None with every void call.

On Python before 3.12 None is counted like any object; after some thousand calls the interpreter
finds it dead and aborts ("deallocating None"). From 3.12 on None is immortal and the fault mute.
"""

import sys

import pytest
from PySide6.QtWidgets import QLabel

CALLS = 500
TOLERATED = 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_void_call_keeps_its_reference_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert before - sys.getrefcount(None) < TOLERATED
    assert label.text() == str(CALLS - 1)
