"""A layout that sets widgets like words: left to right, then the next line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets like words: left to right, then the next line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(10, 8, 10, 8)
        self.setSpacing(5)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that `width` needs."""
        return self._lay(QRect(0, 0, width, 0), QPoint())

    def sizeHint(self) -> QSize:
        """As small as one chip."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As small as the widest chip."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._lay(rect, rect.topLeft())

    def _lay(self, rect: QRect, origin: QPoint) -> int:
        edges = self.contentsMargins()
        room = rect.width() - edges.left() - edges.right()
        x = y = line = 0
        for item in self._items:
            size = _size_of(item)
            if x and x + size.width() > room:
                x, y, line = 0, y + line + self.spacing(), 0
            if not origin.isNull() or rect.height():
                at = QPoint(rect.left() + edges.left() + x, rect.top() + edges.top() + y)
                item.setGeometry(QRect(at, size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line + edges.top() + edges.bottom()


def _size_of(item: QLayoutItem) -> QSize:
    """Return the size a widget wants; an item says nothing of one that is not shown yet."""
    widget = item.widget()
    return item.sizeHint() if widget is None else widget.sizeHint()
