"""The foot of the map: what the line styles mean, and the buttons that zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.core.model import MoveKind
from planner.core.people import Stance
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.display.shapes_view import ShapesView
from planner.report.drawing import Shape
from planner.report.map.map_drawing import legend_shapes
from planner.report.map.state import MapState

_SIDE = 34
_MARGIN, _LEFT = 8, 16

_SHEET = """
QToolButton {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; padding: 0; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border: 2px solid {accent}; }}
"""


class MapFoot(QWidget):
    """Shows the legend in as many rows as it needs; `zoomed_in`, `zoomed_out` and `fitted`."""

    zoomed_in = Signal()
    zoomed_out = Signal()
    fitted = Signal()

    def __init__(
        self, icons: Icons, theme: Theme, fonts: Fonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._fonts = fonts
        self._texts: Texts | None = None
        self._kinds: tuple[MoveKind, ...] = ()
        self._has_ring = False
        self._stances: tuple[Stance, ...] = ()
        self._drawn: tuple[Shape, ...] = ()
        self._legend = ShapesView(theme, fonts)
        # It wraps, so it never keeps the window from being made narrower.
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, _MARGIN, 16, _MARGIN)
        row.setSpacing(8)
        row.addWidget(self._legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self._buttons: dict[str, QToolButton] = {}
        for name, wished in (
            ("minus", self.zoomed_out),
            ("plus", self.zoomed_in),
            ("fit", self.fitted),
        ):
            button = QToolButton()
            button.clicked.connect(wished)
            self._buttons[name] = button
            row.addWidget(button)
        self.apply_theme(theme)

    def button(self, name: str) -> QToolButton:
        """Return the button `minus`, `plus` or `fit`."""
        return self._buttons[name]

    def show_legend(self, kinds: tuple[MoveKind, ...], state: MapState, texts: Texts) -> None:
        """Explain these kinds of move, the ring where there is one, and the signs of stances."""
        self._kinds, self._texts = kinds, texts
        self._has_ring, self._stances = bool(state.present), state.stances
        self._draw()

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        for name, words in {
            "minus": texts.tr("Zoom out"),
            "plus": texts.tr("Zoom in"),
            "fit": texts.tr("Show the whole map"),
        }.items():
            self._buttons[name].setToolTip(words)
            self._buttons[name].setAccessibleName(words)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        sheet = _SHEET.format(
            surface=theme.hex("surface"),
            line=theme.hex("line"),
            hover=theme.hex("surface-quiet"),
            accent=theme.hex("accent"),
        )
        side = round(_SIDE * max(1.0, theme.text_factor))
        for name, button in self._buttons.items():
            button.setStyleSheet(sheet)
            button.setFixedSize(side, side)
            button.setIconSize(QSize(side // 2, side // 2))
            button.setIcon(self._icons.icon(name))
        self._drawn = ()
        self._draw()

    def _draw(self) -> None:
        if self._texts is None:
            return
        buttons = 3 * (self._buttons["fit"].width() + 8)
        width = max(100.0, (self.width() - _LEFT - 24 - buttons) / self._theme.text_factor)
        shapes, height = legend_shapes(
            self._kinds,
            self._texts,
            self._fonts.width,
            x=0.0,
            y=0.0,
            width=width,
            has_ring=self._has_ring,
            stances=self._stances,
        )
        if shapes != self._drawn:
            self._drawn = shapes
            self._legend.show_shapes(width, height, shapes, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the legend anew."""
        super().resizeEvent(event)
        self._draw()
