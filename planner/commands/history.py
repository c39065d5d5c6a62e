"""`history`: a skill's ratings over time, or the readiness for the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.core.gaps import Basis, first_role_to_open, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.people import Person, Rating
from planner.core.skills.history import positions_until, readiness_history, skill_history
from planner.files.window_settings import stale_months
from planner.report.gaps.history_rows import rating_rows, readiness_rows
from planner.report.plain import plain_rating_history, plain_readiness_history
from planner.terminal import unknown_skill

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell the history; raise PlannerError for an unknown person or skill."""
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        ratings = store.ratings(person.catalogue, person.id)
    if terminal.options.skill is None:
        return _readiness(terminal, graph, person, ratings)
    return _skill(terminal, graph, person, ratings)


def _skill(
    terminal: Terminal, graph: PromotionGraph, person: Person, ratings: tuple[Rating, ...]
) -> int:
    catalogue, texts = graph.catalogue, terminal.texts
    skill, as_of = terminal.options.skill, terminal.day_looked_at()
    if not catalogue.has_skill(skill):
        raise unknown_skill(catalogue, skill)
    months = stale_months(terminal.places.settings)
    history = skill_history(ratings, skill, as_of)

    def lines() -> str:
        heading = texts.tr(
            "{name}: {skill}, as of {day}",
            name=person.name,
            skill=texts.pick(catalogue.skill(skill).name),
            day=texts.date(as_of),
        )
        if not history:
            return heading + "\n" + texts.tr("Nobody has rated this skill yet.")
        rows = rating_rows(history, catalogue.scale, texts, as_of, months)
        return heading + "\n" + terminal.table(rows)

    return terminal.answer(plain_rating_history(person, skill, history, as_of, months), lines)


def _readiness(
    terminal: Terminal, graph: PromotionGraph, person: Person, ratings: tuple[Rating, ...]
) -> int:
    catalogue, texts = graph.catalogue, terminal.texts
    as_of, basis = terminal.day_looked_at(), Basis(terminal.options.basis)
    role = person.target
    if role is None or not catalogue.has_role(role):
        gaps = gaps_to_every_role(graph, person, ratings, basis=basis, as_of=as_of)
        role = first_role_to_open(graph, person, gaps)
    history = readiness_history(graph, person, ratings, role, basis=basis, as_of=as_of)
    positions = positions_until(person, as_of)

    def lines() -> str:
        heading = texts.tr(
            "{name}: readiness for {role}, as of {day}",
            name=person.name,
            role=texts.pick(catalogue.role(role).name),
            day=texts.date(as_of),
        )
        if not history.changes:
            return heading + "\n" + texts.tr("Nothing that counts was rated up to this day.")
        return heading + "\n" + terminal.table(readiness_rows(history, catalogue, texts))

    return terminal.answer(plain_readiness_history(person, history, positions), lines)
