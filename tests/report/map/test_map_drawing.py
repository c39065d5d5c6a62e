"""The drawing of the map as a value: nothing is cut, nothing covers what it need not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.charts.style import estimated_width
from planner.core.boxes import Box
from planner.core.gaps import Interval
from planner.core.graph import PromotionGraph
from planner.core.layout import layout
from planner.core.model import MoveKind
from planner.core.people import Stance, Wish
from planner.core.text import Texts, same_text
from planner.report.drawing import Arc, Curve, Drawing, Polygon, Rectangle, Shape, Words
from planner.report.map.map_drawing import MapDrawing, legend_shapes, map_drawing
from planner.report.map.moves import PILL_HEIGHT, Emphasis
from planner.report.map.part import part_of
from planner.report.map.roles import Detail, box_size, minimal_shapes, ring_shapes, role_shapes
from planner.report.map.state import RoleState, map_state
from planner.report.paper.black_and_white import in_black_and_white
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person
from tests.generated import career_catalogue

GRAPH = PromotionGraph(small_catalogue())
SIZE = box_size(GRAPH.catalogue, estimated_width)


def drawn(texts: Texts, target: str | None = "cto") -> MapDrawing:
    person = small_person(target)
    state = map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)
    placed = layout(GRAPH.catalogue, SIZE)
    return map_drawing(GRAPH.catalogue, placed, state, texts, estimated_width)


def said(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def test_everything_is_said_in_either_language(english: Texts, chinese: Texts) -> None:
    words = " ".join(said(drawn(english).whole().shapes))
    for part in ("CLIENT TRACK", "Entry", "Rank 3", "Regional client director", "60–80 % · 1 open"):
        assert part in words
    assert "You · since Jun 2024" in words
    assert "held 2021–2024" in words
    assert "readiness unknown" in words
    assert {"promotion", "change of track", "dual ladder", "return", "readiness"} <= set(
        said(drawn(english).whole().shapes)
    )
    words = "".join(said(drawn(chinese).whole().shapes))
    for part in ("客户序列", "起步", "区域客户总监", "1 项未达", "晋升", "就绪度"):
        assert part in words


def test_everything_lies_within_the_drawing(english: Texts) -> None:
    whole = drawn(english).whole()
    for shape in whole.shapes:
        match shape:
            case Rectangle():
                points = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Words():
                points = [(shape.x, shape.y)]
            case Curve(points, _) | Polygon(points, _, _):
                pass
            case Arc():
                points = [(shape.x, shape.y)]
        assert all(0 <= x <= whole.width and 0 <= y <= whole.height for x, y in points)


def test_a_long_name_of_a_track_wraps_above_its_roles(english: Texts) -> None:
    name = "Occupation family of the national register of trades"
    head = replace(
        GRAPH.catalogue.head,
        tracks=tuple(replace(track, name=same_text(name)) for track in GRAPH.catalogue.tracks),
    )
    catalogue = replace(GRAPH.catalogue, head=head)
    usual = drawn(english)
    made = map_drawing(catalogue, layout(catalogue, SIZE), usual.state, english, estimated_width)
    first = min(box.y - box.height / 2 for box in made.boxes.values())
    for lines, band in zip(made.headings, made.tracks, strict=True):
        assert " ".join(line.text for line in lines) == name.upper()
        assert len(lines) > 1
        for line in lines:
            assert line.size == 12
            assert line.x + estimated_width(line.text, line.size, True) <= band.end
        assert lines[-1].y < first - 10
    # In black and white the number stands once before a name, not before each of its lines.
    for lines in made.headings:
        printed = in_black_and_white(Drawing(1.0, 1.0, lines)).shapes
        assert len(printed) == len(lines) + 1


def test_no_frame_of_a_track_looks_like_a_move_in_black_and_white(english: Texts) -> None:
    made = drawn(english)
    printed = in_black_and_white(Drawing(made.width, made.height, made.columns)).shapes
    frames = [shape.stroke for shape in printed if isinstance(shape, Rectangle) and shape.stroke]
    assert len(frames) == len(made.tracks)
    moves = [
        shape.stroke
        for emphasis in Emphasis
        for shape in made.lines(emphasis)
        if isinstance(shape, Curve)
    ]
    widest = max(stroke.width for stroke in moves)
    assert all(frame.width > widest and not frame.dash for frame in frames)
    assert {frame.colour for frame in frames}.isdisjoint(stroke.colour for stroke in moves)


def test_three_lines_of_a_name_stand_clear_of_the_edges_of_their_box(english: Texts) -> None:
    box = Box(100.0, 100.0, 150.0, 66.0)
    state = RoleState(is_compared=True, readiness=Interval(0.76, 0.76), open_essentials=6)
    name = "Strategic account manager"
    shapes = role_shapes(name, 0, state, box, Detail.FULL, english, estimated_width)
    *lines, line = [shape for shape in shapes if isinstance(shape, Words) and shape.align == "left"]
    assert " ".join(part.text for part in lines) == name
    assert len(lines) == 3
    top = lines[0].y - 0.7 * lines[0].size - (box.y - box.height / 2)
    bottom = box.y + box.height / 2 - line.y
    assert top > 8
    assert bottom > 8
    assert abs(top - bottom) < 1
    steps = [after.y - before.y for before, after in pairwise([*lines, line])]
    assert min(steps) > lines[0].size


def test_the_route_is_thick_and_its_years_stand_out(english: Texts) -> None:
    drawing = drawn(english)
    lines = [shape for shape in drawing.lines(Emphasis.ROUTE) if isinstance(shape, Curve)]
    assert {line.stroke.colour for line in lines} == {"accent"}
    quiet = [shape for shape in drawing.lines(Emphasis.QUIET) if isinstance(shape, Curve)]
    assert min(line.stroke.width for line in lines) > max(line.stroke.width for line in quiet)
    assert said(drawing.years(Emphasis.ROUTE)) == ["2\u00a0y", "4–6.5\u00a0y"]
    assert drawn(english, None).lines(Emphasis.ROUTE) == ()


def test_each_kind_of_move_has_a_line_style_of_its_own(english: Texts) -> None:
    legend, _ = legend_shapes(
        tuple(MoveKind), english, estimated_width, x=0, y=0, width=2000, has_ring=False
    )
    dashes = [shape.stroke.dash for shape in legend if isinstance(shape, Curve)]
    assert len(set(dashes)) == len(MoveKind)
    assert dashes[0] == ()
    drawing = drawn(english, None)
    on_map = {
        curve.move.kind: shape.stroke.dash
        for curve, shape in zip(drawing.curves, drawing.lines(Emphasis.QUIET)[::2], strict=True)
        if isinstance(shape, Curve)
    }
    assert on_map == dict(zip(MoveKind, dashes, strict=True))


def test_the_legend_of_a_part_explains_only_what_is_drawn_there(english: Texts) -> None:
    wish = Wish(role="director", stance=Stance.NOT_WANTED, on=TODAY)
    person = replace(small_person(), wishes=(wish,))
    state = map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)

    def legend(roles: set[str]) -> list[str]:
        part = part_of(GRAPH.catalogue, roles)
        drawing = map_drawing(part, layout(part, SIZE), state, english, estimated_width)
        return said(drawing.legend(0, 2000)[0])

    assert legend({"director", "cto"}) == ["readiness", "does not want it"]
    assert legend({"line-manager", "cto"}) == ["dual ladder", "readiness"]


def test_the_legend_takes_as_many_rows_as_it_needs(english: Texts) -> None:
    def height(width: float) -> float:
        return legend_shapes(
            tuple(MoveKind), english, estimated_width, x=0, y=0, width=width, has_ring=True
        )[1]

    assert height(2000) < height(400) < height(120)


def role(state: RoleState, detail: Detail, name: str, texts: Texts) -> tuple[Shape, ...]:
    return role_shapes(name, 0, state, Box(100, 50, 176, 62), detail, texts, estimated_width)


def test_you_are_a_filled_box_and_the_target_has_a_star(english: Texts) -> None:
    you = role(RoleState(is_compared=True, since=TODAY), Detail.FULL, "Name", english)
    assert isinstance(you[0], Rectangle)
    assert you[0].fill == "accent"
    assert not any(isinstance(shape, Arc) for shape in you)
    target = role(RoleState(is_compared=True, is_target=True), Detail.FULL, "Name", english)
    assert isinstance(target[0], Rectangle)
    assert target[0].stroke is not None
    assert target[0].stroke.colour == "accent"
    assert any(isinstance(shape, Polygon) for shape in target)


def test_a_ring_is_as_full_as_readiness_and_dashed_where_it_is_unknown() -> None:
    known = ring_shapes(
        RoleState(is_compared=True, readiness=Interval(0.6, 0.8)), 0, 0, 10, 4, "accent", 12
    )
    arcs = [(shape.start, round(shape.span, 9)) for shape in known if isinstance(shape, Arc)]
    assert arcs == [(0, 1), (0.6, 0.2), (0, 0.6)]
    unknown = ring_shapes(RoleState(is_compared=True), 0, 0, 10, 4, "accent", 12)
    (arc,) = (shape for shape in unknown if isinstance(shape, Arc))
    assert arc.stroke.dash


def test_nobody_gets_no_ring(english: Texts) -> None:
    shapes = role(RoleState(), Detail.FULL, "Name", english)
    assert said(shapes) == ["Name"]
    assert not any(isinstance(shape, Arc) for shape in shapes)


def test_less_detail_says_less(english: Texts) -> None:
    state = RoleState(is_compared=True, readiness=Interval(0.6, 0.8), open_essentials=1)
    assert said(role(state, Detail.FULL, "Name", english)) == ["60", "Name", "60–80 % · 1 open"]
    assert said(role(state, Detail.REDUCED, "Name", english)) == ["60", "Name"]
    assert said(role(state, Detail.MINIMAL, "Name", english)) == []


def test_far_out_a_box_is_filled_as_high_as_readiness() -> None:
    state = RoleState(is_compared=True, readiness=Interval(0.25, 1.0))
    box, filling = minimal_shapes([(0, state, Box(100, 50, 176, 60))])
    assert isinstance(box, Rectangle)
    assert isinstance(filling, Rectangle)
    assert filling.height == 15
    assert filling.y + filling.height == box.y + box.height == 80


@given(
    name=st.text(
        st.characters(categories=("Lu", "Ll", "Lo", "Nd"), max_codepoint=0x9FFF),
        min_size=1,
        max_size=120,
    ),
    detail=st.sampled_from([Detail.FULL, Detail.REDUCED]),
)
@settings(max_examples=60, deadline=None)
def test_a_name_is_never_cut_and_never_leaves_its_box(
    name: str, detail: Detail, english: Texts
) -> None:
    box = Box(100, 50, 176, 62)
    state = RoleState(is_compared=True, readiness=Interval(0.6, 0.8))
    lines = [shape for shape in role(state, detail, name, english) if isinstance(shape, Words)]
    named = [line for line in lines if line.bold and line.align == "left" and line.colour == "text"]
    assert "".join(line.text for line in named).replace(" ", "") == "".join(name.split())
    for line in named:
        assert line.x + estimated_width(line.text, line.size, True) <= box.x + box.width / 2 + 1


def test_boxes_grow_until_nearly_all_names_need_two_lines_only() -> None:
    catalogue = GRAPH.catalogue
    long = tuple(
        replace(role, name=same_text("A rather long name of a role of this company"))
        for role in catalogue.roles
    )
    larger = box_size(replace(catalogue, roles=long), estimated_width)
    assert larger.width > SIZE.width
    endless = tuple(
        replace(role, name=same_text("an endless name that needs line after line " * 4))
        for role in catalogue.roles
    )
    largest = box_size(replace(catalogue, roles=endless), estimated_width)
    assert largest.width == 224
    assert largest.height > larger.height


def test_a_name_of_three_lines_keeps_its_size_within_its_box(english: Texts) -> None:
    names = (
        "Strategic account manager",
        "Chief technology officer",
        "Community operator (AM–LM)",
        "社区运营官（AM–LM 融合）",
    )
    state = RoleState(is_compared=True, readiness=Interval(0.47, 0.65), open_essentials=8)
    box = Box(100, 50, 150, 66)
    for name in names:
        shapes = role_shapes(name, 0, state, box, Detail.FULL, english, estimated_width)
        lines = [shape for shape in shapes if isinstance(shape, Words) and shape.align == "left"]
        assert min(line.size for line in lines if line.bold) >= 12
        assert min(line.y - line.size for line in lines) >= box.y - box.height / 2
        assert max(line.y for line in lines) <= box.y + box.height / 2 - 3


@pytest.mark.parametrize("seed", range(4))
def test_years_cover_no_role_and_no_other_years(seed: int, english: Texts) -> None:
    catalogue = career_catalogue(24, 4, 6, seed=seed)
    graph = PromotionGraph(catalogue)
    placed = layout(catalogue, SIZE)
    drawing = map_drawing(
        catalogue, placed, map_state(graph, None, {}, TODAY), english, estimated_width
    )
    pills = list(drawing.pills.values())
    assert len(pills) == len(drawing.curves)
    for number, pill in enumerate(pills):
        others = [(p.x, p.y, p.width, PILL_HEIGHT) for p in pills[number + 1 :]]
        boxes = [(b.x, b.y, b.width, b.height) for b in drawing.boxes.values()]
        assert sum(pill.overlap(*place) for place in (*others, *boxes)) == 0
