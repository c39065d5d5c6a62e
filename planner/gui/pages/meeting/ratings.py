"""The card on which both sides agree levels, with what each agreed level would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.meeting.ratings import BothSides, effect_of_level
from planner.core.people import Rater
from planner.core.skills.ratings import newest_by_rater
from planner.core.text import Texts
from planner.gui.pages.meeting.both_sides_rows import (
    BothSidesRows,
    agreed_width,
    levels_to_press,
    side_width,
)
from planner.gui.pages.meeting.desk import MeetingDesk
from planner.gui.pages.meeting.view import MeetingView
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.labels import breakable, hairline, plain_label, set_tone
from planner.gui.widgets.inputs.number_field import NumberField
from planner.report.gaps.words import level_name
from planner.report.meeting.words import effect_words

# So many skills that differ are shown before the rest is asked for.
_MOST_ROWS = 6
_STEP = 0.5


class RatingsCard(Card):
    """Shows the skills that differ first, the picked one in words below, and the rest on demand."""

    def __init__(
        self, desk: MeetingDesk, theme: Theme, fonts: Fonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: MeetingView | None = None
        self._picked = ""
        self._is_whole = False
        self._headings = [plain_label(size="small", tone="quiet", strong=True) for _ in range(3)]
        self._heading_row = QWidget()
        self.rows = BothSidesRows(theme, fonts)
        self.none = plain_label(tone="quiet", wraps=True)
        self.level = plain_label(tone="quiet", wraps=True)
        self.said = plain_label(tone="quiet", wraps=True)
        self.effect = plain_label(strong=True, wraps=True)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        # Below all rows, or below the picked one where every skill is shown.
        self.details = QWidget()
        self.entry = QWidget()
        self.number = NumberField()
        self._number_name = plain_label(size="small", tone="quiet")
        self.agree_button, self.not_applicable = QPushButton(), QPushButton()
        self._lay_out()
        self.rows.level_pressed.connect(self._on_level)
        self.rows.wanted.connect(self._on_wanted)
        self.rows.picked.connect(self._on_picked)
        self.more.clicked.connect(self._on_more)
        self.agree_button.clicked.connect(self._on_number)
        self.not_applicable.clicked.connect(self._on_not_applicable)

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        row = QHBoxLayout(self._heading_row)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for heading in self._headings:
            row.addWidget(heading)
        entry = QHBoxLayout(self.entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(8)
        self.number.setSingleStep(_STEP)
        self.number.setDecimals(2)
        self._number_name.setBuddy(self.number)
        parts: tuple[QWidget, ...] = (
            self._number_name,
            self.number,
            self.agree_button,
            self.not_applicable,
        )
        for part in parts:
            entry.addWidget(part)
        entry.addStretch(1)
        details = QVBoxLayout(self.details)
        details.setContentsMargins(12, 4, 10, 4)
        details.setSpacing(6)
        for one in (self.entry, self.level, self.said, self.effect):
            details.addWidget(one)
        self._line = hairline()
        for one in (self._heading_row, self.rows, self.none, self._line, self.details):
            self.body.addWidget(one)
        more = QHBoxLayout()
        # Its words begin where those of the rows do.
        more.setContentsMargins(5, 0, 0, 0)
        self.body.addLayout(more)
        more.addWidget(self.more)
        more.addStretch(1)
        # The rows' highlight reaches beyond their words, as on a card of its own.
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left() - 12, 16, margins.right() - 10, 16)
        self.none.setContentsMargins(12, 0, 10, 0)
        self.heading.setContentsMargins(12, 0, 10, 0)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        words = (texts.tr("Self"), texts.tr("Manager"), texts.tr("Agreed"))
        for heading, word in zip(self._headings, words, strict=True):
            heading.setText(word)
        self.rows.setAccessibleName(texts.tr("Ratings that differ"))
        self._number_name.setText(texts.tr("Level"))
        self.number.setAccessibleName(texts.tr("Level"))
        self.number.setLocale(QLocale(texts.language))
        self.agree_button.setText(texts.tr("Agree"))
        self.not_applicable.setText(texts.tr("Not applicable"))
        self.not_applicable.setToolTip(texts.tr("Agree that the skill is not applicable (N)"))

    def show_view(self, view: MeetingView) -> None:
        """Show a one-on-one."""
        self._view = view
        talk, texts = view.talk, view.texts
        role = texts.pick(view.catalogue.role(talk.role).name)
        self.name(texts.tr("Ratings that differ"), texts.tr("by weight for {role}", role=role))
        for heading in self._headings[:2]:
            heading.setFixedWidth(side_width(view.theme))
        self._headings[2].setFixedWidth(agreed_width(view.catalogue.scale, view.theme))
        shown = self._shown(view)
        if self._picked not in [row.skill for row in shown]:
            self._picked = shown[0].skill if shown else ""
            self.entry.hide()
        self.rows.show_lines(
            view.sides(shown),
            view.catalogue.scale,
            theme=view.theme,
            texts=texts,
            colour=view.colour,
            picked=self._picked,
        )
        self._heading_row.setVisible(bool(shown))
        self.none.setVisible(not talk.differing)
        self.none.setText(
            texts.tr("Both rate every skill of this role alike.")
            if talk.rows
            else texts.tr("This role names no requirements, so there is nothing to agree.")
        )
        self._show_more(view, shown)
        self._place_details()
        self._tell(view)

    def focus_rows(self) -> None:
        """Put the focus into the picked row."""
        row = self.rows.row_of(self._picked)
        (row or self.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was picked and opened for somebody else."""
        self._picked, self._is_whole = "", False
        self.entry.hide()

    def _place_details(self) -> None:
        row = self.rows.row_of(self._picked)
        self._line.setVisible(not self._is_whole and row is not None)
        if self._is_whole and row is not None:
            self.rows.put_below(self.rows.rows.index(row), self.details)
        elif self.details.parent() is not self:
            self.body.insertWidget(self.body.indexOf(self._line) + 1, self.details)

    def _shown(self, view: MeetingView) -> Sequence[BothSides]:
        return view.talk.rows if self._is_whole else view.talk.differing[:_MOST_ROWS]

    def _show_more(self, view: MeetingView, shown: Sequence[BothSides]) -> None:
        talk, texts = view.talk, view.texts
        parts = []
        hidden = len(talk.differing) - len(shown)
        if hidden > 0:
            parts.append(texts.ntr("{count} more differs", "{count} more differ", hidden))
        if talk.settled_count:
            parts.append(
                texts.ntr(
                    "everything else is agreed: {count} skill",
                    "everything else is agreed: {count} skills",
                    talk.settled_count,
                )
            )
        if talk.unrated_count:
            parts.append(
                texts.ntr("{count} skill unrated", "{count} skills unrated", talk.unrated_count)
            )
        words = texts.tr("; ").join(parts)
        words = words[:1].upper() + words[1:]
        if self._is_whole:
            words = texts.tr("Show only what differs")
        self.more.setText(words.replace("&", "&&"))
        self.more.setToolTip(
            "" if self._is_whole else texts.tr("Show every skill of the role, to be agreed too")
        )
        self.more.setVisible(self._is_whole or len(talk.rows) > len(shown))

    def _tell(self, view: MeetingView) -> None:
        """Tell of the picked skill what its level means, what was said, and what agreeing does."""
        row = next((row for row in view.talk.rows if row.skill == self._picked), None)
        self.details.setVisible(row is not None)
        if row is None:
            self.entry.hide()
            return
        scale = view.catalogue.scale
        if not levels_to_press(scale):
            self.entry.show()
        self.number.setRange(scale.lowest, scale.highest)
        self.level.setText(breakable(_level_line(row, view)))
        said = _said_lines(row, view)
        self.said.setText(breakable("\n".join(said)))
        self.said.setVisible(bool(said))
        self._tell_effect(row, view)

    def _tell_effect(self, row: BothSides, view: MeetingView) -> None:
        graph, texts = self._desk.graph, view.texts
        self.effect.setVisible(row.agreed is not None and graph is not None)
        if row.agreed is None or graph is None:
            return
        effect = effect_of_level(
            graph,
            view.career.person,
            view.career.ratings,
            view.talk.role,
            skill=row.skill,
            level=row.agreed.level,
            agreed=view.talk.agreed,
            day=view.talk.day,
        )
        said = effect_words(effect, texts)
        level = row.agreed.level
        if level is None:
            words = texts.tr("Agreed as not applicable: {effect}", effect=said.words)
        else:
            words = texts.tr(
                "Agreed at {level}: {effect}", level=texts.number(level), effect=said.words
            )
        self.effect.setText(words)
        set_tone(self.effect, said.mood)

    def _on_picked(self, skill: str) -> None:
        if skill != self._picked and self._view is not None:
            self._picked = skill
            self.entry.hide()
            self.rows.show_picked(skill)
            self._place_details()
            self._tell(self._view)

    def _on_level(self, skill: str, level: float | None) -> None:
        self._on_picked(skill)
        self._desk.agree(skill, level)

    def _on_wanted(self, skill: str) -> None:
        """Offer any level of the scale for a skill."""
        self._on_picked(skill)
        view = self._view
        row = next((one for one in view.talk.rows if one.skill == skill), None) if view else None
        if row is not None:
            known = row.agreed or row.by_manager or row.by_self
            level = known.level if known else None
            self.number.setValue(row.requirement.level if level is None else level)
            self.entry.show()
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            self.number.selectAll()

    def _on_number(self) -> None:
        self.number.interpretText()
        self._agree(self.number.value())

    def _on_not_applicable(self) -> None:
        self._agree(None)

    def _agree(self, level: float | None) -> None:
        skill = self._picked
        if self._desk.agree(skill, level):
            self.entry.hide()
            self.focus_rows()

    def _on_more(self) -> None:
        self._is_whole = not self._is_whole
        if self._view is not None:
            self.show_view(self._view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Agree the number on Enter, leave it on Escape."""
        is_in_entry = self.number.hasFocus()
        if is_in_entry and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_number()
        elif event.key() == Qt.Key.Key_Escape and self.entry.isVisible():
            self.entry.hide()
            self.focus_rows()
        else:
            super().keyPressEvent(event)


def _level_line(row: BothSides, view: MeetingView) -> str:
    """Return what the agreed level, else the required one, looks like."""
    texts, skill = view.texts, view.catalogue.skill(row.skill)
    level = row.requirement.level
    if row.agreed is not None and row.agreed.level is not None:
        level = row.agreed.level
    name = level_name(level, view.catalogue.scale, texts)
    described = skill.description(level) if level > view.catalogue.scale.lowest else None
    if described is None:
        return texts.tr("{skill}: {levels}", skill=texts.pick(skill.name), levels=name)
    return texts.tr(
        "{skill}, {level}: {words}",
        skill=texts.pick(skill.name),
        level=name,
        words=texts.pick(described),
    )


def _said_lines(row: BothSides, view: MeetingView) -> list[str]:
    """Return what both sides said with their newest ratings, and the evidence."""
    texts = view.texts
    newest = newest_by_rater(view.career.ratings, row.skill, view.talk.day)
    lines = []
    names = {Rater.SELF: view.career.person.name, Rater.MANAGER: texts.tr("Manager")}
    for rater, name in names.items():
        rating = newest.get(rater)
        if rating is not None and rating.comment:
            lines.append(texts.tr("{name}: “{comment}”", name=name, comment=rating.comment))
        if rating is not None and rating.evidence:
            lines.append(
                texts.tr(
                    "Evidence: {evidence} ({day})",
                    evidence=rating.evidence,
                    day=texts.date(rating.on),
                )
            )
    return lines
