"""Catalogues and people in and out of the store, and what an edit may do to them."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from datetime import date

import pytest

from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.model import Requirement
from planner.core.people import Position, Rater, Rating
from planner.core.text import Text, message
from planner.store.faults import StaleEdit
from planner.store.store import Store
from tests.store.sample import (
    BACK,
    BO,
    CATALOGUE,
    CHIEF,
    CLERK,
    HEAD,
    LABEL,
    LIN,
    LISTENING,
    NEGOTIATION,
    OTHER,
    UP,
    catalogue_created,
    changed,
    created,
    joined,
    rating,
)


def arguments(error: PlannerError) -> dict[str, object]:
    return dict(error.happened.arguments)


def test_an_empty_store_holds_nothing(store: Store) -> None:
    assert store.catalogue_heads() == ()
    assert store.people() == ()
    assert store.people("am-lm") == ()
    assert store.next_entry() == 1
    assert store.integrity() == ()
    with pytest.raises(KeyError):
        store.catalogue("am-lm")
    with pytest.raises(KeyError):
        store.person("am-lm", "lin-wei")
    with pytest.raises(KeyError):
        store.ratings("am-lm", "lin-wei")


def test_a_catalogue_comes_back_as_it_was(store: Store) -> None:
    edit = catalogue_created(CATALOGUE)
    touched = store.apply(edit)
    assert store.catalogue("am-lm") == CATALOGUE
    assert store.catalogue_heads() == (HEAD,)
    assert touched.keys == {change.key for change in edit.changes}


def test_people_come_back_as_they_were_in_the_order_of_adding(filled: Store) -> None:
    ann = replace(BO, id="ann", name="Ann")
    filled.apply(joined(catalogue_created(OTHER), created(replace(BO, catalogue="other"))))
    filled.apply(created(ann))
    assert filled.people() == (LIN, BO, replace(BO, catalogue="other"), ann)
    assert filled.people("am-lm") == (LIN, BO, ann)
    assert filled.people("nowhere") == ()
    assert filled.person("am-lm", "lin-wei") == LIN
    assert filled.person("other", "bo").catalogue == "other"
    with pytest.raises(KeyError):
        filled.person("other", "lin-wei")


def test_ratings_come_back_by_date_then_by_entry(filled: Store) -> None:
    may = date(2026, 5, 1)
    first = Rating(entry=1, skill="negotiation", level=4.62, by=Rater.AGREED, on=may)
    second = Rating(
        entry=2,
        skill="listening",
        level=None,
        by=Rater.MANAGER,
        on=may,
        comment="很好 <b>",
        evidence="https://example.org",
    )
    earlier = Rating(entry=3, skill="listening", level=0, by=Rater.SELF, on=date(2025, 1, 1))
    filled.apply(created(second, earlier, first))
    filled.apply(created(rating(7), person="bo"))
    assert filled.ratings("am-lm", "lin-wei") == (earlier, first, second)
    assert filled.ratings("am-lm", "bo") == (rating(7),)
    assert filled.next_entry() == 8


def test_many_records_are_compared_and_read_like_few(store: Store) -> None:
    skills = [replace(LISTENING, id=f"skill-{n}", order=n) for n in range(400)]
    people = [replace(BO, id=f"bo-{n}") for n in range(400)]
    head = replace(HEAD, id="big")
    store.apply(joined(created(head, *skills, CLERK_ALONE, catalogue="big")))
    store.apply(created(*(replace(person, catalogue="big") for person in people)))
    assert [skill.id for skill in store.catalogue("big").skills] == [s.id for s in skills]
    renamed = [Change(Key("skill", "big", s.id), s, replace(s, kind="soft")) for s in skills]
    store.apply(Edit(LABEL, tuple(renamed)))
    assert {skill.kind for skill in store.catalogue("big").skills} == {"soft"}
    with pytest.raises(StaleEdit):
        store.apply(Edit(LABEL, tuple(renamed)))


CLERK_ALONE = replace(CLERK, requires=())


# Changes, and their way back


def test_a_changed_record_is_read_as_changed(filled: Store) -> None:
    head = replace(HEAD, version="2", tracks=HEAD.tracks[:1], ranks=())
    clerk = replace(CLERK, requires=(Requirement(skill="negotiation", level=3),), order=5)
    chief = replace(CHIEF, kpis=(), after=(), time=(), order=2)
    up = replace(UP, years=None, precondition=None)
    lin = replace(LIN, positions=(Position(role="chief", since=date(2000, 1, 1)),), target=None)
    filled.apply(
        joined(
            changed(LIN, lin),
            changed(UP, up),
            changed(CLERK, clerk),
            changed(CHIEF, chief),
            changed(NEGOTIATION, replace(NEGOTIATION, levels=())),
            changed(HEAD, head),
        )
    )
    catalogue = filled.catalogue("am-lm")
    assert catalogue.head == head
    assert catalogue.skills[0].levels == ()
    assert catalogue.roles == (chief, clerk)
    assert catalogue.moves == (up, BACK)
    assert filled.people() == (lin, BO)


def test_a_catalogue_is_replaced_in_one_edit(filled: Store) -> None:
    """A role goes while its person moves on to a new one; a skill goes with its requirement."""
    boss = replace(CHIEF, id="boss", requires=(Requirement(skill="tact", level=2),))
    tact = replace(LISTENING, id="tact")
    clerk = replace(CLERK, requires=CLERK.requires[1:])
    edit = joined(
        changed(CHIEF, None),
        changed(LISTENING, None),
        changed(UP, None),
        changed(BACK, None),
        created(replace(UP, to_role="boss"), boss),
        changed(LIN, replace(LIN, role="boss")),
        changed(CLERK, clerk),
        created(tact),
    )
    filled.apply(edit)
    catalogue = filled.catalogue("am-lm")
    assert {role.id for role in catalogue.roles} == {"boss", "clerk"}
    assert catalogue.role("boss") == boss
    assert {skill.id for skill in catalogue.skills} == {"negotiation", "tact"}
    filled.apply(edit.inverse())
    assert filled.catalogue("am-lm") == CATALOGUE
    assert filled.people() == (LIN, BO)


def test_a_catalogue_goes_with_all_in_it_and_comes_back_in_its_place(filled: Store) -> None:
    filled.apply(catalogue_created(OTHER))
    filled.apply(created(rating(1), rating(2)))
    edit = joined(
        catalogue_created(CATALOGUE).inverse(),
        created(rating(1), rating(2)).inverse(),
        created(LIN, BO).inverse(),
    )
    filled.apply(edit)
    assert filled.catalogue_heads() == (OTHER.head,)
    assert filled.people() == ()
    filled.apply(edit.inverse())
    assert filled.catalogue_heads() == (HEAD, OTHER.head)
    assert filled.people() == (LIN, BO)
    assert filled.ratings("am-lm", "lin-wei") == (rating(1), rating(2))
    assert filled.integrity() == ()


def test_a_person_removed_and_brought_back_keeps_the_place_among_the_others(filled: Store) -> None:
    filled.apply(changed(LIN, None))
    filled.apply(created(replace(BO, id="new")))
    filled.apply(changed(replace(BO, id="new"), None))
    filled.apply(created(LIN))
    filled.apply(changed(LIN, replace(LIN, name="Lin")))
    assert filled.people() == (replace(LIN, name="Lin"), BO)


# Stale edits


STALE = {
    "changed": changed(replace(LIN, name="Other"), replace(LIN, name="Third")),
    "gone": changed(replace(LIN, id="nobody"), None),
    "there": created(BO),
    "role": changed(replace(CLERK, requires=()), None),
    "order": changed(replace(CLERK, order=4), CLERK),
    "move": changed(replace(UP, years=(1.0, 2.0)), None),
    "move there": created(UP),
    "skill there": created(replace(LISTENING, kind="soft")),
    "head": changed(replace(HEAD, version="0"), replace(HEAD, version="3")),
    "head there": created(HEAD),
    "no such head": changed(replace(HEAD, id="x"), replace(HEAD, id="x", version="3")),
    "no such catalogue": created(LISTENING, catalogue="x"),
    "no such skill": changed(
        CLERK, replace(CLERK, requires=(Requirement(skill="flying", level=1),))
    ),
    "no such role": changed(LIN, replace(LIN, role="king")),
    "no such target": changed(LIN, replace(LIN, target="king")),
    "no such end": created(replace(UP, to_role="king")),
    "rating of no skill": created(rating(9, skill="flying")),
    "rating of nobody": created(rating(9), person="nobody"),
    "rating there": created(rating(9), rating(1)),
    "no such rating": changed(rating(9), None),
    "other rating": changed(rating(1, level=0), None),
    "person still rated": changed(LIN, None),
    "catalogue still full": changed(HEAD, None),
}


@pytest.mark.parametrize("name", STALE)
def test_a_stale_edit_fails_and_changes_nothing(filled: Store, name: str) -> None:
    filled.apply(created(rating(1)))
    before = (filled.catalogue("am-lm"), filled.people(), filled.ratings("am-lm", "lin-wei"))
    edit = joined(created(replace(LISTENING, id="written-first")), STALE[name])
    if name == "catalogue still full":
        # Nobody is in it, but there are roles of which the edit knows nothing.
        filled.apply(joined(changed(rating(1), None), changed(LIN, None), changed(BO, None)))
        before = (filled.catalogue("am-lm"), (), ())
        edit = STALE[name]
    with pytest.raises(StaleEdit) as caught:
        filled.apply(edit)
    assert caught.value.effect == message("Not saved: {label}.", label=LABEL)
    assert caught.value.remedy is not None
    ratings = filled.ratings("am-lm", "lin-wei") if before[1] else ()
    assert (filled.catalogue("am-lm"), filled.people(), ratings) == before


def test_what_was_changed_meanwhile_is_named(filled: Store) -> None:
    with pytest.raises(StaleEdit) as caught:
        filled.apply(STALE["changed"])
    assert arguments(caught.value) == {"kind": message("person"), "id": "lin-wei"}
    with pytest.raises(StaleEdit) as caught:
        filled.apply(STALE["head there"])
    assert arguments(caught.value) == {"kind": message("catalogue"), "id": "am-lm"}


# What is still in use


def test_a_role_that_somebody_holds_cannot_go(filled: Store) -> None:
    edit = joined(changed(CHIEF, None), changed(UP, None), changed(BACK, None))
    with pytest.raises(PlannerError) as caught:
        filled.apply(edit)
    assert "holds it" in caught.value.happened.text
    assert arguments(caught.value) == {"role": CHIEF.name, "id": "chief", "person": "Lin Wei"}
    assert caught.value.effect is not None
    assert caught.value.effect.count == 1
    assert filled.catalogue("am-lm") == CATALOGUE


def test_a_role_once_held_cannot_go(filled: Store) -> None:
    filled.apply(changed(BO, None))
    filled.apply(changed(LIN, replace(LIN, target=None)))
    edit = joined(changed(CLERK, None), changed(UP, None), changed(BACK, None))
    with pytest.raises(PlannerError) as caught:
        filled.apply(edit)
    assert "once held it" in caught.value.happened.text
    assert caught.value.effect is not None
    assert caught.value.effect.count == 2


def test_a_target_cannot_go(filled: Store) -> None:
    filled.apply(changed(LIN, replace(LIN, positions=())))
    filled.apply(changed(BO, None))
    with pytest.raises(PlannerError) as caught:
        filled.apply(joined(changed(CLERK, None), changed(UP, None), changed(BACK, None)))
    assert "aims for it" in caught.value.happened.text


def test_a_role_that_moves_still_name_is_a_stale_edit(filled: Store) -> None:
    filled.apply(changed(LIN, replace(LIN, role="clerk")))
    with pytest.raises(StaleEdit):
        filled.apply(changed(CHIEF, None))


def test_a_rated_skill_cannot_go(filled: Store) -> None:
    filled.apply(created(rating(1), rating(2)))
    edit = joined(changed(NEGOTIATION, None), changed(CLERK, replace(CLERK, requires=())))
    with pytest.raises(PlannerError) as caught:
        filled.apply(edit)
    assert arguments(caught.value) == {
        "skill": NEGOTIATION.name,
        "id": "negotiation",
        "person": "Lin Wei",
    }
    assert caught.value.effect is not None
    assert caught.value.effect.count == 2
    filled.apply(created(rating(1), rating(2)).inverse())
    filled.apply(edit)
    assert filled.catalogue("am-lm").skills == (LISTENING,)


def test_a_required_skill_is_a_stale_edit(filled: Store) -> None:
    with pytest.raises(StaleEdit):
        filled.apply(changed(NEGOTIATION, None))


def test_a_catalogue_with_people_cannot_go(filled: Store) -> None:
    with pytest.raises(PlannerError) as caught:
        filled.apply(changed(HEAD, None))
    assert arguments(caught.value) == {"id": "am-lm", "person": "Lin Wei"}


# Faults of the program


def test_a_rating_is_never_overwritten(filled: Store) -> None:
    filled.apply(created(rating(1)))
    with pytest.raises(ValueError, match="overwritten"):
        filled.apply(changed(rating(1), rating(1, level=3)))


def test_a_record_changes_once_in_an_edit(filled: Store) -> None:
    lin = replace(LIN, name="Lin")
    with pytest.raises(ValueError, match="twice"):
        filled.apply(joined(changed(LIN, lin), changed(lin, LIN)))


@pytest.mark.parametrize(
    "unstorable",
    [
        created(replace(LISTENING, id="x", name=Text(en="\ud800"))),
        created(replace(CLERK, id="x", rank=2**63)),
        created(replace(LISTENING, id="x", portability=float("nan"))),
        created(replace(CLERK, id="x", requires=CLERK.requires[:1] * 2)),
        created(rating(2**63)),
        created(replace(rating(1), comment=None)),  # type: ignore[arg-type]
    ],
    ids=["surrogate", "integer", "nan", "twice", "entry", "nothing"],
)
def test_a_value_that_no_row_can_hold_is_told(filled: Store, unstorable: Edit) -> None:
    with pytest.raises(PlannerError, match="cannot be stored"):
        filled.apply(unstorable)
    assert filled.catalogue("am-lm") == CATALOGUE


def test_strings_of_every_kind_come_back(filled: Store) -> None:
    name = "a'; DROP TABLE person; --\x00\n\t𬭚 👩‍🚀 " + "x" * 10_000
    lin = replace(LIN, name=name)
    filled.apply(changed(LIN, lin))
    assert filled.person("am-lm", "lin-wei") == lin


# The log


def test_the_log_holds_counts_and_no_content(
    filled: Store, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="planner.store"):
        filled.apply(joined(changed(LIN, replace(LIN, name="Marker")), created(rating(1))))
        with pytest.raises(StaleEdit):
            filled.apply(changed(LIN, replace(LIN, name="Marker")))
    assert caplog.messages == ["applied: person 1, rating 1"]


def test_errors_do_not_carry_what_was_written(filled: Store) -> None:
    marker = "\ud800Marker"
    with pytest.raises(PlannerError) as caught:
        filled.apply(changed(LIN, replace(LIN, name=marker)))
    assert "Marker" not in str(caught.value)


def test_alembic_is_not_imported_for_a_current_store(
    filled: Store, monkeypatch: pytest.MonkeyPatch, open_at
) -> None:  # type: ignore[no-untyped-def]
    filled.close()
    for name in [name for name in sys.modules if name.partition(".")[0] == "alembic"]:
        monkeypatch.delitem(sys.modules, name)
    assert open_at(filled.path).catalogue("am-lm") == CATALOGUE
    assert "alembic" not in sys.modules
