"""A report of one person: whose it is and how they stand, then what is told, on fewest sheets."""

from __future__ import annotations

from collections.abc import Callable

from planner.report.pages import PageContext, Press, running, standing_words
from planner.report.paper.fewest_sheets import flow_on_fewest_sheets
from planner.report.paper.flow import Flow, Sheet
from planner.report.paper.spread import Spread

_MOST_NAME_LINES = 8


def person_report(
    context: PageContext, press: Press, title: str, add: Callable[[Flow], None]
) -> tuple[Sheet, ...]:
    """Return the sheets of a report; `add` sets what stands below its head, maybe repeatedly."""

    def made(spread: Spread) -> Flow:
        flow = Flow(context.sheet, press.measure, running(title, context), spread)
        flow.text(context.person.name, bold=True, colour="accent", most=_MOST_NAME_LINES)
        flow.title(title)
        flow.text(standing_words(context), colour="text-quiet", most=_MOST_NAME_LINES)
        add(flow)
        flow.tell_rest()
        return flow

    return flow_on_fewest_sheets(made).sheets()
