"""Every best route by brute force: all simple paths, in exact fractions, rules written once more.

It shares no code with the planner's search: what a level takes is read off the scale's points, the
ways come from networkx, and each is weighed as `Routes` of the help says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import networkx as nx

from planner.core.model import Catalogue, Move

TOLERANCE = Fraction(1, 1_000_000)
Figures = tuple[Fraction, Fraction, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where somebody stands: levels by skill, None for not applicable; tracks ever held."""

    role: str
    years_served: Fraction
    levels: Mapping[str, float | None]
    tracks: frozenset[str]
    hours_a_week: Fraction


def best_figures(
    catalogue: Catalogue,
    start: Start,
    target: str,
    *,
    through: Iterable[str] = (),
    avoid: Iterable[str] = (),
    kinds: Iterable[str] | None = None,
    most_moves: int | None = None,
) -> list[Figures]:
    """Return years, hours and moves of every route that no other one beats, sorted."""
    found = [
        figures_of(catalogue, start, path, kinds)
        for path in legal_paths(
            catalogue,
            start,
            target,
            through=set(through),
            avoid=set(avoid),
            kinds=kinds,
            most_moves=most_moves,
        )
    ]
    best: list[Figures] = []
    for one in sorted(set(found)):
        if any(_as_good(other, one) for other in best):
            continue
        best = [other for other in best if not _as_good(one, other)]
        best.append(one)
    return best


def legal_paths(
    catalogue: Catalogue,
    start: Start,
    target: str,
    *,
    through: set[str],
    avoid: set[str],
    kinds: Iterable[str] | None = None,
    most_moves: int | None = None,
) -> Iterator[Sequence[str]]:
    """Yield the roles of every path that visits none twice, gates and filters kept."""
    if start.role == target:
        if through <= {target}:
            yield [target]
        return
    allowed = None if kinds is None else set(kinds)
    graph = nx.DiGraph()
    graph.add_nodes_from(role.id for role in catalogue.roles)
    graph.add_edges_from(
        (move.from_role, move.to_role)
        for move in catalogue.moves
        if allowed is None or str(move.kind) in allowed
    )
    tracks = {role.id: role.track for role in catalogue.roles}
    gates = {role.id: set(role.after) for role in catalogue.roles}
    for path in nx.all_simple_paths(graph, start.role, target, cutoff=most_moves):
        if avoid & set(path[1:]) or not through <= set(path):
            continue
        met = set(start.tracks) | {tracks[start.role]}
        for role in path[1:]:
            if not gates[role] <= met:
                break
            met.add(tracks[role])
        else:
            yield path


def figures_of(
    catalogue: Catalogue, start: Start, path: Sequence[str], kinds: Iterable[str] | None = None
) -> Figures:
    """Return years, hours and moves of one path, as fractions."""
    allowed = None if kinds is None else set(kinds)
    held = dict(start.levels)
    years = hours = Fraction(0)
    served = start.years_served
    for old, new in pairwise(path):
        practice = Fraction(0)
        for asked in next(role for role in catalogue.roles if role.id == new).requires:
            if not asked.essential or (asked.skill in held and held[asked.skill] is None):
                continue
            before = held.get(asked.skill) or 0.0
            practice += _hours(catalogue, asked.skill, before, asked.level)
            held[asked.skill] = max(before, asked.level)
        stay = min(
            _middle(move)
            for move in catalogue.moves
            if (move.from_role, move.to_role) == (old, new)
            and (allowed is None or str(move.kind) in allowed)
        )
        years += max(Fraction(0), stay - served, practice / (start.hours_a_week * 52))
        hours += practice
        served = Fraction(0)
    return years, hours, len(path) - 1


def _middle(move: Move) -> Fraction:
    if move.years is None:
        return Fraction(0)
    return (Fraction(move.years[0]) + Fraction(move.years[1])) / 2


def _hours(catalogue: Catalogue, skill_id: str, held: float, required: float) -> Fraction:
    """Return the hours from one level to another, 0 where nobody says."""
    if required <= held:
        return Fraction(0)
    skill = next(skill for skill in catalogue.skills if skill.id == skill_id)
    points = {Fraction(0): Fraction(0)}
    said = skill.hours or [
        (level.number, level.hours) for level in catalogue.head.scale.levels if level.hours
    ]
    points |= {Fraction(level): Fraction(hours) for level, hours in said}
    if required > max(points):
        return Fraction(0)
    return _at(points, Fraction(required)) - _at(points, Fraction(held))


def _at(points: Mapping[Fraction, Fraction], level: Fraction) -> Fraction:
    low = max(point for point in points if point <= level)
    high = min(point for point in points if point >= level)
    if low == high:
        return points[low]
    share = (level - low) / (high - low)
    return points[low] + share * (points[high] - points[low])


def _as_good(one: Figures, other: Figures) -> bool:
    return all(mine <= theirs + TOLERANCE for mine, theirs in zip(one, other, strict=True))
