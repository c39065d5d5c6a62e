"""A large framework made up for the search of routes: hours, usual years and gates."""

from __future__ import annotations

import random
from dataclasses import replace

from planner.core.model import Catalogue, Level, Requirement, Scale
from planner.core.text import same_text
from tests.generated import framework_catalogue, made_up_skill


def routes_catalogue(
    roles: int = 923, moves: int = 18_460, skills: int = 35, seed: int = 0
) -> Catalogue:
    """Return a large framework with hours, usual years on four fifths of the moves, and gates.

    A tenth of the roles may be entered only after a role of another track.
    """
    chance = random.Random(seed)
    bare = framework_catalogue(roles, moves=moves, seed=seed)
    tracks = [track.id for track in bare.tracks]
    made_skills = tuple(made_up_skill(number) for number in range(skills))
    levels = tuple(
        Level(number=float(n), name=same_text(f"Level {n}"), hours=30.0 * n * n) for n in range(8)
    )
    gated = set(chance.sample(range(roles), roles // 10))

    def required(rank: int) -> tuple[Requirement, ...]:
        return tuple(
            Requirement(
                skill=skill.id,
                level=round(min(7.0, max(0.0, chance.gauss(6.0 * rank / 7, 0.9))), 2),
                essential=chance.random() < 0.7,
            )
            for skill in chance.sample(made_skills, chance.randint(20, skills))
        )

    def years() -> tuple[float, float] | None:
        if chance.random() >= 0.8:
            return None
        least = float(chance.randint(1, 4))
        return least, least + chance.randint(0, 3)

    return replace(
        bare,
        head=replace(bare.head, scale=Scale(levels=levels)),
        skills=made_skills,
        roles=tuple(
            replace(
                role,
                requires=required(role.rank),
                after=(chance.choice(tracks),) if number in gated else (),
            )
            for number, role in enumerate(bare.roles)
        ),
        moves=tuple(replace(move, years=years()) for move in bare.moves),
    )
