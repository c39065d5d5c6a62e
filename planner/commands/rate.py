"""`rate`: one skill of a person, as a new dated row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.core.errors import PlannerError
from planner.core.keeping.person_edits import checked_rating, rate
from planner.core.people import Rater
from planner.core.text import Message, message
from planner.report.gaps.words import level_name
from planner.report.rows import rater_name
from planner.terminal import DONE, day_of, unknown_skill

if TYPE_CHECKING:
    from planner.terminal import Terminal

_NOT_APPLICABLE = "n/a"
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def run(terminal: Terminal) -> int:
    """Save the rating and say what was saved; raise PlannerError for one that cannot be."""
    options, texts = terminal.options, terminal.texts
    level = level_said(options.level, message("Nothing was saved."))
    on = terminal.today if options.on is None else day_of(options.on)
    with terminal.store() as store:
        person = terminal.person(store)
        catalogue = store.catalogue(person.catalogue)
        if not catalogue.has_skill(options.skill):
            raise unknown_skill(catalogue, options.skill)
        rating = checked_rating(
            catalogue,
            entry=store.next_entry(),
            skill=options.skill,
            level=level,
            by=Rater(options.by),
            on=on,
            today=terminal.today,
            comment=options.comment.strip(),
            evidence=options.evidence.strip(),
        )
        store.apply(rate(person, rating, catalogue))
    terminal.output.write(
        texts.tr(
            "Saved for {name}: {skill}, {level}, {rater}, {day}",
            name=person.name,
            skill=texts.pick(catalogue.skill(rating.skill).name),
            level=texts.tr("not applicable")
            if rating.level is None
            else level_name(rating.level, catalogue.scale, texts),
            rater=texts.word(rater_name(rating.by)),
            day=texts.date(rating.on),
        )
    )
    return DONE


def level_said(said: str, effect: Message | None = None) -> float | None:
    """Return the level that was written, None for n/a; raise PlannerError where it is neither."""
    if said.lower() == _NOT_APPLICABLE:
        return None
    if not _NUMBER.fullmatch(said):
        raise PlannerError(
            message("“{level}” is neither a level nor n/a.", level=said),
            effect=effect,
            remedy=message("Write a number of the catalogue's scale, or n/a."),
        )
    return float(said)
