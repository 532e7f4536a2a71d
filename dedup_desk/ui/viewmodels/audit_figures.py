"""The four figures at the top of the audit: each number with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from dedup_desk.core.display import size_text
from dedup_desk.core.storage import GB, monthly_cost
from dedup_desk.services.auditing import Audit
from dedup_desk.ui.viewmodels.amounts import count_text, counted_text, share_text


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the first row: what it counts, how much, and what it rests on."""

    title: str
    value: str
    beside: str
    rests_on: str


class AuditFigures(QObject):
    """Words figures; a QObject for its `tr` alone."""

    def of(self, audit: Audit, price_per_gb: float) -> tuple[Figure, ...]:
        """Return images, redundant copies, the space they hold, groups left.

        Args:
            audit: the numbers.
            price_per_gb: HK$ for 10^9 bytes a month; 0 while nobody said.
        """
        return (
            self._images(audit),
            self._redundant(audit),
            self._space(audit, price_per_gb),
            self._left(audit),
        )

    def _images(self, audit: Audit) -> Figure:
        held = audit.holdings
        folders = counted_text(
            held.folders, self.tr("in {count} folder"), self.tr("in {count} folders")
        )
        return Figure(
            self.tr("Images"),
            count_text(held.images),
            "",
            f"{size_text(held.size_bytes)} {folders}",
        )

    def _redundant(self, audit: Audit) -> Figure:
        held = audit.holdings
        groups = counted_text(
            held.groups, self.tr("in {count} group"), self.tr("in {count} groups")
        )
        return Figure(
            self.tr("Redundant copies"),
            count_text(held.redundant_copies),
            share_text(held.redundant_share),
            groups + self.tr("; the sum of the kinds below"),
        )

    def _space(self, audit: Audit, price_per_gb: float) -> Figure:
        size_bytes = audit.holdings.redundant_bytes
        cost = self._cost(size_bytes, price_per_gb)
        freed = self.tr("Freed now 0; when destroyed {size}.").format(size=size_text(size_bytes))
        return Figure(
            self.tr("Space they hold"), size_text(size_bytes), "", f"{cost} {freed}".strip()
        )

    def _cost(self, size_bytes: int, price_per_gb: float) -> str:
        """The month's cost as a formula at the person's own price; empty without a price."""
        if price_per_gb <= 0:
            return ""
        return self.tr("{gb} GB at HK${price} = HK${cost} a month.").format(
            gb=f"{size_bytes / GB:,.2f}",
            price=f"{price_per_gb:.2f}",
            cost=f"{monthly_cost(size_bytes, price_per_gb):,.2f}",
        )

    def _left(self, audit: Audit) -> Figure:
        groups = audit.holdings.groups
        left = max(0, groups - audit.groups_decided)
        decided = self.tr("{done} of {all} decided").format(
            done=count_text(min(groups, audit.groups_decided)), all=count_text(groups)
        )
        return Figure(
            self.tr("Groups to review"), count_text(left), "", decided + self._joined(audit)
        )

    def _joined(self, audit: Audit) -> str:
        """Say how many groups only a person made; nothing where there are none."""
        joined = audit.holdings.joined
        if not joined:
            return ""
        return counted_text(
            joined, self.tr("; {count} joined by hand"), self.tr("; {count} joined by hand")
        )
