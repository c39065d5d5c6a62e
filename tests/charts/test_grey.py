"""Without any colour the series of a chart are told apart: by dashes, marks, width or filling."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any

from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from planner.charts.elements.raters import cross_look, rater_look, required_look, stale_look
from planner.charts.gaps import bars_figure, radar_figure
from planner.charts.history import skill_history_figure
from planner.charts.parts import KeptBar, kept_figure
from planner.charts.plan import timeline_figure
from planner.charts.style import ChartStyle
from planner.core.people import Rater
from planner.core.text import Texts
from tests.charts.test_history import MANY, SCALE
from tests.charts.test_history import TODAY as DAY
from tests.charts.test_plan import DAY as PLAN_DAY
from tests.charts.test_plan import action, plan
from tests.gap_sample import sample_catalogue, sample_gap, wide_gap

# Each role of colour is another shade of one and the same grey, but for the ground.
STYLE = ChartStyle(
    text="#222222",
    quiet="#222222",
    line="#222222",
    ground="#ffffff",
    held="#222222",
    families=("DejaVu Sans",),
)


def line_form(look: dict[str, Any]) -> tuple[object, ...]:
    """What of a line is seen without colour."""
    face = look.get("markerfacecolor")
    hollow = face is not None and to_rgba(face)[:3] == (1.0, 1.0, 1.0)
    return (
        str(look.get("linestyle", "solid")),
        look.get("marker"),
        hollow,
        look.get("linewidth", 0),
    )


def test_raters_required_stale_and_not_applicable_have_forms_of_their_own() -> None:
    looks = [rater_look(rater, STYLE) for rater in Rater]
    looks += [required_look(STYLE), stale_look(STYLE.quiet), cross_look(STYLE.quiet)]
    forms = [line_form(look) for look in looks]
    assert len(set(forms)) == len(forms)
    # Not by a width alone, which nobody compares.
    assert len({form[:3] for form in forms}) == len(forms)


def is_solid(style: object) -> bool:
    return style in ("-", "solid")


def fills(figure: Figure) -> set[tuple[object, ...]]:
    """The ways in which the bars of a chart are filled and edged."""
    found = set()
    for patch in figure.axes[0].patches:
        red, green, blue, alpha = patch.get_facecolor()
        is_hollow = alpha == 0 or (red, green, blue) == (1.0, 1.0, 1.0)
        dashes = "" if not is_hollow else "solid" if is_solid(patch.get_linestyle()) else "dashed"
        found.add((is_hollow, dashes))
    return found


def test_rated_and_unrated_bars_differ(english: Texts) -> None:
    weighted = bars_figure(sample_gap(), sample_catalogue(), english, STYLE)
    assert fills(weighted) == {(False, ""), (True, "dashed")}
    # Held, missing and unrated in the bars of levels.
    wide, catalogue = wide_gap(13)
    levels = radar_figure(wide, catalogue, english, STYLE, width=500, height=500)
    assert fills(levels) == {(False, ""), (True, "solid"), (True, "dashed")}


def test_what_is_kept_for_sure_at_most_and_before_differ(english: Texts) -> None:
    bars = [KeptBar(name="a", kept=0.3, at_most=0.5, before=0.9, words="1 → 2")]
    assert len(fills(kept_figure(bars, english, STYLE, width=300, height=60))) == 3


def test_late_work_is_hollow(english: Texts) -> None:
    late = plan(action(80, due=PLAN_DAY + timedelta(days=20)))
    drawn = timeline_figure(
        late.open, PLAN_DAY, english, STYLE, now="today", late="#222222", width=400, height=200
    )
    assert len(fills(drawn)) == 2


def test_the_lines_of_a_radar_differ(english: Texts) -> None:
    figure = radar_figure(sample_gap(), sample_catalogue(), english, STYLE, width=400, height=320)
    dashes = [patch.get_linestyle() for patch in figure.axes[0].patches]
    lines: dict[tuple[str, float], int] = defaultdict(int)
    for line in figure.axes[0].lines:
        lines[(line.get_linestyle(), round(line.get_linewidth(), 1))] += 1
    # Required is dashed; held is a thick line, unrated a dotted one, and spokes are thin.
    assert any(not is_solid(style) for style in dashes)
    assert {("-", 2.0), ("--", 1.5), ("-", 1.0)} <= set(lines)


def test_a_history_of_one_grey_has_its_names_at_the_lines(english: Texts) -> None:
    figure = skill_history_figure(MANY[:30], 4.0, SCALE, english, STYLE, as_of=DAY)
    said = " ".join(text.get_text() for text in figure.axes[0].texts)
    for name in ("self", "manager", "agreed", "required 4"):
        assert name in said
