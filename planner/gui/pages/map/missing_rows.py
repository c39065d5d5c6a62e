"""What is missing for a role, a row a skill: its name, its squares, its step and its need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from planner.core.gaps import SkillGap
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import Tone, breakable, plain_label
from planner.gui.widgets.display.shapes_view import ShapesView
from planner.report.gaps.level_marks import level_marks, level_marks_width
from planner.report.gaps.words import step_words

_LARGE_TEXT = 1.3
_BETWEEN = 10
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SQUARE, _LEAST_SQUARE, _SQUARES = 11.0, 5.0, 76.0


class MissingRows(QWidget):
    """Names stand beside their squares, or above them where a word has no room there."""

    def __init__(
        self,
        skills: Sequence[SkillGap],
        catalogue: Catalogue,
        texts: Texts,
        colour: str,
        theme: Theme,
        fonts: Fonts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = fonts
        self._is_wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._rows = [self._parts(skill, catalogue, texts, colour) for skill in skills]
        self._arrange()

    @property
    def names(self) -> tuple[QLabel, ...]:
        """The labels of the skills' names, from the first."""
        return tuple(name for name, *_ in self._rows)

    def _parts(
        self, skill: SkillGap, catalogue: Catalogue, texts: Texts, colour: str
    ) -> tuple[QLabel, ShapesView | None, QLabel, QLabel]:
        words = breakable(texts.pick(catalogue.skill(skill.skill).name))
        name = plain_label(words, strong=skill.essential, wraps=True)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        step = plain_label(step_words(skill, texts), tone="quiet", strong=True)
        mark = texts.tr("essential") if skill.essential else texts.tr("desirable")
        if skill.is_unrated:
            mark = texts.tr("{need} · unrated", need=mark)
        tone: Tone = "warning" if skill.essential else "quiet"
        need = plain_label(mark, size="small", tone=tone)
        need.setContentsMargins(0, 0, 0, 6)
        return name, self._squares(skill, catalogue, colour), step, need

    def _squares(self, skill: SkillGap, catalogue: Catalogue, colour: str) -> ShapesView | None:
        scale = catalogue.scale
        side = min(_SQUARE, _SQUARE * _SQUARES / max(1.0, level_marks_width(scale, _SQUARE)))
        if side < _LEAST_SQUARE:
            return None
        view = ShapesView(self._theme, self._fonts)
        shapes = level_marks(skill, scale, 1, 1, side, colour)
        view.show_shapes(level_marks_width(scale, side) + 2, side + 2, shapes, self._theme)
        return view

    def _needs_width(self) -> bool:
        """Whether names need the whole width: large text does, and so does a long word."""
        if self._theme.text_factor > _LARGE_TEXT:
            return True
        beside = max((step.sizeHint().width() for _, _, step, _ in self._rows), default=0)
        beside += max((row[1].sizeHint().width() for row in self._rows if row[1]), default=0)
        word = max((name.minimumSizeHint().width() for name in self.names), default=0)
        return word + beside + 2 * _BETWEEN > self.width()

    def _arrange(self) -> None:
        is_wide = self._needs_width()
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for number, (name, squares, step, need) in enumerate(self._rows):
            for part in filter(None, (name, squares, step, need)):
                self._grid.removeWidget(part)
            row = 3 * number
            self._grid.addWidget(name, row, 0, 1, 3 if is_wide else 1)
            if squares is not None:
                where, side = (0, _LEFT) if is_wide else (1, _RIGHT)
                self._grid.addWidget(squares, row + is_wide, where, side)
            self._grid.addWidget(step, row + is_wide, 2, _RIGHT)
            self._grid.addWidget(need, row + 1 + is_wide, 0, 1, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()
