"""Setting pages a little closer rather than begin a sheet for a few lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from planner.report.paper.flow import Flow

Made = TypeVar("Made")

# A last sheet of which more than this stays empty is to be saved.
_EMPTY = 0.75
# How much of the usual space is left between what is set: from hardly closer to closest.
_CLOSER = (0.8, 0.6)


def on_fewest_sheets(make: Callable[[float], Made], flow_of: Callable[[Made], Flow]) -> Made:
    """Return what `make` sets at a closeness: the usual 1, or a closer one that saves a sheet.

    The latter is tried only where the last of several sheets would hold little.
    """
    usual = make(1.0)
    flow = flow_of(usual)
    if flow.page_count > 1 and flow.room > _EMPTY * flow.whole_room:
        for closeness in _CLOSER:
            closer = make(closeness)
            if flow_of(closer).page_count < flow.page_count:
                return closer
    return usual


def flow_on_fewest_sheets(make: Callable[[float], Flow]) -> Flow:
    """Return the flow that `make` sets at a closeness, as `on_fewest_sheets` does."""
    return on_fewest_sheets(make, lambda flow: flow)
