"""Find roles, skills and people by their names in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.searching import folded, words_of
from planner.core.text import Text, same_text

FindableKind = Literal["role", "skill", "person"]
_ORDER: tuple[FindableKind, ...] = ("role", "skill", "person")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A role that can be compared with the present one."""

    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A role, a skill or a person that can be found; `detail` tells it from its namesakes."""

    kind: FindableKind
    catalogue: str
    id: str
    name: Text
    detail: Text


def findables(
    catalogue: Catalogue | None, people: Iterable[Person], as_of: date = date.max
) -> tuple[Findable, ...]:
    """Return everything that can be found: a catalogue's roles and skills, and all people.

    People are told apart by the role that they held on the day `as_of`.
    """
    found: list[Findable] = []
    if catalogue is not None:
        tracks = {track.id: track.name for track in catalogue.tracks}
        found += [
            Findable(
                kind="role",
                catalogue=catalogue.id,
                id=role.id,
                name=role.name,
                detail=tracks.get(role.track, same_text(role.track)),
            )
            for role in catalogue.roles
        ]
        found += [
            Findable(
                kind="skill",
                catalogue=catalogue.id,
                id=skill.id,
                name=skill.name,
                detail=same_text(""),
            )
            for skill in catalogue.skills
        ]
    for person in people:
        held = person.position_on(as_of).role
        is_known = catalogue is not None and person.catalogue == catalogue.id
        role = same_text("")
        if catalogue is not None and is_known and catalogue.has_role(held):
            role = catalogue.role(held).name
        found.append(
            Findable(
                kind="person",
                catalogue=person.catalogue,
                id=person.id,
                name=same_text(person.name),
                detail=role,
            )
        )
    return tuple(found)


def find(said: str, among: Iterable[Findable], most: int = 30) -> tuple[Findable, ...]:
    """Return at most `most` that have every word of `said` in a name of either language.

    Names that begin with it come first, then names with a word that does, then the others; among
    equals roles come before skills and people, each in the order given. Nothing said finds nothing.
    """
    words = words_of(said)
    if not words:
        return ()
    ranked: list[tuple[int, int, int, Findable]] = []
    for number, thing in enumerate(among):
        names = [folded(name) for name in (thing.name.en, thing.name.zh) if name]
        fits = [_fit(words, name) for name in names]
        best = min((fit for fit in fits if fit is not None), default=None)
        if best is not None:
            ranked.append((best, _ORDER.index(thing.kind), number, thing))
    return tuple(thing for *_, thing in sorted(ranked, key=lambda entry: entry[:3])[:most])


def people_meant(said: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those whose id is what is said, else those whose whole name it is.

    An id is told to the letter; of a name neither case nor width nor space counts.
    """
    among = tuple(people)
    name = words_of(said)
    by_id = tuple(person for person in among if person.id == said)
    return by_id or tuple(person for person in among if words_of(person.name) == name)


def roles_to_compare(
    said: str, verb: str, roles: Iterable[Findable], most: int = 30
) -> tuple[Findable, ...]:
    """Return the role that fits best what is said; where that begins with `verb`, all that fit.

    With nothing but the verb these are all roles, in the order given.
    """
    words = said.strip()
    if words.casefold().startswith(verb.casefold()):
        rest = words[len(verb) :].strip()
        return find(rest, roles, most) if rest else tuple(roles)[:most]
    return find(words, roles, 1)


def _fit(words: Sequence[str], name: str) -> int | None:
    if not all(word in name for word in words):
        return None
    if name.startswith(" ".join(words)):
        return 0
    if all(any(part.startswith(word) for part in name.split()) for word in words):
        return 1
    return 2
