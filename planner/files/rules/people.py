"""What must hold of people: that what they refer to is there, and that their days make sense."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from planner.core.model import Catalogue
from planner.core.text import message
from planner.files.errors import Flaw, shown
from planner.files.forms import LONG_AGO, UNFIT, PersonForm
from planner.files.mending import Mended, Path
from planner.files.records import original
from planner.files.rules.careers import career_flaws, in_future, level_flaws, meeting_flaws
from planner.files.rules.catalogues import (
    Known,
    unknown_role,
    unknown_skill,
)


def known_of(catalogue: Catalogue) -> Known:
    """Return what a catalogue that is in the store already defines."""
    return Known(
        tracks=None,
        skills={skill.id for skill in catalogue.skills},
        roles={role.id for role in catalogue.roles},
        scale=catalogue.scale,
    )


def check_people(
    documents: Sequence[Mended],
    known: Callable[[str], Known | None],
    kept_meetings: Callable[[str, str], Collection[str]],
    today: date,
) -> None:
    """Add what is wrong with the people in `documents`, whose days may not lie after `today`.

    `kept_meetings` returns the ids of a person's one-on-ones that stand elsewhere, by catalogue and
    person.
    """
    seen: set[tuple[str, str]] = set()
    for document in documents:
        # What is unfit in itself has been told, and brings no second error at its place.
        told = {placed.flaw.path for placed in document.flaws}
        for index, person in enumerate(document.value.people):
            path: Path = ("people", index)
            name = (person.catalogue, person.id)
            if name in seen and UNFIT not in name:
                document.add(
                    Flaw(
                        path=(*path, "id"),
                        message=message("“{id}” stands twice", id=shown(person.id)),
                        remedy=message("Give each its own, or remove one of them."),
                    )
                )
            seen.add(name)
            for flaw in (
                *_reference_flaws(path, person, known(person.catalogue)),
                *_day_flaws(path, person, today),
                *career_flaws(path, person, known(person.catalogue), today),
            ):
                if original(document.raw, flaw.path) not in told:
                    document.add(flaw)
            meetings = original(document.raw, (*path, "meetings"))
            # What cannot be read of the one-on-ones may be the one that is meant.
            if not any(where[: len(meetings)] == meetings for where in told):
                for flaw in meeting_flaws(path, person, kept_meetings):
                    document.add(flaw)


def _reference_flaws(path: Path, person: PersonForm, known: Known | None) -> Iterator[Flaw]:
    if known is None:
        if person.catalogue != UNFIT:
            yield Flaw(
                path=(*path, "catalogue"),
                message=message(
                    "there is no catalogue “{catalogue}”", catalogue=shown(person.catalogue)
                ),
                remedy=message("Import the catalogue first or together with the people."),
            )
        return
    yield from unknown_role((*path, "role"), person.role, known)
    if person.target is not None:
        yield from unknown_role((*path, "target"), person.target, known)
    for place, position in enumerate(person.positions):
        yield from unknown_role((*path, "positions", place, "role"), position.role, known)
    for place, rating in enumerate(person.ratings):
        where = (*path, "ratings", place)
        yield from unknown_skill((*where, "skill"), rating.skill, known)
        yield from level_flaws((*where, "level"), rating.level, known)


def _day_flaws(path: Path, person: PersonForm, today: date) -> Iterator[Flaw]:
    days: list[tuple[Path, date | None]] = [((*path, "since"), person.since)]
    held = {(person.role, person.since)}
    for place, position in enumerate(person.positions):
        where = (*path, "positions", place)
        if (position.role, position.since) in held and position.since.isoformat() != LONG_AGO:
            yield Flaw(
                path=where,
                message=message("the same position stands twice"),
                remedy=message("Keep one of the two."),
            )
        held.add((position.role, position.since))
        days += [((*where, "since"), position.since), ((*where, "until"), position.until)]
        if position.until is not None and position.until < position.since:
            yield Flaw(
                path=(*where, "until"),
                message=message("the position ends before it begins"),
                remedy=message("Correct “since” or “until”."),
            )
    days += [((*path, "ratings", place, "on"), x.on) for place, x in enumerate(person.ratings)]
    for where, day in days:
        if day is not None and day > today:
            yield in_future(where, day)
