"""A team of 2,000 people × 200 skills out of 4,000,000 ratings: first rows, the whole, sorting.

The page is the window's own; the yardstick is one bare query, grouped, into one numpy array.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from planner.app import StoreSession
from planner.core.edits import Change, Edit, Key
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.text import message
from planner.files.texts import load_texts
from planner.gui.assembly.window import build_window, dress
from planner.gui.main_window import MainWindow
from planner.gui.models.team_matrix import Order, by_skill
from planner.gui.pages.team.page import TeamPage
from planner.gui.parts import Surroundings
from planner.gui.settings import Settings
from planner.places import Places, shipped_folder
from planner.store.connecting import connect
from planner.store.database import open_store
from planner.store.store import Store
from tests.bench.rows import Row
from tests.generated import career_catalogue
from tests.gui.answers import Answers

_PEOPLE, _SKILLS, _ROLES, _YEARS = 2000, 200, 24, 5
_TODAY = date(2026, 6, 1)
_FIRST_YEAR = date(2021, 7, 1)
_ROUNDS = 3
_PATIENCE = 120.0
# How often the window is asked whether it answers, in milliseconds.
_TICK = 5
_INDEXES = ("ix_rating_person_id_day", "ix_rating_newest")
# A rating of each skill by both raters once a year, as they come in over the years.
_RATINGS = """
WITH RECURSIVE year(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM year WHERE n < :years - 1)
INSERT INTO rating (person_id, skill_id, rater, day, level, comment, evidence)
SELECT person.id, skill.id, rater.value, :first + 365 * year.n + person.id % 300,
    (person.id * 7 + skill.id * 13 + year.n * 5 + rater.value * 3) % 6 * 1.0, '', ''
FROM year CROSS JOIN person CROSS JOIN skill CROSS JOIN json_each('[0, 1]') AS rater
"""
# The newest of the rater who comes last, each packed into one number.
_BARE = """
SELECT person_id, skill_id, max(rater << 60 | day << 38 | entry), level
FROM rating WHERE day <= ? GROUP BY skill_id, person_id
"""
What = Literal["first", "whole"]


def measure() -> Sequence[Row]:
    """Return the times of a page opened anew each round, and of every way to sort it."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(prefix="career-planner-") as name:
        folder = Path(name)
        catalogue = career_catalogue(_ROLES, 4, 6, skills=_SKILLS, requirements=12)
        file = folder / "planner.db"
        count = _fill(file, catalogue)
        bare = median(_seconds(lambda: _bare(file)) for _ in range(_ROUNDS))
        times: dict[What, list[float]] = {"first": [], "whole": []}
        sorting: list[float] = []
        freezes: list[float] = []
        for _ in range(_ROUNDS):
            with _window(application, file, folder) as window:
                opened, freeze = _open(window)
                freezes.append(freeze)
                for what, seconds in opened.items():
                    times[what].append(seconds)
                sorting += _sort(application, window, catalogue)
    what = f"team of {_PEOPLE:,} × {_SKILLS}, {count / 1e6:.0f} M ratings"
    return [
        Row(what=f"(f) {what}: first rows", ours=median(times["first"]), unit="s", goal=0.3),
        Row(
            what=f"(f) {what}: the whole matrix (bare query and numpy: {bare:.2f} s)",
            ours=median(times["whole"]),
            unit="s",
            goal=3,
        ),
        Row(
            what="(f) the window's longest pause meanwhile",
            ours=median(freezes) * 1000,
            unit="ms",
            goal=100,
        ),
        Row(what="(f) sorting it", ours=max(sorting) * 1000, unit="ms", goal=100),
    ]


def _fill(file: Path, catalogue: Catalogue) -> int:
    """Make the store; return the number of its ratings."""
    store = open_store(file, backups=file.parent / "backups", today=_TODAY)
    records = (("skill", catalogue.skills), ("role", catalogue.roles), ("move", catalogue.moves))
    changes = [Change(Key("catalogue", catalogue.id), None, catalogue.head)]
    for kind, some in records:
        changes += [Change(Key(kind, catalogue.id, one.id), None, one) for one in some]  # type: ignore[arg-type, attr-defined]
    for number in range(_PEOPLE):
        person = Person(
            id=f"p{number}",
            name=f"{chr(65 + number * 7 % 26)}. Member {number * 7919 % _PEOPLE}",
            catalogue=catalogue.id,
            role=catalogue.roles[number % _ROLES].id,
            since=date(2020, 1, 1),
        )
        changes.append(Change(Key("person", catalogue.id, person.id), None, person))
    store.apply(Edit(message("Import"), tuple(changes)))
    store.close()
    connection = connect(file, "fill")
    try:
        # An index is built at once in a fraction of the time that row by row takes.
        made = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index'"))
        connection.execute("BEGIN")
        for index in _INDEXES:
            connection.execute(f"DROP INDEX {index}")
        days = {"years": _YEARS, "first": _FIRST_YEAR.toordinal()}
        connection.execute(_RATINGS, days)
        for index in _INDEXES:
            connection.execute(made[index])
        connection.execute("COMMIT")
        return int(connection.execute("SELECT count(*) FROM rating").fetchone()[0])
    finally:
        connection.close()


def _bare(file: Path) -> None:
    connection = connect(file, "read")
    try:
        rows = connection.execute(_BARE, (_TODAY.toordinal(),)).fetchall()
    finally:
        connection.close()
    cells = np.array(rows, np.float64)
    levels = np.full((_PEOPLE, _SKILLS), np.nan)
    levels[cells[:, 0].astype(int) - 1, cells[:, 1].astype(int) - 1] = cells[:, 3]


@contextmanager
def _window(application: QApplication, file: Path, folder: Path) -> Iterator[MainWindow]:
    """Open a window on the store, with its Map page in front and nothing going on."""
    here = Places(
        store=file,
        backups=folder / "backups",
        settings=folder / "window.ini",
        cache=folder / "cache",
        log=folder / "planner.log",
    )
    here.settings.unlink(missing_ok=True)
    store: Store = open_store(file, backups=here.backups, today=_TODAY)
    session = StoreSession(store, here, lambda: _TODAY)
    resources = shipped_folder("resources")
    settings = Settings(here.settings)
    appearance = dress(application, resources, settings)
    window = build_window(
        application,
        appearance,
        Surroundings(
            session=session,
            texts_in=partial(
                load_texts, i18n_folder=resources / "i18n", cache_folder=folder / "texts"
            ),
            language="en",
            settings=settings,
            resources=resources,
            data=shipped_folder("data"),
            layouts=folder / "layouts",
            dialogs=Answers(),
            today=lambda: _TODAY,
        ),
    )
    window.resize(1280, 800)
    window.show()
    try:
        _until(application, lambda: not window.parts.tasks.is_busy)
        yield window
    finally:
        window.close()
        window.deleteLater()
        session.close()
        appearance.deleteLater()
        QCoreApplication.processEvents()


def _open(window: MainWindow) -> tuple[dict[What, float], float]:
    """Show the Team page; return the seconds to its first and its last levels, and the pause.

    The pause is the longest time for which the window answered nothing once the page was there.
    """
    gc.collect()
    times: dict[What, float] = {}
    ticks: list[float] = []
    loop, timer = QEventLoop(), QTimer()
    start = perf_counter()
    window.show_page("team")
    page = window.workbench.page
    assert isinstance(page, TeamPage)

    def on_tick() -> None:
        ticks.append(perf_counter())
        if "first" not in times and _shows_levels(page):
            page.pane.matrix.viewport().repaint()
            times["first"] = perf_counter() - start
        if page.read is not None or ticks[-1] - start > _PATIENCE:
            page.pane.matrix.viewport().repaint()
            times["whole"] = perf_counter() - start
            loop.quit()

    timer.timeout.connect(on_tick)
    timer.start(_TICK)
    loop.exec()
    timer.stop()
    return times, max(later - earlier for earlier, later in pairwise(ticks))


def _shows_levels(page: TeamPage) -> bool:
    """Whether the first rows in sight have been read."""
    model = page.pane.model
    return model.rowCount() > 0 and all(model.cell(row, 0).is_read for row in range(10))


def _sort(application: QApplication, window: MainWindow, catalogue: Catalogue) -> list[float]:
    page = window.workbench.page
    assert isinstance(page, TeamPage)
    times = []
    for by in ("readiness", "role", by_skill(catalogue.skills[50].id), "name"):
        for falls in (True, False):

            def sort(order: Order) -> None:
                page.pane.set_order(order)
                # Laid out and painted too.
                application.processEvents()

            times.append(_seconds(partial(sort, Order(by, falls))))
    return times


def _until(application: QApplication, is_so: Callable[[], bool]) -> None:
    start = perf_counter()
    while not is_so():
        application.processEvents()
        if perf_counter() - start > _PATIENCE:
            raise RuntimeError("waited in vain")


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start
