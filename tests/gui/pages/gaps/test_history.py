"""Histories in the window: the table twin as a model, the cards, and the Gaps page's history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import planner.gui.look.figure_painting  # noqa: F401 - matplotlib starts a thread while it lists fonts
from planner.core.gaps import Basis
from planner.core.keeping.person_edits import add_person, rate
from planner.core.people import Person, Rater, Rating
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import TOLD_ROLE, RowsModel, Told
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.rows.rows_view import RowsView
from planner.gui.workspace import Workspace
from tests.gap_sample import sample_catalogue, sample_person, sample_ratings
from tests.gui.answers import Answers
from tests.gui.pages.gaps.test_page import put

TODAY = date(2026, 11, 23)


# the table


@pytest.fixture
def model(qapp: QApplication) -> RowsModel:
    return RowsModel(2)


ROWS = [
    [Told("1 May 2026"), Told("Skilled", "agreed", "accent", is_bold=True)],
    [Told("1 May 2025", "stale", "warning", is_stale=True), Told("Aware", "self")],
]


def test_the_model_keeps_qts_contract(model: RowsModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, mode, model)
    model.show(["Day", "Level"], ROWS)
    model.show(["Day", "Level"], ROWS[:1])
    model.show(["Day", "Level"], [])
    model.show(["Day", "Level"], ROWS)


def test_rows_headings_and_what_is_read_aloud(model: RowsModel) -> None:
    model.show(["Day", "Level"], ROWS)
    across = Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in range(2)] == ["Day", "Level"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(2, across) is None
    assert model.words == (
        ("1 May 2026", "Skilled\nagreed"),
        ("1 May 2025\nstale", "Aware\nself"),
    )
    cell = model.index(1, 0)
    assert cell.data() == "1 May 2025"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "1 May 2025, stale"
    assert cell.data(TOLD_ROLE) == ROWS[1][0]
    assert model.data(QModelIndex()) is None


@pytest.fixture
def view(model: RowsModel, theme: Theme, qtbot: QtBot) -> RowsView:
    made = RowsView(model, theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_columns_fill_the_width_and_no_word_is_cut(
    view: RowsView, model: RowsModel, qtbot: QtBot, appearance: Appearance
) -> None:
    long = "A comment of many words that cannot stand on one line of so narrow a table"
    model.show(
        ["Day", "A heading of words", "Comment"],
        [[Told("25 Mar 2026"), Told("2.5, at least Working", "manager"), Told(long, "x" * 300)]],
    )
    for percent, width in ((100, 400), (150, 400), (100, 260)):
        appearance.set_text_percent(percent)
        view.apply_theme(appearance.theme)
        view.resize(width, 300)
        for _ in range(3):
            QApplication.processEvents()
        widths = [view.columnWidth(column) for column in range(3)]
        assert sum(widths) >= view.viewport().width()
        metrics = view.fontMetrics()
        for column, words in ((0, "2026"), (1, "Working"), (2, "comment")):
            assert widths[column] >= metrics.horizontalAdvance(words) + 2 * 8
    # Three hundred letters without a space take many lines.
    assert view.rowHeight(0) > 6 * view.fontMetrics().height()


def test_what_has_no_room_is_scrolled_to(view: RowsView, model: RowsModel, qtbot: QtBot) -> None:
    headings = [f"Longheading{number}" for number in range(6)]
    model.show(headings, [[Told("1")] * 6])
    view.resize(300, 200)
    bar = view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    whole = sum(view.columnWidth(column) for column in range(6))
    assert bar.maximum() == whole - view.viewport().width()
    bar.setValue(bar.maximum())
    last = view.visualRect(model.index(0, 5))
    assert last.right() + 1 == view.viewport().width()
    view.resize(whole, 200)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_row_is_opened_by_enter_and_by_a_double_click(
    view: RowsView, model: RowsModel, qtbot: QtBot
) -> None:
    model.show(["Day", "Level"], ROWS)
    QApplication.processEvents()
    opened: list[int] = []
    view.opened.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    place = view.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [1, 0]


def test_numbers_end_at_the_right_and_words_begin_at_the_left(
    view: RowsView, model: RowsModel, theme: Theme
) -> None:
    ink = theme.colour("text").rgb()

    def inked(column: int, row: int) -> tuple[int, int]:
        """How far the words of a cell are from its left and from its right edge."""
        picture = view.viewport().grab().toImage()
        cell = view.visualRect(model.index(row, column))
        found = [
            x
            for x in range(cell.left(), cell.right() + 1)
            if any(picture.pixel(x, y) == ink for y in range(cell.top(), cell.bottom()))
        ]
        return found[0] - cell.left(), cell.right() - found[-1]

    rows = [[Told("Law"), Told("7")], [Told("Trust"), Told("112")]]
    model.show(["Skill", "Weighted gap in all"], rows, numbers={1})
    QApplication.processEvents()
    for row in range(2):
        # The padding of 8, and what the letters leave free at their edges.
        assert inked(0, row)[0] <= 8 + 8 < inked(0, row)[1]
        assert inked(1, row)[1] <= 8 + 8 < inked(1, row)[0]
    sides = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        & Qt.AlignmentFlag.AlignHorizontal_Mask.value
        for column in range(2)
    ]
    assert sides == [Qt.AlignmentFlag.AlignLeft.value, Qt.AlignmentFlag.AlignRight.value]
    model.show(["Skill", "Weighted gap in all"], rows)
    QApplication.processEvents()
    assert inked(1, 0)[0] <= 8 + 8


def test_what_is_stale_has_a_clock(view: RowsView, model: RowsModel, theme: Theme) -> None:
    warning = theme.colour("warning").rgb()

    def is_warned() -> bool:
        QApplication.processEvents()
        picture = view.viewport().grab().toImage()
        # The clock stands at the left, before any word.
        return any(
            picture.pixel(x, y) == warning for x in range(8, 20) for y in range(picture.height())
        )

    model.show(["Day", "Level"], [[Told("1 May 2025", " ", "warning"), Told("x")]])
    assert not is_warned()
    model.show(["Day", "Level"], [[Told("1 May 2025", " ", "warning", is_stale=True), Told("x")]])
    assert is_warned()


# beside the gap


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    put(workspace.store, sample_catalogue(), sample_person(), sample_ratings())
    workspace.open_person("sample", "lin-wei")
    return workspace


@pytest.fixture
def page(
    qtbot: QtBot, small: Workspace, theme: Theme, icons: Icons, tasks: Tasks, answers: Answers
) -> Iterator[GapsPage]:
    made = GapsPage(small, theme, icons, tasks, EvidenceDoor(tasks, answers, tasks))
    made.resize(1184, 744)
    made.show()
    qtbot.waitUntil(lambda: made.charts.radar.has_figure)
    yield made
    made.close()
    made.deleteLater()


def rated(workspace: Workspace, skill: str, level: float | None, on: str, **how: str) -> None:
    rating = Rating(
        entry=workspace.store.next_entry(),
        skill=skill,
        level=level,
        by=Rater(how.get("by", "self")),
        on=date.fromisoformat(on),
        comment=how.get("comment", ""),
        evidence=how.get("evidence", ""),
    )
    assert workspace.do(rate(sample_person(), rating, sample_catalogue()))


def test_a_key_turns_to_the_history_and_back(qtbot: QtBot, page: GapsPage) -> None:
    table = page.pane.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert page.aside.shows_history
    assert page.aside.history.isVisible()
    assert table.hasFocus()
    assert page.aside.history.skill.title == "Contract law over time"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert page.aside.history.skill.title == "Financial budgeting over time"
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert page.charts.isVisible()


def test_the_skills_ratings_stand_newest_first(page: GapsPage, small: Workspace) -> None:
    rated(small, "contract-law", 2.0, "2025-02-01", comment="alone", evidence="Minutes")
    rated(small, "contract-law", None, "2025-11-23", by="manager")
    page.aside.turn()
    assert page.aside.history.skill.model.words == (
        ("10 Mar 2026", "1 Aware\nagreed · counts", ""),
        ("23 Nov 2025", "not applicable\nmanager", ""),
        ("1 Feb 2025\nstale", "2 Working\nself", "alone\nEvidence: Minutes"),
    )
    small.set_stale_months(6)
    days = [row[0] for row in page.aside.history.skill.model.words]
    assert days == ["10 Mar 2026\nstale", "23 Nov 2025\nstale", "1 Feb 2025\nstale"]


def test_the_readiness_stands_newest_first(page: GapsPage, small: Workspace) -> None:
    page.aside.turn()
    card = page.aside.history.role
    assert card.title == "Readiness for Regional client director over time"
    assert card.note == (
        "By agreed ratings, else the manager's, else the person's own; requirements of today."
    )
    # CRM alone, then the agreed ones of 10 March: law 3, budgeting 4, cross-cultural 3, strategy
    # 6, packaging 8, with CRM's 6: 30 of 61 for sure, and talent 3, negotiation 12, emotional 3
    # unrated; then the manager's negotiation 9 and emotional 3.
    assert card.model.words == (
        ("4 May 2026", "69–74 %\n3 essentials open", "Account manager"),
        ("10 Mar 2026", "49–79 %\n3 essentials open", "Account manager"),
        ("15 Jan 2025", "10–97 %\n4 essentials open", "Account manager"),
    )
    small.set_basis(Basis.SELF)
    assert [row[0] for row in card.model.words] == ["15 Jan 2025"]
    assert card.note.startswith("By the person's own ratings alone")


def test_the_charts_are_told_in_words_and_have_a_twin(qtbot: QtBot, page: GapsPage) -> None:
    page.aside.turn()
    card = page.aside.history.skill
    assert card.chart.accessibleName() == "Contract law over time"
    assert card.chart.accessibleDescription() == "agreed: 1 Aware on 10 Mar 2026"
    assert card.chart.has_figure
    qtbot.mouseClick(card.twin, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    qtbot.mouseClick(card.twin, Qt.MouseButton.LeftButton)
    assert card.chart.isVisible()


def test_an_unrated_skill_says_so_and_has_no_table(page: GapsPage) -> None:
    page.aside.turn()
    page.pane.table.pick("talent")
    card = page.aside.history.skill
    assert card.chart.accessibleDescription() == "Nobody has rated this skill yet."
    assert card.twin.isHidden()
    assert card.chart.isVisible()


def test_a_newcomer_has_no_history_yet(page: GapsPage, small: Workspace) -> None:
    page.aside.turn()
    small.do(add_person(replace(sample_person(), id="new", name="Ada", target=None)))
    small.open_person("sample", "new")
    role = page.aside.history.role
    assert role.chart.accessibleDescription() == "Nothing that counts was rated up to this day."
    assert role.model.words == ()
    page.grab()


def test_a_rating_and_its_undo_move_the_history(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    page.aside.turn()
    before = page.aside.history.skill.model.words, page.aside.history.role.model.words
    page.pane.table.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.keyClick(page.pane.table, key)
    words = page.aside.history.skill.model.words
    assert [row[1].splitlines()[0] for row in words] == [
        "4 Expert",
        "3 Skilled",
        "2 Working",
        "1 Aware",
    ]
    assert page.aside.history.role.model.words[0][0] == "23 Nov 2026"
    for _ in range(3):
        small.undo()
    assert (
        page.aside.history.skill.model.words,
        page.aside.history.role.model.words,
    ) == before


def test_a_past_day_ends_the_history_there(page: GapsPage, small: Workspace) -> None:
    page.aside.turn()
    small.look_at(date(2026, 3, 31))
    assert [row[0] for row in page.aside.history.role.model.words] == ["10 Mar 2026", "15 Jan 2025"]


def test_it_speaks_chinese_and_takes_another_theme(
    page: GapsPage, small: Workspace, themes: dict[str, Theme]
) -> None:
    page.aside.turn()
    small.set_language("zh_CN")
    assert page.aside.history.skill.title == "“合同法务知识”的变化"
    assert page.aside.choice.button("history").text() == "历史"
    assert page.aside.history.role.model.words[0][2] == "客户经理"
    held = themes["dark"].colour("track-0").rgb()

    def painted() -> bool:
        picture = page.aside.history.role.chart.grab().toImage()
        points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixel(x, y) == held for x, y in points)

    assert not painted()
    page.apply_theme(themes["dark"])
    assert painted()


def test_what_is_shown_beside_comes_back_at_the_next_start(
    page: GapsPage, small: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> None:
    page.aside.turn()
    other = GapsPage(small, theme, icons, tasks)
    other.restore_state(page.state())
    assert other.aside.shows_history
    other.restore_state({"aside": 3})
    assert not other.aside.shows_history
    other.deleteLater()


def test_the_rule_gives_the_history_back(qtbot: QtBot, page: GapsPage) -> None:
    page.aside.turn()
    page.header.rule_button.click()
    assert page.is_rule_open
    page.close_rule()
    assert page.aside.history.isVisible()


# the newest answers side by side


def test_a_file_that_has_gone_is_said_in_details_and_history(
    qtbot: QtBot, page: GapsPage, small: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "minutes.pdf"
    rated(small, "contract-law", 1.0, "2026-06-01", evidence=str(file))
    page.aside.turn()
    qtbot.waitUntil(lambda: "gone: not on this computer" in page.pane.details.words)
    assert page.aside.history.skill.model.words[0][2] == f"\nEvidence: {file} · gone"


def test_enter_on_a_row_opens_its_evidence(
    qtbot: QtBot, page: GapsPage, small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(EvidenceDoor, "open", lambda _door, evidence: opened.append(evidence.words))
    rated(small, "contract-law", 1.0, "2026-06-01", evidence="https://example.org/x")
    page.aside.turn()
    card = page.aside.history.skill
    card.twin.click()
    card.table.setFocus()
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    qtbot.keyClick(card.table, Qt.Key.Key_Down)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert opened == ["https://example.org/x"]


def test_the_three_raters_stand_side_by_side(page: GapsPage, small: Workspace) -> None:
    rated(small, "contract-law", 2.0, "2025-02-01", comment="<b>alone</b>", evidence="Minutes")
    rated(small, "contract-law", 0.0, "2026-02-01", by="manager")
    words = page.pane.details.words
    assert "Self\n2 Working\n1 Feb 2025 · stale\n“<b>alone</b>”\nEvidence: Minutes" in words
    assert "Manager\n0 None\n1 Feb 2026\n" in words
    assert "Agreed · counts\n1 Aware\n10 Mar 2026" in words


def test_a_stale_row_of_the_table_has_a_clock(page: GapsPage, small: Workspace) -> None:
    warning = page.theme.colour("warning").rgb()

    def clock(skill: str) -> bool:
        QApplication.processEvents()
        table = page.pane.table
        index = page.pane.order.index_of(skill)
        # The picture first: painting brings what is still to be laid out to its place.
        whole = table.viewport().grab().toImage()
        picture = whole.copy(table.visualRect(index.siblingAtColumn(3)))
        # The clock takes the first 14 pixels behind the margin.
        return any(
            picture.pixel(x, y) == warning for x in range(4, 18) for y in range(picture.height())
        )

    assert clock("crm")
    assert not clock("contract-law")
    small.set_stale_months(6)
    assert clock("contract-law")
    small.set_stale_months(120)
    assert not clock("crm")


def test_a_long_history_is_shown_at_once(page: GapsPage, small: Workspace) -> None:
    person = Person(
        id="old", name="Old", catalogue="sample", role="director", since=date(2010, 1, 1)
    )
    small.do(add_person(person))
    for number in range(120):
        rating = Rating(
            entry=small.store.next_entry(),
            skill="contract-law",
            level=float(number % 6),
            by=list(Rater)[number % 3],
            on=date(2016 + number // 12, number % 12 + 1, 1),
        )
        small.store.apply(rate(person, rating, sample_catalogue()))
    small.open_person("sample", "old")
    page.show_role("director")
    page.aside.turn()
    page.pane.table.pick("contract-law")
    assert len(page.aside.history.skill.model.words) == 120
    page.grab()
