"""The two pages of a one-on-one from the terminal: which one, what is on them, what never is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.files.documents import read_files
from tests.pdf_checks import pages_of, squeezed, text_of
from tests.terminal import Terminal


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(
    ("language", "words"), [("en", "Open promises of both"), ("zh_CN", "双方未兑现的承诺")]
)
def test_two_pages_without_a_private_word(
    run: Terminal, root: Path, tmp_path: Path, language: str, words: str, paper: str
) -> None:
    file = tmp_path / "talk.pdf"
    command = ("--language", language, "print", "sample-am", "--what", "meeting")
    answer = run(*command, "--paper", paper, "--to", file)
    assert (answer.code, answer.err) == (0, "")
    assert len(pages_of(file)) == 2
    told = text_of(file)
    assert squeezed(words) in told
    (person,) = [
        career
        for career in read_files([root / "data"], today=date.today()).people
        if career.person.id == "sample-am"
    ]
    notes = [meeting.private for meeting in person.meetings if meeting.private]
    assert notes
    for note in notes:
        for sentence in note.replace("\n", " ").split(". "):
            assert squeezed(sentence) not in told


def test_as_of_a_past_day_the_newest_up_to_it_is_printed(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "talk.pdf"
    command = ("--language", "en", "print", "sample-am", "--what", "meeting", "--to", file)
    assert run(*command, "--as-of", "2025-12-01").code == 0
    told = text_of(file)
    assert squeezed("One-on-one of 19 Nov 2025") in told
    assert squeezed("As of 1 Dec 2025") in told
    # Its record names the levels agreed that day.
    assert squeezed("Joint business reviews: 2 Working") in told


def test_without_a_one_on_one_nothing_is_printed(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "talk.pdf"
    command = ("--language", "en", "print", "sample-am", "--what", "meeting", "--to", file)
    said = run.refused(*command, "--as-of", "2024-01-01")
    assert "Lin Wei has no one-on-one by 1 Jan 2024." in said
    assert "on the page “One-on-one”" in said
    assert not file.exists()


def test_the_pages_are_drawn_as_pictures_too(run: Terminal, tmp_path: Path) -> None:
    command = ("print", "sample-am", "--what", "meeting", "--to", tmp_path / "talk.png")
    assert run(*command).code == 0
    assert sorted(file.name for file in tmp_path.glob("*.png")) == ["talk-1.png", "talk-2.png"]
