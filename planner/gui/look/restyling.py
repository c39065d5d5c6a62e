"""Puts a style sheet on widgets at the least cost: each is polished once, and only in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle


class LateStyled(QWidget):
    """A part of the window that takes another style sheet when it is next shown, if not seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_style_old = False

    def style_later(self) -> None:
        """Keep the old style as long as nobody sees it."""
        self._is_style_old = True

    def showEvent(self, event: QShowEvent) -> None:
        """Take the style that was put on meanwhile."""
        super().showEvent(event)
        if self._is_style_old:
            self._is_style_old = False
            _polish(_whole(self))


def restyle(application: QApplication, sheet: str) -> None:
    """Put a style sheet on, at once on all but the `LateStyled` that nobody sees.

    Qt itself would polish every widget once for each of those that it stands in, except where the
    style sheet is the first one.
    """
    if not application.styleSheet():
        application.setStyleSheet(sheet)
        return
    widgets = application.allWidgets()
    with _rules_kept():
        _exchange(application, sheet, widgets)
    late: set[QWidget] = set()
    for widget in widgets:
        if isinstance(widget, LateStyled) and not widget.isVisible():
            widget.style_later()
            late.update(_whole(widget))
    _polish(widget for widget in widgets if widget not in late)


@contextmanager
def plainly_made() -> Iterator[None]:
    """Let widgets be made without the style sheet, and put it on when they are finished.

    With one on, Qt styles a widget again each time that one it stands in gets a parent.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication) or not (sheet := application.styleSheet()):
        yield
        return
    with _rules_kept():
        before = application.allWidgets()
        _exchange(application, "", before)
        try:
            yield
        finally:
            widgets = application.allWidgets()
            _exchange(application, sheet, widgets)
            new = set(widgets).difference(before)
            _polish(widget for widget in widgets if widget in new)


@contextmanager
def _rules_kept() -> Iterator[None]:
    """Let Qt keep what it knows of styled widgets while the application has no style sheet.

    With the last style sheet Qt forgets which widgets it must hear of when they are destroyed, and
    would later reach for those that are gone.
    """
    keeper = QWidget()
    keeper.setStyleSheet("QWidget {}")
    try:
        yield
    finally:
        shiboken6.delete(keeper)


def _exchange(application: QApplication, sheet: str, widgets: Iterable[QWidget]) -> None:
    """Change the application's style sheet without a word to its widgets."""
    polished = [widget for widget in widgets if widget.testAttribute(_POLISHED)]
    following = [widget for widget in widgets if not widget.testAttribute(_OWN_STYLE)]
    _set(polished, _POLISHED, is_on=False)
    _set(following, _OWN_STYLE, is_on=True)
    try:
        # The attributes count where a style sheet comes or goes, not where one becomes another.
        application.setStyleSheet("")
        application.setStyleSheet(sheet)
    finally:
        _set(polished, _POLISHED, is_on=True)
        _set(following, _OWN_STYLE, is_on=False)


def _set(widgets: Iterable[QWidget], attribute: Qt.WidgetAttribute, *, is_on: bool) -> None:
    for widget in widgets:
        widget.setAttribute(attribute, is_on)


def _polish(widgets: Iterable[QWidget]) -> None:
    """Let those widgets take the style of the moment that have one already."""
    styled = [widget for widget in widgets if widget.testAttribute(_POLISHED)]
    for kind in (QEvent.Type.Polish, QEvent.Type.StyleChange):
        for widget in styled:
            QApplication.sendEvent(widget, QEvent(kind))
            if kind == QEvent.Type.StyleChange:
                widget.update()


def _whole(widget: QWidget) -> Iterable[QWidget]:
    return (widget, *widget.findChildren(QWidget))
