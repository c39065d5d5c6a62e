"""Short lines one below the other: facts with a sign, and actions with who, what and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.choices.tick_box import TickBox
from planner.gui.widgets.display.labels import Tone, breakable, plain_label, set_look, set_tone

_ICON = 16
# The first line of words stands in the middle of the box or sign beside it.
_ABOVE = 2
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A fact: its icon in a role of colour, its words, and more in small letters below.

    `point` is what would stand on the agenda; empty where it is offered for none.
    """

    icon: str
    colour: str
    words: str
    more: str = ""
    point: str = ""


class _FactRow(QWidget):
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = ""
        self._sign = QLabel()
        self._words = plain_label(wraps=True)
        self._more = plain_label(size="small", tone="quiet", wraps=True)
        self.button = QToolButton()
        self.button.setProperty("kind", "small")
        self.button.clicked.connect(self._on_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign, alignment=_TOP)
        words = QVBoxLayout()
        words.setContentsMargins(0, _ABOVE, 0, 0)
        words.setSpacing(1)
        row.addLayout(words, 1)
        words.addWidget(self._words)
        words.addWidget(self._more)
        words.addStretch(1)
        row.addWidget(self.button, alignment=_TOP)

    def show_line(self, line: FactLine, icons: Icons, theme: Theme, texts: Texts) -> None:
        side = round(_ICON * max(1.0, theme.text_factor))
        size = QSize(side, side)
        self._sign.setPixmap(icons.icon(line.icon, line.colour).pixmap(size))
        self._sign.setFixedSize(side, self._words.fontMetrics().height() + 2 * _ABOVE)
        self._words.setText(breakable(line.words))
        self._more.setText(breakable(line.more))
        self._more.setVisible(bool(line.more))
        self._point = line.point
        self.button.setVisible(bool(line.point))
        if line.point:
            name = texts.tr("Put on the agenda: {point}", point=line.point)
            self.button.setIcon(icons.icon("plus", "accent"))
            self.button.setIconSize(QSize(side, side))
            self.button.setAccessibleName(name)
            self.button.setToolTip(texts.tr("Put on the agenda"))

    def _on_wanted(self) -> None:
        self.wanted.emit(self._point)


class FactRows(KeptRows[_FactRow]):
    """Shows facts; `point_wanted` (words) when one is to stand on the agenda."""

    point_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(self._row, 6, parent)
        self._icons = icons

    def show_lines(self, lines: Sequence[FactLine], theme: Theme, texts: Texts) -> None:
        """Show other facts."""
        for row, line in zip(self.keep(len(lines)), lines, strict=True):
            row.show_line(line, self._icons, theme, texts)

    def _row(self) -> _FactRow:
        row = _FactRow()
        row.wanted.connect(self.point_wanted)
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """An action: who does it (in short, and in full), what, and when or how it ended.

    `can_be_ticked` is False for what is only told.
    """

    key: str
    who: str
    name: str
    title: str
    words: str
    tone: Tone = "quiet"
    is_done: bool = False
    can_be_ticked: bool = True
    more: str = ""


class _ActionRow(QWidget):
    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.box = TickBox(theme)
        self.who = plain_label()
        self.who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.who.setProperty("kind", "pill")
        self._title = plain_label(wraps=True)
        self._more = plain_label(size="small", tone="quiet", wraps=True)
        self._when = plain_label(strong=True)
        self.box.clicked.connect(self._on_clicked)
        self._when.setContentsMargins(0, _ABOVE, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.box, self.who):
            row.addWidget(part, alignment=_TOP)
        words = QVBoxLayout()
        words.setContentsMargins(0, _ABOVE, 0, 0)
        words.setSpacing(1)
        row.addLayout(words, 1)
        words.addWidget(self._title)
        words.addWidget(self._more)
        words.addStretch(1)
        row.addWidget(self._when, alignment=_TOP)

    def show_line(self, line: ActionLine, theme: Theme, texts: Texts) -> None:
        self._key = line.key
        self.box.apply_theme(theme)
        self.box.setVisible(line.can_be_ticked)
        self.box.setChecked(line.is_done)
        self.who.setMinimumWidth(0)
        self.who.setText(line.who)
        self.who.setAccessibleName(line.name)
        self._title.setText(breakable(line.title))
        set_tone(self._title, "quiet" if line.is_done else "")
        self._more.setText(breakable(line.more))
        self._more.setVisible(bool(line.more))
        self._when.setText(line.words)
        set_tone(self._when, line.tone)
        set_look(self._when, "strong", line.tone not in ("", "quiet"))
        self.box.setAccessibleName(
            texts.tr("{title}, {name}, {state}", title=line.title, name=line.name, state=line.words)
        )
        self.box.setAccessibleDescription(texts.tr("Space says that it is done."))

    def _on_clicked(self, is_done: bool) -> None:
        self.ticked.emit(self._key, is_done)


class ActionRows(KeptRows[_ActionRow]):
    """Shows actions; `ticked` (key, is done)."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self._row, 6, parent)
        self._theme = theme

    def show_lines(self, lines: Sequence[ActionLine], theme: Theme, texts: Texts) -> None:
        """Show other actions."""
        self._theme = theme
        rows = self.keep(len(lines))
        for row, line in zip(rows, lines, strict=True):
            row.show_line(line, theme, texts)
        widest = max((row.who.sizeHint().width() for row in rows), default=0)
        for row in rows:
            row.who.setMinimumWidth(widest)

    def _row(self) -> _ActionRow:
        row = _ActionRow(self._theme)
        row.ticked.connect(self.ticked)
        return row
