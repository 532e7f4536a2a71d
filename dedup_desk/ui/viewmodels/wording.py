"""Sentences of the review screen: what was rendered, how well aligned, what Enter would do."""

from __future__ import annotations

from dedup_desk.core.compare import CompareMode, CompareState, Side, shows_turned
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.overlays import Difference
from dedup_desk.core.pairs import Sureness
from dedup_desk.core.records import ImageRecord
from dedup_desk.services.review_views import ClusterView
from dedup_desk.ui.viewmodels.sight import PairShown
from dedup_desk.ui.viewmodels.verbs import kept, left_undecided


def rendered(record: ImageRecord, percent: float) -> Message:
    """Return what of a picture is on the screen, and how large."""
    picture = record.picture
    profile = picture.icc_name or message(
        QT_TRANSLATE_NOOP("Messages", "no profile, shown as sRGB")
    )
    bits = _COMPARED_AT_8 if picture.compared_at_8_bit else _BITS
    return message(
        QT_TRANSLATE_NOOP("Messages", "page 1 of {pages} · {bits} · {profile} · {percent} %"),
        pages=picture.page_count,
        bits=message(bits, bits=picture.bit_depth),
        profile=profile,
        percent=f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}",
    )


def alignment(pair: PairShown, state: CompareState) -> Message:
    """Return how well the two pictures are laid on each other."""
    if not state.is_aligned:
        return message(QT_TRANSLATE_NOOP("Messages", "Not aligned: fitted by width"))
    parts = message(
        QT_TRANSLATE_NOOP("Messages", "Aligned to {error} px"), error=_figure(pair.link.error_px)
    )
    if pair.link.inliers:
        parts = message(
            QT_TRANSLATE_NOOP("Messages", "{alignment}, {points} matching points"),
            alignment=parts,
            points=pair.link.inliers,
        )
    if shows_turned(state) and state.mode is not CompareMode.SIDE_BY_SIDE:
        parts = message(
            QT_TRANSLATE_NOOP("Messages", "{alignment}, D turned to lie on A"), alignment=parts
        )
    return parts


def difference_found(found: Difference) -> Message:
    """Return what the difference view found, with the threshold it used."""
    threshold = found.threshold_levels
    if found.is_everywhere:
        return message(
            QT_TRANSLATE_NOOP(
                "Messages", "Differs everywhere ({percent} % of it, from {levels} grey levels on)"
            ),
            percent=f"{found.changed_share * 100:.0f}",
            levels=threshold,
        )
    if not found.regions:
        return message(
            QT_TRANSLATE_NOOP("Messages", "No change found (from {levels} grey levels on)"),
            levels=threshold,
        )
    one = QT_TRANSLATE_NOOP("Messages", "1 changed area (from {levels} grey levels on)")
    many = QT_TRANSLATE_NOOP("Messages", "{count} changed areas (from {levels} grey levels on)")
    count = len(found.regions)
    return message(one if count == 1 else many, count=count, levels=threshold)


def accept_words(view: ClusterView, decisions: tuple[Decision, ...], left: ImageRecord) -> Message:
    """Return exactly what Enter will do; the button shows it."""
    if not decisions:
        return message(_no_offer(view))
    retired = sum(1 for one in decisions if one.verdict is Verdict.RETIRE)
    keeper = _keeper(view, decisions)
    is_left = keeper is not None and keeper.id == left.id
    name: str | bytes = Side.LEFT.value if is_left or keeper is None else keeper.place.name
    rest = left_undecided(view, decisions)
    template = _ACCEPT_AND_LEAVE if rest else _ACCEPT
    return message(template, kept=name, retired=retired, rest=rest)


def sureness_words(sureness: Sureness) -> Message:
    """Return the score as a word; the figure belongs in a tool tip."""
    return message(_SURENESS[sureness])


def _keeper(view: ClusterView, decisions: tuple[Decision, ...]) -> ImageRecord | None:
    named = {one.subject for one in decisions if one.verdict is Verdict.CANONICAL}
    found = (one.record for one in view.members if one.record.seen in named)
    standing = kept(view)
    return next(found, standing.record if standing is not None else None)


def _no_offer(view: ClusterView) -> str:
    standing = kept(view)
    if standing is not None and view.proposal.canonical not in (None, standing.record.id):
        return _OTHER_KEPT
    if view.proposal.canonical is None:
        return _NOTHING_PROPOSED
    return _ALL_DECIDED


def _figure(pixels: float) -> str:
    return f"{pixels:.1f}" if pixels < 10 else f"{pixels:.0f}"


_BITS = QT_TRANSLATE_NOOP("Messages", "{bits} bit")
_COMPARED_AT_8 = QT_TRANSLATE_NOOP("Messages", "{bits} bit, compared at 8 bit")
_ACCEPT = QT_TRANSLATE_NOOP("Messages", "Keep {kept}, set aside {retired}")
_ACCEPT_AND_LEAVE = QT_TRANSLATE_NOOP(
    "Messages", "Keep {kept}, set aside {retired}, leave {rest} undecided"
)
_NOTHING_PROPOSED = QT_TRANSLATE_NOOP("Messages", "Nothing is proposed: decide with a key")
_OTHER_KEPT = QT_TRANSLATE_NOOP("Messages", "You kept another copy than proposed: use the keys")
_ALL_DECIDED = QT_TRANSLATE_NOOP("Messages", "Nothing left to accept here")
_SURENESS = {
    Sureness.CERTAIN: QT_TRANSLATE_NOOP("Messages", "certain"),
    Sureness.LIKELY: QT_TRANSLATE_NOOP("Messages", "likely"),
    Sureness.CHECK: QT_TRANSLATE_NOOP("Messages", "check"),
}
