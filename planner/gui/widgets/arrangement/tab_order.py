"""The way that Tab takes: as things are laid out, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def tab_as_laid_out(widget: QWidget) -> None:
    """Let Tab go through a widget in the order of its layouts.

    Qt's own order is that in which the parts were made, which is wrong for rows that come later.
    """
    for before, after in pairwise(laid_out_stops(widget)):
        QWidget.setTabOrder(before, after)


def tab_in_its_place(widget: QWidget) -> None:
    """Let Tab come to what was made late in a widget where the widget itself has its place.

    Qt orders nothing by a widget that Tab passes over, so that it is a stop for a moment.
    """
    policy = widget.focusPolicy()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tab_as_laid_out(widget)
    widget.setFocusPolicy(policy)


def laid_out_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield the stops of Tab in a widget in the order of its layouts, hidden ones too."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    shown = None
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
    elif isinstance(widget, QScrollArea):
        shown = widget.widget()
    if shown is not None:
        yield from laid_out_stops(shown)
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            if (part := widget.widget(place)) is not None:
                yield from laid_out_stops(part)
    elif (layout := widget.layout()) is not None:
        yield from _stops_in(layout, widget)


def _stops_in(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    # The parts are asked for their places, not the layout for its items: PySide keeps what it hands
    # out of those after Qt has deleted them, and then takes what comes to lie there for the same.
    places: dict[int, QWidget | QLayout] = {}
    for widget in owner.children():
        if isinstance(widget, QWidget):
            places[layout.indexOf(widget)] = widget
    for inner in layout.children():
        if isinstance(inner, QLayout):
            places[layout.indexOf(inner)] = inner
    for place in sorted(place for place in places if place >= 0):
        part = places[place]
        yield from laid_out_stops(part) if isinstance(part, QWidget) else _stops_in(part, owner)
