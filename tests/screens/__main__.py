"""Picture every state: `python -m tests.screens [STATE…] [--size …] [--theme …] [--language …]`.

The pictures come into `screens/<size>/<state>-<theme>-<language>.png`. A part of its name selects a
state. Each size has a process of its own; the day is fixed, so that two runs can be compared. The
exit code is 1 where a state could not be reached, or where Qt or a slot complained on the way.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, qInstallMessageHandler
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from planner.app import StoreSession
from planner.core.keeping.person_edits import add_person, rate
from planner.core.people import Person
from planner.core.text import LANGUAGES, Language
from planner.files.texts import load_texts
from planner.gui.assembly.window import build_window, dress
from planner.gui.look.appearance import STYLE, Appearance
from planner.gui.parts import Surroundings
from planner.gui.settings import Settings
from planner.opening import import_files
from planner.places import Places, shipped_folder
from planner.store.database import open_store
from tests.generated import framework_document
from tests.gui.answers import Answers
from tests.screens.stage import HEIGHT, TODAY, WIDTH, Stage, rated
from tests.screens.states import State, states

FOLDER = Path("screens")
# Size: the factor of the screen, and the size of the text in per cent.
SIZES = {"100": (1.0, 100), "150": (1.5, 100), "text-150": (1.0, 150)}
THEMES = ("light", "dark")
PEOPLE = {"sample": ("am-lm", "sample-am"), "framework": ("framework-0", "somebody")}
# The offscreen platform says so of size hints, raising a window and menus; other platforms do not.
HARMLESS = "This plugin does not support"


class Studio:
    """Makes pictures in one application, at one size, and notes every complaint."""

    def __init__(self, size: str, folder: Path) -> None:
        self.complaints: list[str] = []
        self._size = size
        self._folder = folder
        self._resources = shipped_folder("resources")
        self._application = QApplication([*sys.argv[:1], *STYLE])
        self._framework = folder / "framework.json"
        qInstallMessageHandler(self._on_message)
        sys.excepthook = self._on_exception

    def set_up(self, shown: Sequence[State]) -> None:
        """Make the stores that the windows open copies of."""
        self._framework.write_text(json.dumps(framework_document()), encoding="utf-8")
        kinds = {state.stored for state in shown}
        for stored, language in product(kinds, LANGUAGES):
            file = self._file(stored, language)
            store = open_store(file, backups=self._folder / "backups", today=TODAY)
            if stored == "sample":
                import_files(store, [shipped_folder("data")], TODAY, sample_in=language)
            elif stored == "framework":
                import_files(store, [self._framework], TODAY)
                catalogue = store.catalogue("framework-0")
                start = next(role for role in catalogue.roles if role.rank == 2 and role.requires)
                end = next(role for role in catalogue.roles if role.rank == 5 and role.requires)
                person = Person(
                    id="somebody",
                    name="Ann Framework",
                    catalogue=catalogue.id,
                    role=start.id,
                    since=date(2024, 3, 1),
                    target=end.id,
                )
                store.apply(add_person(person))
                for number, skill in enumerate(catalogue.skills[::2]):
                    rating = rated(store.next_entry(), skill.id, 0.31 * number)
                    store.apply(rate(person, rating, catalogue))
            store.close()

    def take(self, state: State, theme: str, language: Language) -> None:
        """Take one picture, or note why it could not be taken."""
        name = f"{state.key}-{theme}-{language.partition('_')[0]}"
        file = FOLDER / self._size / f"{name}.png"
        before = len(self.complaints)
        try:
            with self._stage(state, theme, language) as stage:
                pictured = state.reach(stage) or stage.window
                if state.key not in ("working", "team-dossiers-writing"):
                    stage.settle()
                stage.come_to_rest()
                if not _picture(pictured).save(str(file)):
                    self.complaints.append("the picture could not be written")
        except Exception:
            self.complaints.append(traceback.format_exc(limit=-2))
        for number in range(before, len(self.complaints)):
            self.complaints[number] = f"{self._size}/{name}: {self.complaints[number]}"

    @contextmanager
    def _stage(self, state: State, theme: str, language: Language) -> Iterator[Stage]:
        with tempfile.TemporaryDirectory(dir=self._folder) as home:
            here = self._places(Path(home))
            shutil.copy(self._file(state.stored, language), here.store)
            settings = Settings(here.settings)
            settings.set_text("look/theme", theme)
            settings.set_number("look/text", SIZES[self._size][1])
            appearance = dress(self._application, self._resources, settings)
            store = open_store(here.store, backups=here.backups, today=TODAY)
            session = StoreSession(store, replace(here, cache=self._folder), lambda: TODAY)
            answers = Answers()
            stage = self._open(session, appearance, settings, language, answers)
            try:
                if state.stored in PEOPLE:
                    stage.open_person(PEOPLE[state.stored])
                yield stage
            finally:
                stage.let_fall()
                session.close()
                appearance.deleteLater()
                self._tidy()

    def _open(
        self,
        session: StoreSession,
        appearance: Appearance,
        settings: Settings,
        language: Language,
        answers: Answers,
    ) -> Stage:
        window = build_window(
            self._application,
            appearance,
            Surroundings(
                session=session,
                texts_in=partial(
                    load_texts, i18n_folder=self._resources / "i18n", cache_folder=self._folder
                ),
                language=language,
                settings=settings,
                resources=self._resources,
                data=shipped_folder("data"),
                layouts=self._folder / "layouts",
                dialogs=answers,
                today=lambda: TODAY,
            ),
        )
        window.resize(WIDTH, HEIGHT)
        window.store_commands.say_at_start()
        window.show()
        window.activateWindow()
        stage = Stage(window, self._application, answers, self._framework)
        stage.settle()
        return stage

    def _file(self, stored: str, language: Language) -> Path:
        return self._folder / f"{stored}-{language}.db"

    def _places(self, home: Path) -> Places:
        return Places(
            store=home / "planner.db",
            backups=home / "backups",
            settings=home / "window.ini",
            cache=self._folder,
            log=home / "planner.log",
        )

    def _tidy(self) -> None:
        for _ in range(3):
            self._application.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()

    def _on_message(self, _kind: object, _context: object, said: str) -> None:
        if HARMLESS not in said:
            self.complaints.append(said)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        self.complaints.append("".join(traceback.format_exception(error, limit=-2)))


def _picture(pictured: QWidget) -> QPixmap:
    """Return what is seen of a window and of the menus over it."""
    picture = pictured.grab()
    for over in QApplication.topLevelWidgets():
        if over.isVisible() and over.windowType() == over.windowType().Popup:
            at = over.mapToGlobal(QPoint()) - pictured.mapToGlobal(QPoint())
            over.render(picture, at)
    return picture


def _run_size(size: str, arguments: Sequence[str], folder: Path) -> int:
    """Run the pictures of one size in a process of their own; return its exit code."""
    scale = SIZES[size][0]
    screens = folder / "screens.json"
    room = {"width": round(WIDTH * scale), "height": round(HEIGHT * scale)}
    screens.write_text(json.dumps({"screens": [{"name": "one", "x": 0, "y": 0, **room}]}))
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(scale),
        "HOME": str(folder),
    }
    command = [sys.executable, "-m", "tests.screens", "--here", str(folder), "--size", size]
    code = subprocess.run([*command, *arguments], env=surroundings, check=False).returncode
    if code < 0:
        sys.stderr.write(f"{size}: the process was ended by signal {-code}\n")
    return code


def main() -> int:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("states", nargs="*", help="a part of a state's name; all when left out")
    parser.add_argument("--size", choices=SIZES)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--here", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here is None:
        arguments = list(asked.states)
        for option in ("theme", "language"):
            if getattr(asked, option):
                arguments += [f"--{option}", getattr(asked, option)]
        codes = []
        for size in [asked.size] if asked.size else SIZES:
            with tempfile.TemporaryDirectory() as folder:
                codes.append(_run_size(size, arguments, Path(folder)))
        return int(any(codes))
    shown = [
        state
        for state in states()
        if not asked.states or any(part in state.key for part in asked.states)
    ]
    (FOLDER / asked.size).mkdir(parents=True, exist_ok=True)
    studio = Studio(asked.size, asked.here)
    studio.set_up(shown)
    looks = product(
        [asked.theme] if asked.theme else THEMES, [asked.language] if asked.language else LANGUAGES
    )
    count = 0
    for theme, language in looks:
        for state in shown:
            studio.take(state, theme, language)
            count += 1
    for complaint in studio.complaints:
        sys.stderr.write(complaint.rstrip() + "\n")
    sys.stdout.write(
        f"{count} pictures in {FOLDER / asked.size}, {len(studio.complaints)} complaints\n"
    )
    return int(bool(studio.complaints) or not count)


if __name__ == "__main__":
    sys.exit(main())
