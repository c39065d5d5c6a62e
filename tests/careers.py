"""Careers of every shape that the window can make, for the shipped catalogue, and a marked one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    AgreedLevel,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.keeping.plain_text import one_line
from planner.core.model import PracticeKind
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.text import Text, same_text

TODAY = date(2026, 11, 23)
ROLES = ("account-manager", "senior-account-manager", "line-manager")
SKILLS = ("negotiation", "contract-law", "market-sense")

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_TRICKY = (
    "on",
    "null",
    "n/a",
    "2026-01-01",
    "- a",
    "a: b",
    "# b",
    "<b>x</b>",
    "🚀 人",
    "a\nb\n",
    "=",
)
words = st.sampled_from(_TRICKY) | st.text(_LETTERS, max_size=30)
paragraphs = words.filter(lambda text: bool(text.strip()))
# Of one line, as names and titles are.
lines = words.filter(lambda text: one_line(text) == text)
said = lines.filter(lambda text: bool(text.strip()))
days = st.dates(date(2015, 1, 1), TODAY)
later = st.dates(date(2015, 1, 1), date(2035, 1, 1))
levels = st.floats(0, 5)


def _some(
    values: st.SearchStrategy[object], most: int = 3
) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most).map(tuple)


@st.composite
def people(draw: st.DrawFn, id_: str) -> Person:
    """Return somebody with a history whose days hang together, and with stances."""
    starts = sorted(draw(st.lists(days, min_size=1, max_size=4, unique=True)))
    held = [draw(st.sampled_from(ROLES)) for _ in starts]
    return Person(
        id=id_,
        name=draw(said),
        catalogue="am-lm",
        role=held[-1],
        since=starts[-1],
        positions=tuple(
            Position(role=role, since=start, until=following - timedelta(days=1))
            for role, start, following in zip(held, starts, starts[1:], strict=False)
        ),
        industry=draw(lines),
        target=draw(st.none() | st.sampled_from(ROLES)),
        hours_a_week=draw(st.floats(0.5, 168)),
        wishes=tuple(
            Wish(role=role, stance=draw(st.sampled_from(Stance)), on=draw(days), note=draw(words))
            for role in draw(st.lists(st.sampled_from(ROLES), unique=True))
        ),
    )


@st.composite
def actions(draw: st.DrawFn, number: int, meetings: tuple[str, ...]) -> Action:
    """Return an action in any state, with a step in a skill or without."""
    state = draw(st.sampled_from(ActionState))
    start, due = sorted((draw(later), draw(later)))
    step = draw(st.none() | st.tuples(st.floats(0, 2), st.floats(2.5, 5)))
    action = Action(
        id=f"action-{number}",
        title=draw(said),
        made=draw(days),
        kind=draw(st.none() | st.sampled_from(PracticeKind)),
        start=draw(st.sampled_from((None, start))),
        due=draw(st.sampled_from((None, due))),
        hours=draw(st.none() | st.floats(0, 10_000)),
        owner=draw(st.sampled_from(Owner)),
        state=state,
        meeting=draw(st.sampled_from((None, *meetings))),
        notes=draw(words),
        evidence=draw(words),
    )
    if not action.is_open:
        action = replace(action, finished=draw(days))
    if step is None:
        return action
    low, high = step
    return replace(action, skill=draw(st.sampled_from(SKILLS)), from_level=low, to_level=high)


@st.composite
def meetings(draw: st.DrawFn, number: int) -> Meeting:
    """Return a one-on-one that is coming, or the record of one that is closed."""
    item = st.builds(
        AgendaItem,
        text=said.map(same_text) | st.builds(Text, en=said, zh=said),
        done=st.booleans(),
        origin=st.sampled_from(Origin),
    )
    on = draw(days)
    meeting = Meeting(
        id=f"meeting-{number}",
        on=on,
        agenda=draw(st.sampled_from(("", "regular"))),
        items=draw(_some(item)),  # type: ignore[arg-type]
        shared=draw(words),
        private=draw(words),
        next_on=draw(st.none() | st.integers(0, 400).map(lambda n: on + timedelta(days=n))),
    )
    if not draw(st.booleans()):
        return meeting
    level = st.none() | levels
    agreed = st.builds(AgreedLevel, skill=st.sampled_from(SKILLS), level=level)
    promise = st.builds(
        Promise,
        action=st.just("action-1"),
        title=said,
        owner=st.sampled_from(Owner),
        due=st.none() | later,
    )
    correction = st.builds(Correction, on=days, text=paragraphs)
    return replace(
        meeting,
        closed=draw(st.dates(on, TODAY)),
        agreed=draw(_some(agreed)),
        promised=draw(_some(promise)),
        corrections=draw(_some(correction)),
    )


@st.composite
def careers(draw: st.DrawFn, id_: str, first_entry: int = 1) -> Career:
    """Return everything about somebody, as a store would give it back."""
    held = [draw(meetings(number)) for number in range(1, draw(st.integers(0, 3)) + 1)]
    names = tuple(meeting.id for meeting in held)
    planned = [draw(actions(number, names)) for number in range(1, draw(st.integers(0, 3)) + 1)]
    rated = draw(
        st.lists(
            st.builds(
                Rating,
                entry=st.just(0),
                skill=st.sampled_from(SKILLS),
                level=st.none() | levels,
                by=st.sampled_from(Rater),
                on=days,
                comment=words,
                evidence=words,
            ),
            max_size=6,
        )
    )
    rated.sort(key=lambda rating: rating.on)
    periods = st.sampled_from(("2025", "2026-H1", "2026-Q2", "2026-Q3", "2026-11"))
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from(ROLES), st.just("nps"), periods), max_size=3, unique=True
        )
    )
    results = [
        KpiResult(
            role=role,
            kpi=kpi,
            period=period,
            reached=draw(st.floats(0, 1000)),
            on=draw(days),
            note=draw(words),
        )
        for role, kpi, period in keys
    ]
    return Career(
        person=draw(people(id_)),
        ratings=tuple(
            replace(rating, entry=first_entry + number) for number, rating in enumerate(rated)
        ),
        actions=tuple(sorted(planned, key=lambda action: (action.made, action.id))),
        meetings=tuple(sorted(held, key=lambda meeting: (meeting.on, meeting.id))),
        kpi_results=tuple(
            sorted(results, key=lambda result: (result.period, len(result.id), result.id))
        ),
    )
