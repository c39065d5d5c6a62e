"""`team` in the terminal, against the sample team's YAML worked out anew by the printed rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from planner.places import places
from tests.gap_oracle import SampleTeam
from tests.terminal import Terminal

DAY = date(2026, 11, 23)


class Oracle:
    """The whole team, cell by cell and role by role."""

    def __init__(self, folder: Path, role: str | None, basis: str, day: date) -> None:
        self.team = SampleTeam(folder)
        self.role, self.basis, self.day = role, basis, day
        self.people = list(self.team.people.values())
        self.held = {one["id"]: self.team.position(one, day)["role"] for one in self.people}
        self.levels = {one["id"]: self._levels(one) for one in self.people}

    def _levels(self, person: dict[str, Any]) -> dict[str, Any]:
        everything = {"requires": [{"skill": skill, "level": "1"} for skill in self.team.order]}
        said = {
            row["skill"]: row["held"]
            for row in self.team._skills(person, everything, self.basis, self.day)
        }
        return {skill: said.get(skill, "n/a") for skill in self.team.order}

    def compared(self, person: str) -> str:
        return self.role or self.held[person]

    def required(self, person: str, skill: str) -> Fraction | None:
        for needed in self.team.roles[self.compared(person)].get("requires", []):
            if needed["skill"] == skill:
                return Fraction(needed["level"])
        return None

    def holds(self, person: str, skill: str, level: Fraction | None) -> bool:
        held = self.levels[person][skill]
        return level is not None and isinstance(held, Fraction) and held >= level

    def skill(self, skill: str) -> dict[str, Any]:
        ids = list(self.held)
        asked = [self.required(one, skill) for one in ids]
        holders = [one for one in ids if any(self.holds(one, skill, level) for level in asked)]
        return {
            "skill": skill,
            "rated": sum(isinstance(self.levels[one][skill], Fraction) for one in ids),
            "at_required": sum(self.holds(one, skill, self.required(one, skill)) for one in ids),
            "single_point_of_failure": len(holders) == 1,
        }

    def succession(self, role: str) -> dict[str, Any]:
        gaps = {
            one: self.team.gap(one, role, self.basis, self.day)
            for one, held in self.held.items()
            if held != role
        }
        rest = sorted(
            (-gap["readiness"]["low"], one)
            for one, gap in gaps.items()
            if gap["readiness"] and not gap["ready"]
        )
        return {
            "role": role,
            "ready": [one for one, gap in gaps.items() if gap["ready"]],
            "nearest": rest[0][1] if rest else None,
        }


@pytest.mark.parametrize(
    ("basis", "day", "role"),
    [
        ("agreed", DAY, None),
        ("agreed", DAY, "line-manager"),
        ("agreed", date(2025, 6, 30), None),
        ("agreed", date(2019, 1, 1), "regional-client-director"),
        ("manager", DAY, "regional-client-director"),
        ("manager", date(2025, 6, 30), None),
        ("self", DAY, None),
        ("self", date(2025, 6, 30), "line-manager"),
    ],
)
def test_the_team_is_what_the_rules_say(
    run: Terminal, root: Path, basis: str, day: date, role: str | None
) -> None:
    oracle = Oracle(root / "data", role, basis, day)
    command = ["team", "--json", "--basis", basis, "--as-of", str(day)]
    told = run(*command, *(["--role", role] if role else [])).json
    assert list(told) == ["as_of", "people", "skills", "roles"]
    assert told["as_of"] == str(day)
    assert [person["person"] for person in told["people"]] == list(oracle.held)
    for person in told["people"]:
        assert list(person) == ["person", "role", "readiness", "levels"]
        name = person["person"]
        assert person["role"] == oracle.held[name]
        assert person["levels"] == oracle.levels[name]
        expected = oracle.team.gap(name, oracle.compared(name), basis, day)["readiness"]
        assert person["readiness"] == near(expected)
    assert told["skills"] == [oracle.skill(skill) for skill in oracle.team.order]
    assert told["roles"] == [oracle.succession(one) for one in oracle.team.roles]


def near(readiness: Mapping[str, Fraction] | None) -> Any:
    if readiness is None:
        return None
    return pytest.approx({end: float(value) for end, value in readiness.items()}, abs=1e-12)


def test_the_readiness_is_that_of_the_gap_to_the_last_bit(run: Terminal) -> None:
    for person in run("team", "--json", "--role", "line-manager").json["people"]:
        gap = run("gap", person["person"], "line-manager", "--json").json
        assert person["readiness"] == gap["readiness"]


def test_it_is_told_in_words(run: Terminal) -> None:
    command = ("team", "--as-of", str(DAY))
    told = run("--language", "en", *command).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Account and line management, as of 23 Nov 2026" in told
    assert "Compared with each one's present role" in told
    assert "single point of failure" in told
    chinese = run("--language", "zh_CN", *command, "--role", "line-manager").out
    assert "与职位“直线经理”比较" in chinese
    # Two are ready to be line managers; the second line does not repeat the role.
    ready = [line for line in chinese.splitlines() if line.endswith(" 已就绪")]
    first, second = ready[1:3]
    assert first.split()[:2] == ["直线经理", "Oscar"]
    assert second.split() == ["Tom", "Riverstone", "已就绪"]


def test_the_months_of_the_settings_say_what_is_complete(run: Terminal) -> None:
    """What is stale after a month is complete after ten years, but for what is unrated."""
    settings = places().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    shares = []
    try:
        for months in (1, 120):
            settings.write_text(f"[ratings]\nstale_months={months}\n", encoding="utf-8")
            told = run("--language", "en", "team", "--as-of", "2026-11-23").out
            shares.append(int(re.findall(r"Matrix complete (\d+)", told)[0]))
    finally:
        settings.unlink()
    assert shares[0] < 20
    assert shares[1] > 90


def other(tmp_path: Path, *people: str) -> Path:
    """A second catalogue, with these people."""
    file = tmp_path / "other.yaml"
    lines = [
        "catalogue: {id: other, version: '1', title: Other}",
        "scale: [{level: 0, name: none}, {level: 5, name: all}]",
        "tracks: [{id: t, name: T}]",
        "skills: [{id: law, name: Law}, {id: code, name: Code}]",
        "roles:",
        "  - {id: clerk, name: Clerk, track: t, rank: 1, requires: [{skill: law, level: 2}]}",
        "  - {id: host, name: Host, track: t, rank: 1}",
        "moves: []",
    ]
    if people:
        lines.append("people:")
    lines += [
        f"  - {{id: {one}, name: {one}, catalogue: other, role: host, since: 2020-01-01,"
        f" ratings: [{{skill: law, level: {level}, by: self, on: 2026-01-01}}]}}"
        for one, level in zip(people, ("4.62", "n/a"), strict=False)
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_numbers_are_not_rounded_and_what_is_unknown_is_null(
    fresh: Terminal, tmp_path: Path
) -> None:
    """A host names no requirements; Ann is ready to be a clerk, Ben's law does not apply."""
    fresh("import", other(tmp_path, "ben", "ann"))
    told = fresh("team", "--json", "--as-of", "2026-11-23").json
    assert told["people"] == [
        {
            "person": "ben",
            "role": "host",
            "readiness": None,
            "levels": {"law": 4.62, "code": None},
        },
        {
            "person": "ann",
            "role": "host",
            "readiness": None,
            "levels": {"law": "n/a", "code": None},
        },
    ]
    assert told["roles"] == [
        {"role": "clerk", "ready": ["ben"], "nearest": None},
        {"role": "host", "ready": [], "nearest": None},
    ]
    assert told["skills"][0] == {
        "skill": "law",
        "rated": 1,
        "at_required": 0,
        "single_point_of_failure": False,
    }
    against = fresh("team", "--json", "--role", "clerk").json["skills"][0]
    assert (against["at_required"], against["single_point_of_failure"]) == (1, True)
    lines = fresh("--language", "en", "team").out.splitlines()
    assert lines[-2].split() == ["Clerk", "ben", "ready"]
    assert lines[-1].split() == ["Host", "nobody", "to", "compare", "no", "successor"]


def test_the_catalogue_with_people_is_meant(fresh: Terminal, tmp_path: Path) -> None:
    fresh("import", other(tmp_path, "ann"))
    assert [one["person"] for one in fresh("team", "--json").json["people"]] == ["ann"]
    shipped = fresh("team", "--catalogue", "am-lm", "--json").json
    assert shipped["people"] == []
    assert shipped["roles"][0]["nearest"] is None
    assert "There is nobody" in fresh("--language", "en", "team", "--catalogue", "am-lm").out


def test_people_in_two_catalogues_are_told_apart(run: Terminal, tmp_path: Path) -> None:
    run("import", other(tmp_path, "ann"))
    said = run.refused("--language", "en", "team")
    assert "people in several catalogues: am-lm, other" in said
    assert "--catalogue" in said
    assert len(run("team", "--catalogue", "other", "--json").json["people"]) == 1


def test_a_store_without_people_may_have_several_catalogues(
    fresh: Terminal, tmp_path: Path
) -> None:
    assert fresh("team", "--json").json["people"] == []
    fresh("import", other(tmp_path))
    assert "several catalogues: am-lm, other" in fresh.refused("--language", "en", "team")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--role", "line-manger"), "line-manager"),
        (("--catalogue", "am-ml"), "am-lm"),
        (("--as-of", "yesterday"), "2026-03-31"),
    ],
)
def test_what_is_unknown_is_refused_with_a_remedy(
    run: Terminal, options: tuple[str, str], said: str
) -> None:
    assert said in run.refused("--language", "en", "team", *options)
