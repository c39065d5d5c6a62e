"""The parts of the capability matrix: names that are never cut, shades that can be read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.team.figures import team_figures
from planner.core.text import Texts, same_text
from planner.gui.models.team_matrix import TeamMatrixModel
from planner.gui.models.team_roster import roster
from planner.gui.pages.team.headings import shortened
from planner.gui.pages.team.legend import TeamLegend
from planner.gui.pages.team.matrix_view import COLUMN, TeamMatrixView
from planner.gui.pages.team.shades import above_clock, contrast, paint_stale_mark, shade
from planner.gui.theme import Theme
from tests.team_sample import crew, crew_catalogue, crew_ratings, team_of

LONG = "Coordination of international supplier programmes and their audits"


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, texts: Texts) -> TeamMatrixView:
    return shown(qtbot, theme, texts)


def shown(
    qtbot: QtBot, theme: Theme, texts: Texts, *people: str, skill: str = ""
) -> TeamMatrixView:
    """A matrix of the crew, with other names of people or of the last skill."""
    catalogue = crew_catalogue()
    if skill:
        last = replace(catalogue.skills[-1], name=same_text(skill))
        catalogue = replace(catalogue, skills=(*catalogue.skills[:-1], last))
    members = [
        replace(person, name=name)
        for person, name in zip(crew(), people or [one.name for one in crew()], strict=True)
    ]
    team = team_of(catalogue, members, {one.id: crew_ratings(one.id) for one in members})
    model = TeamMatrixModel()
    view = TeamMatrixView(model, theme)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    model.show_figures(
        roster(members, catalogue, team.as_of, texts),
        team.levels,
        team.levels.is_stale(team.as_of),
        team_figures(team).against(None),
        range(4),
        catalogue,
        texts,
    )
    view.apply_theme(theme, catalogue.scale)
    QApplication.processEvents()
    return view


@pytest.mark.parametrize("name", ["light", "dark", "paper"])
def test_every_number_can_be_read_on_its_shade(themes: dict[str, Theme], name: str) -> None:
    for step in range(101):
        ground, ink = shade(themes[name], step / 100)
        assert contrast(ground, ink) >= 4.5, step


def test_a_higher_level_is_told_by_a_stronger_shade(themes: dict[str, Theme]) -> None:
    for name in ("light", "dark"):
        theme = themes[name]
        strengths = [
            contrast(shade(theme, level / 5)[0], theme.colour("surface")) for level in range(6)
        ]
        assert strengths == sorted(strengths)
        assert min(b - a for a, b in pairwise(strengths)) > 0.1


def test_no_name_of_a_skill_is_cut(qtbot: QtBot, theme: Theme, texts: Texts) -> None:
    """Its lines have every letter, are at most two, and fit below the upper edge."""
    view = shown(qtbot, theme, texts, skill=LONG)
    heading = view.skills._heading(3)
    assert " ".join(heading.lines) == LONG
    assert len(heading.lines) <= 2
    metrics = QFontMetricsF(theme.font("small", bold=True))
    longest = max(metrics.horizontalAdvance(line) for line in heading.lines)
    assert longest * math.sin(math.radians(50)) < view.skills.height()
    # To the right of the last column there is room to scroll until the name is seen in full.
    bar = view.horizontalScrollBar()
    room = view.viewport().width() - (view.skills.length() - bar.maximum())
    assert room >= longest * math.cos(math.radians(50))


def test_a_slanted_name_is_clicked_where_it_is_seen(qtbot: QtBot, view: TeamMatrixView) -> None:
    chosen: list[str] = []
    view.sort_wanted.connect(chosen.append)
    header = view.skills
    for column, skill in enumerate(("law", "money", "talk")):
        foot = header.sectionViewportPosition(column) + header.sectionSize(column) / 2
        for up in (2, 40):
            at = QPointF(foot + up / math.tan(math.radians(50)), header.height() - 8 - up)
            assert header.column_at(at) == column
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
            assert chosen[-1] == skill
    assert header.column_at(QPointF(0, 2)) == -1


def test_a_long_name_makes_its_row_higher_wherever_it_stands(
    qtbot: QtBot, theme: Theme, texts: Texts
) -> None:
    view = shown(
        qtbot, theme, texts, "Bo", "Maria Magdalena de la Concepción y Fernández", "Cy", "Di"
    )
    model = view.model()
    assert isinstance(model, TeamMatrixModel)
    usual = view.people.sectionSize(0)
    row = model.row_of("ben")
    assert view.people.sectionSize(row) > usual
    model.set_words("concep")
    assert view.people.sectionSize(0) > usual
    model.set_words("cy")
    assert view.people.sectionSize(0) == usual
    lines = QFontMetrics(theme.font(bold=True)).height()
    assert usual >= lines + QFontMetrics(theme.font("small")).height()


def test_a_name_of_ten_thousand_letters_leaves_room_for_the_others(
    qtbot: QtBot, theme: Theme, texts: Texts
) -> None:
    view = shown(
        qtbot, theme, texts, "x" * 10_000, "<b>Ben</b>", "👩‍🚀" * 50, "Di", skill="y" * 10_000
    )
    assert view.people.sectionSize(0) < 400
    assert view.skills.height() < 400
    assert shortened("x" * 10_000) == "x" * 119 + "…"
    assert not view.grab().isNull()


def test_the_names_are_made_wider_by_their_edge(qtbot: QtBot, view: TeamMatrixView) -> None:
    widths: list[int] = []
    view.width_changed.connect(widths.append)
    view.width_changed.connect(view.set_names_width)
    people = view.people
    edge = QPoint(people.width() - 1, 20)
    qtbot.mousePress(people.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(people.viewport(), QPoint(people.width() + 60, 20))
    qtbot.mouseRelease(people.viewport(), Qt.MouseButton.LeftButton)
    assert widths
    assert people.width() == people.names_width == widths[-1]
    assert widths[-1] > 250
    view.set_names_width(9999)
    assert people.names_width == 560


def test_a_press_on_a_name_picks_the_row(qtbot: QtBot, view: TeamMatrixView) -> None:
    view.pick("ann", "money")
    y = view.people.sectionViewportPosition(2) + 5
    qtbot.mouseClick(view.people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, y))
    assert view.picked_cell == ("cyd", "money")


def test_the_current_cell_has_a_ring_that_says_where_the_keys_go(
    qtbot: QtBot, view: TeamMatrixView
) -> None:
    view.pick("cyd", "law")
    view.setFocus()
    with_focus = view.grab().toImage()
    view.clearFocus()
    assert view.grab().toImage() != with_focus
    view.pick("dan", "law")
    assert view.grab().toImage() != with_focus


def test_a_stale_or_lacking_level_looks_unlike_a_good_one(
    qtbot: QtBot, theme: Theme, texts: Texts, view: TeamMatrixView
) -> None:
    """Cyd's 3 is enough in law and in talk; Dan's 3 in talk is below his 4, and stale."""

    def picture(row: int, column: int):  # type: ignore[no-untyped-def]
        model = view.model()
        return view.grab(
            view.visualRect(model.index(row, column)).translated(view.viewport().pos())
        ).toImage()

    view.clearFocus()
    assert picture(2, 0) == picture(2, 2)
    assert picture(2, 2) != picture(3, 2)


@pytest.mark.parametrize("factor", [0.8, 1.0, 1.5, 2.0])
def test_a_number_with_decimals_stands_above_the_clock(theme: Theme, factor: float) -> None:
    large = replace(theme, text_factor=factor)
    side = round(COLUMN * factor) - 4

    def inked_rows(draw: Callable[[QPainter, QRectF], object]) -> list[int]:
        picture = QImage(side, side, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        draw(painter, QRectF(0, 0, side, side))
        painter.end()
        white = QColor("white").rgb()
        return [y for y in range(side) if any(picture.pixel(x, y) != white for x in range(side))]

    def number(painter: QPainter, cell: QRectF) -> None:
        font = large.font(bold=True)
        painter.setFont(font)
        place = above_clock(cell, QFontMetricsF(font))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "0.31")

    digits = inked_rows(number)
    clock = inked_rows(lambda painter, cell: paint_stale_mark(painter, cell, QColor("black")))
    assert digits[0] > 0
    assert digits[-1] + 1 < clock[0]


def test_the_legend_wraps_instead_of_being_cut(qtbot: QtBot, theme: Theme, texts: Texts) -> None:
    legend = TeamLegend(theme)
    qtbot.addWidget(legend)
    legend.retranslate(texts)
    assert legend.heightForWidth(300) > legend.heightForWidth(1200)
    for width in (300, 500, 1200):
        for place, *_ in legend._places(width):
            assert place.right() <= width
    large = replace(theme, text_factor=1.5)
    small = legend.heightForWidth(500)
    legend.apply_theme(large)
    assert legend.heightForWidth(500) > small
    assert "single point of failure" in legend.accessibleDescription()
