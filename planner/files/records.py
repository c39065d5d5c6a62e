"""Names for the records of a document, by which an error says where it is."""

from __future__ import annotations

from typing import Any

from planner.core.text import Message, message
from planner.files.errors import shown
from planner.files.forms import UNFIT


class Kept(list[Any]):
    """A list out of which unfit items were taken; `places` tells where the others stood."""

    def __init__(self, items: list[Any], places: list[int]) -> None:
        super().__init__(items)
        self.places = places


def place(items: list[Any], index: int) -> int:
    """Return where an item stood in the file."""
    return items.places[index] if isinstance(items, Kept) else index


def original(document: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the path in the file of what stands at `path` in a document that was mended."""
    found: list[str | int] = []
    at = document
    for step in path:
        if isinstance(at, list) and isinstance(step, int) and step < len(at):
            found.append(place(at, step))
            at = at[step]
        else:
            found.append(step)
            at = at.get(step) if isinstance(at, dict) else None
    return tuple(found)


def record(document: Any, path: tuple[str | int, ...]) -> Message:
    """Return the name of the record that `path` lies in."""
    if not path or not isinstance(document, dict):
        return message("the document")
    section = path[0]
    if section == "catalogue":
        head = document.get("catalogue")
        if isinstance(head, dict) and isinstance(head.get("id"), str) and head["id"] != UNFIT:
            return message("catalogue “{catalogue}”", catalogue=shown(head["id"]))
        return message("the catalogue")
    items = document.get(section)
    if len(path) == 1 or not isinstance(items, list) or not isinstance(path[1], int):
        return message("the key “{key}”", key=shown(section))
    item = items[path[1]] if path[1] < len(items) else None
    place_said = _place(items, path[1])
    if section == "moves":
        return _move(item, place_said)
    named = _name(item, "level" if section == "scale" else "rank" if section == "ranks" else "id")
    return _section(str(section), named or place_said, item, path[2:])


def _section(section: str, said: str, item: Any, rest: tuple[str | int, ...]) -> Message:
    if section == "roles":
        return _of_role(said, item, rest)
    if section == "people":
        return _of_person(said, item, rest)
    if section == "skills":
        return message("skill “{skill}”", skill=said)
    if section == "tracks":
        return message("track “{track}”", track=said)
    if section == "agendas":
        return message("agenda “{agenda}”", agenda=said)
    if section == "questionnaires":
        return _of_questionnaire(said, item, rest)
    if section == "scale":
        return message("scale, level {level}", level=said)
    return message("rank {rank}", rank=said)


def _of_role(role: str, item: Any, rest: tuple[str | int, ...]) -> Message:
    if len(rest) > 1 and rest[0] == "requires":
        skill = _inner(item, rest, "skill")
        return message("role “{role}”, requirement “{skill}”", role=role, skill=skill)
    if len(rest) > 1 and rest[0] == "kpis":
        return message("role “{role}”, KPI “{kpi}”", role=role, kpi=_inner(item, rest, "id"))
    return message("role “{role}”", role=role)


def _of_questionnaire(asked: str, item: Any, rest: tuple[str | int, ...]) -> Message:
    if len(rest) > 1 and rest[0] == "questions":
        return message(
            "questionnaire “{questionnaire}”, question “{question}”",
            questionnaire=asked,
            question=_inner(item, rest, "id"),
        )
    return message("questionnaire “{questionnaire}”", questionnaire=asked)


def _of_person(person: str, item: Any, rest: tuple[str | int, ...]) -> Message:
    if len(rest) > 1 and rest[0] == "ratings":
        skill = _inner(item, rest, "skill")
        return message("person “{person}”, rating “{skill}”", person=person, skill=skill)
    if len(rest) > 1 and rest[0] == "positions":
        role = _inner(item, rest, "role")
        return message("person “{person}”, position “{role}”", person=person, role=role)
    if len(rest) > 1 and rest[0] in ("actions", "meetings"):
        inner = _inner(item, rest, "id")
        if rest[0] == "actions":
            return message("person “{person}”, action “{action}”", person=person, action=inner)
        return message("person “{person}”, one-on-one “{meeting}”", person=person, meeting=inner)
    if len(rest) > 1 and rest[0] == "kpi_results":
        inner = _inner(item, rest, "kpi")
        return message("person “{person}”, KPI result “{kpi}”", person=person, kpi=inner)
    if len(rest) > 1 and rest[0] == "wishes":
        inner = _inner(item, rest, "role")
        return message("person “{person}”, wish for “{role}”", person=person, role=inner)
    if len(rest) > 1 and rest[0] == "track_choices":
        inner = _inner(item, rest, "id")
        return message(
            "person “{person}”, choice of a track “{choice}”", person=person, choice=inner
        )
    return message("person “{person}”", person=person)


def _move(item: Any, place_said: str) -> Message:
    from_role, to_role = _name(item, "from"), _name(item, "to")
    if from_role and to_role:
        return message("move “{from_role}” to “{to_role}”", from_role=from_role, to_role=to_role)
    return message("move “{move}”", move=place_said)


def _inner(item: Any, rest: tuple[str | int, ...], key: str) -> str:
    items = item.get(rest[0]) if isinstance(item, dict) else None
    index = rest[1]
    if not isinstance(items, list) or not isinstance(index, int):
        return str(rest[1])
    inner = items[index] if index < len(items) else None
    return _name(inner, key) or _place(items, index)


def _name(item: Any, key: str) -> str:
    found = item.get(key) if isinstance(item, dict) else None
    if isinstance(found, str) and found != UNFIT:
        return shown(found)
    if isinstance(found, int | float) and not isinstance(found, bool):
        return shown(found)
    return ""


def _place(items: list[Any], index: int) -> str:
    return f"#{place(items, index) + 1}"
