"""One-on-ones in their order: what one begins with, what became of promises, and the past ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    Career,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.model import Agenda, Catalogue
from planner.core.people import Rater, Rating
from planner.core.searching import has_words, words_of

FORTNIGHT = timedelta(days=14)
# A longer time between two one-on-ones is no rhythm that the next one would follow.
_LONGEST_RHYTHM = timedelta(days=100)


def in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return one-on-ones by day; of one day, the one that was begun first."""
    return tuple(sorted(meetings, key=_place))


def open_meeting(meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the newest one-on-one that is not closed, None where there is none."""
    return max((one for one in meetings if not one.is_closed), key=_place, default=None)


def closed_before(meetings: Iterable[Meeting], meeting: Meeting | None) -> Meeting | None:
    """Return the last closed one-on-one before another one.

    Before an open one, or before none at all, any closed one lies.
    """
    closed = (one for one in meetings if one.is_closed and one != meeting)
    if meeting is not None and meeting.is_closed:
        closed = (one for one in closed if _place(one) < _place(meeting))
    return max(closed, key=_place, default=None)


def meeting_to_show(meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the open one-on-one, else the newest closed one, None where there is none."""
    known = tuple(meetings)
    return open_meeting(known) or closed_before(known, None)


def first_points(agenda: Agenda | None, last: Meeting | None) -> tuple[AgendaItem, ...]:
    """Return the points of a new agenda: those left open last time, then those of the template."""
    carried = [
        AgendaItem(text=item.text, origin=Origin.CARRIED)
        for item in (last.items if last else ())
        if not item.done
    ]
    known = {item.text for item in carried}
    fresh = dict.fromkeys(text for text in (agenda.items if agenda else ()) if text not in known)
    return (*carried, *(AgendaItem(text=text) for text in fresh))


def first_origin(item: AgendaItem, last: Meeting | None, meetings: Iterable[Meeting]) -> Origin:
    """Return where a point comes from that was carried over, as far back as the records tell.

    `last` is the closed one-on-one before that of the point.
    """
    known = tuple(meetings)
    origin = item.origin
    while origin is Origin.CARRIED and last is not None:
        before = next((one for one in last.items if one.text == item.text), None)
        if before is None:
            break
        origin, last = before.origin, closed_before(known, last)
    return origin


def points_of_other(
    items: Iterable[AgendaItem], agenda: Agenda | None, last: Meeting | None
) -> tuple[AgendaItem, ...]:
    """Return the points after another template was chosen.

    What somebody added, carried or talked about already stays; the rest of the old template goes.
    """
    kept = [item for item in items if item.done or item.origin is not Origin.TEMPLATE]
    known = {item.text for item in kept}
    # What was carried and taken off the agenda by hand does not come back.
    left = {item.text for item in (last.items if last else ()) if not item.done}
    fresh = dict.fromkeys(agenda.items if agenda else ())
    return (
        *kept,
        *(AgendaItem(text=text) for text in fresh if text not in known and text not in left),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseOutcome:
    """A promise and its action as it is now; None where it was taken out of the plan."""

    promise: Promise
    action: Action | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept."""
        return self.action is not None and self.action.is_open

    @property
    def is_kept(self) -> bool:
        """Whether it was done."""
        return self.action is not None and self.action.state is ActionState.DONE


def outcomes_of(meeting: Meeting | None, actions: Iterable[Action]) -> tuple[PromiseOutcome, ...]:
    """Return what became of what was promised in a closed one-on-one, the person's first."""
    known = {action.id: action for action in actions}
    promised = meeting.promised if meeting else ()
    outcomes = [PromiseOutcome(promise=one, action=known.get(one.action)) for one in promised]
    return tuple(sorted(outcomes, key=lambda one: one.promise.owner is not Owner.EMPLOYEE))


def promises(actions: Iterable[Action], meeting: Meeting | None) -> tuple[Action, ...]:
    """Return all that was promised in `meeting`, then what both promised before and not done yet.

    The earliest due first; what has no day stands behind.
    """
    here = meeting.id if meeting else None
    found = [
        action
        for action in actions
        if action.meeting is not None and (action.is_open or action.meeting == here)
    ]
    return tuple(sorted(found, key=lambda one: (one.meeting != here, one.due or date.max)))


def other_open(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the open actions that nobody promised in a one-on-one, the earliest due first."""
    found = [action for action in actions if action.is_open and action.meeting is None]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def overdue(actions: Iterable[Action], day: date) -> tuple[Action, ...]:
    """Return the actions that are overdue on a day, the longest first."""
    found = [action for action in actions if action.is_overdue(day)]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def agreed_in(
    meeting: Meeting, ratings: Iterable[Rating], meetings: Iterable[Meeting]
) -> tuple[Rating, ...]:
    """Return the levels agreed in a one-on-one that is not closed, in the order of their entry.

    They are the agreed ratings of its day, but for those that stand in the record of another
    one-on-one of that day.
    """
    recorded = {
        (agreed.skill, agreed.level)
        for other in meetings
        if other.is_closed and other.on == meeting.on and other.id != meeting.id
        for agreed in other.agreed
    }
    return tuple(
        rating
        for rating in sorted(ratings, key=lambda rating: rating.entry)
        if rating.by is Rater.AGREED
        and rating.on == meeting.on
        and (rating.skill, rating.level) not in recorded
    )


def day_held(meeting: Meeting, career: Career, today: date, *, is_chosen: bool = False) -> date:
    """Return the day on which a one-on-one is held.

    That is today until something was promised in it or its day `is_chosen`: one that was begun
    last week is held when people sit down to it.
    """
    was_begun = any(
        action.meeting == meeting.id and action.made == meeting.on for action in career.actions
    )
    return meeting.on if meeting.is_closed or is_chosen or was_begun else today


def usual_next_day(held: date, last: Meeting | None) -> date:
    """Return the day of the next one-on-one in the rhythm so far, else in a fortnight."""
    rhythm = held - last.on if last else FORTNIGHT
    return held + (rhythm if timedelta() < rhythm <= _LONGEST_RHYTHM else FORTNIGHT)


def career_as_of(career: Career, day: date) -> Career:
    """Return a career as it was on a past day, as far as its days tell.

    Ratings, KPI results and closed one-on-ones up to that day, with the corrections made by then;
    actions begun by then, in the state they had. A one-on-one that is still open has no day yet.
    """
    return replace(
        career,
        ratings=tuple(rating for rating in career.ratings if rating.on <= day),
        actions=tuple(
            _action_as_of(action, day) for action in career.actions if action.made <= day
        ),
        meetings=tuple(
            replace(meeting, corrections=tuple(one for one in meeting.corrections if one.on <= day))
            for meeting in career.meetings
            if meeting.is_closed and meeting.on <= day
        ),
        kpi_results=tuple(result for result in career.kpi_results if result.on <= day),
        track_choices=tuple(one for one in career.track_choices if one.on <= day),
    )


def _action_as_of(action: Action, day: date) -> Action:
    if action.finished is None or action.finished <= day:
        return action
    has_begun = action.start is not None and action.start <= day
    state = ActionState.DOING if has_begun else ActionState.PLANNED
    return replace(action, state=state, finished=None)


def without_private(career: Career) -> Career:
    """Return a career without private notes and what is not shared, as it may be printed."""
    meetings = tuple(replace(meeting, private="") for meeting in career.meetings)
    shared = tuple(one for one in career.track_choices if one.is_shared)
    return replace(career, meetings=meetings, track_choices=shared)


@dataclass(frozen=True, slots=True)
class Found:
    """A one-on-one that has the words looked for, and the line of it that has the first."""

    meeting: Meeting
    line: str


def find_meetings(said: str, meetings: Iterable[Meeting], catalogue: Catalogue) -> list[Found]:
    """Return the one-on-ones that have every word of `said`, the newest first; all for no word.

    Day, agenda, shared notes, promises, agreed skills and corrections are searched, in both
    languages; private notes never are.
    """
    words = words_of(said)
    found = []
    for meeting in reversed(in_order(meetings)):
        lines = _lines(meeting, catalogue)
        if has_words("\n".join(lines), words):
            hits = [line for line in lines[1:] if words and has_words(line, words[:1])]
            found.append(Found(meeting, hits[0] if hits else ""))
    return found


def _lines(meeting: Meeting, catalogue: Catalogue) -> Sequence[str]:
    skills = [
        catalogue.skill(agreed.skill).name
        for agreed in meeting.agreed
        if catalogue.has_skill(agreed.skill)
    ]
    texts = [*(item.text for item in meeting.items), *skills]
    return [
        meeting.on.isoformat(),
        *meeting.shared.splitlines(),
        *(part for text in texts for part in (text.en, text.zh) if part),
        *(promise.title for promise in meeting.promised),
        *(correction.text for correction in meeting.corrections),
    ]


def _place(meeting: Meeting) -> tuple[date, int, str]:
    number = meeting.id.rpartition("-")[2]
    return meeting.on, int(number) if number.isdecimal() else 0, meeting.id
