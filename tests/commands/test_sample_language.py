"""The sample team in the terminal: its people write in the language that is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.core.text import LANGUAGES
from tests.sample_words import HAN
from tests.terminal import Terminal

# The people whose own file is in one language, each with a skill that has comments.
HISTORIES = (("sample-am", "negotiation"), ("zhou-xiaozhou", "time-management"))


def comments(run: Terminal, language: str, person: str, skill: str) -> list[str]:
    told = run("--language", language, "--sample", "history", person, skill, "--json").json
    return [rating["comment"] for rating in told["ratings"] if rating["comment"]]


@pytest.mark.parametrize(("person", "skill"), HISTORIES)
def test_comments_are_in_the_language(fresh: Terminal, person: str, skill: str) -> None:
    english, chinese = (comments(fresh, language, person, skill) for language in LANGUAGES)
    assert len(english) == len(chinese) > 1
    assert not any(HAN.search(said) for said in english)
    assert all(HAN.search(said) for said in chinese)


def test_what_is_read_of_a_history_is_in_the_language(fresh: Terminal) -> None:
    english = fresh("--language", "en", "--sample", "history", "sample-am", "negotiation").out
    assert "I closed the Kestrel renewal on my own." in english
    chinese = fresh("--language", "zh_CN", "--sample", "history", "sample-am", "negotiation").out
    assert "Kestrel 的续约由我独立谈成。" in chinese
    # But for names there is no English in it, and no Chinese in the other.
    assert set(re.findall("[A-Za-z]+", chinese)) <= {"Lin", "Wei", "Kestrel", "Orrin", "Pell"}
    assert not HAN.search(english)


def test_what_is_read_of_a_plan_is_in_the_language(fresh: Terminal) -> None:
    english = fresh("--language", "en", "--sample", "plan", "zhou-xiaozhou").out
    assert "Sit in on five price talks and write down the other side's limit" in english
    assert HAN.findall(english.replace("周小舟", "")) == []
    chinese = fresh("--language", "zh_CN", "--sample", "plan", "sample-am").out
    assert "主谈 Pell 框架协议，采购与法务同桌" in chinese
    words = set(re.findall("[A-Za-z]{2,}", chinese))
    assert words <= {"Lin", "Wei", "Kestrel", "Orrin", "Pell", "CRM", "action"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_finds_nothing_in_the_sample(fresh: Terminal, language: str) -> None:
    assert fresh("--language", language, "--sample", "check").code == 0


def test_an_imported_file_says_what_it_says(fresh: Terminal, data: Path) -> None:
    """Only the sample is put into a language: files are nobody's to translate."""
    assert fresh("--language", "zh_CN", "import", data).code == 0
    said = fresh("--language", "zh_CN", "history", "sample-am", "negotiation").out
    assert "I closed the Kestrel renewal on my own." in said
