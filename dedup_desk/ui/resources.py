"""Files that travel with the application: icons and catalogues.

They are found in the checkout (`resources/`) or in the installed package
(`dedup_desk/_resources`). Icons are one SVG per action id, drawn in one ink, `#000000`, which is
exchanged for the palette's ink when an icon is made: crisp at every scale, right in every theme.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap  # noqa: TID251 - QIcon is made of them
from PySide6.QtSvg import QSvgRenderer

_PACKAGE = Path(__file__).resolve().parent.parent
_SIZES_PX = (16, 24, 32, 48, 64)


@lru_cache(maxsize=1)
def folder() -> Path:
    """Return the folder of icons and catalogues, in a checkout or in an installed package."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def icon_path(name: str) -> Path:
    """Return where the drawing of icon `name` is."""
    return folder() / "icons" / f"{name}.svg"


def icon(name: str, ink: str, faded: str | None = None) -> QIcon:
    """Return icon `name` drawn in `ink` (`#rrggbb`), and in `faded` where it is disabled.

    A name without a drawing gives an empty icon; a test asks for one drawing per action.
    """
    made = QIcon()
    for size_px in _SIZES_PX:
        made.addPixmap(QPixmap.fromImage(drawing(name, ink, size_px)))
        if faded is not None:
            pixmap = QPixmap.fromImage(drawing(name, faded, size_px))
            made.addPixmap(pixmap, QIcon.Mode.Disabled)
    return made


def drawing(name: str, ink: str, size_px: int) -> QImage:
    """Return icon `name` as a square picture with a transparent ground."""
    image = QImage(QSize(size_px, size_px), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_svg(name).replace("#000000", ink).encode())).render(
        painter, QRectF(0, 0, size_px, size_px)
    )
    painter.end()
    return image


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    path = icon_path(name)
    return (
        path.read_text("utf-8") if path.is_file() else "<svg xmlns='http://www.w3.org/2000/svg'/>"
    )
