"""What a start of the window imports until its map is painted, and in which order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from planner.opening import import_files
from planner.store.database import open_store
from tests.bench.startup import planner_window

HEAVY = {
    "alembic",
    "yaml",
    "pydantic",
    "matplotlib",
    "babel",
    "networkx",
    "numpy",
    "reportlab",
    "sqlalchemy.orm",
}
OF_OTHERS = {
    "planner.command_words",
    "planner.report.paper.chart_options",
    "planner.terminal",
    "planner.check_command",
    "planner.core.checks",
    "planner.core.finding",
    "planner.core.layout",
    "planner.files.documents",
    "planner.gui.window.help",
    "planner.gui.models.map_table",
    "planner.gui.pages.gaps.page",
    "planner.gui.welcome",
    "planner.gui.pages.map.table_view",
    "planner.report.document",
    "planner.store.rows.writing",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
}


# What has been there when the map was painted: modules in the order of their imports, and enums.
_SAY = """
        import json
        enums = [made.__name__ for made in sys.modules["enum"].Enum.__subclasses__()]
        print(json.dumps([list(sys.modules), enums]), flush=True)
"""


@pytest.fixture(scope="module")
def started(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """The modules and the enums of the second start on the sample team."""
    home = tmp_path_factory.mktemp("home")
    store = home / "planner.db"
    made = open_store(store, today=date.today())
    import_files(made, [root / "data"], date.today())
    made.close()
    folders = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    private = {name: str(home) for name in (*folders, "APPDATA", "LOCALAPPDATA")}
    program = planner_window(_SAY.strip())
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program, "--store", str(store)],
            env={**os.environ, **private, "PYTHONPATH": str(root)},
            cwd=home,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=90,
        )
        assert done.returncode == 0, done.stderr
    modules, enums = json.loads(done.stdout)
    return modules, enums


@pytest.fixture
def imported(started: tuple[list[str], list[str]]) -> list[str]:
    """The modules in the order of their imports."""
    return started[0]


def test_a_start_does_not_look_at_all_of_qts_classes(
    started: tuple[list[str], list[str]],
) -> None:
    # Python does to find out what a widget is that Qt has made; it makes each class's enums.
    _, enums = started
    assert "Orientation" in enums or "ScrollBarPolicy" in enums
    assert "WizardStyle" not in enums


def test_a_start_imports_nothing_that_its_map_does_not_need(imported: list[str]) -> None:
    # What has to be there, so that nothing is missing for another reason.
    assert {"PySide6.QtWidgets", "sqlalchemy", "planner.gui.pages.map.page"} <= {*imported}
    assert (HEAVY | OF_OTHERS) & {*imported} == set()


def test_what_does_without_qt_is_imported_before_qt_makes_imports_slow(
    imported: list[str],
) -> None:
    after_qt = imported[imported.index("PySide6") :]
    of_qt = ("PySide6", "shiboken", "planner.gui")
    late = [name for name in after_qt if not name.startswith(of_qt)]
    # What stands here belongs into `_WITHOUT_QT` of planner.cli, or is imported when it is needed.
    assert [name for name in late if name.startswith("planner")] == ["planner.app"]
    assert len(late) < 10, late
