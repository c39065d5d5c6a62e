"""The composition root of the window: opens the store, builds the window, and tidies up."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from planner import __version__
from planner.core.errors import PlannerError
from planner.core.text import LANGUAGES, Language, Texts, message
from planner.files.texts import load_texts
from planner.gui.assembly.window import build_window, dress
from planner.gui.dialogs import Dialogs
from planner.gui.look.appearance import STYLE
from planner.gui.main_window import MainWindow
from planner.gui.parts import Surroundings
from planner.gui.settings import Settings
from planner.gui.start.display import require_display
from planner.gui.start.faults import Faults
from planner.gui.start.single_instance import SingleInstance
from planner.gui.state.session import Brought, Restored, Where
from planner.gui.tasks import Task, favour_gui_thread
from planner.logging_setup import close_log, set_up_log
from planner.places import APPLICATION, Places, places, shipped_folder
from planner.store.backup import restore
from planner.store.database import open_store
from planner.store.store import Store

DONE = 0
_log = logging.getLogger(__name__)
# So long after its first paint the window begins what no paint needs, in milliseconds; so long
# after it is shown at the latest, as a window that opens minimised is not painted.
_AFTER_PAINT, _AT_LATEST = 100, 10_000


class _FirstPaint(QObject):
    """Does things once, soon after a window was painted first, however long that takes."""

    def __init__(self, window: QWidget, *do: Callable[[], None]) -> None:
        super().__init__(window)
        self._do = do
        window.installEventFilter(self)
        QTimer.singleShot(_AT_LATEST, self._begin)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Wait for the first paint; it goes on to the parts of the window before a timer ends."""
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(_AFTER_PAINT, self._begin)
        return False

    def _begin(self) -> None:
        do, self._do = self._do, ()
        for one in do:
            one()


class StoreSession:
    """The person's store, or the throw-away sample in front of it."""

    def __init__(
        self,
        store: Store | None,
        where: Places,
        today: Callable[[], date],
        hold: Callable[[], None] = lambda: None,
    ) -> None:
        """`hold` is called before the own store is opened, and may raise PlannerError."""
        self._own = store
        self._hold = hold
        self._sample: Store | None = None
        self._samples: dict[Path, ExitStack] = {}
        self._places = where
        self._today = today

    @property
    def store(self) -> Store:
        """The store that is worked on."""
        store = self._sample or self._own
        assert store is not None, "neither a store nor the sample is open"
        return store

    @property
    def is_sample(self) -> bool:
        """Whether that is the throw-away sample team."""
        return self._sample is not None

    @property
    def where(self) -> Where:
        """Where the person's own things are kept."""
        here = self._places
        return Where(
            store=here.store,
            backups=here.backups,
            log=here.log,
            settings=here.settings,
            cache=here.cache,
        )

    def fill(self, _task: Task) -> None:
        """Put the shipped catalogue into a store without one."""
        from planner.opening import import_files

        store = self.store
        if not store.catalogue_heads():
            import_files(store, [shipped_folder("data")], self._today(), with_people=False)

    def make_sample(self, language: Language, _task: Task | None = None) -> Store:
        """Make a throw-away store with the sample team, whose people write in a language."""
        from planner.opening import sample_store

        exits = ExitStack()
        store = exits.enter_context(sample_store(self._today(), language))
        self._samples[store.path] = exits
        return store

    def enter_sample(self, store: Store) -> None:
        """Work on a store made by `make_sample` from now on."""
        self._drop_sample()
        self._sample = store

    def open_own(self) -> Store:
        """Return the person's own store, opened now if it was not, the sample staying.

        Raise PlannerError where another window works on it, or where it cannot be opened.
        """
        if self._own is None:
            self._hold()
            here = self._places
            self._own = open_store(here.store, backups=here.backups, today=self._today())
        return self._own

    def leave_sample(self) -> Store:
        """Throw the sample away and return the person's own store; raise as `open_own` does."""
        own = self.open_own()
        self._drop_sample()
        return own

    def back_up(self, to: Path, _task: Task) -> Path:
        """Back the store up to a file or into a folder; return the backup's path."""
        return self.store.back_up(to)

    def restore(self, from_file: Path, _task: Task) -> Restored:
        """Put a backup in the store's place; on an error the store stays as it was."""
        here, own = self._places, self._own
        if own is not None:
            own.close()
        before = restore(here.store, from_file, backups=here.backups)
        self._own = open_store(here.store, backups=here.backups, today=self._today())
        return Restored(store=self._own, before=before)

    def read_files(self, files: Sequence[Path], _task: Task) -> Brought:
        """Read catalogues and people and compare them with the store."""
        from planner.opening import prepare_import

        read = prepare_import(self.store, files, self._today())
        return Brought(
            catalogues=read.catalogues, people=read.people, ratings=read.ratings, edit=read.edit
        )

    def suggested_backup(self, now: datetime) -> Path:
        """Return where a backup would go and how it would be called."""
        return Path.home() / f"{self._places.store.stem}-{now:%Y-%m-%d}.backup"

    def close(self) -> None:
        """Let go of every file, also of a sample that was made and never entered."""
        self._sample = None
        for exits in self._samples.values():
            exits.close()
        self._samples.clear()
        if self._own is not None:
            self._own.close()

    def _drop_sample(self) -> None:
        if self._sample is not None:
            self._samples.pop(self._sample.path).close()
            self._sample = None


def run_window(store_path: Path | None, *, sample: bool, language: Language | None) -> int:
    """Open the window and return the exit code when it is closed.

    `sample` opens the throw-away sample team; `language` None takes the one used last, else the
    system's. Raise PlannerError where there is no display.
    """
    require_display()
    favour_gui_thread()
    here = places(store_path)
    resources = shipped_folder("resources")
    application = _application(resources)
    settings = Settings(here.settings)
    spoken = language or settings.word("look/language", LANGUAGES, _system_language())
    texts_in = partial(load_texts, i18n_folder=resources / "i18n", cache_folder=here.cache)
    appearance = dress(application, resources, settings, is_styled=False)
    log = set_up_log(here.log)
    log.info("started: version %s", __version__)
    dialogs = Dialogs()
    started = Start(
        dialogs, texts_in(spoken), here, sample=sample, before_asking=appearance.put_on_style
    )
    faults = Faults(dialogs, log)
    try:
        session = started.open()
        if session is None:
            return DONE
        window = build_window(
            application,
            appearance,
            Surroundings(
                session=session,
                texts_in=texts_in,
                language=spoken,
                settings=settings,
                resources=resources,
                data=shipped_folder("data"),
                layouts=here.cache / "layouts",
                dialogs=dialogs,
            ),
        )
        faults.install(window.notices.say_error, partial(_texts_of, window))
        window.store_commands.say_at_start()
        window.show()
        hear = partial(started.hear, window.raise_window)
        _FirstPaint(window, hear, _collect_cycles, window.make_pages)
        code = application.exec()
        window.deleteLater()
        log.info("ended: code %d", code)
        return code
    finally:
        faults.remove()
        started.close()
        close_log(log)


class Start:
    """Opens the store, or asks what to do until one is open or the person gives up.

    `before_asking` is called before each question, so that only a start that asks dresses for it.
    """

    def __init__(
        self,
        dialogs: Dialogs,
        texts: Texts,
        here: Places,
        *,
        sample: bool,
        before_asking: Callable[[], None],
    ) -> None:
        self.instance: SingleInstance | None = None
        self._dialogs = dialogs
        self._texts = texts
        self._here = here
        self._is_sample = sample
        self._before_asking = before_asking
        self._session: StoreSession | None = None
        self._raise: Callable[[], None] | None = None

    def open(self) -> StoreSession | None:
        """Return the open session, None where there is nothing more to do here."""
        if self._is_sample:
            self._session = StoreSession(None, self._here, date.today, self._hold)
            self._session.enter_sample(self._session.make_sample(self._texts.language))
            return self._session
        while self._take():
            here = self._here
            try:
                store = open_store(here.store, backups=here.backups, today=date.today())
            except PlannerError as error:
                # The words alone: what is put into them may be a person's.
                _log.warning("not opened: %s", error.happened.text)
                if not self._mend(error):
                    return None
            else:
                self._session = StoreSession(store, here, date.today)
                return self._session
        return None

    def hear(self, raise_window: Callable[[], None]) -> None:
        """Let later starts of the same store raise the window from now on."""
        self._raise = raise_window
        if self.instance is not None:
            self.instance.raise_requested.connect(raise_window)
            self.instance.listen()

    def close(self) -> None:
        """Let go of the store and of its lock."""
        if self._session is not None:
            self._session.close()
        self._release()

    def _hold(self) -> None:
        """Become the one window on the own store, left for the sample until now."""
        if self.instance is not None:
            return
        try:
            instance = SingleInstance(self._here.store, self._here.cache / "instances")
        except OSError:
            return
        if not instance.take():
            raise PlannerError(
                message("Another window works on your own data already."),
                effect=message("The sample team stays open."),
                remedy=message("Go on in the other window, or close it first."),
            )
        self.instance = instance
        if self._raise is not None:
            self.hear(self._raise)

    def _take(self) -> bool:
        """Become the one window on the store, or raise the one that is there."""
        self._release()
        try:
            self.instance = SingleInstance(self._here.store, self._here.cache / "instances")
        except OSError:
            # Without a folder for the lock, the store's own locks still keep the data whole.
            return True
        if self.instance.take():
            return True
        if not self.instance.raise_other():
            from planner.gui.start.dialog import say_already_open

            self._before_asking()
            say_already_open(self._dialogs, self._texts)
        self.instance = None
        return False

    def _release(self) -> None:
        if self.instance is not None:
            self.instance.release()
            self.instance = None

    def _mend(self, error: PlannerError) -> bool:
        """Ask what to do about a store that cannot be opened; return whether to try again."""
        from planner.gui.start.dialog import store_to_open

        self._before_asking()
        here = self._here
        store = store_to_open(self._dialogs, self._texts, error, here.store, here.backups)
        if store is not None and store != here.store:
            self._here = places(store)
        return store is not None


def _texts_of(window: MainWindow) -> Texts:
    return window.workspace.texts


def _collect_cycles() -> None:
    """Let the collector of cycles work again, on what the start did not make."""
    gc.freeze()
    gc.enable()


def _application(resources: Path) -> QApplication:
    # Ctrl+C in a terminal ends the program at once: every change is saved already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    known = QApplication.instance()
    application = (
        known if isinstance(known, QApplication) else QApplication([*sys.argv[:1], *STYLE])
    )
    application.setApplicationName(APPLICATION)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APPLICATION)
    application.setWindowIcon(QIcon(str(resources / "app-icon.svg")))
    return application


def _system_language() -> Language:
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"
