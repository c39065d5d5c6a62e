"""The parts that the forms of records are made of: keys, what they hold, and lists of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from planner.core.people import Rating
from planner.files import values

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema, DataclassField


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


def need(key: str, schema: CoreSchema, stand_in: object = None, attribute: str = "") -> Field:
    """Return a key that a record must have; `attribute` is what it is called in the value."""
    return Field(
        key=key, attribute=attribute or key, schema=schema, required=True, stand_in=stand_in
    )


def may(key: str, schema: CoreSchema, attribute: str = "") -> Field:
    """Return a key that a record may leave out."""
    return Field(key=key, attribute=attribute or key, schema=schema, required=False)


def many(key: str, value: type[Any], fields: Sequence[Field], *, counted: bool = False) -> Field:
    """Return a key with a list of records; `counted` ones are numbered on from file to file."""
    form = Form(value, tuple(fields), count() if counted else None)
    return Field(
        key=key,
        attribute=key,
        schema=values.items(form.schema()),
        required=False,
        form=form,
        is_list=True,
    )
