"""Where the command line speaks: answers on stdout, progress and remarks on stderr.

With `--json` every answer is one JSON object a line (`kind` says what it is); without, it is a
sentence or a small table. Names from disks are shown through `display_text`, so nothing a file is
called can move the cursor or pretend to be another line; the exact bytes stand beside it in JSON.
"""

from __future__ import annotations

import base64
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO, TypeAlias

from dedup_desk.core.display import display_text, size_text
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import Progress

Cell: TypeAlias = str | int | float | bool | bytes | Message | None
Row: TypeAlias = Mapping[str, Cell]

PROGRESS_EVERY_S = 0.2


@dataclass(slots=True)
class Output:
    """One run's voice.

    Attributes:
        as_json: answers are JSON lines.
        stdout, stderr: where to; tests hand in their own.
    """

    as_json: bool = False
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    _last_s: float = 0.0
    _line_open: bool = False

    def say(self, sentence: Message) -> None:
        """Remark to the person on stderr."""
        self._end_line()
        print(sentence.english(), file=self.stderr)

    def answer(self, kind: str, row: Row, text: Message | None = None) -> None:
        """Give one answer: a JSON object, or `text` (or its cells, if there is no text)."""
        self._end_line()
        if self.as_json:
            print(json.dumps({"kind": kind, **json_row(row)}, ensure_ascii=True), file=self.stdout)
        elif text is not None:
            print(text.english(), file=self.stdout)
        else:
            print("  ".join(_shown(value) for value in row.values()), file=self.stdout)

    def table(self, kind: str, rows: Sequence[Row]) -> None:
        """Give many answers of one kind: JSON lines, or aligned columns with a heading."""
        if self.as_json or not rows:
            for row in rows:
                self.answer(kind, row)
            return
        self._end_line()
        cells = [list(rows[0])] + [[_shown(value) for value in row.values()] for row in rows]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for line in cells:
            padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            print("  ".join(padded).rstrip(), file=self.stdout)

    def progress(self, now: Progress) -> None:
        """Show where a job is: one line that is rewritten on a terminal, nothing in a log."""
        clock_s = time.monotonic()
        if not self.stderr.isatty() or clock_s - self._last_s < PROGRESS_EVERY_S:
            return
        self._last_s, self._line_open = clock_s, True
        self.stderr.write("\r\x1b[K" + progress_line(now))
        self.stderr.flush()

    def failed(self, sentence: Message) -> None:
        """Say on stderr why a command ended."""
        self._end_line()
        if self.as_json:
            print(json.dumps({"kind": "error", "text": sentence.english()}), file=self.stdout)
        print(f"dedup-desk: {sentence.english()}", file=self.stderr)

    def _end_line(self) -> None:
        if self._line_open:
            self.stderr.write("\r\x1b[K")
            self._line_open = False


def progress_line(now: Progress) -> str:
    """Return "Reading pictures  412 of 1,200  34 %  18 MB/s  about 2 min left"."""
    parts = [now.stage.english()]
    if now.total_items:
        parts.append(f"{now.done_items:,} of {now.total_items:,}")
    if now.total_cost:
        parts.append(f"{100 * now.done_cost / now.total_cost:.0f} %")
    if now.bytes_per_s:
        parts.append(f"{size_text(round(now.bytes_per_s))}/s")
    if now.left_s is not None:
        parts.append(_left_text(now.left_s))
    return "  ".join(parts)


def json_row(row: Row) -> dict[str, object]:
    """Return a row as JSON values: bytes as shown text with the exact bytes in `NAME_b64`."""
    values: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, bytes):
            values[name] = display_text(value)
            values[f"{name}_b64"] = base64.b64encode(value).decode("ascii")
        else:
            values[name] = value.english() if isinstance(value, Message) else value
    return values


def _shown(value: Cell) -> str:
    if isinstance(value, bytes):
        return display_text(value)
    if isinstance(value, Message):
        return value.english()
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return "" if value is None else str(value)


def _left_text(left_s: float) -> str:
    if left_s < 90:
        return f"about {max(1, round(left_s))} s left"
    if left_s < 5400:
        return f"about {round(left_s / 60)} min left"
    return f"about {left_s / 3600:.1f} h left"
