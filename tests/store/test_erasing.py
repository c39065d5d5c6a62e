"""Erasing a person: no byte of them stays in the store's files, and nobody else loses one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from planner.core.career import (
    Action,
    AgendaItem,
    AgreedLevel,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Owner,
    Promise,
    TrackChoice,
)
from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.keeping.career_edits import part_key, remove_career
from planner.core.keeping.person_edits import person_key, rating_key
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.text import Message, same_text
from planner.store import erasing
from planner.store.backup import copies_of
from planner.store.connecting import companions, driver
from planner.store.faults import StaleEdit
from planner.store.store import Store
from tests.store.conftest import OpenStore
from tests.store.sample import BO, CATALOGUE, LABEL, catalogue_created, changed, created

DAY = date(2026, 5, 1)
# Whatever is known of somebody holds this word.
MARK = "Zerzura"


def career_of(who: str, first_entry: int, many: int = 1) -> Career:
    """Return somebody of whom everything is known, each text with `who` in it, `many` times."""
    person = Person(
        id=f"person-{who}",
        name=f"{who} 员工",
        catalogue="am-lm",
        role="chief",
        since=DAY,
        positions=(Position(role="clerk", since=date(2020, 1, 1), until=date(2026, 4, 30)),),
        industry=f"{who} industry",
        target="clerk",
        wishes=(Wish(role="clerk", stance=Stance.STEPPING_BACK, on=DAY, note=f"{who} wish"),),
    )
    # Longer than a page, so that it fills pages of its own.
    long = f"{who} note " * 1000
    return Career(
        person=person,
        ratings=tuple(
            Rating(
                entry=first_entry + number,
                skill="listening",
                level=1.5,
                by=Rater.MANAGER,
                on=DAY,
                comment=f"{who} comment {number}",
                evidence=f"{who} evidence {number}",
            )
            for number in range(20 * many)
        ),
        actions=tuple(
            Action(
                id=f"action-{who}-{number}",
                title=f"{who} title",
                made=DAY,
                meeting=f"meeting-{who}-1",
                notes=long,
                evidence=f"{who} evidence",
            )
            for number in range(many)
        ),
        meetings=tuple(
            Meeting(
                id=f"meeting-{who}-{number}",
                on=DAY,
                agenda=f"{who}-agenda",
                items=(AgendaItem(text=same_text(f"{who} item")),),
                shared=long,
                private=f"{who} private",
                closed=DAY,
                agreed=(AgreedLevel(skill=f"{who}-skill", level=2.0),),
                promised=(Promise(action=f"action-{who}", title=who, owner=Owner.MANAGER),),
                corrections=(Correction(on=DAY, text=f"{who} correction"),),
            )
            for number in range(1, many + 1)
        ),
        kpi_results=(
            KpiResult(role="chief", kpi=f"{who}-kpi", period="2026", reached=9, on=DAY, note=who),
        ),
        track_choices=tuple(
            TrackChoice(
                id=f"choice-{who}-{number}",
                questionnaire=f"{who}-asked",
                on=DAY,
                answers=((f"{who}-question", f"{who}-answer"),),
                note=long,
                is_shared=True,
            )
            for number in range(many)
        ),
    )


def added(career: Career) -> Edit:
    person = career.person
    changes = [Change(person_key(person), None, person)]
    changes += [Change(rating_key(person, rating), None, rating) for rating in career.ratings]
    for kind, parts in (
        ("action", career.actions),
        ("meeting", career.meetings),
        ("kpi-result", career.kpi_results),
        ("track-choice", career.track_choices),
    ):
        changes += [Change(part_key(kind, person, part.id), None, part) for part in parts]  # type: ignore[arg-type, attr-defined]
    return Edit(LABEL, tuple(changes))


ERASED = career_of(MARK, 1, many=30)
KEPT = career_of("Halcyon", 2000, many=3)


@pytest.fixture
def peopled(store: Store) -> Store:
    """A store with two people of whom everything is known, and one of whom little is."""
    store.apply(catalogue_created(CATALOGUE))
    for career in (KEPT, ERASED, Career(person=BO)):
        store.apply(added(career))
    return store


def files_of(path: Path) -> Iterator[Path]:
    return (file for file in (path, *companions(path)) if file.exists())


def holds(path: Path, word: str) -> list[str]:
    """The store's files that hold a word, in the encodings that SQLite knows."""
    forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        file.name
        for file in files_of(path)
        if any(form.lower() in file.read_bytes().lower() for form in forms)
    ]


def test_no_byte_stays_while_the_store_is_open_nor_when_it_is_closed(
    peopled: Store, path: Path
) -> None:
    # Earlier states of rows lie about in the pages as well.
    for number in range(30):
        before = peopled.person("am-lm", ERASED.person.id)
        peopled.apply(changed(before, replace(before, name=f"{MARK} {number}" * 9), before.id))
    assert holds(path, MARK)
    touched = peopled.erase("am-lm", ERASED.person.id)
    assert touched.keys == {Key("person", "am-lm", ERASED.person.id)}
    assert holds(path, MARK) == []
    assert companions(path)[0].stat().st_size == 0
    peopled.close()
    assert holds(path, MARK) == []
    assert holds(path, "Halcyon") == [path.name]


def test_nobody_else_loses_anything(peopled: Store) -> None:
    catalogue = peopled.catalogue("am-lm")
    peopled.erase("am-lm", ERASED.person.id)
    assert peopled.people() == (KEPT.person, BO)
    assert peopled.career("am-lm", KEPT.person.id) == KEPT
    assert peopled.catalogue("am-lm") == catalogue
    assert peopled.integrity() == ()
    with pytest.raises(KeyError):
        peopled.career("am-lm", ERASED.person.id)


def test_the_freed_pages_are_given_back(peopled: Store) -> None:
    with driver(peopled._engine) as connection:
        (before,) = connection.execute("PRAGMA page_count").fetchone()
    peopled.erase("am-lm", ERASED.person.id)
    with driver(peopled._engine) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert {name for name, _ in connection.execute("SELECT * FROM sqlite_sequence")} == {
            "catalogue",
            "person",
        }
        (after,) = connection.execute("PRAGMA page_count").fetchone()
    assert after < before / 2


def test_the_file_is_still_a_store_of_its_version(
    peopled: Store, path: Path, open_at: OpenStore
) -> None:
    peopled.erase("am-lm", ERASED.person.id)
    peopled.close()
    again = open_at(path)
    assert again.career("am-lm", KEPT.person.id) == KEPT
    assert again.warnings == ()


def test_edits_go_on_as_before(peopled: Store) -> None:
    peopled.erase("am-lm", ERASED.person.id)
    peopled.apply(added(ERASED))
    assert peopled.career("am-lm", ERASED.person.id) == ERASED
    peopled.apply(remove_career(ERASED))
    assert peopled.people() == (KEPT.person, BO)


def test_the_numbers_of_removed_people_are_forgotten(peopled: Store) -> None:
    removal = remove_career(ERASED)
    peopled.apply(removal)
    peopled.erase("am-lm", KEPT.person.id)
    peopled.apply(removal.inverse())
    # Who was removed would have come back before Bo, had the number been kept.
    assert peopled.people() == (BO, ERASED.person)


def test_the_same_id_in_another_catalogue_is_somebody_else(peopled: Store) -> None:
    other = replace(CATALOGUE, head=replace(CATALOGUE.head, id="other"))
    namesake = replace(ERASED.person, catalogue="other")
    peopled.apply(catalogue_created(other))
    peopled.apply(created(namesake, catalogue="other"))
    peopled.erase("am-lm", ERASED.person.id)
    assert peopled.people("other") == (namesake,)


def test_an_unknown_person_is_told_and_nothing_changes(peopled: Store) -> None:
    for key in (("am-lm", "nobody"), ("unknown", ERASED.person.id)):
        with pytest.raises(StaleEdit) as caught:
            peopled.erase(*key)
        assert caught.value.effect == erasing.NOT_ERASED
    assert peopled.career("am-lm", ERASED.person.id) == ERASED


def test_another_reader_keeps_the_erasure_from_beginning(peopled: Store, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchall()
        peopled.apply(changed(BO, replace(BO, name="Bob"), BO.id))
        with pytest.raises(PlannerError, match="is using") as caught:
            peopled.erase("am-lm", ERASED.person.id)
        assert caught.value.effect == erasing.NOT_ERASED
        assert peopled.career("am-lm", ERASED.person.id) == ERASED
    peopled.erase("am-lm", ERASED.person.id)
    assert holds(path, MARK) == []


def test_what_a_late_reader_keeps_in_the_log_goes_when_the_store_is_closed(
    peopled: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody begins to read at the very moment at which the rows go."""
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        in_place = peopled._require_in_place

        def read_meanwhile(connection: Connection, effect: Message) -> None:
            in_place(connection, effect)
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM person").fetchall()

        peopled.apply(changed(BO, replace(BO, name="Bob"), BO.id))
        monkeypatch.setattr(peopled, "_require_in_place", read_meanwhile)
        with pytest.raises(PlannerError, match="is using") as caught:
            peopled.erase("am-lm", ERASED.person.id)
        assert caught.value.effect == erasing.HALF_ERASED
        assert holds(path, MARK)
    peopled.close()
    assert holds(path, MARK) == []


def test_a_store_that_may_only_be_read_is_not_touched(
    peopled: Store, path: Path, open_at: OpenStore
) -> None:
    peopled.close()
    path.chmod(0o400)
    reading = open_at(path)
    if not reading.is_read_only:
        reading.is_read_only = True  # Root may write whatever the mode says.
    with pytest.raises(PlannerError, match="only be read"):
        reading.erase("am-lm", ERASED.person.id)
    assert reading.career("am-lm", ERASED.person.id) == ERASED


def test_a_file_that_has_gone_is_told_before_anything_is_erased(peopled: Store, path: Path) -> None:
    aside = path.rename(path.with_name("aside.db"))
    with pytest.raises(PlannerError, match="gone or was replaced"):
        peopled.erase("am-lm", ERASED.person.id)
    aside.rename(path)
    assert peopled.career("am-lm", ERASED.person.id) == ERASED


def test_the_copies_that_the_planner_made_are_named_and_not_touched(
    peopled: Store, path: Path
) -> None:
    backup = peopled.back_up()
    others = peopled.backups / "other.db.2026-01-01-000000.daily.backup"
    others.write_bytes(b"another store's")
    unfinished = peopled.backups / f"{path.name}.2026-01-02-030405.daily.backup.abc.tmp"
    unfinished.write_bytes(b"what a crash left")
    damaged = path.with_name(f"{path.name}.damaged-2026-01-01-000000")
    damaged.write_bytes(b"set aside")
    bytes_before = backup.read_bytes()
    peopled.erase("am-lm", ERASED.person.id)
    found = dict(peopled.copies())
    assert set(found) == {backup, unfinished, damaged}
    assert found[unfinished] == datetime(2026, 1, 2, 3, 4, 5)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert backup.read_bytes() == bytes_before
    assert MARK.encode() in bytes_before


def test_without_a_folder_of_backups_there_are_no_copies(tmp_path: Path) -> None:
    assert copies_of(tmp_path / "planner.db", tmp_path / "backups") == ()
