"""Choosing a track: asked, answered, skipped, undone, stopped, taken again, shared, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import TrackChoice
from planner.core.edits import Change, Edit, Key
from planner.core.keeping.person_edits import clear_target
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Text, message
from planner.files.agendas import read_questionnaires
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.pages.choice.page import ChoicePage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.map.person_section import PersonSection
from planner.gui.pages.meeting.page import MeetingPage
from planner.gui.state.shipped_questions import ShippedQuestions
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from tests.gap_sample import sample_catalogue, sample_person, sample_ratings
from tests.gui.pages.gaps.test_page import put

TODAY = date(2026, 11, 23)
FIRST = ("time", "output", "outlook", "crisis")


@pytest.fixture
def make_page(
    workspace: Workspace, theme: Theme, icons: Icons, tasks: Tasks, root: Path
) -> Iterator[Callable[[], ChoicePage]]:
    """A function that opens the page on the person looked at."""
    made: list[ChoicePage] = []

    def make() -> ChoicePage:
        file = root / "data" / "questionnaire.yaml"
        questions = ShippedQuestions(tasks, lambda: read_questionnaires(file))
        page = ChoicePage(workspace, theme, icons, questions)
        made.append(page)
        page.resize(1184, 744)
        page.offer()
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    yield make
    for page in made:
        page.close()
        page.deleteLater()


@pytest.fixture
def page(make_page: Callable[[], ChoicePage]) -> ChoicePage:
    """The page as it opens."""
    return make_page()


def press(qtbot: QtBot, page: QWidget, *keys: Qt.Key) -> None:
    """Press keys where the cursor is."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or page, key)


def choices(workspace: Workspace) -> tuple[TrackChoice, ...]:
    return workspace.career().track_choices


def answered(workspace: Workspace) -> list[dict[str, str]]:
    return [dict(choice.answers) for choice in choices(workspace)]


def in_sight(page: QWidget) -> str:
    found = (label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return "\n".join(found).replace("\xa0", " ")


def lines(page: ChoicePage) -> list[str]:
    return [words.replace("\xa0", " ") for words in page.result.words]


def listed(page: ChoicePage) -> list[str]:
    return [row.text().replace("\xa0", " ") for row in page.result.results.rows]


def kept(workspace: Workspace, *found: TrackChoice) -> None:
    """Keep answers that were given before."""
    person = workspace.person
    assert person is not None
    keys = [Key("track-choice", person.catalogue, person.id, part=one.id) for one in found]
    changes = [Change(key, None, one) for key, one in zip(keys, found, strict=True)]
    assert workspace.do(Edit(message("Keep"), tuple(changes)))


def choice(id_: str, on: date, **answers: str) -> TrackChoice:
    given = tuple(answers.items())
    return TrackChoice(id=id_, questionnaire="client-or-line", on=on, answers=given)


# Six of eleven: 2 + 2 + 2 + 1 to 2 + 1; then 2 + 1 to 2 + 2 + 2 + 1.
LEANING = {"time": "outside", "output": "client", "crisis": "perception", "talk": "appraise",
           "outlook": "both", "faces": "new"}  # fmt: skip
OTHER = {"time": "inside", "output": "team", "crisis": "cause", "talk": "bargain",
         "outlook": "both"}  # fmt: skip


# what it is


def test_it_says_what_it_is_before_it_begins(page: ChoicePage) -> None:
    title, intro, more = page.empty.words
    assert title == "Client track or line track?"
    assert "no right answers" in intro
    assert "only once it is shared" in more
    assert page.empty.begin.hasFocus()
    assert page.choice is None


def test_a_catalogue_without_questions_and_tracks_says_so(
    workspace: Workspace, make_page: Callable[[], ChoicePage], qtbot: QtBot, tasks: Tasks
) -> None:
    put(workspace.store, sample_catalogue(), sample_person(), sample_ratings())
    workspace.open_person("sample", "lin-wei")
    assert workspace.catalogue is not None
    tracks = {track.id for track in workspace.catalogue.tracks}
    page = make_page()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    if tracks >= {"client", "line"}:
        # It has both: what comes with the planner is offered.
        assert page.empty.begin.isVisible()
        return
    assert "has no questionnaire of its own" in page.empty.words[1]
    assert not page.empty.begin.isVisible()
    assert page.empty.leave.hasFocus()


def test_a_catalogue_s_own_questions_are_asked(
    workspace: Workspace, make_page: Callable[[], ChoicePage], qtbot: QtBot
) -> None:
    catalogue = sample_catalogue()
    tracks = tuple(track.id for track in catalogue.tracks)[:2]
    answers = tuple(
        Answer(id=track, text=Text(en=f"To {track}", zh=track), weights=((track, 1.0),))
        for track in tracks
    )
    asked = Questionnaire(
        id="own",
        title=Text(en="Our own", zh="自己的"),
        tracks=tracks,
        questions=(Question(id="one", text=Text(en="Which?", zh="哪个？"), answers=answers),),
    )
    own = replace(catalogue, head=replace(catalogue.head, questionnaires=(asked,)))
    put(workspace.store, own, sample_person(), sample_ratings())
    workspace.open_person("sample", "lin-wei")
    page = make_page()
    assert page.empty.words[0] == "Our own"
    press(qtbot, page, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert [(one.questionnaire, one.answers) for one in choices(workspace)] == [
        ("own", (("one", tracks[1]),))
    ]
    assert page.result.isVisible()


# a whole story by keyboard


def test_it_is_taken_by_keyboard_alone(
    page: ChoicePage, workspace: Workspace, qtbot: QtBot
) -> None:
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.question_id == "time"
    assert page.question.place_words == "1 of 11"
    assert "no right answers" in page.question.intro_words
    assert page.question.choice.hasFocus()
    assert answered(workspace) == []
    # A number and Enter; an arrow and Enter; skipped; back, and answered after all.
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_S)
    assert page.question_id == "crisis"
    press(qtbot, page, Qt.Key.Key_Backspace, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert answered(workspace) == [{"time": "outside", "output": "client", "outlook": "both"}]
    assert page.question_id == "crisis"
    # An answer must be chosen, and one that there is.
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.question.fault == "Choose an answer, or skip this question with S."
    press(qtbot, page, Qt.Key.Key_7)
    assert page.question.fault == "There is no answer 7."
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_Return)
    for _ in range(7):
        press(qtbot, page, Qt.Key.Key_PageDown)
    assert page.result.isVisible()
    assert page.result.done.hasFocus()
    # 2 + 2 + 1 + 2 to 1, of four of eleven answers.
    assert page.result.title.text() == "Too few answers for a leaning"
    assert "Client track: 7, 88 % · Line track: 1, 13 %" in lines(page)
    assert page.result.open.text() == "Answer the 7 open questions"
    (only,) = choices(workspace)
    assert (only.id, only.on, only.is_shared) == ("choice-1", TODAY, False)
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape)


def test_what_is_open_is_asked_later_and_keeps_the_answers(
    workspace: Workspace, make_page: Callable[[], ChoicePage], qtbot: QtBot
) -> None:
    kept(workspace, choice("choice-1", date(2026, 11, 1), **LEANING))
    page = make_page()
    assert page.result.isVisible()
    page.result.open.click()
    assert page.question_id == "measure"
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert page.question_id == "craft"
    press(qtbot, page, *[Qt.Key.Key_S] * 4)
    (only,) = choices(workspace)
    assert dict(only.answers) == {**LEANING, "measure": "renewal"}
    # The day is that of the last answer.
    assert only.on == TODAY


def test_to_skip_everything_keeps_nothing(
    page: ChoicePage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.begin()
    press(qtbot, page, *[Qt.Key.Key_S] * 11)
    assert page.empty.isVisible()
    assert choices(workspace) == ()


def test_the_same_answer_again_is_no_edit(page: ChoicePage, workspace: Workspace) -> None:
    page.begin()
    page.question.answered.emit("inside")
    page.question.back.click()
    assert page.question.choice.entry is not None
    assert page.question.choice.entry.key == "2"
    edit = workspace.history.next_undo
    page.question.save.click()
    assert workspace.history.next_undo is edit
    assert page.question_id == "output"


def test_three_undos_lead_back_question_by_question(page: ChoicePage, workspace: Workspace) -> None:
    page.begin()
    for answer in ("outside", "team", "needs"):
        page.question.answered.emit(answer)
    assert page.question_id == "crisis"
    for back, left in (("outlook", 2), ("output", 1), ("time", 0)):
        assert workspace.undo()
        assert page.question_id == back
        assert sum(map(len, answered(workspace))) == left
    assert choices(workspace) == ()
    for forth in ("output", "outlook", "crisis"):
        assert workspace.redo()
        assert page.question_id == forth
    assert answered(workspace) == [{"time": "outside", "output": "team", "outlook": "needs"}]


def test_an_undo_of_another_answer_leads_to_its_question(
    page: ChoicePage, workspace: Workspace
) -> None:
    page.begin()
    page.question.answered.emit("outside")
    page.question.back.click()
    page.question.answered.emit("inside")
    assert page.question_id == "output"
    workspace.undo()
    assert page.question_id == "time"
    assert answered(workspace) == [{"time": "outside"}]


# the result


def test_the_result_tells_the_leaning_its_reasons_and_what_the_ratings_say(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    kept(workspace, choice("choice-1", TODAY, **LEANING))
    page = make_page()
    # 2 + 2 + 2 + 1 + 1 to 2 + 1.
    assert lines(page)[:2] == [
        "The answers lean to “Client track”",
        "Client track: 8, 73 % · Line track: 3, 27 %",
    ]
    seen = in_sight(page.result)
    assert seen.index("Meetings at clients' offices") < seen.index("New faces, again and again")
    assert seen.index("New faces, again and again") < seen.index("Both at once")
    assert "Client track +2 · article §1" in seen
    assert "Client track +1 · editorial" in seen
    assert "evenly for several tracks · article §2" in seen
    assert "A leaning needs a lead of 20 percentage points" in seen
    # Account manager of rank 2: the roles there and those that a move leads to.
    client, line = page.result.ratings.rows
    assert "Account manager (present role)" in in_sight(client)
    assert "Regional client director" in in_sight(client)
    assert "Line manager" in in_sight(line)
    assert "Chief technology officer" not in in_sight(line)
    assert "you should" not in seen.lower()


def test_results_of_two_days_are_compared_and_the_older_one_stays(
    workspace: Workspace, make_page: Callable[[], ChoicePage], qtbot: QtBot
) -> None:
    kept(
        workspace,
        choice("choice-1", date(2026, 3, 2), **OTHER, faces="new"),
        choice("choice-2", TODAY, **LEANING),
    )
    page = make_page()
    # Four of six differ; 2 + 1 + 1 to 2 + 2 + 2 + 1 leant to the other side.
    assert "On 2 Mar 2026: Line track · 64 % · 4 answers differ" in lines(page)
    assert "On 2 Mar 2026: Stand-ups and reviews with the team" in in_sight(page.result)
    assert listed(page) == [
        "23 Nov 2026 · Client track · 73 %",
        "2 Mar 2026 · Line track · 64 %",
    ]
    page.result.results.rows[1].click()
    assert page.result.title.text() == "The answers lean to “Line track”"
    # It is a record: it is looked at, shared or removed, not answered anew.
    assert not page.result.back.isVisible()
    assert not page.result.open.isVisible()
    before = choices(workspace)
    page.result.again.click()
    assert page.question_id == "time"
    page.question.answered.emit("inside")
    assert choices(workspace) == (*before, choice("choice-3", TODAY, time="inside"))


def test_near_the_middle_there_is_no_leaning(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    even = {"time": "outside", "output": "team", "outlook": "both", "crisis": "both",
            "measure": "both", "talk": "neither"}  # fmt: skip
    kept(workspace, choice("choice-1", TODAY, **even))
    page = make_page()
    assert page.result.title.text() == "The answers lean to no track"
    assert "no track · article §2" in in_sight(page.result)


def test_it_is_shared_written_to_and_removed_each_to_be_undone(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    first = choice("choice-1", TODAY, **LEANING)
    kept(workspace, first)
    page = make_page()
    page.result.share.click()
    assert choices(workspace) == (replace(first, is_shared=True),)
    assert page.result.results.rows[0].text().endswith("shared")
    page.result.note.setPlainText("Less travel, please.")
    page.result.note.flush()
    noted = replace(first, is_shared=True, note="Less travel, please.")
    assert choices(workspace) == (noted,)
    page.result.remove.click()
    assert choices(workspace) == ()
    assert page.empty.isVisible()
    for expected in (noted, replace(first, is_shared=True), first):
        assert workspace.undo()
        assert choices(workspace) == (expected,)
    assert page.result.isVisible()
    assert not page.result.share.isChecked()
    assert page.result.note.toPlainText() == ""


def test_on_a_past_day_the_results_up_to_it_are_only_read(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    kept(
        workspace,
        choice("choice-1", date(2026, 3, 2), **OTHER, faces="new"),
        choice("choice-2", TODAY, **LEANING),
    )
    page = make_page()
    workspace.look_at(date(2026, 6, 1))
    assert page.result.title.text() == "The answers lean to “Line track”"
    for part in (page.result.again, page.result.share, page.result.remove, page.result.note):
        assert not part.isEnabled()
    workspace.look_at(date(2026, 1, 1))
    assert "Nothing was answered by 1 Jan 2026." in page.empty.words
    page.begin()
    assert page.question_id == ""
    workspace.look_at(None)
    assert page.result.title.text() == "The answers lean to “Client track”"


def test_answers_whose_questions_have_gone_stay_in_the_list(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    gone = replace(choice("choice-1", date(2026, 3, 2), a="b"), questionnaire="gone")
    kept(workspace, gone)
    page = make_page()
    assert page.empty.isVisible()
    kept(workspace, choice("choice-2", TODAY, **LEANING))
    assert listed(page)[1] == "2 Mar 2026 · its questions are gone"


def test_somebody_else_ends_it(page: ChoicePage, workspace: Workspace, qtbot: QtBot) -> None:
    page.begin()
    page.question.answered.emit("outside")
    with qtbot.waitSignal(page.closed):
        workspace.open_person("am-lm", "zhou-xiaozhou")
    assert page.choice is None


# words and colours


def test_it_speaks_another_language_at_once(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    kept(workspace, choice("choice-1", TODAY, **LEANING))
    page = make_page()
    page.result.open.click()
    page.question.choice.choose(2.0)
    workspace.set_language("zh_CN")
    assert page.question.words.text() == "你更愿意用哪一类数字来衡量自己？"
    assert page.question.choice.entries[0].name == "客户续约和追加订单"
    # What was chosen stays chosen.
    assert page.question.choice.entry is not None
    assert page.question.choice.entry.key == "2"
    page.offer()
    assert page.result.title.text() == "回答偏向“客户序列”"
    assert not any("lean" in words for words in in_sight(page.result).splitlines())


def test_it_takes_other_colours(
    workspace: Workspace,
    make_page: Callable[[], ChoicePage],
    appearance: Appearance,
    themes: dict[str, Theme],
) -> None:
    kept(workspace, choice("choice-1", TODAY, **LEANING))
    page = make_page()
    light = page.result.bar.grab().toImage().pixelColor(20, 5)
    page.apply_theme(themes["dark"])
    dark = page.result.bar.grab().toImage().pixelColor(20, 5)
    assert light == themes["light"].colour("track-0")
    assert dark == themes["dark"].colour("track-0")
    page.result.again.click()
    page.apply_theme(themes["light"])
    assert page.question_id == "time"


def test_every_control_has_a_name(
    workspace: Workspace, make_page: Callable[[], ChoicePage]
) -> None:
    kept(workspace, choice("choice-1", TODAY, **LEANING))
    page = make_page()
    for part in (page.result.share, page.result.note, page.result.bar):
        assert part.accessibleName()
    for ring in page.result.ratings.rows[0].findChildren(type(page.result.bar)):
        assert ring.accessibleName()
    page.result.again.click()
    assert page.question.choice.accessibleName() == page.question.words.text()
    assert "Enter saves" in page.question.choice.accessibleDescription()


# in the window


def covering(window: MainWindow) -> ChoicePage:
    page = window.workbench.covering
    assert isinstance(page, ChoicePage)
    return page


def test_the_menu_opens_it_and_done_leads_back(window: MainWindow) -> None:
    window.show_page("gaps")
    window.actions_by_key["choose-track"].trigger()
    page = covering(window)
    assert page.empty.begin.isVisible()
    page.empty.leave.click()
    assert window.workbench.covering is None
    assert window.workbench.page.key == "gaps"


def test_the_map_leads_to_it_where_there_is_no_target(window: MainWindow, qtbot: QtBot) -> None:
    workspace, person = window.workspace, window.workspace.person
    assert person is not None
    workspace.select_role(person.role)
    map_page = window.workbench.page_of("map")
    assert isinstance(map_page, MapPage)

    def sections() -> list[PersonSection]:
        return map_page.inspector().findChildren(PersonSection)

    qtbot.waitUntil(lambda: bool(sections()))
    (section,) = sections()
    assert section.choose.isHidden()
    workspace.do(clear_target(person))
    assert not section.choose.isHidden()
    workspace.select_role("line-manager")
    assert section.choose.isHidden()
    workspace.select_role(person.role)
    section.choose.click()
    assert covering(window).isVisible()


def test_only_what_is_shared_stands_in_the_one_on_one(window: MainWindow) -> None:
    workspace = window.workspace
    kept(workspace, choice("choice-1", TODAY, **LEANING))
    window.show_page("meeting")
    page = window.workbench.page
    assert isinstance(page, MeetingPage)
    if page.desk.talk is None:
        assert page.desk.begin("regular")
    card = page.prepare.choice
    assert "No result is shared." in in_sight(card)
    assert "lean" not in in_sight(card)
    card.open.click()
    result = covering(window).result
    result.share.click()
    result.done.click()
    assert window.workbench.page is page
    assert "The answers lean to “Client track”" in in_sight(card)
    # The leaning and each reason can stand on the agenda.
    card.rows.rows[0].button.click()
    assert page.meeting is not None
    assert page.meeting.items[-1].text.en == (
        "Choosing a track: The answers lean to “Client track”"
    )
    workspace.undo()
    workspace.undo()
    assert "No result is shared." in in_sight(card)
