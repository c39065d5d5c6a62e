"""The sentences of one skill of a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.core.gaps import SkillGap
from planner.core.model import Level, Practice, PracticeKind, Scale
from planner.core.skills.level_steps import level_steps
from planner.core.text import Source, Texts, same_text
from planner.report.gaps.words import (
    digit_keys,
    level_name,
    practice_facts,
    skill_heading,
    sources_line,
    step_heading,
)
from tests.gap_sample import sample_catalogue, sample_gap

CATALOGUE = sample_catalogue()
LAW = CATALOGUE.skill("contract-law")


def law(held: float | None, required: float = 3.0) -> SkillGap:
    gap = next(skill for skill in sample_gap().skills if skill.skill == "contract-law")
    return replace(gap, held=held, required=required)


@pytest.mark.parametrize(
    ("held", "required", "heading"),
    [
        (1.0, 3.0, "Contract law: from Aware (1) to Skilled (3)"),
        (None, 3.0, "Contract law: unrated, required Skilled (3)"),
        (3.0, 3.0, "Contract law: Skilled (3) is required and held"),
        (4.0, 3.0, "Contract law: Expert (4), more than the required Skilled (3)"),
        (2.5, 4.62, "Contract law: from at least Working (2.5) to at least Expert (4.62)"),
    ],
)
def test_the_heading(held: float | None, required: float, heading: str, english: Texts) -> None:
    assert skill_heading(law(held, required), LAW, CATALOGUE.scale, english) == heading


def test_the_heading_in_chinese(chinese: Texts) -> None:
    heading = skill_heading(law(1.0), LAW, CATALOGUE.scale, chinese)
    assert heading == "合同法务知识：从了解（1）到熟练（3）"


def test_the_levels(english: Texts) -> None:
    steps = level_steps(LAW, 1.5, 3.0, CATALOGUE.scale)
    assert [step_heading(step, english) for step in steps] == [
        "1.5 at least Aware — now",
        "2 Working — next",
        "3 Skilled — required",
    ]
    merged = level_steps(LAW, 2.0, 3.0, CATALOGUE.scale)
    assert step_heading(merged[1], english) == "3 Skilled — next, required"


def test_a_level_by_name(english: Texts) -> None:
    assert level_name(2.0, CATALOGUE.scale, english) == "2 Working"
    assert level_name(2.5, CATALOGUE.scale, english) == "2.5, at least Working"


@pytest.mark.parametrize(
    ("levels", "keys"),
    [
        ((0.0, 1.0, 2.0, 3.0, 4.0, 5.0), (0, 5)),
        ((1.0, 4.62, 7.0), (1, 7)),
        ((0.5, 3.5), (1, 3)),
        (tuple(n / 2 for n in range(25)), (0, 9)),
    ],
)
def test_the_digits_of_a_scale(levels: tuple[float, ...], keys: tuple[int, int]) -> None:
    named = tuple(Level(number=number, name=same_text(str(number))) for number in levels)
    assert digit_keys(Scale(levels=named)) == keys


def test_practice(english: Texts) -> None:
    practice = Practice(kind=PracticeKind.EXPOSURE, text=same_text("x"), to=3.0, hours=30.0)
    assert practice_facts(practice, english) == "Exposure · up to level 3 · 30\u00a0h"
    bare = Practice(kind=PracticeKind.EDUCATION, text=same_text("x"))
    assert practice_facts(bare, english) == "Education"


def test_sources_tell_article_from_editorial(english: Texts) -> None:
    assert sources_line(law(1.0), LAW, english) == (
        "Source of the skill: article §2.\n"
        "Source of the required level and weight: editorial.\n"
        "Editorial: added by the catalogue's makers, not from the article."
    )


def test_nothing_is_said_of_sources_that_are_not_given(english: Texts) -> None:
    unsaid = replace(law(1.0), requirement=replace(law(1.0).requirement, source=Source("")))
    assert sources_line(unsaid, replace(LAW, source=Source("")), english) == ""
    assert sources_line(unsaid, LAW, english) == "Source of the skill: article §2."
