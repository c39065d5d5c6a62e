"""The sentences and rows of routes, worded from figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.core.model import Catalogue, MoveKind, Requirement
from planner.core.planning.route_levels import StepSkill, step_skills
from planner.core.routes import Routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.obstacles import Hindrance, Obstacle
from planner.core.text import Texts
from planner.files.texts import load_texts
from planner.report.routes.obstacle_words import obstacle_remedy, obstacle_words, query_words
from planner.report.routes.rows import route_rows, step_rows
from planner.report.routes.words import (
    arrival_rule,
    arrival_words,
    caveats,
    complete_words,
    counts_words,
    distinctions,
    figures_words,
    hours_words,
    level_words,
    route_rule,
    route_title,
    skill_note,
    skill_words,
    step_facts,
    step_heading,
    way_words,
)
from tests.route_sample import answer, asks, catalogue_of, move, role, standing


@pytest.fixture
def en(root: Path, tmp_path: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", tmp_path)


@pytest.fixture
def zh(root: Path, tmp_path: Path) -> Texts:
    return load_texts("zh_CN", root / "resources" / "i18n", tmp_path)


def framework() -> Catalogue:
    """Two ways from `a` to `z`: at once, or by `m`, which asks for less and is left sooner."""
    return catalogue_of(
        [
            role("a", requires=asks(talk=1, tact=1)),
            role(
                "m",
                "line",
                2,
                requires=(*asks(law=1), Requirement(skill="talk", level=1, essential=False)),
            ),
            role("z", rank=3, requires=asks(talk=2, law=1, tact=2)),
            role("free", rank=2),
        ],
        [
            move("a", "z", (9, 11)),
            move("a", "m", (1, 3), "track-change"),
            move("m", "z", (2, 4)),
            move("a", "free", (2, 2)),
        ],
    )


def routes(target: str = "z", **more: object) -> Routes:
    """The somebody of the sample holds talk 1 for a year in `a`, at one hour a week."""
    return answer(framework(), RouteQuery(target=target, **more))  # type: ignore[arg-type]


def test_figures_are_an_interval_of_years_the_hours_and_the_moves(en: Texts) -> None:
    # By m: law 0 → 1 is 52 h, a year at 1 h a week; talk 1 → 2 is 104 h, two years.
    # Least: max(1 − 1, 1) + max(2, 2) = 3; most: max(3 − 1, 1) + max(4, 2) = 6.
    by_m, at_once = routes().routes
    assert figures_words(by_m, en) == "3–6\u00a0y · 156\u00a0h · 2 moves"
    # Least: max(9 − 1, 3) = 8; most: max(11 − 1, 3) = 10.
    assert figures_words(at_once, en) == "8–10\u00a0y · 156\u00a0h · 1 move"
    assert hours_words(2.54, en) == "2.5\u00a0h"


def test_a_route_is_called_by_what_it_is_best_in(en: Texts, zh: Texts) -> None:
    found = routes()
    by_m, at_once = found.routes
    assert distinctions(by_m, found, en) == ("Fastest", "Least learning", "Both experiences")
    assert distinctions(at_once, found, en) == ("Fewest moves",)
    assert route_title(at_once, found, zh) == "步数最少"
    other = replace(at_once, both_experiences=False)
    assert route_title(other, found, en) == "8–10\u00a0y · 156\u00a0h · 1 move"
    assert way_words(by_m, framework(), en) == "a → m → z"
    assert way_words(by_m, framework(), en, whole=False) == "m → z"


def test_arrival_is_said_between_years_with_its_rule(en: Texts, zh: Texts) -> None:
    by_m, _ = routes().routes
    # 26 Nov 2026 and 3 years; and 6 years.
    assert arrival_words(by_m, en) == "Arrival between 2029 and 2032"
    assert arrival_words(by_m, zh) == "2029 年至 2032 年之间到达"
    assert arrival_words(replace(by_m, latest=date(2029, 12, 1)), en) == "Arrival in 2029"
    assert "2029 at the earliest" in arrival_words(replace(by_m, latest=None), en)
    assert "after the end" in arrival_words(replace(by_m, earliest=None, latest=None), en)
    assert "26 Nov 2026" in arrival_rule(standing(), en)
    assert arrival_words(routes("a").routes[0], en) == "This is the present role."


def test_what_a_route_rests_on_is_said(en: Texts) -> None:
    found = routes()
    by_m, _ = found.routes
    skills = step_skills(framework(), standing(), by_m)
    assert caveats(by_m, skills, framework(), en) == (
        "The whole route rests on 1 unrated skill (52\u00a0h)",
        "No estimate of hours: tact",
    )
    free = routes("free").routes[0]
    free_skills = step_skills(framework(), standing(), free)
    assert caveats(free, free_skills, framework(), en) == (
        "No essential requirement, so no cost: free",
    )
    assert step_facts(free.steps[0], free_skills[0], en) == (
        "promotion · 1\u00a0y · 0\u00a0h · asks for nothing essential"
    )


def test_a_step_says_what_becomes_of_each_skill(en: Texts, zh: Texts) -> None:
    by_m, _ = routes().routes
    first, second = step_skills(framework(), standing(), by_m)
    assert step_heading(1, by_m.steps[0], framework(), en) == "Step 1 · a → m"
    assert counts_words(by_m.steps[0], en) == "Keep 1 · Raise 0 · Learn 1 · Leave behind 1"
    assert counts_words(by_m.steps[0], zh) == "保持 1 · 提高 0 · 新学 1 · 放下 1"
    assert step_facts(by_m.steps[0], first, en) == (
        "change of track · 1–2\u00a0y · 52\u00a0h · rests on 1 unrated skill (52\u00a0h)"
    )
    (law,) = first.learn
    assert skill_words(law, framework(), en) == "law – → 1"
    assert skill_note(law, en) == "52\u00a0h · unrated"
    # Held on arrival at z: law 1, learnt for m; talk is raised.
    assert [one.skill for one in second.keep] == ["law"]
    (talk,) = second.raised
    assert (talk.held, talk.required, talk.hours) == (1.0, 2.0, 104.0)
    assert level_words(talk, en) == "1 → 2"
    assert [skill_note(one, en) for one in second.learn] == ["no estimate · unrated"]
    kept = first.keep[0]
    assert skill_words(kept, framework(), en, levels=False) == "talk"
    assert skill_note(kept, en) == "desirable"
    assert skill_note(replace(kept, essential=True), en) == ""


def test_the_search_says_whether_it_was_complete(en: Texts) -> None:
    found = routes(most_moves=1)
    assert complete_words(found, en) == "Routes of more than 1 move were not searched."
    assert complete_words(routes(), en) == "Every route was searched."


@pytest.mark.parametrize(
    ("obstacle", "words", "remedy"),
    [
        (Obstacle(role="z", hindrance=Hindrance.NO_WAY), "No moves lead", "another target"),
        (Obstacle(role="m", hindrance=Hindrance.AVOIDED), "Without m", "Allow this role"),
        (Obstacle(role="z", hindrance=Hindrance.KINDS), "do not lead to z", "more kinds"),
        (Obstacle(role="m", hindrance=Hindrance.NOT_THROUGH), "through m", "another role"),
        (
            Obstacle(role="z", hindrance=Hindrance.TRACKS, tracks=("line",)),
            "after a role in: line",
            "in the past",
        ),
        (
            Obstacle(role="z", hindrance=Hindrance.TOO_FAR, moves=7),
            "at least 7 moves",
            "more moves",
        ),
        (Obstacle(role="m", hindrance=Hindrance.ONLY_TWICE), "visited twice", "two parts"),
        (
            Obstacle(role="z", hindrance=Hindrance.ONLY_TWICE, tracks=("line",)),
            "asks for a role in: line",
            "two parts",
        ),
    ],
)
def test_an_obstacle_says_why_and_what_to_do(
    obstacle: Obstacle, words: str, remedy: str, en: Texts, zh: Texts
) -> None:
    assert words in obstacle_words(obstacle, framework(), en)
    assert remedy in obstacle_remedy(obstacle, en)
    assert obstacle.role in obstacle_words(obstacle, framework(), zh)


def test_a_query_says_by_what_it_is_restricted(en: Texts) -> None:
    query = RouteQuery(
        target="z",
        through=("m",),
        avoid=("free",),
        kinds=frozenset({MoveKind.TRACK_CHANGE, MoveKind.PROMOTION}),
        most_moves=2,
    )
    assert query_words(query, framework(), en) == (
        "through m",
        "not through free",
        "only by: promotion, change of track",
        "at most 2 moves",
    )
    assert query_words(RouteQuery(target="z"), framework(), en) == ()
    assert query_words(RouteQuery(target="z", kinds=frozenset()), framework(), en) == (
        "only by: none",
    )


def test_rows_tell_routes_and_steps(en: Texts) -> None:
    found = routes()
    assert route_rows(found, framework(), en)[1:] == [
        [
            "Fastest · Least learning · Both experiences",
            "3–6\u00a0y",
            "156\u00a0h",
            "2",
            "2029–2032",
            "a → m → z",
        ],
        ["Fewest moves", "8–10\u00a0y", "156\u00a0h", "1", "2034–2036", "a → z"],
    ]
    assert step_rows(found.routes[0], framework(), en)[1:] == [
        ["1", "m", "change of track", "1–2\u00a0y", "52\u00a0h", "1", "0", "1", "1"],
        ["2", "z", "promotion", "2–4\u00a0y", "104\u00a0h", "1", "1", "1", "0"],
    ]
    endless = replace(found.routes[0], latest=None)
    assert route_rows(replace(found, routes=(endless,)), framework(), en)[1][4] == "from 2029"
    never = replace(endless, earliest=None)
    assert route_rows(replace(found, routes=(never,)), framework(), en)[1][4] == "–"


def test_the_rule_names_the_hours_a_week(en: Texts, zh: Texts) -> None:
    assert any("3 h a week" in part for part in route_rule(3.0, en))
    assert len(route_rule(3.0, zh)) == len(route_rule(3.0, en))


def test_a_skill_that_is_rated_zero_rests_on_no_unrated_one(en: Texts) -> None:
    by_m, _ = answer(framework(), RouteQuery(target="z"), levels={"talk": 1.0, "law": 0.0}).routes
    skills = step_skills(framework(), standing(levels={"talk": 1.0, "law": 0.0}), by_m)
    assert skills[0].learn == (
        StepSkill(
            skill="law", held=0.0, required=1.0, essential=True, hours=52.0, rests_on_unrated=False
        ),
    )
    assert level_words(skills[0].learn[0], en) == "0 → 1"
