"""Records to rows and back: one function each way for each kind of record.

A row's values stand in the order of the columns of its table in `schema`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from planner.core.model import (
    UNSAID,
    Agenda,
    CatalogueHead,
    Kpi,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    RankName,
    Requirement,
    Role,
    Scale,
    Skill,
    TimeShare,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.questionnaire import Questionnaire
from planner.core.text import Source, Text

Row = Sequence[Any]
Values = tuple[Any, ...]
Numbers = Mapping[str, int]
T = TypeVar("T")

# The place in this tuple is what the row holds.
RATERS = (Rater.SELF, Rater.MANAGER, Rater.AGREED)

# Most lists of most records are empty, and json.dumps with options builds an encoder each time.
_NOTHING = "[]"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def head_values(head: CatalogueHead, number: int | None) -> Values:
    """Return the row of a catalogue."""
    return (
        number,
        head.id,
        head.version,
        head.title.en,
        head.title.zh,
        json_of([_level(level) for level in head.scale.levels]),
        json_of([{"id": track.id, **text_in(track.name)} for track in head.tracks]),
        json_of([{"rank": rank.rank, **text_in(rank.name)} for rank in head.ranks]),
        head.source.text,
        head.licence,
        head.attribution.en,
        head.attribution.zh,
    )


def head_of(
    row: Row, agendas: tuple[Agenda, ...], questionnaires: tuple[Questionnaire, ...]
) -> CatalogueHead:
    """Return the catalogue's head of a row, of its agendas and of its questionnaires."""
    _, slug, version, en, zh, scale, tracks, ranks, source, licence, by_en, by_zh = row
    return CatalogueHead(
        id=slug,
        version=version,
        title=Text(en=en, zh=zh),
        scale=Scale(
            levels=listed(
                scale,
                lambda part: Level(
                    number=part["level"], name=text_of(part), hours=part.get("hours")
                ),
            )
        ),
        tracks=listed(tracks, lambda part: Track(id=part["id"], name=text_of(part))),
        ranks=listed(ranks, lambda part: RankName(rank=part["rank"], name=text_of(part))),
        agendas=agendas,
        questionnaires=questionnaires,
        source=Source(source),
        licence=licence,
        attribution=Text(en=by_en, zh=by_zh),
    )


def agenda_values(head: CatalogueHead, number: int) -> Iterable[Values]:
    """Yield the rows of a catalogue's agendas."""
    for place, agenda in enumerate(head.agendas):
        items = json_of([text_in(item) for item in agenda.items])
        name = agenda.name
        yield number, place, agenda.id, name.en, name.zh, items, agenda.source.text


def agenda_of(row: Row) -> Agenda:
    """Return the agenda of a row: slug, name … as in the table."""
    slug, en, zh, items, source = row
    return Agenda(
        id=slug, name=Text(en=en, zh=zh), items=listed(items, text_of), source=Source(source)
    )


def skill_values(skill: Skill, number: int | None, catalogue: int) -> Values:
    """Return the row of a skill."""
    return (
        number,
        catalogue,
        skill.id,
        skill.order,
        skill.name.en,
        skill.name.zh,
        skill.kind,
        skill.portability,
        skill.source.text,
        json_of([{"level": level, **text_in(text)} for level, text in skill.levels]),
        json_of(skill.hours),
        json_of([_practice(practice) for practice in skill.practice]),
    )


def skill_of(row: Row) -> Skill:
    """Return the skill of a row."""
    _, _, slug, place, en, zh, kind, portability, source, levels, hours, practice = row
    return Skill(
        id=slug,
        name=Text(en=en, zh=zh),
        kind=kind,
        portability=portability,
        source=Source(source),
        levels=listed(levels, lambda part: (part["level"], text_of(part))),
        hours=listed(hours, tuple),
        practice=listed(practice, _practice_of),
        order=place,
    )


def role_values(role: Role, number: int | None, catalogue: int) -> Values:
    """Return the row of a role, without its requirements."""
    return (
        number,
        catalogue,
        role.id,
        role.order,
        role.name.en,
        role.name.zh,
        role.track,
        role.rank,
        int(role.end),
        json_of(role.after),
        role.source.text,
        role.purpose.en,
        role.purpose.zh,
        json_of([text_in(text) for text in role.responsibilities]),
        json_of([{"share": time.share, **text_in(time.on)} for time in role.time]),
        json_of([_kpi(kpi) for kpi in role.kpis]),
    )


def role_of(row: Row, requires: tuple[Requirement, ...]) -> Role:
    """Return the role of a row and of its requirements."""
    _, _, slug, place, en, zh, track, rank, is_end, after, source, *described = row
    purpose_en, purpose_zh, responsibilities, time, kpis = described
    return Role(
        id=slug,
        name=Text(en=en, zh=zh),
        track=track,
        rank=rank,
        end=bool(is_end),
        after=listed(after, str),
        source=Source(source),
        purpose=Text(en=purpose_en, zh=purpose_zh),
        responsibilities=listed(responsibilities, text_of),
        time=listed(time, lambda part: TimeShare(on=text_of(part), share=part["share"])),
        kpis=listed(kpis, _kpi_of),
        requires=requires,
        order=place,
    )


def requirement_values(role: Role, number: int, skills: Numbers) -> Iterable[Values]:
    """Yield the rows of what a role requires."""
    for place, needed in enumerate(role.requires):
        because = needed.lower_because
        yield (
            number,
            skills[needed.skill],
            place,
            needed.level,
            needed.weight,
            1 if needed.essential else 0,
            needed.source.text,
            because and because.en,
            because and because.zh,
        )


def requirement_of(row: Row) -> Requirement:
    """Return the requirement of a row: skill's slug, level, weight … as in the table."""
    skill, level, weight, is_essential, source, because_en, because_zh = row
    return Requirement(
        skill=skill,
        level=level,
        weight=weight,
        essential=bool(is_essential),
        source=Source(source) if source else UNSAID,
        lower_because=None if because_en is None else Text(en=because_en, zh=because_zh),
    )


def move_values(move: Move, roles: Numbers) -> Values:
    """Return the row of a move."""
    least, most = move.years or (None, None)
    return (
        roles[move.from_role],
        roles[move.to_role],
        str(move.kind),
        move.order,
        least,
        most,
        move.precondition and move.precondition.en,
        move.precondition and move.precondition.zh,
        move.source.text,
    )


def move_of(row: Row) -> Move:
    """Return the move of a row: the slugs of both roles, kind, place … as in the table."""
    from_role, to_role, kind, place, least, most, precondition_en, precondition_zh, source = row
    return Move(
        from_role=from_role,
        to_role=to_role,
        kind=MoveKind(kind),
        years=None if least is None else (least, most),
        precondition=None
        if precondition_en is None
        else Text(en=precondition_en, zh=precondition_zh),
        source=Source(source) if source else UNSAID,
        order=place,
    )


def person_values(person: Person, number: int | None, catalogue: int, roles: Numbers) -> Values:
    """Return the row of a person, without the past positions."""
    return (
        number,
        catalogue,
        person.id,
        person.name,
        roles[person.role],
        person.since.toordinal(),
        person.industry,
        None if person.target is None else roles[person.target],
        person.hours_a_week,
    )


def person_of(row: Row, positions: tuple[Position, ...], wishes: tuple[Wish, ...]) -> Person:
    """Return the person of a row: id, slugs of catalogue, person, role and target … as listed."""
    _, catalogue, slug, name, role, since, industry, target, hours_a_week = row
    return Person(
        id=slug,
        name=name,
        catalogue=catalogue,
        role=role,
        since=date.fromordinal(since),
        positions=positions,
        industry=industry,
        target=target,
        hours_a_week=hours_a_week,
        wishes=wishes,
    )


def position_values(person: Person, number: int, roles: Numbers) -> Iterable[Values]:
    """Yield the rows of a person's past positions."""
    for place, held in enumerate(person.positions):
        yield (
            number,
            place,
            roles[held.role],
            held.since.toordinal(),
            held.until and held.until.toordinal(),
        )


def position_of(row: Row) -> Position:
    """Return the position of a row: the role's slug, the first and the last day."""
    role, since, until = row
    return Position(
        role=role,
        since=date.fromordinal(since),
        until=None if until is None else date.fromordinal(until),
    )


def wish_values(person: Person, number: int, roles: Numbers) -> Iterable[Values]:
    """Yield the rows of a person's wishes."""
    for place, wish in enumerate(person.wishes):
        role = roles[wish.role]
        yield number, place, role, str(wish.stance), wish.on.toordinal(), wish.note


def wish_of(row: Row) -> Wish:
    """Return the wish of a row: the role's slug, stance, day and note."""
    role, stance, day, note = row
    return Wish(role=role, stance=Stance(stance), on=date.fromordinal(day), note=note)


def rating_values(rating: Rating, person: int, skill: int) -> Values:
    """Return the row of a rating."""
    return (
        rating.entry,
        person,
        skill,
        RATERS.index(rating.by),
        rating.on.toordinal(),
        rating.level,
        rating.comment,
        rating.evidence,
    )


def rating_of(row: Row) -> Rating:
    """Return the rating of a row: entry, the skill's slug, rater, day … as in the table."""
    entry, skill, rater, day, level, comment, evidence = row
    return Rating(
        entry=entry,
        skill=skill,
        level=level,
        by=RATERS[rater],
        on=date.fromordinal(day),
        comment=comment,
        evidence=evidence,
    )


def json_of(parts: Sequence[object]) -> str:
    """Return a list as it stands in a row."""
    return _encode(parts) if parts else _NOTHING


def listed(written: str, of: Callable[[Any], T]) -> tuple[T, ...]:
    """Return the list of a row, each part read by `of`."""
    return () if written == _NOTHING else tuple(of(part) for part in json.loads(written))


def text_in(text: Text) -> dict[str, Any]:
    """Return a text as it stands in the JSON of a row."""
    return {"en": text.en, "zh": text.zh}


def text_of(part: Mapping[str, str]) -> Text:
    """Return the text in the JSON of a row."""
    return Text(en=part["en"], zh=part["zh"])


def _level(level: Level) -> dict[str, Any]:
    return {"level": level.number, "hours": level.hours, **text_in(level.name)}


def _practice(practice: Practice) -> dict[str, Any]:
    return {
        "kind": str(practice.kind),
        "to": practice.to,
        "hours": practice.hours,
        **text_in(practice.text),
    }


def _practice_of(part: Mapping[str, Any]) -> Practice:
    return Practice(
        kind=PracticeKind(part["kind"]),
        text=text_of(part),
        to=part["to"],
        hours=part["hours"],
    )


def _kpi(kpi: Kpi) -> dict[str, Any]:
    return {"id": kpi.id, "weight": kpi.weight, "source": kpi.source.text, **text_in(kpi.name)}


def _kpi_of(part: Mapping[str, Any]) -> Kpi:
    return Kpi(
        id=part["id"],
        name=text_of(part),
        weight=part["weight"],
        source=Source(part["source"]),
    )
