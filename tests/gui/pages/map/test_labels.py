"""The names of tracks at the edge of the map: whole, in two lines where one is too short."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTransform

from planner.core.boxes import Layout, Size
from planner.core.layout import layout
from planner.core.model import Catalogue
from planner.core.text import Texts, same_text
from planner.gui.pages.map.canvas.labels import STRIP, pinned_labels
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.report.drawing import Words
from planner.report.map.map_drawing import MapDrawing, map_drawing
from planner.report.map.state import MapState, RoleState
from tests.generated import career_catalogue

LONG = "Occupation family 12 of the national register"


def named(name: str) -> tuple[Catalogue, Layout]:
    """Return a framework of five tracks with a name each, and its layout."""
    made = career_catalogue(20, 5, 4, seed=1)
    tracks = tuple(replace(track, name=same_text(name)) for track in made.head.tracks)
    catalogue = replace(made, head=replace(made.head, tracks=tracks))
    return catalogue, layout(catalogue, Size(176, 62))


def drawn(name: str, texts: Texts, fonts: Fonts) -> MapDrawing:
    catalogue, placed = named(name)
    state = MapState(roles={role.id: RoleState() for role in catalogue.roles})
    return map_drawing(catalogue, placed, state, texts, fonts.width)


def headings(drawing: MapDrawing, to_view: QTransform, fonts: Fonts) -> list[list[Words]]:
    """Return the lines of each name of a track that stands in a very large view."""
    shapes = pinned_labels(drawing, to_view, (9000.0, 900.0), 1.0, fonts)
    colours = [lines[0].colour for lines in drawing.headings]
    words = [shape for shape in shapes if isinstance(shape, Words) and not shape.turned]
    found = [[shape for shape in words if shape.colour == colour] for colour in colours]
    return [lines for lines in found if lines]


@pytest.mark.parametrize("away", [0.0, -200.0])
@pytest.mark.parametrize("scale", [1.0, 0.75])
def test_a_name_wider_than_its_column_stands_whole_in_two_lines(
    theme: Theme, texts: Texts, scale: float, away: float
) -> None:
    fonts = Fonts()
    drawing = drawn(LONG, texts, fonts)
    to_view = QTransform().translate(0, away).scale(scale, scale)
    narrow = min(drawing.tracks, key=lambda band: band.end - band.start)
    room = scale * (narrow.end - narrow.start)
    assert fonts.width(LONG.upper(), 10, True) > room
    found = headings(drawing, to_view, fonts)
    assert len(found) == len(drawing.tracks)
    assert any(len(lines) == 2 for lines in found)
    top = max(0.0, to_view.map(0.0, drawing.columns_top)[1])
    for band, lines in zip(drawing.tracks, found, strict=True):
        assert " ".join(line.text for line in lines) == LONG.upper()
        for line in lines:
            assert line.size >= 8
            assert line.x + fonts.width(line.text, line.size, True) <= scale * band.end
            # From the tops of the capitals to the foot, within the strip.
            assert line.y - 0.7 * line.size > top
            assert line.y < top + STRIP - 3


def test_a_name_that_fits_has_one_line_and_a_longer_one_is_cut_after_two(
    theme: Theme, texts: Texts
) -> None:
    fonts = Fonts()
    short = headings(drawn("Sales", texts, fonts), QTransform(), fonts)
    assert {tuple(line.text for line in lines) for lines in short} == {("SALES",)}
    assert {lines[0].size for lines in short} == {12}
    far = QTransform().scale(0.5, 0.5)
    narrow = headings(drawn(LONG, texts, fonts), far, fonts)
    assert narrow
    for lines in narrow:
        said = " ".join(line.text for line in lines)
        assert len(lines) == 2
        assert said == LONG.upper() or said.endswith("…")
        assert LONG.upper().startswith(said.removesuffix("…"))


def test_a_name_without_room_for_a_word_is_left_out(theme: Theme, texts: Texts) -> None:
    fonts = Fonts()
    assert headings(drawn(LONG, texts, fonts), QTransform().scale(0.15, 0.15), fonts) == []


@pytest.mark.parametrize("name", ["Sales", LONG])
def test_a_name_is_whole_and_beside_the_ranks_until_its_column_pushes_it_out(
    theme: Theme, texts: Texts, name: str
) -> None:
    fonts = Fonts()
    drawing = drawn(name, texts, fonts)
    first = min(drawing.tracks, key=lambda band: band.start)
    place, *_ = headings(drawing, QTransform(), fonts)
    said = [(line.text, line.size) for line in place]
    widest = max(fonts.width(text, size, True) for text, size in said)
    starts = []
    for across in range(int(first.start), int(first.end) - int(STRIP), 8):
        lines, *_ = headings(drawing, QTransform().translate(-across, 0), fonts)
        assert [(line.text, line.size) for line in lines] == said
        starts.append((lines[0].x, first.end - across))

    for start, end in starts:
        if end - widest - 12 >= STRIP:
            assert start == pytest.approx(STRIP + 8)
        assert start + widest <= end
