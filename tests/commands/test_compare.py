"""`compare` in the terminal, against the shipped files worked out anew."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.terminal import Terminal


@pytest.fixture(scope="module")
def written(root: Path) -> dict[str, Any]:
    """Roles and moves as the files have them, and the place of each skill."""
    documents = [
        yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted((root / "data").glob("*.yaml"))
    ]
    return {
        "roles": {role["id"]: role for one in documents for role in one.get("roles", ())},
        "moves": [move for one in documents for move in one.get("moves", ())],
        "skills": [skill["id"] for one in documents for skill in one.get("skills", ())],
    }


def expected(first: str, second: str, written: dict[str, Any]) -> dict[str, Any]:
    """Work a comparison out by its definitions, in fractions."""
    one, other = (
        {need["skill"]: need for need in written["roles"][role].get("requires", ())}
        for role in (first, second)
    )
    order = written["skills"].index

    def weight(need: dict[str, Any]) -> Fraction:
        return Fraction(str(need.get("weight", 1)))

    def carried(held: dict[str, Any], role: dict[str, Any]) -> float | None:
        whole = sum(weight(need) * need["level"] for need in role.values())
        kept = sum(
            weight(need) * min(need["level"], held[skill]["level"] if skill in held else 0)
            for skill, need in role.items()
        )
        return float(kept / whole) if whole else None

    def moves(role: str, end: str) -> list[tuple[str, str, str]]:
        return [
            (move["from"], move["to"], move["kind"])
            for move in written["moves"]
            if move[end] == role
        ]

    both = sorted(
        one.keys() & other.keys(),
        key=lambda skill: (-max(weight(one[skill]), weight(other[skill])), order(skill)),
    )
    return {
        "both": both,
        "levels": [[one[skill]["level"], other[skill]["level"]] for skill in both],
        "essential": [
            [one[skill].get("essential", True), other[skill].get("essential", True)]
            for skill in both
        ],
        "only": [
            sorted(mine.keys() - theirs.keys(), key=lambda s: (-weight(mine[s]), order(s)))
            for mine, theirs in ((one, other), (other, one))
        ],
        "higher": [
            [skill for skill in both if one[skill]["level"] > other[skill]["level"]],
            [skill for skill in both if other[skill]["level"] > one[skill]["level"]],
        ],
        "carries_over": [carried(one, other), carried(other, one)],
        "between": [
            [move for move in moves(first, "from") if move[1] == second],
            [move for move in moves(second, "from") if move[1] == first],
        ],
        "in": [moves(first, "to"), moves(second, "to")],
        "out": [moves(first, "from"), moves(second, "from")],
    }


def test_every_pair_is_as_the_files_say(
    run: Terminal, written: dict[str, Any], tmp_path: Path
) -> None:
    pairs = [
        *permutations(("account-manager", "line-manager", "senior-line-manager"), 2),
        ("principal-engineer", "chief-engineer"),
        ("business-unit-director", "general-executive"),
        ("engineering-director", "chief-technology-officer"),
    ]
    for first, second in pairs:
        found, right = (
            run("compare", first, second, "--json").json,
            expected(first, second, written),
        )
        assert found["catalogue"] == "am-lm"
        assert found["roles"] == [first, second]
        skills = found["skills"]
        assert [one["skill"] for one in skills["both"]] == right["both"]
        assert [one["levels"] for one in skills["both"]] == right["levels"]
        assert [one["essential"] for one in skills["both"]] == right["essential"]
        assert skills["only"] == right["only"]
        assert skills["higher"] == right["higher"]
        assert found["carries_over"] == pytest.approx(right["carries_over"], abs=1e-12)
        for key in ("between", "in", "out"):
            told = [
                [(move["from"], move["to"], move["kind"]) for move in moves]
                for moves in found["moves"][key]
            ]
            assert told == right[key], key


def test_the_article_itself_in_both_languages(run: Terminal) -> None:
    english = run("compare", "account-manager", "line-manager").out
    for words in (
        "Account manager", "Line manager", "Purpose", "Use of time", "45 % Client meetings",
        "Competencies in one", "Business negotiation · 3 Skilled · essential",
        "40 % Growth of clients' yearly spend", "Role: article §1.", "change of track",
        "Levels: editorial.", "14 only here",
    ):  # fmt: skip
        assert words in english, words
    chinese = run("--language", "zh_CN", "compare", "account-manager", "line-manager").out
    for words in (
        "客户经理",
        "直线经理",
        "定位",
        "时间分配",
        "仅一方要求的能力",
        "商务谈判",
        "原文 §1",
    ):
        assert words in chinese, words
    assert not [line for line in english.splitlines()[:-1] if len(line) > 120]


def test_a_role_with_itself_is_equal(run: Terminal) -> None:
    found = run("compare", "line-manager", "line-manager", "--json").json
    assert found["carries_over"] == [1.0, 1.0]
    assert found["skills"]["only"] == [[], []]
    assert found["skills"]["higher"] == [[], []]
    assert found["moves"]["between"] == [[], []]
    assert run("compare", "line-manager", "line-manager").code == 0


def other(id_: str, roles: tuple[str, ...]) -> dict[str, object]:
    """A catalogue of roles that require nothing."""
    return {
        "catalogue": {"id": id_, "version": "1", "title": id_},
        "scale": [{"level": 0, "name": "None"}, {"level": 1, "name": "Some"}],
        "tracks": [{"id": "one", "name": "One"}],
        "skills": [{"id": "skill", "name": "Skill"}],
        "roles": [{"id": role, "name": role, "track": "one", "rank": 1} for role in roles],
        "moves": [],
    }


def test_where_two_catalogues_have_both_one_must_be_named(run: Terminal, tmp_path: Path) -> None:
    for id_, roles in (("second", ("account-manager", "line-manager")), ("third", ("cook",))):
        (tmp_path / f"{id_}.json").write_text(json.dumps(other(id_, roles)), encoding="utf-8")
        assert run("import", tmp_path / f"{id_}.json").code == 0
    said = run.refused("compare", "account-manager", "line-manager")
    assert "am-lm, second" in said
    assert "--catalogue" in said
    found = run("compare", "account-manager", "line-manager", "--catalogue", "second", "--json")
    assert found.json["catalogue"] == "second"
    # Nothing is required there, so nothing is known of what carries over.
    assert found.json["carries_over"] == [None, None]
    assert "names no requirements" in run(
        "compare", "account-manager", "line-manager", "--catalogue", "second"
    ).out.replace("\n", " ").replace("  ", " ")
    said = run.refused("compare", "account-manager", "cook")
    assert said.startswith("No catalogue has both “account-manager” and “cook”.")


def test_an_unknown_role_or_catalogue_is_refused_with_what_is_near(run: Terminal) -> None:
    assert "account-manager" in run.refused("compare", "acount-manager", "line-manager")
    said = run.refused("compare", "line-manager", "line-manger", "--catalogue", "am-lm")
    assert "There is no role “line-manger” in the catalogue “am-lm”." in said
    assert "There is no catalogue “nothing”." in run.refused(
        "compare", "line-manager", "line-manager", "--catalogue", "nothing"
    )
    assert "ROLE" in run.refused("compare", "line-manager")


def test_the_present_role_goes_on_paper_with_another_one(run: Terminal, tmp_path: Path) -> None:
    for language, words in (("en", "Line manager"), ("zh_CN", "直线经理")):
        file = tmp_path / f"{language}.pdf"
        written = run(
            "--language", language, "print", "sample-am", "--what", "compare",
            "--role", "line-manager", "--as-of", "2026-11-23", "--to", file,
        )  # fmt: skip
        assert written.code == 0
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
        told = unicodedata.normalize("NFKC", text.stdout.decode())
        assert words in told
        assert "Lin Wei" in told
        # One sheet: a form feed ends each.
        assert told.count("\f") == 1


def test_the_present_role_is_not_compared_with_itself(run: Terminal, tmp_path: Path) -> None:
    said = run.refused(
        "print", "sample-am", "--what", "compare", "--role", "account-manager",
        "--as-of", "2026-11-23", "--to", tmp_path / "same.pdf",
    )  # fmt: skip
    assert "there is nothing to compare" in said
    assert "--role" in said
    assert not (tmp_path / "same.pdf").exists()
