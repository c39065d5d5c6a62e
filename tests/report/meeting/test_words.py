"""The sentences of a one-on-one, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import ActionState, AgendaItem, Origin
from planner.core.graph import PromotionGraph
from planner.core.meeting.changes import (
    ActionEnded,
    EvidenceAdded,
    LevelChanged,
    RoleTaken,
    StanceNoted,
    TargetChanged,
)
from planner.core.meeting.meetings import PromiseOutcome
from planner.core.meeting.ratings import both_sides, effect_of_level
from planner.core.people import Position, Rater, Rating, Stance, Wish
from planner.core.text import Text, Texts
from planner.report.meeting.words import (
    Said,
    Told,
    agenda_name,
    agreed_level_words,
    change_words,
    due_words,
    effect_words,
    excerpt,
    meeting_facts,
    origin_words,
    outcome_words,
    sides_words,
    step_of,
    view_note,
)
from tests.gap_sample import sample_catalogue, sample_person
from tests.meeting_sample import (
    COURSE,
    FORECAST,
    LAST,
    OPEN,
    REGULAR,
    REVIEW,
    SHADOW,
    TODAY,
    WORKLOAD,
    both_rated,
)

CATALOGUE = sample_catalogue()


def rated(level: float | None, by: Rater = Rater.SELF, on: date = TODAY) -> Rating:
    return Rating(entry=1, skill="crm", level=level, by=by, on=on)


def _by(origin: Origin, text: Text) -> AgendaItem:
    return AgendaItem(text=text, origin=origin)


def test_a_point_says_where_it_comes_from(english: Texts, chinese: Texts) -> None:
    told = {
        origin: [
            origin_words(AgendaItem(text=WORKLOAD, origin=origin), LAST, sample_person(), texts)
            for texts in (english, chinese)
        ]
        for origin in Origin
    }
    assert told == {
        Origin.TEMPLATE: ["", ""],
        Origin.CARRIED: ["left open on 9 Nov 2026", "2026年11月9日未谈"],
        Origin.EMPLOYEE: ["brought up by Lin Wei", "提出人：Lin Wei"],
        Origin.MANAGER: ["brought up by the manager", "提出人：经理"],
    }
    carried = AgendaItem(text=WORKLOAD, origin=Origin.CARRIED)
    assert origin_words(carried, None, sample_person(), english) == "left open before"
    # Carried twice, it is still the manager's.
    asked = replace(
        LAST, id="meeting-1", on=date(2026, 10, 5), items=(_by(Origin.MANAGER, WORKLOAD),)
    )
    again = replace(LAST, id="meeting-2", items=(_by(Origin.CARRIED, WORKLOAD),))
    assert origin_words(carried, again, sample_person(), english, (asked, again)) == (
        "brought up by the manager · left open on 9 Nov 2026"
    )
    # What the record before does not hold is not known any more.
    assert origin_words(carried, again, sample_person(), english, (again,)) == (
        "left open on 9 Nov 2026"
    )


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (REVIEW, Said("due 12 Dec 2026", "quiet")),
        (COURSE, Said("overdue 4 days", "warning")),
        (replace(COURSE, due=date(2026, 11, 22)), Said("overdue 1 day", "warning")),
        (replace(REVIEW, due=None), Said("no date", "quiet")),
        (replace(REVIEW, due=None, meeting="meeting-2"), Said("new today", "accent")),
        (replace(REVIEW, meeting="meeting-2"), Said("due 12 Dec 2026", "accent")),
        (SHADOW, Said("done", "success")),
        (replace(SHADOW, state=ActionState.DROPPED), Said("dropped", "quiet")),
    ],
)
def test_an_action_says_when_it_is_due(english: Texts, action, said: Said) -> None:  # type: ignore[no-untyped-def]
    assert due_words(action, OPEN, TODAY, english) == said


def test_a_promise_says_what_became_of_it(english: Texts) -> None:
    promise = LAST.promised[0]
    done = replace(COURSE, state=ActionState.DONE, finished=date(2026, 11, 18))
    outcomes = [PromiseOutcome(promise=promise, action=one) for one in (None, done, COURSE)]
    assert [outcome_words(one, TODAY, english) for one in outcomes] == [
        Said("no longer in the plan", "quiet"),
        Said("done on 18 Nov 2026", "success"),
        Said("overdue 4 days", "warning"),
    ]


def test_the_step_of_an_action_is_told(english: Texts) -> None:
    assert step_of(SHADOW, CATALOGUE, english) == "Contract law 1 → 2"
    assert step_of(FORECAST, CATALOGUE, english) == "Financial budgeting"
    assert step_of(REVIEW, CATALOGUE, english) == ""
    only_to = replace(SHADOW, from_level=None)
    assert step_of(only_to, CATALOGUE, english) == "Contract law → 2"
    assert step_of(replace(SHADOW, skill="gone"), CATALOGUE, english) == ""


@pytest.mark.parametrize(
    ("happening", "told", "in_chinese"),
    [
        (
            RoleTaken(Position(role="director", since=date(2026, 11, 15))),
            Told("New role since 15 Nov 2026: Regional client director", "role"),
            "2026年11月15日起任新职位：区域客户总监",
        ),
        (TargetChanged("host", None), Told("No target any more", "target"), "不再有目标"),
        (
            TargetChanged(None, "director"),
            Told("New target: Regional client director", "target"),
            "新目标：区域客户总监",
        ),
        (
            StanceNoted(Wish(role="host", stance=Stance.NOT_WANTED, on=TODAY)),
            Told("Host: does not want it", "stance"),
            "主持：无意愿",
        ),
        (
            LevelChanged(rated(1.0), rated(2.0)),
            Told("CRM data reading, self: 1 → 2", "up"),
            "CRM 数据解读，自评：1 → 2",
        ),
        (
            LevelChanged(rated(3.5), rated(None)),
            Told("CRM data reading, self: 3.5 → not applicable", "down"),
            "CRM 数据解读，自评：3.5 → 不适用",
        ),
        (
            LevelChanged(None, rated(2.0, Rater.MANAGER)),
            Told("CRM data reading, manager: first rated 2", "up"),
            "CRM 数据解读，经理：首次评为 2",
        ),
        (
            ActionEnded(SHADOW),
            Told("Done: Shadow a contract review", "done"),
            "已完成：Shadow a contract review",
        ),
        (
            # Due on the 20th, done on the 22nd.
            ActionEnded(replace(SHADOW, finished=date(2026, 11, 22))),
            Told("Done: Shadow a contract review (2 days late)", "done"),
            "已完成：Shadow a contract review（晚 2 天）",
        ),
        (
            ActionEnded(replace(SHADOW, state=ActionState.DROPPED)),
            Told("Dropped: Shadow a contract review", "dropped"),
            "已放弃：Shadow a contract review",
        ),
        (
            EvidenceAdded("Minutes", "crm", TODAY),
            Told("Evidence for CRM data reading: Minutes", "evidence"),
            "“CRM 数据解读”的依据：Minutes",
        ),
        (EvidenceAdded("Minutes", None, TODAY), Told("Evidence: Minutes", "evidence"), None),
    ],
)
def test_a_change_is_told(
    english: Texts,
    chinese: Texts,
    happening,  # type: ignore[no-untyped-def]
    told: Told,
    in_chinese: str | None,
) -> None:
    assert change_words(happening, CATALOGUE, english) == told
    if in_chinese is not None:
        assert change_words(happening, CATALOGUE, chinese) == Told(in_chinese, told.sort)


@pytest.mark.parametrize(
    ("skill", "level", "said"),
    [
        # 46 of 61 before; 3 more, and one essential less.
        (
            "negotiation",
            4.0,
            Said("75 % → 80 % ready, essentials open 3 → 2", "success"),
        ),
        # 3 less of 61.
        ("negotiation", 2.0, Said("75 % → 70 % ready", "warning")),
        ("negotiation", 3.0, Said("readiness stays as it is", "quiet")),
        # 5 of 3 fills nothing more.
        ("strategy", 5.0, Said("readiness stays as it is", "quiet")),
    ],
)
def test_agreeing_says_what_it_does(english: Texts, skill: str, level: float, said: Said) -> None:
    effect = effect_of_level(
        PromotionGraph(CATALOGUE),
        sample_person(),
        both_rated(),
        "director",
        skill=skill,
        level=level,
        agreed=(),
        day=TODAY,
    )
    assert effect_words(effect, english) == said


def test_levels_and_views_are_told(english: Texts) -> None:
    assert agreed_level_words("crm", 2.5, CATALOGUE, english) == (
        "CRM data reading: 2.5, at least Working"
    )
    assert agreed_level_words("crm", None, CATALOGUE, english) == "CRM data reading: not applicable"
    # A skill that has left the catalogue is told by its id.
    assert agreed_level_words("gone", 1.0, CATALOGUE, english) == "gone: 1 Aware"
    rows = {row.skill: row for row in both_sides(CATALOGUE, "director", both_rated(), (), TODAY)}
    assert sides_words(rows["talent"], english) == "self 2, manager unrated, required 3"
    assert view_note(None, Rater.SELF, english) == "unrated"
    assert view_note(rated(3.0), Rater.SELF, english) == ""
    assert view_note(rated(None), Rater.SELF, english) == "not applicable"
    assert view_note(rated(None, Rater.AGREED), Rater.SELF, english) == (
        "not applicable · agreed Nov 2026"
    )


def test_a_record_is_told_in_one_line(english: Texts) -> None:
    assert meeting_facts(LAST, "Regular", english) == "Regular · 3 promises"
    assert meeting_facts(OPEN, "", english) == ""
    assert agenda_name(LAST, (REGULAR,), english) == "Regular"
    assert agenda_name(LAST, (), english) == "regular"
    assert agenda_name(replace(LAST, agenda=""), (REGULAR,), english) == ""


def test_an_excerpt_is_cut_around_the_word_on_whole_words() -> None:
    line = "one two three four five six seven eight nine ten Needle " + "more words follow " * 9
    found = excerpt(line, "NEEDLE other")
    # Thirty letters before the word, from the next whole word on, and 90 in all.
    assert found.startswith("…five six seven eight nine ten Needle")
    assert found.endswith("…")
    assert len(found) <= 92
    assert excerpt("short", "x") == "short"
    assert excerpt("x" * 200, "x") == "x" * 90 + "…"
