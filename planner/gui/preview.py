"""The pages before they are printed: what goes on paper, on which paper, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QKeySequence,
    QPixmap,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.core.text import Message
from planner.gui.chart_settings import ChartSettings
from planner.gui.widgets.labels import breakable, plain_label, set_tone
from planner.report.document import Document

_GAP = 16
_ZOOM_STEP = 1.25
_LEAST_ZOOM, _MOST_ZOOM = 0.25, 4.0


class Preview(QDialog):
    """Shows a document page by page; it blocks nothing.

    `changed` (Document) when another paper or way to put it there was chosen; `put_out_requested`
    (print or pdf).
    """

    changed = Signal(object)
    put_out_requested = Signal(str)

    def __init__(
        self, document: Document, pictures: Sequence[QImage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.document = document
        self._pictures: Sequence[QImage] = ()
        self._pages: list[QLabel] = []
        self._zoom = 1.0
        tr = document.context.texts.tr
        self.setWindowTitle(tr("Print preview: {name}", name=document.name()))
        self.settings = ChartSettings(document)
        self.count = plain_label(tone="quiet")
        self.smaller, self.larger = QPushButton("−"), QPushButton("+")
        self.smaller.setAccessibleName(tr("Smaller"))
        self.smaller.setToolTip(tr("Smaller"))
        self.larger.setAccessibleName(tr("Larger"))
        self.larger.setToolTip(tr("Larger"))
        self.print_button = QPushButton(tr("Print…"))
        self.print_button.setProperty("kind", "primary")
        self.pdf_button = QPushButton(tr("PDF…"))
        self.close_button = QPushButton(tr("Close"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        # Else the bar would come and go with the width that it takes.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName(tr("Pages"))
        self.area.viewport().installEventFilter(self)
        self.said = plain_label(wraps=True, strong=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self._lay_out()
        self._connect()
        self.show_document(document, pictures)
        self.resize(1060, 780)
        self.area.setFocus()

    def show_document(self, document: Document, pictures: Sequence[QImage]) -> None:
        """Show pages, in place of those shown; what was said of those is said no more.

        Pages of another document than the one that was chosen last come too late, and are let be.
        """
        if document != self.settings.document:
            return
        self.said.hide()
        self.document = document
        self._pictures = pictures
        texts = document.context.texts
        column = QVBoxLayout()
        column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        column.setSpacing(_GAP)
        self._pages = []
        for number in range(1, len(pictures) + 1):
            page = plain_label()
            page.setAccessibleName(
                texts.tr("page {number} of {count}", number=number, count=len(pictures))
            )
            column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        column.addStretch(1)
        sheets = QWidget()
        sheets.setObjectName("pages")
        sheets.setLayout(column)
        self.area.setWidget(sheets)
        self.count.setText(texts.ntr("{count} page", "{count} pages", len(pictures)))
        self._scale()

    @property
    def pages(self) -> tuple[QLabel, ...]:
        """The pages shown."""
        return tuple(self._pages)

    @property
    def page_width(self) -> int:
        """The width of the first page on the screen, in pixels."""
        return self._pages[0].pixmap().deviceIndependentSize().toSize().width()

    def say(self, said: Sequence[Message], tone: str) -> None:
        """Say above the pages what was done with them, or why not (done, warning or danger)."""
        texts = self.document.context.texts
        self.said.setText(breakable(" ".join(texts.word(part) for part in said)))
        set_tone(self.said, "success" if tone == "done" else tone)
        self.said.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def zoom(self, factor: float) -> None:
        """Show the pages so many times larger."""
        self._zoom = min(_MOST_ZOOM, max(_LEAST_ZOOM, self._zoom * factor))
        self._scale()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (self.smaller, self.larger, self.count):
            bar.addWidget(part)
        bar.addStretch(1)
        for button in (self.pdf_button, self.print_button, self.close_button):
            bar.addWidget(button)
        for button in (
            self.smaller,
            self.larger,
            self.pdf_button,
            self.print_button,
            self.close_button,
        ):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.said)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.settings)
        beside.addWidget(self.area, 1)
        column.addLayout(beside, 1)

    def _connect(self) -> None:
        self.settings.changed.connect(self._on_change)
        self.smaller.clicked.connect(partial(self.zoom, 1 / _ZOOM_STEP))
        self.larger.clicked.connect(partial(self.zoom, _ZOOM_STEP))
        self.print_button.clicked.connect(partial(self.put_out_requested.emit, "print"))
        self.pdf_button.clicked.connect(partial(self.put_out_requested.emit, "pdf"))
        self.close_button.clicked.connect(self.close)
        for keys, do in (
            (QKeySequence.StandardKey.ZoomIn, partial(self.zoom, _ZOOM_STEP)),
            (QKeySequence.StandardKey.ZoomOut, partial(self.zoom, 1 / _ZOOM_STEP)),
            (QKeySequence.StandardKey.Print, partial(self.put_out_requested.emit, "print")),
        ):
            QShortcut(keys, self).activated.connect(do)

    def _on_change(self, document: Document) -> None:
        # What is printed or written from now on is what was chosen, shown or not yet.
        self.document = document
        self.setWindowTitle(
            document.context.texts.tr("Print preview: {name}", name=document.name())
        )
        self.changed.emit(document)

    def _scale(self) -> None:
        """Show each page as wide as the area, times the zoom."""
        if not self._pictures:
            return
        widest = max(picture.width() for picture in self._pictures)
        ratio = self.devicePixelRatioF()
        room = max(120, self.area.viewport().width() - 2 * _GAP)
        factor = room * ratio * self._zoom / widest
        for page, picture in zip(self._pages, self._pictures, strict=True):
            size = QSize(round(picture.width() * factor), round(picture.height() * factor))
            scaled = picture.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            page.setPixmap(QPixmap.fromImage(scaled))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the pages again when the room for them changes."""
        if (
            isinstance(event, QResizeEvent)
            and event.type() == QEvent.Type.Resize
            and event.size().width() != event.oldSize().width()
        ):
            self._scale()
        return super().eventFilter(watched, event)
