"""A heading row that marks the sorted column beside its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

_RISES, _FALLS = "↑", "↓"
_NO_BREAK = "\N{NO-BREAK SPACE}"


class SortHeader(QHeaderView):
    """Marks the sorted column right after its heading: an arrow up where values rise, else down.

    Qt's own mark stands at the far end of the column, next to the heading that follows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        """Put the mark into the words."""
        super().initStyleOptionForIndex(option, logicalIndex)
        if self.isSortIndicatorShown() and logicalIndex == self.sortIndicatorSection():
            rises = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            option.sortIndicator = QStyleOptionHeader.SortIndicator.None_
            option.text = f"{option.text}{_NO_BREAK}{_RISES if rises else _FALLS}"
