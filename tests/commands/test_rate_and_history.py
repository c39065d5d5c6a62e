"""`rate` and `history`: what they save, tell and refuse, against the sample team's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.core.people import Rater, Rating
from planner.places import places
from planner.store.database import open_store
from tests.gap_oracle import SampleTeam
from tests.terminal import Terminal

TODAY = date.today()


def newest(run: Terminal) -> Rating:
    """The rating entered last."""
    store = open_store(run.store, backups=run.store.parent / "backups", today=TODAY)
    ratings = store.ratings("am-lm", "sample-am")
    store.close()
    return max(ratings, key=lambda rating: rating.entry)


def in_file(team: SampleTeam, skill: str, day: str) -> list[dict[str, str]]:
    """The sample person's ratings of a skill up to a day, as they stand in the file."""
    return [
        rating
        for rating in team.people["sample-am"]["ratings"]
        if rating["skill"] == skill and rating["on"] <= day
    ]


# rate


def test_a_rating_is_saved_whole_and_said_in_one_line(run: Terminal) -> None:
    answer = run(
        *("rate", "sample-am", "contract-law", "2.5", "--by", "manager", "--on", "2026-04-01"),
        *("--comment", " Reads alone ", "--evidence", "https://example.org/x"),
    )
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Saved for Lin Wei: Contract law, 2.5, at least Working, manager, 1 Apr 2026\n"
    )
    made = newest(run)
    assert made == Rating(
        entry=made.entry,
        skill="contract-law",
        level=2.5,
        by=Rater.MANAGER,
        on=date(2026, 4, 1),
        comment="Reads alone",
        evidence="https://example.org/x",
    )


def test_without_a_day_it_is_of_today_and_not_applicable_is_a_level(run: Terminal) -> None:
    assert run("rate", "sample-am", "contract-law", "N/A", "--by", "self").code == 0
    made = newest(run)
    assert (made.level, made.by, made.on, made.comment) == (None, Rater.SELF, TODAY, "")


def test_it_speaks_chinese(run: Terminal) -> None:
    answer = run(
        *("--language", "zh_CN", "rate", "sample-am", "contract-law", "3", "--by", "agreed"),
        *("--on", "2026-04-01"),
    )
    assert answer.out == "已保存：Lin Wei，合同法务知识，3 熟练，商定，2026年4月1日\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sample-am", "contract-law", "6", "--by", "self"), "The level 6 is not on the scale."),
        (("sample-am", "contract-law", "-1", "--by", "self"), "is not on the scale"),
        (("sample-am", "contract-law", "three", "--by", "self"), "“three” is neither"),
        (("sample-am", "contract-law", "nan", "--by", "self"), "“nan” is neither"),
        (("sample-am", "contract-law", "1_0", "--by", "self"), "“1_0” is neither"),
        (("sample-am", "contract-law", "٣", "--by", "self"), "is neither"),
        (("sample-am", "contrct-law", "3", "--by", "self"), "Did you mean contract-law"),
        (("sample-am", "zzzz", "3", "--by", "self"), "gap PERSON ROLE --json"),
        (("nobody", "contract-law", "3", "--by", "self"), "There is no person “nobody”."),
        (("sample-am", "contract-law", "3", "--by", "boss"), "--by"),
        (("sample-am", "contract-law", "3"), "--by"),
        (("sample-am", "contract-law", "3", "--by", "self", "--on", "2099-01-01"), "future"),
        (("sample-am", "contract-law", "3", "--by", "self", "--on", "2026-02-30"), "is no day"),
        (("sample-am", "contract-law", "3", "--by", "self", "--comment", "x" * 20_001), "longer"),
        (("sample-am", "contract-law", "3", "--by", "self", "--evidence", "\x1b[2J"), "control"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(
    run: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    before = newest(run)
    if arguments[2].startswith("-"):
        arguments = (*arguments[:2], *arguments[3:], "--", arguments[2])
    assert said in run.refused("rate", *arguments)
    assert newest(run) == before


# history of a skill


@pytest.mark.parametrize("day", ["2026-11-23", "2025-11-11", "2020-01-01"])
def test_a_skills_ratings_are_those_of_the_file_up_to_the_day(
    run: Terminal, team: SampleTeam, day: str
) -> None:
    told = run("history", "sample-am", "contract-law", "--json", "--as-of", day).json
    assert list(told) == ["person", "skill", "as_of", "ratings"]
    assert (told["person"], told["skill"], told["as_of"]) == ("sample-am", "contract-law", day)
    assert told["ratings"] == [
        {
            "level": float(rating["level"]),
            "by": rating["by"],
            "on": rating["on"],
            "comment": rating.get("comment", ""),
            "evidence": rating.get("evidence", ""),
            # More than twelve months: the same day a year later is not yet more.
            "stale": f"{int(rating['on'][:4]) + 1}{rating['on'][4:]}" < day,
        }
        for rating in in_file(team, "contract-law", day)
    ]


def test_not_applicable_is_told_as_it_is_written(run: Terminal) -> None:
    (told,) = run("history", "sample-am", "code-review", "--json").json["ratings"]
    assert (told["level"], told["by"], told["on"]) == ("n/a", "self", "2025-05-13")


def test_what_is_rated_is_in_the_history(run: Terminal) -> None:
    run("rate", "sample-am", "contract-law", "3", "--by", "agreed", "--comment", "<b>x</b> 🎉")
    told = run("history", "sample-am", "contract-law", "--json").json["ratings"][-1]
    assert told == {
        "level": 3.0,
        "by": "agreed",
        "on": TODAY.isoformat(),
        "comment": "<b>x</b> 🎉",
        "evidence": "",
        "stale": False,
    }


def test_a_history_for_people_is_a_table(run: Terminal) -> None:
    lines = run("history", "sample-am", "contract-law", "--as-of", "2025-12-01").out.splitlines()
    assert lines[0] == "Lin Wei: Contract law, as of 1 Dec 2025"
    assert lines[1].split() == ["Day", "Rated", "by", "Level", "Comment", "Evidence"]
    assert lines[3].split() == ["12", "Nov", "2024", "·", "stale", "self", "1", "Aware"]
    assert lines[-1].split() == ["13", "Nov", "2025", "manager", "1", "Aware"]
    nothing = run("history", "sample-am", "juggling").err or ""
    assert "There is no skill “juggling”" in nothing
    unrated = run("history", "sample-am", "talent-development").out
    assert "Nobody has rated this skill yet." in unrated


def test_the_months_of_the_settings_say_what_is_stale(run: Terminal) -> None:
    settings = places().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    command = ("history", "sample-am", "contract-law", "--json", "--as-of", "2026-12-01")
    try:
        for said, stale in (
            ("ratings]\nstale_months=8", 7),
            ("ratings]\nstale_months=24", 2),
            ("ratings]\nstale_months=0", 4),
            ("ratings]\nstale_months=many", 4),
            ("look]\ntheme=dark", 4),
        ):
            settings.write_text(f"[{said}\n", encoding="utf-8")
            told = run(*command).json["ratings"]
            # Nov 2024 twice, Nov 2025 twice, March 2026 three times.
            assert sum(rating["stale"] for rating in told) == stale, said
    finally:
        settings.unlink()


# history of the readiness


@pytest.mark.parametrize("basis", ["agreed", "manager", "self"])
@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2025, 6, 30)])
def test_readiness_changes_when_the_rule_says_so(
    run: Terminal, team: SampleTeam, basis: str, day: date
) -> None:
    """Every day on which anything was rated, by the printed rule, without those of no change."""
    command = ("history", "sample-am", "--json", "--basis", basis, "--as-of", str(day))
    told = run(*command).json
    assert list(told) == ["person", "role", "basis", "as_of", "readiness", "positions"]
    role = team.people["sample-am"]["target"]
    assert (told["role"], told["basis"], told["as_of"]) == (role, basis, str(day))
    days = sorted({rating["on"] for rating in team.people["sample-am"]["ratings"]})
    expected, before = [], None
    for said in days:
        on = date.fromisoformat(said)
        found = team.gap("sample-am", role, basis, on)
        now = (found["readiness"], found["open_essentials"])
        everything_is_open = found["readiness"] == {"low": 0, "high": 1}
        if on <= day and now != before and not (before is None and everything_is_open):
            expected.append((said, *found["readiness"].values(), found["open_essentials"]))
            before = now
    assert [change["on"] for change in told["readiness"]] == [change[0] for change in expected]
    for change, (_, low, high, open_essentials) in zip(told["readiness"], expected, strict=True):
        assert change["low"] == pytest.approx(float(low), abs=1e-12)
        assert change["high"] == pytest.approx(float(high), abs=1e-12)
        assert change["open_essentials"] == open_essentials


def test_the_positions_are_those_begun_by_the_day(run: Terminal) -> None:
    def positions(day: str) -> list[list[str | None]]:
        told = run("history", "sample-am", "--json", "--as-of", day).json["positions"]
        return [list(position.values()) for position in told]

    junior = ["junior-account-manager", "2021-03-01"]
    assert positions("2026-11-23") == [
        [*junior, "2024-07-31"],
        ["account-manager", "2024-08-01", None],
    ]
    assert positions("2024-01-01") == [[*junior, None]]
    assert positions("2000-01-01") == [[*junior, None]]


def test_without_a_target_it_is_the_role_that_matters_first(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.yaml"
    file.write_text(
        "people:\n"
        "  - {id: new, name: Ada, catalogue: am-lm, role: junior-account-manager, "
        "since: 2025-01-01}\n",
        encoding="utf-8",
    )
    assert run("import", file).code == 0
    # Two promotions lead on and nothing is rated: the first one of the catalogue.
    assert run("history", "new", "--json").json["role"] == "account-manager"
    assert "readiness for Account manager" in run("history", "new").out


def test_a_readiness_for_people_is_a_table(run: Terminal) -> None:
    lines = run("history", "sample-am", "--as-of", "2024-11-13").out.splitlines()
    assert lines[0] == "Lin Wei: readiness for Chief customer officer, as of 13 Nov 2024"
    assert lines[1].split() == ["Day", "Readiness", "Essentials", "open", "Role", "held"]
    assert lines[3].startswith("12 Nov 2024")
    assert len(lines) == 4
    early = run("history", "sample-am", "--as-of", "2024-11-11").out
    assert "Nothing that counts was rated up to this day." in early


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nobody",), "There is no person “nobody”."),
        (("sample-am", "contrct-law"), "Did you mean contract-law"),
        (("sample-am", "--as-of", "tomorrow"), "“tomorrow” is no day."),
        (("sample-am", "--basis", "boss"), "--basis"),
    ],
)
def test_a_history_that_cannot_be_told_is_refused(
    run: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    assert said in run.refused("history", *arguments)
