"""A small catalogue and somebody in it, for the tests of plans, one-on-ones and KPI results."""

from __future__ import annotations

from datetime import date

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
    TrackChoice,
)
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    PracticeKind,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.text import Text, same_text

TODAY = date(2026, 11, 20)
CATALOGUE = Catalogue(
    head=CatalogueHead(
        id="c",
        version="1",
        title=same_text("C"),
        scale=Scale(levels=tuple(Level(number=n, name=same_text(str(n))) for n in range(6))),
        tracks=(Track(id="t", name=same_text("T")),),
    ),
    skills=(Skill(id="law", name=same_text("Law")), Skill(id="tact", name=same_text("Tact"))),
    roles=(
        Role(id="clerk", name=same_text("Clerk"), track="t", rank=1),
        Role(id="chief", name=same_text("Chief"), track="t", rank=2, order=1),
        Role(id="expert", name=same_text("Expert"), track="t", rank=2, order=2),
    ),
    moves=(),
)
ADA = Person(
    id="ada",
    name="Ada",
    catalogue="c",
    role="clerk",
    since=date(2025, 1, 1),
    positions=(Position(role="expert", since=date(2024, 1, 1), until=date(2024, 12, 31)),),
    target="chief",
    wishes=(
        Wish(role="chief", stance=Stance.WANTED, on=date(2026, 1, 1)),
        Wish(role="expert", stance=Stance.NOT_WANTED, on=date(2026, 1, 2), note="Not again."),
    ),
)
RATING = Rating(entry=7, skill="law", level=3, by=Rater.AGREED, on=date(2026, 10, 1))
COURSE = Action(
    id="action-1",
    title="Take the law course",
    made=date(2026, 10, 1),
    kind=PracticeKind.EDUCATION,
    skill="law",
    from_level=3,
    to_level=4,
    start=date(2026, 10, 5),
    due=date(2026, 11, 1),
    hours=20,
    meeting="meeting-1",
)
LETTER = Action(
    id="action-2",
    title="Write to the court",
    made=date(2026, 10, 1),
    owner=Owner.MANAGER,
    state=ActionState.DONE,
    finished=date(2026, 10, 9),
    meeting="meeting-1",
    evidence="The letter",
)
FREE = Action(id="action-3", title="Rest", made=date(2026, 10, 2), state=ActionState.DOING)
RECORD = Meeting(
    id="meeting-1",
    on=date(2026, 10, 1),
    agenda="regular",
    items=(AgendaItem(text=Text(en="Work", zh="工作"), done=True, origin=Origin.CARRIED),),
    shared="We agreed on the course.",
    private="Proud of her.",
    closed=date(2026, 10, 1),
    next_on=date(2026, 11, 1),
    agreed=(AgreedLevel(skill="law", level=3),),
    promised=(
        Promise(action="action-1", title=COURSE.title, owner=Owner.EMPLOYEE, due=COURSE.due),
        Promise(action="action-9", title="Gone since", owner=Owner.MANAGER),
    ),
    corrections=(Correction(on=date(2026, 10, 3), text="It was a Thursday."),),
    target="chief",
)
PREPARED = Meeting(
    id="meeting-2", on=TODAY, items=(AgendaItem(text=same_text("Plans"), origin=Origin.EMPLOYEE),)
)
RESULT = KpiResult(
    role="clerk", kpi="nps", period="2026-Q3", reached=92.5, on=date(2026, 10, 2), note="Late"
)
CHOICES = (
    TrackChoice(id="choice-1", questionnaire="q", on=date(2026, 11, 9), answers=(("time", "out"),)),
    TrackChoice(id="choice-2", questionnaire="q", on=date(2026, 11, 18), is_shared=True),
)
CAREER = Career(
    person=ADA,
    ratings=(RATING,),
    actions=(COURSE, LETTER, FREE),
    meetings=(RECORD, PREPARED),
    kpi_results=(RESULT,),
    track_choices=CHOICES,
)
