"""One group as evidence for a depositor: pictures, difference, facts, decisions, ledger hash.

`gather` reads and renders everything into an `Evidence` (`page`): `group` says who is who,
`members` and `compared` what is said of one and of two images, `pictures` makes their pictures,
`acts` reads the ledger. `as_page` words it in a language and lays it out, for a browser or for
paper. Nothing of a collection or of the project is changed, and no entry is added to the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from dedup_desk import __version__
from dedup_desk.core.errors import UsageError
from dedup_desk.core.fact_cells import Seen
from dedup_desk.core.ledger import Event
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import RecordId
from dedup_desk.engine.pool import SCREEN_NICENESS, WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.evidence.acts import acts_of, ledger_lines, person_words
from dedup_desk.services.evidence.as_page import Word, page_as_html
from dedup_desk.services.evidence.compared import Comparison, Look
from dedup_desk.services.evidence.group import Grouped, state_words
from dedup_desk.services.evidence.members import member_part
from dedup_desk.services.evidence.page import Evidence, Line
from dedup_desk.services.evidence.pictures import EDGE_PX, Darkroom, Print
from dedup_desk.services.projects import Project
from dedup_desk.services.reports import check_place, format_of, write_file
from dedup_desk.services.reports.languages import words_in
from dedup_desk.services.review_views import ClusterView
from dedup_desk.services.reviewing import ReviewSession

PageFormat = Callable[[Evidence, Word], bytes]

PAGE_FORMATS: Mapping[str, PageFormat] = {".html": page_as_html}
"""Suffix of the output file -> what makes its bytes; the window adds one for paper."""


def write_evidence(
    project: Project,
    group_id: str,
    output: Path,
    language: str = "en",
    formats: Mapping[str, PageFormat] = PAGE_FORMATS,
) -> int:
    """Write the page of one group to a file and return its size in bytes.

    Args:
        project: what the group is of; only read.
        group_id: as the queue and the reports have it.
        output: a new or existing file; its suffix chooses the format. The file appears whole.
        language: one of `LANGUAGES`.
        formats: what there is to choose from.

    Raises:
        UsageError: no such group, language or suffix, or a file below one of the roots.
        SurroundingsError: the file cannot be written.
    """
    page, word = format_of(output, formats), words_in(language)
    check_place(project, output)
    content = page(gather(project, group_id), word)
    write_file(output, content)
    return len(content)


def gather(project: Project, group_id: str, now: datetime | None = None) -> Evidence:
    """Return everything a page says about one group or look pair; takes seconds, blocks.

    Args:
        project: only read.
        group_id: as the queue and the reports have it.
        now: the time to print; the clock's where None.

    Raises:
        UsageError: the present index has no such group.
    """
    session = project.sitting()
    try:
        group = Grouped.of(session, session.cluster(group_id))
    except KeyError as error:
        raise UsageError(message(_NO_GROUP, group=group_id)) from error
    pool = WorkerPool(1, SCREEN_NICENESS)
    try:
        folders = {root.label: root.folder for root in project.roots()}
        return _gathered(project, group, Comparing(pool, folders), now or datetime.now(tz=UTC))
    finally:
        pool.close()


def _gathered(project: Project, group: Grouped, comparing: Comparing, now: datetime) -> Evidence:
    session, events = group.session, project.file.events()
    darkroom = Darkroom(comparing, session.thumbnail)
    comparison = Comparison(group, darkroom, _looking(comparing, session))
    first = darkroom.printed(group.members[0].record)
    members, pairs = [member_part(group, group.members[0], first)], []
    for member in group.members[1:]:
        other = darkroom.printed(member.record)
        members.append(member_part(group, member, other))
        pairs.append(comparison.part(first, member, other))
    return Evidence(
        title=message(_TITLE, group=group.view.id),
        group=group.view.id,
        about=_about(project, group.view, now),
        state=state_words(group, project.file.standing()),
        members=tuple(members),
        pairs=tuple(pairs),
        others=tuple(comparison.pair_words(one) for one in group.pairs_without_first()),
        proposal=_proposal(group),
        acts=acts_of(group, events),
        ledger=ledger_lines(events),
        limits=_limits(project, events),
    )


def _looking(comparing: Comparing, session: ReviewSession) -> Look:
    """Return who looks around an image on its disk, once for each."""
    known: dict[RecordId, Seen] = {}

    def look(one: Print) -> Seen:
        record = one.record
        if record.id not in known:
            around = session.contents.added(comparing.around(record), record)
            known[record.id] = Seen(record, around)
        return known[record.id]

    return look


def _about(project: Project, view: ClusterView, now: datetime) -> tuple[Line, ...]:
    local = now.astimezone()
    return (
        Line(message(_GROUP), view.id, is_exact=True),
        Line(message(_PROJECT), project.name),
        Line(message(_PROJECT_ID), project.file.uuid, is_exact=True),
        Line(message(_MADE), f"{local.isoformat(' ', 'seconds')} ({local:%Z})"),
        Line(message(_BY), person_words(project.actor)),
        Line(message(_PROGRAM), f"Dedup Desk {__version__}"),
    )


def _proposal(group: Grouped) -> tuple[Message, ...]:
    proposal, letters = group.view.proposal, group.letters
    said = [message(_RULES, name=group.session.policy.name, version=group.session.policy.version)]
    if proposal.canonical is None:
        said.append(message(_NOTHING))
    else:
        rest = ", ".join(letters[one] for one in proposal.retire)
        said.append(message(_PROPOSED, kept=letters[proposal.canonical], rest=rest))
    reasons = list(proposal.reasons)
    if proposal.deciding is not None and proposal.deciding not in reasons:
        reasons.insert(0, proposal.deciding)
    said += [
        message(_DECIDING if one == proposal.deciding else _REASON, reason=one) for one in reasons
    ]
    said += [
        message(_STAYS, letter=letters[one.record], reason=one.reason) for one in proposal.vetoes
    ]
    void = group.view.why_void
    return tuple(said) if void is None else (*said, void)


def _limits(project: Project, events: Iterable[Event]) -> tuple[Message, ...]:
    declared = {project.actor.credential} | {one.credential for one in events}
    names = (message(_NAMES),) if _SELF_DECLARED in declared else ()
    return (message(_RENDERINGS, edge=EDGE_PX), message(_MACHINE), *names, message(_CHAIN))


_SELF_DECLARED = "self-declared"
_NO_GROUP = QT_TRANSLATE_NOOP(
    "Messages",
    "There is no group {group} in this project now. Nothing was written; `report PROJECT clusters` "
    "lists the groups.",
)
_TITLE = QT_TRANSLATE_NOOP("Messages", "Evidence of group {group}")
_GROUP = QT_TRANSLATE_NOOP("Messages", "Group")
_PROJECT = QT_TRANSLATE_NOOP("Messages", "Project")
_PROJECT_ID = QT_TRANSLATE_NOOP("Messages", "Identity of the project")
_MADE = QT_TRANSLATE_NOOP("Messages", "Page made")
_BY = QT_TRANSLATE_NOOP("Messages", "Exported by")
_PROGRAM = QT_TRANSLATE_NOOP("Messages", "Program")
_RULES = QT_TRANSLATE_NOOP(
    "Messages", "By the keeping rules {name}, version {version}, as they stand when this is made:"
)
_PROPOSED = QT_TRANSLATE_NOOP("Messages", "Keep {kept}, set aside {rest}.")
_NOTHING = QT_TRANSLATE_NOOP("Messages", "Nothing is proposed: a person decides.")
_REASON = QT_TRANSLATE_NOOP("Messages", "Reason: {reason}")
_DECIDING = QT_TRANSLATE_NOOP("Messages", "What decided: {reason}")
_STAYS = QT_TRANSLATE_NOOP("Messages", "{letter}: {reason}")
_RENDERINGS = QT_TRANSLATE_NOOP(
    "Messages",
    "The pictures are renderings at 8 bits of at most {edge} px an edge: they do not prove what "
    "the files hold. The files themselves, with the SHA-256 given, are the evidence.",
)
_MACHINE = QT_TRANSLATE_NOOP(
    "Messages",
    "Kinds, statements and the proposal are worked out by a program; dates are as the files "
    "carry them. Only what stands under the decisions was decided by a person.",
)
_NAMES = QT_TRANSLATE_NOOP(
    "Messages", "The names of persons are as they declared them; nobody checked them."
)
_CHAIN = QT_TRANSLATE_NOOP(
    "Messages",
    "The chain shows whether an entry was changed after it was written. That nothing was left off "
    "at the end, only a hash of the whole that was written down elsewhere before can show.",
)
