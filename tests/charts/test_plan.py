"""The timeline of a plan: bars as long as the work, due days, and what is late without colour."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from planner.charts.plan import timeline_figure, timeline_height
from planner.charts.style import ChartStyle
from planner.core.career import Action
from planner.core.planning.plan import Plan, PlannedAction, plan_of
from planner.core.text import Texts
from tests.plan_sample import DAY, plan_actions, plan_career, plan_catalogue, plan_gap

HELD, LATE, GROUND = "#2161a8", "#a34a08", "#ffffff"
STYLE = ChartStyle(
    text="#000000",
    quiet="#555555",
    line="#dddddd",
    ground=GROUND,
    held=HELD,
    families=("DejaVu Sans",),
)


def plan(*actions: Action) -> Plan:
    return plan_of(plan_career(*actions), plan_catalogue(), plan_gap(), DAY)


def figure(shown: tuple[PlannedAction, ...], texts: Texts, height: float = 800.0) -> Figure:
    return timeline_figure(
        shown, DAY, texts, STYLE, now="today", late=LATE, width=400, height=height
    )


def said(drawn: Figure) -> list[str]:
    return [text.get_text() for text in drawn.axes[0].texts]


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def bars(drawn: Figure, face: str, edge: str | None = None) -> list[FancyBboxPatch]:
    """The bars of a colour in the plot, without those of the legend, which are 16 wide."""
    found = [patch for patch in drawn.axes[0].patches if isinstance(patch, FancyBboxPatch)]
    return [
        bar
        for bar in found
        if tuple(bar.get_facecolor())[:3] == pytest.approx(rgb(face))
        and (edge is None or tuple(bar.get_edgecolor())[:3] == pytest.approx(rgb(edge)))
    ]


def action(days: float, **more: object) -> Action:
    """An action that takes so many days at three hours a week."""
    known = {"id": "action-1", "title": "Do it", "made": DAY, "hours": days * 3 / 7}
    return Action(**(known | more))  # type: ignore[arg-type]


def test_a_bar_is_as_long_as_the_work(english: Texts) -> None:
    two = plan(action(56), action(28, id="action-2"))
    drawn = figure(two.open, english)
    work, next_work = bars(drawn, HELD)
    assert work.get_width() == pytest.approx(2 * next_work.get_width())
    assert next_work.get_x() == pytest.approx(work.get_x() + work.get_width())
    # The first bar is named beside it, so there is no legend.
    (word,) = [text for text in drawn.axes[0].texts if text.get_text() == "period of work"]
    assert word.get_position()[0] == pytest.approx(work.get_x() + work.get_width() + 6)


def test_what_comes_after_the_due_day_is_hollow(english: Texts) -> None:
    late = plan(action(80, due=DAY + timedelta(days=20)))
    drawn = figure(late.open, english)
    in_time, _ = bars(drawn, HELD)
    after, legend = bars(drawn, GROUND, LATE)
    # A quarter of the work fits; the edge of the hollow part takes 1.5 units.
    assert (after.get_width() + 1.5) / in_time.get_width() == pytest.approx(3)
    assert legend.get_linewidth() == after.get_linewidth()
    assert "after it is due" in said(drawn)


def test_what_fits_has_no_hollow_part(english: Texts) -> None:
    drawn = figure(plan(action(20, due=DAY + timedelta(days=20))).open, english)
    assert bars(drawn, GROUND, LATE) == []
    assert {"period of work", "due"} <= {*said(drawn)}
    assert "after it is due" not in said(drawn)


def test_an_overdue_action_is_joined_to_today_by_a_dashed_line(english: Texts) -> None:
    overdue = plan(action(10, due=DAY - timedelta(days=7)))
    drawn = figure(overdue.open, english)
    dashed = [line for line in drawn.axes[0].lines if line.get_linestyle() == "--"]
    (line,) = dashed
    assert line.get_color() == LATE
    x = line.get_xdata()
    assert x[0] < x[1]


def test_every_title_and_the_day_stand_in_it(english: Texts) -> None:
    whole = plan()
    drawn = figure(whole.overdue_first, english)
    words = " ".join(said(drawn))
    for one in whole.actions:
        assert one.action.title in words
    assert "today" in said(drawn)
    assert "day done or dropped" in said(drawn)


def test_the_rows_stand_in_the_order_given(english: Texts) -> None:
    whole = plan()
    titles = [one.action.title for one in whole.overdue_first]
    heights = {
        text.get_text(): text.get_position()[1]
        for text in figure(whole.overdue_first, english).axes[0].texts
    }
    places = [heights[title] for title in titles if title in heights]
    assert len(places) > 5
    assert places == sorted(places)


def test_it_says_how_many_do_not_fit(english: Texts) -> None:
    whole = plan()
    drawn = figure(whole.overdue_first, english, height=220)
    shown = [one for one in whole.actions if one.action.title in said(drawn)]
    assert 1 <= len(shown) < 9
    assert f"and {9 - len(shown)} more in the list" in said(drawn)


def test_what_does_not_fit_is_not_measured(english: Texts) -> None:
    """A plan may hold hundreds of actions, and a page has room for a dozen."""
    measured: list[str] = []

    def width_of(text: str, size: float, bold: bool) -> float:
        measured.append(text)
        return 6.0 * len(text)

    style = replace(STYLE, width_of=width_of)
    shown = plan(*(action(7, id=f"action-{n}", title=f"Number{n}") for n in range(200))).open
    drawn = timeline_figure(
        shown, DAY, english, style, now="today", late=LATE, width=400, height=300
    )
    rows = [words for words in said(drawn) if words.startswith("Number")]
    assert f"and {200 - len(rows)} more in the list" in said(drawn)
    # One more than there is room for, and perhaps the one whose place the last line takes.
    numbers = {words for words in measured if words.startswith("Number")}
    assert len(rows) < len(numbers) <= len(rows) + 2


def test_it_is_as_high_as_it_needs_to_be(english: Texts) -> None:
    shown = plan().overdue_first
    height = timeline_height(shown, DAY, english, STYLE, 400)
    assert not [words for words in said(figure(shown, english, height)) if " more " in words]
    assert "and 1 more in the list" in said(figure(shown, english, height - 1))


def test_nothing_to_show_says_so(english: Texts) -> None:
    words = "No action to show. Add one to the plan to see it over time."
    assert " ".join(said(figure((), english))) == words


def test_an_action_without_hours_and_day_says_so_in_its_row(english: Texts) -> None:
    drawn = figure(plan(action(1, hours=None)).open, english)
    assert "no hours and no day yet" in said(drawn)


def test_a_mark_is_named_beside_it_once(english: Texts) -> None:
    late = plan(action(20, due=DAY - timedelta(days=20)), action(20, id="action-2"))
    drawn = figure(late.overdue_first, english)
    assert said(drawn).count("due") == said(drawn).count("after it is due") == 1


@pytest.mark.parametrize("size", [(300, 300), (400, 560), (505, 330), (1100, 800)])
@pytest.mark.parametrize(
    "title", ["x" * 10_000, "很长的标题" * 60, "<b>Bold</b> $x_1$ {day} 😀", "One"]
)
def test_words_stay_within_and_rows_apart(
    size: tuple[int, int], title: str, english: Texts
) -> None:
    actions = [replace(one, title=f"{title}") for one in plan_actions()]
    drawn = timeline_figure(
        plan(*actions).overdue_first,
        DAY,
        english,
        STYLE,
        now="today",
        late=LATE,
        width=size[0],
        height=size[1],
    )
    lines = []
    for text in drawn.axes[0].texts:
        x, y = text.get_position()
        width = STYLE.width_of(text.get_text(), STYLE.small, text.get_weight() == "semibold")
        left = {"left": x, "center": x - width / 2}[text.get_horizontalalignment()]
        assert left >= -0.5, text.get_text()
        assert left + width <= size[0] + 0.5, text.get_text()
        assert 0 <= y <= size[1] + 0.5, text.get_text()
        lines.append((left, left + width, y))
    for number, (left, right, y) in enumerate(lines):
        for other_left, other_right, other_y in lines[number + 1 :]:
            is_apart = other_left >= right or left >= other_right
            assert is_apart or abs(y - other_y) >= STYLE.small * 0.9


def test_it_is_drawn_whatever_the_days(english: Texts) -> None:
    career = plan_career(action(10_000, hours=10_000.0), action(1, id="action-2", due=date.max))
    slow = replace(career, person=replace(career.person, hours_a_week=0.001))
    whole = plan_of(slow, plan_catalogue(), plan_gap(), DAY)
    drawn = figure(whole.open, english)
    drawn.savefig(io.BytesIO(), format="svg")
    assert "today" in said(drawn)
