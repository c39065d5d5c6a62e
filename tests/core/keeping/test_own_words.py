"""Careers whose own words are put into one language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import (
    Action,
    AgendaItem,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
    TrackChoice,
)
from planner.core.keeping.own_words import in_language
from planner.core.people import Person, Rater, Rating, Stance, Wish
from planner.core.text import Language, Text, same_text

DAY = date(2026, 10, 13)
TEMPLATE = Text(en="What went well", zh="做成了什么")
# Also what one of the pairs says: an id is no word of anybody's.
SKILL = "talks"


def career(
    *,
    trade: str,
    read: str,
    note: str,
    done: str,
    said: str,
    secret: str,
    wrong: str,
    point: str,
) -> Career:
    """A career with each kind of own words in it."""
    return Career(
        person=Person(
            id="retail",
            name="Retail",
            catalogue="mini",
            role="talks",
            since=DAY,
            industry=trade,
            target="retail",
            wishes=(Wish(role="retail", stance=Stance.WANTED, on=DAY, note=note),),
        ),
        ratings=(
            Rating(
                entry=1, skill=SKILL, level=2.0, by=Rater.SELF, on=DAY, comment=said, evidence=done
            ),
        ),
        actions=(
            Action(
                id="retail",
                title=read,
                made=DAY,
                skill=SKILL,
                hours=20.0,
                notes=note,
                evidence=done,
                meeting="talks",
            ),
        ),
        meetings=(
            Meeting(
                id="talks",
                on=DAY,
                agenda="talks",
                items=(
                    AgendaItem(text=TEMPLATE, done=True),
                    AgendaItem(text=same_text(point), origin=Origin.EMPLOYEE),
                ),
                shared=said,
                private=secret,
                closed=DAY,
                promised=(Promise(action="retail", title=read, owner=Owner.EMPLOYEE),),
                corrections=(Correction(on=DAY, text=wrong),),
                target="retail",
            ),
        ),
        kpi_results=(
            KpiResult(role="talks", kpi="talks", period="2026-Q3", reached=90, on=DAY, note=note),
        ),
        track_choices=(
            TrackChoice(id="retail", questionnaire="talks", on=DAY, note=note, is_shared=True),
        ),
    )


ENGLISH = career(
    trade="retail",
    read="Read it",
    note="talks",
    done="Minutes",
    said="It went well.",
    secret="Be quick.",
    wrong="It was Monday.",
    point="The rota",
)
CHINESE = career(
    trade="零售",
    read="读完",
    note="谈了",
    done="纪要",
    said="进展顺利。",
    secret="要快。",
    wrong="是周一。",
    point="排班",
)
PAIRS = (
    Text(en="retail", zh="零售"),
    Text(en="Read it", zh="读完"),
    Text(en="talks", zh="谈了"),
    Text(en="Minutes", zh="纪要"),
    Text(en="It went well.", zh="进展顺利。"),
    Text(en="Be quick.", zh="要快。"),
    Text(en="It was Monday.", zh="是周一。"),
    Text(en="The rota", zh="排班"),
)


@pytest.mark.parametrize("written", [ENGLISH, CHINESE], ids=["from-english", "from-chinese"])
@pytest.mark.parametrize(("language", "wanted"), [("en", ENGLISH), ("zh_CN", CHINESE)])
def test_all_that_somebody_wrote_is_said_in_the_language(
    written: Career, language: Language, wanted: Career
) -> None:
    assert in_language((written,), PAIRS, language) == (wanted,)


def test_what_no_pair_knows_stays_as_it_is() -> None:
    strange = replace(ENGLISH, ratings=(replace(ENGLISH.ratings[0], comment="Nothing known."),))
    (said,) = in_language((strange,), PAIRS, "zh_CN")
    assert said.ratings[0].comment == "Nothing known."
    assert said.ratings[0].evidence == "纪要"
    assert in_language((strange,), (), "zh_CN") == (strange,)


def test_an_empty_text_stays_empty() -> None:
    bare = replace(ENGLISH, meetings=(replace(ENGLISH.meetings[0], shared="", private=""),))
    (said,) = in_language((bare,), (*PAIRS, Text(en="", zh="空")), "zh_CN")
    assert (said.meetings[0].shared, said.meetings[0].private) == ("", "")
