"""Two parts of a page beside each other, or one below the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from planner.gui.widgets.arrangement.least_box import LeastBox, least_column

_SPACING = 16
# Room for a heading and a row or two: less than this of a part is of no use.
_LEAST_COLUMN = 120
_LEAST_WIDTH, _LEAST_HEIGHT = 940, 440
_LAYOUTS_WITHIN = 3


class _Column(QScrollArea):
    """One part, which scrolls by itself while it stands beside the other."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.scrolls = True
        self._ground = QWidget()
        self._row = least_column(self._ground)
        self._row.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _set_up(self, self._ground)
        part.installEventFilter(self)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height is a matter of the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width, in pixels: all of it where it must not scroll."""
        return _LEAST_COLUMN if self.scrolls else self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return what the part prefers."""
        return self._ground.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the part's least width."""
        least = self._ground.minimumSizeHint()
        return QSize(least.width(), _LEAST_COLUMN) if self.scrolls else least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the part does, and for none while it is hidden."""
        kind = event.type()
        if watched is self._ground:
            if kind is QEvent.Type.LayoutRequest:
                self.updateGeometry()
        elif kind in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self.setVisible(kind is QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)


class SideBySide(QScrollArea):
    """Shows a part at the left and one at the right, each of which scrolls where it does not fit.

    `shares` are of the width; stacked, the parts are at least `least` pixels high at the usual text
    size, and both scroll together.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int],
        least: tuple[int, int] = (_LEAST_HEIGHT, _LEAST_HEIGHT),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._parts = (left, right)
        self._columns = (_Column(left), _Column(right))
        self._body = QWidget()
        self._row = LeastBox(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACING)
        for column, share in zip(self._columns, shares, strict=True):
            self._row.addWidget(column, share)
        _set_up(self, self._body)

    @property
    def is_stacked(self) -> bool:
        """Whether the parts stand one below the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def share(self, right: int) -> None:
        """Give the right part another share of the width."""
        self._row.setStretch(1, right)

    def arrange(self, width: int, text_factor: float) -> None:
        """Stack the parts where the text is too large for both in a page of this width."""
        is_narrow = width / text_factor < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        for part, column, least in zip(self._parts, self._columns, self._least, strict=True):
            part.setMinimumHeight(round(least * text_factor) if is_narrow else 0)
            column.scrolls = not is_narrow
            column.updateGeometry()

    def bring_into_sight(self, *parts: QWidget) -> None:
        """Scroll to what was opened where not all of it is seen, to the last part surely."""
        # What was opened a moment ago takes its room now, so that its place is known.
        for _ in range(_LAYOUTS_WITHIN):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for part in parts:
            for area in (*self._columns, self):
                if area.isAncestorOf(part):
                    _bring(area, part)


def _set_up(area: QScrollArea, contents: QWidget) -> None:
    """Let an area scroll contents of which nothing but they themselves is seen."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(contents)
    for ground in (contents, area.viewport()):
        ground.setAutoFillBackground(False)


def _bring(area: QScrollArea, part: QWidget) -> None:
    view, bar = area.viewport(), area.verticalScrollBar()
    if part.height() < view.height():
        area.ensureWidgetVisible(part, 0, _SPACING)
    else:
        bar.setValue(bar.value() + part.mapTo(view, QPoint(0, 0)).y())
