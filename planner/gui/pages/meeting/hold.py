"""The stage in which a one-on-one is held: agenda, notes and promises, ratings agreed in place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from planner.core.career import Owner
from planner.core.text import Message, Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.agenda_list import AgendaList
from planner.gui.pages.meeting.changes_card import ChangesCard
from planner.gui.pages.meeting.desk import MeetingDesk
from planner.gui.pages.meeting.notes_box import NotesBox
from planner.gui.pages.meeting.point_line import PointLine
from planner.gui.pages.meeting.promise_line import PromiseLine
from planner.gui.pages.meeting.ratings import RatingsCard
from planner.gui.pages.meeting.view import MeetingView
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.two_columns import TwoColumns
from planner.gui.widgets.display.card import Card, Heading
from planner.gui.widgets.display.labels import hairline
from planner.gui.widgets.rows.line_rows import ActionRows

_LEFT, _RIGHT = 50, 50


class HoldStage(TwoColumns):
    """Shows a one-on-one while it is held; `print_wanted`, `close_wanted`, `next_day_wanted`.

    What ends it stands in `foot`, which the page lays out below, so that it never scrolls away.
    """

    print_wanted = Signal()
    close_wanted = Signal()
    next_day_wanted = Signal()

    def __init__(
        self,
        desk: MeetingDesk,
        icons: Icons,
        theme: Theme,
        fonts: Fonts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_LEFT, _RIGHT, theme, parent)
        self._desk = desk
        self._view: MeetingView | None = None
        self.talk_card, self.actions_card = Card(), Card()
        self.agenda = AgendaList(icons, theme, can_arrange=True)
        self.point_line = PointLine()
        self.shared = NotesBox(is_private=False)
        self.private = NotesBox(is_private=True)
        self.shared.edit.takes_commands = True
        self._promised_heading = Heading()
        self.promises = ActionRows(theme)
        self.promise_line = PromiseLine()
        self.ratings = RatingsCard(desk, theme, fonts)
        self.changes = ChangesCard(icons)
        self.open_actions = ActionRows(theme)
        self.foot = QWidget()
        self.print_button, self.close_button = QPushButton(), QPushButton()
        self.close_button.setProperty("kind", "primary")
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = self.talk_card.body
        for part in (
            self.agenda,
            self.point_line,
            hairline(),
            self.shared,
            self.private,
            hairline(),
            self._promised_heading,
            self.promise_line,
            self.promises,
        ):
            body.addWidget(part)
        body.addStretch(1)
        self.left.addWidget(self.talk_card, 1)
        self.right.addWidget(self.ratings)
        self.right.addWidget(self.changes)
        self.actions_card.body.addWidget(self.open_actions)
        self.right.addWidget(self.actions_card)
        self.right.addStretch(1)
        buttons = QHBoxLayout(self.foot)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.close_button)

    def _connect(self) -> None:
        desk = self._desk
        self.agenda.ticked.connect(desk.tick_point)
        self.agenda.moved.connect(desk.move_point)
        self.agenda.removed.connect(desk.remove_point)
        self.point_line.made.connect(self._on_point)
        self.shared.written.connect(partial(desk.write, "shared"))
        self.private.written.connect(partial(desk.write, "private"))
        self.shared.edit.asked.connect(self._on_asked)
        self.promises.ticked.connect(desk.finish)
        self.open_actions.ticked.connect(desk.finish)
        self.promise_line.made.connect(self._on_promise)
        self.changes.point_wanted.connect(self._on_fact)
        self.print_button.clicked.connect(self.print_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def put_below(self, part: QWidget) -> None:
        """Put a part with a title of its own on a card, below the ratings and what changed."""
        card = Card()
        card.heading.hide()
        card.body.addWidget(part)
        self.right.insertWidget(self.right.indexOf(self.actions_card) + 1, card)

    def flush(self) -> None:
        """Hand on what was written in the notes."""
        self.shared.flush()
        self.private.flush()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        tr = texts.tr
        self.talk_card.name(tr("Agenda"))
        self.actions_card.name(tr("Open actions"))
        self._promised_heading.say(tr("Promised"))
        for part in (self.shared, self.private, self.ratings, self.changes):
            part.retranslate(texts)
        self.print_button.setText(tr("Print pages"))
        self.print_button.setToolTip(tr("Two pages to take along (Ctrl+P prints)"))
        self.close_button.setText(tr("Close…"))
        self.close_button.setToolTip(tr("Look at what stands in the record, then close"))

    def show_view(self, view: MeetingView) -> None:
        """Show a one-on-one."""
        self._view = view
        texts, theme, talk = view.texts, view.theme, view.talk
        name = view.career.person.name
        self.agenda.show_points(view.points(), theme, texts)
        self.point_line.retranslate(texts, name)
        self.shared.show_text(view.meeting.shared)
        self.private.show_text(view.meeting.private, is_hidden=view.is_private_hidden)
        self.promises.show_lines(view.promises(), theme, texts)
        self.promise_line.retranslate(texts, name, talk.day)
        self.ratings.show_view(view)
        self.changes.show_view(view)
        self.open_actions.show_lines(view.actions(), theme, texts)
        self.actions_card.setVisible(bool(talk.actions))

    def forget(self) -> None:
        """Forget what was begun for somebody else."""
        self.ratings.forget()
        self.changes.forget()
        self.point_line.clear()
        self.promise_line.clear()

    def _on_point(self, words: str, owner: Owner) -> None:
        if self._view is not None:
            fault = self._desk.add_point(words, owner)
            self.point_line.show_fault(fault, self._view.texts)
            if fault is None:
                self.point_line.clear()
            self.point_line.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fact(self, words: str) -> None:
        self._desk.add_point(words, self.point_line.owner)

    def _on_promise(self, title: str, owner: Owner, due: date | None) -> None:
        if self._view is None:
            return
        faults: Mapping[str, Message] = self._desk.promise(title, owner, due)
        self.promise_line.show_faults(faults, self._view.texts)
        if faults:
            self.bring_into_sight(self.promise_line)
        else:
            self.promise_line.clear()
        if "due" in faults:
            self.promise_line.due.setFocus(Qt.FocusReason.OtherFocusReason)
            self.promise_line.due.begin_anew()
        else:
            self.promise_line.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_asked(self) -> None:
        """Offer what a slash stands for."""
        if self._view is None:
            return
        tr = self._view.texts.tr
        self.menu.clear()
        for words, do in (
            (tr("Promise something"), self._go_to_promise),
            (tr("Agree a level"), self.ratings.focus_rows),
            (tr("Fix the next date"), self.next_day_wanted.emit),
            (tr("Write a slash"), self._write_slash),
        ):
            self.menu.addAction(words).triggered.connect(do)
        edit = self.shared.edit
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft()))

    def _go_to_promise(self) -> None:
        self.bring_into_sight(self.promise_line)
        self.promise_line.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_slash(self) -> None:
        self.shared.edit.insertPlainText("/")
