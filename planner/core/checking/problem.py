"""A problem of a catalogue, and the record that it is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.core.edits import Key
from planner.core.text import Message, Text, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend: `key` names the record, `record` names it in words."""

    key: Key
    record: Message
    message: Message
    remedy: Message

    @property
    def sentences(self) -> tuple[Message, ...]:
        """The problem with its record, then the remedy."""
        return message("{record}: {said}.", record=self.record, said=self.message), self.remedy


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """A record that problems are told of, and its name in words."""

    key: Key
    name: Message

    def problem(self, said: Message, remedy: Message) -> Problem:
        """Return a problem of the record."""
        return Problem(key=self.key, record=self.name, message=said, remedy=remedy)

    def without_source(self) -> Problem:
        """Return the problem that nobody says where the record comes from."""
        return self.problem(
            message("the source is missing"),
            message("Add “source”: article §N, editorial, or where else it comes from."),
        )

    def without_language(self, texts: Iterable[tuple[str, Text | None]]) -> Iterator[Problem]:
        """Yield a problem for each language in which some of the named texts are missing."""
        said = [(where, text) for where, text in texts if text and (text.en or text.zh)]
        remedy = message("Add the text in this language, or write one plain text for both.")
        english = dict.fromkeys(where for where, text in said if not text.en)
        if english:
            missing = message("the English text is missing in: {keys}", keys=", ".join(english))
            yield self.problem(missing, remedy)
        chinese = dict.fromkeys(where for where, text in said if not text.zh)
        if chinese:
            missing = message("the Chinese text is missing in: {keys}", keys=", ".join(chinese))
            yield self.problem(missing, remedy)
