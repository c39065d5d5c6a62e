"""The own words in careers, found by their fields, so that a field that is new is found, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from planner.core.text import Text

HAN = re.compile("[\u3400-\u9fff]")
# The strings of a career that name something and so speak no language. Whoever adds a field to a
# career adds it here, or its words to resources/sample/texts.yaml.
NAMES = frozenset(
    {
        *("Person.id", "Person.name", "Person.catalogue", "Person.role", "Person.target"),
        *("Position.role", "Wish.role", "Wish.stance", "Rating.skill", "Rating.by"),
        *("Action.id", "Action.kind", "Action.skill", "Action.owner", "Action.state"),
        *("Action.meeting", "Meeting.id", "Meeting.agenda", "Meeting.target"),
        *("AgendaItem.origin", "AgreedLevel.skill", "Promise.action", "Promise.owner"),
        *("KpiResult.role", "KpiResult.kpi", "KpiResult.period"),
        *("TrackChoice.id", "TrackChoice.questionnaire", "TrackChoice.answers"),
    }
)


def own_words(value: Any) -> Iterator[str | Text]:
    """Yield everything in a career that somebody wrote, the points of agendas as `Text`."""
    if isinstance(value, tuple):
        for part in value:
            yield from own_words(part)
    elif isinstance(value, Text) or (isinstance(value, str) and value):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if f"{type(value).__name__}.{field.name}" not in NAMES:
                yield from own_words(getattr(value, field.name))


def without_words(value: Any) -> Any:
    """Return a career with each of its own words as an empty one."""
    if isinstance(value, tuple):
        return tuple(without_words(part) for part in value)
    if isinstance(value, Text):
        return Text()
    if isinstance(value, str):
        return ""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {
        field.name: without_words(getattr(value, field.name))
        for field in fields(value)
        if f"{type(value).__name__}.{field.name}" not in NAMES
    }
    return replace(value, **parts)
