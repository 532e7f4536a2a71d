"""`dedup-desk sample DIR`: draw a sample collection to learn from."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.output import Output
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, SizeBytes, message
from dedup_desk.services.sampling import SampleSummary, draw_sample, write_truth

NAME = "sample"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare DIR, --seed and --truth."""
    parser.add_argument("folder", metavar="DIR", help="a new or empty folder")
    parser.add_argument(
        "--seed", type=int, default=1966, help="of all chance; the same seed, the same bytes"
    )
    parser.add_argument(
        "--truth", metavar="FILE", help="also write what is what as JSON, outside DIR"
    )


def run(args: argparse.Namespace, output: Output) -> int:
    """Draw the sample and say what is in it; exit code 0."""
    folder = os.fsencode(args.folder)
    summary = draw_sample(folder, args.seed).run(output.progress, args.cancel)
    if args.truth and summary.truth is not None:
        write_truth(summary.truth, Path(args.truth), folder)
    output.answer("sample", _row(summary), _sentence(summary))
    for wanted, written in summary.replaced:
        output.say(_replaced(wanted, written))
    return 0


def _row(summary: SampleSummary) -> dict[str, str | int | bool | bytes]:
    return {
        "folder": summary.folder,
        "was_there": summary.was_there,
        "originals": summary.originals,
        "copies": summary.copies,
        "unreadable": summary.unreadable,
        "companions": summary.companions,
        "others": summary.others,
        "size_bytes": summary.size_bytes,
        "replaced_names": len(summary.replaced),
        **{f"kind_{kind}": count for kind, count in summary.kinds},
    }


def _sentence(summary: SampleSummary) -> Message:
    if summary.was_there:
        return message(
            QT_TRANSLATE_NOOP(
                "Messages", "The sample is already in {folder}, {size}. Nothing was written."
            ),
            folder=summary.folder,
            size=SizeBytes(summary.size_bytes),
        )
    return message(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Drawn into {folder}, {size}: {originals} pictures and {copies} copies of them, "
            "{unreadable} unreadable files, {companions} companion files, {others} other files.",
        ),
        folder=summary.folder,
        size=SizeBytes(summary.size_bytes),
        originals=summary.originals,
        copies=summary.copies,
        unreadable=summary.unreadable,
        companions=summary.companions,
        others=summary.others,
    )


def _replaced(wanted: bytes, written: bytes) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Messages", "This file system does not take the name {wanted}; it is called {written}."
        ),
        wanted=wanted,
        written=written,
    )
