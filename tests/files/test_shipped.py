"""The shipped catalogue and its sample team, read as they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.core.career import (
    ActionState,
    AgreedLevel,
    Career,
    Origin,
    Owner,
    Promise,
    period_start,
)
from planner.core.checks import problems
from planner.core.keeping.career_edits import action_faults, kpi_faults, meeting_faults, wish_faults
from planner.core.keeping.imports import import_edit
from planner.core.people import Rater, Stance
from planner.files.documents import read_files
from planner.files.writing import write_catalogue, write_people
from tests.files.samples import TODAY

DATA = Path(__file__).resolve().parents[2] / "data"


def test_it_has_no_problem() -> None:
    (catalogue,) = read_files([DATA], today=TODAY).catalogues
    assert catalogue.id == "am-lm"
    assert problems(catalogue) == ()


def test_it_is_the_same_when_it_is_written_and_read_again(tmp_path: Path) -> None:
    read = read_files([DATA], today=TODAY)
    (catalogue,) = read.catalogues
    (tmp_path / "catalogue.yaml").write_text(write_catalogue(catalogue), encoding="utf-8")
    (tmp_path / "people.yaml").write_text(write_people(read.people), encoding="utf-8")
    again = read_files([tmp_path], today=TODAY)
    assert again == read
    edit = import_edit(
        again.catalogues,
        again.people,
        stored_catalogues={catalogue.id: catalogue},
        stored_people=read.people,
        next_entry=10_000,
    )
    assert edit.changes == ()


def test_it_has_four_agendas_of_which_the_article_names_one() -> None:
    (catalogue,) = read_files([DATA], today=TODAY).catalogues
    agendas = {agenda.id: agenda for agenda in catalogue.head.agendas}
    assert list(agendas) == ["regular", "career", "appraisal", "joint-review"]
    assert all(5 <= len(agenda.items) <= 8 for agenda in agendas.values())
    # §3 names the meeting, not its points: no agenda is the article's own.
    assert not any(agenda.source.is_article for agenda in agendas.values())
    assert "article §3" in agendas["joint-review"].source.text


# The sample team: what is kept about it hangs together as if it had been entered day by day.

SAMPLE = read_files([DATA], today=TODAY)
CATALOGUE = SAMPLE.catalogues[0]
LAST_DAY = date(2026, 11, 20)


def days_of(career: Career) -> Iterator[date | None]:
    """Every day on which something is said to have happened."""
    yield from (rating.on for rating in career.ratings)
    yield from (wish.on for wish in career.person.wishes)
    for action in career.actions:
        yield from (action.made, action.finished)
    for meeting in career.meetings:
        yield from (meeting.on, meeting.closed)
        yield from (entry.on for entry in meeting.corrections)
    yield from (result.on for result in career.kpi_results)


@pytest.fixture(params=SAMPLE.people, ids=lambda career: career.person.id)
def career(request: pytest.FixtureRequest) -> Career:
    found = request.param
    assert isinstance(found, Career)
    return found


def test_nothing_in_the_sample_has_a_fault_or_lies_in_the_future(career: Career) -> None:
    assert all(day <= LAST_DAY for day in days_of(career) if day is not None)
    for action in career.actions:
        assert action_faults(action, CATALOGUE, LAST_DAY) == {}
    for meeting in career.meetings:
        assert meeting_faults(meeting, LAST_DAY) == {}
    for result in career.kpi_results:
        assert kpi_faults(result, LAST_DAY) == {}
    for wish in career.person.wishes:
        assert wish_faults(wish, CATALOGUE, LAST_DAY) == {}


def test_a_record_says_what_was_agreed_and_promised_on_its_day(career: Career) -> None:
    agendas = {agenda.id: agenda for agenda in CATALOGUE.head.agendas}
    assert sum(meeting.is_closed for meeting in career.meetings) >= 2
    for meeting in career.meetings:
        points = agendas[meeting.agenda].items
        from_template = [x.text for x in meeting.items if x.origin is Origin.TEMPLATE]
        assert [point for point in points if point in from_template] == from_template
        promised = [action for action in career.actions if action.meeting == meeting.id]
        if not meeting.is_closed:
            assert not promised
            continue
        assert meeting.target is None or CATALOGUE.has_role(meeting.target)
        assert meeting.agreed == tuple(
            AgreedLevel(skill=rating.skill, level=rating.level)
            for rating in career.ratings
            if rating.by is Rater.AGREED and rating.on == meeting.on
        )
        assert meeting.promised == tuple(
            Promise(action=action.id, title=action.title, owner=action.owner, due=action.due)
            for action in promised
        )
        assert {action.made for action in promised} <= {meeting.on}
    assert [meeting for meeting in career.meetings if meeting.is_closed][-1].target == (
        career.person.target
    )
    agreed_on = {rating.on for rating in career.ratings if rating.by is Rater.AGREED}
    assert agreed_on <= {meeting.on for meeting in career.meetings}


def test_steps_lead_on_from_what_is_held(career: Career) -> None:
    """A step begins at a level that somebody has rated, and the open ones at a gap."""
    rated = {(rating.skill, rating.level) for rating in career.ratings}
    for action in career.actions:
        if action.from_level is not None:
            assert (action.skill, action.from_level) in rated, action.id
        if action.is_open and action.skill is not None and action.from_level is None:
            assert action.to_level is not None


def test_results_are_of_the_role_held_at_the_end_of_their_period(career: Career) -> None:
    assert career.kpi_results
    for result in career.kpi_results:
        role = CATALOGUE.role(result.role)
        assert result.kpi in {kpi.id for kpi in role.kpis}
        assert career.person.position_on(result.on).role == result.role
        start = period_start(result.period)
        assert start is not None
        assert start < result.on


def test_the_sample_shows_every_state() -> None:
    people = SAMPLE.people
    actions = [action for career in people for action in career.actions]
    meetings = [meeting for career in people for meeting in career.meetings]
    assert {action.state for action in actions} == set(ActionState)
    assert {item.origin for meeting in meetings for item in meeting.items} == set(Origin)
    stances = {wish.stance for career in people for wish in career.person.wishes}
    assert stances == set(Stance)
    overdue = [action for action in actions if action.is_overdue(date(2026, 11, 26))]
    assert {action.owner for action in overdue} == set(Owner)
    assert any(action.meeting is None for action in actions)
    assert any(meeting.corrections for meeting in meetings)
    assert [meeting.id for meeting in meetings if not meeting.is_closed] == ["meeting-9"]
    assert max(people, key=lambda career: len(career.meetings)).person.id == "sample-am"
