"""No last sheet for a few lines: set a little closer, or with more of what stands before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from planner.report.paper.flow import BODY, LEADING, Flow
from planner.report.paper.spread import USUAL, Spread

Made = TypeVar("Made")

# How much of the usual space is left between what is set, from hardly closer to closest, and how
# much a last sheet holds that is saved so: for half a sheet nothing is set much closer.
_CLOSER = ((0.8, 0.5), (0.7, 0.25), (0.6, 0.25))
# A last sheet that cannot be saved and holds no more looks forgotten: the one before it ends a
# part of its height early, so that more goes over. What is too high for this to look better stays.
_FEW_LINES = 6 * BODY * LEADING
_EARLIER = (0.15, 0.25)
_MOST_GONE_OVER = 0.45


def on_fewest_sheets(make: Callable[[Spread], Made], flow_of: Callable[[Made], Flow]) -> Made:
    """Return what `make` sets as usual, or where its last sheet would hold little otherwise.

    That is closer, as little as saves as many sheets as can be, or with more of what stands before.
    """
    best, spread = _closer(make, flow_of)
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


def _closer(make: Callable[[Spread], Made], flow_of: Callable[[Made], Flow]) -> tuple[Made, Spread]:
    """Return what is set as usual, or closer where that saves sheets, no closer than it takes."""
    usual = make(USUAL)
    flow = flow_of(usual)
    spreads = [
        Spread(closeness=closeness)
        for closeness, most in _CLOSER
        if flow.page_count > 1 and _used(flow) < most * flow.whole_room
    ]
    if not spreads:
        return usual, USUAL
    # The closest comes first: what it does not save no other one does.
    closest = make(spreads[-1])
    fewest = flow_of(closest).page_count
    if fewest >= flow.page_count:
        return usual, USUAL
    for spread in spreads[:-1]:
        closer = make(spread)
        if flow_of(closer).page_count == fewest:
            return closer, spread
    return closest, spreads[-1]


def flow_on_fewest_sheets(make: Callable[[Spread], Flow]) -> Flow:
    """Return the flow that `make` sets, as `on_fewest_sheets` does."""
    return on_fewest_sheets(make, lambda flow: flow)


def _used(flow: Flow) -> float:
    """Return how much of the height of the last sheet is used."""
    return flow.whole_room - flow.room
