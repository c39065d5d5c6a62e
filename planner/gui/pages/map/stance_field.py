"""How a person stands to one role: a choice with its signs, and a note; saved when it is made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from planner.core.keeping.plain_text import LONGEST_NOTE
from planner.core.people import Stance, Wish
from planner.core.text import Message, Texts
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.report.map.wish_words import stance_sign, stance_title

_SIDE = 18


class StanceField(QWidget):
    """Shows and reads a stance; `chosen` (Stance or None, note) when one was chosen or noted."""

    chosen = Signal(object, str)

    def __init__(self, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._wish: Wish | None = None
        self.stance = _StanceCombo()
        self.note = LineEdit()
        # Qt counts some characters twice; what is too long is said, never cut.
        self.note.setMaxLength(4 * LONGEST_NOTE)
        self._stance_field, self._note_field = Field(self.stance), Field(self.note)
        self._since = plain_label(size="small", tone="quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stance_field)
        column.addWidget(self._note_field)
        column.addWidget(self._since)
        self.stance.activated.connect(self._on_chosen)
        self.note.editingFinished.connect(self._on_noted)

    def show_wish(self, wish: Wish | None, role: str, texts: Texts, theme: Theme) -> None:
        """Show the stance to a role of this name; what is being typed for it stays."""
        is_same = wish == self._wish and self.note.hasFocus()
        self._wish = wish
        tr = texts.tr
        self._stance_field.name(tr("Stance"))
        self.stance.setAccessibleName(tr("Stance to {role}", role=role))
        self._note_field.name(tr("Note on it"))
        self.note.setPlaceholderText(tr("why, or until when"))
        self.stance.clear()
        self.stance.addItem(tr("nothing noted"), "")
        for stance in Stance:
            icon = stance_icon(stance, theme, self._fonts)
            self.stance.addItem(icon, stance_title(stance, texts), stance.value)
        side = round(_SIDE * theme.text_factor)
        self.stance.setIconSize(QSize(side, side))
        self.stance.setCurrentIndex(self.stance.findData(wish.stance.value if wish else ""))
        if not is_same:
            self.note.setText(wish.note if wish else "")
            self._note_field.show_fault("")
        self._note_field.setVisible(wish is not None)
        self._since.setVisible(wish is not None)
        self._since.setText(tr("since {day}", day=texts.date(wish.on)) if wish else "")

    def show_faults(self, faults: Mapping[str, Message], texts: Texts) -> None:
        """Show what is wrong with the note at its field."""
        fault = faults.get("note")
        self._note_field.show_fault(texts.word(fault) if fault else "")

    def _on_chosen(self) -> None:
        chosen = str(self.stance.currentData())
        stance = Stance(chosen) if chosen else None
        if stance is not (self._wish.stance if self._wish else None):
            self.chosen.emit(stance, self._noted() if stance else "")

    def _on_noted(self) -> None:
        if self._wish is not None and self._noted() != self._wish.note:
            self.chosen.emit(self._wish.stance, self._noted())

    def _noted(self) -> str:
        """Return the note; one that nobody touched is what it was, whatever Qt shows of it."""
        if self._wish is not None and not self.note.isModified():
            return self._wish.note
        return self.note.text().strip()


class _StanceCombo(QComboBox):
    """A choice that leaves the wheel to the page: it must not change while one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def stance_icon(stance: Stance, theme: Theme, fonts: Fonts) -> QIcon:
    """Return the sign of a stance as an icon, sharp on fine screens too."""
    scale = 3.0 * theme.text_factor
    picture = QPixmap(round(_SIDE * scale), round(_SIDE * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint(painter, stance_sign(stance, _SIDE / 2, _SIDE / 2), theme, fonts)
    painter.end()
    return QIcon(picture)
