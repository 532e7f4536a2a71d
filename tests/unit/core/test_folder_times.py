"""A folder's time follows the files that were taken out of it, and goes back with the last."""

from dataclasses import replace

import pytest

from dedup_desk.core.folder_times import (
    Outstanding,
    SeenFolder,
    folders_of_restore,
    folders_of_retirement,
)
from dedup_desk.core.journal import OperationKind
from tests.helpers.projects import an_operation

LONG_AGO, LATER, NOW = 1_000_000_000_123, 3_000_000_000_000, 9_999_999_999_999_999
LEFT = 9_999_998_000_000_000


def retired(uuid, found_ns, outstanding, now_ns=NOW):
    folders = folders_of_retirement(
        "masters", [SeenFolder(b"f", 0o755, found_ns)], outstanding, now_ns
    )
    return an_operation(uuid=uuid, folders=folders)


def restored(operation, mtime_ns, outstanding):
    (folder,) = folders_of_restore(operation, [SeenFolder(b"f", 0o755, mtime_ns)], outstanding)
    return folder


def test_a_move_leaves_an_even_second_and_remembers_the_time_before():
    (folder,) = retired("1", LONG_AGO, Outstanding([])).folders
    assert (folder.found_ns, folder.origin_ns, folder.left_ns) == (LONG_AGO, LONG_AGO, LEFT)


def test_the_second_move_remembers_the_time_before_the_first():
    first = retired("1", LONG_AGO, Outstanding([]))
    (folder,) = retired("2", LEFT, Outstanding([first])).folders
    assert folder.origin_ns == LONG_AGO


def test_after_somebody_elses_change_their_time_is_the_one_to_come_back_to():
    first = retired("1", LONG_AGO, Outstanding([]))
    (folder,) = retired("2", LATER, Outstanding([first])).folders
    assert folder.origin_ns == LATER


def test_the_last_file_to_come_back_brings_the_old_time():
    first = retired("1", LONG_AGO, Outstanding([]))
    second = retired("2", LEFT, Outstanding([first]), NOW + 10**12)
    outstanding = Outstanding([first, second])
    left_by_second = second.folders[0].left_ns
    assert restored(second, left_by_second, outstanding).left_ns == LEFT
    outstanding.add(replace(second, kind=OperationKind.RESTORE, restores="2", uuid="3"))
    assert restored(first, LEFT, outstanding).left_ns == LONG_AGO


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_any_order_of_coming_back_ends_at_the_old_time(order):
    outstanding, operations, mtime_ns = Outstanding([]), [], LONG_AGO
    for number in range(3):
        one = retired(str(number), mtime_ns, outstanding, NOW + number * 10**12)
        outstanding.add(one)
        operations.append(one)
        mtime_ns = one.folders[0].left_ns
    for at in order:
        mtime_ns = restored(operations[at], mtime_ns, outstanding).left_ns
        outstanding.add(replace(operations[at], restores=operations[at].uuid, uuid=f"back {at}"))
    assert mtime_ns == LONG_AGO


def test_a_folder_that_somebody_else_changed_keeps_their_time():
    first = retired("1", LONG_AGO, Outstanding([]))
    assert restored(first, LATER, Outstanding([first])).left_ns is None


def test_a_removed_folder_is_made_again_with_its_mode_and_time():
    first = retired("1", LONG_AGO, Outstanding([]))
    folder = restored(first, None, Outstanding([first]))
    assert folder.is_missing
    assert (folder.mode, folder.left_ns) == (0o755, LONG_AGO)
