"""Words as they are painted: where a line may break, and where none may."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QTextLayout
from pytestqt.qtbot import QtBot

from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import painted

_AS_WRITTEN = {0x2060: None, 0x00A0: " "}


def lines(text: str, theme: Theme, room: str) -> list[str]:
    """Return the lines in which a text is set where `room` has room."""
    font = theme.font()
    layout = QTextLayout(text, font)
    found = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(QFontMetricsF(font).horizontalAdvance(room) + 1)
        found.append(text[line.textStart() :][: line.textLength()].strip().translate(_AS_WRITTEN))
    layout.endLayout()
    return found


@pytest.mark.parametrize(
    ("text", "room", "wished"),
    [
        (
            "Community operator (AM–LM)",
            "Community operator (AM–",
            ["Community operator", "(AM–LM)"],
        ),
        ("社区运营官（AM–LM 融合）", "社区运营官（AM–LM 融", ["社区运营官", "（AM–LM 融合）"]),
        ("经理 2024年7月31日", "经理 2024年7月", ["经理", "2024年7月31日"]),
    ],
)
def test_a_line_breaks_in_no_short_bracket_and_in_no_chinese_date(
    qtbot: QtBot, theme: Theme, text: str, room: str, wished: list[str]
) -> None:
    assert lines(painted(text), theme, room) == wished
