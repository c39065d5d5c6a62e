"""The view of the capability matrix: shaded cells, slanted headings, walked by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.core.model import Scale
from planner.gui.models.team_matrix import CELL_ROLE, Cell, Index, TeamMatrixModel
from planner.gui.models.team_roster import Roster
from planner.gui.pages.team.headings import PeopleHeadings, SkillHeadings
from planner.gui.pages.team.shades import (
    RADIUS,
    above_clock,
    paint_below_mark,
    paint_level,
    paint_outline,
    paint_stale_mark,
)
from planner.gui.theme import Theme
from planner.gui.widgets.choices.plain_keys import is_plain

COLUMN, _GAP = 40, 4


class TeamCellDelegate(QStyledItemDelegate):
    """Paints a level as number and shade, with the marks of what is below, stale or unknown."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme
        self.scale: Scale | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell: Cell = index.data(CELL_ROLE)
        half = _GAP / 2
        rect = QRectF(option.rect).adjusted(half, half, -half, -half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not cell.is_read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("surface-quiet"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        else:
            self._paint_cell(painter, rect, cell)
        if index == self._view.currentIndex():
            self._paint_ring(painter, QRectF(option.rect))
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        size = "body"
        if cell.level is not None:
            ink = paint_level(painter, rect, self.theme, self._part(cell.level))
        elif not cell.is_applicable:
            ink, size = paint_outline(painter, rect, self.theme, dashed=False), "small"
        elif cell.is_missing:
            ink = paint_outline(painter, rect, self.theme, dashed=True)
        else:
            # Neither known nor asked for: a dot keeps the place.
            ink = self.theme.colour("line-strong")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(rect.center(), 1.5, 1.5)
            return
        if cell.is_below:
            paint_below_mark(painter, rect, self.theme)
        if cell.is_stale:
            paint_stale_mark(painter, rect, ink)
        font = self.theme.font("small" if size == "small" else "body", bold=cell.level is not None)
        if cell.level is not None and len(cell.words) > 1:
            # One digit stands beside the clock of a stale rating, more would run into it.
            rect = above_clock(rect, QFontMetricsF(font))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.words)

    def _part(self, level: float) -> float:
        if self.scale is None or self.scale.highest <= self.scale.lowest:
            return 0.0
        return (level - self.scale.lowest) / (self.scale.highest - self.scale.lowest)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        colour = self.theme.colour("accent" if self._view.hasFocus() else "text-quiet")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("surface"), 2.0))
        painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), RADIUS, RADIUS)
        painter.setPen(QPen(colour, 2.0))
        painter.drawRoundedRect(rect.adjusted(1.0, 1.0, -1.0, -1.0), RADIUS + 1, RADIUS + 1)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a cell; the headings say the rest."""
        side = round(COLUMN * self.theme.text_factor)
        return QSize(side, side)


class TeamMatrixView(QTableView):
    """Shows the matrix; says which cell is current, whose person to open, what to sort by.

    `picked` (person, skill) when the current cell changes, `opened` (person) on Enter or a double
    click, `sort_wanted` (skill) on a heading or the key S.
    """

    picked = Signal(str, str)
    opened = Signal(str)
    sort_wanted = Signal(str)
    width_changed = Signal(int)

    def __init__(self, model: TeamMatrixModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._theme = theme
        self._delegate = TeamCellDelegate(theme, self)
        self._wanted = ("", "")
        self._measured: Roster | None = None
        self.corner: QWidget | None = None
        self.skills = SkillHeadings(theme, self)
        self.people = PeopleHeadings(model, theme, self)
        self.setHorizontalHeader(self.skills)
        self.setVerticalHeader(self.people)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The delegate paints what is selected.
        self.setProperty("kind", "matrix")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._open)
        self.people.sectionPressed.connect(self._on_person_pressed)
        self.people.sectionDoubleClicked.connect(self._open_row)
        self.people.width_dragged.connect(self.width_changed)
        self.skills.chosen.connect(self._on_skill_chosen)
        model.modelReset.connect(self._on_reset)
        self.apply_theme(theme, None)

    @property
    def picked_cell(self) -> tuple[str, str]:
        """The person and the skill of the current cell, empty for none."""
        index = self.currentIndex()
        person = self._matrix.person_at(index.row()) if index.isValid() else None
        return (person.id, self._matrix.skill_at(index.column())) if person else ("", "")

    @property
    def has_been_picked(self) -> bool:
        """Whether a cell has ever been the current one."""
        return bool(self._wanted[0])

    def pick(self, person: str, skill: str) -> None:
        """Make a cell the current one, or the first one in its row or column that is shown."""
        row, column = self._matrix.row_of(person), self._matrix.column_of(skill)
        index = self._matrix.index(max(0, row), max(0, column))
        if index.isValid():
            self.setCurrentIndex(index)
            if row >= 0:
                self.scrollTo(index)
            else:
                self.scrollToTop()

    def apply_theme(self, theme: Theme, scale: Scale | None) -> None:
        """Take colours, the text size and the scale of the levels."""
        self._theme = self._delegate.theme = theme
        self._delegate.scale = scale or self._delegate.scale
        self.skills.setDefaultSectionSize(round(COLUMN * theme.text_factor))
        self.skills.apply_theme(theme)
        self.people.apply_theme(theme)
        self.updateGeometries()
        self.viewport().update()

    def set_names_width(self, width: int) -> None:
        """Give the names another width."""
        self.people.set_names_width(width)
        self.updateGeometries()

    def mark_order(self) -> None:
        """Show in the headings what the rows are ordered by."""
        order = self._matrix.order
        column = self._matrix.column_of(order.skill) if order.skill else -1
        self.skills.mark(column, falls=order.falls)

    def _on_reset(self) -> None:
        wanted = self._wanted
        self.skills.measure()
        if self._matrix.roster is self._measured:
            self.people.fit_rows()
        else:
            self._measured = self._matrix.roster
            self.people.measure()
        self.updateGeometries()
        self.mark_order()
        if self.has_been_picked:
            self.pick(*wanted)
            # Whoever is filtered away now is found again when the filter goes.
            self._wanted = wanted

    def _on_current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self.people.set_current(current.row())
        self.skills.set_current(current.column())
        if before.isValid():
            self.update(before)
        if current.isValid():
            self.update(current)
            self._wanted = self.picked_cell
        self.picked.emit(*self.picked_cell)

    def _on_person_pressed(self, row: int) -> None:
        self.setCurrentIndex(self._matrix.index(row, max(0, self.currentIndex().column())))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_skill_chosen(self, column: int) -> None:
        self.sort_wanted.emit(self._matrix.skill_at(column))

    def _open(self, index: QModelIndex) -> None:
        self._open_row(index.row())

    def _open_row(self, row: int) -> None:
        person = self._matrix.person_at(row)
        if person is not None:
            self.opened.emit(person.id)

    def updateGeometries(self) -> None:
        """Leave room to scroll until the last slanted heading is seen in full."""
        super().updateGeometries()
        bar = self.horizontalScrollBar()
        wide = self.skills.length() + self.skills.overhang - self.viewport().width()
        bar.setRange(0, max(0, wide))
        if self.corner is not None:
            top_left = QRect(0, 0, self.people.width(), self.skills.height())
            self.corner.setGeometry(top_left)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current cell in the colour of the focus."""
        super().focusInEvent(event)
        self.update(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current cell quietly."""
        super().focusOutEvent(event)
        self.update(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the person on Enter, sort by the skill on S; arrows walk as ever."""
        person, skill = self.picked_cell
        if person and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(person)
        elif skill and is_plain(event) and event.key() == Qt.Key.Key_S:
            self.sort_wanted.emit(skill)
        else:
            super().keyPressEvent(event)
