"""What the charts of a history show, said in words, without loading what draws them."""

from __future__ import annotations

from collections.abc import Iterable

from planner.core.model import Scale
from planner.core.people import Rating
from planner.core.skills.history import ReadinessHistory, by_rater
from planner.core.text import Texts
from planner.report.gaps.history_rows import rated_level
from planner.report.map.words import readiness_words
from planner.report.rows import rater_name


def skill_history_words(history: Iterable[Rating], scale: Scale, texts: Texts) -> str:
    """Return each rater's way in words, for those who cannot see the chart."""
    parts = []
    for rater, line in by_rater(history).items():
        steps = [
            texts.tr(
                "{level} on {day}",
                level=rated_level(rating, scale, texts),
                day=texts.date(rating.on),
            )
            for rating in line
        ]
        parts.append(
            texts.tr(
                "{rater}: {steps}",
                rater=texts.word(rater_name(rater)),
                steps=texts.tr(", ").join(steps),
            )
        )
    if not parts:
        return texts.tr("Nobody has rated this skill yet.")
    return texts.tr("; ").join(parts)


def readiness_history_words(history: ReadinessHistory, texts: Texts) -> str:
    """Return where readiness began and where it stands, for those who cannot see the chart."""
    if not history.changes:
        return texts.tr("Nothing that counts was rated up to this day.")
    first, last = history.changes[0], history.changes[-1]
    begun = texts.tr(
        "{readiness} on {day}",
        readiness=readiness_words(first.readiness, texts),
        day=texts.date(first.on),
    )
    if first is last:
        return texts.tr("Readiness {first}; it has not changed since.", first=begun)
    return texts.ntr(
        "Readiness {first}; {count} change since, {last} on {day}.",
        "Readiness {first}; {count} changes since, {last} on {day}.",
        len(history.changes) - 1,
        first=begun,
        last=readiness_words(last.readiness, texts),
        day=texts.date(last.on),
    )
