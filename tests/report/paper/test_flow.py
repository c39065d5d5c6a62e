"""Blocks on sheets: lines that fit, tables that go on, and what stands on every sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.elements.canvas import Chart
from planner.report.drawing import Rectangle, Words
from planner.report.paper.flow import BODY, LEADING, SMALL, TITLE, Cell, Column, Flow
from planner.report.paper.papers import PAPERS, Paper
from planner.report.paper.running_lines import Running
from tests.sheets import collisions, measured, outside, place_of, words_of

RUNNING = Running(above=("A title", "a day"), below="A notice", page=lambda n, of: f"{n} of {of}")
A4 = PAPERS["a4"]


def flow(running: Running = RUNNING, paper: Paper = A4) -> Flow:
    return Flow(paper, measured, running)


def texts(made: Flow) -> list[list[str]]:
    """The texts of each sheet but for the running lines."""
    running = {"A title", "a day", "A notice"}
    return [
        [
            words.text
            for words in words_of(sheet)
            if words.text not in running and " of " not in words.text
        ]
        for sheet in made.sheets()
    ]


def test_a_sheet_is_as_large_as_its_paper() -> None:
    assert (round(A4.width), round(A4.height)) == (595, 842)
    assert (PAPERS["letter"].width, PAPERS["letter"].height) == (612, 792)
    (sheet,) = flow(paper=A4.turned()).sheets()
    assert (sheet.width, sheet.height) == (A4.height, A4.width)


def test_each_sheet_has_the_running_lines_and_its_number() -> None:
    made = flow()
    for number in range(200):
        made.text(f"Paragraph {number}")
    sheets = made.sheets()
    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, start=1):
        on_it = [words.text for words in words_of(sheet)]
        assert {"A title", "a day", "A notice", f"{number} of {len(sheets)}"} <= set(on_it)
        assert sheet.title == "A title"
        assert not list(collisions(sheet))
        assert not list(outside(sheet, A4.margin))
    assert [text for on_it in texts(made) for text in on_it] == [
        f"Paragraph {number}" for number in range(200)
    ]


@given(st.text(max_size=400), st.sampled_from([BODY, SMALL, TITLE]), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, size: float, bold: bool) -> None:
    made = flow()
    lines = made.lines(text, 120.0, size, bold=bold)
    assert all(measured(line, size, bold) <= 120.0 or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_single_letter_does_not_make_a_last_line() -> None:
    made = flow()
    text = "一" * 61 + "加。"
    whole = made.lines(text, 60 * BODY, BODY)
    assert len(whole) == 2
    assert len(whole[1]) > 10


def test_a_paragraph_of_two_words_stays_on_one_line() -> None:
    assert flow().lines("Two words", 200.0, BODY) == ("Two words",)


def test_a_long_title_is_set_smaller_and_at_last_cut() -> None:
    made = flow()
    made.title("Short")
    made.title("A title of some length that goes on and on until it fills the lines. " * 4)
    made.title("长" * 10_000)
    (sheet,) = made.sheets()
    sizes = [words.size for words in words_of(sheet) if words.bold]
    assert sizes[0] == TITLE
    assert 12 <= sizes[1] < TITLE
    assert sizes[-1] == 12
    assert any(words.text.endswith("…") for words in words_of(sheet))
    assert not list(outside(sheet, A4.margin))


@pytest.mark.parametrize("long", ["A very long title, " * 50, "长" * 10_000, "x" * 10_000])
def test_a_long_running_line_leaves_room_for_the_day(long: str) -> None:
    made = flow(Running(above=(long, "printed on 23 Nov 2026"), below=long, page=RUNNING.page))
    (sheet,) = made.sheets()
    assert not list(collisions(sheet))
    assert not list(outside(sheet, A4.margin))
    assert made.untold == long
    assert made.room > 600
    assert not flow().untold


CATALOGUE, NOTICE = "Catalogue: Stars, version 2", "By many people, who are all named here. " * 12
WHOLE = f"{CATALOGUE} · {NOTICE}"


def foot_of(made: Flow) -> str:
    """Return what stands below the rule at the foot, but for the number of the page."""
    (sheet, *_) = made.sheets()
    rule = max(shape.y for shape in sheet.shapes if isinstance(shape, Rectangle))
    return " ".join(w.text for w in words_of(sheet) if w.y > rule and w.align == "left")


def with_foot(below: str, brief: str, rest: str, paper: Paper = A4) -> Flow:
    lines = Running(
        above=("A title", "a day"),
        below=below,
        page=RUNNING.page,
        brief=brief,
        where="more at the end",
        rest=rest,
    )
    return Flow(paper, measured, lines)


def test_a_foot_that_is_too_long_says_where_the_rest_is_told() -> None:
    made = with_foot(WHOLE, CATALOGUE, NOTICE)
    assert foot_of(made) == "Catalogue: Stars, version 2 · more at the end"
    before = made.y
    made.tell_rest()
    assert made.y - before == pytest.approx(made.height_of_rest())
    told = " ".join(words.text for words in words_of(made.sheets()[0]))
    assert NOTICE.strip() in told
    short = with_foot(f"{CATALOGUE} · By us.", CATALOGUE, "By us.")
    assert foot_of(short) == "Catalogue: Stars, version 2 · By us."
    before = short.y
    short.tell_rest()
    assert (short.y, short.height_of_rest()) == (before, 0.0)


@pytest.mark.parametrize("count", [7, 8, 9, 10, 11])
def test_the_foot_ends_beside_the_number_and_is_as_wide_as_the_sheet_above(count: int) -> None:
    made = with_foot("A few words say it all. " * count, CATALOGUE, NOTICE)
    (sheet,) = made.sheets()
    (number,) = (words for words in words_of(sheet) if words.text == "1 of 1")
    *above, last = (words for words in words_of(sheet) if "few words" in words.text)
    assert last.y == number.y == pytest.approx(A4.height - A4.margin + 12)
    assert place_of(last)[2] < place_of(number)[0] - SMALL
    assert not list(collisions(sheet))
    # In lines of 505 points of 4.16 a letter, 121 letters, but 105 of the last one.
    assert len(above) + 1 == -(-(24 * count + 16) // 121)


def test_what_is_cut_at_the_foot_is_told_with_the_rest() -> None:
    brief = "Catalogue: " + "A very long title, " * 60
    made = with_foot(f"{brief} · {NOTICE}", brief, NOTICE)
    assert foot_of(made).startswith("Catalogue: A very long title, A very long")
    assert foot_of(made).endswith("… · more at the end")
    assert made.untold == f"{brief} · {NOTICE}"
    assert not list(outside(made.sheets()[0], A4.margin))


@pytest.mark.parametrize("width", [180.0, 240.0, 400.0])
def test_a_low_sheet_has_room_for_two_lines_that_say_where(width: float) -> None:
    low = Paper(width=width, height=300.0, margin=20.0)
    made = with_foot(WHOLE, CATALOGUE, NOTICE, low)
    assert foot_of(made) == "Catalogue: Stars, version 2 · more at the end"
    assert not list(collisions(made.sheets()[0]))


COLUMNS = [Column("What", 300.0), Column("How much", 100.0, "right"), Column("When", 105.0)]


def test_a_table_repeats_its_heading_and_splits_no_row() -> None:
    made = flow()
    rows = [
        [Cell(f"Row {n} " + "with more words " * (n % 9), note=f"note {n}"), Cell(str(n)), Cell("")]
        for n in range(70)
    ]
    made.table(COLUMNS, rows)
    sheets = texts(made)
    assert len(sheets) > 2
    for on_it in sheets:
        assert on_it[:3] == ["What", "How much", "When"]
    for n in range(70):
        (home,) = [on_it for on_it in sheets if str(n) in on_it]
        assert f"note {n}" in home
        assert any(f"{text} ".startswith(f"Row {n} ") for text in home)
    for sheet in made.sheets():
        assert not list(collisions(sheet))
        assert not list(outside(sheet, A4.margin))


def test_a_row_higher_than_a_sheet_is_cut_rather_than_run_over_the_foot() -> None:
    made = flow()
    row = [Cell("长" * 10_000, note="x" * 10_000), Cell("1"), Cell("")]
    made.table(COLUMNS, [row, row])
    for sheet in made.sheets():
        assert not list(collisions(sheet))
        assert not list(outside(sheet, A4.margin))
    assert made.page_count == 2


def test_columns_align() -> None:
    made = flow()
    made.table(COLUMNS, [[Cell("a"), Cell("1.5"), Cell("x")], [Cell("b"), Cell("10"), Cell("y")]])
    (sheet,) = made.sheets()
    by_text = {words.text: place_of(words) for words in words_of(sheet)}
    assert by_text["1.5"][2] == by_text["10"][2] == by_text["How much"][2]
    assert by_text["x"][0] == by_text["y"][0] == by_text["When"][0]


def test_what_belongs_together_begins_a_new_sheet_together() -> None:
    made = flow()
    made.space(made.room - 3 * BODY * LEADING)
    made.text("A heading", keep=4 * BODY * LEADING)
    made.text("and what follows")
    assert texts(made) == [[], ["A heading", "and what follows"]]


def test_a_paragraph_longer_than_a_sheet_goes_on() -> None:
    made = flow()
    made.text("word " * 8_000)
    assert made.page_count > 3
    for sheet in made.sheets():
        assert not list(outside(sheet, A4.margin))


def test_a_paragraph_of_at_most_so_many_lines_says_that_it_goes_on() -> None:
    made = flow()
    made.text("word " * 400, most=2)
    (first, last) = (words for words in words_of(made.sheets()[0]) if "word" in words.text)
    assert isinstance(first, Words)
    assert last.text.endswith("…")


def no_chart(width: float, height: float) -> Chart:
    """What draws a chart; nothing is painted here."""
    raise AssertionError("not painted")


def test_a_chart_is_lower_rather_than_leave_much_of_a_sheet_empty() -> None:
    made = flow()
    whole = made.room
    made.space(whole * 0.5)
    # Half of the sheet is left, which is less than the chart would take.
    made.charts((no_chart,), whole * 0.7, least=made.least_of_chart(100.0))
    (sheet,) = made.sheets()
    assert sheet.charts[0].height == pytest.approx(whole * 0.5)
    made = flow()
    made.space(whole * 0.7)
    # Where little is left the chart keeps its height, on the next sheet.
    made.charts((no_chart,), whole * 0.5, least=made.least_of_chart(100.0))
    first, second = made.sheets()
    assert not first.charts
    assert second.charts[0].height == pytest.approx(whole * 0.5)


def test_charts_have_their_headings_above_them_within_their_height() -> None:
    made = flow()
    top, height = made.y, 100.0
    made.charts((no_chart, no_chart), height, headings=("One", "Two"))
    (sheet,) = made.sheets()
    headings = [shape for shape in sheet.shapes if isinstance(shape, Words) and shape.bold]
    charts = sheet.charts
    assert [words.text for words in headings[:2]] == ["One", "Two"]
    for words, chart in zip(headings, charts, strict=False):
        assert words.x == chart.x
        assert top < words.y < chart.y
        assert chart.y + chart.height == pytest.approx(top + height)


def test_a_chart_takes_no_more_than_it_uses() -> None:
    made = flow()
    before = made.y
    made.charts((no_chart,), 300.0, used=lambda most: most - most % 80)
    assert made.y - before == 240.0
    made.charts((no_chart,), 80.0)
    (sheet,) = made.sheets()
    first, second = sheet.charts
    assert (first.height, second.y) == (240.0, first.y + 240.0)


def test_what_comes_after_a_chart_that_floats_fills_the_sheet_before_it() -> None:
    made = flow()
    whole = made.room
    made.space(whole * 0.5)
    made.charts((no_chart,), whole * 0.6, floats=True)
    for number in range(40):
        made.text(f"Paragraph {number}")
    made.set_waiting()
    sheets = made.sheets()
    assert [len(sheet.charts) for sheet in sheets] == [0, 1]
    told = texts(made)
    # A line is 9.5 × 1.38 = 13.11 points high: so many fit on the half that is left, in order.
    fitting = int(whole * 0.5 / 13.11)
    assert told[0] == [f"Paragraph {n}" for n in range(fitting)]
    assert told[1] == [f"Paragraph {n}" for n in range(fitting, 40)]
    chart = sheets[1].charts[0]
    assert chart.y < min(w.y for w in words_of(sheets[1]) if w.text.startswith("Paragraph"))
    assert not list(outside(sheets[1], A4.margin))


def test_a_chart_that_floats_and_is_the_last_gets_a_sheet() -> None:
    made = flow()
    made.text("Above")
    made.charts((no_chart,), made.room + 1, floats=True)
    assert made.page_count == 1
    made.set_waiting()
    made.set_waiting()
    first, second = made.sheets()
    assert (len(first.charts), len(second.charts)) == (0, 1)


def test_a_table_goes_on_below_a_chart_that_floats() -> None:
    made = flow()
    whole = made.room
    made.space(whole * 0.5)
    made.charts((no_chart,), whole - 30, floats=True)
    made.table(COLUMNS, [[Cell(f"Row {n}"), Cell("1"), Cell("")] for n in range(30)])
    sheets = made.sheets()
    # The chart leaves no room for a row, so that the table goes on behind its sheet.
    assert [len(sheet.charts) for sheet in sheets] == [0, 1, 0]
    told = texts(made)
    assert told[1] == []
    assert told[0][:3] == told[2][:3] == ["What", "How much", "When"]
    rows = [text for on_it in told for text in on_it if text.startswith("Row")]
    assert rows == [f"Row {n}" for n in range(30)]
