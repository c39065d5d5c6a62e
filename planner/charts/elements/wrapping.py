"""Breaking a name into lines that fit: at spaces, between Chinese characters, else anywhere.

A no-break space joins what stands on a line together, as far as there is room for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import accumulate
from unicodedata import east_asian_width

# What may not begin a line in Chinese typesetting, and what may not end one.
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〉…—·”’％%,.;:?!)]}→")
_NEVER_LAST = frozenset("（《「『【〈“‘([{")
# It stays with the Latin name before it, which would else stand apart from what is said of it.
_POSSESSIVE = "的"
# A Chinese day, month or part of a year, which no line break goes through.
_DAY = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第\d季度|[上下]半年)?")

NO_BREAK = "\u00a0"
_SPACES = re.compile(rf"[^\S{NO_BREAK}]+")

_BALANCING_STEPS = 6
# No letter before it is as wide as a Chinese character.
_FIRST_WIDE = chr(0x1100)


def wrapped(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return the lines of `text`, each at most `width` wide where a single letter allows it."""
    flat, ends = _flat(text), _ends(text)
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
    return tuple(line.replace(NO_BREAK, " ").strip() for line in lines) or ("",)


def balanced(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return as few lines as `wrapped` needs, of about the same length.

    A word is broken only where it is wider than `width` by itself.
    """
    lines = wrapped(text, width, width_of)
    widest = widest_piece(text, width_of) if len(lines) > 1 else 0.0
    if len(lines) == 1 or widest > width:
        return lines
    low, high = max(width / len(lines) / 2, widest), width
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        narrower = wrapped(text, middle, width_of)
        if len(narrower) > len(lines):
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


def _longest_head(word: str, width: float, width_of: Callable[[str], float]) -> int:
    """Return how many letters of an overlong word fit, up to a hyphen or slash if there is one.

    At least one, and not all of them.
    """
    head = _most_that_fit(lambda count: width_of(word[:count]) <= width, len(word) - 1)
    head = max(1, head)
    joint = max(word.rfind(each, 0, head) for each in ("-", "/", NO_BREAK)) + 1
    return joint or head


def _most_that_fit(fits: Callable[[int], bool], most: int) -> int:
    """Return the largest count up to `most` that fits; what is smaller than a fitting one fits."""
    # By doubling first: nothing much longer than a line is ever measured.
    high = 1
    while high < most and fits(high):
        high *= 2
    low = high // 2
    return low + bisect_left(range(low + 1, min(high, most) + 1), True, key=lambda n: not fits(n))


@lru_cache(maxsize=4096)
def _ends(text: str) -> tuple[int, ...]:
    """Return where a line may end; names are tried in one width after another."""
    return tuple(accumulate(len(piece) for piece in _pieces(text)))


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts between which a line may break; spaces stay at the end of a part."""
    flat, piece = _flat(text), ""
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


def _flat(text: str) -> str:
    """Return a text with single spaces."""
    if NO_BREAK not in text:
        return " ".join(text.split())
    return " ".join(filter(None, _SPACES.split(text.strip())))


def _may_break(before: str, after: str) -> bool:
    if before != " " and before < _FIRST_WIDE and after < _FIRST_WIDE:
        return False
    if NO_BREAK in (before, after):
        return False
    if after == " " or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if after == _POSSESSIVE and not _is_wide(before):
        return False
    return before == " " or _is_wide(before) or _is_wide(after)


def _is_wide(letter: str) -> bool:
    return east_asian_width(letter) in "WF"
