"""The map's short sentences, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from planner.core.gaps import Interval
from planner.core.model import Move, MoveKind
from planner.core.text import Source, Texts
from planner.report.map.state import Relation, RoleState
from planner.report.map.words import (
    gap_in_one_line,
    kind_words,
    move_words,
    readiness_words,
    relation_words,
    ring_number,
    source_words,
    state_line,
    whole_percent,
    years_words,
)


@pytest.mark.parametrize(
    ("fraction", "percent"),
    [(0.0, 0), (0.004, 0), (0.686, 69), (0.995, 99), (0.9999, 99), (1.0, 100)],
)
def test_only_what_is_complete_is_a_hundred_per_cent(fraction: float, percent: int) -> None:
    assert whole_percent(fraction) == percent


def test_readiness_is_said_as_a_range_only_where_its_ends_differ(english: Texts) -> None:
    assert readiness_words(Interval(0.686, 0.744), english) == "69–74 %"
    assert readiness_words(Interval(0.82, 0.82), english) == "82 %"
    assert readiness_words(Interval(0.821, 0.824), english) == "82 %"
    assert readiness_words(None, english) == "readiness unknown"


def test_the_ring_never_shows_a_number_for_unknown() -> None:
    assert ring_number(RoleState(is_compared=True)) == "?"
    assert ring_number(RoleState(is_compared=True, readiness=Interval(0.69, 0.9))) == "69"
    unrated = RoleState(is_compared=True, readiness=Interval(0, 1), is_unrated=True)
    assert ring_number(unrated) == "–"


@pytest.mark.parametrize(
    ("state", "words", "chinese_words"),
    [
        (RoleState(), "", ""),
        (
            RoleState(is_compared=True, readiness=Interval(0.69, 0.74), open_essentials=3),
            "69–74 % · 3 open",
            "69–74 % · 3 项未达",
        ),
        (RoleState(is_compared=True, readiness=Interval(0.9, 0.9)), "90 %", "90 %"),
        (
            RoleState(is_compared=True, readiness=Interval(1, 1), is_ready=True),
            "100 % · ready",
            None,
        ),
        (RoleState(is_compared=True), "readiness unknown", "就绪度未知"),
        (
            RoleState(
                is_compared=True, readiness=Interval(0, 1), open_essentials=8, is_unrated=True
            ),
            "unrated",
            "未评",
        ),
        (RoleState(is_compared=True, since=date(2024, 8, 1)), "You · since Aug 2024", None),
        (
            RoleState(is_compared=True, held=(date(2021, 3, 1), date(2024, 7, 31))),
            "held 2021–2024",
            "曾任 2021–2024",
        ),
        (
            RoleState(is_compared=True, held=(date(2021, 3, 1), date(2021, 7, 31))),
            "held 2021",
            "曾任 2021",
        ),
    ],
)
def test_the_line_under_a_name(
    state: RoleState, words: str, chinese_words: str | None, english: Texts, chinese: Texts
) -> None:
    assert state_line(state, english) == words
    if chinese_words is not None:
        assert state_line(state, chinese) == chinese_words


def test_the_gap_in_one_line(english: Texts) -> None:
    state = RoleState(is_compared=True, readiness=Interval(0.6, 0.8), open_essentials=1, unrated=2)
    said = gap_in_one_line("Director", state, english)
    assert said == "Director · 60–80 % ready · 1 essential open · 2 unrated"
    done = RoleState(is_compared=True, readiness=Interval(1, 1), since=date(2024, 1, 1))
    assert gap_in_one_line("X", done, english) == (
        "X · you are here · 100 % ready · no essential open"
    )
    assert gap_in_one_line("X", RoleState(), english) == "X"


def test_years_are_short_and_one_number_where_both_are_one(english: Texts, chinese: Texts) -> None:
    assert years_words((3.0, 5.0), english) == "3–5\u00a0y"
    assert years_words((2.0, 2.0), english) == "2\u00a0y"
    assert years_words((1.5, 2.0), chinese) == "1.5–2\u00a0年"


def test_a_move_is_named_with_its_kind_and_years(english: Texts, chinese: Texts) -> None:
    move = Move(from_role="a", to_role="b", kind=MoveKind.PROMOTION, years=(2.0, 4.0))
    assert move_words(move, "Line manager", english) == "Line manager (promotion, 2–4\u00a0y)"
    assert move_words(move, "直线经理", chinese) == "直线经理（晋升，2–4\u00a0年）"


def test_every_kind_and_relation_has_words_of_its_own(english: Texts, chinese: Texts) -> None:
    for texts in (english, chinese):
        assert len({kind_words(kind, texts) for kind in MoveKind}) == len(MoveKind)
        assert len({relation_words(relation, texts) for relation in Relation}) == len(Relation)
    assert not {kind_words(kind, english) for kind in MoveKind} & {
        kind_words(kind, chinese) for kind in MoveKind
    }


def test_the_article_is_told_from_what_was_added(english: Texts, chinese: Texts) -> None:
    assert source_words(Source("article §4"), english) == "article §4"
    assert source_words(Source("article §4"), chinese) == "原文 §4"
    assert source_words(Source("editorial"), english) == "editorial"
    assert source_words(Source(""), english) == "source not given"
    assert source_words(Source("O*NET 29"), english) == "O*NET 29"
