"""The one door through which a chart leaves the window: to the clipboard, or into a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.core.text import Message, Texts, message
from planner.gui.dialogs import Dialogs
from planner.gui.file_to_write import file_to_write
from planner.gui.settings import Settings
from planner.gui.tasks import Task, Tasks
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_table import tab_separated

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

COPY, DATA = "copy", "data"


class ChartDoor(QObject):
    """Copies charts, and saves them where the person chooses, off the GUI thread.

    `said` (sentences, tone) when it was done, `failed` (PlannerError) when it could not be.
    """

    said = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        dialogs: Dialogs,
        settings: Settings,
        resources: Path,
        texts: Callable[[], Texts],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._dialogs = dialogs
        self._settings = settings
        self._resources = resources
        self._texts = texts

    def take(self, how: str, chart: ChartCopy, window: QWidget) -> None:
        """Copy a chart (`copy`), copy its figures alone (`data`), or save it as svg, png or csv."""
        if how == COPY:
            work = partial(_to_copy, chart, self._resources)
            self._tasks.run(work, self._on_copied, self.failed.emit, label=self._label())
        elif how == DATA:
            QGuiApplication.clipboard().setText(tab_separated(chart.table()))
            self._say(message("The figures are copied."))
        else:
            self._save(how, chart, window)

    def _save(self, ending: str, chart: ChartCopy, window: QWidget) -> None:
        tr = self._texts().tr
        kinds = {
            "svg": tr("SVG drawings (*.svg)"),
            "png": tr("PNG pictures (*.png)"),
            "csv": tr("Tables (*.csv)"),
        }
        to = file_to_write(
            self._dialogs,
            self._settings,
            window,
            tr("Save the chart"),
            chart.file_name,
            kinds[ending],
            (f".{ending}",),
        )
        if to is None:
            return
        self._tasks.run(
            partial(_to_file, chart, ending, to, self._resources),
            partial(self._on_saved, to),
            self.failed.emit,
            label=self._label(),
            can_stop=False,
        )

    def _label(self) -> str:
        return self._texts().tr("Exporting…")

    def _on_copied(self, made: tuple[QImage, str]) -> None:
        picture, figures = made
        both = QMimeData()
        both.setImageData(picture)
        both.setText(figures)
        QGuiApplication.clipboard().setMimeData(both)
        self._say(message("The chart is copied: as a picture, and as figures for a table."))

    def _on_saved(self, to: Path, _nothing: None) -> None:
        self._say(message("Written to {file}", file=str(to)))

    def _say(self, said: Message) -> None:
        self.said.emit((said,), "done")


def _to_copy(chart: ChartCopy, resources: Path, _task: Task) -> tuple[QImage, str]:
    from planner.gui.paper.chart_files import chart_image

    return chart_image(chart, resources), tab_separated(chart.table())


def _to_file(chart: ChartCopy, ending: str, to: Path, resources: Path, _task: Task) -> None:
    from planner.gui.paper.chart_files import chart_file
    from planner.gui.paper.sheet_painter import write_whole

    write_whole({to: chart_file(chart, ending, resources)})
