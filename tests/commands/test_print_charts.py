"""Maps and paths from the terminal: on which paper, how large, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pdf_checks import tool
from tests.terminal import Terminal


def pages(pdf: Path) -> tuple[int, str]:
    """How many pages there are, and what they say."""
    told = tool("pdftotext", pdf, "-").decode()
    return told.count("\f"), re.sub(r"\s+", " ", told)


def test_a_poster_has_columns_by_rows_and_an_extra_page(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    run(
        "--language=en", "print", "sample-am", "--what", "map", "--poster", "3x2", "--to", str(file)
    )
    count, told = pages(file)
    assert count == 7
    assert "row B, column 3 of 3" in told
    assert "3 columns and 2 rows, 6 sheets" in told


@pytest.mark.parametrize(
    ("overlap", "words"),
    [
        ((), "share a strip of 10 mm"),
        (("--overlap", "12.5"), "share a strip of 12.5 mm"),
        (("--overlap", "0"), "share no strip"),
    ],
)
@pytest.mark.parametrize("size", [("--poster", "2x2"), ("--fit", "true")])
def test_the_overlap_asked_for_is_told(
    run: Terminal, tmp_path: Path, size: tuple[str, ...], overlap: tuple[str, ...], words: str
) -> None:
    file = tmp_path / "poster.pdf"
    run("--language=en", "print", "sample-am", "--what", "map", *size, *overlap, "--to", str(file))
    _, told = pages(file)
    assert words in told


def test_a_route_a_track_and_a_path_are_drawn(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "chart.pdf"
    run(
        "--language=en",
        "print",
        "sample-am",
        "--what",
        "map",
        "--track",
        "line",
        "--blank",
        "--to",
        str(file),
    )
    _, told = pages(file)
    assert "Line manager" in told
    assert "Lin Wei" not in told
    assert "Engineer" not in told.replace("Engineering", "")
    run(
        "--language=en",
        "print",
        "sample-am",
        "--what",
        "map",
        "--role",
        "line-manager",
        "--to",
        str(file),
    )
    _, told = pages(file)
    assert "Account manager → Line manager" in told
    run(
        "--language=en",
        "print",
        "sample-am",
        "--what",
        "path",
        "--style",
        "large",
        "--to",
        str(file),
    )
    _, told = pages(file)
    assert "The path of Lin Wei" in told
    assert "You are here" in told


def test_a_path_as_wide_as_a_sheet_takes_few_of_them(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "path.pdf"
    for paper, most in (("a4", 1), ("a5", 3)):
        command = ("print", "sample-am", "--what", "path", "--fit", "width", "--paper", paper)
        run(*command, "--to", str(file))
        count, _ = pages(file)
        assert count <= most


@pytest.mark.parametrize("style", ["colour", "large"])
@pytest.mark.parametrize("paper", ["a5", "a4", "letter"])
def test_the_sheets_that_are_offered_are_enough(
    run: Terminal, tmp_path: Path, paper: str, style: str
) -> None:
    asked = ("--language=en", "print", "sample-am", "--what", "map", "--paper", paper)
    asked += ("--style", style, "--to", str(tmp_path / "poster.pdf"))
    refused = run(*asked, "--poster", "1x1")
    assert refused.code == 2
    size, least = map(float, re.findall(r"([\d.]+) points; less than ([\d.]+)", refused.err)[0])
    assert size < least
    columns, rows = re.findall(r"poster of (\d+) × (\d+) sheets", refused.err)[0]
    assert run(*asked, "--poster", f"{columns}x{rows}").code == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--poster", "0x2"], "is no number of sheets"),
        (["--poster", "26x2"], "from 1 to 25"),
        (["--poster", "two"], "such as 2x3"),
        (["--track", "clint"], "Did you mean client"),
        (["--fit", "width", "--paper", "a5"], "a poster of 2 × 3 sheets"),
    ],
)
def test_what_makes_no_sense_is_told(
    run: Terminal, tmp_path: Path, options: list[str], words: str
) -> None:
    file = tmp_path / "chart.pdf"
    told = run.refused(
        "--language", "en", "print", "sample-am", "--what", "map", *options, "--to", file
    )
    assert words in told
    assert not file.exists()
