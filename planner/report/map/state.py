"""What the map says of each role for one person: where they stand, what is open, what is next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from planner.core.gaps import Gap, Interval
from planner.core.graph import PromotionGraph
from planner.core.on_demand import OnDemand
from planner.core.people import Person, Stance, Wish


class Relation(StrEnum):
    """How a role relates to the person, the strongest relation first."""

    YOU = "you"
    TARGET = "target"
    ROUTE = "route"
    NEXT = "next"
    HELD = "held"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleState:
    """One role for one person.

    `is_compared` is False where there is nobody to compare; `readiness` None then, and where it is
    unknown. `is_unrated` where nobody has rated any of the role's skills. `since` is the first day
    in the present role. `held` are the first and the last day in a role held in the past. `wish`
    says how the person stands to the role, None where that was not said.
    """

    is_compared: bool = False
    readiness: Interval | None = None
    open_essentials: int = 0
    unrated: int = 0
    is_unrated: bool = False
    is_ready: bool = False
    since: date | None = None
    held: tuple[date, date] | None = None
    is_target: bool = False
    is_on_route: bool = False
    is_next: bool = False
    wish: Wish | None = None

    @property
    def stance(self) -> Stance | None:
        """How the person stands to the role, None where that was not said."""
        return self.wish.stance if self.wish else None

    @property
    def is_present(self) -> bool:
        """Whether the person holds this role."""
        return self.since is not None

    @property
    def relation(self) -> Relation:
        """The strongest relation."""
        if self.is_present:
            return Relation.YOU
        if self.is_target:
            return Relation.TARGET
        if self.is_on_route:
            return Relation.ROUTE
        if self.is_next:
            return Relation.NEXT
        return Relation.HELD if self.held else Relation.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class MapState:
    """The roles for one person, and the route from the present role to the target.

    `present` is empty where the person's role is not in the catalogue, `route` where there is no
    target or no way to it; else it names both ends. `others` are other routes beside it. `stances`
    are those that there are to any role, in their order.
    """

    roles: Mapping[str, RoleState]
    present: str = ""
    target: str = ""
    route: tuple[str, ...] = ()
    others: tuple[tuple[str, ...], ...] = ()
    stances: tuple[Stance, ...] = ()

    def is_step_of_route(self, from_role: str, to_role: str) -> bool:
        """Whether the route goes straight from one role to the other."""
        return (from_role, to_role) in zip(self.route, self.route[1:], strict=False)

    def is_step_of_others(self, from_role: str, to_role: str) -> bool:
        """Whether another route goes straight from one role to the other."""
        return any((from_role, to_role) in pairwise(other) for other in self.others)

    def with_routes(self, route: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> MapState:
        """Return the same with another route, and others beside it."""
        roles = {
            role: replace(state, is_on_route=role in route) for role, state in self.roles.items()
        }
        return replace(self, roles=roles, route=route, others=others)


def map_state(
    graph: PromotionGraph, person: Person | None, gaps: Mapping[str, Gap], as_of: date
) -> MapState:
    """Return what the map says for `person` on the day `as_of`, of each role when it is asked."""
    catalogue = graph.catalogue
    if person is None:
        return MapState(roles={role.id: RoleState() for role in catalogue.roles})
    position = person.position_on(as_of)
    present = position.role if catalogue.has_role(position.role) else ""
    target = person.target if person.target and catalogue.has_role(person.target) else ""
    route = graph.shortest_way(present, target) if present and target else ()
    next_roles = {role.id for role in graph.next_roles(present)} if present else set()
    held = _held(person, as_of)

    def state_of(role_id: str) -> RoleState:
        gap = gaps.get(role_id)
        is_present = role_id == present
        open_essentials = len(gap.open_essentials) if gap else 0
        return RoleState(
            is_compared=gap is not None,
            readiness=gap.readiness if gap else None,
            open_essentials=open_essentials,
            unrated=len(gap.unrated) if gap else 0,
            is_unrated=bool(gap and gap.is_unrated),
            is_ready=bool(gap and not open_essentials and gap.ready),
            since=position.since if is_present else None,
            held=None if is_present else held.get(role_id),
            is_target=role_id == target,
            is_on_route=role_id in route,
            is_next=role_id in next_roles,
            wish=person.wish_for(role_id, as_of),
        )

    said = {
        wish.stance for wish in person.wishes if wish.on <= as_of and catalogue.has_role(wish.role)
    }
    return MapState(
        roles=OnDemand({role.id: role for role in catalogue.roles}, state_of),
        present=present,
        target=target,
        route=route,
        stances=tuple(stance for stance in Stance if stance in said),
    )


def _held(person: Person, as_of: date) -> dict[str, tuple[date, date]]:
    """Return the first and last day of each role held before, by role; the newest time counts."""
    history = [position for position in person.history if position.since <= as_of]
    held: dict[str, tuple[date, date]] = {}
    # Before the first position nothing was held yet.
    followings = [*history[1:], None] if history else []
    for position, following in zip(history, followings, strict=True):
        last = position.until or (following.since if following else as_of)
        held[position.role] = (position.since, min(last, as_of))
    return held
