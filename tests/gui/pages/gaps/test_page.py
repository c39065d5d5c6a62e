"""The Gaps page: shown, rated, filtered and explained, by keyboard alone and in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import planner.gui.look.figure_painting  # noqa: F401 - matplotlib starts a thread while it lists fonts
from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, Interval
from planner.core.keeping.person_edits import add_person, rate, rename_person, set_target
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.text import LANGUAGES, Language, message
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.models.gap_table import GapColumn
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.state.rating import Draft
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from planner.store.store import Store
from tests.gap_sample import sample_catalogue, sample_person, sample_ratings, wide_gap

TODAY = date(2026, 11, 23)


def put(store: Store, catalogue: Catalogue, person: Person, ratings: tuple[Rating, ...]) -> None:
    """Put a framework and somebody in it into a store."""
    kinds = (("skill", catalogue.skills), ("role", catalogue.roles), ("move", catalogue.moves))
    changes = [Change(Key("catalogue", catalogue.id), None, catalogue.head)]
    for kind, records in kinds:
        changes += [
            Change(Key(kind, catalogue.id, record.id), None, record)  # type: ignore[arg-type, attr-defined]
            for record in records  # type: ignore[attr-defined]
        ]
    store.apply(Edit(message("Import"), tuple(changes)))
    store.apply(add_person(person))
    for rating in ratings:
        store.apply(rate(person, replace(rating, entry=store.next_entry()), catalogue))


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A workspace that looks at the person of the small framework."""
    put(workspace.store, sample_catalogue(), sample_person(), sample_ratings())
    workspace.open_person("sample", "lin-wei")
    return workspace


@pytest.fixture
def page(
    qtbot: QtBot, small: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> Iterator[GapsPage]:
    """The page on the small framework, shown."""
    made = GapsPage(small, theme, icons, tasks)
    made.resize(1184, 744)
    made.show()
    qtbot.waitUntil(lambda: made.charts.radar.has_figure)
    yield made
    made.close()
    made.deleteLater()


def names(page: GapsPage) -> list[str]:
    """The skills from top to bottom."""
    order = page.pane.order
    return [order.index(row, 0).data() for row in range(order.rowCount())]


def cell(page: GapsPage, row: int, column: int) -> str:
    return str(page.pane.order.index(row, column).data())


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def words_in_sight(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def newest(workspace: Workspace) -> Rating:
    return max(workspace.ratings(), key=lambda rating: rating.entry)


def test_it_opens_on_the_promotion_and_tells_the_readiness(page: GapsPage) -> None:
    assert page.role_id == "director"
    assert page.header.readiness_text == "69–74 % ready · 1 skill unrated"
    assert page.header.rule_button.text() == "3 essentials open · see the rule"
    assert page.header.chooser.text() == "to Regional client director"


def test_the_largest_weighted_gap_stands_first(page: GapsPage) -> None:
    assert names(page) == [
        "Contract law",
        "Financial budgeting",
        "Business negotiation",
        "Talent development",
        "CRM data reading",
        "Cross-cultural communication",
        "Strategic thinking",
        "Packaging industry solutions",
        "Emotional self-management",
    ]
    assert [cell(page, 0, column) for column in range(1, 4)] == ["1 → 3", "3", "agreed · Mar 2026"]
    assert cell(page, 3, 1) == "– → 3"
    assert cell(page, 3, 3) == "unrated"
    assert cell(page, 4, 3) == "self · Jan 2025 · stale"


def test_the_picked_skill_is_told_in_words(page: GapsPage) -> None:
    words = page.pane.details.words
    assert "Contract law: from Aware (1) to Skilled (3)" in words
    assert "1 Aware — now" in words
    assert "Reads a standard contract and marks the risks alone." in words
    assert "3 Skilled — required" in words
    assert "Agreed · counts" in words
    assert "Experience · up to level 3 · 30\u00a0h" in words
    assert "Source of the skill: article §2" in words


def test_a_story_by_keyboard_alone(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    table = page.pane.table
    table.setFocus()
    press(qtbot, table, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert table.picked_skill == "negotiation"
    press(qtbot, table, Qt.Key.Key_4)
    made = newest(small)
    assert (made.skill, made.level, made.by, made.on) == ("negotiation", 4, Rater.AGREED, TODAY)
    # Σ min·w grows by 3, from 42 and 45 to 45 and 48, of 61.
    assert page.header.readiness_text == "74–79 % ready · 1 skill unrated"
    assert table.picked_skill == "negotiation"
    press(qtbot, table, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert page.pane.is_editing
    levels = page.pane.editor.levels
    assert levels.hasFocus()
    press(qtbot, levels, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.pane.editor.number.value() == 3
    press(qtbot, levels, Qt.Key.Key_Return)
    assert not page.pane.is_editing
    assert table.hasFocus()
    assert newest(small).skill == "contract-law"
    assert newest(small).level == 3
    assert page.header.readiness_text == "84–89 % ready · 1 skill unrated"


def test_one_can_rate_down_the_list(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    table = page.pane.table
    before = names(page)
    table.setFocus()
    press(qtbot, table, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_4):
        press(qtbot, table, key, Qt.Key.Key_Down)
    assert names(page) == before
    made = sorted(small.ratings(), key=lambda rating: rating.entry)[-3:]
    assert [rating.skill for rating in made] == ["contract-law", "budgeting", "negotiation"]
    assert table.picked_skill == "talent"
    page.hide()
    page.show()
    # What is left, by weight times levels: CRM 2, talent 3 (unrated, of 3), cross-cultural 1.
    assert names(page)[:3] == [
        "Talent development",
        "CRM data reading",
        "Cross-cultural communication",
    ]
    assert table.picked_skill == "talent"


def test_undo_takes_ratings_back_three_times(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    table = page.pane.table
    before = page.header.readiness_text, names(page), small.ratings()
    for skill in ("contract-law", "budgeting", "talent"):
        table.pick(skill)
        press(qtbot, table, Qt.Key.Key_5)
    after = page.header.readiness_text
    assert after != before[0]
    for _ in range(3):
        assert small.undo()
    assert (page.header.readiness_text, names(page), small.ratings()) == before
    for _ in range(3):
        assert small.redo()
    assert page.header.readiness_text == after
    for _ in range(3):
        assert small.undo()
    assert (page.header.readiness_text, names(page), small.ratings()) == before


@pytest.mark.parametrize(
    ("basis", "by"),
    [
        (Basis.AGREED, Rater.AGREED),
        (Basis.MANAGER, Rater.MANAGER),
        (Basis.SELF, Rater.SELF),
    ],
)
def test_the_rater_is_that_of_the_basis(
    qtbot: QtBot, page: GapsPage, small: Workspace, basis: Basis, by: Rater
) -> None:
    qtbot.mouseClick(page.header.basis.button(basis), Qt.MouseButton.LeftButton)
    assert small.basis is basis
    page.pane.table.pick("talent")
    press(qtbot, page.pane.table, Qt.Key.Key_2)
    assert (newest(small).by, newest(small).level) == (by, 2)
    assert page.header.basis.button(basis).isChecked()


def test_not_applicable_leaves_the_list_and_can_be_rated_again(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    table = page.pane.table
    table.pick("budgeting")
    press(qtbot, table, Qt.Key.Key_N)
    assert newest(small).level is None
    assert "Financial budgeting" not in names(page)
    # The nearest row is picked, so that the next key meets a skill that is seen.
    assert table.picked_skill == "negotiation"
    again = page.pane.others
    assert again.text() == "Not applicable, rate again: Financial budgeting"
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert page.pane.is_editing
    assert page.pane.editor.skill == "budgeting"
    page.pane.editor.levels.setCurrentRow(2)
    press(qtbot, page.pane.editor.levels, Qt.Key.Key_Return)
    assert "Financial budgeting" in names(page)
    assert newest(small).level == 2


def test_the_editor_takes_half_levels_comment_evidence_day_and_rater(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    press(qtbot, page.pane.table, Qt.Key.Key_Home, Qt.Key.Key_F2)
    editor = page.pane.editor
    editor.number.selectAll()
    qtbot.keyClicks(editor.number, "2.5")
    assert editor.levels.currentRow() == 2
    editor.rater.setCurrentIndex(1)
    editor.comment.setText("  <b>ran</b> two reviews ")
    editor.evidence.setText("Minutes 2026-10")
    editor.day.setDate(date(2026, 10, 2))  # type: ignore[arg-type]
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    assert newest(small) == replace(
        newest(small),
        skill="contract-law",
        level=2.5,
        by=Rater.MANAGER,
        on=date(2026, 10, 2),
        comment="<b>ran</b> two reviews",
        evidence="Minutes 2026-10",
    )
    labels = page.pane.details.findChildren(QLabel)
    assert any("<b>ran</b> two reviews" in label.text() for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_escape_closes_the_editor_and_saves_nothing(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    before = small.ratings()
    press(qtbot, page.pane.table, Qt.Key.Key_Return)
    press(qtbot, page.pane.editor.levels, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not page.pane.is_editing
    assert page.pane.table.hasFocus()
    assert small.ratings() == before


def test_what_is_filled_in_stays_while_the_page_is_read_again(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    press(qtbot, page.pane.table, Qt.Key.Key_Return)
    page.pane.editor.comment.setText("half a sentence")
    small.do(rename_person(sample_person(), "Lin W."))
    assert page.pane.is_editing
    assert page.pane.editor.comment.text() == "half a sentence"
    small.set_language("zh_CN")
    assert page.pane.editor.comment.text() == "half a sentence"


def test_a_level_off_the_scale_is_refused_and_said(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    before = small.ratings()
    with qtbot.waitSignal(small.failed) as said:
        press(qtbot, page.pane.table, Qt.Key.Key_9)
    assert isinstance(said.args[0], PlannerError)
    assert small.ratings() == before


def test_a_day_in_the_future_is_refused(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    page.edit_rating("contract-law")
    draft = Draft(skill="contract-law", level=1.0, by=Rater.SELF, on=date(2027, 1, 1))
    with qtbot.waitSignal(small.failed):
        page.pane.editor.saved.emit(draft)
    assert page.pane.is_editing


def test_the_filter_keeps_what_has_every_word(qtbot: QtBot, page: GapsPage) -> None:
    page.focus_filter()
    field = page.pane.filter
    assert field.hasFocus()
    qtbot.keyClicks(field, "soft ment")
    assert names(page) == ["Talent development", "Emotional self-management"]
    assert page.pane.table.picked_skill == "talent"
    press(qtbot, field, Qt.Key.Key_Escape)
    assert len(names(page)) == 9
    assert field.isHidden()
    assert page.pane.table.hasFocus()


def test_the_filter_finds_a_skill_by_its_name_in_the_other_language(page: GapsPage) -> None:
    page.pane.filter.setText("人才 培养")
    assert names(page) == ["Talent development"]


def test_a_filter_without_hits_says_so_and_can_be_cleared(qtbot: QtBot, page: GapsPage) -> None:
    pane, header = page.pane, page.pane.table.horizontalHeader()
    narrow, wide = page.size(), page.size() + QSize(8, 0)
    page.resize(wide)
    QApplication.processEvents()
    widths = [header.sectionSize(column) for column in (1, 2, 3)]
    page.resize(narrow)
    QApplication.processEvents()
    pane.table.pick("talent")
    page.focus_filter()
    qtbot.keyClicks(pane.filter, "zzz")
    page.resize(wide)
    QApplication.processEvents()
    assert names(page) == []
    assert pane.no_hits.words.text() == "No skill fits “zzz”."
    assert pane.no_hits.button.visibleRegion().boundingRect() == pane.no_hits.button.rect()
    assert [header.sectionSize(column) for column in (1, 2, 3)] == widths
    assert pane.details.skill == ""
    assert not pane.details.isVisible()
    qtbot.mouseClick(pane.no_hits.button, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 9
    assert pane.table.hasFocus()
    assert pane.no_hits.isHidden()
    assert pane.details.isVisible()
    assert (pane.table.picked_skill, pane.details.skill) == ("talent", "talent")


def test_a_newcomer_is_told_what_to_do_first(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    assert page.pane.hint.isHidden()
    small.do(add_person(replace(sample_person(), id="new", name="Ada", target=None)))
    small.open_person("sample", "new")
    assert page.header.readiness_text == "0–100 % ready · 9 skills unrated"
    assert page.pane.hint.isVisible()
    assert page.pane.hint.text().startswith("Nothing is rated yet. Press A to be asked skill by")
    assert "press 0 to 5," in page.pane.hint.text()
    page.pane.table.setFocus()
    press(qtbot, page.pane.table, Qt.Key.Key_3)
    assert page.pane.hint.isHidden()
    small.undo()
    assert page.pane.hint.isVisible()
    small.set_language("zh_CN")
    assert page.pane.hint.text().startswith("尚未评定任何技能")


def test_the_newcomers_ring_shows_no_number(page: GapsPage, small: Workspace) -> None:
    small.do(add_person(replace(sample_person(), id="new", name="Ada", target=None)))
    small.open_person("sample", "new")
    unrated = page.header.ring.grab().toImage()
    page.header.ring.show_readiness(Interval(0.0, 1.0), "track-0")
    assert page.header.ring.grab().toImage() != unrated


def test_columns_sort_and_equals_keep_the_order_of_the_gap(page: GapsPage) -> None:
    page.pane.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert names(page)[:3] == ["Contract law", "Business negotiation", "Financial budgeting"]
    page.pane.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(page)[:2] == ["Business negotiation", "Contract law"]
    page.pane.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert names(page)[:2] == ["Talent development", "CRM data reading"]


def test_order_and_widths_come_back(
    page: GapsPage, small: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> None:
    page.pane.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    page.pane.table.horizontalHeader().resizeSection(3, 222)
    kept = page.state()
    other = GapsPage(small, theme, icons, tasks)
    other.restore_state(kept)
    other.resize(1184, 744)
    other.show()
    assert names(other) == names(page)
    assert other.pane.table.columnWidth(3) == 222
    other.close()
    other.deleteLater()


@pytest.mark.parametrize(
    "garbage",
    [
        {},
        {"widths": [1], "sort": 99, "falling": "x", "heights": [1]},
        {"widths": {"3": -5, "x": 4, "1": "9"}, "sort": True, "heights": [-1, 10**9]},
        {"widths": {"3": 10**9}, "sort": None, "heights": ["a", "b"]},
    ],
)
def test_a_bad_state_counts_as_none(page: GapsPage, garbage: dict[str, object]) -> None:
    page.restore_state(garbage)
    assert names(page)[0] == "Contract law"
    assert page.pane.table.columnWidth(3) <= 600


def test_the_map_can_ask_for_a_role(page: GapsPage) -> None:
    page.show_role("account-manager")
    assert page.role_id == "account-manager"
    assert names(page) == ["Business negotiation"]


def test_a_role_once_chosen_stays_until_another_person_comes(
    page: GapsPage, small: Workspace
) -> None:
    page.show_role("account-manager")
    small.do(set_target(sample_person(), "director", sample_catalogue()))
    assert page.role_id == "account-manager"
    small.open_person("am-lm", "sample-am")
    assert page.role_id != "account-manager"


def test_a_role_chosen_while_the_page_is_hidden_is_that_of_the_person_then(
    page: GapsPage, small: Workspace
) -> None:
    page.hide()
    small.open_person("am-lm", "sample-am")
    page.show_role("line-manager")
    page.show()
    assert page.role_id == "line-manager"


def test_what_was_begun_for_one_person_is_not_saved_for_another(
    page: GapsPage, small: Workspace
) -> None:
    page.edit_rating("contract-law")
    small.open_person("am-lm", "sample-am")
    assert not page.pane.is_editing


def test_a_new_target_leads_to_its_first_step(page: GapsPage, small: Workspace) -> None:
    small.do(set_target(sample_person(), "host", sample_catalogue()))
    assert page.role_id == "host"


def test_the_chooser_lists_next_roles_first_and_finds_by_word(qtbot: QtBot, page: GapsPage) -> None:
    chooser = page.header.chooser
    assert [entry.thing for entry in chooser.entries("")] == [
        "director",
        "host",
        "account-manager",
    ]
    assert [entry.thing for entry in chooser.entries("hos")] == ["host"]
    qtbot.mouseClick(chooser, Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Find a role"
    qtbot.keyClicks(field, "account")
    press(qtbot, field, Qt.Key.Key_Return)
    assert page.role_id == "account-manager"


def test_the_chooser_says_where_nothing_has_the_name(qtbot: QtBot, page: GapsPage) -> None:
    chooser = page.header.chooser
    qtbot.mouseClick(chooser, Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    assert field is not None
    said = "No role has this name. Try a part of it, in either language."
    assert said not in words_in_sight(chooser.window())
    qtbot.keyClicks(field, "chuji")
    assert said in words_in_sight(chooser.window())
    press(qtbot, field, Qt.Key.Key_Return)
    assert field.hasFocus()
    field.clear()
    assert said not in words_in_sight(chooser.window())


def test_the_rule_opens_beside_the_table(qtbot: QtBot, page: GapsPage) -> None:
    qtbot.mouseClick(page.header.rule_button, Qt.MouseButton.LeftButton)
    assert page.is_rule_open
    table = page.rule.table
    rows = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert rows[0] == ["Contract law", "1", "3", "3 × 1 = 3", "3 × 3 = 9"]
    assert rows[3] == ["Talent development", "unrated", "3", "1 × 0–3 = 0–3", "1 × 3 = 3"]
    assert rows[8] == ["Emotional self-management", "4", "3", "1 × 3 = 3", "1 × 3 = 3"]
    assert rows[9] == ["Sum", "", "", "42–45", "61"]
    total, basis, verdict = page.rule.words
    # 42 / 61 = 0.68852…, 45 / 61 = 0.73770…
    assert total == (
        "42 ÷ 61 = 68.9 % if nothing unrated is held; 45 ÷ 61 = 73.8 % if all of it is"
    )
    assert "agreed ratings" in basis
    # Since 1 Aug 2024: 844 days, 2.31 years, of at least 3.
    assert verdict == (
        "Not ready: 3 essential skills open; no role held yet in Line track; "
        "0.7 years still to serve in the present role"
    )
    press(qtbot, page.rule.table, Qt.Key.Key_Escape)
    assert not page.is_rule_open


def test_nobody_is_said_to_be_nobody(page: GapsPage, small: Workspace) -> None:
    small.close_person()
    assert page.role_id == ""
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Nobody is chosen yet. Choose or add a person at the top left."]
    page.focus_filter()
    page.edit_rating("contract-law")
    assert not page.pane.is_editing


def test_a_role_without_requirements_is_unknown_and_says_why(qtbot: QtBot, page: GapsPage) -> None:
    page.show_role("host")
    assert page.header.readiness_text == "readiness unknown · this role names no requirements"
    assert page.pane.note.text().startswith("Host names no requirements")
    assert page.pane.details.skill == ""
    qtbot.mouseClick(page.header.rule_button, Qt.MouseButton.LeftButton)
    assert page.rule.words[0] == "The sum of what is required is 0, so readiness is unknown."


def test_when_nothing_applies_readiness_is_unknown(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    page.show_role("account-manager")
    press(qtbot, page.pane.table, Qt.Key.Key_N)
    assert page.header.readiness_text == ("readiness unknown · no skill of this role is applicable")
    assert page.pane.note.text() == "No skill that Account manager asks for is applicable."
    assert small.undo()
    assert page.header.readiness_text == "75 % ready"


def test_everything_reached_is_said(qtbot: QtBot, page: GapsPage) -> None:
    page.show_role("account-manager")
    press(qtbot, page.pane.table, Qt.Key.Key_5)
    assert page.header.readiness_text == "100 % ready"
    assert page.header.rule_button.text() == "ready for this role · see the rule"
    assert page.pane.note.text() == "Everything that Account manager asks for is held."


def test_ready_in_skills_but_not_in_years_is_not_ready(qtbot: QtBot, page: GapsPage) -> None:
    for skill in ("contract-law", "budgeting", "negotiation"):
        page.pane.table.pick(skill)
        press(qtbot, page.pane.table, Qt.Key.Key_4)
    assert page.header.rule_button.text() == ("no essential open, but not ready yet · see the rule")


def test_it_speaks_chinese_at_once(page: GapsPage, small: Workspace) -> None:
    small.set_language("zh_CN")
    assert page.title() == "差距"
    assert page.header.readiness_text == "就绪度 69–74 % · 1 项技能未评"
    assert names(page)[:2] == ["合同法务知识", "财务预算编制"]
    assert "合同法务知识：从了解（1）到熟练（3）" in page.pane.details.words
    assert page.header.chooser.text() == "对照职位：区域客户总监"
    assert "合同法务知识 6" in page.charts.bars.accessibleDescription()
    small.set_language("en")
    assert names(page)[0] == "Contract law"


def test_it_takes_another_theme_at_once(
    qtbot: QtBot, page: GapsPage, themes: dict[str, Theme]
) -> None:
    held = QColor(themes["dark"].hex("track-0")).rgb()

    def painted() -> bool:
        picture = page.charts.bars.grab().toImage()
        row = picture.height() // 12
        return any(picture.pixel(x, row) == held for x in range(picture.width()))

    assert not painted()
    page.apply_theme(themes["dark"])
    assert painted()
    page.apply_theme(replace(themes["light"], text_factor=2.0))
    assert page.pane.minimumHeight() > 0
    page.apply_theme(themes["light"])
    assert not painted()
    assert page.pane.minimumHeight() == 0


def test_a_hidden_page_reads_again_when_it_is_shown(page: GapsPage, small: Workspace) -> None:
    page.hide()
    rating = Rating(
        entry=small.store.next_entry(),
        skill="contract-law",
        level=3.0,
        by=Rater.AGREED,
        on=TODAY,
    )
    small.do(rate(sample_person(), rating, sample_catalogue()))
    assert page.header.readiness_text == "69–74 % ready · 1 skill unrated"
    page.show()
    assert page.header.readiness_text == "79–84 % ready · 1 skill unrated"


def test_every_control_has_a_name(qtbot: QtBot, page: GapsPage) -> None:
    page.edit_rating("contract-law")
    qtbot.mouseClick(page.header.rule_button, Qt.MouseButton.LeftButton)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_charts_are_told_in_words(page: GapsPage) -> None:
    assert page.charts.radar.accessibleName() == "Held and required"
    assert "3 reached, 5 below" in page.charts.radar.accessibleDescription()
    assert page.charts.bars.accessibleDescription().startswith("Weighted gaps: Contract law 6;")


def test_a_real_scale_of_many_skills(page: GapsPage, small: Workspace) -> None:
    _, catalogue = wide_gap(35)
    person = Person(id="p", name="P", catalogue="wide", role="r", since=date(2020, 1, 1))
    ratings = (Rating(entry=1, skill="s34", level=3.25, by=Rater.SELF, on=TODAY),)
    put(small.store, catalogue, person, ratings)
    small.open_person("wide", "p")
    assert len(names(page)) == 35
    assert page.pane.table.pick("s34")
    assert cell(page, page.pane.table.currentIndex().row(), 1) == "3.25 → 4.62"
    page.grab()


def test_a_skill_can_be_shown_from_elsewhere(page: GapsPage) -> None:
    assert page.show_skill("crm")
    assert page.pane.details.skill == "crm"
    assert not page.show_skill("unknown")


def test_the_page_shows_its_table_before_the_charts_are_loaded(
    qtbot: QtBot, small: Workspace, theme: Theme, icons: Icons
) -> None:
    class Never:
        """Work that never ends."""

        def run(self, *_what: object, **_how: object) -> None:
            pass

    made = GapsPage(small, theme, icons, Never())  # type: ignore[arg-type]
    made.resize(1184, 744)
    made.show()
    assert len(names(made)) == 9
    assert not made.charts.radar.has_figure
    made.grab()
    made.close()
    made.deleteLater()


def test_what_is_opened_is_brought_into_sight_where_there_is_little_room(page: GapsPage) -> None:
    page.resize(760, 560)
    QApplication.processEvents()
    page.header.rule_button.click()
    QApplication.processEvents()
    assert page.rule.visibleRegion().boundingRect().height() > 300
    page.close_rule()
    page.edit_rating("talent")
    QApplication.processEvents()
    button = page.pane.editor.save_button
    assert button.visibleRegion().boundingRect() == button.rect()


@pytest.mark.parametrize("factor", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize(("width", "height"), [(1184, 744), (804, 544)])
def test_rule_and_editor_are_in_sight_at_every_text_size(
    page: GapsPage, appearance: Appearance, factor: float, width: int, height: int
) -> None:
    appearance.set_text_percent(round(100 * factor))
    page.apply_theme(appearance.theme)
    page.resize(width, height)
    QApplication.processEvents()
    page.header.rule_button.click()
    QApplication.processEvents()
    title = page.rule.title
    assert title.visibleRegion().boundingRect() == title.rect()
    page.close_rule()
    page.edit_rating("contract-law")
    QApplication.processEvents()
    for button in (page.pane.editor.save_button, page.pane.editor.cancel_button):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_no_level_of_the_editor_is_cut(page: GapsPage) -> None:
    page.edit_rating("contract-law")
    levels = page.pane.editor.levels
    for width in (1184, 980, 820):
        page.resize(width, 744)
        QApplication.processEvents()
        # Qt leaves 3 pixels at each side of what the sheet leaves.
        room = QRect(0, 0, levels.viewport().width() - 2 * 9, 10_000)
        for row in range(levels.count()):
            words = levels.item(row).text()
            lines = levels.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
            assert levels.visualItemRect(levels.item(row)).height() >= lines.height() + 8


def test_tab_into_the_details_leaves_headings_and_tabs_in_sight(
    qtbot: QtBot, page: GapsPage
) -> None:
    # So low that the charts have no room for their least.
    page.resize(1184, 520)
    column = page.aside.parentWidget()
    assert column is not None
    qtbot.waitUntil(lambda: column.height() > column.parentWidget().height())
    there = [part.mapTo(page, QPoint()) for part in (page.pane, page.aside.choice)]
    page.pane.table.setFocus()
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if not page.pane.isAncestorOf(now):
            break
        assert [part.mapTo(page, QPoint()) for part in (page.pane, page.aside.choice)] == there


def test_the_actions_of_the_head_are_words(page: GapsPage) -> None:
    header = page.header
    buttons = (header.what_if_button, header.assess_button, header.ways_button, header.take_button)
    assert [button.text() for button in buttons] == ["What if…", "Assess…", "Ways…", "Take up…"]
    # With less room they go on in a second row, and none is cut.
    page.resize(700, 744)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def edges(page: GapsPage) -> list[int]:
    """Where the columns begin, and where the last one ends."""
    QApplication.processEvents()
    header = page.pane.table.horizontalHeader()
    return [*(header.sectionPosition(column) for column in GapColumn), header.length()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_stay_while_one_rates_down_the_list(
    qtbot: QtBot, page: GapsPage, small: Workspace, language: Language
) -> None:
    small.set_language(language)
    table = page.pane.table
    before = edges(page)
    for number in range(len(names(page))):
        table.pick_row(number)
        # Also the last stale one, whose clock and words took the most room.
        for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_3):
            press(qtbot, table, key)
            assert edges(page) == before
    assert not any(row.is_stale for row in page.pane.model.rows)


def test_columns_take_the_room_that_another_gap_needs(page: GapsPage, small: Workspace) -> None:
    before = edges(page)
    small.set_language("zh_CN")
    assert edges(page) != before
    small.set_language("en")
    assert edges(page) == before


def test_what_is_not_applicable_is_counted_where_names_have_no_room(
    qtbot: QtBot, page: GapsPage
) -> None:
    table, others, width = page.pane.table, page.pane.others, page.pane.width()
    while "skills" not in others.text():
        assert table.picked_skill
        press(qtbot, table, Qt.Key.Key_N)
        QApplication.processEvents()
    number = 9 - len(names(page))
    assert others.text() == f"{number} skills not applicable, rate again…"
    assert others.accessibleName().startswith("Not applicable, rate again: ")
    assert page.pane.width() == width
