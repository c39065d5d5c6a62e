"""A team as plain data for `--json`, and as rows of words for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from planner.core.team.against_roles import Standing, Team
from planner.core.team.figures import Comparison, TeamFigures
from planner.core.team.succession import Succession
from planner.core.text import Texts
from planner.report.map.words import readiness_words
from planner.report.plain import Plain
from planner.report.rows import Rows
from planner.report.team.words import (
    by_eagerness,
    nearest_words,
    nobody_words,
    percent_words,
    ready_words,
)

_MOST_READY = 5


def plain_team(figures: TeamFigures, compared: Comparison) -> Plain:
    """Return a team with its numbers unrounded; `levels` has every skill of the catalogue."""
    team, found = figures.team, compared.coverage
    levels = team.levels.plain()
    return {
        "as_of": team.as_of.isoformat(),
        "people": [
            {
                "person": person.id,
                "role": figures.held[row],
                "readiness": _plain_readiness(compared.standing, row),
                "levels": levels[row],
            }
            for row, person in enumerate(team.people)
        ],
        "skills": [
            {
                "skill": skill.id,
                "rated": int(found.rated[column]),
                "at_required": int(found.at_required[column]),
                "single_point_of_failure": bool(found.is_single_point[column]),
            }
            for column, skill in enumerate(team.catalogue.skills)
        ],
        "roles": [
            {
                "role": one.role,
                "ready": [person.id for person in one.ready],
                "nearest": one.nearest.person.id if one.nearest else None,
            }
            for one in figures.roles
        ],
    }


def _plain_readiness(standing: Standing, row: int) -> Plain | None:
    readiness = standing.readiness(row)
    return {"low": readiness.low, "high": readiness.high} if readiness else None


def member_rows(figures: TeamFigures, compared: Comparison, texts: Texts) -> Rows:
    """Return a row a person under a heading row."""
    tr, standing, catalogue = texts.tr, compared.standing, figures.team.catalogue
    rows: Rows = [
        [tr("Id"), tr("Name"), tr("Role"), tr("Readiness"), tr("Open essentials"), tr("Unrated")]
    ]
    for row, person in enumerate(figures.team.people):
        held = figures.held[row]
        rows.append(
            [
                person.id,
                person.name,
                texts.pick(catalogue.role(held).name) if catalogue.has_role(held) else held,
                readiness_words(standing.readiness(row), texts),
                str(int(standing.open_essentials[row])),
                str(int(standing.unrated[row])),
            ]
        )
    return rows


def skill_rows(figures: TeamFigures, compared: Comparison, texts: Texts) -> Rows:
    """Return a row for each skill that is required of somebody, under a heading row."""
    tr, found = texts.tr, compared.coverage
    rows: Rows = [
        [
            tr("Skill"),
            tr("Rated"),
            tr("Required"),
            tr("At the required level"),
            tr("Stale"),
            "",
        ]
    ]
    for column, skill in enumerate(figures.team.catalogue.skills):
        if int(found.required[column]) or bool(found.is_single_point[column]):
            rows.append(
                [
                    texts.pick(skill.name),
                    str(int(found.rated[column])),
                    str(int(found.required[column])),
                    str(int(found.at_required[column])),
                    percent_words(found.stale_share(column), texts),
                    tr("single point of failure") if found.is_single_point[column] else "",
                ]
            )
    return rows


def succession_rows(figures: TeamFigures, texts: Texts) -> Rows:
    """Return a row for each role with who is ready or nearest, under a heading row."""
    tr, team = texts.tr, figures.team
    rows: Rows = [[tr("Role"), tr("Ready or nearest"), tr("State")]]
    for one in figures.roles:
        name = texts.pick(team.catalogue.role(one.role).name)
        for who, state in _candidates(one, team, texts):
            rows.append([name, who, state])
            name = ""
    return rows


def _candidates(one: Succession, team: Team, texts: Texts) -> Sequence[tuple[str, str]]:
    if one.ready:
        people = by_eagerness(one.ready, one.role, team.as_of)
        said = [
            (person.name, ready_words(person, one.role, team.as_of, texts))
            for person in people[:_MOST_READY]
        ]
        if more := len(people) - len(said):
            said.append(("", texts.ntr("{count} more ready", "{count} more ready", more)))
        return said
    if one.nearest is not None and one.has_successor:
        words = nearest_words(one.nearest, one.role, team.as_of, texts)
        return [(one.nearest.person.name, words)]
    nearest = one.nearest
    said = [(nobody_words(one, texts), texts.tr("no successor"))]
    if nearest is not None:
        words = nearest_words(nearest, one.role, team.as_of, texts)
        said.append((nearest.person.name, words))
    return said
