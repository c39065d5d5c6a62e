"""The result of a questionnaire: the leaning with its reasons, beside what the ratings say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.keeping.plain_text import LONGEST_NOTE
from planner.core.roles.track_choice import leaning
from planner.core.text import Texts
from planner.gui.pages.choice.rows import ReadinessRows, ReasonRows
from planner.gui.pages.choice.share_bar import ShareBar
from planner.gui.pages.choice.view import ChoiceView
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out
from planner.gui.widgets.arrangement.two_columns import TwoColumns
from planner.gui.widgets.choices.tick_box import TickBox
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.gui.widgets.inputs.notes_edit import NotesEdit
from planner.report.map.words import DOT
from planner.report.meeting.choice_words import (
    answered_words,
    compared_words,
    leaning_rule,
    leaning_title,
    open_words,
    ratings_rule,
    shares_words,
    source_line,
)
from planner.report.pages import basis_words

_LEFT, _RIGHT = 58, 42


class _Results(KeptRows[QPushButton]):
    """The results of all times, of which one is shown."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self._row, 2)

    def show_view(self, view: ChoiceView) -> None:
        """Show other results, the newest first."""
        choices = list(reversed(view.choices))
        for row, choice in zip(self.keep(len(choices)), choices, strict=True):
            row.setText(view.result_words(choice))
            row.setChecked(choice.id == view.choice.id)
            row.setProperty("choice", choice.id)

    def _row(self) -> QPushButton:
        row = QPushButton()
        row.setProperty("kind", "option")
        row.setCheckable(True)
        row.setStyleSheet("text-align: left;")
        row.clicked.connect(partial(self._on_clicked, row))
        return row

    def _on_clicked(self, row: QPushButton) -> None:
        row.setChecked(True)
        self.chosen.emit(str(row.property("choice")))


class ChoiceResult(QWidget):
    """Shows a result.

    Signals: `again_wanted`, `open_wanted` (questions left open), `stepped_back` (to the questions),
    `result_chosen` (id), `sharing_wanted` (bool), `removed`, `noted` (text), `left`.
    """

    again_wanted = Signal()
    open_wanted = Signal()
    stepped_back = Signal()
    result_chosen = Signal(str)
    sharing_wanted = Signal(bool)
    removed = Signal()
    noted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns = TwoColumns(_LEFT, _RIGHT, theme)
        self.leaning_card, self.ratings_card = Card(), Card()
        self.meeting_card, self.results_card = Card(), Card()
        self.title = plain_label(size="title", wraps=True)
        self.bar = ShareBar(theme)
        self._shares = plain_label(strong=True, wraps=True)
        self._compared = plain_label(tone="quiet", wraps=True)
        self._rule = plain_label(size="small", tone="quiet", wraps=True)
        self.reasons = ReasonRows()
        self._open = plain_label(size="small", tone="quiet", wraps=True)
        self._source = plain_label(size="small", tone="quiet", wraps=True)
        self.ratings = ReadinessRows(theme)
        self._ratings_rule = plain_label(size="small", tone="quiet", wraps=True)
        self.share = TickBox(theme)
        self._share_words = plain_label(wraps=True)
        self._share_words.setBuddy(self.share)
        self._private = plain_label(size="small", tone="quiet", wraps=True)
        self._note_name = plain_label(size="small", tone="quiet")
        self.note = NotesEdit(LONGEST_NOTE, least_lines=2)
        self._note_name.setBuddy(self.note)
        self.results = _Results()
        self.remove = QPushButton()
        self.remove.setProperty("kind", "link")
        self.back, self.open, self.again, self.done = (QPushButton() for _ in range(4))
        self.done.setProperty("kind", "primary")
        self._lay_out()
        self.back.clicked.connect(self.stepped_back)
        self.open.clicked.connect(self.open_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.done.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)
        self.share.clicked.connect(self.sharing_wanted)
        self.results.chosen.connect(self.result_chosen)
        self.note.written.connect(self.noted)

    def _lay_out(self) -> None:
        body = self.leaning_card.body
        above: tuple[QWidget, ...] = (
            *(self.title, self.bar, self._shares, self._compared, self._rule),
            *(hairline(), self.reasons, self._open, self._source),
        )
        for part in above:
            body.addWidget(part)
        body.setSpacing(8)
        body.addStretch(1)
        self.columns.left.addWidget(self.leaning_card, 1)
        self.ratings_card.body.addWidget(self.ratings)
        self.ratings_card.body.addWidget(self._ratings_rule)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.meeting_card.body.addLayout(row)
        row.addWidget(self.share, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._share_words, 1)
        for label in (self._private, self._note_name):
            self.meeting_card.body.addWidget(label)
        self.meeting_card.body.addWidget(self.note)
        self.meeting_card.body.setSpacing(8)
        self.results_card.body.setSpacing(6)
        self.results_card.body.addWidget(self.results)
        self.results_card.body.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        for card in (self.ratings_card, self.meeting_card, self.results_card):
            self.columns.right.addWidget(card)
        self.columns.right.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.columns, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        column.addLayout(foot)
        foot.addWidget(self.back)
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(self.again)
        foot.addWidget(self.done)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of the leaning, line by line."""
        labels = (self.title, self._shares, self._compared, self._rule, self._open, self._source)
        return tuple(label.text() for label in labels if not label.isHidden())

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        tr = texts.tr
        self.back.setText(tr("Back"))
        self.back.setToolTip(tr("Back to the questions (Backspace or Page Up)"))
        self.again.setText(tr("Take again"))
        self.again.setToolTip(tr("Answer everything anew; this result stays"))
        self.done.setText(tr("Done"))
        self.meeting_card.name(tr("In the one-on-one"))
        self._share_words.setText(tr("Share this result in the one-on-one"))
        self.share.setAccessibleName(self._share_words.text())
        self._private.setText(
            tr(
                "Unless it is shared, it is neither shown in the one-on-one nor printed with its "
                "pages. It stands in the file with all else that is kept about the person."
            )
        )
        self._note_name.setText(tr("In your own words"))
        self.note.setAccessibleName(self._note_name.text())
        self.results_card.name(tr("All results"))
        self.remove.setText(tr("Remove this result"))
        self.remove.setToolTip(tr("Undo brings it back"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.columns.apply_theme(theme)
        self.bar.apply_theme(theme)
        self.share.apply_theme(theme)
        self.ratings.apply_theme(theme)

    def show_view(self, view: ChoiceView) -> None:
        """Show a result."""
        texts, found, catalogue = view.texts, view.leaning, view.catalogue
        self.leaning_card.name(
            texts.tr("Leaning"),
            DOT.join([texts.date(view.choice.on), answered_words(found, texts)]),
        )
        self.title.setText(breakable(leaning_title(found, catalogue, texts)))
        shares = shares_words(found, catalogue, texts)
        self.bar.show_shares([(view.colour(one.track), one.share) for one in found.sums], shares)
        self.bar.setVisible(bool(shares))
        self._shares.setText(breakable(shares))
        self._shares.setVisible(bool(shares))
        self._show_before(view)
        self._rule.setText(leaning_rule(texts))
        self.reasons.show_view(view, found)
        left = open_words(found, texts)
        self._open.setText(breakable(left))
        self._open.setVisible(bool(left))
        self._source.setText(source_line(view.asked, texts))
        self.ratings_card.name(
            texts.tr("What the ratings say"), texts.word(basis_words(view.basis))
        )
        self.ratings.show_view(view)
        self._ratings_rule.setText(ratings_rule(texts))
        self.share.setChecked(view.choice.is_shared)
        self.note.show_text(view.choice.note)
        for part in (self.share, self.note, self.remove, self.again):
            part.setEnabled(view.can_change)
        self.results_card.name(
            texts.tr("All results"),
            texts.ntr("{count} result", "{count} results", len(view.choices)),
        )
        self.results.show_view(view)
        self._show_buttons(view, len(found.open))
        tab_as_laid_out(self)

    def focus_first(self) -> None:
        """Put the cursor on the button that ends it."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_before(self, view: ChoiceView) -> None:
        then = view.then
        self._compared.setVisible(then is not None)
        if then is not None:
            found = leaning(view.asked, then)
            words = compared_words(view.asked, view.choice, then, found, view.catalogue, view.texts)
            self._compared.setText(breakable(words))

    def _show_buttons(self, view: ChoiceView, count: int) -> None:
        texts = view.texts
        is_newest = view.choices[-1].id == view.choice.id and view.can_change
        self.back.setVisible(is_newest)
        self.open.setVisible(is_newest and count > 0)
        self.open.setText(
            texts.ntr("Answer the open question", "Answer the {count} open questions", count)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Backspace or Page Up; Enter and Escape end it."""
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp) and self.back.isVisible():
            self.stepped_back.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif press_focused_button(event):
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
