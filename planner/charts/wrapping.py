"""Breaking a name into lines that fit: at spaces, between Chinese characters, else anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import east_asian_width

# What may not begin a line in Chinese typesetting, and what may not end one.
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〉…—·”’％%,.;:?!)]}")
_NEVER_LAST = frozenset("（《「『【〈“‘([{")

_BALANCING_STEPS = 6


def wrapped(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return the lines of `text`, each at most `width` wide where a single letter allows it."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        longer = line + piece
        if not line.strip() or width_of(longer.rstrip()) <= width:
            line = longer
        else:
            lines.append(line.rstrip())
            line = piece.lstrip()
        while width_of(line.rstrip()) > width and len(line.rstrip()) > 1:
            head = _longest_head(line, width, width_of)
            lines.append(line[:head])
            line = line[head:]
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return tuple(lines)


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


def widest_piece(text: str, width_of: Callable[[str], float]) -> float:
    """Return the width of the widest part that a line break should not go through."""
    return max((width_of(piece.rstrip()) for piece in _pieces(text)), default=0.0)


def _breaks_a_word(lines: tuple[str, ...], text: str) -> bool:
    kept = {piece.strip() for piece in _pieces(text)}
    return any(piece.strip() not in kept for line in lines for piece in _pieces(line))


def _longest_head(line: str, width: float, width_of: Callable[[str], float]) -> int:
    """Return how many letters of an overlong word fit, up to a hyphen or slash if there is one."""
    head = 1
    while head < len(line) - 1 and width_of(line[: head + 1]) <= width:
        head += 1
    joint = max(line.rfind("-", 0, head), line.rfind("/", 0, head)) + 1
    return joint or head


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts between which a line may break; spaces stay at the end of a part."""
    piece = ""
    for letter in " ".join(text.split()):
        if piece and _may_break(piece[-1], letter):
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
