"""The readiness of a gap opened into its terms and its rule."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)

from planner.core.gaps import Gap
from planner.core.model import Catalogue
from planner.core.skills.readiness_terms import ReadinessTerms, Term, readiness_terms
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import least_column
from planner.gui.widgets.display.focus_ring import FocusRing
from planner.gui.widgets.display.labels import breakable, plain_label, set_tone
from planner.report.gaps.words import readiness_rule
from planner.report.pages import basis_words
from planner.report.rows import verdict

_COLUMNS = 5
_LEFT_PAD, _RIGHT_PAD, _ROW_PAD = 8, 2, 7
_SHEET = """
QHeaderView::section { padding: 6px 2px 6px 8px; }
"""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class GapsRule(QFrame):
    """Shows how a percentage comes about, and what else makes one ready; `closed` on Escape."""

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self.title = plain_label(strong=True, wraps=True)
        self._close = QToolButton()
        self._close.clicked.connect(self.closed)
        self._rule = plain_label(tone="quiet", size="small", wraps=True)
        self._basis = plain_label(tone="quiet", size="small", wraps=True)
        self._sum = plain_label(strong=True, wraps=True)
        self._verdict = plain_label(strong=True, wraps=True)
        self._ready_rule = plain_label(tone="quiet", size="small", wraps=True)
        self.table = QTableWidget(0, _COLUMNS)
        self._dress_table()
        column = least_column(self)
        column.setContentsMargins(20, 12, 12, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self.title, 1)
        head.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._rule)
        column.addWidget(self.table, 1)
        for label in (self._sum, self._basis, self._verdict, self._ready_rule):
            column.addWidget(label)
        for label in self.findChildren(QLabel):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _dress_table(self) -> None:
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setStyleSheet(_SHEET)
        self.table.setItemDelegate(_WrappingDelegate(self.table))
        rows = self.table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        FocusRing(self.table)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_gap` follows."""
        tr = texts.tr
        headings = (
            tr("Skill"),
            tr("held"),
            tr("required"),
            tr("counts"),
            tr("of at most"),
        )
        self.table.setHorizontalHeaderLabels(headings)
        meanings = ("", "", "", tr("weight × lower one of both"), tr("weight × required"))
        for number, meaning in enumerate(meanings):
            item = self.table.horizontalHeaderItem(number)
            if item is not None:
                item.setTextAlignment(_RIGHT if number else _LEFT)
                item.setToolTip(meaning)
        self.table.setAccessibleName(tr("The terms of the readiness"))
        self.title.setText(tr("How this percentage comes about"))
        self._close.setAccessibleName(tr("Close the rule"))
        self._close.setToolTip(tr("Close the rule (Esc)"))
        self._rule.setText(readiness_rule(texts))
        self._ready_rule.setText(
            tr(
                "Ready means: no essential skill below what is required or unrated, a role held "
                "in each track that is asked for, and the least of the usual years served in the "
                "present role."
            )
        )

    def show_gap(self, gap: Gap, catalogue: Catalogue, texts: Texts, theme: Theme) -> None:
        """Show the terms of a gap, their sums and what they make."""
        self._close.setIcon(self._icons.icon("close"))
        terms = readiness_terms(gap)
        self.table.setRowCount(len(terms.terms) + 1)
        for row, term in enumerate(terms.terms):
            self._fill(row, _term_cells(term, catalogue, texts), theme, bold=False)
        sums = ["", "", _range(terms.low, terms.high, texts), texts.number(terms.whole)]
        self._fill(len(terms.terms), [texts.tr("Sum"), *sums], theme, bold=True)
        self._sum.setText(sum_words(terms, texts))
        self._basis.setText(
            texts.tr("What counts: {basis}.", basis=texts.word(basis_words(gap.basis)))
        )
        self._verdict.setText(
            texts.tr("Ready")
            if gap.ready
            else texts.tr(
                "Not ready: {reasons}", reasons=texts.tr("; ").join(verdict(gap, catalogue, texts))
            )
        )
        set_tone(self._verdict, "success" if gap.ready else "warning")

    @property
    def words(self) -> tuple[str, ...]:
        """What is said below the table."""
        return self._sum.text(), self._basis.text(), self._verdict.text()

    def _fill(self, row: int, cells: list[str], theme: Theme, *, bold: bool) -> None:
        for column, words in enumerate(cells):
            item = QTableWidgetItem(breakable(words))
            if column:
                item.setTextAlignment(_RIGHT)
            item.setFont(theme.font(bold=bold))
            is_counted = bold or column in (0, _COLUMNS - 2, _COLUMNS - 1)
            item.setForeground(QColor(theme.hex("text" if is_counted else "text-quiet")))
            self.table.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def sum_words(terms: ReadinessTerms, texts: Texts) -> str:
    """Return the division that makes the percentage."""
    if terms.whole <= 0:
        return texts.tr("The sum of what is required is 0, so readiness is unknown.")
    whole = texts.number(terms.whole)
    low = texts.tr(
        "{sum} ÷ {whole} = {percent} %",
        sum=texts.number(terms.low),
        whole=whole,
        percent=texts.number(100 * terms.low / terms.whole, 1),
    )
    if terms.low == terms.high:
        return low
    return texts.tr(
        "{low} if nothing unrated is held; {sum} ÷ {whole} = {percent} % if all of it is",
        low=low,
        sum=texts.number(terms.high),
        whole=whole,
        percent=texts.number(100 * terms.high / terms.whole, 1),
    )


def _term_cells(term: Term, catalogue: Catalogue, texts: Texts) -> list[str]:
    skill, counted = term.skill, term.counted_level
    weight, required = texts.number(skill.weight), texts.number(skill.required)
    lower = _range(0.0, skill.required, texts) if counted is None else texts.number(counted)
    product, whole = _range(term.low, term.high, texts), texts.number(term.whole)
    return [
        texts.pick(catalogue.skill(skill.skill).name),
        texts.tr("unrated") if skill.held is None else texts.number(skill.held),
        required,
        texts.tr("{weight} × {level} = {product}", weight=weight, level=lower, product=product),
        texts.tr("{weight} × {level} = {product}", weight=weight, level=required, product=whole),
    ]


def _range(low: float, high: float, texts: Texts) -> str:
    if low == high:
        return texts.number(low)
    return texts.tr("{low}–{high}", low=texts.number(low), high=texts.number(high))


class _WrappingDelegate(QStyledItemDelegate):
    """Writes a cell over as many lines as it needs, which Qt's own would cut."""

    def __init__(self, parent: QTableWidget) -> None:
        super().__init__(parent)
        self._table = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Write one cell."""
        self.initStyleOption(option, index)
        rect: QRect = option.rect
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.text().color())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.alternateBase())
        alignment = option.displayAlignment | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(_LEFT_PAD, 0, -_RIGHT_PAD, 0), alignment, option.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all lines; figures stay on one."""
        self.initStyleOption(option, index)
        metrics = QFontMetrics(option.font)
        pads = _LEFT_PAD + _RIGHT_PAD
        width = metrics.horizontalAdvance(option.text)
        room = self._table.columnWidth(0) - pads if index.column() == 0 else width + 1
        lines = metrics.boundingRect(
            QRect(0, 0, max(1, room), 10_000), Qt.TextFlag.TextWordWrap, option.text
        )
        return QSize(width + pads + 1, lines.height() + 2 * _ROW_PAD)
