"""Punctuation beside Chinese: the font spaces it by kerning, which whoever shapes no text must do.

`“ ” ‘ ’ · …` are as narrow as in English, and get their full width at a Chinese character.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_OPENING, _CLOSING, _ELLIPSIS, _DOT = "“‘", "”’…·", "…", "·"
_MARKS = frozenset(_OPENING + _CLOSING)
# In ems: what is less is the kerning of letters; and how much higher dots stand beside Chinese.
_LEAST, _RISE = 0.03, 0.31
# How far back stands what makes a closing mark wide, and the words before an opening one.
_REACH, _REACH_OF_SCRIPT = 3, 8
_FIRST_CHINESE = "\u3001"


class Run(NamedTuple):
    """A piece of a line: the gap before it, and how far it is raised, in the units of its size."""

    text: str
    before: float = 0.0
    rise: float = 0.0


def runs_of(text: str, width_of: Callable[[str], float], size: float) -> list[Run]:
    """Return a line as runs between which its wide marks have gaps; the last may be a gap alone.

    `width_of` says how wide a text is with its kerning, `size` units an em.
    """
    if _MARKS.isdisjoint(text):
        return [Run(text)]
    found: list[Run] = []
    start, gap = 0, 0.0
    for place, mark in enumerate(text):
        if mark not in _MARKS:
            continue
        wider = _wider(text, place, width_of)
        if abs(wider) < _LEAST * size:
            continue
        if place > start:
            found.append(Run(text[start:place], gap))
            gap = 0.0
        ahead = wider if mark in _OPENING else wider / 2 if mark == _DOT else 0.0
        found.append(Run(mark, gap + ahead, _RISE * size if mark == _ELLIPSIS else 0.0))
        start, gap = place + 1, wider - ahead
    if start < len(text) or gap:
        found.append(Run(text[start:], gap))
    return found


def _wider(text: str, place: int, width_of: Callable[[str], float]) -> float:
    """Return how much wider than alone a mark is for what stands beside it.

    What stands before it decides too, as a mark belongs to the script of the words before it.
    """
    mark, after = text[place], ""
    if mark in _OPENING:
        before, after = text[max(0, place - _REACH_OF_SCRIPT) : place], text[place + 1 : place + 2]
    else:
        before = text[max(0, place - _REACH) : place]
    if not _has(after or before):
        return 0.0
    alone = width_of(before) + width_of(mark) + width_of(after)
    return width_of(before + mark + after) - alone


def _has(text: str) -> bool:
    return any(letter >= _FIRST_CHINESE for letter in text)
