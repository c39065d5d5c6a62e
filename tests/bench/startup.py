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

# Runs SAY once what is looked at has been painted, then ends. Only that is watched: an event filter
# over the whole application would be asked of each event of each widget, of which we have more.
_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    is_whole = staticmethod(lambda: True)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.is_whole():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.say)
        return False

    def say(self):
        SAY
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
window.installEventFilter(watch)
window.show()
application.exec()
"""
# The planner imports Qt when it likes to: the watch comes in once the map's view is there.
_OURS = """
import importlib.util, sys
from planner.cli import main

class AfterView:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "planner.gui.pages.map.canvas.view":
            return None
        sys.meta_path.remove(AfterView)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def load_and_watch(module):
            load(module)
            exec(WITH_WATCH, globals())
            watch_view(module.MapView)
        spec.loader.exec_module = load_and_watch
        return spec

sys.meta_path.insert(0, AfterView)
WITH_WATCH = '''
WATCH
def watch_view(map_view):
    make, run = map_view.__init__, QApplication.exec
    made = []
    def make_and_keep(view, *arguments, **named):
        make(view, *arguments, **named)
        made.append(view)

    def run_watched(*arguments):
        watch.is_whole = lambda: made[0].scene().items()
        made[0].viewport().installEventFilter(watch)
        return run()

    map_view.__init__, QApplication.exec = make_and_keep, run_watched
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
