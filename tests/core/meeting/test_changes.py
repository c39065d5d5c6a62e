"""What is told as changed since the last one-on-one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import ActionState, Career, Meeting
from planner.core.meeting.changes import (
    ActionEnded,
    EvidenceAdded,
    Happening,
    LevelChanged,
    RoleTaken,
    StanceNoted,
    TargetChanged,
    changes_since,
)
from planner.core.people import Position, Rater, Rating, Stance, Wish
from tests.meeting_sample import LAST, LAST_DAY, REVIEW, SHADOW, TODAY, sample_career


def told(career: Career, last: Meeting | None = LAST) -> tuple[Happening, ...]:
    return changes_since(career, last, day=TODAY, target=career.person.target)


def of(kind: type[Happening], happened: tuple[Happening, ...]) -> list[Happening]:
    return [one for one in happened if isinstance(one, kind)]


def test_a_fortnight_is_told_in_order() -> None:
    career = sample_career()
    own, managers = (rating for rating in career.ratings if rating.on == date(2026, 11, 16))
    assert told(career) == (
        TargetChanged(None, "director"),
        # Both had not rated contract law alone before.
        LevelChanged(None, own),
        LevelChanged(None, managers),
        ActionEnded(SHADOW),
        EvidenceAdded("Signed renewal", "contract-law", date(2026, 11, 16)),
        EvidenceAdded("Minutes of the review", "contract-law", date(2026, 11, 18)),
    )


def test_the_first_one_has_nothing_to_compare_with() -> None:
    assert told(sample_career(), None) == ()


def test_only_another_level_is_told_and_of_several_the_newest() -> None:
    def rated(entry: int, level: float | None, on: date) -> Rating:
        return Rating(entry=entry, skill="crm", level=level, by=Rater.SELF, on=on)

    before = rated(1, 3.0, LAST_DAY)
    up, same = rated(2, 4.0, date(2026, 11, 10)), rated(3, 3.0, date(2026, 11, 11))
    career = replace(sample_career(), ratings=(before, up, same), actions=())
    assert of(LevelChanged, told(career)) == []
    career = replace(career, ratings=(before, up))
    (change,) = of(LevelChanged, told(career))
    assert isinstance(change, LevelChanged)
    assert (change.before, change.after, change.is_rise, change.is_first) == (
        before,
        up,
        True,
        False,
    )
    down = rated(4, 2.0, TODAY)
    career = replace(career, ratings=(before, up, down))
    assert of(LevelChanged, told(career)) == [LevelChanged(before, down)]
    assert not LevelChanged(before, down).is_rise
    later = rated(5, 5.0, date(2026, 11, 24))
    career = replace(career, ratings=(before, later))
    assert of(LevelChanged, told(career)) == []


def test_what_is_agreed_in_the_meeting_itself_is_not_told() -> None:
    agreed = Rating(entry=50, skill="crm", level=4.0, by=Rater.AGREED, on=TODAY)
    career = replace(sample_career(), ratings=(agreed,), actions=())
    assert of(LevelChanged, told(career)) == [LevelChanged(None, agreed)]
    happened = changes_since(career, LAST, day=TODAY, target="director", leave_out={50})
    assert happened == (TargetChanged(None, "director"),)


def test_a_role_a_target_and_a_stance_are_told() -> None:
    career = sample_career()
    wish = Wish(role="host", stance=Stance.NOT_WANTED, on=date(2026, 11, 12))
    early = Wish(role="director", stance=Stance.WANTED, on=LAST_DAY)
    person = replace(
        career.person,
        role="director",
        since=date(2026, 11, 15),
        positions=(
            Position(role="account-manager", since=date(2024, 8, 1), until=date(2026, 11, 14)),
        ),
        target=None,
        wishes=(early, wish),
    )
    last = replace(LAST, target="director")
    happened = told(replace(career, person=person, ratings=(), actions=()), last)
    assert happened == (
        RoleTaken(Position(role="director", since=date(2026, 11, 15))),
        TargetChanged("director", None),
        StanceNoted(wish),
    )


def test_an_action_that_ended_after_that_day_is_told_dropped_or_done() -> None:
    dropped = replace(
        REVIEW, state=ActionState.DROPPED, finished=date(2026, 11, 10), evidence="None needed"
    )
    before = replace(SHADOW, id="action-8", finished=LAST_DAY)
    career = replace(sample_career(), ratings=(), actions=(SHADOW, before, dropped))
    happened = told(career)
    assert of(ActionEnded, happened) == [ActionEnded(dropped), ActionEnded(SHADOW)]
    assert [ActionEnded(one).is_done for one in (dropped, SHADOW)] == [False, True]
    # What was dropped shows nothing.
    assert [one.text for one in happened if isinstance(one, EvidenceAdded)] == [
        "Minutes of the review"
    ]


def test_evidence_is_told_the_first_time_it_is_named() -> None:
    def rated(entry: int, evidence: str, on: date) -> Rating:
        return Rating(entry=entry, skill="crm", level=3.0, by=Rater.SELF, on=on, evidence=evidence)

    ratings = (
        rated(1, "Audit", LAST_DAY),
        rated(2, "Audit", TODAY),
        rated(3, "Signed", TODAY),
        rated(4, "Signed", TODAY),
        rated(5, "", TODAY),
    )
    career = replace(sample_career(), ratings=ratings, actions=())
    evidence = [one for one in told(career) if isinstance(one, EvidenceAdded)]
    assert evidence == [EvidenceAdded("Signed", "crm", TODAY)]
