"""A field for a number that is written as anybody writes it: 3 and 2.5, never 3.00."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from planner.gui.widgets.inputs.fields import set_in


class NumberField(QDoubleSpinBox):
    """A number with so many decimals at most, and no needless zeros."""

    def __init__(self, decimals: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(decimals)
        set_in(self)

    def textFromValue(self, value: float) -> str:
        """Return the number in the locale's form."""
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text
