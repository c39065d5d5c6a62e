"""One window a store: a second start raises the first, and a dead one's lock is taken over."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from planner.gui.start.single_instance import SingleInstance

TAKE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from planner.gui.start.single_instance import SingleInstance
application = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
if sys.argv[3] == "die":
    assert one.take()
    one.listen()
    os._exit(9)
sys.exit(0 if one.take() else (3 if one.raise_other() else 4))
"""


def start(store: Path, folder: Path, what: str) -> subprocess.Popen[bytes]:
    """Start another process on a store."""
    return subprocess.Popen([sys.executable, "-c", TAKE, str(store), str(folder), what])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "locks"


def test_a_second_start_raises_the_first(tmp_path: Path, folder: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path / "a.db", folder)
    assert first.take()
    first.listen()
    raised: list[bool] = []
    first.raise_requested.connect(lambda: raised.append(True))
    second = start(tmp_path / "a.db", folder, "live")
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 3
    assert raised == [True]
    first.release()
    third = start(tmp_path / "a.db", folder, "live")
    assert third.wait(30) == 0


def test_a_second_start_waits_for_the_first_to_listen(
    tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    first = SingleInstance(tmp_path / "a.db", folder)
    assert first.take()
    second = start(tmp_path / "a.db", folder, "live")
    with qtbot.waitSignal(first.raise_requested):
        QTimer.singleShot(0, first.listen)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 3
    first.release()


def test_another_store_is_another_window(tmp_path: Path, folder: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path / "a.db", folder)
    assert first.take()
    first.listen()
    other = start(tmp_path / "b.db", folder, "live")
    qtbot.waitUntil(lambda: other.poll() is not None)
    assert other.returncode == 0
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="needs leave for symbolic links")
def test_one_store_under_two_names_is_one(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"")
    (tmp_path / "link.db").symlink_to(tmp_path / "a.db")
    first = SingleInstance(tmp_path / "a.db", folder)
    second = SingleInstance(tmp_path / "link.db", folder)
    assert first.take()
    assert not second.take()
    first.release()


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path, folder: Path) -> None:
    assert start(tmp_path / "a.db", folder, "die").wait(30) == 9
    assert list(folder.glob("*.lock"))
    one = SingleInstance(tmp_path / "a.db", folder)
    assert one.take()
    one.listen()
    one.release()


def test_a_first_window_that_does_not_answer_is_noticed(tmp_path: Path, folder: Path) -> None:
    first = SingleInstance(tmp_path / "a.db", folder)
    assert first.take()
    first.listen()
    # This process waits, so that the first window's events are not served.
    assert start(tmp_path / "a.db", folder, "live").wait(30) == 4
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_folder_of_the_locks_is_private(tmp_path: Path, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    one = SingleInstance(tmp_path / "a.db", folder)
    assert one.take()
    one.listen()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_ISSOCK(os.stat(file).st_mode) for file in folder.glob("*.socket")} == {True}
    one.release()


def test_a_folder_that_cannot_be_made_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        SingleInstance(tmp_path / "a.db", tmp_path / "file" / "locks")
