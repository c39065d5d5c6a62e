"""What is told of documents that are out of order: each error alone, and all of them together."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.files.documents import read_files
from planner.files.errors import FileErrors
from tests.files.samples import CATALOGUE, PEOPLE, TODAY, errors_of, told, worded

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
    ("- {id: nps, name: NPS, weight: 100, source: article §3}",
     "- {id: nps, name: NPS, weight: 50}\n      - {id: nps, name: NPS, weight: 50}",
     "38 role “senior”, KPI “nps”: “nps” stands twice"),
    ("- {id: client, name: Client}", "- {id: client, name: Client, head: x}",
     "7 track “client”: the key “head” is unknown"),
    ("tracks:", "ranks: [{rank: 1, name: ''}]\ntracks:", "6 rank 1: “name”: the text is empty"),
    ("tracks:", "ranks: [{rank: 1, name: A}, {rank: 1, name: B}]\ntracks:",
     "6 rank 1: “1” stands twice"),
    ("from: junior, to", "from: 1, to", "42 move “1” to “senior”: “from” is 1, which is not text"),
    ("from: junior, to", "to", "42 move “#1”: the key “from” is missing"),
    ("requires:\n      - {skill: negotiation, level: 1.5}", "requires: {}",
     "24 role “junior”: “requires” is not a list"),
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


def test_a_move_of_an_unknown_kind_is_checked_for_the_rest(tmp_path: Path) -> None:
    text = CATALOGUE.replace("to: senior, kind: promotion", "to: seniro, kind: promotoin")
    assert told(errors_of(tmp_path, text)) == [
        "42 move “junior” to “seniro”: “kind” is promotoin, which is not one of its words",
        "42 move “junior” to “seniro”: there is no role “seniro”",
    ]
    # What kind was meant is not known, so it is no second move of the same kind.
    twice = "moves:\n  - 1\n  - {from: junior, to: senior, kind: promotoin}\n"
    assert told(errors_of(tmp_path, CATALOGUE.replace("moves:\n", twice))) == [
        "42 move “#1”: “1” stands where a record should",
        "43 move “junior” to “senior”: “kind” is promotoin, which is not one of its words",
    ]


def test_a_practice_of_an_unknown_kind_is_checked_for_the_rest(tmp_path: Path) -> None:
    text = CATALOGUE.replace("kind: experience", "kind: reading").replace("to: 2,", "to: 9,")
    assert told(errors_of(tmp_path, text)) == [
        "17 skill “negotiation”: “kind” is reading, which is not one of its words",
        "17 skill “negotiation”: level 9 lies outside the scale",
    ]


def test_the_first_error_and_the_number_of_others_are_worded(tmp_path: Path) -> None:
    text = CATALOGUE.replace("rank: 1", "rank: 0").replace("end: true", "end: 1")
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileErrors) as raised:
        read_files([path], today=TODAY)
    assert [worded(sentence) for sentence in raised.value.sentences] == [
        f"{path}, line 23, role “junior”: “rank” is 0, which is not a rank.",
        "Nothing was imported. There is 1 more error; “check” lists them all.",
        "Write a whole number from 1 to 9999.",
    ]
    assert [worded(error.sentences[0]) for error in raised.value.errors] == [
        f"{path}, line 23, role “junior”: “rank” is 0, which is not a rank.",
        f"{path}, line 30, role “senior”: “end” is 1, neither true nor false.",
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


def test_references_into_a_part_that_cannot_be_read_are_no_errors(tmp_path: Path) -> None:
    start, end = CATALOGUE.index("skills:"), CATALOGUE.index("roles:")
    text = CATALOGUE[:start] + "skills: none\n" + CATALOGUE[end:] + PEOPLE
    assert told(errors_of(tmp_path, text)) == ["8 the key “skills”: “skills” is not a list"]
    # An id that is no slug is known all the same.
    text = (CATALOGUE + PEOPLE).replace("contracts", "con tracts")
    assert told(errors_of(tmp_path, text)) == ["18 skill “con tracts”: “con tracts” is not an id"]


def test_a_scale_that_cannot_be_read_puts_no_level_outside(tmp_path: Path) -> None:
    text = CATALOGUE.replace("level: 2, name: Able", "level: two, name: Able")
    assert told(errors_of(tmp_path, text)) == [
        "5 scale, level two: “level” is two, which is not a number"
    ]


def test_thousands_of_errors_are_told_in_reasonable_time(tmp_path: Path) -> None:
    """Only the first names are compared with all others for the nearest one."""
    moves = [f"  - {{from: nobody-{n}, to: junior, kind: return}}\n" for n in range(3000)]
    errors = errors_of(tmp_path, CATALOGUE + "".join(moves))
    assert len(errors) == 3000
