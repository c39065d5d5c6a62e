"""The levels of a team out of the store: the rule of single people, in few queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.core.edits import Change, Edit, Key
from planner.core.gaps import Basis
from planner.core.people import Person, Rater, Rating
from planner.core.team.levels import TeamLevels, joined, levels_in
from planner.core.text import message
from planner.store import team
from planner.store.connecting import connect
from planner.store.store import Store
from tests.store.sample import CATALOGUE, OTHER, catalogue_created
from tests.team_sample import levels_by_rule

SKILLS = ["negotiation", "listening"]
PEOPLE = [f"p{number}" for number in range(7)]
FIRST = date(2026, 1, 1).toordinal()

Given = list[tuple[str, str, Rater, int, float | None]]

# Few people, days and skills, so that many ratings are of one day and cell.
RATINGS: st.SearchStrategy[Given] = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE[:3]),
        st.sampled_from(SKILLS),
        st.sampled_from(Rater),
        st.integers(0, 3),
        st.none() | st.sampled_from([0.0, 1.5, 1 / 3, 5.0]),
    ),
    max_size=25,
)


def edit(changes: Iterable[Change]) -> Edit:
    return Edit(message("Change"), tuple(changes))


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several blocks for few people."""
    monkeypatch.setattr(team, "FIRST_PEOPLE", 2)
    monkeypatch.setattr(team, "_MOST_PEOPLE", 3)


@pytest.fixture
def peopled(store: Store) -> Store:
    """A store with seven people in a catalogue, and another one with the same skill."""
    store.apply(catalogue_created(OTHER))
    store.apply(catalogue_created(CATALOGUE))
    people = [
        Person(id=id_, name=id_, catalogue="am-lm", role="clerk", since=date(2020, 1, 1))
        for id_ in PEOPLE
    ]
    store.apply(edit(Change(Key("person", "am-lm", one.id), None, one) for one in people))
    return store


def put(store: Store, given: Given) -> dict[str, list[Rating]]:
    """Put ratings into the store; return them by person."""
    first = store.next_entry()
    made: dict[str, list[Rating]] = {}
    changes = []
    for entry, (person, skill, by, day, level) in enumerate(given, first):
        on = date.fromordinal(FIRST + day)
        rating = Rating(entry=entry, skill=skill, level=level, by=by, on=on)
        made.setdefault(person, []).append(rating)
        changes.append(Change(Key("rating", "am-lm", person, entry), None, rating))
    if changes:
        store.apply(edit(changes))
    return made


def read(
    store: Store, people: list[str] = PEOPLE, basis: Basis = Basis.AGREED, as_of: int = 3
) -> TeamLevels:
    day = date.fromordinal(FIRST + as_of)
    blocks = store.levels("am-lm", people, SKILLS, basis=basis, as_of=day)
    return joined(people, SKILLS, (levels_in(block, SKILLS) for block in blocks))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RATINGS, st.sampled_from(Basis), st.integers(-1, 4))
def test_each_cell_is_the_rating_that_counts(
    peopled: Store, given: Given, basis: Basis, as_of: int
) -> None:
    ratings = put(peopled, given)
    try:
        found = read(peopled, basis=basis, as_of=as_of)
        day = date.fromordinal(FIRST + as_of)
        wanted = levels_by_rule(PEOPLE, SKILLS, ratings, basis, day)
        assert found.plain() == wanted.plain()
        assert np.array_equal(found.rater, wanted.rater)
        assert np.array_equal(found.day, wanted.day)
    finally:
        peopled.apply(
            edit(
                Change(Key("rating", "am-lm", person, one.entry), one, None)
                for person, said in ratings.items()
                for one in said
            )
        )


def test_those_named_first_are_read_first_and_the_others_as_they_were_added(
    peopled: Store,
) -> None:
    asked = ["p6", "p3", "p5", "p0", "p4", "p1", "p2"]
    blocks = peopled.levels("am-lm", asked, SKILLS, basis=Basis.SELF, as_of=date.fromordinal(FIRST))
    assert [block.people for block in blocks] == [("p6", "p3"), ("p0", "p1", "p2"), ("p4", "p5")]


def test_whoever_stops_early_leaves_the_store_as_it_was(peopled: Store) -> None:
    blocks = peopled.levels(
        "am-lm", PEOPLE, SKILLS, basis=Basis.SELF, as_of=date.fromordinal(FIRST)
    )
    assert next(blocks).people == ("p0", "p1")
    blocks.close()
    assert put(peopled, [("p0", "listening", Rater.SELF, 0, 2.0)])
    assert read(peopled).plain()[0] == {"negotiation": None, "listening": 2.0}


def test_a_change_meanwhile_is_not_seen_by_half(peopled: Store) -> None:
    put(peopled, [(person, "listening", Rater.SELF, 0, 1.0) for person in PEOPLE])
    blocks = peopled.levels(
        "am-lm", PEOPLE, SKILLS, basis=Basis.SELF, as_of=date.fromordinal(FIRST + 3)
    )
    parts = [levels_in(next(blocks), SKILLS)]
    put(peopled, [(person, "listening", Rater.SELF, 0, 5.0) for person in PEOPLE])
    parts += [levels_in(block, SKILLS) for block in blocks]
    levels = [person["listening"] for part in parts for person in part.plain()]
    assert levels == [1.0] * 7


def test_nobody_and_nothing(peopled: Store) -> None:
    assert read(peopled, []).plain() == []
    blocks = peopled.levels("am-lm", ["p1"], [], basis=Basis.SELF, as_of=date.max)
    assert [(block.people, len(block.cells)) for block in blocks] == [(("p1",), 0)]


@pytest.mark.parametrize(("people", "skills"), [(["nobody"], SKILLS), (PEOPLE, ["nothing"])])
def test_the_unknown_is_refused(peopled: Store, people: list[str], skills: list[str]) -> None:
    with pytest.raises(KeyError):
        next(peopled.levels("am-lm", people, skills, basis=Basis.SELF, as_of=date.max))


def test_every_cell_is_one_step_into_the_index(peopled: Store) -> None:
    """No sorting, no scan of ratings, and no row of the table itself."""
    query, constants = team._newest()
    asked = {"skills": "[]", "people": "[]", "first_rater": 0, "last_rater": 2, "as_of": 0}
    connection = connect(peopled.path, "read")
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", constants | asked)]
    connection.close()
    steps = [step for step in plan if "rating" in step]
    assert len(steps) == 2
    assert all(
        "USING COVERING INDEX ix_rating_newest (skill_id=? AND person_id=?" in step
        for step in steps
    )
    assert not any("TEMP B-TREE" in step for step in plan)


def test_the_ratings_of_one_skill(peopled: Store) -> None:
    made = put(
        peopled,
        [
            ("p0", "listening", Rater.SELF, 2, 1.0),
            ("p0", "negotiation", Rater.SELF, 1, 2.0),
            ("p0", "listening", Rater.MANAGER, 1, None),
            ("p1", "listening", Rater.SELF, 1, 3.0),
        ],
    )
    first, _, second = made["p0"]
    assert peopled.ratings_of_skill("am-lm", "p0", "listening") == (second, first)
    assert peopled.ratings_of_skill("am-lm", "p0", "juggling") == ()
    with pytest.raises(KeyError):
        peopled.ratings_of_skill("am-lm", "nobody", "listening")
