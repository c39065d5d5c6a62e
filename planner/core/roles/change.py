"""A role taken up on a day: what kind of step that is, what it changes, and the edit that does it.

On a day after the first one in the present role the present position becomes a past one; on an
earlier day the history is corrected, and the present role stays. No kind of step is a failure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planner.core.edits import Edit
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, Gap, first_role_to_open, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.keeping.person_edits import change_person
from planner.core.model import Catalogue, MoveKind
from planner.core.people import Person, Position, Rating, Wish
from planner.core.text import Message, message

_A_DAY = timedelta(days=1)


class Step(StrEnum):
    """What sort of step it is to take up a role."""

    PROMOTION = "promotion"
    TRACK_CHANGE = "track-change"
    CAREER_CHANGE = "career-change"
    DUAL_LADDER = "dual-ladder"
    RETURN = "return"
    BACK = "back"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """A role taken up, and the person before and after.

    `left` is the position that ends with it, as it then is, None where none does. `until` is the
    last day of a role that is put into the past, None where it becomes the present one.
    """

    before: Person
    after: Person
    role: str
    on: date
    step: Step
    left: Position | None
    until: date | None

    @property
    def is_present(self) -> bool:
        """Whether the role becomes the present one, as opposed to a correction of the history."""
        return self.until is None

    @property
    def reaches_target(self) -> bool:
        """Whether the target is reached, and so cleared."""
        return self.before.target is not None and self.after.target is None

    @property
    def cleared_wish(self) -> Wish | None:
        """The stance to the role, which is cleared; None where there was none."""
        wish = self.before.wish_for(self.role)
        return wish if wish is not None and wish not in self.after.wishes else None


def step_to(catalogue: Catalogue, from_role: str, to_role: str) -> Step:
    """Return what sort of step leads from one role to another.

    The kind of the first move between them says it; without a move the ranks and tracks do.
    """
    for move in catalogue.moves:
        if (move.from_role, move.to_role) == (from_role, to_role):
            return _step_of(move.kind, catalogue, from_role, to_role)
    if not catalogue.has_role(from_role):
        return Step.LEVEL
    start, end = catalogue.role(from_role), catalogue.role(to_role)
    if end.rank < start.rank:
        return Step.BACK
    if end.track != start.track:
        return Step.TRACK_CHANGE
    return Step.PROMOTION if end.rank > start.rank else Step.LEVEL


def role_change_faults(
    person: Person, role_id: str, on: date | None, catalogue: Catalogue, today: date
) -> dict[str, Message]:
    """Return what is wrong with taking up a role on a day, by the name of the field."""
    faults: dict[str, Message] = {}
    if not catalogue.has_role(role_id):
        faults["role"] = message("Choose a role of this catalogue.")
    if on is None:
        faults["on"] = message("Choose a day.")
    elif on > today:
        faults["on"] = message("The day lies in the future. Choose today or an earlier day.")
    elif any(position.since == on for position in person.history):
        faults["on"] = message(
            "A role begins on that very day. Choose another day, or correct that role in the"
            " details of the person."
        )
    elif "role" not in faults and _held_on(person, on) == role_id:
        faults["role"] = message("This role is held on that day already. Choose another role.")
    return faults


def role_change(person: Person, role_id: str, on: date, catalogue: Catalogue) -> RoleChange:
    """Return what it changes to take up a role on a day; the day has no fault.

    The position held until then ends the day before. Where it is the present one, tenure counts
    from `on`, a target that is reached is cleared, and so is a stance to the role.
    """
    if on > person.since:
        left = Position(role=person.role, since=person.since, until=on - _A_DAY)
        after = replace(
            person,
            role=role_id,
            since=on,
            positions=_in_order((*person.positions, left)),
            target=None if person.target == role_id else person.target,
            wishes=tuple(wish for wish in person.wishes if wish.role != role_id),
        )
        step = step_to(catalogue, person.role, role_id)
        return RoleChange(
            before=person, after=after, role=role_id, on=on, step=step, left=left, until=None
        )
    return _past_change(person, role_id, on, catalogue)


def take_role(person: Person, role_id: str, on: date, catalogue: Catalogue, today: date) -> Edit:
    """Return the edit by which a person takes up a role on a day.

    Raise PlannerError for a role that is not there or is held already, and for a day that lies in
    the future or is the first one of another role.
    """
    for fault in role_change_faults(person, role_id, on, catalogue, today).values():
        raise PlannerError(fault, effect=message("Nothing was saved."))
    change = role_change(person, role_id, on, catalogue)
    return change_person(person, change.after, role_change_label(change, catalogue))


def role_change_label(change: RoleChange, catalogue: Catalogue) -> Message:
    """Return what the change is called, as in the words of undo."""
    name = catalogue.role(change.role).name
    if not change.is_present:
        return message("Past position {role}", role=name)
    return {
        Step.PROMOTION: message("Promotion to {role}", role=name),
        Step.TRACK_CHANGE: message("Change of track to {role}", role=name),
        Step.CAREER_CHANGE: message("Change of career to {role}", role=name),
        Step.DUAL_LADDER: message("Dual ladder: {role}", role=name),
        Step.RETURN: message("Return to {role}", role=name),
        Step.BACK: message("Step back to {role}", role=name),
        Step.LEVEL: message("Take up the role {role}", role=name),
    }[change.step]


def gap_of_next_step(
    graph: PromotionGraph, person: Person, ratings: Iterable[Rating], basis: Basis, as_of: date
) -> Gap | None:
    """Return the gap to the role that matters next for a person; None where no move leads on."""
    gaps = gaps_to_every_role(graph, person, ratings, basis=basis, as_of=as_of)
    following = first_role_to_open(graph, person, gaps)
    return None if following == person.role else gaps[following]


def _past_change(person: Person, role_id: str, on: date, catalogue: Catalogue) -> RoleChange:
    history = person.history
    begun = [position for position in history if position.since < on]
    following = history[len(begun)]
    until = following.since - _A_DAY
    positions = [position for position in person.positions if position not in begun[-1:]]
    left = None
    step = Step.LEVEL
    if begun:
        held = begun[-1]
        step = step_to(catalogue, held.role, role_id)
        if held.until is None or held.until >= on:
            left = held = replace(held, until=on - _A_DAY)
        positions.append(held)
    positions.append(Position(role=role_id, since=on, until=until))
    return RoleChange(
        before=person,
        after=replace(person, positions=_in_order(positions)),
        role=role_id,
        on=on,
        step=step,
        left=left,
        until=until,
    )


def _held_on(person: Person, day: date) -> str:
    """Return the role held on a day; empty before the first one, and between two."""
    begun = [position for position in person.history if position.since <= day]
    if not begun or (begun[-1].until is not None and begun[-1].until < day):
        return ""
    return begun[-1].role


def _in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda position: position.since))


def _step_of(kind: MoveKind, catalogue: Catalogue, from_role: str, to_role: str) -> Step:
    is_lower = catalogue.role(to_role).rank < catalogue.role(from_role).rank
    if kind is MoveKind.RETURN and is_lower:
        return Step.BACK
    return Step(kind.value)
