"""The law of the layers, and that its checks notice what breaks it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import Module

Check = Callable[[Sequence[Module]], list[str]]


@pytest.fixture(scope="module")
def planner(root: Path) -> list[Module]:
    return architecture.modules_in(root / "planner")


def made_up(sources: Mapping[str, str]) -> list[Module]:
    """A package `planner` with these modules."""
    modules = [Module(name="planner", source="", is_package=True)]
    modules += [
        Module(name=f"planner.{layer}", source="", is_package=True)
        for layer in ("core", "files", "store", "charts", "report", "gui")
    ]
    sources = {"app": "", "cli": "", "terminal": "", "opening": "", **sources}
    return modules + [
        Module(name=f"planner.{name}", source=source) for name, source in sources.items()
    ]


def test_every_module_is_read(planner: list[Module], root: Path) -> None:
    names = {module.name for module in planner}
    assert {"planner", "planner.core.model", "planner.places", "planner.gui.theme"} <= names
    assert len(names) == len(list((root / "planner").rglob("*.py")))


@pytest.mark.parametrize(
    "check",
    [
        architecture.wrong_arrows,
        architecture.circles,
        architecture.folder_circles,
        architecture.talking_folders,
        architecture.long_modules,
        architecture.vague_modules,
        architecture.banned_code,
    ],
)
def test_the_planner_keeps_the_law(check: Check, planner: list[Module]) -> None:
    assert check(planner) == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("core.model", "import sqlalchemy"),
        ("core.model", "import planner.store"),
        ("core.model", "from planner import store"),
        ("core.model", "from planner.files import yaml_text"),
        ("core.model", "from .. import gui"),
        ("core.model", "from ..files.x import y"),
        ("core.model", "def f():\n    import yaml"),
        ("core.model", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pydantic"),
        ("core.model", "import planner.places"),
        ("core.model", "import planner.opening"),
        ("files.x", "import sqlalchemy.orm"),
        ("files.x", "from planner.store.database import open_store"),
        ("store.x", "import yaml"),
        ("store.x", "import planner.files.x"),
        ("charts.x", "from planner.report import drawing"),
        ("charts.x", "from planner.store.store import Store"),
        ("report.x", "import matplotlib.figure"),
        ("report.x", "import numpy"),
        ("report.x", "from planner.gui.theme import Theme"),
        ("report.x", "from PySide6.QtCore import QObject"),
        ("gui.x", "from planner.app import main"),
        ("gui.x", "from planner import cli"),
        ("opening", "from PySide6 import QtCore"),
        ("opening", "import planner.cli"),
        ("cli", "import PySide6"),
    ],
)
def test_an_arrow_against_the_table_is_seen(place: str, source: str) -> None:
    assert len(architecture.wrong_arrows(made_up({place: source}))) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("core.graph", "import networkx as nx\nimport numpy\nimport dataclasses"),
        ("core.graph", "from planner.core.model import Role\nfrom . import model"),
        ("files.x", "import yaml, pydantic\nfrom babel.messages import pofile"),
        ("store.x", "from sqlalchemy import orm\nfrom planner.core.errors import PlannerError"),
        ("charts.x", "from matplotlib.figure import Figure\nimport planner.core"),
        ("report.x", "from planner.charts import gaps\nfrom planner import __version__"),
        (
            "gui.x",
            "from PySide6.QtWidgets import QWidget\nimport planner.store.store\nimport anything",
        ),
        ("opening", "from planner.store import database\nfrom planner.files import documents"),
        ("cli", "from planner import opening, app"),
        ("app", "from PySide6.QtWidgets import QApplication"),
        ("__main__", "from planner.cli import main"),
    ],
)
def test_an_arrow_of_the_table_is_let_through(place: str, source: str) -> None:
    assert architecture.wrong_arrows(made_up({place: source})) == []


def test_a_circle_is_seen_even_inside_functions() -> None:
    modules = made_up(
        {
            "core.a": "from planner.core import b",
            "core.b": "def f():\n    from planner.core.c import g",
            "core.c": "import planner.core.a",
            "core.d": "import planner.core.a",
        }
    )
    assert architecture.circles(modules) == ["planner.core.a → planner.core.b → planner.core.c"]


def test_a_circle_between_folders_is_seen_where_no_modules_go_round() -> None:
    modules = made_up(
        {
            "core.one.a": "from planner.core.two import b",
            "core.two.b": "",
            "core.two.c": "def f():\n    from planner.core.one.d import g",
            "core.one.d": "from planner.core.one import a",
        }
    )
    assert architecture.circles(modules) == []
    assert architecture.folder_circles(modules) == ["planner.core: one → two"]


def test_a_folder_that_hands_on_names_is_seen() -> None:
    says = Module(name="planner.core.one", source='"""What it is."""\n', is_package=True)
    hands_on = Module(
        name="planner.core.two",
        source='"""What it is."""\n\nfrom planner.core.two.b import c\n',
        is_package=True,
    )
    silent = Module(name="planner.core.three", source="", is_package=True)
    found = architecture.talking_folders([says, hands_on, silent])
    assert found == ["planner.core.two", "planner.core.three"]


def test_a_long_module_is_seen() -> None:
    modules = made_up({"core.long": "x = 1\n" * 401, "core.full": "x = 1\n" * 400})
    assert architecture.long_modules(modules) == ["planner.core.long: 401 lines"]


@pytest.mark.parametrize("name", ["utils", "helpers", "map_util", "common", "task_manager"])
def test_a_name_that_says_nothing_is_seen(name: str) -> None:
    modules = [Module(name=f"planner.gui.{name}", source="")]
    assert architecture.vague_modules(modules) == [f"planner.gui.{name}"]


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("charts.x", "import matplotlib.pyplot as plt"),
        ("charts.x", "from matplotlib import pyplot"),
        ("gui.x", "from PySide6 import QtSql"),
        ("gui.x", "from PySide6.QtSql import QSqlDatabase"),
        ("core.x", "def f():\n    global x\n    x = 1"),
        ("gui.x", "texts.tr(f'Rate {skill}')"),
        ("gui.x", "self.texts.tr('Rate ' + skill)"),
        ("report.x", "tr(word)"),
        ("core.x", "message('{} is gone'.format(name))"),
        ("report.x", "texts.ntr('one skill', f'{n} skills', n=n)"),
        ("store.x", "connection.execute(text(f'SELECT {name}'))"),
        ("store.x", "text('SELECT %s' % name)"),
        ("store.x", "connection.exec_driver_sql('DELETE FROM ' + name)"),
        ("gui.x", "QLabel(person.name)"),
        ("gui.x", "QLabel(name)"),
        ("gui.x", "QtWidgets.QLabel(f'{name}')"),
    ],
)
def test_banned_code_is_seen(place: str, source: str) -> None:
    assert len(architecture.banned_code(made_up({place: source}))) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("charts.x", "from matplotlib.figure import Figure"),
        ("gui.x", "texts.tr('Rate “{skill}”', skill=name)"),
        ("report.x", "texts.ntr('one skill', '{n} skills', n=n)"),
        ("store.x", "connection.execute(text('SELECT :name'), {'name': name})"),
        ("store.x", "connection.exec_driver_sql(f'PRAGMA user_version={number}')"),
        ("gui.x", "QLabel(parent)\nQLabel(self)\nQLabel()\nQLabel(texts.tr('Name'))\nQLabel('1')"),
    ],
)
def test_good_code_is_let_through(place: str, source: str) -> None:
    assert architecture.banned_code(made_up({place: source})) == []


def test_a_career_question_is_answered_without_qt(planner: list[Module]) -> None:
    names = [module.name for module in planner if module.layer not in ("gui", "app", "__main__")]
    names = [name for name in names if "migrations.env" not in name]
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "sys.exit('PySide6' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *names], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
