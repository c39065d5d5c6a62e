"""The window: it composes header, notices, pages and popovers, and joins their signals."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.core.edits import Touched
from planner.core.people import Person
from planner.gui.look.language import locale
from planner.gui.pages.page import Page
from planner.gui.parts import Parts
from planner.gui.popovers.past_days import PastDays
from planner.gui.theme import Theme
from planner.gui.what_if.commands import WhatIfCommands
from planner.gui.widgets.arrangement.contents import Contents
from planner.gui.window.actions import Actions
from planner.gui.window.commands import DOSSIER_ACTIONS, PAPER_ACTIONS, WindowCommands
from planner.gui.window.focus_in_sight import FocusInSight
from planner.gui.window.header import Header
from planner.gui.window.memory import WindowMemory
from planner.gui.window.notices import NoticeBar, ProgressBar
from planner.gui.window.people_told import PeopleTold
from planner.gui.window.redoing import Redoing
from planner.gui.window.store_commands import StoreCommands
from planner.gui.window.workbench import Workbench

if TYPE_CHECKING:
    # Made when they are first shown; the start does without them.
    from planner.core.finding import Findable
    from planner.gui.pages.people.editor import PersonEditor
    from planner.gui.popovers.find import FindPopover
    from planner.gui.popovers.people_menu import PeopleMenu
    from planner.gui.welcome import Welcome

_LATER = ("welcome", "finder", "people")

# In milliseconds: so long the map has the window for itself.
_BEFORE_PAGES = 1000


class MainWindow(QWidget):
    """Shows the pages for the person looked at, or the first start while there is nobody.

    `role_found` and `skill_found` (id) when one was chosen in Find, `comparison_found` (role id)
    for one that is to be compared with the present role.
    """

    role_found = Signal(str)
    skill_found = Signal(str)
    comparison_found = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.workspace = workspace = parts.workspace
        texts, theme, icons = workspace.texts, parts.appearance.theme, parts.icons
        self._memory = WindowMemory(parts.settings, parts.session.where.store)
        absent = () if parts.printing else (*PAPER_ACTIONS, *DOSSIER_ACTIONS)
        self.actions_by_key = Actions(self, icons, texts, absent)
        self.header = Header(workspace, self.actions_by_key, icons, theme)
        self.past_days = PastDays(self, parts, self.actions_by_key, self.header)
        self.notices = NoticeBar(icons, texts)
        self.progress = ProgressBar(parts.tasks, texts)
        self.workbench = Workbench(
            parts.pages, self._make_editor, icons, texts, theme, self._memory
        )
        actions, workbench = self.actions_by_key, self.workbench
        FocusInSight(self)
        self._redoing = Redoing(workspace, actions["redo"], self.notices, self)
        self.what_if = WhatIfCommands(self, parts, actions, workbench, self.notices)
        self._build()
        self.commands = WindowCommands(self, actions, workbench, self.header, parts)
        self.store_commands = StoreCommands(
            self, workspace, parts.session, parts.dialogs, parts.tasks, self.notices
        )
        self.people_told = PeopleTold(self, parts, workbench, self.notices)
        self._connect()
        self._tell_qt()
        self.workbench.show_page(self._memory.page(tuple(page.key for page in parts.pages)))
        self._memory.restore_place(self)
        self._on_store_changed()

    @cached_property
    def welcome(self) -> Welcome:
        """The first start."""
        from planner.gui import welcome

        made = welcome.Welcome(self.workspace, self.parts.appearance.theme, self.parts.icons)
        made.begun.connect(self._open_person)
        made.sample_requested.connect(self.store_commands.open_sample)
        made.import_requested.connect(self.store_commands.import_files)
        made.restore_requested.connect(self.store_commands.restore)
        self._body.addWidget(made)
        return made

    @cached_property
    def finder(self) -> FindPopover:
        """Find anywhere."""
        from planner.gui.popovers import find

        made = find.FindPopover(self.workspace, self.parts.icons, self.parts.appearance.theme, self)
        made.found.connect(self._on_found)
        made.comparison_found.connect(self.comparison_found)
        return made

    @cached_property
    def people(self) -> PeopleMenu:
        """The person menu."""
        from planner.gui.popovers import people_menu

        made = people_menu.PeopleMenu(
            self.workspace, self.parts.icons, self.parts.appearance.theme, self
        )
        made.person_requested.connect(self._open_person)
        made.add_requested.connect(self.new_person)
        made.edit_requested.connect(self.edit_person)
        made.assess_requested.connect(self.actions_by_key["assess"].trigger)
        made.remove_requested.connect(self.commands.remove_person)
        return made

    @property
    def editor(self) -> PersonEditor:
        """The details of the person."""
        return self.workbench.editor

    def open_somebody(self, *wanted: tuple[str, str]) -> None:
        """Look at the first of `wanted` (catalogue, id) that exists, else at whoever was last."""
        people = self.workspace.store.people()
        known = {(person.catalogue, person.id): person for person in people}
        last = () if self.parts.session.is_sample else self._memory.recent_people
        for key in (*wanted, *last, *known):
            if key in known:
                self.workspace.show_person(known[key])
                return
        self.workspace.close_person()

    def show_page(self, key: str) -> None:
        """Bring a page to the front; raise KeyError for an unknown one."""
        self.workbench.show_page(key)

    def make_pages(self) -> None:
        """Begin a little later to make the pages that have not been asked for, bit by bit."""
        QTimer.singleShot(_BEFORE_PAGES, self, self._begin_pages)

    def _begin_pages(self) -> None:
        # Imported here: the map is to be seen first.
        from planner.gui.window.early_making import EarlyPages

        EarlyPages(self.workbench, self.parts.tasks).begin()

    def new_person(self) -> None:
        """Ask for a new person."""
        if self.workspace.person is None:
            self.welcome.begin_career()
        else:
            self.workbench.show_editor()
            self.editor.begin_new()

    def edit_person(self) -> None:
        """Show the details of the person looked at."""
        if self.workspace.person is not None:
            self.workbench.show_editor()
            self.editor.begin_edit()

    def open_people(self) -> None:
        """Open the person menu."""
        if self.workspace.person is not None:
            self.people.open_below(self.header.person, self._memory.recent_people)

    def open_find(self) -> None:
        """Open Find."""
        if self.workspace.person is not None:
            self.finder.open_below(self.header.find_field)

    def raise_window(self) -> None:
        """Come to the front."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _make_editor(self) -> PersonEditor:
        from planner.gui.pages.people import editor as people_editor

        made = people_editor.PersonEditor(
            self.workspace, self.parts.appearance.theme, self.parts.icons
        )
        made.left.connect(self.people_told.tell_left)
        return made

    def _build(self) -> None:
        self._body = QStackedWidget()
        self._body.addWidget(self.workbench)
        said = (self.past_days.line, self.what_if.bar, self.notices, self.progress)
        parts = (self.header, *said, self._body)
        # No QMainWindow: there is nothing to dock, and its layout animates even the first size.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # Whatever is shown, the size of the window is the person's.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(Contents(parts))

    def _connect(self) -> None:
        on, workspace, store_commands = self.actions_by_key.on, self.workspace, self.store_commands
        workspace.failed.connect(self.notices.say_error)
        workspace.edited.connect(self._on_edited)
        workspace.person_changed.connect(self._on_person_changed)
        workspace.day_changed.connect(self._refresh)
        workspace.what_if_changed.connect(self._refresh)
        workspace.language_changed.connect(self._speak)
        self.parts.appearance.changed.connect(self._dress)
        self.header.people_requested.connect(self.open_people)
        self.header.find_requested.connect(self.open_find)
        self.header.menu_requested.connect(self.commands.open_menu)
        self.header.clear_target_requested.connect(self.commands.clear_target)
        self.header.leave_sample_requested.connect(store_commands.leave_sample)
        store_commands.store_changed.connect(self._on_store_changed)
        store_commands.locked.connect(self._lock)
        store_commands.filled.connect(self._on_filled)
        for key, do in (
            ("add-person", self.new_person),
            ("people", self.open_people),
            ("edit-person", self.edit_person),
            ("find", self.open_find),
            ("import", store_commands.import_files),
            ("back-up", store_commands.back_up),
            ("restore", store_commands.restore),
            ("open-sample", store_commands.open_sample),
            ("leave-sample", store_commands.leave_sample),
            ("undo", self.people_told.undo),
            ("redo", self.people_told.redo),
        ):
            on(key, do)
        self.commands.print_requested.connect(self._put_out)

    def _open_person(self, person: Person) -> None:
        self.workspace.open_person(person.catalogue, person.id)
        self.workbench.leave_editor()

    def _on_person_changed(self) -> None:
        person, is_sample = self.workspace.person, self.parts.session.is_sample
        if self.people_told.tells_undone:
            # Whose it was may be looked at now.
            self.notices.dismiss()
        if person is None:
            self.welcome.show_catalogue()
        self._body.setCurrentWidget(self.welcome if person is None else self.workbench)
        self.header.setVisible(person is not None or is_sample)
        self._focus()
        if person is not None and not is_sample:
            self._memory.add_recent(person)
        self._refresh()

    def _on_edited(self, touched: Touched) -> None:
        # What failed may have come right; and another change is now the one to be undone.
        told = self.notices
        if told.tone == "error" or told.offers_undo or self.people_told.tells_undone:
            told.dismiss()
        if self.workspace.person is None:
            people = (key for key in touched.keys if key.kind == "person")
            self.open_somebody(*((key.catalogue, key.id) for key in people))
        if self.workspace.person is None:
            self.welcome.show_catalogue()
        self._redoing.refresh()
        self.people_told.tell_removed(touched)
        self._refresh()

    def _on_store_changed(self) -> None:
        self.header.show_sample(self.parts.session.is_sample)
        self.open_somebody()
        self._on_filled()

    def _on_filled(self) -> None:
        if self.workspace.person is None:
            self.welcome.show_catalogue()
            self.open_somebody()

    def _on_found(self, thing: Findable) -> None:
        if thing.kind == "person":
            self._open_person(self.workspace.store.person(thing.catalogue, thing.id))
        else:
            (self.role_found if thing.kind == "role" else self.skill_found).emit(thing.id)

    def _refresh(self) -> None:
        self.header.refresh()
        self.commands.refresh()
        self.what_if.refresh()
        tr, person = self.workspace.texts.tr, self.workspace.person
        self.setWindowTitle(
            tr("{name} – Career Planner", name=person.name) if person else tr("Career Planner")
        )

    def _focus(self) -> None:
        if self.workspace.person is None:
            self.welcome.focus_first()
        else:
            self.workbench.page.setFocus()

    def _lock(self, is_locked: bool) -> None:
        self.header.setEnabled(not is_locked)
        self._body.setEnabled(not is_locked)
        if not is_locked:
            self._focus()

    def _put_out(self, how: str, page: Page) -> None:
        if self.parts.printing is not None:
            self.parts.printing.put_out(how, page, self)

    def _tell_qt(self) -> None:
        language = self.workspace.texts.language
        self.parts.qt_language.speak(language)
        self.setLocale(locale(language))
        self.parts.settings.set_text("look/language", language)

    def _speak(self) -> None:
        texts = self.workspace.texts
        self._tell_qt()
        self.commands.retranslate()
        for bar in (self.notices, self.progress, self.workbench.sidebar):
            bar.retranslate(texts)
        self.header.retranslate()
        self.past_days.retranslate()
        for name in _LATER:
            if name in self.__dict__:
                self.__dict__[name].retranslate()
        self._refresh()

    def _dress(self, theme: Theme) -> None:
        self.parts.icons.set_theme(theme)
        made = [self.__dict__[name] for name in _LATER if name in self.__dict__]
        late = (self.past_days, self.what_if, self.workbench, *made)
        for part in (self.commands, self.header, *late):
            part.apply_theme(theme)
        self.notices.retranslate(self.workspace.texts)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the page, so that its keys work at once."""
        super().showEvent(event)
        self._focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember everything, and let no work go on behind a closed window."""
        if not self.people_told.may_close():
            event.ignore()
            return
        self._memory.save_pages(self.workbench.shown_pages)
        self._memory.save_place(self)
        self.parts.settings.save()
        self.parts.tasks.close()
        super().closeEvent(event)
