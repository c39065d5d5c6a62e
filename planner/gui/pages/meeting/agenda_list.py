"""The points of an agenda: ticked, moved, taken off and added by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.choices.tick_box import TickBox
from planner.gui.widgets.display.labels import breakable, plain_label, set_look, set_tone

_TOP = Qt.AlignmentFlag.AlignTop
_ICON = 14
# The first line of words stands in the middle of the box beside it.
_ABOVE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point as it is shown: its words, where it comes from, and whether it was talked about."""

    words: str
    origin: str = ""
    is_done: bool = False


class _PointRow(QWidget):
    """One point; its buttons come up under the mouse, the keys of the box do the same."""

    ticked = Signal(int, bool)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0
        self._can_arrange = False
        self.box = TickBox(theme)
        self._words = plain_label(wraps=True)
        self._origin = plain_label(size="small", tone="quiet", wraps=True)
        self.up, self.down, self.remove = QToolButton(), QToolButton(), QToolButton()
        self.box.clicked.connect(self._on_ticked)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, alignment=_TOP)
        words = QVBoxLayout()
        words.setContentsMargins(0, _ABOVE, 0, 0)
        words.setSpacing(0)
        row.addLayout(words, 1)
        words.addWidget(self._words)
        words.addWidget(self._origin)
        words.addStretch(1)
        for button in (self.up, self.down, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("kind", "small")
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            button.hide()
            row.addWidget(button, alignment=_TOP)

    def show_point(
        self, place: int, point: Point, *, can_arrange: bool, texts: Texts, theme: Theme
    ) -> None:
        self._place = place
        self._can_arrange = can_arrange
        self.box.apply_theme(theme)
        self.box.setChecked(point.is_done)
        self._words.setText(breakable(point.words))
        set_look(self._words, "strong", not point.is_done)
        set_tone(self._words, "quiet" if point.is_done else "")
        self._origin.setText(breakable(point.origin))
        self._origin.setVisible(bool(point.origin))
        name = point.words
        if point.origin:
            name = texts.tr("{point}, {origin}", point=point.words, origin=point.origin)
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(
            texts.tr("Space ticks it off, Alt+Up and Alt+Down move it, Delete takes it off.")
        )
        for button, words in (
            (self.up, texts.tr("Move up (Alt+Up)")),
            (self.down, texts.tr("Move down (Alt+Down)")),
            (self.remove, texts.tr("Take off the agenda (Delete)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def tint(self, icons: Icons, theme: Theme) -> None:
        side = round(_ICON * max(1.0, theme.text_factor))
        for button, icon in (
            (self.up, "chevron-up"),
            (self.down, "chevron-down"),
            (self.remove, "close"),
        ):
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(side, side))

    def _on_ticked(self, is_done: bool) -> None:
        self.ticked.emit(self._place, is_done)

    def _on_up(self) -> None:
        self.moved.emit(self._place, self._place - 1)

    def _on_down(self) -> None:
        self.moved.emit(self._place, self._place + 1)

    def _on_removed(self) -> None:
        self.removed.emit(self._place)

    def _show_buttons(self, are_shown: bool) -> None:
        for button in (self.up, self.down, self.remove):
            button.setVisible(are_shown and self._can_arrange)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the buttons."""
        super().enterEvent(event)
        self._show_buttons(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the buttons away."""
        super().leaveEvent(event)
        self._show_buttons(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on Alt with an arrow, take off on Delete."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._place, self._place + steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._on_removed()
        else:
            super().keyPressEvent(event)


class AgendaList(KeptRows[_PointRow]):
    """Shows points; `ticked` (place, is done), `moved` (place, to) and `removed` (place)."""

    ticked = Signal(int, bool)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(
        self, icons: Icons, theme: Theme, *, can_arrange: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(self._row, 5, parent)
        self._icons = icons
        self._theme = theme
        self._can_arrange = can_arrange

    def show_points(self, points: Sequence[Point], theme: Theme, texts: Texts) -> None:
        """Show other points."""
        self._theme = theme
        rows = self.keep(len(points))
        for place, (row, point) in enumerate(zip(rows, points, strict=True)):
            row.show_point(place, point, can_arrange=self._can_arrange, texts=texts, theme=theme)
            row.tint(self._icons, theme)

    def _row(self) -> _PointRow:
        row = _PointRow(self._theme)
        row.ticked.connect(self.ticked)
        row.moved.connect(self._on_moved)
        row.removed.connect(self.removed)
        return row

    def _on_moved(self, place: int, to: int) -> None:
        if 0 <= to < len(self.rows):
            had_focus = self.place() == place
            self.moved.emit(place, to)
            if had_focus:
                self.focus(to)
