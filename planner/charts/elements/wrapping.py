"""Breaking a name into lines that fit: at spaces, between Chinese characters, else anywhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from unicodedata import east_asian_width

# What may not begin a line in Chinese typesetting, and what may not end one.
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〉…—·”’％%,.;:?!)]}→")
_NEVER_LAST = frozenset("（《「『【〈“‘([{")
# A Chinese day, month or part of a year, which no line break goes through.
_DAY = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第\d季度|[上下]半年)?")

_BALANCING_STEPS = 6


def wrapped(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return the lines of `text`, each at most `width` wide where a single letter allows it."""
    flat = " ".join(text.split())
    ends = list(accumulate(len(piece) for piece in _pieces(text)))
    lines: list[str] = []

    def fits(begin: int, first: int, count: int) -> bool:
        return width_of(flat[begin : ends[first + count - 1]].rstrip()) <= width

    start = place = 0
    while place < len(ends):
        fitting = _most_that_fit(partial(fits, start, place), len(ends) - place)
        piece = flat[start : ends[place]].rstrip()
        if fitting or len(piece) <= 1:
            place += max(1, fitting)
            lines.append(flat[start : ends[place - 1]].rstrip())
            start = ends[place - 1]
        else:
            head = _longest_head(piece, width, width_of)
            lines.append(piece[:head])
            start += head
    return tuple(lines) or ("",)


def balanced(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return as few lines as `wrapped` needs, of about the same length.

    A word is broken only where it is wider than `width` by itself.
    """
    lines = wrapped(text, width, width_of)
    if len(lines) == 1 or widest_piece(text, width_of) > width:
        return lines
    low, high = width / len(lines) / 2, width
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        narrower = wrapped(text, middle, width_of)
        if len(narrower) > len(lines) or _breaks_a_word(narrower, text):
            low = middle
        else:
            high, lines = middle, narrower
    return lines


def cut(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return at most so many lines, the last of them ending in dots where others follow."""
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], lines[most - 1].rstrip()[:-2] + "…")


def widest_piece(text: str, width_of: Callable[[str], float]) -> float:
    """Return the width of the widest part that a line break should not go through."""
    return max((width_of(piece.rstrip()) for piece in _pieces(text)), default=0.0)


def _breaks_a_word(lines: tuple[str, ...], text: str) -> bool:
    kept = {piece.strip() for piece in _pieces(text)}
    return any(piece.strip() not in kept for line in lines for piece in _pieces(line))


def _longest_head(word: str, width: float, width_of: Callable[[str], float]) -> int:
    """Return how many letters of an overlong word fit, up to a hyphen or slash if there is one.

    At least one, and not all of them.
    """
    head = _most_that_fit(lambda count: width_of(word[:count]) <= width, len(word) - 1)
    head = max(1, head)
    joint = max(word.rfind("-", 0, head), word.rfind("/", 0, head)) + 1
    return joint or head


def _most_that_fit(fits: Callable[[int], bool], most: int) -> int:
    """Return the largest count up to `most` that fits; what is smaller than a fitting one fits."""
    # By doubling first: nothing much longer than a line is ever measured.
    high = 1
    while high < most and fits(high):
        high *= 2
    low = high // 2
    return low + bisect_left(range(low + 1, min(high, most) + 1), True, key=lambda n: not fits(n))


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts between which a line may break; spaces stay at the end of a part."""
    flat, piece = " ".join(text.split()), ""
    days = {at for day in _DAY.finditer(flat) for at in range(day.start() + 1, day.end())}
    for at, letter in enumerate(flat):
        # Levels such as 2 → 3 stay together; between names a line may end in the arrow.
        is_level = letter.isdigit() and piece.endswith("→ ")
        if piece and _may_break(piece[-1], letter) and not is_level and at not in days:
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before == " " or _is_wide(before) or _is_wide(after)


def _is_wide(letter: str) -> bool:
    return east_asian_width(letter) in "WF"
