"""Files behind evidence: there or gone, and opened only where that runs nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planner.files.evidence_files import FileState, WayIn, state_of, way_into


def test_a_file_is_there_until_it_has_gone(tmp_path: Path) -> None:
    file = tmp_path / "纪要 2026.pdf"
    assert state_of(str(file)) is FileState.GONE
    file.write_bytes(b"x")
    assert state_of(str(file)) is FileState.THERE
    assert state_of(str(tmp_path)) is FileState.THERE
    assert state_of(str(file / "within")) is FileState.GONE


def test_the_home_folder_is_put_in(home: Path) -> None:
    file = home / "minutes.pdf"
    file.write_bytes(b"x")
    try:
        assert state_of("~/minutes.pdf") is FileState.THERE
        assert way_into("~/minutes.pdf") == WayIn(file.resolve(), False)
    finally:
        file.unlink()
    assert state_of("~/minutes.pdf") is FileState.GONE


@pytest.mark.skipif(sys.platform == "win32", reason="drive letters are at home there")
def test_a_path_of_another_system_is_not_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "C:\\a.pdf").write_bytes(b"x")
    assert state_of("C:\\a.pdf") is FileState.GONE
    assert way_into("C:\\a.pdf") is None


def test_what_the_disk_does_not_answer_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "round.pdf").symlink_to(tmp_path / "round.pdf")
    for path in (str(tmp_path / "round.pdf"), "/" + "x" * 5000):
        assert state_of(path) is FileState.UNKNOWN
        assert way_into(path) is None
    assert state_of("/a\0b") is FileState.GONE
    assert way_into("/a\0b") is None


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF", "b.docx", "c.png", "纪要.txt"])
def test_documents_are_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert way_into(str(tmp_path / name)) == WayIn(tmp_path.resolve() / name, False)


@pytest.mark.parametrize(
    "name",
    ["a.exe", "a.sh", "a.desktop", "a.docm", "a.html", "a.py", "a.lnk", "a.jar", "a", "a.pdf.exe"],
)
def test_what_may_be_a_program_is_shown_in_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert way_into(str(tmp_path / name)) == WayIn(tmp_path.resolve(), True)


def test_a_link_on_the_disk_is_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "run.sh").write_bytes(b"x")
    (tmp_path / "report.pdf").symlink_to(tmp_path / "run.sh")
    assert way_into(str(tmp_path / "report.pdf")) == WayIn(tmp_path.resolve(), True)
    (tmp_path / "lost.pdf").symlink_to(tmp_path / "gone.pdf")
    assert way_into(str(tmp_path / "lost.pdf")) is None


def test_a_folder_is_opened_but_not_one_that_may_be_a_program(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    (tmp_path / "Evil.app").mkdir()
    assert way_into(str(tmp_path / "minutes")) == WayIn(tmp_path.resolve() / "minutes", False)
    assert way_into(str(tmp_path / "Evil.app")) == WayIn(tmp_path.resolve(), True)
    assert way_into(str(tmp_path / "gone")) is None
