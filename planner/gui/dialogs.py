"""The one door to modal questions, file dialogs and messages; tests answer in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

# Qt's dialogs are imported where they are shown: most starts show none.
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

_MARGIN = 20


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
    """The real, modal dialogs."""

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
            grid.invalidate()
