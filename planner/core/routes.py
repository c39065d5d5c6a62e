"""Routes: the ways of moves from the present role to a target, each with its years and hours.

A move into a role costs the practice for what it requires essentially and is not yet held; from
then on that is held. It takes the usual years in the role before it, less what was served there
already, and at least as long as the practice. A role with `after` may be entered only once those
tracks have been held. Among all routes those are kept that no other one beats in years, hours and
number of moves at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move, Role
from planner.core.people import DAYS_A_YEAR
from planner.core.routing.moves import RouteQuery, quickest_move, usual_years
from planner.core.routing.obstacles import Obstacle, obstacles
from planner.core.routing.standing import Standing
from planner.core.skills.effort import effort, learning_years

# Two figures of a route that differ by no more are the same.
TOLERANCE = 1e-6
# In a larger catalogue no more moves are searched unless somebody asks for them.
MANY_ROLES, MOVES_AMONG_MANY = 100, 6
# The tracks of the two experiences that the article compares.
BOTH_TRACKS = frozenset({"client", "line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStep:
    """One move of a route: what it takes, and what becomes of the levels held on arrival there.

    `years` are the larger of the stay before it and the learning time; `least_years` and
    `most_years` the same by the least and the most of the usual years. `unrated_hours` is the part
    of `hours` for skills that nobody has rated. `unestimated` are the skills to be learnt of which
    nobody says how many hours they take. The others are the new role's skills that are held
    already, partly held, or not held or unrated, and those that only the old role requires.
    """

    move: Move
    years: float
    least_years: float
    most_years: float
    hours: float
    unrated_hours: float
    unestimated: tuple[str, ...]
    asks_nothing: bool
    keep: tuple[str, ...]
    raised: tuple[str, ...]
    learn: tuple[str, ...]
    leave: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way from the present role to a target that visits no role twice, both ends included.

    `earliest` and `latest` are the days of arrival by the least and the most of the usual years,
    None beyond the end of the calendar.
    """

    roles: tuple[str, ...]
    steps: tuple[RouteStep, ...]
    earliest: date | None
    latest: date | None
    both_experiences: bool

    @property
    def moves(self) -> int:
        """How many moves it has."""
        return len(self.steps)

    @property
    def years(self) -> float:
        """How long it takes in all."""
        return sum(step.years for step in self.steps)

    @property
    def hours(self) -> float:
        """The hours of practice in all."""
        return sum(step.hours for step in self.steps)

    @property
    def unrated_hours(self) -> float:
        """The part of the hours that rests on skills which nobody has rated."""
        return sum(step.unrated_hours for step in self.steps)

    @property
    def unestimated(self) -> tuple[str, ...]:
        """The skills to be learnt of which nobody says how many hours they take, each once."""
        return tuple(dict.fromkeys(skill for step in self.steps for skill in step.unestimated))

    @property
    def asking_nothing(self) -> tuple[str, ...]:
        """The roles on it that require nothing essential, and so cost nothing."""
        return tuple(step.move.to_role for step in self.steps if step.asks_nothing)

    @property
    def figures(self) -> tuple[float, float, int]:
        """What routes are compared by: years, hours, moves."""
        return self.years, self.hours, self.moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """The answer to a query: the best routes by years, hours, moves; none only with obstacles.

    `is_complete` is False where longer routes than `most_moves` were not searched.
    """

    standing: Standing
    query: RouteQuery
    routes: tuple[Route, ...]
    most_moves: int | None
    is_complete: bool
    obstacles: tuple[Obstacle, ...]

    @property
    def fastest(self) -> Route:
        """The route with the fewest years, then hours, then moves; raise ValueError without one."""
        return min(self.routes, key=lambda route: route.figures)

    @property
    def least_learning(self) -> Route:
        """The route with the fewest hours, then years; raise ValueError without one."""
        return min(self.routes, key=lambda route: (route.hours, route.years, route.moves))

    @property
    def fewest_moves(self) -> Route:
        """The route with the fewest moves, then years; raise ValueError without one."""
        return min(self.routes, key=lambda route: (route.moves, route.years, route.hours))


def find_routes(
    graph: PromotionGraph,
    standing: Standing,
    query: RouteQuery,
    *,
    check: Callable[[float], None] = lambda _done: None,
) -> Routes:
    """Return every best route from where somebody stands, as `query` asks.

    `check` is told the part of the search that is done, 0..1, and may raise to stop it. Raise
    KeyError for an unknown role.
    """
    catalogue = graph.catalogue
    catalogue.role(query.target)
    most_moves = query.most_moves
    if most_moves is None and len(catalogue.roles) > MANY_ROLES:
        most_moves = MOVES_AMONG_MANY
    found: list[tuple[str, ...]] = []
    is_complete = True
    if standing.role == query.target:
        found = [(query.target,)] if set(query.through) <= {query.target} else []
    elif between := _between(graph, standing.role, query):
        # Imported here: the search needs numpy, which a start of the window does without.
        from planner.core.routing.search import best_ways
        from planner.core.routing.ways import has_longer_route, ways_between

        ways, roles = ways_between(graph, standing, query, between, most_moves)
        found = [tuple(roles[role] for role in way) for way in best_ways(ways, check)]
        is_complete = most_moves is None or not has_longer_route(ways, most_moves)
    routes = _front(route_along(graph, standing, query, way) for way in found)
    return Routes(
        standing=standing,
        query=query,
        routes=routes,
        most_moves=most_moves,
        is_complete=is_complete,
        obstacles=() if routes else obstacles(graph, standing, query, most_moves),
    )


def route_along(
    graph: PromotionGraph, standing: Standing, query: RouteQuery, roles: Sequence[str]
) -> Route:
    """Return the route along some roles, of which the first is the present one.

    Raise ValueError where no move that the query allows joins two of them.
    """
    catalogue = graph.catalogue
    levels = dict(standing.levels)
    served = standing.years_served
    steps = []
    for old, new in pairwise(roles):
        move = quickest_move(graph, old, new, query)
        if move is None:
            raise ValueError(f"no move leads from {old} to {new}")
        steps.append(_step(catalogue, standing, levels, move, served))
        served = 0.0
        for requirement in catalogue.role(new).requires:
            held = levels.get(requirement.skill, catalogue.scale.lowest)
            if requirement.essential and held is not None:
                levels[requirement.skill] = max(held, requirement.level)
    tracks = standing.tracks | {catalogue.role(role).track for role in roles}
    return Route(
        roles=tuple(roles),
        steps=tuple(steps),
        earliest=_day_after(standing.day, sum(step.least_years for step in steps)),
        latest=_day_after(standing.day, sum(step.most_years for step in steps)),
        both_experiences=tracks >= BOTH_TRACKS,
    )


def _step(
    catalogue: Catalogue,
    standing: Standing,
    levels: Mapping[str, float | None],
    move: Move,
    served: float,
) -> RouteStep:
    """Return the step of a move; `levels` are those held when it is made."""
    new = catalogue.role(move.to_role)
    hours = unrated = 0.0
    unestimated = []
    for requirement in new.requires:
        held = levels.get(requirement.skill, catalogue.scale.lowest)
        if not requirement.essential or held is None:
            continue
        skill = catalogue.skill(requirement.skill)
        cost = effort(skill, catalogue.scale, held, requirement.level)
        if cost is None:
            unestimated.append(requirement.skill)
            continue
        hours += cost
        if requirement.skill not in standing.levels:
            unrated += cost
    learning = learning_years(hours, standing.hours_a_week)
    least, most = move.years or (0.0, 0.0)
    keep, raised, learn = _becomes(catalogue, new, levels)
    leave = tuple(
        requirement.skill
        for requirement in catalogue.role(move.from_role).requires
        if requirement.skill not in {one.skill for one in new.requires}
        and levels.get(requirement.skill, 0.0) is not None
    )
    return RouteStep(
        move=move,
        years=max(0.0, usual_years(move) - served, learning),
        least_years=max(0.0, least - served, learning),
        most_years=max(0.0, most - served, learning),
        hours=hours,
        unrated_hours=unrated,
        unestimated=tuple(unestimated),
        asks_nothing=not any(requirement.essential for requirement in new.requires),
        keep=keep,
        raised=raised,
        learn=learn,
        leave=leave,
    )


def _becomes(
    catalogue: Catalogue, new: Role, levels: Mapping[str, float | None]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the skills of a role that are held, held in part, and not held or unrated."""
    keep, raised, learn = [], [], []
    for requirement in new.requires:
        skill = requirement.skill
        if skill not in levels:
            learn.append(skill)
            continue
        held = levels[skill]
        if held is None:
            continue
        if held >= requirement.level:
            keep.append(skill)
        elif held > catalogue.scale.lowest:
            raised.append(skill)
        else:
            learn.append(skill)
    return tuple(keep), tuple(raised), tuple(learn)


def _between(graph: PromotionGraph, start: str, query: RouteQuery) -> frozenset[str]:
    """Return the roles on ways from the start to the target, none where there is no way."""
    if not graph.catalogue.has_role(start):
        return frozenset()
    ahead = graph.reach(start, query.allows)
    if query.target not in ahead:
        return frozenset()
    behind = graph.reach(query.target, query.allows, backward=True)
    between = ahead & behind
    return between if between >= set(query.through) else frozenset()


def _front(routes: Iterable[Route]) -> tuple[Route, ...]:
    """Return the routes that no other one beats, of equal ones the first, sorted by figures."""
    kept: list[Route] = []
    for route in sorted(routes, key=lambda route: route.figures):
        if any(_reaches(other, route) for other in kept):
            continue
        kept = [other for other in kept if not _reaches(route, other)]
        kept.append(route)
    return tuple(kept)


def _reaches(one: Route, other: Route) -> bool:
    """Tell whether a route is in no respect worse than another."""
    return all(
        mine <= theirs + TOLERANCE for mine, theirs in zip(one.figures, other.figures, strict=True)
    )


def _day_after(day: date, years: float) -> date | None:
    try:
        return day + timedelta(days=round(years * DAYS_A_YEAR))
    except OverflowError:
        return None
