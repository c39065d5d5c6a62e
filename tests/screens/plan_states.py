"""The states of the Plan page that have a picture, and the way to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.core.career import Action, ActionState, Owner
from planner.core.keeping.career_edits import add_actions, in_state, remove_action
from planner.core.model import PracticeKind
from planner.core.planning.offers import numbered, suggested_actions
from planner.gui.pages.plan.page import PlanPage
from planner.gui.paper.preview import Preview
from tests.screens.stage import HEIGHT, TODAY, WIDTH, Stage, State, require

_MADE = date(2026, 9, 14)
_PROMISE = {
    "en": "Ask for a place in the contract course",
    "zh_CN": "为她争取合同课程的名额",
}


def _actions(stage: Stage) -> tuple[Action, ...]:
    """A plan of the catalogue's own suggestions in every state, with a promise of both sides."""
    workspace = stage.workspace
    catalogue = workspace.catalogue
    assert catalogue is not None
    texts = workspace.texts
    drafts: list[Action] = []
    for skill, held, required in (
        ("contract-law", 1.0, 3.0),
        ("negotiation", 3.0, 4.0),
        ("financial-budgeting", 2.0, 3.0),
    ):
        drafts += suggested_actions(catalogue, skill, held, required, texts)[:2]
    promise = Action(
        id="",
        title=_PROMISE[texts.language],
        made=_MADE,
        due=date(2026, 11, 19),
        owner=Owner.MANAGER,
    )
    cleaned = Action(
        id="",
        title=texts.pick(catalogue.skill("crm-reading").practice[0].text),
        made=_MADE,
        kind=PracticeKind.EXPERIENCE,
        skill="crm-reading",
        from_level=2.0,
        to_level=4.0,
        hours=20.0,
        notes="Eighteen accounts cleaned, three reports of our own.",
        evidence="CRM audit, October 2026",
    )
    done = in_state(cleaned, ActionState.DONE, TODAY - timedelta(days=20))
    law, course, tender, *others = numbered([*drafts, promise, done], workspace.career(), _MADE)
    return (
        replace(law, state=ActionState.DOING, start=date(2026, 10, 5), due=date(2027, 3, 31)),
        replace(course, due=date(2026, 12, 15)),
        replace(tender, due=date(2026, 11, 10)),
        *others,
    )


def _remove_all(stage: Stage) -> None:
    person = stage.workspace.person
    assert person is not None
    for action in stage.workspace.career().actions:
        stage.workspace.do(remove_action(person, action))


def _show(stage: Stage) -> PlanPage:
    person = stage.workspace.person
    assert person is not None
    _remove_all(stage)
    stage.workspace.do(add_actions(person, _actions(stage)))
    stage.window.show_page("plan")
    stage.settle()
    require(stage.plan.plan and stage.plan.plan.open, "no plan")
    return stage.plan


def _plan(stage: Stage) -> None:
    page = _show(stage)
    require(page.plan and page.plan.overdue, "nothing is overdue")


def _table(stage: Stage) -> None:
    """The timeline as a table."""
    page = _show(stage)
    page.aside.card.twin.toggle()
    require(page.aside.card.table.isVisible(), "no table")


def _all(stage: Stage) -> None:
    page = _show(stage)
    page.pane.show_all()
    done = next(one for one in page.plan.closed) if page.plan else None
    require(done and page.pane.table.pick(done.id), "nothing is done")


def _empty(stage: Stage) -> None:
    _remove_all(stage)
    stage.window.show_page("plan")
    require(stage.plan.pane.empty.isVisible(), "the plan is not empty")


def _editor(stage: Stage) -> None:
    page = _show(stage)
    page.edits.edit(page.pane.table.picked_action)
    require(page.pane.is_editing, "no editor")


def _faults(stage: Stage) -> None:
    _editor(stage)
    form = stage.plan.pane.editor.form
    form.title.clear()
    form.start.show_day(date(2027, 5, 1))
    form.due.editingFinished.emit()
    require(form.fields["title"].fault and form.fields["due"].fault, "no faults")


def _new(stage: Stage) -> None:
    page = _show(stage)
    page.edits.add()
    require(page.pane.editor.is_new, "no draft")


def _offer(stage: Stage) -> None:
    page = _show(stage)
    law = next(one for one in page.plan.open if one.action.skill == "contract-law")
    page.pane.table.pick(law.id)
    page.edits.set_state(law.id, ActionState.DONE)
    require(page.pane.offer.words, "no offer")


def _rating(stage: Stage) -> None:
    _offer(stage)
    stage.plan.pane.offer.rate_button.click()
    require(stage.plan.pane.rating.skill, "no rating")


def _rule(stage: Stage) -> None:
    page = _show(stage)
    page.header.rule_button.click()
    require(page.aside.is_rule_open, "no rule")


def _nothing_fits(stage: Stage) -> None:
    page = _show(stage)
    page.focus_filter()
    page.pane.filter.setText("zzz")
    require(not page.pane.order.rowCount(), "the filter leaves something")


def _past(stage: Stage) -> None:
    _show(stage)
    stage.workspace.look_at(date(2026, 10, 15))
    stage.settle()
    require(stage.plan.pane.past.isVisible(), "no past day")


def _preview(stage: Stage) -> QWidget:
    _show(stage)
    stage.window.actions_by_key["print"].trigger()
    shown = stage.shown(Preview)
    shown.resize(WIDTH, HEIGHT)
    return shown


def _gaps_plan(stage: Stage) -> None:
    gaps = stage.show_gap("regional-client-director")
    gaps.plan.open("contract-law")
    require(gaps.plan.is_open, "nothing is offered")


def plan_states() -> tuple[State, ...]:
    """Return the states of the Plan page."""
    return tuple(
        State(key, "sample", reach)
        for key, reach in (
            ("plan", _plan),
            ("plan-table", _table),
            ("plan-all", _all),
            ("plan-empty", _empty),
            ("plan-editor", _editor),
            ("plan-faults", _faults),
            ("plan-new", _new),
            ("plan-offer", _offer),
            ("plan-rating", _rating),
            ("plan-rule", _rule),
            ("plan-filter", _nothing_fits),
            ("plan-past", _past),
            ("gaps-plan", _gaps_plan),
            ("preview-plan", _preview),
        )
    )
