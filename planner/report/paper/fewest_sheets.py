"""No last sheet for a few lines: set a little closer, or with more of what stands before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from planner.report.paper.flow import BODY, LEADING, Flow
from planner.report.paper.spread import USUAL, Spread

Made = TypeVar("Made")

# A last sheet that holds less of what it could is to be saved.
_LITTLE = 0.25
# How much of the usual space is left between what is set: from hardly closer to closest.
_CLOSER = (0.9, 0.8, 0.7, 0.6)
# A last sheet that cannot be saved and holds no more looks forgotten: the one before it ends a
# part of its height early, so that more goes over. What is too high for this to look better stays.
_FEW_LINES = 6 * BODY * LEADING
_EARLIER = (0.15, 0.2, 0.25, 0.3)
_MOST_GONE_OVER = 0.45


def on_fewest_sheets(make: Callable[[Spread], Made], flow_of: Callable[[Made], Flow]) -> Made:
    """Return what `make` sets as usual, or where its last sheet would hold little otherwise.

    That is as little closer as saves the sheet, else with more of what stands before on it.
    """
    best, spread = make(USUAL), USUAL
    for closeness in _CLOSER:
        flow = flow_of(best)
        if flow.page_count == 1 or _used(flow) >= _LITTLE * flow.whole_room:
            return best
        closer = make(Spread(closeness=closeness))
        if flow_of(closer).page_count < flow.page_count:
            best, spread = closer, Spread(closeness=closeness)
    flow = flow_of(best)
    count, whole = flow.page_count, flow.whole_room
    if count > 1 and _used(flow) <= _FEW_LINES:
        for part in _EARLIER:
            evener = make(replace(spread, early=count - 1, by=part * whole))
            used = _used(flow_of(evener))
            is_even = _FEW_LINES < used <= _MOST_GONE_OVER * whole
            if is_even and flow_of(evener).page_count == count:
                return evener
    return best


def flow_on_fewest_sheets(make: Callable[[Spread], Flow]) -> Flow:
    """Return the flow that `make` sets, as `on_fewest_sheets` does."""
    return on_fewest_sheets(make, lambda flow: flow)


def _used(flow: Flow) -> float:
    """Return how much of the height of the last sheet is used."""
    return flow.whole_room - flow.room
