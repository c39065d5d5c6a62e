"""Words of facts wrap at the dots between them, and within one only where it has no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from planner.gui.fonts import font as planner_font
from planner.gui.widgets.rows.row_painting import at_dots, words_height

WORDS = ["manager · Nov 2024 · stale", "经理 · 2024年11月 · 过期"]


def lines_of(words: str, font: QFont, width: int) -> int:
    """How many lines words take at a width."""
    return round(words_height(font, words, width) / QFontMetrics(font).height())


@pytest.mark.parametrize("words", WORDS)
def test_a_line_ends_at_a_dot(qtbot: QtBot, words: str) -> None:
    font = planner_font(14)
    metrics = QFontMetrics(font)
    parts = words.split(" · ")
    # Room for two facts, and for a part of the third that is shorter than that third.
    width = metrics.horizontalAdvance(" · ".join(parts[:2]) + " ·") + 3
    said = at_dots(font, words, width)
    assert lines_of(said, font, width) == 2
    # What stands on the second line is the third fact whole: it is as wide as that.
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    whole = metrics.boundingRect(QRect(0, 0, width, 1000), flags, said).width()
    assert whole <= width
    assert " " not in said.split(" ")[-1]
    assert [part.replace("\u2060", "").replace("\u00a0", " ") for part in said.split(" ")] == [
        f"{parts[0]} ·",
        f"{parts[1]} ·",
        parts[2],
    ]


def test_a_fact_without_room_wraps_as_usual(qtbot: QtBot) -> None:
    font = planner_font(14)
    narrow = QFontMetrics(font).horizontalAdvance("Nov 2024") - 4
    assert at_dots(font, WORDS[0], narrow) == WORDS[0]
