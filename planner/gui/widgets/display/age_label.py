"""The day of a rating; a stale one has a clock before it and its word after."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import Tone, plain_label
from planner.gui.widgets.display.shapes_view import ShapesView
from planner.report.gaps.stale_mark import stale_mark

_SIDE = 13.0


class AgeLabel(QWidget):
    """Tells a day, and whether what was said on it is stale."""

    def __init__(
        self,
        day: date,
        texts: Texts,
        theme: Theme,
        *,
        is_stale: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = texts.date(day)
        if is_stale:
            sign = ShapesView(theme, Fonts())
            sign.show_shapes(_SIDE, _SIDE, stale_mark(0, 0, _SIDE, "warning"), theme)
            row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignVCenter)
            words = texts.tr("{day} · stale", day=words)
        tone: Tone = "warning" if is_stale else "quiet"
        row.addWidget(plain_label(words, size="small", tone=tone, wraps=True), 1)
