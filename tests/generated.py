"""Catalogues made up from a seed, of the shapes that real frameworks have."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.text import Source, Text, same_text

# Out of five moves between tracks: a change of track, one with its return, and the other kinds.
_CROSSING_KINDS = (
    MoveKind.TRACK_CHANGE,
    MoveKind.RETURN,
    MoveKind.TRACK_CHANGE,
    MoveKind.CAREER_CHANGE,
    MoveKind.DUAL_LADDER,
)
# Names of the length that those of a national register have.
_GRADES = ("Senior", "Assistant", "Regional", "Principal")
_OCCUPATIONS = (
    "Bailiff",
    "Public-address system and other announcers",
    "Nuclear technician",
    "Court, municipal and licence clerks",
    "Rail-track laying and maintenance equipment operators",
    "Dental hygienist",
)
_ABILITIES = (
    "Reading comprehension",
    "Judgment and decision making under uncertainty",
    "Equipment maintenance",
    "Troubleshooting of complex installations",
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a made-up role stands; tracks and ranks count from 0 and 1."""

    id: str
    track: int
    rank: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A made-up move."""

    start: str
    end: str
    kind: MoveKind


def career_catalogue(
    roles: int,
    tracks: int,
    ranks: int,
    seed: int = 0,
    *,
    moves_a_role: float = 1.35,
    across: float = 0.15,
    near: float = 0.5,
    skills: int = 12,
    requirements: int = 4,
) -> Catalogue:
    """Return a framework of families and levels, as most companies have one.

    Promotions lead mostly one rank up within a track; the share `across` of the moves (0..1) joins
    two tracks: changes of track at one rank, returns, changes of career, dual ladders. The share
    `near` of those stays between tracks that are kin, the others join any two. Ids say nothing of
    track or rank. Each role asks for `requirements` skills at levels that rise with the rank.
    """
    chance = random.Random(seed)
    places = _career_places(chance, roles, tracks, ranks)
    steps = _career_steps(chance, places, tracks, round(roles * moves_a_role), across, near)
    made_skills = tuple(made_up_skill(number) for number in range(skills))
    return Catalogue(
        head=CatalogueHead(
            id=f"generated-{seed}",
            version="1.0.0",
            title=_text("Generated framework", "生成的框架"),
            scale=Scale(
                levels=tuple(
                    Level(
                        number=float(n),
                        name=_text(f"Level {n}", f"{n} 级"),
                        hours=40.0 * n * n,
                    )
                    for n in range(6)
                )
            ),
            tracks=tuple(_track(number) for number in range(tracks)),
            source=Source("editorial"),
        ),
        skills=made_skills,
        roles=tuple(
            Role(
                id=place.id,
                name=_role_name(place),
                track=_track_id(place.track),
                rank=place.rank,
                source=Source("editorial"),
                requires=_career_requirements(chance, place, ranks, made_skills, requirements),
                order=order,
            )
            for order, place in enumerate(places)
        ),
        moves=tuple(
            Move(
                from_role=step.start,
                to_role=step.end,
                kind=step.kind,
                years=(
                    float(least := chance.randint(1, 3)),
                    float(least + chance.randint(0, 3)),
                ),
                source=Source("editorial"),
                order=order,
            )
            for order, step in enumerate(steps)
        ),
    )


def framework_catalogue(
    roles: int = 900,
    tracks: int = 22,
    ranks: int = 7,
    moves: int = 18_000,
    seed: int = 0,
) -> Catalogue:
    """Return the roles and moves of `framework_document`, without skills.

    Names are as long as those of a national register of occupations.
    """
    places, steps = _framework_shape(random.Random(seed), roles, tracks, ranks, moves)
    return Catalogue(
        head=CatalogueHead(
            id=f"framework-{seed}",
            version="2026.1",
            title=same_text("Foreign framework"),
            scale=Scale(
                levels=tuple(Level(number=float(n), name=same_text(f"Level {n}")) for n in range(8))
            ),
            tracks=tuple(
                Track(id=_track_id(number), name=same_text(_family_name(number)))
                for number in range(tracks)
            ),
        ),
        skills=(),
        roles=tuple(
            Role(
                id=place.id,
                name=same_text(_occupation_name(place)),
                track=_track_id(place.track),
                rank=place.rank,
                order=order,
            )
            for order, place in enumerate(places)
        ),
        moves=tuple(
            Move(from_role=step.start, to_role=step.end, kind=step.kind, order=order)
            for order, step in enumerate(steps)
        ),
    )


def framework_document(
    roles: int = 900,
    tracks: int = 22,
    ranks: int = 7,
    moves: int = 18_000,
    seed: int = 0,
    *,
    skills: int = 35,
    requirements: int = 27_000,
    without_requirements: int = 44,
) -> dict[str, Any]:
    """Return a foreign framework as a JSON-ready document: dense moves, levels such as 4.62 of 7.

    So many roles as `without_requirements` ask for nothing; the others share the `requirements`
    evenly. Raise ValueError where that is more than each skill once a role.
    """
    chance = random.Random(seed)
    places, steps = _framework_shape(chance, roles, tracks, ranks, moves)
    asking = roles - without_requirements
    if requirements > asking * skills:
        raise ValueError("more requirements than roles and skills allow")
    bare = set(chance.sample(range(roles), without_requirements))
    shares = iter(
        requirements // asking + (number < requirements % asking) for number in range(asking)
    )
    return {
        "catalogue": {
            "id": f"framework-{seed}",
            "version": "2026.1",
            "title": {"en": "Foreign framework", "zh": "外来框架"},
            "licence": "CC-BY-4.0",
            "attribution": "Made up for tests.",
        },
        "scale": [{"level": n, "name": f"Level {n}"} for n in range(8)],
        "tracks": [
            {"id": _track_id(number), "name": _family_name(number)} for number in range(tracks)
        ],
        "skills": [
            {
                "id": f"skill-{number}",
                "name": _ability_name(number),
                "levels": {str(n): f"{_ability_name(number)} at level {n}" for n in range(1, 8)},
            }
            for number in range(skills)
        ],
        "roles": [
            {
                "id": place.id,
                "name": _occupation_name(place),
                "track": _track_id(place.track),
                "rank": place.rank,
                "requires": []
                if number in bare
                else _framework_requirements(chance, place, ranks, skills, next(shares)),
            }
            for number, place in enumerate(places)
        ],
        "moves": [{"from": step.start, "to": step.end, "kind": str(step.kind)} for step in steps],
    }


def _text(en: str, zh: str) -> Text:
    return Text(en=en, zh=zh)


def _track_id(number: int) -> str:
    return f"track-{number * 37 % 1009}"


def _track(number: int) -> Track:
    return Track(id=_track_id(number), name=_text(f"Track {number + 1}", f"序列 {number + 1}"))


def made_up_skill(number: int) -> Skill:
    """Return a skill with five levels."""
    return Skill(
        id=f"skill-{number}",
        name=_text(f"Skill {number + 1}", f"技能 {number + 1}"),
        source=Source("editorial"),
        levels=tuple((float(n), _text(f"Level {n}", f"{n} 级")) for n in range(1, 6)),
        order=number,
    )


def _role_name(place: _Place) -> Text:
    number = place.id.removeprefix("role-")
    return _text(
        f"Role {number} of track {place.track + 1}",
        f"序列 {place.track + 1} 角色 {number}",
    )


def _family_name(number: int) -> str:
    return f"Occupation family {number + 1} of the national register"


def _occupation_name(place: _Place) -> str:
    number = int(place.id.removeprefix("role-"))
    grade = _GRADES[number // len(_OCCUPATIONS) % len(_GRADES)]
    return f"{grade} {_OCCUPATIONS[number % len(_OCCUPATIONS)]} {number}"


def _ability_name(number: int) -> str:
    return f"{_ABILITIES[number % len(_ABILITIES)]} {number + 1}"


def _ids(chance: random.Random, roles: int) -> list[str]:
    numbers = list(range(roles))
    chance.shuffle(numbers)
    return [f"role-{number}" for number in numbers]


def _career_places(chance: random.Random, roles: int, tracks: int, ranks: int) -> list[_Place]:
    """Spread the roles over the cells, each track and each rank getting its first one early."""
    cells = [(track, rank) for rank in range(1, ranks + 1) for track in range(tracks)]
    chance.shuffle(cells)
    # A company narrows towards the top, and its families differ in size.
    size = [chance.uniform(0.6, 1.4) for _ in range(tracks)]
    weights = [size[track] * (1.3 - 0.6 * rank / ranks) for track, rank in cells]
    chosen = cells[:roles] + chance.choices(cells, weights, k=max(0, roles - len(cells)))
    return [
        _Place(id_, track, rank)
        for id_, (track, rank) in zip(_ids(chance, roles), chosen, strict=True)
    ]


def _career_steps(
    chance: random.Random,
    places: list[_Place],
    tracks: int,
    moves: int,
    across: float,
    near: float,
) -> list[_Step]:
    by_cell: defaultdict[tuple[int, int], list[_Place]] = defaultdict(list)
    for place in places:
        by_cell[place.track, place.rank].append(place)
    steps: dict[tuple[str, str, MoveKind], _Step] = {}

    def add(start: _Place, end: _Place, kind: MoveKind) -> None:
        steps.setdefault((start.id, end.id, kind), _Step(start.id, end.id, kind))

    def below(place: _Place) -> list[_Place]:
        gap = 2 if chance.random() < 0.1 else 1
        for rank in range(place.rank - gap, 0, -1):
            if by_cell[place.track, rank]:
                return by_cell[place.track, rank]
        return []

    for place in places:
        if starts := below(place):
            add(chance.choice(starts), place, MoveKind.PROMOTION)
    crossing = round(moves * across) if tracks > 1 else 0
    for _ in range(20 * moves):
        if len(steps) >= moves - crossing:
            break
        place = chance.choice(places)
        if starts := below(place):
            add(chance.choice(starts), place, MoveKind.PROMOTION)
    wanted = len(steps) + crossing
    for number in range(20 * crossing):
        if len(steps) >= wanted:
            break
        start = chance.choice(places)
        if chance.random() < near:
            track = start.track + chance.choice((-1, 1))
        else:
            track = chance.randrange(tracks)
        kind = _CROSSING_KINDS[number % len(_CROSSING_KINDS)]
        same_rank = kind in (MoveKind.TRACK_CHANGE, MoveKind.RETURN)
        rank = start.rank + (0 if same_rank else chance.choice((0, 1, 1)))
        if track == start.track or not by_cell[track, rank]:
            continue
        end = chance.choice(by_cell[track, rank])
        if kind is MoveKind.RETURN:
            add(start, end, MoveKind.TRACK_CHANGE)
            start, end = end, start
        add(start, end, kind)
    return list(steps.values())


def _career_requirements(
    chance: random.Random,
    place: _Place,
    ranks: int,
    skills: tuple[Skill, ...],
    number: int,
) -> tuple[Requirement, ...]:
    # Neighbouring ranks of a track ask for the same skills, so that there are steps to take.
    first = place.track * 3
    asked = dict.fromkeys(skills[(first + n) % len(skills)].id for n in range(number) if skills)
    return tuple(
        Requirement(
            skill=skill,
            level=float(min(5, max(1, round(5 * place.rank / ranks)))),
            weight=float(chance.randint(1, 3)),
            essential=chance.random() < 0.6,
            source=Source("editorial"),
        )
        for skill in asked
    )


def _framework_shape(
    chance: random.Random, roles: int, tracks: int, ranks: int, moves: int
) -> tuple[list[_Place], list[_Step]]:
    ids = _ids(chance, roles)
    places = [
        _Place(
            id_,
            number % tracks,
            min(ranks, 1 + int(chance.betavariate(2.0, 2.2) * ranks)),
        )
        for number, id_ in enumerate(ids)
    ]
    by_rank: defaultdict[int, list[_Place]] = defaultdict(list)
    by_track: defaultdict[int, list[_Place]] = defaultdict(list)
    for place in places:
        by_rank[place.rank].append(place)
        by_track[place.track].append(place)
    steps: dict[tuple[str, str], _Step] = {}
    for _ in range(50 * moves):
        if len(steps) >= moves:
            break
        start = chance.choice(places)
        if chance.random() < 0.3:
            end = chance.choice(by_track[start.track])
        else:
            end = chance.choice(
                by_rank[start.rank + chance.choice((0, 0, 1, 1, 1, 2, -1))] or [start]
            )
        if end is start:
            continue
        if end.track != start.track:
            kind = MoveKind.CAREER_CHANGE if end.rank != start.rank else MoveKind.TRACK_CHANGE
        elif end.rank > start.rank:
            kind = MoveKind.PROMOTION
        else:
            continue
        steps.setdefault((start.id, end.id), _Step(start.id, end.id, kind))
    else:
        raise ValueError("more moves than the roles allow")
    return places, list(steps.values())


def _framework_requirements(
    chance: random.Random, place: _Place, ranks: int, skills: int, number: int
) -> list[dict[str, Any]]:
    asked = sorted(chance.sample(range(skills), number))
    middle = 6.0 * place.rank / ranks
    return [
        {
            "skill": f"skill-{skill}",
            "level": round(min(7.0, max(0.0, chance.gauss(middle, 0.9))), 2),
            "weight": round(chance.uniform(0.5, 5.0), 2),
        }
        for skill in asked
    ]
