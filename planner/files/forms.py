"""The forms of the records in a document: which keys each has, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    AgreedLevel,
    Correction,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
    TrackChoice,
)
from planner.core.keeping.career_edits import MOST_HOURS, MOST_REACHED
from planner.core.model import (
    Agenda,
    Kpi,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    RankName,
    Requirement,
    Role,
    Skill,
    TimeShare,
    Track,
)
from planner.core.people import Position, Rater, Rating, Stance, Wish
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Source, Text
from planner.files import values
from planner.files.fields import Field, Form, many, may, need

if TYPE_CHECKING:
    from datetime import date

    from pydantic_core import SchemaValidator

SKILL_KINDS = ("hard", "soft", "strategic", "digital")
# Stands in for a required word that is unfit, so that the rest of the file is checked as well.
UNFIT = "unfit.0e7c51b2"
UNFIT_LEVEL = -1.2345e-300
LONG_AGO = "0001-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the key `catalogue` holds; the scale, tracks and templates stand beside it."""

    id: str
    version: str
    title: Text
    source: Source = field(default_factory=Source)
    licence: str = ""
    attribution: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """What an item of `people` holds."""

    id: str
    name: str
    catalogue: str
    role: str
    since: date
    positions: tuple[Position, ...] = ()
    industry: str = ""
    target: str | None = None
    hours_a_week: float | None = None
    wishes: tuple[Wish, ...] = ()
    ratings: tuple[Rating, ...] = ()
    actions: tuple[Action, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    kpi_results: tuple[KpiResult, ...] = ()
    track_choices: tuple[TrackChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document, its parts still apart."""

    catalogue: Head | None = None
    scale: tuple[Level, ...] | None = None
    ranks: tuple[RankName, ...] = ()
    tracks: tuple[Track, ...] = ()
    skills: tuple[Skill, ...] = ()
    roles: tuple[Role, ...] = ()
    moves: tuple[Move, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    people: tuple[PersonForm, ...] = ()


def document_validator() -> tuple[Form, SchemaValidator]:
    """Return the form of a document and what reads one; roles, skills and moves are counted on."""
    from pydantic_core import SchemaValidator

    form = _document()
    return form, SchemaValidator(form.schema())


def _document() -> Form:
    head = Form(
        Head,
        (
            need("id", values.identifier(), UNFIT),
            need("version", values.name(), UNFIT),
            need("title", values.title(), UNFIT),
            may("source", values.source()),
            may("licence", values.note()),
            may("attribution", values.text()),
        ),
    )
    return Form(
        Document,
        (
            Field(
                key="catalogue",
                attribute="catalogue",
                schema=head.schema(),
                required=False,
                form=head,
            ),
            many("scale", Level, _level()),
            many("ranks", RankName, (need("rank", values.rank()), _title())),
            many("tracks", Track, (_id(), _title())),
            many("skills", Skill, _skill(), counted=True),
            many("roles", Role, _role(), counted=True),
            many("moves", Move, _move(), counted=True),
            many("agendas", Agenda, _agenda()),
            many("questionnaires", Questionnaire, _questionnaire()),
            many("people", PersonForm, _person()),
        ),
    )


def _id() -> Field:
    return need("id", values.identifier(), UNFIT)


def _title() -> Field:
    return need("name", values.title(), UNFIT)


def _level() -> tuple[Field, ...]:
    return (
        need("level", values.number(at_least=0), attribute="number"),
        _title(),
        may("hours", values.number(at_least=0)),
    )


def _skill() -> tuple[Field, ...]:
    hours = values.number(at_least=0)
    practice = (
        need("kind", values.choice(PracticeKind), "experience"),
        need("text", values.text(empty=False), UNFIT),
        may("to", values.number()),
        may("hours", hours),
    )
    return (
        _id(),
        _title(),
        may("kind", values.word(*SKILL_KINDS)),
        may("portability", values.number(at_least=0, at_most=1)),
        may("source", values.source()),
        may("levels", values.by_level(values.text())),
        may("hours", values.by_level(hours)),
        many("practice", Practice, practice),
    )


def _role() -> tuple[Field, ...]:
    share = values.number(above=0, at_most=100)
    requirement = (
        need("skill", values.reference(), UNFIT),
        need("level", values.number(), UNFIT_LEVEL),
        may("weight", values.number(above=0)),
        may("essential", values.truth()),
        may("source", values.source()),
        may("lower_because", values.remark()),
    )
    kpi = (_id(), _title(), may("weight", share), may("source", values.source()))
    return (
        _id(),
        _title(),
        need("track", values.reference(), UNFIT),
        need("rank", values.rank(), 1),
        may("end", values.truth()),
        may("after", values.items(values.reference())),
        may("source", values.source()),
        may("purpose", values.text()),
        may("responsibilities", values.items(values.text(empty=False))),
        many("time", TimeShare, (need("on", values.title(), UNFIT), need("share", share))),
        many("kpis", Kpi, kpi),
        many("requires", Requirement, requirement),
    )


def _move() -> tuple[Field, ...]:
    return (
        need("from", values.reference(), UNFIT, attribute="from_role"),
        need("to", values.reference(), UNFIT, attribute="to_role"),
        need("kind", values.choice(MoveKind), "promotion"),
        may("years", values.years()),
        may("precondition", values.remark()),
        may("source", values.source()),
    )


def _agenda() -> tuple[Field, ...]:
    return (
        _id(),
        _title(),
        may("items", values.items(values.title())),
        may("source", values.source()),
    )


def _questionnaire() -> tuple[Field, ...]:
    answer = (
        _id(),
        need("text", values.title(), UNFIT),
        may("weights", values.by_name(values.number(at_least=0))),
        may("reason", values.text()),
    )
    question = (
        _id(),
        need("text", values.title(), UNFIT),
        many("answers", Answer, answer),
        may("source", values.source()),
    )
    return (
        _id(),
        need("title", values.title(), UNFIT),
        need("tracks", values.items(values.reference()), (UNFIT, UNFIT)),
        may("intro", values.text()),
        many("questions", Question, question),
        may("source", values.source()),
    )


def _person() -> tuple[Field, ...]:
    position = (
        need("role", values.reference(), UNFIT),
        need("since", values.day(), LONG_AGO),
        may("until", values.day()),
    )
    rating = (
        need("skill", values.reference(), UNFIT),
        need("level", values.rated_level(), values.NOT_APPLICABLE),
        need("by", values.choice(Rater), "self"),
        need("on", values.day(), LONG_AGO),
        may("comment", values.note()),
        may("evidence", values.note()),
    )
    return (
        _id(),
        need("name", values.name(), UNFIT),
        need("catalogue", values.reference(), UNFIT),
        need("role", values.reference(), UNFIT),
        need("since", values.day(), LONG_AGO),
        many("positions", Position, position),
        may("industry", values.line()),
        may("target", values.reference()),
        may("hours_a_week", values.number(above=0, at_most=168)),
        many("wishes", Wish, _wish()),
        many("ratings", Rating, rating),
        many("actions", Action, _action()),
        many("meetings", Meeting, _meeting()),
        many("kpi_results", KpiResult, _kpi_result()),
        many("track_choices", TrackChoice, _track_choice()),
    )


def _wish() -> tuple[Field, ...]:
    return (
        need("role", values.reference(), UNFIT),
        need("stance", values.choice(Stance), "wanted"),
        need("on", values.day(), LONG_AGO),
        may("note", values.note()),
    )


def _action() -> tuple[Field, ...]:
    return (
        _id(),
        need("title", values.name(), UNFIT),
        need("made", values.day(), LONG_AGO),
        may("kind", values.choice(PracticeKind)),
        may("skill", values.reference()),
        may("from", values.number(), attribute="from_level"),
        may("to", values.number(), attribute="to_level"),
        may("start", values.day()),
        may("due", values.day()),
        may("hours", values.number(at_least=0, at_most=MOST_HOURS)),
        may("owner", values.choice(Owner)),
        may("state", values.choice(ActionState)),
        may("finished", values.day()),
        may("meeting", values.reference()),
        may("notes", values.note()),
        may("evidence", values.note()),
    )


def _meeting() -> tuple[Field, ...]:
    item = (
        need("text", values.title(), UNFIT),
        may("done", values.truth()),
        may("origin", values.choice(Origin)),
    )
    agreed = (
        need("skill", values.reference(), UNFIT),
        need("level", values.rated_level(), values.NOT_APPLICABLE),
    )
    promise = (
        need("action", values.reference(), UNFIT),
        need("title", values.name(), UNFIT),
        need("owner", values.choice(Owner), "employee"),
        may("due", values.day()),
    )
    correction = (
        need("on", values.day(), LONG_AGO),
        need("text", values.note(), UNFIT),
    )
    return (
        _id(),
        need("on", values.day(), LONG_AGO),
        may("agenda", values.reference()),
        many("items", AgendaItem, item),
        may("shared", values.note()),
        may("private", values.note()),
        may("closed", values.day()),
        may("next", values.day(), attribute="next_on"),
        many("agreed", AgreedLevel, agreed),
        many("promised", Promise, promise),
        many("corrections", Correction, correction),
        may("target", values.reference()),
    )


def _kpi_result() -> tuple[Field, ...]:
    return (
        need("role", values.reference(), UNFIT),
        need("kpi", values.identifier(), UNFIT),
        need("period", values.period()),
        need("reached", values.number(at_least=0, at_most=MOST_REACHED), 0.0),
        need("on", values.day(), LONG_AGO),
        may("note", values.note()),
    )


def _track_choice() -> tuple[Field, ...]:
    return (
        _id(),
        need("questionnaire", values.identifier(), UNFIT),
        need("on", values.day(), LONG_AGO),
        may("answers", values.by_name(values.identifier())),
        may("note", values.note()),
        may("shared", values.truth(), attribute="is_shared"),
    )
