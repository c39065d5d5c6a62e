"""The card that shows the newest leaning to a track that the person has shared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.core.roles.track_choice import Reason, leaning, newest, questionnaire_of
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.view import MeetingView
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.rows.line_rows import FactLine, FactRows
from planner.report.map.words import DOT
from planner.report.meeting.choice_words import leaning_title, pull_words, shares_words

# So many reasons are shown, the furthest pulls; all of them stand in the result.
_MOST_REASONS = 3


class ChoiceCard(Card):
    """Shows a result; `point_wanted` (words) for the agenda, `opened` when all of it is wanted."""

    point_wanted = Signal(str)
    opened = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FactRows(icons)
        self._note = plain_label(wraps=True)
        self._none = plain_label(tone="quiet", wraps=True)
        self.open = QPushButton()
        self.open.setProperty("kind", "link")
        for part in (self.rows, self._note, self._none):
            self.body.addWidget(part)
        self.body.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)
        self.rows.point_wanted.connect(self.point_wanted)
        self.open.clicked.connect(self.opened)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        self._none.setText(texts.tr("No result is shared."))
        self.open.setText(texts.tr("Questions that help to choose a track"))

    def show_view(self, view: MeetingView) -> None:
        """Show the newest shared result of a person; nothing of those that are not shared."""
        texts, catalogue = view.texts, view.catalogue
        choice = newest(one for one in view.career.track_choices if one.is_shared)
        asked = questionnaire_of(choice, catalogue, view.questionnaires) if choice else None
        self.name(texts.tr("Choosing a track"), texts.date(choice.on) if choice else "")
        lines: list[FactLine] = []
        if choice is not None and asked is not None:
            found = leaning(asked, choice)
            title = leaning_title(found, catalogue, texts)
            lines.append(
                FactLine(
                    icon="fork",
                    colour="accent",
                    words=title,
                    more=shares_words(found, catalogue, texts),
                    point=texts.tr("Choosing a track: {leaning}", leaning=title),
                )
            )
            reasons = (reason for reason in found.reasons if reason.track is not None)
            for reason, _ in zip(reasons, range(_MOST_REASONS), strict=False):
                lines.append(_line(reason, view))
        self.rows.show_lines(lines, view.theme, texts)
        note = choice.note if choice is not None else ""
        self._note.setText(breakable(note))
        self._note.setVisible(bool(note))
        self._none.setVisible(not lines)


def _line(reason: Reason, view: MeetingView) -> FactLine:
    texts = view.texts
    question = texts.pick(reason.question.text)
    return FactLine(
        icon="chevron-right",
        colour="text-quiet",
        words=texts.pick(reason.answer.text),
        more=DOT.join([question, pull_words(reason, view.catalogue, texts)]),
        point=question,
    )
