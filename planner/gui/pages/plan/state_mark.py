"""The mark of an action's state: an empty ring, a half disc, a tick, a struck ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.core.career import ActionState
from planner.gui.theme import Theme

MARK_SIDE = 16.0
_PEN = 1.6
_HALF_TURN = 180 * 16


def paint_state_mark(painter: QPainter, box: QRectF, state: ActionState, theme: Theme) -> None:
    """Paint the mark of a state into a square box; each is told by its shape, not its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    role = {
        ActionState.PLANNED: "text-quiet",
        ActionState.DOING: "accent",
        ActionState.DONE: "success",
        ActionState.DROPPED: "text-quiet",
    }[state]
    colour = theme.colour(role)
    ring = box.adjusted(_PEN / 2, _PEN / 2, -_PEN / 2, -_PEN / 2)
    pen = QPen(colour, _PEN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if state is ActionState.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if state is ActionState.DOING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        within = ring.adjusted(_PEN, _PEN, -_PEN, -_PEN)
        painter.drawPie(within, 90 * 16, -_HALF_TURN)
    elif state is ActionState.DONE:
        pen.setColor(theme.colour("surface"))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [(0.28, 0.53), (0.44, 0.68), (0.73, 0.36)]
        painter.drawPolyline([_at(box, x, y) for x, y in points])
    elif state is ActionState.DROPPED:
        painter.drawLine(_at(box, 0.3, 0.5), _at(box, 0.7, 0.5))
    painter.restore()


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())
