"""The forms of the records in a document: which keys each has, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from planner.core.model import (
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
from planner.core.people import Position, Rater, Rating
from planner.core.text import Source, Text
from planner.files import values

if TYPE_CHECKING:
    from datetime import date

    from pydantic_core import SchemaValidator
    from pydantic_core.core_schema import CoreSchema, DataclassField

SKILL_KINDS = ("hard", "soft", "strategic", "digital")
# Stands in for a required word that is unfit, so that the rest of the file is checked as well.
UNFIT = "unfit.0e7c51b2"
UNFIT_LEVEL = -1.2345e-300
LONG_AGO = "0001-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the key `catalogue` holds; the scale, ranks and tracks stand beside it."""

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
    ratings: tuple[Rating, ...] = ()


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
    people: tuple[PersonForm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key of a record.

    `stand_in` takes the place of an unfit required value; without one the whole record is left
    out of the further checks. `form` is the form of the record, or records, that it holds.
    """

    key: str
    attribute: str
    schema: CoreSchema
    required: bool
    stand_in: object = None
    form: Form | None = None
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """The keys of one sort of record, and the value that it is read into."""

    value: type[Any]
    fields: tuple[Field, ...]
    counter: Iterator[int] | None = None

    def field(self, key: object) -> Field | None:
        """Return the field of a key, if there is such a key."""
        return next((known for known in self.fields if known.key == key), None)

    def schema(self) -> CoreSchema:
        """Return the schema that reads a mapping into the value."""
        from pydantic_core import core_schema

        fields = [self._schema_of(known) for known in self.fields]
        if self.counter is not None:
            order = core_schema.with_default_schema(
                core_schema.int_schema(), default_factory=self.counter.__next__
            )
            fields.append(
                core_schema.dataclass_field(name="order", schema=order, init=False, kw_only=True)
            )
        if self.value is Rating:
            entry = core_schema.with_default_schema(core_schema.int_schema(), default=0)
            fields.append(
                core_schema.dataclass_field(name="entry", schema=entry, init=False, kw_only=True)
            )
        return core_schema.dataclass_schema(
            self.value,
            core_schema.dataclass_args_schema(self.value.__name__, fields),
            [known["name"] for known in fields],
            slots=True,
            config={"extra_fields_behavior": "forbid"},
        )

    def _schema_of(self, known: Field) -> DataclassField:
        from pydantic_core import core_schema

        schema = known.schema
        if not known.required:
            default = self.value.__dataclass_fields__[known.attribute]
            if callable(default.default_factory):
                schema = core_schema.with_default_schema(
                    schema, default_factory=default.default_factory
                )
            else:
                schema = core_schema.with_default_schema(schema, default=default.default)
        return core_schema.dataclass_field(
            name=known.attribute, schema=schema, kw_only=True, validation_alias=known.key
        )


def document_validator() -> tuple[Form, SchemaValidator]:
    """Return the form of a document and what reads one; roles, skills and moves are counted on."""
    from pydantic_core import SchemaValidator

    form = _document()
    return form, SchemaValidator(form.schema())


def _need(key: str, schema: CoreSchema, stand_in: object = None, attribute: str = "") -> Field:
    return Field(
        key=key, attribute=attribute or key, schema=schema, required=True, stand_in=stand_in
    )


def _may(key: str, schema: CoreSchema) -> Field:
    return Field(key=key, attribute=key, schema=schema, required=False)


def _many(key: str, value: type[Any], fields: Sequence[Field], *, counted: bool = False) -> Field:
    form = Form(value, tuple(fields), count() if counted else None)
    return Field(
        key=key,
        attribute=key,
        schema=values.items(form.schema()),
        required=False,
        form=form,
        is_list=True,
    )


def _document() -> Form:
    head = Form(
        Head,
        (
            _need("id", values.identifier(), UNFIT),
            _need("version", values.name(), UNFIT),
            _need("title", values.title(), UNFIT),
            _may("source", values.source()),
            _may("licence", values.line(values.LONGEST_TEXT)),
            _may("attribution", values.text()),
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
            _many("scale", Level, _level()),
            _many("ranks", RankName, (_need("rank", values.rank()), _title())),
            _many("tracks", Track, (_id(), _title())),
            _many("skills", Skill, _skill(), counted=True),
            _many("roles", Role, _role(), counted=True),
            _many("moves", Move, _move(), counted=True),
            _many("people", PersonForm, _person()),
        ),
    )


def _id() -> Field:
    return _need("id", values.identifier(), UNFIT)


def _title() -> Field:
    return _need("name", values.title(), UNFIT)


def _level() -> tuple[Field, ...]:
    return (
        _need("level", values.number(at_least=0), attribute="number"),
        _title(),
        _may("hours", values.number(at_least=0)),
    )


def _skill() -> tuple[Field, ...]:
    hours = values.number(at_least=0)
    practice = (
        _need("kind", values.choice(PracticeKind)),
        _need("text", values.text(empty=False), UNFIT),
        _may("to", values.number()),
        _may("hours", hours),
    )
    return (
        _id(),
        _title(),
        _may("kind", values.word(*SKILL_KINDS)),
        _may("portability", values.number(at_least=0, at_most=1)),
        _may("source", values.source()),
        _may("levels", values.by_level(values.text())),
        _may("hours", values.by_level(hours)),
        _many("practice", Practice, practice),
    )


def _role() -> tuple[Field, ...]:
    share = values.number(above=0, at_most=100)
    requirement = (
        _need("skill", values.reference(), UNFIT),
        _need("level", values.number(), UNFIT_LEVEL),
        _may("weight", values.number(above=0)),
        _may("essential", values.truth()),
        _may("source", values.source()),
        _may("lower_because", values.remark()),
    )
    kpi = (_id(), _title(), _may("weight", share), _may("source", values.source()))
    return (
        _id(),
        _title(),
        _need("track", values.reference(), UNFIT),
        _need("rank", values.rank(), 1),
        _may("end", values.truth()),
        _may("after", values.items(values.reference())),
        _may("source", values.source()),
        _may("purpose", values.text()),
        _may("responsibilities", values.items(values.text(empty=False))),
        _many("time", TimeShare, (_need("on", values.title(), UNFIT), _need("share", share))),
        _many("kpis", Kpi, kpi),
        _many("requires", Requirement, requirement),
    )


def _move() -> tuple[Field, ...]:
    return (
        _need("from", values.reference(), UNFIT, attribute="from_role"),
        _need("to", values.reference(), UNFIT, attribute="to_role"),
        _need("kind", values.choice(MoveKind)),
        _may("years", values.years()),
        _may("precondition", values.remark()),
        _may("source", values.source()),
    )


def _person() -> tuple[Field, ...]:
    position = (
        _need("role", values.reference(), UNFIT),
        _need("since", values.day(), LONG_AGO),
        _may("until", values.day()),
    )
    rating = (
        _need("skill", values.reference(), UNFIT),
        _need("level", values.rated_level(), values.NOT_APPLICABLE),
        _need("by", values.choice(Rater), "self"),
        _need("on", values.day(), LONG_AGO),
        _may("comment", values.line(values.LONGEST_TEXT)),
        _may("evidence", values.line(values.LONGEST_TEXT)),
    )
    return (
        _id(),
        _need("name", values.name(), UNFIT),
        _need("catalogue", values.reference(), UNFIT),
        _need("role", values.reference(), UNFIT),
        _need("since", values.day(), LONG_AGO),
        _many("positions", Position, position),
        _may("industry", values.line()),
        _may("target", values.reference()),
        _may("hours_a_week", values.number(above=0, at_most=168)),
        _many("ratings", Rating, rating),
    )
