"""The SQL that reads, written with SQLAlchemy and compiled once.

Where a query is `few`, its last parameter is a JSON list of the slugs (or entries) that are wanted;
where it is of one catalogue, the catalogue's slug comes before that. Run as text: Core's own
parameters cost more than a small query itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect

from planner.store import schema


def compiled(statement: Any) -> str:
    """Return a statement as SQL text whose parameters are question marks."""
    return str(statement.compile(dialect=dialect()))


@cache
def numbers(table: Table, few: bool) -> str:
    """Slug and number of a table's rows in a catalogue."""
    return compiled(_narrowed(select(table.c.slug, table.c.id), table, few=few))


@cache
def catalogue_number() -> str:
    """The number of the catalogue with this slug."""
    table = schema.catalogue
    return compiled(select(table.c.id).where(table.c.slug == bindparam("slug")))


@cache
def newest_entry() -> str:
    """The highest number of a rating, null where there is none."""
    return compiled(select(func.max(schema.rating.c.entry)))


@cache
def heads(few: bool) -> str:
    """The rows of catalogues in the order in which they were added."""
    table = schema.catalogue
    query = select(table).order_by(table.c.id)
    return compiled(query.where(_listed(table.c.slug)) if few else query)


@cache
def skills(few: bool) -> str:
    """The rows of skills in the catalogue's order."""
    table = schema.skill
    query = select(table).order_by(table.c.place, table.c.slug)
    return compiled(_narrowed(query, table, few=few))


@cache
def roles(few: bool) -> str:
    """The rows of roles in the catalogue's order."""
    table = schema.role
    query = select(table).order_by(table.c.place, table.c.slug)
    return compiled(_narrowed(query, table, few=few))


@cache
def requirements(few: bool) -> str:
    """What roles require: the role's number, then what `records.requirement_of` takes."""
    table, role, skill = schema.requirement, schema.role, schema.skill
    query = (
        select(
            table.c.role_id,
            skill.c.slug,
            table.c.level,
            table.c.weight,
            table.c.is_essential,
            table.c.source,
            table.c.lower_because_en,
            table.c.lower_because_zh,
        )
        .join_from(table, role, table.c.role_id == role.c.id)
        .join(skill, table.c.skill_id == skill.c.id)
        .order_by(table.c.role_id, table.c.place)
    )
    return compiled(_narrowed(query, role, few=few))


@cache
def moves(few: bool) -> str:
    """What `records.move_of` takes, in the catalogue's order; few by the role they start from."""
    table = schema.move
    start, finish = schema.role.alias("start"), schema.role.alias("finish")
    query = (
        select(
            start.c.slug,
            finish.c.slug,
            table.c.kind,
            table.c.place,
            table.c.years_least,
            table.c.years_most,
            table.c.precondition_en,
            table.c.precondition_zh,
            table.c.source,
        )
        .join_from(table, start, table.c.from_role_id == start.c.id)
        .join(finish, table.c.to_role_id == finish.c.id)
        .order_by(table.c.place, start.c.slug, finish.c.slug, table.c.kind)
    )
    return compiled(_narrowed(query, start, few=few))


@cache
def people(of_catalogue: bool, few: bool) -> str:
    """What `records.person_of` takes, in the order in which people were added."""
    table, catalogue = schema.person, schema.catalogue
    held, target = schema.role.alias("held"), schema.role.alias("target")
    query = (
        select(
            table.c.id,
            catalogue.c.slug,
            table.c.slug,
            table.c.name,
            held.c.slug,
            table.c.since,
            table.c.industry,
            target.c.slug,
            table.c.hours_a_week,
        )
        .join_from(table, catalogue, table.c.catalogue_id == catalogue.c.id)
        .join(held, table.c.role_id == held.c.id)
        .outerjoin(target, table.c.target_role_id == target.c.id)
        .order_by(table.c.id)
    )
    return compiled(_narrowed(query, table, of_catalogue, few))


@cache
def positions(of_catalogue: bool, few: bool) -> str:
    """Past positions: the person's number, then what `records.position_of` takes."""
    table, person, role = schema.position, schema.person, schema.role
    query = (
        select(table.c.person_id, role.c.slug, table.c.since, table.c.until)
        .join_from(table, person, table.c.person_id == person.c.id)
        .join(role, table.c.role_id == role.c.id)
        .order_by(table.c.person_id, table.c.place)
    )
    return compiled(_narrowed(query, person, of_catalogue, few))


@cache
def wishes(of_catalogue: bool, few: bool) -> str:
    """Wishes: the person's number, then what `records.wish_of` takes."""
    table, person, role = schema.wish, schema.person, schema.role
    query = (
        select(table.c.person_id, role.c.slug, table.c.stance, table.c.day, table.c.note)
        .join_from(table, person, table.c.person_id == person.c.id)
        .join(role, table.c.role_id == role.c.id)
        .order_by(table.c.person_id, table.c.place)
    )
    return compiled(_narrowed(query, person, of_catalogue, few))


@cache
def agendas() -> str:
    """Agendas: the catalogue's number, then what `records.agenda_of` takes."""
    table = schema.agenda
    columns = (table.c[name] for name in ("slug", "name_en", "name_zh", "items", "source"))
    query = select(table.c.catalogue_id, *columns)
    return compiled(query.order_by(table.c.catalogue_id, table.c.place))


@cache
def questionnaires() -> str:
    """Questionnaires: the catalogue's number, then what `choice_records.questionnaire_of` takes."""
    table = schema.questionnaire
    columns = [column for column in table.c if column.name != "place"]
    return compiled(select(*columns).order_by(table.c.catalogue_id, table.c.place))


@cache
def parts(table: Table, *order: str) -> str:
    """A row for each part of one kind of the people of a catalogue that are listed.

    The person's slug, then the row without the person's number and with slugs for numbers; in the
    order of the people, then of the columns named, then of the ids as they were given.
    """
    person, role, skill = schema.person, schema.role, schema.skill
    named = {"role_id": role.c.slug, "skill_id": skill.c.slug}
    columns = [named.get(c.name, c) for c in table.c if c.name != "person_id"]
    query = select(person.c.slug, *columns).join_from(
        table, person, table.c.person_id == person.c.id
    )
    if "role_id" in table.c:
        query = query.join(role, table.c.role_id == role.c.id)
    if "skill_id" in table.c:
        query = query.outerjoin(skill, table.c.skill_id == skill.c.id)
    by = (person.c.id, *(table.c[name] for name in order), func.length(table.c.slug), table.c.slug)
    return compiled(_narrowed(query, person, few=True).order_by(*by))


@cache
def ratings() -> str:
    """What `records.rating_of` takes, of the person with this number, by day and entry."""
    table = schema.rating
    query = _ratings().where(table.c.person_id == bindparam("person"))
    return compiled(query.order_by(table.c.day, table.c.entry))


@cache
def ratings_of_skill() -> str:
    """What `records.rating_of` takes, of a person's number and a skill's slug, by day and entry."""
    table, skill, person = schema.rating, schema.skill, schema.person
    query = (
        _ratings()
        .join(person, table.c.person_id == person.c.id)
        .where(
            table.c.person_id == bindparam("person"),
            skill.c.slug == bindparam("skill"),
            # Of the skills with this slug that of the person's catalogue is found by its index.
            skill.c.catalogue_id == person.c.catalogue_id,
        )
    )
    return compiled(query.order_by(table.c.day, table.c.entry))


@cache
def ratings_by_entry() -> str:
    """The slugs of catalogue and person after what `records.rating_of` takes, for a JSON list."""
    table, person, catalogue = schema.rating, schema.person, schema.catalogue
    query = (
        _ratings()
        .join(person, table.c.person_id == person.c.id)
        .join(catalogue, person.c.catalogue_id == catalogue.c.id)
        .add_columns(catalogue.c.slug, person.c.slug)
        .where(_listed(table.c.entry))
    )
    return compiled(query)


def _ratings() -> Select[Any]:
    table, skill = schema.rating, schema.skill
    return select(
        table.c.entry,
        skill.c.slug,
        table.c.rater,
        table.c.day,
        table.c.level,
        table.c.comment,
        table.c.evidence,
    ).join_from(table, skill, table.c.skill_id == skill.c.id)


def _narrowed(
    query: Select[Any], table: Any, of_catalogue: bool = True, few: bool = False
) -> Select[Any]:
    if of_catalogue:
        catalogue = schema.catalogue
        number = select(catalogue.c.id).where(catalogue.c.slug == bindparam("catalogue"))
        query = query.where(table.c.catalogue_id == number.scalar_subquery())
    return query.where(_listed(table.c.slug)) if few else query


def _listed(column: ColumnElement[Any]) -> ColumnElement[bool]:
    wanted = func.json_each(bindparam("wanted")).table_valued("value")
    return column.in_(select(wanted.c.value))
