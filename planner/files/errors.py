"""What is wrong in a file, told so that a person can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.core.errors import PlannerError
from planner.core.text import Message, message, message_n

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FileError:
    """One error in one file: its line (from 1, None where no line is meant) and its record."""

    file: str
    line: int | None
    record: Message
    message: Message
    remedy: Message

    @property
    def sentence(self) -> Message:
        """The error in one sentence, the remedy apart."""
        if self.line is None:
            return message(
                "{file}, {record}: {said}.", file=self.file, record=self.record, said=self.message
            )
        return message(
            "{file}, line {line}, {record}: {said}.",
            file=self.file,
            line=str(self.line),
            record=self.record,
            said=self.message,
        )

    @property
    def sentences(self) -> tuple[Message, ...]:
        """The error with its place, then the remedy."""
        return self.sentence, self.remedy


class FileErrors(PlannerError):
    """Files that cannot be read; `errors` holds every error, by file and line."""

    def __init__(self, errors: Sequence[FileError]) -> None:
        self.errors = tuple(errors)
        first, more = self.errors[0], len(self.errors) - 1
        effect = message("Nothing was imported.")
        if more:
            effect = message_n(
                "Nothing was imported. There is {count} more error; “check” lists them all.",
                "Nothing was imported. There are {count} more errors; “check” lists them all.",
                more,
            )
        super().__init__(first.sentence, effect=effect, remedy=first.remedy)


class Unfit(ValueError):
    """A value that does not fit its place in a document."""

    def __init__(self, said: Message, remedy: Message) -> None:
        super().__init__(said.text)
        self.said = said
        self.remedy = remedy


class SyntaxFlaw(Exception):
    """A text that is no well-formed document; `line` counts from 1."""

    def __init__(self, line: int, said: Message, remedy: Message) -> None:
        super().__init__(said.text)
        self.line = line
        self.said = said
        self.remedy = remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What is wrong at one place of a document; `path` leads there by keys and indices."""

    path: tuple[str | int, ...]
    message: Message
    remedy: Message


def shown(value: object) -> str:
    """Return a value from a file in a form that is short and safe to print."""
    if value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    else:
        text = value if isinstance(value, str) else repr(value)
    if len(text) > _LONGEST_SHOWN:
        text = text[: _LONGEST_SHOWN - 1] + "…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )
