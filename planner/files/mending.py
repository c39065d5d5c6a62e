"""Reading one document into values, and past every flaw, so that all of them are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from planner.core.text import Message, message
from planner.files.errors import Flaw, Unfit, shown
from planner.files.fields import Field, Form
from planner.files.forms import Document
from planner.files.records import Kept, original, place, record
from planner.files.values import HIGHEST_RANK, LONGEST_ID

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails, SchemaValidator

Path = tuple[str | int, ...]
_MOST_PASSES = 20
_UNKNOWN_KEYS = ("unexpected_keyword_argument", "invalid_key")


@dataclass(frozen=True, slots=True)
class Placed:
    """A flaw with the name of the record it is in."""

    flaw: Flaw
    record: Message


@dataclass(slots=True)
class Mended:
    """A document as far as it can be read, and what was wrong with the rest.

    `raw` holds the plain values that it was read from, `unfit_ids` the ids that are no slugs, by
    top key: a reference to one of them is no error of its own.
    """

    value: Document
    raw: Any
    flaws: list[Placed] = field(default_factory=list)
    unfit_ids: dict[str, set[str]] = field(default_factory=dict)
    is_mended: bool = False

    def add(self, flaw: Flaw) -> None:
        """Add a flaw whose path leads through the document as it was read."""
        self.flaws.append(
            Placed(
                Flaw(path=original(self.raw, flaw.path), message=flaw.message, remedy=flaw.remedy),
                record(self.raw, flaw.path),
            )
        )

    def has_flaw_under(self, key: str) -> bool:
        """Whether what stands under a top key, or the key itself, has a flaw."""
        return any(found.flaw.path[:1] == (key,) for found in self.flaws)

    def has_flaw_at(self, key: str) -> bool:
        """Whether what stands under a top key could not be read at all."""
        return any(found.flaw.path == (key,) for found in self.flaws)

    def with_unfit(self, section: str, key: str) -> set[int]:
        """Return the places in `value` of the section's records whose `key` had to be replaced."""
        unfit = {
            found.flaw.path
            for found in self.flaws
            if found.flaw.path[:1] == (section,) and found.flaw.path[2:] == (key,)
        }
        if not unfit:
            return set()
        places = range(len(self.raw[section]))
        return {at for at in places if original(self.raw, (section, at, key)) in unfit}


def read_document(raw: Any, form: Form, validator: SchemaValidator) -> Mended:
    """Return the document in `raw`, which is changed where it has to be mended."""
    from pydantic_core import ValidationError

    mended = Mended(Document(), raw)
    for _ in range(_MOST_PASSES):
        try:
            mended.value = validator.validate_python(mended.raw)
        except ValidationError as error:
            mended.is_mended = True
            unfit = error.errors(include_url=False)
        else:
            return mended
        if not isinstance(mended.raw, dict):
            said = message("the document is not a mapping")
            remedy = message("Begin it with the keys of a catalogue or with “people:”.")
            mended.flaws.append(
                Placed(Flaw(path=(), message=said, remedy=remedy), message("the document"))
            )
            mended.raw = {}
            continue
        _mend(mended, form, unfit)
    raise AssertionError("an unfit document could not be mended")


def _mend(mended: Mended, form: Form, unfit: list[ErrorDetails]) -> None:
    """Note every flaw first, then put the document right, so that paths stay true."""
    repairs: list[_Place] = []
    for error in unfit:
        found = _place_of(mended.raw, form, error["loc"])
        if not _is_left_out(found, error):
            said, remedy = _wording(found, error)
            mended.add(Flaw(path=found.path, message=said, remedy=remedy))
        repairs.append(found)
        value = found.mapping.get("id") if isinstance(found.mapping, dict) else None
        if found.key == "id" and isinstance(value, str):
            mended.unfit_ids.setdefault(str(found.path[0]), set()).add(value)
    removed: dict[int, tuple[list[Any], set[int]]] = {}
    for found in repairs:
        _repair(found, removed)
    if removed:
        _keep(mended.raw, removed)


@dataclass(slots=True)
class _Place:
    """Where an error lies: the innermost record, its form, the field, and the lists around."""

    path: Path
    form: Form
    mapping: Any
    key: str | int | None
    known: Field | None
    items: list[Any] | None
    index: int


def _place_of(raw: Any, form: Form, location: tuple[str | int, ...]) -> _Place:
    found = _Place(location, form, raw, None, None, None, 0)
    steps = iter(enumerate(location))
    for at, step in steps:
        found.key, found.known = step, found.form.field(step)
        if found.known is None or found.known.form is None or at == len(location) - 1:
            found.path = location[: at + 1] if found.known is None else location
            break
        value = found.mapping[step]
        if found.known.is_list:
            _, index = next(steps)
            found.items, found.index = value, int(index)
            value = value[index]
        found.form, found.mapping, found.key, found.known = found.known.form, value, None, None
    if location and location[-1] == "[key]":
        found.path = location[:-1]
    return found


def _is_left_out(found: _Place, error: ErrorDetails) -> bool:
    """Whether an optional key holds null, which is the same as no key."""
    known = found.known
    return (
        known is not None
        and not known.required
        and isinstance(found.mapping, dict)
        and found.key in found.mapping
        and found.mapping[found.key] is None
        and error["type"] != "missing"
    )


def _repair(found: _Place, removed: dict[int, tuple[list[Any], set[int]]]) -> None:
    if isinstance(found.mapping, dict) and found.key is not None:
        if found.known is None or not found.known.required:
            found.mapping.pop(found.key, None)
            return
        if found.known.stand_in is not None:
            found.mapping[found.known.key] = found.known.stand_in
            return
    if found.items is not None:
        removed.setdefault(id(found.items), (found.items, set()))[1].add(found.index)


def _keep(at: Any, removed: dict[int, tuple[list[Any], set[int]]]) -> None:
    """Put what is kept of each list in its place, however deep it stands; one walk for all."""
    for key, value in at.items() if isinstance(at, dict) else enumerate(at):
        if not isinstance(value, dict | list):
            continue
        inner = value
        if id(value) in removed:
            items, indices = removed[id(value)]
            places = [place(items, index) for index in range(len(items)) if index not in indices]
            kept = [item for index, item in enumerate(items) if index not in indices]
            at[key] = inner = Kept(kept, places)
        _keep(inner, removed)


def _wording(found: _Place, error: ErrorDetails) -> tuple[Message, Message]:
    context: Mapping[str, Any] = error.get("ctx", {})
    raised = context.get("error")
    if isinstance(raised, Unfit):
        said = message("“{key}”: {said}", key=shown(found.key), said=raised.said)
        return said, raised.remedy
    if found.key is None:
        return (
            message("“{value}” stands where a record should", value=shown(error["input"])),
            message("Write the record’s keys with their values."),
        )
    key = shown(found.key)
    if found.known is None or error["type"] in _UNKNOWN_KEYS:
        return _unknown_key(found, key)
    if error["type"] == "missing" and len(found.path) and found.path[-1] == found.key:
        return (
            message("the key “{key}” is missing", key=key),
            message("Add “{key}: …” to the record.", key=key),
        )
    return _value_wording(key, error, context)


def _unknown_key(found: _Place, key: str) -> tuple[Message, Message]:
    keys = [known.key for known in found.form.fields]
    near = get_close_matches(key, keys, 1)
    if near:
        remedy = message("Write “{near}” if that is meant, or remove the key.", near=near[0])
    else:
        remedy = message("Remove it. The keys here are: {keys}.", keys=", ".join(keys))
    return message("the key “{key}” is unknown", key=key), remedy


def _value_wording(
    key: str, error: ErrorDetails, context: Mapping[str, Any]
) -> tuple[Message, Message]:
    value = shown(error["input"])
    kind = error["type"]
    if kind == "string_type":
        return (
            message("“{key}” is {value}, which is not text", key=key, value=value),
            message("Put quotes round it."),
        )
    if kind in ("string_pattern_mismatch", "string_too_long"):
        return (
            message("“{value}” is not an id", value=value),
            message(
                "Use letters a–z, digits and hyphens only, at most {longest}.", longest=LONGEST_ID
            ),
        )
    if kind in ("float_type", "finite_number"):
        return (
            message("“{key}” is {value}, which is not a number", key=key, value=value),
            message("Write a number, without quotes."),
        )
    if kind in ("int_type", "greater_than_equal", "less_than_equal", "greater_than"):
        return _range_wording(key, value, kind, context)
    if kind == "bool_type":
        return (
            message("“{key}” is {value}, neither true nor false", key=key, value=value),
            message("Write true or false, without quotes."),
        )
    if kind in ("enum", "literal_error"):
        expected = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        return (
            message("“{key}” is {value}, which is not one of its words", key=key, value=value),
            message("Write one of: {words}.", words=expected),
        )
    if kind in ("missing", "too_long"):
        return (
            message("“{key}” does not hold two numbers", key=key),
            message("Write the least and the most, such as [3, 5]."),
        )
    if kind == "tuple_type":
        return (
            message("“{key}” is not a list", key=key),
            message("Write a list: each item on its own line behind a hyphen, or all in [ ]."),
        )
    return (
        message("“{key}” is not a mapping", key=key),
        message("Write keys with their values, each as “key: value”."),
    )


def _range_wording(
    key: str, value: str, kind: str, context: Mapping[str, Any]
) -> tuple[Message, Message]:
    if key == "rank":
        return (
            message("“{key}” is {value}, which is not a rank", key=key, value=value),
            message("Write a whole number from 1 to {highest}.", highest=str(HIGHEST_RANK)),
        )
    if kind == "greater_than":
        return (
            message("“{key}” is {value}, which is not positive", key=key, value=value),
            message("Write a number above {bound}.", bound=context["gt"]),
        )
    if kind == "greater_than_equal":
        return (
            message("“{key}” is {value}, which is too small", key=key, value=value),
            message("Write a number of at least {bound}.", bound=context["ge"]),
        )
    return (
        message("“{key}” is {value}, which is too large", key=key, value=value),
        message("Write a number of at most {bound}.", bound=context.get("le", HIGHEST_RANK)),
    )
