"""The audit as a report: the headline, the kinds, what could not be read, groups to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, SizeBytes, message
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.core.relations import RELATION_NAMES
from dedup_desk.services.auditing import Audit
from dedup_desk.services.groups import groups_of
from dedup_desk.services.projects import Project
from dedup_desk.services.reports.kinds import unreadable_report
from dedup_desk.services.reports.tables import Fact, Group, Report, Table
from dedup_desk.store.pictures import PictureKind

GROUPS_SHOWN = 200
MEMBERS_SHOWN = 12

TITLE = QT_TRANSLATE_NOOP("Messages", "Read-only audit: {name}")
KINDS = QT_TRANSLATE_NOOP("Messages", "What the redundant copies are")
ADDS_UP = QT_TRANSLATE_NOOP(
    "Messages", "{found} = {read} read + {unreadable} unreadable + {skipped} skipped"
)
HELD = QT_TRANSLATE_NOOP("Messages", "{size}; freed now 0, freed when destroyed {size}")
CAPTION = QT_TRANSLATE_NOOP("Messages", "{path}: {kind}")
BY_HAND = QT_TRANSLATE_NOOP("Messages", "joined by hand")
CENTRE = QT_TRANSLATE_NOOP("Messages", "fullest copy")
FACT_LABELS = {
    "found": QT_TRANSLATE_NOOP("Messages", "Files found"),
    "images": QT_TRANSLATE_NOOP("Messages", "Images"),
    "images_bytes": QT_TRANSLATE_NOOP("Messages", "Space of all images"),
    "folders": QT_TRANSLATE_NOOP("Messages", "Folders"),
    "groups": QT_TRANSLATE_NOOP("Messages", "Groups"),
    "joined_groups": QT_TRANSLATE_NOOP("Messages", "Of them joined by hand"),
    "redundant_copies": QT_TRANSLATE_NOOP("Messages", "Redundant copies"),
    "redundant_bytes": QT_TRANSLATE_NOOP("Messages", "Space they hold"),
    "look_pairs": QT_TRANSLATE_NOOP("Messages", "Pairs that need a person"),
    "same_layout_pairs": QT_TRANSLATE_NOOP("Messages", "Pairs of one form, other content"),
    "blank": QT_TRANSLATE_NOOP("Messages", "Images too plain to compare"),
    "limited": QT_TRANSLATE_NOOP("Messages", "Compared at 8 bits or by page 1 only"),
    "searched": QT_TRANSLATE_NOOP("Messages", "Looked through for crops and parts"),
    "faint": QT_TRANSLATE_NOOP("Messages", "Too plain for that, compared as a whole"),
}


def audit_report(project: Project) -> Report:
    """Return the audit of a project as it stands."""
    audit = project.audit()
    kinds = Table(
        "kinds",
        message(KINDS),
        ("relation", "copies", "size_bytes"),
        [(kind.relation.value, kind.copies, kind.size_bytes) for kind in audit.holdings.kinds],
    )
    unreadable = unreadable_report(project).tables[0]
    title = message(TITLE, name=project.name)
    return Report(title, audit_facts(audit), (kinds, unreadable), tuple(_groups(project)))


def audit_facts(audit: Audit) -> tuple[Fact, ...]:
    """Return the headline figures, each with its label, in the order they are read."""
    holdings = audit.holdings
    adds_up = message(
        ADDS_UP,
        found=audit.found,
        read=audit.read,
        unreadable=len(audit.unreadable),
        skipped=audit.skipped_total,
    )
    values: dict[str, Message | int] = {
        "found": adds_up,
        "images": holdings.images,
        "images_bytes": _size(holdings.size_bytes),
        "folders": holdings.folders,
        "groups": holdings.groups,
        "joined_groups": holdings.joined,
        "redundant_copies": holdings.redundant_copies,
        "redundant_bytes": message(HELD, size=SizeBytes(holdings.redundant_bytes)),
        "look_pairs": audit.look_pairs,
        "same_layout_pairs": audit.same_layout_pairs,
        "blank": audit.blank,
        "limited": audit.limited,
        "searched": audit.depth.searched,
        "faint": audit.depth.faint,
    }
    return tuple(Fact(name, message(FACT_LABELS[name]), value) for name, value in values.items())


def _kind(member: Member) -> str:
    if member.is_by_hand:
        return BY_HAND
    return RELATION_NAMES[member.relation] if member.relation else CENTRE


def _size(size_bytes: int) -> Message:
    return message("{size}", size=SizeBytes(size_bytes))


def _groups(project: Project) -> Iterator[Group]:
    records = project.index.records()
    for cluster in groups_of(project)[:GROUPS_SHOWN]:
        title = f"{records[cluster.centre].place.shown()} ({len(cluster.members)})"
        yield Group(title, tuple(_pictures(project, cluster, records)))


def _pictures(
    project: Project, cluster: Cluster, records: Mapping[RecordId, ImageRecord]
) -> Iterator[tuple[bytes, Message]]:
    for member in cluster.members[:MEMBERS_SHOWN]:
        record = records[member.record]
        thumbnail = project.index.picture(record.digest, PictureKind.THUMBNAIL)
        kind = message(_kind(member))
        yield thumbnail or b"", message(CAPTION, path=record.place.path, kind=kind)
