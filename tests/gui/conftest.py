"""Every test of the window gets a fresh store, answers its dialogs itself, and leaves nothing."""

from __future__ import annotations

import gc
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLayout,
    QLayoutItem,
    QMenu,
    QMessageBox,
    QWidget,
)

from planner.app import StoreSession
from planner.core.text import Language, Texts
from planner.files.texts import load_texts
from planner.gui.assembly.window import build_window, dress
from planner.gui.look.appearance import STYLE, Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.paper.sheet_painter import SheetPainter
from planner.gui.parts import Printing, Surroundings
from planner.gui.settings import Settings
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme, load_theme
from planner.gui.workspace import Workspace
from planner.opening import import_files
from planner.places import Places
from planner.store.database import open_store
from planner.store.store import Store
from tests.gui.answers import Answers

TODAY = date(2026, 11, 23)
SAMPLE = ("am-lm", "sample-am")
# Seconds.
_UNTIL_ENDED = 5.0


@pytest.fixture(scope="session")
def resources(root: Path) -> Path:
    """The shipped resources."""
    return root / "resources"


@pytest.fixture(scope="session")
def sample_file(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the shipped catalogue and the sample team, to be copied."""
    file = tmp_path_factory.mktemp("sample") / "planner.db"
    store = open_store(file, backups=file.parent / "backups", today=TODAY)
    import_files(store, [root / "data"], TODAY)
    store.close()
    return file


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """The folders of a person of one test."""
    home = tmp_path / "home"
    home.mkdir()
    return Places(
        store=home / "planner.db",
        backups=home / "backups",
        settings=home / "window.ini",
        cache=home / "cache",
        log=home / "planner.log",
    )


@pytest.fixture
def store(here: Places, sample_file: Path) -> Iterator[Store]:
    """A fresh store with the shipped catalogue and the sample team."""
    shutil.copy(sample_file, here.store)
    opened = open_store(here.store, backups=here.backups, today=TODAY)
    yield opened
    opened.close()


@pytest.fixture
def empty_store(here: Places) -> Iterator[Store]:
    """A store as it is at the very first start, without any catalogue."""
    opened = open_store(here.store, backups=here.backups, today=TODAY)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def texts_in(
    resources: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Language], Texts]:
    """The words of each language."""
    cache = tmp_path_factory.mktemp("texts")
    return partial(load_texts, i18n_folder=resources / "i18n", cache_folder=cache)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The words that the application is made with."""
    return ["career-planner", *STYLE]


@pytest.fixture
def texts(texts_in: Callable[[Language], Texts]) -> Texts:
    """The words of English."""
    return texts_in("en")


@pytest.fixture
def settings(here: Places) -> Settings:
    """Settings of their own."""
    return Settings(here.settings)


@pytest.fixture
def appearance(qapp: QApplication, resources: Path, settings: Settings) -> Iterator[Appearance]:
    """The look of the application as at a first start, light."""
    settings.set_text("look/theme", "light")
    dressed = dress(qapp, resources, settings)
    yield dressed
    dressed.deleteLater()


@pytest.fixture
def theme(appearance: Appearance) -> Theme:
    """The light theme, the application being dressed in it."""
    return appearance.theme


@pytest.fixture(scope="session")
def themes(resources: Path) -> dict[str, Theme]:
    """All themes by name."""
    files = sorted((resources / "themes").glob("*.toml"))
    return {file.stem: load_theme(resources / "themes", file.stem) for file in files}


@pytest.fixture
def icons(resources: Path, theme: Theme) -> Icons:
    """The icons in the light theme."""
    return Icons(resources / "icons", theme)


@pytest.fixture
def painter(theme: Theme, resources: Path) -> SheetPainter:
    """A painter of sheets; the theme's fixture makes our fonts known."""
    return SheetPainter(resources)


@pytest.fixture(scope="session")
def texts_of(english: Texts, chinese: Texts) -> dict[str, Texts]:
    """The words of each language by its name."""
    return {"en": english, "zh_CN": chinese}


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Work off the GUI thread, ended with the test."""
    made = Tasks()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def workspace(
    qapp: QApplication, store: Store, texts_in: Callable[[Language], Texts]
) -> Iterator[Workspace]:
    """A workspace that looks at the sample person, in English, on a fixed day."""
    made = Workspace(store, texts_in, "en", lambda: TODAY)
    made.open_person(*SAMPLE)
    yield made
    made.deleteLater()


@pytest.fixture
def answers() -> Answers:
    """The answers to the questions of the window."""
    return Answers()


@pytest.fixture
def open_window(
    qapp: QApplication,
    appearance: Appearance,
    settings: Settings,
    resources: Path,
    here: Places,
    texts_in: Callable[[Language], Texts],
    answers: Answers,
) -> Iterator[Callable[..., MainWindow]]:
    """A function that opens the window on a store; every window is closed with the test."""
    opened: list[tuple[MainWindow, StoreSession]] = []

    def open_on(
        store: Store | None,
        *,
        language: Language = "en",
        printing: Printing | None = None,
        today: Callable[[], date] = lambda: TODAY,
    ) -> MainWindow:
        session = StoreSession(store, here, today)
        if store is None:
            session.enter_sample(session.make_sample(language))
        window = build_window(
            qapp,
            appearance,
            Surroundings(
                session=session,
                texts_in=texts_in,
                language=language,
                settings=settings,
                resources=resources,
                data=resources.parent / "data",
                layouts=here.cache / "layouts",
                dialogs=answers,
                printing=printing,
                today=today,
            ),
        )
        opened.append((window, session))
        window.show()
        return window

    yield open_on
    for window, session in opened:
        if shiboken6.isValid(window):
            window.close()
            window.deleteLater()
        session.close()
    answers_left = (answers.choices, answers.files)
    assert answers_left == ([], [])


@pytest.fixture
def window(open_window: Callable[..., MainWindow], store: Store) -> MainWindow:
    """The window on a fresh store with the sample team."""
    return open_window(store)


def refuse(*_arguments: object, **_named: object) -> NoReturn:
    """Stand in for a modal dialog."""
    raise AssertionError("a modal dialog was opened in a test")


@pytest.fixture(autouse=True)
def _no_modal_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    for dialog in (QDialog, QMessageBox, QFileDialog, QMenu):
        monkeypatch.setattr(dialog, "exec", refuse)
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture(autouse=True, scope="module")
def _what_stays_is_not_searched() -> None:
    """Take what was imported out of the searches after each test, which else take most of it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Fail the test that leaves a widget, a running timer or a thread over."""
    widgets, timers, threads = _widgets(), _timers(), _threads()
    yield
    _tidy(qapp)
    left = [
        *(_described(widget) for widget in _widgets() - widgets),
        *(f"timer of {timer.interval()} ms" for timer in _timers() - timers),
        *(f"thread {thread.name}" for thread in _threads() - threads if _lives_on(thread)),
    ]
    assert left == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Fail the test that leaves Python items of layouts, while its windows are still open.

    Qt deletes them without a word, and what then comes to lie there is taken for the item.
    """
    result = yield
    left = Counter(
        type(thing).__name__
        for thing in shiboken6.getAllValidWrappers()
        if isinstance(thing, QLayoutItem)
        and not isinstance(thing, QLayout)
        and not shiboken6.ownedByPython(thing)
    )
    assert not left, (
        f"Python keeps items of layouts ({dict(left)}): "
        "add a layout to the outer one before filling it, and ask no layout for its items"
    )
    return result


def _tidy(application: QApplication) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    QLocale.setDefault(QLocale.c())
    for _ in range(3):
        application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _widgets() -> set[QWidget]:
    """The widgets there are, but for the one tooltip that Qt keeps."""
    return {
        widget
        for widget in QApplication.allWidgets()
        if widget.metaObject().className() != "QTipLabel"
    }


def _described(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"widget {widget.metaObject().className()} {widget.objectName()!r} {text!r}"


def _timers() -> set[QTimer]:
    return {
        thing
        for thing in gc.get_objects()
        if isinstance(thing, QTimer) and shiboken6.isValid(thing) and thing.isActive()
    }


def _threads() -> set[threading.Thread]:
    """The threads of Python; one of Qt's pool that Python met stays listed when it has gone."""
    return {
        thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)
    }


def _lives_on(thread: threading.Thread) -> bool:
    """Whether a thread goes on; one that has told its result needs a moment to end."""
    thread.join(_UNTIL_ENDED)
    return thread.is_alive()
