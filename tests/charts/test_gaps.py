"""The charts of a gap tell its figures, in full names that stay within the figure."""

from __future__ import annotations

import io
import subprocess
import sys
from itertools import combinations

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon

from planner.charts.descriptions import (
    MOST_CORNERS,
    bars_words,
    heaviest_first,
    radar_words,
)
from planner.charts.gaps import bars_figure, bars_height, radar_figure, radar_height
from planner.charts.style import ChartStyle, chart_style, estimated_width
from planner.core.gaps import Basis, Gap, gap
from planner.core.graph import PromotionGraph
from planner.core.people import Rater, Rating
from planner.core.text import Texts
from tests.gap_sample import (
    TODAY,
    sample_catalogue,
    sample_gap,
    sample_person,
    sample_ratings,
    wide_gap,
)

NO_REQUIREMENTS = "This role names no requirements, so readiness is unknown."
STYLE = ChartStyle(
    text="#000000",
    quiet="#555555",
    line="#dddddd",
    ground="#ffffff",
    held="#2161a8",
    families=("DejaVu Sans",),
)


def said(figure: Figure) -> list[str]:
    """Every line of text in a figure."""
    return [text.get_text() for text in figure.axes[0].texts]


def bars(figure: Figure) -> list[FancyBboxPatch]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, FancyBboxPatch)]


def gap_of(ratings: tuple[Rating, ...], role: str = "director") -> Gap:
    counting = {rating.skill: rating for rating in ratings}
    graph = PromotionGraph(sample_catalogue())
    return gap(graph, sample_person(), counting, role, basis=Basis.AGREED, as_of=TODAY)


def test_bars_are_as_long_as_the_weighted_gaps(english: Texts) -> None:
    figure = bars_figure(sample_gap(), sample_catalogue(), english, STYLE, width=400, height=300)
    widths = [bar.get_width() for bar in bars(figure)]
    # 3·(3−1), 2·(4−2), 3·(4−3), 1·3 unrated, 2·(4−3), 1·(4−3)
    assert [width / widths[0] for width in widths] == pytest.approx(
        [6 / 6, 4 / 6, 3 / 6, 3 / 6, 2 / 6, 1 / 6]
    )
    assert [line for line in said(figure) if line.isdigit()] == ["6", "4", "3", "3", "2", "1"]
    assert said(figure).count("unrated") == 1


def test_the_bar_of_an_unrated_skill_is_dashed_and_empty(english: Texts) -> None:
    figure = bars_figure(sample_gap(), sample_catalogue(), english, STYLE, width=400, height=300)
    looks = [
        (bar.get_facecolor()[3], bar.get_linestyle() in ("-", "solid")) for bar in bars(figure)
    ]
    assert looks == [(1, True), (1, True), (1, True), (0, False), (1, True), (1, True)]


def test_bars_say_how_many_are_left_out(english: Texts) -> None:
    figure = bars_figure(sample_gap(), sample_catalogue(), english, STYLE, width=400, height=100)
    shown = len(bars(figure))
    assert 1 <= shown < 6
    assert f"and {6 - shown} more with no larger gaps" in said(figure)


def test_bars_of_a_reached_role_say_so(english: Texts) -> None:
    held = tuple(
        Rating(entry=n, skill=skill.id, level=5.0, by=Rater.SELF, on=TODAY)
        for n, skill in enumerate(sample_catalogue().skills)
    )
    reached = gap_of(held)
    figure = bars_figure(reached, sample_catalogue(), english, STYLE)
    assert said(figure) == ["No gap: every required level is held."]
    words = bars_words(reached, sample_catalogue(), english)
    assert words == "No gap: every required level is held."


@pytest.mark.parametrize("draw", [bars_figure, radar_figure])
def test_a_role_without_requirements_says_so(draw: object, english: Texts) -> None:
    nothing = gap_of((), "host")
    figure = draw(nothing, sample_catalogue(), english, STYLE)  # type: ignore[operator]
    assert " ".join(said(figure)) == NO_REQUIREMENTS
    assert radar_words(nothing, sample_catalogue(), english) == NO_REQUIREMENTS
    assert bars_words(nothing, sample_catalogue(), english) == NO_REQUIREMENTS


@pytest.mark.parametrize("draw", [bars_figure, radar_figure])
def test_a_role_of_which_nothing_is_applicable_says_that(draw: object, english: Texts) -> None:
    everything = [
        Rating(entry=n, skill=skill.id, level=None, by=Rater.SELF, on=TODAY)
        for n, skill in enumerate(sample_catalogue().skills)
    ]
    nothing = gap_of(tuple(everything))
    figure = draw(nothing, sample_catalogue(), english, STYLE)  # type: ignore[operator]
    said_here = "No skill of this role is applicable, so readiness is unknown."
    assert " ".join(said(figure)) == said_here
    assert radar_words(nothing, sample_catalogue(), english) == said_here
    assert bars_words(nothing, sample_catalogue(), english) == said_here


def test_a_radar_has_every_name_in_full(english: Texts, chinese: Texts) -> None:
    for texts in (english, chinese):
        figure = radar_figure(sample_gap(), sample_catalogue(), texts, STYLE)
        drawn = "".join("".join(said(figure)).split())
        for skill in sample_catalogue().skills:
            assert "".join(texts.pick(skill.name).split()) in drawn


def test_a_radar_stands_at_the_levels(english: Texts) -> None:
    figure = radar_figure(sample_gap(), sample_catalogue(), english, STYLE)
    rings = [patch for patch in figure.axes[0].patches if isinstance(patch, Polygon)]
    middle = rings[0].get_xy()[:-1].mean(axis=0)
    # Five rings of the scale, then what is held, then what is required; the first axis points up.
    radius = middle[1] - rings[4].get_xy()[0][1]
    held, required = rings[5].get_xy()[0], rings[6].get_xy()[0]
    assert (middle[1] - held[1]) / radius == pytest.approx(1 / 5)
    assert (middle[1] - required[1]) / radius == pytest.approx(3 / 5)
    # The fourth skill is unrated: what is held of it lies in the middle, unknown.
    assert tuple(rings[5].get_xy()[3]) == pytest.approx(tuple(middle))


@pytest.mark.parametrize("count", [1, 2, 3, 9, 12, 13, 35])
@pytest.mark.parametrize("size", [(360, 310), (280, 250), (800, 600)])
def test_words_stay_within_the_figure_and_apart(
    count: int, size: tuple[int, int], english: Texts
) -> None:
    wide, catalogue = wide_gap(count)
    figure = radar_figure(wide, catalogue, english, STYLE, width=size[0], height=size[1])
    boxes = []
    for text in figure.axes[0].texts:
        width = STYLE.width_of(text.get_text(), STYLE.small, False)
        x, y = text.get_position()
        left = x - {"left": 0, "center": width / 2, "right": width}[text.get_ha()]
        boxes.append((left, y - STYLE.small * 0.75, left + width, y + STYLE.small * 0.25))
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= size[0]
        assert bottom <= size[1]
    for one, other in combinations(boxes, 2):
        is_apart = (
            one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        )
        assert is_apart, (one, other)


def is_radar(figure: Figure) -> bool:
    return any(isinstance(patch, Polygon) for patch in figure.axes[0].patches)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, False), (2, False), (3, True), (12, True), (13, False), (60, False)]
)
def test_fewer_than_three_skills_and_more_than_twelve_are_bars(
    count: int, expected: bool, english: Texts
) -> None:
    wide, catalogue = wide_gap(count)
    figure = radar_figure(wide, catalogue, english, STYLE, width=900, height=700)
    assert is_radar(figure) is expected
    note = f"{count} skills are bars: a radar of more than 12 cannot be read."
    assert (note in said(figure)) is (count > MOST_CORNERS)


def test_bars_of_many_skills_begin_with_the_heaviest_and_say_how_many_there_are(
    english: Texts,
) -> None:
    wide, catalogue = wide_gap(35)
    # Every level is 4.62 and the weight rises with the number.
    assert [skill.skill for skill in heaviest_first(wide, catalogue)] == [
        f"s{n}" for n in range(34, -1, -1)
    ]
    figure = radar_figure(wide, catalogue, english, STYLE, width=360, height=310)
    steps = [line for line in said(figure) if "→ 4.62" in line]
    left_out = 35 - len(steps)
    assert 1 < len(steps) < 35
    more = f"and {left_out} more that weigh less; all in the table"
    assert more in " ".join(said(figure))


def test_the_height_that_shows_every_skill_is_known(english: Texts) -> None:
    wide, catalogue = wide_gap(60)
    height = radar_height(wide, catalogue, english, STYLE, 640)
    figure = radar_figure(wide, catalogue, english, STYLE, width=640, height=height)
    assert len([line for line in said(figure) if "→ 4.62" in line]) == 60
    height = bars_height(wide, catalogue, english, STYLE, 640)
    figure = bars_figure(wide, catalogue, english, STYLE, width=640, height=height)
    assert not any(line.startswith("and ") for line in said(figure))


def test_bars_stand_closer_rather_than_need_more_than_there_is(english: Texts) -> None:
    wide, catalogue = wide_gap(30)
    for draw, height_of in ((radar_figure, radar_height), (bars_figure, bars_height)):
        free = height_of(wide, catalogue, english, STYLE, 640)
        close = height_of(wide, catalogue, english, STYLE, 640, free - 20)
        assert close <= free - 20
        figure = draw(wide, catalogue, english, STYLE, width=640, height=close)
        shown = [skill for skill in wide.skills if draw is radar_figure or skill.gap > 0]
        named = [line for line in said(figure) if line.startswith("Coordination")]
        assert len(named) == len(shown)
    assert radar_height(wide, catalogue, english, STYLE, 640, 90) == 90


def test_names_too_long_for_a_radar_are_bars(english: Texts) -> None:
    wide, catalogue = wide_gap(12)
    figure = radar_figure(wide, catalogue, english, STYLE, width=280, height=250)
    assert not is_radar(figure)
    assert "held → required" in said(figure)


def test_level_bars_stand_at_the_levels(english: Texts) -> None:
    # Two skills on a scale of 0 to 7: the first holds 0.25 of 4.62, the second is unrated.
    wide, catalogue = wide_gap(2)
    figure = radar_figure(wide, catalogue, english, STYLE, width=400, height=200)
    unrated, required, held, _tick = bars(figure)
    assert unrated.get_facecolor()[3] == 0
    assert unrated.get_width() == pytest.approx(required.get_width())
    assert unrated.get_linestyle() not in ("-", "solid")
    # What is hardly held has the least bar that is seen.
    assert held.get_width() == pytest.approx(max(3.0, required.get_width() * 0.25 / 4.62))
    assert {"– → 4.62", "0.25 → 4.62"} <= set(said(figure))


def test_the_lines_of_a_radar_are_named_beside_them(english: Texts) -> None:
    figure = radar_figure(sample_gap(), sample_catalogue(), english, STYLE, width=400, height=320)
    at = {text.get_text(): text.get_position() for text in figure.axes[0].texts}
    for word in ("held", "required", "unrated"):
        # Within the radar and its labels, and not in a legend at the foot.
        assert 40 < at[word][0] < 360, word
        assert 20 < at[word][1] < 300, word


def test_a_gap_without_ratings_says_what_to_do(english: Texts) -> None:
    nothing = gap_of(())
    figure = radar_figure(nothing, sample_catalogue(), english, STYLE)
    words = "Nothing is rated yet. Rate the skills to see here what is held."
    assert words in " ".join(said(figure))
    assert "held" not in said(figure)


def test_the_radar_in_words_counts(english: Texts) -> None:
    words = radar_words(sample_gap(), sample_catalogue(), english)
    assert "9 skills: 3 reached, 5 below what is required, 1 unrated" in words


def test_the_bars_in_words_name_each_gap(english: Texts) -> None:
    words = bars_words(sample_gap(), sample_catalogue(), english)
    assert words.startswith("Weighted gaps: Contract law 6; Financial budgeting 4;")
    assert "Talent development 3 (unrated)" in words


def test_a_dollar_sign_is_no_formula(english: Texts) -> None:
    wide, catalogue = wide_gap(3)
    figure = radar_figure(wide, catalogue, english, STYLE)
    assert not any(text.get_parse_math() for text in figure.axes[0].texts)


def test_the_style_takes_the_track_colour() -> None:
    style = chart_style({"text": "t", "text-quiet": "q", "line": "l", "surface": "s",
                         "track-2": "h"}.__getitem__, 2, ("A",), body=26.0)  # fmt: skip
    assert (style.held, style.text, style.quiet, style.line, style.ground) == tuple("htqls")
    assert style.small == pytest.approx(23.0)


def test_wide_letters_are_estimated_wider() -> None:
    assert estimated_width("法法", 10, False) == pytest.approx(20)
    assert estimated_width("aa", 10, False) < 20
    assert estimated_width("aa", 10, True) > estimated_width("aa", 10, False)


def test_figures_need_neither_pyplot_nor_qt() -> None:
    code = (
        "import sys, planner.charts.gaps; "
        "bad = {'matplotlib.pyplot', 'PySide6'} & set(sys.modules); sys.exit(len(bad))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_descriptions_and_style_do_not_load_matplotlib() -> None:
    code = (
        "import sys, planner.charts.descriptions, planner.charts.style; "
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_figure_can_be_saved_as_a_file_of_its_own(english: Texts) -> None:
    figure = bars_figure(sample_gap(), sample_catalogue(), english, STYLE)
    written = io.StringIO()
    figure.savefig(written, format="svg", metadata={"Date": None})
    assert "<svg" in written.getvalue()


def test_ratings_of_the_sample_leave_one_skill_unrated() -> None:
    assert len(sample_ratings()) == 8
    assert sample_gap().unrated == ("talent",)
