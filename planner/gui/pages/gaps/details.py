"""The picked skill of a gap in words: its levels, its ratings side by side, ways to gain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.gaps import SkillGap
from planner.core.model import Catalogue
from planner.core.people import MONTHS_UNTIL_STALE, Rater, Rating
from planner.core.skills.evidence import evidence_of
from planner.core.skills.level_steps import LevelStep, steps_of
from planner.core.skills.ratings import newest_by_rater
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.age_label import AgeLabel
from planner.gui.widgets.display.evidence_view import EvidenceView
from planner.gui.widgets.display.labels import Tone, breakable, hairline, plain_label
from planner.gui.widgets.rows.told_area import ToldArea
from planner.report.gaps.words import (
    digit_keys,
    level_name,
    practice_facts,
    skill_heading,
    sources_line,
    step_heading,
)
from planner.report.map.words import DOT

_BAR_WIDTH = 4
_NAME_SHARE, _TEXT_SHARE = 2, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """One skill of a gap and all that is told of it; `colour` is the role of colour of the held."""

    gap: SkillGap
    catalogue: Catalogue
    ratings: Sequence[Rating]
    as_of: date
    texts: Texts
    theme: Theme
    colour: str
    months: int = MONTHS_UNTIL_STALE
    imagines: bool = False


class GapsDetails(ToldArea):
    """Tells of one skill; `rate_requested` and `plan_requested` (skill)."""

    rate_requested = Signal(str)
    plan_requested = Signal(str)

    def __init__(self, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._icons = icons

    @property
    def skill(self) -> str:
        """The skill told of, empty for none."""
        return self.told_of

    def show_skill(self, view: SkillView) -> None:
        """Tell of one skill."""
        skill = view.catalogue.skill(view.gap.skill)
        column = QVBoxLayout()
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        self._add_heading(column, view)
        _add_steps(column, view)
        column.addWidget(hairline())
        self._add_ratings(column, view)
        if skill.practice:
            column.addWidget(hairline())
            _add_practice(column, view)
        sources = sources_line(view.gap, skill, view.texts)
        if sources:
            column.addWidget(plain_label(sources, size="small", tone="quiet", wraps=True))
        column.addStretch(1)
        self._tell(skill.id, column)
        self.setAccessibleName(skill_heading(view.gap, skill, view.catalogue.scale, view.texts))

    def _add_heading(self, column: QVBoxLayout, view: SkillView) -> None:
        skill = view.catalogue.skill(view.gap.skill)
        words = skill_heading(view.gap, skill, view.catalogue.scale, view.texts)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(plain_label(breakable(words), strong=True, wraps=True), 1)
        if view.imagines:
            # What is imagined is neither rated nor planned.
            return
        button = QPushButton(view.texts.tr("Rate"))
        first, last = digit_keys(view.catalogue.scale)
        button.setToolTip(
            view.texts.tr(
                "Rate this skill (Enter; {first} to {last} and N rate at once)",
                first=first,
                last=last,
            )
        )
        button.setAccessibleName(view.texts.tr("Rate {skill}", skill=view.texts.pick(skill.name)))
        button.clicked.connect(self._on_rate)
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        if view.gap.is_open:
            plan = QPushButton(view.texts.tr("Add to plan"))
            plan.setToolTip(view.texts.tr("Add actions for this step to the plan (P)"))
            plan.setAccessibleName(plan.toolTip())
            plan.setProperty("kind", "primary")
            plan.clicked.connect(self._on_plan)
            row.addWidget(plan, alignment=Qt.AlignmentFlag.AlignTop)

    def _on_plan(self) -> None:
        self.plan_requested.emit(self.told_of)

    def _on_rate(self) -> None:
        self.rate_requested.emit(self.told_of)

    def _add_ratings(self, column: QVBoxLayout, view: SkillView) -> None:
        """Show the newest answer of each rater, side by side."""
        newest = newest_by_rater(view.ratings, view.gap.skill, view.as_of)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        column.addLayout(grid)
        for number, rater in enumerate((Rater.SELF, Rater.MANAGER, Rater.AGREED)):
            said = QVBoxLayout()
            said.setSpacing(2)
            grid.addLayout(said, 0, number)
            self._add_rating(said, rater, newest.get(rater), view)
            said.addStretch(1)
            grid.setColumnStretch(number, 1)

    def _add_rating(
        self, column: QVBoxLayout, rater: Rater, rating: Rating | None, view: SkillView
    ) -> None:
        texts = view.texts
        counts = rating is not None and rating == view.gap.rating
        name = rater_title(rater, texts)
        if counts:
            name += DOT + texts.tr("counts")
        tone: Tone = "accent" if counts else "quiet"
        column.addWidget(plain_label(name, size="small", tone=tone, strong=counts))
        words = breakable(_level_words(rating, view))
        column.addWidget(plain_label(words, strong=rating is not None, wraps=True))
        if rating is None:
            return
        is_stale = rating.is_stale(view.as_of, view.months)
        column.addWidget(AgeLabel(rating.on, texts, view.theme, is_stale=is_stale))
        if rating.comment:
            comment = breakable(texts.tr("“{comment}”", comment=rating.comment))
            column.addWidget(plain_label(comment, size="small", tone="quiet", wraps=True))
        evidence = evidence_of(rating.evidence)
        if evidence is not None:
            column.addWidget(EvidenceView(evidence, self._evidence, self._icons, texts))


def _add_steps(column: QVBoxLayout, view: SkillView) -> None:
    skill = view.catalogue.skill(view.gap.skill)
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, _NAME_SHARE)
    grid.setColumnStretch(2, _TEXT_SHARE)
    column.addLayout(grid)
    for row, step in enumerate(steps_of(view.gap, skill, view.catalogue.scale)):
        words = view.texts.pick(step.description) if step.description else ""
        bar = QFrame()
        bar.setFixedWidth(_BAR_WIDTH)
        bar.setMinimumHeight(26)
        bar.setStyleSheet(f"background: {view.theme.hex(_bar_colour(step, view))};")
        heading = plain_label(breakable(step_heading(step, view.texts)), strong=True, wraps=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(bar, row, 0)
        grid.addWidget(heading, row, 1, top)
        grid.addWidget(plain_label(breakable(words), tone="quiet", wraps=True), row, 2, top)


def _bar_colour(step: LevelStep, view: SkillView) -> str:
    if step.is_now and not step.is_required:
        return "line-strong"
    return "accent" if step.is_next and not step.is_required else view.colour


def rater_title(rater: Rater, texts: Texts) -> str:
    """Return who rated, as a heading."""
    return {
        Rater.SELF: texts.tr("Self"),
        Rater.MANAGER: texts.tr("Manager"),
        Rater.AGREED: texts.tr("Agreed"),
    }[rater]


def _level_words(rating: Rating | None, view: SkillView) -> str:
    if rating is None:
        return view.texts.tr("unrated")
    if rating.level is None:
        return view.texts.tr("not applicable")
    return level_name(rating.level, view.catalogue.scale, view.texts)


def _add_practice(column: QVBoxLayout, view: SkillView) -> None:
    texts = view.texts
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, _NAME_SHARE)
    grid.setColumnStretch(1, _TEXT_SHARE)
    column.addLayout(grid)
    title = texts.tr("Ways to gain it")
    grid.addWidget(plain_label(title, size="small", tone="quiet", strong=True), 0, 0, 1, 2)
    held = view.gap.held or 0.0
    practice = view.catalogue.skill(view.gap.skill).practice
    # What leads beyond the present level comes first.
    ordered = sorted(practice, key=lambda one: one.to is not None and one.to <= held)
    for row, one in enumerate(ordered, 1):
        top = Qt.AlignmentFlag.AlignTop
        facts = plain_label(practice_facts(one, texts), size="small", tone="quiet", wraps=True)
        grid.addWidget(facts, row, 0, top)
        grid.addWidget(plain_label(breakable(texts.pick(one.text)), wraps=True), row, 1, top)
