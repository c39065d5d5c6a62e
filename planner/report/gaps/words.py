"""The sentences of a gap: its rule, and of each skill the levels, the practice and the sources."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from planner.core.gaps import SkillGap
from planner.core.model import Practice, PracticeKind, Scale, Skill
from planner.core.text import Texts
from planner.report.map.words import DOT, source_words

if TYPE_CHECKING:
    from planner.core.skills.level_steps import LevelStep

_LAST_DIGIT = 9


def readiness_rule(texts: Texts) -> str:
    """Return the rule behind every percentage, as it is printed beside it."""
    return texts.tr(
        "Readiness = Σ weight × min(held, required) ÷ Σ weight × required. "
        "A surplus fills no other gap. An unrated skill is not 0: with it, readiness is the range "
        "from nothing held to all that is required. What is not applicable leaves the sum."
    )


def step_words(skill: SkillGap, texts: Texts) -> str:
    """Return the step from the held to the required level, such as `1 → 3`."""
    return step_between(skill.held, skill.required, texts)


def step_between(held: float | None, required: float, texts: Texts) -> str:
    """Return the step from a held level, None for unrated, to a required one."""
    number = "–" if held is None else texts.number(held)
    return texts.tr("{held} → {required}", held=number, required=texts.number(required))


def level_name(level: float, scale: Scale, texts: Texts) -> str:
    """Return a level by number and name: `3 Skilled`, between two names `3.5, at least Skilled`."""
    named = scale.at_most(level)
    number, name = texts.number(level), texts.pick(named.name)
    if named.number == level:
        return texts.tr("{number} {name}", number=number, name=name)
    return texts.tr("{number}, at least {name}", number=number, name=name)


def digit_keys(scale: Scale) -> tuple[int, int]:
    """Return the first and the last of the keys 0 to 9 that stand for a level of a scale."""
    return max(0, math.ceil(scale.lowest)), min(_LAST_DIGIT, math.floor(scale.highest))


def skill_heading(gap: SkillGap, skill: Skill, scale: Scale, texts: Texts) -> str:
    """Return what is to be done about a skill in one line."""
    name = texts.pick(skill.name)
    required = _named(gap.required, scale, texts)
    if gap.held is None:
        return texts.tr("{skill}: unrated, required {level}", skill=name, level=required)
    held = _named(gap.held, scale, texts)
    if gap.gap > 0:
        return texts.tr("{skill}: from {held} to {level}", skill=name, held=held, level=required)
    if gap.held > gap.required:
        return texts.tr(
            "{skill}: {held}, more than the required {level}",
            skill=name,
            held=held,
            level=required,
        )
    return texts.tr("{skill}: {level} is required and held", skill=name, level=required)


def step_heading(step: LevelStep, texts: Texts) -> str:
    """Return a level with what it is to the person, such as `2 Working — next`."""
    parts = []
    if step.is_now:
        parts.append(texts.tr("now"))
    if step.is_next:
        parts.append(texts.tr("next"))
    if step.is_required:
        parts.append(texts.tr("required"))
    number, name = texts.number(step.number), texts.pick(step.level.name)
    if not step.is_named:
        name = texts.tr("at least {name}", name=name)
    return texts.tr(
        "{number} {name} — {what}", number=number, name=name, what=texts.tr(", ").join(parts)
    )


def practice_kind(kind: PracticeKind, texts: Texts) -> str:
    """Return the name of a kind of practice."""
    return {
        PracticeKind.EXPERIENCE: texts.tr("Experience"),
        PracticeKind.EXPOSURE: texts.tr("Exposure"),
        PracticeKind.EDUCATION: texts.tr("Education"),
    }[kind]


def practice_facts(practice: Practice, texts: Texts) -> str:
    """Return what a suggestion is, up to which level it leads, and its hours."""
    parts = [practice_kind(practice.kind, texts)]
    if practice.to is not None:
        parts.append(texts.tr("up to level {level}", level=texts.number(practice.to)))
    if practice.hours is not None:
        parts.append(texts.tr("{hours}\N{NO-BREAK SPACE}h", hours=texts.number(practice.hours)))
    return DOT.join(parts)


def sources_line(gap: SkillGap, skill: Skill, texts: Texts) -> str:
    """Return where the skill, and its level and weight come from; empty if unsaid."""
    parts = []
    if skill.source.text:
        parts.append(
            texts.tr("Source of the skill: {source}.", source=source_words(skill.source, texts))
        )
    requirement = gap.requirement.source
    if requirement.text:
        parts.append(
            texts.tr(
                "Source of the required level and weight: {source}.",
                source=source_words(requirement, texts),
            )
        )
    if skill.source.is_editorial or requirement.is_editorial:
        parts.append(texts.tr("Editorial: added by the catalogue's makers, not from the article."))
    return "\n".join(parts)


def _named(level: float, scale: Scale, texts: Texts) -> str:
    named = scale.at_most(level)
    number, name = texts.number(level), texts.pick(named.name)
    if named.number == level:
        return texts.tr("{name} ({number})", name=name, number=number)
    return texts.tr("at least {name} ({number})", name=name, number=number)
