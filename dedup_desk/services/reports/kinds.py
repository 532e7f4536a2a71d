"""The plain reports: one table each, one row a pair, cluster, member, file or decision."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dedup_desk.core.canonical import Policy
from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decision_history import Standing
from dedup_desk.core.decisions import BoundDecision, bind
from dedup_desk.core.display import display_text
from dedup_desk.core.joined_groups import is_joined
from dedup_desk.core.joined_proposals import propose_within
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.pairs import Box, Evidence, PairKey, Registration, VerifiedPair
from dedup_desk.core.records import FilePlace, ImageRecord, RecordId
from dedup_desk.core.statements import statement
from dedup_desk.services.groups import groups_of
from dedup_desk.services.projects import Project
from dedup_desk.services.reports.tables import Cell, Fact, Report, Table

PAIRS = QT_TRANSLATE_NOOP("Messages", "Pairs")
CLUSTERS = QT_TRANSLATE_NOOP("Messages", "Groups")
MEMBERS = QT_TRANSLATE_NOOP("Messages", "Images in groups")
UNREADABLE = QT_TRANSLATE_NOOP("Messages", "Unreadable files")
DECISIONS = QT_TRANSLATE_NOOP("Messages", "Decisions")
PROJECT = QT_TRANSLATE_NOOP("Messages", "Project")
ROWS = QT_TRANSLATE_NOOP("Messages", "Rows")

PAIR_COLUMNS = (
    "path_a", "path_b", "score", "finding", "relation", "evidence", "root_a", "root_b", "statement",
)  # fmt: skip
MEMBER_COLUMNS = (
    "cluster", "root", "path", "label", "verdict", "proposed", "relation", "size_bytes", "sha256",
    "joined", "variant_kind",
)  # fmt: skip
CLUSTER_COLUMNS = (
    "cluster", "root", "path", "lane", "members", "redundant_bytes", "sha256", "joined",
)  # fmt: skip
BY_HAND = "by-hand"
"""In the column `joined`: a person made one group of several; of a member, that a person put it
there and nothing measured did."""
DECISION_COLUMNS = (
    "root", "path", "verdict", "canonical_root", "canonical_path", "relation", "decided_by",
    "rule", "note", "person", "account", "host", "identity", "at_utc", "sha256",
    "canonical_sha256", "variant_kind",
)  # fmt: skip


def pairs_report(project: Project) -> Report:
    """Every pair whose pictures were compared and found related, best first."""
    records = project.index.records()
    roots = root_folders(project)
    pairs = sorted(project.pairs(), key=lambda pair: _pair_order(pair, records))
    rows = [_pair_row(pair, records, roots) for pair in pairs]
    return _one_table(project, Table("pairs", message(PAIRS), PAIR_COLUMNS, rows))


def clusters_report(project: Project) -> Report:
    """Every group of copies, one line each, named by its centre."""
    records = project.index.records()
    roots = root_folders(project)
    rows = [_cluster_row(cluster, records, roots) for cluster in groups_of(project)]
    return _one_table(project, Table("clusters", message(CLUSTERS), CLUSTER_COLUMNS, rows))


def members_report(project: Project) -> Report:
    """Every image of every group: its verdict and what is proposed."""
    rows = list(_member_rows(project))
    return _one_table(project, Table("members", message(MEMBERS), MEMBER_COLUMNS, rows))


def unreadable_report(project: Project) -> Report:
    """Every file taken for an image that could not be decoded, and why."""
    roots = root_folders(project)
    rows = [
        (
            roots.get(one.stamp.place.root, one.stamp.place.root),
            one.stamp.place.path,
            one.reason.english(),
            one.stamp.size_bytes,
        )
        for one in project.index.unreadable()
    ]
    columns = ("root", "path", "reason", "size_bytes")
    return _one_table(project, Table("unreadable", message(UNREADABLE), columns, rows))


def decisions_report(project: Project) -> Report:
    """Every answer in force: what, about which file, by whom (and how that was shown), when."""
    roots = root_folders(project)
    rows = [_decision_row(held, roots) for held in project.file.standing().values()]
    rows.sort(key=lambda row: (str(row[0]), bytes(row[1]) if isinstance(row[1], bytes) else b""))
    return _one_table(project, Table("decisions", message(DECISIONS), DECISION_COLUMNS, rows))


def root_folders(project: Project) -> dict[str, str]:
    """Return label -> the root's folder as shown text; the label itself where it is unknown."""
    return {root.label: display_text(root.folder) for root in project.roots()}


def evidence_json(pair: VerifiedPair) -> str:
    """Return the evidence of a pair as one JSON object, all relations included."""
    evidence: dict[str, object] = {
        "relations": [relation.value for relation in pair.relations],
        "recipe": pair.recipe,
        **_measured(pair.evidence),
    }
    if pair.registration is not None:
        evidence["registration"] = _registered(pair.registration)
    return json.dumps(evidence, ensure_ascii=True)


def _measured(evidence: Evidence) -> dict[str, object]:
    names = (
        "correlation", "quartile", "bad_share", "fine_bad_share", "fine_blocks", "fine_size_px",
        "hue_share", "distance_bits",
    )  # fmt: skip
    measured: dict[str, object] = {name: _rounded(getattr(evidence, name)) for name in names}
    if evidence.tone is not None:
        tone = evidence.tone
        shares = ("gain", "gamma", "saturation", "warmth", "residual")
        measured["tone"] = {name: _rounded(getattr(tone, name)) for name in shares}
    measured["regions"] = [
        {
            "a": _box(region.in_a),
            "b": _box(region.in_b),
            "share_of_a": _rounded(region.share_of_a),
        }
        for region in evidence.regions
    ]
    measured["notes"] = list(evidence.notes)
    return measured


def _registered(registration: Registration) -> dict[str, object]:
    content = registration.content_b
    return {
        "matrix": [float(f"{value:.9g}") for value in registration.matrix],
        "method": registration.method.value,
        "inliers": registration.inliers,
        "error_px": _rounded(registration.error_px),
        "overlap_a": _rounded(registration.overlap_a),
        "overlap_b": _rounded(registration.overlap_b),
        "content_b": None if content is None else _box(content),
    }


def _box(box: Box) -> list[float]:
    return [round(value, 1) for value in (box.x_px, box.y_px, box.width_px, box.height_px)]


def _rounded(value: object) -> object:
    return round(value, 5) + 0.0 if isinstance(value, float) else value  # never -0.0


def _one_table(project: Project, table: Table) -> Report:
    facts = (
        Fact("project", message(PROJECT), project.name),
        Fact("rows", message(ROWS), len(list(table.rows))),
    )
    return Report(table.title, facts, (table,))


def _pair_order(
    pair: VerifiedPair, records: Mapping[RecordId, ImageRecord]
) -> tuple[str, float, FilePlace, FilePlace]:
    a, b = records[pair.key.a].place, records[pair.key.b].place
    return pair.finding.value, -pair.score, a, b


def _pair_row(
    pair: VerifiedPair, records: Mapping[RecordId, ImageRecord], roots: Mapping[str, str]
) -> tuple[Cell, ...]:
    record_a, record_b = records[pair.key.a], records[pair.key.b]
    a, b = record_a.place, record_b.place
    return (
        a.path,
        b.path,
        round(pair.score, 4),
        pair.finding.value,
        pair.relation.value,
        evidence_json(pair),
        roots.get(a.root, a.root),
        roots.get(b.root, b.root),
        statement(pair, record_a, record_b).english(),
    )


def _cluster_row(
    cluster: Cluster, records: Mapping[RecordId, ImageRecord], roots: Mapping[str, str]
) -> tuple[Cell, ...]:
    centre = records[cluster.centre]
    others = (records[one.record].stamp.size_bytes for one in cluster.members[1:])
    return (
        cluster.id,
        roots.get(centre.place.root, centre.place.root),
        centre.place.path,
        cluster.lane,
        len(cluster.members),
        sum(others),
        centre.digest.hex(),
        BY_HAND if is_joined(cluster) else "",
    )


def _member_rows(project: Project) -> Iterator[tuple[Cell, ...]]:
    records = project.index.records()
    roots = root_folders(project)
    pairs = {pair.key: pair for pair in project.pairs()}
    decisions = project.file.decisions().values()
    bound = bind(decisions, records.values(), project.carried_out())
    for cluster in groups_of(project):
        proposed = _proposed(cluster, records, pairs)
        for member in cluster.members:
            record = records[member.record]
            yield (
                cluster.id,
                roots.get(record.place.root, record.place.root),
                record.place.path,
                record.place.root,
                _verdict(bound.get(record.id)),
                proposed.get(record.id, ""),
                _relation(member),
                record.stamp.size_bytes,
                record.digest.hex(),
                BY_HAND if member.is_by_hand else "",
                _variant_kind(bound.get(record.id)),
            )


def _proposed(
    cluster: Cluster,
    records: Mapping[RecordId, ImageRecord],
    pairs: Mapping[PairKey, VerifiedPair],
) -> dict[RecordId, str]:
    members = {one.record: records[one.record] for one in cluster.members}
    proposal = propose_within(cluster, members, pairs, Policy())
    words = dict.fromkeys(proposal.retire, "retire")
    if proposal.canonical is not None:
        words[proposal.canonical] = "canonical"
    return words


def _verdict(bound: BoundDecision | None) -> str:
    if bound is None or bound.is_stale or bound.decision.verdict is None:
        return ""
    return bound.decision.verdict.value


def _variant_kind(bound: BoundDecision | None) -> str:
    return "" if bound is None or bound.is_stale else bound.decision.variant_kind or ""


def _relation(member: Member) -> str:
    return member.relation.value if member.relation else ""


def _decision_row(held: Standing, roots: Mapping[str, str]) -> tuple[Cell, ...]:
    decision, person = held.decision, held.person
    subject, kept = decision.subject, decision.canonical
    return (
        roots.get(subject.place.root, subject.place.root),
        subject.place.path,
        decision.verdict.value if decision.verdict else "",
        roots.get(kept.place.root, kept.place.root) if kept else "",
        kept.place.path if kept else None,
        decision.relation.value if decision.relation else "",
        decision.decided_by.value,
        decision.rule or "",
        decision.note or "",
        person.name if person else "",
        person.account if person else "",
        person.host if person else "",
        person.credential if person else "",
        held.at_utc,
        subject.digest.hex(),
        kept.digest.hex() if kept else "",
        decision.variant_kind or "",
    )
