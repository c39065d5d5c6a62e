"""What is said of a team, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.gaps import Interval
from planner.core.people import Stance, Wish
from planner.core.team.coverage import Completeness, coverage, required_levels
from planner.core.team.succession import Candidate, Succession
from planner.core.text import Texts
from planner.report.team.words import (
    by_eagerness,
    cell_words,
    completeness_rule,
    completeness_words,
    coverage_words,
    nearest_words,
    nobody_words,
    percent_words,
    ready_words,
    stale_words,
    stance_words,
)
from tests.team_sample import TODAY, crew, crew_team

ANN, BEN, CYD, DAN = crew()


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def near(**more: object) -> Candidate:
    known: dict[str, object] = {
        "person": CYD,
        "readiness": Interval(0.82, 0.9),
        "open_essentials": 1,
        "lacks_track": False,
        "years_to_serve": 0.0,
    }
    return Candidate(**{**known, **more})  # type: ignore[arg-type]


def test_a_cell_in_words(english: Texts, chinese: Texts) -> None:
    assert cell_words(3.0, 4.0, english, is_stale=True) == "3, required 4, stale"
    assert cell_words(4.62, None, english) == "4.62"
    assert cell_words(None, 4.0, english) == "unrated, required 4"
    assert cell_words(None, 2.0, english, is_applicable=False) == "not applicable, required 2"
    assert cell_words(3.0, 4.0, chinese, is_stale=True) == "3，要求 4，过期"


def test_the_wish_stands_beside_what_is_ready(english: Texts) -> None:
    assert ready_words(BEN, "lead", TODAY, english) == "ready"
    assert ready_words(ANN, "clerk", TODAY, english) == "ready · does not want it"
    assert ready_words(ANN, "clerk", date(2025, 12, 31), english) == "ready"


def test_every_stance_has_words_of_its_own(english: Texts, chinese: Texts) -> None:
    for texts in (english, chinese):
        assert len({stance_words(stance, texts) for stance in Stance}) == len(Stance)


def test_what_the_nearest_lack(english: Texts) -> None:
    said = {
        "82–90 % · 1 essential open": near(),
        "82–90 % · 2 essentials open · a track not held yet": near(
            open_essentials=2, lacks_track=True
        ),
        "100 % · 0.1 y to serve": near(
            readiness=Interval(1.0, 1.0), open_essentials=0, years_to_serve=0.01
        ),
        "82–90 % · 1.9 y to serve": near(open_essentials=0, years_to_serve=1.92),
    }
    for words, candidate in said.items():
        assert plain(nearest_words(candidate, "lead", TODAY, english)) == words
    unwilling = replace(CYD, wishes=(Wish(role="lead", stance=Stance.NO_OPENING, on=TODAY),))
    words = nearest_words(near(person=unwilling), "lead", TODAY, english)
    assert words.endswith(" · no opening")


def test_whoever_wants_it_stands_first_and_whoever_does_not_last() -> None:
    wanting = replace(DAN, wishes=(Wish(role="clerk", stance=Stance.WANTED, on=TODAY),))
    assert by_eagerness((ANN, BEN, wanting), "clerk", TODAY) == (wanting, BEN, ANN)
    # The day before, nothing was said by Dan.
    assert by_eagerness((BEN, wanting), "clerk", date(2026, 11, 22)) == (BEN, wanting)


def test_why_there_is_no_successor(english: Texts) -> None:
    nobody = Succession(role="host", holders=0, ready=(), nearest=None)
    assert nobody_words(nobody, english) == "nobody to compare"
    assert plain(nobody_words(replace(nobody, nearest=near()), english)) == "nobody within 60 %"


def test_coverage_in_words(english: Texts) -> None:
    """The figures are those of `test_coverage`; of the lead Ann alone holds law."""
    team = crew_team()
    found = coverage(team, required_levels(team.catalogue, ["lead"] * 4))
    assert [coverage_words(found, skill, english) for skill in range(4)] == [
        "1 of 4 at the required level · single point of failure",
        "0 of 4 at the required level",
        "3 of 3 at the required level",
        "required of nobody",
    ]
    assert stale_words(found, 0, english) == "0 of 3 ratings stale"
    assert stale_words(found, 1, english) == "1 of 1 rating stale"
    empty = replace(found, rated=found.rated * 0)
    assert stale_words(empty, 0, english) == "nobody is rated"


def test_completeness_in_words(english: Texts, chinese: Texts) -> None:
    found = Completeness(required=7, unrated=0, stale=2, not_applicable=1)
    assert plain(completeness_words(found, english)) == "Matrix complete 71 %"
    nothing = replace(found, required=0, stale=0)
    assert completeness_words(nothing, english) == "Nothing is required"
    assert "12 months" in completeness_rule(12, english)
    assert "12 个月" in completeness_rule(12, chinese)


def test_a_share_is_whole_only_where_it_is(english: Texts) -> None:
    shares = (None, 0.0, 1 / 3, 0.999, 1.0)
    assert [plain(percent_words(share, english)) for share in shares] == [
        "–",
        "0 %",
        "33 %",
        "99 %",
        "100 %",
    ]
