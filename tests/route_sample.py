"""Small frameworks to look for routes in, and somebody who looks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.routes import Routes, find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import Standing
from planner.core.text import same_text

DAY = date(2026, 11, 26)
_HOURS = (0.0, 52.0, 156.0, 312.0)


def asks(**levels: float) -> tuple[Requirement, ...]:
    """Return essential requirements."""
    return tuple(Requirement(skill=skill, level=level) for skill, level in levels.items())


def role(id_: str, track: str = "client", rank: int = 1, **more: object) -> Role:
    """Return a role that asks for nothing unless `requires` says so."""
    return replace(Role(id=id_, name=same_text(id_), track=track, rank=rank), **more)


def move(
    from_role: str, to_role: str, years: tuple[float, float] | None = None, kind: str = "promotion"
) -> Move:
    """Return a move."""
    return Move(from_role=from_role, to_role=to_role, kind=MoveKind(kind), years=years)


def catalogue_of(roles: Sequence[Role], moves: Sequence[Move]) -> Catalogue:
    """Return a framework of two skills with hours, and one (`tact`) of which nobody says any."""
    return Catalogue(
        head=CatalogueHead(
            id="c",
            version="1",
            title=same_text("C"),
            scale=Scale(
                levels=tuple(
                    Level(number=float(number), name=same_text(str(number)))
                    for number in range(len(_HOURS))
                )
            ),
            tracks=tuple(Track(id=track, name=same_text(track)) for track in ("client", "line")),
        ),
        skills=tuple(
            Skill(
                id=skill,
                name=same_text(skill),
                hours=() if skill == "tact" else tuple(enumerate(_HOURS))[1:],
                order=order,
            )
            for order, skill in enumerate(("talk", "law", "tact"))
        ),
        roles=tuple(replace(one, order=order) for order, one in enumerate(roles)),
        moves=tuple(replace(one, order=order) for order, one in enumerate(moves)),
    )


def standing(**more: object) -> Standing:
    """Return somebody in `a` for a year, who holds talk 1 and practises one hour a week."""
    plain = Standing(
        role="a",
        years_served=1.0,
        levels={"talk": 1.0},
        tracks=frozenset({"client"}),
        hours_a_week=1.0,
        day=DAY,
    )
    return replace(plain, **more)


def answer(catalogue: Catalogue, query: RouteQuery, **more: object) -> Routes:
    """Return the routes of the somebody of these tests."""
    return find_routes(PromotionGraph(catalogue), standing(**more), query)
