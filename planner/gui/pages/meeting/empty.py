"""What a one-on-one is, shown as long as there is none, with the button that prepares the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace

_ICON = 40
_WIDTH = 460


class MeetingEmpty(QWidget):
    """Says what to do first; `begun` when the first one-on-one is to be prepared."""

    begun = Signal()

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._width = _WIDTH
        self._picture = QLabel()
        self._title = plain_label(size="title")
        self._words = plain_label(tone="quiet", wraps=True)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.begun)
        centre = Qt.AlignmentFlag.AlignHCenter
        for label in (self._picture, self._title, self._words):
            label.setAlignment(centre)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        for part in (self._picture, self._title, self._words, self.button):
            column.addWidget(part, alignment=centre)
        column.addStretch(3)
        self.apply_theme(theme)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_state` follows."""
        self.button.setText(texts.tr("Prepare the first one-on-one"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._picture.setPixmap(self._icons.picture("meeting", "accent", _ICON))
        self._width = round(_WIDTH * max(1.0, theme.text_factor))
        self._fit()

    def show_state(self, workspace: Workspace) -> None:
        """Say what is to be done where there is somebody, where nobody is, and on a past day."""
        tr, catalogue = workspace.texts.tr, workspace.catalogue
        can_begin = catalogue is not None and bool(catalogue.roles) and not workspace.is_past
        self._title.setText(tr("No one-on-one yet"))
        self._words.setText(
            tr(
                "A one-on-one is the talk that employee and manager have every few weeks. Prepare "
                "it from a template, hold it with notes, promises and agreed levels, and close it "
                "into a dated record that both can read again."
            )
        )
        self.button.setVisible(can_begin)
        if catalogue is None:
            self._words.setText(tr("Nobody is chosen yet. Choose or add a person at the top left."))
        elif not catalogue.roles:
            self._words.setText(tr("This catalogue has no roles."))
        elif workspace.is_past:
            day = workspace.texts.date(workspace.as_of)
            self._words.setText(tr("No one-on-one was closed by {day}.", day=day))
        self._fit()

    def _fit(self) -> None:
        """Give the words the room that their lines take."""
        self._words.setFixedSize(self._width, max(0, self._words.heightForWidth(self._width)))

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
