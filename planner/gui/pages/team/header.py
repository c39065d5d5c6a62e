"""The head of the Team page: who is looked at, what they are compared with, how complete it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.team.against_chooser import AgainstChooser
from planner.gui.pages.team.reader import TeamRead
from planner.gui.theme import Theme
from planner.gui.widgets.choices.basis_switch import BasisSwitch
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.report.map.words import DOT
from planner.report.team.words import completeness_words

_SPACING = 16
_LEAST_TITLE = 240


class SkillSwitch(QWidget):
    """Two buttons of which one is down: the required skills, or all; `chosen` (whether all)."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.required, self.all = QPushButton(), QPushButton()
        for button, is_all in ((self.required, False), (self.all, True)):
            button.setCheckable(True)
            button.setProperty("kind", "option")
            button.clicked.connect(partial(self.chosen.emit, is_all))
            self._group.addButton(button)
            row.addWidget(button)
        self.required.setChecked(True)

    @property
    def shows_all(self) -> bool:
        """Whether all skills of the catalogue are asked for."""
        return self.all.isChecked()

    def show_all(self, is_all: bool) -> None:
        """Put a button down."""
        (self.all if is_all else self.required).setChecked(True)

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        for button, word, what in (
            (
                self.required,
                texts.tr("Required skills"),
                texts.tr("Only the skills that the roles compared with require"),
            ),
            (self.all, texts.tr("All skills"), texts.tr("Every skill of the catalogue")),
        ):
            button.setText(word)
            button.setAccessibleName(word)
            button.setToolTip(what)


class TeamHeader(QWidget):
    """Composes the head; `rule_requested` when the completeness is to be explained."""

    rule_requested = Signal()

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self.title = plain_label(size="title")
        self.subtitle = plain_label(tone="quiet", size="small", wraps=True)
        self.against = AgainstChooser(icons, texts, theme)
        self.basis = BasisSwitch(texts, theme)
        self.skills = SkillSwitch()
        self.dossiers_button = QPushButton()
        self.dossiers_button.setProperty("kind", "link")
        self.dossiers_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.complete = plain_label(strong=True)
        self.rule_button = QPushButton()
        self.rule_button.setProperty("kind", "link")
        self.rule_button.setCheckable(True)
        self.rule_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rule_button.clicked.connect(self.rule_requested)
        # Made as children, in this order: it is the one that Tab takes.
        self._names = QWidget(self)
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        title = QHBoxLayout()
        title.setSpacing(8)
        names.addLayout(title)
        title.addWidget(self.title)
        title.addWidget(self.dossiers_button)
        title.addStretch(1)
        names.addWidget(self.subtitle)
        self._choices = QWidget(self)
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(_SPACING)
        for part in (self.against, self.basis, self.skills):
            choices.addWidget(part)
        choices.addStretch(1)
        self._figure = QWidget(self)
        figure = QVBoxLayout(self._figure)
        figure.setContentsMargins(0, 0, 0, 0)
        figure.setSpacing(0)
        figure.addWidget(self.complete, alignment=Qt.AlignmentFlag.AlignRight)
        figure.addWidget(self.rule_button, alignment=Qt.AlignmentFlag.AlignRight)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._is_stacked: bool | None = None

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; `show_choice` and `show_team` follow."""
        self._texts = texts
        self.title.setText(texts.tr("Team"))
        self.against.retranslate(texts)
        self.basis.retranslate(texts)
        self.skills.retranslate(texts)
        self.dossiers_button.setText(texts.tr("Dossiers…"))
        self.dossiers_button.setToolTip(texts.tr("Print the dossiers of the whole team"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.against.apply_theme(theme)
        self.basis.apply_theme(theme)
        self._arrange()

    def show_choice(self, graph: PromotionGraph, role: str, basis: Basis) -> None:
        """Show what is compared with, and whose ratings count."""
        self.against.show_against(graph, role)
        self.basis.show_basis(basis)
        self._arrange()

    def show_team(self, read: TeamRead | None, columns: int, *, is_past: bool) -> None:
        """Tell of a team how many people and skills are shown, and how complete it is."""
        texts = self._texts
        self._figure.setVisible(read is not None)
        if read is None:
            self.subtitle.setText("")
            return
        people = len(read.roster.people)
        parts = [
            texts.ntr("{count} person", "{count} people", people),
            texts.ntr("{count} skill shown", "{count} skills shown", columns),
        ]
        if is_past:
            parts.append(texts.tr("as of {day}", day=texts.date(read.wanted.as_of)))
        self.subtitle.setText(breakable(DOT.join(parts)))
        found = read.comparison.completeness
        words = completeness_words(found, texts)
        self.complete.setText(words)
        what = texts.tr("see the rule")
        if found.required:
            what = texts.tr(
                "{complete} of {required} cells · see the rule",
                complete=found.complete,
                required=found.required,
            )
        self.rule_button.setText(what)
        self.rule_button.setAccessibleName(f"{words}; {what}")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below the title where all does not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        choices = self._choices.sizeHint().width() + self._figure.sizeHint().width()
        is_stacked = choices + _LEAST_TITLE + 2 * _SPACING > self.width()
        if is_stacked is self._is_stacked:
            return
        self._is_stacked = is_stacked
        for part in (self._names, self._choices, self._figure):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._names, 0, 0)
        if is_stacked:
            self._grid.addWidget(self._figure, 0, 1)
            self._grid.addWidget(self._choices, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._choices, 0, 1)
            self._grid.addWidget(self._figure, 0, 2)
