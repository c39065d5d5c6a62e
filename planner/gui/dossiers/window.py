"""The dossiers of a whole team: whose, what they hold, and where they are written to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.edits import Touched
from planner.core.errors import PlannerError
from planner.core.people import Person
from planner.core.text import Language, Message, Texts, in_line, message
from planner.gui.dialogs import Choice, Dialogs, Question
from planner.gui.dossiers.people_ticks import PeopleTicks, Somebody
from planner.gui.dossiers.writing import DossierWriter
from planner.gui.file_to_write import last_folder
from planner.gui.folder_door import open_folder
from planner.gui.models.team_roster import Roster, roster
from planner.gui.paper.dossier_choices import DossierChoice, DossierChoices, remember_choice
from planner.gui.paper.dossier_settings import ChoicesArea, dossier_order
from planner.gui.paper.team_dossiers import DossierOrder, dossier_files, is_one_file
from planner.gui.settings import Settings
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.display.labels import breakable, plain_label, set_tone
from planner.gui.workspace import Workspace
from planner.report.document import file_name

_PERCENT = 100
_WIDTH, _HEIGHT, _MOST_HEIGHT = 760, 700, 760
_CHOICES_WIDTH = 280


class TeamDossiers(QDialog):
    """Asks, lets the dossiers be written, and says what came of it; it blocks nothing."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: Dialogs,
        tasks: Tasks,
        settings: Settings,
        writer: DossierWriter,
        texts_in: Callable[[Language], Texts],
        theme: Theme,
        *,
        choice: DossierChoice,
        shown: frozenset[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._dialogs = dialogs
        self._tasks = tasks
        self._settings = settings
        self._writer = writer
        self._texts_in = texts_in
        self._store = workspace.store
        self._catalogue = workspace.catalogue.id if workspace.catalogue else ""
        self._people: dict[str, Person] = {}
        self._shown = shown
        self._waiting: list[Task] = []
        self._said: tuple[Message, ...] = ()
        self._folder: Path | None = None
        texts = workspace.texts
        self._title = plain_label(size="title", wraps=True)
        self.people = PeopleTicks(texts, theme)
        self.choices = DossierChoices(choice, texts, theme)
        self._into_name = plain_label(tone="quiet")
        self.into = QComboBox()
        self._into_name.setBuddy(self.into)
        self.message = plain_label(wraps=True, strong=True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, _PERCENT)
        self.bar.setTextVisible(False)
        self.folder_button, self.stop_button = QPushButton(), QPushButton()
        self.write_button, self.close_button = QPushButton(), QPushButton()
        self.write_button.setProperty("kind", "primary")
        self._lay_out()
        self._connect()
        self._speak()
        self.apply_theme(theme)
        self._show_state()
        self._read()
        self.people.list.setFocus()

    @property
    def is_writing(self) -> bool:
        """Whether dossiers are being written."""
        return self._writer.is_writing

    def _speak(self) -> None:
        """Word everything in the present language."""
        texts = self._workspace.texts
        tr = texts.tr
        self.setWindowTitle(tr("Team dossiers"))
        self._title.setText(tr("Team dossiers"))
        self.people.retranslate(texts)
        self.choices.retranslate(texts)
        self._into_name.setText(tr("Files"))
        self.into.setAccessibleName(tr("Files"))
        chosen = max(0, self.into.currentIndex())
        self.into.clear()
        self.into.addItems([tr("One PDF for each person"), tr("One PDF of all")])
        self.into.setCurrentIndex(chosen)
        self.bar.setAccessibleName(tr("Progress"))
        self.folder_button.setText(tr("Open the folder"))
        self.stop_button.setText(tr("Cancel"))
        self.write_button.setText(tr("Write…"))
        self.close_button.setText(tr("Close"))
        self._word_said()
        if self._people:
            self._read()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.people.apply_theme(theme)
        self.choices.apply_theme(theme)
        factor = max(1.0, theme.text_factor)
        self._right.setFixedWidth(round(_CHOICES_WIDTH * factor))
        width, height = round(_WIDTH * factor), min(round(_HEIGHT * factor), _MOST_HEIGHT)
        self.resize(max(self.width(), width), max(self.height(), height))

    def _lay_out(self) -> None:
        self._right = ChoicesArea(self.choices)
        for button in (
            self.folder_button,
            self.write_button,
            self.stop_button,
            self.close_button,
        ):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        body = QHBoxLayout()
        body.setSpacing(24)
        column.addLayout(body, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        body.addLayout(left, 1)
        left.addWidget(self.people, 1)
        left.addSpacing(8)
        left.addWidget(self._into_name)
        left.addWidget(self.into)
        body.addWidget(self._right)
        column.addWidget(self.message)
        column.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column.addLayout(buttons)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        for button in (self.write_button, self.stop_button, self.close_button):
            buttons.addWidget(button)

    def _connect(self) -> None:
        self.people.changed.connect(self._show_state)
        self.choices.chosen.connect(self._on_chosen)
        self.write_button.clicked.connect(self._ask)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.close)
        self.folder_button.clicked.connect(self._open_folder)
        self._writer.begun.connect(self._on_begun)
        self._writer.progressed.connect(self._on_progressed)
        self._writer.wrote.connect(self._on_wrote)
        self._writer.stopped.connect(self._on_stopped)
        self._writer.failed.connect(self._say_error)
        self._workspace.edited.connect(self._on_edited)
        self._workspace.language_changed.connect(self._speak)
        self._workspace.person_changed.connect(self._on_person_changed)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.people.filter.setFocus)

    def _read(self) -> None:
        """Read who is in the team."""
        graph = self._workspace.graph
        if graph is None:
            return
        texts, as_of = self._workspace.texts, self._workspace.as_of
        store, catalogue = self._store, graph.catalogue

        def work(_task: Task) -> Roster:
            return roster(store.people(catalogue.id), catalogue, as_of, texts)

        self._waiting.append(self._tasks.run(work, self._on_read, self._say_error))

    def _on_read(self, found: Roster) -> None:
        order = found.by_name()
        known, ticked = set(self._people), set(self.people.ticked)
        self._people = {person.id: person for person in found.people}
        people = [
            Somebody(found.ids[at], found.people[at].name, found.roles[at], found.said[at])
            for at in order
        ]
        # Whoever is new is ticked, unless the page showed some alone.
        fresh = {one.id for one in people} - known
        if self._shown is not None:
            fresh &= self._shown
        self.people.offer(people, ticked | fresh)
        self._show_state()

    def _on_chosen(self, choice: DossierChoice) -> None:
        remember_choice(self._settings, choice)

    def _show_state(self) -> None:
        is_writing = self.is_writing
        for part in (self.people, self.choices, self.into):
            part.setEnabled(not is_writing)
        self.bar.setVisible(is_writing)
        self.stop_button.setVisible(is_writing)
        self.write_button.setVisible(not is_writing)
        self.close_button.setVisible(not is_writing)
        self.write_button.setEnabled(bool(self.people.ticked))
        self.folder_button.setVisible(self._folder is not None and not is_writing)

    def _say(self, said: Sequence[Message], tone: str) -> None:
        self._said = tuple(said)
        self._word_said()
        set_tone(self.message, {"done": "success", "error": "danger"}.get(tone, tone))
        QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))

    def _say_error(self, error: PlannerError) -> None:
        self._say(error.sentences, "error")
        self._show_state()

    def _word_said(self) -> None:
        words = in_line(self._said, self._workspace.texts)
        self.message.setText(breakable(words))
        self.message.setVisible(bool(words))

    def _ask(self) -> None:
        """Ask where to write to, and whether to write over what is there."""
        order = dossier_order(self._workspace, self.choices.choice, self._texts_in)
        people = [self._people[id_] for id_ in self.people.ticked]
        if order is None or not people:
            return
        self._folder = None
        self._say((), "")
        tr, folder = self._workspace.texts.tr, last_folder(self._settings)
        if self.into.currentIndex():
            name = file_name(order.chosen.languages[0].tr("Team – career dossiers")) or "team"
            kinds = tr("PDF documents (*.pdf)")
            to = self._dialogs.file_to_save(self, tr("Export"), folder / f"{name}.pdf", kinds)
            if to is not None:
                to = to if is_one_file(to) else to.with_name(f"{to.name}.pdf")
                self._settings.set_text("paper/folder", str(to.parent))
                self._write(order, people, to)
            return
        to = self._dialogs.folder_to_fill(self, tr("Folder for the dossiers"), folder)
        if to is not None:
            self._settings.set_text("paper/folder", str(to))
            # It may be on a disk that is away.
            looking = self._tasks.run(
                partial(_already_there, dossier_files(order, people, to)),
                partial(self._on_looked, order, people, to),
                self._say_error,
                may_hang=True,
            )
            self._waiting.append(looking)

    def _on_looked(
        self, order: DossierOrder, people: list[Person], to: Path, there: list[Path]
    ) -> None:
        texts = self._workspace.texts
        if there:
            question = Question(
                title=texts.tr("Team dossiers"),
                text=texts.ntr(
                    "{count} of these files is already there.",
                    "{count} of these files are already there.",
                    len(there),
                ),
                more=str(to),
                details="\n".join(file.name for file in there),
                choices=(
                    Choice(key="keep", text=texts.tr("Keep them")),
                    Choice(key="replace", text=texts.tr("Write over them")),
                ),
                otherwise="keep",
            )
            if self._dialogs.ask(self, question) != "replace":
                return
        self._write(order, people, to)

    def _write(self, order: DossierOrder, people: list[Person], to: Path) -> None:
        self._writer.write(order, self._store, people, to, self._workspace.texts)

    def _on_begun(self) -> None:
        self.bar.setValue(0)
        self.stop_button.setEnabled(True)
        self._folder = None
        self._say((message("Writing the dossiers…"),), "quiet")
        self._show_state()
        self.stop_button.setFocus()

    def _stop(self) -> None:
        self._writer.stop()
        self.stop_button.setEnabled(False)

    def _on_progressed(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * _PERCENT))

    def _on_wrote(self, said: tuple[Message, ...], tone: str, folder: Path) -> None:
        self._folder = folder
        self._say(said, tone)
        self._show_state()
        self.folder_button.setFocus()

    def _on_stopped(self) -> None:
        self._say((message("Stopped."), message("Nothing was written.")), "warning")
        self._show_state()
        self.write_button.setFocus()

    def _open_folder(self) -> None:
        if self._folder is not None:
            open_folder(self._folder, self._say_error)

    def _on_edited(self, touched: Touched) -> None:
        if any(key.kind == "person" and key.catalogue == self._catalogue for key in touched.keys):
            self._read()

    def _on_person_changed(self) -> None:
        """Close where another team, or none, is looked at."""
        catalogue = self._workspace.catalogue
        if (
            self._workspace.store is not self._store
            or catalogue is None
            or catalogue.id != self._catalogue
        ):
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for nothing any more; what is being written goes on."""
        for task in self._waiting:
            task.cancel()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape stop the work before it closes the window, and Enter press a button."""
        if event.key() == Qt.Key.Key_Escape and self.is_writing:
            self._stop()
        elif not press_focused_button(event):
            super().keyPressEvent(event)


def _already_there(files: list[Path], _task: Task) -> list[Path]:
    return [file for file in files if file.exists()]
