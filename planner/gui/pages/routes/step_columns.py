"""What becomes of the skills in one step: kept, raised, learnt, left behind, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.display.labels import breakable, plain_label

_LEAST, _GAP = 150, 16
_BAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLine:
    """A skill with its levels, and what is to be known of its cost."""

    words: str
    note: str = ""


class _SkillRow(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label(wraps=True)
        self._note = plain_label(size="small", tone="quiet", wraps=True)
        for label in (self._words, self._note):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._note)

    def show_line(self, line: SkillLine) -> None:
        self._words.setText(breakable(line.words))
        self._note.setText(line.note)
        self._note.setVisible(bool(line.note))


class StepColumn(QWidget):
    """One of the four: a bar in a role of colour, its heading, and its skills."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._bar = QFrame()
        self._bar.setFixedHeight(_BAR)
        self._heading = plain_label(strong=True)
        self._rows = KeptRows(_SkillRow, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self._bar)
        column.addWidget(self._heading)
        column.addWidget(self._rows)
        column.addStretch(1)

    @property
    def heading(self) -> str:
        """What stands above the skills."""
        return self._heading.text()

    def show_lines(self, heading: str, lines: Sequence[SkillLine], theme: Theme) -> None:
        """Show other skills."""
        colour = theme.hex(self._colour)
        self._bar.setStyleSheet(f"background: {colour}; border-radius: {_BAR // 2}px;")
        self._heading.setStyleSheet(f"color: {colour};")
        self._heading.setText(heading)
        for row, line in zip(self._rows.keep(len(lines)), lines, strict=True):
            row.show_line(line)
        said = [f"{line.words} ({line.note})" if line.note else line.words for line in lines]
        self.setAccessibleName(f"{heading}: {', '.join(said)}" if said else heading)


class StepColumns(QWidget):
    """Four columns beside each other, fewer beside each other where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.keep = StepColumn("success")
        self.raised = StepColumn("track-0")
        self.learn = StepColumn("accent")
        self.leave = StepColumn("text-quiet")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._across = 0
        self._arrange()

    @property
    def columns(self) -> tuple[StepColumn, ...]:
        """The four, from the left."""
        return self.keep, self.raised, self.learn, self.leave

    def show_theme(self, theme: Theme) -> None:
        """Take another text size."""
        self._theme = theme
        self._arrange()

    def _arrange(self) -> None:
        least = _LEAST * max(1.0, self._theme.text_factor)
        fitting = max(1, int((self.width() + _GAP) // (least + _GAP)))
        across = 4 if fitting >= 4 else min(2, fitting)
        if across == self._across:
            return
        self._across = across
        for column in self.columns:
            self._grid.removeWidget(column)
        for place, column in enumerate(self.columns):
            row, at = divmod(place, across)
            self._grid.addWidget(column, row, at, Qt.AlignmentFlag.AlignTop)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()
