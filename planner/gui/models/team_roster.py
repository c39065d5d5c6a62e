"""The people of a team in the words of one language, with the ranks that order them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.searching import in_both_languages
from planner.core.team.levels import Numbers
from planner.core.text import Texts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Roster:
    """Everybody with the role held on the day; ranks say each one's place by name and by role.

    People of one name stand by their place in the catalogue, people of one role by name. `said` is
    what a filter looks at: the name, and the role in both languages.
    """

    people: tuple[Person, ...]
    ids: tuple[str, ...]
    held: tuple[str, ...]
    roles: tuple[str, ...]
    name_rank: Numbers
    role_rank: Numbers
    said: tuple[str, ...]

    def by_name(self) -> list[int]:
        """Return the places of the people by name."""
        order: list[int] = np.argsort(self.name_rank).tolist()
        return order


def roster(people: Sequence[Person], catalogue: Catalogue, as_of: date, texts: Texts) -> Roster:
    """Return people in the words of `texts`."""
    held = tuple(person.position_on(as_of).role for person in people)
    names = {role: _role_name(role, catalogue, texts) for role in dict.fromkeys(held)}
    said = {role: _said(role, catalogue) for role in names}
    role_place = {role: texts.sort_key(name) for role, name in names.items()}
    name_keys = [texts.sort_key(person.name) for person in people]
    everybody = range(len(people))
    by_name = sorted(everybody, key=lambda one: (name_keys[one], one))
    name_rank = _ranks(by_name)
    by_role = sorted(everybody, key=lambda one: (role_place[held[one]], int(name_rank[one])))
    return Roster(
        people=tuple(people),
        ids=tuple(person.id for person in people),
        held=held,
        roles=tuple(names[role] for role in held),
        name_rank=name_rank,
        role_rank=_ranks(by_role),
        said=tuple(
            f"{person.name}\n{said[role]}" for person, role in zip(people, held, strict=True)
        ),
    )


def _role_name(role: str, catalogue: Catalogue, texts: Texts) -> str:
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role


def _said(role: str, catalogue: Catalogue) -> str:
    return in_both_languages(catalogue.role(role).name) if catalogue.has_role(role) else role


def _ranks(order: Sequence[int]) -> Numbers:
    ranks = np.empty(len(order), np.int64)
    ranks[list(order)] = np.arange(len(order))
    return ranks
