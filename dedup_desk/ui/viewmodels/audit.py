"""The audit screen: a collection in numbers that add up, and what was not readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dedup_desk.core.display import display_text, size_text
from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.records import SkipReason
from dedup_desk.core.storage import KindCount
from dedup_desk.services.auditing import Audit
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.text import QT_TRANSLATE_NOOP, worded
from dedup_desk.ui.viewmodels.amounts import count_text, counted_text
from dedup_desk.ui.viewmodels.audit_figures import AuditFigures, Figure
from dedup_desk.ui.viewmodels.relation_words import relation_word


class Proof(Enum):
    """How a kind of copy is decided; the bars' colours follow it, and so do words."""

    BY_RULE = auto()
    IN_BATCHES = auto()
    ONE_BY_ONE = auto()


PROOFS: Mapping[Relation, Proof] = {
    Relation.SAME_BYTES: Proof.BY_RULE,
    Relation.SAME_PIXELS: Proof.BY_RULE,
    Relation.RE_ENCODED: Proof.IN_BATCHES,
    Relation.RESIZED: Proof.IN_BATCHES,
}
"""Kinds that need no look of their own; every other one is decided one by one."""

SKIP_WORDS: Mapping[SkipReason, str] = {
    SkipReason.NOT_AN_IMAGE: QT_TRANSLATE_NOOP("Audit", "not an image"),
    SkipReason.IGNORED: QT_TRANSLATE_NOOP("Audit", "ignored by rule"),
    SkipReason.LINK: QT_TRANSLATE_NOOP("Audit", "link, not followed"),
    SkipReason.NOT_A_FILE: QT_TRANSLATE_NOOP("Audit", "no ordinary file"),
    SkipReason.OTHER_FILE_SYSTEM: QT_TRANSLATE_NOOP("Audit", "on another disk"),
    SkipReason.NO_ACCESS: QT_TRANSLATE_NOOP("Audit", "no permission to read"),
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of redundant copy.

    Attributes:
        name, copies, size: for eyes.
        share: of the longest bar, 0 to 1.
        proof: how it is decided.
    """

    name: str
    copies: str
    size: str
    share: float
    proof: Proof


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A name and what stands beside it."""

    name: str
    value: str
    hint: str = ""


class AuditViewModel(QObject):
    """What the audit screen shows; knows nothing while `audit` is None.

    Signals:
        changed(): other numbers, or another price.
        review_wanted(): the person wants to start.
        export_wanted(bytes): write the audit to this file.
    """

    changed = Signal()
    review_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._figures = AuditFigures(self)
        self.audit: Audit | None = None

    def set_audit(self, audit: Audit | None) -> None:
        """Show other numbers."""
        self.audit = audit
        self.changed.emit()

    @property
    def price_per_gb(self) -> float:
        """What a person pays for 10^9 bytes a month; 0 while nobody said."""
        return self._preferences.price_per_gb

    @price_per_gb.setter
    def price_per_gb(self, price: float) -> None:
        if price != self._preferences.price_per_gb:
            self._preferences.price_per_gb = price
            self.changed.emit()

    def summary(self, *, read_only: bool) -> str:
        """One line for the top bar; empty while nothing is known.

        Args:
            read_only: the project cannot be written.
        """
        audit = self.audit
        if audit is None:
            return ""
        read = counted_text(
            audit.read, self.tr("{count} image read"), self.tr("{count} images read")
        )
        unreadable = self.tr("{count} unreadable").format(count=count_text(len(audit.unreadable)))
        promise = self.tr("reading changed nothing")
        if read_only:
            promise = self.tr("project opened read-only")
        return f"{read}  ·  {unreadable}  ·  {promise}"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Images, redundant copies, the space they hold, groups left."""
        if self.audit is None:
            return ()
        return self._figures.of(self.audit, self.price_per_gb)

    @property
    def kinds(self) -> tuple[KindRow, ...]:
        """Every kind that occurs, in the order of precedence; they sum to the headline."""
        kinds = self.audit.holdings.kinds if self.audit else ()
        longest = max((kind.copies for kind in kinds), default=1)
        return tuple(_kind_row(kind, longest) for kind in kinds)

    @property
    def kinds_sum(self) -> str:
        """The sum below the kinds, spelled out."""
        if self.audit is None or len(self.audit.holdings.kinds) < 2:
            return ""
        held = self.audit.holdings
        parts = " + ".join(count_text(kind.copies) for kind in held.kinds)
        return self.tr("{parts} = {total} copies").format(
            parts=parts, total=count_text(held.redundant_copies)
        )

    @property
    def beside(self) -> tuple[PlainRow, ...]:
        """What is shown one by one and counted nowhere above."""
        audit = self.audit
        if audit is None:
            return ()
        return (
            PlainRow(
                self.tr("Needs a person"),
                self._pairs(audit.look_pairs),
                self.tr("Alike, but no proof that one is a copy of the other."),
            ),
            PlainRow(
                relation_word(Relation.SAME_LAYOUT),
                self._pairs(audit.same_layout_pairs),
                self.tr("Pages of one form; their content differs."),
            ),
        )

    @property
    def files_sum(self) -> str:
        """The sum of the files, spelled out."""
        audit = self.audit
        if audit is None:
            return ""
        return self.tr(
            "{found} found = {read} read + {bad} unreadable + {over} passed over"
        ).format(
            found=count_text(audit.found),
            read=count_text(audit.read),
            bad=count_text(len(audit.unreadable)),
            over=count_text(audit.skipped_total),
        )

    @property
    def passed_over(self) -> str:
        """What was passed over, by reason."""
        skipped = self.audit.skipped if self.audit else {}
        reasons = [
            f"{QCoreApplication.translate('Audit', SKIP_WORDS[reason])} {count_text(count)}"
            for reason, count in skipped.items()
            if count
        ]
        return (
            self.tr("Passed over: {reasons}").format(reasons=", ".join(reasons)) if reasons else ""
        )

    @property
    def limits(self) -> str:
        """What was compared with less than the file holds."""
        audit = self.audit
        if audit is None or not (audit.limited or audit.blank):
            return ""
        return self.tr(
            "{limited} compared at 8 bit or by their first page only; {blank} too plain to "
            "compare except by exact content."
        ).format(limited=count_text(audit.limited), blank=count_text(audit.blank))

    @property
    def unreadable(self) -> tuple[PlainRow, ...]:
        """Every file that could not be read, with its reason."""
        files = self.audit.unreadable if self.audit else ()
        return tuple(
            PlainRow(display_text(one.stamp.place.path), worded(one.reason), one.stamp.place.root)
            for one in files
        )

    @property
    def scores(self) -> tuple[tuple[int, int], ...]:
        """Copies and looks in 20 equal bins of the score."""
        return self.audit.scores if self.audit else ()

    @property
    def sureness(self) -> tuple[PlainRow, ...]:
        """Pairs by how sure the finding is, certain first."""
        audit = self.audit
        if audit is None:
            return ()
        names = {
            Sureness.CERTAIN: self.tr("certain"),
            Sureness.LIKELY: self.tr("likely"),
            Sureness.CHECK: self.tr("check"),
        }
        looks = audit.look_pairs + audit.same_layout_pairs
        counts = {**audit.sureness, Sureness.CHECK: audit.sureness.get(Sureness.CHECK, 0) + looks}
        return tuple(PlainRow(names[one], count_text(counts.get(one, 0))) for one in Sureness)

    @property
    def has_images(self) -> bool:
        """True when at least one image was read."""
        return self.audit is not None and self.audit.read > 0

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to review."""
        audit = self.audit
        return audit is None or not (
            audit.holdings.redundant_copies or audit.look_pairs or audit.same_layout_pairs
        )

    def _pairs(self, count: int) -> str:
        return counted_text(count, self.tr("{count} pair"), self.tr("{count} pairs"))


def _kind_row(kind: KindCount, longest: int) -> KindRow:
    return KindRow(
        relation_word(kind.relation),
        count_text(kind.copies),
        size_text(kind.size_bytes),
        kind.copies / longest,
        PROOFS.get(kind.relation, Proof.ONE_BY_ONE),
    )
