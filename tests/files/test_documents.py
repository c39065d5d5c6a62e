"""What is read from files, and what becomes of files that are out of order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

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
from tests.files.samples import CATALOGUE, PEOPLE, TODAY, errors_of, read_text, told


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
    (career,) = read_text(tmp_path, CATALOGUE + PEOPLE).people
    person, ratings = career.person, career.ratings
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
    assert [career.person.id for career in read.people] == ["lin-wei"]


def test_ranks_may_have_names(tmp_path: Path) -> None:
    read = read_text(tmp_path, CATALOGUE + "ranks: [{rank: 1, name: Entry}]\n")
    assert read.catalogues[0].head.ranks == (RankName(rank=1, name=same_text("Entry")),)


def test_people_may_belong_to_a_stored_catalogue(tmp_path: Path) -> None:
    (stored,) = read_text(tmp_path, CATALOGUE).catalogues
    path = tmp_path / "people.yaml"
    path.write_text(PEOPLE, encoding="utf-8")
    read = read_files([path], known={"mini": stored}.get, today=TODAY)
    assert [career.person.id for career in read.people] == ["lin-wei"]
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
