"""The one door to paper: which sheets a document has, and where they go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planner.core.layout import Layout
from planner.gui.paper import SheetPainter, Written, gui_application
from planner.report.flow import Sheet
from planner.report.gap_report import gap_report
from planner.report.map_page import map_page
from planner.report.pages import PageContext


def map_sheets(
    context: PageContext, painter: SheetPainter, placed: Layout | None = None
) -> tuple[Sheet, ...]:
    """Return the sheet of a person's map; `placed` is the layout of the whole where it is known."""
    return map_page(context, painter.press(), placed)


def gap_sheets(context: PageContext, role: str, painter: SheetPainter) -> tuple[Sheet, ...]:
    """Return the sheets of a person's gap report."""
    return gap_report(context, role, painter.press())


def write_pages(context: PageContext, what: str, role: str, to: Path, resources: Path) -> Written:
    """Write a person's `map` or `gap` report to a file without a window.

    The gap report is of `role`. Raise PlannerError where the file cannot be written.
    """
    application = gui_application(resources)
    painter = SheetPainter(resources)
    sheets: Sequence[Sheet]
    sheets = map_sheets(context, painter) if what == "map" else gap_sheets(context, role, painter)
    written = painter.write(sheets, to)
    # The fonts go before the application that they belong to.
    del painter, application
    return written
