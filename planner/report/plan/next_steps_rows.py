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
    """Return what a step takes and adds, such as `60 h · +2.1 points over 6 roles`."""
    hours = (
        texts.tr("no estimate")
        if step.hours is None
        else texts.tr("{hours} h", hours=texts.number(step.hours, 1))
    )
    added = texts.ntr(
        "+{points} points over {count} role",
        "+{points} points over {count} roles",
        len(found.within_reach),
        points=texts.number(_POINTS * step.readiness_added, 1),
    )
    return DOT.join((hours, added))


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


def next_steps_rule(texts: Texts) -> str:
    """Return by which rule steps are ordered, as it is printed beside them."""
    return texts.tr(
        "A step leads from what is held to the next named level; unrated counts as nothing held. "
        "Points are percentage points of readiness at its low end, summed over the roles within "
        "reach: those to which moves lead from the present role, any number of them, whatever they "
        "ask for. The most points by hour come first; steps without an estimate come last."
    )


def plain_next_steps(found: NextSteps, person: Person, basis: Basis, as_of: date) -> Plain:
    """Return the steps with their numbers unrounded; hours nobody says are null."""
    key = found.key_skill
    return {
        "person": person.id,
        "role": found.present,
        "catalogue": person.catalogue,
        "basis": basis.value,
        "as_of": as_of.isoformat(),
        "within_reach": list(found.within_reach),
        "steps": [
            {
                "skill": step.skill,
                "from": step.from_level,
                "to": step.to_level,
                "hours": step.hours,
                "readiness_added": step.readiness_added,
                "makes_ready": list(step.makes_ready),
                "per_hour": step.per_hour,
            }
            for step in found.steps
        ],
        "keeps_most_doors_open": None
        if key is None
        else {"skill": key.skill, "essential_in": key.essential_in, "open_in": key.open_in},
    }


def _levels(step: NextStep, texts: Texts) -> str:
    low, high = texts.number(step.from_level), texts.number(step.to_level)
    return texts.tr("{held} → {required}", held=low, required=high)


def _names(step: NextStep, catalogue: Catalogue, texts: Texts) -> list[str]:
    return [texts.pick(catalogue.role(role).name) for role in step.makes_ready]
