"""The parts of the frame: header, notices, dialogs, actions, language, and how they hold text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from planner.core.errors import PlannerError
from planner.core.keeping.person_edits import rename_person
from planner.core.text import Language, Texts, message
from planner.gui.dialogs import Choice, Dialogs, Question
from planner.gui.fonts import FAMILY
from planner.gui.look.icons import Icons
from planner.gui.look.language import QtLanguage, locale
from planner.gui.main_window import MainWindow
from planner.gui.theme import Theme
from planner.gui.widgets.display.avatar import initials
from planner.gui.widgets.display.labels import breakable, painted, plain_label
from planner.gui.window.actions import without_mnemonic
from planner.gui.window.notices import NoticeBar

SAMPLE = ("am-lm", "sample-am")
HOSTILE = "<b>Bobby</b><img src='file:///etc/passwd'> & Sons"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Lin Wei", "LW"),
        ("anna maria von berg", "AB"),
        ("Cher", "C"),
        ("林薇", "林"),
        ("", ""),
        ("  ", ""),
        ("Éva Ünal", "ÉÜ"),
        ("Ada (“Bo”) <b>Cy</b>", "AB"),
        ("– 12", "1"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("&Undo", "Undo"),
        ("Find anywhere…", "Find anywhere"),
        ("撤销(&U)", "撤销"),
        ("撤销(&U)：评定谈判", "撤销：评定谈判"),
        ("&Undo: Rename R && D", "Undo: Rename R & D"),
        ("中文 (&C)", "中文"),
    ],
)
def test_a_tip_is_said_without_the_mnemonic(text: str, spoken: str) -> None:
    assert without_mnemonic(text) == spoken


def _lines(text: str, width: float) -> list[str]:
    """Return the lines that a text takes in a width."""
    layout = QTextLayout(text, QFont(FAMILY))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


@pytest.mark.parametrize("date", ["2027年1月", "2026年11月23日", "2027年第3季度"])
def test_a_chinese_date_in_a_cell_stays_in_one_line(date: str, qtbot: QtBot) -> None:
    words = f"经理评定 · {date}"
    width = QFontMetricsF(QFont(FAMILY)).horizontalAdvance(words) * 0.8
    assert date not in "\n".join(_lines(words, width))
    joined = _lines(painted(words), width)
    assert date in "\n".join(joined).replace("\u2060", "")
    assert len(joined) == 2
    # It joins without a sign of its own.
    whole = QFontMetricsF(QFont(FAMILY)).horizontalAdvance(painted(words))
    assert whole == pytest.approx(QFontMetricsF(QFont(FAMILY)).horizontalAdvance(words))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("在路线上 · 有意愿", ["在路线上 · ", "有意愿"]),
        ("经理 · 2024年11月 · 过期", ["经理 · 2024年11月 · ", "过期"]),
    ],
)
def test_a_chinese_cell_breaks_at_its_dots(words: str, lines: list[str], qtbot: QtBot) -> None:
    width = QFontMetricsF(QFont(FAMILY)).horizontalAdvance(words[:-1])
    assert [line.replace("\u2060", "") for line in _lines(painted(words), width)] == lines


def test_other_words_of_a_cell_are_painted_as_they_are() -> None:
    assert painted("Oct 2026 · 3 skills, 2026 年") == "Oct 2026 · 3 skills, 2026 年"
    assert painted("有意愿") == "有意愿"
    assert painted("客户 · 一项长到放不进一列的技能") == "客户 · 一项长到放不进一列的技能".replace(
        "客户", "客\u2060户"
    )


def test_an_overlong_word_may_break_and_stays_the_same_word() -> None:
    long = "x" * 100
    assert breakable(long).replace("\u200b", "") == long
    assert max(len(part) for part in breakable(long).split("\u200b")) <= 12
    assert breakable("Regional client director") == "Regional client director"


def test_a_name_is_never_taken_for_markup(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    person = window.workspace.person
    assert person is not None
    window.workspace.do(rename_person(person, HOSTILE))
    window.edit_person()
    window.open_people()
    window.workspace.failed.emit(PlannerError(message("“{name}” is wrong.", name=HOSTILE)))
    labels = [label for label in window.findChildren(QLabel) if "Bobby" in label.text()]
    assert len(labels) >= 2
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_long_name_wraps_and_the_header_keeps_it_whole(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    person = window.workspace.person
    assert person is not None
    name = "Maximiliane-Theodora von und zu " + "Hohenlohe" * 15
    window.workspace.do(rename_person(person, name))
    QApplication.processEvents()
    label = next(
        label
        for label in window.header.person.findChildren(QLabel)
        if label.text().startswith("Maximiliane")
    )
    room = label.fontMetrics().boundingRect(
        0, 0, label.width(), 10_000, int(Qt.TextFlag.TextWordWrap), label.text()
    )
    assert room.width() <= label.width() + 1
    assert room.height() <= label.height() + 1


def test_a_notice_says_three_things_and_one_thing_to_do(
    icons: Icons, texts: Texts, qtbot: QtBot
) -> None:
    bar = NoticeBar(icons, texts)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.say(message("One."), message("Two."), message("Three."), tone="warning")
    assert bar.text == "One. Two. Three."
    assert bar.tone == "warning"
    bar.act()
    assert bar.isVisibleTo(None)
    bar.say(message("Imported."), action=(message("Undo"), lambda: done.append("undone")))
    bar.act()
    assert done == ["undone"]
    assert bar.text == ""


def test_a_notice_is_said_again_in_another_language(
    icons: Icons, texts_in: Callable[[Language], Texts], qtbot: QtBot
) -> None:
    bar = NoticeBar(icons, texts_in("en"))
    qtbot.addWidget(bar)
    bar.say(message("The backup was restored."))
    bar.retranslate(texts_in("zh_CN"))
    assert bar.text == "已还原备份。"
    assert bar.accessibleName() == "已还原备份。"


QUESTION = Question(
    title="Title",
    text=HOSTILE,
    more="More",
    details="Details",
    choices=(Choice(key="a", text="First"), Choice(key="b", text="Second")),
    otherwise="b",
)


def clicking(number: int) -> Callable[[QMessageBox], int]:
    """An `exec` that clicks a button."""

    def execute(box: QMessageBox) -> int:
        wanted = ("First", "Second")[number]
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    return execute


@pytest.mark.parametrize(("number", "key"), [(0, "a"), (1, "b")])
def test_the_choice_clicked_is_returned(
    number: int, key: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", clicking(number))
    assert Dialogs().ask(None, QUESTION) == key


def test_closing_the_box_takes_the_other_way(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, Qt.TextFormat]] = []

    def execute(box: QMessageBox) -> int:
        seen.append((box.text(), box.textFormat()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", execute)
    assert Dialogs().ask(None, QUESTION) == "b"
    assert seen == [(HOSTILE, Qt.TextFormat.PlainText)]


def test_the_texts_of_a_question_begin_where_its_buttons_do(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    lefts, rights = [], []

    def execute(box: QMessageBox) -> int:
        box.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        box.show()
        labels = [label for label in box.findChildren(QLabel) if label.isVisible()]
        assert len(labels) == 2
        lefts.extend(label.mapTo(box, label.contentsRect().topLeft()).x() for label in labels)
        rights.extend(
            box.width() - button.mapTo(box, button.rect().topRight()).x() - 1
            for button in box.buttons()
        )
        box.hide()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", execute)
    choices = tuple(Choice(key=key, text="A long way to answer") for key in "abcd")
    Dialogs().ask(None, replace(QUESTION, details="", choices=choices))
    assert set(lefts) == {20}
    assert min(rights) == 20


def test_file_dialogs_return_what_was_chosen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "people.yaml"
    file.write_text("", encoding="utf-8")
    accepted = [True, True, False, False]
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: accepted.pop(0))
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(file)])
    dialogs = Dialogs()
    assert dialogs.files_to_open(None, "Open", tmp_path, "All (*)", several=True) == (file,)
    assert dialogs.file_to_save(None, "Save", file, "All (*)") == file
    assert dialogs.files_to_open(None, "Open", tmp_path, "All (*)") == ()
    assert dialogs.file_to_save(None, "Save", file, "All (*)") is None


def test_the_buttons_of_a_file_dialog_are_tinted_by_the_theme(
    themes: dict[str, Theme],
    resources: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    seen: dict[str, set[str]] = {}

    def execute(dialog: QFileDialog) -> int:
        for button in dialog.findChildren(QToolButton):
            picture = button.icon().pixmap(32, 32).toImage()
            colours = (
                picture.pixelColor(x, y)
                for x in range(picture.width())
                for y in range(picture.height())
            )
            seen[button.objectName()] = {
                colour.name() for colour in colours if colour.alpha() == 255
            }
        return 0

    monkeypatch.setattr(QFileDialog, "exec", execute)
    dialogs = Dialogs()
    dialogs.icons = Icons(resources / "icons", themes["dark"])
    dialogs.files_to_open(None, "Open", tmp_path, "All (*)")
    tint = {themes["dark"].hex("text-quiet").lower()}
    assert {name: seen[name] for name in ("toParentButton", "newFolderButton")} == {
        "toParentButton": tint,
        "newFolderButton": tint,
    }


def test_a_real_dialog_raises_in_a_test(qapp: QApplication) -> None:
    with pytest.raises(AssertionError, match="modal"):
        Dialogs().ask(None, QUESTION)


def test_qt_speaks_the_language_and_stops_again(qapp: QApplication) -> None:
    language = QtLanguage(qapp)
    assert language.speak("zh_CN")
    assert QApplication.translate("QPlatformTheme", "Open") == "打开"
    assert QApplication.translate("QFileDialog", "&Look in:") == "查找范围(&L)："
    assert QLocale() == locale("zh_CN")
    assert language.speak("en")
    assert QApplication.translate("QPlatformTheme", "Open") == "Open"
    assert QLocale().language() == QLocale.Language.English
    language.deleteLater()


def test_dates_in_english_have_the_day_first_unless_the_system_says_otherwise() -> None:
    assert locale("en").language() == QLocale.Language.English
    assert locale("zh_CN").name() == "zh_CN"


def test_labels_show_markup_as_it_is(qapp: QApplication) -> None:
    label = plain_label(HOSTILE)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    label.deleteLater()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("has_sample", [False, True])
def test_nothing_in_the_header_is_cut(
    language: Language,
    percent: int,
    has_sample: bool,
    open_window: Callable[..., MainWindow],
    store: object,
) -> None:
    window = open_window(None if has_sample else store, language=language)
    window.workspace.open_person(*SAMPLE)
    window.parts.appearance.set_text_percent(percent)
    window.resize(1280, 800)
    QApplication.processEvents()
    cut = [
        label.text()
        for label in window.header.findChildren(QLabel)
        if label.isVisible() and label.text() and not fits(label)
    ]
    window.parts.appearance.set_text_percent(100)
    assert cut == []
    assert window.header.width() <= 1280


def fits(label: QLabel) -> bool:
    """Whether a label's text has room in it."""
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    room = label.fontMetrics().boundingRect(0, 0, label.width(), 10_000, flags, label.text())
    return room.width() <= label.width() + 1 and room.height() <= label.height() + 1


def test_a_theme_of_another_size_changes_nothing_else(window: MainWindow) -> None:
    theme = window.parts.appearance.theme
    assert replace(theme, text_factor=2.0).pixels("title") == 34
