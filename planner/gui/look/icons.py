"""The one family of line icons, tinted by the theme and sharp at every scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.gui.theme import Theme

# How often the usual size an icon has at most, beside the largest letters.
MOST = 1.5


class _LineIcon(QIconEngine):
    """Draws one SVG in the colour of the moment, whatever the size asked for."""

    def __init__(self, svg: str, theme: Theme, role: str, checked_role: str) -> None:
        super().__init__()
        self._svg = svg
        self._theme = theme
        self._roles = (role, checked_role)
        self._renderers: dict[str, QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle; what is disabled is drawn pale."""
        role = self._roles[state == QIcon.State.On]
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0.5))
        self._renderer(role).render(painter, square)

    def _renderer(self, role: str) -> QSvgRenderer:
        if role not in self._renderers:
            tinted = self._svg.replace("currentColor", self._theme.hex(role))
            self._renderers[role] = QSvgRenderer(QByteArray(tinted.encode()))
        return self._renderers[role]

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon."""
        return _LineIcon(self._svg, self._theme, *self._roles)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of `size` device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        if picture.isNull():
            # A button that has no room yet asks for no pixel at all.
            return picture
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon in `size` pixels for a screen with `scale` device pixels each."""
        picture = self.pixmap(size * scale, mode, state)
        picture.setDevicePixelRatio(scale)
        return picture


class Icons:
    """The shipped icons in the colours of one theme."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._drawn: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all icons."""
        return tuple(sorted(file.stem for file in self._folder.glob("*.svg")))

    def set_theme(self, theme: Theme) -> None:
        """Tint every icon made from now on for another theme."""
        self._theme = theme

    def square(self, usual: float) -> QSize:
        """Return the size of an icon, `usual` pixels a side at the usual text size.

        Beside the largest letters it grows no more, so that these keep their room.
        """
        side = round(usual * min(self._theme.text_factor, MOST))
        return QSize(side, side)

    def picture(self, name: str, role: str, usual: float) -> QPixmap:
        """Return an icon as a picture, `usual` pixels a side at the usual text size."""
        return self.icon(name, role).pixmap(self.square(usual))

    def icon(self, name: str, role: str = "text-quiet", checked_role: str = "accent") -> QIcon:
        """Return an icon in a role of colour, in another one while checked.

        Raise FileNotFoundError for an unknown name.
        """
        if name not in self._drawn:
            self._drawn[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return QIcon(_LineIcon(self._drawn[name], self._theme, role, checked_role))
