"""Drawing the sample collection: a folder to learn from, with the truth about every file in it."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from dedup_desk.core.errors import RefusedError, SurroundingsError, UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.progress import CancelToken, Progress, Report
from dedup_desk.engine.sample.catalogue import ORIGINALS
from dedup_desk.engine.sample.collection import SEED, draw_collection, kinds_of_copies
from dedup_desk.engine.sample.truth import SampleFile, SampleTruth
from dedup_desk.engine.sample.writing import FINISHED, SampleWriter, page_state

DRAWING = QT_TRANSLATE_NOOP("Messages", "Drawing pictures")


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """What a sample holds.

    Attributes:
        folder: where it is.
        was_there: it was complete before, nothing was written.
        originals, copies: readable pictures; their sum is what can be read.
        unreadable, companions, others: files that are no readable pictures, by sort.
        size_bytes: of all files.
        kinds: (kind of copy, how many), adding up to `copies`.
        replaced: (wanted, written) names that the file system refused; empty if it was there.
        truth: what is true of every file; None if it was there.
    """

    folder: bytes
    was_there: bool
    originals: int
    copies: int
    unreadable: int
    companions: int
    others: int
    size_bytes: int
    kinds: tuple[tuple[str, int], ...]
    replaced: tuple[tuple[bytes, bytes], ...] = ()
    truth: SampleTruth | None = None


class SampleJob:
    """Draws the sample into a folder that is new, empty, or holds an unfinished sample.

    Args:
        folder: where to, as bytes.
        seed: of all chance; the same seed gives the same bytes.
    """

    def __init__(self, folder: bytes, seed: int = SEED) -> None:
        self._folder = folder
        self._seed = seed

    def run(self, report: Report, cancel: CancelToken) -> SampleSummary:
        """Draw, or find that the sample is there already.

        Raises:
            UsageError: the place is no folder.
            RefusedError: the folder holds other files.
            SurroundingsError: the disk does not take the files.
        """
        try:
            state = _usable(self._folder, self._seed)
            if state == FINISHED:
                return _found(self._folder)
            truth, size_bytes = self._draw(report, cancel)
        except OSError as trouble:
            raise _not_written(self._folder, trouble) from trouble
        return _drawn(self._folder, truth, size_bytes)

    def _draw(self, report: Report, cancel: CancelToken) -> tuple[SampleTruth, int]:
        writer = SampleWriter(self._folder, self._seed)
        writer.begin()
        total = len(ORIGINALS) + 1
        report(Progress(message(DRAWING), 0, total, 0, total))
        for done, (_, files) in enumerate(draw_collection(self._seed), start=1):
            for drawn in files:
                cancel.check()
                writer.write(drawn)
            cancel.check()
            report(Progress(message(DRAWING), done, total, done, total, files[0].place))
        return writer.finish(), writer.size_bytes


def draw_sample(folder: bytes, seed: int = SEED) -> SampleJob:
    """Return the job that draws the sample collection into `folder`."""
    return SampleJob(folder, seed)


def write_truth(truth: SampleTruth, path: Path, folder: bytes) -> None:
    """Write what is true of a sample as JSON, outside the sample's folder.

    Args:
        truth: of the drawn sample.
        path: a new file.
        folder: the sample's folder, which must stay as it was drawn.

    Raises:
        UsageError: the file would lie in the sample, or is there already.
    """
    if path.resolve().is_relative_to(Path(os.fsdecode(folder)).resolve()) or path.exists():
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{name} lies in the sample or is there already. The sample is drawn, its truth "
                    "was not written; name a new file outside.",
                ),
                name=os.fsencode(path),
            )
        )
    path.write_text(json.dumps(_truth_json(truth), indent=1, sort_keys=True), encoding="utf-8")


def _usable(folder: bytes, seed: int) -> str | None:
    """Make the folder if need be; return the state of the sample in it, None if it is empty."""
    path = Path(os.fsdecode(folder))
    if path.exists() and not path.is_dir():
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages", "{name} is a file. Nothing was written; name a new folder."
                ),
                name=folder,
            )
        )
    path.mkdir(parents=True, exist_ok=True)
    state = page_state(folder, seed)
    if state is None and next(path.iterdir(), None) is not None:
        raise RefusedError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{name} holds other files. Nothing was written; name a new or empty folder.",
                ),
                name=folder,
            )
        )
    return state


def _found(folder: bytes) -> SampleSummary:
    files = [path for path in Path(os.fsdecode(folder)).rglob("*") if path.is_file()]
    kinds = kinds_of_copies()
    return SampleSummary(
        folder=folder,
        was_there=True,
        originals=len(ORIGINALS),
        copies=kinds.total(),
        unreadable=2,
        companions=sum(one.sidecar is not None for one in ORIGINALS),
        others=2,
        size_bytes=sum(path.stat().st_size for path in files),
        kinds=tuple((kind.value, count) for kind, count in kinds.items()),
    )


def _drawn(folder: bytes, truth: SampleTruth, size_bytes: int) -> SampleSummary:
    kinds = kinds_of_copies()
    return SampleSummary(
        folder=folder,
        was_there=False,
        originals=sum(one.variant is None for one in truth.files),
        copies=sum(one.variant is not None for one in truth.files),
        unreadable=len(truth.unreadable),
        companions=len(truth.companions),
        others=len(truth.others),
        size_bytes=size_bytes,
        kinds=tuple((kind.value, count) for kind, count in kinds.items()),
        replaced=truth.replaced,
        truth=truth,
    )


def _not_written(folder: bytes, trouble: OSError) -> SurroundingsError:
    return SurroundingsError(
        message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "The sample could not be written to {name} ({reason}). What is there can stay; "
                "make room or rights and give the same command again.",
            ),
            name=folder,
            reason=trouble.strerror or str(trouble),
        )
    )


def _truth_json(truth: SampleTruth) -> dict[str, object]:
    return {
        "files": [_file_json(one) for one in truth.files],
        "pairs": [
            {
                "a_b64": _b64(left.place),
                "b_b64": _b64(right.place),
                "relation": wanted.relation,
                "relations": wanted.relations,
                "also": wanted.also,
                "may_be_proposed": wanted.may_be_proposed,
            }
            for left, right, wanted in truth.pairs()
        ],
        "unreadable_b64": [_b64(place) for place in truth.unreadable],
        "companions_b64": [_b64(place) for place in truth.companions],
        "others_b64": [_b64(place) for place in truth.others],
    }


def _file_json(one: SampleFile) -> dict[str, object]:
    return {
        "path_b64": _b64(one.place),
        "original": one.original,
        "variant": one.variant,
        "kind": one.kind.value,
        "sha256": one.digest.hex(),
        "size_bytes": one.size_bytes,
    }


def _b64(place: bytes) -> str:
    return b64encode(place).decode("ascii")
