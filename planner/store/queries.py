"""The SQL that reads, for SQLite's own driver: it runs often, and at each start of the window.

Where a query is `few`, its last parameter is a JSON list of the slugs (or entries) that are wanted;
where it is of one catalogue, the catalogue's slug comes before that.
"""

from __future__ import annotations

CATALOGUE_NUMBER = "SELECT id FROM catalogue WHERE slug = ?"
NEWEST_ENTRY = "SELECT max(entry) FROM rating"

_SKILL = """
skill.id, skill.catalogue_id, skill.slug, skill.place, skill.name_en, skill.name_zh, skill.kind,
skill.portability, skill.source, skill.levels, skill.hours, skill.practice
"""
_ROLE = """
role.id, role.catalogue_id, role.slug, role.place, role.name_en, role.name_zh, role.track,
role.rank, role.is_end, role."after", role.source, role.purpose_en, role.purpose_zh,
role.responsibilities, role.time, role.kpis
"""
_REQUIREMENT = """
requirement.role_id, skill.slug, requirement.level, requirement.weight, requirement.is_essential,
requirement.source, requirement.lower_because_en, requirement.lower_because_zh
FROM requirement
JOIN role ON requirement.role_id = role.id
JOIN skill ON requirement.skill_id = skill.id
"""
_MOVE = """
start.slug, finish.slug, move.kind, move.place, move.years_least, move.years_most,
move.precondition_en, move.precondition_zh, move.source
FROM move
JOIN role AS start ON move.from_role_id = start.id
JOIN role AS finish ON move.to_role_id = finish.id
"""
_PERSON = """
person.id, catalogue.slug, person.slug, person.name, held.slug, person.since, person.industry,
target.slug, person.hours_a_week
FROM person
JOIN catalogue ON person.catalogue_id = catalogue.id
JOIN role AS held ON person.role_id = held.id
LEFT JOIN role AS target ON person.target_role_id = target.id
"""
_POSITION = """
position.person_id, role.slug, position.since, position.until
FROM position
JOIN person ON position.person_id = person.id
JOIN role ON position.role_id = role.id
"""
_RATING = """
rating.entry, skill.slug, rating.rater, rating.day, rating.level, rating.comment, rating.evidence
"""

# What `records.rating_of` takes, of the person with this number, by day and entry.
RATINGS = f"""
SELECT {_RATING} FROM rating JOIN skill ON rating.skill_id = skill.id
WHERE rating.person_id = ? ORDER BY rating.day, rating.entry
"""

# The slugs of catalogue and person after what `records.rating_of` takes, for a JSON list.
RATINGS_BY_ENTRY = f"""
SELECT {_RATING}, catalogue.slug, person.slug FROM rating
JOIN skill ON rating.skill_id = skill.id
JOIN person ON rating.person_id = person.id
JOIN catalogue ON person.catalogue_id = catalogue.id
WHERE rating.entry IN (SELECT value FROM json_each(?))
"""


def numbers(table: str, few: bool) -> str:
    """Slug and number of a table's rows in a catalogue."""
    return f"SELECT slug, id FROM {table}{_narrowed(table, few=few)}"


def heads(few: bool) -> str:
    """The rows of catalogues in the order in which they were added."""
    where = _narrowed("catalogue", of_catalogue=False, few=few)
    return f"""
SELECT id, slug, version, title_en, title_zh, scale, tracks, ranks, source, licence,
attribution_en, attribution_zh FROM catalogue{where} ORDER BY id
"""


def skills(few: bool) -> str:
    """The rows of skills in the catalogue's order."""
    where = _narrowed("skill", few=few)
    return f"SELECT {_SKILL} FROM skill{where} ORDER BY skill.place, skill.slug"


def roles(few: bool) -> str:
    """The rows of roles in the catalogue's order."""
    where = _narrowed("role", few=few)
    return f"SELECT {_ROLE} FROM role{where} ORDER BY role.place, role.slug"


def requirements(few: bool) -> str:
    """What roles require: the role's number, then what `records.requirement_of` takes."""
    where = _narrowed("role", few=few)
    return f"SELECT {_REQUIREMENT}{where} ORDER BY requirement.role_id, requirement.place"


def moves(few: bool) -> str:
    """What `records.move_of` takes, in the catalogue's order; few by the role they start from."""
    where = _narrowed("start", few=few)
    return f"SELECT {_MOVE}{where} ORDER BY move.place, start.slug, finish.slug, move.kind"


def people(of_catalogue: bool, few: bool) -> str:
    """What `records.person_of` takes, in the order in which people were added."""
    where = _narrowed("person", of_catalogue=of_catalogue, few=few)
    return f"SELECT {_PERSON}{where} ORDER BY person.id"


def positions(of_catalogue: bool, few: bool) -> str:
    """Past positions: the person's number, then what `records.position_of` takes."""
    where = _narrowed("person", of_catalogue=of_catalogue, few=few)
    return f"SELECT {_POSITION}{where} ORDER BY position.person_id, position.place"


def _narrowed(table: str, *, of_catalogue: bool = True, few: bool = False) -> str:
    conditions = []
    if of_catalogue:
        conditions.append(f"{table}.catalogue_id = ({CATALOGUE_NUMBER})")
    if few:
        conditions.append(f"{table}.slug IN (SELECT value FROM json_each(?))")
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
