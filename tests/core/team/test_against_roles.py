"""A team against roles: by hand, and equal to the gap of each one for random teams."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Basis, Interval, gap, ratings_that_count
from planner.core.people import Person, Position, Rater, Rating
from planner.core.team.against_roles import Standings, Team
from tests.team_sample import crew_catalogue, crew_team, team_of

CATALOGUE = crew_catalogue()
ROLES = [role.id for role in CATALOGUE.roles]
SKILLS = [skill.id for skill in CATALOGUE.skills]
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))

RATINGS = st.lists(
    st.builds(
        Rating,
        entry=st.just(0),
        skill=st.sampled_from(SKILLS),
        level=st.none() | st.sampled_from([0.0, 0.1, 1.0, 2.0, 2.5, 3.0, 4.0, 4.62, 5.0]),
        by=st.sampled_from(Rater),
        on=DAYS,
    ),
    max_size=12,
)
POSITIONS = st.lists(st.tuples(st.sampled_from(ROLES), DAYS), min_size=1, max_size=4)


def somebody(number: int, held: list[tuple[str, date]]) -> Person:
    past = tuple(Position(role=role, since=since) for role, since in held[1:])
    return Person(
        id=f"p{number}",
        name="P",
        catalogue="crew",
        role=held[0][0],
        since=held[0][1],
        positions=past,
    )


def test_readiness_for_ones_own_role() -> None:
    """Ann: 3·4 + 1·3 + 2·1 = 17 of 12 + 3 + 4 = 19. Ben: 2·2 of 4, for talk leaves the sum.

    Cyd: 2·2 + 1·3 of 7. Dan: 2·3 of 2·4.
    """
    own = Standings(crew_team()).to_own()
    assert own.low == pytest.approx([17 / 19, 1, 1, 6 / 8])
    assert own.high.tolist() == own.low.tolist()
    assert own.open_essentials.tolist() == [0, 0, 0, 1]
    assert own.ready.tolist() == [True, True, True, False]


def test_readiness_for_one_role() -> None:
    """For the lead Ben holds 3·2 of 12 + 4, Cyd 3·3 + 3 of 19, Dan 3 of 19; money is unrated.

    Ben is 691 days a clerk, of two years.
    """
    lead = Standings(crew_team()).against("lead")
    assert lead.low == pytest.approx([17 / 19, 6 / 16, 12 / 19, 3 / 19])
    assert lead.high == pytest.approx([17 / 19, 10 / 16, 16 / 19, 19 / 19])
    assert lead.unrated.tolist() == [0, 1, 1, 2]
    assert lead.open_essentials.tolist() == [0, 1, 1, 1]
    assert lead.years_to_serve == pytest.approx([0, 2 - 691 / 365.25, 0, 0])
    assert lead.readiness(3) == Interval(3 / 19, 1.0)


def test_unknown_readiness_and_tracks_not_held() -> None:
    standings = Standings(crew_team())
    host, chief = standings.to_role("host"), standings.to_role("chief")
    assert [host.readiness(row) for row in range(4)] == [None] * 4
    assert not host.ready.any()
    assert chief.lacks_track.tolist() == [True] * 4


def test_everybodys_role_on_a_past_day() -> None:
    """Before the first position the first one stands."""
    assert crew_team(as_of=date(2018, 6, 1)).roles() == ("clerk", "clerk", "clerk", "coach")


def test_an_unknown_role_leaves_the_readiness_unknown() -> None:
    stranger = Person(id="x", name="X", catalogue="crew", role="gone", since=date(2020, 1, 1))
    standings = Standings(team_of(CATALOGUE, [stranger], {}))
    assert standings.to_own().readiness(0) is None
    assert standings.to_role("lead").readiness(0) == Interval(0.0, 1.0)


def test_a_team_of_nobody() -> None:
    own = Standings(team_of(CATALOGUE, (), {})).to_own()
    assert (own.low.tolist(), own.ready.tolist()) == ([], [])


def standing_of(team: Team, row: int, role: str | None) -> tuple[object, ...]:
    found = Standings(team).against(role)
    return (
        found.readiness(row),
        bool(found.ready[row]),
        int(found.open_essentials[row]),
        int(found.unrated[row]),
        bool(found.lacks_track[row]),
        float(found.years_to_serve[row]),
    )


@given(
    st.lists(st.tuples(POSITIONS, RATINGS), min_size=1, max_size=3), st.sampled_from(Basis), DAYS
)
def test_it_is_the_gap_of_each_one_to_the_last_bit(
    team: list[tuple[list[tuple[str, date]], list[Rating]]], basis: Basis, as_of: date
) -> None:
    people = [somebody(number, held) for number, (held, _) in enumerate(team)]
    ratings = {person.id: said for person, (_, said) in zip(people, team, strict=True)}
    made = team_of(CATALOGUE, people, ratings, basis=basis, as_of=as_of)
    for row, person in enumerate(people):
        counting = ratings_that_count(ratings[person.id], basis, as_of)
        for role in (*ROLES, None):
            to = role or person.position_on(as_of).role
            one = gap(made.graph, person, counting, to, basis=basis, as_of=as_of)
            assert standing_of(made, row, role) == (
                one.readiness,
                one.ready,
                len(one.open_essentials),
                len(one.unrated),
                bool(one.missing_tracks),
                one.years_to_serve,
            )
