"""Plans, one-on-ones, KPI results, wishes and agendas: what is read and what is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

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
)
from planner.core.model import Agenda, PracticeKind
from planner.core.people import Stance, Wish
from planner.core.text import Source, Text, same_text
from planner.files.documents import read_files
from planner.files.errors import FileErrors
from planner.files.yaml_text import parse_yaml
from tests.files.samples import (
    AGENDAS,
    CAREER,
    CATALOGUE,
    PEOPLE,
    TODAY,
    errors_of,
    read_text,
    told,
    worded,
)

WHOLE = CATALOGUE + PEOPLE + CAREER + AGENDAS
PERSON = "person “lin-wei”"


def line_of(words: str) -> int:
    """The number of the first line that holds these words."""
    return 1 + WHOLE[: WHOLE.index(words)].count("\n")


def test_a_career_is_read_whole(tmp_path: Path) -> None:
    (career,) = read_text(tmp_path, WHOLE).people
    assert career.person.wishes == (
        Wish(
            role="junior",
            stance=Stance.NOT_WANTED,
            on=date(2026, 1, 5),
            note="I like it here.",
        ),
    )
    assert career.actions == (
        Action(
            id="action-1",
            title="Read the law",
            made=date(2026, 5, 1),
            kind=PracticeKind.EDUCATION,
            skill="contracts",
            from_level=1,
            to_level=2,
            start=date(2026, 5, 2),
            due=date(2027, 1, 31),
            hours=12.5,
            owner=Owner.MANAGER,
            state=ActionState.DONE,
            finished=date(2026, 6, 1),
            meeting="meeting-1",
            notes="Two evenings",
            evidence="The certificate",
        ),
        Action(id="action-2", title="Rest", made=date(2026, 5, 3)),
    )
    assert career.meetings == (
        Meeting(
            id="meeting-1",
            on=date(2026, 5, 1),
            agenda="regular",
            items=(
                AgendaItem(text=Text(en="Last time", zh="上次"), done=True, origin=Origin.CARRIED),
                AgendaItem(text=same_text("Holidays"), done=False, origin=Origin.TEMPLATE),
            ),
            shared="We met.",
            private="He is tired.",
            closed=date(2026, 5, 2),
            next_on=date(2027, 6, 1),
            agreed=(
                AgreedLevel(skill="negotiation", level=1),
                AgreedLevel(skill="contracts", level=None),
            ),
            promised=(
                Promise(
                    action="action-1",
                    title="Read the law",
                    owner=Owner.MANAGER,
                    due=date(2026, 6, 30),
                ),
            ),
            corrections=(Correction(on=date(2026, 5, 3), text="It was noon."),),
            target="senior",
        ),
        Meeting(id="meeting-2", on=date(2026, 6, 1)),
    )
    assert career.kpi_results == (
        KpiResult(
            role="senior",
            kpi="nps",
            period="2026-Q1",
            reached=92.5,
            on=date(2026, 4, 2),
            note="Late",
        ),
        KpiResult(role="senior", kpi="nps", period="2025", reached=0, on=date(2026, 1, 2)),
    )


def test_agendas_belong_to_the_catalogue(tmp_path: Path) -> None:
    (catalogue,) = read_text(tmp_path, CATALOGUE + AGENDAS).catalogues
    assert catalogue.head.agendas == (
        Agenda(
            id="regular",
            name=Text(en="Regular", zh="例行"),
            items=(same_text("Last time"), Text(en="Next", zh="下次")),
            source=Source("editorial"),
        ),
        Agenda(id="bare", name=same_text("Bare")),
    )
    alone = tmp_path / "alone"
    alone.mkdir()
    assert told(errors_of(alone, AGENDAS)) == [
        "1 the document: the key “catalogue” is missing",
        "1 the document: the key “scale” is missing",
    ]


def test_json_says_the_same(tmp_path: Path) -> None:
    text = json.dumps(parse_yaml(WHOLE), ensure_ascii=False, indent=1)
    assert read_text(tmp_path, text, "file.json") == read_text(tmp_path, WHOLE)


# Each error alone: what is replaced, by what, and what is told.
AGREED = "{skill: negotiation, level: 1}\n          -"
NOT_RATED = "{skill: contracts, level: n/a}\n        promised"
ACTION, BARE = f"{PERSON}, action “action-1”", f"{PERSON}, action “action-2”"
MEETING, SECOND = f"{PERSON}, one-on-one “meeting-1”", f"{PERSON}, one-on-one “meeting-2”"
WISH, RESULT = f"{PERSON}, wish for “junior”", f"{PERSON}, KPI result “nps”"
FUTURE = "the day 24 Nov 2026 lies in the future"
ONE_ERROR = [
    # Keys, at each level.
    ("    wishes:", "    wishs:", f"{PERSON}: the key “wishs” is unknown"),
    ("note: I like", "nte: I like", f"{WISH}: the key “nte” is unknown"),
    ("kind: education", "knd: education", f"{ACTION}: the key “knd” is unknown"),
    ("private:", "privat:", f"{MEETING}: the key “privat” is unknown"),
    ("{text: Holidays}", "{text: Holidays, ticked: true}",
     f"{MEETING}: the key “ticked” is unknown"),
    (AGREED, AGREED.replace("}", ", by: self}"),
     f"{MEETING}: the key “by” is unknown"),
    ("owner: manager, due", "ownr: x, owner: manager, due",
     f"{MEETING}: the key “ownr” is unknown"),
    ("{on: 2026-05-03, text", "{on: 2026-05-03, by: me, text",
     f"{MEETING}: the key “by” is unknown"),
    ("note: Late", "notes: Late", f"{RESULT}: the key “notes” is unknown"),
    ("items: [Last", "points: [Last", "agenda “regular”: the key “points” is unknown"),
    # What must be there.
    ("{role: junior, stance", "{stance", f"{PERSON}, wish for “#1”: the key “role” is missing"),
    ("stance: not-wanted, ", "", f"{WISH}: the key “stance” is missing"),
    ("id: action-2, ", "", f"{PERSON}, action “#2”: the key “id” is missing"),
    ("title: Rest, ", "", f"{BARE}: the key “title” is missing"),
    ("title: Rest, made: 2026-05-03", "title: Rest", f"{BARE}: the key “made” is missing"),
    (", on: 2026-06-01", "", f"{SECOND}: the key “on” is missing"),
    ("{id: meeting-2, ", "{", f"{PERSON}, one-on-one “#2”: the key “id” is missing"),
    ("{text: Holidays}", "{done: true}", f"{MEETING}: the key “text” is missing"),
    (NOT_RATED, NOT_RATED.replace(", level: n/a", ""),
     f"{MEETING}: the key “level” is missing"),
    ("{action: action-1, ", "{", f"{MEETING}: the key “action” is missing"),
    ("title: Read the law, owner", "owner", f"{MEETING}: the key “title” is missing"),
    ("owner: manager, due", "due", f"{MEETING}: the key “owner” is missing"),
    (", text: It was noon.", "", f"{MEETING}: the key “text” is missing"),
    ("role: senior, kpi: nps, period: 2026", "kpi: nps, period: 2026",
     f"{RESULT}: the key “role” is missing"),
    ("kpi: nps, period: 2026", "period: 2026",
     f"{PERSON}, KPI result “#1”: the key “kpi” is missing"),
    ("period: 2026-Q1, ", "", f"{RESULT}: the key “period” is missing"),
    ("reached: 92.5, ", "", f"{RESULT}: the key “reached” is missing"),
    ("on: 2026-04-02, ", "", f"{RESULT}: the key “on” is missing"),
    ("    name: {en: Regular, zh: 例行}\n", "", "agenda “regular”: the key “name” is missing"),
    # Words, numbers and days.
    ("not-wanted", "unwanted", f"{WISH}: “stance” is unwanted, which is not one of its words"),
    ("note: I like it here.", "note: 5", f"{WISH}: “note”: “5” is not text"),
    ("kind: education", "kind: rest", f"{ACTION}: “kind” is rest, which is not one of its words"),
    ("owner: manager\n", "owner: boss\n",
     f"{ACTION}: “owner” is boss, which is not one of its words"),
    ("state: done", "state: finished",
     f"{ACTION}: “state” is finished, which is not one of its words"),
    ("title: Rest", "title: ''", f"{BARE}: “title”: the text is empty"),
    ("title: Rest", "title: [Rest]", f"{BARE}: “title”: “['Rest']” is not text"),
    ("id: action-2", "id: action 2", f"{PERSON}, action “action 2”: “action 2” is not an id"),
    ("from: 1", "from: low", f"{ACTION}: “from” is low, which is not a number"),
    ("hours: 12.5", "hours: -1", f"{ACTION}: “hours” is -1, which is too small"),
    ("hours: 12.5", "hours: 10001", f"{ACTION}: “hours” is 10001, which is too large"),
    ("hours: 12.5", "hours: .nan", f"{ACTION}: “hours” is nan, which is not a number"),
    ("due: 2027-01-31", "due: soon", f"{ACTION}: “due”: “soon” is not a day"),
    ("made: 2026-05-03", "made: 2026-5-3", f"{BARE}: “made”: “2026-5-3” is not a day"),
    ("finished: 2026-06-01", "finished: 2026-06-31",
     f"{ACTION}: “finished”: “2026-06-31” is not a day"),
    ("meeting: meeting-1", "meeting: 1", f"{ACTION}: “meeting” is 1, which is not text"),
    ("target: senior", "target: 5", f"{MEETING}: “target” is 5, which is not text"),
    ("closed: 2026-05-02", "closed: yes", f"{MEETING}: “closed”: “yes” is not a day"),
    ("next: 2027-06-01", "next: later", f"{MEETING}: “next”: “later” is not a day"),
    ("done: true", "done: yes", f"{MEETING}: “done” is yes, neither true nor false"),
    ("origin: carried", "origin: me", f"{MEETING}: “origin” is me, which is not one of its words"),
    ("{text: Holidays}", "{text: ' '}", f"{MEETING}: “text”: the text is empty"),
    ("{text: Holidays}", "{text: {fr: Congés}}",
     f"{MEETING}: “text”: a text knows only the languages “en” and “zh”"),
    ("{text: Holidays}", "Holidays", f"{MEETING}: “Holidays” stands where a record should"),
    (NOT_RATED, NOT_RATED.replace("n/a", "na"),
     f"{MEETING}: “level”: “na” is neither a level nor “n/a”"),
    ("{on: 2026-05-03, text", "{on: noon, text", f"{MEETING}: “on”: “noon” is not a day"),
    ("period: 2026-Q1", "period: 2026-Q5", f"{RESULT}: “period”: “2026-Q5” is not a period"),
    ('period: "2025"', "period: 2025", f"{RESULT}: “period”: “2025” is not a period"),
    ("period: 2026-Q1", "period: ２０２６", f"{RESULT}: “period”: “２０２６” is not a period"),
    ("reached: 92.5", "reached: -1", f"{RESULT}: “reached” is -1, which is too small"),
    ("reached: 92.5", "reached: 1000.5", f"{RESULT}: “reached” is 1000.5, which is too large"),
    ("reached: 92.5", "reached: 92 %", f"{RESULT}: “reached” is 92 %, which is not a number"),
    ("kpi: nps, period: 2026", "kpi: n p s, period: 2026",
     f"{PERSON}, KPI result “n p s”: “n p s” is not an id"),
    ("items: [Last time, {en: Next, zh: 下次}]", "items: ['']",
     "agenda “regular”: “items”: the text is empty"),
    # References.
    ("{role: junior, stance", "{role: juno, stance",
     f"{PERSON}, wish for “juno”: there is no role “juno”"),
    ("skill: contracts\n", "skill: contract\n", f"{ACTION}: there is no skill “contract”"),
    (AGREED, AGREED.replace("negotiation", "negociation"),
     f"{MEETING}: there is no skill “negociation”"),
    ("role: senior, kpi: nps, period: 2026", "role: snior, kpi: nps, period: 2026",
     f"{RESULT}: there is no role “snior”"),
    ("        skill: contracts\n", "", f"{ACTION}: the step from level to level names no skill"),
    ("        meeting: meeting-1\n", "        meeting: meeting-9\n",
     f"{ACTION}: there is no one-on-one “meeting-9”"),
    # Levels.
    ("from: 1\n", "from: -1\n", f"{ACTION}: level -1 lies outside the scale"),
    ("to: 2\n", "to: 2.5\n", f"{ACTION}: level 2.5 lies outside the scale"),
    ("to: 2\n", "to: 1\n", f"{ACTION}: the step does not lead to a higher level"),
    (AGREED, AGREED.replace("1}", "3}"),
     f"{MEETING}: level 3 lies outside the scale"),
    # Days and states that do not go together.
    ("due: 2027-01-31", "due: 2026-05-01", f"{ACTION}: the action is due before it starts"),
    ("        finished: 2026-06-01\n", "",
     f"{ACTION}: the action is done or dropped, and no day says since when"),
    ("        state: done\n", "",
     f"{ACTION}: the action has a last day, and is neither done nor dropped"),
    ("state: done", "state: doing",
     f"{ACTION}: the action has a last day, and is neither done nor dropped"),
    ("next: 2027-06-01", "next: 2026-04-30",
     f"{MEETING}: the next one-on-one lies before this one"),
    ("closed: 2026-05-02", "closed: 2026-04-30",
     f"{MEETING}: the one-on-one is closed before its day"),
    ("        closed: 2026-05-02\n", "",
     f"{MEETING}: the one-on-one is not closed, and has a record"),
    ("on: 2026-06-01}", "on: 2026-06-01, target: junior}",
     f"{SECOND}: the one-on-one is not closed, and has a record"),
    # The future.
    ("on: 2026-01-05", "on: 2026-11-24", f"{WISH}: {FUTURE}"),
    ("made: 2026-05-03", "made: 2026-11-24", f"{BARE}: {FUTURE}"),
    ("finished: 2026-06-01", "finished: 2026-11-24", f"{ACTION}: {FUTURE}"),
    ("on: 2026-06-01}", "on: 2026-11-24}", f"{SECOND}: {FUTURE}"),
    ("closed: 2026-05-02", "closed: 2026-11-24", f"{MEETING}: {FUTURE}"),
    ("{on: 2026-05-03, text", "{on: 2026-11-24, text", f"{MEETING}: {FUTURE}"),
    ("on: 2026-04-02", "on: 2026-11-24", f"{RESULT}: {FUTURE}"),
    ("period: 2026-Q1", "period: '2027'", f"{RESULT}: the day 1 Jan 2027 lies in the future"),
    # What stands twice.
    ("id: action-2", "id: action-1", f"{ACTION}: “action-1” stands twice"),
    ("id: meeting-2", "id: meeting-1", f"{MEETING}: “meeting-1” stands twice"),
    ('period: "2025"', "period: 2026-Q1", f"{RESULT}: “senior/nps/2026-Q1” stands twice"),
    ("    actions:", "      - {role: junior, stance: wanted, on: 2026-01-06}\n    actions:",
     f"{WISH}: “junior” stands twice"),
    ("{id: bare", "{id: regular", "agenda “regular”: “regular” stands twice"),
    # Lists that are none.
    ("          - {text: {en: Last time, zh: 上次}, done: true, origin: carried}\n"
     "          - {text: Holidays}\n", "          text: Holidays\n",
     f"{MEETING}: “items” is not a list"),
    ("    wishes:\n      -", "    wishes:\n     ", f"{PERSON}: “wishes” is not a list"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), ONE_ERROR, ids=[f"{new!s:.40}" for _, new, _ in ONE_ERROR]
)
def test_one_error_is_told_with_line_record_and_remedy(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert WHOLE.count(old) == 1
    errors = errors_of(tmp_path, WHOLE.replace(old, new))
    assert [f"{worded(one.record)}: {worded(one.message)}" for one in errors] == [expected]
    assert all(worded(error.remedy) for error in errors)
    (error,) = errors
    # In the lines of the record, or of what was put in its place.
    assert error.line is not None
    assert 53 < error.line <= WHOLE.count("\n")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("hours: 12.5", "hours: -1", "hours: 12.5"),
        ("origin: carried", "origin: me", "{text: {en: Last"),
        (NOT_RATED, "5\n        promised",
         NOT_RATED),
        ("{on: 2026-05-03, text", "{on: 2026-11-24, text", "It was noon"),
        # A key that is missing: the line where its record begins.
        ("        finished: 2026-06-01\n", "", "- id: action-1"),
        ("        closed: 2026-05-02\n", "", "- id: meeting-1"),
        ("reached: 92.5, ", "", "note: Late"),
        ("        meeting: meeting-1\n", "        meeting: meeting-9\n", "meeting: meeting-1"),
    ],
)  # fmt: skip
def test_the_line_is_that_of_the_key(tmp_path: Path, old: str, new: str, line: str) -> None:
    (error,) = errors_of(tmp_path, WHOLE.replace(old, new))
    assert error.line == line_of(line)


def test_every_error_is_found_at_once(tmp_path: Path) -> None:
    text = WHOLE
    expected = []
    for wanted in ("note: I like", "hours: 12.5", "from: 1\n", "done: true", "reached: 92.5",
                   "made: 2026-05-03", "on: 2026-01-05", "{on: 2026-05-03, text"):  # fmt: skip
        old, new, said = next(case for case in ONE_ERROR if case[0] == wanted)
        text = text.replace(old, new)
        expected.append(said)
    errors = errors_of(tmp_path, text)
    found = sorted(f"{worded(one.record)}: {worded(one.message)}" for one in errors)
    assert found == sorted(expected)


def test_lines_stay_true_behind_unfit_items_of_nested_lists(tmp_path: Path) -> None:
    """Two lists inside one record of a list lose an item each, and the record before it goes."""
    text = WHOLE.replace("      - id: meeting-1", "      - 1\n      - id: meeting-1")
    text = text.replace("          - {text: Holidays}", "          - 2\n          - {text: ''}")
    text = text.replace("          - {action:", "          - 3\n          - {action:")
    text = text.replace("owner: manager, due: 2026-06-30", "owner: manager, due: 2026-06-31")
    first = line_of("- id: meeting-1")
    assert told(errors_of(tmp_path, text)) == [
        f"{first} {PERSON}, one-on-one “#1”: “1” stands where a record should",
        f"{first + 6} {MEETING}: “2” stands where a record should",
        f"{first + 7} {MEETING}: “text”: the text is empty",
        f"{first + 16} {MEETING}: “3” stands where a record should",
        f"{first + 17} {MEETING}: “due”: “2026-06-31” is not a day",
    ]


def test_what_is_unfit_brings_no_second_error(tmp_path: Path) -> None:
    """A day that cannot be read is there; two periods that cannot be read are not one."""
    text = WHOLE.replace("period: 2026-Q1", "period: spring").replace('period: "2025"', "period: 5")
    text = text.replace("skill: contracts\n", "skill: 7\n").replace("state: done", "state: over")
    assert [error.split(": ", 1)[1] for error in told(errors_of(tmp_path, text))] == [
        "“skill” is 7, which is not text",
        "“state” is over, which is not one of its words",
        "“period”: “spring” is not a period",
        "“period”: “5” is not a period",
    ]


@pytest.mark.parametrize(
    "unfit", ["      - id: meeting 1\n", "      - 1\n      - idd: meeting-1\n"]
)
def test_a_one_on_one_that_cannot_be_read_may_be_the_one_of_an_action(
    tmp_path: Path, unfit: str
) -> None:
    text = WHOLE.replace("      - id: meeting-1\n", unfit)
    assert "no one-on-one" not in " ".join(told(errors_of(tmp_path, text)))


def test_a_one_on_one_may_be_kept_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(WHOLE.replace("meeting: meeting-1\n", "meeting: meeting-9\n"), "utf-8")
    kept = {("mini", "lin-wei"): ("meeting-9",)}
    asked: list[tuple[str, str]] = []

    def of(catalogue: str, person: str) -> tuple[str, ...]:
        asked.append((catalogue, person))
        return kept.get((catalogue, person), ())

    (career,) = read_files([path], kept_meetings=of, today=TODAY).people
    assert career.actions[0].meeting == "meeting-9"
    assert asked == [("mini", "lin-wei")]
    kept.clear()
    with pytest.raises(FileErrors) as caught:
        read_files([path], kept_meetings=of, today=TODAY)
    assert told(caught.value.errors) == [
        f"{line_of('meeting: meeting-1')} {ACTION}: there is no one-on-one “meeting-9”"
    ]
    # Where the file holds it, nobody is asked.
    asked.clear()
    path.write_text(WHOLE, "utf-8")
    assert read_files([path], kept_meetings=of, today=TODAY).people
    assert asked == []


# Lines


def test_names_and_titles_are_read_in_one_line_and_notes_in_theirs(tmp_path: Path) -> None:
    """As the window keeps them, wherever a text was copied from."""
    document = parse_yaml(CATALOGUE)
    document["catalogue"]["title"] = {"en": "Mini\nframework", "zh": "小\t框架\n"}
    person = {
        "id": "bare",
        "name": "Bare\r\n\tBones\n",
        "catalogue": "mini",
        "role": "junior",
        "since": "2024-01-01",
        "industry": "soft\u2028ware",
        "actions": [
            {"id": "action-1", "title": "Rest\nwell", "made": "2026-05-01", "notes": "a\n\tb\n"}
        ],
        "meetings": [
            {
                "id": "meeting-1",
                "on": "2026-05-01",
                "items": [{"text": "Pay\nand rest"}],
                "shared": "one\n\ntwo",
            }
        ],
    }
    read = read_text(tmp_path, json.dumps(document | {"people": [person]}), "file.json")
    (career,) = read.people
    assert (career.person.name, career.person.industry) == ("Bare Bones", "soft ware")
    assert (career.actions[0].title, career.actions[0].notes) == ("Rest well", "a\n\tb\n")
    met = career.meetings[0]
    assert (met.items[0].text, met.shared) == (same_text("Pay and rest"), "one\n\ntwo")
    assert read.catalogues[0].head.title == Text(en="Mini framework", zh="小 框架")


def test_a_name_of_breaks_alone_is_none(tmp_path: Path) -> None:
    (found,) = told(errors_of(tmp_path, WHOLE.replace("name: Bare", 'name: "\\n\\t"')))
    assert found.endswith("the text is empty")


# Sizes


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ("note: I like it here.", "note"),
        ("notes: Two evenings", "notes"),
        ("evidence: The certificate", "evidence"),
        ("shared: We met.", "shared"),
        ("private: He is tired.", "private"),
        ("text: It was noon.", "text"),
        ("note: Late", "note"),
    ],
)
def test_a_note_has_at_most_20_000_characters(tmp_path: Path, old: str, key: str) -> None:
    assert read_text(tmp_path, WHOLE.replace(old, f"{key}: {'x' * 20_000}")).people
    (found,) = told(errors_of(tmp_path, WHOLE.replace(old, f"{key}: {'x' * 20_001}")))
    assert found.endswith("the text is 20,001 characters long; 20,000 are allowed")
    (found,) = told(errors_of(tmp_path, WHOLE.replace(old, f'{key}: "a\\x07b"')))
    assert found.endswith("holds a control character")


@pytest.mark.parametrize(
    ("old", "key"),
    [("title: Rest", "title"), ("text: Holidays", "text"), ("name: Bare", "name"),
     ("title: Read the law, owner", "owner: manager, title")],
)  # fmt: skip
def test_a_title_has_at_most_300_characters(tmp_path: Path, old: str, key: str) -> None:
    text = (
        WHOLE.replace(": manager, due: 2026-06-30", ", due: 2026-06-30") if "law" in old else WHOLE
    )
    assert read_text(tmp_path, text.replace(old, f"{key}: {'x' * 300}"))
    (found,) = told(errors_of(tmp_path, text.replace(old, f"{key}: {'x' * 301}")))
    assert found.endswith("the text is 301 characters long; 300 are allowed")


def test_thousands_of_unfit_nested_items_are_told_in_reasonable_time(tmp_path: Path) -> None:
    """Each list is put right in one walk through the document, not in a walk of its own."""
    meeting = {
        "id": "m",
        "on": "2026-05-01",
        "items": [{"text": "a"}, 5],
        "corrections": [{"on": "2026-05-01", "text": "b"}, 6],
    }
    person = {"catalogue": "mini", "role": "junior", "since": "2024-01-01", "name": "N"}
    people = [{"id": f"p{n}", **person, "meetings": [meeting]} for n in range(1500)]
    document = parse_yaml(CATALOGUE) | {"people": people}
    errors = errors_of(tmp_path, json.dumps(document), "file.json")
    # Of each person, both numbers; and each one-on-one has a correction and is not closed.
    assert len(errors) == 3 * 1500


def test_a_file_of_many_meetings_is_read(tmp_path: Path) -> None:
    meetings = [
        {
            "id": f"meeting-{n}",
            "on": "2026-05-01",
            "items": [{"text": f"Point {k}"} for k in range(9)],
        }
        for n in range(2000)
    ]
    person = parse_yaml(PEOPLE)["people"][0] | {"meetings": meetings}
    document = parse_yaml(CATALOGUE) | {"people": [person]}
    (career,) = read_text(tmp_path, json.dumps(document), "file.json").people
    assert len(career.meetings) == 2000
    assert career.meetings[-1].items[-1].text == same_text("Point 8")
