"""The models of the Team page: rows worked out by hand, orders, filters, words, Qt's contract."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.core.people import Stance, Wish
from planner.core.team.against_roles import Standings, Team
from planner.core.team.coverage import required_levels
from planner.core.team.figures import TeamFigures, team_figures
from planner.core.team.succession import succession
from planner.core.text import Texts
from planner.gui.models.team_coverage import CoverageRow, TeamCoverageModel
from planner.gui.models.team_matrix import Order, TeamMatrixModel, by_skill
from planner.gui.models.team_roles import TeamRolesModel, role_rows
from planner.gui.models.team_roster import roster
from tests.team_sample import TODAY, crew, crew_catalogue, crew_ratings, crew_team, team_of

pytestmark = pytest.mark.usefixtures("qapp")

ALL = (0, 1, 2, 3)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def show(
    model: TeamMatrixModel,
    texts: Texts,
    team: Team | None = None,
    role: str | None = None,
    columns: tuple[int, ...] = ALL,
) -> TeamFigures:
    team = team or crew_team()
    figures = team_figures(team)
    model.show_figures(
        roster(team.people, team.catalogue, team.as_of, texts),
        team.levels,
        team.levels.is_stale(team.as_of),
        figures.against(role),
        columns,
        team.catalogue,
        texts,
    )
    return figures


@pytest.fixture
def model(texts: Texts) -> TeamMatrixModel:
    made = TeamMatrixModel()
    show(made, texts)
    return made


def names(model: TeamMatrixModel) -> list[str]:
    return [str(model.headerData(row, DOWN)).split()[0] for row in range(model.rowCount())]


def numbers(model: TeamMatrixModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def plain(words: object) -> str:
    return str(words).replace("\N{NO-BREAK SPACE}", " ")


def test_the_cells(model: TeamMatrixModel) -> None:
    """Columns are law, money, talk, code; the figures stand in `team_sample`."""
    assert names(model) == ["Ann", "Ben", "Cyd", "Dan"]
    assert numbers(model) == [
        ["4", "1", "3", "–"],
        ["2", "–", "n/a", "–"],
        ["3", "–", "3", "–"],
        ["–", "–", "3", "2"],
    ]
    assert [model.headerData(column, ACROSS) for column in range(4)] == [
        "Contract law",
        "Financial budgeting",
        "Cross-cultural communication",
        "Code review",
    ]


def test_what_is_marked(model: TeamMatrixModel) -> None:
    """Ann's money is below the 2 of a lead and of 2024; Dan's talk is below 4 and stale."""
    marks = {
        (row, column) for row in range(4) for column in range(4) if model.cell(row, column).is_below
    }
    assert marks == {(0, 1), (3, 2)}
    assert {
        (row, column) for row in range(4) for column in range(4) if model.cell(row, column).is_stale
    } == {(0, 1), (3, 2)}
    assert not any(model.cell(row, column).is_missing for row in range(4) for column in range(4))


def test_what_is_missing_for_one_role(model: TeamMatrixModel, texts: Texts) -> None:
    """A lead needs law, money and talk; Ben's talk is not applicable, which is no lack."""
    show(model, texts, role="lead")
    missing = {
        (names(model)[row], column)
        for row in range(4)
        for column in range(4)
        if model.cell(row, column).is_missing
    }
    assert missing == {("Ben", 1), ("Cyd", 1), ("Dan", 0), ("Dan", 1)}


def test_what_is_read_aloud(model: TeamMatrixModel) -> None:
    aloud = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 1).data(aloud) == "Ann Bo, Financial budgeting: 1, required 2, stale"
    assert (
        model.index(1, 2).data(aloud)
        == "Ben Ito, Cross-cultural communication: not applicable, required 3"
    )
    assert plain(model.headerData(3, DOWN, aloud)) == "Dan Wu, Coach, 75 %"


def test_a_name_with_markup_is_no_markup(model: TeamMatrixModel, texts: Texts) -> None:
    people = (replace(crew()[0], name="<b>Ann</b><img src='file:///x'>"),)
    show(model, texts, team_of(crew_catalogue(), people, {}))
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Ann&lt;/b&gt;&lt;img" in tip
    assert model.headerData(0, DOWN) == "<b>Ann</b><img src='file:///x'>"


@pytest.mark.parametrize(
    ("by", "rising", "falling"),
    [
        ("name", "Ann Ben Cyd Dan", "Dan Cyd Ben Ann"),
        # Account clerk, account lead, coach.
        ("role", "Ben Cyd Ann Dan", "Dan Ann Cyd Ben"),
        # 6/8, 17/19, 1 and 1; equals stand by name either way.
        ("readiness", "Dan Ann Ben Cyd", "Ben Cyd Ann Dan"),
        # Unrated and not applicable stand last either way.
        (by_skill("law"), "Ben Cyd Ann Dan", "Ann Cyd Ben Dan"),
        (by_skill("talk"), "Ann Cyd Dan Ben", "Ann Cyd Dan Ben"),
        (by_skill("code"), "Dan Ann Ben Cyd", "Dan Ann Ben Cyd"),
        (by_skill("gone"), "Ann Ben Cyd Dan", "Dan Cyd Ben Ann"),
    ],
)
def test_orders(model: TeamMatrixModel, by: str, rising: str, falling: str) -> None:
    model.order_by(Order(by))
    assert names(model) == rising.split()
    model.order_by(Order(by, falls=True))
    assert names(model) == falling.split()


def test_unknown_readiness_stands_last(model: TeamMatrixModel, texts: Texts) -> None:
    """As coaches Ann, Cyd and Dan are at 75 %; Ben's readiness is unknown."""
    show(model, texts, role="coach")
    for falls in (True, False):
        model.order_by(Order("readiness", falls=falls))
        assert names(model) == ["Ann", "Cyd", "Dan", "Ben"]


def test_of_equal_low_ends_the_higher_one_is_readier(model: TeamMatrixModel, texts: Texts) -> None:
    """Against the lead both hold 3 of 19; Zoe's law is unrated, Amy's is 0."""
    dan = crew()[3]
    people = (replace(dan, id="amy", name="Amy"), replace(dan, id="zoe", name="Zoe"))
    talk = crew_ratings("dan")[0]
    ratings = {"amy": (talk, replace(talk, skill="law", level=0.0)), "zoe": (talk,)}
    show(model, texts, team_of(crew_catalogue(), people, ratings), role="lead")
    model.order_by(Order("readiness", falls=True))
    assert names(model) == ["Zoe", "Amy"]


def test_filters(model: TeamMatrixModel) -> None:
    model.set_words("ACC bo")
    assert names(model) == ["Ann"]
    model.set_words("clerk")
    assert names(model) == ["Ben", "Cyd"]
    assert (model.row_of("ann"), model.row_of("cyd"), model.row_of("gone")) == (-1, 1, -1)
    model.order_by(Order(falls=True))
    assert names(model) == ["Cyd", "Ben"]
    model.set_columns((2, 0))
    assert (model.skill_at(0), model.column_of("law"), model.column_of("code")) == ("talk", 1, -1)
    model.set_words("nobody at all")
    assert names(model) == []
    assert model.person_at(0) is None
    model.set_words("")
    assert len(names(model)) == 4


def test_a_team_that_is_still_read(texts: Texts) -> None:
    """Names stand at once, levels as they come; readiness is worked out at the end."""
    team = crew_team()
    made = TeamMatrixModel()
    QAbstractItemModelTester(made, FATAL, made)
    required = required_levels(team.catalogue, team.roles())
    people = roster(team.people, team.catalogue, TODAY, texts)
    made.show_roster(people, team.catalogue, required, ALL, texts)
    assert not made.is_complete
    assert made.words_of(0, 0) == "Ann Bo, Contract law: not read yet"
    made.put(team.levels.of(["dan"]), TODAY, 12)
    assert [made.cell(row, 3).is_read for row in range(4)] == [False, False, False, True]
    assert made.words_of(3, 2) == "Dan Wu, Cross-cultural communication: 3, required 4, stale"
    member = made.member(3)
    assert member is not None
    assert member.readiness == ""
    # Somebody who has gone meanwhile, or another team's levels, are let be.
    made.put(replace(team.levels.of(["ann"]), people=("stranger",)), TODAY, 12)
    made.put(replace(team.levels.of(["ann"]), skills=("law",)), TODAY, 12)
    assert not made.cell(0, 0).is_read


def test_the_models_keep_qts_contract(texts: Texts) -> None:
    matrix = TeamMatrixModel()
    coverage = TeamCoverageModel(matrix)
    roles = TeamRolesModel()
    for tested in (matrix, coverage, roles):
        QAbstractItemModelTester(tested, FATAL, tested)
    figures = show(matrix, texts)
    coverage.show_coverage(figures.against(None).coverage, crew_catalogue(), texts)
    roles.show(role_rows(figures.roles, figures.team, texts))
    matrix.set_words("clerk")
    matrix.order_by(Order("role", falls=True))
    matrix.set_columns((1,))
    coverage.show_coverage(figures.against("lead").coverage, crew_catalogue(), texts)
    matrix.clear()
    coverage.show_coverage(None, None, texts)
    roles.show(())
    for model in (matrix, coverage, roles):
        assert model.data(QModelIndex()) is None


def test_the_coverage_below(texts: Texts) -> None:
    """Three, none, two and nobody asked; the highest bar is that of law."""
    matrix = TeamMatrixModel()
    coverage = TeamCoverageModel(matrix)
    figures = show(matrix, texts)
    coverage.show_coverage(figures.against(None).coverage, crew_catalogue(), texts)
    covers = [coverage.cover(column) for column in range(4)]
    assert [cover.words for cover in covers] == ["3", "0", "2", "–"]
    assert [cover.part for cover in covers] == pytest.approx([1, 0, 2 / 3, 0])
    assert not any(cover.is_single_point for cover in covers)
    stale = [coverage.index(CoverageRow.STALE, column).data() for column in range(4)]
    assert [plain(share) for share in stale] == ["0 %", "100 %", "33 %", "0 %"]
    aloud = Qt.ItemDataRole.AccessibleTextRole
    assert coverage.index(0, 0).data(aloud) == "Contract law: 3 of 3 at the required level"
    assert coverage.index(1, 1).data(aloud) == "Financial budgeting: 1 of 1 rating stale"
    assert coverage.headerData(0, DOWN) == "Coverage"


def test_the_coverage_follows_the_columns(texts: Texts) -> None:
    matrix = TeamMatrixModel()
    coverage = TeamCoverageModel(matrix)
    figures = show(matrix, texts, columns=(2,))
    coverage.show_coverage(figures.against("lead").coverage, crew_catalogue(), texts)
    assert coverage.columnCount() == 1
    assert coverage.cover(0).words == "3"
    assert coverage.headerData(0, ACROSS) == "Cross-cultural communication"


def test_who_is_ready_for_what(texts: Texts) -> None:
    """Ready first, then within reach with the nearest first, then without a successor."""
    team = crew_team()
    rows = role_rows(team_figures(team).roles, team, texts)
    assert [
        (row.name, row.state, [(plain(line.name), plain(line.words)) for line in row.lines])
        for row in rows
    ] == [
        ("Account clerk", "ready", [("Ann Bo", "ready · does not want it")]),
        ("Coach", "near", [("Ann Bo", "75 % · 1 essential open")]),
        ("Account lead", "near", [("Cyd Rao", "63–84 % · 1 essential open")]),
        ("Chief", "none", [("nobody within 60 %", "no successor")]),
        ("Host", "none", [("nobody to compare", "no successor")]),
    ]
    assert rows[0].words == "Account clerk: Ann Bo, ready · does not want it"


def test_of_many_who_are_ready_the_first_are_named(texts: Texts) -> None:
    """Five leads hold all that a clerk needs; whoever wants it stands first."""
    ann = crew()[0]
    people = [replace(ann, id=f"a{n}", name=f"A{n}", wishes=()) for n in range(5)]
    people[4] = replace(people[4], wishes=(Wish(role="clerk", stance=Stance.WANTED, on=TODAY),))
    ratings = {person.id: crew_ratings("ann") for person in people}
    team = team_of(crew_catalogue(), people, ratings)
    (clerk, *_) = role_rows(succession(team, Standings(team)), team, texts)
    assert [(line.name, line.words) for line in clerk.lines] == [
        ("A4", "ready · wants it"),
        ("A0", "ready"),
        ("A1", "ready"),
        ("", "2 more ready"),
    ]


def test_thousands_are_sorted_at_once(texts: Texts) -> None:
    """Each order is what sorting the people one by one gives."""
    rng = np.random.default_rng(7)
    ann = crew()[0]
    people = [replace(ann, id=f"p{n}", name=f"N{n:04}") for n in range(300)]
    team = team_of(crew_catalogue(), people, {})
    levels = rng.choice([np.nan, 0.0, 1.5, 3.0, 5.0], size=(300, 4))
    team = replace(team, levels=replace(team.levels, level=levels))
    model = TeamMatrixModel()
    show(model, texts, team)
    model.order_by(Order(by_skill("talk"), falls=True))
    known = [one for one in range(300) if not np.isnan(levels[one, 2])]
    unknown = [one for one in range(300) if np.isnan(levels[one, 2])]
    wanted = sorted(known, key=lambda one: (-levels[one, 2], one)) + unknown
    shown = [model.person_at(row) for row in range(300)]
    assert [person.id for person in shown if person] == [f"p{one}" for one in wanted]
