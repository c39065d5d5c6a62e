"""`what-if`: the gaps of somebody of whom something is imagined; nothing of it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.commands.rate import level_said
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, gap, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.keeping.plain_text import one_line
from planner.core.model import Catalogue
from planner.core.planning.what_if import WhatIf, check_what_if, imagined_person, imagined_ratings
from planner.core.text import message
from planner.report.plain import plain_gap
from planner.report.what_if_words import not_real_words, what_if_words
from planner.terminal import unknown_skill

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell the gaps; raise PlannerError for something that cannot be imagined."""
    options, texts, as_of = terminal.options, terminal.texts, terminal.day_looked_at()
    basis, wanted = Basis(options.basis), options.role
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        ratings = store.ratings(person.catalogue, person.id)
    for role in (options.present_role, wanted):
        if role is not None:
            terminal.check_role(graph, role)
    what_if = WhatIf(
        levels=_levels(options.set or (), graph.catalogue),
        hours_a_week=options.hours,
        industry=None if options.industry is None else one_line(options.industry),
        role=options.present_role,
    )
    check_what_if(what_if, graph.catalogue)
    seen = imagined_person(person, what_if, as_of)
    counting = imagined_ratings(ratings_that_count(ratings, basis, as_of), what_if, as_of)
    present = seen.position_on(as_of).role
    gaps = [
        gap(graph, seen, counting, role, basis=basis, as_of=as_of, industry=what_if.industry)
        for role in ([wanted] if wanted else [role.id for role in graph.next_roles(present)])
    ]
    plain = [{**plain_gap(found), "what_if": True} for found in gaps]

    def lines() -> str:
        said = [what_if_words(what_if, graph.catalogue, texts), not_real_words(texts), ""]
        return "\n".join([*said, terminal.gap_lines(gaps, seen, graph)])

    return terminal.answer(plain[0] if wanted else plain, lines)


def _levels(said: Iterable[str], catalogue: Catalogue) -> dict[str, float | None]:
    """Return the levels of `SKILL=LEVEL`; of a skill named twice the last one."""
    levels = {}
    for one in said:
        skill, equals, level = one.partition("=")
        if not equals:
            raise PlannerError(
                message("“{said}” does not name a skill with a level.", said=one),
                remedy=message("Write it as SKILL=LEVEL, such as negotiation=4."),
            )
        if not catalogue.has_skill(skill):
            raise unknown_skill(catalogue, skill)
        levels[skill] = level_said(level)
    return levels
