"""Ratings and readiness over time as rows of words, for the terminal and for tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.core.model import Catalogue, Scale
from planner.core.people import MONTHS_UNTIL_STALE, Rating
from planner.core.skills.history import ReadinessHistory
from planner.core.text import Texts
from planner.report.gaps.words import level_name
from planner.report.map.words import readiness_words
from planner.report.rows import Rows, rater_name


def rating_rows(
    history: Iterable[Rating],
    scale: Scale,
    texts: Texts,
    as_of: date,
    months: int = MONTHS_UNTIL_STALE,
) -> Rows:
    """Return a row a rating under a heading row, in the history's order."""
    tr = texts.tr
    heading = [tr("Day"), tr("Rated by"), tr("Level"), tr("Comment"), tr("Evidence")]
    return [
        heading,
        *(
            [
                day_and_age(rating, texts, as_of, months),
                texts.word(rater_name(rating.by)),
                rated_level(rating, scale, texts),
                rating.comment,
                rating.evidence,
            ]
            for rating in history
        ),
    ]


def readiness_rows(history: ReadinessHistory, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a change of readiness under a heading row, the first one first."""
    tr = texts.tr
    rows: Rows = [[tr("Day"), tr("Readiness"), tr("Essentials open"), tr("Role held")]]
    for change in history.changes:
        held = change.position.role
        rows.append(
            [
                texts.date(change.on),
                readiness_words(change.readiness, texts),
                texts.number(len(change.open_essentials), 0),
                texts.pick(catalogue.role(held).name) if catalogue.has_role(held) else held,
            ]
        )
    return rows


def rated_level(rating: Rating, scale: Scale, texts: Texts) -> str:
    """Return a rating's level in words."""
    if rating.level is None:
        return texts.tr("not applicable")
    return level_name(rating.level, scale, texts)


def day_and_age(rating: Rating, texts: Texts, as_of: date, months: int) -> str:
    """Return the day of a rating, and that it is stale where it is."""
    day = texts.date(rating.on)
    if rating.is_stale(as_of, months):
        return texts.tr("{day} · stale", day=day)
    return day
