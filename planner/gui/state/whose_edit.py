"""Whose records an edit changes, in words where it is not the person looked at."""

from __future__ import annotations

from planner.core.edits import Edit
from planner.core.people import Person
from planner.core.text import Message, message
from planner.gui.workspace import Workspace


def is_elsewhere(edit: Edit, workspace: Workspace) -> bool:
    """Whether an edit changes records of people of whom none is looked at."""
    shown, owners = workspace.person, edit.owners
    return shown is not None and bool(owners) and (shown.catalogue, shown.id) not in owners


def one_elsewhere(edit: Edit, workspace: Workspace) -> Person | None:
    """Return the one person whom an edit elsewhere concerns, None for several or nobody now."""
    if len(edit.owners) > 1 or not is_elsewhere(edit, workspace):
        return None
    (owner,) = edit.owners
    try:
        return workspace.store.person(*owner)
    except KeyError:
        return None


def edit_words(edit: Edit, workspace: Workspace) -> Message:
    """Return what an edit does, with the name of whomever nobody looks at."""
    person = one_elsewhere(edit, workspace)
    if person is None or person.name in (said for _, said in edit.label.arguments):
        return edit.label
    return message("{edit} ({name})", edit=edit.label, name=person.name)
