"""Keeping what was imagined, by hand on the small framework."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.core.career import Action, Career
from planner.core.gaps import Basis, ratings_that_count
from planner.core.people import Person, Rater, Rating
from planner.core.planning.next_steps import NextStep
from planner.core.planning.what_if import WhatIf
from planner.core.planning.what_if_edits import (
    Raise,
    keep_as_plan,
    keep_as_ratings,
    plan_step,
    raises,
    stepped,
)
from planner.core.text import Texts
from planner.files.texts import load_texts
from tests.gap_sample import TODAY, sample_catalogue, sample_person, sample_ratings

CATALOGUE = sample_catalogue()
COUNTING = ratings_that_count(sample_ratings(), Basis.AGREED, TODAY)


@pytest.fixture
def texts(root: Path, tmp_path: Path) -> Texts:
    """English."""
    return load_texts("en", root / "resources" / "i18n", tmp_path)


def career() -> Career:
    """The person of the sample with nothing planned."""
    return Career(person=sample_person(), ratings=sample_ratings())


def test_what_is_raised() -> None:
    what_if = WhatIf(
        levels={
            "talent": 2.0,
            "contract-law": 3.0,
            "negotiation": 2.0,
            "crm": 3.0,
            "strategy": None,
        }
    )
    # Negotiation is lower than its 3, CRM stays at 3, strategy leaves: only two are raised.
    assert raises(what_if, CATALOGUE, COUNTING) == [
        Raise(skill="contract-law", held=1.0, level=3.0),
        Raise(skill="talent", held=None, level=2.0),
    ]


def test_a_step_up_and_down() -> None:
    up = stepped(WhatIf(), CATALOGUE, COUNTING, "negotiation", up=True)
    assert up.levels == {"negotiation": 4.0}
    # Back at the 3 that is rated nothing is imagined any more.
    assert stepped(up, CATALOGUE, COUNTING, "negotiation", up=False).is_empty
    top = stepped(up, CATALOGUE, COUNTING, "negotiation", up=True)
    assert stepped(top, CATALOGUE, COUNTING, "negotiation", up=True) is top
    unrated = stepped(WhatIf(), CATALOGUE, COUNTING, "talent", up=True)
    assert unrated.levels == {"talent": 1.0}
    assert stepped(unrated, CATALOGUE, COUNTING, "talent", up=False).is_empty
    assert stepped(WhatIf(), CATALOGUE, COUNTING, "talent", up=False).is_empty
    none = WhatIf(levels={"negotiation": None})
    assert stepped(none, CATALOGUE, COUNTING, "negotiation", up=True).levels == {"negotiation": 1.0}
    between = {"negotiation": replace(COUNTING["negotiation"], level=2.5)}
    assert stepped(WhatIf(), CATALOGUE, between, "negotiation", up=False).levels == {
        "negotiation": 2.0
    }


def test_kept_as_a_plan(texts: Texts) -> None:
    what_if = WhatIf(levels={"contract-law": 4.0, "negotiation": 2.0}, hours_a_week=5.0)
    edit = keep_as_plan(career(), CATALOGUE, what_if, COUNTING, texts, TODAY)
    *actions, person = [change.after for change in edit.changes]
    # Two contracts lead from 1 to 3 at once, so the course up to 2 adds nothing; 4 is left.
    assert [(one.id, one.title, one.from_level, one.to_level, one.hours) for one in actions] == [
        ("action-1", "Mark up two live contracts with a lawyer beside you.", 1.0, 3.0, 30.0),
        ("action-2", "Raise Contract law to 4", 3.0, 4.0, None),
    ]
    assert all(one.made == TODAY and one.skill == "contract-law" for one in actions)
    assert isinstance(person, Person)
    assert person.hours_a_week == 5.0
    assert replace(person, hours_a_week=3.0) == sample_person()


def test_a_next_step_is_planned(texts: Texts) -> None:
    step = NextStep(
        skill="contract-law", from_level=1.0, to_level=2.0, hours=None, readiness_added=0.1
    )
    edit = plan_step(career(), CATALOGUE, step, texts, TODAY)
    (action,) = [change.after for change in edit.changes]
    # Of the catalogue's two ways the first leads beyond 2, so as far as the step asks.
    assert isinstance(action, Action)
    assert (action.from_level, action.to_level, action.made) == (1.0, 2.0, TODAY)
    assert action.title == "Mark up two live contracts with a lawyer beside you."


def test_nothing_to_keep(texts: Texts) -> None:
    same = WhatIf(levels={"negotiation": 3.0}, hours_a_week=3.0, industry="x", role="host")
    assert keep_as_plan(career(), CATALOGUE, same, COUNTING, texts, TODAY).changes == ()
    kept = keep_as_ratings(sample_person(), same, COUNTING, by=Rater.SELF, on=TODAY, entry=9)
    assert kept.changes == ()


def test_kept_as_ratings() -> None:
    what_if = WhatIf(levels={"negotiation": 2.0, "crm": 3.0, "talent": None})
    edit = keep_as_ratings(sample_person(), what_if, COUNTING, by=Rater.MANAGER, on=TODAY, entry=70)
    assert [change.after for change in edit.changes] == [
        Rating(entry=70, skill="negotiation", level=2.0, by=Rater.MANAGER, on=TODAY),
        Rating(entry=71, skill="talent", level=None, by=Rater.MANAGER, on=TODAY),
    ]
    assert all(change.before is None for change in edit.changes)
