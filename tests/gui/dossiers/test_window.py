"""The dossier in the window: beside its preview, and of a whole team into files."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.keeping.person_edits import add_person
from planner.core.meeting.edits import write_private
from planner.core.meeting.meetings import open_meeting
from planner.core.planning.what_if import WhatIf
from planner.core.text import Texts
from planner.gui.dossiers.window import TeamDossiers
from planner.gui.main_window import MainWindow
from planner.gui.paper.dossier_choices import (
    DossierChoice,
    DossierChoices,
    remember_choice,
    remembered_choice,
)
from planner.gui.paper.dossier_settings import DossierSettings
from planner.gui.paper.preview import Preview
from planner.gui.settings import Settings
from planner.report.dossier.dossier import SECTIONS, section_name
from planner.store.store import Store
from tests.dossier_sample import NOTE
from tests.gui.answers import Answers
from tests.pdf_checks import heights_of_words, is_grey, pictures_of

MARK = "Confidential: with private notes"
PATIENCE = 20_000
TEAM = {
    "Lin Wei",
    "周小舟",
    "Nora Fieldgate",
    "韩松岳",
    "Oscar Inkwell",
    "米朵",
    "Priya Lanternwood",
    "Tom Riverstone",
}


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def pages_of(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True)
    return [squeezed(page) for page in done.stdout.decode().split("\f")[:-1]]


def idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy, timeout=PATIENCE)


def preview_of(window: MainWindow, qtbot: QtBot) -> tuple[Preview, DossierChoices]:
    """Ask for the dossier as a person does, with a key."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_O, control | shift)
    qtbot.waitUntil(lambda: bool(window.findChildren(Preview)), timeout=PATIENCE)
    (preview,) = window.findChildren(Preview)
    column = preview.column
    assert isinstance(column, DossierSettings)
    return preview, column.choices


def closed(window: MainWindow, preview: Preview, qtbot: QtBot) -> None:
    preview.close()
    qtbot.waitUntil(lambda: not window.findChildren(Preview))


def saved(window: MainWindow, preview: Preview, answers: Answers, to: Path, qtbot: QtBot) -> None:
    """Save with the key that presses a button."""
    answers.files.append((to,))
    preview.pdf_button.setFocus()
    qtbot.keyClick(preview.pdf_button, Qt.Key.Key_Return)
    qtbot.waitUntil(preview.said.isVisible, timeout=PATIENCE)
    assert preview.said.text().replace("\u200b", "") == f"Written to {to}"


def tab_to(preview: QWidget, wanted: QWidget, qtbot: QtBot) -> None:
    """Press Tab until something has the focus."""
    for _ in range(30):
        focused = preview.focusWidget()
        if focused is wanted:
            return
        qtbot.keyClick(focused if focused is not None else preview, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {wanted}")


def short(settings: Settings) -> None:
    """Have little in every dossier, for it takes long."""
    remember_choice(settings, DossierChoice(sections=frozenset({"standing"})))


def team_window(window: MainWindow, qtbot: QtBot) -> TeamDossiers:
    window.show_page("team")
    page = window.workbench.page
    qtbot.waitUntil(lambda: page.read is not None)
    qtbot.mouseClick(page.header.dossiers_button, Qt.MouseButton.LeftButton)
    return opened_team(window, qtbot)


def opened_team(window: MainWindow, qtbot: QtBot) -> TeamDossiers:
    (made,) = window.findChildren(TeamDossiers)
    qtbot.waitUntil(lambda: made.people.list.count() > 0)
    assert not made.isModal()
    return made


def test_the_whole_story_by_keyboard(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path, texts: Texts
) -> None:
    preview, choices = preview_of(window, qtbot)
    assert not preview.isModal()
    assert preview.windowTitle() == "Print preview: Lin Wei – career dossier"
    assert choices.choice == DossierChoice()
    assert len(choices.sections.ticked) == len(SECTIONS) == 8
    whole = len(preview.pages)
    # Untick the second, the third and the sixth.
    tab_to(preview, choices.sections, qtbot)
    for key in ["Down", "Space", "Down", "Space", "Down", "Down", "Down", "Space"]:
        qtbot.keyClick(choices.sections, getattr(Qt.Key, f"Key_{key}"))
    assert choices.sections.ticked == (0, 3, 4, 6, 7)
    idle(window, qtbot)
    assert 1 < len(preview.pages) < whole
    one = len(preview.pages)
    tab_to(preview, choices.language, qtbot)
    for _ in range(2):
        qtbot.keyClick(choices.language, Qt.Key.Key_Down)
    assert choices.language.currentText() == "Both, page by page"
    idle(window, qtbot)
    assert len(preview.pages) == 2 * one
    tab_to(preview, choices.paper, qtbot)
    qtbot.keyClick(choices.paper, Qt.Key.Key_Down)
    idle(window, qtbot)
    tab_to(preview, preview.pdf_button, qtbot)
    file = tmp_path / "dossier.pdf"
    saved(window, preview, answers, file, qtbot)
    pages = pages_of(file)
    assert len(pages) == len(preview.pages)
    whole_text = "".join(pages)
    for words in ("Present standing", "History", "Development plan", "Last agreements", "KPIs"):
        assert squeezed(words) in whole_text
    for words in ("现状", "历史", "发展计划", "最近的约定"):
        assert words in whole_text
    for words in ("Gap to the next role", "Gap to the target", "Routes compared", "路线比较"):
        assert squeezed(words) not in whole_text
    assert squeezed("Confidential") not in whole_text
    done = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
    assert "612 x 792 pts (letter)" in done
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Preview))


def test_private_notes_are_off_at_first_and_never_remembered(
    window: MainWindow, answers: Answers, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.set_json("paper/dossier", {"sections": ["agreements"], "with_private": True})
    career = window.workspace.career()
    meeting = open_meeting(career.meetings)
    assert meeting is not None
    assert window.workspace.do(write_private(career.person, meeting, NOTE))
    preview, choices = preview_of(window, qtbot)
    assert not choices.private.isChecked()
    assert not choices.warning.isVisible()
    saved(window, preview, answers, tmp_path / "without.pdf", qtbot)
    tab_to(preview, choices.private, qtbot)
    qtbot.keyClick(choices.private, Qt.Key.Key_Space)
    assert choices.warning.isVisible()
    assert MARK in choices.warning.text()
    assert choices.warning.text() == choices.private.accessibleDescription()
    idle(window, qtbot)
    saved(window, preview, answers, tmp_path / "with.pdf", qtbot)
    without, with_notes = pages_of(tmp_path / "without.pdf"), pages_of(tmp_path / "with.pdf")
    assert squeezed(NOTE) not in "".join(without)
    assert squeezed(NOTE) in "".join(with_notes)
    assert [squeezed(MARK) in page for page in without] == [False] * len(without)
    assert [squeezed(MARK) in page for page in with_notes] == [True] * len(with_notes)
    closed(window, preview, qtbot)
    assert "private" not in str(settings.record("paper/dossier"))
    preview, choices = preview_of(window, qtbot)
    assert choices.choice.sections == {"agreements"}
    assert not choices.private.isChecked()
    assert not preview.document.context.with_private


def test_private_notes_need_the_section_that_they_stand_in(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    remember_choice(settings, DossierChoice(sections=frozenset({"standing", "agreements"})))
    preview, choices = preview_of(window, qtbot)
    choices.private.click()
    assert preview.document.context.with_private
    row = SECTIONS.index("agreements")
    choices.sections.setCurrentRow(row)
    qtbot.keyClick(choices.sections, Qt.Key.Key_Space)
    assert not choices.private.isEnabled()
    assert not choices.private.isChecked()
    assert not choices.warning.isVisible()
    assert not preview.document.context.with_private
    qtbot.keyClick(choices.sections, Qt.Key.Key_Space)
    assert choices.private.isEnabled()
    assert not choices.private.isChecked()
    idle(window, qtbot)


def is_in_colour(pdf: Path) -> bool:
    return not all(map(is_grey, pictures_of(pdf, 36, colours=True)))


def test_the_style_is_chosen_and_the_pages_and_the_file_follow(
    window: MainWindow, settings: Settings, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    short(settings)
    preview, choices = preview_of(window, qtbot)
    idle(window, qtbot)
    assert choices.style_.currentText() == "Colour"
    assert choices.style_.accessibleName() == "Style"
    said = [choices.style_.itemText(row) for row in range(choices.style_.count())]
    assert said == ["Colour", "Black and white", "Large print"]
    saved(window, preview, answers, tmp_path / "colour.pdf", qtbot)
    tab_to(preview, choices.style_, qtbot)
    qtbot.keyClick(choices.style_, Qt.Key.Key_Down)
    idle(window, qtbot)
    saved(window, preview, answers, tmp_path / "bw.pdf", qtbot)
    tab_to(preview, choices.style_, qtbot)
    qtbot.keyClick(choices.style_, Qt.Key.Key_Down)
    idle(window, qtbot)
    saved(window, preview, answers, tmp_path / "large.pdf", qtbot)
    assert len(preview.pages) == len(pages_of(tmp_path / "large.pdf"))
    window.workspace.set_language("zh_CN")
    assert choices.style_.currentText() == "大字"
    idle(window, qtbot)
    assert is_in_colour(tmp_path / "colour.pdf")
    assert not is_in_colour(tmp_path / "bw.pdf")
    # The largest word of either is the name on the cover, and large print is 1.6 times as large.
    usual, larger = (max(heights_of_words(tmp_path / name)) for name in ("colour.pdf", "large.pdf"))
    assert larger == pytest.approx(1.6 * usual, rel=0.01)


def test_what_was_chosen_is_remembered(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    short(settings)
    preview, choices = preview_of(window, qtbot)
    place = choices.language.findData("zh_CN")
    choices.language.setCurrentIndex(place)
    choices.language.activated.emit(place)
    choices.paper.setCurrentIndex(choices.paper.findData("letter"))
    choices.paper.activated.emit(choices.paper.currentIndex())
    choices.style_.setCurrentIndex(choices.style_.findText("Black and white"))
    choices.style_.activated.emit(choices.style_.currentIndex())
    idle(window, qtbot)
    assert preview.windowTitle() == "Print preview: Lin Wei – 职业档案"
    assert preview.close_button.text() == "Close"
    closed(window, preview, qtbot)
    preview, choices = preview_of(window, qtbot)
    assert choices.choice == DossierChoice(
        sections=frozenset({"standing"}), speech="zh_CN", paper="letter", style="bw"
    )
    assert choices.style_.currentText() == "Black and white"
    assert preview.document.options.style == "bw"
    assert [texts.language for texts in preview.document.dossier.languages] == ["zh_CN"]
    idle(window, qtbot)


@pytest.mark.parametrize(
    "kept",
    [
        {"sections": 4, "speech": "de"},
        {"sections": ["wage", [], *SECTIONS], "speech": None},
        {"speech": ["both"], "style": "huge"},
        {"style": ["bw"]},
    ],
)
def test_bad_memories_count_as_missing(settings: Settings, kept: dict[str, object]) -> None:
    settings.set_json("paper/dossier", kept)
    settings.set_text("paper/size", "a0")
    assert remembered_choice(settings, "letter") == DossierChoice(paper="letter")


def test_the_preview_follows_the_language_of_the_window(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    short(settings)
    preview, choices = preview_of(window, qtbot)
    choices.private.setEnabled(True)
    window.workspace.set_language("zh_CN")
    assert preview.close_button.text() == "关闭"
    assert choices.sections.item(0).text() == "现状"
    assert choices.language.currentData() == "zh_CN"
    idle(window, qtbot)
    assert preview.windowTitle() == "打印预览：Lin Wei – 职业档案"
    assert preview.count.text() == "2 页"
    assert [page.accessibleName() for page in preview.pages] == [
        "第 1 页，共 2 页",
        "第 2 页，共 2 页",
    ]
    # A language that was chosen stays, and both begin with the window's.
    place = choices.language.findData("both")
    choices.language.setCurrentIndex(place)
    choices.language.activated.emit(place)
    assert [one.language for one in preview.document.dossier.languages] == ["zh_CN", "en"]
    window.workspace.set_language("en")
    assert [one.language for one in preview.document.dossier.languages] == ["en", "zh_CN"]
    assert choices.language.currentText() == "Both, page by page"
    idle(window, qtbot)
    assert preview.count.text() == "4 pages"


def test_the_preview_of_a_page_follows_the_language_of_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_by_key["print"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(Preview)), timeout=PATIENCE)
    (preview,) = window.findChildren(Preview)
    place = preview.settings.shown.findText("The path so far and ahead")
    preview.settings.shown.setCurrentIndex(place)
    preview.settings.shown.activated.emit(place)
    window.workspace.set_language("zh_CN")
    assert preview.settings.shown.currentText() == "已走与未来的路径"
    assert preview.settings.paper.accessibleName() == "纸张"
    assert preview.document.context.texts.language == "zh_CN"
    assert preview.document.what == "path"
    idle(window, qtbot)
    assert preview.count.text() == "1 页"


def test_the_preview_follows_the_colours(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    short(settings)
    preview, _choices = preview_of(window, qtbot)
    window.actions_by_key["theme-dark"].trigger()
    width = preview.column.width()
    window.actions_by_key["text-larger"].trigger()
    assert preview.column.width() > width
    idle(window, qtbot)


def test_what_somebody_new_has_nothing_of_is_said_and_can_be_had(
    window: MainWindow, qtbot: QtBot, texts: Texts
) -> None:
    person = window.workspace.person
    assert person is not None
    new = replace(person, id="newcomer", name="Zhao Ning", target=None, positions=(), wishes=())
    assert window.workspace.do(add_person(new))
    window.workspace.open_person(new.catalogue, new.id)
    preview, choices = preview_of(window, qtbot)
    said = {
        section_name(section, texts): choices.sections.more(row)
        for row, section in enumerate(SECTIONS)
    }
    assert said == {
        "Present standing": "",
        "Gap to the next role": "",
        "Gap to the target": "No target is set.",
        "History": "",
        "Development plan": "The plan has no action yet.",
        "Routes compared": "No target is set.",
        "Last agreements": "There was no one-on-one yet.",
        "KPIs": "",
    }
    assert len(choices.sections.ticked) == len(SECTIONS)
    assert len(preview.pages) > 5


def test_without_a_person_there_is_no_dossier(
    open_window: Callable[..., MainWindow], empty_store: Store
) -> None:
    window = open_window(empty_store)
    for key in ("dossier", "team-dossiers"):
        assert not window.actions_by_key[key].isEnabled()


def test_a_dossier_tells_nothing_that_is_imagined(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    short(settings)
    window.workspace.imagine(WhatIf(role="line-manager"))
    preview, _choices = preview_of(window, qtbot)
    words = "What is imagined is left out: a dossier tells what is."
    assert words in [
        label.text() for label in preview.column.findChildren(QLabel) if label.isVisible()
    ]
    context = preview.document.context
    assert context.what_if is None
    assert context.person.position_on(context.as_of).role == "account-manager"


def test_only_the_newest_choice_is_laid_out(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    short(settings)
    preview, choices = preview_of(window, qtbot)
    assert preview.count.text() == "2 pages"
    for row in (1, 2, 3):
        choices.sections.setCurrentRow(row)
        qtbot.keyClick(choices.sections, Qt.Key.Key_Space)
    assert preview.count.text() == "Laying out the pages…"
    for row in (3, 2, 1):
        choices.sections.setCurrentRow(row)
        qtbot.keyClick(choices.sections, Qt.Key.Key_Space)
    idle(window, qtbot)
    assert preview.count.text() == "2 pages"


def test_a_team_gets_a_file_each(
    window: MainWindow,
    answers: Answers,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short(settings)
    made = team_window(window, qtbot)
    assert made.people.count.text() == "8 of 8 ticked"
    assert made.people.list.hasFocus()
    # By name: Lin Wei stands first.
    qtbot.keyClick(made.people.list, Qt.Key.Key_Space)
    assert made.people.count.text() == "7 of 8 ticked"
    folder = tmp_path / "dossiers"
    folder.mkdir()
    answers.files.append((folder,))
    parts: list[float] = []
    window.parts.tasks.progressed.connect(lambda _task, part: parts.append(part))
    bars: list[int] = []
    made.bar.valueChanged.connect(bars.append)
    made.write_button.setFocus()
    qtbot.keyClick(made.write_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.is_writing)
    assert made.bar.isVisible()
    assert made.bar.maximum() == 100
    assert not made.people.isEnabled()
    qtbot.waitUntil(lambda: not made.is_writing, timeout=PATIENCE)
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert len(set(bars)) > 5
    names = {file.name for file in folder.iterdir()}
    assert names == {f"{name} – career dossier.pdf" for name in TEAM - {"Lin Wei"}}
    assert answers.titles == ["Folder for the dossiers"]
    assert made.message.text().replace("\u200b", "") == f"7 dossiers written to {folder}"
    assert made.folder_button.hasFocus()
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url) or True)
    qtbot.keyClick(made.folder_button, Qt.Key.Key_Space)
    assert [Path(url.toLocalFile()) for url in shown] == [folder]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    qtbot.keyClick(made.folder_button, Qt.Key.Key_Space)
    assert "No program of this computer opens" in made.message.text()
    made.close()


def test_a_team_in_one_file_in_both_languages(
    window: MainWindow, answers: Answers, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    remember_choice(
        settings, DossierChoice(sections=frozenset({"standing"}), speech="both", paper="a4")
    )
    made = team_window(window, qtbot)
    made.people.none.click()
    assert not made.write_button.isEnabled()
    made.people.filter.setText("总监")
    made.people.all.click()
    made.people.filter.setText("wei")
    made.people.all.click()
    made.people.filter.clear()
    assert made.people.count.text() == "2 of 8 ticked"
    qtbot.keyClick(made.into, Qt.Key.Key_Down)
    made.choices.private.click()
    made.choices.style_.setFocus()
    qtbot.keyClick(made.choices.style_, Qt.Key.Key_Down)
    assert settings.record("paper/dossier")["style"] == "bw"
    answers.files.append((tmp_path / "all",))
    made.write_button.click()
    qtbot.waitUntil((tmp_path / "all.pdf").exists, timeout=PATIENCE)
    idle(window, qtbot)
    pages = pages_of(tmp_path / "all.pdf")
    # A cover and a page each, in two languages.
    assert len(pages) == 2 * 2 * 2
    assert [squeezed("Lin Wei") in page for page in pages] == [True] * 4 + [False] * 4
    assert "总监" in "".join(pages[4:])
    assert not is_in_colour(tmp_path / "all.pdf")
    assert made.message.property("tone") == "success"
    made.close()


def test_a_team_that_is_stopped_leaves_nothing(
    window: MainWindow, answers: Answers, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    short(settings)
    made = team_window(window, qtbot)
    folder = tmp_path / "dossiers"
    for place, to in enumerate((folder, tmp_path / "team.pdf")):
        made.into.setCurrentIndex(place)
        answers.files.append((to,))
        made.write_button.click()
        qtbot.waitUntil(lambda: made.bar.value() > 20, timeout=PATIENCE)
        assert made.stop_button.hasFocus()
        # Escape stops the work, and does not close the window upon it.
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not made.is_writing, timeout=PATIENCE)
        assert made.isVisible()
        assert made.message.text() == "Stopped. Nothing was written."
        assert not made.folder_button.isVisible()
        assert made.write_button.isVisible()
        assert list(tmp_path.rglob("*.pdf")) == []
        assert not folder.exists()
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(TeamDossiers))


@pytest.mark.parametrize("answer", ["keep", "replace"])
def test_files_that_are_there_are_asked_about(
    window: MainWindow,
    answers: Answers,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
    answer: str,
) -> None:
    short(settings)
    made = team_window(window, qtbot)
    made.people.none.click()
    made.people.list.setCurrentRow(0)
    qtbot.keyClick(made.people.list, Qt.Key.Key_Space)
    file = tmp_path / "Lin Wei – career dossier.pdf"
    file.write_bytes(b"mine")
    answers.files.append((tmp_path,))
    answers.choices.append(answer)
    made.write_button.click()
    qtbot.waitUntil(lambda: bool(answers.asked))
    idle(window, qtbot)
    (question,) = answers.asked
    assert question.text == "1 of these files is already there."
    assert question.otherwise == "keep"
    assert (file.read_bytes() == b"mine") is (answer == "keep")
    made.close()


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    window: MainWindow, answers: Answers, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    short(settings)
    made = team_window(window, qtbot)
    answers.files.append((tmp_path / "nowhere" / "within",))
    made.write_button.click()
    qtbot.waitUntil(lambda: made.message.property("tone") == "danger", timeout=PATIENCE)
    assert "cannot be made" in made.message.text().replace("\u200b", "")
    assert made.write_button.isVisible()
    assert list(tmp_path.rglob("*.pdf")) == []
    made.close()


def test_what_a_closed_window_wrote_is_told_in_the_window_with_a_way_there(
    window: MainWindow,
    answers: Answers,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short(settings)
    made = team_window(window, qtbot)
    answers.files.append((tmp_path / "team.pdf",))
    made.into.setCurrentIndex(1)
    made.write_button.click()
    assert made.is_writing
    made.close()
    qtbot.waitUntil(lambda: bool(window.notices.text), timeout=PATIENCE)
    assert window.notices.text == f"Written to {tmp_path / 'team.pdf'}"
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url) or True)
    window.notices.act()
    assert [Path(url.toLocalFile()) for url in shown] == [tmp_path]


def test_the_people_that_the_page_shows_are_ticked(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    window.show_page("team")
    page = window.workbench.page
    qtbot.waitUntil(lambda: page.read is not None)
    page.pane.people_filter.setText("director")
    window.actions_by_key["team-dossiers"].trigger()
    made = opened_team(window, qtbot)
    assert made.people.ticked == ("nora-fieldgate",)
    # Asked for again it comes to the front, as it was left.
    window.actions_by_key["team-dossiers"].trigger()
    assert window.findChildren(TeamDossiers) == [made]
    made.close()
    qtbot.waitUntil(lambda: not window.findChildren(TeamDossiers))
    window.show_page("map")
    window.actions_by_key["team-dossiers"].trigger()
    assert len(opened_team(window, qtbot).people.ticked) == len(TEAM)


def test_the_window_of_a_team_follows_language_people_and_team(
    window: MainWindow, settings: Settings, qtbot: QtBot, here: object
) -> None:
    made = team_window(window, qtbot)
    qtbot.keyClick(made.people.list, Qt.Key.Key_Space)
    window.workspace.set_language("zh_CN")
    idle(window, qtbot)
    assert made.windowTitle() == "团队职业档案"
    assert made.into.itemText(1) == "全体合为一个 PDF"
    assert made.people.count.text() == "已选 7 人，共 8 人"
    assert "sample-am" not in made.people.ticked
    person = window.workspace.person
    assert person is not None
    new = replace(person, id="newcomer", name="Zhao Ning", target=None, positions=(), wishes=())
    assert window.workspace.do(add_person(new))
    idle(window, qtbot)
    assert made.people.count.text() == "已选 8 人，共 9 人"
    window.actions_by_key["theme-dark"].trigger()
    window.workspace.close_person()
    qtbot.waitUntil(lambda: not window.findChildren(TeamDossiers))


def test_every_control_of_both_windows_has_a_name(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    short(settings)
    preview, _choices = preview_of(window, qtbot)
    made = team_window(window, qtbot)
    for shown in (preview, made):
        for part in shown.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible():
                text = part.text() if hasattr(part, "text") else ""
                assert part.accessibleName() or text, part
