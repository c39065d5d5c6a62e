"""What the parts of the One-on-one page show, and its facts as lines of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.career import Action, AgendaItem, Career, Meeting, Owner
from planner.core.meeting.changes import Happening
from planner.core.meeting.meetings import PromiseOutcome
from planner.core.meeting.one_on_one import OneOnOne
from planner.core.meeting.ratings import BothSides
from planner.core.model import Agenda, Catalogue
from planner.core.people import Rater, Rating
from planner.core.questionnaire import Questionnaire
from planner.core.text import Texts
from planner.gui.pages.meeting.agenda_list import Point
from planner.gui.pages.meeting.both_sides_rows import SidesLine, SideView
from planner.gui.theme import Theme
from planner.gui.widgets.display.avatar import initials
from planner.gui.widgets.rows.line_rows import ActionLine, FactLine
from planner.report.gaps.words import level_name
from planner.report.map.words import DOT
from planner.report.meeting.words import (
    Said,
    Sort,
    change_words,
    due_words,
    origin_words,
    outcome_words,
    owner_name,
    sides_words,
    state_words,
    step_of,
    view_note,
)

_SIGNS: dict[Sort, tuple[str, str]] = {
    "up": ("chevron-up", "success"),
    "down": ("chevron-down", "warning"),
    "done": ("check", "success"),
    "dropped": ("close", "text-quiet"),
    "evidence": ("plus", "text-quiet"),
    "role": ("career", "accent"),
    "target": ("target", "accent"),
    "stance": ("person", "text-quiet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """A one-on-one that is open, with the words and colours to show it in.

    `colour` is the role of colour of the track of the role compared, `questionnaires` are those
    that come with the planner.
    """

    talk: OneOnOne
    career: Career
    catalogue: Catalogue
    agendas: tuple[Agenda, ...]
    texts: Texts
    theme: Theme
    colour: str
    is_private_hidden: bool
    questionnaires: tuple[Questionnaire, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The one-on-one itself."""
        return self.talk.meeting

    def points(self) -> list[Point]:
        """Return the agenda."""
        return points(self.meeting.items, self.talk.last, self.career, self.texts)

    def outcomes(self) -> list[ActionLine]:
        """Return what was promised last time, and what became of it."""
        return outcome_lines(self.talk.outcomes, self.talk.day, self.career, self.texts)

    def promises(self) -> list[ActionLine]:
        """Return what both have promised."""
        return [self._line(action, self.meeting) for action in self.talk.promises]

    def overdue(self) -> list[ActionLine]:
        """Return what else is overdue."""
        return [self._line(action, None) for action in self.talk.overdue]

    def actions(self) -> list[ActionLine]:
        """Return what else is open in the plan."""
        return [self._line(action, None) for action in self.talk.actions]

    def changes(self) -> list[FactLine]:
        """Return what changed since last time."""
        return fact_lines(self.talk.changes, self.catalogue, self.texts)

    def sides(self, rows: Iterable[BothSides]) -> list[SidesLine]:
        """Return skills as both sides see them."""
        return [self._sides(row) for row in rows]

    def differing_facts(self) -> list[FactLine]:
        """Return the skills that both do not see alike, to be put on the agenda."""
        lines = []
        for row in self.talk.differing:
            name = self._name(row.skill)
            lines.append(
                FactLine(
                    icon="skill",
                    colour="text-quiet",
                    words=name,
                    more=sides_words(row, self.texts),
                    point=name,
                )
            )
        return lines

    def _name(self, skill: str) -> str:
        return self.texts.pick(self.catalogue.skill(skill).name)

    def _line(self, action: Action, meeting: Meeting | None) -> ActionLine:
        texts = self.texts
        said = due_words(action, meeting, self.talk.day, texts)
        more = DOT.join(
            part
            for part in (
                step_of(action, self.catalogue, texts),
                state_words(action, texts) if action.meeting is None else "",
            )
            if part
        )
        return action_line(action, said, self.career, texts, more=more)

    def _sides(self, row: BothSides) -> SidesLine:
        texts, scale = self.texts, self.catalogue.scale
        required = texts.number(row.requirement.level)
        agreed_words = ""
        if row.agreed is not None:
            agreed_words = texts.tr("not applicable")
            if row.agreed.level is not None:
                agreed_words = level_name(row.agreed.level, scale, texts)
        spoken = texts.tr(
            "{skill}: {sides}", skill=self._name(row.skill), sides=sides_words(row, texts)
        )
        if agreed_words:
            spoken = texts.tr("{skill}, agreed {level}", skill=spoken, level=agreed_words)
        return SidesLine(
            skill=row.skill,
            name=self._name(row.skill),
            required=texts.tr("required {level}", level=required),
            by_self=self._side(row.by_self, Rater.SELF),
            by_manager=self._side(row.by_manager, Rater.MANAGER),
            agreed=row.agreed.level if row.agreed else None,
            is_agreed=row.agreed is not None,
            agreed_words=agreed_words,
            spoken=spoken,
        )

    def _side(self, rating: Rating | None, own: Rater) -> SideView:
        level = rating.level if rating else None
        number = "" if level is None else self.texts.number(level)
        return SideView(
            level=level,
            number=number,
            note=view_note(rating, own, self.texts),
            is_unrated=rating is None,
        )


def points(
    items: Sequence[AgendaItem], last: Meeting | None, career: Career, texts: Texts
) -> list[Point]:
    """Return the points of an agenda."""
    return [
        Point(
            words=texts.pick(item.text),
            origin=origin_words(item, last, career.person, texts, career.meetings),
            is_done=item.done,
        )
        for item in items
    ]


def outcome_lines(
    outcomes: Iterable[PromiseOutcome],
    day: date,
    career: Career,
    texts: Texts,
    *,
    can_be_ticked: bool = True,
) -> list[ActionLine]:
    """Return promises, each with what became of it by a day."""
    return [
        _action_line(
            outcome.promise.action,
            outcome.promise.owner,
            outcome.promise.title,
            outcome_words(outcome, day, texts),
            career,
            texts,
            is_done=outcome.action is not None and not outcome.is_open,
            can_be_ticked=can_be_ticked and outcome.action is not None,
        )
        for outcome in outcomes
    ]


def action_line(
    action: Action,
    said: Said,
    career: Career,
    texts: Texts,
    *,
    more: str = "",
    can_be_ticked: bool = True,
) -> ActionLine:
    """Return an action as a line, with what is said of it at its end."""
    return _action_line(
        action.id,
        action.owner,
        action.title,
        said,
        career,
        texts,
        is_done=not action.is_open,
        can_be_ticked=can_be_ticked,
        more=more,
    )


def _action_line(
    key: str,
    owner: Owner,
    title: str,
    said: Said,
    career: Career,
    texts: Texts,
    *,
    is_done: bool,
    can_be_ticked: bool,
    more: str = "",
) -> ActionLine:
    name = owner_name(owner, career.person, texts)
    who = initials(career.person.name) if owner is Owner.EMPLOYEE else name
    return ActionLine(
        key=key,
        who=who or "–",
        name=name,
        title=title,
        words=said.words,
        tone=said.mood,
        is_done=is_done,
        can_be_ticked=can_be_ticked,
        more=more,
    )


def fact_lines(changes: Iterable[Happening], catalogue: Catalogue, texts: Texts) -> list[FactLine]:
    """Return changes as lines with their signs."""
    lines = []
    for happening in changes:
        told = change_words(happening, catalogue, texts)
        icon, colour = _SIGNS[told.sort]
        lines.append(FactLine(icon=icon, colour=colour, words=told.words, point=told.words))
    return lines
