"""What a chart is drawn from, read back from a file by another reader and worked out by hand."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from planner.core.people import Rater, Rating
from planner.core.planning.plan import plan_of
from planner.core.text import Texts
from planner.report.copies.chart_table import ChartTable, csv_of, harmless, tab_separated
from planner.report.copies.chart_tables import (
    levels_table,
    ratings_table,
    timeline_table,
    weighted_table,
)
from tests.gap_sample import sample_catalogue, sample_gap
from tests.plan_sample import DAY, plan_career, plan_catalogue, plan_gap


def read(table: ChartTable) -> list[list[str]]:
    written = csv_of(table)
    # Excel takes a file for UTF-8 by this mark alone.
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_levels_in_the_order_of_the_gap(english: Texts) -> None:
    rows = read(levels_table(sample_gap(), sample_catalogue(), english))
    assert rows[0] == ["Skill", "Held", "Required", "Kind"]
    assert rows[1] == ["Contract law", "1", "3", "essential"]
    # What is unrated is no 0.
    assert rows[4] == ["Talent development", "", "3", "desirable"]
    assert len(rows) == 10


def test_weighted_gaps_are_gap_times_weight(english: Texts) -> None:
    rows = read(weighted_table(sample_gap(), sample_catalogue(), english))[1:]
    assert [row[3] for row in rows] == ["6", "4", "3", "3", "2", "1", "0", "0", "0"]
    for row in rows:
        assert float(row[3]) == float(row[1]) * float(row[2])
    assert [row[0] for row in rows if row[4] == "unrated"] == ["Talent development"]


def test_columns_of_numbers_are_told_apart_from_words_and_days(english: Texts) -> None:
    # Held is a number where it is known, and a word or nothing where it is not.
    assert levels_table(sample_gap(), sample_catalogue(), english).numbers == {1, 2}
    assert weighted_table(sample_gap(), sample_catalogue(), english).numbers == {1, 2, 3}
    shown = plan_of(plan_career(), plan_catalogue(), plan_gap(), DAY).actions
    # Of action, skill, state, hours and four days the hours alone.
    assert timeline_table(shown, plan_catalogue(), english).numbers == {3}
    empty = ChartTable(headings=("Skill", "Held"), rows=(("Law", None),))
    assert empty.numbers == frozenset()


def test_headings_and_names_are_those_of_the_language(chinese: Texts) -> None:
    rows = read(levels_table(sample_gap(), sample_catalogue(), chinese))
    assert rows[0][0] == "技能"
    assert rows[1][0] == "合同法务知识"


def test_ratings_have_days_and_unrounded_numbers(english: Texts) -> None:
    def rated(level: float | None) -> Rating:
        return Rating(
            entry=1,
            skill="s",
            level=level,
            by=Rater.SELF,
            on=date(2026, 3, 1),
            comment="for nobody else",
        )

    rows = read(ratings_table([rated(10 / 3), rated(None)], english))
    assert rows[1] == ["2026-03-01", "self", "3.3333333333333335"]
    assert float(rows[1][2]) == 10 / 3
    assert rows[2][2] == "not applicable"
    assert "nobody else" not in str(rows)


def test_a_plan_has_a_row_an_action(english: Texts) -> None:
    from planner.core.planning.plan import plan_of

    plan = plan_of(plan_career(), plan_catalogue(), plan_gap(), DAY)
    rows = read(timeline_table(plan.actions, plan_catalogue(), english))
    assert [row[0] for row in rows[1:]] == [one.action.title for one in plan.actions]
    dues = [one.action.due.isoformat() if one.action.due else "" for one in plan.actions]
    assert [row[6] for row in rows[1:]] == dues


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1"])
def test_a_text_never_becomes_a_formula(text: str) -> None:
    table = ChartTable(headings=(text,), rows=((text, -1.5),))
    for row in read(table):
        assert row[0] == "'" + text
    # A number below 0 is a number.
    assert read(table)[1][1] == "-1.5"
    assert harmless("a=1") == "a=1"


@pytest.mark.parametrize("text", ['say "so"', "a,b", "two\nlines", "制表\t符", ""])
def test_what_is_pasted_comes_apart_as_it_was(text: str) -> None:
    table = ChartTable(headings=("Name", "Level"), rows=((text, 2.5), (text, None)))
    said = list(csv.reader(io.StringIO(tab_separated(table), newline=""), "excel-tab"))
    assert said == [["Name", "Level"], [text, "2.5"], [text, ""]]
    assert read(table) == said


def test_the_words_of_the_window_follow_its_language(chinese: Texts) -> None:
    table = ChartTable(headings=("a", "b", "c"), rows=((date(2026, 3, 1), 3.14159, None),))
    assert table.words(chinese) == ((chinese.date(date(2026, 3, 1)), "3.14", "–"),)
