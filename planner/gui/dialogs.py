"""The one door to modal questions, file dialogs and messages; tests answer in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import invalidate

# Qt's dialogs are imported where they are shown: most starts show none.
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

    from planner.gui.look.icons import Icons

# In pixels; and the least width of the texts of a question, in heights of a line.
_MARGIN, _LINES_WIDE = 20, 22
_FILE_BUTTONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "chevron-up",
    "newFolderButton": "plus",
    "listModeButton": "gaps",
    "detailModeButton": "table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to answer a question; `key` is what the answer returns."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the person must decide; the first choice is the default, `otherwise` closing the box."""

    title: str
    text: str
    more: str = ""
    details: str = ""
    choices: tuple[Choice, ...]
    otherwise: str


class Dialogs:
    """The real, modal dialogs; those of files take `icons` once the window has some."""

    icons: Icons | None = None

    def ask(self, parent: QWidget | None, question: Question) -> str:
        """Return the key of the choice made."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setWindowTitle(question.title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question.text)
        box.setInformativeText(question.more)
        if question.details:
            box.setDetailedText(question.details)
        buttons: dict[QPushButton, str] = {}
        for choice in question.choices:
            button = box.addButton(choice.text, QMessageBox.ButtonRole.AcceptRole)
            buttons[button] = choice.key
            if len(buttons) == 1:
                box.setDefaultButton(button)
            if choice.key == question.otherwise:
                box.setEscapeButton(button)
        _align(box)
        box.exec()
        clicked = box.clickedButton()
        answer = next((key for button, key in buttons.items() if button is clicked), None)
        box.deleteLater()
        return answer if answer is not None else question.otherwise

    def files_to_open(
        self,
        parent: QWidget | None,
        title: str,
        folder: Path,
        kinds: str,
        *,
        several: bool = False,
    ) -> tuple[Path, ...]:
        """Return the files chosen, none where the person thought better of it."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, str(folder), kinds)
        mode = QFileDialog.FileMode
        dialog.setFileMode(mode.ExistingFiles if several else mode.ExistingFile)
        return self._chosen(dialog)

    def file_to_save(
        self, parent: QWidget | None, title: str, suggested: Path, kinds: str
    ) -> Path | None:
        """Return where to write, or None; an existing file has been asked about."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.selectFile(suggested.name)
        return next(iter(self._chosen(dialog)), None)

    def folder_to_fill(self, parent: QWidget | None, title: str, folder: Path) -> Path | None:
        """Return the folder to write into, or None; one can be made in the dialog."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(self._chosen(dialog)), None)

    def choose_printer(self, parent: QWidget | None, printer: QPrinter) -> bool:
        """Let the person choose where and which pages to print; return whether to print."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, parent)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def _chosen(self, dialog: QFileDialog) -> tuple[Path, ...]:
        from PySide6.QtWidgets import QToolButton

        # Qt's own are dark whatever the ground; a dialog of the system has no such buttons.
        for name, icon in _FILE_BUTTONS.items():
            button = dialog.findChild(QToolButton, name)
            if isinstance(button, QToolButton) and self.icons is not None:
                button.setIcon(self.icons.icon(icon))
        accepted = dialog.exec()
        files = tuple(Path(file) for file in dialog.selectedFiles()) if accepted else ()
        dialog.deleteLater()
        return files


def _align(box: QMessageBox) -> None:
    """Let texts and buttons begin and end at one margin, as there is no icon beside them."""
    from PySide6.QtWidgets import QGridLayout

    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        grid.setHorizontalSpacing(0)
        place = grid.itemAtPosition(0, 0)
        if place is not None and (indent := place.spacerItem()) is not None:
            indent.changeSize(0, 0)
            # All that is wider than the texts goes to their column, which is no narrow strip.
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(1, _LINES_WIDE * box.fontMetrics().height())
            grid.invalidate()
            # Qt deletes it without a word to Python, which is to forget it here.
            invalidate(indent)
