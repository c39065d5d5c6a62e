"""The log: private, small, and closed when it is done with."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.logging_setup import close_log, set_up_log


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "log" / "planner.log"
    logger = logging.getLogger("planner")
    close_log(logger)
    logger.propagate = True
    logger.setLevel(logging.NOTSET)


def test_what_the_program_notes_is_written(file: Path) -> None:
    set_up_log(file).info("opened: people %d", 8)
    logging.getLogger("planner.store").info("applied: rating 1")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        "INFO planner: opened: people 8",
        "INFO planner.store: applied: rating 1",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_can_read_it_even_after_it_was_rotated(file: Path) -> None:
    logger = set_up_log(file)
    for number in range(6000):
        logger.info("%0200d", number)
    files = sorted(file.parent.iterdir())
    assert [found.name for found in files] == ["planner.log", "planner.log.1", "planner.log.2"]
    assert {stat.S_IMODE(found.stat().st_mode) for found in files} == {0o600}
    assert all(found.stat().st_size <= 500_000 for found in files)


def test_a_second_set_up_writes_each_line_once(file: Path) -> None:
    set_up_log(file)
    set_up_log(file).info("once")
    assert file.read_text(encoding="utf-8").count("once") == 1


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path, file: Path) -> None:
    (tmp_path / "log").write_text("", encoding="utf-8")
    set_up_log(file).info("nowhere")
    assert (tmp_path / "log").read_text(encoding="utf-8") == ""
