"""Numbers in fields have no needless zeros, in whatever form the locale writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from planner.gui.widgets.inputs.number_field import NumberField


@pytest.mark.parametrize(
    ("value", "shown"), [(3.0, "3"), (2.5, "2.5"), (2.55, "2.55"), (0.0, "0"), (100.0, "100")]
)
def test_a_number_has_no_needless_zeros(qtbot: QtBot, value: float, shown: str) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setLocale(QLocale("en"))
    field.setMaximum(200)
    field.setValue(value)
    assert field.text() == shown
    field.setLocale(QLocale("de"))
    field.setValue(0.5)
    field.setValue(value)
    assert field.text() == shown.replace(".", ",")


def test_whole_numbers_keep_their_zeros(qtbot: QtBot) -> None:
    field = NumberField(0)
    qtbot.addWidget(field)
    field.setMaximum(200)
    field.setValue(100)
    assert field.text() == "100"
