"""The groups of a project as they stand: as they were found, and as one where a person joined them.

Whatever lists or counts groups asks here, so that the window, the reports and the command line
count the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.joined_groups import Joint, laid_together, met_joints
from dedup_desk.core.pairs import Finding, PairKey, VerifiedPair
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.services.projects import Project
from dedup_desk.services.review_queue import look_cluster


def groups_of(project: Project) -> tuple[Cluster, ...]:
    """Return the groups in the order in which they were found.

    A joined group stands where the fullest of its groups stood and has its name; two images that
    were in no group have the name of their look pair, and without one there is no row for them.
    """
    found = tuple(project.index.clusters())
    joins = project.file.joins()
    if not joins:
        return found
    records = project.index.records()
    joints = met_joints(found, joins, project.file.not_duplicates(), records)
    if not joints:
        return found
    pairs = {pair.key: pair for pair in project.pairs()}
    named = [(name, joint) for joint in joints if (name := _name(joint, records, pairs))]
    return laid_together(found, named, pairs)


def _name(
    joint: Joint,
    records: Mapping[RecordId, ImageRecord],
    pairs: Mapping[PairKey, VerifiedPair],
) -> str:
    known = next((part.id for part in joint.parts if part.id), "")
    return known or _pair_name({part.centre for part in joint.parts}, records, pairs)


def _pair_name(
    images: set[RecordId],
    records: Mapping[RecordId, ImageRecord],
    pairs: Mapping[PairKey, VerifiedPair],
) -> str:
    for key, pair in pairs.items():
        if pair.finding is Finding.LOOK and {key.a, key.b} <= images:
            return look_cluster(pair, records[key.a].digest, records[key.b].digest).id
    return ""
