"""Level squares, the readiness ring and the chart view, by what they paint."""

from __future__ import annotations

from dataclasses import replace

from matplotlib.figure import Figure
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from planner.core.gaps import Interval, SkillGap
from planner.core.model import Level, Scale
from planner.core.text import same_text
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.charts.view import ChartView, load_charts
from planner.gui.widgets.display.level_squares import SIDE, paint_level_squares, squares_side
from planner.gui.widgets.display.readiness_ring import ReadinessRing
from tests.gap_sample import sample_gap

STEP = 16 * 1.28


def scale_to(highest: int) -> Scale:
    return Scale(
        levels=tuple(Level(number=float(n), name=same_text(str(n))) for n in range(highest + 1))
    )


def skill(held: float | None, required: float) -> SkillGap:
    return replace(sample_gap().skills[0], held=held, required=required)


def squares(gap: SkillGap, scale: Scale, theme: Theme) -> QImage:
    """The squares of 16 px from the top left corner of a white picture."""
    picture = QImage(240, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_level_squares(
        painter,
        QRectF(0, 0, 240, 20),
        gap,
        scale,
        colour="track-0",
        theme=theme,
        fonts=Fonts(),
    )
    painter.end()
    return picture


def middles(picture: QImage, count: int) -> list[str]:
    """The colour in the middle of each square."""
    return [picture.pixelColor(round(n * STEP + 8), 10).name() for n in range(count)]


def test_held_missing_and_beyond(theme: Theme) -> None:
    held, dot = theme.hex("track-0"), theme.hex("edge")
    picture = squares(skill(1, 3), scale_to(5), theme)
    assert middles(picture, 5) == [held, "#ffffff", "#ffffff", dot, dot]
    assert picture.pixelColor(round(3 * STEP + 3), 10).name() == "#ffffff"
    # The edge of the second square is outlined in the colour of what is held.
    assert picture.pixelColor(round(STEP), 10).name() == held


def test_surplus_is_grey(theme: Theme) -> None:
    held, grey = theme.hex("track-0"), theme.hex("edge")
    picture = squares(skill(4, 3), scale_to(5), theme)
    assert middles(picture, 5) == [held, held, held, grey, grey]
    # The whole of what is held, and a dot for what is neither held nor required.
    edges = [picture.pixelColor(round(n * STEP + 3), 10).name() for n in (3, 4)]
    assert edges == [grey, "#ffffff"]


def test_unrated_is_dashed_in_another_colour(theme: Theme) -> None:
    picture = squares(skill(None, 2), scale_to(3), theme)
    assert middles(picture, 3) == ["#ffffff", "#ffffff", theme.hex("edge")]
    top = [picture.pixelColor(x, 2).name() for x in range(4, 13)]
    assert "#ffffff" in top
    assert len(set(top)) > 1
    assert theme.hex("track-0") not in top


def test_a_real_level_fills_its_square_in_part(theme: Theme) -> None:
    held = theme.hex("track-0")
    picture = squares(skill(4.62, 7), scale_to(7), theme)
    left = 4 * STEP
    assert middles(picture, 4) == [held] * 4
    assert picture.pixelColor(round(left + 0.4 * 16), 10).name() == held
    assert picture.pixelColor(round(left + 0.75 * 16), 10).name() == "#ffffff"


def test_a_scale_of_many_levels_gets_smaller_squares_then_none() -> None:
    assert squares_side(scale_to(5), 200) == SIDE
    assert 5 <= squares_side(scale_to(10), 120) < SIDE
    assert squares_side(scale_to(100), 200) == 0
    assert squares_side(scale_to(0), 200) == 0


def test_a_scale_of_a_hundred_levels_paints_nothing(theme: Theme) -> None:
    picture = squares(skill(30, 60), scale_to(100), theme)
    assert {picture.pixelColor(x, 10).name() for x in range(240)} == {"#ffffff"}


def ring_colours(ring: ReadinessRing) -> list[str]:
    """The colours of the ring at 1½, 4½, 7½ and 10½ o'clock."""
    picture = ring.grab().toImage()
    middle = picture.width() / 2
    reach = 0.707 * (middle - 3.5)
    around = ((1, -1), (1, 1), (-1, 1), (-1, -1))
    return [
        picture.pixelColor(round(middle + x * reach), round(middle + y * reach)).name()
        for x, y in around
    ]


def test_the_ring_tells_certain_from_uncertain(qtbot: QtBot, theme: Theme) -> None:
    ring = ReadinessRing(theme)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    ring.show_readiness(Interval(0.25, 0.5), "track-0")
    solid, pale, empty, last = ring_colours(ring)
    assert solid == theme.hex("track-0")
    assert empty == last == theme.hex("ring")
    assert pale not in (solid, empty)


def test_an_unknown_readiness_leaves_the_ring_empty(qtbot: QtBot, theme: Theme) -> None:
    ring = ReadinessRing(theme)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    ring.show_readiness(None, "track-0")
    assert ring_colours(ring) == [theme.hex("ring")] * 4


def test_the_ring_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    ring = ReadinessRing(theme)
    qtbot.addWidget(ring)
    small = ring.sizeHint().width()
    ring.apply_theme(replace(theme, text_factor=2.0))
    assert ring.sizeHint().width() == 2 * small


def test_a_chart_is_made_to_measure_and_kept(qtbot: QtBot) -> None:
    load_charts()
    made: list[tuple[float, float]] = []

    def make(width: float, height: float) -> Figure:
        made.append((width, height))
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        figure.patch.set_facecolor("red")
        return figure

    view = ChartView(QSize(100, 80))
    qtbot.addWidget(view)
    # Six pixels at the sides and four above and below are kept for the ring of the focus.
    view.resize(212, 158)
    assert view.grab().toImage().pixelColor(100, 75).name() != "#ff0000"
    view.show_figure(make, "words")
    assert view.has_figure
    assert view.accessibleDescription() == "words"
    for _ in range(2):
        assert view.grab().toImage().pixelColor(100, 75).name() == "#ff0000"
    assert made == [(200, 150)]
    view.resize(312, 158)
    view.grab()
    assert made == [(200, 150), (300, 150)]
    view.show_figure(None, "")
    assert view.grab().toImage().pixelColor(100, 75).name() != "#ff0000"
    assert view.minimumSizeHint() == QSize(112, 88)
