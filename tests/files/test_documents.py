"""What is read from files, and what becomes of files that are out of order."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from planner.core.model import (
    Kpi,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    RankName,
    Requirement,
    Role,
    Skill,
    TimeShare,
)
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import Source, Text, same_text
from planner.files.documents import read_files
from planner.files.errors import FileErrors
from planner.files.writing import write_catalogue
from tests.files.samples import CATALOGUE, PEOPLE, TODAY, errors_of, read_text, told, worded


def test_a_catalogue_is_read_whole(tmp_path: Path) -> None:
    (catalogue,) = read_text(tmp_path, CATALOGUE).catalogues
    assert (catalogue.id, catalogue.head.version) == ("mini", "1.0.0")
    assert catalogue.head.title == Text(en="Mini", zh="迷你")
    assert catalogue.scale.levels == (
        Level(number=0, name=Text(en="None", zh="无"), hours=0),
        Level(number=1, name=same_text("Aware"), hours=40),
        Level(number=2, name=same_text("Able"), hours=90),
    )
    assert catalogue.skills == (
        Skill(
            id="negotiation",
            name=Text(en="Negotiation", zh="谈判"),
            kind="hard",
            portability=0.8,
            source=Source("article §2"),
            levels=((1.0, same_text("on")), (2.0, Text(en="Two", zh="二"))),
            hours=((1.0, 20.0), (2.0, 60.0)),
            practice=(
                Practice(kind=PracticeKind.EXPERIENCE, to=2, hours=30, text=same_text("Do it")),
            ),
            order=0,
        ),
        Skill(id="contracts", name=same_text("Contracts"), order=1),
    )
    assert catalogue.roles == (
        Role(
            id="junior",
            name=same_text("Junior"),
            track="client",
            rank=1,
            requires=(Requirement(skill="negotiation", level=1.5, weight=1, essential=True),),
            order=0,
        ),
        Role(
            id="senior",
            name=same_text("Senior"),
            track="client",
            rank=2,
            end=True,
            after=("client",),
            purpose=Text(en="Lead", zh="领导"),
            responsibilities=(same_text("Talk"), Text(en="Sell", zh="销售")),
            time=(TimeShare(on=same_text("Talk"), share=100),),
            kpis=(Kpi(id="nps", name=same_text("NPS"), weight=100, source=Source("article §3")),),
            requires=(
                Requirement(
                    skill="negotiation",
                    level=2,
                    weight=3,
                    essential=False,
                    source=Source("editorial"),
                ),
                Requirement(skill="contracts", level=1),
            ),
            order=1,
        ),
    )
    assert catalogue.moves == (
        Move(
            from_role="junior",
            to_role="senior",
            kind=MoveKind.PROMOTION,
            years=(1, 3),
            precondition=same_text("Ready"),
            order=0,
        ),
    )
    assert isinstance(catalogue.roles[0].requires[0].level, float)


def test_people_are_read_with_their_ratings(tmp_path: Path) -> None:
    ((person, ratings),) = read_text(tmp_path, CATALOGUE + PEOPLE).people
    assert person == Person(
        id="lin-wei",
        name="Lin Wei",
        catalogue="mini",
        role="senior",
        since=date(2024, 8, 1),
        positions=(Position(role="junior", since=date(2021, 3, 1), until=date(2024, 7, 31)),),
        industry="software",
        target="junior",
        hours_a_week=5,
    )
    assert ratings == (
        Rating(
            entry=1,
            skill="negotiation",
            level=1,
            by=Rater.SELF,
            on=date(2026, 5, 1),
            comment="no",
            evidence="A deal",
        ),
        Rating(entry=2, skill="contracts", level=None, by=Rater.MANAGER, on=date(2026, 5, 2)),
    )


def test_json_says_the_same_as_yaml(tmp_path: Path) -> None:
    document: dict[str, Any] = {
        "catalogue": {"id": "mini", "version": "1", "title": "Mini"},
        "scale": [{"level": 0, "name": "None"}, {"level": 7, "name": "All"}],
        "skills": [{"id": "s", "name": "S", "levels": {"1": "One", "4.5": "More"}}],
        "tracks": [{"id": "t", "name": "T"}],
        "roles": [
            {
                "id": "r",
                "name": "R",
                "track": "t",
                "rank": 1,
                "requires": [{"skill": "s", "level": 4.62}],
            }
        ],
    }
    read = read_text(tmp_path, json.dumps(document), "file.json")
    assert read.catalogues[0].skills[0].levels == (
        (1.0, same_text("One")),
        (4.5, same_text("More")),
    )
    assert read.catalogues[0].roles[0].requires[0].level == 4.62
    # JSON is YAML too, but for the keys, which are strings there.
    assert read_text(tmp_path, json.dumps(document)) == read


def test_a_folder_is_joined_by_file_name(tmp_path: Path) -> None:
    head, rest = CATALOGUE.split("moves:\n")
    (tmp_path / "b.yaml").write_text("moves:\n" + rest, encoding="utf-8")
    (tmp_path / "a.yml").write_text(head, encoding="utf-8")
    later = {"skills": [{"id": "last", "name": "Last"}]}
    (tmp_path / "c.JSON").write_text(json.dumps(later), encoding="utf-8")
    (tmp_path / "d.yaml").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "notes.md").write_text("not: [read", encoding="utf-8")
    (tmp_path / ".hidden.yaml").write_text("not: [read", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    read = read_files([tmp_path], today=TODAY)
    (catalogue,) = read.catalogues
    assert [(skill.id, skill.order) for skill in catalogue.skills] == [
        ("negotiation", 0),
        ("contracts", 1),
        ("last", 2),
    ]
    assert [person.id for person, _ in read.people] == ["lin-wei"]


def test_ranks_may_have_names(tmp_path: Path) -> None:
    read = read_text(tmp_path, CATALOGUE + "ranks: [{rank: 1, name: Entry}]\n")
    assert read.catalogues[0].head.ranks == (RankName(rank=1, name=same_text("Entry")),)


def test_people_may_belong_to_a_stored_catalogue(tmp_path: Path) -> None:
    (stored,) = read_text(tmp_path, CATALOGUE).catalogues
    path = tmp_path / "people.yaml"
    path.write_text(PEOPLE, encoding="utf-8")
    read = read_files([path], known={"mini": stored}.get, today=TODAY)
    assert [person.id for person, _ in read.people] == ["lin-wei"]
    assert told(errors_of(tmp_path, PEOPLE)) == ["4 person “lin-wei”: there is no catalogue “mini”"]
    wrong = PEOPLE.replace("role: senior", "role: snior").replace("level: 1,", "level: 3,")
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(FileErrors) as raised:
        read_files([path], known={"mini": stored}.get, today=TODAY)
    assert told(raised.value.errors) == [
        "5 person “lin-wei”: there is no role “snior”",
        "13 person “lin-wei”, rating “negotiation”: level 3 lies outside the scale",
    ]


def test_null_is_the_same_as_no_key(tmp_path: Path) -> None:
    text = CATALOGUE.replace(
        "{id: contracts, name: Contracts}",
        "{id: contracts, name: Contracts, source: null, hours: }",
    )
    assert read_text(tmp_path, text) == read_text(tmp_path, CATALOGUE)


def test_an_empty_reason_is_none(tmp_path: Path) -> None:
    text = CATALOGUE.replace("precondition: Ready", "precondition: {en: ''}")
    (catalogue,) = read_text(tmp_path, text).catalogues
    assert catalogue.moves[0].precondition is None


def test_a_byte_order_mark_and_carriage_returns_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + CATALOGUE.replace("\n", "\r\n").encode())
    assert read_files([path], today=TODAY) == read_text(tmp_path, CATALOGUE)


def test_emoji_and_other_scripts_are_text(tmp_path: Path) -> None:
    text = CATALOGUE.replace("name: Junior", 'name: "🚀 Ingénieur 工程师"')
    assert read_text(tmp_path, text).catalogues[0].roles[0].name == same_text("🚀 Ingénieur 工程师")


# Each error alone: what is replaced, by what, and what is told.
ONE_ERROR = [
    ("kind: hard", "knd: hard", "11 skill “negotiation”: the key “knd” is unknown"),
    ("tracks:", "colour: red\ntracks:", "6 the key “colour”: the key “colour” is unknown"),
    (
        "title: {en: Mini, zh: 迷你}",
        "title: 7",
        "1 catalogue “mini”: “title”: “7” is not a text",
    ),
    ("version: 1.0.0", "version: 1.0", "1 catalogue “mini”: “version”: “1.0” is not text"),
    ("{en: Mini, zh: 迷你}", "{en: Mini, fr: Petit}",
     "1 catalogue “mini”: “title”: a text knows only the languages “en” and “zh”"),
    ("name: Junior", "name: ''", "21 role “junior”: “name”: the text is empty"),
    ("name: Junior", "name: '  '", "21 role “junior”: “name”: the text is empty"),
    ("name: Junior", "name: {}",
     "21 role “junior”: “name”: a text knows only the languages “en” and “zh”"),
    ("    name: Junior\n", "", "20 role “junior”: the key “name” is missing"),
    ("name: Junior", "name: null", "21 role “junior”: “name”: “null” is not a text"),
    ("name: Junior", "name: [Junior]", "21 role “junior”: “name”: “['Junior']” is not a text"),
    (
        "name: Junior",
        r'name: "a\x07b"',
        "21 role “junior”: “name”: “a\\x07b” holds a control character",
    ),
    ("id: contracts", "id: ../x", "18 skill “../x”: “../x” is not an id"),
    ("id: contracts", "id: Con tracts", "18 skill “Con tracts”: “Con tracts” is not an id"),
    ("id: contracts", "id: ''", "18 skill “#2”: “” is not an id"),
    ("id: contracts", "id: 12", "18 skill “12”: “id” is 12, which is not text"),
    ("id: contracts", "id: negotiation", "18 skill “negotiation”: “negotiation” stands twice"),
    ("portability: 0.8", "portability: 1.2",
     "12 skill “negotiation”: “portability” is 1.2, which is too large"),
    ("portability: 0.8", "portability: -0.1",
     "12 skill “negotiation”: “portability” is -0.1, which is too small"),
    ("portability: 0.8", "portability: true",
     "12 skill “negotiation”: “portability” is true, which is not a number"),
    ("kind: hard", "kind: firm",
     "11 skill “negotiation”: “kind” is firm, which is not one of its words"),
    ("levels: {1: on,", "levels: {3: on,",
     "14 skill “negotiation”: level 3 lies outside the scale"),
    ("levels: {1: on,", "levels: {one: on,",
     "14 skill “negotiation”: “levels”: a key here is not a level"),
    ("levels: {1: on,", "levels: {true: on,",
     "14 skill “negotiation”: “levels”: a key here is not a level"),
    ("levels: {1: on,", "levels: {'2.0': on,",
     "14 skill “negotiation”: “levels”: a level stands twice here"),
    ("hours: {1: 20, 2: 60}", "hours: {1: 20, 2: 10}",
     "15 skill “negotiation”: the hours fall as the level rises"),
    ("hours: {1: 20, 2: 60}", "hours: {1: -20, 2: 60}",
     "15 skill “negotiation”: “hours” is -20, which is too small"),
    ("hours: {1: 20, 2: 60}", "hours: {2: 60}",
     "15 skill “negotiation”: the hours leave out level 1"),
    ("hours: {1: 20, 2: 60}", "hours: [20, 60]",
     "15 skill “negotiation”: “hours” is not a mapping"),
    ("to: 2,", "to: 5,", "17 skill “negotiation”: level 5 lies outside the scale"),
    ("kind: experience", "kind: reading",
     "17 skill “negotiation”: “kind” is reading, which is not one of its words"),
    ("hours: 90", "hours: 30", "5 scale, level 2: the hours fall as the level rises"),
    ("level: 2, name: Able", "level: 1, name: Able",
     "5 scale, level 1: the scale does not rise here"),
    ("rank: 1", "rank: 0", "23 role “junior”: “rank” is 0, which is not a rank"),
    ("rank: 1", "rank: 1.5", "23 role “junior”: “rank” is 1.5, which is not a rank"),
    ("rank: 1", "rank: true", "23 role “junior”: “rank” is true, which is not a rank"),
    ("rank: 1", "rank: first", "23 role “junior”: “rank” is first, which is not a rank"),
    ("rank: 1", f"rank: {10**30}", f"23 role “junior”: “rank” is {10**30}, which is not a rank"),
    ("end: true", "end: yes", "30 role “senior”: “end” is yes, neither true nor false"),
    ("end: true", "end: 1", "30 role “senior”: “end” is 1, neither true nor false"),
    ("track: client\n    rank: 1", "track: cliet\n    rank: 1",
     "22 role “junior”: there is no track “cliet”"),
    ("after: [client]", "after: [clint]", "31 role “senior”: there is no track “clint”"),
    ("after: [client]", "after: client", "31 role “senior”: “after” is not a list"),
    ("share: 100", "share: 0", "35 role “senior”: “share” is 0, which is not positive"),
    ("weight: 100,", "weight: -1,",
     "37 role “senior”, KPI “nps”: “weight” is -1, which is not positive"),
    ("- {skill: negotiation, level: 1.5}", "- {skill: negotiatio, level: 1.5}",
     "25 role “junior”, requirement “negotiatio”: there is no skill “negotiatio”"),
    ("level: 1.5", "level: 2.1",
     "25 role “junior”, requirement “negotiation”: level 2.1 lies outside the scale"),
    ("level: 1.5", "level: -0.5",
     "25 role “junior”, requirement “negotiation”: level -0.5 lies outside the scale"),
    ("level: 1.5", "level: '1.5'",
     "25 role “junior”, requirement “negotiation”: “level” is 1.5, which is not a number"),
    ("level: 1.5", "level: false",
     "25 role “junior”, requirement “negotiation”: “level” is false, which is not a number"),
    ("weight: 3", "weight: 0",
     "39 role “senior”, requirement “negotiation”: “weight” is 0, which is not positive"),
    ("weight: 3", "weight: -3",
     "39 role “senior”, requirement “negotiation”: “weight” is -3, which is not positive"),
    ("weight: 3", "weight: .nan",
     "39 role “senior”, requirement “negotiation”: “weight” is nan, which is not a number"),
    ("weight: 3", "weight: .inf",
     "39 role “senior”, requirement “negotiation”: “weight” is inf, which is not a number"),
    ("weight: 3", "weight: 1e999",
     "39 role “senior”, requirement “negotiation”: “weight” is inf, which is not a number"),
    ("weight: 3", "weight: 1e12",
     "39 role “senior”, requirement “negotiation”: “weight” is 1000000000000.0,"
     " which is too large"),
    ("essential: false", "essential: no",
     "39 role “senior”, requirement “negotiation”: “essential” is no, neither true nor false"),
    ("- {skill: contracts, level: 1}", "- {skill: negotiation, level: 1}",
     "40 role “senior”, requirement “negotiation”: the role requires “negotiation” twice"),
    ("- {skill: contracts, level: 1}", "- contracts",
     "40 role “senior”, requirement “#2”: “contracts” stands where a record should"),
    ("to: senior", "to: seniro", "42 move “junior” to “seniro”: there is no role “seniro”"),
    ("kind: promotion", "kind: promotoin",
     "42 move “junior” to “senior”: “kind” is promotoin, which is not one of its words"),
    ("years: [1, 3]", "years: [3, 1]",
     "42 move “junior” to “senior”: “years”: the usual years fall from 3 to 1"),
    ("years: [1, 3]", "years: [1]",
     "42 move “junior” to “senior”: “years” does not hold two numbers"),
    ("years: [1, 3]", "years: [1, 2, 3]",
     "42 move “junior” to “senior”: “years” does not hold two numbers"),
    ("years: [1, 3]", "years: [-1, 3]",
     "42 move “junior” to “senior”: “years” is -1, which is too small"),
    ("years: [1, 3]", "years: 2", "42 move “junior” to “senior”: “years” is not a list"),
    (
        "moves:\n",
        "moves:\n  - {from: junior, to: senior, kind: promotion}\n",
        "43 move “junior” to “senior”: the same move of the same kind stands twice",
    ),
    ("catalogue: mini", "catalogue: maxi", "46 person “lin-wei”: there is no catalogue “maxi”"),
    ("role: senior\n", "role: sinior\n", "47 person “lin-wei”: there is no role “sinior”"),
    ("target: junior", "target: boss", "52 person “lin-wei”: there is no role “boss”"),
    ("since: 2024-08-01", "since: 2024-8-1",
     "48 person “lin-wei”: “since”: “2024-8-1” is not a day"),
    ("since: 2024-08-01", "since: 2024-02-30",
     "48 person “lin-wei”: “since”: “2024-02-30” is not a day"),
    ("since: 2024-08-01", "since: 20240801",
     "48 person “lin-wei”: “since”: “20240801” is not a day"),
    ("since: 2024-08-01", "since: 2026-11-24",
     "48 person “lin-wei”: the day 24 Nov 2026 lies in the future"),
    ("until: 2024-07-31", "until: 2021-02-28",
     "50 person “lin-wei”, position “junior”: the position ends before it begins"),
    ("{role: junior, since: 2021", "{role: juno, since: 2021",
     "50 person “lin-wei”, position “juno”: there is no role “juno”"),
    ("{role: junior, since: 2021-03-01, until: 2024-07-31}",
     "{role: senior, since: 2024-08-01}",
     "50 person “lin-wei”, position “senior”: the same position stands twice"),
    ("hours_a_week: 5", "hours_a_week: 0",
     "53 person “lin-wei”: “hours_a_week” is 0, which is not positive"),
    ("hours_a_week: 5", "hours_a_week: 169",
     "53 person “lin-wei”: “hours_a_week” is 169, which is too large"),
    ("by: self", "by: boss",
     "55 person “lin-wei”, rating “negotiation”: “by” is boss, which is not one of its words"),
    ("level: n/a", "level: na",
     "56 person “lin-wei”, rating “contracts”: “level”: “na” is neither a level nor “n/a”"),
    ("level: n/a", "level: true",
     "56 person “lin-wei”, rating “contracts”: “level”: “true” is neither a level nor “n/a”"),
    ("level: n/a", "level: null",
     "56 person “lin-wei”, rating “contracts”: “level”: “null” is neither a level nor “n/a”"),
    ("level: n/a", "level: 2.5",
     "56 person “lin-wei”, rating “contracts”: level 2.5 lies outside the scale"),
    ("on: 2026-05-02", "on: 2026-11-24",
     "56 person “lin-wei”, rating “contracts”: the day 24 Nov 2026 lies in the future"),
    ("{skill: contracts, level: n/a", "{skill: contract, level: n/a",
     "56 person “lin-wei”, rating “contract”: there is no skill “contract”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), ONE_ERROR, ids=[f"{new!s:.40}" for _, new, _ in ONE_ERROR]
)
def test_one_error_is_told_with_line_and_record(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    text = CATALOGUE + PEOPLE
    errors = errors_of(tmp_path, text.replace(old, new, 1))
    assert old in text
    assert expected in told(errors)
    assert all(worded(error.remedy) for error in errors)
    # An id that is renamed leaves its references behind; nothing else brings a second error.
    assert len(errors) == 1 or old.startswith(("id:", "level: 2, name", "levels: {1: on,"))


def test_every_error_is_found_at_once(tmp_path: Path) -> None:
    text = CATALOGUE + PEOPLE
    single = [case for case in ONE_ERROR if case[0] in (
        "portability: 0.8", "end: true", "hours_a_week: 5", "by: self", "to: 2,", "weight: 100,",
    )]  # fmt: skip
    expected = []
    for old, new, told_alone in {case[0]: case for case in single}.values():
        text = text.replace(old, new, 1)
        expected.append(told_alone)
    text = text.replace("to: senior", "to: seniro").replace("level: n/a", "level: 7")
    expected.append("42 move “junior” to “seniro”: there is no role “seniro”")
    expected.append("56 person “lin-wei”, rating “contracts”: level 7 lies outside the scale")
    assert told(errors_of(tmp_path, text)) == sorted(expected, key=lambda one: int(one.split()[0]))


def test_the_first_error_and_the_number_of_others_are_worded(tmp_path: Path) -> None:
    text = CATALOGUE.replace("rank: 1", "rank: 0").replace("end: true", "end: 1")
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileErrors) as raised:
        read_files([path], today=TODAY)
    assert [worded(sentence) for sentence in raised.value.sentences] == [
        f"{path}, line 23, role “junior”: “rank” is 0, which is not a rank",
        "Nothing was imported. There is 1 more error; “check” lists them all.",
        "Write a whole number from 1 to 9999.",
    ]


def test_the_nearest_name_is_proposed(tmp_path: Path) -> None:
    errors = errors_of(tmp_path, CATALOGUE.replace("portability", "portabilty"))
    assert [worded(error.remedy) for error in errors] == [
        "Write “portability” if that is meant, or remove the key."
    ]
    errors = errors_of(tmp_path, CATALOGUE.replace("to: senior", "to: seniro"))
    assert [worded(error.remedy) for error in errors] == ["Write “senior” if that is meant."]


def test_lines_and_records_stay_true_behind_an_unfit_record(tmp_path: Path) -> None:
    text = CATALOGUE.replace("  - id: negotiation", "  - foo\n  - id: negotiation")
    text = text.replace("id: contracts, name", "id: contracts, nam")
    assert told(errors_of(tmp_path, text)) == [
        "9 skill “#1”: “foo” stands where a record should",
        "19 skill “contracts”: the key “name” is missing",
        "19 skill “contracts”: the key “nam” is unknown",
    ]
    text = CATALOGUE.replace("roles:\n", "roles:\n  - 1\n").replace("level: 1.5", "level: 9")
    assert told(errors_of(tmp_path, text)) == [
        "20 role “#1”: “1” stands where a record should",
        "26 role “junior”, requirement “negotiation”: level 9 lies outside the scale",
    ]


def test_json_errors_have_lines_too(tmp_path: Path) -> None:
    text = """{
\t"catalogue": {"id": "x", "version": "1", "title": "X"},
\t"scale": [{"level": 0, "name": "None"},
\t          {"level": 1, "name": "a \\" { ["}],
\t"skills": [{"id": "s", "name": "S"}], "tracks": [],
\t"moves": [
\t\t{"from": "a", "to": "b",
\t\t "kind": "return"}
\t]
}
"""
    assert told(errors_of(tmp_path, text, "file.json")) == [
        "7 move “a” to “b”: there is no role “a”",
        "7 move “a” to “b”: there is no role “b”",
    ]


WHOLE = [
    ("", "1 the document: the document is empty"),
    ("# nothing\n", "None the document: the document is empty"),
    ("{}", "1 the document: the document is empty"),
    ("---\n", "2 the document: the document is empty"),
    ("- a\n- b\n", "1 the document: the document is not a mapping"),
    ("just words", "1 the document: the document is not a mapping"),
    ("42", "1 the document: the document is not a mapping"),
    ("people: {}\n", "1 the key “people”: “people” is not a list"),
    ("people: [1]\n", "1 person “#1”: “1” stands where a record should"),
    ("a: 1\na: 2\n", "2 the document: the key “a” stands twice in one place"),
    ("a: {b: 1, 'b': 2}\n", "1 the document: the key “b” stands twice in one place"),
    ("a: {1: x, 1.0: y}\n", "1 the document: the key “1.0” stands twice in one place"),
    ("a: &x 1\nb: *x\n", "1 the document: an anchor (“&x”) is not allowed"),
    ("a: *x\n", "1 the document: an alias (“*x”) is not allowed"),
    ("a: !!str 1\n", "1 the document: a tag (“tag:yaml.org,2002:str”) is not allowed"),
    ("a: !!python/object:os.system {}\n",
     "1 the document: a tag (“tag:yaml.org,2002:python/object:os.system”) is not allowed"),
    ("a: 1\n---\nb: 2\n", "2 the document: a second document begins here"),
    ("? [a]\n: b\n", "1 the document: a key is a list or a mapping"),
    ("a:\n\t- b\n", "2 the document: a tab is used for indentation"),
    ("[" * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ("{a: " * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ("a: 1\nb: \x00\n", "2 the document: a control character is not allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE, ids=[text[:30] for text, _ in WHOLE])
def test_a_text_that_is_no_document_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    (found,) = told(errors_of(tmp_path, text))
    assert found == expected or found == expected.replace("1 ", "None ", 1)


WHOLE_JSON = [
    ("", "1 the document: the file is not well-formed JSON (Expecting value)"),
    ("{", "1 the document: the file is not well-formed JSON"
          " (Expecting property name enclosed in double quotes)"),
    ('{"a": 1,\n "a": 2}', "2 the document: the key “a” stands twice in one place"),
    ('{"a": {"b": [],\n"b": {}}}', "2 the document: the key “b” stands twice in one place"),
    ('{"a":\nNaN}', "2 the document: “NaN” is not a number"),
    ('{"a": [1,\n-Infinity]}', "2 the document: “-Infinity” is not a number"),
    ('{"a": 1' + "0" * 5000 + "}", "1 the document: a number is too long"),
    ("[" * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ('{"a":' * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ("[" * 100 + "]" * 100, "1 the document: lists and mappings are nested too deeply"),
    ("[]", "1 the document: the document is not a mapping"),
    ("null", "1 the document: the document is empty"),
    ('{"people": [{"id": "a\\ud800"}]}',
     "1 person “a\\ud800”: “a\\ud800” holds a control character"),
    ('{"catalogue": {"licence": "a\\u0000"}}',
     "1 the catalogue: “licence”: “a\\x00” holds a control character"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), WHOLE_JSON, ids=[text[:30] for text, _ in WHOLE_JSON]
)
def test_a_text_that_is_no_json_document_is_refused(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert expected in told(errors_of(tmp_path, text, "file.json"))


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    (catalogue,) = read_text(tmp_path, CATALOGUE).catalogues
    text = json.dumps(yaml.safe_load(write_catalogue(catalogue)))
    assert read_text(tmp_path, text, "file.json").catalogues == (catalogue,)
    for length in range(0, len(text), 17):
        assert errors_of(tmp_path, text[:length], "file.json"), length


def test_a_cut_text_is_read_or_refused_but_never_a_fault(tmp_path: Path) -> None:
    text = CATALOGUE + PEOPLE
    refused = [length for length in range(0, len(text), 7) if errors_of(tmp_path, text[:length])]
    assert len(refused) > len(text) / 7 / 2


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    (found,) = told(errors_of(tmp_path, "\n".join(lines)))
    assert found == "1 the document: an anchor (“&a0”) is not allowed"


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)), b"\xff\xfe" + "people: []".encode("utf-16-le"), "人员".encode("gb18030")],
    ids=["binary", "utf-16", "gb18030"],
)
def test_what_is_not_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(content)
    with pytest.raises(FileErrors) as raised:
        read_files([path], today=TODAY)
    assert told(raised.value.errors)[0].endswith("the file is not a text in UTF-8")


def test_texts_have_their_limits(tmp_path: Path) -> None:
    long = "x" * 10_000
    assert told(errors_of(tmp_path, CATALOGUE.replace("name: Junior", f"name: {long}"))) == [
        "21 role “junior”: “name”: the text is 10,000 characters long; 300 are allowed"
    ]
    (found,) = told(errors_of(tmp_path, CATALOGUE.replace("id: mini", f"id: {long}")))
    assert len(found) < 200
    purpose = CATALOGUE.replace("en: Lead", f"en: {long}")
    assert read_text(tmp_path, purpose).catalogues[0].roles[1].purpose.en == long


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileErrors) as raised:
        read_files([tmp_path / "none.yaml"], today=TODAY)
    assert told(raised.value.errors) == [
        "None the document: the file cannot be read (No such file or directory)"
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 65 * 1024 * 1024)
    with pytest.raises(FileErrors) as raised:
        read_files([path], today=TODAY)
    assert told(raised.value.errors) == ["None the document: the file is larger than 64 MB"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileErrors) as raised:
        read_files([tmp_path], today=TODAY)
    assert told(raised.value.errors) == [
        "None the document: the folder holds no catalogue and no people"
    ]


def test_catalogue_and_scale_stand_once_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CATALOGUE, encoding="utf-8")
    second = "catalogue: {id: other, version: '1', title: Other}\n"
    (tmp_path / "b.yaml").write_text(second, encoding="utf-8")
    with pytest.raises(FileErrors) as raised:
        read_files([tmp_path], today=TODAY)
    assert told(raised.value.errors) == [
        "1 catalogue “other”: the key “catalogue” stands in more than one document"
    ]


@pytest.mark.parametrize("key", ["catalogue", "scale"])
def test_a_catalogue_has_a_head_and_a_scale(tmp_path: Path, key: str) -> None:
    lines = CATALOGUE.splitlines(keepends=True)
    text = "".join(lines[1:] if key == "catalogue" else [lines[0], *lines[5:]])
    assert told(errors_of(tmp_path, text)) == [f"1 the document: the key “{key}” is missing"]
    emptied = CATALOGUE.replace("".join(lines[1:5]), "scale: []\n")
    assert told(errors_of(tmp_path, emptied)) == ["2 the key “scale”: the scale has no levels"]


def test_two_catalogues_of_one_id_are_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(CATALOGUE, encoding="utf-8")
    two.write_text(CATALOGUE, encoding="utf-8")
    with pytest.raises(FileErrors) as raised:
        read_files([one, two], today=TODAY)
    (error,) = raised.value.errors
    assert (error.file, error.line) == (str(two), 1)
    two.write_text(CATALOGUE.replace("id: mini", "id: second"), encoding="utf-8")
    read = read_files([one, two], today=TODAY)
    assert [catalogue.id for catalogue in read.catalogues] == ["mini", "second"]
    assert read.catalogues[1].skills == read.catalogues[0].skills


def test_an_error_in_one_file_refuses_them_all(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(CATALOGUE, encoding="utf-8")
    two.write_text("people: [", encoding="utf-8")
    with pytest.raises(FileErrors) as raised:
        read_files([one, two], today=TODAY)
    assert [error.file for error in raised.value.errors] == [str(two)]


def test_a_person_stands_once_in_a_catalogue(tmp_path: Path) -> None:
    again = PEOPLE + PEOPLE.removeprefix("people:\n")
    assert told(errors_of(tmp_path, CATALOGUE + again)) == [
        "57 person “lin-wei”: “lin-wei” stands twice"
    ]


def test_mending_keeps_the_order_of_records(tmp_path: Path) -> None:
    text = CATALOGUE.replace("rank: 2", "rank: 2\n    source: null")
    (plain,) = read_text(tmp_path, CATALOGUE).catalogues
    (mended,) = read_text(tmp_path, text).catalogues
    assert [role.order for role in mended.roles] == [0, 1]
    assert mended == replace(plain)


def test_the_scalars_of_the_core_schema(tmp_path: Path) -> None:
    """YAML 1.2 §10.3.2: no, on, 12:30, 1_000 and 2024-01-01 are strings; 0o17 is 15."""
    text = CATALOGUE
    for number, written in ((15, "0o17"), (255, "0xFF"), (0.5, ".5"), (2.0, "2."), (30.0, "3e1")):
        found = read_text(tmp_path, text.replace("weight: 3", f"weight: {written}"))
        assert found.catalogues[0].roles[1].requires[0].weight == number
    for word in ("on", "No", "y", "12:30", "1_000", "2024-01-01", "0b1", "<<", "1.2.3", "-x", "+"):
        found = read_text(tmp_path, text.replace("name: Junior", f"name: {word}"))
        assert found.catalogues[0].roles[0].name == same_text(word)
    for written, value in (("TRUE", True), ("True", True), ("FALSE", False), ("false", False)):
        found = read_text(tmp_path, text.replace("end: true", f"end: {written}"))
        assert found.catalogues[0].roles[1].end is value
