"""The sentences of routes: figures, arrival, what they rest on, their steps, and the rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.core.model import Catalogue
from planner.core.planning.route_levels import StepSkill, StepSkills
from planner.core.routes import Route, Routes, RouteStep
from planner.core.routing.standing import Standing
from planner.core.text import Texts
from planner.report.map.words import DOT, kind_words, years_words

ARROW = " → "
# Fewer hours than these are said with a decimal.
_FEW_HOURS = 10.0
# So many skills without an estimate are named; of more the number is said.
_MOST_NAMED = 4


def interval_words(one: Route | RouteStep, texts: Texts) -> str:
    """Return the years by the least and by the most of the usual years, such as `8.5–11 y`."""
    steps = one.steps if isinstance(one, Route) else (one,)
    least = sum(step.least_years for step in steps)
    return years_words((least, sum(step.most_years for step in steps)), texts)


def middle_words(one: Route | RouteStep, texts: Texts) -> str:
    """Return the years that are compared, by the middle of the usual years, such as `9.7 y`."""
    return years_words((one.years, one.years), texts)


def hours_words(hours: float, texts: Texts) -> str:
    """Return hours of practice, such as `920 h`."""
    digits = 0 if hours >= _FEW_HOURS else 1
    return texts.tr("{hours}\N{NO-BREAK SPACE}h", hours=texts.number(hours, digits))


def moves_words(moves: int, texts: Texts) -> str:
    """Return a number of moves, such as `3 moves`."""
    return texts.ntr("{count} move", "{count} moves", moves)


def figures_words(route: Route, texts: Texts) -> str:
    """Return what a route is judged by in one line, such as `8.5–11 y · 920 h · 3 moves`."""
    return DOT.join(
        (
            interval_words(route, texts),
            hours_words(route.hours, texts),
            moves_words(route.moves, texts),
        )
    )


def distinctions(route: Route, routes: Routes, texts: Texts) -> tuple[str, ...]:
    """Return in what a route is the best, and whether it leads through both experiences."""
    said = []
    if route is routes.fastest:
        said.append(texts.tr("Fastest"))
    if route is routes.least_learning:
        said.append(texts.tr("Least learning"))
    if route is routes.fewest_moves:
        said.append(texts.tr("Fewest moves"))
    if route.both_experiences:
        said.append(texts.tr("Both experiences"))
    return tuple(said)


def route_title(route: Route, routes: Routes, texts: Texts) -> str:
    """Return what a route is called: its distinctions, else its figures."""
    return DOT.join(distinctions(route, routes, texts)) or figures_words(route, texts)


def way_words(route: Route, catalogue: Catalogue, texts: Texts, *, whole: bool = True) -> str:
    """Return the roles of a route one after the other; without the first unless `whole`."""
    roles = route.roles if whole or len(route.roles) == 1 else route.roles[1:]
    return ARROW.join(role_name(role, catalogue, texts) for role in roles)


def arrival_words(route: Route, texts: Texts) -> str:
    """Return between which years the target is reached."""
    if not route.moves:
        return texts.tr("This is the present role.")
    if route.earliest is None:
        return texts.tr("Arrival after the end of the calendar")
    earliest = str(route.earliest.year)
    if route.latest is None:
        return texts.tr("Arrival in {year} at the earliest", year=earliest)
    if route.latest.year == route.earliest.year:
        return texts.tr("Arrival in {year}", year=earliest)
    return texts.tr(
        "Arrival between {earliest} and {latest}", earliest=earliest, latest=str(route.latest.year)
    )


def arrival_years(earliest: date | None, latest: date | None, texts: Texts) -> str:
    """Return an arrival as years alone, such as `2031–2035`."""
    if earliest is None:
        return "–"
    if latest is None:
        return texts.tr("from {year}", year=str(earliest.year))
    if latest.year == earliest.year:
        return str(earliest.year)
    return texts.tr("{low}–{high}", low=str(earliest.year), high=str(latest.year))


def arrival_rule(standing: Standing, texts: Texts) -> str:
    """Return the rule behind the interval of an arrival."""
    return texts.tr(
        "Counted from {day}: at the earliest with the least of the usual years before each move, "
        "at the latest with the most of them, and never faster than the learning takes at "
        "{hours} h a week.",
        day=texts.date(standing.day),
        hours=texts.number(standing.hours_a_week),
    )


def route_rule(hours_a_week: float, texts: Texts) -> tuple[str, ...]:
    """Return how years, hours and moves are counted, and which routes are shown, as paragraphs."""
    tr = texts.tr
    return (
        tr(
            "Hours: a move costs the hours from the held to the required level of every essential "
            "skill of its new role; from then on these are held. Unrated counts as nothing held. "
            "Not applicable costs nothing, nor does a skill without hours, which is named; nor a "
            "role without essential requirements, which is marked."
        ),
        tr(
            "Years: a move takes the stay before it, which is the middle of its usual years, or "
            "the learning time at {hours} h a week × 52 if that is longer. Before the first move "
            "the time already served counts. A move without usual years has no stay.",
            hours=texts.number(hours_a_week),
        ),
        tr(
            "Interval: the same with the least and with the most of the usual years instead of "
            "their middle."
        ),
        tr(
            "Shown is every route that no other one beats in years, hours and moves at once; of "
            "equal ones one. No role is visited twice. A role that asks for a track comes only "
            "after a role in that track was held, before the route or on it."
        ),
    )


def complete_words(routes: Routes, texts: Texts) -> str:
    """Return whether longer routes were left out of the search."""
    if routes.is_complete or routes.most_moves is None:
        return texts.tr("Every route was searched.")
    return texts.ntr(
        "Routes of more than {count} move were not searched.",
        "Routes of more than {count} moves were not searched.",
        routes.most_moves,
    )


def rest_words(hours: float, skills: int, texts: Texts) -> str:
    """Return how much of a step's hours rests on unrated skills; empty for none."""
    if not hours:
        return ""
    return texts.ntr(
        "rests on {count} unrated skill ({hours})",
        "rests on {count} unrated skills ({hours})",
        skills,
        hours=hours_words(hours, texts),
    )


def route_rest_words(route: Route, skills: Sequence[StepSkills], texts: Texts) -> str:
    """Return how much of a route's hours rests on unrated skills; `skills` are of its steps."""
    if not route.unrated_hours:
        return ""
    unrated = {one.skill for step in skills for one in step.resting_on_unrated}
    return texts.ntr(
        "The whole route rests on {count} unrated skill ({hours})",
        "The whole route rests on {count} unrated skills ({hours})",
        len(unrated),
        hours=hours_words(route.unrated_hours, texts),
    )


def unestimated_words(one: Route | RouteStep, catalogue: Catalogue, texts: Texts) -> str:
    """Return the skills to be learnt of which nobody says the hours; empty for none.

    Of many the first are named, and how many more there are.
    """
    if not one.unestimated:
        return ""
    names = [texts.pick(catalogue.skill(skill).name) for skill in one.unestimated]
    if left := len(names[_MOST_NAMED:]):
        names[_MOST_NAMED:] = [texts.ntr("{count} more", "{count} more", left)]
    return texts.tr("No estimate of hours: {skills}", skills=texts.tr(", ").join(names))


def asks_nothing_words(route: Route, catalogue: Catalogue, texts: Texts) -> str:
    """Return the roles on a route that ask for nothing essential; empty for none."""
    if not route.asking_nothing:
        return ""
    names = [role_name(role, catalogue, texts) for role in route.asking_nothing]
    return texts.tr(
        "No essential requirement, so no cost: {roles}", roles=texts.tr(", ").join(names)
    )


def caveats(
    route: Route, skills: Sequence[StepSkills], catalogue: Catalogue, texts: Texts
) -> tuple[str, ...]:
    """Return what makes the figures of a route less sure, a sentence each."""
    said = (
        route_rest_words(route, skills, texts),
        unestimated_words(route, catalogue, texts),
        asks_nothing_words(route, catalogue, texts),
    )
    return tuple(one for one in said if one)


def step_heading(number: int, step: RouteStep, catalogue: Catalogue, texts: Texts) -> str:
    """Return a step by its number, from 1, and its two roles."""
    ends = (step.move.from_role, step.move.to_role)
    words = ARROW.join(role_name(role, catalogue, texts) for role in ends)
    return texts.tr("Step {number}", number=number) + DOT + words


def step_facts(step: RouteStep, skills: StepSkills, texts: Texts) -> str:
    """Return kind, years and hours of a step, and what of these rests on unrated skills."""
    parts = [
        kind_words(step.move.kind, texts),
        interval_words(step, texts),
        hours_words(step.hours, texts),
        rest_words(step.unrated_hours, len(skills.resting_on_unrated), texts),
    ]
    if step.asks_nothing:
        parts.append(texts.tr("asks for nothing essential"))
    return DOT.join(part for part in parts if part)


def keep_words(count: int, texts: Texts) -> str:
    """Return how many skills are kept."""
    return texts.ntr("Keep {count}", "Keep {count}", count)


def raise_words(count: int, texts: Texts) -> str:
    """Return how many skills are to be raised."""
    return texts.ntr("Raise {count}", "Raise {count}", count)


def learn_words(count: int, texts: Texts) -> str:
    """Return how many skills are to be learnt."""
    return texts.ntr("Learn {count}", "Learn {count}", count)


def leave_words(count: int, texts: Texts) -> str:
    """Return how many skills are left behind."""
    return texts.ntr("Leave behind {count}", "Leave behind {count}", count)


def counts_words(step: RouteStep, texts: Texts) -> str:
    """Return what becomes of the skills in a step, such as `Keep 7 · Raise 3 · Learn 2 · …`."""
    return DOT.join(
        (
            keep_words(len(step.keep), texts),
            raise_words(len(step.raised), texts),
            learn_words(len(step.learn), texts),
            leave_words(len(step.leave), texts),
        )
    )


def level_words(one: StepSkill, texts: Texts) -> str:
    """Return the levels of a skill that is to be raised or learnt, such as `3 → 4`."""
    held = "–" if one.held is None else texts.number(one.held)
    return texts.tr("{held} → {required}", held=held, required=texts.number(one.required))


def skill_words(one: StepSkill, catalogue: Catalogue, texts: Texts, *, levels: bool = True) -> str:
    """Return a skill with its levels, such as `Contract law 0 → 2`, or its name alone."""
    name = texts.pick(catalogue.skill(one.skill).name)
    if not levels:
        return name
    return texts.tr("{skill} {level}", skill=name, level=level_words(one, texts))


def skill_note(one: StepSkill, texts: Texts) -> str:
    """Return what a skill costs in a step, and what is to be known of that; empty for nothing."""
    parts = []
    if not one.essential:
        parts.append(texts.tr("desirable"))
    elif one.hours is None:
        parts.append(texts.tr("no estimate"))
    elif one.hours:
        parts.append(hours_words(one.hours, texts))
    if one.held is None:
        parts.append(texts.tr("unrated"))
    return DOT.join(parts)


def role_name(role: str, catalogue: Catalogue, texts: Texts) -> str:
    """Return the name of a role, its id where the catalogue does not know it."""
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role
