"""`dedup-desk decide PROJECT ...`: record decisions by path, from a list, or from proposals."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path

from dedup_desk.cli.moves import recover_first
from dedup_desk.cli.output import Output
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import Relation
from dedup_desk.services.deciding import decide_list, decide_paths, decide_proposals, read_list
from dedup_desk.services.projects import Project, open_project
from dedup_desk.services.reviewing import ReviewSession

STEP_LABEL = "decide"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT and the three ways to say what is decided."""
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument("--canonical", metavar="PATH", help="keep this copy ...")
    parser.add_argument("--retire", metavar="PATH", nargs="+", help="... and set these aside")
    parser.add_argument("--from", dest="list", metavar="FILE.csv", help="columns path,verdict")
    parser.add_argument(
        "--proposals",
        metavar="RELATION",
        nargs="+",
        choices=[one.value for one in Relation],
        help="accept what is proposed for these relations: " + " ".join(Relation),
    )


def run(args: argparse.Namespace, output: Output) -> int:
    """Record the decisions as one step and say how many of each verdict."""
    _check(args)
    with open_project(Path(args.project)) as project:
        recover_first(project, output)
        session = project.review()
        decisions = _decisions(args, project, session)
        if decisions:
            session.decide(decisions, label=STEP_LABEL)
    counts = Counter(one.verdict for one in decisions)
    row = {verdict.value: counts[verdict] for verdict in Verdict if counts[verdict]}
    words = ", ".join(f"{count} {verdict}" for verdict, count in row.items()) or "0"
    output.answer("decide", {"decided": len(decisions), **row}, message(_DECIDED, counts=words))
    return 0


def _decisions(
    args: argparse.Namespace, project: Project, session: ReviewSession
) -> list[Decision]:
    if args.canonical:
        retired = [os.fsencode(one) for one in args.retire]
        return decide_paths(project, session, os.fsencode(args.canonical), retired)
    if args.list:
        return decide_list(project, session, read_list(Path(args.list)))
    return decide_proposals(session, [Relation(one) for one in args.proposals])


def _check(args: argparse.Namespace) -> None:
    ways = [bool(args.canonical or args.retire), bool(args.list), bool(args.proposals)]
    if sum(ways) != 1 or bool(args.canonical) != bool(args.retire):
        raise UsageError(message(_ONE_WAY))


_ONE_WAY = QT_TRANSLATE_NOOP(
    "Messages",
    "Say what to decide in one of three ways: --canonical PATH --retire PATH..., --from FILE.csv, "
    "or --proposals RELATION... Nothing was decided.",
)
_DECIDED = QT_TRANSLATE_NOOP("Messages", "Decided and saved: {counts}.")
