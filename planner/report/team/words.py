"""What is said of a team: cells of the matrix, coverage, and who is ready for what."""

from __future__ import annotations

from datetime import date

from planner.core.people import Person, Stance
from planner.core.team.coverage import Completeness, Coverage
from planner.core.team.succession import WITHIN_REACH, Candidate, Succession, wish_on
from planner.core.text import Texts
from planner.report.map.wish_words import stance_words
from planner.report.map.words import DOT, essentials_words, readiness_words, whole_percent

# Those who want a role stand before those who do not.
_EAGERNESS = {
    Stance.WANTED: 0,
    None: 1,
    Stance.NO_OPENING: 2,
    Stance.STEPPING_BACK: 3,
    Stance.NOT_WANTED: 4,
}


def by_eagerness(people: tuple[Person, ...], role: str, day: date) -> tuple[Person, ...]:
    """Return people with those who want the role first, else in their order."""

    def eagerness(person: Person) -> int:
        if not person.wishes:
            return _EAGERNESS[None]
        wish = wish_on(person, role, day)
        return _EAGERNESS[wish.stance if wish else None]

    return tuple(sorted(people, key=eagerness))


def ready_words(person: Person, role: str, day: date, texts: Texts) -> str:
    """Return that somebody is ready, with their wish, such as `ready · no opening`."""
    return DOT.join([texts.tr("ready"), *_wish(person, role, day, texts)])


def nearest_words(nearest: Candidate, role: str, day: date, texts: Texts) -> str:
    """Return how near somebody is and what is missing, such as `82 % · 1 essential open`."""
    parts = [readiness_words(nearest.readiness, texts)]
    if nearest.open_essentials:
        parts.append(essentials_words(nearest.open_essentials, texts))
    if nearest.lacks_track:
        parts.append(texts.tr("a track not held yet"))
    if nearest.years_to_serve > 0:
        years = texts.number(max(nearest.years_to_serve, 0.1), 1)
        parts.append(texts.tr("{years}\N{NO-BREAK SPACE}y to serve", years=years))
    return DOT.join([*parts, *_wish(nearest.person, role, day, texts)])


def nobody_words(role: Succession, texts: Texts) -> str:
    """Return why a role has no successor."""
    if role.nearest is None:
        return texts.tr("nobody to compare")
    return texts.tr("nobody within {percent} %", percent=WITHIN_REACH)


def cell_words(
    level: float | None,
    required: float | None,
    texts: Texts,
    *,
    is_applicable: bool = True,
    is_stale: bool = False,
) -> str:
    """Return a cell of the matrix in words, such as `3, required 4, stale`."""
    words = texts.tr("unrated") if level is None else texts.number(level)
    if not is_applicable:
        words = texts.tr("not applicable")
    if required is not None:
        asked = texts.number(required)
        words = texts.tr("{state}, required {level}", state=words, level=asked)
    return texts.tr("{state}, stale", state=words) if is_stale else words


def percent_words(fraction: float | None, texts: Texts) -> str:
    """Return a share in whole per cent, a dash where there is none; 100 stands for all alone."""
    return "–" if fraction is None else texts.tr("{percent} %", percent=whole_percent(fraction))


def coverage_words(found: Coverage, skill: int, texts: Texts) -> str:
    """Return how many hold what is required of them in a skill, as a place in the catalogue."""
    required = int(found.required[skill])
    if not required:
        return texts.tr("required of nobody")
    words = texts.tr(
        "{count} of {required} at the required level",
        count=int(found.at_required[skill]),
        required=required,
    )
    if found.is_single_point[skill]:
        words += DOT + texts.tr("single point of failure")
    return words


def stale_words(found: Coverage, skill: int, texts: Texts) -> str:
    """Return how many ratings of a skill, as a place in the catalogue, are stale."""
    rated = int(found.rated[skill])
    if not rated:
        return texts.tr("nobody is rated")
    return texts.ntr(
        "{stale} of {count} rating stale",
        "{stale} of {count} ratings stale",
        rated,
        stale=int(found.stale[skill]),
    )


def completeness_words(found: Completeness, texts: Texts) -> str:
    """Return how complete the matrix is."""
    if found.fraction is None:
        return texts.tr("Nothing is required")
    return texts.tr("Matrix complete {percent} %", percent=whole_percent(found.fraction))


def completeness_rule(months: int, texts: Texts) -> str:
    """Return the rule of the completeness; it stands in the help too."""
    return texts.ntr(
        "A cell of the matrix, a person and a skill, is required where the role compared with "
        "requires the skill. It is complete where the rating that counts is not older than "
        "{count} month. Not applicable is left out.",
        "A cell of the matrix, a person and a skill, is required where the role compared with "
        "requires the skill. It is complete where the rating that counts is not older than "
        "{count} months. Not applicable is left out.",
        months,
    )


def _wish(person: Person, role: str, day: date, texts: Texts) -> list[str]:
    wish = wish_on(person, role, day)
    return [] if wish is None else [stance_words(wish.stance, texts)]
