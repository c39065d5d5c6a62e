"""The bar above the map: map or table, how much of it, and the search."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.report.map.part import Scope

Twin = Literal["map", "table"]
TWINS: tuple[Twin, ...] = ("map", "table")
FARTHEST = 3
# The least and the largest width of the search, and what surrounds its words, in pixels.
_SEARCH, _AROUND_WORDS = (120, 260), 32
# Up to this text size the search says what it finds.
_MOST = 1.5

_SHEET = """
QPushButton {{ background: {surface}; color: {quiet}; border: 1px solid {line};
    border-radius: 0; padding: 5px 16px; margin-left: -1px; font-weight: 400; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:checked {{ background: {soft}; color: {accent}; border: 1px solid {accent};
    font-weight: 600; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 15px; }}
QPushButton[place="first"] {{ border-top-left-radius: 8px; border-bottom-left-radius: 8px;
    margin-left: 0; }}
QPushButton[place="last"] {{ border-top-right-radius: 8px; border-bottom-right-radius: 8px; }}
"""


class MapBar(QWidget):
    """Asks for the map or the table, for a scope, and for roles by name.

    Signals: `twin_chosen` (map or table), `scope_chosen` (moves, 0 for all; whether around the
    selected role), `searched` (text) while typing, `search_stepped` (1 on, -1 back) on Return and
    the arrows, `search_left` on Escape, `traps_wished`, `what_if_requested`.
    """

    twin_chosen = Signal(str)
    scope_chosen = Signal(int, bool)
    searched = Signal(str)
    search_stepped = Signal(int)
    search_left = Signal()
    traps_wished = Signal()
    what_if_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = ""
        self._search_words = ("", "")
        self._group = QButtonGroup(self)
        self._twins: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        row.addLayout(switch)
        for twin, place in zip(TWINS, ("first", "last"), strict=True):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("place", place)
            # A click leaves the focus on what is shown, whose keys then work.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.twin_chosen.emit, twin))
            self._group.addButton(button)
            self._twins[twin] = button
            switch.addWidget(button)
        self.scope = QComboBox()
        self.around = QComboBox()
        for box in (self.scope, self.around):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._choose_scope)
            row.addWidget(box)
        self.traps = QPushButton()
        self.traps.setProperty("kind", "link")
        self.traps.clicked.connect(self.traps_wished)
        row.addWidget(self.traps)
        row.addStretch(1)
        self.what_if = QPushButton()
        self.what_if.clicked.connect(self.what_if_requested)
        row.addWidget(self.what_if)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(self.searched)
        self.search.installEventFilter(self)
        row.addWidget(self.search, 1)
        self.apply_theme(theme)

    def show_twin(self, twin: Twin) -> None:
        """Put the button of the map or of the table down."""
        self._twins[twin].setChecked(True)

    def twin_button(self, twin: Twin) -> QPushButton:
        """Return the button of the map or of the table."""
        return self._twins[twin]

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language."""
        names = {"map": texts.tr("Map"), "table": texts.tr("Table")}
        for twin, button in self._twins.items():
            button.setText(names[twin])
            button.setAccessibleName(texts.tr("Show as: {name}", name=names[twin]))
        chosen = max(self.scope.currentIndex(), 0)
        self.scope.clear()
        self.scope.addItem(texts.tr("Whole map"))
        for moves in range(1, FARTHEST + 1):
            self.scope.addItem(texts.ntr("Within {count} move", "Within {count} moves", moves))
        self.scope.setCurrentIndex(chosen)
        self.what_if.setText(texts.tr("What if…"))
        words = texts.tr("Imagine other levels, hours, another industry or role (Ctrl+Shift+W)")
        self.what_if.setToolTip(words)
        self.what_if.setAccessibleName(texts.tr("What if"))
        self.scope.setAccessibleName(texts.tr("How much of the map is shown"))
        self.around.setAccessibleName(texts.tr("Around which role"))
        self.traps.setText(texts.tr("Traps"))
        self.traps.setAccessibleName(texts.tr("Traps on the map"))
        self.traps.setToolTip(texts.tr("One-way doors, and roles that nobody reaches or leaves"))
        self._search_words = (texts.tr("Find a role"), texts.tr("Find"))
        self._fit_search()
        self.search.setAccessibleName(texts.tr("Find a role on the map"))

    def show_scope(self, scope: Scope, present: str, around_name: str, texts: Texts) -> None:
        """Show which scope is in force, around the present role or around a named one."""
        self.scope.setCurrentIndex(scope.moves)
        around_you = scope.around == present or not scope.moves
        self.around.clear()
        self.around.addItem(texts.tr("of you"))
        self.around.addItem(
            texts.tr("of the selected role")
            if around_you
            else texts.tr("of {role}", role=around_name)
        )
        self.around.setCurrentIndex(0 if around_you else 1)
        self.around.setVisible(scope.moves > 0)

    def begin_search(self, text: str = "") -> None:
        """Put the cursor into the search, with the first letters typed where there are some."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.search.setText(text)
            self.searched.emit(text)
        else:
            self.search.selectAll()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours."""
        sheet = _SHEET.format(
            surface=theme.hex("surface"),
            quiet=theme.hex("text-quiet"),
            line=theme.hex("line-strong"),
            hover=theme.hex("surface-quiet"),
            soft=theme.hex("accent-soft"),
            accent=theme.hex("accent"),
        )
        for button in self._twins.values():
            button.setStyleSheet(sheet)
        self._font, self._text_factor = theme.font(), theme.text_factor
        self._fit_search()

    def _fit_search(self) -> None:
        """Let the search never be narrower than what it says while it is empty.

        Beside the largest letters it says less, so that the window keeps its least width.
        """
        said = self._search_words[self._text_factor > _MOST]
        self.search.setPlaceholderText(said)
        words = QFontMetrics(self._font).horizontalAdvance(said)
        least = max(_SEARCH[0], words + _AROUND_WORDS)
        self.search.setMinimumWidth(least)
        self.search.setMaximumWidth(max(least, round(_SEARCH[1] * self._text_factor)))

    def _choose_scope(self, _index: int) -> None:
        self.scope_chosen.emit(self.scope.currentIndex(), self.around.currentIndex() == 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step through what was found by keys, and leave the search on Escape."""
        if watched is self.search and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
                if is_press:
                    self.search_stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key == Qt.Key.Key_Escape:
                if is_press:
                    self.search_left.emit()
                return True
        return super().eventFilter(watched, event)
