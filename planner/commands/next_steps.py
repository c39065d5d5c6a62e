"""`next-steps`: every single step up in a skill, the most readiness by hour first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.core.gaps import Basis, gaps_with, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.people import Person
from planner.core.planning.next_steps import NextSteps, next_steps
from planner.core.routing.standing import standing
from planner.report.plan.next_steps_rows import (
    key_skill_words,
    next_steps_rows,
    next_steps_rule,
    next_steps_title,
    no_step_words,
    plain_next_steps,
)

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell the steps; raise PlannerError for an unknown person."""
    basis, as_of = Basis(terminal.options.basis), terminal.day_looked_at()
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        counting = ratings_that_count(store.ratings(person.catalogue, person.id), basis, as_of)
    if terminal.options.role is not None:
        terminal.check_role(graph, terminal.options.role)
    gaps = gaps_with(graph, person, counting, basis=basis, as_of=as_of)
    found = next_steps(
        graph,
        standing(graph.catalogue, person, counting, as_of),
        gaps,
        role=terminal.options.role,
        unwanted=person.unwanted(as_of),
    )
    return terminal.answer(
        plain_next_steps(found, person, basis, as_of),
        lambda: _lines(terminal, found, person, graph),
    )


def _lines(terminal: Terminal, found: NextSteps, person: Person, graph: PromotionGraph) -> str:
    texts, catalogue = terminal.texts, graph.catalogue
    heading = texts.tr(
        "{name}: the next best steps, as of {day}",
        name=person.name,
        day=texts.date(terminal.day_looked_at()),
    )
    rows = next_steps_rows(found, catalogue, texts)
    if len(rows) == 1:
        return "\n".join([heading, no_step_words(found, texts)])
    parts = [
        heading,
        next_steps_title(found, catalogue, texts),
        terminal.table(rows),
        key_skill_words(found.key_skill, found, catalogue, texts),
        next_steps_rule(found, texts),
    ]
    return "\n\n".join(part for part in parts if part)
