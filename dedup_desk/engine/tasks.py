"""TASKS: what a child process can be asked to do; a new kind of work is a row here.

A task is a plain function from a question and its open files to an answer. It is named by text, so
that nothing of it is imported before a child needs it, and a child imports only its own task.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import BinaryIO, Final, TypeAlias

from dedup_desk.engine.packing import Parcel

Task: TypeAlias = Callable[[Parcel, tuple[BinaryIO, ...]], Parcel]

TASKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "measure": "dedup_desk.engine.measure:measure_task",
        "pixels": "dedup_desk.engine.pixels:pixels_task",
        "features": "dedup_desk.engine.features:features_task",
        "lookup": "dedup_desk.engine.lookup:lookup_task",
        "verify": "dedup_desk.engine.verify:verify_task",
        "pages": "dedup_desk.engine.pages:pages_task",
        "screen": "dedup_desk.engine.screen:screen_task",
        "probe": "dedup_desk.engine.probe:probe_task",
    }
)
"""Task id -> "module:function"; the pool's own "probe" tells and tests what a child is."""


@cache
def task_named(name: str) -> Task:
    """Import a task.

    Raises:
        KeyError: no such row.
    """
    module, _colon, function = TASKS[name].partition(":")
    task: Task = getattr(importlib.import_module(module), function)
    return task
