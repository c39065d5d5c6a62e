"""Answers in the place of modal dialogs, and what was asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from planner.gui.dialogs import Dialogs, Question


class Answers(Dialogs):
    """Gives the answers put in beforehand, in their order; a question too many fails the test."""

    def __init__(self) -> None:
        self.choices: list[str] = []
        self.files: list[tuple[Path, ...]] = []
        self.asked: list[Question] = []
        self.titles: list[str] = []
        self.printed_to: Path | None = None
        self.pages: tuple[int, int] | None = None

    def ask(self, parent: QWidget | None, question: Question) -> str:
        self.asked.append(question)
        assert self.choices, f"nobody expected the question {question.text!r}"
        answer = self.choices.pop(0)
        assert answer in [choice.key for choice in question.choices]
        return answer

    def files_to_open(
        self, parent: QWidget | None, title: str, folder: Path, kinds: str, *, several: bool = False
    ) -> tuple[Path, ...]:
        self.titles.append(title)
        assert self.files, f"nobody expected the file dialog {title!r}"
        return self.files.pop(0)

    def file_to_save(
        self, parent: QWidget | None, title: str, suggested: Path, kinds: str
    ) -> Path | None:
        self.titles.append(title)
        assert self.files, f"nobody expected the file dialog {title!r}"
        return next(iter(self.files.pop(0)), None)

    def folder_to_fill(self, parent: QWidget | None, title: str, folder: Path) -> Path | None:
        self.titles.append(title)
        assert self.files, f"nobody expected the folder dialog {title!r}"
        return next(iter(self.files.pop(0)), None)

    def choose_printer(self, parent: QWidget | None, printer: QPrinter) -> bool:
        self.titles.append("print")
        if self.printed_to is None:
            return False
        printer.setOutputFileName(str(self.printed_to))
        if self.pages:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return True
