"""The ways to the states of the assessment, of a past day, and of what is stale."""

from __future__ import annotations

from datetime import date

from planner.core.people import Rater
from planner.gui.pages.assessment.page import AssessmentPage
from planner.gui.state.rating import Draft, save_rating
from tests.screens.stage import TODAY, Stage, require

NEXT = "regional-client-director"


def _page(stage: Stage) -> AssessmentPage:
    stage.show_gap(NEXT)
    stage.gaps.header.assess_button.click()
    page = stage.window.workbench.covering
    assert isinstance(page, AssessmentPage)
    return page


def evidence(stage: Stage) -> None:
    """One rater gave a link, one a file that has gone, one a text."""
    gaps, workspace = stage.show_gap(NEXT), stage.workspace
    comments, minutes = {
        "en": ("Legal comments Orrin and Pell", "Minutes of 20 November"),
        "zh_CN": ("Orrin 与 Pell 合同法务意见", "11 月 20 日纪要"),
    }[workspace.texts.language]
    for by, words in (
        (Rater.SELF, "https://example.org/minutes/kestrel-renewal"),
        (Rater.MANAGER, f"/home/lin/Documents/{comments}.pdf"),
        (Rater.AGREED, minutes),
    ):
        draft = Draft(skill="contract-law", level=2.0, by=by, on=TODAY, evidence=words)
        require(save_rating(workspace, draft), "not saved")
    gaps.pane.table.pick("contract-law")
    gaps.pane.splitter.setSizes([240, 460])
    stage.settle()
    require("gone" in gaps.pane.details.words or "丢失" in gaps.pane.details.words, "not gone")


def start(stage: Stage) -> None:
    """What is to be assessed is asked."""
    require(_page(stage).start.begin.isVisible(), "no start")


def _begun(stage: Stage, by: Rater) -> AssessmentPage:
    page = _page(stage)
    page.start.raters.button(by).click()
    page.start.due.button("every").click()
    page.start.begin.click()
    require(page.skill, "no question")
    return page


def question(stage: Stage) -> None:
    """The first skill is asked of the person, with an answer chosen."""
    page = _begun(stage, Rater.SELF)
    page.question.choice.choose(3.0)
    page.question.choice.confirmed.emit()
    page.question.choice.choose(2.0)
    require(page.question.saved_words, "nothing was saved")


def agreeing(stage: Stage) -> None:
    """Both see all answers and what is required."""
    page = _begun(stage, Rater.AGREED)
    page.question.choice.choose(4.0)


def unanswered(stage: Stage) -> None:
    """Enter was pressed without an answer."""
    page = _begun(stage, Rater.MANAGER)
    page.question.choice.confirmed.emit()
    require(page.question.fault, "no fault")


def summary(stage: Stage) -> None:
    """Everything was answered but for two."""
    page = _begun(stage, Rater.AGREED)
    for number in range(len(page.assessment.skills if page.assessment else ())):
        if number in (2, 5):
            page.question.skip.click()
        else:
            page.question.choice.choose(float(3 + number % 2))
            page.question.choice.confirmed.emit()
    require(page.summary.table.isVisible(), "no summary")


def stopped(stage: Stage) -> None:
    """What was not finished is offered again."""
    page = _begun(stage, Rater.SELF)
    page.question.choice.choose(3.0)
    page.question.choice.confirmed.emit()
    page.question.stop.click()
    again = _page(stage)
    require(again.start.resume_buttons, "nothing to go on with")


def past_map(stage: Stage) -> None:
    """The map of a day on which another role was held."""
    stage.workspace.look_at(date(2024, 6, 30))
    stage.settle()
    require(stage.window.header.day.isVisible(), "no sign of the day")


def past_gaps(stage: Stage) -> None:
    """The gap of a past day."""
    stage.workspace.look_at(date(2025, 3, 1))
    stage.show_gap(NEXT)
    require(stage.window.past_days.line.isVisible(), "no line about the day")


def days(stage: Stage) -> None:
    """The days to look back at."""
    stage.window.past_days.open_days()
    require(stage.window.past_days.days.list.entries(), "no days")


def days_fault(stage: Stage) -> None:
    """A day in the future was wanted."""
    stage.window.past_days.open_days()
    popover = stage.window.past_days.days
    popover.day.show_day(date(2027, 1, 1))
    popover.look.click()
    require(popover.field.fault, "no fault")


def staleness(stage: Stage) -> None:
    """Ratings go stale sooner."""
    stage.show_gap(NEXT)
    stage.window.past_days.open_staleness()
    stage.window.past_days.staleness.months.setValue(6)
    require(stage.workspace.stale_months == 6, "not said")
