"""A route as a plan: what its first move requires becomes actions, and its end the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from planner.core.career import Action, Career
from planner.core.edits import Edit
from planner.core.graph import PromotionGraph
from planner.core.keeping.career_edits import add_actions
from planner.core.keeping.person_edits import set_target
from planner.core.model import Catalogue, MoveKind
from planner.core.planning.offers import numbered, suggested_actions
from planner.core.planning.plan import actions_on
from planner.core.routes import Route
from planner.core.routing.standing import Standing
from planner.core.text import Texts, message


def first_move_drafts(
    catalogue: Catalogue, standing: Standing, route: Route, texts: Texts
) -> tuple[Action, ...]:
    """Return actions without id and day for what the first move of a route requires essentially.

    Each skill goes up by the catalogue's practice, from each level to the nearest one that a
    suggestion leads to; where there is none, one action stands for the rest of the way. Empty for a
    route without moves.
    """
    if not route.steps:
        return ()
    drafts: list[Action] = []
    for requirement in catalogue.role(route.steps[0].move.to_role).requires:
        is_rated = requirement.skill in standing.levels
        held = standing.levels.get(requirement.skill, catalogue.scale.lowest)
        if requirement.essential and held is not None and held < requirement.level:
            drafts += _ladder(
                catalogue, requirement.skill, held if is_rated else None, requirement.level, texts
            )
    return tuple(drafts)


def not_planned(drafts: Iterable[Action], actions: Sequence[Action]) -> tuple[Action, ...]:
    """Return the drafts whose step no open action of the same skill leads to already."""
    planned: dict[str, float] = {}
    for action in actions:
        if action.is_open and action.skill is not None and action.to_level is not None:
            planned[action.skill] = max(planned.get(action.skill, 0.0), action.to_level)
    return tuple(
        draft
        for draft in drafts
        if draft.skill is None
        or draft.to_level is None
        or planned.get(draft.skill, float("-inf")) < draft.to_level
    )


def plan_route(
    graph: PromotionGraph,
    standing: Standing,
    route: Route,
    career: Career,
    today: date,
    texts: Texts,
) -> tuple[Edit, tuple[Action, ...]]:
    """Return the edit that makes a route the plan, and the actions that it adds.

    It sets the route's end as the target, but not where that is a step on the way to the present
    target. Without a change where all is planned already.
    """
    catalogue, person = graph.catalogue, career.person
    drafts = not_planned(
        first_move_drafts(catalogue, standing, route, texts),
        actions_on(career.actions, standing.day),
    )
    added = numbered(drafts, career, today)
    changes = add_actions(person, added).changes
    target = route.roles[-1]
    if target != person.role and not leads_on(graph, target, person.target):
        changes = (*changes, *set_target(person, target, catalogue).changes)
    label = message("Plan the way to {role}", role=catalogue.role(target).name)
    return Edit(label, changes), added


def leads_on(graph: PromotionGraph, role: str, target: str | None) -> bool:
    """Whether a role is the target, or a step up to it by moves that are no return."""
    catalogue = graph.catalogue
    if role == target:
        return True
    if target is None or not catalogue.has_role(target):
        return False
    is_higher = catalogue.role(target).rank > catalogue.role(role).rank
    return is_higher and target in graph.reach(role, lambda move: move.kind is not MoveKind.RETURN)


def _ladder(
    catalogue: Catalogue, skill: str, held: float | None, required: float, texts: Texts
) -> Iterator[Action]:
    """Yield actions that lead one after the other from the held to the required level."""
    level = held
    while level is None or level < required:
        offers = suggested_actions(catalogue, skill, level, required, texts)
        offer = min(offers, key=lambda one: one.to_level or required, default=None)
        if offer is None or offer.to_level is None:
            name = texts.pick(catalogue.skill(skill).name)
            offer = Action(
                id="",
                title=texts.tr("Practise {skill}", skill=name),
                made=date.min,
                skill=skill,
                from_level=level,
                to_level=required,
            )
        yield replace(offer, from_level=level)
        level = required if offer.to_level is None else offer.to_level
