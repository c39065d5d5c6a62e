"""Two roles side by side: by hand, and against the definitions worked out anew."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Basis, gap
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Rater, Rating
from planner.core.roles.comparison import compare_roles
from planner.core.text import same_text
from planner.files.documents import read_files
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person

Asked = dict[str, tuple[float, float]]


@pytest.fixture
def graph() -> PromotionGraph:
    return PromotionGraph(small_catalogue())


def test_what_both_require_and_what_one_alone_does(graph: PromotionGraph) -> None:
    # The manager requires negotiation 2 (weight 1); the director negotiation 4 (weight 2) and
    # contract law 2 (weight 1, desirable).
    found = compare_roles(graph, "manager", "director")
    (shared,) = found.both
    assert (shared.skill, shared.first.level, shared.second.level) == ("negotiation", 2.0, 4.0)
    assert (shared.first.weight, shared.second.weight, shared.difference) == (1.0, 2.0, 2.0)
    assert found.higher == ((), ("negotiation",))
    assert found.equal == ()
    assert found.only[0] == ()
    assert [one.skill for one in found.only[1]] == ["law"]
    # There 2·min(2, 4) of 2·4 + 1·2, back 1·min(4, 2) of 1·2.
    assert found.carries_over == (4 / 10, 1.0)


def test_the_other_way_round_everything_is_turned(graph: PromotionGraph) -> None:
    found = compare_roles(graph, "director", "manager")
    assert found.higher == (("negotiation",), ())
    assert [one.skill for one in found.only[0]] == ["law"]
    assert found.carries_over == (1.0, 4 / 10)


def test_moves_between_in_and_out(graph: PromotionGraph) -> None:
    found = compare_roles(graph, "manager", "director")
    assert [[move.id for move in moves] for moves in found.moves] == [
        ["manager/director/promotion"],
        ["director/manager/return"],
    ]
    assert [[move.from_role for move in moves] for moves in found.moves_in] == [
        ["junior", "line-manager", "director"],
        ["manager", "junior"],
    ]
    assert [[move.to_role for move in moves] for moves in found.moves_out] == [
        ["director", "line-manager"],
        ["manager"],
    ]


def test_the_shortest_ways_each_way(graph: PromotionGraph) -> None:
    found = compare_roles(graph, "junior", "cto")
    assert found.ways == (("junior", "manager", "line-manager", "cto"), ())
    assert found.moves == ((), ())


def test_a_role_without_requirements_makes_readiness_unknown(graph: PromotionGraph) -> None:
    found = compare_roles(graph, "director", "cto")
    # Nothing carries over to what requires nothing, and of nothing nothing is held.
    assert found.carries_over == (None, 0.0)
    assert found.both == ()
    assert [one.skill for one in found.only[0]] == ["negotiation", "law"]


def test_a_role_with_itself_is_equal(graph: PromotionGraph) -> None:
    found = compare_roles(graph, "director", "director")
    assert found.is_of_one_role
    assert found.equal == ("negotiation", "law")
    assert found.only == ((), ())
    assert found.carries_over == (1.0, 1.0)
    assert found.ways == ((), ())


def test_a_person_is_compared_with_both(graph: PromotionGraph) -> None:
    gaps = small_gaps(graph, small_person())
    found = compare_roles(graph, "manager", "director", gaps)
    assert found.gaps is not None
    assert [one.role for one in found.gaps] == ["manager", "director"]
    assert compare_roles(graph, "manager", "director").gaps is None


def test_an_unknown_role_is_refused(graph: PromotionGraph) -> None:
    with pytest.raises(KeyError):
        compare_roles(graph, "manager", "nobody")


def framework(first: Asked, second: Asked) -> Catalogue:
    """Two roles that ask for skills a to e by level and weight."""
    scale = Scale(levels=tuple(Level(number=float(n), name=same_text(str(n))) for n in range(6)))
    return Catalogue(
        head=CatalogueHead(
            id="two",
            version="1",
            title=same_text("Two"),
            scale=scale,
            tracks=(Track(id="one", name=same_text("One")),),
        ),
        skills=tuple(
            Skill(id=id_, name=same_text(id_), order=order) for order, id_ in enumerate("abcde")
        ),
        roles=tuple(
            Role(
                id=id_,
                name=same_text(id_),
                track="one",
                rank=1,
                order=order,
                requires=tuple(
                    Requirement(skill=skill, level=level, weight=weight)
                    for skill, (level, weight) in asked.items()
                ),
            )
            for order, (id_, asked) in enumerate((("first", first), ("second", second)))
        ),
        moves=(),
    )


asked = st.dictionaries(
    st.sampled_from("abcde"),
    st.tuples(
        st.integers(0, 20).map(lambda quarters: quarters / 4),
        st.integers(1, 12).map(lambda quarters: quarters / 4),
    ),
)


@given(asked, asked)
def test_it_carries_over_what_somebody_with_those_levels_is_ready_for(
    first: Asked, second: Asked
) -> None:
    """Somebody rated exactly as one role requires, and 0 in all else, stands where it says."""
    catalogue = framework(first, second)
    graph = PromotionGraph(catalogue)
    found = compare_roles(graph, "first", "second")
    for held, role, fraction in (
        (first, "second", found.carries_over[0]),
        (second, "first", found.carries_over[1]),
    ):
        day = date(2026, 1, 1)
        person = Person(id="p", name="P", catalogue="two", role="first", since=day)
        counting = {
            skill: Rating(
                entry=1, skill=skill, level=held.get(skill, (0.0, 0))[0], by=Rater.AGREED, on=day
            )
            for skill in "abcde"
        }
        readiness = gap(graph, person, counting, role, basis=Basis.AGREED, as_of=TODAY).readiness
        if readiness is None:
            assert fraction is None
        else:
            assert readiness.is_exact
            assert fraction == pytest.approx(readiness.low, abs=1e-12)


@given(asked, asked)
def test_every_skill_stands_in_one_part(first: Asked, second: Asked) -> None:
    found = compare_roles(PromotionGraph(framework(first, second)), "first", "second")
    both = [shared.skill for shared in found.both]
    assert set(both) == first.keys() & second.keys()
    assert sorted([*found.higher[0], *found.higher[1], *found.equal]) == sorted(both)
    for part, mine, theirs in zip(found.only, (first, second), (second, first), strict=True):
        assert {one.skill for one in part} == mine.keys() - theirs.keys()
        weights = [one.weight for one in part]
        assert weights == sorted(weights, reverse=True)
    heavier = [max(one.first.weight, one.second.weight) for one in found.both]
    assert heavier == sorted(heavier, reverse=True)


def yaml_roles(root: Path) -> dict[str, dict[str, Any]]:
    """The roles of the shipped files as they are written."""
    roles = {}
    for file in (root / "data").glob("roles-*.yaml"):
        for role in yaml.safe_load(file.read_text(encoding="utf-8"))["roles"]:
            roles[role["id"]] = role
    return roles


def test_the_roles_of_the_article_come_out_as_their_files_say(root: Path) -> None:
    (catalogue,) = read_files([root / "data"], today=date(2026, 11, 23)).catalogues
    graph, written = PromotionGraph(catalogue), yaml_roles(root)
    for first, second in (("account-manager", "line-manager"), ("engineer", "chief-engineer")):
        found = compare_roles(graph, first, second)
        asked = [
            {one["skill"]: one for one in written[role]["requires"]} for role in (first, second)
        ]
        assert {one.skill for one in found.both} == asked[0].keys() & asked[1].keys()
        for there, here, fraction in (
            (asked[1], asked[0], found.carries_over[0]),
            (asked[0], asked[1], found.carries_over[1]),
        ):
            whole = sum(Fraction(str(one["weight"])) * one["level"] for one in there.values())
            kept = sum(
                Fraction(str(one["weight"])) * min(one["level"], here[skill]["level"])
                for skill, one in there.items()
                if skill in here
            )
            assert fraction == pytest.approx(float(kept / whole), abs=1e-12)
