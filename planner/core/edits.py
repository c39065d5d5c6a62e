"""Edits: every change to the store as a value that can be undone, and the history of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from planner.core.model import CatalogueHead, Move, Role, Skill
from planner.core.people import Person, Rating
from planner.core.text import Message

if TYPE_CHECKING:
    # Most of what is done touches none of these: the start goes without them.
    from planner.core.career import Action, KpiResult, Meeting, TrackChoice

Kind = Literal[
    "catalogue",
    "skill",
    "role",
    "move",
    "person",
    "rating",
    "action",
    "meeting",
    "kpi-result",
    "track-choice",
]
Record: TypeAlias = (
    "CatalogueHead | Skill | Role | Move"
    " | Person | Rating | Action | Meeting | KpiResult | TrackChoice"
)
# Records that belong to one person; of the rating, the entry names it, of the others, the part.
OF_A_PERSON: tuple[Kind, ...] = (
    "person",
    "rating",
    "action",
    "meeting",
    "kpi-result",
    "track-choice",
)


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a record: `id` within its catalogue.

    A rating is its person's id and an entry; an action, meeting, KPI result or track choice its
    person's id and its own as `part`.
    """

    kind: Kind
    catalogue: str
    id: str = ""
    entry: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before creates it, None after deletes it."""

    key: Key
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that are made together or not at all, with what they do in words."""

    label: Message
    changes: tuple[Change, ...]

    @property
    def owners(self) -> frozenset[tuple[str, str]]:
        """The people (catalogue, id) of whose records it changes some."""
        keys = (change.key for change in self.changes)
        return frozenset((key.catalogue, key.id) for key in keys if key.kind in OF_A_PERSON)

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(
            self.label,
            tuple(
                Change(change.key, change.after, change.before) for change in reversed(self.changes)
            ),
        )


@dataclass(frozen=True, slots=True)
class Touched:
    """The records that an edit changed; a page asks it whether to read again."""

    keys: frozenset[Key]

    def has_person(self, catalogue: str, person: str) -> bool:
        """Whether the person or one of their records changed."""
        return any(
            key.kind in OF_A_PERSON and key.catalogue == catalogue and key.id == person
            for key in self.keys
        )

    def has_catalogue(self, catalogue: str) -> bool:
        """Whether a record of the framework itself changed."""
        return any(key.kind not in OF_A_PERSON and key.catalogue == catalogue for key in self.keys)


def touched_by(changes: Iterable[Change]) -> Touched:
    """Return what a set of changes touches."""
    return Touched(frozenset(change.key for change in changes))


@dataclass(slots=True)
class History:
    """The edits that can be undone and those that can be done again, newest last."""

    _done: list[Edit] = field(default_factory=list)
    _undone: list[Edit] = field(default_factory=list)

    @property
    def next_undo(self) -> Edit | None:
        """The edit that an undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Edit | None:
        """The edit that a redo would do again."""
        return self._undone[-1] if self._undone else None

    def record(self, edit: Edit) -> None:
        """Note an edit that has just been applied; what was undone before it is forgotten."""
        self._done.append(edit)
        self._undone.clear()

    def undone(self) -> None:
        """Note that the newest edit was taken back."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """Note that the newest undone edit was applied again."""
        self._done.append(self._undone.pop())

    def clear(self) -> None:
        """Forget everything, as after a restore."""
        self._done.clear()
        self._undone.clear()
