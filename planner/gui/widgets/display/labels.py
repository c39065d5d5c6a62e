"""Labels and small parts that look alike everywhere; no text of theirs is taken for markup."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from planner.gui.theme import TextSize

Tone = Literal["", "quiet", "accent", "warning", "danger", "success"]
_LONG_WORD = re.compile(r"\S{24,}")
_PIECE = 12
_CHINESE_DAY = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第\d季度)?")
# A few letters in brackets, such as (AM–LM).
_BRACKETED = re.compile(r"\([^\s()]{1,12}\)|（[^（）]{1,10}）")
_NO_BREAK, _NO_BREAK_SPACE = "\u2060", "\u00a0"
# A Chinese word between dots, short enough to stand in any column.
_SHORT_PART = re.compile(r"(?:(?<= · )|(?<!.))[^\W\d_a-zA-Z]{2,5}(?= · |$)")


def plain_label(
    text: str = "",
    *,
    size: TextSize = "body",
    tone: Tone = "",
    strong: bool = False,
    wraps: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label in one of the three sizes; the style sheet colours it by its tone."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("text_size", size)
    label.setProperty("tone", tone)
    label.setProperty("strong", strong)
    label.setWordWrap(wraps)
    label.setText(text)
    return label


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget another tone."""
    set_look(widget, "tone", tone)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a thin line across."""
    line = QFrame(parent)
    line.setProperty("kind", "hairline")
    return line


def breakable(text: str) -> str:
    """Return a text whose overlong words may break, so that they wrap instead of being cut."""
    return _LONG_WORD.sub(_with_breaks, text)


def painted(text: str) -> str:
    """Return a text as it is painted in a cell: `breakable`, but within no Chinese date or bracket.

    Nor within a short Chinese word between dots. For painting and measuring alone, so that nobody
    copies what joins them.
    """
    words = _CHINESE_DAY.sub(_joined, _BRACKETED.sub(_joined, breakable(text)))
    return _SHORT_PART.sub(_joined, words) if " · " in words else words


def _joined(found: re.Match[str]) -> str:
    return _NO_BREAK.join(found[0].replace(" ", _NO_BREAK_SPACE))


def _with_breaks(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
