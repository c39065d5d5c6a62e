"""The help and About: a page for every page of the window, in both languages, and no way out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from planner import __version__
from planner.core.text import LANGUAGES, Language, Texts
from planner.gui.main_window import MainWindow
from planner.gui.state.session import Where
from planner.gui.theme import Theme
from planner.gui.window.about import About, about_text
from planner.gui.window.actions import SPECS
from planner.gui.window.help import TOPICS, HelpWindow, heading
from planner.store.store import Store

WHERE = Where(
    store=Path("/data/planner.db"),
    backups=Path("/data/backups"),
    log=Path("/state/planner.log"),
    settings=Path("/config/window.ini"),
    cache=Path("/cache"),
)


@pytest.fixture
def folder(resources: Path) -> Path:
    return resources / "help"


@pytest.fixture
def help_window(folder: Path, texts: Texts, theme: Theme, qtbot: QtBot) -> HelpWindow:
    window = HelpWindow(folder, texts, theme)
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_page_and_every_page_is_a_topic(language: Language, folder: Path) -> None:
    pages = {file.stem: file for file in (folder / language).glob("*.md")}
    assert set(pages) == set(TOPICS)
    for file in pages.values():
        assert heading(file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page(language: Language, folder: Path) -> None:
    for file in (folder / language).glob("*.md"):
        links = re.findall(r"\]\(([^)]+)\)", file.read_text(encoding="utf-8"))
        assert {link.removesuffix(".md") for link in links} <= set(TOPICS), file.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shortcut_stands_in_the_table_of_keys(language: Language, folder: Path) -> None:
    table = (folder / language / "keyboard.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ")]
    said = {key.strip() for row in rows for key in re.split(r" or | and |, |、| 或 | 和 ", row)}
    missing = {key for spec in SPECS for key in spec.keys} - said
    assert missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_of_markdown_is_shown(language: Language, folder: Path) -> None:
    """As Chinese has no blanks, a mark beside punctuation may be none to Markdown."""
    shown = QTextDocument()
    for file in (folder / language).glob("*.md"):
        shown.setMarkdown(file.read_text(encoding="utf-8"))
        assert re.findall(r".*(?:\*|`|\]\().*", shown.toPlainText()) == [], file.name


def test_both_languages_have_the_same_parts(folder: Path) -> None:
    for topic in TOPICS:
        parts = [
            len(re.findall(r"^#+ ", (folder / language / f"{topic}.md").read_text("utf-8"), re.M))
            for language in LANGUAGES
        ]
        assert parts[0] == parts[1], topic


def test_the_example_of_readiness_is_right(folder: Path) -> None:
    """The sums in the page, worked out from its own table."""
    for language in LANGUAGES:
        page = (folder / language / "readiness.md").read_text(encoding="utf-8")
        rows = [
            line.split("|")[2:5]
            for line in page.splitlines()
            if re.match(r"\| \S+.*\| \d \|", line)
        ]
        low = high = whole = 0
        for weight, held, required in ([cell.strip() for cell in row] for row in rows):
            most = int(weight) * int(required)
            counted = int(weight) * min(int(held), int(required)) if held.isdigit() else None
            low += 0 if counted is None else counted
            high += most if counted is None else counted
            whole += most
        assert (low, high, whole) == (9, 12, 18)
        assert "9 / 18" in page
        assert "12 / 18" in page
        assert f"{round(100 * low / whole)}–{round(100 * high / whole)} %" in page


def test_f1_opens_the_page_for_the_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keySequence(window, QKeySequence("F1"))
    found = window.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.topic == "map"
    assert found.text.toPlainText().startswith("Map")
    window.show_page("gaps")
    qtbot.keySequence(window, QKeySequence("F1"))
    assert found.topic == "gaps"
    window.edit_person()
    qtbot.keySequence(window, QKeySequence("F1"))
    assert found.topic == "person"
    window.workspace.set_language("zh_CN")
    assert found.text.toPlainText().startswith("人员")
    assert found.topic == "person"
    qtbot.keySequence(window, QKeySequence("Ctrl+F1"))
    assert found.topic == "keyboard"


def test_a_link_leads_to_its_page_and_to_nowhere_else(help_window: HelpWindow) -> None:
    help_window.show_topic("start")
    help_window.text.anchorClicked.emit(QUrl("gaps.md"))
    assert help_window.topic == "gaps"
    for link in ("https://example.org/", "file:///etc/passwd", "../secret.md"):
        help_window.text.anchorClicked.emit(QUrl(link))
        assert help_window.topic == "gaps"


def test_the_help_loads_nothing(help_window: HelpWindow, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"x")
    kind = QTextDocument.ResourceType.ImageResource.value
    address = QUrl.fromLocalFile(str(tmp_path / "x.png"))
    assert help_window.text.loadResource(kind, address) is None


def test_an_unknown_topic_shows_the_first(help_window: HelpWindow) -> None:
    help_window.show_topic("unicorns")
    assert help_window.topic == TOPICS[0]


def test_the_help_takes_the_text_size(help_window: HelpWindow, theme: Theme) -> None:
    from dataclasses import replace

    help_window.show_topic("map")
    help_window.apply_theme(replace(theme, text_factor=2.0))
    assert help_window.text.document().defaultFont().pixelSize() == 26


def test_the_title_of_a_page_is_larger_than_the_headings_below(
    help_window: HelpWindow, theme: Theme
) -> None:
    help_window.show_topic("readiness")
    sizes = []
    block = help_window.text.document().begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            sizes.append((level, cursor.charFormat().font().pixelSize()))
        block = block.next()
    assert sizes[0] == (1, theme.pixels("title"))
    assert {size for _, size in sizes[1:]} == {theme.pixels("body")}


def test_the_lines_of_tables_are_quiet(help_window: HelpWindow, themes: dict[str, Theme]) -> None:
    for name in ("light", "dark"):
        help_window.apply_theme(themes[name])
        help_window.show_topic("keyboard")
        frames = help_window.text.document().rootFrame().childFrames()
        tables = [frame for frame in frames if isinstance(frame, QTextTable)]
        assert tables
        for table in tables:
            assert table.format().borderBrush().color() == themes[name].colour("line")


def test_escape_closes_the_help(help_window: HelpWindow, qtbot: QtBot) -> None:
    for part in (help_window.topics, help_window.text):
        help_window.show_topic("map")
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Escape)
        assert help_window.isHidden()


def test_about_says_version_licences_attribution_and_places(store: Store, texts: Texts) -> None:
    said = about_text(texts, store.catalogue_heads(), WHERE)
    (head,) = store.catalogue_heads()
    for part in (
        __version__,
        "LGPL-3.0",
        "OFL-1.1",
        "SQLAlchemy",
        head.attribution.en,
        head.licence,
        head.version,
        *(str(place) for place in (WHERE.store, WHERE.backups, WHERE.log, WHERE.settings)),
    ):
        assert part
        assert part in said


def test_about_names_the_file_of_the_sample_while_that_is_shown(texts: Texts) -> None:
    sample = Path("somewhere") / "sample.db"
    said = about_text(texts, (), WHERE, sample).splitlines()
    at = said.index("Where your data is")
    assert said[at + 1 : at + 3] == [
        f"Shown now, the sample team: {sample}",
        f"Data: {WHERE.store}",
    ]


def test_every_library_that_is_installed_with_it_is_named(root: Path, texts: Texts) -> None:
    """The dependencies of the project file, each named in About."""
    import tomllib

    with (root / "pyproject.toml").open("rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    said = about_text(texts, (), WHERE).casefold()
    for dependency in wanted:
        name = re.split(r"[\[<>=!~]", dependency)[0].removesuffix("-essentials")
        assert name in said, name


def test_about_is_copied_and_closed(window: MainWindow) -> None:
    window.actions_by_key["about"].trigger()
    about = window.findChild(About)
    assert isinstance(about, About)
    about.copy.click()
    assert QGuiApplication.clipboard().text() == about.text.toPlainText()
    about.close()


def test_about_speaks_chinese(texts_in: Callable[[Language], Texts], store: Store) -> None:
    said = about_text(texts_in("zh_CN"), store.catalogue_heads(), WHERE)
    assert "数据存放位置" in said
    assert store.catalogue_heads()[0].attribution.zh in said
