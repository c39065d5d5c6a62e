"""What an import changes in a store that already holds something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.core.career import (
    Action,
    AgreedLevel,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Owner,
    Promise,
    TrackChoice,
)
from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.keeping.imports import import_edit
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
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.roles.change import take_role
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


def careers(people: Sequence[RatedPerson | Career]) -> list[Career]:
    return [
        one if isinstance(one, Career) else Career(person=one[0], ratings=tuple(one[1]))
        for one in people
    ]


def edit_of(
    *people: RatedPerson | Career,
    catalogues: Sequence[Catalogue] = (),
    stored: Sequence[RatedPerson | Career] = (),
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


# Plans, one-on-ones, KPI results and wishes

ACTION = Action(
    id="action-1", title="Read", made=DAY, skill="s", from_level=1, to_level=2, meeting="meeting-1"
)
RECORD = Meeting(
    id="meeting-1",
    on=DAY,
    shared="Fine.",
    closed=DAY,
    agreed=(AgreedLevel(skill="s", level=2),),
    promised=(Promise(action="action-1", title="Read", owner=Owner.EMPLOYEE),),
    corrections=(Correction(on=DAY, text="First"),),
)
PREPARED = Meeting(id="meeting-2", on=DAY)
CHOICE = TrackChoice(id="choice-1", questionnaire="q", on=DAY, answers=(("time", "out"),))
RESULT = KpiResult(role="a", kpi="k", period="2026-Q1", reached=90, on=DAY)
WISH = Wish(role="b", stance=Stance.WANTED, on=DAY)
CAREER = Career(
    person=replace(LIN, wishes=(WISH,)),
    ratings=(rating(1),),
    actions=(ACTION,),
    meetings=(RECORD, PREPARED),
    kpi_results=(RESULT,),
    track_choices=(CHOICE,),
)


def part(kind: Any, name: str) -> Key:
    return Key(kind, "c", "lin", part=name)


def test_a_career_is_read_into_an_empty_store_whole() -> None:
    changes = edit_of(CAREER).changes
    assert [(change.key, change.after) for change in changes] == [
        (PERSON, CAREER.person),
        (Key("rating", "c", "lin", 100), rating(100)),
        # A one-on-one before what was promised in it.
        (part("meeting", "meeting-1"), RECORD),
        (part("meeting", "meeting-2"), PREPARED),
        (part("action", "action-1"), ACTION),
        (part("kpi-result", "a/k/2026-Q1"), RESULT),
        (part("track-choice", "choice-1"), CHOICE),
    ]
    assert all(change.before is None for change in changes)


def test_the_same_career_again_changes_nothing() -> None:
    assert edit_of(CAREER, stored=[CAREER]).changes == ()


def test_parts_are_joined_by_their_id() -> None:
    done = replace(ACTION, title="Read twice")
    more = replace(ACTION, id="action-2", meeting=None)
    held = replace(PREPARED, shared="We met.")
    better = replace(RESULT, reached=95)
    later = replace(RESULT, period="2026-Q2")
    shared = replace(CHOICE, is_shared=True)
    again = replace(CHOICE, id="choice-2")
    read = Career(
        person=LIN,
        actions=(more, done),
        meetings=(held,),
        kpi_results=(better, later),
        track_choices=(shared, again),
    )
    assert edit_of(read, stored=[CAREER]).changes == (
        Change(part("meeting", "meeting-2"), PREPARED, held),
        Change(part("action", "action-2"), None, more),
        Change(part("action", "action-1"), ACTION, done),
        Change(part("kpi-result", "a/k/2026-Q1"), RESULT, better),
        Change(part("kpi-result", "a/k/2026-Q2"), None, later),
        Change(part("track-choice", "choice-1"), CHOICE, shared),
        Change(part("track-choice", "choice-2"), None, again),
    )


def test_two_people_may_have_parts_of_one_id() -> None:
    wei = replace(LIN, id="wei")
    read = Career(person=wei, actions=(replace(ACTION, title="Write", meeting=None),))
    stored = [CAREER, Career(person=wei)]
    (change,) = edit_of(read, stored=stored).changes
    assert (change.key, change.before) == (Key("action", "c", "wei", part="action-1"), None)


# A closed one-on-one


def entries(*texts: str) -> Meeting:
    """The record with these corrections."""
    return replace(RECORD, corrections=tuple(Correction(on=DAY, text=text) for text in texts))


def test_corrections_are_added_to_a_closed_one_on_one() -> None:
    longer = entries("First", "Second")
    (change,) = edit_of(Career(person=LIN, meetings=(longer,)), stored=[CAREER]).changes
    assert change == Change(part("meeting", "meeting-1"), RECORD, longer)
    # A file from before the correction takes none away.
    for older in (entries(), RECORD):
        corrected = replace(CAREER, meetings=(longer, PREPARED))
        read = Career(person=LIN, meetings=(older,))
        assert edit_of(read, stored=[corrected]).changes == ()


@pytest.mark.parametrize(
    "read",
    [
        replace(RECORD, shared="Bad."),
        replace(RECORD, private="Bad."),
        replace(RECORD, on=date(2026, 5, 2)),
        replace(RECORD, closed=None, agreed=(), promised=(), corrections=()),
        replace(RECORD, agreed=()),
        replace(RECORD, promised=()),
        replace(RECORD, next_on=date(2026, 6, 1)),
        replace(RECORD, target="b"),
        entries("Another"),
        entries("Another", "First"),
        replace(entries("First", "Second"), shared="Bad."),
    ],
    ids=[
        "shared",
        "private",
        "on",
        "open",
        "agreed",
        "promised",
        "next",
        "target",
        "entry",
        "order",
        "both",
    ],
)
def test_a_file_that_changes_a_record_is_refused(read: Meeting) -> None:
    with pytest.raises(PlannerError, match="is closed, and the file changes its record") as caught:
        edit_of(Career(person=LIN, meetings=(read,)), stored=[CAREER])
    assert len(caught.value.sentences) == 3


def test_a_one_on_one_may_be_closed_by_a_file() -> None:
    closed = replace(PREPARED, closed=DAY)
    (change,) = edit_of(Career(person=LIN, meetings=(closed,)), stored=[CAREER]).changes
    assert change == Change(part("meeting", "meeting-2"), PREPARED, closed)


def test_private_notes_that_a_file_leaves_out_stay() -> None:
    """It may have been written without them."""
    noted = replace(PREPARED, private="Ask twice.")
    record = replace(RECORD, private="Tired.")
    stored = replace(CAREER, meetings=(record, noted))
    assert edit_of(CAREER, stored=[stored]).changes == ()
    read = Career(person=LIN, meetings=(entries("First", "Second"), replace(noted, private="No.")))
    assert [change.after for change in edit_of(read, stored=[stored]).changes] == [
        replace(entries("First", "Second"), private="Tired."),
        replace(noted, private="No."),
    ]


def test_an_action_of_an_unknown_one_on_one_is_refused() -> None:
    lost = replace(ACTION, id="action-2", meeting="meeting-9")
    with pytest.raises(PlannerError, match="which is not there") as caught:
        edit_of(Career(person=LIN, actions=(lost,)), stored=[CAREER])
    assert dict(caught.value.happened.arguments) == {
        "id": "action-2", "name": "Lin", "meeting": "meeting-9"
    }  # fmt: skip
    # It may be in the store or in the file; another person's does not count.
    assert edit_of(Career(person=LIN, actions=(replace(lost, meeting="meeting-1"),)),
                   stored=[CAREER]).changes  # fmt: skip
    with pytest.raises(PlannerError):
        edit_of(Career(person=replace(LIN, id="wei"), actions=(ACTION,)), stored=[CAREER])


# What would be left dangling


@pytest.mark.parametrize(
    ("career", "said"),
    [
        (Career(person=replace(LIN, wishes=(replace(WISH, role="c"),))), "wish"),
        (Career(person=LIN, kpi_results=(replace(RESULT, role="c"),)), "KPI result"),
        (Career(person=LIN, actions=(replace(ACTION, skill="t", meeting=None),)), "actions"),
        (Career(person=LIN, actions=(replace(ACTION, to_level=5, meeting=None),)), "scale"),
        (Career(person=LIN, actions=(replace(ACTION, from_level=4.5, meeting=None),)), "scale"),
        (Career(person=LIN, meetings=(replace(RECORD, agreed=(AgreedLevel(skill="t", level=1),)),)),
         "agreed levels"),
        (Career(person=LIN, meetings=(replace(RECORD, agreed=(AgreedLevel(skill="s", level=5),)),)),
         "scale"),
    ],
    ids=["wish", "result", "action", "to", "from", "agreed skill", "agreed level"],
)  # fmt: skip
def test_a_catalogue_that_a_career_still_needs_is_not_replaced(career: Career, said: str) -> None:
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
    with pytest.raises(PlannerError, match=said) as caught:
        edit_of(catalogues=[smaller], stored=[career])
    assert len(caught.value.sentences) == 3
    with pytest.raises(PlannerError, match=said):
        edit_of(career, catalogues=[smaller])
    assert edit_of(catalogues=[smaller], stored=[CAREER]).changes
    free = Career(person=LIN, actions=(Action(id="action-1", title="Rest", made=DAY),))
    assert edit_of(catalogues=[smaller], stored=[free]).changes


# Wishes


def test_wishes_are_joined_by_their_role() -> None:
    other = Wish(role="c", stance=Stance.NOT_WANTED, on=DAY)
    changed = replace(WISH, stance=Stance.NO_OPENING)
    assert edit_of((LIN, ()), stored=[replace(CAREER, ratings=())]).changes == ()
    (change,) = edit_of((replace(LIN, wishes=(other, changed)), ()), stored=[CAREER]).changes
    assert change.after == replace(LIN, wishes=(changed, other))


def test_a_new_role_clears_the_stance_to_it_and_the_target_that_is_reached() -> None:
    """An import of the new role does what `take_role` does."""
    stored = replace(LIN, target="b", wishes=(WISH, replace(WISH, role="c")))
    read = replace(LIN, role="b", since=date(2026, 1, 1))
    (change,) = edit_of((read, ()), stored=[(stored, ())]).changes
    assert isinstance(change.after, Person)
    assert change.after.wishes == (replace(WISH, role="c"),)
    assert change.after.target is None
    promoted = take_role(stored, "b", date(2026, 1, 1), CATALOGUE, date(2026, 11, 20))
    assert promoted.changes == (change,)
    # Another target stays, and what the file itself says counts, now and when it is read again.
    (change,) = edit_of((read, ()), stored=[(replace(stored, target="c"), ())]).changes
    assert isinstance(change.after, Person)
    assert change.after.target == "c"
    said = replace(read, wishes=(replace(WISH, stance=Stance.STEPPING_BACK),), target="b")
    (change,) = edit_of((said, ()), stored=[(stored, ())]).changes
    assert isinstance(change.after, Person)
    assert (change.after.target, change.after.wish_for("b")) == ("b", said.wishes[0])
    assert edit_of((said, ()), stored=[(change.after, ())]).changes == ()


def test_a_corrected_role_clears_nothing() -> None:
    stored = replace(LIN, target="b", wishes=(WISH,))
    read = replace(LIN, role="b")
    (change,) = edit_of((read, ()), stored=[(stored, ())]).changes
    assert change.after == replace(read, target="b", wishes=(WISH,))
