"""The choices beside the pages of a chart: none is cut, and the overlap is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
)
from pytestqt.qtbot import QtBot

from planner.core.model import Catalogue
from planner.core.text import Language, Texts, same_text
from planner.gui.look.appearance import Appearance
from planner.gui.main_window import MainWindow
from planner.gui.paper.memory import PaperChoice, remembered_paper
from planner.gui.paper.preview import Preview
from planner.gui.paper.settings import PaperSettings
from planner.gui.settings import Settings
from planner.report.document import Document
from planner.report.pages import PageContext
from planner.report.paper.chart_options import ChartOptions
from tests.gui.paper.test_charts import lin_wei
from tests.gui.test_printing import choose, preview_of


def room_of(field: QComboBox | QSpinBox) -> int:
    """Return the width in which a field shows its words."""
    if isinstance(field, QComboBox):
        entry = QStyleOptionComboBox()
        field.initStyleOption(entry)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        return field.style().subControlRect(control, entry, part, field).width()
    number = QStyleOptionSpinBox()
    field.initStyleOption(number)
    control = QStyle.ComplexControl.CC_SpinBox
    part = QStyle.SubControl.SC_SpinBoxEditField
    return field.style().subControlRect(control, number, part, field).width()


def entries_of(chooser: QComboBox) -> list[str]:
    return [chooser.itemText(place) for place in range(chooser.count())]


def settings_for(page: PageContext, height: int, qtbot: QtBot) -> PaperSettings:
    """Return the choices for a poster, so that there are all of them, in a window so high."""
    options = ChartOptions(fit="poster")
    document = Document(what="map", context=page, options=options)
    made = PaperSettings(document, page.texts, lambda _: page.texts)
    qtbot.addWidget(made)
    made.resize(made.width(), height)
    made.show()
    return made


def cut_entries(made: PaperSettings) -> list[str]:
    """Return the entries that have no room in their field."""
    return [
        words
        for chooser in made.findChildren(QComboBox)
        for words in entries_of(chooser)
        if QFontMetrics(chooser.font()).horizontalAdvance(words) > room_of(chooser)
    ]


def wait_until_none_is_cut(made: PaperSettings, qtbot: QtBot) -> None:
    """Let the layout come to rest, and find every entry whole then, the fields in line."""

    def is_none_cut() -> None:
        assert cut_entries(made) == []
        fields = (*made.findChildren(QComboBox), made.overlap)
        assert len({field.width() for field in fields if field.isVisible()}) == 1

    qtbot.waitUntil(is_none_cut)


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
@pytest.mark.parametrize("height", [1000, 240], ids=["high", "low"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_choice_is_cut(
    appearance: Appearance,
    shipped: Catalogue,
    texts_in: Callable[[Language], Texts],
    qtbot: QtBot,
    language: Language,
    height: int,
    percent: int,
) -> None:
    appearance.put_on_style()
    appearance.set_text_percent(percent)
    try:
        made = settings_for(lin_wei(shipped, texts_in(language)), height, qtbot)
        bar, is_low = made.area.verticalScrollBar(), height == 240
        qtbot.waitUntil(lambda: bar.isVisible() == is_low)
        longest = {"en": "Within 3 moves of the present role", "zh_CN": "多张纸拼成的海报"}
        every = [*chain.from_iterable(map(entries_of, made.findChildren(QComboBox)))]
        assert longest[language] in every
        wait_until_none_is_cut(made, qtbot)
        for box, widest in ((made.columns, "25"), (made.overlap, "50" + made.overlap.suffix())):
            assert QFontMetrics(box.font()).horizontalAdvance(widest) <= room_of(box)
    finally:
        appearance.set_text_percent(100)


def test_an_open_preview_makes_room_when_text_or_language_change(
    window: MainWindow, appearance: Appearance, qtbot: QtBot
) -> None:
    preview = preview_of(window, qtbot)
    choose(preview.settings.fit, "true")
    chosen = preview.settings.shown.currentData()
    try:
        for percent, language in ((150, "en"), (150, "zh_CN"), (100, "zh_CN"), (100, "en")):
            appearance.set_text_percent(percent)
            window.workspace.set_language(language)
            qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
            wait_until_none_is_cut(preview.settings, qtbot)
            assert preview.settings.shown.currentData() == chosen
            assert preview.document.options.fit == "true"
    finally:
        appearance.set_text_percent(100)


def test_a_track_of_a_long_name_leaves_room_for_the_pages(
    appearance: Appearance,
    shipped: Catalogue,
    texts_in: Callable[[Language], Texts],
    qtbot: QtBot,
) -> None:
    appearance.put_on_style()
    page = lin_wei(shipped, texts_in("en"))
    first, *others = shipped.tracks
    long = replace(first, name=same_text("Clients of the very far north " * 8))
    head = replace(shipped.head, tracks=(long, *others))
    graph = type(page.graph)(replace(shipped, head=head))
    made = settings_for(replace(page, graph=graph), 900, qtbot)
    wait_until_none_is_cut(made, qtbot)
    assert made.width() < 420
    (cut,) = [n for n, words in enumerate(entries_of(made.shown)) if words.endswith("…")]
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert made.shown.itemData(cut, role) == f"Track: {long.name.in_language('en')}"


# the overlap


def test_the_overlap_is_chosen_where_sheets_are_glued_and_remembered(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_json("paper/chart", {"paper": "a4"})
    preview = preview_of(window, qtbot)
    chosen = preview.settings
    for fit, is_glued in (("page", False), ("width", True), ("true", True), ("poster", True)):
        choose(chosen.fit, fit)
        assert chosen.overlap.isVisible() == is_glued
    assert (chosen.overlap.minimum(), chosen.overlap.maximum()) == (0, 50)
    assert (chosen.overlap.text(), chosen.overlap.accessibleName()) == ("10 mm", "Overlap")
    qtbot.waitUntil(lambda: preview.count.text() == "5 pages")
    before = preview.pages[0]
    chosen.overlap.setValue(0)
    assert preview.document.options.overlap == 0
    qtbot.waitUntil(lambda: preview.pages[:1] not in ((), (before,)))
    window.workspace.set_language("zh_CN")
    assert (chosen.overlap.text(), chosen.overlap.accessibleName()) == ("0 毫米", "重叠宽度")
    assert preview.document.options.overlap == 0
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    assert remembered_paper(settings, "a4", is_chart=True).options.overlap == 0


@pytest.mark.parametrize("kept", [-1, 51, True, "10", 7.5, None])
def test_a_bad_memory_of_the_overlap_counts_as_missing(settings: Settings, kept: object) -> None:
    settings.set_json("paper/chart", {"paper": "a3", "fit": "poster", "overlap": kept})
    choice = remembered_paper(settings, "a4", is_chart=True)
    assert choice == PaperChoice(paper="a3", options=ChartOptions(fit="poster"), speech="window")


# reports


def test_a_report_is_put_on_paper_as_it_is_chosen_and_so_is_the_next_one(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_text("paper/size", "a4")
    window.show_page("gaps")
    preview = preview_of(window, qtbot)
    chosen = preview.settings
    visible = [box for box in chosen.findChildren(QComboBox) if box.isVisible()]
    assert visible == [chosen.paper, chosen.orientation, chosen.style_, chosen.language]
    assert entries_of(chosen.language) == ["English", "Chinese", "Both, page by page"]
    in_one = preview.count.text()
    choose(chosen.style_, "bw")
    choose(chosen.language, "both")
    qtbot.waitUntil(lambda: preview.count.text() not in (in_one, ""))
    document = preview.document
    assert document.options == ChartOptions(style="bw")
    assert [texts.language for texts in document.languages] == ["en", "zh_CN"]
    # The language of the window comes first when it changes.
    window.workspace.set_language("zh_CN")
    assert [texts.language for texts in preview.document.languages] == ["zh_CN", "en"]
    choose(chosen.language, "en")
    assert preview.document.context.texts.language == "en"
    assert preview.document.languages == ()
    choose(chosen.orientation, "landscape")
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    page = preview.pages[0]
    assert page.width() > page.height()
    preview.close()
    qtbot.waitUntil(lambda: not window.findChildren(Preview))
    again = preview_of(window, qtbot)
    options = ChartOptions(style="bw", orientation="landscape")
    assert again.document.options == options
    assert again.document.context.texts.language == "en"
    choice = remembered_paper(settings, "letter", is_chart=False)
    assert choice == PaperChoice(paper="a4", options=options, speech="en")


def test_a_chart_speaks_both_languages_from_the_preview(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set_json("paper/chart", {"paper": "a4"})
    preview = preview_of(window, qtbot)
    qtbot.waitUntil(lambda: preview.count.text() == "1 page")
    choose(preview.settings.language, "both")
    qtbot.waitUntil(lambda: preview.count.text() == "2 pages")
    assert remembered_paper(settings, "a4", is_chart=True).speech == "both"


@pytest.mark.parametrize("clicks", [1, -1])
def test_the_wheel_over_the_choices_changes_none(
    shipped: Catalogue, texts_in: Callable[[Language], Texts], qtbot: QtBot, clicks: int
) -> None:
    """Scrolling down to the person must not leave the person out on the way."""
    made = settings_for(lin_wei(shipped, texts_in("en")), 260, qtbot)
    before = made.document
    fields = [*made.findChildren(QComboBox), *made.findChildren(QSpinBox)]
    for field in fields:
        middle = QPointF(field.rect().center())
        turned = QWheelEvent(
            middle,
            QPointF(field.mapToGlobal(field.rect().center())),
            QPoint(),
            QPoint(0, 120 * clicks),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turned)
    assert len(fields) == 10
    assert made.document == before
    assert not any(field.focusPolicy() == Qt.FocusPolicy.WheelFocus for field in fields)
