"""Random edits against a model in plain dictionaries, and the way back from each."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
from planner.core.edits import Change, Edit, Key, Record
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
    Requirement,
    Role,
    Scale,
    Skill,
    TimeShare,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Source, Text
from planner.store.database import open_store
from planner.store.store import Store
from tests.store.sample import LABEL, key_of

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=5)
TEXTS = st.builds(Text, en=WORDS, zh=WORDS)
SOURCES = st.builds(Source, WORDS)
NUMBERS = st.floats(0, 100)
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
CATALOGUES = ("first", "second")
SLUGS = ("a", "b", "c")


def some(values: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most).map(tuple)


@st.composite
def worlds(draw: st.DrawFn, first_entry: int) -> dict[Key, Record]:
    """Return the records of a store that hangs together, by their keys."""
    world: dict[Key, Record] = {}
    entries = draw(st.permutations(range(first_entry, first_entry + 12)))
    for catalogue in draw(st.lists(st.sampled_from(CATALOGUES), unique=True)):
        records = draw(frameworks(catalogue))
        world |= {key_of(record, catalogue): record for record in records}
        roles = [record.id for record in records if isinstance(record, Role)]
        skills = [record.id for record in records if isinstance(record, Skill)]
        for slug in draw(st.lists(st.sampled_from(SLUGS), unique=True)) if roles else ():
            person = draw(people(slug, catalogue, roles))
            world[key_of(person)] = person
            for skill in draw(st.lists(st.sampled_from(skills), max_size=2)) if skills else ():
                rating = draw(
                    st.builds(
                        Rating,
                        entry=st.just(entries.pop()),
                        skill=st.just(skill),
                        level=st.none() | NUMBERS,
                        by=st.sampled_from(Rater),
                        on=DAYS,
                        comment=WORDS,
                        evidence=WORDS,
                    )
                )
                world[key_of(rating, catalogue, slug)] = rating
            for part in draw(parts(roles, skills)):
                world[key_of(part, catalogue, slug)] = part
    return world


def parts(roles: list[str], skills: list[str]) -> st.SearchStrategy[list[Record]]:
    """Return actions, one-on-ones and KPI results, each id once, in roles and skills there are."""
    skill = st.none() | st.sampled_from(skills) if skills else st.none()
    day, level = st.none() | DAYS, st.none() | NUMBERS
    action = st.builds(
        Action,
        id=st.sampled_from(SLUGS),
        title=WORDS,
        made=DAYS,
        kind=st.none() | st.sampled_from(PracticeKind),
        skill=skill,
        from_level=level,
        to_level=level,
        start=day,
        due=day,
        hours=level,
        owner=st.sampled_from(Owner),
        state=st.sampled_from(ActionState),
        finished=day,
        meeting=st.none() | st.sampled_from(SLUGS),
        notes=WORDS,
        evidence=WORDS,
    )
    meeting = st.builds(
        Meeting,
        id=st.sampled_from(SLUGS),
        on=DAYS,
        agenda=WORDS,
        items=some(
            st.builds(AgendaItem, text=TEXTS, done=st.booleans(), origin=st.sampled_from(Origin))
        ),
        shared=WORDS,
        private=WORDS,
        closed=day,
        next_on=day,
        agreed=some(st.builds(AgreedLevel, skill=WORDS, level=level)),
        promised=some(
            st.builds(Promise, action=WORDS, title=WORDS, owner=st.sampled_from(Owner), due=day)
        ),
        corrections=some(st.builds(Correction, on=DAYS, text=WORDS)),
        target=st.none() | WORDS,
    )
    result = st.builds(
        KpiResult,
        role=st.sampled_from(roles),
        kpi=WORDS,
        period=st.sampled_from(("2026", "2026-Q3", "2026-09")),
        reached=NUMBERS,
        on=DAYS,
        note=WORDS,
    )
    choice = st.builds(
        TrackChoice,
        id=st.sampled_from(SLUGS),
        questionnaire=WORDS,
        on=DAYS,
        answers=some(st.tuples(WORDS, WORDS)),
        note=WORDS,
        is_shared=st.booleans(),
    )
    each = (
        st.lists(part, max_size=2, unique_by=lambda record: record.id)
        for part in (action, meeting, result, choice)
    )
    return st.tuples(*each).map(lambda lists: [part for some in lists for part in some])


QUESTIONS = st.builds(
    Question,
    id=WORDS,
    text=TEXTS,
    answers=some(
        st.builds(
            Answer,
            id=WORDS,
            text=TEXTS,
            weights=some(st.tuples(WORDS, NUMBERS)),
            reason=TEXTS,
        )
    ),
    source=SOURCES,
)


@st.composite
def frameworks(draw: st.DrawFn, catalogue: str) -> list[Record]:
    head = st.builds(
        CatalogueHead,
        id=st.just(catalogue),
        version=WORDS,
        title=TEXTS,
        scale=st.builds(
            Scale,
            levels=some(st.builds(Level, number=NUMBERS, name=TEXTS, hours=st.none() | NUMBERS)),
        ),
        tracks=some(st.builds(Track, id=WORDS, name=TEXTS)),
        agendas=st.lists(
            st.builds(
                Agenda, id=st.sampled_from(SLUGS), name=TEXTS, items=some(TEXTS), source=SOURCES
            ),
            max_size=2,
            unique_by=lambda agenda: agenda.id,
        ).map(tuple),
        questionnaires=st.lists(
            st.builds(
                Questionnaire,
                id=st.sampled_from(SLUGS),
                title=TEXTS,
                tracks=some(WORDS),
                intro=TEXTS,
                questions=some(QUESTIONS),
                source=SOURCES,
            ),
            max_size=2,
            unique_by=lambda asked: asked.id,
        ).map(tuple),
        source=SOURCES,
        licence=WORDS,
        attribution=TEXTS,
    )
    records: list[Record] = [draw(head)]
    skills = draw(st.lists(st.sampled_from(SLUGS), unique=True))
    for skill in skills:
        records.append(
            draw(
                st.builds(
                    Skill,
                    id=st.just(skill),
                    name=TEXTS,
                    kind=WORDS,
                    portability=st.floats(0, 1),
                    source=SOURCES,
                    levels=some(st.tuples(NUMBERS, TEXTS)),
                    hours=some(st.tuples(NUMBERS, NUMBERS)),
                    practice=some(
                        st.builds(
                            Practice,
                            kind=st.sampled_from(PracticeKind),
                            text=TEXTS,
                            to=st.none() | NUMBERS,
                            hours=st.none() | NUMBERS,
                        )
                    ),
                    order=st.integers(0, 5),
                )
            )
        )
    roles = draw(st.lists(st.sampled_from(SLUGS), unique=True))
    for role in roles:
        asked = draw(st.lists(st.sampled_from(skills), unique=True)) if skills else []
        requires = [
            draw(
                st.builds(
                    Requirement,
                    skill=st.just(skill),
                    level=NUMBERS,
                    weight=NUMBERS,
                    essential=st.booleans(),
                    source=SOURCES,
                    lower_because=st.none() | TEXTS,
                )
            )
            for skill in asked
        ]
        records.append(
            draw(
                st.builds(
                    Role,
                    id=st.just(role),
                    name=TEXTS,
                    track=WORDS,
                    rank=st.integers(1, 9),
                    end=st.booleans(),
                    after=some(WORDS),
                    source=SOURCES,
                    purpose=TEXTS,
                    responsibilities=some(TEXTS),
                    time=some(st.builds(TimeShare, on=TEXTS, share=NUMBERS)),
                    kpis=some(st.builds(Kpi, id=WORDS, name=TEXTS, weight=st.none() | NUMBERS)),
                    requires=st.just(tuple(requires)),
                    order=st.integers(0, 5),
                )
            )
        )
    ends = st.tuples(*[st.sampled_from(roles or SLUGS)] * 2, st.sampled_from(MoveKind))
    for start, end, kind in draw(st.lists(ends, unique=True, max_size=3)) if roles else ():
        records.append(
            draw(
                st.builds(
                    Move,
                    from_role=st.just(start),
                    to_role=st.just(end),
                    kind=st.just(kind),
                    years=st.none() | st.tuples(NUMBERS, NUMBERS),
                    precondition=st.none() | TEXTS,
                    source=SOURCES,
                    order=st.integers(0, 5),
                )
            )
        )
    return records


def people(slug: str, catalogue: str, roles: list[str]) -> st.SearchStrategy[Person]:
    role = st.sampled_from(roles)
    return st.builds(
        Person,
        id=st.just(slug),
        name=WORDS,
        catalogue=st.just(catalogue),
        role=role,
        since=DAYS,
        positions=some(st.builds(Position, role=role, since=DAYS, until=st.none() | DAYS)),
        industry=WORDS,
        target=st.none() | role,
        hours_a_week=NUMBERS,
        wishes=st.lists(
            st.builds(Wish, role=role, stance=st.sampled_from(Stance), on=DAYS, note=WORDS),
            max_size=2,
            unique_by=lambda wish: wish.role,
        ).map(tuple),
    )


def edit_between(before: dict[Key, Record], after: dict[Key, Record], shuffled: list[Key]) -> Edit:
    return Edit(LABEL, tuple(Change(key, before.get(key), after.get(key)) for key in shuffled))


def contents(store: Store) -> dict[Key, Record]:
    found: dict[Key, Record] = {}
    for head in store.catalogue_heads():
        catalogue: Catalogue = store.catalogue(head.id)
        records = (head, *catalogue.skills, *catalogue.roles, *catalogue.moves)
        found |= {key_of(record, head.id): record for record in records}
    for person in store.people():
        career = store.career(person.catalogue, person.id)
        assert career.person == person
        assert career.ratings == store.ratings(person.catalogue, person.id)
        found[key_of(person)] = person
        kept = (
            *(*career.ratings, *career.actions, *career.meetings),
            *(*career.kpi_results, *career.track_choices),
        )
        found |= {key_of(record, person.catalogue, person.id): record for record in kept}
    return found


def listed(store: Store) -> list[object]:
    """Everything in the order in which it is read."""
    heads, people = store.catalogue_heads(), store.people()
    careers = [store.career(person.catalogue, person.id) for person in people]
    return [heads, [store.catalogue(head.id) for head in heads], people, careers]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(worlds(1), worlds(13), st.data())
def test_an_edit_makes_what_it_says_and_its_inverse_takes_it_back(
    first: dict[Key, Record], second: dict[Key, Record], data: st.DataObject
) -> None:
    # Ratings stay where person and skill do, as changes that change nothing.
    for key, rating in first.items():
        if isinstance(rating, Rating):
            skill = Key("skill", key.catalogue, rating.skill)
            if {skill, Key("person", key.catalogue, key.id)} <= second.keys():
                second[key] = rating
    keys = list(first.keys() | second.keys())
    shuffled = data.draw(st.permutations(sorted(keys, key=repr)))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "planner.db")
        try:
            store.apply(edit_between({}, first, list(first)))
            assert contents(store) == first
            before = listed(store)
            edit = edit_between(first, second, shuffled)
            store.apply(edit)
            assert contents(store) == second
            after = listed(store)
            store.apply(edit.inverse())
            assert contents(store) == first
            assert listed(store) == before
            store.apply(edit)
            assert listed(store) == after
            store.apply(edit_between(second, {}, list(second)))
            assert contents(store) == {}
        finally:
            store.close()


def test_the_model_notices_a_difference(filled: Store) -> None:
    world = contents(filled)
    key = Key("person", "am-lm", "bo")
    person = world[key]
    assert isinstance(person, Person)
    assert world != world | {key: replace(person, name="Else")}
