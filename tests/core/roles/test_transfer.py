"""A move to another industry, by hand, and the tracks of the shipped data worked out anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Basis, Interval
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Requirement
from planner.core.people import Rater, Rating
from planner.core.roles.transfer import (
    RoleTransfer,
    Transfer,
    portable_part,
    tracks_by_portability,
    transfer,
)
from tests.catalogues import TODAY, small_catalogue, small_person

# Negotiation carries over by 0.8, contract law by 0.5.
PORTABILITY = {"negotiation": 0.8, "law": 0.5}


def catalogue() -> Catalogue:
    small = small_catalogue()
    return replace(
        small,
        skills=tuple(replace(one, portability=PORTABILITY[one.id]) for one in small.skills),
    )


def rating(skill: str, level: float | None, entry: int = 1) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=date(2025, 1, 1))


def moved(
    *ratings: Rating, to: str = "banking", own: str = "software", framework: Catalogue | None = None
) -> Transfer:
    return transfer(
        PromotionGraph(framework or catalogue()),
        replace(small_person(), industry=own),
        ratings,
        to,
        basis=Basis.AGREED,
        as_of=TODAY,
    )


def test_what_is_kept_of_each_skill() -> None:
    found = moved(rating("negotiation", 3.0), rating("law", 2.0, 2))
    assert [(one.skill, one.held, one.portability, one.kept) for one in found.skills] == [
        ("negotiation", 3.0, 0.8, pytest.approx(2.4)),
        ("law", 2.0, 0.5, 1.0),
    ]
    assert found.unrated == ()
    assert found.is_move


def test_readiness_now_and_there() -> None:
    # The director asks for negotiation 4 twice and for law 2 once, ten in all.
    # Now 2·3 + 2 = 8; there 2·2.4 + 1 = 5.8. A manager asks for negotiation 2 alone.
    found = moved(rating("negotiation", 3.0), rating("law", 2.0, 2))
    director = found.to_role("director")
    assert director is not None
    assert director.now == Interval(0.8, 0.8)
    assert director.there is not None
    assert director.there.low == director.there.high == pytest.approx(0.58)
    assert director.loss == pytest.approx(0.22)
    assert found.role == "manager"
    assert found.to_role("manager") == RoleTransfer(
        role="manager", now=Interval(1.0, 1.0), there=Interval(1.0, 1.0)
    )
    assert found.to_role("nobody") is None


def test_the_roles_that_carry_over_best_come_first_and_unknown_ones_last() -> None:
    # All there: 2.4 of 2 for three roles in the catalogue's order, then the two at 58 %.
    found = moved(rating("negotiation", 3.0), rating("law", 2.0, 2))
    assert [role.role for role in found.roles] == [
        "junior",
        "manager",
        "lead",
        "director",
        "line-manager",
        "cto",
    ]
    assert found.roles[-1] == RoleTransfer(role="cto", now=None, there=None)
    assert found.roles[-1].loss == 0.0


def test_of_roles_as_ready_there_the_one_that_loses_least_comes_first() -> None:
    # Law 5 is kept as 2.5, so that both roles stand at 62.5 % there; but whoever asks for 4 of
    # negotiation 3.125 (kept 2.5) was at 78.125 % before, and whoever asks for law at 100 %.
    small = catalogue()
    roles = tuple(
        replace(
            role,
            requires={
                "junior": (Requirement(skill="law", level=4.0),),
                "lead": (Requirement(skill="negotiation", level=4.0),),
            }.get(role.id, ()),
        )
        for role in small.roles
    )
    found = moved(
        rating("negotiation", 3.125),
        rating("law", 5.0, 2),
        framework=replace(small, roles=roles),
    )
    assert [(one.role, one.there) for one in found.roles[:2]] == [
        ("lead", Interval(0.625, 0.625)),
        ("junior", Interval(0.625, 0.625)),
    ]
    assert [one.loss for one in found.roles[:2]] == [0.15625, 0.375]


def test_of_intervals_as_low_the_higher_one_comes_first() -> None:
    # Negotiation unrated: with law 2 of 2 the director may be at 10 to 90 %, a manager at 0 to 100.
    found = moved(rating("law", 2.0))
    director = found.to_role("director")
    assert director is not None
    assert director.there == Interval(pytest.approx(0.1), pytest.approx(0.9))  # type: ignore[arg-type]
    assert [one.role for one in found.roles[:3]] == ["director", "line-manager", "junior"]
    assert found.unrated == ("negotiation",)


def test_what_is_not_applicable_is_in_no_list() -> None:
    found = moved(rating("negotiation", 3.0), rating("law", None, 2))
    assert [one.skill for one in found.skills] == ["negotiation"]
    assert found.unrated == ()


@pytest.mark.parametrize("own", ["software", " Software ", "SOFTWARE"])
def test_the_own_industry_keeps_all(own: str) -> None:
    found = moved(rating("negotiation", 3.0), to="software", own=own)
    assert not found.is_move
    assert [one.kept for one in found.skills] == [3.0]
    assert all(one.now == one.there for one in found.roles)


def test_somebody_without_an_industry_keeps_the_portable_part_anywhere() -> None:
    found = moved(rating("negotiation", 3.0), own="")
    assert found.is_move
    assert [one.kept for one in found.skills] == [pytest.approx(2.4)]
    director = found.to_role("director")
    assert director is not None
    assert director.now == Interval(0.6, 0.8)


def test_what_a_role_and_a_track_keep_by_themselves() -> None:
    # A director: (2·4·0.8 + 2·0.5) / 10 = 0.74; whoever asks for negotiation alone: 0.8.
    small = catalogue()
    assert portable_part(small, small.role("director")) == pytest.approx(0.74)
    assert portable_part(small, small.role("manager")) == pytest.approx(0.8)
    assert portable_part(small, small.role("cto")) is None
    client, line = tracks_by_portability(small)
    # Client: 0.8, 0.8, 0.74; line: 0.8, 0.74, and the officer of whom nothing is asked.
    assert (client.track, client.kept) == ("client", pytest.approx(0.78))
    assert (line.track, line.kept) == ("line", pytest.approx(0.77))
    assert dict(line.roles) == {"lead": pytest.approx(0.8), "line-manager": pytest.approx(0.74)}


def test_a_track_without_any_requirement_is_not_compared() -> None:
    small = catalogue()
    bare = replace(
        small,
        roles=tuple(
            replace(role, requires=()) if role.track == "line" else role for role in small.roles
        ),
    )
    assert [track.track for track in tracks_by_portability(bare)] == ["client"]


@given(
    level=st.floats(0, 5),
    law=st.none() | st.floats(0, 5),
    portable=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_no_readiness_is_larger_there(
    level: float, law: float | None, portable: tuple[float, float]
) -> None:
    small = small_catalogue()
    skills = tuple(
        replace(one, portability=part) for one, part in zip(small.skills, portable, strict=True)
    )
    found = moved(
        rating("negotiation", level),
        rating("law", law, 2),
        framework=replace(small, skills=skills),
    )
    for one in found.roles:
        assert (one.now is None) == (one.there is None)
        if one.now and one.there:
            assert 0 <= one.there.low <= one.now.low
            assert one.there.high <= one.now.high


# the shipped catalogue


def _by_hand(folder: Path, role_id: str) -> Fraction:
    """The part that a role keeps, as an exact fraction, straight from the YAML."""
    documents = [
        yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for file in sorted(folder.glob("*.yaml"))
    ]
    portability = {
        skill["id"]: Fraction(skill.get("portability", "1"))
        for document in documents
        for skill in document.get("skills", [])
    }
    (role,) = [
        role
        for document in documents
        for role in document.get("roles", [])
        if role["id"] == role_id
    ]
    asked = [
        (Fraction(one.get("weight", "1")) * Fraction(one["level"]), portability[one["skill"]])
        for one in role["requires"]
    ]
    return sum(size * part for size, part in asked) / sum(size for size, _ in asked)


def test_an_account_manager_moves_more_easily_than_a_line_manager(
    shipped: Catalogue, root: Path
) -> None:
    """Article §4: the one's method is general, the other's experience is bound to its domain."""
    client, line = (
        portable_part(shipped, shipped.role(role)) for role in ("account-manager", "line-manager")
    )
    assert client == pytest.approx(float(_by_hand(root / "data", "account-manager")))
    assert line == pytest.approx(float(_by_hand(root / "data", "line-manager")))
    assert client is not None
    assert line is not None
    assert client > line


def test_the_client_track_keeps_more_than_the_line_track(shipped: Catalogue) -> None:
    order = [track.track for track in tracks_by_portability(shipped)]
    assert order.index("client") < order.index("line")
    parts = {track.track: dict(track.roles) for track in tracks_by_portability(shipped)}
    assert min(parts["client"].values()) > max(parts["line"].values())
