"""Sheets painted onto paper: PDF, SVG and PNG files, a printer, and the preview."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtPrintSupport import QPrinter

from planner import __version__
from planner.core.errors import PlannerError
from planner.core.text import message
from planner.gui.figure_painting import paint_figure
from planner.gui.fonts import FAMILY, register_fonts
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme, load_theme
from planner.report.flow import Sheet
from planner.report.pages import Press

FORMATS = ("pdf", "svg", "png")
_POINTS_AN_INCH = 72
_PDF_DPI = 1200
_PNG_DPI = 200
_METRES_AN_INCH = 0.0254


class SheetPainter:
    """Paints sheets in the colours of paper, with the planner's fonts."""

    def __init__(self, resources: Path) -> None:
        self._theme: Theme = load_theme(resources / "themes", "paper")
        self._fonts = Fonts()

    def press(self) -> Press:
        """Return what the makers of sheets must know of fonts and colours."""
        return Press(
            measure=self._fonts.width,
            colour=self._theme.hex,
            families=(FAMILY, *QGuiApplication.font().families()),
        )

    def paint(self, painter: QPainter, sheet: Sheet, dots_a_point: float) -> None:
        """Paint a sheet from the painter's origin."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(dots_a_point, dots_a_point)
        for placed in sheet.drawings:
            painter.save()
            painter.translate(placed.x, placed.y)
            painter.scale(placed.scale, placed.scale)
            paint(painter, placed.drawing.shapes, self._theme, self._fonts)
            painter.restore()
        paint(painter, sheet.shapes, self._theme, self._fonts)
        for chart in sheet.charts:
            target = QRectF(chart.x, chart.y, chart.width, chart.height)
            paint_figure(chart.figure(chart.width, chart.height), painter, target)
        painter.restore()

    def print_sheets(self, sheets: Sequence[Sheet], printer: QPrinter) -> None:
        """Send sheets to a printer, or to the preview's."""
        painter = QPainter()
        printer.setFullPage(True)
        for number, sheet in enumerate(sheets):
            printer.setPageLayout(page_layout(sheet))
            if number:
                printer.newPage()
            elif not painter.begin(printer):
                raise PlannerError(
                    message("The printer does not take the pages."),
                    remedy=message("Check the printer, or choose another one."),
                )
            self.paint(painter, sheet, printer.resolution() / _POINTS_AN_INCH)
        painter.end()

    def write(self, sheets: Sequence[Sheet], to: Path, title: str) -> tuple[Path, ...]:
        """Write sheets to a file, whole or not at all; return the files written.

        The ending says the format: pdf, svg or png. Of several sheets SVG and PNG make a file each,
        `name-1` and so on. Raise PlannerError where the ending is another or the file cannot be
        written.
        """
        ending = to.suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            raise PlannerError(
                message("“{name}” does not end in .pdf, .svg or .png.", name=to.name),
                effect=message("Nothing was written."),
                remedy=message("Choose one of these endings."),
            )
        if ending == "pdf":
            groups = {to: list(sheets)}
        elif len(sheets) == 1:
            groups = {to: [sheets[0]]}
        else:
            groups = {
                to.with_stem(f"{to.stem}-{number}"): [sheet]
                for number, sheet in enumerate(sheets, start=1)
            }
        for path, group in groups.items():
            self._write_whole(path, group, ending, title)
        return tuple(groups)

    def _write_whole(self, path: Path, sheets: Sequence[Sheet], ending: str, title: str) -> None:
        """Write beside the file first, so that a failure leaves the old one as it was."""
        try:
            handle, name = tempfile.mkstemp(
                dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=f".{ending}"
            )
            os.close(handle)
        except OSError as error:
            raise _unwritable(path, error) from error
        beside = Path(name)
        try:
            {"pdf": self._write_pdf, "svg": self._write_svg, "png": self._write_png}[ending](
                sheets, beside, title
            )
            if beside.stat().st_size == 0:
                raise OSError("nothing was written")
            beside.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from error
        finally:
            beside.unlink(missing_ok=True)

    def _write_pdf(self, sheets: Sequence[Sheet], path: Path, title: str) -> None:
        writer = QPdfWriter(str(path))
        writer.setTitle(title)
        writer.setCreator(f"career-planner {__version__}")
        writer.setResolution(_PDF_DPI)
        painter = QPainter()
        for number, sheet in enumerate(sheets):
            writer.setPageLayout(page_layout(sheet))
            if number:
                writer.newPage()
            elif not painter.begin(writer):
                raise OSError("the file cannot be opened")
            self.paint(painter, sheet, _PDF_DPI / _POINTS_AN_INCH)
        if not painter.end():
            raise OSError("the file could not be completed")

    def _write_svg(self, sheets: Sequence[Sheet], path: Path, title: str) -> None:
        # Imported here: SVG is asked for rarely, and QtSvg is another library to load.
        from PySide6.QtSvg import QSvgGenerator

        (sheet,) = sheets
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setFileName(str(path))
        generator.setTitle(title)
        generator.setResolution(_POINTS_AN_INCH)
        generator.setSize(QSize(round(sheet.width), round(sheet.height)))
        generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
        self._paint_one(generator, sheet, 1.0)

    def _write_png(self, sheets: Sequence[Sheet], path: Path, title: str) -> None:
        (sheet,) = sheets
        image = self.image(sheet, _PNG_DPI)
        image.setText("Title", title)
        if not image.save(str(path), b"PNG"):
            raise OSError("the picture cannot be saved")

    def image(self, sheet: Sheet, dots_an_inch: float) -> QImage:
        """Return a sheet as a picture."""
        scale = dots_an_inch / _POINTS_AN_INCH
        size = QSize(round(sheet.width * scale), round(sheet.height * scale))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(dots_an_inch / _METRES_AN_INCH))
        image.setDotsPerMeterY(round(dots_an_inch / _METRES_AN_INCH))
        image.fill(Qt.GlobalColor.white)
        self._paint_one(image, sheet, scale)
        return image

    def _paint_one(self, device: QImage | object, sheet: Sheet, dots_a_point: float) -> None:
        painter = QPainter()
        if not painter.begin(device):  # type: ignore[arg-type]
            raise OSError("the file cannot be opened")
        self.paint(painter, sheet, dots_a_point)
        painter.end()


def page_layout(sheet: Sheet) -> QPageLayout:
    """Return the layout of a page of the sheet's size, without margins of the printer's own."""
    upright = QSizeF(min(sheet.width, sheet.height), max(sheet.width, sheet.height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = (
        QPageLayout.Orientation.Landscape
        if sheet.width > sheet.height
        else QPageLayout.Orientation.Portrait
    )
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def gui_application(resources: Path) -> QGuiApplication:
    """Return the running application, else one that needs no screen, with our fonts registered."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    register_fonts(resources / "fonts")
    return application


def _unwritable(path: Path, error: OSError) -> PlannerError:
    reason = error.strerror or str(error)
    return PlannerError(
        message("“{file}” cannot be written: {reason}.", file=str(path), reason=reason),
        effect=message("Nothing was written."),
        remedy=message("Choose another file or folder."),
    )
