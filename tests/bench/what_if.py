"""What-if: from a key press that raises a skill to the repainted map, at 20 and 1,000 roles.

The small one is the shipped catalogue; of the large one the map shows what it opens on, and all of
it. Nothing of what is imagined is written, so neither the store nor its journal is touched.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from planner.core.edits import Change, Edit, Key
from planner.core.keeping.person_edits import add_person, rate
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.planning.what_if import WhatIf
from planner.files.layout_cache import LayoutCache
from planner.files.texts import load_texts
from planner.gui.fonts import register_fonts
from planner.gui.look.icons import Icons
from planner.gui.pages.map.canvas.layouts import MapLayouts
from planner.gui.pages.map.page import MapPage
from planner.gui.painting import Fonts
from planner.gui.settings import Settings
from planner.gui.state.ways import Ways
from planner.gui.tasks import Tasks
from planner.gui.theme import load_theme
from planner.gui.workspace import Workspace
from planner.opening import sample_store
from planner.places import places, shipped_folder
from planner.store.database import open_store
from planner.store.store import Store
from tests.bench.rows import Row
from tests.generated import career_catalogue
from tests.generated_routes import routes_catalogue

_DAY = date(2026, 11, 26)
_PRESSES = 40
_SMALL, _LARGE = 50.0, 100.0


def measure() -> Sequence[Row]:
    """Return the 95th percentile from a key press to the painted map."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    register_fonts(shipped_folder("resources") / "fonts")
    rows = []
    with sample_store(_DAY, "en") as store:
        person = next(one for one in store.people() if one.id == "sample-am")
        rows.append(_row("the shipped catalogue", store, person, application, goal=_SMALL))
    dense = routes_catalogue()
    usual = career_catalogue(1000, 22, 9, seed=1, moves_a_role=2.8, skills=40, requirements=8)
    for catalogue in (usual, dense):
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(
                Path(folder) / "planner.db", backups=Path(folder) / "backups", today=_DAY
            )
            person = _fill(store, catalogue)
            asked = sum(len(role.requires) for role in catalogue.roles)
            what = (
                f"{len(catalogue.roles)} roles, {len(catalogue.moves):,} moves, "
                f"{asked:,} requirements"
            )
            rows.append(_row(f"{what}, as it opens", store, person, application, goal=_LARGE))
            whole = _row(
                f"{what}, the whole map", store, person, application, goal=_LARGE, whole=True
            )
            rows.append(whole)
            store.close()
    return rows


def _fill(store: Store, catalogue: Catalogue) -> Person:
    keys = (
        (Key("catalogue", catalogue.id), catalogue.head),
        *((Key("skill", catalogue.id, one.id), one) for one in catalogue.skills),
        *((Key("role", catalogue.id, one.id), one) for one in catalogue.roles),
        *((Key("move", catalogue.id, one.id), one) for one in catalogue.moves),
    )
    person = Person(
        id="p",
        name="P",
        catalogue=catalogue.id,
        role=min(catalogue.roles, key=lambda role: (role.rank, role.order)).id,
        since=date(2024, 1, 1),
    )
    added = add_person(person)
    store.apply(Edit(added.label, tuple(Change(key, None, record) for key, record in keys)))
    store.apply(added)
    for entry, skill in enumerate(catalogue.skills, start=1):
        rating = Rating(entry=entry, skill=skill.id, level=1.0, by=Rater.AGREED, on=_DAY)
        store.apply(rate(person, rating, catalogue))
    return person


def _row(
    what: str,
    store: Store,
    person: Person,
    application: QApplication,
    *,
    goal: float,
    whole: bool = False,
) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        times = _presses(store, person, application, Path(folder), whole=whole)
    ours = statistics.quantiles(times, n=20)[-1]
    return Row(what=f"what-if, key press to painted map: {what}", ours=ours, unit="ms", goal=goal)


def _presses(
    store: Store, person: Person, application: QApplication, folder: Path, *, whole: bool
) -> list[float]:
    resources = shipped_folder("resources")
    workspace = Workspace(
        store,
        lambda language: load_texts(language, resources / "i18n", places().cache),
        "en",
        lambda: _DAY,
    )
    theme = load_theme(resources / "themes", "light")
    tasks = Tasks(workspace)
    page = MapPage(
        workspace,
        theme,
        icons=Icons(resources / "icons", theme),
        layouts=MapLayouts(tasks, LayoutCache(folder)),
        settings=Settings(folder / "settings.toml"),
        fonts=Fonts(),
        ways=Ways(workspace, tasks, workspace),
    )
    workspace.show_person(person)
    page.resize(1000, 700)
    page.show()
    _wait(page, application)
    if whole:
        page.bar.scope_chosen.emit(0, False)
        _wait(page, application)
    catalogue = workspace.catalogue
    assert catalogue is not None
    asked = [one.skill for one in catalogue.role(person.role).requires]
    skill = max(asked or [one.id for one in catalogue.skills], key=str)
    workspace.imagine(WhatIf())
    application.processEvents()
    page.view.viewport().repaint()
    times = []
    for press in range(_PRESSES):
        begin = perf_counter()
        what_if = workspace.what_if or WhatIf()
        workspace.imagine(what_if.with_level(skill, float(press % 4)))
        page.view.viewport().repaint()
        times.append((perf_counter() - begin) * 1000)
    page.close()
    tasks.close()
    page.deleteLater()
    application.processEvents()
    return times


def _wait(page: MapPage, application: QApplication) -> None:
    """Let the map be arranged and painted."""
    application.processEvents()
    while page.view.map is None or not page.view.isVisible():
        application.processEvents()
    application.processEvents()


if __name__ == "__main__":
    for row in measure():
        sys.stdout.write(f"{row.what}: {row.ours:.1f} {row.unit} (goal {row.goal:g})\n")
