"""Texts for people: bilingual catalogue texts, messages still to be worded, and sources."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

Language = Literal["en", "zh_CN"]
LANGUAGES: tuple[Language, ...] = ("en", "zh_CN")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the catalogue in English and Simplified Chinese; a missing one is empty."""

    en: str = ""
    zh: str = ""

    def in_language(self, language: Language) -> str:
        """Return the text in `language`, else in the other one."""
        return (self.zh or self.en) if language == "zh_CN" else (self.en or self.zh)

    @property
    def is_complete(self) -> bool:
        """Whether both languages are there."""
        return bool(self.en and self.zh)


def same_text(text: str) -> Text:
    """Return a text that reads the same in both languages."""
    return Text(en=text, zh=text)


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the program, named by its English form and worded at the edge.

    `arguments` fill the `{names}` in it; they may be strings, numbers, dates, `Text` or `Message`.
    Where `plural` is set, `count` chooses between the two forms and fills `{count}`.
    """

    text: str
    arguments: tuple[tuple[str, object], ...] = ()
    plural: str = ""
    count: int = 0


def message(text: str, /, **arguments: object) -> Message:
    """Return a message; `text` is extracted for translation."""
    return Message(text, tuple(arguments.items()))


def message_n(text: str, plural: str, count: int, /, **arguments: object) -> Message:
    """Return a message whose form depends on `count`; both forms are extracted."""
    return Message(text, tuple(arguments.items()), plural, count)


class Texts(Protocol):
    """How one language words the program's messages, dates and numbers."""

    @property
    def language(self) -> Language:
        """The language of every text returned."""
        ...

    def tr(self, text: str, /, **arguments: object) -> str:
        """Return the translation of a literal English `text` with its `{names}` filled."""
        ...

    def ntr(self, text: str, plural: str, count: int, /, **arguments: object) -> str:
        """Return the form of `text` for `count`, which also fills `{count}`."""
        ...

    def word(self, said: Message) -> str:
        """Return a message in words."""
        ...

    def pick(self, text: Text) -> str:
        """Return a catalogue text in this language, else in the other one."""
        ...

    def date(self, day: datetime.date) -> str:
        """Return a day, such as `1 Aug 2024`."""
        ...

    def month(self, day: datetime.date) -> str:
        """Return the month of a day, such as `Aug 2024`."""
        ...

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most `digits` decimals, without trailing zeros."""
        ...

    def percent(self, fraction: float) -> str:
        """Return a fraction as a whole percentage, such as `69 %`."""
        ...

    def duration(self, days: int) -> str:
        """Return a time span in years and months, such as `2 y 3 m`."""
        ...

    def sort_key(self, text: str) -> object:
        """Return a key that sorts names as readers of this language expect."""
        ...


def in_line(sentences: Iterable[Message | str], texts: Texts) -> str:
    """Return sentences one after the other, with the space between them that a language sets.

    What was worded to stand alone, without a full stop, gets one before the next.
    """
    line = ""
    for one in sentences:
        said = one if isinstance(one, str) else texts.word(one)
        if line and said:
            stop = texts.tr(".") if line[-1].isalnum() else ""
            line = texts.tr("{first} {second}", first=line + stop, second=said)
        else:
            line += said
    return line


_ARTICLE = re.compile(r"article\s*§\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from: `article §N`, `editorial` or other words; empty if unsaid."""

    text: str = ""

    @property
    def section(self) -> int | None:
        """The section of the article that it cites alone, if it does."""
        found = _ARTICLE.fullmatch(self.text.strip())
        return int(found[1]) if found else None

    @property
    def is_article(self) -> bool:
        """Whether the article itself says it."""
        return self.section is not None

    @property
    def is_editorial(self) -> bool:
        """Whether the catalogue's makers added it."""
        return self.text.strip().startswith("editorial")
