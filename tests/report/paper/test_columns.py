"""Blocks in two columns: none parted, none lost, in the order in which a person reads."""

from __future__ import annotations

from functools import partial

import pytest

from planner.report.paper.columns import Block, add_blocks
from planner.report.paper.flow import BODY, LEADING, Flow, Sheet
from planner.report.paper.papers import PAPERS, Paper
from planner.report.paper.running_lines import Running
from tests.sheets import collisions, measured, outside, words_of

RUNNING = Running(above=("A title", "a day"), below="A notice", page=lambda n, of: f"{n} of {of}")
WIDE = PAPERS["a4"].turned()
MIDDLE = WIDE.width / 2
LINE = BODY * LEADING


def block(number: int, lines: int, space: float = 6.0) -> Block:
    def add(flow: Flow, number: int) -> None:
        for line in range(lines):
            # What it would keep together has been measured.
            flow.text(f"{number}.{line}", keep=500.0)

    return Block(space, partial(add, number=number))


def sheets_of(*blocks: Block, paper: Paper = WIDE, above: int = 0) -> tuple[Sheet, ...]:
    flow = Flow(paper, measured, RUNNING)
    for _ in range(above):
        flow.text("Above")
    add_blocks(flow, blocks)
    flow.text("Below")
    return flow.sheets()


def told(sheet: Sheet) -> tuple[list[str], list[str]]:
    """What stands in the left half and in the right one, from the top."""
    own = [w for w in words_of(sheet) if "." in w.text]
    return (
        [w.text for w in own if w.x < MIDDLE],
        [w.text for w in own if w.x > MIDDLE],
    )


def test_columns_are_of_like_height() -> None:
    (sheet,) = sheets_of(*(block(number, 2) for number in range(7)), above=3)
    left, right = told(sheet)
    assert left == [f"{number}.{line}" for number in range(4) for line in range(2)]
    assert right == [f"{number}.{line}" for number in range(4, 7) for line in range(2)]
    y = {words.text: words.y for words in words_of(sheet)}
    assert y["4.0"] == y["0.0"], "both begin at one height"
    # Three blocks of two lines, and two spaces.
    assert y["3.0"] - y["0.0"] == pytest.approx(3 * (2 * LINE + 6))
    assert y["Below"] > y["3.1"], "what follows stands below the higher one"


@pytest.mark.parametrize("above", [0, 20, 33])
def test_whatever_is_above_nothing_is_parted_or_lost(above: int) -> None:
    blocks = [block(number, 3 + number % 5) for number in range(60)]
    sheets = sheets_of(*blocks, above=above)
    assert len(sheets) > 2
    read = [text for sheet in sheets for half in told(sheet) for text in half]
    assert read == [f"{n}.{line}" for n in range(60) for line in range(3 + n % 5)]
    for sheet in sheets:
        assert not list(collisions(sheet))
        assert not list(outside(sheet, WIDE.margin))
        for half in told(sheet):
            # Each half begins with the first line of a block and ends with the last one.
            assert all(half[0].endswith(".0") for _ in half[:1])
            numbers = [int(text.split(".")[0]) for text in half]
            assert all(numbers.count(number) == 3 + number % 5 for number in numbers)


def test_the_last_ones_stand_closer_rather_than_alone() -> None:
    flow = Flow(WIDE, measured, RUNNING)
    # So many blocks of a line with 10 points between them fill a column.
    fitting = int((flow.room - LINE) / (LINE + 10)) + 1
    (sheet,) = sheets_of(*(block(n, 1, 10.0) for n in range(2 * fitting + 1)))[:1]
    left, right = told(sheet)
    assert len(left) + len(right) == 2 * fitting + 1
    y = {words.text: words.y for words in words_of(sheet)}
    assert y["1.0"] - y["0.0"] == pytest.approx(LINE + 6)


@pytest.mark.parametrize("paper", [PAPERS["a4"], PAPERS["a5"].turned()])
def test_narrow_paper_has_one_column(paper: Paper) -> None:
    flow = Flow(paper, measured, RUNNING)
    add_blocks(flow, [Block(4.0, lambda to: to.text("a.0")), Block(4.0, lambda to: to.text("b.0"))])
    (sheet,) = flow.sheets()
    first, second = (words for words in words_of(sheet) if "." in words.text)
    assert first.x == second.x == paper.margin
    assert second.y - first.y == pytest.approx(LINE + 4)


def test_what_is_higher_than_a_sheet_is_parted_in_one_column() -> None:
    def long(flow: Flow) -> None:
        for line in range(100):
            flow.text(f"0.{line}")

    sheets = sheets_of(Block(0.0, long), block(1, 2))
    assert [text for sheet in sheets for half in told(sheet) for text in half] == [
        *(f"0.{line}" for line in range(100)),
        "1.0",
        "1.1",
    ]
