"""Why a change cannot be made: what changed meanwhile, what is unknown, what is still in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, union_all

from planner.core.edits import Change, Kind
from planner.core.errors import PlannerError
from planner.core.text import Message, Text, message, message_n
from planner.store import schema
from planner.store.faults import StaleEdit

_KINDS: dict[Kind, Message] = {
    "catalogue": message("catalogue"),
    "skill": message("skill"),
    "role": message("role"),
    "move": message("move"),
    "person": message("person"),
    "rating": message("rating"),
    "action": message("action"),
    "meeting": message("one-on-one"),
    "kpi-result": message("KPI result"),
    "track-choice": message("choice of a track"),
}
_AGAIN = message("Look at it as it is now, then make the change again.")


def changed_meanwhile(change: Change, effect: Message) -> StaleEdit:
    """Return the error for a record that is not what the edit says it was."""
    key = change.key
    said = {"kind": _KINDS[key.kind], "id": key.part or key.id or key.catalogue}
    happened = (
        message("There is already such a {kind}: “{id}”.", **said)
        if change.before is None
        else message("Meanwhile the {kind} “{id}” was changed in another window.", **said)
    )
    return StaleEdit(happened, effect=effect, remedy=_AGAIN)


def unknown(kind: Kind, slug: str, effect: Message) -> StaleEdit:
    """Return the error for a change that names a record which is not there."""
    return StaleEdit(
        message("There is no such {kind} any more: “{id}”.", kind=_KINDS[kind], id=slug),
        effect=effect,
        remedy=_AGAIN,
    )


def role_in_use(
    connection: Connection, numbers: Sequence[int], effect: Message
) -> PlannerError | None:
    """Return why none of these roles can go as long as somebody holds one, if that is so."""
    role, person, position = schema.role, schema.person, schema.position
    uses = union_all(
        select(role.c.id, literal("holds").label("use"), person.c.name)
        .join(person, person.c.role_id == role.c.id)
        .where(role.c.id.in_(numbers)),
        select(role.c.id, literal("held").label("use"), person.c.name)
        .join(position, position.c.role_id == role.c.id)
        .join(person, position.c.person_id == person.c.id)
        .where(role.c.id.in_(numbers)),
        select(role.c.id, literal("target").label("use"), person.c.name)
        .join(person, person.c.target_role_id == role.c.id)
        .where(role.c.id.in_(numbers)),
        select(role.c.id, literal("wish").label("use"), person.c.name)
        .join(schema.wish, schema.wish.c.role_id == role.c.id)
        .join(person, schema.wish.c.person_id == person.c.id)
        .where(role.c.id.in_(numbers)),
        select(role.c.id, literal("result").label("use"), person.c.name)
        .join(schema.kpi_result, schema.kpi_result.c.role_id == role.c.id)
        .join(person, schema.kpi_result.c.person_id == person.c.id)
        .where(role.c.id.in_(numbers)),
    )
    row, count = _first(connection, uses)
    if row is None:
        return None
    name, slug = _named(connection, role, row.id)
    said = {"role": name, "id": slug, "person": row.name}
    how = {
        "holds": message("The role “{role}” ({id}) cannot go: “{person}” holds it.", **said),
        "held": message("The role “{role}” ({id}) cannot go: “{person}” once held it.", **said),
        "target": message("The role “{role}” ({id}) cannot go: “{person}” aims for it.", **said),
        "wish": message(
            "The role “{role}” ({id}) cannot go: “{person}” has a wish for it.", **said
        ),
        "result": message(
            "The role “{role}” ({id}) cannot go: “{person}” has KPI results in it.", **said
        ),
    }
    return PlannerError(
        how[row.use],
        effect=_in_all(count, effect),
        remedy=message("Keep the role in the catalogue, or change the person's roles first."),
    )


def skill_in_use(
    connection: Connection, numbers: Sequence[int], effect: Message
) -> PlannerError | None:
    """Return why none of these skills can go while somebody is rated or plans in one, if so."""
    skill, person, rating, action = schema.skill, schema.person, schema.rating, schema.action
    uses = union_all(
        select(skill.c.id, literal("rated").label("use"), person.c.name)
        .join(rating, rating.c.skill_id == skill.c.id)
        .join(person, rating.c.person_id == person.c.id)
        .where(skill.c.id.in_(numbers)),
        select(skill.c.id, literal("planned").label("use"), person.c.name)
        .join(action, action.c.skill_id == skill.c.id)
        .join(person, action.c.person_id == person.c.id)
        .where(skill.c.id.in_(numbers)),
    )
    row, count = _first(connection, uses)
    if row is None:
        return None
    name, slug = _named(connection, skill, row.id)
    said = {"skill": name, "id": slug, "person": row.name}
    if row.use == "rated":
        happened = message(
            "The skill “{skill}” ({id}) cannot go: “{person}” is rated in it.", **said
        )
        remedy = message("Keep the skill in the catalogue, or remove the ratings first.")
    else:
        happened = message(
            "The skill “{skill}” ({id}) cannot go: “{person}” has an action for it.", **said
        )
        remedy = message("Keep the skill in the catalogue, or change the actions first.")
    return PlannerError(happened, effect=_in_all(count, effect), remedy=remedy)


def catalogue_in_use(
    connection: Connection, numbers: Sequence[int], effect: Message
) -> PlannerError | None:
    """Return why none of these catalogues can go as long as somebody is in one, if that is so."""
    catalogue, person = schema.catalogue, schema.person
    uses = (
        select(catalogue.c.slug, person.c.name)
        .join(person, person.c.catalogue_id == catalogue.c.id)
        .where(catalogue.c.id.in_(numbers))
        .order_by(person.c.id)
    )
    row, count = _first(connection, uses)
    if row is None:
        return None
    return PlannerError(
        message(
            "The catalogue “{id}” cannot go: “{person}” is in it.", id=row.slug, person=row.name
        ),
        effect=_in_all(count, effect),
        remedy=message("Remove the people of the catalogue first."),
    )


def _first(connection: Connection, uses: Any) -> tuple[Any, int]:
    row = connection.execute(uses.limit(1)).first()
    counted: Select[Any] = select(func.count()).select_from(uses.subquery())
    return row, connection.execute(counted).scalar_one() if row else 0


def _named(connection: Connection, table: Any, number: int) -> tuple[Text, str]:
    query = select(table.c.name_en, table.c.name_zh, table.c.slug).where(table.c.id == number)
    en, zh, slug = connection.execute(query).one()
    return Text(en=en, zh=zh), slug


def _in_all(count: int, effect: Message) -> Message:
    return message_n(
        "{effect} {count} use stands in the way.",
        "{effect} {count} uses stand in the way.",
        count,
        effect=effect,
    )
