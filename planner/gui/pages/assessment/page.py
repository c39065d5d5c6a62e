"""The guided assessment: one skill at a time, over whatever page it was asked for on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.core.gaps import Basis, Gap, first_role_to_open, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.people import Person, Rater, Rating
from planner.core.skills.assessment import Assessment, gaps_around, raters_in_sight
from planner.core.skills.ratings import newest_by_rater
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.assessment.memory import AssessmentMemory, without_unknown
from planner.gui.pages.assessment.question import AssessmentQuestion, Question
from planner.gui.pages.assessment.said import AnswersSeen
from planner.gui.pages.assessment.start import AssessmentStart, assessment_title
from planner.gui.pages.assessment.summary import AssessmentSummary, Outcome
from planner.gui.pages.page import Page
from planner.gui.settings import Settings
from planner.gui.state.rating import Draft, save_rating
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.workspace import Workspace
from planner.report.gaps.history_rows import rated_level
from planner.report.rows import rater_name

_MARGIN = 24
_BASIS_OF = {
    Rater.SELF: Basis.SELF,
    Rater.MANAGER: Basis.MANAGER,
    Rater.AGREED: Basis.AGREED,
}


class AssessmentPage(Page):
    """Leads through the skills; each answer is saved as it is given. `closed` when it is over.

    What has been answered is read off the ratings, so an undo leads back to its question.
    """

    key = "assessment"
    icon = "assess"
    has_paper = False
    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        evidence: EvidenceDoor,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._memory = AssessmentMemory(settings)
        self._assessment: Assessment | None = None
        self._skill = ""
        self._role = ""
        self._answers: Mapping[str, Rating] = {}
        self._saved: Rating | None = None
        self._person: tuple[str, str] | None = None
        self._heading = plain_label(size="title", wraps=True)
        self.start = AssessmentStart(workspace, theme, icons)
        self.question = AssessmentQuestion(evidence, icons, theme)
        self.summary = AssessmentSummary(theme)
        self._stack = QStackedWidget()
        for part in (self.start, self.question, self.summary):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._stack, 1)
        self._connect(evidence)
        self.apply_theme(theme)
        self.retranslate()

    def _connect(self, evidence: EvidenceDoor) -> None:
        self.start.begun.connect(self.begin)
        self.start.resumed.connect(self.resume)
        self.start.forgotten.connect(self._forget)
        self.start.left.connect(self.closed)
        self.question.answered.connect(self._on_answered)
        self.question.skipped.connect(self._on_skipped)
        self.question.stepped_back.connect(self._on_stepped_back)
        self.question.stopped.connect(self.closed)
        self.summary.skipped_wanted.connect(self._on_skipped_wanted)
        self.summary.stepped_back.connect(self._on_stepped_back)
        self.summary.left.connect(self.closed)
        evidence.looked.connect(self._on_looked)

    @property
    def assessment(self) -> Assessment | None:
        """The round under way, None before it has begun."""
        return self._assessment

    @property
    def skill(self) -> str:
        """The skill asked for, empty for none."""
        return self._skill

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Assess skills")

    def offer(self, role: str = "") -> None:
        """Ask what is to be assessed: a role's skills, those that matter first when left out."""
        person, graph = self.workspace.person, self.workspace.graph
        if person is None or graph is None:
            return
        self._assessment = None
        self._skill, self._saved = "", None
        self._person = (person.catalogue, person.id)
        catalogue = graph.catalogue
        if catalogue.roles and not (catalogue.has_role(role) and catalogue.role(role).requires):
            role = first_role_to_open(graph, person, self.workspace.gaps())
        self._role = role if catalogue.has_role(role) else ""
        self.question.end()
        self.start.offer(self._role, self._unfinished(person))
        self.refresh()

    def begin(self, assessment: Assessment) -> None:
        """Begin a round with its first skill."""
        self._take_up(assessment)
        self._remember()

    def resume(self, assessment: Assessment) -> None:
        """Go on with a round at its first open skill."""
        self._take_up(assessment)

    def is_touched(self, touched: object) -> bool:
        """Whether to look again: after every edit, for any may give or take an answer."""
        return True

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self.question.retranslate(texts)
        self.summary.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.start.apply_theme(theme)
        self.question.apply_theme(theme)
        self.summary.apply_theme(theme)
        super().apply_theme(theme)

    def refresh(self) -> None:
        """Show what is to be asked by now."""
        person, graph = self.workspace.person, self.workspace.graph
        if person is None or graph is None or self._person != (person.catalogue, person.id):
            self._leave()
            return
        if self._assessment is None:
            self._heading.setText(self.title())
            self._heading.show()
            self._stack.setCurrentWidget(self.start)
            self.start.refresh()
            return
        known = frozenset(skill.id for skill in graph.catalogue.skills)
        assessment = self._assessment = without_unknown(self._assessment, known)
        self._follow_answers(assessment)
        self._show(person, graph, assessment)

    def _follow_answers(self, assessment: Assessment) -> None:
        """Go on from what was just answered, or back to what an undo has taken back."""
        before, now = self._answers, assessment.answers(self.workspace.ratings())
        self._answers = now
        lost = [
            skill
            for skill, rating in before.items()
            if skill not in now or now[skill].entry < rating.entry
        ]
        gained = [
            rating
            for skill, rating in now.items()
            if skill not in before or before[skill].entry < rating.entry
        ]
        if lost:
            self._skill, self._saved = lost[-1], None
        elif gained:
            self._saved = max(gained, key=lambda rating: rating.entry)
            if self._skill in [rating.skill for rating in gained]:
                self._skill = assessment.following(self._skill, now) or ""
        if self._skill not in assessment.skills:
            self._skill = next(iter(assessment.open_skills(now)), "")
        self._remember()

    def _show(self, person: Person, graph: PromotionGraph, assessment: Assessment) -> None:
        texts = self.workspace.texts
        heading = assessment_title(assessment, graph.catalogue, texts)
        self._heading.setText(breakable(heading))
        self._heading.setVisible(not self._skill)
        if self._skill:
            self._stack.setCurrentWidget(self.question)
            self.question.ask(self._next_question(graph, assessment), heading, texts)
        else:
            self._stack.setCurrentWidget(self.summary)
            self.summary.show_outcome(self._outcome(person, graph, assessment), texts)

    def _next_question(self, graph: PromotionGraph, assessment: Assessment) -> Question:
        workspace, catalogue, skill = self.workspace, graph.catalogue, self._skill
        as_of, ratings = workspace.as_of, workspace.ratings()
        answer = self._answers.get(skill)
        requires = catalogue.role(self._role).requires if catalogue.has_role(self._role) else ()
        return Question(
            skill=catalogue.skill(skill),
            requirement=next((one for one in requires if one.skill == skill), None),
            scale=catalogue.scale,
            by=assessment.by,
            on=as_of,
            number=assessment.skills.index(skill) + 1,
            count=len(assessment.skills),
            done=len(assessment.skills) - len(assessment.open_skills(self._answers)),
            answers=AnswersSeen(
                newest=newest_by_rater(ratings, skill, as_of),
                in_sight=raters_in_sight(assessment.by, has_answered=answer is not None),
                counting=ratings_that_count(ratings, workspace.basis, as_of).get(skill),
                scale=catalogue.scale,
                as_of=as_of,
                months=workspace.stale_months,
            ),
            answer=_draft_of(answer) if answer else None,
            saved=self._saved_words(graph),
        )

    def _saved_words(self, graph: PromotionGraph) -> str:
        """Return what was saved last, with what the others had said of it."""
        saved, texts = self._saved, self.workspace.texts
        if saved is None:
            return ""
        scale = graph.catalogue.scale
        words = texts.tr(
            "Saved: {skill} {level}",
            skill=texts.pick(graph.catalogue.skill(saved.skill).name),
            level=rated_level(saved, scale, texts),
        )
        newest = newest_by_rater(self.workspace.ratings(), saved.skill, self.workspace.as_of)
        others = [
            texts.tr(
                "{rater}: {level}",
                rater=texts.word(rater_name(rater)),
                level=rated_level(rating, scale, texts),
            )
            for rater, rating in newest.items()
            if rater is not saved.by
        ]
        return texts.tr(" · ").join([words, *others])

    def _outcome(self, person: Person, graph: PromotionGraph, assessment: Assessment) -> Outcome:
        workspace, role = self.workspace, assessment.role or self._role
        moves: list[tuple[Gap, Gap]] = []
        if graph.catalogue.has_role(role):
            bases = dict.fromkeys((workspace.basis, _BASIS_OF[assessment.by]))
            moves = [
                gaps_around(
                    graph,
                    person,
                    workspace.ratings(),
                    assessment,
                    role,
                    basis=basis,
                    as_of=workspace.as_of,
                )
                for basis in bases
            ]
        tracks = [track.id for track in graph.catalogue.tracks]
        return Outcome(
            assessment=assessment,
            ratings=workspace.ratings(),
            catalogue=graph.catalogue,
            as_of=workspace.as_of,
            moves=moves,
            track=tracks.index(graph.catalogue.role(role).track) if moves else 0,
        )

    def _take_up(self, assessment: Assessment) -> None:
        self._assessment = assessment
        if assessment.role:
            self._role = assessment.role
        self._answers = assessment.answers(self.workspace.ratings())
        self._saved = None
        self._skill = next(iter(assessment.open_skills(self._answers)), "")
        self.refresh()

    def _on_answered(self, draft: Draft) -> None:
        assessment = self._assessment
        if assessment is None:
            return
        known = self._answers.get(draft.skill)
        if known is not None and _draft_of(known) == draft:
            # Nothing was said anew: no second row of the same.
            self._go_to(assessment.following(draft.skill, self._answers) or "")
        else:
            save_rating(self.workspace, draft)

    def _on_skipped(self) -> None:
        assessment = self._assessment
        if assessment is None or not self._skill:
            return
        if self._skill not in self._answers:
            self._assessment = assessment = assessment.skip(self._skill)
        self._go_to(assessment.following(self._skill, self._answers) or "")

    def _on_stepped_back(self) -> None:
        assessment = self._assessment
        if assessment is None:
            return
        before = assessment.before(self._skill) if self._skill else assessment.skills[-1]
        if before is not None:
            self._go_to(before)

    def _on_skipped_wanted(self) -> None:
        if self._assessment is not None:
            self._assessment = self._assessment.take_up_skipped()
            self._go_to(next(iter(self._assessment.open_skills(self._answers)), ""))

    def _go_to(self, skill: str) -> None:
        self._skill, self._saved = skill, None
        self.refresh()

    def _on_looked(self) -> None:
        if self.isVisible() and self._assessment is not None:
            self.refresh()

    def _unfinished(self, person: Person) -> tuple[Assessment, ...]:
        catalogue, ratings = self.workspace.catalogue, self.workspace.ratings()
        known = frozenset(skill.id for skill in catalogue.skills) if catalogue else frozenset()
        found = self._memory.unfinished(self.workspace.store.path, person)
        kept = (without_unknown(assessment, known) for assessment in found)
        return tuple(one for one in kept if one.open_skills(one.answers(ratings)))

    def _remember(self) -> None:
        """Remember what is not finished, and no longer what is."""
        person, assessment = self.workspace.person, self._assessment
        if person is None or assessment is None:
            return
        store = self.workspace.store.path
        if assessment.open_skills(self._answers):
            self._memory.keep(store, person, assessment)
        else:
            self._memory.forget(store, person, assessment)

    def _forget(self, assessment: Assessment) -> None:
        person = self.workspace.person
        if person is not None:
            self._memory.forget(self.workspace.store.path, person, assessment)
            self.start.show_unfinished(self._unfinished(person))

    def _leave(self) -> None:
        """Ask no more: somebody else, or nobody, is looked at."""
        self._assessment = None
        self._skill, self._person = "", None
        self.question.end()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the keys are wanted."""
        super().showEvent(event)
        if self._stack.currentWidget() is self.start:
            self.start.focus_first()
        elif self._stack.currentWidget() is self.question:
            self.question.focus_choice()


def _draft_of(rating: Rating) -> Draft:
    return Draft(
        skill=rating.skill,
        level=rating.level,
        by=rating.by,
        on=rating.on,
        comment=rating.comment,
        evidence=rating.evidence,
    )
