"""The one-on-ones that were closed: a list that can be searched, and the record beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from planner.core.career import Career, Meeting
from planner.core.meeting.meetings import find_meetings
from planner.core.model import Agenda, Catalogue
from planner.core.text import Message, Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.record import RecordCard, RecordView
from planner.gui.theme import Theme
from planner.gui.widgets.choices.entry_list import ENTRY_ROLE, Entry, EntryList
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.focus_ring import stop_where_it_scrolls
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.report.meeting.words import agenda_name, excerpt, meeting_facts

_LEFT, _RIGHT = 32, 68
_LEAST_WIDTH = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    """Somebody's closed one-on-ones, looked at on a day."""

    career: Career
    catalogue: Catalogue
    agendas: tuple[Agenda, ...]
    texts: Texts
    theme: Theme
    day: date
    is_private_hidden: bool
    can_correct: bool


class PastStage(QWidget):
    """Shows closed one-on-ones; `print_wanted`, and `corrected` (meeting, text)."""

    print_wanted = Signal()
    corrected = Signal(object, str)

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._view: PastView | None = None
        self._chosen = ""
        self.list_card = Card()
        self.field = _Search()
        self.list = EntryList(theme)
        self.nothing = plain_label(tone="quiet", wraps=True)
        self.record = RecordCard(icons, theme)
        self._area = QScrollArea()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.field.left.connect(self._on_left)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.record.print_wanted.connect(self.print_wanted)
        self.record.corrected.connect(self._on_corrected)

    def _lay_out(self) -> None:
        body = self.list_card.body
        body.addWidget(self.field)
        body.addWidget(self.list, 1)
        body.addWidget(self.nothing)
        body.addStretch(0)
        self.list_card.setMinimumWidth(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.record)
        column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(holder)
        stop_where_it_scrolls(self._area)
        for part in (holder, self._area.viewport()):
            part.setAutoFillBackground(False)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self.list_card, _LEFT)
        self._row.addWidget(self._area, _RIGHT)

    @property
    def shown(self) -> Meeting | None:
        """The one-on-one whose record is shown."""
        meetings = self._view.career.meetings if self._view else ()
        return next((one for one in meetings if one.id == self._chosen and one.is_closed), None)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        tr = texts.tr
        self.list_card.name(tr("Past one-on-ones"))
        self.field.setPlaceholderText(tr("Search them (Ctrl+F)"))
        self.field.setAccessibleName(tr("Search past one-on-ones"))
        self.list.setAccessibleName(tr("Past one-on-ones"))
        self._area.setAccessibleName(tr("The record"))
        self.record.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.list.apply_theme(theme)
        self._arrange()

    def show_view(self, view: PastView) -> None:
        """Show somebody's past one-on-ones."""
        self._view = view
        self._search(self.field.text())

    def choose(self, meeting: str) -> None:
        """Show the record of a one-on-one."""
        self._chosen = meeting
        if self._view is not None:
            self._search(self.field.text())

    def forget(self) -> None:
        """Forget what was chosen and looked for with somebody else."""
        self._chosen = ""
        self.field.clear()

    def show_fault(self, fault: Message | None) -> None:
        """Show what is wrong with a correction."""
        self.record.show_fault(fault)

    def _search(self, said: str) -> None:
        view = self._view
        if view is None:
            return
        closed = [meeting for meeting in view.career.meetings if meeting.is_closed]
        found = find_meetings(said, closed, view.catalogue)
        texts = view.texts
        entries = []
        for hit in found:
            meeting = hit.meeting
            facts = meeting_facts(meeting, agenda_name(meeting, view.agendas, texts), texts)
            below = excerpt(hit.line, said) if hit.line else facts
            entries.append(
                Entry(
                    meeting.id,
                    texts.date(meeting.on),
                    below=below,
                    icon=self._icons.icon("meeting"),
                )
            )
        chosen = self._chosen
        self.list.blockSignals(True)
        self.list.show_entries(entries)
        self.list.blockSignals(False)
        ids = [hit.meeting.id for hit in found]
        if ids:
            place = ids.index(chosen) if chosen in ids else 0
            self._chosen = ids[place]
            self.list.setCurrentIndex(self.list.model().index(place, 0))
        self.list.setVisible(bool(ids))
        self.nothing.setVisible(not ids)
        self.nothing.setText(
            breakable(texts.tr("No one-on-one has “{words}”.", words=said.strip()))
            if said.strip()
            else texts.tr("No one-on-one was closed by this day.")
        )
        self._show_record()

    def _show_record(self) -> None:
        view, meeting = self._view, self.shown
        self.record.setVisible(meeting is not None and self.list.isVisibleTo(self))
        if view is not None and meeting is not None:
            self.record.show_record(
                RecordView(
                    meeting=meeting,
                    day=view.day,
                    career=view.career,
                    catalogue=view.catalogue,
                    agendas=view.agendas,
                    texts=view.texts,
                    theme=view.theme,
                    is_private_hidden=view.is_private_hidden,
                    can_correct=view.can_correct,
                )
            )

    def _on_current(self) -> None:
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        if entry is not None and entry.thing != self._chosen:
            self._chosen = str(entry.thing)
            self._show_record()

    def _on_left(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_corrected(self, text: str) -> None:
        if self.shown is not None:
            self.corrected.emit(self.shown, text)

    def _arrange(self) -> None:
        """Set the list above the record where both do not fit beside each other."""
        is_narrow = self.width() / self._theme.text_factor < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()


class _Search(QLineEdit):
    """A field that empties on Escape, and leads on to the list on Enter and Down; `left`."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, Enter and Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
