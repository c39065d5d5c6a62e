"""Careers whose own words are put into one language, for a sample that speaks both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from planner.core.career import Career
from planner.core.text import Language, Text, same_text

# The fields of a career that hold what somebody wrote; names stay as they are, and so do ids.
_WRITTEN = frozenset(
    ("industry", "note", "notes", "comment", "evidence", "title", "text", "shared", "private")
)


def in_language(
    careers: Sequence[Career], pairs: Iterable[Text], language: Language
) -> tuple[Career, ...]:
    """Return careers with each of their own words in `language`, where `pairs` know it.

    A pair is found by either of its two; points of agendas that have both languages keep them.
    """
    said = {
        words: pair.in_language(language) for pair in pairs for words in (pair.en, pair.zh) if words
    }
    return tuple(_worded(career, said) for career in careers)


def _worded(value: Any, said: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_worded(part, said) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {
        field.name: (_said if field.name in _WRITTEN else _worded)(getattr(value, field.name), said)
        for field in fields(value)
    }
    return replace(value, **parts)


def _said(words: Any, said: Mapping[str, str]) -> Any:
    if isinstance(words, Text):
        is_own = words.en == words.zh and words.en in said
        return same_text(said[words.en]) if is_own else words
    return said.get(words, words)
