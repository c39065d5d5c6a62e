"""From the start of the process to the first painted map, against a bare window.

The yardstick is a process that imports QtWidgets, sqlalchemy.orm and networkx, and paints an empty
window of the same size. Both run in turn, and the medians are compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import monotonic

from planner.opening import import_files
from planner.places import shipped_folder
from planner.store.database import open_store
from tests.bench.rows import Row

_ROUNDS = 15
_ROOT = Path(__file__).resolve().parents[2]

# Runs SAY when the widget has been painted for the first time, then ends.
_WATCH = """
import json, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and is_it(watched):
            QTimer.singleShot(0, self.done)
        return False

    def done(self):
        SAY
        QApplication.instance().removeEventFilter(self)
        for window in QApplication.topLevelWidgets():
            window.close()
        QApplication.instance().quit()

watch = Watch()
"""
_BARE = """
import networkx, sqlalchemy.orm
WATCH
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
is_it = lambda watched: watched is window
application.installEventFilter(watch)
window.show()
application.exec()
"""
# The planner imports Qt when it likes to: the watch comes in once `planner.app` is there.
_OURS = """
import importlib.util, sys
from planner.cli import main

class AfterApp:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "planner.app":
            return None
        sys.meta_path.remove(AfterApp)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def load_and_watch(module):
            load(module)
            exec(WITH_WATCH, globals())
        spec.loader.exec_module = load_and_watch
        return spec

sys.meta_path.insert(0, AfterApp)
WITH_WATCH = '''
WATCH
def is_it(watched):
    view = watched.parent() if isinstance(watched, QWidget) else None
    return isinstance(view, QGraphicsView) and view.scene() and view.scene().items()

run = QApplication.exec
def exec_watched(*arguments):
    QApplication.instance().installEventFilter(watch)
    return run()

QApplication.exec = exec_watched
'''
sys.exit(main(sys.argv[1:]))
"""
_SAY_WHEN = "print(time.monotonic(), flush=True)"


def bare_window(say: str = _SAY_WHEN) -> str:
    """Return a program that runs the statement `say` when an empty window has been painted."""
    return _BARE.replace("WATCH", _WATCH.replace("SAY", say))


def planner_window(say: str = _SAY_WHEN) -> str:
    """Return the planner as a program that runs `say` when its map has been painted."""
    return _OURS.replace("\nWATCH\n", f"\n{_WATCH.replace('SAY', say)}\n")


def measure() -> list[Row]:
    """Return the ratio of the start-up with the sample team on a current store."""
    with tempfile.TemporaryDirectory(prefix="career-planner-") as name:
        home = Path(name)
        environment = _private(home)
        store = home / "planner.db"
        made = open_store(store, today=date.today())
        import_files(made, [shipped_folder("data")], date.today())
        made.close()
        ours, bare = (planner_window(), "--store", str(store)), (bare_window(),)
        # The first starts compile the modules, make the day's backup and fill the layout's cache.
        for _ in range(2):
            _seconds(ours, environment)
            _seconds(bare, environment)
        bare_times, times = [], []
        for _ in range(_ROUNDS):
            bare_times.append(_seconds(bare, environment))
            times.append(_seconds(ours, environment))
    return [
        Row(
            what="(a) process start to the first painted map",
            ours=median(times) * 1000,
            unit="ms",
            yardstick=median(bare_times) * 1000,
            against="a bare window, with the same three imports",
            goal=1.3,
        )
    ]


def _private(home: Path) -> Mapping[str, str]:
    """Return an environment whose folders are all in `home`."""
    folders = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    private = {folder: str(home / folder) for folder in (*folders, "APPDATA", "LOCALAPPDATA")}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    # An installed program is compiled already, whatever the shell says that the bench runs in.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        **private,
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(_ROOT),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }


def _seconds(program: Sequence[str], environment: Mapping[str, str]) -> float:
    begun = monotonic()
    done = subprocess.run(
        [sys.executable, "-c", *program],
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    # Both processes read the same clock of the system.
    return float(done.stdout.split()[-1]) - begun
