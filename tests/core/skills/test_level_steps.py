"""The present, the next and the required level of a skill."""

from __future__ import annotations

from planner.core.model import Level, Scale, Skill
from planner.core.skills.level_steps import level_steps, steps_of
from planner.core.text import same_text
from tests.gap_sample import sample_catalogue, sample_gap

SCALE = Scale(
    levels=tuple(Level(number=float(n), name=same_text(f"L{n}")) for n in (0, 1, 2, 3, 4, 5))
)
SKILL = Skill(
    id="s",
    name=same_text("S"),
    levels=tuple((float(n), same_text(f"words {n}")) for n in range(1, 6)),
)


def told(held: float | None, required: float) -> list[tuple[float, str]]:
    marks = []
    for step in level_steps(SKILL, held, required, SCALE):
        flags = ("now", step.is_now), ("next", step.is_next), ("required", step.is_required)
        marks.append((step.number, " ".join(name for name, is_so in flags if is_so)))
    return marks


def test_three_levels_on_the_way() -> None:
    assert told(1, 3) == [(1, "now"), (2, "next"), (3, "required")]


def test_the_next_level_may_be_the_required_one() -> None:
    assert told(3, 4) == [(3, "now"), (4, "next required")]


def test_a_reached_level_stands_once() -> None:
    assert told(3, 3) == [(3, "now required")]


def test_a_surplus_stands_above() -> None:
    assert told(5, 3) == [(3, "required"), (5, "now")]


def test_an_unrated_skill_has_only_what_is_required() -> None:
    assert told(None, 3) == [(3, "required")]


def test_between_two_levels_the_lower_one_is_named() -> None:
    steps = level_steps(SKILL, 2.5, 4.62, SCALE)
    assert [(step.number, step.level.number, step.is_named) for step in steps] == [
        (2.5, 2, False),
        (3, 3, True),
        (4.62, 4, False),
    ]
    assert [step.description and step.description.en for step in steps] == [
        "words 2",
        "words 3",
        "words 4",
    ]


def test_nothing_held_is_not_described() -> None:
    assert level_steps(SKILL, 0, 1, SCALE)[0].description is None


def test_of_a_gap() -> None:
    catalogue, gap = sample_catalogue(), sample_gap()
    steps = steps_of(gap.skills[0], catalogue.skill("contract-law"), catalogue.scale)
    assert [step.number for step in steps] == [1, 2, 3]
