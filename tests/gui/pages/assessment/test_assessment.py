"""The guided assessment: asked, answered, skipped, undone, stopped and taken up again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.gaps import Basis
from planner.core.keeping.person_edits import add_person, rate
from planner.core.people import Rater, Rating
from planner.core.text import same_text
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.pages.assessment.page import AssessmentPage
from planner.gui.settings import Settings
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from planner.store.store import Store
from tests.gap_sample import sample_catalogue, sample_person, sample_ratings
from tests.gui.answers import Answers
from tests.gui.pages.gaps.test_page import put

TODAY = date(2026, 11, 23)
SAMPLE = ("am-lm", "sample-am")
# By weight 3, 2 and 1, equals in the catalogue's order.
BY_WEIGHT = (
    "contract-law", "negotiation",
    "budgeting", "crm", "strategy", "packaging",
    "talent", "cross-cultural", "emotional",
)  # fmt: skip


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A workspace that looks at the person of the small framework."""
    put(workspace.store, sample_catalogue(), sample_person(), sample_ratings())
    workspace.open_person("sample", "lin-wei")
    return workspace


@pytest.fixture
def make_page(
    small: Workspace,
    theme: Theme,
    icons: Icons,
    tasks: Tasks,
    settings: Settings,
    answers: Answers,
) -> Iterator[Callable[[], AssessmentPage]]:
    """A function that opens the page on the director's role, as after a start."""
    made: list[AssessmentPage] = []

    def make() -> AssessmentPage:
        page = AssessmentPage(small, theme, icons, EvidenceDoor(tasks, answers), settings)
        made.append(page)
        page.resize(1184, 744)
        page.offer("director")
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    yield make
    for page in made:
        page.close()
        page.deleteLater()


@pytest.fixture
def page(make_page: Callable[[], AssessmentPage]) -> AssessmentPage:
    """The page as it opens."""
    return make_page()


def begin(page: AssessmentPage, by: Rater = Rater.SELF, due: str = "every") -> None:
    page.start.raters.button(by).click()
    page.start.due.button(due).click()
    page.start.begin.click()


def press(qtbot: QtBot, page: AssessmentPage, *keys: Qt.Key) -> None:
    """Press keys where the cursor is."""
    for key in keys:
        focused = QApplication.focusWidget() or page
        qtbot.keyClick(focused, key)


def made(workspace: Workspace) -> list[Rating]:
    """The ratings beyond those of the sample, in the order in which they were made."""
    return sorted(workspace.ratings(), key=lambda rating: rating.entry)[len(sample_ratings()) :]


def in_sight(page: AssessmentPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


# what is asked


def test_it_offers_the_persons_own_assessment_of_the_role(page: AssessmentPage) -> None:
    assert page.start.rater is Rater.SELF
    assert page.start.role_id == "director"
    # Of nine skills CRM alone was rated by the person, and that is stale: everything is due.
    assert page.start.count_words == "9 skills, the heaviest first"
    assert not page.start.is_only_due
    assert page.start.begin.hasFocus()


def test_what_is_due_is_proposed_where_not_everything_is(page: AssessmentPage) -> None:
    page.start.raters.button(Rater.AGREED).click()
    # Agreed in March 2026: five of nine.
    assert page.start.is_only_due
    assert page.start.count_words == "4 skills, the heaviest first"
    page.start.due.button("every").click()
    assert page.start.count_words == "9 skills, the heaviest first"
    page.start.raters.button(Rater.MANAGER).click()
    assert not page.start.is_only_due


def test_all_skills_or_another_role_can_be_asked_for(page: AssessmentPage) -> None:
    page.start.role.choose("account-manager")
    page.start.role.activated.emit(0)
    assert page.start.count_words == "1 skill, the heaviest first"
    page.start.role.choose("host")
    page.start.role.activated.emit(0)
    assert page.start.count_words.startswith("This role names no requirements.")
    assert not page.start.begin.isEnabled()
    page.start.scope.button("all").click()
    assert page.start.role_id == ""
    assert page.start.count_words == "9 skills, the heaviest first"


def test_where_nothing_is_due_that_is_said(page: AssessmentPage, small: Workspace) -> None:
    for skill in BY_WEIGHT:
        rating = Rating(
            entry=small.store.next_entry(), skill=skill, level=2.0, by=Rater.SELF, on=TODAY
        )
        small.do(rate(sample_person(), rating, sample_catalogue()))
    page.start.due.button("due").click()
    assert page.start.count_words == "Nothing is due: every skill was rated, and nothing is stale."
    assert not page.start.begin.isEnabled()


def test_a_role_without_requirements_gives_way_to_one_that_matters(page: AssessmentPage) -> None:
    page.offer("host")
    assert page.start.role_id == "director"


# one story by keyboard alone


def test_a_story_by_keyboard_alone(qtbot: QtBot, page: AssessmentPage, small: Workspace) -> None:
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.skill == "contract-law"
    assert page.question.choice.hasFocus()
    assert page.question.place_words == "1 of 9"
    # A digit, and go on.
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert page.skill == "negotiation"
    # The arrows: the first one comes to the first level.
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    # Not applicable, with a comment and evidence.
    press(qtbot, page, Qt.Key.Key_N)
    page.question.comment.setFocus()
    qtbot.keyClicks(page.question.comment, "no budget of mine")
    page.question.evidence.line.setFocus()
    qtbot.keyClicks(page.question.evidence.line, "~/budget 2026.pdf")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.skill == "crm"
    # Skipped by a letter and by a key that works in every field.
    press(qtbot, page, Qt.Key.Key_S)
    assert page.skill == "strategy"
    page.question.comment.setFocus()
    press(qtbot, page, Qt.Key.Key_PageDown)
    assert page.skill == "packaging"
    assert [(one.skill, one.level, one.by, one.on) for one in made(small)] == [
        ("contract-law", 2.0, Rater.SELF, TODAY),
        ("negotiation", 2.0, Rater.SELF, TODAY),
        ("budgeting", None, Rater.SELF, TODAY),
    ]
    assert (made(small)[2].comment, made(small)[2].evidence) == (
        "no budget of mine",
        "~/budget 2026.pdf",
    )
    for _ in range(4):
        press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert page.skill == ""
    assert "7 skills rated · 2 skipped" in page.summary.words
    assert page.summary.done.hasFocus()
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Return)


def test_enter_without_an_answer_says_what_to_do(qtbot: QtBot, page: AssessmentPage) -> None:
    begin(page)
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.skill == "contract-law"
    assert page.question.fault == "Choose a level, or skip this skill with S."
    press(qtbot, page, Qt.Key.Key_1)
    assert page.question.fault == ""


def test_a_digit_off_the_scale_is_said_and_chooses_nothing(
    qtbot: QtBot, page: AssessmentPage
) -> None:
    begin(page)
    assert page.question.choice.accessibleDescription().startswith("0 to 5 choose · ")
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_9)
    assert page.question.fault == "The scale has no level 9."
    assert page.question.choice.entry is not None
    assert page.question.choice.entry.level == 2


def test_a_click_chooses_and_a_double_click_saves(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    begin(page)
    levels = page.question.choice
    QApplication.processEvents()
    place = levels.visualItemRect(levels.item(4)).center()
    qtbot.mouseClick(levels.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made(small) == []
    qtbot.mouseDClick(levels.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [(one.skill, one.level) for one in made(small)] == [("contract-law", 4.0)]


# back, skip, undo


def test_one_can_go_back_and_answer_anew_but_not_twice_the_same(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    begin(page)
    assert not page.question.back.isEnabled()
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert page.skill == "contract-law"
    entry = page.question.choice.entry
    assert entry is not None
    assert entry.level == 2
    press(qtbot, page, Qt.Key.Key_Return)
    assert len(made(small)) == 1
    assert page.skill == "negotiation"
    press(qtbot, page, Qt.Key.Key_PageUp, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert [one.level for one in made(small)] == [2.0, 4.0]
    assert page.skill == "negotiation"
    press(qtbot, page, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert page.skill == "contract-law"


def test_an_answered_skill_that_is_passed_by_again_stays_answered(
    qtbot: QtBot, page: AssessmentPage
) -> None:
    begin(page)
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_S)
    assert page.skill == "negotiation"
    assert page.assessment is not None
    assert page.assessment.skipped == ()


def test_undo_steps_back_through_the_answers_and_redo_forward(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    begin(page)
    before = small.ratings()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(qtbot, page, key, Qt.Key.Key_Return)
    after = small.ratings()
    for skill in ("budgeting", "negotiation", "contract-law"):
        assert small.undo()
        assert page.skill == skill
        assert page.question.choice.entry is None
    assert small.ratings() == before
    assert page.question.place_words == "1 of 9"
    for skill in ("negotiation", "budgeting", "crm"):
        assert small.redo()
        assert page.skill == skill
    assert small.ratings() == after


def test_undo_at_the_end_leads_back_to_the_question(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    page.start.role.choose("account-manager")
    begin(page)
    press(qtbot, page, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert page.skill == ""
    small.undo()
    assert page.skill == "negotiation"
    assert page.question.isVisible()


def test_what_was_skipped_can_be_asked_again(qtbot: QtBot, page: AssessmentPage) -> None:
    begin(page)
    press(qtbot, page, *[Qt.Key.Key_S] * 8)
    press(qtbot, page, Qt.Key.Key_5, Qt.Key.Key_Return)
    assert "1 skill rated · 8 skipped" in page.summary.words
    assert page.summary.take_up.text() == "Ask the 8 skipped ones"
    page.summary.take_up.click()
    assert page.skill == "contract-law"
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert page.skill == "negotiation"


# what is seen


def test_until_one_has_answered_one_sees_ones_own_answer_alone(
    qtbot: QtBot, page: AssessmentPage
) -> None:
    begin(page)
    assert "You have not rated this skill yet." in page.question.said.words
    assert "Hidden until you have answered: agreed, 10 Mar 2026 (counts)" in in_sight(page)
    assert "1 Aware" not in page.question.said.words
    assert "required" not in in_sight(page)
    press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert page.question.saved_words == "Saved: Contract law 3 Skilled · agreed: 1 Aware"
    press(qtbot, page, Qt.Key.Key_Backspace)
    assert "Hidden" not in in_sight(page)
    assert "Agreed · counts\n1 Aware\n10 Mar 2026" in page.question.said.words


def test_ones_own_stale_answer_is_shown_as_stale(qtbot: QtBot, page: AssessmentPage) -> None:
    begin(page)
    press(qtbot, page, Qt.Key.Key_S, Qt.Key.Key_S, Qt.Key.Key_S)
    assert page.skill == "crm"
    assert "Self · counts\n3 Skilled\n15 Jan 2025 · stale" in page.question.said.words


def test_those_who_agree_see_all_and_what_is_required(page: AssessmentPage) -> None:
    begin(page, Rater.AGREED)
    assert page.skill == "contract-law"
    assert "required 3 Skilled" in in_sight(page)
    assert "Agreed · counts\n1 Aware" in page.question.said.words


def test_the_end_tells_what_it_makes_of_the_readiness(qtbot: QtBot, page: AssessmentPage) -> None:
    begin(page, Rater.AGREED)
    press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_Return, *[Qt.Key.Key_S] * 8)
    # Contract law 1 → 3 of 3, weight 3: from 42 and 45 to 48 and 51 of 61.
    assert "Readiness for Regional client director: 69–74 % → 79–84 %" in page.summary.words
    assert page.summary.model.words[0] == (
        "Contract law",
        "3 Skilled",
        "1 Aware\n10 Mar 2026",
        "",
    )
    assert page.summary.model.words[1][:2] == ("Business negotiation", "\nskipped")


def test_ones_own_answers_are_told_by_what_counts_and_by_themselves(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    begin(page)
    press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_Return, *[Qt.Key.Key_S] * 8)
    words = page.summary.words
    assert "Readiness for Regional client director: 69–74 %, unchanged" in words
    # Own: CRM 3 of 4, weight 2: 6, and 61 − 2 = 59 at most; then 9 more for sure.
    assert "By the person's own ratings alone: 10–97 % → 25–97 %" in words
    small.set_basis(Basis.SELF)
    assert "Readiness for Regional client director: 10–97 % → 25–97 %" in page.summary.words


# stopping and going on


def test_what_is_not_finished_is_offered_again(
    qtbot: QtBot, page: AssessmentPage, make_page: Callable[[], AssessmentPage]
) -> None:
    begin(page, Rater.MANAGER)
    press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_S)
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape)
    page.close()
    again = make_page()
    assert "The manager's assessment · Regional client director: 2 of 9 done" in in_sight(again)
    assert again.start.resume_buttons[0].hasFocus()
    press(qtbot, again, Qt.Key.Key_Return)
    assert again.skill == "budgeting"
    assert again.question.place_words == "3 of 9"


def test_what_was_answered_elsewhere_is_not_asked_again(
    page: AssessmentPage, make_page: Callable[[], AssessmentPage], small: Workspace
) -> None:
    begin(page)
    page.close()
    rating = Rating(
        entry=small.store.next_entry(), skill="contract-law", level=2.0, by=Rater.SELF, on=TODAY
    )
    small.do(rate(sample_person(), rating, sample_catalogue()))
    again = make_page()
    again.start.resume_buttons[0].click()
    assert again.skill == "negotiation"


def test_an_offer_can_be_declined_and_what_is_finished_is_forgotten(
    qtbot: QtBot, page: AssessmentPage, make_page: Callable[[], AssessmentPage]
) -> None:
    begin(page)
    press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_Return)
    page.offer("director")
    assert len(page.start.resume_buttons) == 1
    cross = page.start.resume_buttons[0].nextInFocusChain()
    qtbot.keyClick(cross, Qt.Key.Key_Space)
    assert page.start.resume_buttons == []
    begin(page)
    press(qtbot, page, *[Qt.Key.Key_S] * 9)
    page.offer("director")
    assert page.start.resume_buttons == []


def test_each_person_rater_and_role_has_a_round_of_its_own(
    page: AssessmentPage, small: Workspace
) -> None:
    begin(page)
    page.offer("director")
    begin(page, Rater.MANAGER)
    page.offer("account-manager")
    page.start.role.choose("account-manager")
    begin(page)
    page.offer("director")
    assert len(page.start.resume_buttons) == 3
    small.do(add_person(replace(sample_person(), id="other", name="Ada")))
    small.open_person("sample", "other")
    page.offer("director")
    assert page.start.resume_buttons == []


def test_the_settings_hold_ids_alone(
    qtbot: QtBot, page: AssessmentPage, settings: Settings
) -> None:
    begin(page)
    page.question.comment.setText("Zyxwv")
    press(qtbot, page, Qt.Key.Key_4, Qt.Key.Key_Return)
    settings.save()
    (kept,) = json.loads(settings.text("assessments"))["begun"]
    assert set(kept) == {
        "store", "catalogue", "person", "by", "role", "only_due", "skills", "begun", "skipped",
    }  # fmt: skip
    written = settings.file.read_text(encoding="utf-8")
    for word in ("Zyxwv", "Lin", "Contract law"):
        assert word not in written


@pytest.mark.parametrize(
    "garbage",
    [
        "x",
        "[]",
        '{"begun": 3}',
        '{"begun": [3, {"by": "self"}]}',
        '{"begun": [{"by": "boss", "role": "director", "skills": ["crm"], "begun": 1}]}',
        '{"begun": [{"by": "self", "role": 1, "skills": ["crm"], "begun": "1"}]}',
        '{"begun": [{"by": ["self"], "role": "", "skills": [], "skipped": [], "begun": 1}]}',
    ],
)
def test_damaged_memory_counts_as_none(
    garbage: str, settings: Settings, make_page: Callable[[], AssessmentPage]
) -> None:
    settings.set_text("assessments", garbage)
    assert make_page().start.resume_buttons == []


# other days, other people, other looks


def test_a_past_day_is_the_day_of_the_answer(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    small.look_at(date(2026, 3, 31))
    begin(page)
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert [one.on for one in made(small)] == [date(2026, 3, 31)]


def test_another_person_ends_it(qtbot: QtBot, page: AssessmentPage, small: Workspace) -> None:
    begin(page)
    with qtbot.waitSignal(page.closed):
        small.open_person(*SAMPLE)
    assert page.assessment is None
    with qtbot.waitSignal(page.closed):
        small.close_person()
    page.offer("director")


def test_what_is_filled_in_stays_while_the_language_changes(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    begin(page)
    press(qtbot, page, Qt.Key.Key_4)
    page.question.comment.setText("half a sentence")
    small.set_language("zh_CN")
    assert page.question.title.text() == "合同法务知识"
    assert page.question.place_words == "第 1 项，共 9 项"
    entry = page.question.choice.entry
    assert entry is not None
    assert (entry.level, entry.name) == (4, "精通")
    assert page.question.comment.text() == "half a sentence"
    small.set_language("en")
    assert page.question.title.text() == "Contract law"


def test_the_start_and_the_end_speak_chinese(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    small.set_language("zh_CN")
    assert page.start.count_words == "9 项技能，权重高的在先"
    begin(page)
    press(qtbot, page, *[Qt.Key.Key_S] * 9)
    assert page.summary.words[:2] == ("全部完成", "跳过 9 项")


def test_it_takes_another_theme_and_text_size(
    page: AssessmentPage, appearance: Appearance, themes: dict[str, Theme]
) -> None:
    begin(page)
    page.apply_theme(themes["dark"])
    levels = page.question.choice
    levels.choose(3.0)
    picture = page.grab().toImage()
    accent = themes["dark"].colour("accent").rgb()
    assert any(picture.pixel(x, y) == accent for x in range(40, 90) for y in range(0, 700, 3))
    small_rows = levels.sizeHintForRow(1)
    appearance.set_text_percent(150)
    page.apply_theme(appearance.theme)
    assert levels.sizeHintForRow(1) > small_rows


@pytest.mark.parametrize("width", [1184, 900, 700])
def test_no_level_is_cut_and_what_a_key_chooses_is_seen(
    qtbot: QtBot, page: AssessmentPage, width: int
) -> None:
    begin(page)
    page.resize(width, 480)
    QApplication.processEvents()
    levels = page.question.choice
    for row in range(levels.count()):
        item = levels.visualItemRect(levels.item(row))
        assert item.width() <= levels.viewport().width()
    press(qtbot, page, Qt.Key.Key_N)
    QApplication.processEvents()
    rect = levels.visualItemRect(levels.selectedItems()[0])
    seen = levels.viewport().visibleRegion().boundingRect()
    assert seen.contains(rect.center())


def test_hostile_names_and_notes_are_plain_text(
    qtbot: QtBot, page: AssessmentPage, small: Workspace
) -> None:
    hostile = "<b>Bobby</b><img src='file:///etc/passwd'> " + "x" * 1900
    begin(page)
    page.question.comment.setText(hostile)
    page.question.evidence.setText("<script>alert(1)</script>")
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    labels = [label for label in page.findChildren(QLabel) if "Bobby" in label.text()]
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert made(small)[0].comment == hostile.strip()


def test_every_control_has_a_name(page: AssessmentPage, qtbot: QtBot) -> None:
    def nameless(top: QWidget) -> list[str]:
        return [
            f"{type(widget).__name__} in {type(widget.parent()).__name__}"
            for widget in top.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and not widget.objectName().startswith("qt_")
        ]

    assert nameless(page) == []
    begin(page)
    assert nameless(page) == []
    press(qtbot, page, *[Qt.Key.Key_S] * 9)
    assert nameless(page) == []


def test_a_long_scale_is_chosen_from_by_arrows(
    workspace: Workspace, make_page: Callable[[], AssessmentPage], qtbot: QtBot
) -> None:
    from planner.core.model import Level, Scale

    catalogue = sample_catalogue()
    scale = Scale(
        levels=tuple(Level(number=n / 2, name=same_text(f"Grade {n}")) for n in range(25))
    )
    many = replace(catalogue, head=replace(catalogue.head, id="many", scale=scale))
    person = replace(sample_person(), id="p", catalogue="many")
    put(workspace.store, many, person, ())
    page = make_page()
    workspace.open_person("many", "p")
    page.offer("director")
    page.show()
    begin(page)
    press(qtbot, page, Qt.Key.Key_3)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [one.level for one in workspace.ratings()] == [3.5]


# in the window


def test_it_opens_over_the_page_and_gives_it_back(
    window: MainWindow, qtbot: QtBot, store: Store
) -> None:
    window.workspace.open_person(*SAMPLE)
    window.show_page("gaps")
    role = window.workbench.page_of("gaps").role_id  # type: ignore[attr-defined]
    qtbot.keyClick(window.workbench.page_of("gaps").pane.table, Qt.Key.Key_A)  # type: ignore[attr-defined]
    page = window.workbench.covering
    assert isinstance(page, AssessmentPage)
    assert page.start.role_id == role
    assert page.start.begin.hasFocus()
    assert not window.actions_by_key["print"].isEnabled()
    qtbot.keySequence(window, QKeySequence("F1"))
    from planner.gui.window.help import HelpWindow

    shown = window.findChild(HelpWindow)
    assert isinstance(shown, HelpWindow)
    assert shown.topic == "assessment"
    shown.close()
    window.activateWindow()
    qtbot.keyClick(page.start.begin, Qt.Key.Key_Escape)
    assert window.workbench.covering is None
    assert window.workbench.page.key == "gaps"
    assert window.actions_by_key["print"].isEnabled()


def test_menu_person_menu_and_map_lead_to_it(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.open_person(*SAMPLE)
    window.workspace.select_role("operations-director")
    qtbot.keySequence(window, QKeySequence("Ctrl+R"))
    page = window.workbench.covering
    assert isinstance(page, AssessmentPage)
    assert page.start.role_id == "operations-director"
    page.start.left.emit()
    window.open_people()
    window.people.assess.click()
    assert window.people.isHidden()
    assert window.workbench.covering is page
    page.start.begin.click()
    assert page.skill
    window.show_page("map")
    assert window.workbench.covering is None


def test_another_person_uncovers_the_page(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    window.actions_by_key["assess"].trigger()
    assert window.workbench.covering is not None
    window.workspace.open_person("am-lm", "zhou-xiaozhou")
    assert window.workbench.covering is None


def test_ctrl_z_in_the_window_takes_the_last_answer_back(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.open_person(*SAMPLE)
    window.actions_by_key["assess"].trigger()
    page = window.workbench.covering
    assert isinstance(page, AssessmentPage)
    begin(page)
    first = page.skill
    page.question.choice.choose(2.0)
    page.question.choice.confirmed.emit()
    assert page.skill != first
    qtbot.keySequence(window, QKeySequence("Ctrl+Z"))
    assert page.skill == first
