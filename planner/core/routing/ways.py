"""The moves among which routes are searched, as numbers: only roles that lie on the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move
from planner.core.routing.moves import RouteQuery, usual_years
from planner.core.routing.search import Reals, Truths, Ways
from planner.core.routing.standing import Standing
from planner.core.skills.effort import WEEKS_A_YEAR, hours_by_level

# So many ways are looked at before it is taken for granted that there are longer routes.
_LOOKED_AT = 20_000


def ways_between(
    graph: PromotionGraph,
    standing: Standing,
    query: RouteQuery,
    between: Collection[str],
    most_moves: int | None,
) -> tuple[Ways, tuple[str, ...]]:
    """Return the moves among the roles `between`, and the ids of the roles by their numbers."""
    catalogue = graph.catalogue
    roles = tuple(role.id for role in catalogue.roles if role.id in between)
    number = {role: at for at, role in enumerate(roles)}
    first, ends, stay = [0], [], []
    for role in roles:
        served = standing.years_served if role == standing.role else 0.0
        for move in _moves_out(graph, query, role, standing.role):
            if move.to_role in number:
                ends.append(number[move.to_role])
                stay.append(max(0.0, usual_years(move) - served))
        first.append(len(ends))
    hours, held = _hours(catalogue, standing, roles)
    gates = list(dict.fromkeys(track for role in roles for track in catalogue.role(role).after))
    longest = len(roles) - 1
    ways = Ways(
        start=number[standing.role],
        target=number[query.target],
        first=np.array(first, dtype=np.intp),
        ends=np.array(ends, dtype=np.intp),
        stay=np.array(stay),
        hours=hours,
        held=held,
        met=_table(roles, gates, lambda role: (catalogue.role(role).track,)),
        asked=_table(roles, gates, lambda role: catalogue.role(role).after),
        met_before=np.array([gate in standing.tracks for gate in gates], dtype=bool),
        through=tuple(number[role] for role in query.through),
        most_moves=longest if most_moves is None else min(most_moves, longest),
        hours_a_year=standing.hours_a_week * WEEKS_A_YEAR,
    )
    return ways, roles


def has_longer_route(ways: Ways, most_moves: int) -> bool:
    """Whether there are routes of more moves than that; yes where it is too long to look."""
    if most_moves >= ways.roles - 1:
        return False
    ends = [
        [int(end) for end in ways.ends[ways.first[role] : ways.first[role + 1]]]
        for role in range(ways.roles)
    ]
    paths: list[tuple[int, ...]] = [(ways.start,)]
    for _ in range(_LOOKED_AT):
        if not paths:
            return False
        path = paths.pop()
        if len(path) > most_moves:
            if _leads_on(ends, path, ways.target):
                return True
            continue
        met = ways.met_before | ways.met[list(path)].any(axis=0)
        paths.extend(
            (*path, end)
            for end in ends[path[-1]]
            if end != ways.target and end not in path and not np.any(ways.asked[end] & ~met)
        )
    return True


def _leads_on(ends: list[list[int]], path: tuple[int, ...], target: int) -> bool:
    """Tell whether a way can go on to the target without a role that it has visited."""
    seen, ahead = set(path), [path[-1]]
    while ahead:
        for end in ends[ahead.pop()]:
            if end == target:
                return True
            if end not in seen:
                seen.add(end)
                ahead.append(end)
    return False


def _table(
    roles: Sequence[str], gates: Sequence[str], tracks_of: Callable[[str], Collection[str]]
) -> Truths:
    """Return for each role which of the gates' tracks are among some of its own."""
    table = np.zeros((len(roles), len(gates)), dtype=bool)
    column = {gate: at for at, gate in enumerate(gates)}
    for row, role in enumerate(roles):
        for track in tracks_of(role):
            if track in column:
                table[row, column[track]] = True
    return table


def _moves_out(graph: PromotionGraph, query: RouteQuery, role: str, start: str) -> Iterable[Move]:
    """Return the quickest move to each role that one from here may lead to."""
    quickest: dict[str, Move] = {}
    if role == query.target:
        return ()
    for move in graph.moves_out(role):
        end = move.to_role
        if end in (role, start) or not query.allows(move):
            continue
        if end not in quickest or usual_years(move) < usual_years(quickest[end]):
            quickest[end] = move
    return quickest.values()


def _hours(catalogue: Catalogue, standing: Standing, roles: tuple[str, ...]) -> tuple[Reals, Reals]:
    """Return the hours up to what each role asks essentially, and up to what is held.

    A skill that is not applicable, or of which nobody says how many hours it takes, has none.
    """
    asked: dict[str, list[tuple[int, float]]] = {}
    for row, role in enumerate(roles):
        for requirement in catalogue.role(role).requires:
            if requirement.essential:
                asked.setdefault(requirement.skill, []).append((row, requirement.level))
    skills = [skill for skill in asked if standing.levels.get(skill, 0.0) is not None]
    hours, held = np.zeros((len(roles), len(skills))), np.zeros(len(skills))
    for column, skill in enumerate(skills):
        points = np.array(hours_by_level(catalogue.skill(skill), catalogue.scale))
        rows, levels = np.array([row for row, _ in asked[skill]]), [at for _, at in asked[skill]]
        known = np.array(levels) <= points[-1, 0]
        needed = np.interp(levels, points[:, 0], points[:, 1])
        hours[rows[known], column] = needed[known]
        held[column] = np.interp(standing.levels.get(skill) or 0.0, points[:, 0], points[:, 1])
    return hours, held
