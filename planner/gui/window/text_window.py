"""A small window of its own with a text to read and to copy; it blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.text import Texts
from planner.gui.widgets.display.labels import plain_label


class TextWindow(QDialog):
    """Shows a text under a title, and copies it."""

    def __init__(self, title: str, text: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.copy = QPushButton(texts.tr("Copy"))
        self.copy.setAutoDefault(False)
        close = QPushButton(texts.tr("Close"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(plain_label(title, size="title", wraps=True))
        column.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        self.copy.clicked.connect(self._copy)
        close.clicked.connect(self.close)
        self.resize(620, 520)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
