"""`transfer` in the terminal, against the sample team's YAML worked out anew."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.gap_oracle import SampleTeam
from tests.terminal import Terminal

DAY = date(2026, 11, 23)


def portability(folder: Path) -> dict[str, Fraction]:
    documents = [
        yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for file in sorted(folder.glob("*.yaml"))
    ]
    return {
        skill["id"]: Fraction(skill.get("portability", "1"))
        for document in documents
        for skill in document.get("skills", [])
    }


class Oracle:
    """Somebody's levels and readiness, in full and by the portable part, as exact fractions."""

    def __init__(self, folder: Path, person: str, basis: str, day: date = DAY) -> None:
        self.team = SampleTeam(folder)
        self.person, self.basis, self.day = self.team.people[person], basis, day
        self.part = portability(folder)
        everything = {"requires": [{"skill": skill, "level": "1"} for skill in self.team.order]}
        self.held = {
            row["skill"]: row["held"]
            for row in self.team._skills(self.person, everything, basis, day)
            if row["held"] is not None
        }

    def readiness(self, role: str, *, moved: bool) -> dict[str, Fraction] | None:
        low = high = whole = Fraction(0)
        asked = self.team._skills(self.person, self.team.roles[role], self.basis, self.day)
        for row in asked:
            size = row["weight"] * row["required"]
            whole += size
            if row["held"] is None:
                high += size
                continue
            held = row["held"] * (self.part[row["skill"]] if moved else 1)
            low += row["weight"] * min(held, row["required"])
            high += row["weight"] * min(held, row["required"])
        return {"low": low / whole, "high": high / whole} if whole else None


def near(found: Any, expected: dict[str, Fraction] | None) -> bool:
    if expected is None or found is None:
        return bool(found is expected)
    return bool(found == pytest.approx({end: float(part) for end, part in expected.items()}))


@pytest.mark.parametrize("basis", ["agreed", "manager", "self"])
@pytest.mark.parametrize("person", ["sample-am", "zhou-xiaozhou"])
def test_another_industry_is_as_worked_out_anew(
    run: Terminal, root: Path, person: str, basis: str
) -> None:
    oracle = Oracle(root / "data", person, basis)
    answer = run(
        *("transfer", person, "--industry", "banking", "--basis", basis),
        *("--as-of", DAY.isoformat(), "--json"),
    ).json
    present = oracle.team.position(oracle.person, DAY)["role"]
    assert answer["person"] == person
    assert answer["industry_now"] == oracle.person["industry"]
    assert answer["industry"] == "banking"
    assert answer["role"] == present
    assert near(answer["readiness"]["now"], oracle.readiness(present, moved=False))
    assert near(answer["readiness"]["there"], oracle.readiness(present, moved=True))
    assert [one["skill"] for one in answer["skills"]] == [
        skill for skill in oracle.team.order if skill in oracle.held
    ]
    for one in answer["skills"]:
        held, part = oracle.held[one["skill"]], oracle.part[one["skill"]]
        assert one["held"] == pytest.approx(float(held))
        assert one["portability"] == pytest.approx(float(part))
        assert one["kept"] == pytest.approx(float(held * part))
    assert {one["role"] for one in answer["roles"]} == set(oracle.team.roles)
    for one in answer["roles"]:
        assert near(one["now"], oracle.readiness(one["role"], moved=False))
        assert near(one["there"], oracle.readiness(one["role"], moved=True))
    there = [
        (-found["low"], -found["high"])
        for role in answer["roles"]
        if (found := oracle.readiness(role["role"], moved=True))
    ]
    assert there == sorted(there)


def test_the_own_industry_keeps_all(run: Terminal) -> None:
    answer = run("transfer", "sample-am", "--industry", " Software", "--json").json
    assert answer["industry"] == "Software"
    assert all(one["kept"] == one["held"] for one in answer["skills"])
    assert all(one["now"] == one["there"] for one in answer["roles"])
    assert answer["readiness"]["now"] == answer["readiness"]["there"]


def test_somebody_without_an_industry_has_none_of_their_own(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(
        "people:\n"
        "  - {id: new, name: New One, catalogue: am-lm, role: account-manager, since: 2025-01-01,\n"
        "     ratings: [{skill: negotiation, level: 4, by: agreed, on: 2025-02-01}]}\n",
        encoding="utf-8",
    )
    assert run("import", file).code == 0
    answer = run("transfer", "new", "--industry", "software", "--json").json
    assert answer["industry_now"] is None
    (skill,) = answer["skills"]
    assert skill["kept"] == pytest.approx(4 * 0.85)
    said = run("--language", "en", "transfer", "new", "--industry", "software").out
    assert said.startswith("New One: to software\n")
    assert "No industry is entered for the person" in said
    assert "are unrated" in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Lin Wei: from software to banking",
                "As of 23 Nov 2026",
                "Present role Account manager: ",
                "Business negotiation",
                "Client track carries over better than Line track: its roles keep 79 % of what "
                "they ask for, against 55 %. So says the article (§4)",
                "level × portability",
            ],
        ),
        (
            "zh_CN",
            [
                "Lin Wei：从 software 换到 banking",
                "现任客户经理：",
                "商务谈判",
                "客户序列比团队序列更易迁移",
                "文章 §4",
            ],
        ),
    ],
)
def test_it_is_told_in_words(run: Terminal, language: str, words: list[str]) -> None:
    command = ("transfer", "sample-am", "--industry", "banking", "--as-of", DAY.isoformat())
    answer = run("--language", language, *command)
    assert (answer.code, answer.err) == (0, "")
    for said in words:
        assert said in answer.out


def test_roles_stand_best_first_with_what_is_lost(run: Terminal) -> None:
    answer = run(
        *("--language", "en", "transfer", "sample-am", "--industry", "banking"),
        *("--as-of", DAY.isoformat()),
    )
    lines = [line.split("  ") for line in answer.out.splitlines() if "%" in line]
    first = [cell.strip() for cell in lines[1] if cell.strip()]
    assert first[0] == "Junior account manager"
    assert first[1] == "100 %"
    assert first[3] == f"−{100 - int(first[2].removesuffix(' %'))}"


def test_an_industry_is_read_in_one_line(run: Terminal) -> None:
    said = [
        run("--language", "en", "transfer", "sample-am", "--industry", industry).out
        for industry in ("real estate", " real\n\testate\n")
    ]
    assert said[0] == said[1]
    assert "real estate" in said[0]


def test_what_it_refuses(run: Terminal) -> None:
    assert "No industry is named." in run.refused(
        "--language", "en", "transfer", "sample-am", "--industry", " "
    )
    said = run.refused("--language", "en", "transfer", "sample-am", "--industry", "x" * 20_000)
    assert "Correct the text" in said
    assert "\x07" not in run.refused("transfer", "sample-am", "--industry", "a\x07b")
    assert "--industry" in run.refused("transfer", "sample-am")
    assert "nobody" in run.refused("transfer", "nobody", "--industry", "banking")
    assert "2026-13-01" in run.refused(
        "transfer", "sample-am", "--industry", "banking", "--as-of", "2026-13-01"
    )
