"""The settings: what was put in comes out; whatever is bad counts as missing."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from planner.gui.settings import Settings


def test_what_was_put_in_comes_out_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "window.ini"
    settings = Settings(file)
    settings.set_text("a/text", "one, two; 三 = “four”")
    settings.set_number("a/number", 320)
    settings.set_flag("a/flag", False)
    settings.set_json("a/record", {"zoom": 1.5, "columns": [1, 2], "name": "林"})
    settings.set_json("a/pairs", [("am-lm", "person-1"), ("am-lm", "person-2")])
    settings.set_bytes("a/bytes", QByteArray(b"\x00\xff\n"))
    settings.save()
    again = Settings(file)
    assert again.file == file
    assert again.text("a/text") == "one, two; 三 = “four”"
    assert again.number("a/number", 1, 1000, 5) == 320
    assert again.flag("a/flag", True) is False
    assert again.record("a/record") == {"zoom": 1.5, "columns": [1, 2], "name": "林"}
    assert again.pairs("a/pairs") == (("am-lm", "person-1"), ("am-lm", "person-2"))
    assert bytes(again.bytes("a/bytes").data()) == b"\x00\xff\n"


def test_what_is_set_to_what_it_is_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    settings = Settings(file)
    settings.set_text("a", "1, 2")
    settings.save()
    again = Settings(file)
    file.unlink()
    again.set_text("a", "1, 2")
    again.save()
    assert not file.exists()
    again.set_text("a", "3")
    again.save()
    assert Settings(file).text("a") == "3"


def test_what_is_missing_takes_the_other_value(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert settings.text("x") == ""
    assert settings.word("x", ("light", "dark"), "dark") == "dark"
    assert settings.number("x", 1, 9, 4) == 4
    assert settings.flag("x", True) is True
    assert settings.record("x") == {}
    assert settings.pairs("x") == ()
    assert settings.bytes("x").isEmpty()


@pytest.mark.parametrize(
    "said",
    [
        "",
        "no",
        "1,5",
        "99999999999999999999",
        "-1",
        "{",
        "[1]",
        '[["a"]]',
        '{"a": ',
        "NaN",
        "é" * 9,
    ],
)
def test_a_bad_value_counts_as_missing(said: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.set_text("x", said)
    assert settings.word("x", ("light", "dark"), "light") == "light"
    assert settings.number("x", 0, 1000, 7) == 7
    assert settings.flag("x", True) is True
    assert settings.record("x") == {}
    assert settings.pairs("x") == ()


def test_a_list_of_pairs_loses_only_what_is_none(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.set_json("x", [["a", "b"], ["a", 1], "ab", ["a", "b", "c"], ["c", "d"]])
    assert settings.pairs("x") == (("a", "b"), ("c", "d"))


def test_an_overlong_value_counts_as_missing(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.set_text("x", "a" * 200_000)
    assert settings.text("x") == ""
    settings.set_text("x", "[" * 90_000)
    assert settings.record("x") == {}


@given(st.binary(max_size=400))
def test_no_file_is_too_bad(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("bad") / "window.ini"
    file.write_bytes(content + b"\n[look]\ntext=" + content)
    settings = Settings(file)
    assert 80 <= settings.number("look/text", 80, 200, 100) <= 200
    assert settings.word("look/theme", ("light", "dark"), "light") in ("light", "dark")
    assert isinstance(settings.record("look/text"), dict)
    assert isinstance(settings.pairs("look/text"), tuple)
    assert isinstance(settings.bytes("look/text"), QByteArray)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_can_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    settings = Settings(file)
    settings.set_text("x", "y")
    settings.save()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(tmp_path / "file" / "window.ini")
    settings.set_text("x", "y")
    settings.save()
    assert settings.text("x") == "y"
