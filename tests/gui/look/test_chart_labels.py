"""In our own font no words of any chart cover others or leave the figure, few or many, long or not.

A text's extent is that of the whole line of its font; letters take less, so lines that follow one
another may touch by the part of a line that no letter fills.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from matplotlib.figure import Figure
from PySide6.QtGui import QImage, QPainter

from planner.charts.elements.heading import add_heading
from planner.charts.gaps import bars_figure, bars_height, radar_figure, radar_height
from planner.charts.history import readiness_history_figure, skill_history_figure
from planner.charts.parts import KeptBar, kept_figure
from planner.charts.plan import timeline_figure
from planner.charts.routes import RouteBar, route_figure
from planner.charts.style import ChartStyle, chart_style
from planner.charts.team import (
    HeatCell,
    HeatColumn,
    HeatMap,
    HeatRow,
    heat_map_figure,
    heat_map_size,
)
from planner.core.gaps import Basis, Gap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Rater, Rating
from planner.core.planning.plan import plan_of
from planner.core.planning.route_times import Stay
from planner.core.skills.history import positions_until, readiness_history
from planner.core.text import Language, Texts, same_text
from planner.gui.fonts import FAMILY
from planner.gui.look.figure_painting import QPainterRenderer
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from tests.gap_sample import sample_catalogue, sample_person, wide_gap
from tests.plan_sample import DAY, plan_career, plan_catalogue, plan_gap

TextsIn = Callable[[Language], Texts]

COUNTS = (1, 2, 3, 12, 13, 30, 60)
LONG = {
    "en": ("Coordination of the suppliers of several countries " * 5)[:200],
    "zh_CN": ("跨国供应商项目的协调与管理能力" * 20)[:200],
    "one word": "x" * 200,
}
# Of the height of a line, what no letter of ours fills above or below.
_AIR = 0.17


@pytest.fixture
def style(theme: Theme) -> ChartStyle:
    """The style of the window, measured in our font."""
    return chart_style(theme.hex, 0, (FAMILY,), width_of=Fonts().width)


def named(count: int, name: str) -> tuple[Gap, Catalogue]:
    """A gap of so many skills, each called by a name with its number; empty for its own."""
    found, catalogue = wide_gap(count)
    if not name:
        return found, catalogue
    skills = tuple(
        replace(skill, name=same_text(f"{skill.order} {name}"[:200])) for skill in catalogue.skills
    )
    return found, replace(catalogue, skills=skills)


def assert_apart(figure: Figure) -> None:
    """Every text stands within the figure, and none upon another one."""
    width, height = figure.bbox.width, figure.bbox.height
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer = QPainterRenderer(painter, width, height, figure.dpi)
    boxes = []
    for text in (*figure.axes[0].texts, *figure.texts):
        if not text.get_text():
            continue
        box = text.get_window_extent(renderer)
        # Words that read upward have their air at the sides.
        upright = text.get_rotation() == 0
        air_x = 0.0 if upright else _AIR * box.width
        air_y = _AIR * box.height if upright else 0.0
        edges = (box.x0 + air_x, box.y0 + air_y, box.x1 - air_x, box.y1 - air_y)
        boxes.append((text.get_text(), edges))
    painter.end()
    for words, (left, bottom, right, top) in boxes:
        assert left >= -0.5, words
        assert bottom >= -0.5, words
        assert right <= width + 0.5, words
        assert top <= height + 0.5, words
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5
        assert apart, (one, other)


@pytest.mark.parametrize(
    ("count", "language", "name"),
    [
        *((count, language, language) for count in COUNTS for language in ("en", "zh_CN")),
        *((count, "en", name) for count in (3, 13) for name in ("", "one word")),
        *((count, "zh_CN", "") for count in (3, 13)),
    ],
)
def test_levels_and_weighted_gaps(
    count: int, name: str, language: Language, style: ChartStyle, texts_in: TextsIn
) -> None:
    found, catalogue = named(count, LONG.get(name, ""))
    texts = texts_in(language)
    for size in ((330, 300), (245, 190)):
        for draw in (radar_figure, bars_figure):
            assert_apart(draw(found, catalogue, texts, style, width=size[0], height=size[1]))


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_leaves_the_window_has_every_skill_and_its_title(
    count: int, language: Language, style: ChartStyle, texts_in: TextsIn
) -> None:
    texts = texts_in(language)
    found, catalogue = named(count, LONG[language])
    for draw, height_of in ((radar_figure, radar_height), (bars_figure, bars_height)):
        height = height_of(found, catalogue, texts, style, 640)
        figure = draw(found, catalogue, texts, style, width=640, height=height)
        said = "".join(text.get_text() for text in figure.axes[0].texts)
        # Each name begins with its own number.
        shown = found.skills if draw is radar_figure else [s for s in found.skills if s.gap > 0]
        flat = "".join(said.split())
        for skill in shown:
            name = "".join(texts.pick(catalogue.skill(skill.skill).name).split())
            assert name in flat
        add_heading(figure, LONG[language], LONG["one word"], style)
        assert_apart(figure)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_histories(count: int, language: Language, style: ChartStyle, texts_in: TextsIn) -> None:
    texts, catalogue, today = texts_in(language), sample_catalogue(), date(2026, 11, 23)
    ratings = [
        Rating(
            entry=number,
            skill="negotiation",
            level=None if number % 7 == 6 else float(number % 6),
            by=list(Rater)[number % 3],
            on=today - timedelta(days=37 * (count - number)),
        )
        for number in range(count)
    ]
    history = readiness_history(
        PromotionGraph(catalogue),
        sample_person(),
        ratings,
        "director",
        basis=Basis.AGREED,
        as_of=today,
    )
    positions = positions_until(sample_person(), today)
    for width, height in ((330, 220), (280, 150), (640, 300)):
        size = {"width": width, "height": height}
        assert_apart(
            skill_history_figure(ratings, 4.0, catalogue.scale, texts, style, as_of=today, **size)
        )
        assert_apart(readiness_history_figure(history, positions, catalogue, texts, style, **size))


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Do it"), ("en", LONG["en"]), ("zh_CN", LONG["zh_CN"])]
)
@pytest.mark.parametrize("count", [0, 1, 2, 12, 60])
def test_timelines(
    count: int, name: str, language: Language, style: ChartStyle, texts_in: TextsIn
) -> None:
    texts = texts_in(language)
    known = plan_career().actions[0]
    actions = [
        replace(
            known,
            id=f"action-{n}",
            title=name,
            hours=None if n % 4 == 1 else 10.0 * n,
            due=None if n % 3 == 1 else DAY + timedelta(days=40 * n - 60),
        )
        for n in range(count)
    ]
    shown = (
        ()
        if not actions
        else plan_of(plan_career(*actions), plan_catalogue(), plan_gap(), DAY).actions
    )
    for width, height in ((300, 300), (360, 480)):
        assert_apart(
            timeline_figure(
                shown,
                DAY,
                texts,
                style,
                now=texts.tr("today"),
                late="#a34a08",
                width=width,
                height=height,
            )
        )


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_routes(count: int, language: Language, style: ChartStyle, texts_in: TextsIn) -> None:
    from planner.charts.routes import route_height

    texts = texts_in(language)
    stays = [
        Stay(
            role=f"r{n}",
            begin=date(2026 + 2 * n, 1, 1),
            learnt=date(2027 + 2 * n, 1, 1),
            end=date(2028 + 2 * n, 1, 1),
            earliest=date(2028 + 2 * n, 1, 1),
            latest=date(2029 + 2 * n, 1, 1),
            hours=100.0,
        )
        for n in range(count)
    ]
    for name in ("Account manager", LONG[language]):
        bars = [
            RouteBar(stay=stay, words=name, ground="#eeeeee", colour="#2161a8") for stay in stays
        ]
        for width in (330, 700):
            height = route_height(bars, texts, style, width)
            assert_apart(route_figure(bars, texts, style, width=width, height=height))


@pytest.mark.parametrize("name", ["Contract law", *LONG.values()])
@pytest.mark.parametrize("count", [0, 1, 3, 13, 60])
def test_heat_maps_and_what_is_kept(count: int, name: str, style: ChartStyle, texts: Texts) -> None:
    cells = [
        HeatCell(words=str(n % 6), part=n % 6 / 5, is_below=n % 3 == 1, is_stale=n % 4 == 1)
        for n in range(count)
    ]
    heat = HeatMap(
        rows=[HeatRow(name=name, role=name, figure="97–100 %", cells=cells)] * min(count, 5),
        columns=[
            HeatColumn(name=name, cover=str(n), part=n / count, is_single_point=n == 1)
            for n in range(count)
        ],
    )
    width, height = heat_map_size(heat, texts, style)
    assert_apart(heat_map_figure(heat, texts, style, width=width, height=height))
    bars = [
        KeptBar(name=name, kept=0.2, at_most=0.4, before=0.8, words="4 → 1.8", note="next role")
    ] * count
    assert_apart(kept_figure(bars, texts, style, width=480, height=300))
