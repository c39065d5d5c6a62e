"""The way that Tab takes: as things are laid out, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def tab_as_laid_out(widget: QWidget) -> None:
    """Let Tab go through a widget in the order of its layouts.

    Qt's own order is that in which the parts were made, which is wrong for rows that come later.
    """
    for before, after in pairwise(_stops(widget)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    shown = None
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
    elif isinstance(widget, QScrollArea):
        shown = widget.widget()
    if shown is not None:
        yield from _stops(shown)
    elif (layout := widget.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        part, inner = (item.widget(), item.layout()) if item else (None, None)
        if part is not None:
            yield from _stops(part)
        elif inner is not None:
            yield from _stops_in(inner)
