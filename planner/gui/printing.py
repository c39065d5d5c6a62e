"""The one door to paper: what a page shows is previewed, printed, or written to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.core.errors import PlannerError
from planner.core.text import Language, Message, Texts, message
from planner.gui.dialogs import Dialogs
from planner.gui.pages.page import Page
from planner.gui.paper.page_document import document_of
from planner.gui.paper.pages_shown import Pages
from planner.gui.settings import Settings
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from planner.gui.paper.document_settings import DocumentSettings
    from planner.gui.paper.preview import Preview
    from planner.gui.paper.sheet_painter import Written
    from planner.report.document import Document
    from planner.report.paper.flow import Sheet

# Pages are shown as sharp as this, many or large ones less so, that they take no more dots in all.
_PREVIEW_DPI, _MOST_DOTS = 150, 40_000_000
_POINTS_AN_INCH = 72
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
    """Previews, prints and exports what a page shows, on the paper used last, and dossiers.

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
        texts_in: Callable[[Language], Texts],
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._tasks = tasks
        self._settings = settings
        self._resources = resources
        # The same words are the same value, so that documents can be told apart.
        self._texts_in = cache(texts_in)
        self._texts = texts_in("en")
        self._theme = theme
        # Weakly: the pages of a closed one are large.
        self._previews: WeakSet[Preview] = WeakSet()

    @property
    def paper(self) -> str:
        """The paper used last for a report, else that of the country."""
        from planner.gui.paper.memory import report_paper

        return report_paper(self._settings, usual_paper(QLocale.system()))

    def retranslate(self, texts: Texts) -> None:
        """Speak another language from now on, in the windows that are open too."""
        self._texts = texts
        for preview in self._open_previews():
            preview.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        for preview in self._open_previews():
            preview.apply_theme(theme)

    def put_out(self, how: str, page: Page, window: QWidget) -> None:
        """Put a page out; `how` is preview (which prints), pdf, svg or png.

        With dossier it is the dossier of the person looked at, in the preview.
        """
        self._texts = page.workspace.texts
        if how == "dossier":
            self._preview_dossier(page, window)
        else:
            self._put_page_out(how, page, window)

    def _put_page_out(self, how: str, page: Page, window: QWidget) -> None:
        document = document_of(page, self.paper)
        if document is None:
            return
        # Imported here: no start of the window needs what goes on paper.
        from planner.gui.paper.memory import remembered_paper
        from planner.gui.paper.speech import in_speech

        usual = usual_paper(QLocale.system())
        choice = remembered_paper(self._settings, usual, is_chart=document.is_chart)
        document = document.on_paper(choice.paper).with_options(choice.options)
        document = in_speech(document, choice.speech, self._texts.language, self._texts_in)
        if how == "preview":
            # Imported here: no start of the window needs the preview.
            from planner.gui.paper.settings import PaperSettings

            make = partial(PaperSettings, document, self._texts, self._texts_in, choice.speech)
            self._preview(document, make, window)
        else:
            self._export(document, how, window)

    def _preview_dossier(self, page: Page, window: QWidget) -> None:
        from planner.gui.paper.dossier_choices import remembered_choice
        from planner.gui.paper.dossier_settings import DossierSettings, dossier_source

        texts = self._texts
        choice = remembered_choice(self._settings, self.paper)
        source = dossier_source(page.workspace, choice, self._texts_in)
        if source is not None:
            make = partial(DossierSettings, source, choice, texts, self._theme)
            self._preview(source.document(choice, texts), make, window)

    def _open_previews(self) -> list[Preview]:
        return [preview for preview in self._previews if isValid(preview)]

    def _preview(
        self, document: Document, make: Callable[[], DocumentSettings], window: QWidget
    ) -> None:
        show = partial(self._opened_preview, make, self._texts, window)
        self._tasks.run(
            partial(_pictures, document, self._resources),
            partial(self._show_preview, show),
            partial(self._show_refused, show),
            label=self._texts.tr("Laying out the pages…"),
        )

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
            label=self._texts.tr("Laying out the pages…"),
        )

    def _opened_preview(
        self,
        make: Callable[[], DocumentSettings],
        texts: Texts,
        window: QWidget,
        pages: Pages,
    ) -> Preview:
        from planner.gui.paper.preview import Preview

        preview = Preview(pages, make(), texts, window)
        preview.changed.connect(partial(self._change, preview))
        preview.put_out_requested.connect(partial(self._put_out_again, preview))
        self._previews.add(preview)
        preview.show()
        # While its pages were laid out, the language or the colours may have changed.
        if texts is not self._texts:
            preview.retranslate(self._texts)
        preview.apply_theme(self._theme)
        return preview

    def _show_preview(self, show: Callable[[Pages], Preview], pages: Pages) -> None:
        show(pages)

    def _show_refused(self, show: Callable[[Pages], Preview], error: PlannerError) -> None:
        """Show a preview without pages, in which another way can be chosen, and say why."""
        self._fail(show(Pages()), error)

    def _change(self, preview: Preview, document: Document) -> None:
        self._remember(preview, document)
        if preview.work is not None:
            preview.work.cancel()
        preview.work = self._tasks.run(
            partial(_pictures, document, self._resources),
            partial(_refill, preview, document),
            partial(self._refuse, preview, document),
            label=self._texts.tr("Laying out the pages…"),
        )

    def _remember(self, preview: Preview, document: Document) -> None:
        from planner.gui.paper.dossier_choices import remember_choice
        from planner.gui.paper.dossier_settings import DossierSettings
        from planner.gui.paper.memory import remember_paper

        if isinstance(preview.column, DossierSettings):
            remember_choice(self._settings, preview.column.choice)
        else:
            remember_paper(self._settings, document, preview.settings.speech)

    def _refuse(self, preview: Preview, document: Document, error: PlannerError) -> None:
        """Say why there are no pages, and show none."""
        if isValid(preview) and document == preview.document:
            preview.show_document(document, Pages())
        self._fail(preview, error)

    def _put_out_again(self, preview: Preview, how: str) -> None:
        if how == "print":
            self._run(preview.document, _sheets, partial(self._print, preview), preview)
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

    def _print(self, preview: Preview, sheets: Sequence[Sheet]) -> None:
        # Imported here: no start of the window needs a printer.
        from planner.gui.paper.sheet_painter import new_printer

        printer = new_printer(sheets)
        if self._dialogs.choose_printer(preview, printer):
            self._tasks.run(
                partial(_printed, sheets, printer, self._resources),
                partial(self._on_printed, preview),
                partial(self._fail, preview),
                label=self._texts.tr("Printing…"),
                can_stop=False,
            )

    def _on_printed(self, preview: Preview | None, _nothing: None) -> None:
        self._say(preview, (message("The pages were sent to the printer."),), "done")

    def _export(
        self, document: Document, ending: str, window: QWidget, preview: Preview | None = None
    ) -> None:
        # Imported here: no start of the window needs it.
        from planner.gui.file_to_write import file_to_write

        tr = self._texts.tr
        kinds = {
            "pdf": tr("PDF documents (*.pdf)"),
            "svg": tr("SVG drawings (*.svg)"),
            "png": tr("PNG pictures (*.png)"),
        }
        endings = (f".{ending}",)
        to = file_to_write(
            self._dialogs,
            self._settings,
            window,
            tr("Export"),
            document.name(),
            kinds[ending],
            endings,
        )
        if to is not None:
            self._run(document, partial(_written, to), partial(self._on_written, preview), preview)

    def _on_written(self, preview: Preview | None, written: Written) -> None:
        files = ", ".join(str(file) for file in written.files)
        said = [message("Written to {file}", file=files)]
        if written.missing_letters:
            said.append(missing_letters(written.missing_letters))
        self._say(preview, tuple(said), "warning" if written.missing_letters else "done")


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
    from planner.gui.paper.sheet_painter import gui_application

    application = gui_application(resources)
    written = _written(to, document, resources)
    # The application goes last, after the fonts.
    del application
    return written


def _written(to: Path, document: Document, resources: Path, _task: Task | None = None) -> Written:
    from planner.gui.paper.sheet_painter import SheetPainter

    painter = SheetPainter(resources)
    return painter.write(document.sheets(painter.press()), to)


def _sheets(document: Document, resources: Path, _task: Task) -> tuple[Sheet, ...]:
    from planner.gui.paper.sheet_painter import SheetPainter

    return document.sheets(SheetPainter(resources).press())


def _printed(sheets: Sequence[Sheet], printer: QPrinter, resources: Path, _task: Task) -> None:
    from planner.gui.paper.sheet_painter import SheetPainter

    SheetPainter(resources).print_sheets(sheets, printer)


def _pictures(document: Document, resources: Path, task: Task) -> Pages:
    from planner.gui.paper.sheet_painter import SheetPainter

    painter = SheetPainter(resources)
    pictures = []
    sheets = document.sheets(painter.press())
    inches = sum(sheet.width * sheet.height for sheet in sheets) / _POINTS_AN_INCH**2
    dpi = min(_PREVIEW_DPI, (_MOST_DOTS / inches) ** 0.5)
    for sheet in sheets:
        if task.is_cancelled():
            break
        pictures.append(painter.image(sheet, dpi))
    remark = next((sheet.remark for sheet in sheets if sheet.remark), None)
    return Pages(tuple(pictures), remark)


def _refill(preview: Preview, document: Document, pages: Pages) -> None:
    # It may have been closed while the pages were laid out.
    if isValid(preview):
        preview.show_document(document, pages)
