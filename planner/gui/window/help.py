"""The help: pages of text for every page of the window, the rules, the words and the keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.display.focus_ring import FocusRing

TOPICS = (
    "start", "map", "compare", "gaps", "assessment", "history", "plan", "routes", "what-if",
    "meeting", "choice", "team", "industry", "person", "kpis", "readiness", "glossary",
    "keyboard", "paper", "data",
)  # fmt: skip

_INDENT = 18
_CELL = 6


class HelpText(QTextBrowser):
    """Shows one page; it loads nothing, neither from the disk nor from the net."""

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Return nothing for every picture or file."""
        return None


class HelpWindow(QWidget):
    """A window of its own beside the planner's; its topics stand at the left."""

    def __init__(
        self, folder: Path, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._folder = folder
        self._texts = texts
        self._theme = theme
        self.topics = QListWidget()
        FocusRing(self.topics)
        self.text = HelpText()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.topics.currentRowChanged.connect(self._show_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.topics)
        row.addWidget(self.text, 1)
        self.resize(820, 640)
        self.retranslate(texts)

    @property
    def topic(self) -> str:
        """The page shown."""
        return TOPICS[max(0, self.topics.currentRow())]

    def show_topic(self, topic: str) -> None:
        """Show a page; an unknown one shows the first."""
        self.topics.setCurrentRow(TOPICS.index(topic) if topic in TOPICS else 0)
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self, texts: Texts) -> None:
        """Show the same page in another language."""
        self._texts = texts
        row = max(0, self.topics.currentRow())
        self.setWindowTitle(texts.tr("Help: Career Planner"))
        self.topics.setAccessibleName(texts.tr("Topics"))
        self.text.setAccessibleName(texts.tr("Help"))
        self.topics.clear()
        self.topics.addItems([heading(self.page(topic)) for topic in TOPICS])
        self.topics.setCurrentRow(row)
        self.apply_theme(self._theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self.topics.setFixedWidth(round(200 * theme.text_factor))
        self._show_row(self.topics.currentRow())

    def page(self, topic: str) -> str:
        """Return the Markdown of a page in the present language."""
        return (self._folder / self._texts.language / f"{topic}.md").read_text(encoding="utf-8")

    def _show_row(self, row: int) -> None:
        if row >= 0:
            self.text.document().setDefaultFont(self._theme.font())
            self.text.document().setIndentWidth(_INDENT)
            self.text.setMarkdown(self.page(TOPICS[row]))
            self._set_headings()
            self._quieten_tables()
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_headings(self) -> None:
        """Set headings in our sizes, and give every line air."""
        cursor = QTextCursor(self.text.document())
        block = self.text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor.setPosition(block.position())
            form = block.blockFormat()
            form.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(16 if level else 4)
            form.setBottomMargin(4)
            cursor.setBlockFormat(form)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = QTextCharFormat()
                letters.setFont(self._theme.font("title" if level == 1 else "body", bold=True))
                # Set, not merged: Qt's own adjustment of a heading's size outdoes any size.
                cursor.setCharFormat(letters)
            block = block.next()

    def _quieten_tables(self) -> None:
        """Draw the lines of tables as thin and quiet as the window's own."""
        for table in _tables(self.text.document().rootFrame()):
            form = table.format()
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(self._theme.colour("line"))
            form.setBorderCollapse(True)
            form.setCellSpacing(0)
            form.setCellPadding(_CELL)
            table.setFormat(form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _follow(self, url: QUrl) -> None:
        topic = url.path().removesuffix(".md")
        if topic in TOPICS:
            self.show_topic(topic)


def _tables(frame: QTextFrame) -> list[QTextTable]:
    return [child for child in frame.childFrames() if isinstance(child, QTextTable)]


def heading(page: str) -> str:
    """Return the heading of a page of Markdown."""
    return page.partition("\n")[0].removeprefix("# ").strip()
