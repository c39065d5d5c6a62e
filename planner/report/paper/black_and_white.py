"""A chart told apart without colour: each track by its number and the pattern of its lines."""

from __future__ import annotations

from collections.abc import Iterator

from planner.report.drawing import Curve, Drawing, Rectangle, Shape, Stroke, Words

# How the bar of a track is broken, in widths of the line; tracks beyond these begin anew.
_PATTERNS: tuple[tuple[float, ...], ...] = (
    (),
    (1.0, 1.0),
    (4.0, 0.8),
    (0.4, 0.5),
    (3.0, 0.8, 0.8, 0.8),
    (0.5, 1.6),
    (2.0, 2.0),
    (1.6, 0.5, 0.4, 0.5),
)
# The bars are wider than in colour, so that their patterns can be seen.
_BAR = 5.0
# The frame of a track is far wider and paler than any move, so that it is never taken for one.
_FRAME = 4.0
# The lines of one name follow each other more closely than this, in ems.
_LEADING = 1.5
# A bar at the edge of a role is no wider; whatever else is filled with a track's colour is.
_WIDEST_BAR = 6.0


def in_black_and_white(drawing: Drawing) -> Drawing:
    """Return a drawing with patterns and numbers in the place of the colours of tracks."""
    shapes: list[Shape] = []
    before: Shape | None = None
    for shape in drawing.shapes:
        shapes += _patterned(shape, before)
        before = shape
    return drawing._replace(shapes=tuple(shapes))


def _patterned(shape: Shape, before: Shape | None) -> Iterator[Shape]:
    match shape:
        case Rectangle(fill=fill) if fill.startswith("track-") and fill.endswith("-tint"):
            frame = Stroke("ring", _FRAME)
            inset = _FRAME / 2
            yield shape._replace(
                x=shape.x + inset,
                y=shape.y + inset,
                width=shape.width - _FRAME,
                height=shape.height - _FRAME,
                fill="",
                stroke=frame,
            )
        case Rectangle(fill=fill) if fill.startswith("track-") and shape.width <= _WIDEST_BAR:
            x, end = shape.x + _BAR / 2, shape.y + shape.height
            line = (x, shape.y), (x, shape.y), (x, end), (x, end)
            yield Curve(line, Stroke(fill, _BAR, _pattern(fill)))
        case Words(colour=colour) if colour.startswith("track-") and shape.align == "left":
            number = str(_number(colour) + 1)
            if not _goes_on(shape, before):
                yield shape._replace(text=number)
            yield shape._replace(x=shape.x + shape.size * (0.3 + 0.6 * len(number)))
        case _:
            yield shape


def _goes_on(line: Words, before: Shape | None) -> bool:
    """Whether a line is a further one of a name, which has its number already."""
    return (
        isinstance(before, Words)
        and (before.x, before.colour) == (line.x, line.colour)
        and 0 < line.y - before.y < _LEADING * line.size
    )


def _number(colour: str) -> int:
    return int(colour.removeprefix("track-").partition("-")[0])


def _pattern(colour: str) -> tuple[float, ...]:
    return _PATTERNS[_number(colour) % len(_PATTERNS)]
