"""Last sheets that would hold little: saved by closer pages, else filled, and otherwise left."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain

import pytest

from planner.report.paper.fewest_sheets import flow_on_fewest_sheets
from planner.report.paper.flow import BODY, LEADING, Cell, Column, Flow, Sheet
from planner.report.paper.papers import Paper
from planner.report.paper.running_lines import Running
from planner.report.paper.spread import USUAL, Spread
from tests.sheets import collisions, measured, outside, words_of

RUNNING = Running(above=("A title", ""), below="A notice", page=lambda n, of: f"{n} of {of}")
LINE = BODY * LEADING
PAPER = Paper(width=400.0, height=600.0, margin=40.0)
# How many lines a sheet holds without spaces.
LINES = int(Flow(PAPER, measured, RUNNING).whole_room / LINE)


def paragraphs(count: int, spread: Spread = USUAL) -> Flow:
    """Lines, each followed by a space of its own height."""
    flow = Flow(PAPER, measured, RUNNING, spread)
    for number in range(count):
        flow.text(f"Paragraph {number}")
        flow.space(LINE)
    return flow


def said_by(sheet: Sheet) -> list[str]:
    """Return the lines of a sheet between its running ones, in their order."""
    running = {"A title", "A notice"}
    lines = [words.text for words in words_of(sheet) if words.text not in running]
    return [line for line in lines if line and not re.fullmatch(r"\d+ of \d+", line)]


def on_a_sheet(closeness: float) -> int:
    """How many of these lines one sheet holds."""
    room = Flow(PAPER, measured, RUNNING).whole_room
    # The space below the last one may reach over the end.
    return int((room - LINE) / (LINE * (1 + closeness))) + 1


def test_a_few_lines_begin_no_sheet() -> None:
    count = on_a_sheet(1.0) + 2
    assert paragraphs(count).page_count == 2
    made = flow_on_fewest_sheets(partial(paragraphs, count))
    assert made.page_count == 1
    # A little closer is enough for two of them.
    assert count <= on_a_sheet(0.8)
    assert made.closeness == pytest.approx(0.8)
    (sheet,) = made.sheets()
    lines = [words for words in words_of(sheet) if words.text.startswith("Paragraph")]
    assert len(lines) == count
    assert {words.size for words in lines} == {BODY}
    assert not list(collisions(sheet))
    assert not list(outside(sheet, PAPER.margin))


def test_a_sheet_that_is_well_used_is_left_as_it_is() -> None:
    whole = on_a_sheet(1.0)
    tried: list[Spread] = []

    def made(spread: Spread) -> Flow:
        tried.append(spread)
        return paragraphs(whole + 3 * whole // 4, spread)

    assert flow_on_fewest_sheets(made).page_count == 2
    # Nothing is set a second time for it.
    assert tried == [USUAL]


def test_pages_are_no_closer_than_it_takes() -> None:
    count = on_a_sheet(0.7)
    assert on_a_sheet(0.8) < count < on_a_sheet(0.6)
    made = flow_on_fewest_sheets(partial(paragraphs, count))
    assert (made.page_count, made.closeness) == (1, pytest.approx(0.7))


def test_for_nearly_half_a_sheet_nothing_is_set_much_closer() -> None:
    def used(count: int) -> float:
        flow = paragraphs(count)
        assert flow.page_count == 4
        return 1 - flow.room / flow.whole_room

    # What three sheets hold that are closer, or much closer, than usual.
    closer, much_closer = 3 * on_a_sheet(0.8), 3 * on_a_sheet(0.7)
    assert 0.25 < used(closer) < used(much_closer) < 0.5
    assert flow_on_fewest_sheets(partial(paragraphs, closer)).page_count == 3
    made = flow_on_fewest_sheets(partial(paragraphs, much_closer))
    assert (made.page_count, made.closeness) == (4, 1.0)


def test_where_a_sheet_is_saved_the_last_one_may_be_saved_too() -> None:
    lines = {1.0: 3 * LINES + 2, 0.8: 2 * LINES + 2, 0.7: 2 * LINES - 2, 0.6: 2 * LINES - 3}

    def made(spread: Spread) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, spread)
        flow.text("\n".join(f"Line {number}" for number in range(lines[spread.closeness])))
        return flow

    assert [made(Spread(closeness=one)).page_count for one in lines] == [4, 3, 2, 2]
    closer = flow_on_fewest_sheets(made)
    assert (closer.page_count, closer.closeness) == (2, pytest.approx(0.7))


def blocks(count: int, spread: Spread = USUAL, height: int = 3) -> Flow:
    """Headings, each with lines below it that stay on its sheet, `height` lines in all."""
    flow = Flow(PAPER, measured, RUNNING, spread)
    for number in range(count):
        flow.text(f"Heading {number}", bold=True, keep=(height - 1) * LINE)
        for line in range(1, height):
            flow.text(f"Line {line} of {number}")
    return flow


def test_what_would_save_no_sheet_is_not_set_closer_but_goes_over_in_whole_blocks() -> None:
    a_sheet = LINES // 3
    count = 2 * a_sheet + 1
    usual = [said_by(sheet) for sheet in blocks(count).sheets()]
    assert [len(lines) for lines in usual] == [3 * a_sheet, 3 * a_sheet, 3]
    made = flow_on_fewest_sheets(partial(blocks, count))
    assert (made.page_count, made.closeness) == (3, 1.0)
    found = [said_by(sheet) for sheet in made.sheets()]
    assert list(chain(*found)) == list(chain(*usual))
    # Only the sheet before the last ends early, before a heading.
    assert found[0] == usual[0]
    assert found[2][0].startswith("Heading")
    # More than a few lines, and yet less than what is left before them.
    assert 6 < len(found[2]) < len(found[1])
    assert all(not list(collisions(sheet)) for sheet in made.sheets())


def test_what_goes_over_of_a_table_has_its_heading_again() -> None:
    columns = [Column("Skill", 200), Column("Weight", 100, "right")]
    note = "of a skill\nthat is asked for"

    def made(count: int, spread: Spread = USUAL) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, spread)
        # What stands above the table cannot be set closer.
        flow.text("\n".join(f"Line {number}" for number in range(LINES // 2)))
        flow.table(columns, [[Cell(f"Skill {n}", note), Cell("3")] for n in range(count)])
        return flow

    def rows(flow: Flow) -> list[int]:
        return [sum(line == "3" for line in said_by(sheet)) for sheet in flow.sheets()]

    count = next(count for count in range(2, 30) if made(count).page_count == 2)
    assert rows(made(count)) == [count - 1, 1]
    assert made(count, Spread(closeness=0.6)).page_count == 2
    evener = flow_on_fewest_sheets(partial(made, count))
    first, last = rows(evener)
    assert first + last == count
    assert last > 1
    assert all("Weight" in said_by(sheet) for sheet in evener.sheets())


def test_what_is_too_high_to_go_over_stays() -> None:
    def made(spread: Spread) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, spread)
        flow.text("\n".join(f"Line {number}" for number in range(LINES // 2)))
        # The other half of the sheet, in one piece.
        flow.need((LINES - LINES // 2) * LINE)
        flow.text("\n".join(f"Line {number}" for number in range(LINES // 2, LINES)))
        flow.text("A last line")
        return flow

    usual = flow_on_fewest_sheets(made)
    assert [len(said_by(sheet)) for sheet in usual.sheets()] == [LINES, 1]


def test_the_sheet_before_the_last_ends_as_early_as_it_takes() -> None:
    left = LINES // 10

    def made(spread: Spread) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, spread)
        flow.text("\n".join(f"Line {number}" for number in range(LINES - left)))
        # It begins a sheet though it is low, so that a part of the one before is empty anyway.
        flow.need((left + 1) * LINE)
        flow.text("A last line")
        return flow

    usual, evener = (made(USUAL), flow_on_fewest_sheets(made))
    assert [len(said_by(sheet)) for sheet in usual.sheets()] == [LINES - left, 1]
    first, last = (len(said_by(sheet)) for sheet in evener.sheets())
    assert first + last == LINES - left + 1
    assert last > 6


def test_a_single_sheet_of_few_lines_is_left_as_it_is() -> None:
    tried: list[Spread] = []

    def made(spread: Spread) -> Flow:
        tried.append(spread)
        return paragraphs(2, spread)

    assert flow_on_fewest_sheets(made).page_count == 1
    assert tried == [USUAL]


def test_the_rows_of_a_table_come_closer_as_well() -> None:
    columns = [Column("Skill", 200), Column("Weight", 100, "right")]

    def made(count: int, spread: Spread = USUAL) -> Flow:
        flow = Flow(PAPER, measured, RUNNING, spread)
        flow.table(columns, [[Cell(f"Skill {number}"), Cell("3")] for number in range(count)])
        return flow

    count = next(count for count in range(10, 60) if made(count).page_count == 2)
    closer = flow_on_fewest_sheets(partial(made, count))
    assert closer.page_count == 1
    (sheet,) = closer.sheets()
    assert sum(words.text == "3" for words in words_of(sheet)) == count
    assert not list(collisions(sheet))
