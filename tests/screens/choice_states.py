"""The ways to the states of the questionnaire that helps to choose a track."""

from __future__ import annotations

from datetime import date

from planner.core.keeping.person_edits import clear_target
from planner.core.roles.track_choice import answer_question, begun
from planner.gui.pages.choice.page import ChoicePage
from tests.screens.stage import Stage, State, require

# So that they lean to the client track, one question being left open.
NOW = {
    "time": "outside", "output": "client", "outlook": "both", "crisis": "perception",
    "measure": "renewal", "talk": "bargain", "craft": "leading", "success": "trust",
    "situation": "morale", "learning": "both",
}  # fmt: skip
THEN = {**NOW, "time": "inside", "craft": "solution", "success": "talent", "faces": "same"}


def open_page(stage: Stage) -> ChoicePage:
    """Open the questionnaire from the menu."""
    stage.window.actions_by_key["choose-track"].trigger()
    stage.settle()
    page = stage.window.workbench.covering
    assert isinstance(page, ChoicePage)
    return page


def keep(stage: Stage, answers: dict[str, str], on: date) -> None:
    """Keep answers of a day."""
    workspace, catalogue = stage.workspace, stage.workspace.catalogue
    assert catalogue is not None
    (asked,) = catalogue.head.questionnaires
    person = workspace.person
    assert person is not None
    choice, known = begun(workspace.career().track_choices, asked, on), None
    for question in asked.questions:
        if question.id in answers:
            edit = answer_question(person, known, choice, question, answers[question.id], on)
            workspace.do(edit)
            known = choice = next(
                one for one in workspace.career().track_choices if one.id == choice.id
            )


def start(stage: Stage) -> None:
    """It says what it is."""
    require(open_page(stage).empty.begin.isVisible(), "no start")


def question(stage: Stage) -> None:
    """A few questions are answered, and an answer to the next one is chosen."""
    page = open_page(stage)
    page.empty.begin.click()
    for number in (1, 3, 2):
        page.question.choice.choose(float(number))
        page.question.save.click()
    page.question.choice.choose(2.0)
    require(page.question_id == "crisis", "not the fourth question")


def first(stage: Stage) -> None:
    """The first question, with what it is all about."""
    page = open_page(stage)
    page.empty.begin.click()
    require(page.question.intro_words, "no introduction")


def result(stage: Stage) -> None:
    """Answers of two days, those of today being shared."""
    keep(stage, THEN, date(2026, 3, 2))
    keep(stage, NOW, date(2026, 11, 23))
    page = open_page(stage)
    page.result.share.click()
    require(page.choice is not None and page.choice.is_shared, "not shared")


def even(stage: Stage) -> None:
    """The answers lean to no track."""
    keep(stage, {**NOW, "time": "inside", "crisis": "cause", "output": "team"}, date(2026, 11, 23))
    require(not open_page(stage).result.isHidden(), "no result")


def shared(stage: Stage) -> None:
    """What was shared stands in the one-on-one."""
    result(stage)
    stage.window.show_page("meeting")
    stage.settle()


def map_without_target(stage: Stage) -> None:
    """The map leads to the questions where there is no target."""
    person = stage.workspace.person
    assert person is not None
    stage.workspace.do(clear_target(person))
    stage.workspace.select_role(person.role)


def choice_states() -> tuple[State, ...]:
    """Return every state of the questionnaire."""
    ways = {
        "start": start,
        "first": first,
        "question": question,
        "result": result,
        "even": even,
        "shared": shared,
        "map": map_without_target,
    }
    return tuple(State(f"choice-{key}", "sample", way) for key, way in ways.items())
