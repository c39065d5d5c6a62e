"""Drives the steps of a year of use through the window, by its widgets and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import ActionState
from planner.core.model import Catalogue
from planner.core.people import Rater
from planner.gui.action_form import ActionForm
from planner.gui.main_window import MainWindow
from planner.gui.pages.assessment_page import AssessmentPage
from planner.gui.pages.gaps_page import GapsPage
from planner.gui.pages.map_inspector import MapInspector
from planner.gui.pages.map_page import MapPage
from planner.gui.pages.meeting_header import Stage
from planner.gui.pages.meeting_page import MeetingPage
from planner.gui.pages.person_section import PersonSection
from planner.gui.pages.plan_page import PlanPage
from planner.gui.role_change_panel import RoleChangePanel
from planner.gui.widgets.fields import SearchCombo
from tests.year_of_use import Plain, Step

_TAB, _ENTER, _SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space
_UP, _DOWN, _BACK = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace
_LEFT = Qt.MouseButton.LeftButton
Shown = TypeVar("Shown", bound=QWidget)
_ROUNDS = {Rater.SELF: "Self-assessment", Rater.MANAGER: "The manager's assessment"}


@dataclass
class Clock:
    """Tells the day that the test has set."""

    day: date

    def __call__(self) -> date:
        return self.day


class WindowYear:
    """Takes each step where a person would: a method a verb, as the terminal's half has it."""

    def __init__(self, window: MainWindow, clock: Clock, qtbot: QtBot) -> None:
        self.window = window
        self._clock = clock
        self._qtbot = qtbot

    def run(self, step: Step) -> None:
        """Come back to the window, which stays open all year, and take one step."""
        self._clock.day = date.fromisoformat(step.day)
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.WindowActivate))
        do: Callable[[Plain], None] = getattr(self, f"_{step.do}")
        do(step.what)
        assert self.window.notices.tone != "error", self.window.notices.text

    # The verbs.

    def _add(self, what: Plain) -> None:
        """Welcome asks for four fields; the hours stand in the details."""
        welcome = self.window.welcome
        self._click(welcome.career)
        (form,) = welcome.forms
        self._write(form.name, what["name"])
        self._search(form.role, self._name_of_role(what["role"]))
        self._day(form.since, what["since"])
        self._write(form.industry, what["industry"])
        self._click(welcome.begin)
        self._menu("edit-person")
        editor = self.window.editor
        self._write(editor.form.hours, str(what["hours_a_week"]))
        self._click(editor.done)

    def _aim(self, what: Plain) -> None:
        """The inspector of the map sets the target."""
        self._on_map(what["target"])
        inspector = self.window.findChild(MapInspector)
        assert inspector.role == what["target"]
        assert inspector.target_button.text() == "Set as target"
        self._click(inspector.target_button)

    def _wish(self, what: Plain) -> None:
        """The stance stands below what the inspector tells of a role."""
        stance = self._on_map(what["role"]).stance
        self._pick(stance.stance, what["stance"])
        if "note" in what:
            self._write(stance.note, what["note"])
            self._press(_ENTER)

    def _promote(self, what: Plain) -> None:
        self._menu("take-role")
        panel = self.window.findChild(RoleChangePanel)
        self._search(panel.role, self._name_of_role(what["role"]))
        assert panel.role.role() == what["role"]
        self._day(panel.day, self._clock.day.isoformat())
        assert panel.kind.startswith("Promotion")
        self._click(panel.take)

    def _rate(self, what: Plain) -> None:
        """What a rater has not rated is assessed; what was agreed is pressed in the one-on-one.

        Words to an agreed level, a level between two names, and a later rating have their place
        in the editor of the gaps.
        """
        by, level = Rater(what["by"]), what["level"]
        has_name = level == "n/a" or level == int(level)
        rated = {(one.skill, one.by) for one in self.window.workspace.ratings()}
        is_open = any(not one.is_closed for one in self.window.workspace.career().meetings)
        if by is Rater.AGREED:
            has_words = "comment" in what or "evidence" in what
            (self._agree if is_open and not has_words else self._edit_rating)(what)
        elif has_name and (what["skill"], by) not in rated:
            self._answer(what, by)
        else:
            self._edit_rating(what)

    def _result(self, what: Plain) -> None:
        """The results of a former role are entered while one looks at its last day."""
        person = self.window.workspace.person
        assert person is not None
        left = [one.until for one in person.positions if one.role == what["role"]]
        if left:
            self.look_back(left[0].isoformat())
        kpis = self._on_map(what["role"]).kpis
        name = next(
            kpi.name.en for kpi in self._catalogue.role(what["role"]).kpis if kpi.id == what["kpi"]
        )
        row = next(one for one in kpis.rows if one.name.text().replace("\u200b", "") == name)
        self._click(row.enter)
        self._write(kpis.entry.period.lineEdit(), what["period"])
        self._write(kpis.entry.reached, str(what["reached"]))
        self._write(kpis.entry.note, what.get("note", ""))
        self._press(_ENTER)
        assert not kpis.is_entering
        self.back_to_today()

    def _plan(self, what: Plain) -> None:
        """A promise is made in the one-on-one, and the rest of it said in the plan."""
        if "meeting" in what:
            page = self._meeting_page(Stage.HOLD)
            line = page.hold.promise_line
            self._write(line.title, what["title"])
            self._pick(line.who, what.get("owner", "employee"))
            self._day(line.due, what["due"])
            self._press(_ENTER)
            said = {"id", "title", "owner", "due", "meeting"}
            if what.keys() <= said:
                return
            form = self._edit_action(what["id"])
            self._fill(form, {key: words for key, words in what.items() if key not in said})
        else:
            page = self._page("plan", PlanPage)
            page.pane.table.setFocus()
            self._press(Qt.Key.Key_N)
            form = page.pane.editor.form
            self._fill(form, what)
        form.title.setFocus()
        self._press(_ENTER)
        assert what["id"] in [one.id for one in self.window.workspace.career().actions]

    def _move(self, what: Plain) -> None:
        """The keys of the plan move an action on; what else there is to say is edited."""
        self._pick_action(what["id"])
        keys = {"doing": _SPACE, "done": Qt.Key.Key_D, "dropped": Qt.Key.Key_X}
        self._press(keys[what["state"]])
        words = {key: what[key] for key in ("notes", "evidence") if key in what}
        if words:
            form = self._edit_action(what["id"])
            self._fill(form, words)
            form.title.setFocus()
            self._press(_ENTER)

    def _prepare(self, what: Plain) -> None:
        page = self._page("meeting", MeetingPage)
        begin = page.empty.button if page.empty.isVisible() else page.header.begin_button
        self._click(begin)
        assert page.stage is Stage.PREPARE
        self._pick(page.prepare.template, what["agenda"])
        line = page.prepare.point_line
        for point in what["items"]:
            self._write(line.words, point["text"])
            self._pick(line.who, point["origin"])
            self._press_in(line.words, _ENTER)
            assert line.fault == ""

    def _hold(self, what: Plain) -> None:
        page = self._meeting_page(Stage.HOLD)
        for place in range(len(page.hold.agenda.rows)):
            self._press_in(page.hold.agenda.rows[place].box, _SPACE)
        for box, words in ((page.hold.shared, "shared"), (page.hold.private, "private")):
            box.edit.setFocus()
            QTest.keyClicks(box.edit, what[words])

    def _close(self, what: Plain) -> None:
        page = self._meeting_page(Stage.CLOSE)
        self._day(page.close_stage.next_day, what["next"])
        self._click(page.close_stage.close_button)
        assert page.stage is Stage.PAST
        assert page.past.shown is not None
        assert page.past.shown.id == what["id"]

    def _correct(self, what: Plain) -> None:
        page = self._page("meeting", MeetingPage)
        record = page.past.record
        assert page.past.shown is not None
        assert page.past.shown.id == what["id"]
        self._click(record.correct_button)
        QTest.keyClicks(record.correction, what["text"])
        QTest.keyClick(record.correction, _ENTER, Qt.KeyboardModifier.ControlModifier)

    # Ratings.

    def _answer(self, what: Plain, by: Rater) -> None:
        """Answer in the guided assessment: go to the skill by S and Backspace."""
        page = self.window.workbench.covering
        if not self._asks(page, by):
            self._menu("assess")
            page = self.window.workbench.covering
            assert isinstance(page, AssessmentPage)
            again = [
                one for one in page.start.resume_buttons if _ROUNDS[by] in one.accessibleName()
            ]
            if again:
                self._click(again[0])
            else:
                self._click(page.start.raters.button(by))
                self._click(page.start.scope.button("all"))
                self._click(page.start.begin)
        assert isinstance(page, AssessmentPage)
        assert page.assessment is not None
        place = page.assessment.skills.index
        while page.skill != what["skill"]:
            is_past = not page.skill or place(what["skill"]) < place(page.skill)
            where = page.question.levels if page.skill else page.summary
            QTest.keyClick(where, _BACK if is_past else Qt.Key.Key_S)
        question = page.question
        level = "n" if what["level"] == "n/a" else str(what["level"])
        QTest.keyClicks(question.levels, level)
        self._write(question.comment, what.get("comment", ""))
        self._write(question.evidence.line, what.get("evidence", ""))
        self._press(_ENTER)

    def _asks(self, page: QWidget | None, by: Rater) -> bool:
        return (
            isinstance(page, AssessmentPage)
            and page.assessment is not None
            and page.assessment.by is by
        )

    def _edit_rating(self, what: Plain) -> None:
        """Say everything of a rating in the editor below the gaps."""
        self._find("skill", what["skill"])
        page = self.window.workbench.page
        assert isinstance(page, GapsPage)
        assert page.pane.table.picked_skill == what["skill"]
        self._press_in(page.pane.table, _ENTER)
        editor = page.pane.editor
        self._write(editor.number, str(what["level"]))
        at = editor.rater.findText(what["by"].capitalize())
        self._pick_row(editor.rater, at)
        self._write(editor.comment, what.get("comment", ""))
        self._write(editor.evidence.line, what.get("evidence", ""))
        self._press(_ENTER)
        assert not page.pane.is_editing

    def _agree(self, what: Plain) -> None:
        """Press the level of a skill while the one-on-one is held."""
        card = self._meeting_page(Stage.HOLD).hold.ratings
        row = card.rows.row_of(what["skill"])
        if row is None:
            self._click(card.more)
            row = card.rows.row_of(what["skill"])
        assert row is not None
        self._press_in(row, Qt.Key(Qt.Key.Key_0 + int(what["level"])))

    # The plan.

    def _edit_action(self, action: str) -> ActionForm:
        self._pick_action(action)
        self._press(_ENTER)
        editor = self._page("plan", PlanPage).pane.editor
        assert editor.action_id == action
        return editor.form

    def _pick_action(self, id_: str) -> None:
        """Go to an action in the list of those in its state."""
        pane = self._page("plan", PlanPage).pane
        (state,) = [one.state for one in self.window.workspace.career().actions if one.id == id_]
        is_closed = state in (ActionState.DONE, ActionState.DROPPED)
        self._click(pane.states.button(state.value if is_closed else "open"))
        pane.table.setFocus()
        assert pane.table.pick(id_)

    def _fill(self, form: ActionForm, what: Plain) -> None:
        """Fill in fields from the top; each is left before the next."""
        for key in what.keys() - {"id"}:
            assert key in form.fields or key in ("from", "to"), key
        if "title" in what:
            self._write(form.title, what["title"])
        if "skill" in what:
            self._search(form.skill, self._catalogue.skill(what["skill"]).name.en)
            self._search(form.low, str(what["from"]))
            self._search(form.high, str(what["to"]))
        for combo, key in ((form.kind, "kind"), (form.owner, "owner")):
            if key in what:
                self._pick(combo, what[key])
        if "hours" in what:
            self._write(form.hours, str(what["hours"]))
        for day, key in ((form.start, "start"), (form.due, "due")):
            if key in what:
                self._day(day, what[key])
        if "notes" in what:
            form.notes.setFocus()
            form.notes.selectAll()
            QTest.keyClicks(form.notes, what["notes"])
        if "evidence" in what:
            self._write(form.evidence.line, what["evidence"])

    # Where things are.

    def look_back(self, day: str) -> None:
        """Look at a past day."""
        self._keys("Ctrl+D")
        popover = self.window.past_days.days
        assert popover.day.hasFocus()
        QTest.keyClicks(popover.day, day.replace("-", ""))
        QTest.keyClick(popover.day, _ENTER)
        self._come_back()
        assert self.window.workspace.as_of == date.fromisoformat(day)

    def back_to_today(self) -> None:
        """Look at today again."""
        self._keys("Ctrl+Shift+D")
        assert not self.window.workspace.is_past

    @property
    def _catalogue(self) -> Catalogue:
        (head,) = self.window.workspace.store.catalogue_heads()
        return self.window.workspace.graph_of(head.id).catalogue

    def _name_of_role(self, role: str) -> str:
        return self._catalogue.role(role).name.en

    def _page(self, key: str, kind: type[Shown]) -> Shown:
        self._menu(f"page-{key}")
        page = self.window.workbench.page
        assert isinstance(page, kind)
        return page

    def _meeting_page(self, stage: Stage) -> MeetingPage:
        page = self._page("meeting", MeetingPage)
        if page.stage is not stage:
            self._keys(f"Alt+{list(Stage).index(stage) + 1}")
        assert page.stage is stage
        return page

    def _on_map(self, role: str) -> PersonSection:
        """Find a role, which the map shows, and return what is told of the person and it."""
        self._find("role", role)
        page = self.window.workbench.page_of("map")
        assert isinstance(page, MapPage)
        tasks = self.window.parts.tasks
        self._qtbot.waitUntil(
            lambda: not tasks.is_busy and page.view.map is not None, timeout=30_000
        )
        self._qtbot.waitUntil(lambda: self.window.findChild(PersonSection) is not None)
        assert self.window.workspace.selected_role == role
        return self.window.findChild(PersonSection)

    def _find(self, kind: str, id_: str) -> None:
        """Find a role or a skill by its name."""
        self._menu("find")
        finder = self.window.finder
        named = self._catalogue.role(id_) if kind == "role" else self._catalogue.skill(id_)
        QTest.keyClicks(finder.field, named.name.en)
        things = [entry.thing for entry in finder.list.entries()]
        at = next(n for n, thing in enumerate(things) if (thing.kind, thing.id) == (kind, id_))
        for _ in range(at - finder.list.currentIndex().row()):
            QTest.keyClick(finder.field, _DOWN)
        QTest.keyClick(finder.field, _ENTER)
        self._come_back()

    # By hand.

    def _come_back(self) -> None:
        """Make the window the active one again, which no desktop does here when a list closes."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def _menu(self, key: str) -> None:
        action = self.window.actions_by_key[key]
        assert action.isEnabled(), key
        action.trigger()

    def _keys(self, keys: str) -> None:
        self._qtbot.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def _click(self, button: Any) -> None:
        self._qtbot.waitUntil(button.isVisible)
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, _LEFT)

    def _press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            focused = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    def _press_in(self, widget: QWidget, key: Qt.Key) -> None:
        self._qtbot.waitUntil(widget.isVisible)
        widget.setFocus()
        assert widget.hasFocus()
        QTest.keyClick(widget, key)

    def _write(self, field: Any, words: str) -> None:
        """Write in a line over what stands there."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        if not words:
            QTest.keyClick(field, _BACK)

    def _day(self, field: QWidget, day: str) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(field, day.replace("-", ""))

    def _search(self, combo: SearchCombo, words: str) -> None:
        """Type a name and take what fits."""
        combo.setFocus()
        combo.lineEdit().selectAll()
        QTest.keyClicks(combo, words)
        self._press(_TAB)
        self._come_back()

    def _pick(self, combo: QComboBox, wanted: object) -> None:
        """Walk to an entry by the arrow keys."""
        known = [str(combo.itemData(row)) for row in range(combo.count())]
        self._pick_row(combo, known.index(str(wanted)))
        assert str(combo.currentData()) == str(wanted)

    def _pick_row(self, combo: QComboBox, row: int) -> None:
        combo.setFocus()
        steps = row - combo.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(combo, _DOWN if steps > 0 else _UP)
        assert combo.currentIndex() == row
