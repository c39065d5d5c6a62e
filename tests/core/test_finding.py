"""Finding roles, skills and people by parts of their names."""

from __future__ import annotations

from datetime import date

from planner.core.finding import Findable, find, findables, people_meant, roles_to_compare
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person
from planner.core.text import Text, same_text

CATALOGUE = Catalogue(
    head=CatalogueHead(
        id="c",
        version="1",
        title=same_text("C"),
        scale=Scale(levels=(Level(number=0, name=same_text("None")),)),
        tracks=(Track(id="client", name=Text(en="Client track", zh="客户序列")),),
    ),
    skills=(
        Skill(id="trust", name=Text(en="Building trust", zh="建立信任")),
        Skill(id="client-sense", name=Text(en="Client sense", zh="客户感知")),
    ),
    roles=(
        Role(id="am", name=Text(en="Account manager", zh="客户经理"), track="client", rank=1),
        Role(id="rcd", name=Text(en="Regional client director", zh=""), track="gone", rank=2),
    ),
    moves=(),
)
PEOPLE = (
    Person(id="p1", name="林薇", catalogue="c", role="am", since=date(2024, 1, 1)),
    Person(id="p2", name="Clive Amber", catalogue="other", role="x", since=date(2024, 1, 1)),
)
ALL = findables(CATALOGUE, PEOPLE)


def ids(said: str, most: int = 30) -> list[str]:
    return [thing.id for thing in find(said, ALL, most)]


def test_everything_can_be_found() -> None:
    assert [(thing.kind, thing.id) for thing in ALL] == [
        ("role", "am"),
        ("role", "rcd"),
        ("skill", "trust"),
        ("skill", "client-sense"),
        ("person", "p1"),
        ("person", "p2"),
    ]


def test_the_detail_tells_namesakes_apart() -> None:
    details = {thing.id: thing.detail.en for thing in ALL}
    assert details["am"] == "Client track"
    assert details["rcd"] == "gone"
    assert details["p1"] == "Account manager"
    assert details["p2"] == ""


def test_a_beginning_comes_before_a_word_and_a_word_before_a_part() -> None:
    # “cli” begins “Client sense” and “Clive Amber”, and a word of “Regional client director”.
    assert ids("cli") == ["client-sense", "p2", "rcd"]
    assert ids("ent") == ["rcd", "client-sense"]


def test_both_languages_are_searched_and_case_does_not_matter() -> None:
    assert ids("客户") == ["am", "client-sense"]
    assert ids("ACCOUNT") == ["am"]
    assert ids("林") == ["p1"]


def test_all_words_must_be_there_in_any_order() -> None:
    assert ids("director client") == ["rcd"]
    assert ids("director trust") == []


def test_nothing_said_finds_nothing() -> None:
    assert ids("") == []
    assert ids("   ") == []


def test_no_more_are_found_than_asked_for() -> None:
    assert len(ids("a", most=2)) == 2


def test_without_a_catalogue_people_are_still_found() -> None:
    only_people = findables(None, PEOPLE)
    assert [thing.id for thing in find("林", only_people)] == ["p1"]
    assert all(isinstance(thing, Findable) and thing.detail.en == "" for thing in only_people)


def test_the_role_that_fits_best_can_be_compared_or_all_after_the_verb() -> None:
    roles = [
        Findable(kind="role", catalogue="c", id=id_, name=Text(en=en, zh=zh), detail=Text())
        for id_, en, zh in (
            ("am", "Account manager", "客户经理"),
            ("lm", "Line manager", "直线经理"),
            ("cto", "Chief technology officer", "首席技术官"),
        )
    ]

    def ids(said: str, verb: str = "Compare") -> list[str]:
        return [role.id for role in roles_to_compare(said, verb, roles)]

    assert ids("line") == ["lm"]
    assert ids("manager") == ["am"]
    assert ids("compare manager") == ["am", "lm"]
    assert ids("COMPARE") == ["am", "lm", "cto"]
    assert ids("对比经理", "对比") == ["am", "lm"]
    assert ids("zzz") == ids("") == []


def test_an_id_is_meant_before_a_name() -> None:
    namesake = Person(id="p3", name="CLIVE  AMBER", catalogue="c", role="am", since=date.min)
    named_as_an_id = Person(id="p4", name="p1", catalogue="c", role="am", since=date.min)
    people = (*PEOPLE, namesake, named_as_an_id)

    def meant(said: str) -> list[str]:
        return [person.id for person in people_meant(said, people)]

    assert meant("p1") == ["p1"]
    assert meant("P1") == ["p4"]
    assert meant("林薇") == ["p1"]
    assert meant("clive amber") == ["p2", "p3"]
    assert meant("Clive") == []
    assert meant("") == []
