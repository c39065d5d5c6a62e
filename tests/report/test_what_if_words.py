"""What is imagined, the next steps, and a raised requirement, in words."""

from __future__ import annotations

from dataclasses import replace

from planner.core.planning.next_steps import KeySkill, NextStep, NextSteps
from planner.core.planning.what_if import WhatIf
from planner.core.team.requirement_change import raise_requirement
from planner.core.text import Texts
from planner.report.plan.next_steps_rows import (
    best_step_words,
    key_skill_words,
    next_steps_rows,
    next_steps_rule,
    next_steps_title,
    no_step_words,
    opens_words,
    step_facts,
    step_title,
)
from planner.report.team.requirement_words import raised_words
from planner.report.what_if_words import what_if_words
from tests.gap_sample import sample_catalogue
from tests.team_sample import crew_team

CATALOGUE = sample_catalogue()


def test_what_is_imagined(english: Texts, chinese: Texts) -> None:
    what_if = WhatIf(
        levels={"strategy": None, "negotiation": 3.5}, hours_a_week=5, industry="X", role="host"
    )
    assert what_if_words(what_if, CATALOGUE, english) == (
        "What if: Business negotiation 3.5, Strategic thinking not applicable, 5 h a week, "
        "industry X, present role Host"
    )
    assert what_if_words(what_if, CATALOGUE, chinese).startswith(
        "假设：商务谈判 3.5、战略思维不适用"
    )
    assert what_if_words(WhatIf(), CATALOGUE, english) == "What if: nothing changed yet"
    gone = WhatIf(levels={"gone": 1.0}, role="gone")
    assert what_if_words(gone, CATALOGUE, english) == "What if: nothing changed yet"


def test_the_next_steps(english: Texts) -> None:
    step = NextStep(
        skill="contract-law",
        from_level=1.0,
        to_level=2.0,
        hours=60.0,
        readiness_added=0.024,
        makes_ready=("director",),
    )
    unknown = NextStep(skill="crm", from_level=0.0, to_level=1.0, hours=None, readiness_added=0.5)
    useless = NextStep(skill="talent", from_level=0.0, to_level=1.0, hours=1.0, readiness_added=0.0)
    key = KeySkill(skill="negotiation", essential_in=2, open_in=1)
    found = NextSteps(
        present="account-manager",
        within_reach=("director", "host"),
        steps=(step, useless, unknown),
        key_skill=key,
    )
    assert step_title(step, CATALOGUE, english) == "Contract law 1 → 2"
    assert step_facts(step, found, english) == (
        "60\u00a0h · +2.4 points of readiness, summed over 2 roles"
    )
    assert step_facts(unknown, found, english) == (
        "no estimate · +50 points of readiness, summed over 2 roles"
    )
    assert best_step_words(step, found, CATALOGUE, english) == (
        "Best next step over the whole map: Contract law 1 → 2 · 60\u00a0h · "
        "+2.4 points of readiness, summed over 2 roles · makes ready for Regional client director"
    )
    assert opens_words(step, CATALOGUE, english) == "makes ready for Regional client director"
    assert opens_words(unknown, CATALOGUE, english) == ""
    assert next_steps_rows(found, CATALOGUE, english)[1:] == [
        ["Contract law", "1 → 2", "60", "2.4", "0.04", "Regional client director"],
        ["CRM data reading", "0 → 1", "no estimate", "50", "–", "–"],
    ]
    assert key_skill_words(key, found, CATALOGUE, english) == (
        "Business negotiation keeps most doors open: it is essential in 2 of 2 roles within reach, "
        "and still open in 1 of these."
    )
    assert key_skill_words(None, found, CATALOGUE, english) == ""


def test_the_next_steps_to_one_role(english: Texts, chinese: Texts) -> None:
    step = NextStep(
        skill="contract-law",
        from_level=1.0,
        to_level=2.0,
        hours=60.0,
        readiness_added=0.024,
        essential_in=1,
    )
    found = NextSteps(
        present="account-manager",
        within_reach=("director", "host"),
        steps=(step,),
        key_skill=None,
        role="director",
    )
    assert next_steps_title(found, CATALOGUE, english) == (
        "The next best steps to Regional client director"
    )
    assert step_facts(step, found, english) == "60\u00a0h · +2.4 points of readiness · essential"
    assert best_step_words(step, found, CATALOGUE, chinese).startswith("面向区域客户总监，")
    assert "for this role" in next_steps_rule(found, english)
    over_all = replace(found, role=None, unwanted=1)
    assert "over all roles" in next_steps_title(over_all, CATALOGUE, english)
    assert next_steps_rule(over_all, english).endswith("1 role that is not wanted is left out.")


def test_why_no_step_adds(english: Texts) -> None:
    found = NextSteps(present="a", within_reach=(), steps=(), key_skill=None)
    assert no_step_words(found, english) == "No move leads on from this role."
    assert no_step_words(replace(found, unwanted=2), english).startswith("None of the roles")
    assert no_step_words(replace(found, within_reach=("b",)), english).endswith("within reach.")
    assert no_step_words(replace(found, role="b"), english).endswith("for this role.")


def test_a_raised_requirement(english: Texts) -> None:
    team = crew_team()
    raised = raise_requirement(team, "clerk", "law", everybody=True)
    # Ben falls by a third, from ready; Dan from 3/7 to 3/9.
    assert raised_words(raised, team, english, most=2) == (
        "If Account clerk asked for Contract law 2 → 3, 2 of 4 would lose readiness: Ben Ito "
        "100 % → 67 %, ready no longer; Dan Wu 43–100 % → 33–100 %."
    )
    assert raised_words(raised, team, english, most=1).endswith("ready no longer; 1 more.")
    assert raised_words(None, team, english, most=1) == ""
    nobody = raise_requirement(team, "coach", "talk")
    assert nobody is not None
    # Dan alone is a coach, and falls; in the chief's role nobody is.
    assert [loss.person for loss in nobody.losses] == ["dan"]
    unheld = raise_requirement(team, "lead", "money")
    assert unheld is not None
    assert "1 of 1" in raised_words(unheld, team, english, most=1)
