"""Skills as both sides see them, a row each, whose level is agreed in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.model import Level, Scale
from planner.core.text import Texts
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.display.labels import breakable, plain_label, set_look
from planner.gui.widgets.display.shapes_view import ShapesView
from planner.report.gaps.level_marks import held_marks, level_marks_width
from planner.report.gaps.words import digit_keys

# Above so many levels over the lowest there is a number to fill in instead of buttons.
MOST_BUTTONS = 10
# A scale of more levels than this has numbers for both sides instead of squares.
_MOST_SQUARES = 7
_SIDE, _SIDE_COLUMN = 11.0, 100
_BUTTON, _BUTTON_GAP = 23, 3
_LEAST_AGREED = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """What one side says: a level with its number, and a note in small letters.

    The level is None where the side has not rated the skill, or says that it is not applicable.
    """

    level: float | None
    number: str
    note: str = ""
    is_unrated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesLine:
    """One skill: its name, what is required, both views, and the level agreed in words.

    `is_agreed` tells an agreed `agreed` of None, which is not applicable, from nothing agreed.
    """

    skill: str
    name: str
    required: str
    by_self: SideView
    by_manager: SideView
    agreed: float | None
    is_agreed: bool
    agreed_words: str
    spoken: str


def levels_to_press(scale: Scale) -> tuple[Level, ...]:
    """Return the levels that have buttons; none where there would be too many."""
    levels = scale.levels[1:]
    return levels if len(levels) <= MOST_BUTTONS else ()


def agreed_width(scale: Scale, theme: Theme) -> int:
    """Return the width of the column of agreed levels in pixels."""
    factor = max(1.0, theme.text_factor)
    count = len(levels_to_press(scale))
    buttons = count * (_BUTTON + _BUTTON_GAP) - _BUTTON_GAP if count else 0
    return round(max(_LEAST_AGREED, buttons) * factor)


def side_width(theme: Theme) -> int:
    """Return the width of the column of one side in pixels."""
    return round(_SIDE_COLUMN * max(1.0, theme.text_factor))


def first_line(theme: Theme) -> int:
    """Return the height of a row's first line in pixels, that of a button."""
    return round(_BUTTON * max(1.0, theme.text_factor)) + 2


class _Side(QWidget):
    """The view of one side: squares, or a number, and a note below."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._squares = ShapesView(theme, fonts)
        self._number = plain_label(strong=True)
        self._note = plain_label(size="small", tone="quiet", wraps=True)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._squares)
        line.addWidget(self._number)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._note)
        column.addStretch(1)

    def show_view(self, view: SideView, scale: Scale, theme: Theme, colour: str) -> None:
        self.setFixedWidth(side_width(theme))
        has_squares = 1 < len(scale.levels) <= _MOST_SQUARES + 1
        is_rated = bool(view.number)
        self._squares.setVisible(has_squares and (is_rated or view.is_unrated))
        if has_squares:
            width = level_marks_width(scale, _SIDE)
            marks = held_marks(view.level, scale, 0.5, 0.5, _SIDE, colour)
            self._squares.show_shapes(width + 1, _SIDE + 1, marks, theme)
        is_whole = view.level is not None and any(
            level.number == view.level for level in scale.levels
        )
        self._number.setText(view.number)
        self._number.setVisible(is_rated and not (has_squares and is_whole))
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self._line.setFixedHeight(first_line(theme))
        self._line.setVisible(is_rated or not self._squares.isHidden())


class SidesRow(QFrame):
    """One skill; `level_pressed` (skill, level), `wanted` (skill) for another level, `picked`."""

    level_pressed = Signal(str, object)
    wanted = Signal(str)
    picked = Signal(str)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skill = ""
        self._scale: Scale | None = None
        self._levels: tuple[Level, ...] = ()
        self._agreed_level: float | None = None
        self.setProperty("kind", "row")
        self.setProperty("picked", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = plain_label(strong=True, wraps=True)
        self._required = plain_label(size="small", tone="quiet", wraps=True)
        self._sides = _Side(theme, fonts), _Side(theme, fonts)
        self._agreed = QWidget()
        self._buttons_row = QHBoxLayout()
        self._buttons_row.setSpacing(_BUTTON_GAP)
        self._agreed_words = plain_label(size="small", strong=True, wraps=True)
        self.buttons: list[QPushButton] = []
        self._lay_out()

    def _lay_out(self) -> None:
        agreed = QVBoxLayout(self._agreed)
        agreed.setContentsMargins(0, 0, 0, 0)
        agreed.setSpacing(2)
        agreed.addLayout(self._buttons_row)
        agreed.addWidget(self._agreed_words)
        agreed.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(12)
        self._names = names = QVBoxLayout()
        names.setSpacing(0)
        row.addLayout(names, 1)
        names.addWidget(self._name)
        names.addWidget(self._required)
        names.addStretch(1)
        for side in self._sides:
            row.addWidget(side)
        row.addWidget(self._agreed)

    def show_line(
        self,
        line: SidesLine,
        scale: Scale,
        *,
        theme: Theme,
        texts: Texts,
        colour: str,
        is_picked: bool,
    ) -> None:
        """Show another skill."""
        self.skill = line.skill
        self._scale = scale
        self._name.setText(breakable(line.name))
        # Name, squares and buttons stand on one middle.
        above = first_line(theme) - QFontMetrics(theme.font(bold=True)).height()
        self._names.setContentsMargins(0, max(0, above // 2), 0, 0)
        self._required.setText(line.required)
        for side, view in zip(self._sides, (line.by_self, line.by_manager), strict=True):
            side.show_view(view, scale, theme, colour)
        self._agreed.setFixedWidth(agreed_width(scale, theme))
        self._offer(scale, theme, texts)
        self._agreed_level = line.agreed if line.is_agreed else None
        self._press_agreed()
        has_button = line.is_agreed and any(button.isChecked() for button in self.buttons)
        self._agreed_words.setText(breakable(line.agreed_words))
        self._agreed_words.setVisible(bool(line.agreed_words) and not has_button)
        self.setAccessibleName(line.spoken)
        first, last = digit_keys(scale)
        self.setAccessibleDescription(
            texts.tr(
                "{first} to {last} agree the level, N agrees that it is not applicable, "
                "Enter takes any level.",
                first=first,
                last=last,
            )
        )
        self.show_picked(is_picked)

    def show_picked(self, is_picked: bool) -> None:
        """Tell the row of which more is told below from the others."""
        for part in (self, *self.buttons):
            set_look(part, "picked", is_picked)

    def _offer(self, scale: Scale, theme: Theme, texts: Texts) -> None:
        levels = levels_to_press(scale)
        if levels != self._levels:
            for button in self.buttons:
                self._buttons_row.removeWidget(button)
                button.deleteLater()
            self._levels = levels
            self.buttons = [self._button(level) for level in levels]
        side = round(_BUTTON * max(1.0, theme.text_factor))
        for button, level in zip(self.buttons, levels, strict=True):
            number = texts.number(level.number)
            button.setText(number)
            button.setFixedSize(side, first_line(theme))
            words = texts.tr("Agree {level} {name}", level=number, name=texts.pick(level.name))
            button.setAccessibleName(words)
            button.setToolTip(texts.tr("Agree level {level}", level=number))

    def _button(self, level: Level) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "level")
        button.setCheckable(True)
        # The row takes the keys: of a hundred buttons none should stand in the way of Tab.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._on_pressed, level.number))
        self._buttons_row.addWidget(button)
        return button

    def _press_agreed(self) -> None:
        """Let the button of the agreed level be down, and no other."""
        for button, level in zip(self.buttons, self._levels, strict=True):
            button.setChecked(level.number == self._agreed_level)

    def _on_pressed(self, level: float) -> None:
        # What is down follows from what is agreed, not from the click.
        self._press_agreed()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.level_pressed.emit(self.skill, level)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Agree a level by its digit, not applicable by N; ask for any other on Enter."""
        key, said = event.key(), event.text()
        has_modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if said.isdecimal() and not has_modifier and self._scale is not None:
            if self._scale.has(float(said)):
                self.level_pressed.emit(self.skill, float(said))
        elif key == Qt.Key.Key_N and not has_modifier:
            self.level_pressed.emit(self.skill, None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit(self.skill)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell more of this skill."""
        super().focusInEvent(event)
        self.picked.emit(self.skill)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell more of this skill."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class BothSidesRows(KeptRows[SidesRow]):
    """Shows skills; `level_pressed` (skill, level or None), `wanted` (skill), `picked` (skill)."""

    level_pressed = Signal(str, object)
    wanted = Signal(str)
    picked = Signal(str)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(self._row, 2, parent)
        self._theme = theme
        self._fonts = fonts

    def show_lines(
        self,
        lines: Sequence[SidesLine],
        scale: Scale,
        *,
        theme: Theme,
        texts: Texts,
        colour: str,
        picked: str,
    ) -> None:
        """Show other skills; `colour` is the role of colour of what is held."""
        self._theme = theme
        for row, line in zip(self.keep(len(lines)), lines, strict=True):
            row.show_line(
                line,
                scale,
                theme=theme,
                texts=texts,
                colour=colour,
                is_picked=line.skill == picked,
            )

    def show_picked(self, skill: str) -> None:
        """Mark the row of which more is told below."""
        for row in self.rows:
            row.show_picked(row.skill == skill)

    def row_of(self, skill: str) -> SidesRow | None:
        """Return the row of a skill, None where it has none."""
        return next((row for row in self.rows if row.skill == skill), None)

    def _row(self) -> SidesRow:
        row = SidesRow(self._theme, self._fonts)
        row.level_pressed.connect(self.level_pressed)
        row.wanted.connect(self.wanted)
        row.picked.connect(self.picked)
        return row
