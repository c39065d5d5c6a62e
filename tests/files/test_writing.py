"""What is written reads back as the same values, whatever they are."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.career import Career
from planner.core.model import (
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
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import Source, Text
from planner.files.documents import Read, read_files
from planner.files.values import SLUG
from planner.files.writing import write_catalogue, write_people
from tests.files.samples import CATALOGUE, PEOPLE, TODAY, read_text

# What YAML could take for something else than text.
TRICKY = ("on", "No", "null", "~", "1.0", "1e3", "0o17", ".inf", "2024-01-01", "=", "<<", "- a",
          "# b", "a: b", "a #b", "'", '"', "{x}", "[", "&a", "*a", "!t", "%", "@", "\\", " x ",
          "a\nb\n", "\n", "\t", "n/a",
           "🚀", "人\u2028员", "\u00a0", "\ufeff", "…" * 150, "12:30")  # fmt: skip
letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
plain = st.one_of(st.sampled_from(TRICKY), st.text(letters, max_size=60))
said = plain.filter(lambda text: bool(text.strip()))
texts = st.one_of(
    st.builds(lambda both: Text(en=both, zh=both), plain),
    st.builds(lambda en, zh: Text(en=en, zh=zh), plain, plain),
)
names = st.builds(lambda en, zh: Text(en=en, zh=zh), said, said | st.just(""))
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
                            text=names,
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
            responsibilities=tuple(draw(st.lists(names, max_size=2))),
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
            source=draw(sources),
            licence=draw(plain),
            attribution=draw(texts),
        ),
        skills=tuple(skills),
        roles=tuple(roles),
        moves=tuple(moves),
    )


@st.composite
def people(draw: st.DrawFn) -> tuple[Career, ...]:
    roles = st.sampled_from(("junior", "senior"))
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
            industry=draw(plain),
            target=draw(st.none() | roles),
            hours_a_week=draw(st.floats(min_value=0, exclude_min=True, max_value=168)),
        )
        ratings = draw(
            st.lists(
                st.builds(
                    Rating,
                    entry=st.just(0),
                    skill=st.sampled_from(("negotiation", "contracts")),
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
        found.append(Career(person=person, ratings=numbered))
    return tuple(found)


def read_back(*documents: str) -> Read:
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            path = Path(folder) / f"{number}.yaml"
            path.write_text(document, encoding="utf-8", newline="")
        return read_files([Path(folder)], today=TODAY)


@settings(max_examples=40)
@given(catalogues())
def test_a_catalogue_reads_back_as_it_was(catalogue: Catalogue) -> None:
    assert read_back(write_catalogue(catalogue)).catalogues == (catalogue,)


@settings(max_examples=40)
@given(people())
def test_people_read_back_as_they_were(
    everybody: tuple[Career, ...],
) -> None:
    assert read_back(CATALOGUE, write_people(everybody)).people == everybody


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
    read = read_text(tmp_path, CATALOGUE + PEOPLE)
    first = write_catalogue(read.catalogues[0]) + write_people(read.people)
    again = read_text(tmp_path, first)
    assert write_catalogue(again.catalogues[0]) + write_people(again.people) == first
