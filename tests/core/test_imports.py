"""What an import changes in a store that already holds something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.core.career import Career
from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.imports import import_edit
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import same_text

DAY = date(2026, 5, 1)
CATALOGUE = Catalogue(
    head=CatalogueHead(
        id="c",
        version="1",
        title=same_text("C"),
        scale=Scale(levels=tuple(Level(number=float(n), name=same_text(str(n))) for n in (0, 5))),
        tracks=(Track(id="t", name=same_text("T")),),
    ),
    skills=tuple(
        Skill(id=name, name=same_text(name), order=order) for order, name in enumerate("st")
    ),
    roles=tuple(
        Role(id=name, name=same_text(name), track="t", rank=1, order=order)
        for order, name in enumerate("abc")
    ),
    moves=(
        Move(from_role="a", to_role="b", kind=MoveKind.PROMOTION, order=0),
        Move(from_role="b", to_role="c", kind=MoveKind.PROMOTION, order=1),
    ),
)
LIN = Person(id="lin", name="Lin", catalogue="c", role="a", since=date(2024, 1, 1))
PERSON = Key("person", "c", "lin")

RatedPerson = tuple[Person, Sequence[Rating]]


def rating(entry: int, level: float | None = 2.0, **more: Any) -> Rating:
    values: dict[str, Any] = {"skill": "s", "by": Rater.SELF, "on": DAY}
    return Rating(entry=entry, level=level, **(values | more))


def careers(people: Sequence[RatedPerson]) -> list[Career]:
    return [Career(person=person, ratings=tuple(ratings)) for person, ratings in people]


def edit_of(
    *people: RatedPerson,
    catalogues: Sequence[Catalogue] = (),
    stored: Sequence[RatedPerson] = (),
    next_entry: int = 100,
) -> Edit:
    """The edit of an import into a store that holds the catalogue and some people."""
    return import_edit(
        catalogues,
        careers(people),
        stored_catalogues={"c": CATALOGUE},
        stored_people=careers(stored),
        next_entry=next_entry,
    )


def test_into_an_empty_store_everything_is_new_in_the_order_of_need() -> None:
    edit = import_edit(
        [CATALOGUE],
        careers([(LIN, [rating(1), rating(2, 3.0, by=Rater.MANAGER)])]),
        stored_catalogues={},
        stored_people=(),
        next_entry=7,
    )
    assert [(change.key.kind, change.key.id, change.key.entry) for change in edit.changes] == [
        ("catalogue", "", 0),
        ("skill", "s", 0),
        ("skill", "t", 0),
        ("role", "a", 0),
        ("role", "b", 0),
        ("role", "c", 0),
        ("move", "a/b/promotion", 0),
        ("move", "b/c/promotion", 0),
        ("person", "lin", 0),
        ("rating", "lin", 7),
        ("rating", "lin", 8),
    ]
    assert all(change.before is None for change in edit.changes)
    assert edit.changes[-1].after == rating(8, 3.0, by=Rater.MANAGER)


def test_the_same_again_changes_nothing() -> None:
    person = (LIN, [rating(1), rating(2, 3.0), rating(3, None, skill="t")])
    edit = edit_of(person, catalogues=[CATALOGUE], stored=[person])
    assert edit.changes == ()


def test_a_catalogue_is_replaced_record_by_record() -> None:
    renamed = replace(CATALOGUE.roles[0], name=same_text("A"))
    added = replace(CATALOGUE.roles[0], id="d", order=1)
    move = Move(from_role="a", to_role="d", kind=MoveKind.PROMOTION, order=0)
    new = replace(CATALOGUE, skills=CATALOGUE.skills[:1], roles=(renamed, added), moves=(move,))
    changes = edit_of(catalogues=[new]).changes
    first, second = CATALOGUE.moves
    assert changes == (
        Change(Key("role", "c", "a"), CATALOGUE.roles[0], renamed),
        Change(Key("role", "c", "d"), None, added),
        Change(Key("move", "c", move.id), None, move),
        # What goes, in the order in which nothing refers to it any more.
        Change(Key("move", "c", second.id), second, None),
        Change(Key("move", "c", first.id), first, None),
        Change(Key("role", "c", "c"), CATALOGUE.roles[2], None),
        Change(Key("role", "c", "b"), CATALOGUE.roles[1], None),
        Change(Key("skill", "c", "t"), CATALOGUE.skills[1], None),
    )


def test_a_new_version_changes_the_head() -> None:
    new = replace(CATALOGUE, head=replace(CATALOGUE.head, version="2"))
    assert edit_of(catalogues=[new]).changes == (
        Change(Key("catalogue", "c"), CATALOGUE.head, new.head),
    )


@pytest.mark.parametrize(
    "person",
    [
        (replace(LIN, role="c"), []),
        (replace(LIN, target="c"), []),
        (replace(LIN, positions=(Position(role="c", since=date(2020, 1, 1)),)), []),
        (LIN, [rating(1, skill="t")]),
        (LIN, [rating(1, 5.0)]),
    ],
    ids=["role", "target", "position", "rating", "level"],
)
def test_a_catalogue_that_would_leave_people_dangling_is_refused(person: RatedPerson) -> None:
    levels = CATALOGUE.scale.levels
    smaller = replace(
        CATALOGUE,
        head=replace(
            CATALOGUE.head, scale=Scale(levels=(levels[0], replace(levels[1], number=4.0)))
        ),
        skills=CATALOGUE.skills[:1],
        roles=CATALOGUE.roles[:2],
        moves=CATALOGUE.moves[:1],
    )
    with pytest.raises(PlannerError) as raised:
        edit_of(catalogues=[smaller], stored=[person])
    assert len(raised.value.sentences) == 3
    # Other people's catalogues, and ratings that are not applicable, are no hindrance.
    elsewhere = replace(person[0], catalogue="other")
    assert edit_of(catalogues=[smaller], stored=[(elsewhere, person[1])]).changes
    assert edit_of(catalogues=[smaller], stored=[(LIN, [rating(1, None)])]).changes


def test_people_read_with_a_catalogue_count_as_well() -> None:
    smaller = replace(CATALOGUE, roles=CATALOGUE.roles[:1], moves=())
    stored = (replace(LIN, role="b"), ())
    with pytest.raises(PlannerError):
        edit_of(catalogues=[smaller], stored=[stored])
    # Who is moved out of the role by the same files may go on, but their past stays.
    moved = replace(LIN, role="a", since=date(2023, 1, 1))
    assert edit_of((moved, ()), catalogues=[smaller], stored=[stored]).changes


def test_changed_details_of_a_person() -> None:
    new = replace(LIN, name="Lin Wei", industry="software")
    assert edit_of((new, ()), stored=[(LIN, ())]).changes == (Change(PERSON, LIN, new),)


def test_what_the_file_leaves_out_stays() -> None:
    stored = replace(LIN, industry="banking", target="c", hours_a_week=6.0)
    assert edit_of((LIN, ()), stored=[(stored, [rating(1)])]).changes == ()
    (change,) = edit_of((replace(LIN, hours_a_week=4.0), ()), stored=[(stored, ())]).changes
    assert change.after == replace(stored, hours_a_week=4.0)


def test_positions_are_joined_and_the_present_one_becomes_a_past_one() -> None:
    first = Position(role="c", since=date(2020, 1, 1), until=date(2020, 12, 31))
    second = Position(role="b", since=date(2021, 1, 1), until=date(2021, 12, 31))
    stored = replace(LIN, positions=(first,))
    read = replace(LIN, role="b", since=date(2026, 1, 1), positions=(second,))
    (change,) = edit_of((read, ()), stored=[(stored, ())]).changes
    left = Position(role="a", since=date(2024, 1, 1), until=date(2025, 12, 31))
    assert change.after == replace(read, positions=(first, second, left))
    assert edit_of((read, ()), stored=[(change.after, ())]).changes == ()  # type: ignore[list-item]


def test_a_corrected_day_is_no_new_position() -> None:
    read = replace(LIN, since=date(2024, 2, 1))
    assert edit_of((read, ()), stored=[(LIN, ())]).changes == (Change(PERSON, LIN, read),)


def test_a_corrected_end_replaces_the_position() -> None:
    open_end = Position(role="b", since=date(2020, 1, 1))
    closed = replace(open_end, until=date(2023, 12, 31))
    stored, read = replace(LIN, positions=(open_end,)), replace(LIN, positions=(closed,))
    assert edit_of((read, ()), stored=[(stored, ())]).changes == (Change(PERSON, stored, read),)


@pytest.mark.parametrize(
    ("stored", "read", "fresh"),
    [
        ([2], [2], []),
        ([2], [3], [3]),
        ([3, 4], [3, 4], []),
        ([3], [3, 4], [4]),
        ([3, 4], [4], []),
        ([3, 4], [3], [3]),
        ([2, 3, 4], [3, 4], []),
        ([], [3, 3], [3, 3]),
        ([3], [3, 3], [3]),
        ([None], [0], [0]),
    ],
)
def test_ratings_of_one_identity(
    stored: list[float | None], read: list[float | None], fresh: list[float | None]
) -> None:
    old = [rating(entry, level) for entry, level in enumerate(stored, start=1)]
    new = [rating(entry, level) for entry, level in enumerate(read, start=1)]
    changes = edit_of((LIN, new), stored=[(LIN, old)]).changes
    expected = [rating(100 + place, level) for place, level in enumerate(fresh)]
    assert [change.after for change in changes] == expected
    assert all(change.before is None for change in changes)
    again = edit_of((LIN, new), stored=[(LIN, [*old, *expected])], next_entry=200)
    assert again.changes == ()


@pytest.mark.parametrize(
    "other",
    [{"skill": "t"}, {"by": Rater.AGREED}, {"on": date(2026, 5, 2)}, {"evidence": "A deal"},
     {"comment": "Better"}],
)  # fmt: skip
def test_another_identity_or_comment_is_a_new_row(other: dict[str, Any]) -> None:
    (change,) = edit_of((LIN, [rating(1, **other)]), stored=[(LIN, [rating(1)])]).changes
    assert change == Change(Key("rating", "c", "lin", 100), None, rating(100, **other))


def test_entries_go_on_from_person_to_person() -> None:
    wei = replace(LIN, id="wei")
    edit = edit_of((LIN, [rating(1)]), (wei, [rating(1), rating(2, 1.0)]))
    keys = [change.key for change in edit.changes if change.key.kind == "rating"]
    assert [(key.id, key.entry) for key in keys] == [("lin", 100), ("wei", 101), ("wei", 102)]


def test_the_label_names_what_is_imported() -> None:
    two = replace(CATALOGUE, head=replace(CATALOGUE.head, id="d"))
    wei = replace(LIN, id="wei")
    labels = [
        edit_of(catalogues=[CATALOGUE]).label,
        edit_of(catalogues=[CATALOGUE, two]).label,
        edit_of((LIN, ())).label,
        edit_of((LIN, ()), (wei, ())).label,
    ]
    assert [(label.text, label.count) for label in labels] == [
        ("Import {title}", 0),
        ("Import {count} catalogue", 2),
        ("Import {name}", 0),
        ("Import {count} person", 2),
    ]
