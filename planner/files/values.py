"""The sorts of value that documents hold, as schemas that check and convert them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from planner.core.career import period_start
from planner.core.keeping.career_edits import LONGEST_TITLE
from planner.core.keeping.plain_text import LONGEST_NOTE, one_line
from planner.core.keeping.plain_text import UNPRINTABLE as _UNPRINTABLE
from planner.core.text import Source, Text, message
from planner.files.errors import Unfit, shown

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema

LONGEST_ID = 100
LONGEST_NAME = LONGEST_TITLE
LONGEST_TEXT = LONGEST_NOTE
LARGEST = 1e9
HIGHEST_RANK = 9999
SLUG = r"^[A-Za-z0-9]+(?:(?:[_-]+|\.)[A-Za-z0-9]+)*$"
NOT_APPLICABLE = "n/a"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TEXT_KEYS = frozenset(("en", "zh"))


def checked(value: object, longest: int, *, in_one_line: bool = False) -> str:
    """Return `value` if it is a string that can be shown and kept; raise Unfit otherwise.

    `in_one_line` with blanks for the breaks and tabs in it, as the window takes a name.
    """
    if not isinstance(value, str):
        raise Unfit(
            message("“{value}” is not text", value=shown(value)),
            message("Put quotes round it."),
        )
    if len(value) > longest:
        raise Unfit(
            message(
                "the text is {length} characters long; {longest} are allowed",
                length=len(value),
                longest=longest,
            ),
            message("Shorten it."),
        )
    if in_one_line:
        value = one_line(value)
    if _UNPRINTABLE.search(value):
        raise Unfit(
            message("“{value}” holds a control character", value=shown(value)),
            message("Remove the character."),
        )
    return value


def printable(value: Any) -> Any:
    """Return plain data without the characters that `checked` refuses; lines end in a line feed."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, list):
        return [printable(part) for part in value]
    if isinstance(value, dict):
        return {key: printable(part) for key, part in value.items()}
    return value


def note() -> CoreSchema:
    """Return the schema of a plain string of any number of lines, which may be empty."""
    return _converted(lambda value: checked(value, LONGEST_TEXT))


def line() -> CoreSchema:
    """Return the schema of a plain string of one line, which may be empty."""
    return _converted(lambda value: checked(value, LONGEST_NAME, in_one_line=True))


def name() -> CoreSchema:
    """Return the schema of a plain string of one line that says something."""
    return _converted(lambda value: _not_empty(checked(value, LONGEST_NAME, in_one_line=True)))


def text(
    longest: int = LONGEST_TEXT, *, empty: bool = True, in_one_line: bool = False
) -> CoreSchema:
    """Return the schema of a text in one or two languages."""

    def convert(value: object) -> Text:
        if isinstance(value, str):
            both = checked(value, longest, in_one_line=in_one_line)
            found = Text(en=both, zh=both)
        elif isinstance(value, dict):
            unknown = [key for key in value if key not in _TEXT_KEYS]
            if unknown or not value:
                raise Unfit(
                    message("a text knows only the languages “en” and “zh”"),
                    message("Write it as {{en: …, zh: …}}, or as one plain text for both."),
                )
            said = {
                key: checked(part, longest, in_one_line=in_one_line)
                for key, part in value.items()
                if part is not None
            }
            found = Text(**said)
        else:
            raise Unfit(
                message("“{value}” is not a text", value=shown(value)),
                message("Write it as {{en: …, zh: …}}, or as one plain text for both."),
            )
        if not empty:
            _not_empty(found.en or found.zh)
        return found

    return _converted(convert)


def remark() -> CoreSchema:
    """Return the schema of a text in one or two languages; an empty one is read as None."""
    from pydantic_core import core_schema

    def convert(said: Text) -> Text | None:
        return said if said.en or said.zh else None

    return core_schema.no_info_after_validator_function(convert, text())


def title() -> CoreSchema:
    """Return the schema of a name in one or two languages."""
    return text(LONGEST_NAME, empty=False, in_one_line=True)


def _not_empty(value: str) -> str:
    if not value.strip():
        raise Unfit(
            message("the text is empty"), message("Write something, in one language at least.")
        )
    return value


class _Sources(dict[str, Source]):
    """Each source once: thousands of statements cite the same few."""

    def __missing__(self, cited: str) -> Source:
        found = self[cited] = Source(checked(cited, LONGEST_TEXT))
        return found


def source() -> CoreSchema:
    """Return the schema of a source."""
    from pydantic_core import core_schema

    return core_schema.no_info_after_validator_function(_Sources().__getitem__, reference())


def identifier() -> CoreSchema:
    """Return the schema of an id: a slug."""
    from pydantic_core import core_schema

    return core_schema.str_schema(strict=True, pattern=SLUG, max_length=LONGEST_ID)


def reference() -> CoreSchema:
    """Return the schema of a string that is looked up, and so needs no check of its own."""
    from pydantic_core import core_schema

    return core_schema.str_schema(strict=True)


def number(
    *, at_least: float | None = None, above: float | None = None, at_most: float = LARGEST
) -> CoreSchema:
    """Return the schema of a finite number; true and false are none."""
    from pydantic_core import core_schema

    return core_schema.float_schema(
        strict=True, allow_inf_nan=False, ge=at_least, gt=above, le=at_most
    )


def rank() -> CoreSchema:
    """Return the schema of a rank."""
    from pydantic_core import core_schema

    return core_schema.int_schema(strict=True, ge=1, le=HIGHEST_RANK)


def truth() -> CoreSchema:
    """Return the schema of true and false."""
    from pydantic_core import core_schema

    return core_schema.bool_schema(strict=True)


def choice(kinds: type[StrEnum]) -> CoreSchema:
    """Return the schema of one of the words of an enumeration."""
    from pydantic_core import core_schema

    return core_schema.enum_schema(kinds, list(kinds), sub_type="str")


def word(*words: str) -> CoreSchema:
    """Return the schema of one of some words."""
    from pydantic_core import core_schema

    return core_schema.literal_schema(list(words))


def items(of: CoreSchema) -> CoreSchema:
    """Return the schema of a list, read as a tuple."""
    from pydantic_core import core_schema

    return core_schema.tuple_variable_schema(of)


def years() -> CoreSchema:
    """Return the schema of the least and the most usual years."""
    from pydantic_core import core_schema

    def convert(pair: tuple[float, float]) -> tuple[float, float]:
        if pair[0] > pair[1]:
            raise Unfit(
                message("the usual years fall from {low} to {high}", low=pair[0], high=pair[1]),
                message("Write the smaller number first."),
            )
        return pair

    bound = number(at_least=0)
    return core_schema.no_info_after_validator_function(
        convert, core_schema.tuple_schema([bound, bound])
    )


def day() -> CoreSchema:
    """Return the schema of a day."""

    def convert(value: object) -> date:
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise Unfit(
            message("“{value}” is not a day", value=shown(value)),
            message("Write the day as year-month-day, such as 2024-08-01."),
        )

    return _converted(convert)


def period() -> CoreSchema:
    """Return the schema of a year, half, quarter or month."""

    def convert(value: object) -> str:
        if isinstance(value, str) and period_start(value) is not None:
            return value
        raise Unfit(
            message("“{value}” is not a period", value=shown(value)),
            message(
                'Write a year, half, quarter or month in quotes: "2026", "2026-H1",'
                ' "2026-Q3" or "2026-09".'
            ),
        )

    return _converted(convert)


def rated_level() -> CoreSchema:
    """Return the schema of a rating's level: a number, or `n/a` read as None."""
    from pydantic_core import core_schema

    def convert(value: object) -> float | None:
        if value == NOT_APPLICABLE:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
            return float(value)
        raise Unfit(
            message("“{value}” is neither a level nor “n/a”", value=shown(value)),
            message("Write a number of the catalogue’s scale, or n/a."),
        )

    return core_schema.no_info_plain_validator_function(convert)


def by_level(of: CoreSchema) -> CoreSchema:
    """Return the schema of a mapping from levels to values, read as pairs that rise."""
    from pydantic_core import core_schema

    def level(key: object) -> float:
        if isinstance(key, str):
            # JSON has no other keys than strings.
            try:
                key = float(key)
            except ValueError:
                key = None
        if isinstance(key, int | float) and not isinstance(key, bool) and abs(key) <= LARGEST:
            return float(key)
        raise Unfit(
            message("a key here is not a level"),
            message("Use the levels’ numbers as keys."),
        )

    def convert(
        value: object, check: Callable[[object], Mapping[float, Any]]
    ) -> tuple[tuple[float, Any], ...]:
        found = check(value)
        if isinstance(value, dict) and len(found) != len(value):
            raise Unfit(
                message("a level stands twice here"),
                message("Keep one of the two."),
            )
        return tuple(sorted(found.items(), key=lambda pair: pair[0]))

    return core_schema.no_info_wrap_validator_function(
        convert,
        core_schema.dict_schema(core_schema.no_info_plain_validator_function(level), of),
    )


def by_name(of: CoreSchema) -> CoreSchema:
    """Return the schema of a mapping from ids to values, read as pairs in the file's order."""
    from pydantic_core import core_schema

    def convert(found: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
        return tuple(found.items())

    return core_schema.no_info_after_validator_function(
        convert, core_schema.dict_schema(reference(), of)
    )


def _converted(convert: Callable[[object], object]) -> CoreSchema:
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(convert)
