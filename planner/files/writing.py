"""Writing catalogues and people as YAML that reads back as the same values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    Career,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
    TrackChoice,
)
from planner.core.model import Agenda, Catalogue, Kpi, Move, Practice, Requirement, Role, Skill
from planner.core.people import DEFAULT_HOURS_A_WEEK, Position, Rating, Wish
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Text
from planner.files.values import NOT_APPLICABLE, printable
from planner.files.yaml_text import resolve

_WIDTH = 120


def write_catalogue(catalogue: Catalogue) -> str:
    """Return a catalogue as one YAML document."""
    head = catalogue.head
    return _yaml(
        {
            "catalogue": _record(
                id=head.id,
                version=head.version,
                title=_text(head.title),
                source=head.source.text,
                licence=head.licence,
                attribution=_text(head.attribution),
            ),
            "scale": [
                _record(
                    level=_number(level.number), name=_text(level.name), hours=_number(level.hours)
                )
                for level in head.scale.levels
            ],
            "ranks": [{"rank": rank.rank, "name": _text(rank.name)} for rank in head.ranks],
            "tracks": [{"id": track.id, "name": _text(track.name)} for track in head.tracks],
            "skills": [_skill(skill) for skill in catalogue.skills],
            "roles": [_role(role) for role in catalogue.roles],
            "moves": [_move(move) for move in catalogue.moves],
            "agendas": [_agenda(agenda) for agenda in head.agendas],
            "questionnaires": [_questionnaire(asked) for asked in head.questionnaires],
        }
    )


def write_people(people: Iterable[Career], *, as_json: bool = False) -> str:
    """Return people with everything kept about them as one YAML (or JSON) document.

    Control characters, which no reader would take, are left out.
    """
    document = {"people": [printable(_person(career)) for career in people]}
    if as_json:
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return _yaml(document)


def _skill(skill: Skill) -> dict[str, Any]:
    return _record(
        id=skill.id,
        name=_text(skill.name),
        kind=skill.kind,
        portability=_unless(skill.portability, 1.0),
        source=skill.source.text,
        levels={_number(level): _text(text) for level, text in skill.levels},
        hours={_number(level): _number(hours) for level, hours in skill.hours},
        practice=[_practice(practice) for practice in skill.practice],
    )


def _practice(practice: Practice) -> dict[str, Any]:
    return _record(
        kind=str(practice.kind),
        to=_number(practice.to),
        hours=_number(practice.hours),
        text=_text(practice.text),
    )


def _role(role: Role) -> dict[str, Any]:
    return _record(
        id=role.id,
        name=_text(role.name),
        track=role.track,
        rank=role.rank,
        end=role.end or None,
        after=list(role.after),
        source=role.source.text,
        purpose=_text(role.purpose),
        responsibilities=[_text(text) for text in role.responsibilities],
        time=[{"on": _text(share.on), "share": _number(share.share)} for share in role.time],
        kpis=[_kpi(kpi) for kpi in role.kpis],
        requires=[_requirement(requirement) for requirement in role.requires],
    )


def _kpi(kpi: Kpi) -> dict[str, Any]:
    return _record(
        id=kpi.id, name=_text(kpi.name), weight=_number(kpi.weight), source=kpi.source.text
    )


def _requirement(requirement: Requirement) -> dict[str, Any]:
    because = requirement.lower_because
    return _record(
        skill=requirement.skill,
        level=_number(requirement.level),
        weight=_unless(requirement.weight, 1.0),
        essential=None if requirement.essential else False,
        source=requirement.source.text,
        lower_because=_text(because) if because else None,
    )


def _move(move: Move) -> dict[str, Any]:
    written: dict[str, Any] = {"from": move.from_role, "to": move.to_role, "kind": str(move.kind)}
    return written | _record(
        years=[_number(years) for years in move.years or ()],
        precondition=_text(move.precondition) if move.precondition else None,
        source=move.source.text,
    )


def _agenda(agenda: Agenda) -> dict[str, Any]:
    return _record(
        id=agenda.id,
        name=_text(agenda.name),
        items=[_text(item) for item in agenda.items],
        source=agenda.source.text,
    )


def _questionnaire(asked: Questionnaire) -> dict[str, Any]:
    return _record(
        id=asked.id,
        title=_text(asked.title),
        source=asked.source.text,
        intro=_text(asked.intro),
        questions=[_question(question) for question in asked.questions],
    ) | {"tracks": list(asked.tracks)}


def _question(question: Question) -> dict[str, Any]:
    return _record(
        id=question.id,
        text=_text(question.text),
        source=question.source.text,
        answers=[_answer(answer) for answer in question.answers],
    )


def _answer(answer: Answer) -> dict[str, Any]:
    return _record(
        id=answer.id,
        text=_text(answer.text),
        weights={track: _number(weight) for track, weight in answer.weights},
        reason=_text(answer.reason),
    )


def _person(career: Career) -> dict[str, Any]:
    person = career.person
    return _record(
        id=person.id,
        name=person.name,
        catalogue=person.catalogue,
        role=person.role,
        since=person.since.isoformat(),
        positions=[_position(position) for position in person.positions],
        industry=person.industry,
        target=person.target,
        hours_a_week=_unless(person.hours_a_week, DEFAULT_HOURS_A_WEEK),
        wishes=[_wish(wish) for wish in person.wishes],
        ratings=[_rating(rating) for rating in career.ratings],
        actions=[_action(action) for action in career.actions],
        meetings=[_meeting(meeting) for meeting in career.meetings],
        kpi_results=[_kpi_result(result) for result in career.kpi_results],
        track_choices=[_track_choice(choice) for choice in career.track_choices],
    )


def _wish(wish: Wish) -> dict[str, Any]:
    return _record(role=wish.role, stance=str(wish.stance), on=wish.on.isoformat(), note=wish.note)


def _action(action: Action) -> dict[str, Any]:
    step = {"from": _number(action.from_level), "to": _number(action.to_level)}
    return _record(
        id=action.id,
        title=action.title,
        kind=action.kind and str(action.kind),
        skill=action.skill,
        **step,
        made=action.made.isoformat(),
        start=_day(action.start),
        due=_day(action.due),
        hours=_number(action.hours),
        owner=None if action.owner is Owner.EMPLOYEE else str(action.owner),
        state=None if action.state is ActionState.PLANNED else str(action.state),
        finished=_day(action.finished),
        meeting=action.meeting,
        notes=action.notes,
        evidence=action.evidence,
    )


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return _record(
        id=meeting.id,
        on=meeting.on.isoformat(),
        agenda=meeting.agenda,
        items=[_agenda_item(item) for item in meeting.items],
        shared=meeting.shared,
        private=meeting.private,
        closed=_day(meeting.closed),
        next=_day(meeting.next_on),
        agreed=[{"skill": one.skill, "level": _rated(one.level)} for one in meeting.agreed],
        promised=[_promise(promise) for promise in meeting.promised],
        corrections=[{"on": x.on.isoformat(), "text": x.text} for x in meeting.corrections],
        target=meeting.target,
    )


def _agenda_item(item: AgendaItem) -> dict[str, Any]:
    origin = None if item.origin is Origin.TEMPLATE else str(item.origin)
    return _record(text=_text(item.text), done=item.done or None, origin=origin)


def _promise(promise: Promise) -> dict[str, Any]:
    return _record(
        action=promise.action,
        title=promise.title,
        owner=str(promise.owner),
        due=_day(promise.due),
    )


def _kpi_result(result: KpiResult) -> dict[str, Any]:
    return _record(
        role=result.role,
        kpi=result.kpi,
        period=result.period,
        reached=_number(result.reached),
        on=result.on.isoformat(),
        note=result.note,
    )


def _track_choice(choice: TrackChoice) -> dict[str, Any]:
    return _record(
        id=choice.id,
        questionnaire=choice.questionnaire,
        on=choice.on.isoformat(),
        answers=dict(choice.answers),
        note=choice.note,
        shared=choice.is_shared or None,
    )


def _position(position: Position) -> dict[str, Any]:
    return _record(
        role=position.role,
        since=position.since.isoformat(),
        until=_day(position.until),
    )


def _rating(rating: Rating) -> dict[str, Any]:
    return _record(
        skill=rating.skill,
        level=_rated(rating.level),
        by=str(rating.by),
        on=rating.on.isoformat(),
        comment=rating.comment,
        evidence=rating.evidence,
    )


def _rated(level: float | None) -> float | int | str | None:
    return NOT_APPLICABLE if level is None else _number(level)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _record(**values: Any) -> dict[str, Any]:
    """Return the keys that say something."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _text(text: Text) -> Any:
    if text.en == text.zh:
        return text.en
    return _record(en=text.en, zh=text.zh)


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _unless(value: float, default: float) -> float | int | None:
    return None if value == default else _number(value)


def _yaml(document: dict[str, Any]) -> str:
    import yaml

    base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

    class Dumper(base):  # type: ignore[misc]
        """Quotes what would read as something else than text in YAML 1.2."""

    def represent(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        plain = isinstance(resolve(value), str)
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')

    def no_alias(_dumper: yaml.SafeDumper, _value: object) -> bool:
        return True

    Dumper.add_representer(str, represent)
    Dumper.ignore_aliases = no_alias
    said = {key: value for key, value in document.items() if value}
    written: str = yaml.dump(said, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written
