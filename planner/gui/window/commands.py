"""What the actions of the window do, and how they are worded as things change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from planner.core.edits import Edit
from planner.core.keeping.person_edits import clear_target
from planner.core.text import LANGUAGES, message
from planner.gui.look.appearance import TEXT_STEP, THEME_CHOICES, ThemeChoice
from planner.gui.parts import Parts
from planner.gui.state.whose_edit import edit_words
from planner.gui.theme import Theme
from planner.gui.window.actions import Actions, Spec, menus
from planner.gui.window.header import Header
from planner.gui.window.workbench import Workbench

if TYPE_CHECKING:
    from planner.gui.window.help import HelpWindow


PAPER_ACTIONS = {
    "print": "preview",
    "export-pdf": "pdf",
    "export-svg": "svg",
    "export-png": "png",
}

# What goes on paper of the person or the team, whatever page is in front.
DOSSIER_ACTIONS = ("dossier", "team-dossiers")

# What can be done only while somebody is looked at.
OF_A_PERSON = (
    *DOSSIER_ACTIONS,
    "edit-person",
    "assess",
    "routes",
    "industry",
    "traps",
    "compare",
    "remove-person",
    "take-role",
    "choose-track",
    "export-calendar",
    "export-person",
    "export-person-private",
    "export-people",
    "export-people-private",
    "erase-person",
)


@runtime_checkable
class Zoomable(Protocol):
    """A page with a picture that can be enlarged."""

    def zoom_in(self) -> None:
        """Show less, larger."""

    def zoom_out(self) -> None:
        """Show more, smaller."""

    def fit(self) -> None:
        """Show everything."""


@runtime_checkable
class KeepsPrivate(Protocol):
    """A page with private notes that can be hidden; it says by itself when they were."""

    @property
    def is_private_hidden(self) -> bool:
        """Whether they are hidden."""

    def toggle_private(self) -> None:
        """Hide them, or show them again."""


class WindowCommands(QObject):
    """Connects the actions that need only the workspace, the look, the pages and the help.

    `print_requested` (how, Page) when the page in front, or a dossier, is to go on paper or into a
    file.
    """

    print_requested = Signal(str, object)

    def __init__(
        self, window: QWidget, actions: Actions, workbench: Workbench, header: Header, parts: Parts
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._workbench = workbench
        self._header = header
        self._workspace = workspace = parts.workspace
        self._session = parts.session
        self._appearance = parts.appearance
        self._settings = parts.settings
        self._help_folder = parts.help_folder
        self._help: HelpWindow | None = None
        for number, page in enumerate(workbench.specs, 1):
            key = f"page-{page.key}"
            keys = (f"Ctrl+{number}",)
            actions.add(Spec(key=key, text=page.title, icon=page.icon, keys=keys))
            actions.on(key, partial(workbench.show_page, page.key))
        actions.on("menu", self.open_menu)
        actions.on("filter", self._filter)
        actions.on("private-notes", self._toggle_private)
        actions.on("clear-target", self.clear_target)
        actions.on("remove-person", self.remove_person)
        actions.on("zoom-in", partial(self._zoom, "in"))
        actions.on("zoom-out", partial(self._zoom, "out"))
        actions.on("zoom-fit", partial(self._zoom, "fit"))
        actions.on("text-larger", partial(self._change_text, TEXT_STEP))
        actions.on("text-smaller", partial(self._change_text, -TEXT_STEP))
        actions.on("text-usual", self._usual_text)
        actions.on("full-screen", self._full_screen)
        actions.on("quit", window.close)
        actions.on("panel", workbench.fold_inspector)
        actions.on("help", self._help_for_page)
        for topic in ("keyboard", "readiness", "glossary"):
            actions.on(f"help-{topic}", partial(self.show_help, topic))
        actions.on("about", self.show_about)
        for key, how in PAPER_ACTIONS.items():
            actions.on(key, partial(self._request_print, how))
        for key in DOSSIER_ACTIONS:
            actions.on(key, partial(self._request_print, key))
        workbench.page_shown.connect(self.refresh)
        for choice in THEME_CHOICES:
            actions.on(f"theme-{choice}", partial(self._choose_theme, choice))
        for language in LANGUAGES:
            actions.on(f"language-{language}", partial(workspace.set_language, language))
        self.refresh()

    def refresh(self) -> None:
        """Word undo and redo, and allow what can be done now."""
        history = self._workspace.history
        self._word_edit("undo", history.next_undo)
        self._word_edit("redo", history.next_redo)
        person = self._workspace.person
        shows_page = person is not None and self._workbench.covering is None
        for key in OF_A_PERSON:
            self._actions.enable(key, person is not None)
        self._actions.enable("clear-target", person is not None and person.target is not None)
        for key in ("zoom-in", "zoom-out", "zoom-fit"):
            self._actions.enable(key, shows_page and isinstance(self._workbench.page, Zoomable))
        self._refresh_private(self._workbench.page if shows_page else None)
        self._actions.enable("filter", shows_page)
        has_paper = person is None or self._has_paper()
        for key in PAPER_ACTIONS:
            self._actions.enable(key, person is not None and has_paper)
        self._word_print(has_paper)
        self._actions.enable("panel", shows_page and self._workbench.has_inspector)
        self._actions["panel"].setChecked(not self._workbench.inspector.isHidden())
        is_sample = self._session.is_sample
        self._actions["open-sample"].setVisible(not is_sample)
        self._actions["leave-sample"].setVisible(is_sample)
        for key in ("back-up", "restore"):
            self._actions.enable(key, not is_sample)
        self._actions[f"theme-{self._appearance.choice}"].setChecked(True)
        self._actions[f"language-{self._workspace.texts.language}"].setChecked(True)

    def menu(self) -> QMenu:
        """Return the ⋯ menu; it is gone once it is closed."""
        made = QMenu(self._window)
        pages = [f"page-{page.key}" for page in self._workbench.specs]
        self._actions.fill(made, menus(pages))
        made.aboutToHide.connect(made.deleteLater)
        return made

    def open_menu(self) -> None:
        """Open the ⋯ menu below its button, or in the corner of a window without a header."""
        button = self._header.menu
        below, corner = QPoint(0, button.height()), QPoint(0, 0)
        place = (
            button.mapToGlobal(below) if button.isVisible() else self._window.mapToGlobal(corner)
        )
        self.menu().popup(place)

    def clear_target(self) -> None:
        """Take the person's target away."""
        person = self._workspace.person
        if person is not None and person.target is not None:
            self._workspace.do(clear_target(person))

    def remove_person(self) -> None:
        """Remove the person with all their ratings; undo brings them back."""
        person = self._workspace.person
        if person is not None:
            from planner.core.keeping.career_edits import remove_career

            self._workspace.do(remove_career(self._workspace.career()))

    def _word_print(self, has_paper: bool) -> None:
        """Say where nothing can be printed why, and what can."""
        if "print" not in self._actions.keys:
            return
        tr = self._workspace.texts.tr
        why = tr("Print: nothing here is printed by itself; dossiers are, in menu ⋯")
        self._actions.say("print", message("&Print…"), "" if has_paper else why)

    def _word_edit(self, key: str, edit: Edit | None) -> None:
        self._actions.enable(key, edit is not None)
        if edit is None:
            said = message("&Undo") if key == "undo" else message("&Redo")
            self._actions.say(key, said)
            return
        words = edit_words(edit, self._workspace)
        label = self._workspace.texts.word(words).replace("&", "&&")
        said = (
            message("&Undo: {edit}", edit=label)
            if key == "undo"
            else message("&Redo: {edit}", edit=label)
        )
        self._actions.say(key, said)

    def show_help(self, topic: str) -> None:
        """Show a page of the help beside the window."""
        # Imported here, as About: no start of the window needs them.
        from planner.gui.window import help as help_module

        if self._help is None:
            self._help = help_module.HelpWindow(
                self._help_folder, self._workspace.texts, self._appearance.theme, self._window
            )
        self._help.show_topic(topic)

    def show_about(self) -> None:
        """Show About."""
        from planner.gui.window.about import About

        store, session = self._workspace.store, self._session
        sample = store.path if session.is_sample else None
        heads = store.catalogue_heads()
        About(self._workspace.texts, heads, session.where, sample, self._window).show()

    def retranslate(self) -> None:
        """Word the actions and the help in the present language."""
        self._actions.retranslate(self._workspace.texts)
        if self._help is not None:
            self._help.retranslate(self._workspace.texts)
        self.refresh()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._actions.apply_theme()
        if self._help is not None:
            self._help.apply_theme(theme)
        self.refresh()

    def _help_for_page(self) -> None:
        if self._workspace.person is None:
            self.show_help("start")
        else:
            bench = self._workbench
            self.show_help((bench.covering or bench.page).key)

    def _has_paper(self) -> bool:
        """Whether what is in front can go on paper; most of what covers a page cannot."""
        covering = self._workbench.covering
        if covering is not None:
            return bool(covering.paper) and covering.has_paper
        return self._workbench.page.has_paper

    def _request_print(self, how: str) -> None:
        self.print_requested.emit(how, self._workbench.covering or self._workbench.page)

    def _filter(self) -> None:
        self._workbench.page.focus_filter()

    def _refresh_private(self, page: object) -> None:
        keeps_private = isinstance(page, KeepsPrivate)
        self._actions.enable("private-notes", keeps_private)
        is_hidden = isinstance(page, KeepsPrivate) and page.is_private_hidden
        self._actions["private-notes"].setChecked(is_hidden)

    def _toggle_private(self) -> None:
        page = self._workbench.page
        if isinstance(page, KeepsPrivate):
            page.toggle_private()

    def _zoom(self, how: str) -> None:
        page = self._workbench.page
        if isinstance(page, Zoomable):
            {"in": page.zoom_in, "out": page.zoom_out, "fit": page.fit}[how]()

    def _change_text(self, percent: int) -> None:
        self._appearance.set_text_percent(self._appearance.text_percent + percent)
        self._settings.set_number("look/text", self._appearance.text_percent)

    def _usual_text(self) -> None:
        self._change_text(100 - self._appearance.text_percent)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._appearance.choose(choice)
        self._settings.set_text("look/theme", choice)

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
