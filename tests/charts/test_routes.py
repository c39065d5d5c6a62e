"""The chart of a route: bars in proportion, words within the figure, the years below."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from matplotlib.patches import FancyBboxPatch

from planner.charts.routes import RouteBar, route_figure, route_height
from planner.charts.style import chart_style
from planner.core.planning.route_times import Stay
from planner.core.text import Texts
from planner.files.texts import load_texts

COLOURS = {"held": "#112233", "pale": "#ddeeff", "accent": "#0000ff"}


@pytest.fixture
def en(root: Path, tmp_path: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", tmp_path)


def stay(role: str, begin: int, learnt: int, end: int, latest: int, hours: float = 0) -> Stay:
    """A stay from the first day of a year to that of another."""
    return Stay(
        role=role,
        begin=date(begin, 1, 1),
        learnt=date(learnt, 1, 1),
        end=date(end, 1, 1),
        earliest=date(end, 1, 1),
        latest=date(latest, 1, 1),
        hours=hours,
    )


def bars(words: str = "Account manager") -> list[RouteBar]:
    """Four years in the first role, two of them learning; then the target."""
    told = (stay("a", 2026, 2028, 2030, 2031), stay("z", 2030, 2030, 2030, 2031, 120))
    return [
        RouteBar(stay=one, words=words, ground=COLOURS["pale"], colour=colour)
        for one, colour in zip(told, (COLOURS["held"], COLOURS["accent"]), strict=True)
    ]


def style():  # type: ignore[no-untyped-def]
    return chart_style(lambda _role: "#333333", 0, ("DejaVu Sans",))


def test_the_learning_takes_its_part_of_the_stay(en: Texts) -> None:
    figure = route_figure(bars(), en, style(), width=600, height=300)
    patches = [patch for patch in figure.axes[0].patches if isinstance(patch, FancyBboxPatch)]
    stay_bar, learning, target, *_legend = patches
    # Two of four years, but for the edge of the bar.
    assert learning.get_width() == pytest.approx(stay_bar.get_width() / 2, abs=2)
    assert target.get_x() == pytest.approx(stay_bar.get_x() + stay_bar.get_width(), abs=2)


@pytest.mark.parametrize("width", [260, 600, 1200])
@pytest.mark.parametrize("words", ["Account manager", "A very long name of a role " * 5])
def test_every_word_stands_within_the_figure(en: Texts, width: float, words: str) -> None:
    made = style()
    height = route_height(bars(words), en, made, width)
    figure = route_figure(bars(words), en, made, width=width, height=height)
    for text in figure.axes[0].texts:
        x, y = text.get_position()
        wide = made.width_of(text.get_text(), made.small, False)
        left = x - (wide / 2 if text.get_ha() == "center" else 0)
        assert left >= -0.5, text.get_text()
        assert left + wide <= width + 0.5, text.get_text()
        assert 0 <= y <= height


def test_the_parts_of_a_bar_are_named_within_it(en: Texts) -> None:
    figure = route_figure(bars(), en, style(), width=900, height=300)
    patches = [patch for patch in figure.axes[0].patches if isinstance(patch, FancyBboxPatch)]
    stay_bar, learning, *_ = patches
    at = {text.get_text(): text.get_position() for text in figure.axes[0].texts}
    left, turn = learning.get_x(), learning.get_x() + learning.get_width()
    assert left < at["learning for the next role"][0] < turn
    assert turn < at["in the role"][0] < stay_bar.get_x() + stay_bar.get_width()
    # What has no room within a bar is explained below.
    assert "leaving: earliest to latest" in at


def test_only_what_is_drawn_is_explained(en: Texts) -> None:
    # The whole of the first role goes by with learning, and both leave on a day that is known.
    told = (stay("a", 2026, 2030, 2030, 2030), stay("z", 2030, 2030, 2030, 2030, 120))
    made = [RouteBar(stay=one, words=one.role, ground="#fff", colour="#000") for one in told]
    figure = route_figure(made, en, style(), width=160, height=300)
    said = {text.get_text() for text in figure.axes[0].texts}
    assert "learning for the next role" in said
    assert not {"in the role", "leaving: earliest to latest"} & said


def test_the_names_stand_above_the_bars_where_there_is_room(en: Texts) -> None:
    def names(height: float) -> list[tuple[float, float]]:
        figure = route_figure(bars(), en, style(), width=600, height=height)
        return [
            text.get_position()
            for text in figure.axes[0].texts
            if text.get_text() == "Account manager"
        ]

    first, last = names(300)
    figure = route_figure(bars(), en, style(), width=600, height=300)
    patches = [patch for patch in figure.axes[0].patches if isinstance(patch, FancyBboxPatch)]
    assert first[1] < patches[0].get_y()
    assert first[1] < last[1] < patches[2].get_y()
    # Without that room one stands after its bar and the other before its own.
    first, last = names(route_height(bars(), en, style(), 600))
    assert first[0] > last[0]


def test_the_years_are_written_below(en: Texts) -> None:
    figure = route_figure(bars(), en, style(), width=500, height=300)
    said = {text.get_text() for text in figure.axes[0].texts}
    assert {"2026", "2028", "2031"} <= said


def test_a_route_without_any_time_is_drawn_all_the_same(en: Texts) -> None:
    told = [stay("a", 2026, 2026, 2026, 2026), stay("z", 2026, 2026, 2026, 2026)]
    made = [RouteBar(stay=one, words=one.role, ground="#ffffff", colour="#000000") for one in told]
    figure = route_figure(made, en, style(), width=600, height=200)
    assert {"a", "z"} <= {text.get_text() for text in figure.axes[0].texts}


def test_a_route_beyond_the_calendar_is_drawn_up_to_its_end(en: Texts) -> None:
    never = Stay(
        role="z",
        begin=date.max,
        learnt=date.max,
        end=date.max,
        earliest=date.max,
        latest=date.max,
        hours=1e9,
    )
    long = [RouteBar(stay=never, words="z", ground="#ffffff", colour="#000000")]
    assert route_figure([bars()[0], *long], en, style(), width=600, height=200).axes
