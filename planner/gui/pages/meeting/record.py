"""The record of a closed one-on-one, as it was set down, with its corrections below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.career import Career, Meeting
from planner.core.keeping.plain_text import LONGEST_NOTE
from planner.core.meeting.meetings import closed_before, outcomes_of
from planner.core.model import Agenda, Catalogue
from planner.core.text import Message, Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.agenda_list import Point
from planner.gui.pages.meeting.view import outcome_lines, points
from planner.gui.theme import Theme
from planner.gui.widgets.display.card import Card, Heading
from planner.gui.widgets.display.labels import breakable, hairline, plain_label, set_look, set_tone
from planner.gui.widgets.inputs.notes_edit import NotesEdit
from planner.gui.widgets.rows.line_rows import ActionRows, FactLine, FactRows
from planner.report.map.words import DOT
from planner.report.meeting.words import agenda_name, agreed_level_words, role_name


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A closed one-on-one, whose it is, and the words and colours to show it in.

    `day` is the one looked at; on a past one, which is only read, `can_correct` is False.
    """

    meeting: Meeting
    day: date
    career: Career
    catalogue: Catalogue
    agendas: tuple[Agenda, ...]
    texts: Texts
    theme: Theme
    is_private_hidden: bool
    can_correct: bool


class RecordCard(Card):
    """Shows a record; `print_wanted`, and `corrected` (text) when a correction is to be added."""

    print_wanted = Signal()
    corrected = Signal(str)

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: Texts | None = None
        self._meeting = ""
        self.standing = plain_label(size="small", tone="quiet", wraps=True)
        self.shared = plain_label(wraps=True)
        self.private = plain_label(wraps=True)
        self._private_title = plain_label(strong=True, tone="warning")
        self._private_pill = plain_label()
        self._headings = {
            key: Heading() for key in ("agenda", "shared", "agreed", "promised", "corrections")
        }
        self._lines = {key: hairline() for key in self._headings if key != "shared"}
        self.agenda, self.agreed = FactRows(icons), FactRows(icons)
        self.promised = ActionRows(theme)
        self.corrections = FactRows(icons)
        self.next_day = plain_label(wraps=True)
        self.correct_button, self.print_button = QPushButton(), QPushButton()
        self.correction = NotesEdit(LONGEST_NOTE)
        self.correction_fault = plain_label(size="small", tone="danger", wraps=True)
        self.add_button, self.cancel_button = QPushButton(), QPushButton()
        self.add_button.setProperty("kind", "primary")
        self._private_box = self._boxed_private()
        self._entry = self._boxed_entry()
        self._lay_out()
        self.correct_button.clicked.connect(self._on_correct)
        self.print_button.clicked.connect(self.print_wanted)
        self.add_button.clicked.connect(self._on_add)
        self.cancel_button.clicked.connect(self._close_entry)

    def _boxed_private(self) -> QFrame:
        box = QFrame()
        box.setObjectName("private")
        self._private_pill.setProperty("kind", "pill")
        set_look(self._private_pill, "tone", "warning")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 12, 12, 12)
        row = QHBoxLayout()
        row.setSpacing(12)
        column.addLayout(row)
        row.addWidget(self._private_title)
        row.addWidget(self._private_pill)
        row.addStretch(1)
        column.addWidget(self.private)
        return box

    def _boxed_entry(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.correction)
        column.addWidget(self.correction_fault)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.add_button)
        self.correction_fault.hide()
        box.hide()
        return box

    def _lay_out(self) -> None:
        headings = self._headings
        for part in (
            self.standing,
            headings["shared"], self.shared, self._private_box,
            self._lines["agreed"], headings["agreed"], self.agreed,
            self._lines["promised"], headings["promised"], self.promised,
            self._lines["agenda"], headings["agenda"], self.agenda, self.next_day,
            self._lines["corrections"], headings["corrections"], self.corrections, self._entry,
        ):  # fmt: skip
            self.body.addWidget(part)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.addStretch(1)
        row.addWidget(self.correct_button)
        row.addWidget(self.print_button)
        self.body.addStretch(1)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_record` follows."""
        self._texts = texts
        tr = texts.tr
        words = {
            "agenda": tr("Agenda"),
            "shared": tr("Shared notes"),
            "agreed": tr("Agreed"),
            "promised": tr("Promised, and what became of it"),
            "corrections": tr("Corrections"),
        }
        for key, heading in self._headings.items():
            heading.say(words[key])
        self._private_title.setText(tr("Private notes"))
        self._private_pill.setText(tr("only the manager · never printed"))
        self.correct_button.setText(tr("Correct…"))
        self.correct_button.setToolTip(
            tr("Add a dated entry below; the record itself stays as it was closed")
        )
        self.print_button.setText(tr("Print pages"))
        self.correction.setPlaceholderText(tr("What was set down wrongly, and how it was"))
        self.correction.setAccessibleName(tr("Correction"))
        self.add_button.setText(tr("Add the correction"))
        self.cancel_button.setText(tr("Cancel"))

    def show_record(self, view: RecordView) -> None:
        """Show a record."""
        if view.meeting.id != self._meeting:
            self._close_entry()
        self._meeting = view.meeting.id
        meeting, texts = view.meeting, view.texts
        self.name(texts.tr("One-on-one of {day}", day=texts.date(meeting.on)))
        self.standing.setText(breakable(_standing(view)))
        last = closed_before(view.career.meetings, meeting)
        told = [_point_line(one, texts) for one in points(meeting.items, last, view.career, texts)]
        self._show("agenda", self.agenda, told, view)
        self.shared.setText(breakable(meeting.shared))
        self._headings["shared"].setVisible(bool(meeting.shared))
        self.shared.setVisible(bool(meeting.shared))
        self._show_private(view)
        agreed = [
            FactLine(
                icon="check",
                colour="success",
                words=agreed_level_words(one.skill, one.level, view.catalogue, texts),
            )
            for one in meeting.agreed
        ]
        self._show("agreed", self.agreed, agreed, view)
        outcomes = outcomes_of(meeting, view.career.actions)
        lines = outcome_lines(outcomes, view.day, view.career, texts, can_be_ticked=False)
        self.promised.show_lines(lines, view.theme, texts)
        for part in (self._headings["promised"], self._lines["promised"]):
            part.setVisible(bool(lines))
        corrections = [
            FactLine(icon="edit", colour="accent", words=one.text, more=texts.date(one.on))
            for one in meeting.corrections
        ]
        self._show("corrections", self.corrections, corrections, view)
        self.next_day.setVisible(meeting.next_on is not None)
        if meeting.next_on is not None:
            day = texts.date(meeting.next_on)
            self.next_day.setText(texts.tr("Next one-on-one: {day}", day=day))
        if not view.can_correct:
            self._close_entry()
        self.correct_button.setVisible(view.can_correct and not self._entry.isVisibleTo(self))

    def _show(self, key: str, rows: FactRows, lines: list[FactLine], view: RecordView) -> None:
        rows.show_lines(lines, view.theme, view.texts)
        for part in (self._headings[key], self._lines[key]):
            part.setVisible(bool(lines))

    def _show_private(self, view: RecordView) -> None:
        """Show the private notes, or only that they are hidden, whether there are any or not."""
        is_hidden = view.is_private_hidden
        text = view.texts.tr("Private notes are hidden. F8 shows them.")
        self.private.setText(text if is_hidden else breakable(view.meeting.private))
        set_tone(self.private, "quiet" if is_hidden else "")
        self._private_box.setVisible(is_hidden or bool(view.meeting.private))

    def drop_private(self) -> None:
        """Hold no private notes while the record is not shown."""
        self.private.clear()

    def _on_correct(self) -> None:
        self._entry.show()
        self._lines["corrections"].show()
        self._headings["corrections"].show()
        self.correct_button.hide()
        self.correction.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.corrected.emit(self.correction.text())

    def show_fault(self, fault: Message | None) -> None:
        """Show what is wrong with the correction; nothing means that it was added."""
        if fault is None:
            self._close_entry()
        elif self._texts is not None:
            self.correction_fault.setText(self._texts.word(fault))
            self.correction_fault.show()
            self.correction.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_entry(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._entry.isAncestorOf(focused)
        self.correction.show_text("")
        self.correction_fault.hide()
        self._entry.hide()
        self.correct_button.show()
        if had_focus:
            self.correct_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the correction on Ctrl+Enter, leave it on Escape."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._entry.isVisible() and event.key() == Qt.Key.Key_Escape:
            self._close_entry()
        elif (
            self._entry.isVisible()
            and is_enter
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._on_add()
        else:
            super().keyPressEvent(event)


def _standing(view: RecordView) -> str:
    """Return the template, the target of that day, and when it was closed."""
    texts, meeting = view.texts, view.meeting
    parts = [agenda_name(meeting, view.agendas, texts)]
    if meeting.target is not None:
        role = role_name(meeting.target, view.catalogue, texts)
        parts.append(texts.tr("target: {role}", role=role))
    if meeting.closed is not None:
        parts.append(texts.tr("closed on {day}", day=texts.date(meeting.closed)))
    return DOT.join(part for part in parts if part)


def _point_line(point: Point, texts: Texts) -> FactLine:
    if point.is_done:
        return FactLine(icon="check", colour="success", words=point.words, more=point.origin)
    more = DOT.join(part for part in (point.origin, texts.tr("left open")) if part)
    return FactLine(icon="chevron-right", colour="text-quiet", words=point.words, more=more)
