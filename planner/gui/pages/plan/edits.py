"""What the Plan page changes: actions added, edited, moved on, removed, and ratings earned."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from planner.core.career import Action, ActionState
from planner.core.keeping.career_edits import (
    action_faults,
    add_actions,
    change_action,
    in_state,
    remove_action,
)
from planner.core.people import Rater
from planner.core.planning.offers import numbered
from planner.core.planning.plan import hours_of
from planner.core.text import Message
from planner.gui.pages.plan.action_form import ActionRules
from planner.gui.pages.plan.details import ActionView
from planner.gui.pages.plan.pane import PlanPane
from planner.gui.state.rating import Draft, save_rating
from planner.gui.workspace import Workspace
from planner.report.plan.words import earned_words


class PlanEdits(QObject):
    """Turns what the person wants of the plan into edits; nothing is done on a past day."""

    def __init__(
        self,
        workspace: Workspace,
        pane: PlanPane,
        view_of: Callable[[str], ActionView | None],
        step_in: Callable[[str], tuple[float | None, float | None]],
    ) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._pane = pane
        self._view_of = view_of
        self._step_in = step_in
        self._offered = ""
        self._rated = ""
        table, details, editor = pane.table, pane.details, pane.editor
        pane.new_button.clicked.connect(self.add)
        pane.empty.new_requested.connect(self.add)
        table.new_requested.connect(self.add)
        for requested in (table.edit_requested, details.edit_requested):
            requested.connect(self.edit)
        table.state_requested.connect(self.set_state)
        details.done_requested.connect(self._on_done)
        table.remove_requested.connect(self.remove)
        for requested in (table.rate_requested, details.rate_requested):
            requested.connect(self.rate)
        pane.offer.taken.connect(self._on_offer_taken)
        pane.offer.declined.connect(self._on_offer_declined)
        editor.committed.connect(self._on_committed)
        editor.finished.connect(self._on_finished)
        editor.cancelled.connect(pane.close_below)
        pane.rating.saved.connect(self._on_rated)
        pane.rating.closed.connect(self._on_rating_closed)

    def add(self) -> None:
        """Begin a new action."""
        if not self._workspace.is_past and self._workspace.person is not None:
            self._begin(Action(id="", title="", made=self._workspace.today()), is_new=True)

    def edit(self, id_: str) -> None:
        """Open the editor for an action."""
        action = self._stored(id_)
        if action is not None:
            self._begin(action, is_new=False)
            self._pane.table.pick(id_)

    def set_state(self, id_: str, state: ActionState) -> None:
        """Move an action on to another state, and offer what it has earned."""
        action, person = self._stored(id_), self._workspace.person
        if action is None or person is None or action.state is state:
            return
        after = in_state(action, state, self._workspace.today())
        self._pane.order.keep(id_)
        if self._workspace.do(change_action(person, action, after)):
            self._offer(id_ if state is ActionState.DONE else "")

    def remove(self, id_: str) -> None:
        """Take an action out of the plan."""
        action, person = self._stored(id_), self._workspace.person
        if action is not None and person is not None:
            self._workspace.do(remove_action(person, action))

    def rate(self, id_: str) -> None:
        """Open the rating of what an action has earned, as one's own."""
        view, catalogue = self._view_of(id_), self._workspace.catalogue
        offer = view.earned if view is not None else None
        if offer is None or catalogue is None or not catalogue.has_skill(offer.skill):
            return
        today = self._workspace.today()
        draft = Draft(
            skill=offer.skill,
            level=offer.level,
            by=Rater.SELF,
            on=today,
            evidence=" ".join(offer.evidence.split()),
        )
        rating, was_open = self._pane.rating, self._is_rating
        if id_ != self._rated or not was_open:
            rating.end()
        self._rated = id_
        rating.show_skill(
            catalogue.skill(offer.skill), catalogue.scale, self._workspace.texts, draft, today
        )
        if not was_open:
            self._pane.table.pick(id_)
            self._pane.open_below(rating)
            rating.levels.setFocus()
            self._pane.offer.hide()

    def follow(self, id_: str) -> None:
        """Edit the action that is picked now, if one is being edited and nothing is wrong."""
        editor = self._pane.editor
        if not editor.action_id or not id_ or id_ == editor.action_id:
            return
        if editor.form.has_fault:
            self._pane.table.pick(editor.action_id)
            editor.form.focus_first_fault()
        else:
            action = self._stored(id_)
            if action is not None:
                self._fill(action, is_new=False)

    def show_again(self) -> None:
        """Show what is edited and offered as it is by now."""
        editor, catalogue = self._pane.editor, self._workspace.catalogue
        if catalogue is None or self._workspace.is_past:
            self.leave()
            return
        if editor.action_id:
            action = self._stored(editor.action_id)
            if action is None:
                self._pane.close_below()
            else:
                editor.show_again(action, catalogue, self._workspace.texts)
        elif editor.is_new:
            editor.show_again(None, catalogue, self._workspace.texts)
        elif self._is_rating:
            view = self._view_of(self._rated)
            if view is None or view.earned is None:
                self._pane.close_below()
            self.rate(self._rated)
        self._offer(self._offered)

    @property
    def _is_rating(self) -> bool:
        return self._pane.below.currentWidget() is self._pane.rating

    def leave(self) -> None:
        """Give up what was begun for somebody else."""
        self._pane.close_below()
        self._offer("")

    def _begin(self, action: Action, *, is_new: bool) -> None:
        self._fill(action, is_new=is_new)
        self._pane.open_below(self._pane.editor)
        self._pane.editor.form.focus_title()

    def _fill(self, action: Action, *, is_new: bool) -> None:
        catalogue = self._workspace.catalogue
        if catalogue is None:
            return
        rules = ActionRules(
            step_in=self._step_in,
            hours_of=partial(hours_of, catalogue=catalogue),
            in_state=self._in_state,
        )
        self._pane.editor.begin(action, catalogue, self._workspace.texts, rules, is_new=is_new)

    def _in_state(self, action: Action, state: ActionState) -> Action:
        return in_state(action, state, self._workspace.today())

    def _faults(self, action: Action) -> dict[str, Message]:
        catalogue = self._workspace.catalogue
        if catalogue is None:
            return {}
        return action_faults(action, catalogue, self._workspace.today())

    def _on_committed(self) -> None:
        """Save what was changed, unless something is wrong with it; then say so at its field."""
        editor, person = self._pane.editor, self._workspace.person
        after = editor.form.read()
        if editor.is_new or person is None:
            if editor.form.has_fault:
                editor.show_faults(self._faults(after), takes_cursor=False)
            return
        before = self._stored(editor.action_id)
        faults = self._faults(after)
        editor.show_faults(faults, takes_cursor=False)
        if before is None or faults or after == before:
            return
        self._pane.order.keep(after.id)
        is_done_now = after.state is ActionState.DONE and before.state is not after.state
        if self._workspace.do(change_action(person, before, after)) and is_done_now:
            self._offer(after.id)

    def _on_finished(self) -> None:
        """Close the editor, with a draft added to the plan, unless something is wrong."""
        editor, person = self._pane.editor, self._workspace.person
        if person is None:
            return
        after = editor.form.read()
        faults = self._faults(after)
        editor.show_faults(faults, takes_cursor=True)
        if faults:
            return
        if not editor.is_new:
            self._on_committed()
            self._pane.close_below()
            return
        (made,) = numbered([after], self._workspace.career(), after.made)
        editor.end()
        if self._workspace.do(add_actions(person, [made])):
            self._pane.close_below()
            self._pane.keep_and_pick(made.id)
            self._pane.focus_list()

    def _on_done(self, id_: str) -> None:
        self.set_state(id_, ActionState.DONE)

    def _on_offer_taken(self) -> None:
        self.rate(self._offered)

    def _on_offer_declined(self) -> None:
        self._offer("")
        self._pane.focus_list()

    def _offer(self, id_: str) -> None:
        """Offer to rate what an action has earned, or nothing any more."""
        view, catalogue = self._view_of(id_), self._workspace.catalogue
        found = view.earned if view is not None else None
        self._offered = id_ if found is not None else ""
        if found is None or view is None or catalogue is None or self._is_rating:
            self._pane.offer.hide()
            return
        texts = self._workspace.texts
        words = earned_words(found, catalogue, texts)
        title = view.planned.action.title
        self._pane.offer.show_offer(title, words, texts)

    def _on_rated(self, draft: Draft) -> None:
        if save_rating(self._workspace, draft):
            self._on_rating_closed()

    def _on_rating_closed(self) -> None:
        self._pane.close_below()
        self._offer(self._offered)

    def _stored(self, id_: str) -> Action | None:
        """Return an action as it is kept; None for an unknown one, and on a past day."""
        if self._workspace.person is None or self._workspace.is_past:
            return None
        actions = self._workspace.career().actions
        return next((action for action in actions if action.id == id_), None)
