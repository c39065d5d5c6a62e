"""Printing from the window: preview, printer, and files, for the page that is shown."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from planner.core.keeping.person_edits import rename_person
from planner.gui.main_window import MainWindow
from planner.gui.paper.memory import PaperChoice, remembered_paper
from planner.gui.paper.preview import Preview
from planner.gui.printing import usual_paper
from planner.gui.settings import Settings
from planner.report.paper.chart_options import ChartOptions
from planner.store.store import Store
from tests.gui.answers import Answers

A4, LETTER = (595, 842), (612, 792)


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFKC", done.stdout.decode())


def page_sizes(pdf: Path) -> set[tuple[int, int]]:
    done = subprocess.run(["pdfinfo", "-l", "99", pdf], capture_output=True, check=True, text=True)
    lines = [
        line.split() for line in done.stdout.splitlines() if re.match(r"Page +\d+ size:", line)
    ]
    return {(round(float(line[3])), round(float(line[5]))) for line in lines}


def put_out(window: MainWindow, key: str) -> None:
    window.actions_by_key[key].trigger()


def choose(chooser: QComboBox, key: object) -> None:
    """Choose an entry as a person does."""
    place = next(n for n in range(chooser.count()) if chooser.itemData(n) == key)
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)


def preview_of(window: MainWindow, qtbot: QtBot) -> Preview:
    put_out(window, "print")
    qtbot.waitUntil(lambda: bool(window.findChildren(Preview)))
    (preview,) = window.findChildren(Preview)
    qtbot.waitUntil(preview.isVisible)
    return preview


@pytest.mark.parametrize("ending", ["pdf", "svg", "png"])
@pytest.mark.parametrize("page", ["map", "gaps"])
def test_what_is_shown_is_exported(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path, ending: str, page: str
) -> None:
    window.show_page(page)
    answers.files.append((tmp_path / f"page.{ending}",))
    put_out(window, f"export-{ending}")
    qtbot.waitUntil(lambda: window.notices.text.startswith("Written to"))
    written = sorted(file for file in tmp_path.iterdir() if file.suffix == f".{ending}")
    assert written
    assert all(str(file) in window.notices.text for file in written)
    if ending == "pdf":
        text = text_of(written[0])
        assert "Lin Wei" in text
        assert ("Where Lin Wei can go" in text) == (page == "map")
        assert ("Gap report: Regional client director" in text) == (page == "gaps")
    else:
        assert not QImage(str(written[0])).isNull()


def test_the_gap_report_is_of_the_role_shown(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_page("gaps")
    window.workbench.page.show_role("line-manager")
    answers.files.append((tmp_path / "gap.pdf",))
    put_out(window, "export-pdf")
    qtbot.waitUntil((tmp_path / "gap.pdf").exists)
    assert "Gap report: Line manager" in text_of(tmp_path / "gap.pdf")


def test_a_name_without_its_ending_gets_it(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.files.append((tmp_path / "v1.0",))
    put_out(window, "export-pdf")
    qtbot.waitUntil((tmp_path / "v1.0.pdf").exists)


def test_thinking_better_of_it_writes_nothing(
    window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    answers.files.append(())
    put_out(window, "export-pdf")
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    assert answers.titles == ["Export"]
    assert window.notices.text == ""


def test_a_folder_that_cannot_be_written_is_told_in_the_window(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.files.append((tmp_path / "nowhere" / "map.pdf",))
    put_out(window, "export-pdf")
    qtbot.waitUntil(lambda: window.notices.tone == "error")
    assert "there is no such folder" in window.notices.text
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_language_of_the_window_is_that_of_the_page(
    open_window: Callable[..., MainWindow],
    store: Store,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = open_window(store, language="zh_CN")
    answers.files.append((tmp_path / "map.pdf",))
    put_out(window, "export-pdf")
    qtbot.waitUntil((tmp_path / "map.pdf").exists)
    assert "区域客户总监" in text_of(tmp_path / "map.pdf")
    assert answers.titles == ["导出"]


def test_the_preview_shows_every_page_and_blocks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("gaps")
    preview = preview_of(window, qtbot)
    assert not preview.isModal()
    assert preview.count.text() == "3 pages"
    assert [page.accessibleName() for page in preview.pages] == [
        f"page {number} of 3" for number in (1, 2, 3)
    ]
    width = preview.page_width
    assert width <= preview.area.viewport().width()
    qtbot.mouseClick(preview.larger, Qt.MouseButton.LeftButton)
    assert preview.page_width > width
    qtbot.mouseClick(preview.smaller, Qt.MouseButton.LeftButton)
    assert preview.page_width == width
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Preview))


def test_the_paper_chosen_is_used_from_then_on(
    window: MainWindow, answers: Answers, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.set_text("paper/size", "a4")
    preview = preview_of(window, qtbot)
    assert preview.settings.paper.currentText() == "A4"
    choose(preview.settings.paper, "letter")
    qtbot.waitUntil(lambda: preview.document.context.paper == "letter")
    answers.files.append((tmp_path / "from-preview.pdf",))
    qtbot.mouseClick(preview.pdf_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "from-preview.pdf").exists)
    qtbot.mouseClick(preview.close_button, Qt.MouseButton.LeftButton)
    answers.files.append((tmp_path / "later.pdf",))
    put_out(window, "export-pdf")
    qtbot.waitUntil((tmp_path / "later.pdf").exists)
    assert settings.record("paper/chart")["paper"] == "letter"
    for name in ("from-preview.pdf", "later.pdf"):
        assert page_sizes(tmp_path / name) <= {LETTER, LETTER[::-1]}


def test_the_preview_says_itself_what_was_written_and_what_was_not(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = preview_of(window, qtbot)
    assert not preview.said.isVisible()
    file = tmp_path / "from-preview.pdf"
    answers.files.append((file,))
    qtbot.mouseClick(preview.pdf_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(preview.said.isVisible)
    assert preview.said.text().replace("\u200b", "") == f"Written to {file}"
    answers.files.append((tmp_path / "nowhere" / "map.pdf",))
    qtbot.mouseClick(preview.pdf_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "there is no such folder" in preview.said.text())
    assert preview.said.property("tone") == "danger"
    assert window.notices.text == ""
    choose(preview.settings.paper, "letter")
    qtbot.waitUntil(preview.said.isHidden)


def test_what_a_closed_preview_wrote_is_said_in_the_window(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = preview_of(window, qtbot)
    answers.files.append((tmp_path / "late.pdf",))
    preview.pdf_button.click()
    preview.close()
    qtbot.waitUntil(lambda: window.notices.text.startswith("Written to"))
    assert (tmp_path / "late.pdf").exists()


def test_a_preview_closed_while_it_is_laid_out_again_stays_closed(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_text("paper/size", "a4")
    preview = preview_of(window, qtbot)
    choose(preview.settings.paper, "letter")
    preview.close()
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    qtbot.waitUntil(lambda: not window.findChildren(Preview))


def print_pages(window: MainWindow, qtbot: QtBot) -> Preview:
    """Send what is in front to a printer, by the preview's button."""
    preview = preview_of(window, qtbot)
    preview.print_button.click()
    return preview


def test_the_pages_go_to_the_printer_chosen(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.printed_to = tmp_path / "printed.pdf"
    window.show_page("gaps")
    preview = print_pages(window, qtbot)
    qtbot.waitUntil(lambda: preview.said.text() == "The pages were sent to the printer.")
    assert "page 3 of 3" in text_of(tmp_path / "printed.pdf")
    assert page_sizes(tmp_path / "printed.pdf") <= {A4, LETTER}


def test_only_the_pages_asked_for_are_printed(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.printed_to = tmp_path / "printed.pdf"
    answers.pages = (2, 2)
    window.show_page("gaps")
    preview = print_pages(window, qtbot)
    qtbot.waitUntil(lambda: bool(preview.said.text()))
    text = text_of(tmp_path / "printed.pdf")
    assert "page 2 of 3" in text
    assert "page 1 of 3" not in text
    assert "page 3 of 3" not in text


def test_no_printer_chosen_prints_nothing(
    window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    preview = print_pages(window, qtbot)
    qtbot.waitUntil(lambda: answers.titles == ["print"])
    assert preview.said.text() == ""


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.printed_to = tmp_path / "nowhere" / "printed.pdf"
    preview = print_pages(window, qtbot)
    qtbot.waitUntil(lambda: bool(preview.said.text()))
    assert "The printer does not take the pages." in preview.said.text()


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", "letter"), ("en_CA", "letter"), ("zh_CN", "a4"), ("en_GB", "a4"), ("de_DE", "a4")],
)
def test_the_country_says_which_paper_is_usual(locale: str, paper: str) -> None:
    assert usual_paper(QLocale(locale)) == paper


def test_letters_without_a_font_are_told_in_the_window(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    person = window.workspace.person
    assert person is not None
    assert window.workspace.do(rename_person(person, "Ann \ue0f3"))
    answers.files.append((tmp_path / "map.pdf",))
    put_out(window, "export-pdf")
    qtbot.waitUntil(lambda: window.notices.text.startswith("Written to"))
    assert window.notices.tone == "warning"
    assert "has these letters, so boxes stand for them: \ue0f3" in window.notices.text


def test_each_choice_is_shown_at_once_and_remembered(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_json("paper/chart", {"paper": "a4"})
    preview = preview_of(window, qtbot)
    chosen = preview.settings
    assert not chosen.sheets.isVisible()
    choose(chosen.fit, "poster")
    assert chosen.sheets.isVisible()
    # Two by two, and the sheet that shows how they go together.
    qtbot.waitUntil(lambda: preview.count.text() == "5 pages")
    chosen.columns.setValue(3)
    qtbot.waitUntil(lambda: preview.count.text() == "7 pages")
    choose(chosen.style_, "bw")
    choose(chosen.person, True)
    assert preview.document.options.is_blank
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    preview.close()
    qtbot.waitUntil(lambda: not window.findChildren(Preview))
    again = preview_of(window, qtbot)
    options = again.document.options
    assert (options.fit, options.columns, options.rows) == ("poster", 3, 2)
    # What a chart shows is chosen anew.
    assert (options.style, options.is_blank) == ("bw", False)


def test_the_path_and_parts_of_the_map_can_be_chosen(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    preview = preview_of(window, qtbot)
    shown = preview.settings.shown
    for place in range(shown.count()):
        shown.setCurrentIndex(place)
        shown.activated.emit(place)
        qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
        assert not preview.said.isVisible()
    assert preview.document.what == "path"
    assert "career path" in preview.windowTitle()
    assert settings.record("paper/chart")["fit"] == "page"


def test_what_cannot_be_read_is_told_and_nothing_is_shown(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_json("paper/chart", {"paper": "a5"})
    preview = preview_of(window, qtbot)
    choose(preview.settings.fit, "width")
    qtbot.waitUntil(preview.said.isVisible)
    assert "points; less than 6 is not read" in preview.said.text()
    assert "× " in preview.said.text()
    assert preview.pages == ()
    choose(preview.settings.fit, "true")
    qtbot.waitUntil(lambda: len(preview.pages) > 1)
    assert not preview.said.isVisible()


def test_a_refusal_at_opening_is_told_where_another_way_can_be_chosen(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_json("paper/chart", {"paper": "a5", "fit": "width"})
    preview = preview_of(window, qtbot)
    assert preview.pages == ()
    assert "points; less than 6 is not read" in preview.said.text()
    choose(preview.settings.fit, "true")
    qtbot.waitUntil(lambda: len(preview.pages) > 1)
    assert not preview.said.isVisible()


def test_the_preview_says_what_it_does_not_show(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_json("paper/chart", {"paper": "a5"})
    preview = preview_of(window, qtbot)
    assert preview.settings.shown.currentText() == "The whole map"
    assert "of 24 roles are drawn, as more would be too small to read" in preview.remark.text()
    assert preview.remark.isVisible()
    choose(preview.settings.paper, "a2")
    qtbot.waitUntil(lambda: not preview.remark.isVisible())


@pytest.mark.parametrize(
    "kept", [{"paper": 4}, {"paper": "b5", "fit": [], "columns": True}, {"rows": 99, "style": None}]
)
def test_bad_memories_of_a_chart_count_as_missing(
    settings: Settings, kept: dict[str, object]
) -> None:
    settings.set_json("paper/chart", kept)
    choice = remembered_paper(settings, "letter", is_chart=True)
    assert choice == PaperChoice(paper="letter", options=ChartOptions(), speech="window")
