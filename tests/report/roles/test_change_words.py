"""What it says to change before a role is taken up, in words and in the right order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.core.gaps import Basis, Gap
from planner.core.graph import PromotionGraph
from planner.core.people import Person, Position, Stance, Wish
from planner.core.roles.change import gap_of_next_step, role_change
from planner.core.text import Texts
from planner.files.texts import load_texts
from planner.report.roles.change_words import change_heading, change_lines, taken_up_words
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_ratings

CATALOGUE = small_catalogue()
GRAPH = PromotionGraph(CATALOGUE)
LIN = Person(
    id="lin",
    name="Lin",
    catalogue="small",
    role="manager",
    since=date(2024, 6, 1),
    positions=(Position(role="junior", since=date(2021, 3, 1), until=date(2024, 5, 31)),),
    target="director",
    wishes=(Wish(role="line-manager", stance=Stance.NO_OPENING, on=date(2026, 1, 1)),),
)


@pytest.fixture
def texts(root: Path, tmp_path: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", tmp_path)


def said(person: Person, role: str, on: date, texts: Texts) -> list[str]:
    change = role_change(person, role, on, CATALOGUE)
    now: Gap = small_gaps(GRAPH, person)[role]
    following = None
    if change.is_present:
        following = gap_of_next_step(GRAPH, change.after, small_ratings(), Basis.AGREED, TODAY)
    lines = change_lines(change, CATALOGUE, texts, now=now, next_step=following)
    return [
        change_heading(change, CATALOGUE, texts),
        *(line.words.replace("\u00a0", " ") for line in lines),
    ]


def test_a_promotion_to_the_target(texts: Texts) -> None:
    """Negotiation is held at 3 of 4 (weight 2), law unrated of 2 (weight 1), desirable.

    Readiness of the director: (2 × 3) / (2 × 4 + 2) = 60 %, with the law 80 %.
    """
    assert said(LIN, "director", TODAY, texts) == [
        "Promotion: from Account manager to Regional client director",
        "Account manager, 1 Jun 2024 – 31 May 2026 (2 y) becomes a past position.",
        "Time as Regional client director counts from 1 Jun 2026.",
        "The target is reached, and cleared.",
        "Regional client director, today: 60–80 % ready · 1 essential open · 1 unrated. "
        "That does not stand in the way.",
        "Next step: Account manager, 100 % ready · no essential open.",
        "Ratings, plan, one-on-ones and KPI results stay as they are.",
    ]


def test_a_change_of_track_with_a_stance(texts: Texts) -> None:
    lines = said(LIN, "line-manager", TODAY, texts)
    assert lines[0] == "Change of track: from Account manager to Line manager"
    assert "The target Regional client director stays." in lines
    assert "The stance “no opening” is cleared." in lines
    # From the line manager the way to the director leads over the account manager.
    assert "Next step: Account manager, 100 % ready · no essential open." in lines


def test_a_step_back_is_said_without_a_word_of_failure(texts: Texts) -> None:
    lines = said(replace(LIN, target=None), "junior", TODAY, texts)
    assert lines[0] == "A step back: from Account manager to Junior account manager"
    assert not any("target" in line for line in lines)
    # Nothing essential is open there, so nothing is said of it.
    assert not any("stand in the way" in line for line in lines)


def test_the_end_of_the_way(texts: Texts) -> None:
    lines = said(replace(LIN, target=None), "cto", TODAY, texts)
    assert "No move leads on from it." in lines
    ending = replace(
        CATALOGUE,
        roles=tuple(replace(role, end=role.id == "cto") for role in CATALOGUE.roles),
    )
    change = role_change(LIN, "cto", TODAY, ending)
    words = [line.words for line in change_lines(change, ending, texts, now=None, next_step=None)]
    assert "It is the end of its track: no next step." in words


def test_the_past_is_corrected(texts: Texts) -> None:
    assert said(LIN, "lead", date(2023, 1, 1), texts) == [
        "The past is corrected: Team lead",
        "Team lead, 1 Jan 2023 – 31 May 2024 (1 y 5 m) is added to the past.",
        "Junior account manager then ends on 31 Dec 2022.",
        "Account manager stays the present role.",
        "Ratings, plan, one-on-ones and KPI results stay as they are.",
    ]


def test_what_was_done_is_said(texts: Texts) -> None:
    change = role_change(LIN, "director", TODAY, CATALOGUE)
    assert texts.word(taken_up_words(change, CATALOGUE)) == (
        "Lin: Regional client director since 1 Jun 2026."
    )
    past = role_change(LIN, "lead", date(2023, 1, 1), CATALOGUE)
    assert texts.word(taken_up_words(past, CATALOGUE)) == (
        "Lin: Team lead from 1 Jan 2023 to 31 May 2024."
    )
