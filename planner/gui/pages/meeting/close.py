"""The stage in which a one-on-one is closed: what its record will say, its day and the next one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.core.career import Owner
from planner.core.meeting.meetings import usual_next_day
from planner.core.text import Message, Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.coming_day import ComingDay
from planner.gui.pages.meeting.desk import MeetingDesk
from planner.gui.pages.meeting.view import MeetingView, action_line
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.two_columns import TwoColumns
from planner.gui.widgets.display.card import Card, Heading
from planner.gui.widgets.display.labels import breakable, hairline, plain_label, set_tone
from planner.gui.widgets.inputs.fields import DayField, Field
from planner.gui.widgets.rows.line_rows import ActionLine, ActionRows, FactLine, FactRows
from planner.report.meeting.words import agreed_level_words, due_words, effect_words

_LEFT, _RIGHT = 56, 44
_WEEKS = (1, 2, 4)


class CloseStage(TwoColumns):
    """Shows what will be set down, and closes; `print_wanted`, `close_wanted`."""

    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self, desk: MeetingDesk, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(_LEFT, _RIGHT, theme, parent)
        self._desk = desk
        self._view: MeetingView | None = None
        self.record_card, self.day_card = Card(), Card()
        self._headings = [Heading() for _ in range(4)]
        self.agreed, self.open_points = FactRows(icons), FactRows(icons)
        self.effect = plain_label(strong=True, wraps=True)
        self.promised = ActionRows(theme)
        self._nothing = [plain_label(tone="quiet", wraps=True) for _ in range(4)]
        self.notes = plain_label(wraps=True)
        self.day, self.next_day = DayField(), ComingDay()
        self.fields = {"on": Field(self.day), "next_on": Field(self.next_day)}
        self.weeks = [QPushButton() for _ in _WEEKS]
        self.usual = QPushButton()
        self.usual.setProperty("kind", "link")
        self._what = plain_label(size="small", tone="quiet", wraps=True)
        self.print_button, self.close_button = QPushButton(), QPushButton()
        self.close_button.setProperty("kind", "primary")
        self._lay_out()
        self.day.editingFinished.connect(self._on_day)
        self.next_day.editingFinished.connect(self._on_next_day)
        for weeks, button in zip(_WEEKS, self.weeks, strict=True):
            button.setProperty("kind", "link")
            button.clicked.connect(partial(self._on_weeks, weeks))
        self.usual.clicked.connect(self._on_usual)
        self.print_button.clicked.connect(self.print_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def _lay_out(self) -> None:
        body = self.record_card.body
        agreed, promised, left, notes = self._headings
        no_level, no_promise, no_point, no_notes = self._nothing
        for part in (
            agreed, self.agreed, no_level, self.effect, hairline(),
            promised, self.promised, no_promise, hairline(),
            left, self.open_points, no_point, hairline(),
            notes, self.notes, no_notes,
        ):  # fmt: skip
            body.addWidget(part)
        body.addStretch(1)
        self.left.addWidget(self.record_card, 1)
        days = self.day_card.body
        fields = QHBoxLayout()
        fields.setSpacing(16)
        days.addLayout(fields)
        for field in self.fields.values():
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(2)
        days.addLayout(row)
        for button in (self.usual, *self.weeks):
            row.addWidget(button)
        row.addStretch(1)
        days.addWidget(hairline())
        days.addWidget(self._what)
        buttons = QHBoxLayout()
        days.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.close_button)
        self.right.addWidget(self.day_card)
        self.right.addStretch(1)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        tr = texts.tr
        self.record_card.name(tr("What the record will say"))
        self.day_card.name(tr("The day and the next one"))
        titles = (
            tr("Agreed"),
            tr("Promised"),
            tr("Carried over to the next time"),
            tr("Shared notes"),
        )
        for heading, title in zip(self._headings, titles, strict=True):
            heading.say(title)
        empty = (
            tr("No level was agreed."),
            tr("Nothing was promised."),
            tr("Every point was talked about."),
            tr("Nothing was written."),
        )
        for label, words in zip(self._nothing, empty, strict=True):
            label.setText(words)
        self.fields["on"].name(tr("Held on"))
        self.fields["next_on"].name(tr("The next one-on-one"))
        self.next_day.setSpecialValueText(tr("not fixed yet"))
        for weeks, button in zip(_WEEKS, self.weeks, strict=True):
            button.setText(texts.ntr("in {count} week", "in {count} weeks", weeks))
        self._what.setText(
            tr(
                "Closing sets the record down with its day. After that it no longer changes: what "
                "was wrong is corrected by a new, dated entry. Undo opens it again."
            )
        )
        self.print_button.setText(tr("Print pages"))
        self.close_button.setText(tr("Close the one-on-one"))

    def show_view(self, view: MeetingView) -> None:
        """Show a one-on-one."""
        self._view = view
        texts, talk, meeting = view.texts, view.talk, view.meeting
        self._show_agreed(view)
        lines = self._promise_lines(view)
        self.promised.show_lines(lines, view.theme, texts)
        points = [
            FactLine(icon="chevron-right", colour="text-quiet", words=texts.pick(item.text))
            for item in meeting.items
            if not item.done
        ]
        self.open_points.show_lines(points, view.theme, texts)
        self.notes.setText(breakable(meeting.shared))
        self.notes.setVisible(bool(meeting.shared))
        there = (talk.agreed, lines, points, meeting.shared)
        for label, what in zip(self._nothing, there, strict=True):
            label.setVisible(not what)
        with QSignalBlocker(self.day), QSignalBlocker(self.next_day):
            today = self._desk.today
            self.day.setMaximumDate(QDate(today.year, today.month, today.day))
            self.day.show_day(talk.day)
            self.next_day.begin_at(usual_next_day(talk.day, talk.last))
            self.next_day.show_day(meeting.next_on)
        usual = usual_next_day(talk.day, talk.last)
        self.usual.setText(texts.tr("As usual: {day}", day=texts.date(usual)))
        self.usual.setVisible(meeting.next_on != usual)
        self.show_faults({})

    def show_faults(self, faults: Mapping[str, Message]) -> None:
        """Show what is wrong at its field; nothing clears all."""
        if self._view is not None:
            for key, field in self.fields.items():
                field.show_fault(self._view.texts.word(faults[key]) if key in faults else "")

    def focus_next_day(self) -> None:
        """Put the focus where the next day is fixed."""
        self.next_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_agreed(self, view: MeetingView) -> None:
        texts = view.texts
        newest = {rating.skill: rating for rating in view.talk.agreed}
        self.agreed.show_lines(
            [
                FactLine(
                    icon="check",
                    colour="success",
                    words=agreed_level_words(skill, rating.level, view.catalogue, texts),
                )
                for skill, rating in newest.items()
            ],
            view.theme,
            texts,
        )
        said = effect_words(view.talk.effect, texts)
        role = texts.pick(view.catalogue.role(view.talk.role).name)
        self.effect.setText(texts.tr("{role}: {effect}", role=role, effect=said.words))
        self.effect.setVisible(bool(newest))
        set_tone(self.effect, said.mood)

    def _promise_lines(self, view: MeetingView) -> list[ActionLine]:
        here = [one for one in view.talk.promises if one.meeting == view.meeting.id]
        here.sort(key=lambda one: one.owner is not Owner.EMPLOYEE)
        return [
            action_line(
                action,
                due_words(action, None, view.talk.day, view.texts),
                view.career,
                view.texts,
                can_be_ticked=False,
            )
            for action in here
        ]

    def _on_day(self) -> None:
        day = self.day.day()
        if day is not None and self._view is not None:
            fault = self._desk.set_day(day)
            if fault is not None:
                self.show_faults({"on": fault})

    def _on_next_day(self) -> None:
        fault = self._desk.set_next(self.next_day.day())
        self.show_faults({"next_on": fault} if fault else {})

    def _on_usual(self) -> None:
        if self._view is not None:
            talk = self._view.talk
            self._desk.set_next(usual_next_day(talk.day, talk.last))

    def _on_weeks(self, weeks: int) -> None:
        if self._view is not None:
            self._desk.set_next(self._view.talk.day + timedelta(weeks=weeks))
