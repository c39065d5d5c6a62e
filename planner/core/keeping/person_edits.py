"""The edits that a person's page makes, each with its label in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.keeping.plain_text import LONGEST_NOTE, one_line, text_fault
from planner.core.model import Catalogue, Role
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import Message, message

LONGEST_NAME = 200
HOURS_OF_A_WEEK = 168


def person_key(person: Person) -> Key:
    """Return the key of a person's record."""
    return Key("person", person.catalogue, person.id)


def rating_key(person: Person, rating: Rating) -> Key:
    """Return the key of one of a person's ratings."""
    return Key("rating", person.catalogue, person.id, rating.entry)


def add_person(person: Person) -> Edit:
    """Return the edit that adds a person."""
    person = _in_lines(person)
    label = message("Add {name}", name=person.name)
    return Edit(label, (Change(person_key(person), None, person),))


def change_person(before: Person, after: Person, label: Message) -> Edit:
    """Return the edit that corrects a person's record; the id stays."""
    return Edit(label, (Change(person_key(before), before, _in_lines(after)),))


def rename_person(person: Person, name: str) -> Edit:
    """Return the edit that gives a person another name."""
    name = one_line(name)
    label = message("Rename {name} to {new_name}", name=person.name, new_name=name)
    return change_person(person, replace(person, name=name), label)


def correct_person(before: Person, after: Person) -> Edit:
    """Return the edit that corrects role, dates, past positions, industry or hours a week."""
    label = message("Correct the details of {name}", name=one_line(after.name))
    return change_person(before, after, label)


def _in_lines(person: Person) -> Person:
    return replace(person, name=one_line(person.name), industry=one_line(person.industry))


def set_target(person: Person, role_id: str, catalogue: Catalogue) -> Edit:
    """Return the edit that makes a role the person's target."""
    label = message("Set the target {role}", role=catalogue.role(role_id).name)
    return change_person(person, replace(person, target=role_id), label)


def held_today(role: Role) -> PlannerError:
    """Return the error for a target that the person holds already, if not on the day looked at."""
    return PlannerError(
        message("The role {role} is held today, so it can be no target.", role=role.name),
        effect=message("Nothing was changed."),
        remedy=message("Choose another role."),
    )


def clear_target(person: Person) -> Edit:
    """Return the edit that takes the target away."""
    return change_person(person, replace(person, target=None), message("Clear the target"))


def rate(person: Person, rating: Rating, catalogue: Catalogue) -> Edit:
    """Return the edit that adds one rating, a new dated row."""
    skill = catalogue.skill(rating.skill).name
    if rating.level is None:
        label = message("Rate {skill} not applicable", skill=skill)
    else:
        label = message("Rate {skill} {level}", skill=skill, level=rating.level)
    return Edit(label, (Change(rating_key(person, rating), None, rating),))


def checked_rating(
    catalogue: Catalogue,
    *,
    entry: int,
    skill: str,
    level: float | None,
    by: Rater,
    on: date,
    today: date,
    comment: str = "",
    evidence: str = "",
) -> Rating:
    """Return a rating; raise PlannerError for a level off the scale, a day to come, a bad text."""
    scale = catalogue.scale
    if level is not None and not scale.has(level):
        raise PlannerError(
            message("The level {level} is not on the scale.", level=level),
            effect=message("Nothing was saved."),
            remedy=message(
                "Choose a level from {lowest} to {highest}.",
                lowest=scale.lowest,
                highest=scale.highest,
            ),
        )
    if on > today:
        raise PlannerError(
            message("The day {day} lies in the future.", day=on),
            effect=message("Nothing was saved."),
            remedy=message("Choose today or an earlier day."),
        )
    fault = text_fault(comment, LONGEST_NOTE) or text_fault(evidence, LONGEST_NOTE)
    if fault is not None:
        raise PlannerError(
            fault,
            effect=message("Nothing was saved."),
            remedy=message("Correct the text, then try again."),
        )
    return Rating(
        entry=entry, skill=skill, level=level, by=by, on=on, comment=comment, evidence=evidence
    )


def person_faults(person: Person, catalogue: Catalogue, today: date) -> dict[str, Message]:
    """Return what is wrong with a person's details, by the name of the field."""
    faults: dict[str, Message] = {}
    name = one_line(person.name)
    if not name.strip():
        faults["name"] = message("Enter a name.")
    elif len(name) > LONGEST_NAME:
        faults["name"] = message("The name is longer than {most} characters.", most=LONGEST_NAME)
    elif fault := text_fault(name, LONGEST_NAME):
        faults["name"] = fault
    if fault := text_fault(one_line(person.industry), LONGEST_NAME):
        faults["industry"] = fault
    if not catalogue.has_role(person.role):
        faults["role"] = message("Choose a role of this catalogue.")
    if person.target is not None and not catalogue.has_role(person.target):
        faults["target"] = message("Choose a role of this catalogue.")
    if person.since > today:
        faults["since"] = message("The day lies in the future. Choose today or an earlier day.")
    if not 0 < person.hours_a_week <= HOURS_OF_A_WEEK:
        faults["hours_a_week"] = message("Enter more than 0 and at most 168 hours.")
    for position in person.positions:
        if found := position_fault(position, person.since, catalogue, today):
            faults["positions"] = found[1]
            break
    return faults


def position_fault(
    position: Position, present: date, catalogue: Catalogue, today: date
) -> tuple[Literal["role", "since", "until"], Message] | None:
    """Return what is wrong with a past position, and where; `present` begins the present role."""
    if not catalogue.has_role(position.role):
        return "role", message("Choose a role of this catalogue for each past position.")
    if position.since > today:
        return "since", message("A past position cannot lie in the future.")
    if position.until and position.until > today:
        return "until", message("A past position cannot lie in the future.")
    if position.until and position.until < position.since:
        return "until", message("A past position ends before it begins.")
    if position.since >= present:
        return "since", message(
            "A past position begins on or after the first day in the present role."
        )
    return None
