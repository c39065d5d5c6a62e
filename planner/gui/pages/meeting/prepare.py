"""The stage in which a one-on-one is prepared: its agenda, and what there is to talk about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from planner.core.career import Owner
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.agenda_list import AgendaList
from planner.gui.pages.meeting.changes_card import ChangesCard
from planner.gui.pages.meeting.choice_card import ChoiceCard
from planner.gui.pages.meeting.desk import MeetingDesk
from planner.gui.pages.meeting.notes_box import NotesBox
from planner.gui.pages.meeting.point_line import PointLine
from planner.gui.pages.meeting.view import MeetingView
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.two_columns import TwoColumns
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.rows.line_rows import ActionRows, FactRows

_LEFT, _RIGHT = 54, 46


class AgendaCombo(QComboBox):
    """Chooses a template."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PrepareStage(TwoColumns):
    """Shows a one-on-one while it is prepared."""

    def __init__(
        self, desk: MeetingDesk, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(_LEFT, _RIGHT, theme, parent)
        self._desk = desk
        self._view: MeetingView | None = None
        self.agenda_card, self.promised_card = Card(), Card()
        self.overdue_card, self.differing_card = Card(), Card()
        self.changes = ChangesCard(icons)
        self.choice = ChoiceCard(icons)
        self.template = AgendaCombo()
        self._template_name = plain_label(size="small", tone="quiet")
        self._template_name.setBuddy(self.template)
        self.agenda = AgendaList(icons, theme, can_arrange=True)
        self.no_points = plain_label(tone="quiet", wraps=True)
        self.point_line = PointLine()
        self.private = NotesBox(is_private=True)
        self.remove_button = QPushButton()
        self.remove_button.setProperty("kind", "link")
        self.promised, self.overdue = ActionRows(theme), ActionRows(theme)
        self.differing = FactRows(icons)
        self._no_promises = plain_label(tone="quiet", wraps=True)
        self._no_differences = plain_label(tone="quiet", wraps=True)
        self._lay_out()
        self.template.activated.connect(self._on_template)
        self.agenda.ticked.connect(desk.tick_point)
        self.agenda.moved.connect(desk.move_point)
        self.agenda.removed.connect(desk.remove_point)
        self.point_line.made.connect(self._on_point)
        for rows in (self.promised, self.overdue):
            rows.ticked.connect(desk.finish)
        for facts in (self.changes, self.differing, self.choice):
            facts.point_wanted.connect(self._on_fact)
        self.private.written.connect(partial(desk.write, "private"))
        self.remove_button.clicked.connect(desk.remove)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.agenda_card.body.addLayout(row)
        row.addWidget(self._template_name)
        row.addWidget(self.template, 1)
        for part in (self.agenda, self.no_points, self.point_line, self.private):
            self.agenda_card.body.addWidget(part)
        self.agenda_card.body.addStretch(1)
        self.agenda_card.body.addWidget(self.remove_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.left.addWidget(self.agenda_card, 1)
        for card, rows, empty in (
            (self.promised_card, self.promised, self._no_promises),
            (self.overdue_card, self.overdue, None),
            (self.differing_card, self.differing, self._no_differences),
        ):
            card.body.addWidget(rows)
            if empty is not None:
                card.body.addWidget(empty)
            self.right.addWidget(card)
        self.right.insertWidget(self.right.indexOf(self.differing_card), self.changes)
        self.right.addWidget(self.choice)
        self.right.addStretch(1)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        tr = texts.tr
        self.agenda_card.name(tr("Agenda"))
        self.private.retranslate(texts)
        self._template_name.setText(tr("Template"))
        self.template.setAccessibleName(tr("Template"))
        self.no_points.setText(
            tr("Nothing is on the agenda yet. Choose a template, or add a point.")
        )
        self.remove_button.setText(tr("Give up this one-on-one"))
        self.remove_button.setToolTip(
            tr("Remove it with its notes; undo brings it back. Promises stay in the plan.")
        )
        self.changes.retranslate(texts)
        self.choice.retranslate(texts)
        self._no_differences.setText(tr("Both rate every skill of this role alike."))

    def show_view(self, view: MeetingView) -> None:
        """Show a one-on-one."""
        self._view = view
        texts, talk, theme = view.texts, view.talk, view.theme
        self._offer_templates(view)
        self.agenda.show_points(view.points(), theme, texts)
        self.no_points.setVisible(not view.meeting.items)
        self.point_line.retranslate(texts, view.career.person.name)
        self.private.show_text(view.meeting.private, is_hidden=view.is_private_hidden)
        since = texts.date(talk.last.on) if talk.last else ""
        self.promised_card.name(texts.tr("Promised last time"), since)
        self.promised.show_lines(view.outcomes(), theme, texts)
        self._no_promises.setVisible(not talk.outcomes)
        self._no_promises.setText(
            texts.tr("Nothing was promised then.")
            if talk.last
            else texts.tr("This is the first one-on-one.")
        )
        self.overdue_card.name(texts.tr("Overdue in the plan"))
        self.overdue.show_lines(view.overdue(), theme, texts)
        self.overdue_card.setVisible(bool(talk.overdue))
        self.changes.show_view(view)
        self.choice.show_view(view)
        role = texts.pick(view.catalogue.role(talk.role).name)
        self.differing_card.name(
            texts.tr("Ratings that differ"), texts.tr("by weight for {role}", role=role)
        )
        self.differing.show_lines(view.differing_facts(), theme, texts)
        self._no_differences.setVisible(not talk.differing)

    def _offer_templates(self, view: MeetingView) -> None:
        texts = view.texts
        with QSignalBlocker(self.template):
            self.template.clear()
            self.template.addItem(texts.tr("no template"), "")
            for agenda in view.agendas:
                self.template.addItem(texts.pick(agenda.name), agenda.id)
            if self.template.findData(view.meeting.agenda) < 0:
                # A template that is gone from the catalogue by now.
                self.template.addItem(view.meeting.agenda, view.meeting.agenda)
            self.template.setCurrentIndex(self.template.findData(view.meeting.agenda))

    def _on_template(self, place: int) -> None:
        self._desk.choose_agenda(str(self.template.itemData(place)))

    def _on_point(self, words: str, owner: Owner) -> None:
        if self._view is not None:
            fault = self._desk.add_point(words, owner)
            self.point_line.show_fault(fault, self._view.texts)
            if fault is None:
                self.point_line.clear()
            self.point_line.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fact(self, words: str) -> None:
        self._desk.add_point(words, self.point_line.owner)
