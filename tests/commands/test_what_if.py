"""`what-if` and `next-steps`: what they tell and refuse, and that nothing is saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.store.database import open_store
from tests.gap_oracle import SampleTeam
from tests.terminal import Terminal

TODAY = date.today()


@pytest.fixture
def team(root: Path) -> SampleTeam:
    """The sample's own file, to be compared with."""
    return SampleTeam(root / "data")


def as_rated(team: SampleTeam, **levels: str) -> None:
    """Let the oracle's person be rated so today, by both: what `--set` imagines."""
    ratings = team.people["sample-am"].setdefault("ratings", [])
    for skill, level in levels.items():
        name = skill.replace("_", "-")
        ratings.append({"skill": name, "level": level, "by": "agreed", "on": TODAY.isoformat()})


def figures(gap: dict[str, Any]) -> dict[str, Any]:
    """Return what is compared: all but who rated and when."""
    return {
        "role": gap["role"],
        "readiness": gap["readiness"],
        "ready": gap["ready"],
        "open": gap["open_essentials"],
        "skills": [
            (one["skill"], float(one["held"]) if one["held"] is not None else None, one["gap"])
            for one in gap["skills"]
        ],
    }


def test_levels_are_as_if_they_were_rated(run: Terminal, team: SampleTeam) -> None:
    told = run("what-if", "sample-am", "--set", "negotiation=5", "contract-law=n/a", "--json").json
    as_rated(team, negotiation="5", contract_law="n/a")
    following = {move["to"] for move in team.moves if move["from"] == "account-manager"}
    assert {gap["role"] for gap in told} == following
    for gap in told:
        assert gap["what_if"] is True
        wanted = figures(team.gap("sample-am", gap["role"], "agreed", TODAY))
        wanted["readiness"] = wanted["readiness"] and {
            end: pytest.approx(float(value)) for end, value in wanted["readiness"].items()
        }
        wanted["skills"] = [
            (skill, held, pytest.approx(float(missing)))
            for skill, held, missing in wanted["skills"]
        ]
        assert figures(gap) == wanted
        imagined = [one for one in gap["skills"] if one["skill"] == "negotiation"]
        assert all((one["rated_by"], one["rated_on"]) == (None, None) for one in imagined)


def test_without_changes_it_is_the_gap(run: Terminal) -> None:
    plain = run("gap", "sample-am", "--json").json
    assert run("what-if", "sample-am", "--json").json == [{**gap, "what_if": True} for gap in plain]
    one = run("gap", "sample-am", "line-manager", "--basis", "self", "--json").json
    told = run("what-if", "sample-am", "--role", "line-manager", "--basis", "self", "--json").json
    assert told == {**one, "what_if": True}


def test_another_present_role_and_industry(run: Terminal, team: SampleTeam) -> None:
    told = run("what-if", "sample-am", "--present-role", "line-manager", "--json").json
    assert {gap["role"] for gap in told} == {
        move["to"] for move in team.moves if move["from"] == "line-manager"
    }
    kept = run(
        "what-if", "sample-am", "--role", "account-manager", "--industry", "banking", "--json"
    ).json
    own = run(
        "what-if", "sample-am", "--role", "account-manager", "--industry", "software", "--json"
    ).json
    plain = run("gap", "sample-am", "account-manager", "--json").json
    assert own == {**plain, "what_if": True}
    held = {one["skill"]: one["held"] for one in plain["skills"]}
    portable = {skill["id"]: float(skill.get("portability", 1)) for skill in team_skills(team)}
    for one in kept["skills"]:
        if held[one["skill"]] is not None:
            assert one["held"] == pytest.approx(held[one["skill"]] * portable[one["skill"]])


def team_skills(team: SampleTeam) -> list[dict[str, Any]]:
    """Return the skills as they stand in the shipped files."""
    import yaml

    folder = Path(__file__).parents[2] / "data"
    documents = [
        yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for file in sorted(folder.glob("*.yaml"))
    ]
    return [skill for document in documents for skill in document.get("skills", [])]


def test_what_if_in_words_and_nothing_is_saved(run: Terminal) -> None:
    told = run(
        "--language", "en", "what-if", "sample-am", "--set", "negotiation=5", "--set",
        "contract-law=n/a", "--hours", "5", "--industry", "banking\n",
        "--present-role", "line-manager",
    )  # fmt: skip
    lines = told.out.splitlines()
    assert lines[0] == (
        "What if: Business negotiation 5, Contract law not applicable, 5 h a week, industry "
        "banking, present role Line manager"
    )
    assert lines[1] == "Imagined, not real: nothing of it is saved."
    assert "假设：" in run("--language", "zh_CN", "what-if", "sample-am", "--hours", "5").out
    plain = run(
        "--language", "en", "what-if", "sample-am", "--role", "chief-technology-officer"
    ).out
    assert plain.startswith("What if: nothing changed yet\n")
    store = open_store(run.store, backups=run.store.parent / "backups", today=TODAY)
    assert store.person("am-lm", "sample-am").hours_a_week != 5
    assert not any(rating.on == TODAY for rating in store.ratings("am-lm", "sample-am"))
    store.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--set", "negotiaton=4"), "Did you mean negotiation"),
        (("--set", "negotiation=9"), "Choose a level from 0 to 5"),
        (("--set", "negotiation=high"), "neither a level nor n/a"),
        (("--set", "negotiation"), "SKILL=LEVEL"),
        (("--role", "line-manger"), "line-manager"),
        (("--present-role", "nowhere"), "There is no role"),
        (("--hours", "0"), "more than 0"),
        (("--hours", "many"), "no number of hours"),
        (("--hours", "nan"), "more than 0"),
        (("--industry", ""), "No industry is named"),
        (("--as-of", "soon"), "is no day"),
        (("--set",), "Nothing is said after --set"),
    ],
)
def test_what_is_refused(run: Terminal, arguments: tuple[str, ...], said: str) -> None:
    assert said in run.refused("--language", "en", "what-if", "sample-am", *arguments)


def test_next_steps_in_json(run: Terminal, team: SampleTeam) -> None:
    told = run("next-steps", "sample-am", "--json").json
    assert list(told) == [
        "person", "role", "for_role", "catalogue", "basis", "as_of", "within_reach", "not_wanted",
        "steps", "keeps_most_doors_open",
    ]  # fmt: skip
    reach = {"account-manager"}
    for _ in team.roles:
        reach |= {move["to"] for move in team.moves if move["from"] in reach}
    # Lin Wei has said that she does not want to lead a team.
    assert set(told["within_reach"]) == reach - {"account-manager", "line-manager"}
    assert (told["for_role"], told["not_wanted"]) == (None, 1)
    assert list(told["steps"][0]) == [
        "skill", "from", "to", "hours", "readiness_added", "makes_ready", "per_hour",
        "essential_in",
    ]  # fmt: skip
    before = {role: team.gap("sample-am", role, "agreed", TODAY) for role in reach}
    step = told["steps"][0]
    as_rated(team, **{step["skill"]: str(step["to"])})
    after = {role: team.gap("sample-am", role, "agreed", TODAY) for role in reach}
    added = sum(
        after[role]["readiness"]["low"] - before[role]["readiness"]["low"]
        for role in told["within_reach"]
        if before[role]["readiness"]
    )
    assert step["readiness_added"] == pytest.approx(float(added))
    assert step["per_hour"] == pytest.approx(float(added) / step["hours"])
    needed = {
        skill["id"]: sum(
            needs["skill"] == skill["id"] and needs.get("essential", "true") == "true"
            for role in told["within_reach"]
            for needs in team.roles[role].get("requires", [])
        )
        for skill in team_skills(team)
    }
    key = told["keeps_most_doors_open"]
    assert key["essential_in"] == needed[key["skill"]] == max(needed.values())


def test_next_steps_in_words(run: Terminal) -> None:
    told = run("--language", "en", "next-steps", "sample-am").out
    assert told.startswith("Lin Wei: the next best steps, as of ")
    assert "keeps most doors open: it is essential in" in told
    assert "下一步" in run("--language", "zh_CN", "next-steps", "sample-am").out
    one = ("next-steps", "sample-am", "--role", "regional-client-director")
    assert "The next best steps to Regional client director" in run("--language", "en", *one).out
    told = run(*one, "--json").json
    assert told["for_role"] == "regional-client-director"
    assert told["keeps_most_doors_open"] is None
    assert "nowhere" in run.refused("next-steps", "sample-am", "--role", "nowhere")
    assert "JSON:" in help_of(run)
    assert "nobody" in run.refused("next-steps", "nobody")


def help_of(run: Terminal) -> str:
    """Return the help of the command, which ends the program."""
    with pytest.raises(SystemExit):
        run("--language", "en", "next-steps", "--help")
    return run._capsys.readouterr().out


def test_next_steps_where_no_move_leads_on(run: Terminal, tmp_path: Path) -> None:
    people = tmp_path / "end.yaml"
    people.write_text(
        "people:\n"
        "  - {id: at-end, name: E, catalogue: am-lm, role: chief-customer-officer,"
        " since: 2020-01-01}\n"
        "  - {id: full, name: F, catalogue: am-lm, role: account-manager, since: 2020-01-01,"
        " ratings: [{skill: negotiation, level: n/a, by: self, on: 2021-01-01}]}\n",
        encoding="utf-8",
    )
    assert run("import", people).code == 0
    told = run("--language", "en", "next-steps", "at-end").out
    assert told.splitlines()[1] == "No move leads on from this role."
    every = run("next-steps", "full", "--json").json
    assert "negotiation" not in {step["skill"] for step in every["steps"]}
