"""Every test session runs without a display, in folders of its own that it removes at the end."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from planner.core.model import Catalogue
    from planner.core.text import Texts

ROOT = Path(__file__).resolve().parent.parent

# Before anything is imported: the platform's folders and Qt's platform are read only once.
_HOME = Path(tempfile.mkdtemp(prefix="planner-tests-"))
_FOLDERS = {
    "HOME": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "MPLCONFIGDIR": "matplotlib",
    "USERPROFILE": ".",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
}
for _name, _folder in _FOLDERS.items():
    _path = _HOME / _folder
    _path.mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_path)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "LANGUAGE"):
    os.environ.pop(_name, None)

# A busy machine is no fault: what is waited for may take long, and Hypothesis measures no times.
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
    _wait.__kwdefaults__["timeout"] = 30_000
settings.register_profile(
    "untimed", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def home() -> Path:
    """The home folder of this session."""
    return _HOME


@pytest.fixture(scope="session")
def filled(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the sample team, to be copied or read."""
    from planner.cli import main

    store = tmp_path_factory.mktemp("filled") / "planner.db"
    assert main(["--store", str(store), "import", str(root / "data")]) == 0
    return store


@pytest.fixture(scope="session")
def english(root: Path) -> Texts:
    """The words of English."""
    from planner.files.texts import load_texts

    return load_texts("en", root / "resources" / "i18n", None)


@pytest.fixture(scope="session")
def chinese(root: Path) -> Texts:
    """The words of Chinese."""
    from planner.files.texts import load_texts

    return load_texts("zh_CN", root / "resources" / "i18n", None)


@pytest.fixture(scope="session")
def shipped(root: Path) -> Catalogue:
    """The shipped catalogue, read from its files."""
    from planner.files.documents import read_files

    (catalogue,) = read_files([root / "data"], today=date.today()).catalogues
    return catalogue


@pytest.fixture(scope="session")
def qapp(qapp: QApplication, root: Path) -> QApplication:
    """The window's application, with the shipped fonts whichever test comes first."""
    from planner.gui.fonts import register_fonts

    assert register_fonts(root / "resources" / "fonts") == ()
    return qapp


@pytest.fixture(autouse=True)
def _one_application(request: pytest.FixtureRequest) -> None:
    """Make the window's application before a command that prints makes a lesser one."""
    if request.path.parent in (ROOT / "tests", ROOT / "tests" / "commands"):
        request.getfixturevalue("qapp")


def pytest_unconfigure() -> None:
    """Remove the session's folders."""
    shutil.rmtree(_HOME, ignore_errors=True)
