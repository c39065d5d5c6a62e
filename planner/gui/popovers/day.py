"""Chooses a past day to look at: any day, or one of those that one looks back at."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.core.keeping.past_days import PastDayKind, past_days
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.choices.entry_list import Entry, EntryList
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.gui.widgets.inputs.fields import DayField, Field
from planner.gui.workspace import Workspace

_WIDTH = 400


class DayPopover(Popover):
    """Lets the workspace look at the day chosen."""

    def __init__(self, workspace: Workspace, icons: Icons, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._icons = icons
        self._theme = theme
        self.day = DayField()
        self.field = Field(self.day)
        self.field.hide_name()
        self._title = plain_label(strong=True)
        self._title.setContentsMargins(8, 6, 8, 0)
        self.look = QPushButton()
        self.look.setProperty("kind", "primary")
        self.list = _Days(theme)
        self._rule = plain_label(size="small", tone="quiet", wraps=True)
        self._rule.setContentsMargins(8, 4, 8, 4)
        self.contents.addWidget(self._title)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 8)
        row.setSpacing(8)
        self.contents.addLayout(row)
        row.addWidget(self.field, 1)
        row.addWidget(self.look, alignment=Qt.AlignmentFlag.AlignTop)
        self.contents.addWidget(hairline())
        self.contents.addWidget(self.list)
        self.contents.addWidget(self._rule)
        self.look.clicked.connect(self._look)
        self.list.chosen.connect(self._look_at)
        self.day.dateChanged.connect(self._clear_fault)
        self.retranslate()

    def open_below(self, anchor: QWidget) -> None:
        """Open with the day looked at, or the first of the days offered."""
        self.retranslate()
        self._fill()
        self.day.show_day(self._workspace.as_of)
        self.field.show_fault("")
        self.open_at(anchor, round(_WIDTH * max(1.0, self._theme.text_factor)), self.day)

    def retranslate(self) -> None:
        """Word everything in the present language."""
        tr = self._workspace.texts.tr
        self._title.setText(tr("Look at a past day"))
        self.field.name(tr("Day to look at"))
        self.look.setText(tr("Look"))
        self.list.setAccessibleName(tr("Days to look back at"))
        self._rule.setText(
            tr("The role held that day, ratings up to it, and the requirements of today.")
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self.list.apply_theme(theme)

    def _fill(self) -> None:
        workspace, texts = self._workspace, self._workspace.texts
        person = workspace.person
        if person is None:
            return
        words = {
            PastDayKind.YEAR_AGO: texts.tr("A year ago"),
            PastDayKind.BEFORE_ROLE: texts.tr("Before the last change of role"),
            PastDayKind.LAST_MEETING: texts.tr("The last one-on-one"),
        }
        icons = {
            PastDayKind.YEAR_AGO: "calendar",
            PastDayKind.BEFORE_ROLE: "career",
            PastDayKind.LAST_MEETING: "people",
        }
        days = past_days(person, workspace.career().meetings, workspace.today())
        entries = [
            Entry(day.day, words[day.kind], texts.date(day.day), self._icons.icon(icons[day.kind]))
            for day in days
        ]
        if workspace.is_past:
            today = workspace.today()
            icon = self._icons.icon("home", "accent")
            entries.insert(0, Entry(today, texts.tr("Back to today"), texts.date(today), icon))
        self.list.show_entries(entries)
        # Enter looks at the day that is written, so nothing else seems chosen.
        self.list.setCurrentIndex(QModelIndex())
        self.list.setVisible(bool(entries))

    def _look(self) -> None:
        self.day.interpretText()
        day, texts = self.day.day(), self._workspace.texts
        if day is not None and day > self._workspace.today():
            self.field.show_fault(
                texts.tr("The day lies in the future. Choose today or an earlier day.")
            )
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.place()
            return
        self._look_at(day)

    def _look_at(self, day: object) -> None:
        self.dismiss()
        self._workspace.look_at(day)  # type: ignore[arg-type]

    def _clear_fault(self) -> None:
        self.field.show_fault("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the day written on Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.day.hasFocus():
            self._look()
        else:
            super().keyPressEvent(event)


class _Days(EntryList):
    """Days of which none is chosen until the cursor comes to them."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first day."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.model().index(0, 0))
