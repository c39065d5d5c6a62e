"""The edits of a person's page and the faults that it points out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import Career
from planner.core.edits import Change, Key
from planner.core.errors import PlannerError
from planner.core.keeping.career_edits import remove_career
from planner.core.keeping.person_edits import (
    add_person,
    checked_rating,
    clear_target,
    correct_person,
    person_faults,
    rate,
    rename_person,
    set_target,
)
from planner.core.model import Catalogue, CatalogueHead, Level, Role, Scale, Skill, Track
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import message, same_text

TODAY = date(2026, 11, 1)
CATALOGUE = Catalogue(
    head=CatalogueHead(
        id="c",
        version="1",
        title=same_text("C"),
        scale=Scale(levels=tuple(Level(number=n, name=same_text(str(n))) for n in range(6))),
        tracks=(Track(id="t", name=same_text("T")),),
    ),
    skills=(Skill(id="law", name=same_text("Law")),),
    roles=(
        Role(id="clerk", name=same_text("Clerk"), track="t", rank=1),
        Role(id="chief", name=same_text("Chief"), track="t", rank=2, order=1),
    ),
    moves=(),
)
ADA = Person(id="ada", name="Ada", catalogue="c", role="clerk", since=date(2025, 1, 1))
KEY = Key("person", "c", "ada")


def test_each_edit_says_what_it_does() -> None:
    chief = replace(ADA, target="chief")

    assert add_person(ADA).changes == (Change(KEY, None, ADA),)
    assert rename_person(ADA, "Bo").changes == (Change(KEY, ADA, replace(ADA, name="Bo")),)
    assert set_target(ADA, "chief", CATALOGUE).changes == (Change(KEY, ADA, chief),)
    assert set_target(ADA, "chief", CATALOGUE).label == message(
        "Set the target {role}", role=same_text("Chief")
    )
    assert clear_target(chief).changes == (Change(KEY, chief, ADA),)
    later = replace(ADA, since=date(2025, 2, 1))
    assert correct_person(ADA, later).changes == (Change(KEY, ADA, later),)


def test_a_rating_is_a_new_row_and_removal_takes_the_ratings_along() -> None:
    rating = Rating(entry=7, skill="law", level=3, by=Rater.SELF, on=TODAY)
    rating_key = Key("rating", "c", "ada", 7)

    edit = rate(ADA, rating, CATALOGUE)
    assert edit.changes == (Change(rating_key, None, rating),)
    assert edit.label == message("Rate {skill} {level}", skill=same_text("Law"), level=3)
    assert rate(ADA, replace(rating, level=None), CATALOGUE).label == message(
        "Rate {skill} not applicable", skill=same_text("Law")
    )
    assert remove_career(Career(person=ADA, ratings=(rating,))).changes == (
        Change(rating_key, rating, None),
        Change(KEY, ADA, None),
    )


@pytest.mark.parametrize("level", [-1, 5.01, float("nan"), float("inf")])
def test_a_level_off_the_scale_is_refused(level: float) -> None:
    with pytest.raises(PlannerError, match="not on the scale"):
        checked_rating(
            CATALOGUE, entry=1, skill="law", level=level, by=Rater.SELF, on=TODAY, today=TODAY
        )


def test_a_day_in_the_future_is_refused_and_today_is_not() -> None:
    def rated(day: date, level: float | None = 4.5) -> Rating:
        return checked_rating(
            CATALOGUE, entry=1, skill="law", level=level, by=Rater.SELF, on=day, today=TODAY
        )

    with pytest.raises(PlannerError, match="future"):
        rated(date(2026, 11, 2))
    assert rated(TODAY).level == 4.5
    assert rated(TODAY, None).level is None


@pytest.mark.parametrize(
    ("said", "fault"),
    [("x" * 20_001, "longer than"), ("a\x00b", "control character"), ("\ud800", "control")],
)
def test_a_rating_s_texts_must_fit_into_a_file(said: str, fault: str) -> None:
    def rated(**texts: str) -> Rating:
        return checked_rating(
            CATALOGUE, entry=1, skill="law", level=3, by=Rater.SELF, on=TODAY, today=TODAY, **texts
        )

    for field in ("comment", "evidence"):
        with pytest.raises(PlannerError, match=fault) as caught:
            rated(**{field: said})
        assert len(caught.value.sentences) == 3
    long = "x" * 20_000
    assert (rated(comment=long).comment, rated(evidence="<b>\n👩‍🚀").evidence) == (
        long,
        "<b>\n👩‍🚀",
    )


def test_faults_stand_at_their_field() -> None:
    past = Position(role="clerk", since=date(2024, 1, 1), until=date(2024, 12, 31))
    assert person_faults(replace(ADA, positions=(past,)), CATALOGUE, TODAY) == {}

    faulty = {
        "name": replace(ADA, name="  "),
        "role": replace(ADA, role="king"),
        "target": replace(ADA, target="king"),
        "since": replace(ADA, since=date(2026, 11, 2)),
        "hours_a_week": replace(ADA, hours_a_week=0),
    }
    for field, person in faulty.items():
        assert list(person_faults(person, CATALOGUE, TODAY)) == [field]
    assert list(person_faults(replace(ADA, name="x" * 201), CATALOGUE, TODAY)) == ["name"]
    assert list(person_faults(replace(ADA, name="A\x00da"), CATALOGUE, TODAY)) == ["name"]
    for industry in ("x" * 201, "soft\x07ware"):
        faults = person_faults(replace(ADA, industry=industry), CATALOGUE, TODAY)
        assert list(faults) == ["industry"]
    assert list(person_faults(replace(ADA, hours_a_week=169), CATALOGUE, TODAY)) == ["hours_a_week"]
    assert person_faults(replace(ADA, name="x" * 200, hours_a_week=168), CATALOGUE, TODAY) == {}


@pytest.mark.parametrize(
    "position",
    [
        Position(role="king", since=date(2024, 1, 1), until=date(2024, 2, 1)),
        Position(role="clerk", since=date(2024, 2, 1), until=date(2024, 1, 1)),
        Position(role="clerk", since=date(2025, 1, 1), until=date(2025, 2, 1)),
        Position(role="clerk", since=date(2024, 1, 1), until=date(2027, 1, 1)),
    ],
)
def test_a_past_position_must_lie_in_the_past(position: Position) -> None:
    assert list(person_faults(replace(ADA, positions=(position,)), CATALOGUE, TODAY)) == [
        "positions"
    ]
