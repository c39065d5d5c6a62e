"""Plans, one-on-ones, KPI results, wishes and agendas in and out of the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import (
    Action,
    AgendaItem,
    AgreedLevel,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.edits import Edit
from planner.core.errors import PlannerError
from planner.core.keeping.career_edits import remove_career
from planner.core.people import Stance, Wish
from planner.core.text import Text, message, same_text
from planner.store.connecting import driver
from planner.store.faults import StaleEdit, UnreadableFile
from planner.store.store import Store
from tests.store.sample import (
    AGENDAS,
    BACK,
    BARE_ACTION,
    BARE_CHOICE,
    BARE_MEETING,
    BARE_RESULT,
    BO,
    CATALOGUE,
    CHIEF,
    CHOICE,
    CLERK,
    COURSE,
    HEAD,
    LABEL,
    LIN,
    LISTENING,
    NEGOTIATION,
    OTHER,
    PARTS,
    QUESTIONNAIRES,
    RECORD,
    RESULT,
    UP,
    WISHES,
    catalogue_created,
    changed,
    created,
    joined,
    rating,
)

WITH_WISHES = replace(LIN, wishes=WISHES)


@pytest.fixture
def full(filled: Store) -> Store:
    """A store in which one of the two people has something of everything."""
    filled.apply(joined(changed(LIN, WITH_WISHES), created(rating(1), *PARTS)))
    return filled


def career(store: Store) -> Career:
    return store.career("am-lm", "lin-wei")


# In and out


def test_a_career_comes_back_as_it_was(full: Store) -> None:
    assert career(full) == Career(
        person=WITH_WISHES,
        ratings=(rating(1),),
        # Made on one day: in the order of their numbers, 2 before 10.
        actions=(COURSE, BARE_ACTION),
        meetings=(RECORD, BARE_MEETING),
        # By period: the year 2026 before its first quarter.
        kpi_results=(BARE_RESULT, RESULT),
        track_choices=(CHOICE, BARE_CHOICE),
    )
    assert full.people() == (WITH_WISHES, BO)
    assert full.career("am-lm", "bo") == Career(person=BO)
    assert full.integrity() == ()


def test_parts_come_by_their_day_then_by_their_number(filled: Store) -> None:
    """Whatever the order in which they were entered."""
    day = date(2026, 1, 1)
    actions = [
        Action(id="action-9", title="A", made=day),
        Action(id="action-10", title="B", made=day),
        Action(id="action-1", title="C", made=date(2026, 1, 2)),
    ]
    meetings = [Meeting(id="meeting-2", on=day), Meeting(id="meeting-1", on=date(2026, 1, 2))]
    results = [replace(RESULT, period=period) for period in ("2025-Q4", "2026", "2026-Q1")]
    filled.apply(created(*reversed(actions), *reversed(meetings), *reversed(results)))
    found = career(filled)
    assert list(found.actions) == actions
    assert list(found.meetings) == meetings
    assert list(found.kpi_results) == results


def test_agendas_come_back_in_the_catalogue_s_order(filled: Store) -> None:
    head = replace(HEAD, agendas=AGENDAS)
    filled.apply(joined(changed(HEAD, head), catalogue_created(OTHER)))
    assert filled.catalogue_heads() == (head, OTHER.head)
    assert filled.catalogue("am-lm").head == head
    turned = replace(head, agendas=(AGENDAS[1], replace(AGENDAS[0], items=())))
    filled.apply(changed(head, turned))
    assert filled.catalogue("am-lm").head == turned
    filled.apply(changed(turned, HEAD))
    assert filled.catalogue_heads() == (HEAD, OTHER.head)


def test_a_catalogue_goes_with_its_agendas(store: Store) -> None:
    head = replace(HEAD, agendas=AGENDAS)
    edit = catalogue_created(replace(CATALOGUE, head=head))
    store.apply(edit)
    store.apply(edit.inverse())
    assert store.catalogue_heads() == ()
    store.apply(catalogue_created(CATALOGUE))
    assert store.catalogue_heads() == (HEAD,)


def test_questionnaires_come_and_go_with_their_catalogue(store: Store) -> None:
    head = replace(HEAD, questionnaires=QUESTIONNAIRES)
    edit = catalogue_created(replace(CATALOGUE, head=head))
    store.apply(edit)
    assert store.catalogue("am-lm").head == head
    fewer = replace(head, questionnaires=(replace(QUESTIONNAIRES[1], tracks=("line",)),))
    store.apply(changed(head, fewer))
    assert store.catalogue_heads() == (fewer,)
    store.apply(changed(fewer, head))
    store.apply(edit.inverse())
    assert store.catalogue_heads() == ()
    store.apply(catalogue_created(CATALOGUE))
    assert store.catalogue_heads() == (HEAD,)


def test_careers_come_in_the_order_in_which_they_are_asked_for(full: Store) -> None:
    found = full.careers("am-lm", ("bo", "lin-wei"))
    assert found == (Career(person=BO), career(full))
    assert full.careers("am-lm", ()) == ()
    for catalogue, people in (("am-lm", ("bo", "nobody")), ("other", ("bo",)), ("x", ("bo",))):
        with pytest.raises(KeyError):
            full.careers(catalogue, people)
    with pytest.raises(KeyError):
        full.career("am-lm", "nobody")


def test_many_careers_are_read_like_few(filled: Store) -> None:
    """More people than a query names one by one."""
    people = [replace(BO, id=f"bo-{n}", wishes=WISHES[:1]) for n in range(310)]
    filled.apply(created(*people))
    edits = [
        created(
            replace(BARE_ACTION, title=f"Rest {n}"),
            replace(RECORD, shared=f"Notes {n}"),
            replace(RESULT, reached=float(n)),
            rating(n + 1),
            person=person.id,
        )
        for n, person in enumerate(people)
    ]
    filled.apply(joined(*edits))
    found = filled.careers("am-lm", [person.id for person in people])
    assert [one.person for one in found] == people
    assert [one.actions[0].title for one in found] == [f"Rest {n}" for n in range(310)]
    assert [one.meetings[0].shared for one in found] == [f"Notes {n}" for n in range(310)]
    assert [one.kpi_results[0].reached for one in found] == list(range(310))
    assert [one.ratings for one in found] == [(rating(n + 1),) for n in range(310)]
    # And changed and compared like few.
    removed = joined(*(remove_career(one) for one in found))
    filled.apply(removed)
    assert filled.people() == (LIN, BO)
    filled.apply(removed.inverse())
    assert filled.careers("am-lm", [person.id for person in people]) == found


def test_strings_of_every_kind_come_back(filled: Store) -> None:
    words = "a'; DROP TABLE action; --\n\t𬭚 👩‍🚀 <b> \"]},{[" + "x" * 10_000
    action = replace(COURSE, title=words, notes=words, evidence=words)
    meeting = replace(
        RECORD,
        items=(AgendaItem(text=Text(en=words, zh=words), origin=Origin.MANAGER),),
        shared=words,
        private=words,
        promised=(Promise(action="a", title=words, owner=Owner.EMPLOYEE),),
        corrections=(Correction(on=date(2026, 3, 3), text=words),),
    )
    result = replace(RESULT, note=words)
    choice = replace(CHOICE, questionnaire=words, answers=((words, words),), note=words)
    lin = replace(LIN, wishes=(replace(WISHES[0], note=words),))
    filled.apply(joined(changed(LIN, lin), created(action, meeting, result, choice)))
    assert career(filled) == Career(
        person=lin,
        actions=(action,),
        meetings=(meeting,),
        kpi_results=(result,),
        track_choices=(choice,),
    )


# Changes, and their way back


def test_each_kind_is_changed_and_comes_back(full: Store) -> None:
    before = career(full)
    edit = joined(
        changed(COURSE, replace(COURSE, skill="listening", meeting=None, due=None, hours=None)),
        changed(BARE_ACTION, None),
        changed(BARE_MEETING, replace(BARE_MEETING, on=date(2026, 5, 1), shared="Yes")),
        changed(RECORD, None),
        changed(RESULT, replace(RESULT, reached=100)),
        changed(BARE_RESULT, None),
        changed(CHOICE, replace(CHOICE, answers=(), is_shared=False)),
        changed(BARE_CHOICE, None),
        changed(WITH_WISHES, replace(LIN, wishes=WISHES[1:])),
    )
    touched = full.apply(edit)
    assert touched.has_person("am-lm", "lin-wei")
    assert not touched.has_catalogue("am-lm")
    found = career(full)
    assert [action.skill for action in found.actions] == ["listening"]
    assert [meeting.shared for meeting in found.meetings] == ["Yes"]
    assert [result.reached for result in found.kpi_results] == [100]
    assert [(one.answers, one.is_shared) for one in found.track_choices] == [((), False)]
    assert found.person.wishes == WISHES[1:]
    full.apply(edit.inverse())
    assert career(full) == before


def test_a_person_is_removed_with_everything_and_comes_back(full: Store) -> None:
    before = career(full)
    edit = remove_career(before)
    full.apply(edit)
    assert full.people() == (BO,)
    with driver(full._engine) as connection:
        kept = ("wish", "action", "meeting", "kpi_result", "track_choice", "rating", "position")
        for table in kept:
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    full.apply(edit.inverse())
    assert full.people() == (WITH_WISHES, BO)
    assert career(full) == before


def test_two_people_have_parts_of_one_id(full: Store) -> None:
    other = replace(BARE_ACTION, title="Sleep")
    full.apply(created(other, person="bo"))
    assert full.career("am-lm", "bo").actions == (other,)
    full.apply(changed(other, None, person="bo"))
    assert career(full).actions == (COURSE, BARE_ACTION)


# Stale edits

UNKNOWN_ACTION = replace(BARE_ACTION, id="action-9")
UNKNOWN_MEETING = replace(BARE_MEETING, id="meeting-9")
UNKNOWN_RESULT = replace(RESULT, period="1999")

STALE: dict[str, tuple[Edit, str]] = {
    "action changed": (changed(replace(COURSE, title="Other"), COURSE), "action-2"),
    "action gone": (changed(UNKNOWN_ACTION, None), "action-9"),
    "action there": (created(replace(BARE_ACTION, title="Other")), "action-10"),
    "meeting changed": (changed(replace(RECORD, shared="Other"), None), "meeting-1"),
    "meeting gone": (changed(UNKNOWN_MEETING, replace(UNKNOWN_MEETING, shared="x")), "meeting-9"),
    "meeting there": (created(BARE_MEETING), "meeting-2"),
    "result changed": (changed(replace(RESULT, reached=1), RESULT), "clerk/nps/2026-Q1"),
    "result gone": (changed(UNKNOWN_RESULT, None), "clerk/nps/1999"),
    "result there": (created(RESULT), "clerk/nps/2026-Q1"),
    "wish changed": (changed(LIN, replace(LIN, wishes=())), "lin-wei"),
    "action of nobody": (created(BARE_ACTION, person="nobody"), "nobody"),
    "meeting of nobody": (created(BARE_MEETING, person="nobody"), "nobody"),
    "result of nobody": (created(RESULT, person="nobody"), "nobody"),
    "no action of nobody": (changed(BARE_ACTION, None, person="nobody"), "action-10"),
    "action in no skill": (created(replace(UNKNOWN_ACTION, skill="flying")), "flying"),
    "result in no role": (created(replace(RESULT, role="king")), "king"),
    "wish for no role": (
        changed(WITH_WISHES, replace(LIN, wishes=(replace(WISHES[0], role="king"),))),
        "king",
    ),
    "action in no catalogue": (created(BARE_ACTION, catalogue="x"), "lin-wei"),
    "person still with parts": (changed(WITH_WISHES, None), "lin-wei"),
}


@pytest.mark.parametrize("name", STALE)
def test_a_stale_edit_fails_and_names_what_it_is_about(full: Store, name: str) -> None:
    edit, named = STALE[name]
    before = career(full)
    written_first = created(replace(BARE_ACTION, id="action-99"), person="bo")
    if name == "person still with parts":
        written_first = changed(rating(1), None)
    with pytest.raises(StaleEdit) as caught:
        full.apply(joined(written_first, edit))
    assert dict(caught.value.happened.arguments)["id"] == named
    assert caught.value.effect == message("Not saved: {label}.", label=LABEL)
    assert caught.value.remedy is not None
    assert career(full) == before
    assert full.career("am-lm", "bo") == Career(person=BO)


@pytest.mark.parametrize("record", [BARE_ACTION, BARE_MEETING, RESULT], ids=["a", "m", "k"])
def test_what_another_window_did_is_stale_here(
    filled: Store, open_at: Callable[..., Store], record: Action | Meeting | KpiResult
) -> None:
    second = open_at(filled.path)
    second.apply(created(record))
    with pytest.raises(StaleEdit, match="already such a"):
        filled.apply(created(record))
    second.apply(changed(record, None))
    with pytest.raises(StaleEdit, match="no such"):
        filled.apply(changed(record, None))


# What is still in use


def without_moves(*edits: Edit) -> Edit:
    return joined(*edits, changed(UP, None), changed(BACK, None))


def test_a_role_that_somebody_has_a_wish_for_cannot_go(filled: Store) -> None:
    only = replace(LIN, role="clerk", positions=(), target=None, wishes=WISHES[1:])
    filled.apply(changed(LIN, only))
    edit = without_moves(changed(CHIEF, None))
    with pytest.raises(PlannerError, match="has a wish for it") as caught:
        filled.apply(edit)
    assert dict(caught.value.happened.arguments) == {
        "role": CHIEF.name,
        "id": "chief",
        "person": "Lin Wei",
    }
    assert caught.value.effect is not None
    assert caught.value.effect.count == 1
    filled.apply(changed(only, replace(only, wishes=())))
    filled.apply(edit)
    assert filled.catalogue("am-lm").roles == (CLERK,)


def test_a_role_with_kpi_results_cannot_go(filled: Store) -> None:
    filled.apply(changed(LIN, replace(LIN, role="clerk", positions=(), target=None)))
    results = [BARE_RESULT, replace(BARE_RESULT, period="2025")]
    filled.apply(created(*results))
    edit = without_moves(changed(CHIEF, None))
    with pytest.raises(PlannerError, match="has KPI results in it") as caught:
        filled.apply(edit)
    assert caught.value.effect is not None
    assert caught.value.effect.count == 2
    assert caught.value.remedy is not None
    filled.apply(created(*results).inverse())
    filled.apply(edit)
    assert filled.catalogue("am-lm").roles == (CLERK,)


def test_a_skill_that_somebody_plans_cannot_go(filled: Store) -> None:
    filled.apply(created(COURSE))
    edit = joined(changed(NEGOTIATION, None), changed(CLERK, replace(CLERK, requires=())))
    with pytest.raises(PlannerError, match="has an action for it") as caught:
        filled.apply(edit)
    assert dict(caught.value.happened.arguments) == {
        "skill": NEGOTIATION.name,
        "id": "negotiation",
        "person": "Lin Wei",
    }
    assert caught.value.effect is not None
    assert caught.value.effect.count == 1
    assert caught.value.remedy is not None
    filled.apply(changed(COURSE, None))
    filled.apply(edit)
    assert filled.catalogue("am-lm").skills == (LISTENING,)


# Values that no row can hold


@pytest.mark.parametrize(
    "record",
    [
        replace(BARE_ACTION, title="\ud800"),
        replace(BARE_ACTION, hours=float("nan"), title=None),  # type: ignore[arg-type]
        replace(BARE_MEETING, shared="\ud800"),
        replace(BARE_MEETING, items=(AgendaItem(text=same_text("\ud800")),)),
        replace(RESULT, reached=float("nan")),
    ],
    ids=["title", "nothing", "notes", "item", "nan"],
)
def test_a_value_that_no_row_can_hold_is_told(
    filled: Store, record: Action | Meeting | KpiResult
) -> None:
    with pytest.raises(PlannerError, match="cannot be stored"):
        filled.apply(created(record))
    assert career(filled) == Career(person=LIN)


def test_a_person_has_one_wish_for_a_role(filled: Store) -> None:
    twice = Wish(role="clerk", stance=Stance.WANTED, on=date(2026, 1, 1))
    with pytest.raises(PlannerError, match="cannot be stored"):
        filled.apply(changed(LIN, replace(LIN, wishes=(twice, twice))))
    assert filled.people() == (LIN, BO)


# Rows that were damaged by something else


DAMAGED = {
    "items": "UPDATE meeting SET items = '[{'",
    "nested": f"UPDATE meeting SET items = '{'[' * 100_000}'",
    "no item": "UPDATE meeting SET items = '[1]'",
    "no list": "UPDATE meeting SET items = '5'",
    "no text": 'UPDATE meeting SET items = \'[{"en": "a"}]\'',
    "origin": (
        'UPDATE meeting SET items = \'[{"en": "", "zh": "", "done": true, "origin": "x"}]\''
    ),
    "agreed": "UPDATE meeting SET agreed = '[[]]'",
    "promised": 'UPDATE meeting SET promised = \'[["a", "b", "nobody", null]]\'',
    "promised short": "UPDATE meeting SET promised = '[[\"a\"]]'",
    "corrections": 'UPDATE meeting SET corrections = \'[["yesterday", "x"]]\'',
    "day": "UPDATE meeting SET day = -1",
    "closed": "UPDATE meeting SET closed = 99999999999",
    "owner": "UPDATE action SET owner = 'nobody'",
    "state": "UPDATE action SET state = ''",
    "kind": "UPDATE action SET kind = 'rest'",
    "made": "UPDATE action SET made = 0",
    "result's day": "UPDATE kpi_result SET day = -5",
    "choice's day": "UPDATE track_choice SET day = 0",
    "answers": "UPDATE track_choice SET answers = '[[1, 2, 3]]'",
    "stance": "UPDATE wish SET stance = 'perhaps'",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_row_that_holds_no_record_is_damage(full: Store, name: str) -> None:
    with driver(full._engine) as connection:
        connection.execute(DAMAGED[name])
    with pytest.raises(UnreadableFile):
        career(full)
    assert full.integrity() == (message("A record cannot be read. Restore a backup."),)


def test_a_damaged_agenda_is_damage(filled: Store) -> None:
    filled.apply(changed(HEAD, replace(HEAD, agendas=AGENDAS)))
    with driver(filled._engine) as connection:
        connection.execute("UPDATE agenda SET items = '[{\"en\": 1}]'")
    with pytest.raises(UnreadableFile):
        filled.catalogue_heads()
    assert filled.integrity() == (message("A record cannot be read. Restore a backup."),)


@pytest.mark.parametrize(
    ("column", "words"),
    [("tracks", "x"), ("questions", '[{"en": "", "zh": "", "id": "q", "source": ""}]')],
)
def test_a_damaged_questionnaire_is_damage(filled: Store, column: str, words: str) -> None:
    filled.apply(changed(HEAD, replace(HEAD, questionnaires=QUESTIONNAIRES)))
    with driver(filled._engine) as connection:
        connection.execute(f"UPDATE questionnaire SET {column} = ?", (words,))
    with pytest.raises(UnreadableFile):
        filled.catalogue_heads()
    assert filled.integrity() == (message("A record cannot be read. Restore a backup."),)


# What refers to another catalogue, which the foreign keys allow

OTHERS_ROLE = "(SELECT max(id) FROM role)"
ASTRAY = {
    "action": "UPDATE action SET skill_id = (SELECT max(id) FROM skill)",
    "wish": f"UPDATE wish SET role_id = {OTHERS_ROLE} WHERE place = 1",
    "kpi_result": f"UPDATE kpi_result SET role_id = {OTHERS_ROLE} WHERE period = '2026-Q1'",
}


@pytest.mark.parametrize("table", ASTRAY)
def test_a_reference_to_another_catalogue_is_found(full: Store, table: str) -> None:
    full.apply(catalogue_created(OTHER))
    assert full.integrity() == ()
    with driver(full._engine) as connection:
        connection.execute(ASTRAY[table])
    found = [dict(said.arguments) for said in full.integrity()]
    assert {(said["table"], said["id"]) for said in found} == {(table, "lin-wei")}
    assert len(found) == (2 if table == "action" else 1)


def test_a_reference_that_leads_nowhere_is_found(full: Store) -> None:
    with driver(full._engine) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM person")
        connection.execute("PRAGMA foreign_keys=ON")
    said = full.integrity()
    assert {dict(one.arguments)["table"] for one in said if "missing one" in one.text} == {
        "position", "rating", "wish", "action", "meeting", "kpi_result", "track_choice"
    }  # fmt: skip


def test_an_agreed_level_keeps_its_skill_s_name_whatever_becomes_of_it(full: Store) -> None:
    """The record of a one-on-one names skills and actions that may have gone."""
    (record, _) = career(full).meetings
    assert record.agreed[1] == AgreedLevel(skill="flying", level=None)
    assert record.promised[1].action == "action-1"
