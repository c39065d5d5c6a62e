"""`team`: levels, coverage and successors of the people of one catalogue."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.team.against_roles import Team
from planner.core.team.figures import Comparison, TeamFigures, team_figures
from planner.core.team.levels import joined, levels_in
from planner.core.text import message
from planner.files.window_settings import stale_months
from planner.report.team.rows import (
    member_rows,
    plain_team,
    skill_rows,
    succession_rows,
)
from planner.report.team.words import completeness_words

if TYPE_CHECKING:
    from planner.store.store import Store
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell of a team; return the exit code."""
    role: str | None = terminal.options.role
    with terminal.store() as store:
        graph = PromotionGraph(store.catalogue(catalogue_of_team(terminal, store)))
        if role is not None:
            terminal.check_role(graph, role)
        figures = team_figures(_team(terminal, store, graph))
    compared = figures.against(role)
    return terminal.answer(
        plain_team(figures, compared), lambda: _lines(terminal, figures, compared)
    )


def catalogue_of_team(terminal: Terminal, store: Store) -> str:
    """Return the catalogue named, else the one with people; raise PlannerError where unclear."""
    if (named := terminal.known_catalogue(store)) is not None:
        return named
    peopled = list(dict.fromkeys(person.catalogue for person in store.people()))
    # There is at least the shipped one, which every store is given.
    among = peopled or [head.id for head in store.catalogue_heads()]
    if len(among) > 1:
        ids = ", ".join(among)
        raise PlannerError(
            message("There are people in several catalogues: {catalogues}.", catalogues=ids)
            if peopled
            else message("There are several catalogues: {catalogues}.", catalogues=ids),
            remedy=message("Say which one with --catalogue."),
        )
    return among[0]


def _team(terminal: Terminal, store: Store, graph: PromotionGraph) -> Team:
    as_of, basis = terminal.day_looked_at(), Basis(terminal.options.basis)
    catalogue = graph.catalogue
    people = store.people(catalogue.id)
    ids = [person.id for person in people]
    skills = [skill.id for skill in catalogue.skills]
    with closing(store.levels(catalogue.id, ids, skills, basis=basis, as_of=as_of)) as blocks:
        levels = joined(ids, skills, (levels_in(block, skills) for block in blocks))
    months = stale_months(terminal.places.settings)
    return Team(graph=graph, people=people, levels=levels, basis=basis, as_of=as_of, months=months)


def _lines(terminal: Terminal, figures: TeamFigures, compared: Comparison) -> str:
    texts, team = terminal.texts, figures.team
    title = texts.tr(
        "{catalogue}, as of {day}",
        catalogue=texts.pick(team.catalogue.head.title),
        day=texts.date(team.as_of),
    )
    if not team.people:
        return "\n".join([title, texts.tr("There is nobody in this catalogue.")])
    against = texts.tr("Compared with each one's present role")
    if compared.role is not None:
        name = texts.pick(team.catalogue.role(compared.role).name)
        against = texts.tr("Compared with the role {role}", role=name)
    return "\n\n".join(
        [
            "\n".join([title, against, completeness_words(compared.completeness, texts)]),
            *(
                terminal.table(rows)
                for rows in (
                    member_rows(figures, compared, texts),
                    skill_rows(figures, compared, texts),
                    succession_rows(figures, texts),
                )
            ),
        ]
    )
