"""Routes are equal to brute force over all simple paths, gates and filters included."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, MoveKind, Requirement
from planner.core.routes import Route, find_routes
from planner.core.routing.moves import RouteQuery
from tests.generated import career_catalogue
from tests.route_oracle import Start, best_figures, legal_paths
from tests.route_sample import catalogue_of, move, role, standing

_SKILLS = ("talk", "law", "tact")


@st.composite
def frameworks(draw: st.DrawFn) -> Catalogue:
    """Any small framework, gates, circles and parallel moves included."""
    count = draw(st.integers(3, 7))
    level = st.sampled_from([0.0, 0.5, 1.0, 2.0, 2.5, 3.0])
    roles = []
    for number in range(count):
        required = draw(st.dictionaries(st.sampled_from(_SKILLS), level, max_size=3))
        roles.append(
            role(
                f"r{number}",
                draw(st.sampled_from(["client", "line"])),
                requires=tuple(
                    Requirement(skill=skill, level=at, essential=draw(st.booleans()))
                    for skill, at in required.items()
                ),
                after=tuple(
                    draw(st.sampled_from([(), (), (), ("line",), ("client",), ("client", "line")]))
                ),
            )
        )
    ids = st.sampled_from([one.id for one in roles])
    years = st.none() | st.sampled_from([(0.0, 1.0), (1.0, 1.0), (1.0, 3.0), (2.0, 5.0)])
    kinds = st.sampled_from([str(kind) for kind in MoveKind])
    drawn = draw(
        st.lists(
            st.tuples(ids, ids, kinds, years),
            min_size=count,
            max_size=4 * count,
            unique_by=lambda one: one[:3],
        )
    )
    return catalogue_of(roles, [move(a, b, y, k) for a, b, k, y in drawn if a != b])


def figures(routes: Sequence[Route]) -> list[tuple[float, float, int]]:
    """Return what routes are compared by."""
    return [route.figures for route in routes]


@given(
    catalogue=frameworks(),
    levels=st.dictionaries(
        st.sampled_from(_SKILLS), st.none() | st.sampled_from([0.0, 0.25, 1.0, 2.0, 3.0])
    ),
    served=st.sampled_from([0.0, 0.5, 4.0]),
    hours_a_week=st.sampled_from([0.5, 1.0, 3.0]),
    filters=st.fixed_dictionaries(
        {
            "through": st.sets(st.sampled_from(["r0", "r1", "r2"]), max_size=1),
            "avoid": st.sets(st.sampled_from(["r0", "r1", "r2"]), max_size=1),
            "kinds": st.none() | st.sets(st.sampled_from(list(MoveKind)), min_size=2),
            "most_moves": st.none() | st.integers(1, 6),
        }
    ),
)
@settings(max_examples=300, deadline=None)
def test_equal_to_brute_force(
    catalogue: Catalogue,
    levels: dict[str, float | None],
    served: float,
    hours_a_week: float,
    filters: dict[str, object],
) -> None:
    here = standing(
        role="r0",
        years_served=served,
        levels=levels,
        tracks=frozenset({catalogue.role("r0").track}),
        hours_a_week=hours_a_week,
    )
    start = Start(
        role="r0",
        years_served=Fraction(served),
        levels=levels,
        tracks=here.tracks,
        hours_a_week=Fraction(hours_a_week),
    )
    kinds = filters["kinds"]
    for target in catalogue.roles:
        query = RouteQuery(
            target=target.id,
            through=tuple(filters["through"]),
            avoid=tuple(filters["avoid"]),
            kinds=None if kinds is None else frozenset(kinds),
            most_moves=filters["most_moves"],
        )
        found = find_routes(PromotionGraph(catalogue), here, query)
        expected = best_figures(catalogue, start, target.id, **filters)
        assert figures(found.routes) == [pytest.approx(one, abs=1e-9) for one in expected]
        assert bool(found.routes) != bool(found.obstacles)
        unlimited = dict(filters, most_moves=None)
        longest = max(
            (len(path) - 1 for path in legal_paths(catalogue, start, target.id, **unlimited)),
            default=0,
        )
        if filters["most_moves"] is None:
            assert found.is_complete
        elif longest > filters["most_moves"]:
            assert not found.is_complete


@pytest.mark.parametrize("seed", range(6))
def test_equal_to_brute_force_on_a_career_framework(seed: int) -> None:
    catalogue = career_catalogue(30, 3, 5, seed, across=0.3, skills=8)
    lowest = min(catalogue.roles, key=lambda one: (one.rank, one.order))
    levels = {skill.id: float(number % 3) for number, skill in enumerate(catalogue.skills[:5])}
    here = standing(role=lowest.id, levels=levels, tracks=frozenset({lowest.track}))
    start = Start(
        role=lowest.id,
        years_served=Fraction(1),
        levels=levels,
        tracks=here.tracks,
        hours_a_week=Fraction(1),
    )
    graph = PromotionGraph(catalogue)
    reached = 0
    for target in catalogue.roles:
        found = find_routes(graph, here, RouteQuery(target=target.id))
        expected = best_figures(catalogue, start, target.id)
        assert figures(found.routes) == [pytest.approx(one, abs=1e-9) for one in expected]
        reached += bool(found.routes)
    assert reached > 5
