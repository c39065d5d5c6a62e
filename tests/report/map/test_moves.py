"""How moves look on the map: which years lie under the lines of others."""

from __future__ import annotations

import pytest

from planner.charts.style import estimated_width
from planner.core.boxes import Box
from planner.core.model import Move, MoveKind
from planner.core.text import Texts
from planner.report.map.move_curves import MoveCurve
from planner.report.map.moves import PILL_HEIGHT, Pill, crossed, pill_width, pills

ENDS = (("a", -10.0), ("b", 910.0))


def level_line(name: str, y: float) -> MoveCurve:
    """Return a move whose line runs from x 0 to 3000 at one height, as a single curve."""
    move = Move(from_role=name, to_role="end", kind=MoveKind.PROMOTION)
    return MoveCurve(move, ((0.0, y), (1000.0, y), (2000.0, y), (3000.0, y)))


def test_years_under_the_line_of_another_move_are_found_however_long_it_is() -> None:
    line = level_line("a", 100.0)
    # 18 high and 40 wide each: the first three lie on the line, the others above and below it.
    under = [Pill(x, 100.0, 40.0, "1–2 y") for x in (333.0, 1234.0, 2871.0)]
    beside = [Pill(1234.0, 100.0 + away, 40.0, "1–2 y") for away in (-40.0, 40.0)]
    placed = {f"other-{number}": pill for number, pill in enumerate((*under, *beside))}
    assert crossed(placed, [line]) == tuple(under)


def test_the_years_of_the_line_itself_are_not_under_it() -> None:
    line = level_line("a", 100.0)
    assert crossed({line.move.id: Pill(1500.0, 100.0, 40.0, "1–2 y")}, [line]) == ()
    assert crossed({}, [line]) == ()
    assert crossed({"b": Pill(0.0, 0.0, 40.0, "")}, []) == ()


@pytest.mark.parametrize(("room", "is_between"), [(12.0, True), (-5.0, True), (-12.0, False)])
def test_the_years_of_a_short_level_move_stand_beside_its_line_not_on_it(
    room: float, is_between: bool, english: Texts
) -> None:
    between = pill_width("2–4\u00a0y", estimated_width) + room
    one = Box(50.0, 50.0, 100.0, 66.0)
    boxes = {"a": one, "b": one._replace(x=150.0 + between)}
    move = Move(from_role="a", to_role="b", kind=MoveKind.TRACK_CHANGE, years=(2.0, 4.0))
    third = between / 3
    line = tuple((100.0 + third * step, 50.0) for step in range(4))
    (pill,) = pills([MoveCurve(move, line)], boxes, english, estimated_width).values()
    assert pill.words == "2–4\u00a0y"
    assert pill.x == pytest.approx(100.0 + between / 2)
    assert abs(pill.y - 50.0) >= PILL_HEIGHT / 2
    assert (abs(pill.y - 50.0) + PILL_HEIGHT / 2 <= 33.0) is is_between


def test_the_years_of_a_long_move_stay_on_its_line_however_many_run_beside_it(
    english: Texts,
) -> None:
    step = 4.0
    ends = {f"{side}{n}": Box(x, n * step, 20.0, 2.0) for side, x in ENDS for n in range(25)}
    lines = [
        MoveCurve(
            Move(from_role=f"a{n}", to_role=f"b{n}", kind=MoveKind.PROMOTION, years=(1.0, 3.0)),
            ((0.0, n * step), (300.0, n * step), (600.0, n * step), (900.0, n * step)),
        )
        for n in range(25)
    ]
    placed = pills(lines, ends, english, estimated_width)
    assert len(placed) == 25
    for number, line in enumerate(lines):
        assert placed[line.move.id].y == pytest.approx(number * step)
