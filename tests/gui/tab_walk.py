"""A walk by Tab through a window, and what is seen of the focus at each stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.gui.widgets.arrangement.tab_order import laid_out_stops

# More than a cursor that blinks in a field, less than any ring.
LEAST_RING = 60
_ENOUGH = 100


class Stop(NamedTuple):
    """A place that Tab leads to: whether it is in sight, how many pixels the focus changes."""

    widget: QWidget
    name: str
    is_seen: bool
    ring: int


def stops(window: QWidget) -> list[Stop]:
    """Walk by Tab from where the focus is."""
    return list(_walk(window))


def unseen(walked: Sequence[Stop]) -> list[str]:
    """Return the stops at which nobody sees where the focus is."""
    return [
        f"{stop.name}: {'no ring' if stop.is_seen else 'out of sight'}"
        for stop in walked
        if not stop.is_seen or stop.ring < LEAST_RING
    ]


def out_of_place(walked: Sequence[Stop], within: QWidget) -> list[str]:
    """Return the stops in a part of the window that come otherwise than they are laid out."""
    laid_out = list(laid_out_stops(within))
    got = [stop for stop in walked if stop.widget in laid_out]
    been = [stop.widget for stop in got]
    wanted = [widget for widget in laid_out if widget in been]
    # It is a round, which begins wherever the focus was.
    turn = wanted.index(been[0]) if been else 0
    wanted = wanted[turn:] + wanted[:turn]
    return [
        f"{stop.name}: {_described(widget)} should come"
        for stop, widget in zip(got, wanted, strict=True)
        if stop.widget is not widget
    ]


def _walk(window: QWidget) -> Iterator[Stop]:
    """Tab on until a stop comes again: what closes when it is left is not come back to."""
    now = QApplication.focusWidget()
    assert now is not None
    assert window.isAncestorOf(now)
    been: list[QWidget] = []
    while now not in been:
        assert now is not None, "Tab has lost the focus"
        been.append(now)
        yield _stop(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()


def _stop(widget: QWidget) -> Stop:
    is_seen = _is_in_sight(widget)
    with_focus = widget.grab().toImage()
    widget.clearFocus()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return Stop(widget, _described(widget), is_seen, _difference(with_focus, without))


def _is_in_sight(widget: QWidget) -> bool:
    """Whether nothing of a widget is cut off, or of a large one so much is seen as is of use."""
    seen, around = widget.rect(), widget
    while not around.isWindow():
        seen = seen.translated(around.pos())
        around = around.parentWidget()
        seen = seen.intersected(around.rect())
    whole = widget.size()
    return (
        widget.isVisible()
        and seen.width() >= min(whole.width(), _ENOUGH)
        and seen.height() >= min(whole.height(), _ENOUGH)
    )


def _difference(one: QImage, other: QImage) -> int:
    """Return in how many pixels two pictures differ."""
    if one.size() != other.size():
        return max(one.width() * one.height(), other.width() * other.height())
    return int((_pixels(one) != _pixels(other)).sum())


def _pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint32).copy()


def _described(widget: QWidget) -> str:
    owner = widget.parentWidget()
    within = type(owner).__name__ if owner is not None else "nothing"
    said = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{said}” in {within}"
