"""An operation survives being written down, and nothing dangerous is read back."""

import json

import pytest

from dedup_desk.core.operation_text import (
    is_safe_relative,
    operation_json,
    operation_values,
    read_operation,
    read_operation_json,
)
from tests.helpers.projects import a_restore, an_operation


@pytest.mark.parametrize("one", [an_operation(b"\xff\n/a"), a_restore(an_operation())])
def test_what_is_written_is_read_back_exactly(one):
    assert read_operation_json(operation_json(one)) == one


def test_no_number_is_larger_than_json_keeps():
    def numbers(value):
        if isinstance(value, dict):
            return [found for inner in value.values() for found in numbers(inner)]
        if isinstance(value, list):
            return [found for inner in value for found in numbers(inner)]
        return [value] if isinstance(value, int) else []

    assert max(numbers(operation_values(an_operation()))) < 2**53


@pytest.mark.parametrize(
    "path", [b"", b"/etc/passwd", b"../x", b"a/../b", b"a//b", b"a/./b", b"a\0b", b"a/"]
)
def test_a_path_that_could_leave_its_folder_is_refused(path):
    assert not is_safe_relative(path)
    values = operation_values(an_operation())
    from dedup_desk.core.operation_text import base64_text

    for key in ("item", "canonical"):
        twisted = json.loads(json.dumps(values))
        twisted[key]["path_b64"] = base64_text(path)
        with pytest.raises(ValueError, match="path"):
            read_operation(twisted)
    with pytest.raises(ValueError, match="path"):
        read_operation({**values, "safe_path_b64": base64_text(path)})


@pytest.mark.parametrize("key", list(operation_values(an_operation())))
def test_a_missing_or_twisted_field_is_refused(key):
    values = operation_values(an_operation())
    with pytest.raises(ValueError, match=r"\w"):
        read_operation({name: value for name, value in values.items() if name != key})
    with pytest.raises(ValueError, match=r"\w"):
        read_operation({**values, key: 1.5})


@pytest.mark.parametrize("batch", ["../x", "a/b", "", ".."])
def test_a_batch_is_a_name_and_no_path(batch):
    with pytest.raises(ValueError, match="batch"):
        read_operation({**operation_values(an_operation()), "batch": batch})
