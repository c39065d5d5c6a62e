"""The line that tells the gap of the role under the mouse, beside its box."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from planner.gui.widgets.display.labels import breakable
from planner.report.map.map_drawing import MapDrawing
from planner.report.map.words import gap_in_one_line

_AWAY, _EDGE = 9, 4


class HoverLine(QLabel):
    """Lies over a view, beneath the box that it tells of, else above it.

    Qt's own tip does not come again while the one before it fades, and it slides under the cursor.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("hover")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell_of(self, role: str, drawing: MapDrawing, box: QRect, cursor: QPoint) -> None:
        """Tell the gap to a role beside its box in the view, or nothing where there is no role.

        Where the box leaves no room, it is told below the cursor.
        """
        if not role:
            self.hide()
            return
        name = drawing.texts.pick(drawing.catalogue.role(role).name)
        self.setText(breakable(gap_in_one_line(name, drawing.state.roles[role], drawing.texts)))
        room = self._view.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self.setWordWrap(False)
        wide = self.sizeHint().width()
        if wide > room.width():
            self.setWordWrap(True)
            self.resize(room.width(), self.heightForWidth(room.width()))
        else:
            self.resize(self.sizeHint())
        left = max(room.left(), min(box.left(), room.right() - self.width()))
        below, above = box.bottom() + _AWAY, box.top() - _AWAY - self.height()
        if below + self.height() <= room.bottom():
            top = below
        elif above >= room.top():
            top = above
        else:
            top = min(cursor.y() + 2 * _AWAY, room.bottom() - self.height())
        self.move(left, top)
        self.show()
        self.raise_()
