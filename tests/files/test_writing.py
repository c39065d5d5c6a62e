"""What is written reads back as the same values, whatever they are."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
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
    TrackChoice,
)
from planner.core.keeping.career_edits import MOST_HOURS, MOST_REACHED
from planner.core.keeping.plain_text import one_line
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
from planner.core.text import Source, Text
from planner.files.documents import Read, read_files
from planner.files.values import SLUG
from planner.files.writing import write_catalogue, write_people
from planner.files.yaml_text import parse_yaml
from tests.files.samples import (
    AGENDAS,
    CAREER,
    CATALOGUE,
    PEOPLE,
    QUESTIONNAIRES,
    TODAY,
    TWO_TRACKS,
    read_text,
)

# What YAML could take for something else than text.
TRICKY = ("on", "No", "null", "~", "1.0", "1e3", "0o17", ".inf", "2024-01-01", "=", "<<", "- a",
          "# b", "a: b", "a #b", "'", '"', "{x}", "[", "&a", "*a", "!t", "%", "@", "\\", " x ",
          "a\nb\n", "\n", "\t", "n/a",
           "🚀", "人\u2028员", "\u00a0", "\ufeff", "…" * 150, "12:30")  # fmt: skip
letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
plain = st.one_of(st.sampled_from(TRICKY), st.text(letters, max_size=60))
paragraphs = plain.filter(lambda text: bool(text.strip()))
lines = plain.filter(lambda text: one_line(text) == text)
said = lines.filter(lambda text: bool(text.strip()))
texts = st.one_of(
    st.builds(lambda both: Text(en=both, zh=both), plain),
    st.builds(lambda en, zh: Text(en=en, zh=zh), plain, plain),
)
names = st.builds(lambda en, zh: Text(en=en, zh=zh), said, said | st.just(""))
duties = st.builds(lambda en, zh: Text(en=en, zh=zh), paragraphs, paragraphs | st.just(""))
remarks = st.none() | texts.filter(lambda text: bool(text.en or text.zh))
sources = st.builds(Source, plain)
slugs = st.from_regex(SLUG.replace("^", r"\A").replace("$", r"\Z"), fullmatch=True).filter(
    lambda slug: len(slug) <= 100
)
numbers = st.floats(min_value=0, max_value=1e9)
positive = st.floats(min_value=0, exclude_min=True, max_value=1e9)
shares = st.floats(min_value=0, exclude_min=True, max_value=100)
days = st.dates(min_value=date(1, 1, 1), max_value=TODAY)


def unique_slugs(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(slugs, min_size=least, max_size=most, unique=True)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    steps = draw(st.lists(numbers, min_size=2, max_size=5, unique=True).map(sorted))
    hours = sorted(draw(st.lists(numbers, min_size=len(steps), max_size=len(steps))))
    has_hours = draw(st.booleans())
    levels = st.floats(min_value=steps[0], max_value=steps[-1])
    tracks = draw(unique_slugs(1, 3))
    skills = [
        Skill(
            id=slug,
            name=draw(names),
            kind=draw(st.sampled_from(("", "hard", "soft", "strategic", "digital"))),
            portability=draw(st.floats(min_value=0, max_value=1)),
            source=draw(sources),
            levels=tuple(sorted(draw(st.dictionaries(levels, texts, max_size=3)).items())),
            hours=tuple(zip(steps, hours, strict=True)) if draw(st.booleans()) else (),
            practice=tuple(
                draw(
                    st.lists(
                        st.builds(
                            Practice,
                            kind=st.sampled_from(PracticeKind),
                            text=duties,
                            to=st.none() | levels,
                            hours=st.none() | numbers,
                        ),
                        max_size=2,
                    )
                )
            ),
            order=order,
        )
        for order, slug in enumerate(draw(unique_slugs(1, 3)))
    ]
    roles = [
        Role(
            id=slug,
            name=draw(names),
            track=draw(st.sampled_from(tracks)),
            rank=draw(st.integers(min_value=1, max_value=9999)),
            end=draw(st.booleans()),
            after=tuple(draw(st.lists(st.sampled_from(tracks), max_size=2))),
            source=draw(sources),
            purpose=draw(texts),
            responsibilities=tuple(draw(st.lists(duties, max_size=2))),
            time=tuple(draw(st.lists(st.builds(TimeShare, on=names, share=shares), max_size=2))),
            kpis=tuple(
                Kpi(
                    id=kpi,
                    name=draw(names),
                    weight=draw(st.none() | shares),
                    source=draw(sources),
                )
                for kpi in draw(unique_slugs(0, 2))
            ),
            requires=tuple(
                Requirement(
                    skill=skill.id,
                    level=draw(levels),
                    weight=draw(positive),
                    essential=draw(st.booleans()),
                    source=draw(sources),
                    lower_because=draw(remarks),
                )
                for skill in skills
                if draw(st.booleans())
            ),
            order=order,
        )
        for order, slug in enumerate(draw(unique_slugs(1, 3)))
    ]
    ends = st.sampled_from([role.id for role in roles])
    pairs = draw(
        st.lists(st.tuples(ends, ends, st.sampled_from(MoveKind)), max_size=4, unique=True)
    )
    moves = [
        Move(
            from_role=start,
            to_role=end,
            kind=kind,
            years=draw(
                st.none() | st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))
            ),
            precondition=draw(remarks),
            source=draw(sources),
            order=order,
        )
        for order, (start, end, kind) in enumerate(pairs)
    ]
    return Catalogue(
        head=CatalogueHead(
            id=draw(slugs),
            version=draw(said),
            title=draw(names),
            scale=Scale(
                levels=tuple(
                    Level(number=step, name=draw(names), hours=spent if has_hours else None)
                    for step, spent in zip(steps, hours, strict=True)
                )
            ),
            tracks=tuple(Track(id=slug, name=draw(names)) for slug in tracks),
            ranks=tuple(
                RankName(rank=rank, name=draw(names))
                for rank in draw(st.lists(st.integers(1, 9999), max_size=2, unique=True))
            ),
            agendas=tuple(
                Agenda(
                    id=slug,
                    name=draw(names),
                    items=tuple(draw(st.lists(names, max_size=3))),
                    source=draw(sources),
                )
                for slug in draw(unique_slugs(0, 2))
            ),
            questionnaires=tuple(
                draw(questionnaires(slug, tracks))
                for slug in (draw(unique_slugs(0, 2)) if len(tracks) > 1 else ())
            ),
            source=draw(sources),
            licence=draw(plain),
            attribution=draw(texts),
        ),
        skills=tuple(skills),
        roles=tuple(roles),
        moves=tuple(moves),
    )


@st.composite
def questionnaires(draw: st.DrawFn, slug: str, tracks: list[str]) -> Questionnaire:
    weights = st.lists(
        st.tuples(st.sampled_from(tracks), st.floats(0, 1e9)),
        max_size=2,
        unique_by=lambda pair: pair[0],
    ).map(tuple)
    return Questionnaire(
        id=slug,
        title=draw(names),
        tracks=tuple(tracks),
        intro=draw(texts),
        questions=tuple(
            Question(
                id=question,
                text=draw(names),
                answers=tuple(
                    Answer(id=one, text=draw(names), weights=draw(weights), reason=draw(texts))
                    for one in draw(unique_slugs(2, 4))
                ),
                source=draw(sources),
            )
            for question in draw(unique_slugs(0, 2))
        ),
        source=draw(sources),
    )


def some(of: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


roles = st.sampled_from(("junior", "senior"))
skills = st.sampled_from(("negotiation", "contracts"))
# A title may begin or end with a space, but it says something.
titles = said
later = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
wishes = st.lists(
    st.builds(Wish, role=roles, stance=st.sampled_from(Stance), on=days, note=plain),
    max_size=2,
    unique_by=lambda wish: wish.role,
).map(tuple)
results = st.lists(
    st.builds(
        KpiResult,
        role=roles,
        kpi=slugs,
        period=st.sampled_from(("2025", "2026-H1", "2026-Q3", "2026-09")),
        reached=st.floats(0, MOST_REACHED),
        on=days,
        note=plain,
    ),
    max_size=2,
    unique_by=lambda result: result.id,
).map(tuple)


choices = st.lists(
    st.builds(
        TrackChoice,
        id=slugs,
        questionnaire=slugs,
        on=days,
        answers=st.dictionaries(slugs, slugs, max_size=3).map(lambda found: tuple(found.items())),
        note=plain,
        is_shared=st.booleans(),
    ),
    max_size=2,
    unique_by=lambda choice: choice.id,
).map(tuple)


@st.composite
def actions(draw: st.DrawFn, slug: str, held: Sequence[Meeting]) -> Action:
    skill = draw(st.none() | skills)
    step = (None, None)
    if skill is not None:
        low, high = sorted(draw(st.lists(st.floats(0, 2), min_size=2, max_size=2, unique=True)))
        step = draw(st.sampled_from(((low, high), (None, high), (low, None), (None, None))))
    start, due = draw(st.none() | later), draw(st.none() | later)
    if start is not None and due is not None:
        start, due = min(start, due), max(start, due)
    state = draw(st.sampled_from(ActionState))
    return Action(
        id=slug,
        title=draw(titles),
        made=draw(days),
        kind=draw(st.none() | st.sampled_from(PracticeKind)),
        skill=skill,
        from_level=step[0],
        to_level=step[1],
        start=start,
        due=due,
        hours=draw(st.none() | st.floats(0, MOST_HOURS)),
        owner=draw(st.sampled_from(Owner)),
        state=state,
        finished=draw(days) if state in (ActionState.DONE, ActionState.DROPPED) else None,
        meeting=draw(st.sampled_from([None, *(meeting.id for meeting in held)])),
        notes=draw(plain),
        evidence=draw(plain),
    )


@st.composite
def meetings(draw: st.DrawFn, slug: str) -> Meeting:
    on = draw(days)
    item = st.builds(AgendaItem, text=names, done=st.booleans(), origin=st.sampled_from(Origin))
    after = st.integers(0, 400).map(lambda length: on + timedelta(length))
    held = Meeting(
        id=slug,
        on=on,
        agenda=draw(plain),
        items=draw(some(item)),
        shared=draw(plain),
        private=draw(plain),
        next_on=draw(st.none() | after),
    )
    if draw(st.booleans()):
        return held
    level = st.none() | st.floats(0, 2)
    promise = st.builds(
        Promise,
        action=slugs,
        title=titles,
        owner=st.sampled_from(Owner),
        due=st.none() | later,
    )
    return replace(
        held,
        closed=min(TODAY, draw(after)),
        agreed=draw(some(st.builds(AgreedLevel, skill=skills, level=level))),
        promised=draw(some(promise)),
        corrections=draw(some(st.builds(Correction, on=days, text=plain))),
        target=draw(st.none() | slugs),
    )


@st.composite
def people(draw: st.DrawFn) -> tuple[Career, ...]:
    found = []
    for slug in draw(unique_slugs(1, 3)):
        present = (draw(roles), draw(days))
        past = draw(st.lists(st.tuples(roles, days), max_size=3, unique=True))
        person = Person(
            id=slug,
            name=draw(said),
            catalogue="mini",
            role=present[0],
            since=present[1],
            positions=tuple(
                Position(
                    role=role,
                    since=since,
                    until=draw(
                        st.none()
                        | st.integers(0, 9999).map(
                            lambda length, since=since: min(TODAY, since + timedelta(length))
                        )
                    ),
                )
                for role, since in past
                if (role, since) != present
            ),
            industry=draw(lines),
            target=draw(st.none() | roles),
            hours_a_week=draw(st.floats(min_value=0, exclude_min=True, max_value=168)),
            wishes=draw(wishes),
        )
        ratings = draw(
            st.lists(
                st.builds(
                    Rating,
                    entry=st.just(0),
                    skill=skills,
                    level=st.none() | st.floats(min_value=0, max_value=2),
                    by=st.sampled_from(Rater),
                    on=days,
                    comment=plain,
                    evidence=plain,
                ),
                max_size=3,
            )
        )
        numbered = tuple(
            Rating(
                entry=entry,
                skill=rating.skill,
                level=rating.level,
                by=rating.by,
                on=rating.on,
                comment=rating.comment,
                evidence=rating.evidence,
            )
            for entry, rating in enumerate(ratings, start=1)
        )
        held = tuple(draw(meetings(slug)) for slug in draw(unique_slugs(0, 2)))
        found.append(
            Career(
                person=person,
                ratings=numbered,
                actions=tuple(draw(actions(slug, held)) for slug in draw(unique_slugs(0, 2))),
                meetings=held,
                kpi_results=draw(results),
                track_choices=draw(choices),
            )
        )
    return tuple(found)


def read_back(*documents: str, suffix: str = "yaml") -> Read:
    """Return what documents hold; `suffix` is that of the last one."""
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents, start=1):
            kind = suffix if number == len(documents) else "yaml"
            path = Path(folder) / f"{number}.{kind}"
            path.write_text(document, encoding="utf-8", newline="")
        return read_files([Path(folder)], today=TODAY)


@settings(max_examples=40)
@given(catalogues())
def test_a_catalogue_reads_back_as_it_was(catalogue: Catalogue) -> None:
    assert read_back(write_catalogue(catalogue)).catalogues == (catalogue,)


@settings(max_examples=60)
@given(people())
def test_people_read_back_as_they_were(everybody: tuple[Career, ...]) -> None:
    """With all that is kept about them, from YAML and from JSON."""
    assert read_back(CATALOGUE, write_people(everybody)).people == everybody
    as_json = write_people(everybody, as_json=True)
    assert read_back(CATALOGUE, as_json, suffix="json").people == everybody
    assert json.loads(as_json).keys() == {"people"}


@settings(max_examples=40)
@given(catalogues())
def test_other_readers_see_text_where_text_is(catalogue: Catalogue) -> None:
    """A reader by YAML 1.1 must not take a name such as `on` or a day for something else."""
    document = yaml.safe_load(write_catalogue(catalogue))
    for role in document["roles"]:
        for part in (role["name"], role["track"], role.get("source", "")):
            said_here = part.values() if isinstance(part, dict) else [part]
            assert all(isinstance(text, str) for text in said_here)


def test_what_is_usual_is_left_out(tmp_path: Path) -> None:
    read = read_text(tmp_path, CATALOGUE + PEOPLE)
    written = yaml.safe_load(write_catalogue(read.catalogues[0]))
    assert written["roles"][0] == {
        "id": "junior",
        "name": "Junior",
        "track": "client",
        "rank": 1,
        "requires": [{"skill": "negotiation", "level": 1.5}],
    }
    assert list(written) == ["catalogue", "scale", "tracks", "skills", "roles", "moves"]


def test_the_same_values_are_written_the_same_way(tmp_path: Path) -> None:
    read = read_text(tmp_path, TWO_TRACKS + PEOPLE + CAREER + AGENDAS + QUESTIONNAIRES)
    first = write_catalogue(read.catalogues[0]) + write_people(read.people)
    again = read_text(tmp_path, first)
    assert write_catalogue(again.catalogues[0]) + write_people(again.people) == first


def test_a_career_is_written_in_the_form_in_which_it_was_read(tmp_path: Path) -> None:
    """Every key has its place, in the order of the page of fields, and days are plain words."""
    read = read_text(tmp_path, TWO_TRACKS + PEOPLE + CAREER + AGENDAS + QUESTIONNAIRES)
    asked = parse_yaml(TWO_TRACKS + PEOPLE + CAREER + AGENDAS + QUESTIONNAIRES)
    assert parse_yaml(write_people(read.people)) == {"people": asked["people"]}
    assert json.loads(write_people(read.people, as_json=True)) == {"people": asked["people"]}
    written = parse_yaml(write_catalogue(read.catalogues[0]))
    assert written["agendas"] == asked["agendas"]
    assert written["questionnaires"] == asked["questionnaires"]


def test_what_is_usual_of_a_career_is_left_out() -> None:
    bare = Career(
        person=Person(id="a", name="A", catalogue="mini", role="junior", since=TODAY),
        actions=(Action(id="action-1", title="Rest", made=TODAY),),
        meetings=(Meeting(id="meeting-1", on=TODAY, items=(AgendaItem(text=Text(en="x")),)),),
        kpi_results=(KpiResult(role="junior", kpi="k", period="2026", reached=0, on=TODAY),),
        track_choices=(TrackChoice(id="choice-1", questionnaire="q", on=TODAY),),
    )
    day = TODAY.isoformat()
    (person,) = json.loads(write_people([bare], as_json=True))["people"]
    assert person == {
        "id": "a",
        "name": "A",
        "catalogue": "mini",
        "role": "junior",
        "since": day,
        "actions": [{"id": "action-1", "title": "Rest", "made": day}],
        "meetings": [{"id": "meeting-1", "on": day, "items": [{"text": {"en": "x"}}]}],
        "kpi_results": [{"role": "junior", "kpi": "k", "period": "2026", "reached": 0, "on": day}],
        "track_choices": [{"id": "choice-1", "questionnaire": "q", "on": day}],
    }
