"""The legend of the capability matrix, on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.core.text import Texts
from planner.gui.pages.team.coverage_view import paint_single_point
from planner.gui.pages.team.shades import (
    paint_below_mark,
    paint_level,
    paint_outline,
    paint_stale_mark,
)
from planner.gui.theme import Theme

_SIDE, _RAMP = 18.0, (0.0, 0.4, 0.7, 1.0)
_PAD, _GAP, _ROW = 8.0, 20.0, 8.0
_LEFT = 24.0
_MIDDLE = 0.4

Sample = Callable[[QPainter, QRectF], None]


class TeamLegend(QWidget):
    """Explains the shades and the marks of the matrix."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[tuple[str, float, Sample], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def retranslate(self, texts: Texts) -> None:
        """Word the legend."""
        tr = texts.tr
        self._entries = (
            (tr("level"), _SIDE * len(_RAMP) * 0.75, self._ramp),
            (tr("below required"), _SIDE, self._below),
            (tr("required, unrated"), _SIDE, self._unrated),
            (tr("stale"), _SIDE, self._stale),
            (tr("single point of failure"), _SIDE * 0.6, self._single),
        )
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(tr(", ").join(words for words, _, _ in self._entries))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow legend is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return round(max((place.bottom() for place, *_ in self._places(width)), default=0.0) + 2)

    def sizeHint(self) -> QSize:
        """Return the size on two lines or so."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Return the least size, on many lines."""
        return QSize(160, round(self._side() + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each sample with its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        for place, words, wide, sample in self._places(self.width()):
            painter.save()
            sample(painter, QRectF(place.left(), place.top(), wide, place.height()))
            painter.restore()
            painter.setPen(self._theme.colour("text-quiet"))
            beside = place.adjusted(wide + _PAD, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _side(self) -> float:
        return _SIDE * self._theme.text_factor

    def _places(self, width: int) -> list[tuple[QRectF, str, float, Sample]]:
        """Return where each entry stands, its words, the width of its sample, and the sample."""
        metrics = QFontMetricsF(self._theme.font("small"))
        factor, side = self._theme.text_factor, self._side()
        places = []
        x, y = _LEFT, 0.0
        for words, sample_wide, sample in self._entries:
            wide = sample_wide * factor
            whole = wide + _PAD + metrics.horizontalAdvance(words) + 2
            if x > _LEFT and x + whole > width - _LEFT:
                x, y = _LEFT, y + side + _ROW
            places.append((QRectF(x, y, whole, side), words, wide, sample))
            x += whole + _GAP
        return places

    def _ramp(self, painter: QPainter, rect: QRectF) -> None:
        step = rect.width() / len(_RAMP)
        for number, part in enumerate(_RAMP):
            left = rect.left() + number * step
            paint_level(
                painter, QRectF(left, rect.top(), step - 1, rect.height()), self._theme, part
            )

    def _below(self, painter: QPainter, rect: QRectF) -> None:
        paint_level(painter, rect, self._theme, _MIDDLE)
        paint_below_mark(painter, rect, self._theme)

    def _unrated(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(paint_outline(painter, rect, self._theme, dashed=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "–")

    def _stale(self, painter: QPainter, rect: QRectF) -> None:
        ink = paint_level(painter, rect, self._theme, _MIDDLE)
        paint_stale_mark(painter, rect, ink)

    def _single(self, painter: QPainter, rect: QRectF) -> None:
        paint_single_point(painter, rect.center().x(), rect.top() + 1, self._theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warning"))
        painter.drawRoundedRect(rect.adjusted(0, 12, 0, 0), 2, 2)
