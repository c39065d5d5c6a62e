"""The Map page: its whole story by keyboard and by mouse, in both languages, and its memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.keeping.person_edits import add_person, change_person
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.text import message, same_text
from planner.files.layout_cache import LayoutCache
from planner.gui.look.icons import Icons
from planner.gui.models.map_table import ROLE_ID, MapColumn
from planner.gui.pages.map.canvas.labels import STRIP
from planner.gui.pages.map.canvas.layers import detail_at
from planner.gui.pages.map.canvas.layouts import MapLayouts
from planner.gui.pages.map.missing_rows import MissingRows
from planner.gui.pages.map.page import MapPage
from planner.gui.painting import Fonts
from planner.gui.settings import Settings
from planner.gui.state.ways import Ways
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from planner.places import Places
from planner.report.drawing import Words
from planner.report.map.part import MOST_ROLES, Scope
from planner.report.map.roles import Detail
from tests.generated import career_catalogue

NEXT = "regional-client-director"
YOU = "account-manager"
TARGET = "chief-customer-officer"


@pytest.fixture
def new_page(
    qtbot: QtBot,
    workspace: Workspace,
    theme: Theme,
    icons: Icons,
    tasks: Tasks,
    settings: Settings,
    here: Places,
) -> Iterator[Callable[[], MapPage]]:
    """A function that opens the page as at a start of the program."""
    pages: list[MapPage] = []

    def open_page() -> MapPage:
        page = MapPage(
            workspace,
            theme,
            icons=icons,
            layouts=MapLayouts(tasks, LayoutCache(here.cache / "layouts")),
            settings=settings,
            fonts=Fonts(),
            ways=Ways(workspace, tasks, tasks),
        )
        pages.append(page)
        page.resize(900, 700)
        inspector = page.inspector()
        inspector.setParent(page, Qt.WindowType.Tool)
        page.show()
        qtbot.waitUntil(lambda: not tasks.is_busy and page.view.map is not None)
        page.view.setFocus()
        return page

    yield open_page
    for page in pages:
        page.close()
        page.deleteLater()


@pytest.fixture
def page(new_page: Callable[[], MapPage]) -> MapPage:
    return new_page()


def scene_of(page: MapPage):  # type: ignore[no-untyped-def]
    scene = page.view.map
    assert scene is not None
    return scene


def press(page: MapPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.view, key)


def place_of(page: MapPage, role: str) -> QPoint:
    return page.view.mapFromScene(scene_of(page).box_of(role).center())


def inspector_says(page: MapPage) -> str:
    inspector = page.inspector()
    return "\n".join(
        label.text() for label in inspector.findChildren(QLabel) if label.isVisibleTo(inspector)
    )


def add_large(
    workspace: Workspace, roles: int, *, long_tracks: bool = False
) -> tuple[Catalogue, Person]:
    """Put a made-up framework with somebody in it into the store."""
    catalogue = career_catalogue(roles, 8, 7, seed=3)
    if long_tracks:
        named = [
            replace(
                track, name=same_text(f"Occupation family {track.id} of the national framework")
            )
            for track in catalogue.tracks
        ]
        catalogue = replace(catalogue, head=replace(catalogue.head, tracks=tuple(named)))
    kinds = (("skill", catalogue.skills), ("role", catalogue.roles), ("move", catalogue.moves))
    changes = [Change(Key("catalogue", catalogue.id), None, catalogue.head)]
    for kind, records in kinds:
        changes += [
            Change(Key(kind, catalogue.id, record.id), None, record)  # type: ignore[arg-type, attr-defined]
            for record in records  # type: ignore[attr-defined]
        ]
    workspace.store.apply(Edit(message("Import"), tuple(changes)))
    person = Person(
        id="big",
        name="Big",
        catalogue=catalogue.id,
        role=catalogue.moves[0].from_role,
        since=date(2024, 1, 1),
    )
    workspace.store.apply(add_person(person))
    return catalogue, person


def test_it_shows_you_the_target_and_the_route(page: MapPage) -> None:
    state = scene_of(page).drawing.state
    assert (state.present, state.target) == (YOU, TARGET)
    assert state.route[0] == YOU
    assert state.route[-1] == TARGET
    assert "Account manager" in inspector_says(page)


def test_the_whole_story_by_keyboard(page: MapPage, workspace: Workspace) -> None:
    press(page, Qt.Key.Key_Home)
    assert workspace.selected_role == YOU
    press(page, Qt.Key.Key_Up)
    above = workspace.selected_role
    graph = workspace.graph
    assert graph is not None
    assert graph.catalogue.role(above).rank > graph.catalogue.role(YOU).rank
    assert above in {role.id for role in graph.next_roles(YOU)}
    press(page, Qt.Key.Key_Return)
    assert workspace.person is not None
    assert workspace.person.target == above
    assert scene_of(page).drawing.state.target == above
    assert page.view.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert workspace.selected_role == ""
    workspace.undo()
    assert workspace.person.target == TARGET
    assert scene_of(page).drawing.state.target == TARGET
    workspace.redo()
    workspace.undo()
    assert scene_of(page).drawing.state.target == TARGET


def test_every_role_can_be_walked_to(page: MapPage, workspace: Workspace) -> None:
    seen = set()
    press(page, Qt.Key.Key_Home)
    for _ in scene_of(page).drawing.boxes:
        seen.add(workspace.selected_role)
        press(page, Qt.Key.Key_Right)
    assert seen == set(scene_of(page).drawing.boxes)


def test_the_selected_role_comes_into_sight(page: MapPage, workspace: Workspace) -> None:
    page.view.zoom(4.0)
    press(page, Qt.Key.Key_Home)
    for _ in range(5):
        press(page, Qt.Key.Key_Right)
        place = place_of(page, workspace.selected_role)
        assert page.view.viewport().rect().contains(place)


def test_a_click_selects_a_double_click_sets_the_target(
    page: MapPage, workspace: Workspace
) -> None:
    viewport = page.view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, pos=place_of(page, NEXT))
    assert workspace.selected_role == NEXT
    assert "Regional client director" in inspector_says(page)
    QTest.mouseClick(viewport, left, pos=QPoint(2, viewport.height() - 2))
    assert workspace.selected_role == ""
    QTest.mouseDClick(viewport, left, pos=place_of(page, "line-manager"))
    assert workspace.person is not None
    assert workspace.person.target == "line-manager"


def test_your_own_role_does_not_become_the_target(page: MapPage, workspace: Workspace) -> None:
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert workspace.person is not None
    assert workspace.person.target == TARGET
    assert workspace.history.next_undo is None


def test_dragging_pans_and_selects_nothing(page: MapPage, workspace: Workspace) -> None:
    viewport = page.view.viewport()
    start = place_of(page, NEXT)
    before = page.view.centre_now
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(60, 40))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 40))
    moved = page.view.centre_now - before
    scale = page.view.scale_now
    assert moved.x() * scale == pytest.approx(-60, abs=2)
    assert moved.y() * scale == pytest.approx(-40, abs=2)
    assert workspace.selected_role == ""


@pytest.mark.parametrize(
    "modifiers", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_the_wheel_zooms_around_the_cursor(page: MapPage, modifiers: Qt.KeyboardModifier) -> None:
    at = place_of(page, NEXT)
    under, scale = page.view.mapToScene(at), page.view.scale_now
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(page.view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.view.viewport(), wheel)
    assert page.view.scale_now > 1.3 * scale
    after = page.view.mapToScene(at)
    assert after.x() == pytest.approx(under.x(), abs=2)
    assert after.y() == pytest.approx(under.y(), abs=2)


def test_keys_and_buttons_zoom(page: MapPage) -> None:
    fitted = page.view.scale_now
    press(page, Qt.Key.Key_Plus)
    assert page.view.scale_now == pytest.approx(1.25 * fitted)
    press(page, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert page.view.scale_now == pytest.approx(fitted / 1.25)
    QTest.mouseClick(page.foot.button("plus"), Qt.MouseButton.LeftButton)
    assert page.view.scale_now == pytest.approx(fitted)
    page.view.zoom(5)
    press(page, Qt.Key.Key_0)
    seen = page.view.mapToScene(page.view.viewport().rect()).boundingRect()
    assert seen.adjusted(-1, -1, 1, 1).contains(scene_of(page).extent)
    for _ in range(60):
        press(page, Qt.Key.Key_Minus)
    assert page.view.scale_now > 0.01
    for _ in range(60):
        press(page, Qt.Key.Key_Plus)
    assert page.view.scale_now <= 4.0


def test_hovering_tells_the_gap_in_one_line(
    page: MapPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.do(
        change_person(
            workspace.person,
            replace(workspace.person, name="<b>Lin</b>"),
            message("Rename"),  # type: ignore[arg-type, type-var]
        )
    )
    view, line = page.view, page.view.hover_line
    QTest.mouseMove(view.viewport(), place_of(page, NEXT))
    qtbot.waitUntil(line.isVisible)
    assert "Regional client director · " in line.text()
    assert " ready · " in line.text()
    # Past the gap between two boxes it goes on to the next one at once, and covers neither cursor.
    for at in (QPoint(2, 2), place_of(page, TARGET)):
        QTest.mouseMove(view.viewport(), at)
    assert line.isVisible()
    assert "Chief customer officer · " in line.text()
    assert view.rect().contains(line.geometry())
    assert not line.geometry().contains(place_of(page, TARGET))
    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    assert not line.isVisible()


def test_what_is_told_of_a_role_goes_with_the_map(page: MapPage) -> None:
    view = page.view
    view._hover(place_of(page, NEXT))
    assert view.hover_line.isVisible()
    view.centre_role("engineer")
    view.zoom_in()
    assert not view.hover_line.isVisible()


@pytest.mark.parametrize("role", ["team-lead", "chief-customer-officer", "engineer"])
def test_a_click_on_what_is_in_sight_moves_nothing(page: MapPage, role: str) -> None:
    view = page.view
    before = view.centre_now
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, role))
    assert scene_of(page).selected == role
    assert view.centre_now == before


def test_typed_letters_find_roles(page: MapPage, workspace: Workspace) -> None:
    QTest.keyClicks(page.view, "c")
    assert page.bar.search.hasFocus()
    QTest.keyClicks(page.bar.search, "hief")
    assert page.bar.search.text() == "chief"
    found = [workspace.selected_role]
    for _ in range(3):
        QTest.keyClick(page.bar.search, Qt.Key.Key_Return)
        found.append(workspace.selected_role)
    assert set(found) == {TARGET, "chief-technology-officer", "chief-engineer"}
    assert found[0] == found[3]
    QTest.keyClick(page.bar.search, Qt.Key.Key_Up)
    assert workspace.selected_role == found[2]
    QTest.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    assert page.bar.search.text() == ""


def test_the_page_filter_is_the_search(page: MapPage) -> None:
    page.focus_filter()
    assert page.bar.search.hasFocus()


def test_the_table_says_the_same_and_shares_the_selection(
    page: MapPage, workspace: Workspace
) -> None:
    workspace.select_role(NEXT)
    page.bar.twin_button("table").click()
    assert page.table.pane.table.isVisible()
    assert not page.view.isVisible()
    assert page.table.pane.table.currentIndex().data(ROLE_ID) == NEXT
    assert page.table.pane.order.rowCount() == len(scene_of(page).drawing.boxes)
    page.table.pane.table.setFocus()
    QTest.keyClick(page.table.pane.table, Qt.Key.Key_Down)
    below = page.table.pane.table.currentIndex().data(ROLE_ID)
    assert workspace.selected_role == below != NEXT
    QTest.keyClick(page.table.pane.table, Qt.Key.Key_Return)
    assert workspace.person is not None
    assert workspace.person.target == below
    page.bar.twin_button("map").click()
    assert scene_of(page).selected == below


def test_a_search_filters_the_table(page: MapPage) -> None:
    page.bar.twin_button("table").click()
    page.focus_filter()
    QTest.keyClicks(page.bar.search, "chief")
    assert page.table.pane.order.rowCount() == 3


def test_a_table_without_a_hit_says_so_and_shows_all_again(page: MapPage) -> None:
    page.bar.twin_button("table").click()
    every = page.table.pane.order.rowCount()
    page.focus_filter()
    QTest.keyClicks(page.bar.search, "zzz")
    hits = page.table.pane.no_hits

    assert page.table.pane.order.rowCount() == 0
    assert hits.isVisible()
    assert hits.words.text() == "No role here fits “zzz”."
    hits.button.click()
    assert not hits.isVisible()
    assert page.bar.search.text() == ""
    assert page.table.pane.order.rowCount() == every > 1
    assert page.table.pane.table.hasFocus()


def test_what_was_looked_for_does_not_outlive_the_person(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    page.bar.twin_button("table").click()
    every = page.table.pane.order.rowCount()
    page.focus_filter()
    QTest.keyClicks(page.bar.search, "chief")
    person = workspace.person
    assert person is not None
    workspace.do(add_person(replace(person, id="other", name="Other")))
    assert page.bar.search.text() == "chief"
    workspace.open_person(person.catalogue, "other")
    qtbot.waitUntil(lambda: not tasks.is_busy)

    assert page.bar.search.text() == ""
    assert page.table.pane.order.rowCount() == every


def test_the_neighbourhood_is_what_lies_within_the_moves(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    graph = workspace.graph
    assert graph is not None
    everything = set(scene_of(page).drawing.boxes)
    for moves in (1, 2, 3):
        page.bar.scope_chosen.emit(moves, False)
        qtbot.waitUntil(lambda: not tasks.is_busy)
        assert set(scene_of(page).drawing.boxes) == graph.neighbourhood([YOU], moves)
    workspace.select_role("chief-engineer")
    page.bar.scope_chosen.emit(1, True)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    near = graph.neighbourhood(["chief-engineer"], 1)
    assert set(scene_of(page).drawing.boxes) == near
    assert page.table.pane.model.rowCount() == len(near)
    page.bar.scope_chosen.emit(0, False)
    assert set(scene_of(page).drawing.boxes) == everything


def test_a_role_found_elsewhere_comes_into_scope(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    page.bar.scope_chosen.emit(1, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert "chief-engineer" not in scene_of(page).drawing.boxes
    workspace.select_role("chief-engineer")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert "chief-engineer" in scene_of(page).drawing.boxes


def test_a_large_map_opens_on_what_is_near_and_shows_the_whole_on_demand(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    catalogue, person = add_large(workspace, MOST_ROLES + 30)
    workspace.open_person(catalogue.id, person.id)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    graph = workspace.graph
    assert graph is not None
    assert set(scene_of(page).drawing.boxes) == graph.neighbourhood([person.role], 1)
    page.bar.scope_chosen.emit(0, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    drawing = scene_of(page).drawing
    assert len(drawing.boxes) == MOST_ROLES + 30
    assert drawing.curves == ()
    page.fit()
    assert detail_at(page.view.scale_now) < Detail.FULL


@pytest.mark.parametrize("size", [(900, 700), (420, 700), (1400, 420)])
def test_all_of_a_large_map_fits_beside_the_names_at_its_edges(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks, size: tuple[int, int]
) -> None:
    page.resize(*size)
    catalogue, person = add_large(workspace, MOST_ROLES + 30)
    workspace.open_person(catalogue.id, person.id)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.bar.scope_chosen.emit(0, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.fit()
    drawing, view = scene_of(page).drawing, page.view
    left = view.mapFromScene(QPointF(drawing.tracks[0].start, drawing.columns_top))
    right = view.mapFromScene(QPointF(drawing.tracks[-1].end, drawing.height))

    assert left.x() >= round(STRIP) - 1
    assert right.x() <= view.viewport().width()
    assert left.y() >= round(STRIP) - 1
    assert right.y() <= view.viewport().height()


def test_the_moves_of_you_are_drawn_on_the_whole_map_while_nothing_is_selected(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    catalogue, person = add_large(workspace, MOST_ROLES + 30)
    workspace.open_person(catalogue.id, person.id)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.bar.scope_chosen.emit(0, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.fit()
    start = catalogue.moves[0]
    scene = scene_of(page)
    area = scene.box_of(start.from_role).united(scene.box_of(start.to_role))
    page.view.centerOn(area.center())

    def ink() -> QImage:
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        scene.render(painter, source=area.adjusted(-50, -50, 50, 50))
        painter.end()
        return image

    assert workspace.selected_role == ""
    with_moves = ink()
    scene.select("nobody", has_focus=False)
    scene._front.show_shapes((), ())
    assert with_moves != ink()


def test_the_table_opens_at_you(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    catalogue, person = add_large(workspace, MOST_ROLES + 30)
    last = max(catalogue.roles, key=lambda role: (role.track, role.rank))
    workspace.do(change_person(person, replace(person, role=last.id), message("Move")))
    workspace.open_person(catalogue.id, person.id)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.bar.scope_chosen.emit(0, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.bar.twin_button("table").click()
    table = page.table.pane.table
    qtbot.wait(0)
    index = page.table.pane.order.index_of(last.id)

    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(index).center()))
    workspace.select_role(catalogue.roles[0].id)
    first = page.table.pane.order.index_of(catalogue.roles[0].id)
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(first).center()))


def test_a_table_of_high_rows_comes_to_the_selected_one(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    catalogue, person = add_large(workspace, MOST_ROLES + 30, long_tracks=True)
    workspace.open_person(catalogue.id, person.id)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.bar.scope_chosen.emit(0, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    tracks = [track.id for track in catalogue.tracks]
    last = max(catalogue.roles, key=lambda role: (tracks.index(role.track), -role.rank, role.order))
    workspace.select_role(last.id)
    page.bar.twin_button("table").click()
    table, order = page.table.pane.table, page.table.pane.order
    index = order.index_of(last.id)
    assert index.row() == order.rowCount() - 1
    qtbot.waitUntil(lambda: table.rowHeight(index.row()) > 50)
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(index)))
    # Nor does a lower window hide it.
    page.resize(900, 500)
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(index)))


def test_nobody_open_says_what_to_do(page: MapPage, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.close_person()
    assert not page.view.isVisible()
    assert "Nobody is open" in " ".join(
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    )
    assert inspector_says(page) == "Nobody is open."
    workspace.open_person("am-lm", "sample-am")
    assert page.view.isVisible()


def test_an_unknown_present_role_is_said_and_the_map_still_shown(
    page: MapPage, workspace: Workspace
) -> None:
    assert workspace.person is not None
    # The store keeps such a person only if the role went with another version of the framework.
    workspace._person = replace(workspace.person, role="gone")
    workspace._gaps = None
    page.refresh()
    shown = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "“gone” is not in this catalogue" in shown
    assert page.view.isVisible()
    assert scene_of(page).drawing.state.present == ""
    assert inspector_says(page) == "Choose a role on the map."
    press(page, Qt.Key.Key_Right)
    assert workspace.selected_role
    assert "How you get there" in inspector_says(page)


def test_a_role_without_requirements_is_never_complete(page: MapPage, workspace: Workspace) -> None:
    graph = workspace.graph
    assert graph is not None
    role = graph.catalogue.role(NEXT)
    bare = replace(role, requires=())
    key = Key("role", graph.catalogue.id, NEXT)
    assert workspace.do(Edit(message("Change"), (Change(key, role, bare),)))
    workspace.select_role(NEXT)
    assert "Readiness unknown" in inspector_says(page)
    assert "100 %" not in inspector_says(page)


def test_it_speaks_chinese_at_once(page: MapPage, workspace: Workspace) -> None:
    workspace.select_role(NEXT)
    workspace.set_language("zh_CN")
    assert page.title() == "地图"
    assert page.bar.twin_button("table").text() == "表格"
    assert "区域客户总监" in inspector_says(page)
    assert scene_of(page).drawing.texts.language == "zh_CN"
    assert page.view.accessibleName() == "职位地图"
    workspace.set_language("en")
    assert page.title() == "Map"


def test_a_fault_is_told_in_chinese_without_latin_spaces(
    page: MapPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = PlannerError(message("Nothing was changed."), remedy=message("Choose another file."))
    monkeypatch.setattr(page._layouts, "known", lambda *_: None)
    monkeypatch.setattr(page._layouts, "work_out", lambda *asked: asked[-1](fault))
    workspace.set_language("zh_CN")
    page.bar.scope_chosen.emit(1, False)
    assert page._words.text() == "未作任何更改。请另选一个文件。"
    assert page._words.isVisible()
    workspace.set_language("en")
    page.bar.scope_chosen.emit(2, False)
    assert page._words.text() == "Nothing was changed. Choose another file."


def test_it_takes_another_theme_and_text_size(page: MapPage, themes: dict[str, Theme]) -> None:
    scale = page.view.scale_now
    page.apply_theme(replace(themes["dark"], text_factor=1.5))
    assert scene_of(page).theme.is_dark
    assert page.view.scale_now == pytest.approx(1.5 * scale)
    image = QImage(page.view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.view.render(painter)
    painter.end()
    assert image.pixelColor(6, image.height() - 6).name() == themes["dark"].hex("canvas")


def test_the_basis_changes_what_is_shown(page: MapPage, workspace: Workspace) -> None:
    agreed = scene_of(page).drawing.state.roles[NEXT].readiness
    workspace.set_basis(Basis.SELF)
    assert scene_of(page).drawing.state.roles[NEXT].readiness != agreed


def test_a_newcomer_is_shown_what_to_do_next(
    qtbot: QtBot, page: MapPage, workspace: Workspace
) -> None:
    inspector = page._inspector
    assert not inspector.rate_button.isVisible()
    new = Person(id="new", name="Ada", catalogue="am-lm", role=YOU, since=date(2026, 11, 1))
    workspace.do(add_person(new))
    workspace.open_person("am-lm", "new")
    workspace.select_role(NEXT)
    assert "0–100 % ready" in inspector_says(page)
    assert "Nothing is rated yet" in inspector_says(page)
    written = {
        shape.text
        for role in scene_of(page).drawing.boxes
        for shape in scene_of(page).drawing.role(role, Detail.FULL)
        if isinstance(shape, Words)
    }
    assert "unrated" in written
    assert not any("100 %" in words for words in written)
    page.bar.twin_button("table").click()
    index = page.table.pane.order.index_of(NEXT)
    assert index.siblingAtColumn(MapColumn.READINESS).data() == "unrated"
    with qtbot.waitSignal(page.assess_requested) as asked:
        inspector.rate_button.click()
    assert asked.args == [NEXT]


def test_target_and_gaps_from_the_inspector(
    page: MapPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select_role(NEXT)
    inspector = page._inspector
    assert inspector.target_button.text() == "Set as target"
    inspector.target_button.setFocus()
    inspector.target_button.click()
    assert workspace.person is not None
    assert workspace.person.target == NEXT
    assert inspector.target_button.text() == "Clear target"
    inspector.target_button.click()
    assert workspace.person.target is None
    with qtbot.waitSignal(page.gaps_requested) as asked:
        inspector.gaps_button.click()
    assert asked.args == [NEXT]


def test_more_skills_are_shown_on_demand(page: MapPage, workspace: Workspace) -> None:
    workspace.select_role(TARGET)
    missing = [
        workspace.graph.catalogue.skill(skill.skill).name.en  # type: ignore[union-attr]
        for skill in workspace.gaps()[TARGET].skills
        if skill.is_open
    ]
    assert len(missing) > 7
    said = inspector_says(page)
    assert [name for name in missing if name in said] == missing[:7]
    page._inspector.more_button.click()
    said = inspector_says(page)
    assert all(name in said for name in missing)


def test_markup_in_names_is_shown_as_it_is(
    page: MapPage, workspace: Workspace, qtbot: QtBot, tasks: Tasks
) -> None:
    graph = workspace.graph
    assert graph is not None
    role = graph.catalogue.role(NEXT)
    key = Key("role", graph.catalogue.id, NEXT)
    bold = replace(role, name=same_text("<b>Bold</b><img src='file:///etc/passwd'>"))
    workspace.do(Edit(message("Change"), (Change(key, role, bold),)))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    workspace.select_role(NEXT)
    for label in page.inspector().findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<b>Bold</b>" in inspector_says(page).replace("\u200b", "")
    page.view._hover(place_of(page, NEXT))
    line = page.view.hover_line
    assert line.textFormat() == Qt.TextFormat.PlainText
    assert "<b>Bold</b>" in line.text().replace("\u200b", "")


def test_it_is_found_again_as_it_was_left(
    new_page: Callable[[], MapPage], qtbot: QtBot, tasks: Tasks
) -> None:
    first = new_page()
    first.bar.scope_chosen.emit(2, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    first.view.zoom(1.7)
    # Beside "you": out of sight it would be brought back into it.
    first.view.centerOn(scene_of(first).box_of(YOU).center() + QPointF(60, -40))
    scale, centre = first.view.scale_now, first.view.centre_now
    first.bar.twin_button("table").click()
    first.close()
    second = new_page()
    assert second.table.isVisible()
    second.bar.twin_button("map").click()
    assert second._scope == Scope(2, YOU)
    assert second.view.scale_now == pytest.approx(scale)
    assert second.view.centre_now.x() == pytest.approx(centre.x(), abs=3)
    assert second.view.centre_now.y() == pytest.approx(centre.y(), abs=3)


@pytest.mark.parametrize("placed", ["opened", "fitted"])
def test_a_map_that_nobody_has_moved_fits_another_size_at_the_next_start_too(
    new_page: Callable[[], MapPage], placed: str
) -> None:
    first = new_page()
    if placed == "fitted":
        first.view.fit()
    first.close()
    page = new_page()
    before = page.view.scale_now
    page.resize(1300, 1100)
    QApplication.processEvents()
    assert page.view.placed == placed
    assert page.view.scale_now > before


@pytest.mark.parametrize(
    "said", ["", "[]", '{"person": ["am-lm", "sample-am"], "moves": "x"}', "{", '{"person": 3}']
)
def test_bad_memories_count_as_none(
    said: str, settings: Settings, new_page: Callable[[], MapPage]
) -> None:
    settings.set_text("map/view", said)
    settings.set_text("map/twin", "nonsense")
    settings.set_text("map/columns", "%%%")
    page = new_page()
    assert page._scope == Scope()
    assert page.view.isVisible()


def test_a_known_layout_is_painted_at_once(
    new_page: Callable[[], MapPage], tasks: Tasks, here: Places
) -> None:
    new_page()
    assert list((here.cache / "layouts").iterdir())
    page = new_page()
    assert not tasks.is_busy
    assert page.view.map is not None


def test_a_damaged_cache_is_worked_out_again(new_page: Callable[[], MapPage], here: Places) -> None:
    new_page()
    for file in (here.cache / "layouts").iterdir():
        file.write_text("{", encoding="utf-8")
    assert new_page().view.map is not None


def test_everything_that_takes_the_keyboard_has_a_name(page: MapPage) -> None:
    page.bar.twin_button("table").click()
    page.bar.twin_button("map").click()
    for widget in [*page.findChildren(QWidget), *page.inspector().findChildren(QWidget)]:
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        own = not widget.objectName().startswith("qt_")
        if focusable and own and widget.isVisible():
            assert widget.accessibleName(), widget


def test_leaving_the_map_with_the_mouse_forgets_the_role(page: MapPage) -> None:
    page.view._hover(place_of(page, NEXT))
    QApplication.sendEvent(page.view.viewport(), QEvent(QEvent.Type.Leave))
    assert scene_of(page)._hovered == ""
    assert not page.view.hover_line.isVisible()


def test_nothing_heavy_is_imported_for_the_first_paint(root: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; import planner.gui.pages.map.page; "
        "heavy = {'matplotlib', 'babel', 'yaml', 'pydantic', 'alembic'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_map_that_nobody_has_moved_fits_another_size(page: MapPage) -> None:
    view = page.view
    before = view.scale_now
    page.resize(1300, 1100)
    QApplication.processEvents()
    assert view.scale_now > before
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(scene_of(page).extent)
    view.zoom_in()
    zoomed = view.scale_now
    page.resize(900, 700)
    QApplication.processEvents()
    assert view.scale_now == zoomed


def test_a_wide_window_can_be_made_narrow_again(page: MapPage) -> None:
    page.resize(1200, 700)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() < 600
    page.resize(600, 700)
    QApplication.processEvents()
    assert page.foot.button("fit").visibleRegion().boundingRect() == page.foot.button("fit").rect()


def is_in_sight(page: MapPage, role: str) -> bool:
    seen = page.view.mapToScene(page.view.viewport().rect()).boundingRect()
    return seen.contains(scene_of(page).box_of(role))


@pytest.mark.parametrize("factor", [0.8, 1.5, 2.0])
def test_you_stay_in_sight_at_another_text_size(
    page: MapPage, workspace: Workspace, themes: dict[str, Theme], factor: float
) -> None:
    assert is_in_sight(page, YOU)
    page.apply_theme(replace(themes["light"], text_factor=factor))
    QApplication.processEvents()
    assert is_in_sight(page, YOU)
    workspace.select_role("chief-technology-officer")
    assert is_in_sight(page, "chief-technology-officer")
    page.apply_theme(replace(themes["light"], text_factor=1.2))
    QApplication.processEvents()
    assert is_in_sight(page, "chief-technology-officer")


@pytest.mark.parametrize("selected", ["", "chief-technology-officer", "engineer"])
def test_the_role_looked_at_stays_in_sight_in_a_smaller_window(
    page: MapPage, workspace: Workspace, selected: str
) -> None:
    page.resize(1300, 1100)
    QApplication.processEvents()
    page.view.zoom(1.1)
    workspace.select_role(selected)
    role = selected or YOU
    page.view.show_role(role)
    for size in ((1000, 800), (700, 500), (520, 420), (1100, 900)):
        page.resize(*size)
        QApplication.processEvents()
        assert is_in_sight(page, role)


def test_a_map_moved_away_from_you_stays_where_it_is(page: MapPage) -> None:
    page.view.zoom(4.0)
    page.view.centre_role("engineer")
    before = page.view.centre_now
    page.resize(700, 500)
    QApplication.processEvents()
    assert not is_in_sight(page, YOU)
    assert (page.view.centre_now - before).manhattanLength() < 4


def test_no_selected_move_strikes_through_the_years_of_another(
    page: MapPage, workspace: Workspace
) -> None:
    drawing = scene_of(page).drawing
    (crossed,) = (
        drawing.pills[curve.move.id]
        for curve in drawing.curves
        if (curve.move.from_role, curve.move.to_role) == ("line-manager", "managerial-line-manager")
    )
    # Without the round ends.
    width = crossed.width - 18
    inner = QRectF(crossed.x - width / 2, crossed.y - 8, width, 16)

    def painted() -> QImage:
        image = QImage(round(4 * width), 64, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        scene_of(page).render(painter, target=QRectF(image.rect()), source=inner)
        painter.end()
        return image

    at_rest = painted()
    workspace.select_role(YOU)
    assert painted() == at_rest


def test_a_card_of_where_it_leads_goes_to_that_role(
    page: MapPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select_role(YOU)
    cards = {card.accessibleName().split(",")[0]: card for card in page._inspector.cards}
    assert cards.keys() >= {"Senior account manager", "Regional client director", "Line manager"}
    QTest.mouseClick(cards["Line manager"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.selected_role == "line-manager")
    workspace.select_role(YOU)
    (again,) = (
        card for card in page._inspector.cards if card.accessibleName().startswith("Regional")
    )
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.selected_role == NEXT)
    # A way to a role through others names no single one.
    assert all(card.focusPolicy() == Qt.FocusPolicy.NoFocus for card in page._inspector.cards)


def test_no_word_of_a_missing_skill_is_cut(
    page: MapPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select_role(TARGET)
    rows = page._inspector._body.findChild(MissingRows)
    rows.setParent(None)
    qtbot.addWidget(rows)
    rows.show()
    for width in (600, 130, 170, 210, 250, 400):
        rows.setFixedWidth(width)
        QApplication.processEvents()
        rows.layout().activate()
        for name in rows.names:
            assert name.width() >= name.minimumSizeHint().width()
