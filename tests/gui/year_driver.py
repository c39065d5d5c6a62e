"""Drives the steps of a year of use through the window, by its widgets and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import ActionState
from planner.core.model import Catalogue
from planner.core.people import Rater
from planner.gui.main_window import MainWindow
from planner.gui.pages.assessment.page import AssessmentPage
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.inspector import MapInspector
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.map.person_section import PersonSection
from planner.gui.pages.meeting.header import Stage
from planner.gui.pages.meeting.page import MeetingPage
from planner.gui.pages.people.role_change import RoleChangePanel
from planner.gui.pages.plan.action_form import ActionForm
from planner.gui.pages.plan.page import PlanPage
from tests.gui.by_hand import Hands
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


class WindowYear(Hands):
    """Takes each step where a person would: a method a verb, as the terminal's half has it."""

    def __init__(self, window: MainWindow, clock: Clock, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self._clock = clock

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
        self.click(welcome.career)
        (form,) = welcome.forms
        self.write(form.name, what["name"])
        self.search(form.role, self._name_of_role(what["role"]))
        self.day(form.since, what["since"])
        self.write(form.industry, what["industry"])
        self.click(welcome.begin)
        self.menu("edit-person")
        editor = self.window.editor
        self.write(editor.form.hours, str(what["hours_a_week"]))
        self.click(editor.done)

    def _aim(self, what: Plain) -> None:
        """The inspector of the map sets the target."""
        self._on_map(what["target"])
        inspector = self.window.findChild(MapInspector)
        assert inspector.role == what["target"]
        assert inspector.target_button.text() == "Set as target"
        self.click(inspector.target_button)

    def _wish(self, what: Plain) -> None:
        """The stance stands below what the inspector tells of a role."""
        stance = self._on_map(what["role"]).stance
        self.pick(stance.stance, what["stance"])
        if "note" in what:
            self.write(stance.note, what["note"])
            self.press(_ENTER)

    def _promote(self, what: Plain) -> None:
        self.menu("take-role")
        panel = self.window.findChild(RoleChangePanel)
        self.search(panel.role, self._name_of_role(what["role"]))
        assert panel.role.role() == what["role"]
        self.day(panel.day, self._clock.day.isoformat())
        assert panel.kind.startswith("Promotion")
        self.click(panel.take)

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
        self.click(row.enter)
        self.write(kpis.entry.period.lineEdit(), what["period"])
        self.write(kpis.entry.reached, str(what["reached"]))
        self.write(kpis.entry.note, what.get("note", ""))
        self.press(_ENTER)
        assert not kpis.is_entering
        self.back_to_today()

    def _plan(self, what: Plain) -> None:
        """A promise is made in the one-on-one, and the rest of it said in the plan."""
        if "meeting" in what:
            page = self._meeting_page(Stage.HOLD)
            line = page.hold.promise_line
            self.write(line.title, what["title"])
            self.pick(line.who, what.get("owner", "employee"))
            self.day(line.due, what["due"])
            self.press(_ENTER)
            said = {"id", "title", "owner", "due", "meeting"}
            if what.keys() <= said:
                return
            form = self._edit_action(what["id"])
            self._fill(form, {key: words for key, words in what.items() if key not in said})
        else:
            page = self._page("plan", PlanPage)
            page.pane.table.setFocus()
            self.press(Qt.Key.Key_N)
            form = page.pane.editor.form
            self._fill(form, what)
        form.title.setFocus()
        self.press(_ENTER)
        assert what["id"] in [one.id for one in self.window.workspace.career().actions]

    def _move(self, what: Plain) -> None:
        """The keys of the plan move an action on; what else there is to say is edited."""
        self._pick_action(what["id"])
        keys = {"doing": _SPACE, "done": Qt.Key.Key_D, "dropped": Qt.Key.Key_X}
        self.press(keys[what["state"]])
        words = {key: what[key] for key in ("notes", "evidence") if key in what}
        if words:
            form = self._edit_action(what["id"])
            self._fill(form, words)
            form.title.setFocus()
            self.press(_ENTER)

    def _prepare(self, what: Plain) -> None:
        page = self._page("meeting", MeetingPage)
        begin = page.empty.button if page.empty.isVisible() else page.header.begin_button
        self.click(begin)
        assert page.stage is Stage.PREPARE
        self.pick(page.prepare.template, what["agenda"])
        line = page.prepare.point_line
        for point in what["items"]:
            self.write(line.words, point["text"])
            self.pick(line.who, point["origin"])
            self.press_in(line.words, _ENTER)
            assert line.fault == ""

    def _hold(self, what: Plain) -> None:
        page = self._meeting_page(Stage.HOLD)
        for place in range(len(page.hold.agenda.rows)):
            self.press_in(page.hold.agenda.rows[place].box, _SPACE)
        for box, words in ((page.hold.shared, "shared"), (page.hold.private, "private")):
            box.edit.setFocus()
            QTest.keyClicks(box.edit, what[words])

    def _close(self, what: Plain) -> None:
        page = self._meeting_page(Stage.CLOSE)
        self.day(page.close_stage.next_day, what["next"])
        self.click(page.close_stage.close_button)
        assert page.stage is Stage.PAST
        assert page.past.shown is not None
        assert page.past.shown.id == what["id"]

    def _correct(self, what: Plain) -> None:
        page = self._page("meeting", MeetingPage)
        record = page.past.record
        assert page.past.shown is not None
        assert page.past.shown.id == what["id"]
        self.click(record.correct_button)
        QTest.keyClicks(record.correction, what["text"])
        QTest.keyClick(record.correction, _ENTER, Qt.KeyboardModifier.ControlModifier)

    # Ratings.

    def _answer(self, what: Plain, by: Rater) -> None:
        """Answer in the guided assessment: go to the skill by S and Backspace."""
        page = self.window.workbench.covering
        if not self._asks(page, by):
            self.menu("assess")
            page = self.window.workbench.covering
            assert isinstance(page, AssessmentPage)
            again = [
                one for one in page.start.resume_buttons if _ROUNDS[by] in one.accessibleName()
            ]
            if again:
                self.click(again[0])
            else:
                self.click(page.start.raters.button(by))
                self.click(page.start.scope.button("all"))
                self.click(page.start.begin)
        assert isinstance(page, AssessmentPage)
        assert page.assessment is not None
        place = page.assessment.skills.index
        while page.skill != what["skill"]:
            is_past = not page.skill or place(what["skill"]) < place(page.skill)
            where = page.question.choice if page.skill else page.summary
            QTest.keyClick(where, _BACK if is_past else Qt.Key.Key_S)
        question = page.question
        level = "n" if what["level"] == "n/a" else str(what["level"])
        QTest.keyClicks(question.choice, level)
        self.write(question.comment, what.get("comment", ""))
        self.write(question.evidence.line, what.get("evidence", ""))
        self.press(_ENTER)

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
        self.press_in(page.pane.table, _ENTER)
        editor = page.pane.editor
        self.write(editor.number, str(what["level"]))
        at = editor.rater.findText(what["by"].capitalize())
        self.pick_row(editor.rater, at)
        self.write(editor.comment, what.get("comment", ""))
        self.write(editor.evidence.line, what.get("evidence", ""))
        self.press(_ENTER)
        assert not page.pane.is_editing

    def _agree(self, what: Plain) -> None:
        """Press the level of a skill while the one-on-one is held."""
        card = self._meeting_page(Stage.HOLD).hold.ratings
        row = card.rows.row_of(what["skill"])
        if row is None:
            self.click(card.more)
            row = card.rows.row_of(what["skill"])
        assert row is not None
        self.press_in(row, Qt.Key(Qt.Key.Key_0 + int(what["level"])))

    # The plan.

    def _edit_action(self, action: str) -> ActionForm:
        self._pick_action(action)
        self.press(_ENTER)
        editor = self._page("plan", PlanPage).pane.editor
        assert editor.action_id == action
        return editor.form

    def _pick_action(self, id_: str) -> None:
        """Go to an action in the list of those in its state."""
        pane = self._page("plan", PlanPage).pane
        (state,) = [one.state for one in self.window.workspace.career().actions if one.id == id_]
        is_closed = state in (ActionState.DONE, ActionState.DROPPED)
        self.click(pane.states.button(state.value if is_closed else "open"))
        pane.table.setFocus()
        assert pane.table.pick(id_)

    def _fill(self, form: ActionForm, what: Plain) -> None:
        """Fill in fields from the top; each is left before the next."""
        for key in what.keys() - {"id"}:
            assert key in form.fields or key in ("from", "to"), key
        if "title" in what:
            self.write(form.title, what["title"])
        if "skill" in what:
            self.search(form.skill, self._catalogue.skill(what["skill"]).name.en)
            self.search(form.low, str(what["from"]))
            self.search(form.high, str(what["to"]))
        for combo, key in ((form.kind, "kind"), (form.owner, "owner")):
            if key in what:
                self.pick(combo, what[key])
        if "hours" in what:
            self.write(form.hours, str(what["hours"]))
        for day, key in ((form.start, "start"), (form.due, "due")):
            if key in what:
                self.day(day, what[key])
        if "notes" in what:
            form.notes.setFocus()
            form.notes.selectAll()
            QTest.keyClicks(form.notes, what["notes"])
        if "evidence" in what:
            self.write(form.evidence.line, what["evidence"])

    # Where things are.

    def look_back(self, day: str) -> None:
        """Look at a past day."""
        self.keys("Ctrl+D")
        popover = self.window.past_days.days
        assert popover.day.hasFocus()
        QTest.keyClicks(popover.day, day.replace("-", ""))
        QTest.keyClick(popover.day, _ENTER)
        self.come_back()
        assert self.window.workspace.as_of == date.fromisoformat(day)

    def back_to_today(self) -> None:
        """Look at today again."""
        self.keys("Ctrl+Shift+D")
        assert not self.window.workspace.is_past

    @property
    def _catalogue(self) -> Catalogue:
        (head,) = self.window.workspace.store.catalogue_heads()
        return self.window.workspace.graph_of(head.id).catalogue

    def _name_of_role(self, role: str) -> str:
        return self._catalogue.role(role).name.en

    def _page(self, key: str, kind: type[Shown]) -> Shown:
        self.menu(f"page-{key}")
        page = self.window.workbench.page
        assert isinstance(page, kind)
        return page

    def _meeting_page(self, stage: Stage) -> MeetingPage:
        page = self._page("meeting", MeetingPage)
        if page.stage is not stage:
            self.keys(f"Alt+{list(Stage).index(stage) + 1}")
        assert page.stage is stage
        return page

    def _on_map(self, role: str) -> PersonSection:
        """Find a role, which the map shows, and return what is told of the person and it."""
        self._find("role", role)
        page = self.window.workbench.page_of("map")
        assert isinstance(page, MapPage)
        tasks = self.window.parts.tasks
        self.qtbot.waitUntil(
            lambda: not tasks.is_busy and page.view.map is not None, timeout=30_000
        )
        self.qtbot.waitUntil(lambda: self.window.findChild(PersonSection) is not None)
        assert self.window.workspace.selected_role == role
        return self.window.findChild(PersonSection)

    def _find(self, kind: str, id_: str) -> None:
        """Find a role or a skill by its name."""
        self.menu("find")
        finder = self.window.finder
        named = self._catalogue.role(id_) if kind == "role" else self._catalogue.skill(id_)
        QTest.keyClicks(finder.field, named.name.en)
        things = [entry.thing for entry in finder.list.entries()]
        at = next(n for n, thing in enumerate(things) if (thing.kind, thing.id) == (kind, id_))
        for _ in range(at - finder.list.currentIndex().row()):
            QTest.keyClick(finder.field, _DOWN)
        QTest.keyClick(finder.field, _ENTER)
        self.come_back()
