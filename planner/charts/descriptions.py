"""What the charts of a gap show, chosen and said in words, without loading what draws them."""

from __future__ import annotations

from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue
from planner.core.text import Texts

MOST_RADAR_SKILLS = 12


def radar_skills(
    gap: Gap, catalogue: Catalogue, most: int = MOST_RADAR_SKILLS
) -> tuple[SkillGap, ...]:
    """Return the skills that a radar draws, in the gap's order: of many, the `most` heaviest.

    Weight times required level is a skill's part of the readiness; of equals the larger gap wins,
    then the catalogue's order.
    """
    heaviest = sorted(
        gap.skills,
        key=lambda skill: (
            -skill.weight * skill.required,
            -skill.weighted_gap,
            catalogue.skill(skill.skill).order,
        ),
    )[:most]
    chosen = {skill.skill for skill in heaviest}
    return tuple(skill for skill in gap.skills if skill.skill in chosen)


def bar_skills(gap: Gap) -> tuple[SkillGap, ...]:
    """Return the skills that bars show: those with a weighted gap, the largest first."""
    return tuple(skill for skill in gap.skills if skill.weighted_gap > 0)


def radar_note(shown: int, gap: Gap, texts: Texts) -> str:
    """Return what a radar of `shown` skills leaves out; empty where it shows every one."""
    if shown == len(gap.skills):
        return ""
    return texts.tr(
        "The {shown} skills that weigh most, of {all}; the table has every one.",
        shown=shown,
        all=len(gap.skills),
    )


def no_requirements_words(texts: Texts) -> str:
    """Return what is said of a role without requirements, wherever it is said."""
    return texts.tr("This role names no requirements, so readiness is unknown.")


def nothing_words(gap: Gap, catalogue: Catalogue, texts: Texts) -> str:
    """Return why a gap has no skills: none is required, or none is applicable."""
    if catalogue.role(gap.role).requires:
        return texts.tr("No skill of this role is applicable, so readiness is unknown.")
    return no_requirements_words(texts)


def radar_words(gap: Gap, catalogue: Catalogue, texts: Texts) -> str:
    """Return what a radar of held and required levels tells, for those who cannot see it."""
    if not gap.skills:
        return nothing_words(gap, catalogue, texts)
    reached = sum(1 for skill in gap.skills if not skill.is_open)
    unrated = len(gap.unrated)
    return texts.tr(
        "Held against required levels of {all} skills: {reached} reached, {below} below what is "
        "required, {unrated} unrated. The table tells the same in words.",
        all=len(gap.skills),
        reached=reached,
        below=len(gap.skills) - reached - unrated,
        unrated=unrated,
    )


def bars_words(gap: Gap, catalogue: Catalogue, texts: Texts) -> str:
    """Return what the bars of weighted gaps tell, for those who cannot see them."""
    if not gap.skills:
        return nothing_words(gap, catalogue, texts)
    parts = []
    for skill in bar_skills(gap):
        name = texts.pick(catalogue.skill(skill.skill).name)
        number = texts.number(skill.weighted_gap)
        if skill.is_unrated:
            parts.append(texts.tr("{skill} {gap} (unrated)", skill=name, gap=number))
        else:
            parts.append(texts.tr("{skill} {gap}", skill=name, gap=number))
    if not parts:
        return texts.tr("No gap: every required level is held.")
    return texts.tr("Weighted gaps: {gaps}.", gaps=texts.tr("; ").join(parts))
