"""What was typed of a person's details: what is not saved, whose, its words, and its edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from planner.core.edits import Edit
from planner.core.keeping.person_edits import clear_target, correct_person, rename_person
from planner.core.people import Person
from planner.core.text import Message, message

# Whose details a page shows: catalogue and id, both empty for a new person.
Whose = tuple[str, str]
NEW: Whose = ("", "")
# By the names of `Person`.
_DETAILS = ("name", "role", "since", "industry", "hours_a_week", "target", "positions")


def whose(person: Person) -> Whose:
    """Return the key of a person that is in the store."""
    return person.catalogue, person.id


def changed_details(before: Person, now: Person) -> dict[str, Any]:
    """Return the details that changed, as they are now, by the names of `Person`."""
    return {
        name: getattr(now, name) for name in _DETAILS if getattr(now, name) != getattr(before, name)
    }


def left_words(key: Whose, name: str, unsaved: Mapping[str, Any]) -> tuple[Message, Message]:
    """Return what is said when details that are not saved are left; `name` is the saved one."""
    if key != NEW:
        said = message("Not all details of {name} are saved.", name=name)
    elif new_name := unsaved.get("name"):
        said = message("{name} has not been added.", name=new_name)
    else:
        said = message("The new person has not been added.")
    return said, message("What you entered is kept until you close the program.")


def correction(before: Person, after: Person, target_edit: Callable[[str], Edit]) -> Edit:
    """Return the edit from one state of a person to another, in the plainest words."""
    if after == replace(before, name=after.name):
        return rename_person(before, after.name)
    if after == replace(before, target=after.target):
        return target_edit(after.target) if after.target else clear_target(before)
    return correct_person(before, after)
