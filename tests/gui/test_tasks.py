"""Work off the GUI thread: delivered in it, cancelled, and never left behind."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from planner.core.errors import PlannerError
from planner.core.text import Texts, message
from planner.gui.tasks import Task, Tasks
from planner.gui.window.notices import ProgressBar

FAULT = PlannerError(message("Nothing came of it."))


def fail(_task: Task) -> int:
    raise FAULT


def never(error: object) -> None:
    pytest.fail(f"called with {error!r}")


def test_the_result_arrives_in_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    got: list[tuple[int, bool, bool]] = []
    gui = threading.get_ident()
    worked_in: list[int] = []

    def work(_task: Task) -> int:
        worked_in.append(threading.get_ident())
        return 42

    def done(result: int) -> None:
        got.append((result, threading.get_ident() == gui, worked_in[0] == gui))

    tasks.run(work, done, never)
    assert tasks.is_busy
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, True, False)]
    assert not tasks.is_busy


def test_nothing_is_kept_of_what_is_done(tasks: Tasks, qtbot: QtBot) -> None:
    class Large:
        """What some work holds or makes."""

    kept: list[weakref.ref[Large]] = []

    def run_one() -> None:
        held, made = Large(), Large()
        kept.extend((weakref.ref(held), weakref.ref(made)))
        tasks.run(lambda _task, _held=held, made=made: made, lambda result: None, never)

    run_one()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    qtbot.waitUntil(lambda: all(thing() is None for thing in kept))


def test_the_persons_error_goes_to_its_own_function(tasks: Tasks, qtbot: QtBot) -> None:
    got: list[PlannerError] = []
    tasks.run(fail, never, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [FAULT]


def test_a_fault_is_raised_in_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_task: Task) -> int:
        return 1 // 0

    with capture_exceptions() as caught:
        tasks.run(work, never, never)
        qtbot.waitUntil(lambda: not tasks.is_busy)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_a_cancelled_task_is_not_answered(tasks: Tasks, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(task: Task) -> bool:
        begun.set()
        go_on.wait(10)
        return task.is_cancelled()

    task = tasks.run(work, never, never)
    assert begun.wait(10)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_closing_waits_for_work_that_is_under_way(tasks: Tasks) -> None:
    begun = threading.Event()
    ended: list[bool] = []

    def work(task: Task) -> None:
        begun.set()
        while not task.is_cancelled():
            pass
        ended.append(True)

    tasks.run(work, never, never)
    assert begun.wait(10)
    tasks.close()
    assert ended == [True]
    assert not tasks.is_busy


def hold(begun: threading.Event, go_on: threading.Event) -> Callable[[Task], None]:
    def work(task: Task) -> None:
        task.report(0.5)
        begun.set()
        go_on.wait(10)

    return work


def test_work_that_hangs_holds_up_neither_closing_nor_other_work(
    tasks: Tasks, qtbot: QtBot
) -> None:
    disk_is_back, has_begun = threading.Event(), threading.Semaphore(0)
    threads: list[threading.Thread] = []

    def look(_task: Task) -> int:
        threads.append(threading.current_thread())
        has_begun.release()
        disk_is_back.wait()
        return 1

    # More of it than a pool of any size has threads for.
    for _ in range(40):
        tasks.run(look, never, never, may_hang=True)
    for _ in range(40):
        has_begun.acquire()
    got: list[int] = []
    tasks.run(lambda _task: 2, got.append, never)
    qtbot.waitUntil(lambda: got == [2])
    tasks.close()
    assert not tasks.is_busy
    assert all(thread.is_alive() and thread.daemon for thread in threads)
    # What comes too late is told to nobody.
    disk_is_back.set()
    for thread in threads:
        thread.join()
    assert len(threads) == 40


def test_labelled_work_shows_how_far_it_is_and_can_be_stopped(
    tasks: Tasks, texts: Texts, qtbot: QtBot
) -> None:
    bar = ProgressBar(tasks, texts)
    qtbot.addWidget(bar)
    begun, go_on = threading.Event(), threading.Event()
    told: list[float] = []
    tasks.progressed.connect(lambda _task, fraction: told.append(fraction))
    task = tasks.run(hold(begun, go_on), never, never, label="Reading…")
    assert bar.isVisibleTo(None)
    assert begun.wait(10)
    qtbot.waitUntil(lambda: told == [0.5])
    assert bar.fraction == 0.5
    bar.stop.click()
    assert task.is_cancelled()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert bar.isHidden()


def test_work_that_must_not_be_stopped_offers_no_button(
    tasks: Tasks, texts: Texts, qtbot: QtBot
) -> None:
    bar = ProgressBar(tasks, texts)
    qtbot.addWidget(bar)
    begun, go_on = threading.Event(), threading.Event()
    done: list[object] = []
    tasks.run(hold(begun, go_on), done.append, never, label="Restoring…", can_stop=False)
    assert bar.stop.isHidden()
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
