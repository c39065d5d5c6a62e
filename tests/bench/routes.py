"""Every best route to a target, on the shipped catalogue and on a large made-up framework.

Beside it all simple paths of as many moves from networkx, stopped after a minute.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence
from datetime import date
from statistics import median
from time import perf_counter

import networkx as nx
import numpy as np

from planner.core.gaps import Basis, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.routes import find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import Standing, standing
from planner.opening import sample_store
from tests.bench.rows import Row
from tests.generated_routes import routes_catalogue

_ROUNDS = 5
_MOVES = 6
_STOPPED_AFTER = 60.0
_DAY = date(2026, 11, 26)


def measure() -> Sequence[Row]:
    """Return the times to the exact front, and the memory that the large search takes."""
    return [_shipped(), *_large()]


def _shipped() -> Row:
    with sample_store(_DAY, "en") as store:
        person = next(one for one in store.people() if one.id == "sample-am")
        catalogue = store.catalogue(person.catalogue)
        counting = ratings_that_count(store.ratings(catalogue.id, person.id), Basis.AGREED, _DAY)
    graph, here = PromotionGraph(catalogue), standing(catalogue, person, counting, _DAY)
    times = [
        median(_seconds(graph, here, RouteQuery(target=role.id)) for _ in range(_ROUNDS))
        for role in catalogue.roles
    ]
    return Row(
        what=f"(g) routes to a role of the shipped catalogue, the slowest of {len(times)}",
        ours=1000 * max(times),
        unit="ms",
        goal=10.0,
    )


def _large() -> Sequence[Row]:
    catalogue = routes_catalogue()
    graph = PromotionGraph(catalogue)
    pairs = _pairs(catalogue)
    times, routes = [], 0
    for start, target in pairs:
        here = _somebody(catalogue, start)
        times.append(_seconds(graph, here, RouteQuery(target=target, most_moves=_MOVES)))
        routes += len(find_routes(graph, here, RouteQuery(target=target, most_moves=_MOVES)).routes)
    start, target = pairs[int(np.argmax(times))]
    tracemalloc.start()
    find_routes(graph, _somebody(catalogue, start), RouteQuery(target=target, most_moves=_MOVES))
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    paths, seconds = _every_path(graph, start, target)
    many = f"{len(catalogue.roles)} roles, {len(catalogue.moves):,} moves"
    end = "stopped" if seconds >= _STOPPED_AFTER else "done"
    return [
        Row(
            what=f"(g) routes, {many}, up to {_MOVES} moves, the slowest of {len(pairs)} targets "
            f"({routes} routes; median {median(times):.2f} s; every simple path by networkx: "
            f"{paths:,}, {end} after {seconds:.0f} s)",
            ours=max(times),
            unit="s",
            goal=0.3,
        ),
        Row(what="(g) memory of that search", ours=peak, unit="MB", goal=100.0),
    ]


def _pairs(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return starts of low rank with targets of high rank, the same in every run."""
    chance = np.random.default_rng(1)
    low = [role.id for role in catalogue.roles if role.rank <= 2]
    high = [role.id for role in catalogue.roles if role.rank >= 6]
    return [(str(chance.choice(low)), str(chance.choice(high))) for _ in range(12)]


def _somebody(catalogue: Catalogue, start: str) -> Standing:
    chance = np.random.default_rng(2)
    return Standing(
        role=start,
        years_served=1.5,
        levels={
            skill.id: float(round(chance.uniform(0, 3), 2))
            for skill in catalogue.skills
            if chance.random() < 0.8
        },
        tracks=frozenset({catalogue.role(start).track}),
        hours_a_week=3.0,
        day=_DAY,
    )


def _seconds(graph: PromotionGraph, here: Standing, query: RouteQuery) -> float:
    begin = perf_counter()
    find_routes(graph, here, query)
    return perf_counter() - begin


def _every_path(graph: PromotionGraph, start: str, target: str) -> tuple[int, float]:
    """Count the simple paths, gates aside, until they end or time is up."""
    begin = perf_counter()
    plain = nx.DiGraph(graph.networkx)
    count = 0
    for _ in nx.all_simple_paths(plain, start, target, cutoff=_MOVES):
        count += 1
        if count % 1000 == 0 and perf_counter() - begin >= _STOPPED_AFTER:
            break
    return count, perf_counter() - begin
