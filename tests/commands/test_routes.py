"""`routes` in the terminal, on the sample and on a foreign framework, against brute force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planner.core.model import Catalogue
from tests.gap_oracle import SampleTeam
from tests.generated_routes import routes_catalogue
from tests.route_oracle import Start, best_figures, figures_of
from tests.terminal import Terminal

DAY = date(2026, 11, 23)


def start_of(team: SampleTeam, catalogue: Catalogue, person_id: str, day: date) -> Start:
    """Where somebody of the sample team stands, straight from the YAML."""
    person = team.people[person_id]
    position = team.position(person, day)
    everything = {"requires": [{"skill": skill, "level": "1"} for skill in team.order]}
    # What is rated n/a is left out of the rows: those skills are told by the ratings alone.
    rated = {row["skill"]: row for row in team._skills(person, everything, "agreed", day)}
    levels: dict[str, float | None] = {
        skill: float(row["held"]) for skill, row in rated.items() if row["held"] is not None
    }
    levels |= dict.fromkeys(team.order.keys() - rated.keys())
    begun = [p for p in [*person.get("positions", []), person] if p["since"] <= day.isoformat()]
    days = max(0, (day - date.fromisoformat(position["since"])).days)
    return Start(
        role=position["role"],
        years_served=Fraction(days) / Fraction("365.25"),
        levels=levels,
        tracks=frozenset(team.roles[one["role"]]["track"] for one in [*begun, position]),
        hours_a_week=Fraction(person.get("hours_a_week", "3")),
    )


def figures(answer: Any) -> list[tuple[float, float, int]]:
    """The figures of the routes that were answered."""
    return [(route["years"], route["hours"], route["moves"]) for route in answer["routes"]]


@pytest.mark.parametrize(
    ("day", "people", "roles"),
    [
        ("2026-11-23", 8, ("chief-customer-officer", "chief-engineer", "general-executive")),
        ("2025-06-30", 2, ("general-executive",)),
    ],
)
def test_every_route_of_the_sample_team(
    run: Terminal, shipped: Catalogue, root: Path, day: str, people: int, roles: Sequence[str]
) -> None:
    team = SampleTeam(root / "data")
    several = without = 0
    for person in list(team.people)[:people]:
        start = start_of(team, shipped, person, date.fromisoformat(day))
        for role in roles:
            answer = run("routes", person, role, "--as-of", day, "--json").json
            expected = best_figures(shipped, start, role)
            assert figures(answer) == [pytest.approx(one, abs=1e-9) for one in expected]
            assert (answer["person"], answer["target"], answer["complete"]) == (person, role, True)
            assert ("blocked" in answer) == (not expected)
            several += len(expected) > 1
            without += not expected
            for route in answer["routes"]:
                check_route(route, shipped, start, date.fromisoformat(day))
    assert several or people < len(team.people)
    assert without or people < len(team.people)


def check_route(route: Any, catalogue: Catalogue, start: Start, day: date) -> None:
    """Check what is told of one route against the rules, worked out anew."""
    years, hours, moves = figures_of(catalogue, start, route["roles"])
    assert (route["years"], route["hours"]) == pytest.approx((years, hours))
    assert len(route["steps"]) == moves
    held = dict(start.levels)
    for (old, new), step in zip(pairwise(route["roles"]), route["steps"], strict=True):
        assert (step["from"], step["to"]) == (old, new)
        required = {one.skill: one for one in catalogue.role(new).requires}
        before = {one.skill for one in catalogue.role(old).requires}
        known = {skill for skill in required if held.get(skill, 0.0) is not None}
        keep = {s for s in known if s in held and held[s] >= required[s].level}
        raised = {s for s in known - keep if held.get(s, 0.0) > 0}
        assert set(step["keep"]) == keep
        assert set(step["raise"]) == raised
        assert set(step["learn"]) == known - keep - raised
        leave = before - required.keys()
        assert set(step["leave"]) == {s for s in leave if held.get(s, 0.0) is not None}
        for skill in known:
            if required[skill].essential:
                held[skill] = max(held.get(skill, 0.0), required[skill].level)
    arrival = [date.fromisoformat(route["arrival"][end]) for end in ("earliest", "latest")]
    middle = day.toordinal() + float(years) * 365.25
    assert arrival[0].toordinal() - 1 <= middle <= arrival[1].toordinal() + 1
    tracks = start.tracks | {catalogue.role(role).track for role in route["roles"]}
    assert route["both_experiences"] == (tracks >= {"client", "line"})


@pytest.mark.parametrize(
    "filters",
    [
        {"through": ["senior-account-manager"]},
        {"avoid": ["regional-client-director"]},
        {"through": ["line-manager"], "most_moves": 4},
        {"most_moves": 1},
        {"kinds": ["promotion"]},
    ],
)
@pytest.mark.parametrize("role", ["chief-customer-officer", "general-executive"])
def test_the_filters(
    run: Terminal, shipped: Catalogue, root: Path, role: str, filters: dict[str, Any]
) -> None:
    start = start_of(SampleTeam(root / "data"), shipped, "sample-am", DAY)
    options = [part for one in filters.get("through", []) for part in ("--through", one)]
    options += [part for one in filters.get("avoid", []) for part in ("--avoid", one)]
    options += [part for one in filters.get("kinds", []) for part in ("--kind", one)]
    if most_moves := filters.get("most_moves"):
        options += ["--max-moves", str(most_moves)]
    answer = run("routes", "sample-am", role, "--as-of", str(DAY), "--json", *options).json
    expected = best_figures(shipped, start, role, **filters)
    assert figures(answer) == [pytest.approx(one, abs=1e-9) for one in expected]


def document_of(catalogue: Catalogue, person: dict[str, Any]) -> dict[str, Any]:
    """A catalogue without words, and somebody in it, in the form of a file."""
    return {
        "catalogue": {"id": catalogue.id, "version": "1", "title": "Foreign"},
        "scale": [
            {"level": level.number, "name": level.name.en, "hours": level.hours}
            for level in catalogue.scale.levels
        ],
        "tracks": [{"id": track.id, "name": track.name.en} for track in catalogue.tracks],
        "skills": [{"id": skill.id, "name": skill.name.en} for skill in catalogue.skills],
        "roles": [
            {
                "id": role.id,
                "name": role.name.en,
                "track": role.track,
                "rank": role.rank,
                "after": list(role.after),
                "requires": [
                    {"skill": one.skill, "level": one.level, "essential": one.essential}
                    for one in role.requires
                ],
            }
            for role in catalogue.roles
        ],
        "moves": [
            {"from": move.from_role, "to": move.to_role, "kind": str(move.kind)}
            | ({"years": list(move.years)} if move.years else {})
            for move in catalogue.moves
        ],
        "people": [person],
    }


def test_a_foreign_framework(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = routes_catalogue(60, 260, 24, seed=5)
    low = min(catalogue.roles, key=lambda role: (role.rank, role.order))
    levels = {skill.id: 1.5 for skill in catalogue.skills[:6]}
    person = {
        "id": "someone",
        "name": "Someone Invented",
        "catalogue": catalogue.id,
        "role": low.id,
        "since": "2025-11-23",
        "hours_a_week": 5,
        "ratings": [
            {"skill": skill, "level": level, "by": "manager", "on": "2026-01-01"}
            for skill, level in levels.items()
        ],
    }
    file = tmp_path / "foreign.json"
    file.write_text(json.dumps(document_of(catalogue, person)), encoding="utf-8")
    run = Terminal(tmp_path / "planner.db", capsys)
    assert run("import", file).code == 0
    start = Start(
        role=low.id,
        years_served=Fraction(365) / Fraction("365.25"),
        levels=levels,
        tracks=frozenset({low.track}),
        hours_a_week=Fraction(5),
    )
    reached = 0
    for role in catalogue.roles[::6]:
        options = ["--max-moves", "4", "--as-of", str(DAY), "--json"]
        answer = run("routes", "someone", role.id, *options).json
        expected = best_figures(catalogue, start, role.id, most_moves=4)
        assert figures(answer) == [pytest.approx(one, abs=1e-6) for one in expected]
        reached += len(expected) > 1
    assert reached


def test_no_route_is_an_answer(run: Terminal) -> None:
    answer = run("routes", "sample-am", "junior-account-manager", "--json").json
    assert answer["routes"] == []
    assert answer["blocked"] == [{"role": "junior-account-manager", "why": "no-way"}]
    gated = run(
        "routes", "priya-lanternwood", "general-executive", "--json", "--avoid", "account-manager"
    ).json
    assert gated["routes"] == []
    assert gated["blocked"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["routes", "sample-am", "chief-customer-oficer"], "chief-customer-officer"),
        (["routes", "sample-am", "chief-engineer", "--through", "line-manger"], "line-manager"),
        (["routes", "sample-am", "chief-engineer", "--avoid", "nobody"], "nobody"),
        (["routes", "sample-am", "chief-engineer", "--max-moves", "0"], "0"),
        (["routes", "sample-am", "chief-engineer", "--max-moves", "two"], "two"),
        (["routes", "sample-am", "chief-engineer", "--as-of", "yesterday"], "yesterday"),
        (["routes", "nobody", "chief-engineer"], "nobody"),
        (["routes", "sample-am"], "ROLE"),
    ],
)
def test_what_is_not_there_is_said(run: Terminal, arguments: Sequence[str], said: str) -> None:
    assert said in run.refused(*arguments)
