"""The sidebar: one button a page, with icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.parts import PageSpec
from planner.gui.theme import Theme

_WIDTH = 96
_ICON = 22


class Sidebar(QFrame):
    """Lists the pages that exist; `page_requested` (key) when one is chosen.

    In a window that is too low for their words the icons stand alone.
    """

    page_requested = Signal(str)

    def __init__(
        self,
        pages: Sequence[PageSpec],
        icons: Icons,
        texts: Texts,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._pages = tuple(pages)
        self._icons = icons
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 14, 6, 14)
        column.setSpacing(8)
        for page in self._pages:
            button = QToolButton()
            button.setProperty("kind", "page")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            # A click leads into the page, whose keys then work.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.page_requested.emit, page.key))
            self._group.addButton(button)
            self._buttons[page.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self.apply_theme(theme)
        self.retranslate(texts)

    def show_page(self, key: str) -> None:
        """Mark the page in front."""
        self._buttons[key].setChecked(True)

    def retranslate(self, texts: Texts) -> None:
        """Name the pages in another language."""
        for number, page in enumerate(self._pages, 1):
            button = self._buttons[page.key]
            title = texts.word(page.title)
            button.setText(title)
            button.setToolTip(f"{title} (Ctrl+{number})")
            button.setAccessibleName(title)

    def apply_theme(self, theme: Theme) -> None:
        """Tint the icons, and make room for larger words."""
        self.setFixedWidth(round(_WIDTH * max(1.0, theme.text_factor)))
        for page in self._pages:
            self._buttons[page.key].setIcon(self._icons.icon(page.icon))
            self._buttons[page.key].setIconSize(self._icons.square(_ICON))
        self._fit()

    def _fit(self) -> None:
        for style in (
            Qt.ToolButtonStyle.ToolButtonTextUnderIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        ):
            for button in self._buttons.values():
                button.setToolButtonStyle(style)
            if self.sizeHint().height() <= self.height():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words where there is room for them."""
        super().resizeEvent(event)
        self._fit()
