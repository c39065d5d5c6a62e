"""The first step of an assessment: who rates, which skills, or going on where one stopped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Catalogue
from planner.core.people import Rater
from planner.core.skills.assessment import Assessment, skills_to_assess
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.choices.segments import Segments
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.search_combo import RoleCombo
from planner.gui.workspace import Workspace

_WIDTH, _MIDDLE_SHARE = 620, 100
_ROLE, _ALL = "role", "all"
_EVERY, _DUE = "every", "due"
_MOST_SHOWN = 3


class AssessmentStart(QScrollArea):
    """Asks what is to be assessed.

    Signals: `begun` (Assessment), `resumed` (Assessment), `forgotten` (Assessment), `left`.
    """

    begun = Signal(object)
    resumed = Signal(object)
    forgotten = Signal(object)
    left = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._icons = icons
        self._theme = theme
        self._unfinished: tuple[Assessment, ...] = ()
        # Until the person says so themselves, what is due is asked where not all of it is.
        self._has_said = False
        self._rater = Rater.SELF
        self._is_of_role = True
        self.raters = Segments(tuple(Rater), theme)
        self.scope = Segments((_ROLE, _ALL), theme)
        self.role = RoleCombo()
        self._role_field = Field(self.role)
        self._is_only_due = False
        self.due = Segments((_EVERY, _DUE), theme)
        self.begin = QPushButton()
        self.begin.setProperty("kind", "primary")
        self._who = plain_label(strong=True)
        self._which = plain_label(strong=True)
        self._blind = plain_label(size="small", tone="quiet", wraps=True)
        self._count = plain_label(tone="quiet", wraps=True)
        self._kept_title = plain_label(strong=True)
        self._kept = QVBoxLayout()
        self._kept_rows: list[QWidget] = []
        self._told: list[tuple[Assessment, str]] = []
        self.resume_buttons: list[QPushButton] = []
        self._lay_out()
        self.raters.chosen.connect(self._on_rater)
        self.scope.chosen.connect(self._on_scope)
        self.role.activated.connect(self._on_changed)
        self.role.unknown_changed.connect(self._on_changed)
        self.due.chosen.connect(self._on_due)
        self.begin.clicked.connect(self._on_begin)

    def _lay_out(self) -> None:
        self._kept_card = _card()
        kept = QVBoxLayout(self._kept_card)
        kept.setContentsMargins(24, 18, 16, 18)
        kept.setSpacing(8)
        kept.addWidget(self._kept_title)
        kept.addLayout(self._kept)
        card = _card()
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._who)
        column.addWidget(self.raters, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._blind)
        column.addSpacing(12)
        column.addWidget(self._which)
        column.addWidget(self.scope, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._role_field)
        column.addSpacing(4)
        column.addWidget(self.due, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(hairline())
        column.addSpacing(4)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.begin)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(16)
        middle.addWidget(self._kept_card)
        middle.addWidget(card)
        middle.addStretch(1)
        contents = QWidget()
        row = QHBoxLayout(contents)
        row.setContentsMargins(0, 8, 0, 8)
        row.addStretch(1)
        row.addWidget(self._middle, _MIDDLE_SHARE)
        row.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)
        for part in (contents, self.viewport()):
            part.setAutoFillBackground(False)

    @property
    def rater(self) -> Rater:
        """Who rates."""
        return self._rater

    @property
    def is_only_due(self) -> bool:
        """Whether only what is unrated or stale is asked for."""
        return self._is_only_due

    @property
    def role_id(self) -> str:
        """The role whose skills are asked for, empty for all; what is no role asks for none."""
        return (self.role.unknown or self.role.role()) if self._is_of_role else ""

    @property
    def count_words(self) -> str:
        """What is said of how many skills there are to ask for."""
        return self._count.text()

    def offer(self, role: str, unfinished: Sequence[Assessment]) -> None:
        """Offer a role's skills, and to go on with what was not finished."""
        self._has_said = False
        self._rater = Rater.SELF
        self._is_of_role = bool(role)
        self._unfinished = tuple(unfinished)
        self.role.offer(self._workspace.catalogue, self._workspace.texts)
        self.role.choose(role)
        self.refresh()

    def focus_first(self) -> None:
        """Put the cursor on what most people press: go on, else begin."""
        first: QWidget = self.resume_buttons[0] if self.resume_buttons else self.begin
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what there is to assess by now, in the present language."""
        self._word()
        self.raters.show_key(self._rater)
        self.scope.show_key(_ROLE if self._is_of_role else _ALL)
        catalogue = self._workspace.catalogue
        if catalogue is None:
            return
        self.role.offer(catalogue, self._workspace.texts)
        if self._is_of_role and not self.role.unknown and not catalogue.has_role(self.role_id):
            self.role.choose(catalogue.roles[0].id if catalogue.roles else "")
        self._role_field.setVisible(self._is_of_role)
        every, due = self._skills(only_due=False), self._skills(only_due=True)
        if not self._has_said:
            self._is_only_due = 0 < len(due) < len(every)
        self.due.show_key(_DUE if self._is_only_due else _EVERY)
        count = len(due if self._is_only_due else every)
        self._count.setText(self._count_words(count, len(every)))
        self.begin.setEnabled(count > 0)
        self._show_unfinished(catalogue)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.raters.apply_theme(theme)
        self.scope.apply_theme(theme)
        self.due.apply_theme(theme)
        self._middle.setMaximumWidth(round(_WIDTH * max(1.0, theme.text_factor)))

    def _skills(self, *, only_due: bool) -> tuple[str, ...]:
        workspace = self._workspace
        catalogue = workspace.catalogue
        if catalogue is None or (self.role_id and not catalogue.has_role(self.role_id)):
            return ()
        return skills_to_assess(
            catalogue,
            workspace.ratings(),
            by=self.rater,
            role=self.role_id,
            only_due=only_due,
            as_of=workspace.as_of,
            months=workspace.stale_months,
        )

    def _count_words(self, count: int, of: int) -> str:
        texts = self._workspace.texts
        if self.role.unknown and self._is_of_role:
            return ""
        if not of:
            return texts.tr("This role names no requirements. Choose another role, or all skills.")
        if not count:
            return texts.tr("Nothing is due: every skill was rated, and nothing is stale.")
        return texts.ntr(
            "{count} skill, the heaviest first", "{count} skills, the heaviest first", count
        )

    def _show_unfinished(self, catalogue: Catalogue) -> None:
        texts, ratings = self._workspace.texts, self._workspace.ratings()
        told = []
        for assessment in self._unfinished[:_MOST_SHOWN]:
            still_open = assessment.open_skills(assessment.answers(ratings))
            words = texts.tr(
                "{what}: {done} of {all} done",
                what=assessment_title(assessment, catalogue, texts),
                done=len(assessment.skills) - len(still_open),
                all=len(assessment.skills),
            )
            told.append((assessment, words))
        self._kept_card.setVisible(bool(told))
        if told == self._told:
            return
        self._told = told
        self.resume_buttons = []
        for row in self._kept_rows:
            self._kept.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._kept_rows = [self._kept_row(assessment, words) for assessment, words in told]
        for row in self._kept_rows:
            self._kept.addWidget(row)
            row.show()

    def _kept_row(self, assessment: Assessment, words: str) -> QWidget:
        texts = self._workspace.texts
        row = QWidget()
        resume = QPushButton(texts.tr("Go on"))
        resume.setAccessibleName(texts.tr("Go on: {what}", what=words))
        resume.clicked.connect(partial(self.resumed.emit, assessment))
        self.resume_buttons.append(resume)
        forget = QToolButton()
        forget.setIcon(self._icons.icon("close"))
        forget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        forget.setToolTip(texts.tr("Do not offer it again; what was rated stays"))
        forget.setAccessibleName(texts.tr("Do not offer it again: {what}", what=words))
        forget.clicked.connect(partial(self.forgotten.emit, assessment))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(plain_label(breakable(words), wraps=True), 1)
        line.addWidget(resume)
        line.addWidget(forget)
        return row

    def show_unfinished(self, unfinished: Sequence[Assessment]) -> None:
        """Offer other rounds to go on with."""
        self._unfinished = tuple(unfinished)
        self.refresh()
        self.focus_first()

    def _word(self) -> None:
        texts = self._workspace.texts
        tr = texts.tr
        self._kept_title.setText(tr("Go on where you stopped"))
        self._who.setText(tr("Who rates?"))
        self.raters.say(Rater.SELF, tr("Self"), tr("The person rates"))
        self.raters.say(Rater.MANAGER, tr("Manager"), tr("The manager rates"))
        self.raters.say(Rater.AGREED, tr("Agreed"), tr("Both agree on each level"))
        self._blind.setText(
            tr("Both see all answers and what the role requires.")
            if self.rater is Rater.AGREED
            else tr("Until you have answered, you see no answer but your own last one.")
        )
        self._which.setText(tr("Which skills?"))
        self.scope.say(_ROLE, tr("Of one role"), tr("The skills of one role"))
        self.scope.say(_ALL, tr("All"), tr("All skills of the catalogue"))
        self._role_field.name(tr("Role"))
        self.due.say(_EVERY, tr("All of them"), tr("Ask for every one of these skills"))
        self.due.say(
            _DUE,
            texts.ntr(
                "Unrated, or older than {count} month",
                "Unrated, or older than {count} months",
                self._workspace.stale_months,
            ),
            tr("Ask only for what this rater has not rated, or long ago"),
        )
        self.begin.setText(tr("Begin"))

    def _on_rater(self, rater: Rater) -> None:
        self._rater = rater
        self.refresh()

    def _on_scope(self, scope: str) -> None:
        self._is_of_role = scope == _ROLE
        self.refresh()

    def _on_changed(self, _what: object = None) -> None:
        self.refresh()

    def _on_due(self, due: str) -> None:
        self._has_said = True
        self._is_only_due = due == _DUE
        self.refresh()

    def _on_begin(self) -> None:
        skills = self._skills(only_due=self._is_only_due)
        if skills:
            self.begun.emit(
                Assessment(
                    by=self.rater,
                    role=self.role_id,
                    only_due=self._is_only_due,
                    skills=skills,
                    begun=self._workspace.store.next_entry(),
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin on Enter wherever no other button has the focus, leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif press_focused_button(event):
            return
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_begin()
        else:
            super().keyPressEvent(event)


def assessment_title(assessment: Assessment, catalogue: Catalogue, texts: Texts) -> str:
    """Return whose assessment it is and of which skills."""
    who = {
        Rater.SELF: texts.tr("Self-assessment"),
        Rater.MANAGER: texts.tr("The manager's assessment"),
        Rater.AGREED: texts.tr("Agreeing on levels"),
    }[assessment.by]
    which = texts.tr("all skills")
    if catalogue.has_role(assessment.role):
        which = texts.pick(catalogue.role(assessment.role).name)
    return texts.tr("{who} · {which}", who=who, which=which)


def _card() -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    return card
