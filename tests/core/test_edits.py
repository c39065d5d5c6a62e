"""Edits, their inverse, what they touch, and the history of them."""

from __future__ import annotations

from datetime import date

from planner.core.edits import Change, Edit, History, Key, touched_by
from planner.core.people import Person
from planner.core.text import message

ADA = Person(id="ada", name="Ada", catalogue="c", role="r", since=date(2026, 1, 1))
BO = Person(id="bo", name="Bo", catalogue="c", role="r", since=date(2026, 1, 1))
ADA_KEY = Key("person", "c", "ada")
BO_KEY = Key("person", "c", "bo")


def _edit(words: str = "Add both") -> Edit:
    return Edit(message(words), (Change(ADA_KEY, None, ADA), Change(BO_KEY, None, BO)))


def test_the_inverse_swaps_and_reverses() -> None:
    inverse = _edit().inverse()

    assert inverse.changes == (Change(BO_KEY, BO, None), Change(ADA_KEY, ADA, None))
    assert inverse.label == message("Add both")
    assert inverse.inverse() == _edit()


def test_touched_tells_person_and_catalogue_apart() -> None:
    rating = Change(Key("rating", "c", "ada", 4), None, None)
    touched = touched_by([rating])

    assert touched.has_person("c", "ada")
    assert not touched.has_person("d", "ada")
    assert not touched.has_person("c", "bo")
    assert not touched.has_catalogue("c")
    action = touched_by([Change(Key("action", "c", "ada", part="action-1"), None, None)])
    assert action.has_person("c", "ada")
    assert not action.has_catalogue("c")
    role = touched_by([Change(Key("role", "c", "ada"), None, None)])
    assert role.has_catalogue("c")
    assert not role.has_catalogue("d")
    assert not role.has_person("c", "ada")


def test_an_edit_has_the_owners_of_its_records_and_a_role_has_none() -> None:
    action = Change(Key("action", "c", "ada", part="action-1"), None, None)
    role = Change(Key("role", "c", "rule"), None, None)

    assert Edit(message("Do it"), (action, role)).owners == {("c", "ada")}
    assert _edit().owners == {("c", "ada"), ("c", "bo")}
    assert Edit(message("Do it"), (role,)).owners == frozenset()


def test_the_history_walks_back_and_forth() -> None:
    first, second, third = _edit("1"), _edit("2"), _edit("3")
    history = History()
    assert history.next_undo is None
    assert history.next_redo is None

    history.record(first)
    history.record(second)
    history.undone()
    assert history.next_undo is first
    assert history.next_redo is second
    history.redone()
    assert history.next_undo is second
    assert history.next_redo is None

    history.undone()
    history.record(third)
    assert history.next_redo is None, "what was undone before a new edit is forgotten"
    history.clear()
    assert history.next_undo is None
