"""The pages before they are printed: what goes on paper, on which paper, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
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

from planner.core.text import Message, Texts, in_line
from planner.gui.paper.document_settings import DocumentSettings
from planner.gui.paper.pages_shown import Pages
from planner.gui.paper.settings import PaperSettings
from planner.gui.tasks import Task
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.display.focus_ring import FocusRing
from planner.gui.widgets.display.labels import breakable, plain_label, set_tone
from planner.report.document import Document

_GAP = 16
_ZOOM_STEP = 1.25
_LEAST_ZOOM, _MOST_ZOOM = 0.25, 4.0


class _Sheet(QLabel):
    """One page, brought to its size when it first comes into sight: a document may have many."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self.whole = picture
        self._scaled = QPixmap()

    def resize_to(self, width: float) -> None:
        """Take a width in pixels."""
        size = QSize(round(width), round(width * self.whole.height() / self.whole.width()))
        if size != self.size():
            self._scaled = QPixmap()
            self.setFixedSize(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        ratio = self.devicePixelRatioF()
        if self._scaled.isNull() or self._scaled.devicePixelRatio() != ratio:
            scaled = self.whole.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            self._scaled = QPixmap.fromImage(scaled)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._scaled)
        painter.end()


class Preview(QDialog):
    """Shows a document page by page; it blocks nothing.

    It speaks `texts`, whatever the document does. `changed` (Document) when another way to put it
    on paper was chosen, in `column` beside the pages; `put_out_requested` (print or pdf).
    """

    changed = Signal(object)
    put_out_requested = Signal(str)

    def __init__(
        self,
        pages: Pages,
        column: DocumentSettings,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.column = column
        self.document = column.document
        # What lays other pages out than those shown, if anything does.
        self.work: Task | None = None
        self._texts = texts
        self._pages: list[_Sheet] = []
        self._said: tuple[Message, ...] = ()
        self._remark: Message | None = None
        self._is_due = False
        self._zoom = 1.0
        self.count = plain_label(tone="quiet")
        self.smaller, self.larger = QPushButton("−"), QPushButton("+")
        self.print_button, self.pdf_button, self.close_button = (QPushButton() for _ in range(3))
        self.print_button.setProperty("kind", "primary")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        # Else the bar would come and go with the width that it takes.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.viewport().installEventFilter(self)
        FocusRing(self.area)
        self.said = plain_label(wraps=True, strong=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self.remark = plain_label(wraps=True, tone="quiet")
        self._lay_out()
        self._connect()
        self._word()
        self.show_document(self.document, pages)
        self.resize(1060, 780)
        self.area.setFocus()

    def show_document(self, document: Document, pages: Pages) -> None:
        """Show pages, in place of those shown; what was said of those is said no more.

        Pages of another document than the one that was chosen last come too late, and are let be.
        """
        if document != self.column.document:
            return
        self.said.hide()
        self._said = ()
        self._is_due = False
        self.document = document
        column = QVBoxLayout()
        column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        column.setSpacing(_GAP)
        self._pages = []
        for picture in pages.pictures:
            page = _Sheet(picture)
            column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        column.addStretch(1)
        sheets = QWidget()
        sheets.setObjectName("pages")
        sheets.setLayout(column)
        self.area.setWidget(sheets)
        self._remark = pages.remark
        self._word_remark()
        self._count()
        self._scale()

    @property
    def settings(self) -> PaperSettings:
        """The choices of any document but a dossier; raise TypeError for that."""
        if not isinstance(self.column, PaperSettings):
            raise TypeError("a dossier has choices of its own")
        return self.column

    @property
    def pages(self) -> tuple[QLabel, ...]:
        """The pages shown."""
        return tuple(self._pages)

    @property
    def page_width(self) -> int:
        """The width of the first page on the screen, in pixels."""
        return self._pages[0].width()

    def say(self, said: Sequence[Message], tone: str) -> None:
        """Say above the pages what was done with them, or why not (done, warning or danger)."""
        self._said = tuple(said)
        self._word_said()
        set_tone(self.said, "success" if tone == "done" else tone)
        self.said.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def retranslate(self, texts: Texts) -> None:
        """Speak another language from now on."""
        self._texts = texts
        self._word()
        self._word_said()
        self._word_remark()
        self._count()
        self.column.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.column.apply_theme(theme)

    def _word(self) -> None:
        tr = self._texts.tr
        self.setWindowTitle(tr("Print preview: {name}", name=self.document.name()))
        for button, words in ((self.smaller, tr("Smaller")), (self.larger, tr("Larger"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.print_button.setText(tr("Print…"))
        self.pdf_button.setText(tr("PDF…"))
        self.close_button.setText(tr("Close"))
        self.area.setAccessibleName(tr("Pages"))

    def _word_said(self) -> None:
        self.said.setText(breakable(in_line(self._said, self._texts)))

    def _word_remark(self) -> None:
        """Say what of the document the pages do not show."""
        self.remark.setText(breakable(self._texts.word(self._remark)) if self._remark else "")
        self.remark.setVisible(self._remark is not None)

    def _count(self) -> None:
        """Say how many pages there are, or that others are on their way."""
        texts, count = self._texts, len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            page.setAccessibleName(texts.tr("page {number} of {count}", number=number, count=count))
        self.count.setText(
            texts.tr("Laying out the pages…")
            if self._is_due
            else texts.ntr("{count} page", "{count} pages", count)
        )

    def zoom(self, factor: float) -> None:
        """Show the pages so many times larger."""
        self._zoom = min(_MOST_ZOOM, max(_LEAST_ZOOM, self._zoom * factor))
        self._scale()

    def _lay_out(self) -> None:
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
        bar = QHBoxLayout()
        bar.setSpacing(8)
        column.addLayout(bar)
        for part in (self.smaller, self.larger, self.count):
            bar.addWidget(part)
        bar.addStretch(1)
        for button in (self.pdf_button, self.print_button, self.close_button):
            bar.addWidget(button)
        column.addWidget(self.said)
        column.addWidget(self.remark)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        column.addLayout(beside, 1)
        beside.addWidget(self.column)
        beside.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.column.changed.connect(self._on_change)
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
        self._is_due = True
        self._word()
        self._count()
        self.changed.emit(document)

    def _scale(self) -> None:
        """Show each page as wide as the area, times the zoom."""
        if not self._pages:
            return
        widest = max(page.whole.width() for page in self._pages)
        room = max(120, self.area.viewport().width() - 2 * _GAP)
        for page in self._pages:
            page.resize_to(page.whole.width() * room * self._zoom / widest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the pages again when the room for them changes."""
        if (
            isinstance(event, QResizeEvent)
            and event.type() == QEvent.Type.Resize
            and event.size().width() != event.oldSize().width()
        ):
            self._scale()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus."""
        if not press_focused_button(event):
            super().keyPressEvent(event)
