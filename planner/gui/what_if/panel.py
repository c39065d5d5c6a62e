"""What is imagined, in its place beside the page: changed there at once, kept, or dropped."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.edits import Edit
from planner.core.keeping.person_edits import HOURS_OF_A_WEEK, LONGEST_NAME
from planner.core.people import Rater
from planner.core.planning.what_if import WhatIf
from planner.core.planning.what_if_edits import keep_as_plan, keep_as_ratings, raises
from planner.gui.look.icons import Icons
from planner.gui.pages.gaps.details import rater_title
from planner.gui.pages.page import Page
from planner.gui.state.imagining import imagine, imagine_step, real_ratings
from planner.gui.state.rating import rater_at_work
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.gui.widgets.inputs.number_field import NumberField
from planner.gui.widgets.inputs.search_combo import RoleCombo, SearchCombo
from planner.gui.workspace import Workspace

_MARGIN = 24
_RATERS = (Rater.SELF, Rater.MANAGER, Rater.AGREED)


class SkillRow(QWidget):
    """One skill with its real and its imagined level: `stepped` (skill, up), `undone` (skill)."""

    stepped = Signal(str, bool)
    undone = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.skill = ""
        self.words = plain_label(wraps=True)
        self.minus, self.plus, self.remove = QToolButton(), QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for button, icon in (
            (self.minus, "minus"),
            (self.plus, "plus"),
            (self.remove, "close"),
        ):
            button.setIcon(icons.icon(icon))
            row.addWidget(button)
        self.minus.clicked.connect(partial(self._step, False))
        self.plus.clicked.connect(partial(self._step, True))
        self.remove.clicked.connect(self._undo)

    def _step(self, up: bool) -> None:
        self.stepped.emit(self.skill, up)

    def _undo(self) -> None:
        self.undone.emit(self.skill)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Raise and lower by + and -, take back by Delete."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._step(True)
        elif event.key() == Qt.Key.Key_Minus:
            self._step(False)
        elif event.key() == Qt.Key.Key_Delete:
            self._undo()
        else:
            super().keyPressEvent(event)


class WhatIfPanel(Page):
    """Changes what is imagined.

    Signals: `kept` (number of actions or ratings, whether as a plan), `dropped`, and `closed` when
    the panel goes while it stays imagined.
    """

    key = "what-if"
    icon = "what-if"
    kept = Signal(int, bool)
    dropped = Signal()
    closed = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._icons = icons
        self._heading = plain_label(size="title", wraps=True)
        self.skill = SearchCombo()
        self.skill_field = Field(self.skill)
        self.rows: KeptRows[SkillRow] = KeptRows(self._make_row, 4)
        self.hours = NumberField(1)
        self.hours.setRange(0.5, HOURS_OF_A_WEEK)
        self.hours_field = Field(self.hours)
        self.industry = LineEdit()
        self.industry.setMaxLength(LONGEST_NAME)
        self.industry_field = Field(self.industry)
        self.role = RoleCombo()
        self.role_field = Field(self.role)
        self.keep_plan, self.keep_ratings = QPushButton(), QPushButton()
        self.keep_plan.setProperty("kind", "primary")
        self.rater = QComboBox()
        self.drop_button, self.close_button = QPushButton(), QPushButton()
        self._keeps = plain_label(size="small", tone="quiet", wraps=True)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.skill_field)
        column.addWidget(self.rows)
        for field in (self.hours_field, self.industry_field, self.role_field):
            column.addWidget(field)
        column.addWidget(hairline())
        column.addWidget(self.keep_plan)
        ratings = QHBoxLayout()
        ratings.setSpacing(8)
        column.addLayout(ratings)
        ratings.addWidget(self.keep_ratings, 1)
        ratings.addWidget(self.rater)
        column.addWidget(self._keeps)
        ways_out = QHBoxLayout()
        ways_out.setSpacing(8)
        column.addLayout(ways_out)
        ways_out.addWidget(self.drop_button, 1)
        ways_out.addWidget(self.close_button, 1)
        column.addStretch(1)

    def _connect(self) -> None:
        self.skill.activated.connect(self._add_skill)
        self.hours.valueChanged.connect(self._on_hours)
        self.industry.editingFinished.connect(self._on_industry)
        self.role.activated.connect(self._on_role)
        self.keep_plan.clicked.connect(self._keep_as_plan)
        self.keep_ratings.clicked.connect(self._keep_as_ratings)
        self.drop_button.clicked.connect(self.dropped)
        self.close_button.clicked.connect(self.closed)

    def title(self) -> str:
        """Return the panel's name."""
        return self.workspace.texts.tr("What if")

    def focus_first(self) -> None:
        """Put the cursor where a skill is chosen."""
        self.skill.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is imagined now."""
        workspace = self.workspace
        what_if, person, catalogue = workspace.what_if, workspace.person, workspace.catalogue
        if what_if is None or person is None or catalogue is None:
            return
        texts = workspace.texts
        self._offer_skills()
        self._show_rows(what_if)
        with QSignalBlocker(self.hours):
            self.hours.setValue(what_if.hours_a_week or person.hours_a_week)
        if not self.industry.hasFocus() or what_if.industry is None:
            self.industry.setText(what_if.industry or "")
        self.industry.setPlaceholderText(person.industry or texts.tr("the person's own"))
        self.role.offer(catalogue, texts)
        self.role.choose(what_if.role or person.position_on(workspace.as_of).role)
        steps = raises(what_if, catalogue, real_ratings(workspace))
        self.keep_plan.setEnabled(bool(steps) or what_if.hours_a_week is not None)
        self.keep_ratings.setEnabled(bool(what_if.levels))

    def retranslate(self) -> None:
        """Word everything in the present language."""
        texts = self.workspace.texts
        tr = texts.tr
        self._heading.setText(self.title())
        self.skill_field.name(tr("Raise or lower a skill"))
        self.skill.setPlaceholderText(tr("Choose a skill"))
        self.hours_field.name(tr("Hours a week for practice"))
        self.industry_field.name(tr("Industry"))
        self.role_field.name(tr("Present role, from today on"))
        self.keep_plan.setText(tr("Keep as a plan"))
        self.keep_ratings.setText(tr("Keep as ratings by"))
        self.rater.setAccessibleName(tr("Rated by"))
        chosen = self.rater.currentIndex()
        self.rater.clear()
        self.rater.addItems([rater_title(rater, texts) for rater in _RATERS])
        at = _RATERS.index(rater_at_work(self.workspace)) if chosen < 0 else chosen
        self.rater.setCurrentIndex(at)
        self._keeps.setText(
            tr(
                "As a plan: raised skills become actions, and the hours a week are set. As "
                "ratings: each level is rated today. Industry and present role are not kept."
            )
        )
        self.drop_button.setText(tr("Drop"))
        self.drop_button.setToolTip(tr("Drop what is imagined (Esc)"))
        self.close_button.setText(tr("Close"))
        self.close_button.setToolTip(tr("Close the panel and go on imagining"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        super().apply_theme(theme)
        for row in self.rows.rows:
            row.minus.setIcon(self._icons.icon("minus"))
            row.plus.setIcon(self._icons.icon("plus"))
            row.remove.setIcon(self._icons.icon("close"))

    def _make_row(self) -> SkillRow:
        row = SkillRow(self._icons)
        row.stepped.connect(self._step)
        row.undone.connect(self._take_back)
        return row

    def _offer_skills(self) -> None:
        catalogue, texts = self.workspace.catalogue, self.workspace.texts
        skills = catalogue.skills if catalogue else ()
        names = [(texts.pick(skill.name), skill.id) for skill in skills]
        shown = [
            (self.skill.itemText(n), self.skill.itemData(n)) for n in range(self.skill.count())
        ]
        if shown != names:
            with self.skill.offering():
                for skill in skills:
                    self.skill.add_named(skill.name, skill.id, texts)

    def _show_rows(self, what_if: WhatIf) -> None:
        catalogue, texts = self.workspace.catalogue, self.workspace.texts
        real = real_ratings(self.workspace)
        skills = [one for one in catalogue.skills if one.id in what_if.levels] if catalogue else []

        def level_words(level: float | None, *, is_rated: bool = True) -> str:
            if not is_rated:
                return "–"
            return texts.tr("n/a") if level is None else texts.number(level)

        for row, skill in zip(self.rows.keep(len(skills)), skills, strict=True):
            name, rating = texts.pick(skill.name), real.get(skill.id)
            before = level_words(rating.level if rating else None, is_rated=rating is not None)
            step = texts.tr(
                "{held} → {required}",
                held=before,
                required=level_words(what_if.levels[skill.id]),
            )
            row.skill = skill.id
            row.words.setText(breakable(texts.tr("{skill} {level}", skill=name, level=step)))
            for button, words in (
                (row.minus, texts.tr("Lower {skill}", skill=name)),
                (row.plus, texts.tr("Raise {skill}", skill=name)),
                (row.remove, texts.tr("{skill} as it is rated", skill=name)),
            ):
                button.setAccessibleName(words)
                button.setToolTip(words)

    def _add_skill(self) -> None:
        skill = self.skill.chosen_id()
        what_if = self.workspace.what_if
        if skill and what_if is not None and skill not in what_if.levels:
            imagine_step(self.workspace, skill, up=True)
        with QSignalBlocker(self.skill):
            self.skill.setCurrentIndex(-1)
            self.skill.clearEditText()
        for place, row in enumerate(self.rows.rows):
            if row.skill == skill:
                self.rows.focus(place)
                row.plus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, skill: str, up: bool) -> None:
        imagine_step(self.workspace, skill, up=up)

    def _take_back(self, skill: str) -> None:
        if self.workspace.what_if is not None:
            imagine(self.workspace, self.workspace.what_if.without_level(skill))
        if not self.rows.rows:
            self.focus_first()

    def _on_hours(self, hours: float) -> None:
        if self.workspace.what_if is not None:
            imagine(self.workspace, replace(self.workspace.what_if, hours_a_week=hours))

    def _on_industry(self) -> None:
        if self.workspace.what_if is not None:
            said = " ".join(self.industry.text().split()) or None
            imagine(self.workspace, replace(self.workspace.what_if, industry=said))

    def _on_role(self) -> None:
        if self.workspace.what_if is not None and self.role.role():
            imagine(self.workspace, replace(self.workspace.what_if, role=self.role.role()))

    def _keep_as_plan(self) -> None:
        workspace = self.workspace
        what_if, catalogue = workspace.what_if, workspace.catalogue
        if what_if is None or catalogue is None:
            return
        edit = keep_as_plan(
            workspace.career(),
            catalogue,
            what_if,
            real_ratings(workspace),
            workspace.texts,
            workspace.today(),
        )
        self._keep(edit, as_plan=True)

    def _keep_as_ratings(self) -> None:
        workspace = self.workspace
        if workspace.what_if is None or workspace.person is None:
            return
        edit = keep_as_ratings(
            workspace.person,
            workspace.what_if,
            real_ratings(workspace),
            by=_RATERS[max(0, self.rater.currentIndex())],
            on=workspace.today(),
            entry=workspace.store.next_entry(),
        )
        self._keep(edit, as_plan=False)

    def _keep(self, edit: Edit, *, as_plan: bool) -> None:
        """Make it real as one change; what was imagined is over then."""
        if not edit.changes or not self.workspace.do(edit):
            return
        kept = sum(change.key.kind in ("action", "rating") for change in edit.changes)
        self.workspace.imagine(None)
        self.kept.emit(kept, as_plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
