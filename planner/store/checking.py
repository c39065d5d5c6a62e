"""What does not hold together within the store's rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from planner.core.text import Message, message
from planner.store import schema
from planner.store.faults import BadRow
from planner.store.rows import reading
from planner.store.rows.parts import PARTS, parts_of


def findings(connection: Connection) -> tuple[Message, ...]:
    """Return the damage that SQLite finds, then the references that lead nowhere or astray."""
    damage = tuple(_damage(connection))
    return damage or (*_dangling(connection), *_astray(connection), *_unreadable(connection))


def _damage(connection: Connection) -> Iterator[Message]:
    for (detail,) in connection.exec_driver_sql("PRAGMA quick_check(10)"):
        if detail != "ok":
            yield message("The file is damaged: {detail}. Restore a backup.", detail=detail)


def _dangling(connection: Connection) -> Iterator[Message]:
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield message(
            "A record in “{table}” refers to a missing one in “{parent}”. Restore a backup.",
            table=table,
            parent=parent,
        )


def _astray(connection: Connection) -> Iterator[Message]:
    """Find records that refer to another catalogue's, which the foreign keys allow."""
    role, skill, person = schema.role, schema.skill, schema.person
    start, finish = role.alias("start"), role.alias("finish")
    wrong: dict[str, Select[Any]] = {
        "requirement": select(role.c.slug)
        .join_from(schema.requirement, role, schema.requirement.c.role_id == role.c.id)
        .join(skill, schema.requirement.c.skill_id == skill.c.id)
        .where(role.c.catalogue_id != skill.c.catalogue_id),
        "move": select(start.c.slug)
        .join_from(schema.move, start, schema.move.c.from_role_id == start.c.id)
        .join(finish, schema.move.c.to_role_id == finish.c.id)
        .where(start.c.catalogue_id != finish.c.catalogue_id),
        "person": select(person.c.slug)
        .join_from(person, role, role.c.id.in_((person.c.role_id, person.c.target_role_id)))
        .where(role.c.catalogue_id != person.c.catalogue_id),
        "position": select(person.c.slug)
        .join_from(schema.position, person, schema.position.c.person_id == person.c.id)
        .join(role, schema.position.c.role_id == role.c.id)
        .where(role.c.catalogue_id != person.c.catalogue_id),
        "rating": select(person.c.slug)
        .join_from(schema.rating, person, schema.rating.c.person_id == person.c.id)
        .join(skill, schema.rating.c.skill_id == skill.c.id)
        .where(skill.c.catalogue_id != person.c.catalogue_id),
        "action": select(person.c.slug)
        .join_from(schema.action, person, schema.action.c.person_id == person.c.id)
        .join(skill, schema.action.c.skill_id == skill.c.id)
        .where(skill.c.catalogue_id != person.c.catalogue_id),
    } | {
        table.name: select(person.c.slug)
        .join_from(table, person, table.c.person_id == person.c.id)
        .join(role, table.c.role_id == role.c.id)
        .where(role.c.catalogue_id != person.c.catalogue_id)
        for table in (schema.wish, schema.kpi_result)
    }
    for table, query in wrong.items():
        for (slug,) in connection.execute(query.limit(10)):
            yield message(
                "A record in “{table}” of “{id}” refers to another catalogue. Restore a backup.",
                table=table,
                id=slug,
            )


def _unreadable(connection: Connection) -> Iterator[Message]:
    """Read every catalogue and person, and find tracks that roles name and no head has."""
    try:
        heads = reading.heads(connection)
        for head in heads.values():
            reading.skills(connection, head.id)
            reading.moves(connection, head.id)
            tracks = {track.id for track in head.tracks}
            for role in reading.roles(connection, head.id):
                for track in {role.track, *role.after} - tracks:
                    yield message(
                        "The role “{id}” names the track “{track}”, which its catalogue does not"
                        " have. Import the catalogue again.",
                        id=role.id,
                        track=track,
                    )
            people = [person.id for person in reading.people(connection, head.id)]
            for kind in PARTS:
                parts_of(connection, kind, head.id, people)
    except BadRow:
        yield message("A record cannot be read. Restore a backup.")
