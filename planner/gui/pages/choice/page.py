"""Choosing a track: a questionnaire, one question at a time, and the results of all times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from planner.core.career import TrackChoice
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.questionnaire import Questionnaire
from planner.core.roles.track_choice import (
    answer_question,
    begun,
    in_order,
    leaning,
    offered,
    questionnaire_of,
    remove_choice,
    share,
    write_note,
)
from planner.gui.look.icons import Icons
from planner.gui.pages.choice.empty import ChoiceEmpty
from planner.gui.pages.choice.question import Asked, ChoiceQuestion
from planner.gui.pages.choice.result import ChoiceResult
from planner.gui.pages.choice.view import ChoiceView
from planner.gui.pages.page import Page
from planner.gui.state.shipped_questions import ShippedQuestions
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace

_MARGIN = 24


class ChoicePage(Page):
    """Asks and shows; each answer is saved as it is given. `closed` when it is over.

    What has been answered is read off the career, so an undo leads back to its question.
    """

    key = "choice"
    icon = "fork"
    has_paper = False
    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        questions: ShippedQuestions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._questions = questions
        self._person: Person | None = None
        # The answers under way, or the result shown; None for neither.
        self._choice: TrackChoice | None = None
        self._question = ""
        self._skipped: set[str] = set()
        self.empty = ChoiceEmpty(icons, theme)
        self.question = ChoiceQuestion(theme)
        self.result = ChoiceResult(theme)
        self._stack = QStackedWidget()
        for part in (self.empty, self.question, self.result):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.addWidget(self._stack, 1)
        self._connect()
        self.apply_theme(theme)
        self.retranslate()

    def _connect(self) -> None:
        self._questions.read.connect(self._mark_stale)
        self.empty.begun.connect(self.begin)
        self.empty.left.connect(self.closed)
        self.question.answered.connect(self._on_answered)
        self.question.skipped.connect(self._on_skipped)
        self.question.stepped_back.connect(self._on_stepped_back)
        self.question.stopped.connect(self.closed)
        self.result.again_wanted.connect(self.begin)
        self.result.open_wanted.connect(self._on_open_wanted)
        self.result.stepped_back.connect(self._on_stepped_back)
        self.result.result_chosen.connect(self.show_result)
        self.result.sharing_wanted.connect(self._on_sharing)
        self.result.removed.connect(self._on_removed)
        self.result.noted.connect(self._on_noted)
        self.result.left.connect(self.closed)

    @property
    def question_id(self) -> str:
        """The question asked, empty for none."""
        return self._question

    @property
    def choice(self) -> TrackChoice | None:
        """The answers under way, or the result shown."""
        return self._choice

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Choosing a track")

    def offer(self) -> None:
        """Show the newest result, or what the questionnaire is where there is none."""
        self._person = self.workspace.person
        self._end()
        self.refresh()

    def begin(self) -> None:
        """Ask everything anew; what was answered before stays."""
        person, catalogue = self.workspace.person, self.workspace.catalogue
        if person is None or catalogue is None or self.workspace.is_past:
            return
        asked = offered(catalogue, self._questions.beside(catalogue))
        if asked is not None and asked.questions:
            self._end()
            known = self.workspace.career().track_choices
            self._choice = begun(known, asked, self.workspace.as_of)
            self._go_to(asked.questions[0].id)

    def show_result(self, choice_id: str) -> None:
        """Show a result of any time."""
        self._end()
        self._choice = next((one for one in self._choices() if one.id == choice_id), None)
        self.refresh()

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self.empty.retranslate(texts)
        self.question.retranslate(texts)
        self.result.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.empty.apply_theme(theme)
        self.question.apply_theme(theme)
        self.result.apply_theme(theme)
        super().apply_theme(theme)

    def refresh(self) -> None:
        """Show what is to be shown by now."""
        person, graph = self.workspace.person, self.workspace.graph
        if person is None or graph is None or not self._is_same(person):
            self._leave()
            return
        self.result.note.flush()
        self._person = person
        choices = self._choices()
        self._follow(graph.catalogue, choices)
        asked = self._questionnaire(graph.catalogue)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        if self._choice is None or asked is None:
            self._show_empty(graph.catalogue)
        elif self._question:
            self._stack.setCurrentWidget(self.question)
            self.question.ask(self._asked(asked, self._choice), self.workspace.texts)
        else:
            self.question.end()
            self.result.show_view(self._view(person, graph, asked, self._choice, choices))
            self._turn_to(self.result, had_focus)

    def _turn_to(self, part: ChoiceEmpty | ChoiceResult, had_focus: bool) -> None:
        if self._stack.currentWidget() is not part:
            self._stack.setCurrentWidget(part)
            if had_focus:
                part.focus_first()

    def _show_empty(self, catalogue: Catalogue) -> None:
        asked = offered(catalogue, self._questions.beside(catalogue))
        is_known = self._questions.is_known(catalogue)
        self.question.end()
        self.empty.show_state(self.workspace, asked, is_known=is_known)
        self._turn_to(self.empty, had_focus=True)

    def _is_same(self, person: Person) -> bool:
        known = self._person
        return known is not None and (known.catalogue, known.id) == (person.catalogue, person.id)

    def _choices(self) -> tuple[TrackChoice, ...]:
        """Return what was answered by the day looked at, the oldest first."""
        day = self.workspace.as_of
        kept = (one for one in self.workspace.career().track_choices if one.on <= day)
        return in_order(kept)

    def _questionnaire(self, catalogue: Catalogue) -> Questionnaire | None:
        if self._choice is None:
            return None
        return questionnaire_of(self._choice, catalogue, self._questions.beside(catalogue))

    def _follow(self, catalogue: Catalogue, choices: Sequence[TrackChoice]) -> None:
        """Go on from what was just answered, or back to what an undo has taken back."""
        shown = self._choice
        kept = next((one for one in choices if shown is not None and one.id == shown.id), None)
        if self.workspace.is_past:
            self._question = ""
        if shown is None or (kept is None and not self._question):
            # Nothing was begun, or the result shown has gone.
            self._choice = self._newest(catalogue, choices)
            return
        before = dict(shown.answers)
        now = dict(kept.answers) if kept is not None else {}
        self._choice = kept or replace(shown, answers=())
        lost = [question for question in before if question not in now]
        given = [question for question in now if before.get(question) != now[question]]
        if lost:
            self._question = lost[-1]
        elif given and given[-1] == self._question:
            self._question = self._following(given[-1])
        elif given and self._question:
            self._question = given[-1]

    def _newest(self, catalogue: Catalogue, choices: Sequence[TrackChoice]) -> TrackChoice | None:
        """Return the newest result whose questions are still there."""
        shipped = self._questions.beside(catalogue)
        known = [one for one in choices if questionnaire_of(one, catalogue, shipped) is not None]
        return known[-1] if known else None

    def _following(self, question: str) -> str:
        """Return the next question that is neither answered nor skipped, empty for none."""
        ids, choice = self._ids(), self._choice
        after = ids[ids.index(question) + 1 :] if question in ids else []
        answered = dict(choice.answers) if choice is not None else {}
        return next((one for one in after if one not in answered and one not in self._skipped), "")

    def _ids(self) -> list[str]:
        catalogue = self.workspace.catalogue
        asked = self._questionnaire(catalogue) if catalogue is not None else None
        return [question.id for question in asked.questions] if asked is not None else []

    def _asked(self, asked: Questionnaire, choice: TrackChoice) -> Asked:
        texts, ids = self.workspace.texts, [question.id for question in asked.questions]
        if self._question not in ids:
            self._question = ids[0]
        place = ids.index(self._question)
        is_first = place == 0 and not choice.answers
        return Asked(
            question=asked.questions[place],
            number=place + 1,
            count=len(ids),
            done=leaning(asked, choice).answered,
            answer=choice.answer_to(self._question),
            title=texts.pick(asked.title),
            intro=texts.pick(asked.intro) if is_first else "",
        )

    def _view(
        self,
        person: Person,
        graph: PromotionGraph,
        asked: Questionnaire,
        choice: TrackChoice,
        choices: Sequence[TrackChoice],
    ) -> ChoiceView:
        workspace = self.workspace
        return ChoiceView(
            choice=choice,
            asked=asked,
            choices=choices,
            shipped=self._questions.beside(graph.catalogue),
            graph=graph,
            present=person.position_on(workspace.as_of).role,
            gaps=workspace.gaps(),
            basis=workspace.basis,
            texts=workspace.texts,
            theme=self.theme,
            can_change=not workspace.is_past,
        )

    def _on_answered(self, answer: str) -> None:
        person, choice, catalogue = self._person, self._choice, self.workspace.catalogue
        if person is None or choice is None or catalogue is None:
            return
        asked = self._questionnaire(catalogue)
        questions = asked.questions if asked is not None else ()
        question = next((one for one in questions if one.id == self._question), None)
        if question is None:
            return
        if choice.answer_to(question.id) == answer:
            # Nothing was said anew.
            self._go_to(self._following(question.id))
            return
        known = next((one for one in self._choices() if one.id == choice.id), None)
        day = self.workspace.as_of
        self.workspace.do(answer_question(person, known, choice, question, answer, day))

    def _on_skipped(self) -> None:
        self._skipped.add(self._question)
        self._go_to(self._following(self._question))

    def _on_stepped_back(self) -> None:
        ids = self._ids()
        place = ids.index(self._question) if self._question in ids else len(ids)
        if place:
            self._go_to(ids[place - 1])

    def _on_open_wanted(self) -> None:
        choice = self._choice
        if choice is not None:
            self._skipped.clear()
            answered = dict(choice.answers)
            self._go_to(next((one for one in self._ids() if one not in answered), ""))

    def _go_to(self, question: str) -> None:
        if not question and self._choice is not None and not self._choice.answers:
            # Every question was skipped: there is no result.
            self._end()
        self._question = question
        self.refresh()

    def _on_sharing(self, is_shared: bool) -> None:
        if self._person is not None and self._choice is not None:
            self.workspace.do(share(self._person, self._choice, is_shared=is_shared))

    def _on_removed(self) -> None:
        if self._person is not None and self._choice is not None:
            self.workspace.do(remove_choice(self._person, self._choice))

    def _on_noted(self, note: str) -> None:
        """Keep a note with the result that it was written to, whoever is looked at by now."""
        if self._person is not None and self._choice is not None and self._choice.note != note:
            self.workspace.do(write_note(self._person, self._choice, note))

    def _end(self) -> None:
        """Forget what was under way; every answer is kept already."""
        self.result.note.flush()
        self._choice, self._question = None, ""
        self._skipped.clear()
        self.question.end()

    def _leave(self) -> None:
        """Ask no more: somebody else, or nobody, is looked at."""
        self._end()
        self._person = None
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the keys are wanted."""
        super().showEvent(event)
        shown = self._stack.currentWidget()
        if shown is self.question:
            self.question.focus_choice()
        elif isinstance(shown, ChoiceEmpty | ChoiceResult):
            shown.focus_first()
