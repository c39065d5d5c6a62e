"""What the charts of a gap show, chosen and said in words, without loading what draws them."""

from __future__ import annotations

from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue
from planner.core.text import Texts

# A radar has at least and at most so many skills; fewer or more are bars.
FEWEST_CORNERS, MOST_CORNERS = 3, 12


def heaviest_first(gap: Gap, catalogue: Catalogue) -> tuple[SkillGap, ...]:
    """Return the skills in the order of what they add to the readiness.

    That is weight times required level; of equals the larger gap wins, then the catalogue's order.
    """
    return tuple(
        sorted(
            gap.skills,
            key=lambda skill: (
                -skill.weight * skill.required,
                -skill.weighted_gap,
                catalogue.skill(skill.skill).order,
            ),
        )
    )


def levels_words(skill: SkillGap, texts: Texts) -> str:
    """Return the step from the held to the required level, such as `1 → 3`."""
    held = "–" if skill.held is None else texts.number(skill.held)
    return texts.tr("{held} → {required}", held=held, required=texts.number(skill.required))


def bar_skills(gap: Gap) -> tuple[SkillGap, ...]:
    """Return the skills that bars show: those with a weighted gap, the largest first."""
    return tuple(skill for skill in gap.skills if skill.weighted_gap > 0)


def bars_note(gap: Gap, texts: Texts) -> str:
    """Return why levels are bars and no radar; empty where nobody would ask."""
    if len(gap.skills) <= MOST_CORNERS:
        return ""
    return texts.tr(
        "{all} skills are bars: a radar of more than {most} cannot be read.",
        all=len(gap.skills),
        most=MOST_CORNERS,
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
