"""The history beside the table of a gap: the picked skill's ratings, and the role's readiness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person, Rating
from planner.core.skills.evidence import evidence_of
from planner.core.skills.history import (
    ReadinessHistory,
    positions_until,
    readiness_history,
    skill_history,
)
from planner.core.text import Texts
from planner.files.evidence_files import FileState
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import Told
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import least_column
from planner.gui.widgets.charts.card import ChartCard
from planner.gui.widgets.charts.view import ChartLoader, ChartStyles
from planner.report.copies.chart_copies import ratings_copy, readiness_copy
from planner.report.gaps.history_rows import rated_level
from planner.report.gaps.history_words import readiness_history_words, skill_history_words
from planner.report.map.words import essentials_words, readiness_words
from planner.report.pages import basis_words
from planner.report.rows import rater_name

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.charts.style import ChartStyle

_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """One gap, and what else is told beside it; `skill` is the picked one, empty for none."""

    gap: Gap
    graph: PromotionGraph
    person: Person
    ratings: Sequence[Rating]
    texts: Texts
    theme: Theme
    track: int
    months: int
    skill: str = ""


class GapsHistory(QWidget):
    """Shows how the picked skill was rated, and how the readiness for the role came about."""

    def __init__(
        self,
        loader: ChartLoader,
        evidence: EvidenceDoor,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._evidence = evidence
        self._styles = ChartStyles()
        self._view: GapView | None = None
        self._rated: tuple[Rating, ...] = ()
        self._known: tuple[Gap, Sequence[Rating], ReadinessHistory] | None = None
        self.skill = ChartCard(_COLUMNS, icons, theme)
        self.role = ChartCard(_COLUMNS, icons, theme)
        self.skill.opened.connect(self._open_evidence)
        loader.loaded.connect(self._show_charts)
        column = least_column(self, 16)
        column.addWidget(self.skill, 1)
        column.addWidget(self.role, 1)

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """The charts, from top to bottom."""
        return self.skill, self.role

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language; `show_gap` follows."""
        self.skill.retranslate(texts)
        self.role.retranslate(texts)

    def show_gap(self, view: GapView) -> None:
        """Show the histories up to the day of a gap."""
        self._view = view
        for card in (self.skill, self.role):
            card.apply_theme(view.theme)
        self._show_skill(view)
        self._show_role(view)
        self._show_charts()
        self._loader.load()

    def _show_skill(self, view: GapView) -> None:
        texts, catalogue, as_of = view.texts, view.graph.catalogue, view.gap.as_of
        if not catalogue.has_skill(view.skill):
            self._rated = ()
            self.skill.show_title(texts.tr("No skill is picked"))
            self.skill.show_rows([""] * _COLUMNS, [])
            return
        # The newest first, as one reads a diary backwards.
        self._rated = skill_history(view.ratings, view.skill, as_of)[::-1]
        name = texts.pick(catalogue.skill(view.skill).name)
        self.skill.show_title(texts.tr("{skill} over time", skill=name))
        self.skill.show_rows(
            [texts.tr("Day"), texts.tr("Level"), texts.tr("Comment")],
            [self._rating_cells(rating, view) for rating in self._rated],
        )

    def _rating_cells(self, rating: Rating, view: GapView) -> list[Told]:
        texts, scale = view.texts, view.graph.catalogue.scale
        is_stale = rating.is_stale(view.gap.as_of, view.months)
        counts = any(rating == skill.rating for skill in view.gap.skills)
        rater = texts.word(rater_name(rating.by))
        if counts:
            rater = texts.tr("{rater} · counts", rater=rater)
        age = texts.tr("stale") if is_stale else ""
        return [
            Told(texts.date(rating.on), age, "warning", is_stale=is_stale),
            Told(
                rated_level(rating, scale, texts),
                rater,
                "accent" if counts else "text-quiet",
                is_bold=True,
            ),
            Told(rating.comment, self._evidence_words(rating, texts)),
        ]

    def _evidence_words(self, rating: Rating, texts: Texts) -> str:
        evidence = evidence_of(rating.evidence)
        if evidence is None:
            return ""
        words = texts.tr("Evidence: {evidence}", evidence=evidence.words)
        if self._evidence.state(evidence) is FileState.GONE:
            return texts.tr("{evidence} · gone", evidence=words)
        return words

    def _show_role(self, view: GapView) -> None:
        texts, catalogue = view.texts, view.graph.catalogue
        history = self._readiness(view)
        name = texts.pick(catalogue.role(view.gap.role).name)
        basis = texts.word(basis_words(view.gap.basis))
        self.role.show_title(
            texts.tr("Readiness for {role} over time", role=name),
            texts.tr("By {basis}; requirements of today.", basis=basis),
        )
        self.role.show_rows(
            [texts.tr("Day"), texts.tr("Readiness"), texts.tr("Role held")],
            [
                [
                    Told(texts.date(change.on)),
                    Told(
                        readiness_words(change.readiness, texts),
                        essentials_words(len(change.open_essentials), texts),
                        is_bold=True,
                    ),
                    Told(_role_name(change.position.role, catalogue, texts)),
                ]
                for change in reversed(history.changes)
            ],
        )

    def _readiness(self, view: GapView) -> ReadinessHistory:
        """Return the role's history, worked out once until a gap or a rating changes."""
        gap, known = view.gap, self._known
        if known is None or known[0] is not gap or known[1] is not view.ratings:
            history = readiness_history(
                view.graph, view.person, view.ratings, gap.role, basis=gap.basis, as_of=gap.as_of
            )
            self._known = known = (gap, view.ratings, history)
        return known[2]

    def _show_charts(self) -> None:
        view = self._view
        if view is None or not self._loader.is_loaded:
            return
        texts, catalogue, gap = view.texts, view.graph.catalogue, view.gap
        style = self._styles.style(view.theme, view.track)
        history = tuple(reversed(self._rated))
        required = {skill.skill: skill.required for skill in gap.skills}.get(view.skill)
        drawn = partial(_skill_figure, history, required, view, style)
        words = skill_history_words(history, catalogue.scale, texts)
        name = view.person.name
        copy = (
            ratings_copy(
                history,
                required,
                view.skill,
                catalogue,
                name,
                texts,
                as_of=gap.as_of,
                months=view.months,
                track=view.track,
            )
            if history
            else None
        )
        self.skill.show_chart(drawn if view.skill else None, words, copy)
        readiness, positions = self._readiness(view), positions_until(view.person, gap.as_of)
        self.role.show_chart(
            partial(_role_figure, readiness, view, style),
            readiness_history_words(readiness, texts),
            readiness_copy(readiness, positions, catalogue, name, texts, view.track)
            if readiness.changes
            else None,
        )

    def _open_evidence(self, row: int) -> None:
        evidence = evidence_of(self._rated[row].evidence)
        if evidence is not None:
            self._evidence.open(evidence)


def _role_name(role: str, catalogue: Catalogue, texts: Texts) -> str:
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role


def _skill_figure(
    history: Sequence[Rating],
    required: float | None,
    view: GapView,
    style: ChartStyle,
    width: float,
    height: float,
) -> Figure:
    from planner.charts.history import skill_history_figure

    as_of: date = view.gap.as_of
    return skill_history_figure(
        history,
        required,
        view.graph.catalogue.scale,
        view.texts,
        style,
        as_of=as_of,
        months=view.months,
        width=width,
        height=height,
    )


def _role_figure(
    history: ReadinessHistory, view: GapView, style: ChartStyle, width: float, height: float
) -> Figure:
    from planner.charts.history import readiness_history_figure

    positions = positions_until(view.person, view.gap.as_of)
    catalogue = view.graph.catalogue
    return readiness_history_figure(
        history, positions, catalogue, view.texts, style, width=width, height=height
    )
