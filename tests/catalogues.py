"""A small framework worked out by hand, with somebody in it, for tests of the map."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planner.core.gaps import Basis, Gap, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    RankName,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import Source, Text, same_text

TODAY = date(2026, 6, 1)
_EDITORIAL = Source("editorial")
_ARTICLE = Source("article §4")


def small_catalogue() -> Catalogue:
    """Return six roles in two tracks and three ranks; of the director's skills one is essential.

    Nothing is required of the technology officer.
    """
    asked = (
        Requirement(skill="negotiation", level=4.0, weight=2.0, source=_EDITORIAL),
        Requirement(skill="law", level=2.0, essential=False, source=_EDITORIAL),
    )
    lighter = (Requirement(skill="negotiation", level=2.0, source=_EDITORIAL),)
    return Catalogue(
        head=CatalogueHead(
            id="small",
            version="1",
            title=same_text("Small"),
            scale=Scale(
                levels=tuple(Level(number=float(n), name=same_text(f"L{n}")) for n in range(6))
            ),
            tracks=(
                Track(id="client", name=Text(en="Client track", zh="客户序列")),
                Track(id="line", name=Text(en="Line track", zh="团队序列")),
            ),
            ranks=(
                RankName(rank=1, name=Text(en="Entry", zh="起步")),
                RankName(rank=2, name=Text(en="Manager", zh="经理")),
            ),
        ),
        skills=(
            Skill(id="negotiation", name=Text(en="Negotiation", zh="谈判"), order=0),
            Skill(id="law", name=Text(en="Contract law", zh="合同法"), order=1),
        ),
        roles=tuple(
            Role(
                id=id_,
                name=Text(en=en, zh=zh),
                track=track,
                rank=rank,
                source=_ARTICLE if id_ == "director" else _EDITORIAL,
                purpose=Text(en=f"{en}s do it.", zh=f"{zh}负责。"),
                requires=requires,
                after=("line",) if id_ == "director" else (),
                order=order,
            )
            for order, (id_, en, zh, track, rank, requires) in enumerate(
                (
                    ("junior", "Junior account manager", "初级客户经理", "client", 1, lighter),
                    ("manager", "Account manager", "客户经理", "client", 2, lighter),
                    ("director", "Regional client director", "区域客户总监", "client", 3, asked),
                    ("lead", "Team lead", "团队主管", "line", 1, lighter),
                    ("line-manager", "Line manager", "直线经理", "line", 2, asked),
                    ("cto", "Chief technology officer", "首席技术官", "line", 3, ()),
                )
            )
        ),
        moves=tuple(
            Move(
                from_role=start,
                to_role=end,
                kind=kind,
                years=years,
                precondition=Text(en="Commercial sense.", zh="商业嗅觉。")
                if kind is MoveKind.RETURN
                else None,
                source=_ARTICLE if years == (3.0, 5.0) else _EDITORIAL,
                order=order,
            )
            for order, (start, end, kind, years) in enumerate(
                (
                    ("junior", "manager", MoveKind.PROMOTION, (1.0, 3.0)),
                    ("manager", "director", MoveKind.PROMOTION, (3.0, 5.0)),
                    ("junior", "director", MoveKind.CAREER_CHANGE, None),
                    ("manager", "line-manager", MoveKind.TRACK_CHANGE, (2.0, 2.0)),
                    ("line-manager", "manager", MoveKind.RETURN, None),
                    ("lead", "line-manager", MoveKind.PROMOTION, (2.0, 4.0)),
                    ("line-manager", "cto", MoveKind.DUAL_LADDER, (4.0, 6.5)),
                    ("director", "manager", MoveKind.RETURN, None),
                )
            )
        ),
    )


def small_person(target: str | None = "cto") -> Person:
    """Return an account manager for two years to the day, before that a junior one."""
    return Person(
        id="lin",
        name="Lin",
        catalogue="small",
        role="manager",
        since=date(2024, 6, 1),
        positions=(Position(role="junior", since=date(2021, 3, 1), until=date(2024, 5, 31)),),
        target=target,
    )


def small_ratings() -> tuple[Rating, ...]:
    """Return the one rating: negotiation at 3; contract law is unrated."""
    return (Rating(entry=1, skill="negotiation", level=3.0, by=Rater.AGREED, on=date(2025, 1, 1)),)


def small_gaps(graph: PromotionGraph, person: Person) -> Mapping[str, Gap]:
    """Return the person's gap to each role of the small framework."""
    return gaps_to_every_role(graph, person, small_ratings(), basis=Basis.AGREED, as_of=TODAY)
