"""`plan`: the development plan in its order, when it would be done, and as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.core.career import Career
from planner.core.gaps import Basis, first_role_to_open, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.planning.plan import Plan, plan_of
from planner.core.text import message
from planner.report.plan.rows import plain_plan, plan_foot, plan_heading, plan_table

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell the plan, or write it as a calendar; raise PlannerError for an unknown person."""
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        career = store.career(person.catalogue, person.id)
    plan = _plan(terminal, graph, career)
    to = terminal.options.ics
    if to is not None:
        from planner.files.calendar import write_calendar

        write_calendar(career, graph.catalogue, terminal.texts, terminal.today, to)
        if not terminal.options.json:
            terminal.output.say(message("Written to {file}", file=str(to)))
            return 0
    return terminal.answer(
        plain_plan(plan, career.person), lambda: _lines(terminal, plan, graph, career)
    )


def _plan(terminal: Terminal, graph: PromotionGraph, career: Career) -> Plan:
    person, today = career.person, terminal.today
    gaps = gaps_to_every_role(graph, person, career.ratings, basis=Basis.AGREED, as_of=today)
    role = first_role_to_open(graph, person, gaps) if gaps else ""
    return plan_of(career, graph.catalogue, gaps.get(role), today)


def _lines(terminal: Terminal, plan: Plan, graph: PromotionGraph, career: Career) -> str:
    texts, catalogue = terminal.texts, graph.catalogue
    heading = "\n".join(plan_heading(plan, career.person, catalogue, texts))
    if not plan.actions:
        return heading
    table = terminal.table(plan_table(plan, catalogue, texts))
    return f"{heading}\n\n{table}\n\n{plan_foot(plan, texts)}"
