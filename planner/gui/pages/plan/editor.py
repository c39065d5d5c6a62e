"""The editor of one action, in its place on the page; a change is saved when it is made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.core.career import Action
from planner.core.model import Catalogue
from planner.core.text import Message, Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.plan.action_form import ActionForm, ActionRules
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.display.labels import plain_label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanEditor(QScrollArea):
    """Edits an action, or a draft that is no action yet.

    `committed` when a field was changed to the end, `finished` when the person is through,
    `cancelled` when a draft is not to become an action.
    """

    committed = Signal()
    finished = Signal()
    cancelled = Signal()

    def __init__(self, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action_id = ""
        self._is_open = self._is_new = False
        self._heading = plain_label(strong=True, wraps=True)
        self._hint = plain_label(size="small", tone="quiet", wraps=True)
        self.form = ActionForm(evidence, icons)
        self.done, self.cancel = QPushButton(), QPushButton()
        self.done.setProperty("kind", "primary")
        self.contents = contents = QWidget()
        contents.setObjectName("details")
        column = QVBoxLayout(contents)
        column.setContentsMargins(24, 12, 24, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.form)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column.addLayout(buttons)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.done)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.form.committed.connect(self._on_committed)
        self.done.clicked.connect(self.finished)
        self.cancel.clicked.connect(self.cancelled)

    @property
    def action_id(self) -> str:
        """The id of the action being edited, empty for a draft or where nothing is."""
        return self._action_id

    @property
    def is_new(self) -> bool:
        """Whether a draft is being filled in."""
        return self._is_open and self._is_new

    def apply_theme(self, theme: Theme) -> None:
        """Take another text size."""
        self.form.apply_theme(theme)

    def begin(
        self,
        action: Action,
        catalogue: Catalogue,
        texts: Texts,
        rules: ActionRules,
        *,
        is_new: bool,
    ) -> None:
        """Fill the fields with an action, or with a draft."""
        self._action_id, self._is_open, self._is_new = action.id, True, is_new
        self._word(texts)
        self.form.begin(action, catalogue, texts, rules)
        self.verticalScrollBar().setValue(0)

    def show_again(self, action: Action | None, catalogue: Catalogue, texts: Texts) -> None:
        """Show the action as it is by now, a draft (None) as it is filled in."""
        self._word(texts)
        self.form.show_again(action or self.form.base, catalogue, texts)

    def show_faults(self, faults: Mapping[str, Message], *, takes_cursor: bool) -> None:
        """Show each fault at its field, with the cursor in the first one if it is to go there."""
        self.form.show_faults(faults)
        if takes_cursor:
            self.form.focus_first_fault()

    def end(self) -> None:
        """Forget what was filled in."""
        self._is_open, self._action_id = False, ""

    def _word(self, texts: Texts) -> None:
        tr = texts.tr
        self._heading.setText(tr("New action") if self._is_new else tr("Edit the action"))
        self._hint.setText(
            tr("Nothing is saved until you add the action.")
            if self._is_new
            else tr("Each change is saved when you leave the field; undo takes it back.")
        )
        self.done.setText(tr("Add to the plan") if self._is_new else tr("Done"))
        self.cancel.setText(tr("Cancel"))
        self.cancel.setToolTip(tr("Close without saving (Esc)"))
        self.cancel.setVisible(self._is_new)

    def _on_committed(self) -> None:
        if self._is_open:
            self.committed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be through on Enter, close on Escape; Enter on a button presses that."""
        if press_focused_button(event):
            return
        if event.key() in _ENTER:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            (self.cancelled if self._is_new else self.finished).emit()
        else:
            super().keyPressEvent(event)
