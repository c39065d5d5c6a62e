"""The next best steps as rows of words, as one line each, and as plain data."""

from __future__ import annotations

from datetime import date

from planner.core.gaps import Basis
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.planning.next_steps import KeySkill, NextStep, NextSteps
from planner.core.text import Texts
from planner.report.map.words import DOT
from planner.report.plain import Plain
from planner.report.rows import Rows

_POINTS = 100


def next_steps_rows(found: NextSteps, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row for each step that adds something, under a heading row."""
    tr = texts.tr
    rows: Rows = [
        [tr("Skill"), tr("Step"), tr("Hours"), tr("Adds"), tr("By hour"), tr("Ready for")]
    ]
    for step in found.steps:
        if step.adds:
            hours = tr("no estimate") if step.hours is None else texts.number(step.hours, 1)
            by_hour = "–" if step.per_hour is None else texts.number(_POINTS * step.per_hour)
            rows.append(
                [
                    texts.pick(catalogue.skill(step.skill).name),
                    _levels(step, texts),
                    hours,
                    texts.number(_POINTS * step.readiness_added, 1),
                    by_hour,
                    tr(", ").join(_names(step, catalogue, texts)) or "–",
                ]
            )
    return rows


def step_title(step: NextStep, catalogue: Catalogue, texts: Texts) -> str:
    """Return the skill with the step, such as `Contract law 1 → 2`."""
    name = texts.pick(catalogue.skill(step.skill).name)
    return texts.tr("{skill} {level}", skill=name, level=_levels(step, texts))


def step_facts(step: NextStep, found: NextSteps, texts: Texts) -> str:
    """Return what a step takes and adds, and over what that is counted.

    Such as `60 h · +2.1 points of readiness · essential`, which is for one role.
    """
    tr = texts.tr
    hours = (
        tr("no estimate")
        if step.hours is None
        else tr("{hours}\N{NO-BREAK SPACE}h", hours=texts.number(step.hours, 1))
    )
    points = texts.number(_POINTS * step.readiness_added, 1)
    if found.role is not None:
        added = tr("+{points} points of readiness", points=points)
        kind = tr("essential") if step.essential_in else tr("desirable")
        return DOT.join((hours, added, kind))
    added = texts.ntr(
        "+{points} points of readiness for the {count} role within reach",
        "+{points} points of readiness, summed over {count} roles",
        len(found.within_reach),
        points=points,
    )
    return DOT.join((hours, added))


def next_steps_title(found: NextSteps, catalogue: Catalogue, texts: Texts) -> str:
    """Return what the steps are the best for: a role by its name, or all within reach."""
    if found.role is None:
        return texts.tr("The next best steps over all roles within reach")
    name = texts.pick(catalogue.role(found.role).name)
    return texts.tr("The next best steps to {role}", role=name)


def best_step_words(step: NextStep, found: NextSteps, catalogue: Catalogue, texts: Texts) -> str:
    """Return a step as the best next one, what it is the best for, and what it takes and adds."""
    title = step_title(step, catalogue, texts)
    if found.role is None:
        said = texts.tr("Best next step over the whole map: {step}", step=title)
    else:
        name = texts.pick(catalogue.role(found.role).name)
        said = texts.tr("Best next step to {role}: {step}", role=name, step=title)
    facts = (said, step_facts(step, found, texts), opens_words(step, catalogue, texts))
    return DOT.join(filter(None, facts))


def no_step_words(found: NextSteps, texts: Texts) -> str:
    """Return why there is no step that adds anything."""
    if found.role is not None:
        return texts.tr("No single step adds to the readiness for this role.")
    if found.within_reach:
        return texts.tr("No single step adds to any role within reach.")
    if found.unwanted:
        return texts.tr("None of the roles within reach is wanted.")
    return texts.tr("No move leads on from this role.")


def opens_words(step: NextStep, catalogue: Catalogue, texts: Texts) -> str:
    """Return which roles a step makes ready for; empty where none."""
    names = _names(step, catalogue, texts)
    return texts.tr("makes ready for {roles}", roles=texts.tr(", ").join(names)) if names else ""


def key_skill_words(
    key: KeySkill | None, found: NextSteps, catalogue: Catalogue, texts: Texts
) -> str:
    """Return the skill that keeps most doors open; empty where there is none."""
    if key is None:
        return ""
    return texts.tr(
        "{skill} keeps most doors open: it is essential in {count} of {roles} roles within reach, "
        "and still open in {open} of these.",
        skill=texts.pick(catalogue.skill(key.skill).name),
        count=key.essential_in,
        roles=len(found.within_reach),
        open=key.open_in,
    )


def next_steps_rule(found: NextSteps, texts: Texts) -> str:
    """Return by which rule steps are ordered, as it is printed beside them."""
    if found.role is not None:
        return texts.tr(
            "A step leads from what is held to the next named level; unrated counts as nothing "
            "held. Points are percentage points of readiness for this role at its low end. The "
            "most points by hour come first; steps without an estimate come last."
        )
    rule = texts.tr(
        "A step leads from what is held to the next named level; unrated counts as nothing held. "
        "Points are percentage points of readiness at its low end, summed over the roles within "
        "reach: those to which moves lead from the present role, any number of them, whatever they "
        "ask for. The most points by hour come first; steps without an estimate come last."
    )
    if not found.unwanted:
        return rule
    return texts.ntr(
        "{rule} {count} role that is not wanted is left out.",
        "{rule} {count} roles that are not wanted are left out.",
        found.unwanted,
        rule=rule,
    )


def plain_next_steps(found: NextSteps, person: Person, basis: Basis, as_of: date) -> Plain:
    """Return the steps with their numbers unrounded; hours nobody says are null."""
    key = found.key_skill
    return {
        "person": person.id,
        "role": found.present,
        "for_role": found.role,
        "catalogue": person.catalogue,
        "basis": basis.value,
        "as_of": as_of.isoformat(),
        "within_reach": list(found.within_reach),
        "not_wanted": found.unwanted,
        "steps": [
            {
                "skill": step.skill,
                "from": step.from_level,
                "to": step.to_level,
                "hours": step.hours,
                "readiness_added": step.readiness_added,
                "makes_ready": list(step.makes_ready),
                "per_hour": step.per_hour,
                "essential_in": step.essential_in,
            }
            for step in found.steps
        ],
        "keeps_most_doors_open": None
        if key is None
        else {"skill": key.skill, "essential_in": key.essential_in, "open_in": key.open_in},
    }


def _levels(step: NextStep, texts: Texts) -> str:
    low = texts.number(step.from_level) if step.is_rated else "–"
    return texts.tr("{held} → {required}", held=low, required=texts.number(step.to_level))


def _names(step: NextStep, catalogue: Catalogue, texts: Texts) -> list[str]:
    return [texts.pick(catalogue.role(role).name) for role in step.makes_ready]
