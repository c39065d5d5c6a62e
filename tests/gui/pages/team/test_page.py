"""The Team page: read, compared, ordered, filtered and explained, by keyboard alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import planner.gui.look.figure_painting  # noqa: F401 - matplotlib starts a thread while it lists fonts
from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.keeping.person_edits import add_person, rate, rename_person
from planner.core.people import Person, Rater, Rating
from planner.core.text import message
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.models.team_matrix import Order, by_skill
from planner.gui.pages.team import reader as team_reader
from planner.gui.pages.team.page import TeamPage
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from planner.store.store import Store
from tests.team_sample import TODAY, crew, crew_catalogue, crew_ratings

ANN, BEN, CYD, DAN = crew()


def put_crew(store: Store, people: Sequence[Person] = crew()) -> None:
    """Put the framework of the crew, its people and their ratings into a store."""
    catalogue = crew_catalogue()
    kinds = (("skill", catalogue.skills), ("role", catalogue.roles), ("move", catalogue.moves))
    changes = [Change(Key("catalogue", catalogue.id), None, catalogue.head)]
    for kind, records in kinds:
        changes += [
            Change(Key(kind, catalogue.id, record.id), None, record)  # type: ignore[arg-type, attr-defined]
            for record in records  # type: ignore[attr-defined]
        ]
    for person in people:
        changes.append(Change(Key("person", "crew", person.id), None, person))
    store.apply(Edit(message("Import"), tuple(changes)))
    for person in people:
        for rating in crew_ratings(person.id):
            store.apply(rate(person, replace(rating, entry=store.next_entry()), catalogue))


@pytest.fixture
def team(workspace: Workspace) -> Workspace:
    """A workspace that looks at one of the crew."""
    put_crew(workspace.store)
    workspace.open_person("crew", "cyd")
    return workspace


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, icons: Icons, tasks: Tasks
) -> Iterator[Callable[..., TeamPage]]:
    """Make pages that are gone at the end of the test."""
    made: list[TeamPage] = []

    def making(workspace: Workspace, *, state: dict[str, object] | None = None) -> TeamPage:
        page = TeamPage(workspace, theme, icons, tasks)
        made.append(page)
        page.restore_state(state or {})
        page.resize(1184, 744)
        page.show()
        if workspace.person is not None:
            settle(qtbot, page)
        return page

    yield making
    for page in made:
        page.close()
        page.deleteLater()


@pytest.fixture
def page(team: Workspace, make: Callable[..., TeamPage]) -> TeamPage:
    """The page on the crew, read and shown."""
    return make(team)


def settle(qtbot: QtBot, page: TeamPage) -> None:
    """Wait until the team is read."""
    qtbot.waitUntil(lambda: page.read is not None and not page.reader.is_reading)


def names(page: TeamPage) -> list[str]:
    model = page.pane.model
    people = [model.person_at(row) for row in range(model.rowCount())]
    return [person.name.split()[0] for person in people if person]


def skills(page: TeamPage) -> list[str]:
    model = page.pane.model
    return [model.skill_at(column) for column in range(model.columnCount())]


def numbers(page: TeamPage) -> list[list[str]]:
    model = page.pane.model
    return [
        [model.cell(row, column).words for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_it_opens_on_everybody_against_their_present_role(page: TeamPage) -> None:
    """Of the roles held, none asks for code. Seven cells are required, two of them stale."""
    assert names(page) == ["Ann", "Ben", "Cyd", "Dan"]
    assert skills(page) == ["law", "money", "talk"]
    assert numbers(page) == [["4", "1", "3"], ["2", "–", "n/a"], ["3", "–", "3"], ["–", "–", "3"]]
    header = page.header
    assert header.subtitle.text() == "4 people · 3 skills shown"
    assert plain(header.complete.text()) == "Matrix complete 71 %"
    assert header.rule_button.text() == "5 of 7 cells · see the rule"
    assert header.against.text() == "Against: present role"
    roles = page.aside.roles
    assert [row.name for row in roles.model.rows][:2] == ["Account clerk", "Coach"]
    assert roles.summary.text() == "somebody ready for 1 role · 2 without a successor"


def test_where_nobody_is_ready_that_is_said(team: Workspace, make: Callable[..., TeamPage]) -> None:
    # By managers alone: of five roles only the coach's has somebody within reach, Ann with 3 of 4.
    team.set_basis(Basis.MANAGER)
    summary = make(team).aside.roles.summary
    assert summary.text() == "nobody ready for any role · 4 without a successor"


def test_it_begins_at_the_person_looked_at(page: TeamPage) -> None:
    assert page.pane.matrix.picked_cell == ("cyd", "law")


def test_a_cell_tells_its_history(qtbot: QtBot, page: TeamPage) -> None:
    card = page.aside.cell
    page.pane.matrix.pick("ann", "talk")
    assert card.title.text() == "Cross-cultural communication · Ann Bo"
    assert card.state.text() == "3, required 3 · manager, 1 May 2026"
    assert card.skill.text() == "2 of 3 at the required level"
    qtbot.waitUntil(lambda: card.chart.has_figure)
    said = card.chart.accessibleDescription()
    assert said == ("self: 5 Level 5 on 1 Sep 2026; manager: 3 Level 3 on 1 May 2026")
    page.pane.matrix.pick("ben", "money")
    assert not card.chart.has_figure
    assert card.state.text() == "unrated"
    qtbot.waitUntil(lambda: card.chart.has_figure)
    assert card.chart.accessibleDescription() == "Nobody has rated this skill yet."


def test_who_alone_can_do_it_is_named(qtbot: QtBot, page: TeamPage) -> None:
    page.compare_with("lead")
    settle(qtbot, page)
    page.pane.matrix.pick("dan", "law")
    assert page.aside.cell.skill.text() == (
        "1 of 4 at the required level · single point of failure: only Ann Bo holds what is required"
    )


def test_comparing_with_one_role(qtbot: QtBot, page: TeamPage) -> None:
    """Law at 4, money at 2 and talk at 3 of all; Ben's talk is left out: 11 cells, 5 complete."""
    page.compare_with("lead")
    settle(qtbot, page)
    assert page.header.subtitle.text() == "4 people · 3 skills shown"
    assert page.header.rule_button.text() == "5 of 11 cells · see the rule"
    member = page.pane.model.member(page.pane.model.row_of("cyd"))
    assert member is not None
    assert plain(member.readiness) == "63–84 %"
    page.compare_with("host")
    settle(qtbot, page)
    assert skills(page) == []
    assert page.pane.no_hits.words.text() == "The roles compared with require no skill."
    assert page.pane.no_hits.button.isHidden()
    assert page.header.complete.text() == "Nothing is required"
    page.compare_with("")
    settle(qtbot, page)
    assert page.header.rule_button.text() == "5 of 7 cells · see the rule"


def test_all_skills_or_the_required_ones(qtbot: QtBot, page: TeamPage) -> None:
    qtbot.mouseClick(page.header.skills.all, Qt.MouseButton.LeftButton)
    assert skills(page) == ["law", "money", "talk", "code"]
    assert page.pane.coverage_model.columnCount() == 4
    qtbot.mouseClick(page.header.skills.required, Qt.MouseButton.LeftButton)
    assert skills(page) == ["law", "money", "talk"]


def test_the_basis_is_that_of_the_workspace(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    qtbot.mouseClick(page.header.basis.button(Basis.SELF), Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert team.basis is Basis.SELF
    assert numbers(page) == [["3", "1", "5"], ["–", "–", "5"], ["–", "–", "–"], ["–", "–", "–"]]


def test_a_past_day_is_answered_and_said(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    """On 31 March 2026 Ben's ratings of March are there, Ann's of May and June are not."""
    team.look_at(date(2026, 3, 31))
    settle(qtbot, page)
    assert numbers(page) == [["3", "1", "–"], ["2", "–", "n/a"], ["–", "–", "–"], ["–", "–", "3"]]
    assert page.header.subtitle.text().endswith(" · as of 31 Mar 2026")
    page.pane.matrix.pick("ann", "law")
    qtbot.waitUntil(lambda: page.aside.cell.chart.has_figure)
    # What was rated later is not in the history either.
    assert page.aside.cell.chart.accessibleDescription() == "self: 3 Level 3 on 1 Dec 2025"
    team.look_at(None)
    settle(qtbot, page)
    assert "as of" not in page.header.subtitle.text()


def test_the_person_says_when_ratings_are_stale(
    qtbot: QtBot, page: TeamPage, team: Workspace
) -> None:
    """After three months all but Ann's own of September are stale, and that one does not count."""
    team.set_stale_months(3)
    settle(qtbot, page)
    assert page.header.rule_button.text() == "0 of 7 cells · see the rule"
    assert "3 months" in page.rule.words[0]
    team.set_stale_months(60)
    settle(qtbot, page)
    assert page.header.rule_button.text() == "7 of 7 cells · see the rule"


def test_the_whole_story_by_keyboard_alone(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    """Walk, order, filter, compare, open the rule and a person, never touching the mouse."""
    opened: list[tuple[str, str]] = []
    page.person_requested.connect(lambda person, role: opened.append((person, role)))
    matrix = page.pane.matrix
    page.activateWindow()
    matrix.setFocus()
    press(qtbot, matrix, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert matrix.picked_cell == ("ann", "money")
    press(qtbot, matrix, Qt.Key.Key_End)
    assert matrix.picked_cell == ("ann", "talk")
    press(qtbot, matrix, Qt.Key.Key_Home, Qt.Key.Key_S)
    # The highest first, the unrated last; the cell stays the one it was.
    assert names(page) == ["Ann", "Cyd", "Ben", "Dan"]
    assert matrix.picked_cell == ("ann", "law")
    press(qtbot, matrix, Qt.Key.Key_S)
    assert names(page) == ["Ben", "Cyd", "Ann", "Dan"]
    page.focus_filter()
    field = page.pane.people_filter
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "clerk")
    assert names(page) == ["Ben", "Cyd"]
    press(qtbot, field, Qt.Key.Key_Tab)
    other = page.pane.skill_filter
    qtbot.waitUntil(other.hasFocus)
    qtbot.keyClicks(other, "law")
    assert skills(page) == ["law"]
    press(qtbot, other, Qt.Key.Key_Return)
    assert matrix.hasFocus()
    assert page.pane.people_filter.isVisible()
    press(qtbot, matrix, Qt.Key.Key_Return)
    assert opened == [("ben", "")]
    page.focus_filter()
    press(qtbot, field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert names(page) == ["Ben", "Cyd", "Ann", "Dan"]
    page.header.rule_button.setFocus()
    press(qtbot, page.header.rule_button, Qt.Key.Key_Space)
    assert page.is_rule_open
    qtbot.waitUntil(page.rule.close_button.hasFocus)
    press(qtbot, page.rule.close_button, Qt.Key.Key_Escape)
    assert not page.is_rule_open
    assert page.header.rule_button.hasFocus()


def test_the_readiest_for_a_role_by_keyboard_alone(qtbot: QtBot, page: TeamPage) -> None:
    opened: list[tuple[str, str]] = []
    page.person_requested.connect(lambda person, role: opened.append((person, role)))
    page.activateWindow()
    roles = page.aside.roles.list
    roles.setFocus()
    press(qtbot, roles, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.role_id == "coach"
    assert page.pane.model.order == Order("readiness", falls=True)
    assert names(page) == ["Ann", "Cyd", "Dan", "Ben"]
    matrix = page.pane.matrix
    matrix.setFocus()
    press(qtbot, matrix, Qt.Key.Key_Return)
    assert opened == [("cyd", "coach")]


def test_every_control_is_reached_by_tab_and_has_a_name(qtbot: QtBot, page: TeamPage) -> None:
    page.activateWindow()
    page.pane.matrix.setFocus()
    seen: list[QWidget] = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        press(qtbot, focused, Qt.Key.Key_Tab)
    wanted = {
        page.header.against,
        page.header.basis.button(Basis.AGREED),
        page.header.skills.required,
        page.header.rule_button,
        page.pane.sorting.button("name"),
        page.pane.sorting.button("readiness"),
        page.pane.matrix,
        page.pane.coverage,
        page.aside.roles.list,
    }
    assert wanted <= set(seen)
    assert all(widget.accessibleName() for widget in wanted)


def test_orders_above_the_names(qtbot: QtBot, page: TeamPage) -> None:
    readiness = page.pane.sorting.button("readiness")
    qtbot.mouseClick(readiness, Qt.MouseButton.LeftButton)
    assert names(page) == ["Ben", "Cyd", "Ann", "Dan"]
    assert readiness.accessibleName() == "Order by readiness, now falling"
    qtbot.mouseClick(readiness, Qt.MouseButton.LeftButton)
    assert names(page) == ["Dan", "Ann", "Ben", "Cyd"]
    role = page.pane.sorting.button("role")
    qtbot.mouseClick(role, Qt.MouseButton.LeftButton)
    assert names(page) == ["Ben", "Cyd", "Ann", "Dan"]
    assert not readiness.isChecked()


def test_filters_without_hits_say_so_and_can_be_cleared(qtbot: QtBot, page: TeamPage) -> None:
    page.pane.matrix.pick("dan", "talk")
    page.focus_filter()
    qtbot.keyClicks(page.pane.people_filter, "zzz")
    assert page.pane.no_hits.words.text() == "Nobody fits “zzz”."
    page.pane.people_filter.clear()
    qtbot.keyClicks(page.pane.skill_filter, "zzz")
    assert page.pane.no_hits.words.text() == "No skill fits “zzz”."
    qtbot.mouseClick(page.pane.no_hits.button, Qt.MouseButton.LeftButton)
    assert (len(names(page)), len(skills(page))) == (4, 3)
    assert page.pane.no_hits.isHidden()
    # Names of roles and skills are found in either language.
    page.pane.people_filter.setText("教练")
    page.pane.skill_filter.setText("跨文化")
    assert (names(page), skills(page)) == (["Dan"], ["talk"])
    page.pane.clear_filter()
    # What was picked before is found again.
    assert page.pane.matrix.picked_cell == ("dan", "talk")


def test_undo_three_times(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    before = numbers(page), page.header.rule_button.text()
    catalogue = crew_catalogue()
    for skill in ("money", "law", "talk"):
        rating = Rating(
            entry=team.store.next_entry(), skill=skill, level=5.0, by=Rater.AGREED, on=TODAY
        )
        assert team.do(rate(CYD, rating, catalogue))
    settle(qtbot, page)
    assert numbers(page)[2] == ["5", "5", "5"]
    for _ in range(3):
        assert team.undo()
    settle(qtbot, page)
    assert (numbers(page), page.header.rule_button.text()) == before
    for _ in range(3):
        assert team.redo()
    settle(qtbot, page)
    assert numbers(page)[2] == ["5", "5", "5"]


def test_after_an_edit_only_those_are_read_who_changed(
    qtbot: QtBot, page: TeamPage, team: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[list[str]] = []
    levels = Store.levels

    def spied(store: Store, catalogue: str, people: list[str], *rest: Any, **more: Any) -> Any:
        read.append(list(people))
        return levels(store, catalogue, people, *rest, **more)

    monkeypatch.setattr(Store, "levels", spied)
    entry = team.store.next_entry()
    rating = Rating(entry=entry, skill="law", level=5.0, by=Rater.AGREED, on=TODAY)
    team.do(rate(BEN, rating, crew_catalogue()))
    settle(qtbot, page)
    assert read == [["ben"]]
    assert numbers(page)[1] == ["5", "–", "n/a"]
    team.do(add_person(replace(DAN, id="eve", name="Eve Ng")))
    settle(qtbot, page)
    assert read[1:] == [["eve"]]
    assert names(page) == ["Ann", "Ben", "Cyd", "Dan", "Eve"]
    team.undo()
    settle(qtbot, page)
    assert names(page) == ["Ann", "Ben", "Cyd", "Dan"]
    # Another catalogue is none of its business; another person of the same one is read already.
    count = len(read)
    team.open_person("crew", "ann")
    assert not page.reader.is_reading
    assert len(read) == count


def test_what_changed_behind_another_page_is_shown_when_it_comes_back(
    qtbot: QtBot, page: TeamPage, team: Workspace
) -> None:
    page.hide()
    team.do(rename_person(BEN, "Bob Ito"))
    assert not page.reader.is_reading
    page.show()
    settle(qtbot, page)
    assert names(page) == ["Ann", "Bob", "Cyd", "Dan"]


def test_an_edit_while_it_is_read_is_not_lost(
    qtbot: QtBot, page: TeamPage, team: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before the edit is dropped, though the page is not in front any more."""
    gate = threading.Event()
    compared = team_reader._compared

    def slow(*arguments: Any) -> Any:
        gate.wait(30)
        return compared(*arguments)

    monkeypatch.setattr(team_reader, "_compared", slow)
    team.set_basis(Basis.MANAGER)
    assert page.reader.is_reading
    page.hide()
    entry = team.store.next_entry()
    rating = Rating(entry=entry, skill="law", level=5.0, by=Rater.MANAGER, on=TODAY)
    team.do(rate(BEN, rating, crew_catalogue()))
    gate.set()
    page.show()
    settle(qtbot, page)
    assert numbers(page)[1][0] == "5"


def test_languages_are_switched(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    page.pane.matrix.pick("ann", "law")
    team.set_language("zh_CN")
    settle(qtbot, page)
    assert page.title() == "团队"
    assert page.pane.model.headerData(0, Qt.Orientation.Horizontal) == "合同法务知识"
    assert page.header.subtitle.text() == "4 人 · 显示 3 项技能"
    assert page.aside.cell.title.text() == "合同法务知识 · Ann Bo"
    assert page.pane.model.words_of(0, 1) == "Ann Bo，财务预算编制：1，要求 2，过期"
    assert "无意愿" in page.aside.roles.model.rows[0].words
    assert page.pane.coverage_model.words_of(0, 0) == "合同法务知识：3 人中 3 人达到要求"
    team.set_language("en")
    settle(qtbot, page)
    assert page.aside.cell.title.text() == "Contract law · Ann Bo"


def test_themes_are_switched(
    qtbot: QtBot, page: TeamPage, appearance: Appearance, themes: dict[str, Theme]
) -> None:
    surface = QColor(themes["light"].hex("surface"))
    viewport = page.pane.matrix.viewport()

    def ground() -> QColor:
        picture = viewport.grab().toImage()
        return picture.pixelColor(picture.width() - 2, picture.height() - 2)

    assert ground() == surface
    appearance.choose("dark")
    page.apply_theme(appearance.theme)
    settle(qtbot, page)
    assert ground() == QColor(themes["dark"].hex("surface"))
    assert numbers(page)[0] == ["4", "1", "3"]


def test_the_rule_prints_its_terms(qtbot: QtBot, page: TeamPage) -> None:
    qtbot.mouseClick(page.header.rule_button, Qt.MouseButton.LeftButton)
    rule, *terms, division = page.rule.words
    assert "12 months" in rule
    assert terms == [
        "required cells: 7",
        "unrated among them: 0",
        "stale among them: 2",
        "rated and not stale: 5",
        "left out as not applicable: 1",
    ]
    assert plain(division) == "5 ÷ 7 = 71.4 %"
    page.compare_with("host")
    settle(qtbot, page)
    assert page.rule.words[-1] == "No cell is required, so there is nothing to be complete."


def test_one_person_is_told_what_to_do_next(
    qtbot: QtBot, workspace: Workspace, make: Callable[..., TeamPage]
) -> None:
    put_crew(workspace.store, (ANN,))
    workspace.open_person("crew", "ann")
    page = make(workspace)
    wanted: list[bool] = []
    page.add_requested.connect(lambda: wanted.append(True))
    assert page.pane.hint.isVisible()
    assert page.pane.hint.text().startswith("One person is no team yet.")
    qtbot.mouseClick(page.pane.hint_button, Qt.MouseButton.LeftButton)
    assert wanted == [True]
    workspace.do(add_person(BEN))
    settle(qtbot, page)
    assert not page.pane.hint.isVisible()


def test_nobody_is_told_what_to_do_next(
    workspace: Workspace, make: Callable[..., TeamPage]
) -> None:
    workspace.close_person()
    page = make(workspace)
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert labels == ["Nobody is chosen yet. Choose or add a person at the top left."]
    page.focus_filter()
    assert not page.pane.people_filter.isVisible()


def test_another_catalogue_has_another_team(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    page.compare_with("lead")
    settle(qtbot, page)
    team.open_person("am-lm", "sample-am")
    settle(qtbot, page)
    assert len(names(page)) == 8
    # The role is none of that catalogue's.
    assert page.role_id == ""
    team.close_person()
    assert page.read is None
    assert names(page) == []


def test_order_filters_width_and_comparison_come_back(
    qtbot: QtBot, page: TeamPage, team: Workspace, make: Callable[..., TeamPage]
) -> None:
    page.pane.set_order(Order(by_skill("talk"), falls=True))
    page.pane.people_filter.setText("clerk")
    page.pane.skill_filter.setText("co")
    page.pane.matrix.width_changed.emit(333)
    page.compare_with("lead")
    page.header.skills.show_all(True)
    settle(qtbot, page)
    other = make(team, state=page.state())
    assert other.pane.model.order == Order(by_skill("talk"), falls=True)
    assert (other.role_id, names(other)) == ("lead", ["Cyd", "Ben"])
    assert skills(other) == ["law", "talk", "code"]
    assert other.pane.matrix.people.names_width == 333
    assert other.pane.people_filter.isVisible()
    assert other.pane.sorting.button("name").isChecked() is False


@pytest.mark.parametrize(
    "garbage",
    [
        {"sort": 3, "falling": "x", "people": 1, "skills": [], "names": "wide", "against": 7},
        {"sort": "shoe size", "names": 10**9, "all": "yes"},
        {"sort": None, "names": True, "against": "gone"},
    ],
)
def test_a_bad_state_counts_as_none(
    team: Workspace, make: Callable[..., TeamPage], garbage: dict[str, object]
) -> None:
    page = make(team, state=garbage)
    assert page.pane.model.order == Order()
    assert (page.role_id, len(names(page)), len(skills(page))) == ("", 4, 3)
    assert page.pane.matrix.people.names_width == 250


def test_a_file_that_cannot_be_read_is_said(
    qtbot: QtBot, page: TeamPage, team: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise PlannerError(message("The file has gone."))

    monkeypatch.setattr(Store, "levels", refuse)
    with qtbot.waitSignal(team.failed) as said:
        team.set_basis(Basis.SELF)
    assert str(said.args[0].happened.text) == "The file has gone."
    assert not page.reader.is_reading


def test_a_cell_that_cannot_be_read_is_said(
    qtbot: QtBot, page: TeamPage, team: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = page.aside.cell.title.text()

    def gone(*_arguments: object) -> None:
        raise KeyError("ann")

    def refuse(*_arguments: object) -> None:
        raise PlannerError(message("The file has gone."))

    monkeypatch.setattr(Store, "ratings_of_skill", gone)
    page.pane.matrix.pick("ann", "law")
    assert page.aside.cell.title.text() == title
    monkeypatch.setattr(Store, "ratings_of_skill", refuse)
    with qtbot.waitSignal(team.failed):
        page.pane.matrix.pick("dan", "law")


def test_the_chooser_offers_the_present_roles_first(qtbot: QtBot, page: TeamPage) -> None:
    against = page.header.against
    assert [entry.thing for entry in against.entries("")][:2] == ["", "clerk"]
    assert [entry.thing for entry in against.entries("each one")][:1] == [""]
    assert [entry.thing for entry in against.entries("lead")] == ["lead"]
    against.chosen.emit("lead")
    settle(qtbot, page)
    assert against.text() == "Against: Account lead"
    assert against.accessibleName() == "Compare the team: Against: Account lead"


def test_hostile_names_are_plain_text(qtbot: QtBot, page: TeamPage, team: Workspace) -> None:
    team.do(rename_person(ANN, "<img src='file:///etc/passwd'><b>Ann</b> 👩‍🚀" + "x" * 10_000))
    settle(qtbot, page)
    page.pane.matrix.pick("ann", "law")
    labels = page.findChildren(QLabel)
    assert {label.textFormat() for label in labels if label.text()} == {Qt.TextFormat.PlainText}
    assert page.aside.cell.height() < page.height()
    assert page.pane.matrix.people.sectionSize(page.pane.model.row_of("ann")) < 300
    assert not page.grab().isNull()


class Large:
    """A team that counts as large, whose reading waits at each block until it is let on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.step = threading.Semaphore(0)
        monkeypatch.setattr(team_reader, "_MANY_CELLS", 1)
        from planner.store import team as store_team

        monkeypatch.setattr(store_team, "FIRST_PEOPLE", 1)
        monkeypatch.setattr(store_team, "_MOST_PEOPLE", 1)
        unpack = team_reader.levels_in

        def waiting(*arguments: Any) -> Any:
            self.step.acquire(timeout=30)
            return unpack(*arguments)

        monkeypatch.setattr(team_reader, "levels_in", waiting)

    def let_on(self, blocks: int) -> None:
        for _ in range(blocks):
            self.step.release()


def test_a_large_team_shows_its_levels_as_they_come_and_its_progress(
    qtbot: QtBot,
    team: Workspace,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    large = Large(monkeypatch)
    told: list[float] = []
    begun: list[str] = []
    tasks.progressed.connect(lambda _task, fraction: told.append(fraction))
    tasks.begun.connect(lambda task: begun.append(task.label))
    page = TeamPage(team, theme, icons, tasks)
    page.resize(1184, 744)
    page.show()
    model = page.pane.model
    large.let_on(1)
    qtbot.waitUntil(lambda: model.rowCount() == 4 and model.cell(0, 0).is_read)
    assert begun == ["Reading the team…"]
    assert [model.cell(row, 0).is_read for row in range(4)] == [True, False, False, False]
    assert numbers(page)[0] == ["4", "1", "3"]
    assert page.read is None
    assert page.header.complete.isHidden() or not page.header.complete.isVisible()
    large.let_on(3)
    settle(qtbot, page)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(0.9)
    assert names(page) == ["Ann", "Ben", "Cyd", "Dan"]
    page.close()
    page.deleteLater()


def test_reading_can_be_stopped_and_begun_again(
    qtbot: QtBot,
    team: Workspace,
    tasks: Tasks,
    theme: Theme,
    icons: Icons,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    large = Large(monkeypatch)
    running: list[Any] = []
    tasks.begun.connect(running.append)
    page = TeamPage(team, theme, icons, tasks)
    page.resize(1184, 744)
    page.show()
    model = page.pane.model
    large.let_on(1)
    qtbot.waitUntil(lambda: model.rowCount() == 4 and model.cell(0, 0).is_read)
    running[0].cancel()
    large.let_on(1)
    qtbot.waitUntil(page.pane.hint.isVisible)
    assert page.pane.hint.text().startswith("Reading was stopped")
    assert page.read is None
    assert not page.reader.is_reading
    large.let_on(10)
    qtbot.mouseClick(page.pane.hint_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert not page.pane.hint.isVisible()
    assert numbers(page)[2] == ["3", "–", "3"]
    page.close()
    page.deleteLater()


def test_in_the_window_it_leads_to_the_person(qtbot: QtBot, window: MainWindow) -> None:
    """Its key opens it, Enter opens somebody on the Gaps page, against the role compared with."""
    qtbot.keySequence(window, window.actions_by_key["page-team"].shortcut())
    page = window.workbench.page
    assert isinstance(page, TeamPage)
    settle(qtbot, page)
    # It puts nothing on paper, and says so.
    assert not window.actions_by_key["print"].isEnabled()
    assert "nothing here is printed" in window.actions_by_key["print"].toolTip()
    page.compare_with("line-manager")
    settle(qtbot, page)
    page.pane.matrix.pick("mi-duo", "")
    press(qtbot, page.pane.matrix, Qt.Key.Key_Return)
    assert window.workspace.person is not None
    assert window.workspace.person.id == "mi-duo"
    assert window.workbench.page.key == "gaps"
    assert window.actions_by_key["print"].isEnabled()
    assert window.actions_by_key["print"].toolTip() == "Print (Ctrl+P)"
    gaps: Any = window.workbench.page
    assert gaps.role_id == "line-manager"
    window.show_page("team")
    assert page.pane.matrix.picked_cell[0] == "mi-duo"
    page.add_requested.emit()
    assert window.workbench.is_editing


def test_nothing_is_cut_at_the_largest_text(qtbot: QtBot, page: TeamPage, theme: Theme) -> None:
    """At 150 % on 1280 × 800 the roles stand below the matrix, and all can be scrolled to."""
    page.resize(1136, 716)
    page.apply_theme(replace(theme, text_factor=1.5))
    settle(qtbot, page)
    QApplication.processEvents()
    pane, aside = page.pane, page.aside
    assert (
        aside.mapTo(page, aside.rect().topLeft()).y() > pane.mapTo(page, pane.rect().topLeft()).y()
    )
    assert pane.width() <= page.width()
    for label in (page.header.complete, page.header.title):
        assert label.width() >= label.sizeHint().width()
    assert pane.matrix.viewport().height() > 3 * pane.matrix.rowHeight(0)
