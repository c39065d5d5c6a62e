"""People to tick in a list that can be filtered; a team may have a thousand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.core.searching import has_words, words_of
from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.rows.tick_list import TickList

_ROWS_A_TIME = 50


class Somebody(NamedTuple):
    """A person to tick; `said` is what a filter looks at."""

    id: str
    name: str
    role: str
    said: str


class _List(TickList):
    """As high as there is room for, and laid out by and by."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setBatchSize(_ROWS_A_TIME)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a usual size; measuring everybody would take long."""
        return QSize(300, 300)


class PeopleTicks(QWidget):
    """Offers people; `changed` when somebody was ticked, or no longer."""

    changed = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Somebody, ...] = ()
        self._texts = texts
        self._name = plain_label(tone="quiet")
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.list = _List(theme)
        self._name.setBuddy(self.list)
        self.count = plain_label(tone="quiet", wraps=True)
        self.all, self.none = QPushButton(), QPushButton()
        card = QFrame()
        card.setObjectName("card")
        within = QVBoxLayout(card)
        within.setContentsMargins(4, 4, 4, 4)
        within.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self.filter)
        column.addWidget(card, 1)
        row = QHBoxLayout()
        row.setSpacing(4)
        column.addLayout(row)
        row.addWidget(self.count, 1)
        for button, is_ticked in ((self.all, True), (self.none, False)):
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._tick, is_ticked))
            row.addWidget(button)
        self.filter.textChanged.connect(self._show_fitting)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._on_ticked)
        self.retranslate(texts)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the people ticked, from the top, whether they fit the filter or not."""
        return tuple(self._people[row].id for row in self.list.ticked)

    def offer(self, people: Sequence[Somebody], ticked: Collection[str]) -> None:
        """Offer people, some of them ticked."""
        self._people = tuple(people)
        places = {place for place, one in enumerate(people) if one.id in ticked}
        self.list.offer([(one.name, one.role) for one in people], places)
        self._show_fitting()
        self._count()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `offer` follows."""
        tr = texts.tr
        self._texts = texts
        self._name.setText(tr("People"))
        self.list.setAccessibleName(tr("People"))
        self.filter.setPlaceholderText(tr("Filter people and roles"))
        self.filter.setAccessibleName(tr("Filter people and roles"))
        self.all.setText(tr("All"))
        self.all.setAccessibleName(tr("Tick everybody shown"))
        self.none.setText(tr("None"))
        self.none.setAccessibleName(tr("Tick nobody shown"))
        self._count()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.list.apply_theme(theme)

    def _show_fitting(self) -> None:
        words = words_of(self.filter.text())
        for row, one in enumerate(self._people):
            self.list.setRowHidden(row, not has_words(one.said, words))

    def _tick(self, is_ticked: bool) -> None:
        state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if not self.list.isRowHidden(row):
                self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._on_ticked()

    def _on_ticked(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        self.count.setText(
            self._texts.tr(
                "{ticked} of {all} ticked", ticked=len(self.ticked), all=len(self._people)
            )
        )
