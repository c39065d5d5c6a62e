"""Bilingual texts and sources."""

from __future__ import annotations

from planner.core.errors import PlannerError
from planner.core.model import Level, Scale, Skill
from planner.core.text import Source, Text, message, same_text


def test_a_missing_language_falls_back_to_the_other() -> None:
    assert Text(en="a", zh="甲").in_language("zh_CN") == "甲"
    assert Text(en="a", zh="甲").in_language("en") == "a"
    assert Text(en="a").in_language("zh_CN") == "a"
    assert Text(zh="甲").in_language("en") == "甲"
    assert same_text("x").is_complete
    assert not Text(en="a").is_complete


def test_a_source_is_the_article_the_editors_or_somebody_else() -> None:
    assert Source("article §4").section == 4
    assert Source("article §4").is_article
    assert Source("editorial").is_editorial
    assert not Source("editorial (the indicator: article §3)").is_article
    assert Source("editorial (the indicator: article §3)").is_editorial
    assert not Source("imported from HR").is_article
    assert not Source("imported from HR").is_editorial


def test_levels_between_two_named_ones_read_as_the_lower() -> None:
    scale = Scale(levels=tuple(Level(number=n, name=same_text(str(n))) for n in (0, 2, 5)))

    assert scale.at_most(4.62).number == 2
    assert scale.at_most(5).number == 5
    assert scale.at_most(-1).number == 0
    assert scale.has(0)
    assert scale.has(5)
    assert not scale.has(5.1)
    skill = Skill(id="s", name=same_text("s"), levels=((2, same_text("two")), (5, same_text("5"))))
    assert skill.description(4.9) == same_text("two")
    assert skill.description(1) is None


def test_an_error_says_what_happened_what_it_means_and_what_to_do() -> None:
    error = PlannerError(message("a"), effect=message("b"), remedy=message("c"))

    assert error.sentences == (message("a"), message("b"), message("c"))
    assert PlannerError(message("a"), remedy=message("c")).sentences == (message("a"), message("c"))
    assert str(error) == "a"
