"""The one door to paper: what a page shows is previewed, printed, or written to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.gui.dialogs import Dialogs
from planner.gui.pages.page import Page
from planner.gui.settings import Settings
from planner.gui.tasks import Task, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from planner.gui.paper import Written
    from planner.gui.preview import Preview
    from planner.report.document import Document
    from planner.report.flow import Sheet

# Pages are shown as sharp as this, many or large ones less so, that they take no more dots in all.
_PREVIEW_DPI, _MOST_DOTS = 150, 40_000_000
_POINTS_AN_INCH = 72
_REPORT_PAPERS = ("a4", "letter")
_LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
    }
)


class Printing(QObject):
    """Previews, prints and exports what a page shows, on the paper used last.

    `said` (message, tone) when something was done, `failed` (PlannerError) when it could not be.
    """

    said = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self,
        dialogs: Dialogs,
        tasks: Tasks,
        settings: Settings,
        resources: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._tasks = tasks
        self._settings = settings
        self._resources = resources

    @property
    def paper(self) -> str:
        """The paper used last for a report, else that of the country."""
        return self._settings.word("paper/size", _REPORT_PAPERS, usual_paper(QLocale.system()))

    def put_out(self, how: str, page: Page, window: QWidget) -> None:
        """Put a page out; `how` is preview, print, pdf, svg or png."""
        document = document_of(page, self.paper)
        if document is None:
            return
        if document.is_chart:
            document = self._as_last(document)
        if how == "preview":
            self._run(document, _pictures, partial(self._show_preview, document, window))
        elif how == "print":
            self._run(document, _sheets, partial(self._print, window))
        else:
            self._export(document, how, window)

    def _as_last(self, document: Document) -> Document:
        """Return a chart on the paper, and in the style, that one was put on last."""
        # Imported here: no start of the window needs what goes on paper.
        from planner.gui.chart_settings import remembered_options

        paper, options = remembered_options(self._settings, usual_paper(QLocale.system()))
        return document.on_paper(paper).with_options(options)

    def _run(
        self,
        document: Document,
        work: Callable[[Document, Path, Task], object],
        on_done: Callable[..., None],
        preview: Preview | None = None,
    ) -> None:
        self._tasks.run(
            partial(work, document, self._resources),
            on_done,
            partial(self._fail, preview),
            label=document.context.texts.tr("Laying out the pages…"),
        )

    def _show_preview(
        self, document: Document, window: QWidget, pictures: Sequence[QImage]
    ) -> None:
        # Imported here: no start of the window needs the preview.
        from planner.gui.preview import Preview

        preview = Preview(document, pictures, window)
        preview.changed.connect(partial(self._change, preview))
        preview.put_out_requested.connect(partial(self._put_out_again, preview))
        preview.show()

    def _change(self, preview: Preview, document: Document) -> None:
        from planner.gui.chart_settings import remember

        if document.is_chart:
            remember(self._settings, document)
        else:
            self._settings.set_text("paper/size", document.context.paper)
        self._tasks.run(
            partial(_pictures, document, self._resources),
            partial(_refill, preview, document),
            partial(self._refuse, preview, document),
            label=document.context.texts.tr("Laying out the pages…"),
        )

    def _refuse(self, preview: Preview, document: Document, error: PlannerError) -> None:
        """Say why there are no pages, and show none."""
        if isValid(preview) and document == preview.document:
            preview.show_document(document, ())
        self._fail(preview, error)

    def _put_out_again(self, preview: Preview, how: str) -> None:
        if how == "print":
            done = partial(self._print, preview, preview=preview)
            self._run(preview.document, _sheets, done, preview)
        else:
            self._export(preview.document, how, preview, preview)

    def _say(self, preview: Preview | None, said: tuple[Message, ...], tone: str) -> None:
        """Say what was done where the person looks: in the preview that asked, if still open."""
        if preview is not None and isValid(preview) and preview.isVisible():
            preview.say(said, tone)
        else:
            self.said.emit(said, tone)

    def _fail(self, preview: Preview | None, error: PlannerError) -> None:
        if preview is not None and isValid(preview) and preview.isVisible():
            preview.say(error.sentences, "danger")
        else:
            self.failed.emit(error)

    def _print(
        self, window: QWidget, sheets: Sequence[Sheet], *, preview: Preview | None = None
    ) -> None:
        # Imported here: no start of the window needs a printer.
        from planner.gui.paper import SheetPainter, new_printer

        printer = new_printer(sheets)
        if not self._dialogs.choose_printer(window, printer):
            return
        try:
            SheetPainter(self._resources).print_sheets(sheets, printer)
        except PlannerError as error:
            self._fail(preview, error)
        else:
            self._say(preview, (message("The pages were sent to the printer."),), "done")

    def _export(
        self, document: Document, ending: str, window: QWidget, preview: Preview | None = None
    ) -> None:
        tr = document.context.texts.tr
        folder = Path(self._settings.text("paper/folder") or Path.home())
        if not folder.is_dir():
            folder = Path.home()
        kinds = {
            "pdf": tr("PDF documents (*.pdf)"),
            "svg": tr("SVG drawings (*.svg)"),
            "png": tr("PNG pictures (*.png)"),
        }
        to = self._dialogs.file_to_save(
            window, tr("Export"), folder / f"{document.name()}.{ending}", kinds[ending]
        )
        if to is None:
            return
        if to.suffix.lower() != f".{ending}":
            to = to.with_name(f"{to.name}.{ending}")
        self._settings.set_text("paper/folder", str(to.parent))
        self._run(document, partial(_written, to), partial(self._on_written, preview), preview)

    def _on_written(self, preview: Preview | None, written: Written) -> None:
        files = ", ".join(str(file) for file in written.files)
        said = [message("Written to {file}", file=files)]
        if written.missing_letters:
            said.append(missing_letters(written.missing_letters))
        self._say(preview, tuple(said), "warning" if written.missing_letters else "done")


def document_of(page: Page, paper: str) -> Document | None:
    """Return what a page shows, to be put on paper; None where it shows nobody or no role."""
    # Imported here: no start of the window needs what goes on paper.
    from planner.core.gaps import gaps_to_every_role
    from planner.core.what_if import imagined_person
    from planner.report.document import OF_A_CAREER, Document
    from planner.report.pages import PageContext

    workspace = page.workspace
    graph, person = workspace.graph, workspace.person
    if graph is None or person is None:
        return None
    what, subject = page.on_paper()
    if not what:
        return None
    # What was said in a one-on-one is never imagined.
    what_if = None if what == "meeting" else workspace.what_if
    gaps = workspace.gaps()
    if what_if is None and workspace.what_if is not None:
        real, as_of = workspace.ratings(), workspace.as_of
        gaps = gaps_to_every_role(graph, person, real, basis=workspace.basis, as_of=as_of)
    context = PageContext(
        graph=graph,
        person=person if what_if is None else imagined_person(person, what_if, workspace.as_of),
        gaps=gaps,
        basis=workspace.basis,
        as_of=workspace.as_of,
        today=workspace.today(),
        texts=workspace.texts,
        paper=paper,
        career=workspace.career() if what in OF_A_CAREER else None,
        stale_months=workspace.stale_months,
        what_if=what_if,
    )
    routes, route = page.routes_on_paper() or (None, None)
    return Document(what=what, context=context, subject=subject, routes=routes, route=route)


def usual_paper(locale: QLocale) -> str:
    """Return the paper of a country: letter in most of the Americas, else A4."""
    return "letter" if locale.territory() in _LETTER_COUNTRIES else "a4"


def missing_letters(letters: str) -> Message:
    """Return the words for letters that no font has."""
    return message(
        "No font of this machine has these letters, so boxes stand for them: {letters}",
        letters=" ".join(letters),
    )


def write_pages(document: Document, to: Path, resources: Path) -> Written:
    """Write a document to a file without a window.

    Raise PlannerError where the file cannot be written.
    """
    from planner.gui.paper import gui_application

    application = gui_application(resources)
    written = _written(to, document, resources)
    # The application goes last, after the fonts.
    del application
    return written


def _written(to: Path, document: Document, resources: Path, _task: Task | None = None) -> Written:
    from planner.gui.paper import SheetPainter

    painter = SheetPainter(resources)
    return painter.write(document.sheets(painter.press()), to)


def _sheets(document: Document, resources: Path, _task: Task) -> tuple[Sheet, ...]:
    from planner.gui.paper import SheetPainter

    return document.sheets(SheetPainter(resources).press())


def _pictures(document: Document, resources: Path, task: Task) -> tuple[QImage, ...]:
    from planner.gui.paper import SheetPainter

    painter = SheetPainter(resources)
    pictures = []
    sheets = document.sheets(painter.press())
    inches = sum(sheet.width * sheet.height for sheet in sheets) / _POINTS_AN_INCH**2
    dpi = min(_PREVIEW_DPI, (_MOST_DOTS / inches) ** 0.5)
    for sheet in sheets:
        if task.is_cancelled():
            break
        pictures.append(painter.image(sheet, dpi))
    return tuple(pictures)


def _refill(preview: Preview, document: Document, pictures: Sequence[QImage]) -> None:
    # It may have been closed while the pages were laid out.
    if isValid(preview):
        preview.show_document(document, pictures)
