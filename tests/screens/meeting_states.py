"""The ways to the states of the One-on-one page."""

from __future__ import annotations

from datetime import date

from planner.core.career import Owner
from planner.core.keeping.person_edits import add_person
from planner.core.people import Person
from planner.gui.pages.meeting.header import Stage as TalkStage
from planner.gui.pages.meeting.page import MeetingPage
from tests.screens.stage import TODAY, Stage, require

_NOTES = {
    "en": (
        "The northern renewal is signed; the client asked for one review a quarter. Lin led the "
        "pricing talk alone for the first time.\nAgreed to hand over two small accounts before "
        "January."
    ),
    "zh_CN": (
        "北区续约已签，客户希望每季度做一次回顾。林薇第一次独立主导了报价谈判。\n"
        "约定在一月前移交两个小客户。"
    ),
}
_PRIVATE = {
    "en": (
        "Ask for a place in the contract course before the budget closes.\nWatch the load: three "
        "escalations in a month."
    ),
    "zh_CN": "预算关闭前争取一个合同课程名额。\n留意工作量：一个月内三次升级投诉。",
}
_POINT = {"en": "Workload until the end of the year", "zh_CN": "年底前的工作量"}
_PROMISES = {
    "en": ("Hand over two accounts", "Ask for the contract course"),
    "zh_CN": ("移交两个客户", "申请合同课程名额"),
}


def _page(stage: Stage) -> MeetingPage:
    stage.window.show_page("meeting")
    stage.settle()
    page = stage.window.workbench.page
    assert isinstance(page, MeetingPage)
    return page


def _begun(stage: Stage, shown: TalkStage) -> MeetingPage:
    """Begin one, with points, notes, promises and an agreed level."""
    page, language = _page(stage), stage.workspace.texts.language
    desk = page.desk
    if desk.talk is None:
        require(desk.begin("regular"), "not begun")
    desk.add_point(_POINT[language], Owner.EMPLOYEE)
    desk.tick_point(0, True)
    desk.tick_point(1, True)
    desk.write("shared", _NOTES[language])
    desk.write("private", _PRIVATE[language])
    own, managers = _PROMISES[language]
    require(not desk.promise(own, Owner.EMPLOYEE, date(2026, 12, 18)), "not promised")
    require(not desk.promise(managers, Owner.MANAGER, None), "not promised")
    assert desk.talk is not None
    first = desk.talk.differing[0]
    require(desk.agree(first.skill, 4.0), "not agreed")
    page.show_stage(shown)
    stage.settle()
    require(page.stage is shown, "another stage")
    return page


def prepare(stage: Stage) -> None:
    """The agenda, and what there is to talk about."""
    _begun(stage, TalkStage.PREPARE)


def hold(stage: Stage) -> None:
    """Notes, promises and agreed levels."""
    _begun(stage, TalkStage.HOLD)


def hidden(stage: Stage) -> None:
    """The same, with the private notes hidden."""
    page = _begun(stage, TalkStage.HOLD)
    stage.window.actions_by_key["private-notes"].trigger()
    require(not page.hold.private.edit.toPlainText(), "still there")


def another_level(stage: Stage) -> None:
    """Any level of the scale is asked for, and every skill of the role shown."""
    page = _begun(stage, TalkStage.HOLD)
    page.hold.ratings.more.click()
    page.hold.ratings.rows.wanted.emit(page.hold.ratings.rows.rows[1].skill)
    require(page.hold.ratings.entry.isVisible(), "no number")


def faults(stage: Stage) -> None:
    """A promise without words, and due before the day."""
    page = _begun(stage, TalkStage.HOLD)
    page.hold.promise_line.due.show_day(date(2026, 11, 1))
    page.hold.promise_line.button.click()
    require(page.hold.promise_line.fields["title"].fault, "no fault")


def close(stage: Stage) -> None:
    """What the record will say."""
    _begun(stage, TalkStage.CLOSE)


def past(stage: Stage) -> None:
    """A record with a correction."""
    page = _begun(stage, TalkStage.CLOSE)
    page.close_stage.close_button.click()
    stage.settle()
    require(page.stage is TalkStage.PAST, "not closed")
    assert page.past.shown is not None
    words = {
        "en": "The renewal runs for two years, not three.",
        "zh_CN": "续约期为两年，不是三年。",
    }
    page.desk.correct(page.past.shown, words[stage.workspace.texts.language])
    stage.settle()


def search(stage: Stage) -> None:
    """The past ones that have a word."""
    page = _page(stage)
    if page.desk.talk is not None:
        page.show_stage(TalkStage.PAST)
    page.past.field.setText("Orrin")


def as_of(stage: Stage) -> None:
    """The one-on-ones up to a past day, to be read only."""
    _page(stage)
    stage.workspace.look_at(date(2025, 12, 1))
    stage.settle()


def empty(stage: Stage) -> None:
    """Somebody who has had no one-on-one."""
    new = Person(id="new", name="Ada", catalogue="am-lm", role="account-manager", since=TODAY)
    stage.workspace.do(add_person(new))
    stage.open_person(("am-lm", "new"))
    page = _page(stage)
    require(page.empty.isVisible(), "not empty")


def long_names(stage: Stage) -> None:
    """Notes, points and promises of great length, with HTML and emoji."""
    page = _begun(stage, TalkStage.HOLD)
    word = "<b>Donaudampfschifffahrtsgesellschaft</b>" * 7
    page.desk.add_point(word[:300], Owner.MANAGER)
    page.desk.promise(word[:300], Owner.EMPLOYEE, TODAY)
    page.desk.write("shared", "<script>alert('🙂')</script> & more. " * 280)
    page.desk.write("private", "<img src='x'> 🙂\n" * 40)
    stage.settle()
