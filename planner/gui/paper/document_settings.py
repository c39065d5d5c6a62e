"""The column beside the pages of a document, in which it is chosen how they are put on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.report.document import Document


class DocumentSettings(QWidget):
    """The choices for one document; `changed` (Document) at once with each of them."""

    changed = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document

    @property
    def document(self) -> Document:
        """The document as it is chosen now."""
        return self._document

    def retranslate(self, texts: Texts) -> None:
        """Word the choices, and where it speaks as the window does the document, anew."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""

    def choose(self, document: Document) -> None:
        """Put another document in the place of the one chosen."""
        if document != self._document:
            self._document = document
            self.changed.emit(document)
