"""Pages that are set closer where this saves a sheet, and only there."""

from __future__ import annotations

import pytest

from planner.report.paper.fewest_sheets import flow_on_fewest_sheets
from planner.report.paper.flow import BODY, LEADING, Cell, Column, Flow
from planner.report.paper.papers import Paper
from planner.report.paper.running_lines import Running
from tests.sheets import collisions, measured, outside, words_of

RUNNING = Running(above=("A title", ""), below="A notice", page=lambda n, of: f"{n} of {of}")
LINE = BODY * LEADING
PAPER = Paper(width=400.0, height=600.0, margin=40.0)


def paragraphs(count: int, closeness: float) -> Flow:
    """Lines, each followed by a space of its own height."""
    flow = Flow(PAPER, measured, RUNNING, closeness)
    for number in range(count):
        flow.text(f"Paragraph {number}")
        flow.space(LINE)
    return flow


def on_a_sheet(closeness: float) -> int:
    """How many of these lines one sheet holds."""
    room = Flow(PAPER, measured, RUNNING).whole_room
    # The space below the last one may reach over the end.
    return int((room - LINE) / (LINE * (1 + closeness))) + 1


def test_a_few_lines_begin_no_sheet() -> None:
    count = on_a_sheet(1.0) + 2
    assert paragraphs(count, 1.0).page_count == 2
    made = flow_on_fewest_sheets(lambda closeness: paragraphs(count, closeness))
    assert made.page_count == 1
    # Hardly closer is enough for two of them.
    assert made.closeness == pytest.approx(0.8)
    (sheet,) = made.sheets()
    lines = [words for words in words_of(sheet) if words.text.startswith("Paragraph")]
    assert len(lines) == count
    assert {words.size for words in lines} == {BODY}
    assert not list(collisions(sheet))
    assert not list(outside(sheet, PAPER.margin))


def test_a_sheet_that_is_well_used_is_left_as_it_is() -> None:
    whole = on_a_sheet(1.0)
    made = flow_on_fewest_sheets(lambda closeness: paragraphs(whole + whole // 2, closeness))
    assert (made.page_count, made.closeness) == (2, 1.0)


def test_what_would_save_no_sheet_is_not_set_closer() -> None:
    words = "\n".join(f"Line {number}" for number in range(int(2 * on_a_sheet(1.0))))

    def made(closeness: float) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, closeness)
        flow.text(words)
        return flow

    usual = flow_on_fewest_sheets(made)
    assert (usual.page_count, usual.closeness) == (2, 1.0)


def test_the_rows_of_a_table_come_closer_as_well() -> None:
    columns = [Column("Skill", 200), Column("Weight", 100, "right")]

    def made(count: int, closeness: float) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, closeness)
        flow.table(columns, [[Cell(f"Skill {number}"), Cell("3")] for number in range(count)])
        return flow

    count = next(count for count in range(10, 60) if made(count, 1.0).page_count == 2)
    closer = flow_on_fewest_sheets(lambda closeness: made(count, closeness))
    assert closer.page_count == 1
    (sheet,) = closer.sheets()
    assert sum(words.text == "3" for words in words_of(sheet)) == count
    assert not list(collisions(sheet))
