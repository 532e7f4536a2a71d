"""Decisions that arrive as paths, as a spreadsheet or as a rule, turned into answers.

The same ledger events as a key press makes; what is not clear (a path outside the roots, a retire
without a kept copy) is refused as a whole before anything is written.
"""

from __future__ import annotations

import base64
import binascii
import csv
import io
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dedup_desk.core.decisions import DecidedBy, Decision, Verdict
from dedup_desk.core.display import display_text
from dedup_desk.core.errors import SurroundingsError, UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import FilePlace, ImageRecord
from dedup_desk.core.variant_kinds import VariantKind
from dedup_desk.services.projects import Project
from dedup_desk.services.review_views import ClusterView, MemberView, Proposed, RowKind
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.services.roots import Root

PROPOSALS_RULE = "proposals 1"
"""Name and version of the rule behind `decide --proposals`."""

Kept: TypeAlias = "tuple[ImageRecord, Relation | None]"
"""A copy that is kept, and what another one is of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a decision list: where, and the verdict's word; both still to be checked.

    Attributes:
        root, label: the root as the reports show it and by its label; None where not given.
        kind: of a version, of which kind; empty where nobody said.
    """

    number: int
    path: bytes
    verdict: str
    root: str | None = None
    label: str | None = None
    kind: str = ""


def decide_paths(
    project: Project, session: ReviewSession, canonical: bytes, retire: Sequence[bytes]
) -> list[Decision]:
    """Return the decisions "keep this, retire those"; every path must be a known image."""
    kept = _record(project, session, canonical)
    answers = [Decision(kept.seen, Verdict.CANONICAL)]
    for path in retire:
        one = _record(project, session, path)
        if one.id == kept.id:
            raise UsageError(message(_SAME, path=path))
        pair = session.pair(kept.id, one.id)
        relation = pair.relation if pair else None
        answers.append(Decision(one.seen, Verdict.RETIRE, kept.seen, relation))
    return answers


def decide_list(project: Project, session: ReviewSession, lines: Sequence[Line]) -> list[Decision]:
    """Return the decisions of a list, each judged against its group's kept copy.

    The kept copy of a group is the one the list calls canonical, else the one decided before, else
    the one proposed.
    """
    verdicts: dict[FilePlace, tuple[Line, ImageRecord, Verdict]] = {}
    for line in lines:
        record, verdict = _record_of_line(project, session, line), _verdict(line)
        before = verdicts.get(record.place)
        if before is not None and before[2] is not verdict:
            numbers = {"first": before[0].number, "number": line.number}
            raise UsageError(message(_TWICE, **numbers, path=line.path))
        verdicts[record.place] = (line, record, verdict)
    kept = _kept_copies(session, {place: one[2] for place, one in verdicts.items()})
    return [
        _listed(line, record, verdict, kept.get(record.place))
        for line, record, verdict in verdicts.values()
    ]


def decide_proposals(session: ReviewSession, relations: Collection[Relation]) -> list[Decision]:
    """Return what the proposals amount to for members of the given relations.

    Groups in which a person has answered already are left alone.
    """
    answers: list[Decision] = []
    for row in session.queue():
        if row.kind is RowKind.PAIR:
            continue
        view = session.cluster(row.id)
        if not any(one.verdict for one in view.members):
            answers += _proposed(session, view, relations)
    return answers


def read_list(file: Path) -> list[Line]:
    """Read a decision list: CSV with the columns `path` (or `path_b64`) and `verdict`.

    Rows whose verdict is empty say nothing and are passed over. A `root` or `label` column, as the
    members report has it, says where a relative path belongs; `variant_kind` says of which kind a
    version is.

    Raises:
        SurroundingsError: the file cannot be read.
        UsageError: a column is missing or a path cannot be decoded.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SurroundingsError(message(_NO_LIST, file=os.fsencode(file))) from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    columns = set(rows.fieldnames or ())
    if "verdict" not in columns or not columns & {"path", "path_b64"}:
        raise UsageError(message(_NO_COLUMNS, file=os.fsencode(file)))
    return [
        Line(
            number,
            _path(row, number),
            row["verdict"].strip(),
            row.get("root"),
            row.get("label"),
            (row.get("variant_kind") or "").strip(),
        )
        for number, row in enumerate(rows, 2)
        if (row["verdict"] or "").strip()
    ]


def _proposed(
    session: ReviewSession, view: ClusterView, relations: Collection[Relation]
) -> list[Decision]:
    kept = next((one for one in view.members if one.proposed is Proposed.CANONICAL), None)
    if kept is None:
        return []
    asked = [
        _by_rule(view, one, kept, session.relation_to(kept, one))
        for one in view.members
        if one.proposed is Proposed.RETIRE
    ]
    retired = [one for one in asked if one.relation in relations]
    return [_by_rule(view, kept, None, None), *retired] if retired else []


def _by_rule(
    view: ClusterView, member: MemberView, kept: MemberView | None, relation: Relation | None
) -> Decision:
    return Decision(
        subject=member.record.seen,
        verdict=Verdict.RETIRE if kept else Verdict.CANONICAL,
        canonical=kept.record.seen if kept else None,
        relation=relation,
        cluster=view.id,
        decided_by=DecidedBy.RULE,
        rule=PROPOSALS_RULE,
    )


def _kept_copies(
    session: ReviewSession, listed: Mapping[FilePlace, Verdict]
) -> dict[FilePlace, Kept]:
    """Return, for each listed place, the kept copy of its group and what it is of that copy.

    A group says more than a pair to look at, so pairs come last.
    """
    kept: dict[FilePlace, Kept] = {}
    for row in sorted(session.queue(), key=lambda row: row.kind is RowKind.PAIR):
        view = session.cluster(row.id)
        mine = [one for one in view.members if one.record.place in listed]
        canonical = _canonical_of(view, listed) if mine else None
        if canonical is not None:
            relations = {one.record.place: session.relation_to(canonical, one) for one in mine}
            found = {place: (canonical.record, relation) for place, relation in relations.items()}
            kept = found | kept
    return kept


def _canonical_of(view: ClusterView, listed: Mapping[FilePlace, Verdict]) -> MemberView | None:
    named = [one for one in view.members if listed.get(one.record.place) is Verdict.CANONICAL]
    others = [one for one in view.members if one.record.place not in listed]
    decided = [one for one in others if one.verdict is Verdict.CANONICAL]
    proposed = [one for one in others if one.proposed is Proposed.CANONICAL]
    return next(iter(named + decided + proposed), None)


def _listed(
    line: Line,
    record: ImageRecord,
    verdict: Verdict,
    kept: Kept | None,
) -> Decision:
    kind = _kind(line) if verdict is Verdict.VARIANT else None
    if verdict is Verdict.CANONICAL:
        return Decision(record.seen, verdict)
    if kept is None or kept[0].id == record.id:
        if verdict is Verdict.RETIRE:
            raise UsageError(message(_NO_KEPT, number=line.number, path=record.place.path))
        return Decision(record.seen, verdict, variant_kind=kind)
    return Decision(record.seen, verdict, kept[0].seen, kept[1], variant_kind=kind)


def _record(project: Project, session: ReviewSession, path: bytes) -> ImageRecord:
    place = project.place_of(path)
    record = session.at(place) if place is not None else None
    if record is None:
        raise UsageError(message(_UNKNOWN, path=path))
    return record


def _record_of_line(project: Project, session: ReviewSession, line: Line) -> ImageRecord:
    """Find a line's image: an absolute path, or one relative to a root (named, or the only one)."""
    if line.path.startswith(b"/"):
        return _record(project, session, line.path)
    named = [root for root in project.roots() if _is_named(root, line)]
    found = [session.at(FilePlace(root.label, line.path)) for root in named]
    records = [record for record in found if record is not None]
    if len(records) > 1:
        labels = ", ".join(record.place.root for record in records)
        raise UsageError(message(_TWO_ROOTS, number=line.number, path=line.path, labels=labels))
    if not records:
        raise UsageError(message(_UNKNOWN_LINE, number=line.number, path=line.path))
    return records[0]


def _is_named(root: Root, line: Line) -> bool:
    """Say whether a line means this root: by label, by folder as shown, or by naming none."""
    if line.label:
        return line.label == root.label
    return not line.root or line.root in (root.label, display_text(root.folder))


def _kind(line: Line) -> str | None:
    known = [one.value for one in VariantKind]
    if line.kind and line.kind not in known:
        words = ", ".join(known)
        raise UsageError(message(_NO_KIND, number=line.number, word=line.kind, words=words))
    return line.kind or None


def _verdict(line: Line) -> Verdict:
    try:
        return Verdict(line.verdict)
    except ValueError:
        words = ", ".join(Verdict)
        raise UsageError(
            message(_NO_VERDICT, number=line.number, word=line.verdict, words=words)
        ) from None


def _path(row: Mapping[str, str | None], number: int) -> bytes:
    exact = (row.get("path_b64") or "").strip()
    if not exact:
        return os.fsencode(row.get("path") or "")
    try:
        return base64.b64decode(exact, validate=True)
    except binascii.Error:
        raise UsageError(message(_BAD_BASE64, number=number)) from None


_SAME = QT_TRANSLATE_NOOP(
    "Messages",
    "{path} cannot be kept and set aside at once. Nothing was decided; name another file.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Messages",
    "{path} is not an image this project knows. Nothing was decided; index its folder first, or "
    "correct the path.",
)
_UNKNOWN_LINE = QT_TRANSLATE_NOOP(
    "Messages",
    "Line {number}: {path} is not an image this project knows. Nothing was decided; correct the "
    "line.",
)
_TWO_ROOTS = QT_TRANSLATE_NOOP(
    "Messages",
    "Line {number}: {path} is in several folders of this project ({labels}). Nothing was decided; "
    "add a column label that says which.",
)
_TWICE = QT_TRANSLATE_NOOP(
    "Messages",
    "Lines {first} and {number} decide differently about {path}. Nothing was decided; keep one of "
    "them.",
)
_NO_LIST = QT_TRANSLATE_NOOP(
    "Messages", "{file} cannot be read as a UTF-8 text file. Nothing was decided; check the file."
)
_NO_COLUMNS = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} lacks the columns path (or path_b64) and verdict. Nothing was decided; the members "
    "report has them.",
)
_NO_KEPT = QT_TRANSLATE_NOOP(
    "Messages",
    "Line {number}: {path} cannot be set aside, because no other copy of its group is kept. "
    "Nothing was decided; give one copy of the group the verdict `canonical` in the list.",
)
_NO_VERDICT = QT_TRANSLATE_NOOP(
    "Messages", "Line {number}: {word} is no verdict. Nothing was decided; use one of {words}."
)
_BAD_BASE64 = QT_TRANSLATE_NOOP(
    "Messages", "Line {number}: path_b64 is not base64. Nothing was decided; correct the line."
)
_NO_KIND = QT_TRANSLATE_NOOP(
    "Messages",
    "Line {number}: {word} is no kind of version. Nothing was decided; use one of {words}.",
)
