"""Sheets painted onto paper: PDF, SVG and PNG files, a printer, and the preview."""

from __future__ import annotations

import errno
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLoggingCategory,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QRawFont,
    QTextLayout,
)
from PySide6.QtPrintSupport import QPrinter

from planner import __version__
from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.gui.fonts import FAMILY, font_files, register_fonts
from planner.gui.look.figure_painting import paint_figure
from planner.gui.painting import Fonts, paint
from planner.gui.paper.pdf_sheets import can_write, pdf_of
from planner.gui.theme import Theme, load_theme
from planner.report.drawing import Words
from planner.report.pages import Press
from planner.report.paper.about_sheets import about
from planner.report.paper.flow import Sheet

_CREATOR = f"Career Planner {__version__}"
FORMATS = ("pdf", "svg", "png")
_POINTS_AN_INCH = 72
_PDF_DPI = 1200
_PNG_DPI = 200
_METRES_AN_INCH = 0.0254
# Categories of Unicode that need no shape: controls, marks upon other letters, and spaces.
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
_SVG_FAMILIES = (
    f"font-family=\"'{FAMILY}', 'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', "
    "'PingFang SC', sans-serif\""
)


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and the letters for which no font was found."""

    files: tuple[Path, ...]
    missing_letters: str


class SheetPainter:
    """Paints sheets in the colours of paper, with the planner's fonts."""

    def __init__(self, resources: Path) -> None:
        self._folder = resources / "themes"
        self._files = font_files(resources / "fonts")
        self._themes: dict[str, Theme] = {}
        self._fonts = Fonts()

    def press(self) -> Press:
        """Return what the makers of sheets must know of fonts and colours."""
        return Press(
            measure=self._fonts.width,
            colours=self._colours,
            families=(FAMILY, *QGuiApplication.font().families()),
        )

    def paint(self, painter: QPainter, sheet: Sheet, dots_a_point: float) -> None:
        """Paint a sheet from the painter's origin."""
        theme = self._theme(sheet.theme)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(dots_a_point, dots_a_point)
        for placed in sheet.drawings:
            painter.save()
            painter.translate(placed.x, placed.y)
            painter.scale(placed.scale, placed.scale)
            # A name too long for any box must not run into what stands beside the map.
            painter.setClipRect(QRectF(0, 0, placed.drawing.width, placed.drawing.height))
            painter.translate(-placed.left, -placed.top)
            paint(painter, placed.drawing.shapes, theme, self._fonts)
            painter.restore()
        paint(painter, sheet.shapes, theme, self._fonts)
        for chart in sheet.charts:
            target = QRectF(chart.x, chart.y, chart.width, chart.height)
            paint_figure(chart.figure(chart.width, chart.height), painter, target)
        painter.restore()

    def _colours(self, theme: str) -> Callable[[str], str]:
        return self._theme(theme).hex

    def _theme(self, name: str) -> Theme:
        if name not in self._themes:
            self._themes[name] = load_theme(self._folder, name)
        return self._themes[name]

    def print_sheets(self, sheets: Sequence[Sheet], printer: QPrinter) -> None:
        """Send the sheets of the range chosen to a printer; raise PlannerError if it refuses."""
        chosen = list(sheets)
        if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
            chosen = chosen[printer.fromPage() - 1 : printer.toPage()]
        painter = QPainter()
        try:
            for number, sheet in enumerate(chosen):
                printer.setPageLayout(page_layout(sheet))
                begun = printer.newPage() if number else painter.begin(printer)
                if not begun:
                    raise PlannerError(
                        message("The printer does not take the pages."),
                        remedy=message("Check the printer, or choose another one."),
                    )
                self.paint(painter, sheet, printer.resolution() / _POINTS_AN_INCH)
        finally:
            if painter.isActive():
                painter.end()

    def write(self, sheets: Sequence[Sheet], to: Path) -> Written:
        """Write sheets to a file, whole or not at all.

        The ending says the format: pdf, svg or png. Of several sheets SVG and PNG make a file each,
        `name-1` and so on. Raise PlannerError where the ending is another or a file cannot be
        written.
        """
        ending = to.suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            raise PlannerError(
                message("“{name}” does not end in .pdf, .svg or .png.", name=to.name),
                effect=message("Nothing was written."),
                remedy=message("Choose one of these endings."),
            )
        if ending == "pdf" or len(sheets) == 1:
            groups = {to: tuple(sheets)}
        else:
            groups = {
                to.with_stem(f"{to.stem}-{number}"): (sheet,)
                for number, sheet in enumerate(sheets, start=1)
            }
        make = {"pdf": self.pdf, "svg": self.svg, "png": self.png}[ending]
        write_whole({path: make(group) for path, group in groups.items()})
        return Written(tuple(groups), self.missing_letters(sheets))

    def missing_letters(self, sheets: Sequence[Sheet]) -> str:
        """Return the letters that neither our font nor any font of this machine has."""
        texts = chain.from_iterable(
            chain(sheet.shapes, *(placed.drawing.shapes for placed in sheet.drawings))
            for sheet in sheets
        )
        letters = {letter for shape in texts if isinstance(shape, Words) for letter in shape.text}
        return "".join(_lacking(sorted(letters)))

    def pdf(
        self, sheets: Sequence[Sheet], check: Callable[[float], None] = lambda _done: None
    ) -> bytes:
        """Return sheets as a PDF; `check` is told the part that is done, and may raise to stop.

        Shapes are written straight, in a fraction of the time and the bytes that Qt takes; charts,
        bookmarks, and letters that need another font or a shaper, are left to Qt.
        """
        if can_write(sheets, self._files):
            return pdf_of(
                sheets,
                self._colours,
                self._files,
                self._fonts.width,
                _CREATOR,
                datetime.now(),
            )
        buffer = _open_buffer()
        writer = QPdfWriter(buffer)
        told = about(sheets)
        writer.setTitle(told.title)
        writer.setAuthor(told.author)
        writer.setCreator(_CREATOR)
        writer.setResolution(_PDF_DPI)
        if all(sheet.theme == "paper-bw" for sheet in sheets):
            writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
        painter = QPainter()
        try:
            for number, sheet in enumerate(sheets):
                check(number / len(sheets))
                writer.setPageLayout(page_layout(sheet))
                if number:
                    writer.newPage()
                else:
                    painter.begin(writer)
                self.paint(painter, sheet, _PDF_DPI / _POINTS_AN_INCH)
        finally:
            if painter.isActive():
                painter.end()
        written = bytes(buffer.data().data())
        if not any(sheet.anchors for sheet in sheets):
            return written
        # Imported here: only what is long enough for bookmarks needs it.
        from planner.gui.paper.pdf_outline import with_outline

        return with_outline(written, sheets)

    def svg(self, sheets: Sequence[Sheet]) -> bytes:
        """Return one sheet as an SVG."""
        # Imported here: SVG is asked for rarely, and QtSvg is another library to load.
        from PySide6.QtSvg import QSvgGenerator

        (sheet,) = sheets
        buffer = _open_buffer()
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setTitle(sheet.title)
        generator.setResolution(_POINTS_AN_INCH)
        generator.setSize(QSize(round(sheet.width), round(sheet.height)))
        generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
        painter = QPainter(generator)
        self.paint(painter, sheet, 1.0)
        painter.end()
        written = bytes(buffer.data().data())
        # An SVG carries no font: where ours is not installed, another Chinese one may be.
        return written.replace(f'font-family="{FAMILY}"'.encode(), _SVG_FAMILIES.encode())

    def png(self, sheets: Sequence[Sheet]) -> bytes:
        """Return one sheet as a PNG."""
        (sheet,) = sheets
        image = self.image(sheet, _PNG_DPI)
        image.setText("Title", sheet.title)
        buffer = _open_buffer()
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())

    def image(self, sheet: Sheet, dots_an_inch: float) -> QImage:
        """Return a sheet as a picture."""
        scale = dots_an_inch / _POINTS_AN_INCH
        size = QSize(round(sheet.width * scale), round(sheet.height * scale))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(dots_an_inch / _METRES_AN_INCH))
        image.setDotsPerMeterY(round(dots_an_inch / _METRES_AN_INCH))
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self.paint(painter, sheet, scale)
        painter.end()
        return image


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files, or leave the old ones as they were; raise PlannerError where one cannot be.

    Each is written beside its place first, with the rights that any new file gets.
    """
    beside: dict[Path, Path] = {}
    for path, content in contents.items():
        try:
            place = Path(os.path.realpath(path))
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if place.exists() and not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            made = place.with_name(f".{place.stem[:40]}-{token_hex(4)}{place.suffix}")
            beside[made] = place
            with made.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            _remove(beside)
            raise _unwritable(path, error) from error
    for made, place in beside.items():
        try:
            made.replace(place)
        except OSError as error:
            _remove(beside)
            raise _unwritable(place, error) from error


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()


def _unwritable(path: Path, error: OSError) -> PlannerError:
    reasons: dict[int | None, Message] = {
        errno.ENOENT: message("there is no such folder"),
        errno.ENOTDIR: message("there is no such folder"),
        errno.EISDIR: message("it is a folder"),
        errno.EACCES: message("you have no right to write there"),
        errno.EPERM: message("you have no right to write there"),
        errno.EROFS: message("the disk can only be read"),
        errno.ENOSPC: message("the disk is full"),
        errno.EDQUOT: message("the disk is full"),
    }
    return PlannerError(
        message(
            "“{file}” cannot be written: {reason}.",
            file=str(path),
            reason=reasons.get(error.errno, error.strerror or str(error)),
        ),
        effect=message("Nothing was written."),
        remedy=message("Choose another file or folder."),
    )


def _lacking(letters: Iterable[str]) -> Iterator[str]:
    """Yield the letters for which neither our font nor another one of this machine has a shape."""
    font = QFont(FAMILY)
    ours = QRawFont.fromFont(font)
    for letter in letters:
        if ours.supportsCharacter(ord(letter)) or unicodedata.category(letter) in _INVISIBLE:
            continue
        layout = QTextLayout(letter, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
            yield letter


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def new_printer(sheets: Sequence[Sheet]) -> QPrinter:
    """Return the usual printer, set for sheets, which bring their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(sheets[0].title)
    printer.setCreator(_CREATOR)
    printer.setPageLayout(page_layout(sheets[0]))
    return printer


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
    # Qt complains of each font that cannot shape a script; the letters that none has are told once.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    application = QGuiApplication(sys.argv[:1])
    register_fonts(resources / "fonts")
    return application
