"""What a role says in a row of a comparison, set in lines for paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.charts.elements.wrapping import balanced, wrapped
from planner.core.model import Scale
from planner.report.compare.sides import Line, Side
from planner.report.drawing import Measure, Rectangle, Shape, Stroke, Words
from planner.report.gaps.level_marks import held_marks, level_marks_width
from planner.report.map.words import DOT
from planner.report.paper.flow import ASCENT, LEADING
from planner.report.paper.line_setting import ELLIPSIS

Wrap = Callable[[str, float, Callable[[str], float]], tuple[str, ...]]

_SMALLER, _LEAST_SMALL = 0.86, 6.0
_BAR, _BAR_HEIGHT = 3.4, 0.42
_SQUARE, _MOST_SQUARES = 0.72, 9.0
_ITEM = "•"
# A paragraph of more lines is cut: nobody reads it on a sheet that compares.
_MOST_LINES = 24
# The lines of a skill stay together, and those of another entry unless they are more.
_MOST_SKILL_LINES = _MOST_KEPT = 6


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay together, with their height; `shapes(x, y)` draws them from the top left."""

    height: float
    shapes: Callable[[float, float], Sequence[Shape]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """In which size everything is set, in points, and the scale of the squares."""

    size: float
    measure: Measure
    scale: Scale

    @property
    def small(self) -> float:
        """The size of notes."""
        return max(_LEAST_SMALL, self.size * _SMALLER)

    def width(self, text: str, size: float, *, is_bold: bool = False) -> float:
        """Return the width of a text."""
        return self.measure(text, size, is_bold)

    def lines(
        self,
        text: str,
        width: float,
        size: float,
        *,
        is_bold: bool = False,
        most: int = _MOST_LINES,
        wrap: Wrap = wrapped,
    ) -> tuple[str, ...]:
        """Return a text in lines, at most so many that they can be read."""
        if not text:
            return ()
        found = wrap(text, width, lambda part: self.width(part, size, is_bold=is_bold))
        if len(found) > most:
            return (*found[: most - 1], found[most - 1][:-2] + ELLIPSIS)
        return found

    def heading(
        self, text: str, width: float, *, is_bold: bool = False, colour: str = "text"
    ) -> tuple[Block, ...]:
        """Return a text as lines of about the same length."""
        return tuple(
            self.line(line, self.size, is_bold=is_bold, colour=colour)
            for line in self.lines(text, width, self.size, is_bold=is_bold, wrap=balanced)
        )

    def line(
        self, text: str, size: float, *, is_bold: bool = False, colour: str = "text", at: float = 0
    ) -> Block:
        """Return one line, `at` points from the left."""
        return Block(
            size * LEADING,
            lambda x, y: (Words(x + at, y + size * ASCENT, text, size, colour, is_bold),),
        )


def set_side(
    side: Side, width: float, colour: str, setting: Setting, *, described: bool = False
) -> tuple[Block, ...]:
    """Return what one role says, in lines of at most `width`; `colour` is that of its track.

    Where it is `described`, what the level of a skill looks like stands below it.
    """
    if side.level is not None:
        return _set_skill(side, width, colour, setting, described=described)
    figures = max(
        (setting.width(line.figure, setting.size, is_bold=True) for line in side.lines), default=0.0
    )
    return tuple(
        block for line in side.lines for block in _set_line(line, width, figures, colour, setting)
    )


def _set_skill(
    side: Side, width: float, colour: str, setting: Setting, *, described: bool
) -> tuple[Block, ...]:
    (line,) = side.lines
    size, level = setting.size, side.level
    square = size * _SQUARE
    most = size * _MOST_SQUARES
    marks = level_marks_width(setting.scale, square)
    if marks > most:
        square *= most / marks
        marks = most
    at = marks + size * 0.7 if marks else 0.0

    def squares(x: float, y: float) -> Sequence[Shape]:
        return held_marks(
            level, setting.scale, x, y + (size * LEADING - square) / 2, square, colour
        )

    blocks = list(
        _with_note(
            line.words,
            line.note,
            width,
            at,
            setting,
            is_bold=line.is_bold,
            mark=(side.mark, colour),
            is_skill=True,
        )
    )
    first = blocks[0]
    blocks[0] = Block(first.height, lambda x, y: (*squares(x, y), *first.shapes(x, y)))
    if described and side.description:
        below = setting.lines(side.description, width - at, size)
        blocks += [setting.line(line, size, colour="text-quiet", at=at) for line in below]
    return (_stacked(blocks),)


def _set_line(
    line: Line, width: float, figures: float, colour: str, setting: Setting
) -> tuple[Block, ...]:
    size = setting.size
    at, leads = 0.0, []
    if line.bar is not None:
        bar, length = line.bar, size * _BAR

        def draw_bar(x: float, y: float) -> Sequence[Shape]:
            return _bar(bar, x, y + size * (LEADING - _BAR_HEIGHT) / 2, length, size, colour)

        leads.append(draw_bar)
        at += length + size * 0.5
    if line.figure:
        right, figure = at + figures, line.figure

        def draw_figure(x: float, y: float) -> Sequence[Shape]:
            words = Words(x + right, y + size * ASCENT, figure, size, "text", True, "right")
            return (words,)

        leads.append(draw_figure)
        at += figures + size * 0.6
    if line.is_item:
        leads.append(lambda x, y: (Words(x, y + size * ASCENT, _ITEM, size, "text-quiet"),))
        at += size * 0.9
    blocks = list(
        _with_note(
            line.words,
            line.note,
            width,
            at,
            setting,
            is_bold=line.is_bold and not line.figure,
            colour=line.colour,
        )
    )
    first = blocks[0]

    def draw_first(x: float, y: float) -> Sequence[Shape]:
        led = (shape for lead in leads for shape in lead(x, y))
        return (*led, *first.shapes(x, y))

    blocks[0] = Block(first.height, draw_first)
    return tuple(blocks) if len(blocks) > _MOST_KEPT else (_stacked(blocks),)


def _with_note(
    words: str,
    note: str,
    width: float,
    at: float,
    setting: Setting,
    *,
    is_bold: bool,
    colour: str = "text",
    mark: tuple[str, str] = ("", ""),
    is_skill: bool = False,
) -> Sequence[Block]:
    """Return words with as much of a note behind them as fits in the line, the rest below.

    A `mark`, which has a colour of its own, stands before the note.
    """
    size, small = setting.size, setting.small
    most = _MOST_SKILL_LINES if is_skill else _MOST_LINES
    lines = setting.lines(words, width - at, size, is_bold=is_bold, most=most) or ("",)
    blocks = [setting.line(line, size, is_bold=is_bold, colour=colour, at=at) for line in lines]
    end = at + setting.width(lines[-1], size, is_bold=is_bold) + size * 0.7
    if mark[0]:
        blocks[-1] = _behind(blocks[-1], Words(end, size * ASCENT, mark[0], small, mark[1], True))
        end += setting.width(mark[0], small, is_bold=True) + size * 0.7
    if not note:
        return blocks
    # The facts of a skill stay in one line, as they are read down the list.
    fits = setting.width(note, small) <= width - end
    behind, below = ("", note) if is_skill and not fits else _split(note, width - end, setting)
    if behind:
        quiet = Words(end, size * ASCENT, behind, small, "text-quiet")
        blocks[-1] = _behind(blocks[-1], quiet)
    return [
        *blocks,
        *(
            setting.line(line, small, colour="text-quiet", at=at)
            for line in setting.lines(below, width - at, small, most=most)
        ),
    ]


def _behind(block: Block, words: Words) -> Block:
    """Return a line with more words in it, at their place from its top left corner."""

    def draw(x: float, y: float) -> Sequence[Shape]:
        return (*block.shapes(x, y), words._replace(x=x + words.x, y=y + words.y))

    return Block(block.height, draw)


def _split(note: str, room: float, setting: Setting) -> tuple[str, str]:
    """Return as many of the facts of a note as fit into a room, and the others."""
    facts = note.split(DOT)
    for count in range(len(facts), 0, -1):
        behind = DOT.join(facts[:count])
        if setting.width(behind, setting.small) <= room:
            return behind, DOT.join(facts[count:])
    return "", note


def _stacked(blocks: Sequence[Block]) -> Block:
    """Return lines that stay together."""

    def draw(x: float, y: float) -> Sequence[Shape]:
        shapes: list[Shape] = []
        for block in blocks:
            shapes += block.shapes(x, y)
            y += block.height
        return shapes

    return Block(sum(block.height for block in blocks), draw)


def _bar(
    bar: tuple[float, float], x: float, y: float, length: float, size: float, colour: str
) -> Sequence[Shape]:
    """Return a bar filled up to its first fraction and outlined up to its second."""
    low, high = bar
    height = size * _BAR_HEIGHT
    shapes: list[Shape] = [Rectangle(x, y, length, height, "ring", None, height / 2)]
    if high > low:
        outlined = Stroke(colour, size * 0.07)
        shapes.append(Rectangle(x, y, length * high, height, "", outlined, height / 2))
    if low > 0:
        shapes.append(Rectangle(x, y, max(height, length * low), height, colour, None, height / 2))
    return shapes
