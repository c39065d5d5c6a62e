"""A small framework with every field in use, and the edits that tests make with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    AgreedLevel,
    Correction,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
    TrackChoice,
)
from planner.core.edits import Change, Edit, Key
from planner.core.model import (
    Agenda,
    Catalogue,
    CatalogueHead,
    Kpi,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    RankName,
    Requirement,
    Role,
    Scale,
    Skill,
    TimeShare,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Source, Text, message, same_text

LABEL = message("Change something")

HEAD = CatalogueHead(
    id="am-lm",
    version="1.0.0",
    title=Text(en="Account management", zh="客户管理"),
    scale=Scale(
        levels=(
            Level(number=0, name=Text(en="None", zh="无"), hours=0),
            Level(number=1.5, name=Text(en="Aware"), hours=40.5),
            Level(number=5, name=Text(zh="精通")),
        )
    ),
    tracks=(Track(id="client", name=Text(en="Client", zh="客户")), Track(id="line", name=Text())),
    ranks=(RankName(rank=1, name=Text(en="Entry", zh="初级")),),
    source=Source("editorial"),
    licence="CC-BY-4.0",
    attribution=Text(en="By us", zh="我们"),
)
NEGOTIATION = Skill(
    id="negotiation",
    name=Text(en="Negotiation", zh="谈判"),
    kind="hard",
    portability=0.8,
    source=Source("article §2"),
    levels=((1.0, Text(en="Follows", zh="跟随")), (2.5, Text(en="Leads"))),
    hours=((1.0, 20.0), (2.5, 60.0)),
    practice=(
        Practice(kind=PracticeKind.EXPERIENCE, text=Text(en="Do", zh="做"), to=2.5, hours=30),
        Practice(kind=PracticeKind.EDUCATION, text=Text(en="Read")),
    ),
    order=0,
)
LISTENING = Skill(id="listening", name=same_text("Listening"), order=1)
CLERK = Role(
    id="clerk",
    name=Text(en="Clerk", zh="职员"),
    track="client",
    rank=1,
    requires=(
        Requirement(skill="listening", level=1.25),
        Requirement(
            skill="negotiation",
            level=4.62,
            weight=2.5,
            essential=False,
            source=Source("article §4"),
            lower_because=Text(en="Helped", zh="有人帮"),
        ),
    ),
    order=0,
)
CHIEF = Role(
    id="chief",
    name=Text(en="Chief", zh="主管"),
    track="line",
    rank=3,
    end=True,
    after=("client", "line"),
    source=Source("article §5"),
    purpose=Text(en="Leads", zh="领导"),
    responsibilities=(Text(en="One", zh="一"), Text(en="Two")),
    time=(TimeShare(on=Text(en="Meetings", zh="会议"), share=62.5),),
    kpis=(
        Kpi(id="nps", name=Text(en="NPS", zh="净推荐值"), weight=20, source=Source("article §3")),
        Kpi(id="margin", name=Text(en="Margin")),
    ),
    order=1,
)
UP = Move(
    from_role="clerk",
    to_role="chief",
    kind=MoveKind.PROMOTION,
    years=(3.0, 5.5),
    precondition=Text(en="A vacancy", zh="有空缺"),
    source=Source("article §4"),
    order=0,
)
BACK = Move(from_role="chief", to_role="clerk", kind=MoveKind.RETURN, order=1)
CATALOGUE = Catalogue(
    head=HEAD, skills=(NEGOTIATION, LISTENING), roles=(CLERK, CHIEF), moves=(UP, BACK)
)
OTHER = Catalogue(
    head=CatalogueHead(
        id="other",
        version="7",
        title=same_text("Other"),
        scale=Scale(levels=(Level(number=0, name=same_text("None")),)),
        tracks=(Track(id="t", name=same_text("T")),),
    ),
    skills=(Skill(id="listening", name=same_text("Listening elsewhere")),),
    roles=(Role(id="clerk", name=same_text("Clerk elsewhere"), track="t", rank=1),),
    moves=(),
)
LIN = Person(
    id="lin-wei",
    name="Lin Wei",
    catalogue="am-lm",
    role="chief",
    since=date(2024, 8, 1),
    positions=(
        Position(role="clerk", since=date(2021, 3, 1), until=date(2024, 7, 31)),
        Position(role="clerk", since=date(2019, 1, 1)),
    ),
    industry="software",
    target="clerk",
    hours_a_week=2.5,
)
BO = Person(id="bo", name="Bo", catalogue="am-lm", role="clerk", since=date(2025, 1, 1))

# What a career holds beside them, every field in use, and again with nothing but what it must have.
AGENDAS = (
    Agenda(
        id="regular",
        name=Text(en="Regular", zh="例行"),
        items=(Text(en="Last time", zh="上次"), Text(en="Next time")),
        source=Source("editorial"),
    ),
    Agenda(id="bare", name=Text(zh="空")),
)
QUESTIONNAIRES = (
    Questionnaire(
        id="which-way",
        title=Text(en="Which way?", zh="往哪边？"),
        intro=Text(en="Answer.", zh="请作答。"),
        tracks=("client", "line"),
        questions=(
            Question(
                id="time",
                text=Text(en="Where?", zh="在哪儿？"),
                answers=(
                    Answer(
                        id="out",
                        text=Text(en="Out", zh="外面"),
                        weights=(("client", 2.0), ("line", 0.5)),
                        reason=Text(en="Air", zh="空气"),
                    ),
                    Answer(id="in", text=Text(en="In"), weights=(("line", 2.0),)),
                    Answer(id="neither", text=same_text("–")),
                ),
                source=Source("article §1"),
            ),
            Question(id="bare", text=Text(zh="空")),
        ),
        source=Source("editorial"),
    ),
    Questionnaire(id="bare", title=Text(zh="空"), tracks=("line", "client")),
)
WISHES = (
    Wish(role="clerk", stance=Stance.STEPPING_BACK, on=date(2026, 2, 1), note="Less travel"),
    Wish(role="chief", stance=Stance.NOT_WANTED, on=date(2026, 2, 2)),
)
COURSE = Action(
    id="action-2",
    title="读合同法",
    made=date(2026, 3, 1),
    kind=PracticeKind.EDUCATION,
    skill="negotiation",
    from_level=1.5,
    to_level=2.5,
    start=date(2026, 3, 2),
    due=date(2026, 6, 30),
    hours=12.5,
    owner=Owner.MANAGER,
    state=ActionState.DONE,
    finished=date(2026, 6, 1),
    meeting="meeting-1",
    notes="<b>\n",
    evidence="https://example.org",
)
BARE_ACTION = Action(id="action-10", title="Rest", made=date(2026, 3, 1))
RECORD = Meeting(
    id="meeting-1",
    on=date(2026, 3, 1),
    agenda="regular",
    items=(
        AgendaItem(text=Text(en="Last time", zh="上次"), done=True, origin=Origin.CARRIED),
        AgendaItem(text=Text(en="Holidays")),
    ),
    shared="We met.",
    private="He is tired.",
    closed=date(2026, 3, 2),
    next_on=date(2026, 4, 1),
    agreed=(AgreedLevel(skill="negotiation", level=1.5), AgreedLevel(skill="flying", level=None)),
    promised=(
        Promise(action="action-2", title="读合同法", owner=Owner.MANAGER, due=date(2026, 6, 30)),
        Promise(action="action-1", title="Gone", owner=Owner.EMPLOYEE),
    ),
    corrections=(Correction(on=date(2026, 3, 3), text="It rained."),),
    target="emperor",
)
BARE_MEETING = Meeting(id="meeting-2", on=date(2026, 3, 1))
RESULT = KpiResult(
    role="clerk", kpi="nps", period="2026-Q1", reached=92.5, on=date(2026, 4, 2), note="Late"
)
BARE_RESULT = KpiResult(role="chief", kpi="nps", period="2026", reached=0, on=date(2026, 4, 2))
CHOICE = TrackChoice(
    id="choice-2",
    questionnaire="which-way",
    on=date(2026, 5, 3),
    answers=(("time", "out"), ("gone", "x")),
    note="心里没底",
    is_shared=True,
)
BARE_CHOICE = TrackChoice(id="choice-10", questionnaire="gone", on=date(2026, 5, 3))
PARTS = (
    *(COURSE, BARE_ACTION, RECORD, BARE_MEETING, BARE_RESULT, RESULT),
    *(BARE_CHOICE, CHOICE),
)


def rating(entry: int, skill: str = "negotiation", level: float | None = 2.5) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=Rater.SELF, on=date(2026, 5, 1))


def key_of(record: object, catalogue: str = "am-lm", person: str = "lin-wei") -> Key:
    match record:
        case CatalogueHead():
            return Key("catalogue", record.id)
        case Skill():
            return Key("skill", catalogue, record.id)
        case Role():
            return Key("role", catalogue, record.id)
        case Move():
            return Key("move", catalogue, record.id)
        case Person():
            return Key("person", record.catalogue, record.id)
        case Rating():
            return Key("rating", catalogue, person, record.entry)
        case Action():
            return Key("action", catalogue, person, part=record.id)
        case Meeting():
            return Key("meeting", catalogue, person, part=record.id)
        case KpiResult():
            return Key("kpi-result", catalogue, person, part=record.id)
        case TrackChoice():
            return Key("track-choice", catalogue, person, part=record.id)
    raise TypeError(record)


def created(*records, catalogue: str = "am-lm", person: str = "lin-wei") -> Edit:  # type: ignore[no-untyped-def]
    return Edit(LABEL, tuple(Change(key_of(r, catalogue, person), None, r) for r in records))


def changed(before, after, person: str = "lin-wei") -> Edit:  # type: ignore[no-untyped-def]
    """Return the edit from one record to another; either may be None."""
    key = key_of(before if before is not None else after, person=person)
    return Edit(LABEL, (Change(key, before, after),))


def joined(*edits: Edit) -> Edit:
    return Edit(LABEL, tuple(change for edit in edits for change in edit.changes))


def catalogue_created(catalogue: Catalogue) -> Edit:
    """Return the edit that adds a catalogue, its records in the least convenient order."""
    records: Iterable[object] = (
        *catalogue.moves,
        *catalogue.roles,
        *catalogue.skills,
        catalogue.head,
    )
    return created(*records, catalogue=catalogue.id)
