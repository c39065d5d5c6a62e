"""The layout against Graphviz's dot: crossings of straight lines between box centres, and time.

dot has the same ranks, and the tracks as clusters; both are counted by the same counter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import TypeVar

from planner.core.boxes import Size
from planner.core.layout import layout
from planner.core.model import Catalogue
from tests.bench.rows import Row
from tests.crossings import crossings, joined
from tests.dot import dot_places
from tests.generated import career_catalogue, framework_catalogue

_SIZE = Size(176.0, 58.0)
# Roles, tracks, ranks; the seeds; the goal for the crossings against dot's; the seconds allowed.
_CASES = (
    (25, 3, 5, range(8), 1.0, 0.5),
    (25, 4, 4, range(8), 1.0, 0.5),
    (200, 8, 8, range(4), 1.0, 0.5),
    (200, 18, 8, range(4), 1.0, 0.5),
    (200, 5, 6, range(6), 1.0, 0.5),
    (2000, 20, 12, range(1), 1.1, 5.0),
    (2000, 40, 10, range(1), 1.1, 5.0),
    (2000, 110, 12, range(1), 1.1, 5.0),
)
_SECONDS_FOR_THE_FRAMEWORK = 5.0

_Found = TypeVar("_Found")


def measure() -> Sequence[Row]:
    """Return crossings (the sum over the seeds) and the median time of each shape."""
    rows: list[Row] = []
    # The first call of each loads its libraries.
    small = career_catalogue(10, 2, 3)
    layout(small, _SIZE)
    dot_places(small)
    for roles, tracks, ranks, seeds, goal, seconds in _CASES:
        what = f"layout of {roles:,} roles in {tracks} tracks and {ranks} ranks"
        ours, dots = [], []
        for seed in seeds:
            catalogue = career_catalogue(roles, tracks, ranks, seed)
            ours.append(_measured(catalogue, _our_places))
            dots.append(_measured(catalogue, dot_places))
        rows += [
            Row(
                what=f"(b) {what}, crossings in {len(seeds)}",
                ours=sum(crossed for crossed, _ in ours),
                unit="crossings",
                yardstick=sum(crossed for crossed, _ in dots),
                against="Graphviz dot",
                goal=goal,
            ),
            Row(
                what=f"(b) {what} (dot: {median(time for _, time in dots):.2f} s)",
                ours=median(time for _, time in ours),
                unit="s",
                goal=seconds,
            ),
        ]
    framework = framework_catalogue()
    rows.append(
        Row(
            what=f"(b) layout of {len(framework.roles)} roles with {len(framework.moves):,} moves",
            ours=_timed(framework, _our_places)[1],
            unit="s",
            goal=_SECONDS_FOR_THE_FRAMEWORK,
        )
    )
    return rows


def _our_places(catalogue: Catalogue) -> dict[str, tuple[float, float]]:
    return {role: (box.x, box.y) for role, box in layout(catalogue, _SIZE).boxes.items()}


def _measured(
    catalogue: Catalogue, place: Callable[[Catalogue], dict[str, tuple[float, float]]]
) -> tuple[int, float]:
    places, seconds = _timed(catalogue, place)
    return crossings(places, joined(catalogue)), seconds


def _timed(catalogue: Catalogue, work: Callable[[Catalogue], _Found]) -> tuple[_Found, float]:
    start = perf_counter()
    found = work(catalogue)
    return found, perf_counter() - start
