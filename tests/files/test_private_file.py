"""A file for its owner alone: written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from planner.core.errors import PlannerError
from planner.files.private_file import write_private
from planner.files.values import printable


def test_the_text_is_there_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    to = tmp_path / "a.yaml"
    before = os.umask(0o000)
    try:
        write_private("人\n", to)
    finally:
        os.umask(before)
    assert to.read_bytes() == "人\n".encode()
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [to]


def test_what_was_there_is_replaced_and_a_link_is_followed(tmp_path: Path) -> None:
    to, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    to.write_text("old", encoding="utf-8")
    to.chmod(0o644)
    link.symlink_to(to)
    write_private("new", link)
    assert link.is_symlink()
    assert to.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(to.stat().st_mode) == 0o600


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    to = tmp_path / f"{'x' * 250}.yaml"
    write_private("text", to)
    assert to.read_text(encoding="utf-8") == "text"


@pytest.mark.parametrize("place", ["no/such/folder/a.yaml", "."])
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, place: str) -> None:
    with pytest.raises(PlannerError, match="cannot be written"):
        write_private("text", tmp_path / place)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    to = tmp_path / "a.yaml"
    write_private("old", to)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(PlannerError, match="cannot be written"):
            write_private("x" * 100_000, to)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert to.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [to]


def test_what_no_reader_takes_is_left_out() -> None:
    said = {"a": ["x\r\ny\rz", 1, None, {"b": "\x00\x1f\x7f\u009f\ufffe人\t\n"}]}
    assert printable(said) == {"a": ["x\ny\nz", 1, None, {"b": "人\t\n"}]}
